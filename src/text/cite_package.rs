//! Citations of the data as a whole.
//!
//! Owns: the forms of GB/T 7714-2015, of APA 7 and of biblatex for a data set. May use: `model`, [`super::cite`]. Deliberately
//! absent: a clock and the address of the page, which are passed in; citations of single sources ([`super::cite`]).

use super::cite::{address, escape, field, push_key};
use crate::model::About;

/// Where and when somebody had the data before them: the address of a page that others can open, and the day.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The address.
    pub url: &'a str,
    /// A day like `2025-01-31`.
    pub day: &'a str,
}

/// GB/T 7714-2015, a data set: `[DS/OL]` where there is an address, else `[DS]`.
pub fn gbt7714(about: &About, seen: Option<Seen>) -> String {
    let mut out = String::new();
    let creator = if about.creator.zh.is_empty() { "[责任者不详]" } else { &about.creator.zh };
    let medium = if seen.is_some() { "版[DS/OL]. (" } else { "版[DS]. (" };
    for part in [creator, ". ", &about.title.zh, ":", &about.version, medium, &about.updated, ")"] {
        out.push_str(part);
    }
    if let Some(seen) = seen {
        for part in ["[", seen.day, "]. ", seen.url] {
            out.push_str(part);
        }
    }
    out.push('.');
    out
}

/// As sentences of English lists of references have it (APA 7).
pub fn apa(about: &About, seen: Option<Seen>) -> String {
    let year = about.updated.split('-').next().unwrap_or_default();
    let mut out = String::new();
    for part in [&about.creator.en, ". (", year, "). ", &about.title.en, " (Version ", &about.version, ") [Data set]."]
    {
        out.push_str(part);
    }
    let out = out.trim_start_matches(['.', ' ']).to_string();
    match seen {
        Some(seen) => [&out, " ", seen.url].concat(),
        None => out,
    }
}

/// A biblatex `@dataset` entry, in Chinese with the English title beside it.
pub fn bibtex(about: &About, seen: Option<Seen>) -> String {
    let mut out = String::from("@dataset{");
    push_key(&mut out, &about.name);
    let kept = |text: &str| ["{", &escape(text), "}"].concat();
    if !about.creator.zh.is_empty() {
        field(&mut out, "author", &kept(&about.creator.zh));
    }
    field(&mut out, "title", &kept(&about.title.zh));
    field(&mut out, "titleaddon", &kept(&about.title.en));
    field(&mut out, "version", &about.version);
    field(&mut out, "date", &about.updated);
    if let Some(seen) = seen {
        field(&mut out, "url", &address(seen.url));
        field(&mut out, "urldate", seen.day);
    }
    field(&mut out, "note", &escape(&about.licence));
    field(&mut out, "langid", "chinese");
    out.push_str("}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn about() -> About {
        let text = |zh: &str, en: &str| Text { zh: zh.into(), en: en.into() };
        About {
            name: "some-cases".into(),
            version: "2.1.0".into(),
            title: text("两个社区 & 文库", "Two communities & a library"),
            updated: "2026-11-25".into(),
            licence: "CC-BY-4.0".into(),
            creator: text("某县", "A county"),
            ..About::default()
        }
    }

    const SEEN: Seen = Seen { url: "https://example.org/a_b", day: "2026-12-01" };

    #[test]
    fn the_standard_form_has_author_title_version_dates_and_address() {
        let whole = "某县. 两个社区 & 文库:2.1.0版[DS/OL]. (2026-11-25)[2026-12-01]. https://example.org/a_b.";
        assert_eq!(gbt7714(&about(), Some(SEEN)), whole);
        // A file on somebody's machine has no address to be found at.
        assert_eq!(gbt7714(&about(), None), "某县. 两个社区 & 文库:2.1.0版[DS]. (2026-11-25).");
        let nobody = About { creator: Text::default(), ..about() };
        assert!(gbt7714(&nobody, None).starts_with("[责任者不详]. 两个社区"));
    }

    #[test]
    fn english_lists_have_it_their_way() {
        let whole = "A county. (2026). Two communities & a library (Version 2.1.0) [Data set]. https://example.org/a_b";
        assert_eq!(apa(&about(), Some(SEEN)), whole);
        let nobody = About { creator: Text::default(), ..about() };
        assert_eq!(apa(&nobody, None), "(2026). Two communities & a library (Version 2.1.0) [Data set].");
    }

    #[test]
    fn a_bibliography_program_can_read_it() {
        let expected = "@dataset{some-cases,\n  author = {{某县}},\n  title = {{两个社区 \\& 文库}},\n  \
                        titleaddon = {{Two communities \\& a library}},\n  version = {2.1.0},\n  date = {2026-11-25},\n  \
                        url = {https://example.org/a_b},\n  urldate = {2026-12-01},\n  note = {CC-BY-4.0},\n  \
                        langid = {chinese},\n}\n";
        assert_eq!(bibtex(&about(), Some(SEEN)), expected);
        let alone = bibtex(&about(), None);
        assert!(!alone.contains("url"), "{alone}");
    }
}
