//! A figure anywhere on the page: a button that opens its receipt; and links that leave the page.

use crate::app::context::App;
use crate::app::element::{Child, Element, Node, button, el, many, of_class};
use linpu::model::ObservationId;
use linpu::present::Context;
use linpu::present::sentence::{Piece, Sentence, clauses};
use linpu::state::Action;
use linpu::text::{Msg, Words};

/// A generated sentence; its figures open their receipts.
pub fn sentence(app: App, context: &Context, sentence: Sentence) -> Element {
    let clause = |(Piece { text, figure }, signs): (Piece, String)| match figure {
        Some(id) => {
            let spoken = context.spoken(context.data.observation(id));
            of_class("span", "bound").with(figure_button(app, context, id, text, &spoken)).with(signs).into()
        }
        None => Node::from(text),
    };
    el("p").with_all(clauses(sentence).into_iter().map(clause))
}

/// A value that opens its receipt.
pub fn figure_button(app: App, context: &Context, id: ObservationId, value: String, spoken: &str) -> Element {
    // The name starts with what is seen, so that voice control finds the button by it.
    let name =
        [value.as_str(), &context.words.pair("，", ", "), &context.words.fill(Msg::ReceiptOpen, &[spoken])].concat();
    button("figure", move |_| app.act(Action::Open(id))).attr("aria-label", name).with(value)
}

/// A link that leaves the page.
pub fn link_out(class: &'static str, url: String, text: impl Child) -> Element {
    of_class("a", class).attr("href", url).attr("target", "_blank").attr("rel", "noopener noreferrer").with(text)
}

/// A text with the language of each part that is not the page's. Whatever the later half shows of it; the first paint is in Chinese.
pub fn tongues(words: &Words, text: &str) -> Node {
    many(words.tongues(text).into_iter().map(|(lang, part)| match lang {
        Some(lang) => Node::from(el("span").attr("lang", lang).with(part.to_string())),
        None => Node::from(part.to_string()),
    }))
}
