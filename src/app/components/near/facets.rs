//! The filters: one bar of menus, a sheet of the same on phones, and the chips of what is chosen.

use super::scene::lengths;
use crate::app::context::App;
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::Context;
use linpu::present::facets::{Bar, Chip, Facet, FacetOption, Menu};
use linpu::query::DimId;
use linpu::state::Action;
use linpu::text::Msg;

/// What is open of the filters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// One of the menus.
    Menu(usize),
    /// All of them, over the page.
    Sheet,
}

/// The filters of a page.
#[derive(Clone, Copy)]
struct Filters {
    app: App,
    open: RwSignal<Open>,
    /// What is looked for in the open menu.
    typed: RwSignal<String>,
}

const SHEET: &str = "filter-sheet";
const SHEET_BUTTON: &str = "filter-sheet-button";

/// The bar, and the filters in force with the sentence that says what they leave.
pub fn filters(app: App, says: impl Fn(&Context) -> String + 'static) -> Node {
    let filters = Filters { app, open: RwSignal::new(Open::Nothing), typed: RwSignal::new(String::new()) };
    let says = live(move || {
        let says = says(&app.voice().context());
        of_class("p", "announcement").attr("role", "status").attr("aria-live", "polite").with(says)
    });
    let bar = of_class("div", "bar").with(live(move || filters.bar())).with(says);
    many([
        of_class("section", "filters").with(bar).with(live(move || filters.over_the_page())).into(),
        live(move || chips(app)),
    ])
}

/// The filters, with what they leave of communities and figures.
pub fn filters_of_figures(app: App) -> Node {
    filters(app, move |context| context.announcement(&app.found()))
}

impl Filters {
    fn model(self) -> Bar {
        let voice = self.app.voice();
        voice.context().filter_bar(&self.app.found(), &self.app.selection.get())
    }

    fn open(self, open: Open) {
        self.typed.set(String::new());
        self.open.set(open);
    }

    /// Closes what is open and gives the focus back to what opened it.
    fn close(self, opener: &str) {
        self.open(Open::Nothing);
        platform::focus(opener);
    }

    fn bar(self) -> Node {
        let bar = self.model();
        let app = self.app;
        let badge = (bar.chosen > 0).then(|| of_class("span", "badge").with(bar.chosen.to_string()));
        let all = button("fac sheet-button", move |_| {
            self.open(Open::Sheet);
            platform::focus_later(SHEET);
        });
        many([
            Node::from(bar.switch.map(|facet| switch(app, facet, bar.all))),
            of_class("div", "menus")
                .with_all(bar.menus.into_iter().enumerate().map(|(at, menu)| self.menu(at, menu)))
                .into(),
            all.attr("id", SHEET_BUTTON)
                .attr("aria-haspopup", "dialog")
                .with(app.msg(Msg::Filters))
                .with(badge)
                .with(arrow())
                .into(),
        ])
    }

    fn menu(self, at: usize, menu: Menu) -> Element {
        let is_open = self.open.get() == Open::Menu(at);
        let id = |part: &str| ["filter-", &menu.key, part].concat();
        let (opener, whole) = (id("-button"), id(""));
        let popover = is_open.then(|| self.popover(id("-menu"), &menu));
        let toggle = button(if menu.chosen > 0 { "fac on" } else { "fac" }, move |_| {
            self.open(if is_open { Open::Nothing } else { Open::Menu(at) });
        });
        let back = opener.clone();
        of_class("div", "menu-of")
            .attr("id", whole.clone())
            .on("keydown", move |event| {
                if is_open && event.key() == "Escape" {
                    event.prevent_default();
                    self.close(&back);
                }
            })
            .on("focusout", move |event| {
                if is_open && event.left(&whole) {
                    self.open(Open::Nothing);
                }
            })
            .with(
                toggle
                    .attr("id", opener)
                    .aria("aria-expanded", is_open)
                    .attr("aria-controls", id("-menu"))
                    .with(menu.title.clone())
                    .with(of_class("span", "fac-count").with(menu.badge.clone()))
                    .with(arrow()),
            )
            .with(popover)
    }

