//! Rules about figures.
//!
//! Owns: value, bound, status, unit, period, scope and quotation of each observation. May use: `model`, the rules. Deliberately
//! absent: the articles (`locators`).

use super::Notes;
use crate::diagnostics::detail::{OnRow, PeriodFault, Say};
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
            figure.note(&rules::DUPLICATE_OBSERVATION, "id", &observation.key, OnRow(*first));
        } else {
            seen.insert(what, row);
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
    fn note<P: Say>(&mut self, rule: &'static Rule<P>, column: &str, saw: &str, what: impl Into<P>) {
        self.notes.add(rule, (OBSERVATIONS.file, self.row, column), saw, what);
    }

    /// Whether the row says that the source says nothing.
    fn is_silent(&self) -> bool {
        matches!(self.observation.status, ObsStatus::NotReported | ObsStatus::NotApplicable)
    }

    fn value(&mut self) {
        let (observation, kind) = (self.observation, self.indicator.kind);
        if observation.unit != self.indicator.unit {
            let (own, expected) = (self.data.unit(observation.unit), self.data.unit(self.indicator.unit));
            self.note(&rules::UNIT_DIFFERS, "unit", &own.key, expected.key.as_str());
        }
        let status = observation.status;
        let needs_plan = status == ObsStatus::Planned && !matches!(kind, ValueKind::Plan | ValueKind::Capacity);
        if needs_plan || (kind == ValueKind::Plan && status == ObsStatus::Reported) {
            self.note(&rules::PLANNED_KIND, "status", status.code(), ());
        }
        let Some(value) = observation.value else {
            if !self.is_silent() && !matches!(kind, ValueKind::Label | ValueKind::Date) {
                self.note(&rules::VALUE_MISSING, "value", "", ());
            }
            if observation.bound != Bound::Exact {
                self.note(&rules::BOUND_WITHOUT_VALUE, "bound", observation.bound.code(), ());
            }
            return;
        };
        let saw = value.to_string();
        if self.is_silent() || kind == ValueKind::Date {
            self.note(&rules::VALUE_UNEXPECTED, "value", &saw, ());
        } else if kind == ValueKind::Share && !(0.0..=100.0).contains(&value) {
            self.note(&rules::SHARE_RANGE, "value", &saw, ());
        } else if value.is_sign_negative() {
            self.note(&rules::NEGATIVE, "value", &saw, ());
        }
    }

    fn labels_and_dates(&mut self) {
        let (observation, kind) = (self.observation, self.indicator.kind);
        let salience = observation.salience;
        if (salience == Salience::Label) != (kind == ValueKind::Label) {
            self.note(&rules::LABEL_MISMATCH, "salience", salience.code(), ());
        } else if observation.scope == Scope::Label && kind != ValueKind::Label {
            self.note(&rules::LABEL_MISMATCH, "scope", observation.scope.code(), ());
        }
        let is_unstated = observation.period == Period::Unstated;
        if (salience == Salience::Date) != (kind == ValueKind::Date) {
            self.note(&rules::DATE_MISMATCH, "salience", salience.code(), ());
        } else if kind == ValueKind::Date && is_unstated && !self.is_silent() {
            self.note(&rules::DATE_MISMATCH, "period", "", ());
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
            self.note(&rules::PERIOD_BASIS, "period_basis", basis.code(), ());
        } else if !self.is_silent() {
            self.period_type();
        }
    }

    /// What a kind of period says of itself: what has a date, what has none, what is one year.
    fn period_type(&mut self) {
        let observation = self.observation;
        let (kind, period) = (observation.period_type, &observation.period);
        let is_unstated = *period == Period::Unstated;
        let fault = match kind {
            PeriodType::SnapshotDated if is_unstated => PeriodFault::DatedWithoutDate,
            PeriodType::SnapshotDated if matches!(period, Period::Span(Some(_), Some(_))) => PeriodFault::DatedWithSpan,
            PeriodType::SnapshotUndated | PeriodType::UndatedDuration if !is_unstated => PeriodFault::UndatedWithDate,
            PeriodType::CalendarYear
                if !matches!(period, Period::At(PartialDate { month: None, .. }) | Period::OneOf(_)) =>
            {
                PeriodFault::YearWithMore
            }
            PeriodType::YearToDate if is_unstated => PeriodFault::YearToDateWithout,
            PeriodType::Cumulative if is_unstated => PeriodFault::TotalWithout,
            PeriodType::Milestone if matches!(period, Period::Span(Some(_), Some(_))) => PeriodFault::EventWithSpan,
            PeriodType::Planned
                if observation.status != ObsStatus::Planned && self.indicator.kind != ValueKind::Plan =>
            {
                PeriodFault::PlannedButReported
            }
            _ => return,
        };
        let place = (OBSERVATIONS.file, self.row, "period_type");
        self.notes.add(&rules::PERIOD_TYPE, place, kind.code(), fault);
    }

    fn scope(&mut self) {
        let (observation, is_named) = (self.observation, self.observation.scope_name != Text::default());
        match (observation.scope == Scope::Community, is_named) {
            (true, true) => self.note(&rules::SCOPE_NAME_UNEXPECTED, "scope_name_zh", &observation.scope_name.zh, ()),
            (false, false) => self.note(&rules::SCOPE_NAME_MISSING, "scope_name_zh", "", ()),
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
            self.note(&rules::FOREIGN_SYSTEM, "system", &system.key, data.community(system.community).key.as_str());
        }
    }
}
