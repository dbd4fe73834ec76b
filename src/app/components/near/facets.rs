//! The filter panel and the chips of what is chosen.

use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::Context;
use linpu::present::facets::{Chip, Facet, FacetOption};
use linpu::query::DimId;
use linpu::state::Action;
use linpu::text::Msg;

/// The facets. Their boxes stay where they are while counts change, so that the focus stays too.
pub fn filter_panel(app: App) -> Node {
    // Matters only where the page is narrow; beside the charts the filters are always in view.
    let open = RwSignal::new(false);
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let facets = context.facets(&app.found(), &app.selection.get());
        let is_open = open.get();
        let toggle = button("plain filters-toggle", move |_| open.update(|open| *open = !*open))
            .attr("aria-controls", "filters-body")
            .aria("aria-expanded", is_open)
            .with(context.words.msg(if is_open { Msg::FiltersHide } else { Msg::FiltersShow }));
        // No boxes before they do something.
        let groups = app.viewport_px.get().map(|_| many(facets.into_iter().map(|facet| group(app, facet))));
        of_class("section", if is_open { "filters open" } else { "filters" })
            .attr("aria-labelledby", "filters-title")
            .with(el("h2").attr("id", "filters-title").with(context.words.msg(Msg::Filters)))
            .with(toggle)
            .with(
                el("div")
                    .attr("id", "filters-body")
                    .with(of_class("p", "how").with(context.words.msg(Msg::FiltersHow)))
                    .with(groups),
            )
    })
}

fn group(app: App, facet: Facet) -> Element {
    let (dim, key) = (facet.dim, facet.key);
    let badge = (facet.chosen > 0).then(|| of_class("span", "badge").with(facet.chosen.to_string()));
    let options = facet.options.into_iter().map(|option| choice(app, dim, &key, option));
    of_class("details", "facet")
        .attr("open", facet.is_open)
        .with(el("summary").with(el("span").with(facet.title.clone())).with(badge))
        .with(el("div").attr("role", "group").attr("aria-label", facet.title).with_all(options))
}

fn choice(app: App, dim: DimId, key: &str, this: FacetOption) -> Element {
    let option = this.option;
    let id = format!("f-{key}-{option}");
    let reason = format!("{id}-why");
    let is_empty = this.empty.is_some();
    let tick = el("input")
        .attr("id", id)
        .attr("type", "checkbox")
        .attr("disabled", is_empty)
        .attr("aria-describedby", reason.clone())
        .attr("checked", this.chosen)
        .on("change", move |_| app.act(Action::Toggle(dim, option)));
    of_class("label", if is_empty { "option empty" } else { "option" })
        .with(tick)
        .with(of_class("span", "option-label").with(this.label))
        .with(of_class("span", "count").attr("id", reason).with(this.empty.unwrap_or(this.count)))
}

/// The filters in force, and what they leave of communities and figures.
pub fn chips(app: App) -> Node {
    chips_saying(app, move |context| context.announcement(&app.found()))
}

/// The filters in force, each removable, and the sentence that says what is shown.
pub fn chips_saying(app: App, says: impl Fn(&Context) -> String + 'static) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let chips = context.chips(&app.selection.get());
        let count = chips.len();
        let clear = |id: &'static str, msg: Msg, action: Action| {
            button("plain", move |_| remove(app, action.clone())).attr("id", id).with(words.msg(msg))
        };
        of_class("div", "chips")
            .attr("id", "chips")
            .attr("tabindex", "-1")
            .attr("role", "region")
            .attr("aria-label", words.msg(Msg::FiltersActive))
            .with(of_class("p", "announcement").attr("role", "status").attr("aria-live", "polite").with(says(&context)))
            .with(many(chips.into_iter().map(|this| chip(app, this))))
            .with((count >= 2).then(|| clear("clear-all", Msg::ClearAll, Action::ClearAll)))
            .with((count >= 1).then(|| clear("reset", Msg::Reset, Action::Reset)))
    })
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
