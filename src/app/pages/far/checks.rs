//! What the sources' own figures confirm, and what follows from them.

use crate::app::components::far::define::derived as derived_row;
use crate::app::components::far::receipt::verdict_class;
use crate::app::components::far::systems::{card, figure_list, line};
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::present::Context;
use linpu::present::checks::{CheckGroup, CheckRow};
use linpu::state::Action;
use linpu::text::{FarMsg, Msg, Words};

/// Rows shown of each list at first.
const SHOWN: usize = 4;

/// The page of checks and derived indicators.
pub fn checks(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let groups = context.checks();
        let communities = context.compared(&[]);
        let intro = of_class("div", "intro")
            .with(el("h1").with(words.msg(Msg::ChecksTitle)))
            .with(of_class("p", "lead").with(words.msg(FarMsg::ChecksLead)));
        let chosen = app.view.with(|view| view.verdict);
        let tallied = context.tally(&groups).into_iter().map(|(verdict, text)| {
            button("chip", move |_| app.act(Action::FilterChecks(verdict)))
                .aria("aria-pressed", verdict == chosen)
                .with(text)
        });
        let tally = of_class("div", "chips verdicts")
            .attr("role", "group")
            .attr("aria-label", words.msg(FarMsg::ChecksWhich))
            .with_all(tallied);
        let group = |(at, group): (usize, CheckGroup)| {
            let rows = group.rows.into_iter().filter(|row| chosen.is_none_or(|chosen| row.verdict == chosen));
            let rows: Vec<_> = rows.map(|this| row(app, &context, this)).collect();
            let count = words.counted(rows.len(), FarMsg::ChecksAll);
            (!rows.is_empty())
                .then(|| card(&format!("checks-{at}"), words.dotted(&[group.title, count])).with(folded(words, rows)))
        };
        let derived = context.derived(&communities, &Default::default()).into_iter();
        let derived = derived.map(|this| derived_row(app, &context, this)).collect();
        let derived = card("derived", words.msg(FarMsg::ChecksDerived)).with(folded(words, derived));
        let shown = groups.iter().flat_map(|group| &group.rows);
        let shown = shown.filter(|row| chosen.is_none_or(|chosen| row.verdict == chosen)).count();
        let said = of_class("p", "visually-hidden")
            .attr("role", "status")
            .with(words.fill(FarMsg::ChecksShown, &[&shown.to_string()]));
        let groups = many(groups.into_iter().enumerate().filter_map(group));
        // What follows from the figures is no check: it has no part in a choice of verdicts.
        let derived = chosen.is_none().then_some(derived);
        many([intro.into(), tally.into(), said.into(), groups, derived.into()])
    })
}

/// The first rows, which say most, and the others folded: they are hundreds. Paper opens them.
fn folded(words: &Words, mut rows: Vec<Element>) -> Node {
    let rest = if rows.len() > SHOWN + 1 { rows.split_off(SHOWN) } else { Vec::new() };
    let list = |rows: Vec<Element>| of_class("ul", "checks in-columns").with_all(rows);
    let more = (!rest.is_empty()).then(|| {
        let says = words.fill(FarMsg::PracticesMore, &[&rest.len().to_string()]);
        of_class("details", "checks-more").with(el("summary").with(says)).with(list(rest))
    });
    many([list(rows).into(), Node::from(more)])
}

fn row(app: App, context: &Context, row: CheckRow) -> Element {
    el("li")
        .with(of_class("span", verdict_class(row.verdict)).with(context.words.name(row.verdict)))
        .with(el("h3").with(row.title))
        .with(line("sum", row.arithmetic))
        .with(line("detail", row.why))
        .with(figure_list(app, context, "system-figures", row.figures))
}
