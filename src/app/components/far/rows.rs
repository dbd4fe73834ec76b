//! Rows of figures as a plain table: the twin of a chart; and the parts of a table that is sorted and has columns to choose.

use super::readout::follow;
use crate::app::components::near::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, many, of_class};
use linpu::chart::{Scene, SceneMark};
use linpu::present::Context;
use linpu::present::card::ChartCard;
use linpu::present::figures::Row;
use linpu::state::{Action, Direction, TableColumn};
use linpu::text::FarMsg;

/// The columns of a twin.
const COLUMNS: [TableColumn; 5] =
    [TableColumn::Community, TableColumn::Indicator, TableColumn::Scope, TableColumn::Value, TableColumn::Period];

/// A chart as a table: a row for each mark of its drawing, in the order in which the arrows visit them.
pub fn twin(app: App, card: &ChartCard, scene: &Scene) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let head = COLUMNS.map(|column| el("th").attr("scope", "col").with(context.column(column)));
    let body = scene.marks.iter().map(|mark| {
        let row = el("tr").attr("data-mark", mark.key.clone());
        match context.data.observation_by_key(&mark.key) {
            Some(id) => row.with(cells(app, &context, Row::Figure(id), &COLUMNS)),
            // What is no figure of the package: who is silent, what was computed, a stretch of time, a row by its name.
            None => row.with(other(app, &context, mark)),
        }
    });
    let caption = words.fill(FarMsg::TwinCaption, &[&card.title, &scene.marks.len().to_string()]);
    of_class("div", "twin").attr("role", "region").attr("tabindex", "0").attr("aria-label", card.title.clone()).with(
        of_class("table", "stacking")
            .with(of_class("caption", "visually-hidden").with(caption))
            .with(el("thead").with(el("tr").with_all(head)))
            .with(el("tbody").with_all(body)),
    )
}

/// A mark that is no figure, in its words, and where it leads.
fn other(app: App, context: &Context, mark: &SceneMark) -> Element {
    let words = mark.spoken.clone();
    let cell = el("th").attr("scope", "row").attr("colspan", COLUMNS.len().to_string());
    let cell = cell.attr("data-label", context.words.msg(FarMsg::TwinMark));
    match context.mark_action(&mark.key) {
        Some(_) => {
            let key = mark.key.clone();
            cell.with(button("figure", move |_| follow(app, key.clone())).with(words))
        }
        None => cell.with(words),
    }
}

/// The cells of a row; a value opens its receipt.
pub fn cells(app: App, context: &Context, row: Row, columns: &[TableColumn]) -> Node {
    many(columns.iter().map(|column| {
        let cell = context.table_cell(row, *column);
        let head = context.column(*column);
        match (row, column) {
            (Row::Figure(id), TableColumn::Value) => {
                let spoken = context.spoken(context.data.observation(id));
                el("td").attr("data-label", head).with(figure_button(app, context, id, cell.text, &spoken))
            }
            (_, TableColumn::Community) => el("th").attr("scope", "row").attr("data-label", head).with(cell.text),
            _ => el("td")
                .attr("class", cell.missing.then_some("missing"))
                .attr("data-label", head)
                .attr("title", cell.text.clone())
                .with(cell.text),
        }
    }))
}

/// The head of a column that sorts by it.
pub fn sortable_head(app: App, column: TableColumn, way: Option<Direction>, name: String) -> Element {
    let (sorted, arrow) = match way {
        Some(Direction::Ascending) => ("ascending", " ↑"),
        Some(Direction::Descending) => ("descending", " ↓"),
        None => ("none", ""),
    };
    let sort = button("sort", move |_| app.act(Action::Sort(column)))
        .attr("title", app.voice().context().words.fill(FarMsg::SortBy, &[&name]))
        .with(name)
        .with(el("span").attr("aria-hidden", "true").with(arrow));
    el("th").attr("scope", "col").attr("class", ["col-", column.code()].concat()).attr("aria-sort", sorted).with(sort)
}

/// Chooses the columns that are shown.
pub fn column_choice(app: App, context: &Context, shown: &[TableColumn]) -> Element {
    let title = context.words.msg(FarMsg::TableColumns);
    let column_box = |column: TableColumn| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("checked", shown.contains(&column))
            .on("change", move |_| app.act(Action::ToggleColumn(column)));
        el("label").with(tick).with(context.column(column))
    };
    of_class("details", "columns")
        .with(el("summary").with(title.clone()))
        .with(el("div").attr("role", "group").attr("aria-label", title).with_all(TableColumn::ALL.map(column_box)))
}
