//! Citations of the sources, with what is unknown said in them.
//!
//! Owns: GB/T 7714-2015 and BibTeX forms, links to a phrase. May use: `model`, [`super::period`]. Deliberately absent: a
//! clock (the day of access is passed in), copying to the clipboard. Citations are in simplified Chinese in every locale: they
//! cite Chinese texts by a Chinese standard.

use super::{Locale, period};
use crate::model::*;

/// A figure of a source, for citing it: its key and the phrase it stands in.
#[derive(Debug, Clone, Copy)]
pub struct CitedFigure<'a> {
    /// Key of the observation or the system.
    pub key: &'a str,
    /// The phrase, verbatim.
    pub locator: &'a str,
}

/// GB/T 7714-2015, electronic bulletin `[EB/OL]`. `accessed` is a day like `2025-01-31`. What stands in brackets is not in the text.
pub fn gbt7714(source: &Source, figure: Option<CitedFigure>, accessed: Option<&str>) -> String {
    let mut out = String::from(source.author.as_deref().unwrap_or("[佚名]"));
    out.push_str(". ");
    match &source.title {
        Some(title) => out.push_str(title),
        None => {
            out.push_str("[题名不详](本库称“");
            out.push_str(&source.label.zh);
            out.push_str("”)");
        }
    }
    if source.title_truncated {
        out.push_str("[标题截断]");
    }
    out.push_str("[EB/OL]. ");
    out.push_str(&source.publisher.zh);
    out.push_str(", ");
    out.push_str(&publication(source));
    if let Some(day) = accessed {
        out.push('[');
        out.push_str(day);
        out.push(']');
    }
    out.push_str(". ");
    out.push_str(source.url.as_deref().unwrap_or("[网址不详]"));
    out.push('.');
    if let Some(repost) = &source.repost_publisher {
        out.push_str(" 转载:");
        out.push_str(&repost.zh);
        out.push_str(", ");
        out.push_str(&source.repost_date.map_or_else(|| "[日期不详]".to_string(), numeric));
        out.push('.');
    }
    if let Some(figure) = figure {
        for part in [" 数据项 ", figure.key, ", 见“", figure.locator, "”."] {
            out.push_str(part);
        }
    }
    out
}

/// Year and date of publication; in brackets where only the address tells it.
fn publication(source: &Source) -> String {
    match (source.published_stated, source.published_from_url) {
        (Some(date), _) => match date.year {
            Some(year) => [&year.to_string(), "(", &numeric(date), ")"].concat(),
            None => ["[年份不详](", &period::date(date, Locale::ZhHans), ")"].concat(),
        },
        (None, Some(date)) => {
            let year = date.year.map_or_else(|| "年份不详".to_string(), |year| year.to_string());
            ["[", &year, "]([", &numeric(date), "], 据网址)"].concat()
        }
        (None, None) => "[日期不详]".to_string(),
    }
}

/// A date as citations write it.
fn numeric(date: PartialDate) -> String {
    if date.year.is_some() { date.to_text() } else { period::date(date, Locale::ZhHans) }
}

/// A biblatex `@online` entry; what is unknown stands in its note and in no other field.
pub fn bibtex(source: &Source, figure: Option<CitedFigure>, accessed: Option<&str>) -> String {
    let mut out = String::from("@online{linpu-");
    let key = figure.map_or(source.key.as_str(), |figure| figure.key);
    push_key(&mut out, key);
    let mut notes: Vec<String> = Vec::new();
    match &source.author {
        // Doubled braces keep BibTeX from splitting a Chinese name.
        Some(author) => field(&mut out, "author", &["{", &escape(author), "}"].concat()),
        None => notes.push("作者不详 (author unknown)".into()),
    }
    match &source.title {
        Some(title) => field(&mut out, "title", &["{", &escape(title), "}"].concat()),
        None => {
            field(&mut out, "title", &["{[题名不详] ", &escape(&source.label.zh), "}"].concat());
            notes.push("题名不详,所用为本库名称 (title unknown, the label is ours)".into());
        }
    }
    if source.title_truncated {
        notes.push("标题截断 (title cut off)".into());
    }
    field(&mut out, "organization", &["{", &escape(&source.publisher.zh), "}"].concat());
    match (source.published_stated, source.published_from_url) {
        (Some(date), _) if date.year.is_some() => field(&mut out, "date", &date.to_text()),
        (Some(date), _) => notes.push(["年份不详 (year unknown): ", &numeric(date)].concat()),
        (None, Some(date)) => {
            field(&mut out, "date", &date.to_text());
            notes.push("日期据网址 (date taken from the address)".into());
        }
        (None, None) => notes.push("日期不详 (date unknown)".into()),
    }
    match &source.url {
        Some(url) => field(&mut out, "url", &address(url)),
        None => notes.push("网址不详 (address unknown)".into()),
    }
    if let Some(day) = accessed {
        field(&mut out, "urldate", day);
    }
    field(&mut out, "langid", "chinese");
    if let Some(repost) = &source.repost_publisher {
        let date = source.repost_date.map_or_else(|| "日期不详".to_string(), numeric);
        notes.push(["转载 (reposted): ", &escape(&repost.zh), ", ", &date].concat());
    }
    if let Some(figure) = figure {
        notes.push(["数据项 (figure) ", &escape(figure.key), ": “", &escape(figure.locator), "”"].concat());
    }
    if !notes.is_empty() {
        field(&mut out, "note", &notes.join("; "));
    }
    out.push_str("}\n");
    out
}

/// The key of an entry, and what ends it.
pub(super) fn push_key(out: &mut String, key: &str) {
    out.extend(key.chars().map(|it| if it.is_ascii_alphanumeric() || it == '-' { it } else { '-' }));
    out.push_str(",\n");
}

