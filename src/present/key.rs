//! The words of keys: one of the marks of figures for a page, and one for a chart of time or coverage.

use super::Context;
use crate::chart::draw::{KeyItem, key, key_items};
use crate::chart::{Scene, Spec};
use crate::text::Msg;

/// The marks that figures have wherever they are drawn.
pub const FIGURES: [KeyItem; 7] = [
    KeyItem::Exact,
    KeyItem::About,
    KeyItem::AtLeast,
    KeyItem::Below,
    KeyItem::Planned,
    KeyItem::Derived,
    KeyItem::NotReported,
];

/// As much as a mark by itself takes, in CSS pixels.
const MARK_PX: f64 = 36.0;

/// A mark by itself.
pub fn mark(item: KeyItem) -> Scene {
    let mut scene = key(&[(item, String::new())], MARK_PX);
    // A sheet has a least width that words need; there are none here.
    scene.width_px = MARK_PX;
    scene
}

impl Context<'_> {
    /// A mark with its word.
    pub fn key_entry(&self, item: KeyItem) -> (Scene, String) {
        (mark(item), self.key_word(item))
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
            KeyItem::Exact => Msg::KeyExact,
            KeyItem::About => Msg::KeyAbout,
            KeyItem::AtLeast => Msg::KeyAtLeast,
            KeyItem::Below => Msg::KeyBelow,
            KeyItem::Planned => Msg::KeyPlanned,
            KeyItem::Derived => Msg::KeyDerived,
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
        })
    }
}
