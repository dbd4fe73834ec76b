//! Rules about figures.
//!
//! Owns: value, bound, status, unit, period, scope and quotation of each observation. May use: `model`, the rules. Deliberately
//! absent: the articles (`locators`).

use super::Notes;
use crate::diagnostics::{Rule, rules::sense as rules};
use crate::model::*;
use crate::wire::schema::OBSERVATIONS;
use crate::wire::tables::Rows;
use std::collections::BTreeMap;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    let mut seen = BTreeMap::new();
    for (at, observation) in data.observations.iter().enumerate() {
        let row = rows.observations.get(at).copied();
        let mut figure = Figure { data, observation, indicator: data.indicator(observation.indicator), row, notes };
        figure.value();
        figure.labels_and_dates();
        figure.scope();
        figure.belonging();
        let value = observation.value.map(f64::to_bits);
        let name = &observation.scope_name.zh;
        let what = (
            observation.community,
            observation.indicator,
            observation.scope,
            name,
            observation.period.to_text(),
            value,
        );
        if let Some(first) = seen.get(&what) {
            let first = u32::to_string(first);
            figure.note(&rules::DUPLICATE_OBSERVATION, "id", &observation.key, &first);
        } else {
            seen.insert(what, row.unwrap_or_default());
        }
    }
}

struct Figure<'d, 'n> {
    data: &'d Dataset,
    observation: &'d Observation,
    indicator: &'d Indicator,
    row: Option<u32>,
    notes: &'n mut Notes,
}

impl Figure<'_, '_> {
    fn note(&mut self, rule: &'static Rule, column: &str, saw: &str, detail: &str) {
        self.notes.add(rule, (OBSERVATIONS.file, self.row, column), saw, detail, detail);
    }

    /// Whether the row says that the source says nothing.
    fn is_silent(&self) -> bool {
        matches!(self.observation.status, ObsStatus::NotReported | ObsStatus::NotApplicable)
    }

    fn value(&mut self) {
        let (observation, kind) = (self.observation, self.indicator.kind);
        if observation.unit != self.indicator.unit {
            let (own, expected) = (self.data.unit(observation.unit), self.data.unit(self.indicator.unit));
            self.note(&rules::UNIT_DIFFERS, "unit", &own.key, &expected.key);
        }
        let status = observation.status;
        let needs_plan = status == ObsStatus::Planned && !matches!(kind, ValueKind::Plan | ValueKind::Capacity);
        if needs_plan || (kind == ValueKind::Plan && status == ObsStatus::Reported) {
            self.note(&rules::PLANNED_KIND, "status", status.code(), "");
        }
        let Some(value) = observation.value else {
            if !self.is_silent() && !matches!(kind, ValueKind::Label | ValueKind::Date) {
                self.note(&rules::VALUE_MISSING, "value", "", "");
            }
            if observation.bound != Bound::Exact {
                self.note(&rules::BOUND_WITHOUT_VALUE, "bound", observation.bound.code(), "");
            }
            return;
        };
        let saw = value.to_string();
        if self.is_silent() || kind == ValueKind::Date {
            self.note(&rules::VALUE_UNEXPECTED, "value", &saw, "");
        } else if kind == ValueKind::Share && !(0.0..=100.0).contains(&value) {
            self.note(&rules::SHARE_RANGE, "value", &saw, "");
        } else if value.is_sign_negative() {
            self.note(&rules::NEGATIVE, "value", &saw, "");
        }
    }