/// An address without what would end its field or begin a command.
pub(super) fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

pub(super) fn field(out: &mut String, name: &str, value: &str) {
    for part in ["  ", name, " = {", value, "},\n"] {
        out.push_str(part);
    }
}

/// Text as TeX takes it. Line breaks become spaces.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => {
                out.push('\\');
                out.push(character);
            }
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// The address of a page at a phrase in it: browsers that know text fragments scroll there and mark it.
pub fn fragment_url(url: &str, phrase: &str) -> String {
    let mut out = String::from(url);
    out.push_str(if url.contains('#') { ":~:text=" } else { "#:~:text=" });
    for byte in phrase.bytes() {
        match byte {
            // `-`, `,` and `&` mean something inside a text directive, so they are not left as they are.
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(zh: &str) -> Text {
        Text { zh: zh.into(), en: String::new() }
    }

    fn date(text: &str) -> Option<PartialDate> {
        PartialDate::parse(text).ok()
    }

    /// Everything known.
    fn full() -> Source {
        Source {
            key: "S1".into(),
            article: "1".into(),
            label: text("短名"),
            title: Some("题名".into()),
            title_truncated: false,
            publisher: text("某网"),
            author: Some("张三".into()),
            published_stated: date("2022-06-08"),
            published_from_url: None,
            url: Some("http://example.org/a_b%20c".into()),
            repost_publisher: None,
            repost_date: None,
            script: "zh-Hans".into(),
            note: Text::default(),
            sha256: None,
            accessed: None,
        }
    }

    /// Nearly nothing known.
    fn bare() -> Source {
        Source { title: None, author: None, url: None, published_stated: date("XXXX-03-26"), ..full() }
    }

    fn reposted() -> Source {
        Source {
            title: Some("党建引领 一核多“yuan”...".into()),
            title_truncated: true,
            author: None,
            published_stated: None,
            published_from_url: date("2022-09-05"),
            repost_publisher: Some(text("转载网")),
            repost_date: date("2022-09-09"),
            ..full()
        }
    }

    const FIGURE: CitedFigure = CitedFigure { key: "ZY-03", locator: "常住人口约5000人" };

    #[test]
    fn the_standard_form_says_what_is_unknown() {
        let check = |source: Source, figure: Option<CitedFigure>, accessed: Option<&str>, expected: &str| {
            assert_eq!(gbt7714(&source, figure, accessed), expected);
        };
        check(
            full(),
            None,
            Some("2025-01-31"),
            "张三. 题名[EB/OL]. 某网, 2022(2022-06-08)[2025-01-31]. http://example.org/a_b%20c.",
        );
        check(bare(), None, None, "[佚名]. [题名不详](本库称“短名”)[EB/OL]. 某网, [年份不详](3月26日). [网址不详].");
        check(
            reposted(),
            Some(FIGURE),
            None,
            "[佚名]. 党建引领 一核多“yuan”...[标题截断][EB/OL]. 某网, [2022]([2022-09-05], 据网址). \
             http://example.org/a_b%20c. 转载:转载网, 2022-09-09. 数据项 ZY-03, 见“常住人口约5000人”.",
        );
        let undated = Source { published_stated: None, repost_publisher: Some(text("转载网")), ..bare() };
        check(
            undated,
            None,
            None,
            "[佚名]. [题名不详](本库称“短名”)[EB/OL]. 某网, [日期不详]. [网址不详]. 转载:转载网, [日期不详].",
        );
    }

    #[test]
    fn a_bibliography_program_can_read_it() {
        let expected = "@online{linpu-S1,\n  author = {{张三}},\n  title = {{100\\% \\& \\{more\\} \\textbackslash{}x\\_y}},\n  \
                        organization = {{某网}},\n  date = {2022-06-08},\n  url = {http://example.org/a_b%20c%7B%7D},\n  \
                        urldate = {2025-01-31},\n  langid = {chinese},\n}\n";
        let odd = Source {
            title: Some("100% & {more} \\x_y".into()),
            url: Some("http://example.org/a_b%20c{}".into()),
            ..full()
        };
        assert_eq!(bibtex(&odd, None, Some("2025-01-31")), expected);
    }

    #[test]
    fn what_is_unknown_stands_in_the_note_and_no_field_is_invented() {
        let bare = bibtex(&bare(), None, None);
        for absent in ["author =", "date =", "url =", "urldate"] {
            assert!(!bare.contains(absent), "{absent} in {bare}");
        }
        for present in ["title = {{[题名不详] 短名}}", "作者不详", "年份不详", "3月26日", "网址不详"]
        {
            assert!(bare.contains(present), "{present} not in {bare}");
        }
        let reposted = bibtex(&reposted(), Some(FIGURE), None);
        for present in [
            "{linpu-ZY-03,",
            "标题截断",
            "date = {2022-09-05}",
            "日期据网址",
            "转载网, 2022-09-09",
            "“常住人口约5000人”",
        ] {
            assert!(reposted.contains(present), "{present} not in {reposted}");
        }
    }

    #[test]
    fn a_link_leads_to_the_phrase() {
        let check = |url: &str, phrase: &str, expected: &str| assert_eq!(fragment_url(url, phrase), expected);
        check("http://a.cn/x.html", "竹隐", "http://a.cn/x.html#:~:text=%E7%AB%B9%E9%9A%90");
        check("http://a.cn/x#top", "a-b, c&d", "http://a.cn/x#top:~:text=a%2Db%2C%20c%26d");
        check("http://a.cn/", "20.5_~%", "http://a.cn/#:~:text=20.5_~%25");
    }
}
