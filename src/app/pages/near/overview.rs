//! The overview: what this is, the cases, filters, where they are, and the charts.

use crate::app::components::near::cases::{CHARTS, cases, doors};
use crate::app::components::near::chart::{chart, chart_in};
use crate::app::components::near::facets::{filters_of_figures, nothing};
use crate::app::components::near::key::key;
use crate::app::components::near::map::map_card;
use crate::app::context::{App, LATER};
use crate::app::element::{Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::layout::Room;
use linpu::state::{ChartId, OverviewChart, ViewState};
use linpu::text::Msg;

/// The overview.
pub fn overview(app: App) -> Node {
    let is_nothing = Memo::new(move |_| app.found().communities().is_empty());
    let found = live(move || match is_nothing.get() {
        true => nothing(app),
        false => many([key(app), charts(app), more(app)]),
    });
    let opening = live(move || {
        let voice = app.voice();
        let (question, lead) = voice.context().opening();
        of_class("div", "hero").with(el("h1").with(question)).with(of_class("p", "lead").with(lead))
    });
    let intro = of_class("div", "opening").with(opening).with(cases(app)).with(doors(app));
    many([intro.into(), filters_of_figures(app), of_class("div", "content").with(found).into()])
}

/// The first chart beside the map, the others in two columns. The order is that of arrival: what stands above comes first, so that
/// nothing moves while the page is still being read.
fn charts(app: App) -> Node {
    // Which they are, the first part of the data knows: what is open of them stays open when the rest comes.
    let ids = untrack(|| OverviewChart::main(&app.package().data));
    let is_early = |id: &OverviewChart| matches!(id, OverviewChart::Group(_));
    let (early, late): (Vec<_>, Vec<_>) = ids.into_iter().partition(is_early);
    let mut ids = early.into_iter().map(ChartId::Overview);
    let first = ids.next().map(|id| chart_in(app, id, Room::Band));
    let others: Vec<ChartId> = ids.collect();
    // Until then what stands there is the first paint, if it says the same.
    let says_the_same = untrack(|| app.view.with(|view| *view == ViewState::default()));
    if says_the_same {
        app.turns.wait_behind_first_paint();
    }
    let others = live(move || {
        if !app.turns.has_come(LATER) {
            return Node::Nothing;
        }
        platform::let_go(LATER);
        many(others.iter().map(|id| chart(app, *id)))
    });
    of_class("div", "all-charts")
        .attr("id", CHARTS)
        .attr("tabindex", "-1")
        .with(of_class("div", "band").with(Node::from(first)).with(map_card(app)))
        .with(of_class("div", "charts").attr("id", LATER).with(others))
        .with(live(move || {
            // The rest of the program draws it; it is the last, so that nothing moves when it comes.
            let is_drawn = app.rest_by_now().is_some() && app.viewport_px.get().is_some();
            let late = late.iter().map(|id| chart(app, ChartId::Overview(*id)));
            Node::from(is_drawn.then(|| of_class("div", "charts").with_all(late.collect::<Vec<_>>())))
        }))
        .into()
}

/// The charts of the other indicator groups, drawn when asked for.
fn more(app: App) -> Node {
    let open = RwSignal::new(false);
    let toggle = live(move || {
        button("plain", move |_| open.update(|open| *open = !*open))
            .aria("aria-expanded", open.get())
            .with(app.msg(Msg::MoreCharts))
    });
    let charts = live(move || {
        let others = || app.voice().context().other_charts().into_iter().map(ChartId::Overview);
        Node::from(open.get().then(|| of_class("div", "charts").with_all(others().map(|id| chart(app, id)))))
    });
    of_class("div", "more").with(toggle).with(charts).into()
}
