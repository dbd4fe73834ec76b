//! One definition by itself: bars from zero, the greatest first.
//!
//! Numbers of rank stand only where [`ranking`](crate::measure::ranking) gives them: among exact figures of known times, close to each other. What is
//! only a bound stands apart, on the same axis. Where nothing may be ranked, the bars stay in order without numbers, and the reason is
//! said once.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use super::strip::{Line, Look};
use crate::chart::{Axis, Bar, Lane, Lanes, Mark, Spec, scale};
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

    /// The bars of the definition that an indicator stands for; of one that is counted of several kinds of things, a lane each.
    pub fn ranked_card(&self, indicator: IndicatorId, found: &Found, selection: &Selection, look: Look) -> ChartCard {
        let group = self.data.indicator(indicator).group;
        let lines: Vec<Line> = self.ranked_lines(indicator, found);
        let unit = self.data.indicator(indicator).unit;
        // All lanes share it.
        let axis = self.ranked_axis(&lines, indicator);
        let (mut lanes, mut whys, mut figures) = (Vec::new(), Vec::new(), Vec::new());
        for line in &lines {
            let (mut own, why, ordered) = self.ranked_lanes(line, &axis, unit, look);
            if let (Some(first), true) = (own.first_mut(), lines.len() > 1) {
                first.title = self.apart(line, &lines);
            }
            lanes.append(&mut own);
            figures.extend(ordered);
            whys.push(why);
        }
        let could = |id: &&CommunityId| lines.iter().any(|line| self.says(line, **id).is_some());
        let among = found.communities().iter().filter(could).count();
        let of = [self.reporting(&lines).len(), among].map(|count| count.to_string());
        let metric = [
            self.words.text(&self.data.indicator(indicator).name),
            self.words.fill(Msg::MetricUnit, &[&self.words.text(&self.data.unit(unit).name)]),
            self.words.fill(Msg::MetricOf, &[&of[0], &of[1]]),
            self.years(&figures),
        ];
        whys.dedup();
        whys.insert(0, self.words.text(&self.data.indicator(indicator).definition));
        ChartCard {
            id: ChartId::Ranked(indicator),
            title: self.finding(group, &lines),
            summary: self.words.dotted(&metric),
            note: whys.join(&self.words.pair("", " ")),
            warning: String::new(),
            sources: self.sources_of(&figures),
            filters: self.filters_line(selection),
            spec: Spec::Lanes(Lanes { lanes }),
            rows: figures.into_iter().map(Row::Figure).collect(),
            scale: None,
            computed: Vec::new(),
        }
    }

    /// The rows of the strip chart that an indicator stands for, the most reported first.
    pub(super) fn ranked_lines(&self, indicator: IndicatorId, found: &Found) -> Vec<Line> {
        let has = |line: &Line| line.figures.iter().any(|id| self.data.observation(*id).indicator == indicator);
        self.lines_of(self.data.indicator(indicator).group, found).into_iter().filter(has).collect()
    }

    fn ranked_axis(&self, lines: &[Line], indicator: IndicatorId) -> Axis {
        let Indicator { unit, kind, .. } = *self.data.indicator(indicator);
        let values =
            lines.iter().flat_map(|line| &line.figures).map(|id| self.length(self.data.observation(*id), unit));
        let greatest = values.flatten().fold(0.0, f64::max);
        let ticks = scale::nice_ticks(if kind == ValueKind::Share { 100.0 } else { greatest }, 5);
        Axis {
            title: self.words.text(&self.data.unit(unit).name),
            end: ticks.last().copied().unwrap_or(1.0),
            ticks: ticks.into_iter().map(|tick| (tick, number::compact(tick, self.words.locale))).collect(),
        }
    }

    /// What tells a row from others of its definition: of what kind of thing it is counted, and else in what kind of place.
    pub(super) fn apart(&self, line: &Line, lines: &[Line]) -> String {
        let row = |line: &Line| self.data.observation(line.figures[0]);
        let scope = row(line).scope;
        let kind = self.words.name(self.data.community(row(line).community).kind);
        let is_told = lines.iter().filter(|other| row(other).scope == scope).count() == 1;
        self.words.dotted(&[self.words.name(scope), if is_told { String::new() } else { kind }])
    }

    /// The lanes of one row, why its figures have ranks or none, and its figures in the order of the bars.
    fn ranked_lanes(
        &self,
        line: &Line,
        axis: &Axis,
        unit: UnitId,
        look: Look,
    ) -> (Vec<Lane>, String, Vec<ObservationId>) {
        let value = |id: &ObservationId| self.length(self.data.observation(*id), unit).unwrap_or_default();
        let all = &line.figures;
        let order = order::places(all.len(), &|a, b| value(&all[b]).total_cmp(&value(&all[a])));
        let figures: Vec<ObservationId> = order.into_iter().map(|at| all[at]).collect();
        let (exact, ranks) = self.ranks_of(&figures);
        let bar = |id: &ObservationId, rank: Option<usize>| self.ranked_bar(*id, unit, rank, look);
        let lane = |title: String, bars: Vec<Bar>| Lane { title, note: String::new(), axis: axis.clone(), bars };
        match &ranks {
            Ok(ranks) if exact.len() > 1 => {
                let ranked = exact.iter().zip(ranks).map(|(id, rank)| bar(id, Some(rank.at))).collect();
                let mut lanes = vec![lane(String::new(), ranked)];
                let bounds: Vec<Bar> =
                    figures.iter().filter(|id| !exact.contains(id)).map(|id| bar(id, None)).collect();
                if !bounds.is_empty() {
                    lanes.push(lane(self.words.msg(FarMsg::RankedApart), bounds));
                }
                (lanes, self.words.msg(FarMsg::RankedHow), figures)
            }
            other => {
                let bars = figures.iter().map(|id| bar(id, None)).collect();
                let why = match other {
                    Err(reasons) if exact.len() > 1 => self.words.fill(FarMsg::RankedNot, &[&self.refusals(reasons)]),
                    _ => self.words.msg(FarMsg::RankedFew),
                };
                (vec![lane(String::new(), bars)], why, figures)
            }
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
            text: self.in_both_units(row, unit),
            spoken: [Some(self.spoken(row)), place]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(&self.words.pair("，", ", ")),
            muted: look.lit.is_some_and(|lit| lit != row.community),
        }
    }
}
