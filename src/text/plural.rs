//! English patterns: `{0}` is filled in, and `{0|community|communities}` is the first word where that number is one, else the
//! second. A word may hold further places: `{0|the pair differs|{0} pairs differ}`.
//!
//! Owns: nothing but that choice. Deliberately absent: Chinese, which has one word for one and for many, and so does not pay for
//! it with the first part of the program.

/// A pattern with its words chosen and its numbers filled in.
pub(super) fn filled(pattern: &str, with: &[&str]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inside, after) = inside(after);
        let (number, words) = inside.split_once('|').map_or((inside, None), |(number, words)| (number, Some(words)));
        let word = number.parse::<usize>().ok().and_then(|at| with.get(at).copied()).unwrap_or_default();
        match words.map(apart) {
            Some((one, _)) if matches!(word, "1" | "one") => text.push_str(&filled(one, with)),
            Some((_, many)) => text.push_str(&filled(many, with)),
            None => text.push_str(word),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What stands before the end of a place that was opened, and what after it.
fn inside(text: &str) -> (&str, &str) {
    let at = outside(text, '}').unwrap_or(text.len());
    (&text[..at], text.get(at + 1..).unwrap_or_default())
}

/// The word for one and the word for many.
fn apart(words: &str) -> (&str, &str) {
    outside(words, '|').map_or((words, words), |at| (&words[..at], &words[at + 1..]))
}

/// Where a sign first stands outside of places within.
fn outside(text: &str, sign: char) -> Option<usize> {
    let mut depth = 0;
    for (at, found) in text.char_indices() {
        match found {
            _ if found == sign && depth == 0 => return Some(at),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FarMsg, Msg};

    #[test]
    fn one_thing_and_many_things() {
        let check = |pattern: &str, with: &[&str], expected: &str| assert_eq!(filled(pattern, with), expected);
        check("{0} {0|pair|pairs}", &["1"], "1 pair");
        check("{0} {0|pair|pairs}", &["10"], "10 pairs");
        check("{0} {0|pair|pairs}", &["0"], "0 pairs");
        check("{0|The pair differs|{0} pairs differ} in {1}", &["1", "unit"], "The pair differs in unit");
        check("{0|The pair differs|{0} pairs differ} in {1}", &["3", "unit"], "3 pairs differ in unit");
        check("{0|This|These} {0} {0|community|communities}", &["one"], "This one community");
        check("{0}, {1}; {2}", &["a {b}", "c|d"], "a {b}, c|d; ");
        check("{0", &["a"], "a");
        check("plain", &[], "plain");
    }

    /// Every English message, filled with ones, speaks of one: a number is not followed by a word for many.
    #[test]
    fn no_message_says_one_of_many() {
        const MANY: &[&str] = &[
            "boxes",
            "checks",
            "communities",
            "compounds",
            "definitions",
            "digits",
            "figures",
            "flows",
            "indicators",
            "months",
            "pairs",
            "parts",
            "practices",
            "reports of",
            "rows",
            "systems",
            "units",
            "values",
            "sources",
            "reports it",
            "results",
            "people",
            "choices",
            "tables",
            "excerpts",
        ];
        // What is never one: several definitions, what there is room for, the tables of the package, all of its systems; and those
        // of which Chinese, too, says otherwise of one.
        let never = [
            Msg::StripFolded.en(),
            Msg::FindingMany.en(),
            Msg::FindingEach.en(),
            Msg::FullPicked.en(),
            Msg::FullAsked.en(),
            FarMsg::AtlasLead.en(),
            FarMsg::AboutPackageHow.en(),
            FarMsg::AboutLead.en(),
            FarMsg::AtlasSpread.en(),
            Msg::CountPlaces.en(),
        ];
        let ones = ["1"; 8];
        let english = Msg::ALL.iter().map(|msg| msg.en()).chain(FarMsg::ALL.iter().map(|msg| msg.en()));
        let mut wrong = Vec::new();
        for pattern in english.filter(|pattern| !never.contains(pattern)) {
            let said = filled(pattern, &ones);
            let follows = MANY.iter().any(|many| {
                [format!("1 {many}"), format!("1 more {many}"), format!("1 exact {many}"), format!("1 ordered {many}")]
                    .iter()
                    .any(|fault| said.contains(fault.as_str()))
            });
            let agrees = [" 1 report ", "1 report:", "1 agree", "1 begin with", "1 match ", "1 compare"].iter();
            if follows || agrees.into_iter().any(|fault| [&*said, " "].concat().contains(fault)) {
                wrong.push(said);
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
