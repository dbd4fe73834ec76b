//! What the receipt of a figure says.

use super::among::among;
use super::reading::aloud;
use super::systems::line;
use crate::app::components::near::drawer::RECEIPT;
use crate::app::components::near::figure::{link_out, tongues};
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::measure::Verdict;
use linpu::model::ObservationId;
use linpu::present::Context;
use linpu::present::checks::CheckRow;
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Words};

/// Terms and what is said of each.
pub fn facts(words: &Words, facts: Vec<(String, String)>) -> Node {
    let fact = |(label, text): (String, String)| [el("dt").with(label), el("dd").with(tongues(words, &text))];
    many(facts.into_iter().flat_map(fact))
}

/// What a receipt says in its drawer.
pub fn body(app: App, id: ObservationId) -> Node {
    in_place(app, id, RECEIPT)
}

/// What a receipt says inside the element of an id.
pub fn in_place(app: App, id: ObservationId, home: &'static str) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let receipt = context.receipt(id);
    let aloud = aloud(app, words, &receipt);
    let system = receipt.system.map(|(id, name)| {
        let link = el("a").attr("href", app.href(Action::Go(Page::System(id)))).with(name);
        many([el("dt").with(words.msg(FarMsg::ReceiptSystem)), el("dd").with(link)])
    });
    let reading = receipt.quote_reading.map(|reading| {
        of_class("p", "quote-reading")
            .with(of_class("span", "detail").with(words.msg(FarMsg::ReceiptQuoteReading)))
            .with(el("span").attr("lang", "zh-Hans").with(reading))
    });
    let copied = RwSignal::new(None::<FarMsg>);
    let copy = receipt.citations.first().map(|(_, text)| {
        let text = text.clone();
        copy_button(home, text, copied).with(words.msg(FarMsg::ReceiptCopy))
    });
    let link = match receipt.link {
        Some(url) => Node::from(link_out("out solid", url, words.msg(FarMsg::ReceiptLink))),
        None => of_class("span", "detail").with(words.msg(FarMsg::ReceiptNoLink)).into(),
    };
    let actions = of_class("div", "receipt-actions")
        .with(link)
        .with(copy)
        .with(aloud)
        .with(of_class("span", "detail").attr("role", "status").with(said(app, copied)));
    let (community, name) = receipt.community;
    let community = el("a").attr("href", app.href(Action::Go(Page::Community(community)))).with(name);
    let citations = (!receipt.citations.is_empty()).then(|| {
        // Not folded: where the last that takes the focus is hidden, Tab would leave the dialog.
        of_class("section", "citations")
            .with(el("h3").with(words.msg(FarMsg::ReceiptCite)))
            .with_all(receipt.citations.into_iter().map(|(msg, text)| citation(app, home, msg, text)))
    });
    let key = context.data.observation(id).key.clone();
    many([
        of_class("p", "eyebrow").with(words.dotted(&[words.msg(FarMsg::ReceiptTitle), key])).into(),
        el("h2").attr("id", "receipt-title").with(community).with([" · ", &receipt.indicator].concat()).into(),
        of_class("div", "receipt-figure")
            .with(receipt.mark.map(|mark| picture(&mark, "mark")))
            .with(of_class("p", "receipt-value").with(receipt.value))
            .into(),
        el("blockquote")
            .with(el("p").attr("lang", receipt.quote_lang).with(receipt.quote))
            .with(reading)
            .with(line("detail", receipt.gloss.unwrap_or_default()))
            .with(line("detail", receipt.published))
            .into(),
        actions.into(),
        Node::from(context.among(id, app.look.get().scale).map(|this| {
            of_class("section", "among-all")
                .with(el("h3").with(words.msg(FarMsg::AmongTitle)))
                .with(among(app, words, this))
        })),
        el("h3").with(words.msg(FarMsg::ReceiptHow)).into(),
        el("dl").with(facts(words, receipt.about)).with(system).into(),
        Node::from(checks(app, &context, receipt.checks)),
        el("h3").with(words.msg(FarMsg::ColSource)).into(),
        el("dl").with(facts(words, receipt.source)).into(),
        of_class("p", "note").with(words.msg(FarMsg::SelfReported)).into(),
        Node::from(citations),
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
            .with(el("h3").with(words.msg(FarMsg::ReceiptComputed)))
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

/// A button that copies a text, and where it says whether it could.
fn copy_button(home: &'static str, text: String, copied: RwSignal<Option<FarMsg>>) -> Element {
    button("plain", move |_: &dyn Event| {
        platform::copy(&text, home, move |done| {
            copied.set(Some(if done { FarMsg::Copied } else { FarMsg::CopyFailed }))
        });
    })
}

/// What became of a text that was to be copied.
fn said(app: App, copied: RwSignal<Option<FarMsg>>) -> Node {
    live(move || Node::from(copied.get().map(|said| app.msg(said))))
}

/// A citation, shown, and copied where the browser allows it. `home` is the id of what holds the focus meanwhile.
pub fn citation(app: App, home: &'static str, msg: FarMsg, text: String) -> Element {
    let copied = RwSignal::new(None::<FarMsg>);
    of_class("div", "citation")
        .with(copy_button(home, text.clone(), copied).with(app.msg(msg)))
        .with(of_class("span", "detail").attr("role", "status").with(said(app, copied)))
        .with(el("pre").attr("lang", "zh-Hans").with(text))
}
