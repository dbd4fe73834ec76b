//! A figure anywhere on the page: a button that opens its receipt; and links that leave the page.

use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, of_class};
use linpu::model::ObservationId;
use linpu::present::Context;
use linpu::present::sentence::{Piece, Sentence};
use linpu::state::Action;
use linpu::text::Msg;

/// A generated sentence; its figures open their receipts.
pub fn sentence(app: App, context: &Context, sentence: Sentence) -> Element {
    let piece = |piece: Piece| match piece.figure {
        Some(id) => {
            let spoken = context.spoken(context.data.observation(id));
            Node::from(figure_button(app, context, id, piece.text, &spoken))
        }
        None => Node::from(piece.text),
    };
    el("p").with_all(sentence.into_iter().map(piece))
}

/// A value that opens its receipt.
pub fn figure_button(app: App, context: &Context, id: ObservationId, value: String, spoken: &str) -> Element {
    // The name starts with what is seen, so that voice control finds the button by it.
    let name =
        [value.as_str(), &context.words.pair("，", ", "), &context.words.fill(Msg::ReceiptOpen, &[spoken])].concat();
    button("figure", move |_| app.act(Action::Open(id))).attr("aria-label", name).with(value)
}

/// A link that leaves the page.
pub fn link_out(class: &'static str, url: String, text: String) -> Element {
    of_class("a", class).attr("href", url).attr("target", "_blank").attr("rel", "noopener noreferrer").with(text)
}
