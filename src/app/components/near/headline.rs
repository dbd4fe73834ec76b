//! Headline tiles and the headline table.

use super::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use linpu::present::Context;
use linpu::present::headline::{HeadlineCell, HeadlineRow};
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// What is reported at all.
pub fn tiles(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let tiles = voice.context().tiles(&app.found()).into_iter().map(|tile| {
            let plot = ["plot-", &tile.chart.code(voice.context().data)].concat();
            button("tile", move |_| platform::focus(&plot))
                .with(of_class("span", "tile-label").with(tile.label))
                .with(of_class("span", "tile-figure").with(tile.figure))
                .with(of_class("span", "tile-detail").with(tile.detail))
        });
        of_class("section", "tiles").attr("aria-label", app.msg(Msg::HeadlineTitle)).with_all(tiles)
    })
}

/// The main figures of each community.
pub fn headline_table(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let (heads, rows) = context.headline_table(&app.found());
        let column = |head: &String| el("th").attr("scope", "col").with(head.clone());
        of_class("section", "card headline")
            .attr("aria-labelledby", "headline-title")
            .with(el("h2").attr("id", "headline-title").with(words.msg(Msg::HeadlineTable)))
            .with(of_class("p", "note").with(words.msg(Msg::HeadlineTableNote)))
            .with(
                of_class("table", "stacking")
                    .with(
                        el("thead").with(
                            el("tr").with(column(&words.msg(Msg::ColCommunity))).with_all(heads.iter().map(column)),
                        ),
                    )
                    .with(el("tbody").with_all(rows.into_iter().map(|this| row(app, &context, this, &heads)))),
            )
    })
}

fn row(app: App, context: &Context, row: HeadlineRow, heads: &[String]) -> Element {
    let page = app.href(Action::Go(Page::Community(row.community)));
    let name = el("th")
        .attr("scope", "row")
        .with(el("a").attr("href", page).with(row.name))
        .with(of_class("span", "detail").with(row.place));
    let cells = row.cells.into_iter().zip(heads).map(|(this, head)| cell(app, context, this, head.clone()));
    el("tr").with(name).with_all(cells)
}

fn cell(app: App, context: &Context, cell: HeadlineCell, head: String) -> Element {
    match cell {
        HeadlineCell::Missing(why) => of_class("td", "missing").attr("data-label", head).with(why),
        HeadlineCell::Figures(figures, more) => {
            let figures = figures.into_iter().map(|figure| {
                of_class("div", "cell-figure")
                    .with(figure_button(app, context, figure.id, figure.value, &figure.spoken))
                    .with(of_class("span", "detail").with(figure.detail))
            });
            let more = (more > 0)
                .then(|| of_class("span", "detail").with(context.words.fill(Msg::AndMore, &[&more.to_string()])));
            el("td").attr("data-label", head).with(many(figures)).with(more)
        }
    }
}
