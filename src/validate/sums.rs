//! Rules about derived indicators and checks.
//!
//! Owns: that what is divided can be divided, and that a check asks about figures of its own community. May use: `model`, `measure`
//! (what a bounded number may be), the rules. Deliberately absent: carrying the arithmetic out (`measure`); how many operands a row has (`wire`).

use super::Notes;
use crate::diagnostics::detail::Scales;
use crate::diagnostics::{Said, rules::sense as rules};
use crate::measure::interval;
use crate::model::*;
use crate::wire::schema::{CHECKS, DERIVED};
use crate::wire::tables::Rows;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, derived) in data.derived.iter().enumerate() {
        let row = rows.derived.get(at).copied();
        let mut note = |said: Said, column: &str, saw: &str| {
            notes.0.push(said.at(DERIVED.file, row, Some(column)).saw(saw));
        };
        let scale = derived.scale.to_string();
        // By 12 a price per month becomes one per year.
        if ![1.0, 12.0, 100.0, 1000.0].contains(&derived.scale) {
            note(rules::SCALE.says(Scales::Usual), "scale", &scale);
        } else if derived.scale != 100.0 && derived.unit.zh.trim() == "%" {
            note(rules::SCALE.says(Scales::Percent), "scale", &scale);
        }
        if let Some(divisor) = derived.divisor.filter(|divisor| *divisor <= 0.0) {
            note(rules::DIVISOR.says(()), "divisor", &divisor.to_string());
        }
        if derived.denominator == Some(derived.numerator) {
            note(rules::SAME_INDICATOR.says(()), "denominator", &data.indicator(derived.numerator).key);
        }
        let parts = [("numerator", Some(derived.numerator)), ("denominator", derived.denominator)];
        for (column, id) in parts.into_iter().filter_map(|(column, id)| Some((column, id?))) {
            let indicator = data.indicator(id);
            let mut values = data.observations.iter().filter(|row| row.indicator == id).filter_map(|row| row.value);
            if is_name(indicator) {
                note(rules::NO_QUANTITY.says(()), column, &indicator.key);
            } else if column == "denominator" && values.next() == Some(0.0) && values.all(|value| value == 0.0) {
                note(rules::DIVIDED_BY_ZERO.says(()), column, &indicator.key);
            }
        }
    }
    for (at, check) in data.checks.iter().enumerate() {
        self::one(data, check, &mut |said, column, saw| {
            notes.0.push(said.at(CHECKS.file, rows.checks.get(at).copied(), Some(column)).saw(saw));
        });
    }
}

/// A number in a name and a date are no quantities.
fn is_name(indicator: &Indicator) -> bool {
    matches!(indicator.kind, ValueKind::Label | ValueKind::Date)
}

fn keys(data: &Dataset, figures: &[ObservationId]) -> String {
    figures.iter().map(|id| data.observation(*id).key.as_str()).collect::<Vec<_>>().join(";")
}

/// Whether a part is more than its whole, whatever their bounds leave open.
fn exceeds(data: &Dataset, part: &Observation, whole: &Observation) -> bool {
    let number = |figure: &Observation| Some(interval(figure)?.scaled(data.unit(figure.unit).factor));
    number(part).zip(number(whole)).is_some_and(|(part, whole)| part.low > whole.high)
}

/// The derived indicator that divides the other way round, where none divides this way.
fn reversed(data: &Dataset, above: IndicatorId, below: IndicatorId) -> Option<&DerivedIndicator> {
    let divides = |above, below| {
        data.derived.iter().find(move |derived| (derived.numerator, derived.denominator) == (above, Some(below)))
    };
    if divides(above, below).is_some() { None } else { divides(below, above).filter(|_| above != below) }
}

fn one(data: &Dataset, check: &Check, note: &mut dyn FnMut(Said, &str, &str)) {
    if let Some(constant) = check.constant.filter(|constant| *constant <= 0.0) {
        note(rules::DIVISOR.says(()), "constant", &constant.to_string());
    }
    if check.scale <= 0.0 {
        note(rules::SCALE.says(Scales::Usual), "scale", &check.scale.to_string());
    }
    if let Some(community) = check.community {
        let own = &data.community(community).key;
        let figures = check.operands.iter().map(|id| ("operands", *id));
        for (column, id) in figures.chain(check.stated.map(|id| ("stated", id))) {
            let figure = data.observation(id);
            if figure.community != community {
                note(rules::FOREIGN_OPERAND.says(own.as_str()), column, &figure.key);
            }
        }
        for system in check.systems.iter().map(|id| data.system(*id)).filter(|it| it.community != community) {
            note(rules::FOREIGN_OPERAND.says(own.as_str()), "operands", &system.key);
        }
        if let Some(practice) = check.practice.map(|id| data.practice(id)).filter(|it| it.community != community) {
            note(rules::FOREIGN_OPERAND.says(own.as_str()), "operands", &practice.key);
        }
    }
    if let Some(stated) = check.stated.filter(|stated| check.operands.contains(stated)) {
        note(rules::STATED_IN_OPERANDS.says(()), "operands", &data.observation(stated).key);
    }
    let units: Vec<UnitId> = check.operands.iter().map(|id| data.base_unit(data.observation(*id).unit)).collect();
    if check.op == CheckOp::Sum && units.iter().any(|unit| *unit != units[0]) {
        note(rules::SUM_UNITS.says(()), "operands", &keys(data, &check.operands));
    }
    if !matches!(check.op, CheckOp::Share | CheckOp::Ratio) {
        return;
    }
    if let [part, whole] = check.operands[..] {
        let (part, whole) = (data.observation(part), data.observation(whole));
        let saw = keys(data, &check.operands);
        if check.op == CheckOp::Share && units[0] != units[1] {
            note(rules::SHARE_UNITS.says(()), "operands", &saw);
        } else if check.op == CheckOp::Share && exceeds(data, part, whole) {
            note(rules::SHARE_EXCEEDS.says(()), "operands", &saw);
        } else if let Some(derived) = reversed(data, part.indicator, whole.indicator) {
            note(rules::RATIO_REVERSED.says(derived.key.as_str()), "operands", &saw);
        }
    }
    if let Some(stated) = check.stated.map(|id| data.observation(id))
        && check.op == CheckOp::Share
        && data.indicator(stated.indicator).kind != ValueKind::Share
    {
        note(rules::STATED_NO_SHARE.says(()), "stated", &stated.key);
    }
    for (position, id) in check.operands.iter().enumerate() {
        let figure = data.observation(*id);
        if is_name(data.indicator(figure.indicator)) {
            note(rules::NO_QUANTITY.says(()), "operands", &figure.key);
        } else if position == 1 && figure.value == Some(0.0) {
            note(rules::DIVIDED_BY_ZERO.says(()), "operands", &figure.key);
        }
    }
}
