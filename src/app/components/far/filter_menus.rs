//! The filters when they are open: a menu of boxes under the bar, or a sheet of all of them over the page.

use crate::app::components::far::find::find_field;
use crate::app::components::near::scene::lengths;
use crate::app::context::{App, Filters, SHEET, SHEET_BUTTON};
use crate::app::element::{Element, Event, Node, button, el, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::facets::{Facet, FacetOption, Menu};
use linpu::state::Action;
use linpu::text::{FarMsg, Msg};

/// A menu.
pub fn popover(filters: Filters, id: String, menu: &Menu) -> Element {
    let words = |msg| filters.app.msg(msg);
    let typed = filters.typed.get();
    let find = || find_field(words(FarMsg::FiltersFind), filters.typed).attr("class", "find-option");
    let (facets, dims) = (facets_of(filters, menu), menu.dims.clone());
    let clear = (menu.chosen > 0).then(|| {
        let app = filters.app;
        button("quiet", move |_| app.act_all(dims.iter().copied().map(Action::Clear).collect()))
            .with(words(FarMsg::FiltersClear))
    });
    of_class("div", "popover")
        .attr("id", id)
        .attr("role", "group")
        .attr("aria-label", menu.title.clone())
        .with(menu.is_long.then(find))
        .with(
            of_class("div", "popover-in")
                .with_all(facets.iter().map(|facet| facet_of(filters, facet, facets.len() > 1, "f", &typed))),
        )
        .with(of_class("div", "popover-end").with(el("span").with(words(FarMsg::FiltersHow))).with(clear))
}

fn facets_of(filters: Filters, menu: &Menu) -> Vec<Facet> {
    let app = filters.app;
    app.voice().context().facets_of(menu, &app.found(), &app.selection.get())
}

/// The boxes of a facet. They stay where they are while counts change, so that the focus stays too.
fn facet_of(filters: Filters, facet: &Facet, is_titled: bool, stem: &'static str, typed: &str) -> Element {
    let app = filters.app;
    let title = is_titled.then(|| of_class("p", "facet-title").with(facet.title.clone()));
    let options = facet.options.iter().filter(|option| option.matches(typed));
    of_class("div", "facet")
        .attr("role", "group")
        .attr("aria-label", facet.title.clone())
        .with(title)
        .with_all(options.map(|option| choice(app, facet, stem, option)))
}

/// The sheet.
pub fn sheet(filters: Filters) -> Node {
    let app = filters.app;
    let voice = app.voice();
    let words = voice.context().words;
    let bar = filters.model();
    let clear =
        (bar.chosen > 0).then(|| button("quiet", move |_| app.act(Action::ClearAll)).with(words.msg(Msg::ClearAll)));
    let count = app.found().communities().len();
    let count = words.counted(count, Msg::CountCommunities);
    let menu = |(at, menu): (usize, Menu)| {
        let badge = (menu.chosen > 0).then(|| of_class("span", "fac-count").with(menu.badge.clone()));
        let facets = facets_of(filters, &menu);
        of_class("details", "fold")
            .attr("open", at == 0)
            .with(el("summary").with(el("span").with(menu.title.clone())).with(badge))
            .with_all(facets.iter().map(|facet| facet_of(filters, facet, facets.len() > 1, "s", "")))
    };
    let press = move |event: &dyn Event| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            filters.close(SHEET_BUTTON);
        }
        _ => platform::keep_focus_inside(SHEET, event),
    };
    let sheet = of_class("div", "sheet")
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
            button("solid", move |_| filters.close(SHEET_BUTTON)).with(words.fill(FarMsg::FiltersSee, &[&count])),
        ));
    many([of_class("div", "scrim").on("click", move |_| filters.close(SHEET_BUTTON)), sheet])
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
