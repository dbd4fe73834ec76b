//! Rules about quotations.
//!
//! Owns: that each locator is short, stands in its article exactly once, and can be read in simplified characters. May use:
//! `model`, the rules. Deliberately absent: conversion between scripts.

use super::Notes;
use crate::diagnostics::detail::{Listing, Longer, OutOf, Passage};
use crate::diagnostics::{
    Diagnostic, in_file_order,
    rules::cells::{EMPTY_CELL, LOOK_ALIKE},
    rules::sense as rules,
};
use crate::model::*;
use crate::wire::numbers::digits;
use crate::wire::schema::{OBSERVATIONS, PRACTICES, SOURCES, SYSTEMS};
use crate::wire::tables::Rows;
use crate::wire::{is_traditional, look_alike, sha256};

/// Longest locator, in characters.
const LONGEST: usize = 25;

/// A locator and where it stands in the tables.
struct Quote<'d> {
    file: &'static str,
    row: Option<u32>,
    source: SourceId,
    locator: &'d str,
    hans: Option<&'d str>,
    /// Whether there is nothing to quote, because the row says that the source says nothing.
    is_silent: bool,
}

fn quotes<'d>(data: &'d Dataset, rows: &Rows) -> Vec<Quote<'d>> {
    let systems = data.systems.iter().enumerate().map(|(at, system)| Quote {
        file: SYSTEMS.file,
        row: rows.systems.get(at).copied(),
        source: system.source,
        locator: &system.locator,
        hans: system.locator_hans.as_deref(),
        is_silent: false,
    });
    let observations = data.observations.iter().enumerate().map(|(at, figure)| Quote {
        file: OBSERVATIONS.file,
        row: rows.observations.get(at).copied(),
        source: figure.source,
        locator: &figure.locator,
        hans: figure.locator_hans.as_deref(),
        is_silent: matches!(figure.status, ObsStatus::NotReported | ObsStatus::NotApplicable),
    });
    let practices = data.practices.iter().enumerate().map(|(at, practice)| Quote {
        file: PRACTICES.file,
        row: rows.practices.get(at).copied(),
        source: practice.source,
        locator: &practice.locator,
        hans: practice.locator_hans.as_deref(),
        is_silent: false,
    });
    systems.chain(observations).chain(practices).collect()
}

/// What can be said of locators without their articles.
pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for quote in quotes(data, rows) {
        let (locator, place) = (quote.locator, (quote.file, quote.row, "locator"));
        if locator.is_empty() {
            if !quote.is_silent {
                notes.add(&EMPTY_CELL, place, "", "locator");
            }
            continue;
        }
        if let Some(look_alike) = locator.chars().find_map(|c| look_alike("locator", c)) {
            notes.add(&LOOK_ALIKE, place, locator, look_alike);
        }
        let characters = locator.chars().count();
        if characters > LONGEST {
            notes.add(&rules::LOCATOR_LONG, place, locator, characters);
        }
        let place = (quote.file, quote.row, "locator_hans");
        if let Some(hans) = quote.hans {
            let characters = hans.chars().count();
            if characters > LONGEST {
                notes.add(&rules::LOCATOR_LONG, place, hans, characters);
            } else if digits(hans) != digits(locator) {
                notes.add(&rules::HANS_DIGITS, place, hans, locator);
            } else if let Some(hant) = hans.chars().find(|c| is_traditional(*c)) {
                notes.add(&rules::HANS_TRADITIONAL, place, hans, hant);
            }
        }
        match (data.source(quote.source).script.as_str(), quote.hans) {
            ("zh-Hant", None) => notes.add(&rules::HANS_MISSING, place, "", ()),
            ("zh-Hans", Some(hans)) => notes.add(&rules::HANS_UNEXPECTED, place, hans, ()),
            _ => {}
        }
    }
}

