//! The charts of the overview: which figures each draws, in which words.
//!
//! Honest by construction: figures share an axis only within one lane, and a lane holds one definition, one unit, one scope
//! and either observed or planned figures. Nothing here adds figures up.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use super::layout::Room;
use crate::chart::{self, Axis, Bar, Cell, CellState, Lane, Lanes, Mark, Matrix, MatrixRow, Spec};
use crate::measure;
use crate::model::order;
use crate::model::*;
use crate::query::{Choice, Coverage, Found, Selection, is_quantity, key as dims};
use crate::state::{Action, ChartId, OverviewChart, Page};
use crate::text::{self, Msg};

impl ChartId {
    /// Where it stands.
    pub fn room(self, data: &Dataset) -> Room {
        match self {
            ChartId::Overview(OverviewChart::Group(id)) if !data.code(id).roles.has(Role::OverTime) => Room::Column,
            _ => Room::Page,
        }
    }
}

impl Context<'_> {
    /// The groups that the overview shows only when asked, as far as they have indicators.
    pub fn other_charts(&self) -> Vec<OverviewChart> {
        let groups = self.tables.quantity_groups().iter().copied();
        let is_other = |group: &CodeId| {
            !self.data.code(*group).roles.has(Role::Overview) && self.tables.indicators_in(*group).next().is_some()
        };
        groups.filter(is_other).map(OverviewChart::Group).collect()
    }

    /// One chart of what was found.
    pub fn chart(&self, id: OverviewChart, found: &Found, selection: &Selection) -> ChartCard {
        let groups = match id {
            OverviewChart::Group(group) => vec![group],
            OverviewChart::Coverage => self.tables.quantity_groups().to_vec(),
            OverviewChart::Timeline => Vec::new(),
        };
        let timeline = id == OverviewChart::Timeline;
        let drawn: Vec<ObservationId> = found
            .figures()
            .iter()
            .copied()
            .filter(|id| {
                let row = self.data.observation(*id);
                if timeline {
                    return row.salience == Salience::Date;
                }
                is_quantity(row) && groups.contains(&self.data.indicator(row.indicator).group)
            })
            .collect();
        let mut missing = Vec::new();
        for group in &groups {
            for community in found.communities() {
                let coverage = self.coverage(found, *community, *group);
                if !coverage.is_reported() {
                    missing.push(Row::Missing(*community, *group, coverage));
                }
            }
        }
        let spec = match id {
            OverviewChart::Coverage => Spec::Matrix(self.coverage_matrix(&groups, found)),
            OverviewChart::Group(group) if self.data.code(group).roles.has(Role::OverTime) => {
                Spec::Spans(self.spans(drawn.iter().map(|id| self.span(*id))))
            }
            OverviewChart::Group(group) => Spec::Lanes(self.lanes(&drawn, &missing, Some(group))),
            OverviewChart::Timeline => {
                let facts = drawn.iter().map(|id| self.span(*id));
                let systems = found.systems().iter().filter(|id| self.data.system(**id).since != Period::Unstated);
                Spec::Spans(self.spans(facts.chain(systems.map(|id| self.founding(*id)))))
            }
        };
        let (heading, note) = match id {
            OverviewChart::Coverage => (self.words.msg(Msg::ChartCoverage), self.words.msg(Msg::ChartCoverageNote)),
            OverviewChart::Timeline => (self.words.msg(Msg::ChartTimeline), self.words.msg(Msg::ChartTimelineNote)),
            OverviewChart::Group(group) => (self.code(group), self.group_note(group, &spec)),
        };
        let places = self.places(found, selection);
        ChartCard {
            id: ChartId::Overview(id),
            title: self.words.dotted(&[heading, places, self.years(&drawn)]),
            summary: if timeline { String::new() } else { self.chart_summary(found, &drawn) },
            note,
            warning: String::new(),
            missing: self.missing_line(&groups, &missing, id),
            sources: self.source_lines(&drawn),
            filters: self.filters_line(selection),
            spec,
            rows: drawn.iter().copied().map(Row::Figure).chain(missing).collect(),
            computed: Vec::new(),
        }
    }

    /// What a group is, in the package's words, and how to read its picture.
    fn group_note(&self, group: CodeId, spec: &Spec) -> String {
        let note = self.words.text(&self.data.code(group).note);
        let end = self.words.pair("。", ".");
        let end = if note.is_empty() || note.ends_with(&end) { String::new() } else { end };
        let how = match spec {
            Spec::Spans(_) => Msg::ChartOverTimeNote,
            _ => Msg::ChartGroupNote,
        };
        [note, end, self.words.pair("", " "), self.words.msg(how)].concat()
    }

    /// What pointing at a mark leads to: the receipt of its figure; for a cell with several
    /// figures, exactly those.
    pub fn mark_action(&self, key: &str) -> Option<Action> {
        if let Some(figure) = self.data.observation_by_key(key) {
            return Some(Action::Open(figure));
        }
        if let Some(system) = self.data.system_by_key(key) {
            return Some(Action::Go(Page::System(system)));
        }
        let (group, community) = key.split_once('/')?;
        let group = self.data.code_by_key(CodeList::IndicatorGroup, group)?;
        let community = self.data.community_by_key(community)?;
        let mut figures = self.quantities(community, group);
        match (figures.next(), figures.next()) {
            (Some(only), None) => Some(Action::Open(only)),
            (Some(_), Some(_)) => Some(Action::List([
                self.tables.option_of(dims::COMMUNITY, Choice::Community(community))?,
                self.tables.option_of(dims::GROUP, Choice::Code(group))?,
            ])),
            // Nothing is reported: the page says what is.
            (None, _) => Some(Action::Go(Page::Community(community))),
        }
    }

    /// The places a title names: those filtered for, else how many communities.
    fn places(&self, found: &Found, selection: &Selection) -> String {
        // The closest first.
        for dim in self.tables.dims().rev() {
            if !matches!(self.tables.options(dim).first(), Some(Choice::Place(_))) {
                continue;
            }
            let options: Vec<String> = selection.of(dim).iter().map(|option| self.option(dim, *option)).collect();
            if !options.is_empty() {
                return self.words.list(&options);
            }
        }
        match found.communities() {
            [only] => self.community(*only),
            all => self.words.counted(all.len(), Msg::CountCommunity, Msg::CountCommunities),
        }
    }

    fn chart_summary(&self, found: &Found, drawn: &[ObservationId]) -> String {
        if drawn.is_empty() {
            return self.words.msg(Msg::ChartSummaryNone);
        }
        let distinct = |keys: Vec<&str>| order::distinct(&keys).len().to_string();
        let rows = || drawn.iter().map(|id| self.data.observation(*id));
        let reporting = distinct(rows().map(|row| self.data.community(row.community).key.as_str()).collect());
        let definitions = distinct(rows().map(|row| self.data.indicator(row.indicator).comparable.as_str()).collect());
        let (all, figures) = (found.communities().len().to_string(), drawn.len().to_string());
        self.words.fill(Msg::ChartSummary, &[&reporting, &all, &figures, &definitions])
    }

    /// `未报告:中南社区;窑洲社区(仅报告晴岚家园小区)`. Coverage says it cell by cell instead.
    fn missing_line(&self, groups: &[CodeId], missing: &[Row], id: OverviewChart) -> String {
        if id == OverviewChart::Coverage {
            return String::new();
        }
        let mut parts = Vec::new();
        for group in groups {
            let mut names = Vec::new();
            for row in missing {
                let Row::Missing(community, of, coverage) = row else { continue };
                if of == group {
                    let name = self.community(*community);
                    names.push(match coverage {
                        Coverage::NotReported => name,
                        _ => {
                            let why = self.why_missing(*community, *group, *coverage);
                            self.words.pair(
                                &format!("{}（{why}）", self.data.community(*community).name.zh),
                                &format!("{name} ({why})"),
                            )
                        }
                    });
                }
            }
            if !names.is_empty() {
                let names = self.words.list(&names);
                let several = groups.len() > 1;
                parts.push(if several {
                    format!("{}{}{names}", self.code(*group), self.words.pair("：", ": "))
                } else {
                    names
                });
            }
        }
        if parts.is_empty() {
            self.words.msg(Msg::AllReportLine)
        } else {
            self.words.fill(Msg::NotReportedLine, &[&parts.join(&self.words.pair("；", "; "))])
        }
    }

    /// Bars in lanes of one definition, unit, scope and status each, then a lane of those who do not report.
    fn lanes(&self, drawn: &[ObservationId], missing: &[Row], group: Option<CodeId>) -> Lanes {
        let mut lanes: Vec<(Vec<ObservationId>, IndicatorId)> = Vec::new();
        for id in drawn {
            let same = |other: &ObservationId| self.share_a_lane(*other, *id);
            match lanes.iter_mut().find(|(members, _)| members.first().is_some_and(same)) {
                Some((members, _)) => members.push(*id),
                None => lanes.push((vec![*id], self.data.observation(*id).indicator)),
            }
        }
        let lanes = order::sorted_by_key(&lanes, |(_, indicator)| *indicator);
        let mut lanes: Vec<Lane> = lanes.iter().map(|(members, indicator)| self.lane(members, *indicator)).collect();
        if let (Some(group), false) = (group, missing.is_empty()) {
            let bars = missing.iter().filter_map(|row| match row {
                Row::Missing(community, _, coverage) => Some(self.missing_bar(*community, group, *coverage)),
                Row::Figure(_) => None,
            });
            let title = self.words.fill(Msg::LaneSilent, &[&self.lower_code(group)]);
            lanes.push(Lane { title, bars: bars.collect(), ..Lane::default() });
        }
        Lanes { lanes }
    }

    /// Whether lengths of two figures may be compared.
    pub(super) fn share_a_lane(&self, a: ObservationId, b: ObservationId) -> bool {
        measure::same_row(self.data, self.data.observation(a), self.data.observation(b)).is_empty()
    }

    /// A number in the unit of the first figure of its row, so that equal lengths are equal quantities.
    pub(super) fn length(&self, row: &Observation, unit: UnitId) -> Option<f64> {
        measure::in_unit(self.data, row, unit).or(row.value)
    }

    fn lane(&self, members: &[ObservationId], indicator: IndicatorId) -> Lane {
        let is_one = members.iter().all(|id| self.data.observation(*id).indicator == indicator);
        let indicator = self.data.indicator(indicator);
        let values = members.iter().filter_map(|id| self.length(self.data.observation(*id), indicator.unit));
        let greatest = values.fold(0.0, f64::max);
        let unit = self.words.text(&self.data.unit(indicator.unit).name);
        let greatest = if indicator.kind == ValueKind::Share { 100.0 } else { greatest };
        let ticks = chart::scale::nice_ticks(greatest, 4);
        let end = ticks.last().copied().unwrap_or(1.0);
        let scale = text::number::axis_scale(end, self.words.locale);
        // A bar that stands alone has no ticks, and says its value in the plain unit.
        let unit = match scale.unit.is_empty() || members.len() < 2 {
            true => unit,
            false => self.words.pair(
                &[scale.unit, &self.data.unit(indicator.unit).name.zh].concat(),
                &[scale.unit, " ", &unit].concat(),
            ),
        };
        let ticks = ticks.iter().map(|tick| (*tick, scale.label(*tick)));
        Lane {
            title: if is_one { self.words.text(&indicator.name) } else { self.code(indicator.group) },
            note: String::new(),
            axis: Axis { title: if members.len() < 2 { String::new() } else { unit }, end, ticks: ticks.collect() },
            bars: members.iter().map(|id| self.bar(*id, is_one, indicator.unit)).collect(),
        }
    }

    /// A bar; it names its indicator where the lane does not.
    fn bar(&self, id: ObservationId, is_named: bool, unit: UnitId) -> Bar {
        let row = self.data.observation(id);
        let planned = row.status == ObsStatus::Planned;
        let mark = match self.length(row, unit) {
            Some(value) => Mark::Value { value, bound: row.bound, planned, derived: false },
            None => Mark::NotReported,
        };
        Bar {
            key: row.key.clone(),
            label: self.community(row.community),
            sub: self.words.dotted(&[
                if is_named { String::new() } else { self.indicator(row) },
                self.scope_name(row),
                self.period_short(row),
            ]),
            mark,
            text: self.value(row).text,
            spoken: self.spoken(row),
            muted: false,
        }
    }

    fn missing_bar(&self, community: CommunityId, group: CodeId, coverage: Coverage) -> Bar {
        let why = self.why_missing(community, group, coverage);
        let name = self.community(community);
        let not_reported = self.words.name(ObsStatus::NotReported);
        let sub = if coverage == Coverage::NotReported { String::new() } else { why.clone() };
        let spoken = [name.clone(), self.code(group), not_reported.clone(), sub.clone()];
        Bar {
            key: format!("{}/{}", self.data.code(group).code, self.data.community(community).key),
            label: name,
            sub: sub.clone(),
            mark: Mark::NotReported,
            text: if coverage == Coverage::OutOfSelection { why } else { not_reported },
            spoken: self.words.dotted(&spoken),
            muted: false,
        }
    }

    fn coverage_matrix(&self, groups: &[CodeId], found: &Found) -> Matrix {
        let cell = |group: &CodeId, community: &CommunityId| {
            let coverage = self.coverage(found, *community, *group);
            let figures = self.quantities(*community, *group).filter(|id| found.has(*id)).count().to_string();
            let names = [self.community(*community), self.code(*group)];
            let why = self.why_missing(*community, *group, coverage);
            let (state, text) = match coverage {
                Coverage::Reported => (CellState::Reported, self.words.fill(Msg::CoverageWhole, &[&figures])),
                Coverage::PartOnly | Coverage::PlannedOnly => {
                    (CellState::Partial, self.words.fill(Msg::CoverageWhole, &[&figures]))
                }
                Coverage::NotReported => (CellState::NotReported, why.clone()),
                Coverage::OutOfSelection => (CellState::Hidden, String::new()),
            };
            let spoken = match coverage {
                Coverage::NotReported => self.words.fill(Msg::CoverageMissing, &[&names[0], &names[1]]),
                _ => self.words.dotted(&[self.words.fill(Msg::CoverageSpoken, &[&names[0], &names[1], &figures]), why]),
            };
            Cell {
                key: format!("{}/{}", self.data.code(*group).code, self.data.community(*community).key),
                text,
                state,
                spoken,
            }
        };
        let row = |group: &CodeId| MatrixRow {
            label: self.code(*group),
            cells: found.communities().iter().map(|community| cell(group, community)).collect(),
        };
        Matrix {
            columns: found.communities().iter().map(|id| self.community(*id)).collect(),
            highlight: None,
            rows: groups.iter().map(row).collect(),
        }
    }
}
