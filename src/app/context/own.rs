//! The figures of a person's own community: kept in this browser, and shared with its other windows.
//!
//! Owns: when they are read, merged and written. Deliberately absent: how two windows' entries become one (`linpu::wire::own`).
//! What is stored is read before it is written, so that no window writes over what another entered. Nothing that was entered
//! leaves this window because storage is denied, full, emptied or broken; the page says so instead.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the first paint is not completed"))]

use super::{App, platform};
use leptos::prelude::*;
use linpu::present::Package;
use linpu::state::{Action, url};
use linpu::text::Msg;
use linpu::wire::own::OwnEntry;
use std::sync::Arc;

const KEY: &str = "linpu.own";
/// Where something is put that stood under the key and is nothing of ours, or of a later version.
const KEY_UNREAD: &str = "linpu.own.unread";
/// The id of the form.
pub const FORM: &str = "own";

impl App {
    /// The whole package, now that it is there, with one's own community, which only it can read.
    pub fn complete(self, package: Package) {
        self.base.set_value(Arc::new(package));
        let mut own = OwnEntry::default();
        let said = take_in(&mut own, platform::remembered(KEY));
        self.own_kept.set(said);
        self.own.set((own, Vec::new()));
        // A link may name what the first part of the data does not know.
        let (fragment, read) = self.opened_with.get_value();
        let is_unchanged = self.view.with_untracked(|view| *view == read);
        self.join_own(is_unchanged.then_some(fragment));
        platform::on_stored(KEY, move |stored| match stored {
            Some(_) => self.follow_own(),
            // Whoever emptied the storage may have meant it: nothing is written until something is entered.
            None if self.own.with_untracked(|(entry, _)| entry.is_empty()) => {}
            None => self.own_kept.set(Msg::OwnEmptied),
        });
        // A page that slept has not been told.
        platform::on_return(move || {
            let stored = platform::remembered(KEY);
            if stored.is_some() && stored != Some(self.own.with_untracked(|(entry, _)| entry.to_text())) {
                self.follow_own();
            }
        });
    }

    /// Takes in what another window has entered; not under the hands of a person who is typing.
    fn follow_own(self) {
        if platform::is_typing_in(FORM) {
            return platform::in_a_moment(move || self.follow_own());
        }
        let stored = platform::remembered(KEY);
        let before = self.own.with_untracked(|(entry, _)| entry.clone());
        let mut entry = before.clone();
        self.own_kept.set(take_in(&mut entry, stored.clone()));
        // The other window wrote before it could read what this one had written.
        let text = entry.to_text();
        if stored.is_some_and(|stored| stored != text) {
            self.keep_own(&text, self.own_kept.get_untracked());
        }
        if entry != before {
            self.own.set((entry, Vec::new()));
            self.join_own(None);
        }
    }

    fn keep_own(self, text: &str, said: Msg) {
        let is_kept = platform::remember(KEY, text);
        self.own_kept.set(if is_kept { said } else { Msg::OwnNotKept });
    }

    /// Changes the figures of one's own community, and keeps them in this browser, where it lets us. The edit is told the tag
    /// of this window.
    pub fn edit_own(self, edit: impl FnOnce(&mut OwnEntry, &str)) {
        let mut entry = self.own.with_untracked(|(entry, _)| entry.clone());
        let said = take_in(&mut entry, platform::remembered(KEY));
        edit(&mut entry, &self.own_tag.get_value());
        let text = entry.to_text();
        self.keep_own(&text, said);
        // What is shown is what is kept, without signs that nobody sees.
        entry = OwnEntry::parse(&text).unwrap_or(entry);
        self.own.set((entry, Vec::new()));
        let was_there = self.package.with_untracked(|package| package.data.own);
        self.join_own(None);
        // Who has just entered a community wants to see it among those compared.
        let own = self.package.with_untracked(|package| package.data.own).filter(|_| was_there.is_none());
        let compared = self.view.with_untracked(|view| view.comparison.communities.clone());
        if let (Some(own), false) = (own, compared.is_empty()) {
            self.act(Action::Compare([compared, vec![own]].concat()));
        }
    }

    /// Puts the community of one's own into the package, and reads the view, or a link, anew: row numbers may change by it, what
    /// links carry does not.
    fn join_own(self, link: Option<String>) {
        let fragment = link.clone().unwrap_or_else(|| self.view.with_untracked(|view| self.fragment(view)));
        let (entry, _) = self.own.get_untracked();
        let (package, findings) = self.base.with_value(|base| base.with_own(&entry));
        let (view, ignored) = url::decode(&fragment, &package.data, &package.tables);
        self.own.set((entry, findings));
        self.turns.end();
        self.package.set(package);
        if view != self.view.get_untracked() {
            self.view.set(view);
        }
        if link.is_some() {
            self.ignored.set(ignored);
            self.want_practice(self.view.with_untracked(|view| view.practice));
        }
    }
}

/// Takes in what is stored, and says how it goes with keeping it. What cannot be read is put aside, not written over.
fn take_in(entry: &mut OwnEntry, stored: Option<String>) -> Msg {
    match stored.as_deref().map(OwnEntry::parse) {
        Some(Some(other)) => {
            entry.merge(other);
            Msg::OwnKept
        }
        Some(None) => {
            platform::remember(KEY_UNREAD, &stored.unwrap_or_default());
            Msg::OwnUnread
        }
        None => Msg::OwnKept,
    }
}
