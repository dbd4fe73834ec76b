//! A figure anywhere on the page: a button that opens its receipt; and links that leave the page.

use crate::app::context::App;
use crate::app::element::{Child, Element, Node, button, el, many, of_class};
use linpu::model::ObservationId;
use linpu::present::Context;
use linpu::present::sentence::{Piece, Sentence};
use linpu::state::Action;
use linpu::text::{Msg, Words};

/// A generated sentence; its figures open their receipts.
pub fn sentence(app: App, context: &Context, sentence: Sentence) -> Element {
    let mut nodes = Vec::new();
    let mut pieces = sentence.into_iter().peekable();
    while let Some(Piece { text, figure }) = pieces.next() {
        let Some(id) = figure else {
            nodes.push(Node::from(text));
            continue;
        };
        let spoken = context.spoken(context.data.observation(id));
        let figure = figure_button(app, context, id, text, &spoken);
        // No line begins with the sign that ends a figure's clause: a browser may break after any button.
        let after = pieces.peek_mut().filter(|next| next.figure.is_none()).map(|next| {
            let is_sign = |sign: char| matches!(sign, '，' | '；' | '。' | '、' | '）' | ',' | ';' | '.' | ')');
            let words = next.text.trim_start_matches(is_sign).to_string();
            let signs = next.text[..next.text.len() - words.len()].to_string();
            next.text = words;
            signs
        });
        nodes.push(of_class("span", "bound").with(figure).with(after).into());
    }
    el("p").with(Node::Many(nodes))
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
