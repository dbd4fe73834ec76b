//! What rows must say together to make sense.
//!
//! Owns: rules over a whole dataset and over the articles its figures quote. May use: `model`, `wire` (which row stands
//! where), `diagnostics`. Deliberately absent: rules about single cells (`wire`), the file system, printing.

mod dates;
mod figures;
mod locators;
mod names;
mod receipts;
mod results;
mod structure;
mod sums;

use crate::diagnostics::detail::Say;
use crate::diagnostics::{Diagnostic, Report, Rule, in_file_order, rules, rules::sense};
use crate::model::Dataset;
use crate::wire::tables::{Files, Rows, read_with_rows};
use std::collections::BTreeSet;

pub use locators::{is_article, locators, repeated_files};
pub use results::rewritten;

/// Gives the text of an article by its number, the start of its file's name.
pub type Articles<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads a package and applies every rule to it. Without articles, quotations are not compared.
pub fn package(files: Files, article: Option<Articles>) -> Report<Dataset> {
    let (mut report, rows) = read_with_rows(files);
    report.findings.extend(check(&report.value, &rows));
    if let Some(article) = article {
        let names = report.value.sources.iter().map(|source| &source.article).filter(|name| is_article(name));
        let texts: Vec<(String, String)> = names.filter_map(|name| Some((name.clone(), article(name)?))).collect();
        report.findings.extend(locators(&report.value, &rows, &texts));
        // A locator that stands in its article so is right, whatever its characters.
        let is_locator = |it: &Diagnostic| it.code == LOOK_ALIKE && it.place.field.as_deref() == Some("locator");
        report.findings.retain(|it| !is_locator(it) || !texts.iter().any(|(_, text)| text.contains(&it.saw)));
    }
    // What is computed from figures that are wrong is wrong too.
    if report.is_usable() && rows.broken.is_empty() {
        let mut notes = Notes::default();
        results::check(&report.value, &rows, &mut notes);
        report.findings.extend(notes.0);
    }
    follow(&mut report.findings);
    in_file_order(&mut report.findings);
    report
}

const LOOK_ALIKE: &str = rules::cells::LOOK_ALIKE.kind().code;

/// Leaves out what only follows from another finding.
fn follow(findings: &mut Vec<Diagnostic>) {
    // Where the characters of a file are lost, nothing can be said of what it says.
    let is_garbled = |finding: &&Diagnostic| finding.code == rules::BAD_UTF8.kind().code;
    let garbled: BTreeSet<String> = findings.iter().filter(is_garbled).map(|it| it.place.file.clone()).collect();
    findings.retain(|finding| finding.is_cause() || !garbled.contains(&finding.place.file));
    // A locator with a wrong character stands in no article.
    let is_look_alike = |it: &&Diagnostic| it.code == LOOK_ALIKE && it.place.field.as_deref() == Some("locator");
    let look_alikes: BTreeSet<(String, Option<u32>)> =
        findings.iter().filter(is_look_alike).map(|it| (it.place.file.clone(), it.place.row)).collect();
    let absent = sense::LOCATOR_ABSENT.kind().code;
    findings.retain(|it| it.code != absent || !look_alikes.contains(&(it.place.file.clone(), it.place.row)));
    // Where a quotation is wrong, nothing can be said of the number in it.
    let wrong = [sense::LOCATOR_ABSENT.kind(), sense::LOCATOR_LONG.kind(), sense::LOCATOR_TWICE.kind()];
    let is_wrong = |finding: &&Diagnostic| wrong.iter().any(|rule| rule.code == finding.code);
    let places: BTreeSet<(String, Option<u32>)> =
        findings.iter().filter(is_wrong).map(|finding| (finding.place.file.clone(), finding.place.row)).collect();
    findings.retain(|finding| {
        !receipts::RULES.iter().any(|rule| rule.code == finding.code)
            || !places.contains(&(finding.place.file.clone(), finding.place.row))
    });
}

/// Applies every rule that needs no article. `rows` says where things stand; without it findings name no rows.
pub fn check(dataset: &Dataset, rows: &Rows) -> Vec<Diagnostic> {
    let mut notes = Notes::default();
    structure::check(dataset, rows, &mut notes);
    figures::check(dataset, rows, &mut notes);
    receipts::check(dataset, rows, &mut notes);
    sums::check(dataset, rows, &mut notes);
    dates::check(dataset, rows, &mut notes);
    names::check(dataset, rows, &mut notes);
    in_file_order(&mut notes.0);
    notes.0
}

/// Findings being collected.
#[derive(Default)]
struct Notes(Vec<Diagnostic>);

impl Notes {
    fn add<P: Say>(&mut self, rule: &'static Rule<P>, place: (&str, Option<u32>, &str), saw: &str, what: impl Into<P>) {
        self.0.push(rule.at(place.0, place.1, Some(place.2), what).saw(saw));
    }
}
