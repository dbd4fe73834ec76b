//! What a comparison says beside its charts: sentences, ranks, pairs, what stands alone, what conflicts.

use super::systems::{card, figure_list, line};
use crate::app::components::near::figure::sentence;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, of_class};
use linpu::measure::Forced;
use linpu::model::CodeId;
use linpu::present::Context;
use linpu::present::compare::{AloneGroup, CompareGroup, ComparePage, Conflict, Pair, Ranked};
use linpu::state::{Action, AxisMode, Comparison};
use linpu::text::FarMsg;

/// What can be said of all compared.
pub fn says(app: App, context: &Context, page: &ComparePage) -> Element {
    of_class("section", "card summary")
        .attr("role", "status")
        .with_all(page.sentences.iter().map(|this| sentence(app, context, this.clone())))
        .with(line("note", page.silent.clone()))
}

/// What can be said of a group: its ranks, and each pair.
pub fn said(app: App, context: &Context, comparison: &Comparison, group: CompareGroup) -> Element {
    let refused = !group.pairs.iter().all(|pair| pair.is_allowed);
    let instead = refused.then(|| of_class("p", "note").with(context.words.msg(FarMsg::CompareInstead)));
    of_class("div", "card more-said")
        .with(force(app, context, comparison, group.id))
        .with_all(group.ranks.into_iter().map(|this| ranked(app, context, group.id, this)))
        .with(
            of_class("details", "pairs")
                .attr("open", group.is_comparable)
                .with(el("summary").with(group.tally))
                .with(of_class("ul", "checks").with_all(group.pairs.into_iter().map(|this| pair(context, this))))
                .with(instead),
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

fn ranked(app: App, context: &Context, group: CodeId, ranked: Ranked) -> Element {
    let force = ranked.force.map(|is_forced| {
        let msg = if is_forced { FarMsg::RankUnforce } else { FarMsg::RankForce };
        button("plain", move |_| app.act(Action::Force(Forced::Group(group)))).with(context.words.msg(msg))
    });
    let places = ranked.places.into_iter().map(|(place, figure)| {
        el("li").with(of_class("span", "place").with(place)).with(figure_list(
            app,
            context,
            "system-figures",
            vec![figure],
        ))
    });
    of_class("div", "ranked")
        .with(el("h3").with(ranked.title))
        .with(line("note", ranked.refused))
        .with(of_class("ol", "ranks").with_all(places))
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

/// What only one of them reports.
pub fn alone(app: App, page: &ComparePage) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let group = |group: &AloneGroup| {
        of_class("section", "group").with(el("h3").with(group.title.clone())).with(figure_list(
            app,
            &context,
            "",
            group.figures.clone(),
        ))
    };
    Node::from((!page.alone.is_empty()).then(|| {
        card("alone", context.words.msg(FarMsg::CompareAlone))
            .with(of_class("div", "groups").with_all(page.alone.iter().map(group)))
    }))
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
