//! What the data are and what they are not.

use super::community::source_facts;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use linpu::export;
use linpu::present::Context;
use linpu::present::about::Definition;
use linpu::present::figures::Row;
use linpu::text::{FarMsg, Msg};

/// The page about the data.
pub fn about(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let section =
            |(title, text): (String, String)| el("section").with(el("h2").with(title)).with(el("p").with(text));
        let sources = el("section")
            .with(el("h2").with(words.msg(FarMsg::AboutSourcesTitle)))
            .with_all(context.tables.sources().map(|id| source_facts(&context, id)));
        let save = button("plain", move |_| save(app)).with(words.msg(FarMsg::DownloadAll));
        many([
            of_class("div", "intro").with(el("h1").with(words.msg(Msg::AboutTitle))),
            of_class("div", "about")
                .with(
                    el("div")
                        .with_all(context.about().into_iter().map(section))
                        .with(of_class("div", "actions").with(save)),
                )
                .with(sources)
                .with(definitions(&context)),
        ])
    })
}

/// Every indicator, group by group.
fn definitions(context: &Context) -> Element {
    let words = context.words;
    let far = [FarMsg::ColUnit, FarMsg::ReceiptDefinition, FarMsg::ColComparable].map(|head| words.msg(head));
    let heads: Vec<String> = std::iter::once(words.msg(FarMsg::ColIndicator)).chain(far).collect();
    let row = |this: Definition| {
        let cells = [this.unit, this.definition, this.comparable].into_iter().zip(&heads[1..]);
        el("tr")
            .with(el("th").attr("scope", "row").with(this.name))
            .with_all(cells.map(|(text, head)| el("td").attr("data-label", head.clone()).with(text)))
    };
    let group = |(title, rows): (String, Vec<Definition>)| {
        el("tbody")
            .with(el("tr").with(of_class("th", "group-row").attr("colspan", "4").attr("scope", "rowgroup").with(title)))
            .with_all(rows.into_iter().map(row))
    };
    let head = el("tr").with_all(heads.iter().map(|head| el("th").attr("scope", "col").with(head.clone())));
    of_class("section", "definitions")
        .with(el("h2").with(words.msg(FarMsg::AboutDefinitions)))
        .with(of_class("p", "note").with(words.msg(FarMsg::AboutDefinitionsNote)))
        .with(
            of_class("table", "stacking")
                .with(el("thead").with(head))
                .with_all(context.indicator_definitions().into_iter().map(group)),
        )
}

/// Every figure as a file. What is refused leaves the table of figures, where they can be copied.
fn save(app: App) {
    let voice = app.voice();
    let context = voice.context();
    let rows: Vec<Row> = context.tables.figures().map(Row::Figure).collect();
    let words = context.words;
    let csv = export::figures_csv(&context, &rows, &words.msg(Msg::TableTitle), &words.msg(Msg::NoFilters), "");
    let _ = platform::download("linpu-all-figures.csv", "text/csv;charset=utf-8", &csv);
}