    fn popover(self, id: String, menu: &Menu) -> Element {
        let words = |msg| self.app.msg(msg);
        let typed = self.typed.get();
        let find = menu.is_long.then(|| {
            of_class("input", "find-option")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .attr("aria-label", words(Msg::FiltersFind))
                .attr("placeholder", words(Msg::FiltersFind))
                .attr("value", Some(typed.clone()).filter(|typed| !typed.is_empty()))
                .on("input", move |event| self.typed.set(event.value()))
        });
        let dims: Vec<DimId> = menu.facets.iter().map(|facet| facet.dim).collect();
        let clear = (menu.chosen > 0).then(|| {
            let app = self.app;
            button("quiet", move |_| app.act_all(dims.iter().copied().map(Action::Clear).collect()))
                .with(words(Msg::FiltersClear))
        });
        of_class("div", "popover")
            .attr("id", id)
            .attr("role", "group")
            .attr("aria-label", menu.title.clone())
            .with(find)
            .with(
                of_class("div", "popover-in")
                    .with_all(menu.facets.iter().map(|facet| self.facet(facet, menu.facets.len() > 1, "f", &typed))),
            )
            .with(of_class("div", "popover-end").with(el("span").with(words(Msg::FiltersHow))).with(clear))
    }

    /// The boxes of a facet. They stay where they are while counts change, so that the focus stays too.
    fn facet(self, facet: &Facet, is_titled: bool, stem: &'static str, typed: &str) -> Element {
        let app = self.app;
        let title = is_titled.then(|| of_class("p", "facet-title").with(facet.title.clone()));
        let options = facet.options.iter().filter(|option| option.matches(typed));
        of_class("div", "facet")
            .attr("role", "group")
            .attr("aria-label", facet.title.clone())
            .with(title)
            .with_all(options.map(|option| choice(app, facet, stem, option)))
    }

    /// What lies over the page while something is open: a sheet of all filters, or only what a click beside a menu meets.
    fn over_the_page(self) -> Node {
        match self.open.get() {
            Open::Nothing => Node::Nothing,
            Open::Menu(_) => of_class("div", "veil").on("click", move |_| self.open(Open::Nothing)).into(),
            Open::Sheet => self.sheet(),
        }
    }

    fn sheet(self) -> Node {
        let app = self.app;
        let voice = app.voice();
        let words = voice.context().words;
        let bar = self.model();
        let clear = (bar.chosen > 0)
            .then(|| button("quiet", move |_| app.act(Action::ClearAll)).with(words.msg(Msg::ClearAll)));
        let count = app.found().communities().len();
        let count = words.counted(count, Msg::CountCommunity, Msg::CountCommunities);
        let menu = |(at, menu): (usize, Menu)| {
            let badge = (menu.chosen > 0).then(|| of_class("span", "fac-count").with(menu.badge.clone()));
            of_class("details", "fold")
                .attr("open", at == 0)
                .with(el("summary").with(el("span").with(menu.title.clone())).with(badge))
                .with_all(menu.facets.iter().map(|facet| self.facet(facet, menu.facets.len() > 1, "s", "")))
        };
        let press = move |event: &dyn Event| match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                self.close(SHEET_BUTTON);
            }
            _ => platform::keep_focus_inside(SHEET, event),
        };
        let sheet =
            of_class("div", "sheet")
                .attr("id", SHEET)
                .attr("role", "dialog")
                .attr("aria-modal", "true")
                .attr("aria-labelledby", "filter-sheet-title")
                .attr("tabindex", "-1")
                .on("keydown", press)
                .with(
                    of_class("div", "sheet-head")
                        .with(el("h2").attr("id", "filter-sheet-title").with(words.msg(Msg::Filters)))
                        .with(clear),
                )
                .with(of_class("div", "sheet-in").with_all(bar.menus.into_iter().enumerate().map(menu)))
                .with(of_class("div", "sheet-end").with(
                    button("solid", move |_| self.close(SHEET_BUTTON)).with(words.fill(Msg::FiltersSee, &[&count])),
                ));
        many([of_class("div", "scrim").on("click", move |_| self.close(SHEET_BUTTON)), sheet])
    }
}

