//! The words of a chart's key.

use super::Context;
use crate::chart::draw::{KeyItem, key, key_items};
use crate::chart::{Scene, Spec};
use crate::text::Msg;

impl Context<'_> {
    /// A key to the marks that occur in a chart; empty where all of them are plain.
    pub fn key(&self, spec: &Spec, width_px: f64) -> Scene {
        let word = |item: KeyItem| {
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
        };
        let items: Vec<(KeyItem, String)> = key_items(spec).into_iter().map(|item| (item, word(item))).collect();
        key(&items, width_px)
    }
}
