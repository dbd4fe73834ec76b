//! One definition by itself: bars from zero, the greatest first.
//!
//! Numbers of rank stand only where [`measure::ranking`] gives them: among exact figures of known times, close to each other. What is
//! only a bound stands apart, on the same axis. Where nothing may be ranked, the bars stay in order without numbers, and the reason is
//! said once.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use super::strip::{Line, Look};
use crate::chart::{Axis, Bar, Lane, Lanes, Mark, Spec, scale};
use crate::measure;
use crate::model::*;
use crate::query::{Found, Selection};
use crate::state::ChartId;
use crate::text::{FarMsg, Msg, number};

impl Context<'_> {
    /// The definitions of a group that can be seen by themselves: an indicator that stands for each, and its words.
    pub fn definitions_of(&self, group: CodeId, found: &Found) -> Vec<(IndicatorId, String)> {
        let entry = |line: Line| {
            let indicator = self.data.observation(line.figures[0]).indicator;
            let count = [line.reporting.to_string(), line.among.to_string()].join("/");
            (indicator, [self.line_name(&line), count].join(" "))
        };
        let mut entries: Vec<(IndicatorId, String)> = self.lines_of(group, found).into_iter().map(entry).collect();
        let mut seen = Vec::new();
        // An indicator of several scopes stands for the one most report.
        entries.retain(|(id, _)| {
            !seen.contains(id) && {
                seen.push(*id);
                true
            }
        });
        entries
    }

    /// The bars of the definition that an indicator stands for.
    pub fn ranked_card(&self, indicator: IndicatorId, found: &Found, selection: &Selection, look: Look) -> ChartCard {
        let group = self.data.indicator(indicator).group;
        let line = self
            .lines_of(group, found)
            .into_iter()
            .find(|line| line.figures.iter().any(|id| self.data.observation(*id).indicator == indicator));
        let lines: Vec<Line> = line.into_iter().collect();
        let unit = self.data.indicator(indicator).unit;
        let mut figures: Vec<ObservationId> = lines.iter().flat_map(|line| line.figures.clone()).collect();
        let value = |id: &ObservationId| self.length(self.data.observation(*id), unit).unwrap_or_default();
        let order = order::places(figures.len(), &|a, b| value(&figures[b]).total_cmp(&value(&figures[a])));
        figures = order.into_iter().map(|at| figures[at]).collect();
        let is_exact = |id: &ObservationId| {
            let row = self.data.observation(*id);
            row.bound == Bound::Exact && Some(row.community) != self.data.own
        };
        let (exact, bounds): (Vec<ObservationId>, Vec<ObservationId>) = figures.iter().partition(|id| is_exact(id));
        let ranks = measure::ranking(self.data, &exact, false);
        let share = self.data.indicator(indicator).kind == ValueKind::Share;
        let ticks = scale::nice_ticks(if share { 100.0 } else { figures.first().map_or(0.0, value) }, 5);
        let axis = Axis {
            title: self.words.text(&self.data.unit(unit).name),
            end: ticks.last().copied().unwrap_or(1.0),
            ticks: ticks.into_iter().map(|tick| (tick, number::compact(tick, self.words.locale))).collect(),
        };
        let bar = |id: &ObservationId, rank: Option<usize>| self.ranked_bar(*id, unit, rank, look);
        let (lanes, why) = match &ranks {
            Ok(ranks) if exact.len() > 1 => {
                let ranked = exact.iter().zip(ranks).map(|(id, rank)| bar(id, Some(rank.at))).collect();
                let mut lanes =
                    vec![Lane { title: String::new(), note: String::new(), axis: axis.clone(), bars: ranked }];
                if !bounds.is_empty() {
                    let title = self.words.msg(FarMsg::RankedApart);
                    let bars = bounds.iter().map(|id| bar(id, None)).collect();
                    lanes.push(Lane { title, note: String::new(), axis, bars });
                }
                (lanes, self.words.msg(FarMsg::RankedHow))
            }
            other => {
                let bars = figures.iter().map(|id| bar(id, None)).collect();
                let why = match other {
                    Err(reasons) if exact.len() > 1 => self.words.fill(FarMsg::RankedNot, &[&self.refusals(reasons)]),
                    _ => self.words.msg(FarMsg::RankedFew),
                };
                (vec![Lane { title: String::new(), note: String::new(), axis, bars }], why)
            }
        };
        let of =
            [self.reporting(&lines).len(), lines.first().map_or(0, |line| line.among)].map(|count| count.to_string());
        let metric = [
            self.words.text(&self.data.indicator(indicator).name),
            self.words.fill(Msg::MetricUnit, &[&self.words.text(&self.data.unit(unit).name)]),
            self.words.fill(Msg::MetricOf, &[&of[0], &of[1]]),
            self.years(&figures),
        ];
        ChartCard {
            id: ChartId::Ranked(indicator),
            title: self.finding(group, &lines),
            summary: self.words.dotted(&metric),
            note: [self.words.text(&self.data.indicator(indicator).definition), why].join(&self.words.pair("", " ")),
            warning: String::new(),
            sources: self.sources_of(&figures),
            filters: self.filters_line(selection),
            spec: Spec::Lanes(Lanes { lanes }),
            rows: figures.into_iter().map(Row::Figure).collect(),
            scale: None,
            computed: Vec::new(),
        }
    }

    fn ranked_bar(&self, id: ObservationId, unit: UnitId, rank: Option<usize>, look: Look) -> Bar {
        let row = self.data.observation(id);
        let planned = row.status == ObsStatus::Planned;
        let mark = match self.length(row, unit) {
            Some(value) => Mark::Value { value, bound: row.bound, planned, derived: false },
            None => Mark::NotReported,
        };
        let name = self.community(row.community);
        let place = rank.map(|at| self.words.fill(FarMsg::RankedPlace, &[&at.to_string()]));
        Bar {
            key: row.key.clone(),
            label: rank.map_or_else(|| name.clone(), |at| [&*at.to_string(), &name].join(" ")),
            sub: self.words.dotted(&[self.scope_name(row), self.period_short(row)]),
            mark,
            text: self.value(row).text,
            spoken: [Some(self.spoken(row)), place]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(&self.words.pair("，", ", ")),
            muted: look.lit.is_some_and(|lit| lit != row.community),
        }
    }
}
