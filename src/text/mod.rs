//! Everything that is written for people to read: scripts, numbers, periods, words of codes, search, citations.
//!
//! Owns: the three languages of the page and how each says a figure; how wide a text is. May use: `model`. Deliberately
//! absent: the browser, a clock, layout. Words that are ours to write are simplified Chinese and English; traditional
//! Chinese is made from the simplified by the [`script::Lexicon`], except for the few words a character table could get wrong.

pub mod cite;
pub mod cite_package;
pub mod codes;
pub mod csv;
pub mod entry;
pub mod extents;
pub mod fold;
#[cfg(feature = "lexicon")]
pub mod lexicon_build;
pub mod locale;
pub mod messages;
pub mod name;
pub mod number;
pub mod period;
pub mod plain;
mod plural;
pub mod script;
pub mod search;
pub mod value;
mod words;

pub use locale::Locale;
pub use messages::{FarMsg, Message, Msg};
pub use script::{English, Lexicon};
pub use value::Shown;
pub use words::Words;
