//! What the indicators mean, folded by group, with a field that finds one.
//!
//! Owns: what is typed and whether all is open. May use: view models. Deliberately absent: which indicators there are
//! (`linpu::present::about`). What is folded stays in the page, so that the browser's own search finds it too, and paper shows it.

use crate::app::components::far::find::find_field;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, of_class};
use leptos::prelude::*;
use linpu::present::about::Definition;
use linpu::text::FarMsg;

/// The codebook.
#[derive(Clone, Copy)]
pub struct Codebook {
    app: App,
    typed: RwSignal<String>,
    is_open: RwSignal<bool>,
    /// What was found, by group.
    found: Memo<Vec<(String, Vec<Definition>)>>,
}

impl Codebook {
    /// Folded, with nothing typed.
    pub fn new(app: App) -> Codebook {
        let typed = RwSignal::new(String::new());
        let found = Memo::new(move |_| app.voice().context().codebook(&typed.get()));
        Codebook { app, typed, is_open: RwSignal::new(false), found }
    }

    /// The field, and what opens and closes everything.
    pub fn find(self) -> Element {
        let app = self.app;
        let field = find_field(app.msg(FarMsg::AboutFind), self.typed);
        let field = field.attr("class", "data-find").attr("id", "codebook-find");
        let turn = live(move || {
            let is_open = self.is_open.get();
            let msg = if is_open { FarMsg::AboutFold } else { FarMsg::AboutUnfold };
            button("plain", move |_| self.is_open.set(!is_open)).aria("aria-expanded", is_open).with(app.msg(msg))
        });
        let said = live(move || {
            let voice = app.voice();
            let words = voice.context().words;
            let typed = self.typed.get();
            let count: usize = self.found.with(|found| found.iter().map(|(_, rows)| rows.len()).sum());
            match count {
                0 => words.fill(FarMsg::AboutFoundNone, &[typed.trim()]),
                count => words.fill(FarMsg::AboutFound, &[&count.to_string()]),
            }
        });
        el("div").with(of_class("p", "note").with(app.msg(FarMsg::AboutDefinitionsNote))).with(
            of_class("div", "data-tools")
                .with(field)
                .with(turn)
                .with(of_class("span", "detail").attr("role", "status").with(said)),
        )
    }

    /// The groups; where something is typed, those that have it, open.
    pub fn groups(self) -> Node {
        live(move || {
            let is_open = self.is_open.get() || self.typed.with(|typed| !typed.trim().is_empty());
            el("div").with_all(self.found.get().into_iter().map(|(title, rows)| self.group(title, rows, is_open)))
        })
    }

    fn group(self, title: String, rows: Vec<Definition>, is_open: bool) -> Element {
        let app = self.app;
        let far = [FarMsg::ColUnit, FarMsg::ReceiptDefinition, FarMsg::ColComparable].map(|head| app.msg(head));
        let heads: Vec<String> = std::iter::once(app.msg(FarMsg::ColIndicator)).chain(far).collect();
        let row = |this: Definition| {
            let cells = [this.unit, this.definition, this.comparable].into_iter().zip(&heads[1..]);
            el("tr")
                .with(el("th").attr("scope", "row").with(this.name))
                .with_all(cells.map(|(text, head)| el("td").attr("data-label", head.clone()).with(text)))
        };
        let count = of_class("span", "count").with(rows.len().to_string());
        let head = el("tr").with_all(heads.iter().map(|head| el("th").attr("scope", "col").with(head.clone())));
        let table = of_class("table", "stacking definitions")
            .with(of_class("caption", "visually-hidden").with(title.clone()))
            .with(el("thead").with(head))
            .with(el("tbody").with_all(rows.into_iter().map(row)));
        of_class("details", "fold").attr("open", is_open).with(el("summary").with(title).with(count)).with(table)
    }
}
