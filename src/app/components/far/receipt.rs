//! What the receipt of a figure says.

use super::systems::line;
use crate::app::components::near::drawer::RECEIPT;
use crate::app::components::near::figure::link_out;
use crate::app::context::App;
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::measure::Verdict;
use linpu::model::ObservationId;
use linpu::present::Context;
use linpu::present::checks::CheckRow;
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Msg, Words};

/// Terms and what is said of each.
pub fn facts(words: &Words, facts: Vec<(String, String)>) -> Node {
    let fact = |(label, text): (String, String)| {
        [el("dt").with(label), el("dd").attr("lang", words.foreign(&text)).with(text)]
    };
    many(facts.into_iter().flat_map(fact))
}

/// What a receipt says.
pub fn body(app: App, id: ObservationId) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let receipt = context.receipt(id);
    let system = receipt.system.map(|(id, name)| {
        let link = el("a").attr("href", app.href(Action::Go(Page::System(id)))).with(name);
        many([el("dt").with(words.msg(FarMsg::ReceiptSystem)), el("dd").with(link)])
    });
    let reading = receipt.quote_reading.map(|reading| {
        of_class("p", "quote-reading")
            .with(of_class("span", "detail").with(words.msg(FarMsg::ReceiptQuoteReading)))
            .with(el("span").attr("lang", "zh-Hans").with(reading))
    });
    let link = match receipt.link {
        Some(url) => el("p").with(link_out("out", url, words.msg(FarMsg::ReceiptLink))),
        None => of_class("p", "detail").with(words.msg(FarMsg::ReceiptNoLink)),
    };
    many([
        of_class("p", "eyebrow").with(words.msg(FarMsg::ReceiptTitle)).into(),
        el("h2").attr("id", "receipt-title").with(receipt.title).into(),
        of_class("p", "receipt-value").with(receipt.value).into(),
        el("blockquote").attr("lang", receipt.quote_lang).with(el("p").with(receipt.quote)).into(),
        Node::from(reading),
        Node::from(receipt.gloss.map(|gloss| of_class("p", "detail").with(gloss))),
        link.into(),
        el("dl").with(facts(words, receipt.about)).with(system).into(),
        Node::from(checks(app, &context, receipt.checks)),
        el("h3").with(words.msg(FarMsg::ColSource)).into(),
        el("dl").with(facts(words, receipt.source)).into(),
        of_class("p", "note").with(words.msg(FarMsg::SelfReported)).into(),
        many(receipt.citations.into_iter().map(|(msg, text)| citation(app, msg, text))),
    ])
}

/// What the sources' own figures confirm of it; the arithmetic stands with it, the rest on the page of checks.
fn checks(app: App, context: &Context, rows: Vec<CheckRow>) -> Option<Element> {
    let words = context.words;
    let row = |row: CheckRow| {
        el("li")
            .with(of_class("span", verdict_class(row.verdict)).with(words.name(row.verdict)))
            .with(el("strong").with(row.title))
            .with(line("sum", row.arithmetic))
            .with(line("detail", row.why))
    };
    let more = el("a").attr("href", app.href(Action::Go(Page::Checks))).with(words.msg(FarMsg::ReceiptAllChecks));
    (!rows.is_empty()).then(|| {
        el("section")
            .with(el("h3").with(words.msg(Msg::NavChecks)))
            .with(of_class("ul", "checks").with_all(rows.into_iter().map(row)))
            .with(el("p").with(more))
    })
}

/// The class of a verdict; its word says the same.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "verdict good",
        Verdict::Conflicting => "verdict bad",
        Verdict::Derived | Verdict::Bounded | Verdict::Partial => "verdict made",
        Verdict::Invalid => "verdict no",
        Verdict::Unverifiable => "verdict",
    }
}

/// A citation, shown, and copied where the browser allows it.
fn citation(app: App, msg: FarMsg, text: String) -> Element {
    let said = RwSignal::new(None::<FarMsg>);
    let shown = text.clone();
    let copy = move |_: &dyn Event| {
        platform::copy(&text, RECEIPT, move |copied| {
            said.set(Some(if copied { FarMsg::Copied } else { FarMsg::CopyFailed }))
        });
    };
    of_class("div", "citation")
        .with(button("plain", copy).with(app.msg(msg)))
        .with(
            of_class("span", "detail")
                .attr("role", "status")
                .with(live(move || Node::from(said.get().map(|said| app.msg(said))))),
        )
        .with(el("pre").attr("lang", "zh-Hans").with(shown))
}
