//! Paper is not clicked: charts give the numbers of their sources, and the sources stand once, with their addresses, at the end.

use crate::app::components::near::chart::{source_list, sources_in_words, sources_notes};
use crate::app::context::App;
use crate::app::element::{Node, el, many, of_class};
use leptos::prelude::*;
use linpu::present::card::ChartCard;
use linpu::state::Page;
use linpu::text::FarMsg;

/// Whether sources stand at the end: on paper, where charts are many.
fn is_at_end(app: App) -> bool {
    app.printed_on.get().is_some() && app.page.get() == Page::Overview
}

/// How to read a chart, who is silent, and its sources: all of them, or many as a number.
pub fn sources(app: App, card: &ChartCard, all: bool) -> Node {
    if !is_at_end(app) {
        return sources_in_words(app, card, all);
    }
    let voice = app.voice();
    let context = voice.context();
    let numbers = context.source_numbers(&card.sources, &context.sources_on_paper(&app.found()));
    many([sources_notes(&context, card), of_class("p", "note").with(numbers).into()])
}

/// All sources of the page, by number.
pub fn end(app: App) -> Node {
    if !is_at_end(app) {
        return Node::Nothing;
    }
    let voice = app.voice();
    let context = voice.context();
    let lines = context.source_lines(&context.sources_on_paper(&app.found()), true);
    of_class("section", "at-end")
        .with(el("h2").with(context.words.msg(FarMsg::CommunitySources)))
        .with(source_list(&context, lines, "ol"))
        .into()
}
