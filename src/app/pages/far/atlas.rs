//! Every governance system: what communities share, and all of them by topic.

use crate::app::components::near::chart::chart;
use crate::app::components::near::facets::filters;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use linpu::present::Context;
use linpu::present::atlas::{AtlasRow, SystemLink};
use linpu::state::{Action, ChartId, OverviewChart, Page};
use linpu::text::{FarMsg, Msg};

/// The atlas.
pub fn atlas(app: App) -> Node {
    let intro = move || {
        let voice = app.voice();
        let context = voice.context();
        let count = context.data.systems.len().to_string();
        of_class("div", "intro")
            .with(el("h1").with(context.words.msg(Msg::AtlasTitle)))
            .with(of_class("p", "lead").with(context.words.fill(FarMsg::AtlasLead, &[&count])))
    };
    let body = move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let atlas = context.atlas(&app.found());
        let heads: Vec<String> = atlas.communities.iter().map(|(_, name)| name.clone()).collect();
        let table = |title: FarMsg, rows: Vec<AtlasRow>| {
            let head = heads.iter().map(|head| el("th").attr("scope", "col").with(head.clone()));
            let table = of_class("table", "stacking atlas")
                .with(el("thead").with(el("tr").with(el("td")).with_all(head)))
                .with(el("tbody").with_all(rows.iter().map(|this| row(app, &context, this.clone(), &heads))));
            (!rows.is_empty()).then(|| of_class("section", "card").with(el("h2").with(words.msg(title))).with(table))
        };
        many([
            table(FarMsg::AtlasShared, atlas.shared),
            table(FarMsg::AtlasSingle, atlas.single),
            table(FarMsg::AtlasByTopic, atlas.topics),
        ])
    };
    let count = move |context: &Context| {
        context.words.counted(app.found().systems().len(), FarMsg::AtlasCountOne, FarMsg::AtlasCount)
    };
    let time = of_class("div", "charts").with(chart(app, ChartId::Overview(OverviewChart::Timeline)));
    let content = of_class("div", "content").with(live(body)).with(time);
    many([live(intro), filters(app, count), content.into()])
}

fn row(app: App, context: &Context, row: AtlasRow, heads: &[String]) -> Element {
    let name = el("th").attr("scope", "row").with(row.title).with(of_class("span", "detail").with(row.note));
    let cells = row.cells.into_iter().zip(heads).map(|(systems, head)| {
        let cell = el("td").attr("data-label", head.clone());
        match systems.is_empty() {
            true => cell.attr("class", "missing").with(context.words.msg(FarMsg::AtlasNone)),
            false => cell.with(links(app, systems)),
        }
    });
    el("tr").with(name).with_all(cells)
}

/// Systems as a list of links.
fn links(app: App, systems: Vec<SystemLink>) -> Element {
    let link = |system: SystemLink| el("li").with(system_link(app, system));
    of_class("ul", "links").with_all(systems.into_iter().map(link))
}

/// A system as a link to its page.
pub fn system_link(app: App, system: SystemLink) -> Element {
    el("a").attr("href", app.href(Action::Go(Page::System(system.id)))).attr("title", system.form).with(system.name)
}
