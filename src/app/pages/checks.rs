//! What the sources' own figures confirm, and what follows from them.

use crate::app::components::define::derived;
use crate::app::components::systems::{card, figure_list, line};
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use linpu::measure::Verdict;
use linpu::present::Context;
use linpu::present::checks::{CheckGroup, CheckRow};
use linpu::text::Msg;

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
            .with(of_class("p", "lead").with(words.msg(Msg::ChecksLead)))
            .with(of_class("p", "detail").with(context.tally(&groups)));
        let group = |(at, group): (usize, CheckGroup)| {
            let rows = group.rows.into_iter().map(|this| row(app, &context, this));
            card(&format!("checks-{at}"), group.title).with(of_class("ul", "checks").with_all(rows))
        };
        let derived =
            context.derived(&communities, &Default::default()).into_iter().map(|this| derived(app, &context, this));
        let derived = card("derived", words.msg(Msg::ChecksDerived)).with(of_class("ul", "checks").with_all(derived));
        many([intro.into(), many(groups.into_iter().enumerate().map(group)), derived.into()])
    })
}

/// The class of a verdict; its word says the same.
fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "verdict good",
        Verdict::Conflicting => "verdict bad",
        Verdict::Derived | Verdict::Bounded => "verdict made",
        Verdict::Invalid => "verdict no",
        Verdict::Unverifiable => "verdict",
    }
}

fn row(app: App, context: &Context, row: CheckRow) -> Element {
    el("li")
        .with(of_class("span", class(row.verdict)).with(context.words.name(row.verdict)))
        .with(el("h3").with(row.title))
        .with(line("sum", row.arithmetic))
        .with(line("detail", row.why))
        .with(figure_list(app, context, "system-figures", row.figures))
}
