//! Communities side by side.

use crate::app::components::far::define::{Draft, define, plot_axes};
use crate::app::components::far::own::own;
use crate::app::components::far::systems::{card, figure_list, line};
use crate::app::components::near::chart::chart;
use crate::app::components::near::figure::sentence;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::measure::{Forced, Per};
use linpu::model::{CodeId, CommunityId, ObservationId};
use linpu::present::Context;
use linpu::present::charts::ChartId;
use linpu::present::compare::{CompareGroup, ComparePage, Conflict, MOST, Pair, Ranked};
use linpu::state::{Action, AxisMode, Comparison};
use linpu::text::Msg;
use std::sync::Arc;

/// What is said, made anew when the view or the data change.
type Model = Memo<Arc<ComparePage>>;

/// The page that compares communities.
pub fn compare(app: App) -> Node {
    let comparison = Memo::new(move |_| app.view.with(|view| view.comparison.clone()));
    let model: Model = Memo::new(move |_| Arc::new(app.voice().context().compare_page(&comparison.get())));
    // The charts stay as long as the groups do.
    let groups = Memo::new(move |_| model.get().groups.iter().map(|group| group.id).collect::<Vec<CodeId>>());
    let draft = Draft::new();
    let is_enough = Memo::new(move |_| app.voice().context().compared(&comparison.get().communities).len() > 1);
    let intro = live(move || {
        of_class("div", "intro")
            .with(el("h1").with(app.msg(Msg::CompareTitle)))
            .with(of_class("p", "lead").with(app.msg(Msg::CompareLead)))
    });
    let tools = live(move || tools(app, &app.voice().context(), &comparison.get(), model.get().has_shared));
    let groups = move || live(move || many(groups.get().into_iter().map(|id| group(app, model, comparison, id))));
    let body = live(move || match is_enough.get() {
        false => of_class("p", "note").attr("role", "status").with(app.msg(Msg::CompareTooFew)).into(),
        true => many([
            live(move || says(app, &app.voice().context(), &model.get())),
            groups(),
            live(move || conflicts(app, &model.get().conflicts)),
            live(move || alone(app, &model.get())),
            live(move || match model.get().has_shared {
                true => chart(app, ChartId::Strips),
                false => no_strips(app),
            }),
            of_class("div", "joined").with(live(move || plot_axes(app))).with(chart(app, ChartId::Scatter)).into(),
            of_class("div", "joined").with(chart(app, ChartId::Derived)).with(live(move || define(app, draft))).into(),
        ]),
    });
    many([intro, tools, own(app), body])
}

