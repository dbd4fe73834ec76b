//! One voice: a locale together with the table of traditional forms.

use super::codes::Named;
use super::{Lexicon, Locale, Message};
use crate::model::Text;
use std::sync::Arc;

/// How numbers up to ten stand inside a sentence.
pub(super) const SMALL_NUMBERS: [(&str, &str); 11] = [
    ("零", "no"),
    ("一", "one"),
    ("两", "two"),
    ("三", "three"),
    ("四", "four"),
    ("五", "five"),
    ("六", "six"),
    ("七", "seven"),
    ("八", "eight"),
    ("九", "nine"),
    ("十", "ten"),
];

/// Says things in one language and script.
#[derive(Debug, Clone)]
pub struct Words {
    /// The language and script.
    pub locale: Locale,
    lexicon: Arc<Lexicon>,
}

impl Words {
    /// A voice.
    pub fn new(locale: Locale, lexicon: Arc<Lexicon>) -> Words {
        Words { locale, lexicon }
    }

    /// The table of traditional forms.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Simplified Chinese in this voice's script.
    pub fn hans(&self, zh: &str) -> String {
        match self.locale {
            Locale::ZhHant => self.lexicon.hant(zh).into_owned(),
            _ => zh.to_string(),
        }
    }

    /// One of two.
    pub fn pair(&self, zh: &str, en: &str) -> String {
        if self.locale.is_chinese() { self.hans(zh) } else { en.to_string() }
    }

    /// A text of the package.
    pub fn text(&self, text: &Text) -> String {
        self.pair(&text.zh, &text.en)
    }

    /// The name of a value of a closed vocabulary.
    pub fn name(&self, value: impl Named) -> String {
        let (zh, en) = value.words();
        self.pair(zh, en)
    }

    /// A small number inside a sentence: 五个, five.
    pub fn count(&self, number: usize) -> String {
        match SMALL_NUMBERS.get(number) {
            Some((zh, en)) => self.pair(zh, en),
            None => number.to_string(),
        }
    }

    /// A message.
    pub fn msg(&self, msg: impl Message) -> String {
        match self.locale {
            Locale::En => msg.english(self.lexicon.english).to_string(),
            _ => self.hans(msg.zh()),
        }
    }

    /// A message with `{0}`, `{1}` … filled in; English chooses between words for one and for many.
    pub fn fill(&self, msg: impl Message, with: &[&str]) -> String {
        self.lexicon.english.fill(&self.msg(msg), with)
    }

    /// A message about a number of things.
    pub fn counted(&self, number: usize, msg: impl Message) -> String {
        self.fill(msg, &[&number.to_string()])
    }

    /// Words of somebody else in quotation marks; marks inside them become single ones.
    pub fn quoted(&self, text: &str) -> String {
        let [open, close, open_inside, close_inside] = match self.locale {
            Locale::ZhHant => ["「", "」", "『", "』"],
            _ => ["“", "”", "‘", "’"],
        };
        [open, &text.replace('“', open_inside).replace('”', close_inside), close].concat()
    }

    /// A text in parts, each with its language where that is not this voice's: what stands in Chinese on an English page.
    pub fn tongues<'a>(&self, text: &'a str) -> Vec<(Option<&'static str>, &'a str)> {
        let is_han = |char: char| matches!(char, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{2FFFF}');
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(from) = rest.find(is_han).filter(|_| !self.locale.is_chinese()) {
            // Signs and numbers between two Chinese words are read as they are.
            let length = rest[from..].find(|char: char| char.is_alphabetic() && !is_han(char));
            let run = length.map_or(&rest[from..], |length| &rest[from..from + length]);
            let end = run.char_indices().rfind(|(_, char)| is_han(*char));
            let end = from + end.map_or(run.len(), |(at, char)| at + char.len_utf8());
            parts.extend([(None, &rest[..from]), (Some("zh"), &rest[from..end])]);
            rest = &rest[end..];
        }
        parts.push((None, rest));
        parts.retain(|(_, part)| !part.is_empty());
        parts
    }

    /// Words with others in brackets: 甲（乙） or a (b).
    pub fn bracketed(&self, text: &str, inside: &str) -> String {
        let (before, after) = if self.locale.is_chinese() { ("（", "）") } else { (" (", ")") };
        [text, before, inside, after].concat()
    }

    /// Words in a row: 甲、乙 or a, b.
    pub fn list(&self, words: &[String]) -> String {
        words.join(if self.locale.is_chinese() { "、" } else { ", " })
    }

    /// Sentences or clauses side by side.
    pub fn dotted(&self, words: &[String]) -> String {
        let filled: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        filled.join(" · ")
    }
}

/// A pattern with `{0}`, `{1}` … filled in.
pub(super) fn filled(pattern: &str, with: &[&str]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((number, after)) = after.split_once('}') else { break };
        if let Some(word) = number.parse::<usize>().ok().and_then(|at| with.get(at)) {
            text.push_str(word);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_chinese_on_an_english_page_is_marked_as_that() {
        let words = |locale| Words::new(locale, Default::default());
        let text = "Hongxing Net, “长沙:‘三竹’党建”, 2 Oct; 「yuan」";
        let parts = [(None, "Hongxing Net, “"), (Some("zh"), "长沙:‘三竹’党建"), (None, "”, 2 Oct; 「yuan」")];
        assert_eq!(words(Locale::En).tongues(text), parts);
        assert_eq!(words(Locale::ZhHans).tongues(text), [(None, text)]);
        assert_eq!(words(Locale::En).tongues("1号楼"), [(None, "1"), (Some("zh"), "号楼")]);
        assert_eq!(words(Locale::En).tongues(""), []);
    }
}
