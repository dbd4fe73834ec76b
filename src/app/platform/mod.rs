//! The one place that talks to the browser.
//!
//! Owns: every browser call, as small functions that cannot fail or say how they failed. May use: web-sys, js-sys, gloo.
//! Deliberately absent: what the calls are for. Natively the same names exist and do nothing: there is no browser there.

#[cfg(target_arch = "wasm32")]
mod browser;
mod event;
#[cfg(not(target_arch = "wasm32"))]
mod nowhere;
#[cfg(target_arch = "wasm32")]
mod tree;

pub use event::Event;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use nowhere::*;

/// Whether a change of the address makes a step of history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Back returns to the view before.
    New,
    /// The current step is written over.
    Same,
}

/// What is loaded after the overview works has arrived, program and data. Only this room can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived(());
