//! Rules about a value and the words it was read from.
//!
//! Owns: that the number of a figure stands in its quotation, that 约, 余, 近 and 不到 beside it became its bound, and that the
//! simplified reading keeps every digit. May use: `model`, the rules. Deliberately absent: the articles (`locators`).

use super::Notes;
use crate::diagnostics::detail::{Hedge, Stated};
use crate::diagnostics::{Kind, Said, rules::sense as rules};
use crate::model::*;
use crate::wire::numbers::{HEDGES, Number, numbers};
use crate::wire::schema::OBSERVATIONS;
use crate::wire::tables::Rows;

/// The rules kept here.
pub(super) static RULES: &[&Kind] = &[
    rules::VALUE_NOT_QUOTED.kind(),
    rules::READING_DIFFERS.kind(),
    rules::READING_VERBATIM.kind(),
    rules::BOUND_DIFFERS.kind(),
    rules::HANS_DIGITS.kind(),
];

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, figure) in data.observations.iter().enumerate() {
        let row = rows.observations.get(at).copied();
        let mut note = |said: Said, column: &str, saw: &str| {
            notes.0.push(said.at(OBSERVATIONS.file, row, Some(column)).saw(saw));
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
            note(rules::READING_VERBATIM.says(()), "reading", figure.reading.code());
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
                note(rules::READING_DIFFERS.says(reading.code()), "reading", figure.reading.code());
                continue;
            }
            let stated = Stated(numbers.iter().map(|number| number.value).collect());
            note(rules::VALUE_NOT_QUOTED.says(stated), "value", &saw);
            continue;
        }
        // The same number may stand twice, with another word each time.
        if found.is_empty() || found.iter().any(|number| number.word.allows(figure.bound)) {
            continue;
        }
        if let Some((bound, word)) = found.iter().find_map(|number| number.word.demands()) {
            let asks = Hedge::Asks(word, bound.code());
            note(rules::BOUND_DIFFERS.says(asks), "bound", figure.bound.code());
        } else if !texts.iter().any(|text| text.contains(HEDGES)) {
            note(rules::BOUND_DIFFERS.says(Hedge::Silent), "bound", figure.bound.code());
        }
    }
}
