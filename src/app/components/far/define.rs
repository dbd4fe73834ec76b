//! What a person puts together: the two indicators of a plot, and quotients of their own.

use super::systems::{figure_list, line};
use crate::app::context::App;
use crate::app::element::{Element, button, el, of_class};
use leptos::prelude::*;
use linpu::measure::{Asked, Forced, Ratio};
use linpu::model::IndicatorId;
use linpu::present::Context;
use linpu::present::derived::DerivedRow;
use linpu::present::standing::Axial;
use linpu::state::Action;
use linpu::text::FarMsg;

/// Chooses what a plot shows.
pub fn plot_axes(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let comparison = app.view.with(|view| view.comparison.clone());
    let axials = context.axials(&comparison);
    let pair = context.plotted(&comparison);
    let axis = |at: usize, msg: FarMsg| {
        let option = |axial: &Axial| {
            el("option")
                .attr("value", context.data.indicator(axial.id).key.clone())
                .attr("selected", axial.chosen[at])
                .with(axial.name.clone())
        };
        let select = el("select")
            .attr("id", ["plot-x", "plot-y"][at])
            .on("change", move |event| {
                let chosen = app.package().data.indicator_by_key(&event.value());
                if let (Some((x, y)), Some(chosen)) = (pair, chosen) {
                    app.act(if at == 0 { Action::Plot(chosen, y) } else { Action::Plot(x, chosen) });
                }
            })
            .with_all(axials.iter().map(option));
        el("label").with(context.words.msg(msg)).with(" ").with(select)
    };
    of_class("div", "own-row").with(axis(0, FarMsg::ScatterX)).with(axis(1, FarMsg::ScatterY))
}

/// A quotient that is being put together.
#[derive(Clone, Copy)]
pub struct Draft {
    above: RwSignal<Option<IndicatorId>>,
    below: RwSignal<Option<IndicatorId>>,
    scale: RwSignal<u16>,
}

impl Draft {
    /// Nothing chosen yet.
    pub fn new() -> Draft {
        Draft { above: RwSignal::new(None), below: RwSignal::new(None), scale: RwSignal::new(Asked::SCALES[0]) }
    }
}

/// Quotients a person defines, and those of the package for the communities compared: values, formulas, refusals.
pub fn define(app: App, draft: Draft) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let comparison = app.view.with(|view| view.comparison.clone());
    let communities = context.compared(&comparison.communities);
    let rows = context.derived(&communities, &comparison).into_iter();
    let rows = rows.filter(|row| row.asked.is_some() || row.is_computed());
    let (asked, listed): (Vec<_>, Vec<_>) = rows.partition(|row| row.asked.is_some());
    let list = |rows: Vec<DerivedRow>| {
        of_class("ul", "checks").with_all(rows.into_iter().map(|this| derived(app, &context, this)))
    };
    of_class("div", "card more-said")
        .with(of_class("details", "pairs").with(el("summary").with(words.msg(FarMsg::DerivedHow))).with(list(listed)))
        .with((!asked.is_empty()).then(|| list(asked)))
        .with(el("h3").with(words.msg(FarMsg::DefineTitle)))
        .with(of_class("p", "note").with(words.msg(FarMsg::DefineLead)))
        .with(form(app, &context, draft))
}

fn form(app: App, context: &Context, draft: Draft) -> Element {
    let words = context.words;
    let indicators = |id: &'static str, msg: FarMsg, chosen: RwSignal<Option<IndicatorId>>| {
        let option = |id: IndicatorId| {
            let row = context.data.indicator(id);
            el("option")
                .attr("value", row.key.clone())
                .attr("selected", chosen.get_untracked() == Some(id))
                .with(words.text(&row.name))
        };
        let groups = context
            .tables
            .quantity_groups()
            .iter()
            .map(|group| (*group, context.tables.indicators_in(*group).collect::<Vec<_>>()));
        let groups = groups.filter(|(_, inside)| !inside.is_empty()).map(|(group, inside)| {
            el("optgroup").attr("label", context.code(group)).with_all(inside.into_iter().map(option))
        });
        let select = el("select")
            .attr("id", id)
            .on("change", move |event| chosen.set(app.package().data.indicator_by_key(&event.value())))
            .with(el("option").attr("value", "").with(words.msg(FarMsg::OwnChoose)))
            .with_all(groups.collect::<Vec<_>>());
        el("label").with(words.msg(msg)).with(" ").with(select)
    };
    let Draft { above, below, scale } = draft;
    let scales = Asked::SCALES.map(|by| {
        el("option").attr("value", by.to_string()).attr("selected", by == scale.get_untracked()).with(by.to_string())
    });
    let scale_select = el("select")
        .attr("id", "define-scale")
        .on("change", move |event| {
            let chosen = Asked::SCALES.into_iter().find(|by| by.to_string() == event.value());
            scale.set(chosen.unwrap_or(Asked::SCALES[0]));
        })
        .with_all(scales);
    let add = button("plain", move |_| {
        if let (Some(numerator), Some(denominator)) = (above.get_untracked(), below.get_untracked()) {
            app.act(Action::Define(Asked { ratio: Ratio { numerator, denominator }, scale: scale.get_untracked() }));
        }
    });
    of_class("div", "own-row")
        .with(indicators("define-above", FarMsg::DefineAbove, above))
        .with(indicators("define-below", FarMsg::DefineBelow, below))
        .with(el("label").with(words.msg(FarMsg::DefineScale)).with(" ").with(scale_select))
        .with(add.with(words.msg(FarMsg::DefineAdd)))
}

/// A derived indicator: value or reason for each community, with what it rests on.
pub fn derived(app: App, context: &Context, row: DerivedRow) -> Element {
    let words = context.words;
    let cells = row.cells.into_iter().map(|cell| {
        let force = cell.force.map(|(ratio, is_forced)| {
            let msg = if is_forced { FarMsg::DefineUnforce } else { FarMsg::DefineForce };
            button("plain", move |_| app.act(Action::Force(Forced::Ratio(ratio)))).with(words.msg(msg))
        });
        el("li")
            .with(cell.community)
            .with(" ")
            .with(of_class("span", if cell.is_computed { "made-value" } else { "missing" }).with(cell.text))
            .with(line("detail", cell.warning))
            .with(figure_list(app, context, "system-figures", cell.figures))
            .with(force)
    });
    let drop = row
        .asked
        .map(|asked| button("plain", move |_| app.act(Action::Define(asked))).with(words.msg(FarMsg::DefineDrop)));
    el("li")
        .with(el("h3").with(row.title))
        .with(of_class("p", "sum").with(row.formula))
        .with(of_class("p", "detail").with(row.caveat))
        .with(of_class("ul", "links").with_all(cells))
        .with(line("note", row.absent))
        .with(drop)
}
