//! The charts of the overview: which figures each draws, in which words.
//!
//! Honest by construction: figures share an axis only within one lane, and a lane holds one definition, one unit, one scope
//! and either observed or planned figures. Nothing here adds figures up.

use super::Context;
use super::derived::Computed;
use super::figures::{Row, SourceLine};
use super::layout::Room;
use crate::chart::{self, Axis, Bar, Cell, CellState, Lane, Lanes, Mark, Matrix, MatrixRow, Spec};
use crate::model::order;
use crate::model::*;
use crate::query::{Coverage, Dim, Found, Selection, Tables, is_quantity};
use crate::state::{Action, Page};
use crate::text::{self, Msg};

/// A chart of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartId {
    /// Population by definition.
    Population,
    /// Volunteers: stock, flow, team.
    Volunteers,
    /// Events and services over the time they were counted in.
    Services,
    /// Facilities and sites.
    Facilities,
    /// Shares.
    Shares,
    /// Who reports what.
    Coverage,
    /// Dated facts and founding dates.
    Timeline,
    /// Any other indicator group.
    Group(CodeId),
    /// A group on the page that compares.
    Compare(CodeId),
    /// Derived indicators of the communities compared.
    Derived,
    /// Where each community stands among those compared.
    Strips,
    /// Two indicators against each other.
    Scatter,
}

impl ChartId {
    /// The charts that are always shown, in reading order.
    pub const MAIN: [ChartId; 6] = [
        ChartId::Population,
        ChartId::Volunteers,
        ChartId::Services,
        ChartId::Facilities,
        ChartId::Shares,
        ChartId::Coverage,
    ];

    /// The word in element ids and file names.
    pub fn code(self, data: &Dataset) -> &str {
        match self {
            ChartId::Population => "population",
            ChartId::Volunteers => "volunteers",
            ChartId::Services => "services",
            ChartId::Facilities => "facilities",
            ChartId::Shares => "shares",
            ChartId::Coverage => "coverage",
            ChartId::Timeline => "timeline",
            ChartId::Group(id) | ChartId::Compare(id) => &data.code(id).code,
            ChartId::Derived => "derived",
            ChartId::Strips => "strips",
            ChartId::Scatter => "scatter",
        }
    }

    /// Where it stands.
    pub const fn room(self) -> Room {
        match self {
            ChartId::Services | ChartId::Coverage | ChartId::Timeline => Room::Content,
            _ if self.is_compared() => Room::Page,
            _ => Room::Column,
        }
    }

    /// Whether it belongs to the page that compares.
    pub const fn is_compared(self) -> bool {
        matches!(self, ChartId::Compare(_) | ChartId::Derived | ChartId::Strips | ChartId::Scatter)
    }

    pub(super) fn groups(self, data: &Dataset, tables: &Tables) -> Vec<CodeId> {
        let codes: &[&str] = match self {
            ChartId::Population => &["population"],
            ChartId::Volunteers => &["volunteers"],
            ChartId::Services => &["events", "services"],
            ChartId::Facilities => &["facilities"],
            ChartId::Shares => &["shares"],
            ChartId::Coverage => return tables.quantity_groups().to_vec(),
            ChartId::Timeline | ChartId::Derived | ChartId::Strips | ChartId::Scatter => &[],
            ChartId::Group(id) | ChartId::Compare(id) => return vec![id],
        };
        codes.iter().filter_map(|code| data.code_by_key(CodeList::IndicatorGroup, code)).collect()
    }
}

/// A chart with all its words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartCard {
    /// Which chart.
    pub id: ChartId,
    /// Metric, places and period.
    pub title: String,
    /// What was found, in a sentence.
    pub summary: String,
    /// How to read it.
    pub note: String,
    /// The refusals that a person overrode, and what must be said with computed values; empty where nothing must.
    pub warning: String,
    /// Who does not report it.
    pub missing: String,
    /// Where the figures come from.
    pub sources: Vec<SourceLine>,
    /// The filters in force, for pictures and files.
    pub filters: String,
    /// What is drawn.
    pub spec: Spec,
    /// The same as rows, for the table twin and the file.
    pub rows: Vec<Row>,
    /// What is computed, for the file.
    pub computed: Vec<Computed>,
}

