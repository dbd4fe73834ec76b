//! What is wrong with data somebody brought, said so that they can mend it.
//!
//! Owns: the one shape of a finding. May use: `model` text. Deliberately absent: printing, exit codes.

use crate::model::Text;

pub mod operands;
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

/// One rule: a stable word, what it says is wrong and how to mend it. `{}` in the words is filled by [`Diagnostic::detail`].
#[derive(Debug)]
pub struct Rule {
    /// A stable word, e.g. `unknown-unit`.
    pub code: &'static str,
    /// How bad a finding of this rule is.
    pub severity: Severity,
    /// What is wrong: Chinese, English.
    pub message: [&'static str; 2],
    /// How to mend it: Chinese, English.
    pub hint: [&'static str; 2],
}

impl Rule {
    /// A finding of this rule; `row` and `field` as in [`Place`].
    pub fn at(&'static self, file: &str, row: Option<u32>, field: Option<&str>) -> Diagnostic {
        let text = |words: &[&str; 2]| Text { zh: words[0].to_string(), en: words[1].to_string() };
        Diagnostic {
            severity: self.severity,
            code: self.code,
            place: Place { file: file.to_string(), row, field: field.map(str::to_string) },
            saw: String::new(),
            message: text(&self.message),
            hint: text(&self.hint),
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

    /// Fills `{}` in the message and the hint, in Chinese and in English.
    pub fn detail(mut self, zh: &str, en: &str) -> Diagnostic {
        for text in [&mut self.message, &mut self.hint] {
            text.zh = text.zh.replace("{}", zh);
            text.en = text.en.replace("{}", en);
        }
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
