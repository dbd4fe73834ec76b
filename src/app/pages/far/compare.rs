//! Communities side by side: whom, the matrix of what compares, and the tools behind it.

use crate::app::components::far::compare_matrix::{Opened, matrix};
use crate::app::components::far::compare_picker::{Picking, picker};
use crate::app::components::far::compare_said::{conflicts, said, says};
use crate::app::components::far::compare_tools::tools;
use crate::app::components::far::define::{Draft, define, plot_axes};
use crate::app::components::far::own::own;
use crate::app::components::far::systems::{card, line};
use crate::app::components::near::chart::chart;
use crate::app::components::near::key::key;
use crate::app::context::App;
use crate::app::element::{Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::measure::Forced;
use linpu::model::CodeId;
use linpu::present::compare::ComparePage;
use linpu::state::{AxisMode, ChartId, ComparedChart, Comparison};
use linpu::text::FarMsg;
use std::sync::Arc;

/// What is said, made anew when the view or the data change.
type Model = Memo<Arc<ComparePage>>;

/// What the tools are called by.
const TOOLS: &str = "more-tools";

/// The page that compares communities.
pub fn compare(app: App) -> Node {
    let comparison = Memo::new(move |_| app.view.with(|view| view.comparison.clone()));
    let scale = Memo::new(move |_| app.view.with(|view| view.scale));
    let model: Model = Memo::new(move |_| Arc::new(app.voice().context().compare_page(&comparison.get(), scale.get())));
    let picking = Picking::new();
    let opened = Opened::new(comparison);
    let is_enough = Memo::new(move |_| model.get().columns.len() > 1);
    let intro = live(move || {
        let page = model.get();
        let says = is_enough.get().then(|| says(app, &app.voice().context(), &page));
        of_class("div", "intro").with(el("h1").with(page.question.clone())).with(says)
    });
    let body = live(move || match is_enough.get() {
        false => of_class("p", "note").attr("role", "status").with(app.msg(FarMsg::CompareTooFew)).into(),
        true => many([
            matrix(app, model, opened, picking, move |id| group(app, model, comparison, id)),
            key(app),
            live(move || Node::from(line("note", model.get().silent.clone()))),
            live(move || conflicts(app, &model.get().conflicts)),
        ]),
    });
    many([
        intro,
        picker(app, model, comparison, picking),
        body,
        own(app, picking.own),
        more(app, model, comparison, picking),
    ])
}

/// What a row opens to: its chart, how long its figures are, why they compare or do not.
fn group(app: App, model: Model, comparison: Memo<Comparison>, id: CodeId) -> Node {
    let sorted = RwSignal::new(false);
    let more = live(move || {
        let voice = app.voice();
        let group = model.get().groups.iter().find(|group| group.id == id).cloned();
        Node::from(group.map(|group| said(app, &voice.context(), &comparison.get(), group, sorted)))
    });
    of_class("div", "opened-in").with(chart(app, ChartId::Compared(ComparedChart::Group(id)))).with(more).into()
}

/// Whether a view uses a tool, which is then in sight.
fn uses_tools(it: &Comparison) -> bool {
    let is_forced = it.forced.iter().any(|forced| matches!(forced, Forced::Ratio(_)));
    is_forced || it.axis != AxisMode::Strip || it.per != Default::default() || it.pair.is_some() || !it.asked.is_empty()
}

/// The tools behind the matrix.
fn more(app: App, model: Model, comparison: Memo<Comparison>, picking: Picking) -> Node {
    let draft = Draft::new();
    let is_open = RwSignal::new(comparison.with_untracked(uses_tools));
    let head = live(move || {
        let open = is_open.get();
        let turn = button("turn", move |_| is_open.update(|open| *open = !*open))
            .aria("aria-expanded", open)
            .attr("aria-controls", open.then_some(TOOLS))
            .with(of_class("span", "tri").attr("aria-hidden", "true").with(if open { "▾" } else { "▸" }))
            .with(app.msg(FarMsg::MoreTools));
        many([el("h2").with(turn), of_class("p", "detail").with(app.msg(FarMsg::MoreToolsNote))])
    });
    let inside = move || {
        of_class("div", "tools-in")
            .attr("id", TOOLS)
            .with(live(move || tools(app, &app.voice().context(), &comparison.get(), model.get().has_shared)))
            .with(live(move || match model.get().has_shared {
                true => chart(app, ChartId::Compared(ComparedChart::Strips)),
                false => no_strips(app, picking),
            }))
            .with(
                of_class("div", "joined")
                    .with(live(move || plot_axes(app)))
                    .with(chart(app, ChartId::Compared(ComparedChart::Scatter))),
            )
            .with(
                of_class("div", "joined")
                    .with(chart(app, ChartId::Compared(ComparedChart::Derived)))
                    .with(live(move || define(app, draft))),
            )
    };
    many([
        of_class("section", "card more-tools").with(head).into(),
        live(move || Node::from(is_open.get().then(inside))),
    ])
}

/// Nothing has a place among others yet: figures of one's own would.
fn no_strips(app: App, picking: Picking) -> Node {
    let words = |msg| app.msg(msg);
    card("strips", words(FarMsg::StripsTitle))
        .with(of_class("p", "note").with(words(FarMsg::StripsNone)))
        .with(button("plain", move |_| picking.ask_own(app)).with(words(FarMsg::OwnTitle)))
        .into()
}
