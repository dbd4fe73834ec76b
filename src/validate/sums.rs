//! Rules about derived indicators and checks.
//!
//! Owns: that what is divided can be divided, and that a check asks about figures of its own community. May use: `model`, the
//! rules. Deliberately absent: carrying the arithmetic out (`measure`); how many operands a row has (`wire`).

use super::Notes;
use crate::diagnostics::{Rule, rules::sense as rules};
use crate::model::*;
use crate::wire::schema::{CHECKS, DERIVED};
use crate::wire::tables::Rows;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, derived) in data.derived.iter().enumerate() {
        let row = rows.derived.get(at).copied();
        let mut note = |rule: &'static Rule, column: &str, saw: &str, zh: &str, en: &str| {
            notes.add(rule, (DERIVED.file, row, column), saw, zh, en);
        };
        let scale = derived.scale.to_string();
        // By 12 a price per month becomes one per year.
        if ![1.0, 12.0, 100.0, 1000.0].contains(&derived.scale) {
            note(&rules::SCALE, "scale", &scale, "1、12、100 或 1000", "1, 12, 100 or 1000");
        } else if derived.scale != 100.0 && derived.unit.zh.trim() == "%" {
            note(&rules::SCALE, "scale", &scale, "100，因为单位是 %", "100, for the unit is %");
        }
        if let Some(divisor) = derived.divisor.filter(|divisor| *divisor <= 0.0) {
            note(&rules::DIVISOR, "divisor", &divisor.to_string(), "", "");
        }
        if derived.denominator == Some(derived.numerator) {
            note(&rules::SAME_INDICATOR, "denominator", &data.indicator(derived.numerator).key, "", "");
        }
        let parts = [("numerator", Some(derived.numerator)), ("denominator", derived.denominator)];
        for (column, id) in parts.into_iter().filter_map(|(column, id)| Some((column, id?))) {
            let indicator = data.indicator(id);
            let mut values = data.observations.iter().filter(|row| row.indicator == id).filter_map(|row| row.value);
            if is_name(indicator) {
                note(&rules::NO_QUANTITY, column, &indicator.key, "", "");
            } else if column == "denominator" && values.next() == Some(0.0) && values.all(|value| value == 0.0) {
                note(&rules::DIVIDED_BY_ZERO, column, &indicator.key, "", "");
            }
        }
    }
    for (at, check) in data.checks.iter().enumerate() {
        self::one(data, check, &mut |rule, column, saw, zh, en| {
            notes.add(rule, (CHECKS.file, rows.checks.get(at).copied(), column), saw, zh, en);
        });
    }
}

/// A number in a name and a date are no quantities.
fn is_name(indicator: &Indicator) -> bool {
    matches!(indicator.kind, ValueKind::Label | ValueKind::Date)
}

fn one(data: &Dataset, check: &Check, note: &mut dyn FnMut(&'static Rule, &str, &str, &str, &str)) {
    if let Some(constant) = check.constant.filter(|constant| *constant <= 0.0) {
        note(&rules::DIVISOR, "constant", &constant.to_string(), "", "");
    }
    if check.scale <= 0.0 {
        note(&rules::SCALE, "scale", &check.scale.to_string(), "1、100 或 1000", "1, 100 or 1000");
    }
    if let Some(community) = check.community {
        let own = &data.community(community).key;
        let figures = check.operands.iter().map(|id| ("operands", *id));
        for (column, id) in figures.chain(check.stated.map(|id| ("stated", id))) {
            let figure = data.observation(id);
            if figure.community != community {
                note(&rules::FOREIGN_OPERAND, column, &figure.key, own, own);
            }
        }
        for system in check.systems.iter().map(|id| data.system(*id)).filter(|it| it.community != community) {
            note(&rules::FOREIGN_OPERAND, "operands", &system.key, own, own);
        }
        if let Some(practice) = check.practice.map(|id| data.practice(id)).filter(|it| it.community != community) {
            note(&rules::FOREIGN_OPERAND, "operands", &practice.key, own, own);
        }
    }
    if !matches!(check.op, CheckOp::Share | CheckOp::Ratio) {
        return;
    }
    if let Some(stated) = check.stated.map(|id| data.observation(id))
        && check.op == CheckOp::Share
        && data.indicator(stated.indicator).kind != ValueKind::Share
    {
        note(&rules::STATED_NO_SHARE, "stated", &stated.key, "", "");
    }
    for (position, id) in check.operands.iter().enumerate() {
        let figure = data.observation(*id);
        if is_name(data.indicator(figure.indicator)) {
            note(&rules::NO_QUANTITY, "operands", &figure.key, "", "");
        } else if position == 1 && figure.value == Some(0.0) {
            note(&rules::DIVIDED_BY_ZERO, "operands", &figure.key, "", "");
        }
    }
}
