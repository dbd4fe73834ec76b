//! The figures of a group as a strip chart.
//!
//! One model: the lines here make the rows of the picture, the finding above it and the order of the table below it. A line is
//! one definition ([`measure::row_key`]); lines share an axis where they may ([`measure::axis_key`]). No line is ranked against
//! another: they stand in the order of how many report them.

use super::Context;
use crate::chart::{Quantity, Scale, StripAxis, StripBlock, StripChart, StripDot, StripHeads, StripRow, Who, scale};
use crate::measure::{self, AxisKey};
use crate::model::*;
use crate::query::{Coverage, Found, is_quantity, silence};
use crate::state::ScaleChoice;
use crate::text::{Msg, name, number};

/// An axis is logarithmic where its greatest value is more than so many times its smallest.
const LOG_FROM: f64 = 50.0;
/// Where there are more axes than these, those of one figure are said in a line.
const MOST_AXES: usize = 3;
/// More lines than these are folded where only one community of the library stands in them.
const FOLDED_FROM: usize = 6;

/// Stands before the key of a row's first figure, which is the key of the row.
pub(super) const ROW: &str = "=";

/// How a reader looks at charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// How axes are divided; `None`: as the figures want it.
    pub scale: Option<ScaleChoice>,
    /// The community that stands out.
    pub lit: Option<CommunityId>,
    /// Whether a chart is seen by itself: then nothing is folded.
    pub is_whole: bool,
}

/// The figures of one definition among those shown. A community of one's own is drawn, and counted nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// In file order, at least one.
    pub figures: Vec<ObservationId>,
    /// How many places report it.
    pub reporting: usize,
    /// Out of how many that could.
    pub among: usize,
    /// How many of them are silent in an article that was read whole.
    pub not_reported: usize,
    /// How many of them do not say it in the excerpt that was read.
    pub unseen: usize,
}

