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

    /// The language of a text that is not in this voice's: what stands in Chinese on an English page.
    pub fn foreign(&self, text: &str) -> Option<&'static str> {
        let is_han = |char: &char| ('\u{4E00}'..='\u{9FFF}').contains(char);
        let latin = text.chars().filter(char::is_ascii_alphabetic).count();
        (!self.locale.is_chinese() && text.chars().filter(is_han).count() > latin).then_some("zh")
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
