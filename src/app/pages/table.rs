//! Every figure, row by row: sortable, columns chosen, only the rows in view drawn.

use crate::app::components::facets::{Chips, FilterPanel};
use crate::app::components::rows::cells;
use crate::app::context::App;
use crate::app::platform;
use leptos::prelude::*;
use linpu::export;
use linpu::present::layout::{self, Window};
use linpu::state::{Action, Direction, TableColumn};
use linpu::text::Msg;

const SCROLLER: &str = "rows";

/// The table of figures.
#[component]
pub fn Table() -> impl IntoView {
    let app = App::here();
    let table = Memo::new(move |_| app.view.with(|view| view.table.clone()));
    let rows = Memo::new(move |_| {
        app.say_found(|context, found, selection| table.with(|table| context.table_rows(found, selection, table)))
    });
    let position = RwSignal::new((0.0, 640.0));
    let row_height = RwSignal::new(layout::ROW_HEIGHT);
    let look = move || {
        if let Some(now) = platform::scroll_position(SCROLLER) {
            position.set(now);
        }
        if let Some(height) = platform::row_height("row-first") {
            row_height.set(height);
        }
    };
    let window = Memo::new(move |_| {
        let (top, height) = position.get();
        Window::new(rows.with(Vec::len), row_height.get(), top, height)
    });
    let columns = Memo::new(move |_| table.with(|table| table.columns.clone()));
    let body = move || {
        let window = window.get();
        let columns = columns.get();
        rows.with(|rows| {
            rows[window.from..window.to]
                .iter()
                .enumerate()
                .map(|(at, row)| {
                    let number = window.from + at;
                    view! {
                        <tr aria-rowindex=(number + 2).to_string() id=(at == 0).then_some("row-first")>
                            {cells(app, *row, &columns)}
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    let save = move |_| {
        let csv = app.say_found(|context, _, selection| {
            rows.with(|rows| {
                export::figures_csv(
                    context,
                    rows,
                    &context.words.msg(Msg::TableTitle),
                    &context.filters_line(selection),
                )
            })
        });
        // A download that is refused leaves the rows on the screen, where they can be copied.
        let _ = platform::download("linpu-figures.csv", "text/csv;charset=utf-8", &csv);
    };
    let head = move |column: TableColumn| {
        let sorted = move || table.with(|table| table.sort.filter(|(sorted, _)| *sorted == column).map(|(_, way)| way));
        let name = move || app.say(|context| context.column(column));
        view! {
            <th
                scope="col"
                class=format!("col-{}", column.code())
                aria-sort=move || match sorted() {
                    Some(Direction::Ascending) => "ascending",
                    Some(Direction::Descending) => "descending",
                    None => "none",
                }
            >
                <button type="button" class="sort" title=move || app.say(|context| context.words.fill(Msg::SortBy, &[&name()]))
                    on:click=move |_| app.act(Action::Sort(column))>
                    {name}
                    <span aria-hidden="true">{move || match sorted() {
                        Some(Direction::Ascending) => " ↑",
                        Some(Direction::Descending) => " ↓",
                        None => "",
                    }}</span>
                </button>
            </th>
        }
    };
    let column_box = move |column: TableColumn| {
        let shown = move || columns.with(|columns| columns.contains(&column));
        view! {
            <label>
                <input type="checkbox" prop:checked=shown on:change=move |_| app.act(Action::ToggleColumn(column))/>
                {move || app.say(|context| context.column(column))}
            </label>
        }
    };
    let missing = move || table.with(|table| table.missing);
    view! {
        <div class="intro">
            <h1>{app.t(Msg::TableTitle)}</h1>
            <p class="lead">{app.t(Msg::TableLead)}</p>
        </div>
        <div class="with-filters">
            <FilterPanel/>
            <div class="content">
                <Chips/>
                <div class="table-tools">
                    <details class="columns">
                        <summary>{app.t(Msg::TableColumns)}</summary>
                        <div role="group" aria-label=app.label(Msg::TableColumns)>
                            {TableColumn::ALL.into_iter().map(column_box).collect_view()}
                        </div>
                    </details>
                    <label>
                        <input id="show-missing" type="checkbox" prop:checked=missing checked=true
                            on:change=move |_| app.act(Action::ShowMissing(!missing()))/>
                        {app.t(Msg::TableMissing)}
                    </label>
                    <button type="button" class="plain" on:click=save>{app.t(Msg::DownloadCsv)}</button>
                </div>
                <p class="note" role="status">{move || rows.with(|rows| app.say(|context| context.row_count(rows)))}" "{app.t(Msg::TableSortUnits)}</p>
                <div class="rows" id=SCROLLER tabindex="0" role="region" aria-label=app.label(Msg::TableTitle) on:scroll=move |_| look()>
                    <table class="stacking" aria-rowcount=move || (rows.with(Vec::len) + 1).to_string()>
                        <thead><tr aria-rowindex="1">{move || columns.get().into_iter().map(head).collect_view()}</tr></thead>
                        <tbody>
                            <tr class="spacer" aria-hidden="true"><td style:height=move || format!("{}px", window.get().above)></td></tr>
                            {body}
                            <tr class="spacer" aria-hidden="true"><td style:height=move || format!("{}px", window.get().below)></td></tr>
                        </tbody>
                    </table>
                </div>
            </div>
        </div>
    }
}