impl Context<'_> {
    /// The definitions of a group within what was found, the most reported first.
    pub(super) fn lines_of(&self, group: CodeId, found: &Found) -> Vec<Line> {
        let is_drawn = |id: &ObservationId| {
            let row = self.data.observation(*id);
            is_quantity(row) && self.data.indicator(row.indicator).group == group
        };
        let figures: Vec<ObservationId> = found.figures().iter().copied().filter(is_drawn).collect();
        self.lines(&figures, found)
    }

    /// The definitions of some figures, the most reported first.
    pub(super) fn lines(&self, figures: &[ObservationId], found: &Found) -> Vec<Line> {
        // A line says of what its share is: shares of another whole stand in a line of their own, though they may be compared.
        // Its indicator stands for the whole, whose words come with the later half.
        let key = |at: usize| {
            let row = self.data.observation(figures[at]);
            let is_share = self.data.indicator(row.indicator).kind == ValueKind::Share;
            (measure::row_key(self.data, row), is_share.then_some(row.indicator))
        };
        let order = order::places(figures.len(), &|a, b| key(a).cmp(&key(b)));
        let mut lines: Vec<Line> = Vec::new();
        let mut last = None;
        for at in order {
            let here = key(at);
            match lines.last_mut().filter(|_| last == Some(here)) {
                Some(line) => line.figures.push(figures[at]),
                None => {
                    lines.push(Line { figures: vec![figures[at]], reporting: 0, among: 0, not_reported: 0, unseen: 0 })
                }
            }
            last = Some(here);
        }
        lines.iter_mut().for_each(|line| self.count(line, found));
        let indicator = |line: &Line| self.data.observation(line.figures[0]).indicator;
        let order = order::places(lines.len(), &|a, b| {
            let (a, b) = (&lines[a], &lines[b]);
            b.reporting.cmp(&a.reporting).then(indicator(a).cmp(&indicator(b)))
        });
        order.into_iter().map(|at| lines[at].clone()).collect()
    }

    /// Counts who reports a line and who is silent.
    fn count(&self, line: &mut Line, found: &Found) {
        for id in found.communities() {
            match self.says(line, *id) {
                None => continue,
                Some(Coverage::Reported) => line.reporting += 1,
                Some(Coverage::NotInExcerpt) => line.unseen += 1,
                Some(_) => line.not_reported += 1,
            }
            line.among += 1;
        }
    }

    /// Whether a community reports a line. A compound cannot report what is asked of a whole community, nor the other way round:
    /// it is no part of the whole then, and neither is a community of one's own.
    pub(super) fn says(&self, line: &Line, id: CommunityId) -> Option<Coverage> {
        let community = self.data.community(id);
        if Some(id) == self.data.own {
            return None;
        }
        if line.figures.iter().any(|figure| self.data.observation(*figure).community == id) {
            return Some(Coverage::Reported);
        }
        let could = match self.data.observation(line.figures[0]).scope {
            Scope::Community => community.kind == CommunityKind::Community,
            Scope::Compound => community.kind == CommunityKind::Compound,
            _ => true,
        };
        could.then(|| silence(community.collection))
    }

    /// What a line counts.
    pub(super) fn line_name(&self, line: &Line) -> String {
        let indicator = |id: &ObservationId| self.data.observation(*id).indicator;
        let first = indicator(&line.figures[0]);
        match line.figures.iter().all(|id| indicator(id) == first) {
            true => self.words.text(&self.data.indicator(first).name),
            false => self.code(self.data.indicator(first).group),
        }
    }

    /// The picture of some lines of a group, and how its axes are divided where a reader may choose.
    pub(super) fn strip_chart(&self, lines: &[Line], group: CodeId, look: Look) -> (StripChart, Option<ScaleChoice>) {
        let key = |line: &Line| measure::axis_key(self.data, self.data.observation(line.figures[0]));
        let axes: Vec<AxisKey> = lines.iter().map(key).collect();
        let folds = !look.is_whole && order::distinct(&axes).len() > MOST_AXES;
        let (mut blocks, mut lone, mut is_wide) = (Vec::new(), Vec::new(), false);
        for (at, axis) in axes.iter().enumerate() {
            if !axes[..at].contains(axis) {
                let of_axis: Vec<&Line> = lines.iter().filter(|line| key(line) == *axis).collect();
                // An axis for one dot tells nothing: where there are many such, they are said in a line.
                match &of_axis[..] {
                    [one] if folds && one.figures.len() == 1 => lone.push(one.figures[0]),
                    _ => blocks.push(self.strip_block(&of_axis, group, *axis, look, &mut is_wide)),
                }
            }
        }
        if let (Some(last), false) = (blocks.last_mut(), lone.is_empty()) {
            let words: Vec<String> = lone.iter().map(|id| self.in_a_line(*id)).collect();
            let words = self.words.fill(Msg::StripLone, &[&lone.len().to_string(), &self.words.list(&words)]);
            let folded = std::mem::take(&mut last.folded);
            last.folded = if folded.is_empty() { words } else { [folded, words].join(" ") };
        }
        let mut scales = blocks.iter().map(|block| block.axis.scale);
        let scale = match scales.any(|scale| matches!(scale, Scale::Log { .. })) {
            true => ScaleChoice::Log,
            false => ScaleChoice::Linear,
        };
        if let [only] = &mut blocks[..] {
            only.title.clear();
        }
        let sums = |of: fn(&Line) -> usize| lines.iter().any(|line| of(line) > 0);
        let silent = match (sums(|line| line.not_reported), sums(|line| line.unseen)) {
            (true, true) => Msg::HeadSilentUnseen,
            (false, true) => Msg::HeadUnseen,
            _ => Msg::HeadSilent,
        };
        let heads = StripHeads {
            definition: self.words.msg(Msg::HeadDefinition),
            reported: self.words.msg(Msg::HeadReported),
            silent: self.words.msg(silent),
        };
        (StripChart { heads, blocks }, is_wide.then_some(scale))
    }

    /// A figure where there is no axis for it.
    fn in_a_line(&self, id: ObservationId) -> String {
        let row = self.data.observation(id);
        [name::short(&self.community(row.community)), &self.indicator(row), &self.value(row).text].join(" ")
    }

    /// A name and its number: `竹隐 858`; a name that ends with a number is parted from it.
    pub(super) fn beside(name: &str, value: &str) -> String {
        let is_number = name.as_bytes().last().is_some_and(u8::is_ascii_digit);
        [name, value].join(if is_number { " · " } else { " " })
    }

    fn strip_block(&self, lines: &[&Line], group: CodeId, axis: AxisKey, look: Look, is_wide: &mut bool) -> StripBlock {
        // The unit, too, is that of all the package has, whatever is shown.
        let mut all = self.tables.communities().flat_map(|community| self.quantities(community, group));
        let first = all.find(|id| measure::axis_key(self.data, self.data.observation(*id)) == axis);
        let first = self.data.indicator(self.data.observation(first.unwrap_or(lines[0].figures[0])).indicator);
        let is_alone =
            |line: &&Line| line.reporting == 1 && line.figures.iter().all(|id| self.who(*id, look) == Who::Other);
        let folds = lines.len() > FOLDED_FROM && !look.is_whole;
        let (folded, shown): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| folds && is_alone(line));
        let said: Vec<String> = folded.iter().map(|line| self.line_label(line, lines)).collect();
        let folded = match said.len() {
            0 => String::new(),
            1 => self.words.fill(Msg::StripFoldedOne, &["1", &said[0]]),
            count => self.words.fill(Msg::StripFolded, &[&count.to_string(), &self.words.list(&said)]),
        };
        let mut title = self.words.text(&self.data.unit(first.unit).name);
        if let Some(family) = first.family {
            title = [self.code(family), title].join(" · ");
        }
        StripBlock {
            title,
            note: if first.kind == ValueKind::Flow { self.words.msg(Msg::StripFlows) } else { String::new() },
            axis: self.strip_axis(group, axis, first, look.scale, is_wide),
            rows: shown.iter().map(|line| self.strip_row(line, lines, first.unit, look)).collect(),
            folded,
        }
    }

    /// An axis over all that the package has of its kind, so that filters move nothing.
    pub(super) fn strip_axis(
        &self,
        group: CodeId,
        axis: AxisKey,
        first: &Indicator,
        choice: Option<ScaleChoice>,
        is_wide: &mut bool,
    ) -> StripAxis {
        let (mut least, mut greatest) = (f64::INFINITY, 0.0f64);
        for community in self.tables.communities() {
            for id in self.quantities(community, group) {
                let row = self.data.observation(id);
                if measure::axis_key(self.data, row) != axis {
                    continue;
                }
                let value = self.length(row, first.unit).unwrap_or_default();
                greatest = greatest.max(value);
                if value > 0.0 {
                    least = least.min(value);
                }
            }
        }
        let spreads = greatest > least * LOG_FROM && first.kind != ValueKind::Share;
        *is_wide |= spreads;
        let wants_log = choice.map_or(spreads, |choice| choice == ScaleChoice::Log);
        let greatest = if first.kind == ValueKind::Share { greatest.max(100.0) } else { greatest };
        let wants_log = wants_log && first.kind != ValueKind::Share;
        let mut ticks = if wants_log { scale::log_ticks(least, greatest) } else { Vec::new() };
        let scale = match (ticks.first(), ticks.last()) {
            (Some(from), Some(end)) if from < end => Scale::Log { from: *from, end: *end },
            _ => {
                ticks = scale::nice_ticks(greatest, 5);
                Scale::Linear { end: ticks.last().copied().unwrap_or(1.0) }
            }
        };
        let words = |tick: f64| (tick, number::compact(tick, self.words.locale));
        StripAxis { scale, ticks: ticks.into_iter().map(words).collect() }
    }

    /// What a line is called among others: what is of one name says of what it is counted and, where that is alike too, in which
    /// kind of place, and whether it is planned.
    fn line_label(&self, line: &Line, lines: &[&Line]) -> String {
        let label = self.line_name(line);
        let row = self.data.observation(line.figures[0]);
        let (mut named, mut alike) = (0, 0);
        for other in lines.iter().filter(|other| self.line_name(other) == label) {
            named += 1;
            alike += usize::from(self.data.observation(other.figures[0]).scope == row.scope);
        }
        if named < 2 {
            return label;
        }
        let mut of = vec![self.words.name(row.scope)];
        if alike > 1 {
            of.push(self.words.name(match self.data.community(row.community).kind {
                CommunityKind::Community => Scope::Community,
                CommunityKind::Compound => Scope::Compound,
            }));
            of.extend((row.status == ObsStatus::Planned).then(|| self.words.name(row.status)));
        }
        self.words.bracketed(&label, &self.words.list(&of))
    }

    fn strip_row(&self, line: &Line, lines: &[&Line], unit: UnitId, look: Look) -> StripRow {
        let dots = line.figures.iter().filter_map(|id| {
            let row = self.data.observation(*id);
            Some(StripDot {
                key: row.key.clone(),
                label: Self::beside(name::short(&self.community(row.community)), &self.short_value(row, unit)),
                at: quantity_of(row, self.length(row, unit)?),
                who: self.who(*id, look),
                spoken: self.spoken(row),
            })
        });
        let [reporting, among] = [line.reporting, line.among].map(|count| count.to_string());
        let silent = match (line.not_reported, line.unseen) {
            (count, 0) | (0, count) => count.to_string(),
            (silent, unseen) => [silent.to_string(), unseen.to_string()].join("+"),
        };
        let sub = self.words.text(&self.data.indicator(self.data.observation(line.figures[0]).indicator).base);
        StripRow {
            key: [ROW, &self.data.observation(line.figures[0]).key].concat(),
            label: self.line_label(line, lines),
            sub,
            reported: [reporting, among].join("/"),
            silent,
            dots: dots.collect(),
        }
    }

    /// A value without its unit: the axis names it. What is stated in another unit keeps its own, and says that of the axis.
    fn short_value(&self, row: &Observation, axis: UnitId) -> String {
        let text = self.value(row).text;
        if row.unit != axis {
            return self.in_both_units(row, axis);
        }
        let unit = self.words.text(&self.data.unit(row.unit).name);
        match text.strip_suffix(&unit).map(str::trim_end) {
            Some(digits) if !digits.is_empty() && unit != "%" => digits.to_string(),
            _ => text,
        }
    }

    /// Whose figure it is, as far as the eye is to know.
    fn who(&self, id: ObservationId, look: Look) -> Who {
        let community = self.data.observation(id).community;
        if Some(community) == self.data.own {
            return Who::Own;
        }
        if Some(community) == look.lit {
            return Who::Lit;
        }
        match self.data.community(community).collection {
            Collection::Cases => Who::Case,
            Collection::Own => Who::Own,
            Collection::Reports | Collection::Register => Who::Other,
        }
    }
}

/// A figure's number with another length, that of its row's unit.
pub(super) fn quantity_of(row: &Observation, value: f64) -> Quantity {
    Quantity { value, bound: row.bound, planned: row.status == ObsStatus::Planned, derived: false }
}
