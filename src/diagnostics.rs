//! What is wrong with data somebody brought, said so that they can mend it.
//!
//! Owns: the one shape of a finding. May use: `model` text. Deliberately absent: printing, exit codes.

use crate::model::Text;

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
