//! The words of keys: one of the marks of figures for a page, and one for a chart of time or coverage.

use super::Context;
use crate::chart::draw::{KeyItem, key, key_items};
use crate::chart::{Scene, Spec};
use crate::text::Msg;

/// The marks that figures have wherever they are drawn: as a dot, and as a bar where bars have it too.
const FIGURES: [(KeyItem, Option<KeyItem>); 9] = [
    (KeyItem::DotExact, Some(KeyItem::Exact)),
    (KeyItem::DotAbout, Some(KeyItem::About)),
    (KeyItem::DotAtLeast, Some(KeyItem::AtLeast)),
    (KeyItem::DotBelow, Some(KeyItem::Below)),
    (KeyItem::DotPlanned, Some(KeyItem::Planned)),
    (KeyItem::DotDerived, Some(KeyItem::Derived)),
    (KeyItem::NotReported, None),
    (KeyItem::DotCase, None),
    (KeyItem::DotOther, None),
];

/// As much as a dot and a bar by themselves take, in CSS pixels.
const DOT_PX: f64 = 22.0;
const BAR_PX: f64 = 36.0;

/// A line of the key of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyEntry {
    /// The mark as a dot, then as a bar, as far as there are both.
    pub marks: Vec<Scene>,
    /// What it says.
    pub word: String,
}

/// A mark by itself. A sheet has a least width because of words; there are none here.
fn mark(item: KeyItem, width_px: f64) -> Scene {
    let mut scene = key(&[(item, String::new())], width_px);
    scene.width_px = width_px;
    scene
}

/// A dot by itself.
pub fn dot(item: KeyItem) -> Scene {
    mark(item, DOT_PX)
}

impl Context<'_> {
    /// The key to the marks of figures, once for a page.
    pub fn page_key(&self) -> Vec<KeyEntry> {
        let entry = |(item, bar): &(KeyItem, Option<KeyItem>)| {
            let bar = bar.map(|bar| mark(bar, BAR_PX));
            let first = if *item == KeyItem::NotReported { mark(*item, BAR_PX) } else { dot(*item) };
            KeyEntry { marks: [first].into_iter().chain(bar).collect(), word: self.key_word(*item) }
        };
        FIGURES.iter().map(entry).collect()
    }

    /// A key to the marks of a chart of time or coverage; empty for charts of figures, whose key stands once on the page.
    pub fn key(&self, spec: &Spec, width_px: f64) -> Scene {
        let items = match spec {
            Spec::Spans(_) | Spec::Matrix(_) => key_items(spec),
            _ => Vec::new(),
        };
        let items: Vec<(KeyItem, String)> = items.into_iter().map(|item| (item, self.key_word(item))).collect();
        key(&items, width_px)
    }

    fn key_word(&self, item: KeyItem) -> String {
        self.words.msg(match item {
            KeyItem::Exact | KeyItem::DotExact => Msg::KeyExact,
            KeyItem::About | KeyItem::DotAbout => Msg::KeyAbout,
            KeyItem::AtLeast | KeyItem::DotAtLeast => Msg::KeyAtLeast,
            KeyItem::Below | KeyItem::DotBelow => Msg::KeyBelow,
            KeyItem::Planned | KeyItem::DotPlanned => Msg::KeyPlanned,
            KeyItem::Derived | KeyItem::DotDerived => Msg::KeyDerived,
            KeyItem::Context => Msg::KeyContext,
            KeyItem::Zero => Msg::KeyZero,
            KeyItem::Range => Msg::KeyRange,
            KeyItem::SoftEnd => Msg::KeySoftEnd,
            KeyItem::Instant => Msg::KeyInstant,
            KeyItem::Somewhere => Msg::KeySomewhere,
            KeyItem::Either => Msg::KeyEither,
            KeyItem::Reported => Msg::KeyReported,
            KeyItem::Partial => Msg::KeyPartial,
            KeyItem::NotReported => Msg::KeyNotReported,
            KeyItem::Refused => Msg::KeyRefused,
            KeyItem::Hidden => Msg::KeyHidden,
            KeyItem::DotCase => Msg::KeyCase,
            KeyItem::DotOther => Msg::KeyOther,
            KeyItem::DotOwn => Msg::KeyOwn,
        })
    }
}
