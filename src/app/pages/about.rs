//! What the data are and what they are not.

use super::community::source_facts;
use crate::app::context::App;
use crate::app::element::{Node, el, live, many, of_class};
use linpu::text::Msg;

/// The page about the data.
pub fn about(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let section = |(title, text): (String, String)| {
            of_class("section", "card").with(el("h2").with(title)).with(el("p").with(text))
        };
        let sources = of_class("section", "card")
            .with(el("h2").with(words.msg(Msg::AboutSourcesTitle)))
            .with_all(context.data.source_ids().map(|id| source_facts(&context, id)));
        many([
            of_class("div", "intro").with(el("h1").with(words.msg(Msg::AboutTitle))),
            of_class("div", "prose").with_all(context.about().into_iter().map(section)).with(sources),
        ])
    })
}
