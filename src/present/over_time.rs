//! A group's figures over time: a row each under its definition, at its period, with its value as label.
//!
//! A bar's length is its time and nothing else; numbers of different spans stand beside each other without being compared. Per
//! month a number is only said where the source states both ends.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use crate::chart::{SpanRow, Spec, When};
use crate::measure;
use crate::model::*;
use crate::query::{Found, Selection};
use crate::state::ChartId;
use crate::text::{FarMsg, value};

impl Context<'_> {
    /// Whether a group's figures are counted over a time.
    pub fn is_over_time(&self, group: CodeId) -> bool {
        self.data.code(group).roles.has(Role::OverTime)
    }

    /// The figures of a group over time.
    pub fn over_time_card(&self, group: CodeId, found: &Found, selection: &Selection) -> ChartCard {
        let (mut rows, mut figures) = (Vec::new(), Vec::new());
        for line in self.lines_of(group, found) {
            let name = self.line_name(&line);
            let of_line: Vec<SpanRow> = line.figures.iter().map(|id| self.over_time_row(*id)).collect();
            // Those that have no place on the axis stand below it, and say again what they count.
            let (mut placed, beside): (Vec<SpanRow>, Vec<SpanRow>) =
                of_line.into_iter().partition(|row| row.when != When::Unplaced);
            let order = order::places(placed.len(), &|a, b| start(&placed[a]).total_cmp(&start(&placed[b])));
            placed = order.into_iter().map(|at| placed[at].clone()).collect();
            if let Some(first) = placed.first_mut() {
                first.label = name.clone();
            }
            rows.extend(placed);
            rows.extend(beside.into_iter().map(|row| SpanRow { label: name.clone(), ..row }));
            figures.extend(line.figures);
        }
        let spec = self.spans(rows.into_iter());
        let [placed, beside] = [spec.rows.len(), spec.beside.len()].map(|count| count.to_string());
        // The table has its rows in the order of the picture.
        let keys = spec.rows.iter().chain(&spec.beside).filter_map(|row| self.data.observation_by_key(&row.key));
        ChartCard {
            id: ChartId::OverTime(group),
            title: self.words.fill(FarMsg::OverTimeTitle, &[&self.code(group), &placed, &beside]),
            summary: self.words.msg(FarMsg::OverTimeMetric),
            note: self.words.msg(FarMsg::OverTimeNote),
            warning: String::new(),
            sources: self.sources_of(&figures),
            filters: self.filters_line(selection),
            rows: keys.map(Row::Figure).collect(),
            spec: Spec::Spans(spec),
            scale: None,
            computed: Vec::new(),
        }
    }

    fn over_time_row(&self, id: ObservationId) -> SpanRow {
        let row = self.data.observation(id);
        let months = measure::stated_months(row).zip(measure::interval(row));
        let month = months.map(|(months, number)| {
            let (number, bound) = number.scaled(1.0 / months).shown();
            self.words.fill(FarMsg::OverTimeMonth, &[&value::mark(number, bound, self.words.locale)])
        });
        let placed = self.span(id);
        SpanRow {
            label: String::new(),
            sub: self.words.dotted(&[self.community(row.community), self.period_short(row)]),
            text: self.words.dotted(&[placed.text, month.clone().unwrap_or_default()]),
            spoken: self.words.dotted(&[placed.spoken, month.unwrap_or_default()]),
            ..placed
        }
    }
}

/// Where a row begins on the axis.
fn start(row: &SpanRow) -> f64 {
    match &row.when {
        When::Instant { at, .. } => *at,
        When::Range { from, .. } => *from,
        When::Either { years } => years.first().copied().unwrap_or(f64::MAX),
        When::Unplaced => f64::MAX,
    }
}
