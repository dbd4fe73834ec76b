//! Rows of figures as a plain table: the twin of a chart; and the parts of a table that is sorted and has columns to choose.

use crate::app::components::near::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, many, of_class};
use linpu::present::Context;
use linpu::present::figures::Row;
use linpu::state::{Action, Direction, TableColumn};
use linpu::text::FarMsg;

/// The columns of a twin.
const COLUMNS: [TableColumn; 5] =
    [TableColumn::Community, TableColumn::Indicator, TableColumn::Scope, TableColumn::Value, TableColumn::Period];

/// A table of some figures.
pub fn rows_table(app: App, context: &Context, rows: &[Row], label: String) -> Element {
    let head = COLUMNS.map(|column| el("th").attr("scope", "col").with(context.column(column)));
    let body = rows.iter().map(|row| el("tr").with(cells(app, context, *row, &COLUMNS)));
    of_class("div", "twin").attr("role", "region").attr("tabindex", "0").attr("aria-label", label).with(
        of_class("table", "stacking").with(el("thead").with(el("tr").with_all(head))).with(el("tbody").with_all(body)),
    )
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
