//! What the sources' own figures confirm, and what follows from them.

use super::Context;
use super::community::Figure;
use crate::measure::{self, Finding, Interval, Refusal, Verdict};
use crate::model::order;
use crate::model::*;
use crate::text::{self, FarMsg, number, value};

/// A check in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// The verdict.
    pub verdict: Verdict,
    /// Its name.
    pub title: String,
    /// The arithmetic: `77人 ÷ 273人 = 28.2%`; empty where nothing is computed.
    pub arithmetic: String,
    /// Why nothing is computed, and what is to be known.
    pub why: String,
    /// The figures it rests on.
    pub figures: Vec<Figure>,
}

/// The checks of one community, or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckGroup {
    /// Whose.
    pub title: String,
    /// Its checks.
    pub rows: Vec<CheckRow>,
}

impl Context<'_> {
    /// Every check, by community; what says most first.
    pub fn checks(&self) -> Vec<CheckGroup> {
        let of = |community: Option<CommunityId>| {
            let checks = self.evidence().checks_of(self.data, community);
            let title = community.map_or_else(|| self.words.msg(FarMsg::ChecksSeveral), |id| self.community(id));
            let rows: Vec<CheckRow> = checks.map(|check| self.check_row(check)).collect();
            CheckGroup { title, rows: order::sorted_by_key(&rows, |row| row.verdict) }
        };
        let groups = self.tables.communities().map(Some).chain([None]).map(of);
        groups.filter(|group| !group.rows.is_empty()).collect()
    }

    /// How many checks there are, of all verdicts and of each.
    pub fn tally(&self, groups: &[CheckGroup]) -> Vec<(Option<Verdict>, String)> {
        let rows: Vec<Verdict> = groups.iter().flat_map(|group| &group.rows).map(|row| row.verdict).collect();
        let count = |verdict: Verdict| {
            let count = rows.iter().filter(|row| **row == verdict).count();
            (count > 0).then(|| (Some(verdict), [self.words.name(verdict), count.to_string()].join(" ")))
        };
        let total = (None, self.words.counted(rows.len(), FarMsg::ChecksAll));
        [total].into_iter().chain(Verdict::ALL.into_iter().filter_map(count)).collect()
    }

    /// The checks a figure takes part in.
    pub fn checks_of(&self, id: ObservationId) -> Vec<CheckRow> {
        let checks = self.evidence().checks_on(self.data, id);
        let rows: Vec<CheckRow> = checks.map(|check| self.check_row(check)).collect();
        order::sorted_by_key(&rows, |row| row.verdict)
    }

    fn check_row(&self, check: &Check) -> CheckRow {
        let finding = measure::check(self.data, check);
        let reasons = self.refusals(&finding.refusals);
        let note = self.words.text(&check.note);
        CheckRow {
            verdict: finding.verdict,
            title: self.words.text(&check.name),
            arithmetic: self.arithmetic(check, &finding),
            why: if reasons.is_empty() { note } else { self.words.dotted(&[reasons, note]) },
            figures: check.operands.iter().chain(&check.stated).map(|id| self.figure(*id)).collect(),
        }
    }

    /// Reasons as one phrase.
    pub fn refusals(&self, refusals: &[Refusal]) -> String {
        self.words.list(&refusals.iter().map(|refusal| self.words.name(*refusal)).collect::<Vec<_>>())
    }

    fn arithmetic(&self, check: &Check, finding: &Finding) -> String {
        let words = self.words;
        if let (CheckOp::Members, [id], Some(listed)) = (check.op, &check.systems[..], finding.value) {
            let (id, is_open) = (*id, self.data.system(*id).parts_list == PartsList::Open);
            let stated = self.data.system(id).parts_stated.map_or_else(String::new, |stated| stated.to_string());
            let listed = number::exact(listed.low);
            return match (stated.is_empty(), self.data.system(id).parts.is_empty()) {
                (true, true) => words.msg(FarMsg::ChecksNoneListed),
                (true, false) if is_open => words.fill(FarMsg::ChecksOpen, &[&listed]),
                (false, false) if is_open => words.fill(FarMsg::ChecksNamed, &[&stated, &listed]),
                (true, false) => words.fill(FarMsg::ChecksOnlyListed, &[&listed]),
                _ => words.fill(FarMsg::ChecksListed, &[&stated, &listed]),
            };
        }
        if let (CheckOp::Year, Some(id)) = (check.op, check.stated) {
            let source = self.data.source(self.data.observation(id).source);
            let published = source.published_stated.or(source.published_from_url);
            let published = published.map_or(words.msg(FarMsg::Unknown), |day| text::period::date(day, words.locale));
            let dates = check.operands.iter().map(|id| self.data.observation(*id));
            let dates: Vec<String> = dates.map(|row| [self.indicator(row), self.period(row)].join(" ")).collect();
            return words.fill(FarMsg::ChecksYears, &[&published, &words.list(&dates)]);
        }
        if check.op == CheckOp::Names {
            let names = check.systems[..].iter().map(|id| words.text(&self.data.system(*id).name));
            return names.collect::<Vec<_>>().join(" / ");
        }
        if let Some(practice) = check.practice.map(|id| self.data.practice(id)) {
            return words.text(&practice.outcome);
        }
        if let (CheckOp::Digits, Some(name), Some(found)) = (check.op, check.operands.first(), finding.value) {
            let digits = measure::digits_of(&self.data.observation(*name).scope_name.zh).len().to_string();
            return words.fill(FarMsg::ChecksDigits, &[&digits, &number::exact(found.low)]);
        }
        if matches!(check.op, CheckOp::Dates | CheckOp::Span) {
            let dates = check.operands.iter().map(|id| self.data.observation(*id));
            let dates: Vec<String> = dates.map(|row| [self.indicator(row), self.period(row)].join(" ")).collect();
            let months = |value: Interval| {
                let months = words.fill(FarMsg::ChecksMonths, &[&number::exact((value.high * 10.0).round() / 10.0)]);
                [if value.low < value.high { "≤ " } else { "= " }, &months].concat()
            };
            let stated = check.stated.map_or_else(String::new, |id| {
                words.fill(FarMsg::ChecksStated, &[&self.value(self.data.observation(id)).text])
            });
            let months = finding.value.map_or_else(String::new, months);
            return words.dotted(&[[dates.join(" → "), months].join(" ").trim().to_string(), stated]);
        }
        let values: Vec<String> = check.operands.iter().map(|id| self.value(self.data.observation(*id)).text).collect();
        let has_number = |id: &ObservationId| self.data.observation(*id).value.is_some();
        let stated = check.stated.filter(has_number).map_or_else(String::new, |id| {
            words.fill(FarMsg::ChecksStated, &[&self.value(self.data.observation(id)).text])
        });
        let computed = match (finding.value, check.op) {
            (Some(value), CheckOp::Share) => self.computed(value, "%"),
            (Some(value), CheckOp::Whole) => {
                let of = check.operands.iter().map(|id| self.value(self.data.observation(*id)).text);
                let of = of.collect::<Vec<_>>();
                return [&of[0], " ÷ (", &of.join(" + "), ") = ", &self.computed(value, "%")].concat();
            }
            (Some(value), CheckOp::Floor) => {
                return [&values.join(" / "), " → ", &self.computed(value, &self.unit_of(check))].concat();
            }
            (Some(value), CheckOp::Ratio | CheckOp::Sum | CheckOp::Rest) => self.computed(value, &self.unit_of(check)),
            _ => return stated,
        };
        let unit = self.data.derived.iter().find(|row| {
            Some(row.numerator) == check.operands.first().map(|id| self.data.observation(*id).indicator)
                && row.divisor == check.constant
        });
        let constant =
            check.constant.map(|by| unit.map_or_else(|| number::exact(by), |row| self.divisor(by, &row.unit)));
        let sign = match check.op {
            CheckOp::Sum => " + ",
            CheckOp::Rest => " − ",
            _ => " ÷ ",
        };
        // A month's price over a year is only multiplied.
        let constant = constant.filter(|_| check.constant != Some(1.0));
        let left = values.into_iter().chain(constant).collect::<Vec<_>>().join(sign);
        let scale = match check.scale {
            scale if check.op == CheckOp::Ratio && scale != 1.0 => format!(" × {}", number::exact(scale)),
            _ => String::new(),
        };
        // `≤ 10%` brings its own sign.
        let equals = if computed.starts_with(['≤', '≥']) { " " } else { " = " };
        words.dotted(&[[left, scale, equals.into(), computed].concat(), stated])
    }

    /// The unit of a quotient: that of the derived indicator it is, or of the figures it is made of.
    fn unit_of(&self, check: &Check) -> String {
        let unit = |row: &Observation| self.words.text(&self.data.unit(row.unit).name);
        let rows: Vec<&Observation> = check.operands.iter().map(|id| self.data.observation(*id)).collect();
        let known = |row: &&DerivedIndicator| match rows[..] {
            [a, b] => row.numerator == a.indicator && row.denominator == Some(b.indicator) && row.scale == check.scale,
            [a] => row.numerator == a.indicator && row.divisor == check.constant,
            _ => false,
        };
        match (check.op, self.data.derived.iter().find(known), &rows[..]) {
            (CheckOp::Ratio, Some(row), _) => self.words.text(&row.unit),
            (CheckOp::Ratio, None, [a, b]) => [unit(a), unit(b)].join("/"),
            (_, _, [a, ..]) => unit(a),
            _ => String::new(),
        }
    }

    /// A computed number with its bound and unit. A lower bound is never rounded up, an upper one never down.
    pub fn computed(&self, value: Interval, unit: &str) -> String {
        let (number, bound) = value.shown();
        let digits = 10f64.powi(if number.abs() < 100.0 { 1 } else { 0 });
        let rounded = match bound {
            Bound::AtLeast => (number * digits + 1e-9).floor(),
            Bound::LessThan | Bound::Nearly => (number * digits - 1e-9).ceil(),
            _ => (number * digits).round(),
        } / digits;
        let sign = match bound {
            Bound::AtLeast => "≥ ",
            Bound::LessThan | Bound::Nearly => "≤ ",
            Bound::About => value::bound_word(Bound::About, self.words.locale),
            Bound::Exact => "",
        };
        // 每千人29.8, not 29.8每千人.
        if unit.starts_with('每') {
            return [unit, sign, &number::exact(rounded)].concat();
        }
        let gap = if unit == "%" || unit.is_empty() || self.words.locale.is_chinese() { "" } else { " " };
        let after_sign = if bound == Bound::About && !self.words.locale.is_chinese() { " " } else { "" };
        [sign, after_sign, &number::exact(rounded), gap, unit].concat()
    }
}
