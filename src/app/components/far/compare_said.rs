//! What a comparison says beside its charts: sentences, lengths and ranks, reasons, pairs, what conflicts.

use super::systems::{card, figure_list, line};
use crate::app::components::near::figure::{figure_button, sentence};
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, of_class};
use leptos::prelude::*;
use linpu::chart::draw;
use linpu::measure::Forced;
use linpu::model::{CodeId, order};
use linpu::present::Context;
use linpu::present::compare::{CompareGroup, ComparePage, Conflict, Pair};
use linpu::present::compare_rank::{RankBar, Ranked};
use linpu::state::{Action, AxisMode, Comparison};
use linpu::text::FarMsg;

/// What can be said of all compared.
pub fn says(app: App, context: &Context, page: &ComparePage) -> Element {
    of_class("div", "lead")
        .attr("role", "status")
        .with_all(page.sentences.iter().map(|this| sentence(app, context, this.clone())))
}

/// What can be said of a group: how long its figures are beside each other, why they compare or do not, every pair, and every
/// figure.
pub fn said(
    app: App,
    context: &Context,
    comparison: &Comparison,
    group: CompareGroup,
    sorted: RwSignal<bool>,
) -> Element {
    let words = context.words;
    let refused = !group.pairs.iter().all(|pair| pair.is_allowed);
    let instead = refused.then(|| of_class("p", "note").with(words.msg(FarMsg::CompareInstead)));
    let sort = group.ranks.iter().any(|ranked| ranked.bars.len() > 1).then(|| {
        let is_sorted = sorted.get();
        let msg = if is_sorted { FarMsg::MatrixUnsort } else { FarMsg::MatrixSort };
        button("plain", move |_| sorted.update(|sorted| *sorted = !*sorted)).with(words.msg(msg))
    });
    let reasons = group.reasons.into_iter().map(|reason| {
        el("li")
            .with(picture(&draw::pair_marks(&[reason.mark]), ""))
            .with(el("span").with(el("strong").with(reason.who)).with(of_class("span", "detail").with(reason.why)))
    });
    let pairs = (!group.pairs.is_empty()).then(|| {
        of_class("details", "pairs")
            .with(el("summary").with(group.tally))
            .with(of_class("ul", "checks").with_all(group.pairs.into_iter().map(|this| pair(context, this))))
            .with(instead)
    });
    let reasons: Vec<Element> = reasons.collect();
    let why = (!reasons.is_empty()).then(|| {
        of_class("div", "reasons")
            .with(el("h3").with(words.msg(FarMsg::MatrixReasons)))
            .with(of_class("ul", "reason-list").with_all(reasons))
            .with(pairs)
    });
    let figures = group.figures.into_iter().map(|(community, figures)| {
        of_class("section", "group").with(el("h3").with(community)).with(figure_list(app, context, "", figures))
    });
    of_class("div", "more-said")
        .with(force(app, context, comparison, group.id))
        .with(sort.map(|sort| el("p").with(sort)))
        .with_all(group.ranks.into_iter().map(|this| ranked(app, context, group.id, this, sorted.get())))
        .with(why)
        .with(
            of_class("details", "pairs")
                .with(el("summary").with(words.msg(FarMsg::MatrixFigures)))
                .with(of_class("div", "groups").with_all(figures)),
        )
}

fn pair(context: &Context, pair: Pair) -> Element {
    let score = context.words.fill(FarMsg::CompareAspects, &[&pair.score.to_string()]);
    let aspects = pair.aspects.into_iter().map(|(words, agrees)| {
        of_class("li", if agrees { "same" } else { "differs" })
            .with(el("span").attr("aria-hidden", "true").with(if agrees { "✓ " } else { "✕ " }))
            .with(words)
    });
    el("li")
        .with(of_class("span", if pair.is_allowed { "verdict good" } else { "verdict no" }).with(pair.verdict))
        .with(el("strong").with(pair.who))
        .with(of_class("p", "detail").with(context.words.dotted(&[pair.figures, score])))
        .with(of_class("ul", "aspects").with_all(aspects))
}

fn ranked(app: App, context: &Context, group: CodeId, ranked: Ranked, is_sorted: bool) -> Element {
    let force = ranked.force.map(|is_forced| {
        let msg = if is_forced { FarMsg::RankUnforce } else { FarMsg::RankForce };
        button("plain", move |_| app.act(Action::Force(Forced::Group(group)))).with(context.words.msg(msg))
    });
    let mut bars = ranked.bars;
    if is_sorted {
        bars = order::sorted_by_key(&bars, |bar| bar.nth);
    }
    let bars = bars.into_iter().map(|bar| {
        let RankBar { figure, of_greatest, at, who, place, .. } = bar;
        el("li")
            .with(of_class("span", "rank-name").with(figure.label).with(line("place", place)))
            .with(picture(&draw::mini_bar(of_greatest, at, who), "rank-bar"))
            .with(figure_button(app, context, figure.id, figure.value, &figure.spoken))
            .with(of_class("span", "detail").with(figure.detail))
    });
    of_class("div", "ranked")
        .with(el("h3").with(ranked.title))
        .with(sentence(app, context, ranked.says))
        .with(of_class("ol", "ranks").with_all(bars))
        .with(line("note", ranked.refused))
        .with(force)
}

/// Drawing in spite of a refusal, and taking that back.
fn force(app: App, context: &Context, comparison: &Comparison, group: CodeId) -> Option<Element> {
    let forced = Forced::Group(group);
    let is_forced = comparison.forced.contains(&forced);
    let is_asked = comparison.axis == AxisMode::One && !context.one_axis_refusals(group, comparison).is_empty();
    let msg = if is_forced { FarMsg::AxisUnforce } else { FarMsg::AxisForce };
    let act = move || button("plain", move |_| app.act(Action::Force(forced))).with(context.words.msg(msg));
    is_asked.then(|| el("p").with(act()))
}

/// Two figures for one fact: both, which one stands, and a way to choose the other.
pub fn conflicts(app: App, conflicts: &[Conflict]) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let conflict = |(at, conflict): (usize, &Conflict)| {
        let ids: Vec<_> = conflict.figures.iter().map(|(figure, ..)| figure.id).collect();
        let figures = conflict.figures.iter().map(|(figure, stands, source)| {
            let (id, all) = (figure.id, ids.clone());
            let tick = el("input")
                .attr("type", "radio")
                .attr("name", format!("conflict-{at}"))
                .attr("checked", *stands)
                .on("change", move |_| app.act(Action::Pick(id, all.clone())));
            el("li")
                .with(figure_list(app, &context, "system-figures", vec![figure.clone()]))
                .with(el("label").with(tick).with(words.msg(FarMsg::CompareUse)))
                .with(of_class("span", "detail").with(" ").with(source.clone()))
        });
        el("li").with(el("h3").with(conflict.title.clone())).with(of_class("ul", "links").with_all(figures))
    };
    Node::from((!conflicts.is_empty()).then(|| {
        card("conflicts", words.msg(FarMsg::CompareConflicts))
            .with(of_class("p", "note").with(words.msg(FarMsg::CompareConflictsNote)))
            .with(of_class("ul", "checks").with_all(conflicts.iter().enumerate().map(conflict)))
    }))
}
