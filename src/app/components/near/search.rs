//! The search box: a combobox over communities, figures, indicators and systems. What it finds, and its lines, come from the
//! later half.

use super::scene::icon;
use crate::app::context::{App, Finder, MAIN};
use crate::app::element::{Element, Event, Node, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::search::Hit;
use linpu::text::Msg;
use std::rc::Rc;

/// The ids of the box and of the list under it.
pub const SEARCH: &str = "search";
pub const HITS: &str = "hits";

/// What is typed and what it finds.
#[derive(Clone, Copy)]
struct Search {
    app: App,
    query: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// What finds; made on the first letter: most visits never search.
    finder: StoredValue<Option<Finder>, LocalStorage>,
    is_ready: RwSignal<bool>,
    hits: Memo<Vec<Hit>>,
}

/// The id of a line under the box.
pub fn hit_id(at: usize) -> String {
    ["hit-", &at.to_string()].concat()
}

/// The search box.
pub fn search_box(app: App) -> Element {
    let query = RwSignal::new(String::new());
    let finder = StoredValue::new_local(None::<Finder>);
    let is_ready = RwSignal::new(false);
    let hits = Memo::new(move |_| {
        let typed = query.get();
        let find = is_ready.get().then(|| finder.get_value()).flatten();
        find.filter(|_| !typed.trim().is_empty()).map(|find| find(&typed)).unwrap_or_default()
    });
    let search = Search { app, query, open: RwSignal::new(false), active: RwSignal::new(None), finder, is_ready, hits };
    of_class("div", "search")
        .attr("role", "search")
        .with(icon("M9 3.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2M13.2 13.2 17 17"))
        .with(live(move || search.field()))
        .with(live(move || search.list()))
}

impl Search {
    fn prepare(self) {
        if !self.is_ready.get_untracked() {
            self.app.when_rest(move |rest| {
                self.finder.set_value(Some((rest.finder)(self.app)));
                self.is_ready.set(true);
            });
        }
    }

    fn shown(self) -> bool {
        self.open.get() && !self.query.with(|query| query.trim().is_empty())
    }

    fn field(self) -> Element {
        let words = |msg| self.app.msg(msg);
        let active = self.active.get().filter(|_| self.shown());
        el("input")
            .attr("id", SEARCH)
            .attr("type", "search")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-autocomplete", "list")
            .attr("aria-label", words(Msg::SearchLabel))
            .attr("placeholder", words(Msg::SearchLabel))
            .attr("title", words(Msg::SearchHint))
            .aria("aria-expanded", self.shown())
            .attr("aria-controls", HITS)
            .attr("aria-activedescendant", active.map(hit_id))
            .attr("value", Some(self.query.get()).filter(|query| !query.is_empty()))
            .on("input", move |event| {
                self.prepare();
                self.query.set(event.value());
                self.active.set(None);
                self.open.set(true);
            })
            .on("keydown", move |event| self.press(event))
            .on("blur", move |_| self.open.set(false))
    }

    fn list(self) -> Node {
        let shown = self.shown();
        let hits = self.hits.get();
        let count = hits.len();
        let active = self.active.get();
        let status = if shown { self.status(count) } else { String::new() };
        let lines =
            self.app.rest_by_now().map(|rest| (rest.hits)(self.app, hits, active, Rc::new(move |at| self.follow(at))));
        many([
            el("ul")
                .attr("id", HITS)
                .attr("role", "listbox")
                .attr("tabindex", "-1")
                .attr("aria-label", self.app.msg(Msg::SearchLabel))
                .attr("hidden", !shown || count == 0)
                .with(lines),
            of_class("p", if shown && count == 0 { "search-none" } else { "visually-hidden" })
                .attr("role", "status")
                .with(status),
        ])
    }

    fn status(self, count: usize) -> String {
        let voice = self.app.voice();
        let words = voice.context().words;
        match count {
            0 if !self.is_ready.get() => words.msg(Msg::StillLoading),
            0 => words.fill(Msg::SearchNone, &[self.query.get().trim()]),
            count => words.counted(count, Msg::SearchFound),
        }
    }

    fn follow(self, at: usize) {
        if let Some(actions) = self.hits.with_untracked(|hits| hits.get(at).map(|hit| hit.actions.clone())) {
            self.open.set(false);
            self.query.set(String::new());
            self.app.act_all(actions);
            // A receipt is left for where one was.
            if self.app.view.with_untracked(|view| view.receipt.is_none()) {
                platform::focus(MAIN);
            }
        }
    }

    fn press(self, event: &dyn Event) {
        // Enter and the arrows belong to the input method while it composes.
        if event.is_composing() {
            return;
        }
        let count = self.hits.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                event.prevent_default();
                self.open.set(true);
                self.active.update(|active| *active = Some(active.map_or(0, |at| (at + 1).min(count - 1))));
            }
            "ArrowUp" if count > 0 => {
                event.prevent_default();
                self.active.update(|active| *active = active.and_then(|at| at.checked_sub(1)));
            }
            "Enter" => {
                event.prevent_default();
                self.follow(self.active.get_untracked().unwrap_or(0));
            }
            "Escape" if self.open.get_untracked() => self.open.set(false),
            "Escape" => self.query.set(String::new()),
            _ => {}
        }
    }
}
