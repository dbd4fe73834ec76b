//! The matrix of a comparison: a row for each group of indicators, a column for each community, and what compares. On narrow pages
//! the same table stands as cards, one for each group; its roles are written out, for a table that is laid out otherwise is none
//! to some browsers.

use super::compare_picker::Picking;
use super::systems::line;
use crate::app::components::near::figure::figure_button;
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::chart::{MiniStrip, PairMark, Quantity, Scale, Who, draw};
use linpu::measure::Forced;
use linpu::model::{Bound, CodeId};
use linpu::present::Context;
use linpu::present::compare::{Column, CompareGroup, ComparePage};
use linpu::present::compare_cell::{Cell, CellFigure};
use linpu::state::{Action, AxisMode, Comparison, Page};
use linpu::text::FarMsg;
use std::sync::Arc;

/// Which rows are open.
#[derive(Clone, Copy)]
pub struct Opened {
    comparison: Memo<Comparison>,
    /// Those that a person opened or closed, the last one at the end.
    turned: RwSignal<Vec<(CodeId, bool)>>,
}

impl Opened {
    /// As the address has it: rows are open whose charts somebody asked for.
    pub fn new(comparison: Memo<Comparison>) -> Opened {
        Opened { comparison, turned: RwSignal::new(Vec::new()) }
    }

    /// Whether a row is open.
    pub fn is_open(self, id: CodeId) -> bool {
        let is_asked = self.comparison.with(|it| it.forced.contains(&Forced::Group(id)) || it.axis != AxisMode::Strip);
        let turned = self.turned.with(|turned| turned.iter().find(|(other, _)| *other == id).map(|(_, open)| *open));
        turned.unwrap_or(is_asked)
    }

    fn turn(self, id: CodeId) {
        let is_open = untrack(|| self.is_open(id));
        self.turned.update(|turned| {
            turned.retain(|(other, _)| *other != id);
            turned.push((id, !is_open));
        });
    }
}

/// The matrix. `inside` makes what a row opens to.
pub fn matrix(
    app: App,
    model: Memo<Arc<ComparePage>>,
    opened: Opened,
    picking: Picking,
    inside: impl Fn(CodeId) -> Node + Copy + 'static,
) -> Node {
    // Rows stay as long as the groups do.
    let groups = Memo::new(move |_| model.get().groups.iter().map(|group| group.id).collect::<Vec<CodeId>>());
    let columns = Memo::new(move |_| model.get().columns.len());
    let head = live(move || head(app, &model.get()));
    let caption = live(move || of_class("caption", "visually-hidden").with(model.get().caption.clone()));
    let rows = live(move || {
        many(groups.get().into_iter().map(|id| {
            let row = live(move || Node::from(row(app, &model.get(), id, opened, picking)));
            let below = live(move || {
                Node::from(opened.is_open(id).then(|| {
                    let cell = el("td").attr("role", "cell").attr("colspan", (columns.get() + 2).to_string());
                    of_class("tr", "opened").attr("role", "row").attr("id", row_id(id)).with(cell.with(inside(id)))
                }))
            });
            many([row, below])
        }))
    });
    let announced = live(move || {
        let page = model.get();
        // What the last turn did, for who does not see it.
        let said = opened.turned.with(|turned| turned.last().copied()).and_then(|(id, is_open)| {
            let group = page.groups.iter().find(|group| group.id == id)?;
            let voice = app.voice();
            Some(match is_open {
                true => voice.context().words.fill(FarMsg::MatrixOpened, &[&group.title, &group.verdict]),
                false => voice.context().words.fill(FarMsg::MatrixClosed, &[&group.title]),
            })
        });
        of_class("p", "visually-hidden").attr("role", "status").with(said)
    });
    // As many columns as communities: the style sheet gives each the same part of the width.
    let table = of_class("table", "matrix").attr("id", "matrix").attr("role", "table").with(caption).with(head);
    let table = table.with(el("tbody").attr("role", "rowgroup").with(rows));
    many([table.into(), announced, live(move || key(&app.voice().context()))])
}

fn row_id(id: CodeId) -> String {
    format!("group-{}", id.0)
}

fn head(app: App, page: &ComparePage) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let column = |column: &Column| {
        let class = match (column.is_own, column.is_lit) {
            (true, _) => "me",
            (false, true) => "lit",
            _ => "",
        };
        let link =
            el("a").attr("href", app.href(Action::Go(Page::Community(column.pick.id)))).with(column.pick.name.clone());
        header(class).with(link).with(of_class("span", "detail").with(column.pick.detail.clone()))
    };
    let row = el("tr")
        .attr("role", "row")
        .with(header("").with(of_class("span", "visually-hidden").with(words.msg(FarMsg::MatrixGroups))))
        .with_all(page.columns.iter().map(column))
        .with(
            header("verdicts-head")
                .with(words.msg(FarMsg::MatrixVerdict))
                .with(of_class("span", "detail").with(page.pairs.clone())),
        );
    el("thead").attr("role", "rowgroup").with(row)
}

