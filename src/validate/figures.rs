//! Rules about figures.
//!
//! Owns: value, bound, status, unit, period, scope and quotation of each observation. May use: `model`, the rules. Deliberately
//! absent: the articles (`locators`).

use super::Notes;
use crate::diagnostics::detail::{GradeFault, OnRow, PeriodFault, SameFault, Say};
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
        figure.same();
        figure.grade();
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
        if let Some(first) = seen.get(&what).filter(|_| observation.same_as.is_none()) {
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
        if !self.bases() {
            return;
        }
        if !self.is_silent() {
            self.period_type();
        }
    }

    /// Whether both ends of the period rest on what such an end can rest on.
    fn bases(&mut self) -> bool {
        let observation = self.observation;
        // 每年 and 三年 state a time without a date.
        let is_dateless = matches!(observation.period_type, PeriodType::Rule | PeriodType::UndatedDuration);
        let fits_date = |date: PartialDate, basis: PeriodBasis| match basis {
            PeriodBasis::Unstated | PeriodBasis::AmbiguousYear => false,
            PeriodBasis::YearMissing => date.year.is_none(),
            PeriodBasis::Stated | PeriodBasis::FromPublication | PeriodBasis::Inferred => date.year.is_some(),
        };
        let is_plain =
            |basis| matches!(basis, PeriodBasis::Stated | PeriodBasis::Inferred | PeriodBasis::FromPublication);
        let fits = |edge: Option<Edge>, basis: PeriodBasis| match (edge, &observation.period) {
            (Some(Edge::On(date)), _) => fits_date(date, basis),
            (Some(Edge::Unknown), _) => basis == PeriodBasis::Unstated,
            (Some(Edge::Open), _) => is_plain(basis),
            (None, Period::At(date)) => fits_date(*date, basis),
            (None, Period::OneOf(_)) => basis == PeriodBasis::AmbiguousYear,
            (None, _) => basis == PeriodBasis::Unstated || (is_dateless && is_plain(basis)),
        };
        let (start, end) = match observation.period {
            Period::Span(start, end) => (Some(start), Some(end)),
            _ => (None, None),
        };
        let Bases { start: from, end: to } = observation.bases;
        let is_even = start.is_some() || from == to;
        let starts = fits(start, from);
        let ends = fits(end, to) && (is_even || !starts);
        if !starts {
            self.note(&rules::PERIOD_BASIS, "period_start_basis", from.code(), ());
        }
        if !ends {
            self.note(&rules::PERIOD_BASIS, "period_end_basis", to.code(), ());
        }
        starts && ends
    }

    /// A year to date as it is written: from the first day of a year to a day of that year, or one of several years.
    fn is_year_to_date(&self) -> bool {
        match &self.observation.period {
            Period::Span(Edge::On(start), Edge::On(end)) => {
                (start.month, start.day) == (Some(1), Some(1)) && start.year == end.year && end.month.is_some()
            }
            Period::OneOf(_) => true,
            _ => false,
        }
    }

    /// How this year to date is written: to the day that the row states, or that of publication.
    fn year_to_date(&self) -> String {
        let source = self.data.source(self.observation.source);
        let published = source.published_stated.or(source.published_from_url);
        let stated = match &self.observation.period {
            Period::At(date) | Period::Span(_, Edge::On(date)) => Some(*date),
            Period::Span(Edge::On(date), _) => Some(*date),
            _ => None,
        };
        let end = stated.filter(|date| date.month.is_some()).or(published);
        let Some(end) = end.filter(|end| stated.is_none_or(|date| date.year == end.year)) else {
            return "2022-01-01/2022-06-08".to_string();
        };
        let first = PartialDate { year: end.year, month: Some(1), day: Some(1) };
        [first.to_text(), end.to_text()].join("/")
    }

    /// What a kind of period says of itself: what has a date, what has none, what is one year.
    fn period_type(&mut self) {
        let observation = self.observation;
        let (kind, period) = (observation.period_type, &observation.period);
        let is_unstated = *period == Period::Unstated;
        let fault = match kind {
            PeriodType::SnapshotDated if is_unstated => PeriodFault::DatedWithoutDate,
            PeriodType::SnapshotDated if matches!(period, Period::Span(Edge::On(_), Edge::On(_))) => {
                PeriodFault::DatedWithSpan
            }
            PeriodType::SnapshotUndated | PeriodType::UndatedDuration if !is_unstated => PeriodFault::UndatedWithDate,
            PeriodType::CalendarYear
                if !matches!(period, Period::At(PartialDate { month: None, .. }) | Period::OneOf(_)) =>
            {
                PeriodFault::YearWithMore
            }
            PeriodType::YearToDate if !self.is_year_to_date() => {
                let (place, form) = ((OBSERVATIONS.file, self.row, "period"), self.year_to_date());
                return self.notes.add(&rules::YEAR_TO_DATE, place, &period.to_text(), form);
            }
            PeriodType::Cumulative if is_unstated => PeriodFault::TotalWithout,
            PeriodType::Milestone if matches!(period, Period::Span(Edge::On(_), Edge::On(_))) => {
                PeriodFault::EventWithSpan
            }
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

    /// A fact that is reported twice: the other row must report it, and not point on.
    fn same(&mut self) {
        let (data, observation) = (self.data, self.observation);
        let Some(other) = observation.same_as.map(|id| data.observation(id)) else { return };
        let value = |row: &Observation| (row.value.map(f64::to_bits), row.bound, row.status, row.unit);
        let fault = match () {
            () if other.same_as.is_some() => SameFault::NotFirst,
            () if other.community != observation.community => SameFault::Community,
            () if other.indicator != observation.indicator => SameFault::Indicator,
            () if value(other) != value(observation) => SameFault::Value,
            () => return,
        };
        self.note(&rules::SAME_AS, "same_as", &other.key, fault);
    }

    /// What was read whole has grade article; what was found in an excerpt says when.
    fn grade(&mut self) {
        let (collection, grade) = (self.data.community(self.observation.community).collection, self.observation.grade);
        let (column, fault) = match (collection, grade) {
            (Collection::Cases, Grade::Excerpt | Grade::Register) => ("grade", GradeFault::Cases),
            (Collection::Reports, grade) if grade != Grade::Excerpt => ("grade", GradeFault::Reports),
            (_, Grade::Excerpt) if self.observation.retrieved_on.is_none() => ("retrieved_on", GradeFault::Undated),
            _ => return,
        };
        self.note(&rules::GRADE, column, grade.code(), fault);
    }
}
