//! What a link carried that was not understood: said, and dismissible.

use crate::app::context::App;
use crate::app::element::{Node, button, el, live, of_class};
use leptos::prelude::*;
use linpu::state::url::Ignored;
use linpu::text::{Msg, Words};

/// The notice; empty where a link was understood.
pub fn notice(app: App) -> Node {
    let notice = live(move || {
        let ignored = app.ignored.get();
        (!ignored.is_empty()).then(|| {
            of_class("div", "notice")
                .with(el("p").with(sentence(app.voice().context().words, &ignored)))
                .with(button("plain", move |_| app.ignored.set(Vec::new())).with(app.msg(Msg::Dismiss)))
        })
    });
    el("div").attr("role", "status").with(notice).into()
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
    let one = if ignored.len() == 1 { Msg::LinkIgnoredOne } else { Msg::LinkIgnored };
    words.fill(one, &[&ignored.len().to_string(), &(words.list(&parts) + more)])
}
