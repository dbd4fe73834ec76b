//! One chart by itself: large, nothing folded, each of its definitions as bars, who is silent by name.

use crate::app::components::far::guest;
use crate::app::components::far::readout::SILENT_LIST;
use crate::app::components::far::rows;
use crate::app::components::near::chart::chart;
use crate::app::components::near::facets::filters_of_figures;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use leptos::prelude::*;
use linpu::chart::draw::draw;
use linpu::model::IndicatorId;
use linpu::present::layout;
use linpu::present::marks::Silent;
use linpu::query::Coverage;
use linpu::state::{Action, ChartId, OverviewChart, Page};
use linpu::text::FarMsg;

/// The page of one chart, or of one definition of it.
pub fn chart_page(app: App, which: OverviewChart, definition: Option<IndicatorId>) -> Node {
    let head = live(move || {
        let context_of = app.voice();
        let context = context_of.context();
        of_class("div", "intro chart-intro")
            .with(el("h1").with(context.chart_name(which)))
            .with(of_class("p", "lead").with(context.words.msg(FarMsg::ChartPageLead)))
    });
    let others = live(move || {
        let OverviewChart::Group(group) = which else { return Node::Nothing };
        let voice = app.voice();
        let context = voice.context();
        let link = |to: Option<IndicatorId>, text: String| {
            // What is shown needs no way to itself.
            el("li").with(match to == definition {
                true => el("b").attr("aria-current", "true").with(text),
                false => el("a").attr("href", app.href(Action::Go(Page::Chart(which, to)))).with(text),
            })
        };
        let all = link(None, context.words.msg(FarMsg::ChartAllDefinitions));
        let each = context.definitions_of(group, &app.found()).into_iter().map(|(id, name)| link(Some(id), name));
        of_class("nav", "definitions")
            .attr("aria-label", context.words.msg(FarMsg::ChartDefinitions))
            .with(el("h2").with(context.words.msg(FarMsg::ChartDefinitions)))
            .with(el("ul").with(all).with_all(each.collect::<Vec<_>>()))
            .into()
    });
    let over_time = live(move || {
        let OverviewChart::Group(group) = which else { return Node::Nothing };
        // One definition by itself is a comparison; all of them have their times.
        let has_times = definition.is_none() && app.voice().context().is_over_time(group);
        Node::from(has_times.then(|| of_class("div", "charts").with(chart(app, ChartId::OverTime(group)))))
    });
    let id = definition.map_or(ChartId::Whole(which), ChartId::Ranked);
    // A portal may want the table below its chart.
    let look = guest::look(app);
    let twin = live(move || {
        let wants = look.get().is_some_and(|look| look.twin);
        let twin = || {
            let card = app.rest().map(|rest| (rest.card)(app, id))?;
            let drawn = layout::drawn(app.page_px(), id.room(), &card.spec, draw).into_iter().next()?;
            Some(of_class("div", "card").with(rows::twin(app, &card, &drawn.scene)))
        };
        Node::from(wants.then(twin).flatten())
    });
    let silent = definition.map(|definition| live(move || silent(app, definition)));
    let charts = of_class("div", "charts").with(chart(app, id)).into();
    many([head, filters_of_figures(app), charts, twin, Node::from(silent), over_time, others])
}

/// Who says nothing under a definition, by name, each leading to its page.
fn silent(app: App, definition: IndicatorId) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let all = context.silent_under(definition, &app.found());
    let none = all.is_empty().then(|| of_class("p", "detail").with(words.msg(FarMsg::SilentNone)));
    let group = |silent: Silent| {
        let means = match silent.means {
            Coverage::NotInExcerpt => FarMsg::SilentUnseen,
            _ => FarMsg::SilentNot,
        };
        let title = words.dotted(&[silent.of, words.msg(means), silent.communities.len().to_string()]);
        let names = silent.communities.into_iter().map(|id| {
            let page = app.href(Action::Go(Page::Community(id)));
            el("li").with(el("a").attr("href", page).with(context.community(id)))
        });
        many([
            Node::from(el("h3").with(title)),
            of_class("ul", "silent-names").with_all(names.collect::<Vec<_>>()).into(),
        ])
    };
    of_class("section", "card silent")
        .attr("id", SILENT_LIST)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "silent-title")
        .with(el("h2").attr("id", "silent-title").with(words.msg(FarMsg::SilentTitle)))
        .with(none)
        .with_all(all.into_iter().map(group).collect::<Vec<_>>())
}
