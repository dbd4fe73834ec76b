//! Every figure, row by row: sortable, columns chosen; of a long table only the rows in view are drawn, which it says.

use crate::app::components::far::download::{Downloads, TABLES};
use crate::app::components::far::rows::{cells, column_choice, sortable_head};
use crate::app::components::near::facets::filters_of_figures;
use crate::app::context::{App, ROWS};
use crate::app::element::{Element, Node, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::export::Selected;
use linpu::present::Context;
use linpu::present::figures::Row;
use linpu::present::layout::{self, Window};
use linpu::state::{Action, TableState};
use linpu::text::{FarMsg, Msg};
use std::sync::Arc;

#[derive(Clone, Copy)]
struct Table {
    app: App,
    state: Memo<TableState>,
    rows: Memo<Arc<Vec<Row>>>,
    /// How far the rows are scrolled and how much of them is seen, in CSS pixels.
    position: RwSignal<(f64, f64)>,
    row_height: RwSignal<f64>,
    /// The row that has the focus: it stays drawn, and so does what Tab reaches from it.
    focused: RwSignal<Option<usize>>,
    downloads: Downloads,
}

/// The table of figures.
pub fn table(app: App) -> Node {
    let state = Memo::new(move |_| app.view.with(|view| view.table.clone()));
    let rows = Memo::new(move |_| {
        let rows = app.voice().context().table_rows(&app.found(), &app.selection.get(), &state.get());
        Arc::new(rows)
    });
    let position = RwSignal::new((0.0, 640.0));
    let row_height = RwSignal::new(layout::ROW_HEIGHT_PX);
    let focused = RwSignal::new(None);
    let table = Table { app, state, rows, position, row_height, focused, downloads: Downloads::new(app) };
    let intro = move || {
        of_class("div", "intro")
            .with(el("h1").with(app.msg(Msg::TableTitle)))
            .with(of_class("p", "lead").with(app.msg(FarMsg::TableLead)))
    };
    let content = of_class("div", "content").with(live(move || table.tools())).with(live(move || table.grid()));
    many([live(intro), filters_of_figures(app), content.into()])
}

impl Table {
    fn tools(self) -> Node {
        let voice = self.app.voice();
        let context = voice.context();
        let words = context.words;
        let state = self.state.get();
        let missing = state.missing;
        let show_missing = el("input")
            .attr("id", "show-missing")
            .attr("type", "checkbox")
            .attr("checked", missing)
            .on("change", move |_| self.app.act(Action::ShowMissing(!missing)));
        let rows = self.rows.get();
        let is_long = Window::whole(rows.len(), state.columns.len()).is_none();
        let windowed = is_long.then(|| of_class("p", "note").with(words.msg(FarMsg::TableWindowed)));
        let count = [context.row_count(&rows), words.msg(FarMsg::TableSortUnits)].join(&words.pair("", " "));
        many([
            of_class("div", "table-tools")
                .with(column_choice(self.app, &context, &state.columns))
                .with(el("label").with(show_missing).with(words.msg(FarMsg::TableMissing)))
                .with_all(TABLES.map(|kind| self.downloads.table(kind, "linpu-figures", move |save| self.save(save))))
                .with(self.downloads.said())
                .into(),
            of_class("p", "note").attr("role", "status").with(count).into(),
            Node::from(windowed),
        ])
    }

    fn save(self, save: &mut dyn FnMut(&Context, &Selected)) {
        let voice = self.app.voice();
        let context = voice.context();
        let filters = context.filters_line(&self.app.selection.get_untracked());
        let rows = self.rows.get_untracked();
        let title = context.words.msg(Msg::TableTitle);
        save(&context, &Selected { rows: &rows, computed: &[], title: &title, filters: &filters, warning: "" });
    }

    fn look(self) {
        if let Some(now) = platform::scroll_position(ROWS) {
            self.position.set(now);
        }
        if let Some(height) = platform::row_height("row-first") {
            self.row_height.set(height);
        }
    }

    fn grid(self) -> Element {
        let voice = self.app.voice();
        let context = voice.context();
        let state = self.state.get();
        let heads = state.columns.iter().map(|column| {
            let way = state.sort.filter(|(sorted, _)| sorted == column).map(|(_, way)| way);
            sortable_head(self.app, *column, way, context.column(*column))
        });
        let is_whole = Window::whole(self.rows.get().len(), state.columns.len()).is_some();
        // Rows that are all there may be as high as their words; of the others only one height is known.
        of_class("div", if is_whole { "rows whole" } else { "rows" })
            .attr("id", ROWS)
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", context.words.msg(Msg::TableTitle))
            .on("scroll", move |_| self.look())
            .on("focusin", move |_| {
                // The head is the first row of the table.
                let row = platform::focused_row(ROWS).and_then(|index| index.checked_sub(2));
                self.focused.set(row);
            })
            .on("focusout", move |event| {
                if event.left(ROWS) {
                    self.focused.set(None);
                }
            })
            .with(
                of_class("table", "stacking")
                    .with(of_class("caption", "visually-hidden").with(context.words.msg(Msg::TableTitle)))
                    .attr("aria-rowcount", (self.rows.get().len() + 1).to_string())
                    .with(el("thead").with(el("tr").attr("aria-rowindex", "1").with_all(heads)))
                    .with(el("tbody").with(live(move || self.body()))),
            )
    }

    /// The rows in view, and as much space as the others take.
    fn body(self) -> Node {
        let voice = self.app.voice();
        let context = voice.context();
        let rows = self.rows.get();
        let columns = self.state.get().columns;
        // Paper has no scroll bar.
        let is_printed = self.app.printed_on.with(Option::is_some);
        let in_view = || {
            let (top, height) = self.position.get();
            Window::new(rows.len(), self.row_height.get(), top, height, self.focused.get())
        };
        let window = Window::whole(rows.len(), if is_printed { 0 } else { columns.len() }).unwrap_or_else(in_view);
        let space = |height: f64| {
            of_class("tr", "spacer")
                .attr("aria-hidden", "true")
                .with(el("td").attr("height", linpu::chart::decimal(height.round())))
        };
        // Each row has a place of its own, drawn or not: whoever is in one stays in it while others come and go.
        let shown = rows.iter().enumerate().map(|(at, row)| {
            let is_shown = (window.from..window.to).contains(&at);
            Node::from(is_shown.then(|| {
                el("tr")
                    .attr("aria-rowindex", (at + 2).to_string())
                    .attr("id", (at == window.from).then_some("row-first"))
                    .with(cells(self.app, &context, *row, &columns))
            }))
        });
        many([space(window.above_px).into(), many(shown), space(window.below_px).into()])
    }
}
