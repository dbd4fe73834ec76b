//! What a link carried that was not understood, and what it has no room for: said, and dismissible.

use crate::app::context::App;
use crate::app::element::{Event, Node, button, el, live, of_class};
use leptos::prelude::*;
use linpu::state::Full;
use linpu::state::url::Ignored;
use linpu::text::{Msg, Words};

/// The notice; empty where a link was understood and has room.
pub fn notice(app: App) -> Node {
    let notice = live(move || {
        let ignored = app.ignored.get();
        let full = app.full.get();
        (full.is_some() || !ignored.is_empty()).then(|| {
            let voice = app.voice();
            let words = voice.context().words;
            let dismiss = move |_: &dyn Event| {
                app.ignored.set(Vec::new());
                app.full.set(None);
            };
            of_class("div", "notice")
                .with(el("p").with(full.map_or_else(|| sentence(words, &ignored), |full| no_room(words, full))))
                .with(button("plain", dismiss).with(words.msg(Msg::Dismiss)))
        })
    });
    el("div").attr("role", "status").with(notice).into()
}

fn no_room(words: &Words, full: Full) -> String {
    let msg = match full {
        Full::Forced => Msg::FullForced,
        Full::Picked => Msg::FullPicked,
        Full::Asked => Msg::FullAsked,
        Full::Need => Msg::FullNeed,
        Full::Link => Msg::FullLink,
    };
    words.fill(msg, &[&full.most().to_string()])
}

fn sentence(words: &Words, ignored: &[Ignored]) -> String {
    let part = |part: &Ignored| match part {
        Ignored::Version(version) => words.fill(Msg::LinkVersion, &[version]),
        Ignored::TooLong(length) => words.fill(Msg::LinkTooLong, &[&length.to_string()]),
        Ignored::Key(key) => key.clone(),
        Ignored::Value(key, value) => format!("{key}={value}"),
    };
    let parts: Vec<String> = ignored.iter().take(4).map(part).collect();
    let more = if ignored.len() > parts.len() { "…" } else { "" };
    words.fill(Msg::LinkIgnored, &[&ignored.len().to_string(), &(words.list(&parts) + more)])
}
