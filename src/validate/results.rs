//! Results that stand in the package, against what the program computes.
//!
//! Owns: the columns verdict, value, bound and reasons of `checks.csv`, the whole of `derived_values.csv`, and how both are
//! written. May use: `measure`, `wire`, the rules. Deliberately absent: the arithmetic (`measure`), writing files.

use super::Notes;
use crate::diagnostics::detail::Computed;
use crate::diagnostics::{Diagnostic, Severity, rules::sense as rules};
use crate::measure::{self, Interval, Preferences, Refusal, Verdict};
use crate::model::*;
use crate::wire::csv::{Reader, Record, decode, write_record};
use crate::wire::package;
use crate::wire::schema::{self, CHECKS, DERIVED_VALUES, TABLES};
use crate::wire::tables::{Files, Rows, Written, WrittenValue, read_with_rows};
use std::collections::BTreeMap;

/// A result as the tables write it.
fn written(verdict: Verdict, value: Option<Interval>, reasons: &[Refusal]) -> Written {
    let (number, bound) = match value.map(Interval::shown) {
        Some((number, bound)) => (decimals(number, bound).to_string(), bound.code().to_string()),
        None => Default::default(),
    };
    let reasons: Vec<&str> = reasons.iter().map(|reason| reason.code()).collect();
    Written { verdict: verdict.code().to_string(), value: number, bound, reasons: reasons.join(";") }
}

/// A number to six decimals; a lower bound is never rounded up, an upper one never down.
fn decimals(number: f64, bound: Bound) -> f64 {
    let scaled = number * 1e6;
    let rounded = match bound {
        Bound::AtLeast => (scaled + 1e-4).floor(),
        Bound::LessThan | Bound::Nearly => (scaled - 1e-4).ceil(),
        Bound::Exact | Bound::About => scaled.round(),
    };
    rounded / 1e6
}

fn of_check(data: &Dataset, check: &Check) -> Written {
    let finding = measure::check(data, check);
    written(finding.verdict, finding.value, &finding.refusals)
}

/// What every derived indicator gives for every community that reports at least one of its figures, in file order.
fn of_derived(data: &Dataset) -> Vec<WrittenValue> {
    let mut by_community: BTreeMap<(CommunityId, IndicatorId), Vec<ObservationId>> = BTreeMap::new();
    for id in data.observation_ids() {
        let row = data.observation(id);
        by_community.entry((row.community, row.indicator)).or_default().push(id);
    }
    let mut all = Vec::new();
    for (at, row) in data.derived.iter().enumerate() {
        for community in data.case_ids() {
            let figures = |indicator| -> Vec<ObservationId> {
                let ids = by_community.get(&(community, indicator));
                ids.cloned().unwrap_or_default()
            };
            let below = row.denominator.map(figures).unwrap_or_default();
            let answer = measure::derived(data, row, [&figures(row.numerator), &below], Preferences::default());
            let Some(grade) = measure::grade(data, &answer.operands) else { continue };
            let result = match &answer.result {
                Ok(value) if value.low == value.high => written(Verdict::Derived, Some(*value), &answer.warnings),
                Ok(value) => written(Verdict::Bounded, Some(*value), &answer.warnings),
                Err(refusals) => written(Verdict::Invalid, None, refusals),
            };
            let keys: Vec<&str> = answer.operands.iter().map(|id| data.observation(*id).key.as_str()).collect();
            let (operands, grade) = (keys.join(";"), grade.code().to_string());
            all.push(WrittenValue { derived: at, community, result, operands, grade });
        }
    }
    all
}

/// The cells of a row of `derived_values.csv`, by column.
fn cells<'w>(data: &'w Dataset, row: &'w WrittenValue) -> [(&'static str, &'w str); 8] {
    use schema::derived_values as c;
    [
        (c::derived, &data.derived[row.derived].key),
        (c::community, &data.community(row.community).key),
        (c::value, &row.result.value),
        (c::bound, &row.result.bound),
        (c::verdict, &row.result.verdict),
        (c::reasons, &row.result.reasons),
        (c::operands, &row.operands),
        (c::grade, &row.grade),
    ]
}

