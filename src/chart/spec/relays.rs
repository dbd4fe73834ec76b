//! Flows side by side.

/// Flows side by side, a lane for each actor. Where a step stands says who takes it, and nothing else.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Relays {
    /// The actors, from left to right.
    pub lanes: Vec<String>,
    /// The name of the last lane, for steps of which the source does not say who takes them; empty where there are none.
    pub unstated: String,
    /// Whether the lanes are named.
    pub has_head: bool,
    /// The flows, from top to bottom.
    pub rows: Vec<Relay>,
}

/// One flow. Its name stands beside the picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Relay {
    /// Whether it is the one the others stand beside.
    pub lit: bool,
    /// From first to last.
    pub steps: Vec<RelayStep>,
}

/// A step of a flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RelayStep {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// What is done.
    pub name: String,
    /// The lanes of those who do it; none where the source does not say.
    pub lanes: Vec<usize>,
    /// The step as a sentence.
    pub spoken: String,
}
