//! What is wrong with data somebody brought, said so that they can mend it.
//!
//! Owns: the one shape of a finding, the rules with their words (`rules`), what the words leave open (`detail`). May use:
//! `model` text. Deliberately absent: printing, exit codes, finding anything.

use crate::model::Text;
use detail::Say;
use std::marker::PhantomData;

pub mod detail;
pub mod rules;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the data can be used.
    Warning,
    /// The data cannot be used as they are.
    Error,
}

/// Where a finding is. Rows are counted as a spreadsheet shows them: the header is row 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File name inside the package.
    pub file: String,
    /// Row as a spreadsheet numbers it; `None` for a finding about the whole file.
    pub row: Option<u32>,
    /// Column name.
    pub field: Option<String>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable word for the rule, e.g. `unknown-unit`.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What was found there, verbatim (cut to 80 characters).
    pub saw: String,
    /// What is wrong.
    pub message: Text,
    /// How to mend it.
    pub hint: Text,
}

/// What every rule has: a stable word, what it says is wrong and how to mend it, in both languages. `{}` is filled in.
#[derive(Debug)]
pub struct Kind {
    /// A stable word, e.g. `unknown-unit`.
    pub code: &'static str,
    /// How bad a finding of this rule is.
    pub severity: Severity,
    /// What is wrong: Chinese, English.
    pub message: [&'static str; 2],
    /// How to mend it: Chinese, English.
    pub hint: [&'static str; 2],
}

/// One rule, with the type of what its words leave open. A rule that lacks a language, or whose two languages do not leave the
/// same things open, does not compile.
#[derive(Debug)]
pub struct Rule<P = ()> {
    kind: Kind,
    parameter: PhantomData<fn(P)>,
}

impl<P: Say> Rule<P> {
    /// A rule. Panics, which in a `const` means that it does not compile, where a language is missing.
    const fn new(kind: Kind) -> Rule<P> {
        let ([zh, en], [hint_zh, hint_en]) = (kind.message, kind.hint);
        assert!(!zh.is_empty() && !hint_zh.is_empty(), "the Chinese is missing");
        assert!(!en.is_empty() && !hint_en.is_empty(), "the English is missing");
        assert!(!zh.is_ascii() || zh.len() == 2, "the Chinese is not Chinese");
        assert!(!hint_zh.is_ascii() || hint_zh.len() == 2, "the Chinese is not Chinese");
        assert!(holes(zh) == holes(en) && holes(hint_zh) == holes(hint_en), "the languages say different things");
        assert!((holes(zh) + holes(hint_zh) > 0) == P::FILLS, "what is filled in is said, and nothing else");
        Rule { kind, parameter: PhantomData }
    }

    /// What it has in common with all others.
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// What it says of something, before it is said where.
    pub fn says(&'static self, what: impl Into<P>) -> Said {
        let what = what.into();
        let fill =
            |words: &[&str; 2]| Text { zh: filled(words[0], &what.zh()), en: words[1].replace("{}", &what.en()) };
        Said { kind: &self.kind, message: fill(&self.kind.message), hint: fill(&self.kind.hint) }
    }

    /// A finding of this rule; `row` and `field` as in [`Place`].
    pub fn at(&'static self, file: &str, row: Option<u32>, field: Option<&str>, what: impl Into<P>) -> Diagnostic {
        self.says(what).at(file, row, field)
    }
}

/// How often something is filled into words.
const fn holes(words: &str) -> usize {
    let (bytes, mut at, mut count) = (words.as_bytes(), 1, 0);
    while at < bytes.len() {
        if bytes[at - 1] == b'{' && bytes[at] == b'}' {
            count += 1;
        }
        at += 1;
    }
    count
}

/// Chinese words with something filled in. Between Han and a number stands no space.
fn filled(words: &str, what: &str) -> String {
    let mut pieces = words.split("{}");
    let mut text = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if is_number(what.chars().next()) && text.ends_with(' ') {
            text.pop();
        }
        text.push_str(what);
        text.push_str(if is_number(what.chars().next_back()) { piece.trim_start_matches(' ') } else { piece });
    }
    text
}

/// A finding that does not know yet where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    kind: &'static Kind,
    /// What is wrong.
    pub message: Text,
    /// How to mend it.
    pub hint: Text,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        self.code == other.code
    }
}

impl Eq for Kind {}

impl Said {
    /// The rule's stable word.
    pub fn code(&self) -> &'static str {
        self.kind.code
    }

    /// The finding; `row` and `field` as in [`Place`].
    pub fn at(self, file: &str, row: Option<u32>, field: Option<&str>) -> Diagnostic {
        Diagnostic {
            severity: self.kind.severity,
            code: self.kind.code,
            place: Place { file: file.to_string(), row, field: field.map(str::to_string) },
            saw: String::new(),
            message: self.message,
            hint: self.hint,
        }
    }
}

/// How much of a cell a finding repeats.
const SAW_CHARACTERS: usize = 80;

impl Diagnostic {
    /// Says what was found, cut to 80 characters.
    pub fn saw(mut self, saw: &str) -> Diagnostic {
        let end = saw.char_indices().nth(SAW_CHARACTERS).map_or(saw.len(), |(end, _)| end);
        self.saw.push_str(&saw[..end]);
        self
    }
}

impl Diagnostic {
    /// Whether many others may follow from this one.
    pub fn is_cause(&self) -> bool {
        rules::CAUSES.iter().any(|rule| rule.code == self.code)
    }
}

/// Puts findings in file and row order, keeping the order within a row; what others follow from stands before all of them.
pub fn in_file_order(findings: &mut [Diagnostic]) {
    let key = |finding: &Diagnostic| !finding.is_cause();
    findings.sort_by(|one, other| {
        (key(one), &one.place.file, one.place.row).cmp(&(key(other), &other.place.file, other.place.row))
    });
}

/// A value with everything that was noticed while making it. The value is the best that could be made.
#[derive(Debug, Clone)]
pub struct Report<T> {
    /// What was made.
    pub value: T,
    /// Everything noticed, in file and row order.
    pub findings: Vec<Diagnostic>,
}

impl<T> Report<T> {
    /// Whether no finding is an error.
    pub fn is_usable(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity < Severity::Error)
    }
}
