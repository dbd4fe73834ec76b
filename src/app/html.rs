//! Elements written as HTML: the first paint, and what tests read.

use super::element::{Element, Node};
use linpu::text::plain;
use std::fmt::Write;

impl Element {
    /// As HTML.
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(html, "<{}", self.0.tag);
        for (name, value) in &self.0.attrs {
            let _ = write!(html, " {name}");
            if !value.is_empty() {
                html.push_str("=\"");
                escape(html, value);
                html.push('"');
            }
        }
        html.push('>');
        if self.0.tag == "input" {
            return;
        }
        self.0.children.iter().for_each(|child| child.write(html));
        let _ = write!(html, "</{}>", self.0.tag);
    }
}

impl Node {
    fn write(&self, html: &mut String) {
        match self {
            Node::Nothing => {}
            Node::Text(text) => escape(html, text),
            Node::Element(element) => element.write(html),
            Node::Many(nodes) => nodes.iter().for_each(|node| node.write(html)),
            Node::Live(make) => make().write(html),
        }
    }
}

fn escape(html: &mut String, text: &str) {
    text.chars().for_each(|character| plain::push_xml(html, character));
}

#[cfg(test)]
mod tests {
    use crate::app::element::{Element, el, live, many};

    #[test]
    fn words_stay_words_in_html() {
        let element = el("p").attr("title", "a\"b<".to_string()).attr("hidden", false).with("<b>&".to_string());
        assert_eq!(element.html(), "<p title=\"a&quot;b&lt;\">&lt;b&gt;&amp;</p>");
    }

    #[test]
    fn an_input_has_no_end_and_true_no_value() {
        let element = el("label").with(el("input").attr("disabled", true)).with(None::<Element>).with("x");
        assert_eq!(element.html(), "<label><input disabled>x</label>");
    }

    #[test]
    fn no_line_begins_with_the_sign_between_two_things() {
        let element = el("p").with("a · b").with([" · ", "c·d"].concat()).attr("title", "a · b");
        assert_eq!(element.html(), "<p title=\"a · b\">a\u{a0}· b\u{a0}· c·d</p>");
    }

    #[test]
    fn live_parts_are_written_as_they_are_now() {
        let element = el("ul").with(live(|| many((1..3).map(|at| el("li").with(at.to_string())))));
        assert_eq!(element.html(), "<ul><li>1</li><li>2</li></ul>");
    }
}
