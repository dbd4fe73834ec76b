//! The filters: one bar of menus, a sheet of the same on phones, and the chips of what is chosen.

use crate::app::context::{App, Filters, Open, SHEET, SHEET_BUTTON};
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::Context;
use linpu::present::facets::{Chip, Facet, Menu};
use linpu::state::Action;
use linpu::text::Msg;

/// The bar, and the filters in force with the sentence that says what they leave.
pub fn filters(app: App, says: impl Fn(&Context) -> String + 'static) -> Node {
    let filters = Filters::new(app);
    let says = live(move || {
        let says = says(&app.voice().context());
        of_class("p", "announcement").attr("role", "status").attr("aria-live", "polite").with(says)
    });
    let bar = of_class("div", "bar").with(live(move || bar_of(filters))).with(says);
    many([
        of_class("section", "filters").with(bar).with(live(move || over_the_page(filters))).into(),
        live(move || chips(app)),
    ])
}

/// The filters, with what they leave of communities and figures.
pub fn filters_of_figures(app: App) -> Node {
    filters(app, move |context| context.announcement(&app.found()))
}

fn bar_of(filters: Filters) -> Node {
    let bar = filters.model();
    let app = filters.app;
    let badge = (bar.chosen > 0).then(|| of_class("span", "badge").with(bar.chosen.to_string()));
    let all = button("fac sheet-button", move |_| {
        app.when_rest(move |_| {
            filters.show(Open::Sheet);
            platform::focus_later(SHEET);
        });
    });
    many([
        Node::from(bar.switch.map(|facet| switch(app, facet, bar.all))),
        of_class("div", "menus")
            .with_all(bar.menus.into_iter().enumerate().map(|(at, menu)| menu_of(filters, at, menu)))
            .into(),
        all.attr("id", SHEET_BUTTON)
            .attr("aria-haspopup", "dialog")
            .with(app.msg(Msg::Filters))
            .with(badge)
            .with(arrow())
            .into(),
    ])
}

fn menu_of(filters: Filters, at: usize, menu: Menu) -> Element {
    let is_open = filters.open.get() == Open::Menu(at);
    let id = |part: &str| ["filter-", &menu.key, part].concat();
    let (opener, whole) = (id("-button"), id(""));
    let popover = is_open.then(|| match filters.app.rest() {
        Some(rest) => Node::from((rest.popover)(filters, id("-menu"), &menu)),
        None => of_class("div", "popover").with(filters.app.msg(Msg::StillLoading)).into(),
    });
    let toggle = button(if menu.chosen > 0 { "fac on" } else { "fac" }, move |_| {
        filters.show(if is_open { Open::Nothing } else { Open::Menu(at) });
    });
    let back = opener.clone();
    of_class("div", "menu-of")
        .attr("id", whole.clone())
        .on("keydown", move |event| {
            if is_open && event.key() == "Escape" {
                event.prevent_default();
                filters.close(&back);
            }
        })
        .on("focusout", move |event| {
            if is_open && event.left(&whole) {
                filters.show(Open::Nothing);
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

/// What lies over the page while something is open: a sheet of all filters, or only what a click beside a menu meets.
fn over_the_page(filters: Filters) -> Node {
    match filters.open.get() {
        Open::Nothing => Node::Nothing,
        Open::Menu(_) => of_class("div", "veil").on("click", move |_| filters.show(Open::Nothing)).into(),
        Open::Sheet => match filters.app.rest() {
            Some(rest) => (rest.sheet)(filters),
            None => Node::Nothing,
        },
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