impl Context<'_> {
    /// The groups that have no chart of their own among [`ChartId::MAIN`] but do have figures.
    pub fn other_charts(&self) -> Vec<ChartId> {
        let main: Vec<CodeId> = ChartId::MAIN
            .iter()
            .filter(|id| **id != ChartId::Coverage)
            .flat_map(|id| id.groups(self.data, self.tables))
            .collect();
        let has_figures = |group: &CodeId| self.tables.indicators_in(*group).next().is_some();
        self.tables
            .quantity_groups()
            .iter()
            .copied()
            .filter(|group| !main.contains(group) && has_figures(group))
            .map(ChartId::Group)
            .collect()
    }

    /// One chart of what was found.
    pub fn chart(&self, id: ChartId, found: &Found, selection: &Selection) -> ChartCard {
        let groups = id.groups(self.data, self.tables);
        let timeline = id == ChartId::Timeline;
        let drawn: Vec<ObservationId> = found
            .observations
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
            for community in &found.communities {
                let coverage = self.coverage(found, *community, *group);
                if !coverage.is_reported() {
                    missing.push(Row::Missing(*community, *group, coverage));
                }
            }
        }
        let spec = match id {
            ChartId::Coverage => Spec::Matrix(self.coverage_matrix(&groups, found)),
            ChartId::Services => Spec::Spans(self.spans(drawn.iter().map(|id| self.span(*id)))),
            ChartId::Timeline => {
                let facts = drawn.iter().map(|id| self.span(*id));
                let systems = found.systems.iter().filter(|id| self.data.system(**id).since != Period::Unstated);
                Spec::Spans(self.spans(facts.chain(systems.map(|id| self.founding(*id)))))
            }
            _ => Spec::Lanes(self.lanes(&drawn, &missing, groups.first().copied())),
        };
        let (heading, note) = match id {
            ChartId::Population => (self.words.msg(Msg::ChartPopulation), Msg::ChartPopulationNote),
            ChartId::Volunteers => (self.words.msg(Msg::ChartVolunteers), Msg::ChartVolunteersNote),
            ChartId::Services => (self.words.msg(Msg::ChartServices), Msg::ChartServicesNote),
            ChartId::Facilities => (self.words.msg(Msg::ChartFacilities), Msg::ChartFacilitiesNote),
            ChartId::Shares => (self.words.msg(Msg::ChartShares), Msg::ChartSharesNote),
            ChartId::Coverage => (self.words.msg(Msg::ChartCoverage), Msg::ChartCoverageNote),
            ChartId::Timeline => (self.words.msg(Msg::ChartTimeline), Msg::ChartTimelineNote),
            ChartId::Group(group) | ChartId::Compare(group) => (self.code(group), Msg::ChartGroupNote),
            // The page that compares makes its own cards.
            ChartId::Derived | ChartId::Strips | ChartId::Scatter => (String::new(), Msg::ChartGroupNote),
        };
        let places = self.places(found, selection);
        ChartCard {
            id,
            title: self.words.dotted(&[heading, places, self.years(&drawn)]),
            summary: if timeline { String::new() } else { self.chart_summary(found, &drawn) },
            note: self.words.msg(note),
            warning: String::new(),
            missing: self.missing_line(&groups, &missing, id),
            sources: self.source_lines(&drawn),
            filters: self.filters_line(selection),
            spec,
            rows: drawn.iter().copied().map(Row::Figure).chain(missing).collect(),
            computed: Vec::new(),
        }
    }

    /// What pointing at a mark leads to: the receipt of its figure; for a cell with several figures, their community.
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
            (Some(_), Some(_)) => Some(Action::Go(Page::Community(community))),
            // Nothing is reported: the page says what is.
            (None, _) => Some(Action::Go(Page::Community(community))),
        }
    }

    /// The places a title names: those filtered for, else how many communities.
    fn places(&self, found: &Found, selection: &Selection) -> String {
        for dim in [Dim::District, Dim::City, Dim::Province] {
            let options: Vec<String> = selection.of(dim).iter().map(|option| self.option(dim, *option)).collect();
            if !options.is_empty() {
                return self.words.list(&options);
            }
        }
        match found.communities.as_slice() {
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
        let (all, figures) = (found.communities.len().to_string(), drawn.len().to_string());
        self.words.fill(Msg::ChartSummary, &[&reporting, &all, &figures, &definitions])
    }

    /// `未报告:中南社区;窑洲社区(仅报告晴岚家园小区)`. Coverage says it cell by cell instead.
    fn missing_line(&self, groups: &[CodeId], missing: &[Row], id: ChartId) -> String {
        if id == ChartId::Coverage {
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
        let (a, b) = (self.data.observation(a), self.data.observation(b));
        let comparable = |row: &Observation| &self.data.indicator(row.indicator).comparable;
        comparable(a) == comparable(b) && a.unit == b.unit && a.scope == b.scope && a.status == b.status
    }

    fn lane(&self, members: &[ObservationId], indicator: IndicatorId) -> Lane {
        let is_one = members.iter().all(|id| self.data.observation(*id).indicator == indicator);
        let indicator = self.data.indicator(indicator);
        let values = members.iter().filter_map(|id| self.data.observation(*id).value);
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
            bars: members.iter().map(|id| self.bar(*id, is_one)).collect(),
        }
    }

    /// A bar; it names its indicator where the lane does not.
    fn bar(&self, id: ObservationId, is_named: bool) -> Bar {
        let row = self.data.observation(id);
        let planned = row.status == ObsStatus::Planned;
        let mark = match row.value {
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
            let figures = self
                .quantities(*community, *group)
                .filter(|id| found.observations.binary_search(id).is_ok())
                .count()
                .to_string();
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
            cells: found.communities.iter().map(|community| cell(group, community)).collect(),
        };
        Matrix {
            columns: found.communities.iter().map(|id| self.community(*id)).collect(),
            highlight: None,
            rows: groups.iter().map(row).collect(),
        }
    }
}
