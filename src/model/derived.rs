//! What is made of figures, as data: derived indicators, checks of the sources' own arithmetic, and practices.

use super::*;

/// An indicator computed from two others, or from one and a plain number.
#[derive(Debug, Clone, PartialEq)]
pub struct DerivedIndicator {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// What is divided.
    pub numerator: IndicatorId,
    /// What it is divided by; `None` where that is a plain number.
    pub denominator: Option<IndicatorId>,
    /// The plain number, e.g. the months of a stated span.
    pub divisor: Option<f64>,
    /// What the quotient is multiplied by: 1, 100 or 1000.
    pub scale: f64,
    /// The unit of the result.
    pub unit: Text,
    /// Whether more is better.
    pub polarity: Polarity,
    /// What must be said with it.
    pub caveat: Text,
}

/// A check of what the sources say against what their own figures give.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its key.
    pub key: String,
    /// The community it is about; `None` where it spans several.
    pub community: Option<CommunityId>,
    /// What is computed or asked.
    pub op: CheckOp,
    /// The stated figure it is compared with.
    pub stated: Option<ObservationId>,
    /// The figures it is computed from.
    pub operands: Vec<ObservationId>,
    /// The system whose members are counted, or those whose names may mean one thing.
    pub systems: Vec<SystemId>,
    /// The practice whose outcome is claimed.
    pub practice: Option<PracticeId>,
    /// A plain number in place of a second operand.
    pub constant: Option<f64>,
    /// What a quotient is multiplied by.
    pub scale: f64,
    /// Its name.
    pub name: Text,
    /// Why, in one sentence.
    pub note: Text,
}

/// What was done about a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Its key.
    pub key: String,
    /// Where.
    pub community: CommunityId,
    /// The problem or need.
    pub problem: Text,
    /// Whether the source states it, or the editors conclude it from what was done.
    pub problem_basis: Basis,
    /// What was done.
    pub action: Text,
    /// By whom.
    pub actors: Text,
    /// What was reported of it; empty where nothing was.
    pub outcome: Text,
    /// Words people search for it by, joined by `;`.
    pub terms: Text,
    /// Its topics.
    pub topics: Vec<CodeId>,
    /// For whom.
    pub targets: Vec<CodeId>,
    /// The systems it belongs to.
    pub systems: Vec<SystemId>,
    /// The figures that report something of it.
    pub observations: Vec<ObservationId>,
    /// The text it stands in.
    pub source: SourceId,
    /// A phrase of the text that leads to it.
    pub locator: String,
    /// The phrase in simplified characters.
    pub locator_hans: Option<String>,
}
