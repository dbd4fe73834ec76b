//! Communities side by side.

use crate::app::components::systems::{card, figure_list, line};
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use leptos::prelude::*;
use linpu::model::CommunityId;
use linpu::present::Context;
use linpu::present::compare::{CompareGroup, MOST};
use linpu::state::Action;
use linpu::text::Msg;

/// The page that compares communities.
pub fn compare(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let compared = app.view.with(|view| context.compared(&view.comparison.communities));
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
                context.comparison(&compared).into_iter().enumerate().map(|(at, this)| group(app, &context, at, this)),
            ),
        };
        many([intro.into(), choices.into(), groups])
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

fn group(app: App, context: &Context, at: usize, group: CompareGroup) -> Element {
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
        .with(of_class("div", "columns-of").with_all(columns))
        .with(of_class("ul", "checks pairs").with_all(pairs))
        .with(line("note", group.note))
        .with(has_refusal.then(|| of_class("p", "note").with(context.words.msg(Msg::CompareInstead))))
}
