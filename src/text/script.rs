//! Simplified and traditional characters, and pinyin.
//!
//! Owns: [`Lexicon`] and how it is applied. May use: [`super::Locale`], `model` text. Deliberately absent: the knowledge
//! itself. The build machine cuts a lexicon to the strings of the page (`lexicon_build`), so the page carries no dictionary.

use super::{Locale, Msg};
use crate::model::Text;
use std::borrow::Cow;

/// What the page knows of Chinese script: only for characters it shows.
///
/// Invariant: every list is sorted by its first member, so that it can be searched by halves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// Simplified character, traditional character.
    pub hant: Vec<(char, char)>,
    /// Simplified phrase, traditional phrase: where a character alone would go wrong.
    pub hant_phrases: Vec<(String, String)>,
    /// Traditional or variant character, simplified character.
    pub hans: Vec<(char, char)>,
    /// Every syllable in use, without tones; ü is `v`.
    pub syllables: Vec<String>,
    /// Simplified character, row of `syllables`; a character of several readings stands several times, the usual one first.
    pub readings: Vec<(char, u16)>,
    /// The English messages, where they are there.
    pub english: English,
}

/// Where the English messages are: with the first part of the program they are not, and nothing asks for them. Neither is there
/// what fills them in: English has a word for one and a word for many.
#[derive(Debug, Clone, Copy)]
pub struct English(fn(Msg) -> &'static str, fn(&str, &[&str]) -> String);

impl English {
    /// They are there. Only what is loaded with the rest may say so, else they are loaded with the first part.
    pub const THERE: English = English(Msg::en, super::plural::filled);

    /// A message in English.
    pub fn message(self, msg: Msg) -> &'static str {
        self.0(msg)
    }

    /// A pattern filled in; those that are no English have nothing to choose.
    pub fn fill(self, pattern: &str, with: &[&str]) -> String {
        self.1(pattern, with)
    }
}

impl Default for English {
    fn default() -> English {
        English(Msg::zh, super::words::filled)
    }
}

/// Two lexicons are the same if their tables are.
impl PartialEq for English {
    fn eq(&self, _: &English) -> bool {
        true
    }
}

impl Eq for English {}

impl Lexicon {
    /// The words of a text in one locale.
    pub fn text<'a>(&self, locale: Locale, text: &'a Text) -> Cow<'a, str> {
        self.pick(locale, &text.zh, &text.en)
    }

    /// One of two words, in one locale.
    pub fn pick<'a>(&self, locale: Locale, zh: &'a str, en: &'a str) -> Cow<'a, str> {
        match locale {
            Locale::ZhHans => Cow::Borrowed(zh),
            Locale::ZhHant => self.hant(zh),
            Locale::En => Cow::Borrowed(en),
        }
    }

    /// A text of the page in traditional characters: the longest known phrase first, then character by character.
    pub fn hant<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut out = String::new();
        let (mut copied, mut at) = (0, 0);
        while let Some(from) = text[at..].chars().next() {
            let rest = &text[at..];
            if let Some((phrase, to)) = self.phrase(rest, from) {
                out.push_str(&text[copied..at]);
                out.push_str(to);
                at += phrase.len();
                copied = at;
                continue;
            }
            if let Some(to) = mapped(&self.hant, from) {
                out.push_str(&text[copied..at]);
                out.push(to);
                copied = at + from.len_utf8();
            }
            at += from.len_utf8();
        }
        finish(text, out, copied)
    }

    /// A text in simplified characters, for searching: character by character, so it folds more than a writer would.
    pub fn to_hans<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut out = String::new();
        let mut copied = 0;
        for (at, from) in text.char_indices() {
            if let Some(to) = mapped(&self.hans, from) {
                out.push_str(&text[copied..at]);
                out.push(to);
                copied = at + from.len_utf8();
            }
        }
        finish(text, out, copied)
    }

    /// The readings of a simplified character, without tones; empty for anything else.
    pub fn pinyin(&self, character: char) -> impl Iterator<Item = &str> {
        self.reading_rows(character)
            .iter()
            .filter_map(|(_, row)| self.syllables.get(usize::from(*row)).map(String::as_str))
    }

    /// The rows of `readings` for a character.
    pub(crate) fn reading_rows(&self, character: char) -> &[(char, u16)] {
        let from = self.readings.partition_point(|(known, _)| *known < character);
        let rest = &self.readings[from..];
        &rest[..rest.partition_point(|(known, _)| *known == character)]
    }

    /// The longest phrase a text starts with. Sorted order puts a phrase after every phrase that it starts with.
    fn phrase(&self, text: &str, first: char) -> Option<&(String, String)> {
        let starts = |phrase: &str| phrase.chars().next().unwrap_or_default();
        let from = self.hant_phrases.partition_point(|(phrase, _)| starts(phrase) < first);
        let rest = &self.hant_phrases[from..];
        let with_first = &rest[..rest.partition_point(|(phrase, _)| starts(phrase) == first)];
        with_first.iter().rev().find(|(phrase, _)| text.starts_with(phrase.as_str()))
    }
}

