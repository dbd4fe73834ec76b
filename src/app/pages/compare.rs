//! Communities side by side.

use crate::app::components::chart::chart;
use crate::app::components::own::own;
use crate::app::components::systems::{card, figure_list, line};
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::measure::{Forced, Per};
use linpu::model::{CodeId, CommunityId};
use linpu::present::Context;
use linpu::present::charts::ChartId;
use linpu::present::compare::{CompareGroup, MOST};
use linpu::state::{Action, AxisMode, Comparison};
use linpu::text::Msg;

/// The page that compares communities.
pub fn compare(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let comparison = app.view.with(|view| view.comparison.clone());
        let compared = context.compared(&comparison.communities);
        let intro = of_class("div", "intro")
            .with(el("h1").with(words.msg(Msg::CompareTitle)))
            .with(of_class("p", "lead").with(words.msg(Msg::CompareLead)));
        let choices = context.data.community_ids().map(|id| choice(app, &context, id, &compared));
        let choices = el("fieldset")
            .attr("class", "choices")
            .with(el("legend").with(words.msg(Msg::CompareChoose)))
            .with_all(choices);
        let groups = match compared.len() {
            0 | 1 => of_class("p", "note").attr("role", "status").with(words.msg(Msg::CompareTooFew)).into(),
            _ => many(
                context
                    .comparison(&compared)
                    .into_iter()
                    .enumerate()
                    .map(|(at, this)| group(app, &context, &comparison, at, this)),
            ),
        };
        many([intro.into(), choices.into(), ways(app, &context, &comparison).into(), groups, own(app)])
    })
}

fn choice(app: App, context: &Context, id: CommunityId, compared: &[CommunityId]) -> Element {
    let is_chosen = compared.contains(&id);
    let others: Vec<CommunityId> = compared.iter().copied().filter(|other| *other != id).collect();
    let next = if is_chosen { others } else { [compared, &[id]].concat() };
    // A comparison keeps one community at least, and has room for a few at most.
    let is_locked = next.is_empty() || next.len() > MOST;
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("checked", is_chosen)
        .attr("disabled", is_locked)
        .on("change", move |_| app.act(Action::Compare(next.clone())));
    el("label").with(tick).with(context.community(id))
}

/// How axes go together, what figures are shown per, and who stands out.
fn ways(app: App, context: &Context, comparison: &Comparison) -> Element {
    let words = context.words;
    let axes = AxisMode::ALL.map(|mode| {
        let name = match mode {
            AxisMode::Shared => Msg::AxisShared,
            AxisMode::Free => Msg::AxisFree,
            AxisMode::One => Msg::AxisOne,
        };
        way(app, "axis", words.msg(name), mode == comparison.axis, Action::Axes(mode))
    });
    let pers = Per::ALL.map(|per| {
        let name = match per {
            Per::Count => Msg::PerCount,
            Per::Thousand => Msg::PerThousand,
            Per::Household => Msg::PerHousehold,
        };
        way(app, "per", words.msg(name), per == comparison.per, Action::Per(per))
    });
    let ids = context.compared(&comparison.communities);
    let highlights = [None].into_iter().chain(ids.into_iter().map(Some)).map(|id| {
        let name = id.map_or_else(|| words.msg(Msg::HighlightNone), |id| context.community(id));
        way(app, "highlight", name, id == comparison.highlight, Action::Highlight(id))
    });
    let set = |msg: Msg, inside: Vec<Element>| {
        of_class("fieldset", "choices").with(el("legend").with(words.msg(msg))).with_all(inside)
    };
    el("div")
        .with(set(Msg::CompareAxes, axes.into()))
        .with(set(Msg::ComparePer, pers.into()))
        .with(set(Msg::HighlightTitle, highlights.collect()))
}

fn way(app: App, name: &'static str, text: String, is_chosen: bool, action: Action) -> Element {
    let tick = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("checked", is_chosen)
        .on("change", move |_| app.act(action.clone()));
    el("label").with(tick).with(text)
}

/// Drawing in spite of a refusal, and taking that back.
fn force(app: App, context: &Context, comparison: &Comparison, group: CodeId) -> Option<Element> {
    let forced = Forced::Group(group);
    let is_forced = comparison.forced.contains(&forced);
    let is_asked = comparison.axis == AxisMode::One && !context.one_axis_refusals(group, comparison).is_empty();
    let msg = if is_forced { Msg::AxisUnforce } else { Msg::AxisForce };
    is_asked.then(|| button("plain", move |_| app.act(Action::Force(forced))).with(context.words.msg(msg)))
}

fn group(app: App, context: &Context, comparison: &Comparison, at: usize, group: CompareGroup) -> Element {
    let id = group.id;
    let has_figures = group.columns.iter().any(|column| !column.figures.is_empty());
    let columns = group.columns.into_iter().map(|column| {
        of_class("section", "group")
            .with(el("h3").with(column.community))
            .with(figure_list(app, context, "", column.figures))
            .with(line("missing", column.missing))
    });
    let has_refusal = group.pairs.iter().any(|pair| !pair.is_allowed);
    let pairs = group.pairs.into_iter().map(|pair| {
        el("li")
            .with(of_class("span", if pair.is_allowed { "verdict good" } else { "verdict no" }).with(pair.verdict))
            .with(" ")
            .with(el("strong").with(pair.who))
            .with(of_class("p", "detail").with(pair.reasons))
    });
    card(&format!("group-{at}"), group.title)
        .with(has_figures.then(|| chart(app, ChartId::Compare(id))))
        .with(force(app, context, comparison, id))
        .with(of_class("div", "columns-of").with_all(columns))
        .with(of_class("ul", "checks pairs").with_all(pairs))
        .with(line("note", group.note))
        .with(has_refusal.then(|| of_class("p", "note").with(context.words.msg(Msg::CompareInstead))))
}