/// Compares locators with their articles; `sources` pairs an article's name with its text.
pub fn locators(data: &Dataset, rows: &Rows, sources: &[(String, String)]) -> Vec<Diagnostic> {
    let mut notes = Notes::default();
    let mut texts: Vec<Option<&str>> = data
        .sources
        .iter()
        .map(|source| {
            is_article(&source.article)
                .then(|| sources.iter().find(|(article, _)| *article == source.article).map(|(_, text)| text.as_str()))
                .flatten()
        })
        .collect();
    for (at, source) in data.sources.iter().enumerate() {
        // The mark of a failed decoding stands in no article.
        if texts[at].is_some_and(|text| text.contains('\u{fffd}')) {
            texts[at] = None;
            let (row, article) = (rows.sources.get(at).copied(), &source.article);
            notes.add(&rules::SOURCE_FILE_ENCODING, (SOURCES.file, row, "article"), article, article.as_str());
            continue;
        }
        if let (Some(text), Some(said)) = (texts[at], &source.sha256) {
            let sum = sha256(text.as_bytes());
            if sum != *said {
                let place = (SOURCES.file, rows.sources.get(at).copied(), "sha256");
                notes.add(&rules::SOURCE_SUM, place, said, sum);
            }
        }
        // A number that is no number of an article is named already.
        if texts[at].is_none() && is_article(&source.article) {
            let (row, article) = (rows.sources.get(at).copied(), &source.article);
            notes.add(&rules::SOURCE_FILE_MISSING, (SOURCES.file, row, "article"), article, article.as_str());
        }
    }
    // How many quotations of each source were sought, and what was said of those that are not there.
    let mut sought = vec![0usize; texts.len()];
    let mut absent: Vec<Vec<Diagnostic>> = vec![Vec::new(); texts.len()];
    for quote in quotes(data, rows) {
        // One that is too long is named already, and looking for a whole page of text would take an hour.
        let can_stand = !quote.locator.is_empty() && quote.locator.chars().nth(LONGEST).is_none();
        let Some(text) = texts[quote.source.index()].filter(|_| can_stand) else { continue };
        sought[quote.source.index()] += 1;
        let place = (quote.file, quote.row, "locator");
        let article = &data.source(quote.source).article;
        match &occurrences(text, quote.locator)[..] {
            [_] => {}
            [] => {
                let passage = Passage { article: article.clone(), goes_on: continuation(text, quote.locator) };
                let finding = rules::LOCATOR_ABSENT.at(place.0, place.1, Some(place.2), passage);
                absent[quote.source.index()].push(finding.saw(quote.locator));
            }
            many => {
                let longer = many.iter().take(3).filter_map(|at| lengthened(text, *at, quote.locator.len()));
                let phrases = longer.map(str::to_string).collect();
                let longer = Longer { article: article.clone(), phrases };
                notes.add(&rules::LOCATOR_TWICE, place, quote.locator, longer);
            }
        }
    }
    for (at, (absent, sought)) in absent.into_iter().zip(sought).enumerate() {
        if is_another_text(absent.len(), sought) {
            let (article, count) = (&data.sources[at].article, OutOf(absent.len(), sought));
            let place = (SOURCES.file, rows.sources.get(at).copied(), "article");
            notes.add(&rules::SOURCE_MISMATCH, place, article, count);
        } else {
            notes.0.extend(absent);
        }
    }
    in_file_order(&mut notes.0);
    notes.0
}

/// Slips are few. Where nine in ten of some quotations are absent, it is another text.
fn is_another_text(absent: usize, sought: usize) -> bool {
    sought >= 5 && absent * 10 >= sought * 9
}

/// Notes articles for which a folder has several files, of which only the first is read.
pub fn repeated_files(data: &Dataset, names: &[String]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for article in data.sources.iter().map(|source| &source.article).filter(|article| is_article(article)) {
        let files: Vec<String> = names.iter().filter(|name| name.starts_with(article)).cloned().collect();
        if files.len() > 1 {
            found.push(rules::SOURCE_FILE_TWICE.at(SOURCES.file, None, Some("article"), Listing(files)).saw(article));
        }
    }
    found
}

