//! Rows of figures as a plain table: the twin of a chart.

use super::figure::FigureButton;
use crate::app::context::App;
use leptos::prelude::*;
use linpu::present::figures::Row;
use linpu::state::TableColumn;

/// The columns of a twin.
const COLUMNS: [TableColumn; 5] =
    [TableColumn::Community, TableColumn::Indicator, TableColumn::Scope, TableColumn::Value, TableColumn::Period];

/// A table of some figures.
#[component]
pub fn RowsTable(rows: Signal<Vec<Row>>, label: Signal<String>) -> impl IntoView {
    let app = App::here();
    view! {
        <div class="twin" role="region" tabindex="0" aria-label=label>
            <table class="stacking">
                <thead>
                    <tr>
                        {COLUMNS.into_iter().map(|column| view! {
                            <th scope="col">{move || app.say(|context| context.column(column))}</th>
                        }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {move || rows.get().into_iter().map(|this| view! { <tr>{cells(app, this, &COLUMNS)}</tr> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// The cells of a row; a value opens its receipt.
pub fn cells(app: App, row: Row, columns: &[TableColumn]) -> impl IntoView + use<> {
    let cell = |column: &TableColumn| {
        let cell = app.say(|context| context.table_cell(row, *column));
        let head = app.say(|context| context.column(*column));
        let class = if cell.missing { "missing" } else { "" };
        match (row, column) {
            (Row::Figure(id), TableColumn::Value) => {
                let spoken = app.say(|context| context.spoken(context.data.observation(id)));
                view! { <td data-label=head><FigureButton id value=cell.text spoken/></td> }.into_any()
            }
            (_, TableColumn::Community) => view! { <th scope="row" data-label=head>{cell.text}</th> }.into_any(),
            _ => {
                let title = cell.text.clone();
                view! { <td class=class data-label=head title=title>{cell.text}</td> }.into_any()
            }
        }
    };
    columns.iter().map(cell).collect_view()
}