/// The result columns of a check.
fn columns(result: &Written) -> [(&'static str, &str); 4] {
    use schema::checks as c;
    [(c::verdict, &result.verdict), (c::value, &result.value), (c::bound, &result.bound), (c::reasons, &result.reasons)]
}

/// Notes each cell of two rows that differs.
fn compare(said: &[(&str, &str)], known: &[(&str, &str)], (file, row): (&str, Option<u32>), notes: &mut Notes) {
    for ((column, said), (_, known)) in said.iter().zip(known) {
        if said != known {
            notes.add(&rules::RESULT_DIFFERS, (file, row, column), said, Computed(known.to_string()));
        }
    }
}

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, (check, said)) in data.checks.iter().zip(&rows.check_results).enumerate() {
        let place = (CHECKS.file, rows.checks.get(at).copied());
        compare(&columns(said), &columns(&of_check(data, check)), place, notes);
    }
    let known = of_derived(data);
    let is_same =
        |one: &WrittenValue, other: &WrittenValue| (one.derived, one.community) == (other.derived, other.community);
    for (at, said) in rows.derived_results.iter().enumerate() {
        let place = (DERIVED_VALUES.file, rows.derived_values.get(at).copied());
        match known.iter().find(|known| is_same(known, said)) {
            Some(known) => compare(&cells(data, said), &cells(data, known), place, notes),
            None => {
                let column = schema::derived_values::derived;
                notes.add(&rules::RESULT_UNEXPECTED, (place.0, place.1, column), &data.derived[said.derived].key, ());
            }
        }
    }
    for known in known.iter().filter(|known| !rows.derived_results.iter().any(|said| is_same(said, known))) {
        let row = cells(data, known).map(|(_, cell)| cell).join(",");
        notes.add(&rules::RESULT_MISSING, (DERIVED_VALUES.file, None, schema::derived_values::derived), "", row);
    }
}

/// The files of a package whose results, sizes and sums are other than computed, as they should be. Everything else in them
/// stays as it is. A package with errors elsewhere gives those.
pub fn rewritten(files: Files) -> Result<Vec<(&'static str, String)>, Vec<Diagnostic>> {
    let empty = format!("{}\n", DERIVED_VALUES.header()).into_bytes();
    let (mut report, rows) = read_with_rows(&|name| match files(name) {
        None if name == DERIVED_VALUES.file => Some(empty.clone()),
        bytes => bytes,
    });
    report.findings.extend(super::check(&report.value, &rows));
    report.findings.retain(|finding| finding.severity == Severity::Error && finding.place.file != DERIVED_VALUES.file);
    if !report.findings.is_empty() {
        return Err(report.findings);
    }
    let data = &report.value;
    let mut changed = vec![(CHECKS.file, checks(data, &rows, files)), (DERIVED_VALUES.file, derived_values(data))];
    changed.retain(|(name, text)| files(name).as_deref() != Some(text.as_bytes()));
    let now = |name: &str| match changed.iter().find(|(file, _)| *file == name) {
        Some((_, text)) => Some(text.clone().into_bytes()),
        None => files(name),
    };
    let bytes = files(package::FILE).unwrap_or_default();
    let descriptor = described(&decode(&bytes).0, &now);
    if bytes != descriptor.as_bytes() {
        changed.push((package::FILE, descriptor));
    }
    Ok(changed)
}

/// `checks.csv` with its results.
fn checks(data: &Dataset, rows: &Rows, files: Files) -> String {
    let bytes = files(CHECKS.file).unwrap_or_default();
    let (text, _) = decode(&bytes);
    let (mut reader, mut record, mut out) = (Reader::new(&text), Record::default(), String::new());
    let mut header: Vec<String> = Vec::new();
    while reader.read(&mut record) {
        let mut cells: Vec<String> = record.cells.iter().map(|cell| cell.to_string()).collect();
        if header.is_empty() {
            header = cells.clone();
        }
        if let Some(at) = rows.checks.iter().position(|row| *row == record.row) {
            for (column, cell) in columns(&of_check(data, &data.checks[at])) {
                if let Some(place) = header.iter().position(|name| name == column) {
                    cells[place] = cell.to_string();
                }
            }
        }
        write_record(&mut out, cells.iter().map(String::as_str));
    }
    out
}

fn derived_values(data: &Dataset) -> String {
    let mut out = format!("{}\n", DERIVED_VALUES.header());
    for row in &of_derived(data) {
        write_record(&mut out, cells(data, row).map(|(_, cell)| cell));
    }
    out
}

/// The descriptor with the size and sum of each file below its path; the lines of everything else stay as they are.
fn described(text: &str, files: Files) -> String {
    let mut out = String::new();
    let is_sum = |line: &str| line.starts_with("\"bytes\":") || line.starts_with("\"hash\":");
    for line in text.split_inclusive('\n').filter(|line| !is_sum(line.trim_start())) {
        out.push_str(line);
        let path = |file: &str| ["\"path\": \"", file, "\","].concat();
        let table = TABLES.iter().find(|table| line.trim() == path(table.file));
        if let Some(file) = table.and_then(|table| files(table.file)) {
            let (bytes, hash) = package::sums(&file);
            let indent = &line[..line.len() - line.trim_start().len()];
            out.push_str(&format!("{indent}\"bytes\": {bytes},\n{indent}\"hash\": \"{hash}\",\n"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_never_rounded_over_itself() {
        assert_eq!(decimals(2.0 / 3.0, Bound::Exact), 0.666667);
        assert_eq!(decimals(2.0 / 3.0, Bound::AtLeast), 0.666666);
        assert_eq!(decimals(1.0 / 3.0, Bound::LessThan), 0.333334);
        assert_eq!(decimals(500.0, Bound::AtLeast), 500.0);
        assert_eq!(decimals(28.2, Bound::LessThan), 28.2);
    }
}