/// Which collection is shown: one of them or all.
fn switch(app: App, facet: Facet, all: u32) -> Element {
    let dim = facet.dim;
    let part = |name: String, count: u32, is_on: bool, action: Action| {
        button("", move |_| app.act(action.clone()))
            .aria("aria-pressed", is_on)
            .attr("disabled", count == 0 && !is_on)
            .with(name)
            .with(of_class("span", "fac-count").with(count.to_string()))
    };
    let options = facet.options.into_iter().filter(|option| option.number > 0 || option.chosen);
    let options = options.map(|this| part(this.label, this.number, this.chosen, Action::Only(dim, this.option)));
    of_class("div", "seg")
        .attr("role", "group")
        .attr("aria-label", facet.title)
        .with(part(app.msg(Msg::FilterAll), all, facet.chosen == 0, Action::Clear(dim)))
        .with_all(options)
}

fn choice(app: App, facet: &Facet, stem: &str, this: &FacetOption) -> Element {
    let (dim, option) = (facet.dim, this.option);
    let id = [stem, "-", &facet.key, "-", &option.to_string()].concat();
    let reason = [&id, "-why"].concat();
    let is_empty = this.empty.is_some();
    let tick = el("input")
        .attr("id", id)
        .attr("type", "checkbox")
        .attr("disabled", is_empty)
        .attr("aria-describedby", reason.clone())
        .attr("checked", this.chosen)
        .on("change", move |_| app.act(Action::Toggle(dim, option)));
    let rail = of_class("svg", "rail").attr("viewBox", "0 0 100 6").attr("preserveAspectRatio", "none");
    let bar = lengths(el("rect"), [("width", f64::from(this.percent)), ("height", 6.0)]);
    of_class("label", if is_empty { "option empty" } else { "option" })
        .with(tick)
        .with(of_class("span", "option-label").with(this.label.clone()))
        .with(rail.attr("aria-hidden", "true").attr("focusable", "false").with(bar))
        .with(of_class("span", "count").attr("aria-hidden", "true").with(this.number.to_string()))
        .with(
            of_class("span", "visually-hidden")
                .attr("id", reason)
                .with(this.empty.clone().unwrap_or(this.count.clone())),
        )
}

fn arrow() -> Element {
    of_class("span", "arrow").attr("aria-hidden", "true").with("▾")
}

/// The filters in force, each removable.
fn chips(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let chips = context.chips(&app.selection.get());
    let count = chips.len();
    let clear = |id: &'static str, msg: Msg, action: Action| {
        button("quiet", move |_| remove(app, action.clone())).attr("id", id).with(words.msg(msg))
    };
    of_class("div", "chips")
        .attr("id", "chips")
        .attr("tabindex", "-1")
        .attr("role", "region")
        .attr("aria-label", words.msg(Msg::FiltersActive))
        .with(many(chips.into_iter().map(|this| chip(app, this))))
        .with((count >= 2).then(|| clear("clear-all", Msg::ClearAll, Action::ClearAll)))
        .with((count >= 1).then(|| clear("reset", Msg::Reset, Action::Reset)))
}

fn chip(app: App, chip: Chip) -> Element {
    button("chip", move |_| remove(app, Action::Toggle(chip.dim, chip.option)))
        .attr("aria-label", chip.remove)
        .with(chip.label)
        .with(el("span").attr("aria-hidden", "true").with(" ✕"))
}

/// The button that had the focus goes; the region around it stays.
fn remove(app: App, action: Action) {
    app.act(action);
    platform::focus_later("chips");
}

/// What stands where filters leave nothing.
pub fn nothing(app: App) -> Node {
    live(move || {
        of_class("div", "nothing")
            .with(el("h2").with(app.msg(Msg::NothingTitle)))
            .with(el("p").with(app.msg(Msg::NothingHow)))
            .with(button("solid", move |_| app.act(Action::ClearAll)).with(app.msg(Msg::ClearAll)))
    })
}
