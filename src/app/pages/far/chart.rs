//! One chart by itself: large, nothing folded, each of its definitions as bars, who is silent by name.

use crate::app::components::near::chart::chart;
use crate::app::components::near::facets::filters_of_figures;
use crate::app::context::App;
use crate::app::element::{Node, el, live, many, of_class};
use linpu::model::IndicatorId;
use linpu::state::{Action, ChartId, OverviewChart, Page};
use linpu::text::FarMsg;

/// The page of one chart, or of one definition of it.
pub fn chart_page(app: App, which: OverviewChart, definition: Option<IndicatorId>) -> Node {
    let head = live(move || {
        let context_of = app.voice();
        let context = context_of.context();
        of_class("div", "intro")
            .with(el("h1").with(context.chart_name(which)))
            .with(of_class("p", "lead").with(context.words.msg(FarMsg::ChartPageLead)))
    });
    let others = live(move || {
        let OverviewChart::Group(group) = which else { return Node::Nothing };
        let voice = app.voice();
        let context = voice.context();
        let link = |to: Option<IndicatorId>, text: String| {
            el("li").with(
                el("a")
                    .attr("href", app.href(Action::Go(Page::Chart(which, to))))
                    .aria("aria-current", to == definition)
                    .with(text),
            )
        };
        let all = link(None, context.words.msg(FarMsg::ChartAllDefinitions));
        let each = context.definitions_of(group, &app.found()).into_iter().map(|(id, name)| link(Some(id), name));
        of_class("nav", "definitions")
            .attr("aria-label", context.words.msg(FarMsg::ChartDefinitions))
            .with(el("h2").with(context.words.msg(FarMsg::ChartDefinitions)))
            .with(el("ul").with(all).with_all(each.collect::<Vec<_>>()))
            .into()
    });
    let id = definition.map_or(ChartId::Whole(which), ChartId::Ranked);
    many([head, filters_of_figures(app), of_class("div", "charts").with(chart(app, id)).into(), others])
}
