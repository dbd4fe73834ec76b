//! Where a figure stands among all of its definition: in a receipt, and beside what somebody enters.
//!
//! May use: `components::near`, drawing. Deliberately absent: what is said of it (`present::among`).

use super::systems::line;
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, el, of_class};
use leptos::prelude::*;
use linpu::chart::draw;
use linpu::present::among::Among;
use linpu::present::layout;
use linpu::state::Page;
use linpu::text::{FarMsg, Words};

/// The picture, the sentence, who is silent, and the way to the bars.
pub fn among(app: App, words: &Words, among: Among) -> Element {
    let width = layout::receipt_px(app.page_px(), matches!(app.page.get(), Page::Figure(_)));
    let strip = among.strip.map(|spec| picture(&draw::draw(&spec, width), "picture"));
    let more = among
        .more
        .map(|action| el("p").with(el("a").attr("href", app.href(action)).with(words.msg(FarMsg::AmongMore))));
    of_class("div", "among")
        .with(strip)
        .with(el("p").with([Some(among.says), among.rank].into_iter().flatten().collect::<Vec<_>>().join(" ")))
        .with(line("detail", among.silent))
        .with(more)
}
