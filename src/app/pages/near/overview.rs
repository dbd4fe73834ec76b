//! The overview: the question, what is reported, the charts, the main figures.

use crate::app::components::near::chart::chart;
use crate::app::components::near::facets::{chips, filter_panel, nothing};
use crate::app::components::near::headline::{headline_table, tiles};
use crate::app::context::App;
use crate::app::element::{Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::state::{ChartId, OverviewChart};
use linpu::text::Msg;

/// The overview.
pub fn overview(app: App) -> Node {
    let is_nothing = Memo::new(move |_| app.found().communities().is_empty());
    let found = live(move || match is_nothing.get() {
        true => nothing(app),
        false => many([
            tiles(app),
            of_class("div", "charts").with_all(charts_of(app, main(app))).into(),
            headline_table(app),
            more(app),
        ]),
    });
    let content = of_class("div", "content").with(chips(app)).with(found);
    many([
        live(move || {
            let voice = app.voice();
            let context = voice.context();
            let words = context.words;
            let question = words.fill(Msg::Question, &[&words.count(context.data.communities.len())]);
            of_class("div", "intro")
                .with(el("h1").with(question))
                .with(of_class("p", "lead").with(words.msg(Msg::Lead)))
        }),
        of_class("div", "with-filters").with(filter_panel(app)).with(content).into(),
    ])
}

fn main(app: App) -> Vec<OverviewChart> {
    OverviewChart::main(&app.package().data)
}

fn charts_of(app: App, ids: Vec<OverviewChart>) -> impl Iterator<Item = Node> {
    ids.into_iter().map(move |id| chart(app, ChartId::Overview(id)))
}

/// The charts of the other indicator groups, drawn when asked for.
fn more(app: App) -> Node {
    let open = RwSignal::new(false);
    let toggle = live(move || {
        button("solid", move |_| open.update(|open| *open = !*open))
            .aria("aria-expanded", open.get())
            .with(app.msg(Msg::MoreCharts))
    });
    let charts = live(move || {
        let others = || app.voice().context().other_charts();
        Node::from(open.get().then(|| of_class("div", "charts").with_all(charts_of(app, others()))))
    });
    of_class("div", "more").with(toggle).with(charts).into()
}
