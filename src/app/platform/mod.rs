//! The one place that talks to the browser.
//!
//! Owns: every browser call, as small functions that cannot fail or say how they failed. May use: web-sys, js-sys, gloo.
//! Deliberately absent: what the calls are for. Natively the same names exist and do nothing: there is no browser there.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod document;
#[cfg(target_arch = "wasm32")]
mod event;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod frames;
#[cfg(target_arch = "wasm32")]
mod guest;
#[cfg(not(target_arch = "wasm32"))]
mod nowhere;
#[cfg(target_arch = "wasm32")]
mod panics;
#[cfg(target_arch = "wasm32")]
mod reach;
#[cfg(target_arch = "wasm32")]
mod scroll;
#[cfg(target_arch = "wasm32")]
mod strangers;
#[cfg(target_arch = "wasm32")]
mod tree;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(target_arch = "wasm32")]
pub use document::fragment;
#[cfg(target_arch = "wasm32")]
pub use files::*;
#[cfg(target_arch = "wasm32")]
pub use frames::*;
#[cfg(target_arch = "wasm32")]
pub use guest::*;
#[cfg(not(target_arch = "wasm32"))]
pub use nowhere::*;
#[cfg(target_arch = "wasm32")]
pub use panics::tell_of_panics;
#[cfg(target_arch = "wasm32")]
pub use reach::*;
#[cfg(target_arch = "wasm32")]
pub use scroll::{arrived_at, seeks, settle, take_over_scrolling, want_element, want_top, wants_a_place};

/// Says on an element that filters respond.
#[cfg(target_arch = "wasm32")]
const READY: &str = "data-ready";
/// Says on an element that it is out of sight and need not be laid out; the style sheet knows it.
#[cfg(target_arch = "wasm32")]
const UNSEEN: &str = "data-unseen";
/// Somebody did something before the program was there.
#[cfg(target_arch = "wasm32")]
const EARLY: &str = "data-early";
/// Says on what was opened for paper that it was folded.
#[cfg(target_arch = "wasm32")]
const FOLDED: &str = "data-folded";

/// Whether a change of the address makes a step of history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Back returns to the view before.
    New,
    /// The current step is written over.
    Same,
}

/// How an entry of the history was reached.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "there is no history on the build machine"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It is new.
    New,
    /// By going back or forward.
    Known,
}

/// Why the browser did not do what it was asked.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing fails on the build machine"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has no document, no canvas, no place for what it was asked to do.
    Absent,
    /// A picture could not be drawn.
    NotDrawn,
    /// It said why.
    Said(String),
}

/// What is in a file that was handed over, as far as it can be shown instead.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing is handed over on the build machine"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// A text.
    Text(String),
    /// A picture, by its address in this page.
    Picture(String),
    /// Something that cannot be shown.
    Other,
}

/// What is loaded after the overview works has arrived, program and data. Only this room can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived(());
