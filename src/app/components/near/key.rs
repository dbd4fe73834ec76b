//! How to read marks: one key a page.

use super::scene::picture;
use crate::app::context::App;
use crate::app::element::{Node, button, el, live, of_class};
use leptos::prelude::*;
use linpu::text::Msg;

/// The key to the marks of figures; folded where the page is narrow.
pub fn key(app: App) -> Node {
    let open = RwSignal::new(false);
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let items = context
            .page_key()
            .into_iter()
            .map(|entry| el("li").with_all(entry.marks.iter().map(|mark| picture(mark, "mark"))).with(entry.word));
        of_class("div", if open.get() { "page-key open" } else { "page-key" })
            .with(
                button("quiet", move |_| open.update(|open| *open = !*open))
                    .aria("aria-expanded", open.get())
                    .attr("aria-controls", "page-key")
                    .with(context.words.msg(Msg::Key))
                    .with(of_class("span", "arrow").attr("aria-hidden", "true").with("▸")),
            )
            .with(of_class("b", "page-key-title").with(context.words.msg(Msg::Key)))
            .with(el("ul").attr("id", "page-key").with_all(items))
    })
}
