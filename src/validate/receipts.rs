//! Rules about a value and the words it was read from.
//!
//! Owns: that the number of a figure stands in its quotation, that 约, 余, 近 and 不到 beside it became its bound, and that the
//! simplified reading keeps every digit. May use: `model`, the rules. Deliberately absent: the articles (`locators`).

use super::Notes;
use crate::diagnostics::{Rule, rules::sense as rules};
use crate::model::*;
use crate::wire::numbers::{HEDGES, Number, numbers};
use crate::wire::schema::OBSERVATIONS;
use crate::wire::tables::Rows;

/// The rules kept here.
pub(super) const RULES: &[&Rule] = &[
    &rules::VALUE_NOT_QUOTED,
    &rules::READING_DIFFERS,
    &rules::READING_VERBATIM,
    &rules::BOUND_DIFFERS,
    &rules::HANS_DIGITS,
];

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, figure) in data.observations.iter().enumerate() {
        let row = rows.observations.get(at).copied();
        let mut note = |rule: &'static Rule, column: &str, saw: &str, zh: &str, en: &str| {
            notes.add(rule, (OBSERVATIONS.file, row, column), saw, zh, en);
        };
        let kind = data.indicator(figure.indicator).kind;
        let is_name = matches!(kind, ValueKind::Label | ValueKind::Date) || figure.salience == Salience::Label;
        let is_silent = matches!(figure.status, ObsStatus::NotReported | ObsStatus::NotApplicable);
        // What cannot be a value at all is named by other rules.
        let can_be = |value: &f64| value.is_sign_positive() && (kind != ValueKind::Share || *value <= 100.0);
        let is_quoted = !is_name && !is_silent && !figure.locator.is_empty();
        let Some(value) = figure.value.filter(|value| is_quoted && can_be(value)) else { continue };
        let saw = value.to_string();
        if figure.reading == Reading::Verbatim {
            note(&rules::READING_VERBATIM, "reading", figure.reading.code(), "", "");
            continue;
        }
        let texts: Vec<&str> = [figure.locator_hans.as_deref(), Some(&figure.locator)].into_iter().flatten().collect();
        let numbers: Vec<Number> = texts.iter().flat_map(|text| numbers(text)).collect();
        let fits = |number: &&Number| match figure.reading {
            Reading::Digits => !number.is_han && !number.is_multiplied && number.value == value,
            Reading::Multiplied => !number.is_han && number.is_multiplied && number.value == value,
            _ => number.value == value,
        };
        let found: Vec<&Number> = numbers.iter().filter(fits).collect();
        if found.is_empty() && matches!(figure.reading, Reading::Digits | Reading::Multiplied) {
            if numbers.iter().any(|number| number.value == value) {
                let reading = match numbers.iter().find(|number| number.value == value) {
                    Some(number) if number.is_han => Reading::HanNumeral,
                    Some(number) if number.is_multiplied => Reading::Multiplied,
                    _ => Reading::Digits,
                };
                note(&rules::READING_DIFFERS, "reading", figure.reading.code(), reading.code(), reading.code());
                continue;
            }
            let stated: Vec<String> = numbers.iter().map(|number| number.value.to_string()).collect();
            let (zh, en) = match stated.is_empty() {
                true => Default::default(),
                false => (["：", &stated.join("、")].concat(), [": ", &stated.join(", ")].concat()),
            };
            note(&rules::VALUE_NOT_QUOTED, "value", &saw, &zh, &en);
            continue;
        }
        // The same number may stand twice, with another word each time.
        if found.is_empty() || found.iter().any(|number| number.word.allows(figure.bound)) {
            continue;
        }
        if let Some((bound, word)) = found.iter().find_map(|number| number.word.demands()) {
            let (zh, en) = (
                ["写了“", word, "”，bound 写 ", bound.code()].concat(),
                ["“", word, "” there asks for ", bound.code()].concat(),
            );
            note(&rules::BOUND_DIFFERS, "bound", figure.bound.code(), &zh, &en);
        } else if !texts.iter().any(|text| text.contains(HEDGES)) {
            let (zh, en) =
                ("没有约、余、多、超、近、不到这样的词，bound 写 exact", "no such word there asks for exact");
            note(&rules::BOUND_DIFFERS, "bound", figure.bound.code(), zh, en);
        }
    }
}