fn mapped(table: &[(char, char)], from: char) -> Option<char> {
    table.binary_search_by_key(&from, |(known, _)| *known).ok().map(|row| table[row].1)
}

fn finish(text: &str, mut out: String, copied: usize) -> Cow<'_, str> {
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// A small lexicon for the tests of this room.
#[cfg(test)]
pub(crate) fn sample() -> Lexicon {
    const CHARACTERS: &str = "竹zhu 隐yin 社she 区qu,ou 水shui 涯ya 长chang,zhang 沙sha 女nv,nu 邻lin 里li 窑yao 洲zhou 一yi 站zhan \
                              式shi 服fu 务wu 平ping 湖hu 党dang 建jian 网wang 格ge 余yu 发fa 展zhan 理li";
    let mut lexicon = Lexicon::default();
    for entry in CHARACTERS.split_whitespace() {
        let character = entry.chars().next().unwrap();
        for reading in entry[character.len_utf8()..].split(',') {
            let known = lexicon.syllables.iter().position(|syllable| syllable == reading);
            let row = known.unwrap_or_else(|| {
                lexicon.syllables.push(reading.to_string());
                lexicon.syllables.len() - 1
            });
            lexicon.readings.push((character, row as u16));
        }
    }
    lexicon.readings.sort_by_key(|(character, _)| *character);
    let pairs = "隐隱 区區 长長 邻鄰 里裡 窑窯 务務 党黨 网網 发發 余餘 人人";
    lexicon.hant = pairs.split(' ').map(|pair| (pair.chars().next().unwrap(), pair.chars().nth(1).unwrap())).collect();
    lexicon.hant.retain(|(from, to)| from != to);
    lexicon.hant.sort();
    lexicon.hans = lexicon.hant.iter().map(|(hans, hant)| (*hant, *hans)).chain([('裏', '里'), ('髮', '发')]).collect();
    lexicon.hans.sort();
    lexicon.hant_phrases = ["公里 公里", "理发 理髮", "理发展 理發展"]
        .iter()
        .filter_map(|pair| pair.split_once(' '))
        .map(|(from, to)| (from.to_string(), to.to_string()))
        .collect();
    lexicon.hant_phrases.sort();
    lexicon
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_takes_the_longest_phrase_first() {
        let check = |text: &str, expected: &str| assert_eq!(sample().hant(text), expected, "{text}");
        check("竹隐社区", "竹隱社區");
        check("邻里三公里", "鄰裡三公里");
        check("理发", "理髮");
        check("治理发展", "治理發展");
        check("发展", "發展");
        check("abc 20%", "abc 20%");
        check("", "");
        assert!(matches!(sample().hant("三公里"), Cow::Owned(_)));
        assert!(matches!(sample().hant("abc"), Cow::Borrowed(_)));
    }

    #[test]
    fn search_folds_every_variant() {
        let check = |text: &str, expected: &str| assert_eq!(sample().to_hans(text), expected, "{text}");
        check("窯洲", "窑洲");
        check("鄰裏", "邻里");
        check("鄰裡", "邻里");
        check("竹隐", "竹隐");
    }

    #[test]
    fn a_character_gives_all_its_readings() {
        let check = |character: char, expected: &str| {
            assert_eq!(sample().pinyin(character).collect::<Vec<_>>().join(" "), expected, "{character}");
        };
        check('区', "qu ou");
        check('竹', "zhu");
        check('a', "");
        check('𠀀', "");
    }
}