/// Whom to compare, and how.
fn tools(app: App, context: &Context, comparison: &Comparison, has_shared: bool) -> Element {
    let words = context.words;
    let compared = context.compared(&comparison.communities);
    let choices = context.data.community_ids().map(|id| choice(app, context, id, &compared));
    let axes = AxisMode::ALL.map(|mode| {
        let name = match mode {
            AxisMode::Shared => Msg::AxisShared,
            AxisMode::Free => Msg::AxisFree,
            AxisMode::One => Msg::AxisOne,
        };
        // Without a definition in common there is no scale to be free from.
        let is_empty = mode == AxisMode::Free && !has_shared && comparison.axis != mode;
        let why = is_empty.then(|| of_class("span", "detail").with(" ").with(words.msg(Msg::AxisFreeNone)));
        way(app, "axis", words.msg(name), mode == comparison.axis, is_empty, Action::Axes(mode)).with(why)
    });
    let pers = Per::ALL.map(|per| {
        let name = match per {
            Per::Count => Msg::PerCount,
            Per::Thousand => Msg::PerThousand,
            Per::Household => Msg::PerHousehold,
        };
        way(app, "per", words.msg(name), per == comparison.per, false, Action::Per(per))
    });
    let bases = context.bases(comparison).into_iter().map(|(community, bases)| base(app, community, bases));
    let option = |id: Option<CommunityId>| {
        let name = id.map_or_else(|| words.msg(Msg::HighlightNone), |id| context.community(id));
        let value = id.map_or(String::new(), |id| context.data.community(id).key.clone());
        el("option").attr("value", value).attr("selected", id == comparison.highlight).with(name)
    };
    let highlight = el("select")
        .attr("id", "highlight")
        .attr("aria-label", words.msg(Msg::HighlightTitle))
        .on("change", move |event| {
            let id = app.package().data.community_by_key(&event.value());
            app.act(Action::Highlight(id));
        })
        .with_all([None].into_iter().chain(compared.iter().copied().map(Some)).map(option));
    let set = |msg: Msg, inside: Vec<Element>| {
        of_class("fieldset", "choices").with(el("legend").with(words.msg(msg))).with_all(inside)
    };
    of_class("section", "card tools")
        .attr("aria-label", words.msg(Msg::CompareChoose))
        .with(set(Msg::CompareChoose, choices.collect()))
        .with(set(Msg::ComparePer, pers.into_iter().chain(bases).collect()))
        .with(set(Msg::CompareAxes, axes.into()))
        .with(set(Msg::HighlightTitle, vec![highlight]))
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

/// Chooses what a community's figures are counted per, where there is a choice.
fn base(app: App, community: String, mut bases: Vec<(ObservationId, String)>) -> Element {
    let in_use = bases.first().map(|(id, _)| *id);
    // The order of the list is that of the file, whichever is in use.
    bases.sort_by_key(|(id, _)| *id);
    let all: Vec<ObservationId> = bases.iter().map(|(id, _)| *id).collect();
    let option = |(id, words): (ObservationId, String)| {
        el("option").attr("value", id.0.to_string()).attr("selected", in_use == Some(id)).with(words)
    };
    let select = el("select")
        .attr("aria-label", community.clone())
        .on("change", move |event| {
            if let Some(id) = all.iter().find(|id| id.0.to_string() == event.value()) {
                app.act(Action::Pick(*id, all.clone()));
            }
        })
        .with_all(bases.into_iter().map(option));
    el("label").with(app.msg(Msg::PerBase)).with(" ").with(community).with(" ").with(select)
}

fn way(app: App, name: &'static str, text: String, is_chosen: bool, is_empty: bool, action: Action) -> Element {
    let tick = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("checked", is_chosen)
        .attr("disabled", is_empty)
        .on("change", move |_| app.act(action.clone()));
    el("label").with(tick).with(text)
}

/// Nothing has a place among others yet: figures of one's own would.
fn no_strips(app: App) -> Node {
    let words = |msg| app.msg(msg);
    card("strips", words(Msg::StripsTitle))
        .with(of_class("p", "note").with(words(Msg::StripsNone)))
        .with(button("plain", move |_| platform::focus("own-summary")).with(words(Msg::OwnTitle)))
        .into()
}

fn says(app: App, context: &Context, page: &ComparePage) -> Element {
    of_class("section", "card summary")
        .attr("role", "status")
        .with_all(page.sentences.iter().map(|this| sentence(app, context, this.clone())))
        .with(line("note", page.silent.clone()))
}

/// A group: its chart, its ranks, and what can be said of each pair.
fn group(app: App, model: Model, comparison: Memo<Comparison>, id: CodeId) -> Node {
    let more = live(move || {
        let voice = app.voice();
        let context = voice.context();
        let group = model.get().groups.iter().find(|group| group.id == id).cloned();
        Node::from(group.map(|group| said(app, &context, &comparison.get(), group)))
    });
    of_class("div", "joined").with(chart(app, ChartId::Compare(id))).with(more).into()
}

fn said(app: App, context: &Context, comparison: &Comparison, group: CompareGroup) -> Element {
    let refused = !group.pairs.iter().all(|pair| pair.is_allowed);
    let instead = refused.then(|| of_class("p", "note").with(context.words.msg(Msg::CompareInstead)));
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
    let score = context.words.fill(Msg::CompareAspects, &[&pair.score.to_string()]);
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
        let msg = if is_forced { Msg::RankUnforce } else { Msg::RankForce };
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
    let msg = if is_forced { Msg::AxisUnforce } else { Msg::AxisForce };
    let act = move || button("plain", move |_| app.act(Action::Force(forced))).with(context.words.msg(msg));
    is_asked.then(|| el("p").with(act()))
}

fn alone(app: App, page: &ComparePage) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let group = |group: &linpu::present::compare::AloneGroup| {
        of_class("section", "group").with(el("h3").with(group.title.clone())).with(figure_list(
            app,
            &context,
            "",
            group.figures.clone(),
        ))
    };
    Node::from((!page.alone.is_empty()).then(|| {
        card("alone", context.words.msg(Msg::CompareAlone))
            .with(of_class("div", "groups").with_all(page.alone.iter().map(group)))
    }))
}

/// Two figures for one fact: both, which one stands, and a way to choose the other.
fn conflicts(app: App, conflicts: &[Conflict]) -> Node {
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
                .with(el("label").with(tick).with(words.msg(Msg::CompareUse)))
                .with(of_class("span", "detail").with(" ").with(source.clone()))
        });
        el("li").with(el("h3").with(conflict.title.clone())).with(of_class("ul", "links").with_all(figures))
    };
    Node::from((!conflicts.is_empty()).then(|| {
        card("conflicts", words.msg(Msg::CompareConflicts))
            .with(of_class("p", "note").with(words.msg(Msg::CompareConflictsNote)))
            .with(of_class("ul", "checks").with_all(conflicts.iter().enumerate().map(conflict)))
    }))
}