    fn labels_and_dates(&mut self) {
        let (observation, kind) = (self.observation, self.indicator.kind);
        let salience = observation.salience;
        if (salience == Salience::Label) != (kind == ValueKind::Label) {
            self.note(&rules::LABEL_MISMATCH, "salience", salience.code(), "");
        } else if observation.scope == Scope::Label && kind != ValueKind::Label {
            self.note(&rules::LABEL_MISMATCH, "scope", observation.scope.code(), "");
        }
        let is_unstated = observation.period == Period::Unstated;
        if (salience == Salience::Date) != (kind == ValueKind::Date) {
            self.note(&rules::DATE_MISMATCH, "salience", salience.code(), "");
        } else if kind == ValueKind::Date && is_unstated && !self.is_silent() {
            self.note(&rules::DATE_MISMATCH, "period", "", "");
        }
        let basis = observation.period_basis;
        let yearless = |date: &Option<PartialDate>| date.is_some_and(|date| date.year.is_none());
        let has_no_year = match &observation.period {
            Period::At(date) => date.year.is_none(),
            Period::Span(start, end) => yearless(start) || yearless(end),
            _ => false,
        };
        let is_choice = matches!(observation.period, Period::OneOf(_));
        // 每年 and 三年 state a time without a date.
        let is_dateless = matches!(observation.period_type, PeriodType::Rule | PeriodType::UndatedDuration);
        let agrees = match basis {
            PeriodBasis::Unstated => is_unstated,
            PeriodBasis::AmbiguousYear => is_choice,
            PeriodBasis::YearMissing => has_no_year,
            _ => (!is_unstated || is_dateless) && !is_choice && !has_no_year,
        };
        if !agrees {
            self.note(&rules::PERIOD_BASIS, "period_basis", basis.code(), "");
        } else if !self.is_silent() {
            self.period_type();
        }
    }

    /// What a kind of period says of itself: what has a date, what has none, what is one year.
    fn period_type(&mut self) {
        let observation = self.observation;
        let (kind, period) = (observation.period_type, &observation.period);
        let is_unstated = *period == Period::Unstated;
        let (zh, en) = match kind {
            PeriodType::SnapshotDated if is_unstated => (
                "某日的存量要写 period；没有日期写 snapshot_undated",
                "A level on a date needs a period; without a date write snapshot_undated",
            ),
            PeriodType::SnapshotDated if matches!(period, Period::Span(Some(_), Some(_))) => (
                "某日的存量没有起止；累计写 cumulative",
                "A level on a date has no start and end; a total over time is cumulative",
            ),
            PeriodType::SnapshotUndated | PeriodType::UndatedDuration if !is_unstated => (
                "没有日期的，period 留空；有日期时另选 period_type",
                "Undated means an empty period; with a date choose another period_type",
            ),
            PeriodType::CalendarYear
                if !matches!(period, Period::At(PartialDate { month: None, .. }) | Period::OneOf(_)) =>
            {
                ("全年的 period 只写年份，如 2021", "A calendar year has a year alone as its period, e.g. 2021")
            }
            PeriodType::YearToDate if is_unstated => (
                "今年以来的要写 period，如 2021 或 [2021,2022]",
                "A year to date needs a period, e.g. 2021 or [2021,2022]",
            ),
            PeriodType::Cumulative if is_unstated => (
                "累计要写起止，如 2019/2021、2019/..、../2021-06；没有日期写 undated_duration",
                "A total over time needs an end: 2019/2021, 2019/.. or ../2021-06; without dates write undated_duration",
            ),
            PeriodType::Milestone if matches!(period, Period::Span(Some(_), Some(_))) => (
                "一次事件没有起止；有起止的写 cumulative",
                "One event has no start and end; what has both is cumulative",
            ),
            PeriodType::Planned
                if observation.status != ObsStatus::Planned && self.indicator.kind != ValueKind::Plan =>
            {
                (
                    "规划的 status 写 planned；已报告的另选 period_type",
                    "What is planned has status planned; for what is reported choose another period_type",
                )
            }
            _ => return,
        };
        let place = (OBSERVATIONS.file, self.row, "period_type");
        self.notes.add(&rules::PERIOD_TYPE, place, kind.code(), zh, en);
    }

    fn scope(&mut self) {
        let (observation, is_named) = (self.observation, self.observation.scope_name != Text::default());
        match (observation.scope == Scope::Community, is_named) {
            (true, true) => self.note(&rules::SCOPE_NAME_UNEXPECTED, "scope_name_zh", &observation.scope_name.zh, ""),
            (false, false) => self.note(&rules::SCOPE_NAME_MISSING, "scope_name_zh", "", ""),
            _ => {}
        }
    }

    fn belonging(&mut self) {
        let (data, observation) = (self.data, self.observation);
        let place = (OBSERVATIONS.file, self.row, "source");
        super::structure::source_of(data, (observation.community, observation.source), place, self.notes);
        if let Some(system) = observation.system.map(|system| data.system(system))
            && system.community != observation.community
        {
            self.note(&rules::FOREIGN_SYSTEM, "system", &system.key, &data.community(system.community).key);
        }
    }
}