/// Whether a text is the number of an article: three digits, as its file's name starts.
pub fn is_article(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Where a phrase starts, overlapping occurrences included.
fn occurrences(text: &str, phrase: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(phrase) {
        found.push(from + at);
        from += at + phrase.chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// A longer phrase around an occurrence that occurs once: first what follows is added, then what precedes.
fn lengthened(text: &str, at: usize, length: usize) -> Option<&str> {
    let (mut start, mut end) = (at, at + length);
    loop {
        let next = text[end..].chars().next().filter(|c| !c.is_control());
        let previous = text[..start].chars().next_back().filter(|c| !c.is_control());
        match (next, previous) {
            (Some(next), _) => end += next.len_utf8(),
            (None, Some(previous)) => start -= previous.len_utf8(),
            (None, None) => return None,
        }
        let phrase = &text[start..end];
        if phrase.chars().count() > LONGEST {
            return None;
        }
        if phrase.trim().len() == phrase.len() && occurrences(text, phrase).len() == 1 {
            return Some(phrase);
        }
    }
}

/// Where the start of a locator stands in the article but its end does not: how the article goes on.
fn continuation(text: &str, locator: &str) -> Option<String> {
    let ends: Vec<usize> = locator.char_indices().map(|(at, _)| at).skip(3).collect();
    for end in ends.into_iter().rev() {
        if let Some(at) = text.find(&locator[..end]) {
            return Some(text[at..].lines().next().unwrap_or_default().chars().take(LONGEST).collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_overlapping_occurrences() {
        assert_eq!(occurrences("三三三", "三三"), [0, 3]);
        assert_eq!(occurrences("网三三三", "三三"), [3, 6]);
        assert_eq!(occurrences("三零", "三三").len(), 0);
    }

    #[test]
    fn suggests_a_phrase_that_occurs_once() {
        let text = "网格员3人，网格员5人";
        let longer: Vec<_> = occurrences(text, "网格员").into_iter().map(|at| lengthened(text, at, 9)).collect();
        assert_eq!(longer, [Some("网格员3"), Some("网格员5")]);
        assert_eq!(lengthened("乙甲，丙甲", 12, 3), Some("丙甲"));
        // No space at an end.
        assert_eq!(lengthened("网格员 3人，网格员5人", 0, 9), Some("网格员 3"));
        // 25 characters are not too long, 26 are.
        let common = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯";
        let text = |common: &str| [common, "1", common, "2"].concat();
        assert_eq!(lengthened(&text(common), 0, common.len()).map(|found| found.chars().count()), Some(25));
        let longer = [common, "辰"].concat();
        assert_eq!(lengthened(&text(&longer), 0, longer.len()), None);
        assert_eq!(lengthened("甲", 0, 3), None);
        assert_eq!(lengthened("甲\n甲", 0, 3), None);
    }

    #[test]
    fn nine_in_ten_of_at_least_five_make_another_text() {
        for (absent, sought, is_other) in [
            (5, 5, true),
            (4, 4, false),
            (9, 10, true),
            (8, 10, false),
            (0, 5, false),
            (90, 100, true),
            (89, 100, false),
        ] {
            assert_eq!(is_another_text(absent, sought), is_other, "{absent}/{sought}");
        }
    }

    #[test]
    fn articles_have_three_digits() {
        assert!(is_article("000") && is_article("123"));
        assert!(!is_article("00") && !is_article("0000") && !is_article("00a") && !is_article("a"));
    }

    #[test]
    fn says_how_the_article_goes_on() {
        let found = continuation("现有常住人口5000余人。", "现有常住人口5千人");
        assert_eq!(found.as_deref(), Some("现有常住人口5000余人。"));
        assert_eq!(continuation("甲乙丙", "丁戊己庚"), None);
    }
}
