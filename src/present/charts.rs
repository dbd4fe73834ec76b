//! The charts of the overview: which figures each draws, in which words.
//!
//! A group of indicators is a strip chart ([`super::strip`]) under its finding (`finding`); who reports what is bars, or a
//! matrix for few; dates are a timeline. Nothing here adds figures up.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use super::layout::Room;
use super::strip::{Line, Look};
use crate::chart::{self, Axis, Bar, Cell, CellState, Lane, Lanes, Mark, Matrix, MatrixRow, Spec};
use crate::measure;
use crate::model::*;
use crate::query::{Choice, Coverage, Found, Selection, is_quantity};
use crate::state::{ChartId, OverviewChart, Page};
use crate::text::{self, FarMsg, Msg, name};

/// Who reports what stands in a matrix as long as there are no more communities than this.
const MOST_COLUMNS: usize = 12;

impl ChartId {
    /// Where it stands.
    pub fn room(self) -> Room {
        match self {
            ChartId::Overview(OverviewChart::Group(_)) => Room::Column,
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
    pub fn chart(&self, id: OverviewChart, found: &Found, selection: &Selection, look: Look) -> ChartCard {
        let groups = self.tables.quantity_groups();
        match id {
            OverviewChart::Group(group) => self.group_card(group, found, selection, look),
            OverviewChart::Coverage if found.communities().len() <= MOST_COLUMNS => {
                self.coverage_card(Spec::Matrix(self.coverage_matrix(groups, found)), found, selection)
            }
            OverviewChart::Coverage => {
                self.coverage_card(Spec::Lanes(self.coverage_bars(groups, found)), found, selection)
            }
            OverviewChart::Timeline => self.timeline_card(found, selection),
        }
    }

    /// A card of which nothing is known yet but its name: what it says comes with the rest of the program.
    pub fn waiting_card(&self, id: ChartId) -> ChartCard {
        ChartCard {
            id,
            title: self.words.msg(Msg::StillLoading),
            summary: String::new(),
            note: String::new(),
            warning: String::new(),
            sources: Vec::new(),
            filters: String::new(),
            spec: Spec::StripChart(Default::default()),
            scale: None,
            rows: Vec::new(),
            computed: Vec::new(),
        }
    }

    /// Who says nothing of a group, though read whole, where they are few: `未报告:中南`. Many are counted in the picture.
    fn silent_few(&self, group: CodeId, found: &Found) -> String {
        const FEW: usize = 4;
        let is_silent = |id: &CommunityId| self.coverage(found, *id, group) == Coverage::NotReported;
        let silent = self.counted(found).into_iter().filter(is_silent);
        let names: Vec<String> = silent.map(|id| name::short(&self.community(id)).to_string()).collect();
        match names.len() {
            1..=FEW => self.words.fill(Msg::NotReportedLine, &[&self.words.list(&names)]),
            _ => String::new(),
        }
    }

    /// A group as a strip chart: what the overview draws before the rest of the program is there.
    pub fn group_card(&self, group: CodeId, found: &Found, selection: &Selection, look: Look) -> ChartCard {
        let lines = self.lines_of(group, found);
        // The table below a picture has its rows in its order.
        let figures: Vec<ObservationId> = lines.iter().flat_map(|line| line.figures.iter().copied()).collect();
        let of = [self.reporting(&lines).len(), self.counted(found).len()].map(|count| count.to_string());
        let metric = [
            self.code(group),
            self.units_line(&lines),
            self.places(found, selection),
            self.words.fill(Msg::MetricOf, &[&of[0], &of[1]]),
            self.years(&figures),
            self.silent_few(group, found),
        ];
        let said = [self.finding(group, &lines), self.words.dotted(&metric), self.group_note(group)];
        let (chart, scale) = self.strip_chart(&lines, group, look);
        let card =
            self.card(OverviewChart::Group(group), Spec::StripChart(chart), said, &[group], figures, found, selection);
        ChartCard { scale, ..card }
    }

    fn coverage_card(&self, spec: Spec, found: &Found, selection: &Selection) -> ChartCard {
        let groups = self.tables.quantity_groups();
        let is_drawn = |id: &ObservationId| {
            let row = self.data.observation(*id);
            is_quantity(row) && groups.contains(&self.data.indicator(row.indicator).group)
        };
        let figures: Vec<ObservationId> = found.figures().iter().copied().filter(is_drawn).collect();
        let metric = [self.words.msg(Msg::ChartCoverage), self.places(found, selection)];
        let note = self.words.msg(Msg::ChartCoverageNote);
        let said = [self.coverage_finding(groups, found), self.words.dotted(&metric), note];
        self.card(OverviewChart::Coverage, spec, said, groups, figures, found, selection)
    }

    fn timeline_card(&self, found: &Found, selection: &Selection) -> ChartCard {
        let is_date = |id: &ObservationId| self.data.observation(*id).salience == Salience::Date;
        let figures: Vec<ObservationId> = found.figures().iter().copied().filter(is_date).collect();
        let facts = figures.iter().map(|id| self.span(*id));
        let systems = found.systems().iter().filter(|id| self.data.system(**id).since != Period::Unstated);
        let spec = Spec::Spans(self.spans(facts.chain(systems.map(|id| self.founding(*id)))));
        let metric = [self.places(found, selection), self.years(&figures)];
        let [title, note] = [Msg::ChartTimeline, Msg::ChartTimelineNote].map(|msg| self.words.msg(msg));
        let said = [title, self.words.dotted(&metric), note];
        self.card(OverviewChart::Timeline, spec, said, &[], figures, found, selection)
    }

    /// A card: its picture, what is said with it (title, metric, note), and who is silent in its groups.
    #[allow(clippy::too_many_arguments, reason = "the parts of a card")]
    fn card(
        &self,
        id: OverviewChart,
        spec: Spec,
        [title, summary, note]: [String; 3],
        groups: &[CodeId],
        figures: Vec<ObservationId>,
        found: &Found,
        selection: &Selection,
    ) -> ChartCard {
        let mut missing = Vec::new();
        for group in groups {
            for community in &self.counted(found) {
                let coverage = self.coverage(found, *community, *group);
                if !coverage.is_reported() {
                    missing.push(Row::Missing(*community, *group, coverage));
                }
            }
        }
        ChartCard {
            id: ChartId::Overview(id),
            title,
            summary,
            note,
            warning: String::new(),
            sources: self.sources_of(&figures),
            filters: self.filters_line(selection),
            spec,
            scale: None,
            rows: figures.into_iter().map(Row::Figure).chain(missing).collect(),
            computed: Vec::new(),
        }
    }

    /// What a group is, in the package's words, and how to read its picture.
    fn group_note(&self, group: CodeId) -> String {
        let note = self.words.text(&self.data.code(group).note);
        let end = self.words.pair("。", ".");
        let end = if note.is_empty() || note.ends_with(&end) { String::new() } else { end };
        [note, end, self.words.pair("", " "), self.words.msg(Msg::ChartStripNote)].concat()
    }

    /// The unit of a picture's axis; nothing where each axis says its own.
    fn units_line(&self, lines: &[Line]) -> String {
        let unit = |line: &Line| self.data.indicator(self.data.observation(line.figures[0]).indicator).unit;
        match lines.first().map(unit) {
            Some(only) if lines.iter().all(|line| unit(line) == only) => {
                self.words.fill(Msg::MetricUnit, &[&self.words.text(&self.data.unit(only).name)])
            }
            _ => String::new(),
        }
    }

    /// What a chart is called.
    pub fn chart_name(&self, id: OverviewChart) -> String {
        match id {
            OverviewChart::Group(group) => self.code(group),
            OverviewChart::Coverage => self.words.msg(Msg::ChartCoverage),
            OverviewChart::Timeline => self.words.msg(Msg::ChartTimeline),
        }
    }

    /// What a page is called, as far as the first half of the program has words for it.
    pub fn title(&self, page: Page) -> Option<String> {
        let msg = match page {
            Page::Overview => Msg::AppTagline,
            Page::Table => Msg::TableTitle,
            Page::About => Msg::NavAbout,
            Page::Compare => Msg::CompareTitle,
            Page::Atlas => Msg::AtlasTitle,
            Page::Practices => Msg::PracticesTitle,
            Page::Checks => Msg::ChecksTitle,
            Page::System(id) => return Some(self.system(id)),
            Page::Community(id) => return Some(self.community(id)),
            Page::Chart(_, Some(definition)) => return Some(self.words.text(&self.data.indicator(definition).name)),
            Page::Chart(chart, None) => return Some(self.chart_name(chart)),
            Page::Figure(_) | Page::Embed => return None,
        };
        Some(self.words.msg(msg))
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
        match &self.counted(found)[..] {
            [only] => self.community(*only),
            all => self.words.counted(all.len(), Msg::CountCommunities),
        }
    }

    /// The communities that charts count: a community of one's own is shown, and counted nowhere.
    pub(super) fn counted(&self, found: &Found) -> Vec<CommunityId> {
        found.communities().iter().copied().filter(|id| Some(*id) != self.data.own).collect()
    }

    /// Who is silent in the group a card draws: `未报告:中南社区、窑洲社区(仅报告晴岚家园小区);摘录未见:勐允社区`; nothing where it
    /// draws no group.
    pub fn missing_line(&self, card: &ChartCard) -> String {
        if !matches!(card.id, ChartId::Overview(OverviewChart::Group(_))) {
            return String::new();
        }
        let (mut silent, mut unseen) = (Vec::new(), Vec::new());
        for row in &card.rows {
            let Row::Missing(community, group, coverage) = row else { continue };
            let name = self.community(*community);
            match coverage {
                Coverage::NotReported => silent.push(name),
                Coverage::NotInExcerpt => unseen.push(name),
                _ => silent.push(self.words.bracketed(&name, &self.why_missing(*community, *group, *coverage))),
            }
        }
        if silent.is_empty() && unseen.is_empty() {
            return self.words.msg(Msg::AllReportLine);
        }
        let silent = (!silent.is_empty()).then(|| self.words.fill(Msg::NotReportedLine, &[&self.words.list(&silent)]));
        let unseen = (!unseen.is_empty()).then(|| self.words.fill(FarMsg::MissingUnseen, &[&self.words.list(&unseen)]));
        silent.into_iter().chain(unseen).collect::<Vec<_>>().join(&self.words.pair("；", "; "))
    }

    /// Whether lengths of two figures may be compared.
    pub(super) fn share_a_lane(&self, a: ObservationId, b: ObservationId) -> bool {
        measure::same_row(self.data, self.data.observation(a), self.data.observation(b)).is_empty()
    }

    /// A number in the unit of the first figure of its row, so that equal lengths are equal quantities.
    pub(super) fn length(&self, row: &Observation, unit: UnitId) -> Option<f64> {
        measure::in_unit(self.data, row, unit).or(row.value)
    }

    /// How many report each group, as bars of one axis.
    fn coverage_bars(&self, groups: &[CodeId], found: &Found) -> Lanes {
        let all = self.counted(found).len();
        let bar = |group: &CodeId| {
            let count = self.reported(*group, found);
            let text = [count.to_string(), all.to_string()].join("/");
            Bar {
                key: self.data.code(*group).code.clone(),
                label: self.code(*group),
                sub: String::new(),
                mark: Mark::Value { value: count as f64, bound: Bound::Exact, planned: false, derived: false },
                spoken: [self.code(*group), text.clone()].join(&self.words.pair("，", ", ")),
                text,
                muted: false,
            }
        };
        let ticks = chart::scale::nice_ticks(all as f64, 4);
        let end = ticks.last().copied().unwrap_or(1.0);
        let ticks = ticks.into_iter().map(|tick| (tick, text::number::exact(tick))).collect();
        let axis = Axis { title: String::new(), end, ticks };
        let bars = groups.iter().map(bar).collect();
        Lanes { lanes: vec![Lane { title: String::new(), note: String::new(), axis, bars }] }
    }

    /// How many communities report something in a group, within what was found.
    fn reported(&self, group: CodeId, found: &Found) -> usize {
        let is_reported = |id: &&CommunityId| self.quantities(**id, group).any(|figure| found.has(figure));
        self.counted(found).iter().filter(is_reported).count()
    }

    /// Which group most report, and which none.
    fn coverage_finding(&self, groups: &[CodeId], found: &Found) -> String {
        let (mut most, mut count) = (None, 0);
        let mut none = Vec::new();
        for group in groups {
            match self.reported(*group, found) {
                0 => none.push(self.lower_code(*group)),
                reported if reported > count => (most, count) = (Some(*group), reported),
                _ => {}
            }
        }
        let Some(most) = most else { return self.words.msg(Msg::ChartSummaryNone) };
        let all = self.places_counted(&self.counted(found));
        let said = [all, self.lower_code(most), count.to_string(), self.words.list(&none)];
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        self.words.fill(if none.is_empty() { Msg::FindingCoverageAll } else { Msg::FindingCoverage }, &said)
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
                Coverage::NotInExcerpt | Coverage::NotReported => (CellState::NotReported, why.clone()),
                Coverage::OutOfSelection => (CellState::Hidden, String::new()),
            };
            let spoken = match coverage {
                Coverage::NotInExcerpt => self.words.dotted(&[names[0].clone(), names[1].clone(), why]),
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
