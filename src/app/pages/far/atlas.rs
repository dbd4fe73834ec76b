//! Every governance system: what communities share, and all of them by topic.

use crate::app::components::far::systems::system_link;
use crate::app::components::near::chart::chart;
use crate::app::components::near::facets::filters;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use linpu::present::Context;
use linpu::present::atlas::{Atlas, AtlasCell, AtlasRow, SystemLink};
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
        let atlas = context.atlas(&app.found());
        let others = atlas.others.iter().map(|says| of_class("p", "note").with(says.clone()));
        many([
            Node::from(table(app, &context, &atlas, FarMsg::AtlasMotifs, &atlas.motifs)),
            Node::from(table(app, &context, &atlas, FarMsg::AtlasByTopic, &atlas.topics)),
            many(others),
        ])
    };
    let count = move |context: &Context| context.words.counted(app.found().systems().len(), FarMsg::AtlasCount);
    let time = of_class("div", "charts").with(chart(app, ChartId::Overview(OverviewChart::Timeline)));
    let content = of_class("div", "content").with(live(body)).with(time);
    many([live(intro), filters(app, count), content.into()])
}

/// Rows that open to the systems in them, under the communities; nothing where there are none.
fn table(app: App, context: &Context, atlas: &Atlas, title: FarMsg, rows: &[AtlasRow]) -> Option<Element> {
    let heads = atlas.communities.iter().map(|head| {
        let href = app.href(Action::Go(Page::Community(head.id)));
        el("span")
            .with(el("a").attr("href", href).with(head.name.clone()))
            .with(of_class("span", "detail").with(head.says.clone()))
    });
    let heads = of_class("div", "atlas-row atlas-heads").with(el("span")).with_all(heads);
    let rows: Vec<Element> = rows.iter().map(|it| row(app, it, atlas.is_short)).collect();
    (!rows.is_empty()).then(|| {
        of_class("section", if atlas.has_columns { "card atlas" } else { "card atlas listed" })
            .with(el("h2").with(context.words.msg(title)))
            .with(atlas.has_columns.then_some(heads))
            .with_all(rows)
    })
}

fn row(app: App, row: &AtlasRow, is_open: bool) -> Element {
    let name = of_class("span", "atlas-name")
        .with(of_class("b", "").with(row.title.clone()))
        .with(of_class("span", "detail").with(row.says.clone()));
    let summary = of_class("summary", "atlas-row").with(name).with_all(row.cells.iter().map(cell));
    // Under its column, where there are columns.
    let inside = row.cells.iter().map(|cell| {
        of_class("div", if cell.links.is_empty() { "nobody" } else { "" })
            .with((!cell.links.is_empty()).then(|| of_class("h3", "who").with(cell.who.clone())))
            .with((!cell.links.is_empty()).then(|| links(app, &cell.links)))
    });
    let note = of_class("p", "note").with(row.note.clone());
    el("details")
        .attr("open", is_open)
        .with(summary)
        .with(of_class("div", "atlas-row atlas-in").with(note).with_all(inside))
}

/// How many systems a community has in a row.
fn cell(cell: &AtlasCell) -> Element {
    const STEPS: [&str; 5] = ["m0", "m1", "m2", "m3", "m4"];
    let class = STEPS[cell.step.min(STEPS.len() - 1)];
    el("span")
        .attr("class", ["atlas-cell ", class].concat())
        .with(of_class("span", "who").with(cell.who.clone()).with(" "))
        .with(of_class("span", "atlas-count").with(cell.count.clone()))
}

/// Systems as a list of links.
fn links(app: App, systems: &[SystemLink]) -> Element {
    let link = |system: &SystemLink| el("li").with(system_link(app, system.clone()));
    of_class("ul", "links").with_all(systems.iter().map(link))
}
