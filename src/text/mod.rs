//! text
pub mod messages;
mod locale_stub;
pub use locale_stub::*;
