//! Rows of figures as a plain table: the twin of a chart.

use crate::app::components::near::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, many, of_class};
use linpu::present::Context;
use linpu::present::figures::Row;
use linpu::state::TableColumn;

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
