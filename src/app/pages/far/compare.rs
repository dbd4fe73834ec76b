//! Communities side by side.

use crate::app::components::far::compare_said::{alone, conflicts, said, says};
use crate::app::components::far::compare_tools::tools;
use crate::app::components::far::define::{Draft, define, plot_axes};
use crate::app::components::far::own::own;
use crate::app::components::far::systems::card;
use crate::app::components::near::chart::chart;
use crate::app::components::near::key::key;
use crate::app::context::App;
use crate::app::element::{Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::model::CodeId;
use linpu::present::compare::ComparePage;
use linpu::state::{ChartId, ComparedChart, Comparison};
use linpu::text::{FarMsg, Msg};
use std::sync::Arc;

/// What is said, made anew when the view or the data change.
type Model = Memo<Arc<ComparePage>>;

/// The page that compares communities.
pub fn compare(app: App) -> Node {
    let comparison = Memo::new(move |_| app.view.with(|view| view.comparison.clone()));
    let model: Model = Memo::new(move |_| Arc::new(app.voice().context().compare_page(&comparison.get())));
    // The charts stay as long as the groups do.
    let groups = Memo::new(move |_| model.get().groups.iter().map(|group| group.id).collect::<Vec<CodeId>>());
    let draft = Draft::new();
    let is_enough = Memo::new(move |_| app.voice().context().compared(&comparison.get().communities).len() > 1);
    let intro = live(move || {
        of_class("div", "intro")
            .with(el("h1").with(app.msg(Msg::CompareTitle)))
            .with(of_class("p", "lead").with(app.msg(FarMsg::CompareLead)))
    });
    let tools = live(move || tools(app, &app.voice().context(), &comparison.get(), model.get().has_shared));
    let groups = move || live(move || many(groups.get().into_iter().map(|id| group(app, model, comparison, id))));
    let body = live(move || match is_enough.get() {
        false => of_class("p", "note").attr("role", "status").with(app.msg(FarMsg::CompareTooFew)).into(),
        true => many([
            live(move || says(app, &app.voice().context(), &model.get())),
            key(app),
            groups(),
            live(move || conflicts(app, &model.get().conflicts)),
            live(move || alone(app, &model.get())),
            live(move || match model.get().has_shared {
                true => chart(app, ChartId::Compared(ComparedChart::Strips)),
                false => no_strips(app),
            }),
            of_class("div", "joined")
                .with(live(move || plot_axes(app)))
                .with(chart(app, ChartId::Compared(ComparedChart::Scatter)))
                .into(),
            of_class("div", "joined")
                .with(chart(app, ChartId::Compared(ComparedChart::Derived)))
                .with(live(move || define(app, draft)))
                .into(),
        ]),
    });
    many([intro, tools, own(app), body])
}

/// Nothing has a place among others yet: figures of one's own would.
fn no_strips(app: App) -> Node {
    let words = |msg| app.msg(msg);
    card("strips", words(FarMsg::StripsTitle))
        .with(of_class("p", "note").with(words(FarMsg::StripsNone)))
        .with(button("plain", move |_| platform::focus("own-summary")).with(words(FarMsg::OwnTitle)))
        .into()
}

/// A group: its chart, its ranks, and what can be said of each pair.
fn group(app: App, model: Model, comparison: Memo<Comparison>, id: CodeId) -> Node {
    let more = live(move || {
        let voice = app.voice();
        let context = voice.context();
        let group = model.get().groups.iter().find(|group| group.id == id).cloned();
        Node::from(group.map(|group| said(app, &context, &comparison.get(), group)))
    });
    of_class("div", "joined").with(chart(app, ChartId::Compared(ComparedChart::Group(id)))).with(more).into()
}
