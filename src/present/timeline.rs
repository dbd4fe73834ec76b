//! When figures were counted and systems founded: where a period lies on an axis of years, and what stays beside it.

use super::Context;
use crate::chart::{self, SpanRow, Spans, When};
use crate::model::*;
use crate::text::{self, FarMsg, Msg};

impl Context<'_> {
    /// Events and services over time, by community, in file order.
    pub(super) fn spans(&self, rows: impl Iterator<Item = SpanRow>) -> Spans {
        let (placed, beside): (Vec<SpanRow>, Vec<SpanRow>) = rows.partition(|row| row.when != When::Unplaced);
        let edges = placed.iter().flat_map(|row| match &row.when {
            When::Instant { at, width } => vec![*at, at + width],
            When::Range { from, to, .. } => vec![*from, *to],
            When::Either { years } => years.iter().flat_map(|year| [*year, year + 1.0]).collect(),
            When::Unplaced => Vec::new(),
        });
        let (first, last) = edges.fold((f64::MAX, f64::MIN), |(first, last), at| (first.min(at), last.max(at)));
        let (start, end) = if first > last { (2020.0, 2021.0) } else { (first.floor(), last.ceil()) };
        let ticks = chart::scale::year_ticks(start, end, 8);
        // A year's name stands at its start; the axis may end where one starts, and there it would be cut off.
        let name = |year: f64| self.words.fill(Msg::YearsOne, &[&text::number::ungrouped(year)]);
        let tick = |year: f64| (year, if year < end { name(year) } else { String::new() });
        Spans {
            ticks: ticks.into_iter().map(tick).collect(),
            start,
            end,
            rows: placed,
            beside_title: self.words.msg(FarMsg::BesideTitle),
            beside,
        }
    }

    pub(super) fn span(&self, id: ObservationId) -> SpanRow {
        let row = self.data.observation(id);
        SpanRow {
            key: row.key.clone(),
            label: self.community(row.community),
            sub: self.words.dotted(&[self.indicator(row), self.period_short(row)]),
            text: self.value(row).text,
            spoken: self.spoken(row),
            when: when(&row.period, row.period_type, row.bases),
            muted: false,
        }
    }

    /// Since when a system exists.
    pub(super) fn founding(&self, id: SystemId) -> SpanRow {
        let system = self.data.system(id);
        let (kind, bases) = (PeriodType::Milestone, Bases::both(PeriodBasis::Stated));
        let names = [self.community(system.community), self.words.text(&system.name)];
        let text = text::period::words(&system.since, kind, bases, self.words.locale);
        SpanRow {
            key: system.key.clone(),
            spoken: self.words.dotted(&[names[0].clone(), names[1].clone(), text.clone()]),
            label: names[0].clone(),
            sub: names[1].clone(),
            text,
            when: when(&system.since, kind, bases),
            muted: false,
        }
    }
}

/// A day as a decimal year.
fn decimal_year((year, month, day): (i16, u8, u8), end_of_day: bool) -> f64 {
    let before: u32 = (1..month).map(|month| u32::from(days_in_month(Some(year), month))).sum();
    let days = before + u32::from(day) - u32::from(!end_of_day);
    let length: u32 = (1..=12).map(|month| u32::from(days_in_month(Some(year), month))).sum();
    f64::from(year) + f64::from(days) / f64::from(length)
}

/// Where a figure's period lies on an axis of years.
fn when(period: &Period, kind: PeriodType, bases: Bases) -> When {
    let first = |date: PartialDate| date.range().map(|(first, _)| decimal_year(first, false));
    let last = |date: PartialDate| date.range().map(|(_, last)| decimal_year(last, true));
    let (from_soft, to_soft) = (bases.start == PeriodBasis::Inferred, bases.end == PeriodBasis::Inferred);
    match period {
        Period::At(date) => match (first(*date), last(*date)) {
            (Some(from), Some(to)) if kind == PeriodType::CalendarYear => {
                When::Range { from, to, from_soft: false, to_soft: false }
            }
            (Some(at), Some(to)) => When::Instant { at, width: to - at },
            _ => When::Unplaced,
        },
        Period::Span(Edge::On(start), Edge::On(end)) => match (first(*start), last(*end)) {
            (Some(from), Some(to)) => When::Range { from, to, from_soft, to_soft },
            _ => When::Unplaced,
        },
        // Half a period: drawn as one soft year next to the end that is known.
        Period::Span(_, Edge::On(end)) => match last(*end) {
            Some(to) => When::Range { from: to - 1.0, to, from_soft: true, to_soft },
            None => When::Unplaced,
        },
        Period::Span(Edge::On(start), _) => match first(*start) {
            Some(from) => When::Range { from, to: from + 1.0, from_soft, to_soft: true },
            None => When::Unplaced,
        },
        Period::OneOf(years) => When::Either { years: years.iter().map(|year| f64::from(*year)).collect() },
        Period::Span(..) | Period::Unstated => When::Unplaced,
    }
}