fn header(class: &'static str) -> Element {
    of_class("th", class).attr("role", "columnheader").attr("scope", "col")
}

fn row(app: App, page: &ComparePage, id: CodeId, opened: Opened, picking: Picking) -> Option<Element> {
    let group = page.groups.iter().find(|group| group.id == id)?;
    let voice = app.voice();
    let context = voice.context();
    let is_open = opened.is_open(id);
    let turn = button("turn", move |_| opened.turn(id))
        .aria("aria-expanded", is_open)
        .attr("aria-controls", is_open.then(|| row_id(id)))
        .with(of_class("span", "tri").attr("aria-hidden", "true").with(if is_open { "▾" } else { "▸" }))
        .with(el("span").with(group.title.clone()));
    let title = of_class("th", "")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .with(turn)
        .with(line("detail", group.axis.clone()));
    let cells =
        page.columns.iter().zip(&group.cells).map(|(column, cell)| cell_of(app, &context, column, cell, picking));
    let class = if is_open { "group-row is-open" } else { "group-row" };
    Some(of_class("tr", class).attr("role", "row").with(title).with_all(cells).with(verdict(group)))
}

fn cell_of(app: App, context: &Context, column: &Column, cell: &Cell, picking: Picking) -> Element {
    // On a card the column's name stands in each of its rows; readers of the table hear it from the head.
    let who = of_class("span", "who").attr("aria-hidden", "true").with(column.pick.name.clone());
    let has_strip = matches!(cell, Cell::Figure(this) if this.strip.is_some());
    let class = match (column.is_own, matches!(cell, Cell::Silent(_))) {
        (true, _) if has_strip => "value me",
        (true, _) => "value me no-strip",
        (false, true) => "value is-silent",
        (false, false) if has_strip => "value",
        (false, false) => "value no-strip",
    };
    let inside = of_class("td", class).attr("role", "cell").with(who);
    match cell {
        Cell::Figure(this) => filled(app, context, inside, this),
        Cell::Silent(words) => inside.with(of_class("span", "nil").with(words.clone())),
        Cell::Enter => {
            inside.with(button("nil enter", move |_| picking.ask_own(app)).with(context.words.msg(FarMsg::MatrixEnter)))
        }
    }
}

fn filled(app: App, context: &Context, inside: Element, this: &CellFigure) -> Element {
    let figure = &this.figure;
    let value = figure_button(app, context, figure.id, figure.value.clone(), &figure.spoken);
    let class = if this.is_computed { "amount made-value" } else { "amount" };
    let about = context.words.dotted(&[figure.label.clone(), figure.detail.clone()]);
    let more = (!this.more.is_empty()).then(|| of_class("span", "also").with(" · ").with(this.more.clone()));
    inside
        .with(of_class("span", class).with(value))
        .with(of_class("span", "definition").with(about).with(more))
        .with(this.strip.as_ref().map(|strip| picture(&draw::mini_strip(strip), "mini")))
}

fn verdict(group: &CompareGroup) -> Element {
    let says = of_class("div", "verdict-in")
        .with(picture(&draw::pair_marks(&group.marks), "pair-marks"))
        .with(el("span").with(group.verdict.clone()));
    of_class("td", "pair-verdict")
        .attr("role", "cell")
        .with(says)
        .with(line("why", group.why.clone()))
        .with(line("missing only-cards", group.missing.clone()))
}

/// What the marks of the matrix mean, once.
fn key(context: &Context) -> Element {
    let item = |mark: PairMark, msg: FarMsg| {
        el("li").with(picture(&draw::pair_marks(&[mark]), "")).with(el("span").with(context.words.msg(msg)))
    };
    let sample = MiniStrip {
        scale: Scale::Linear { end: 1.0 },
        others: vec![0.1, 0.3, 0.45],
        at: Quantity { value: 0.7, bound: Bound::Exact, planned: false, derived: false },
        who: Who::Case,
    };
    let axis = el("li")
        .with(picture(&draw::mini_strip(&sample), "mini"))
        .with(el("span").with(context.words.msg(FarMsg::MatrixKeyAxis)));
    of_class("ul", "matrix-key")
        .with(item(PairMark::Same, FarMsg::MatrixKeySame))
        .with(item(PairMark::SameBut, FarMsg::MatrixKeyBut))
        .with(item(PairMark::Differs, FarMsg::MatrixKeyDiffers))
        .with(item(PairMark::Silent, FarMsg::MatrixAllSilent))
        .with(axis)
}
