//! The charts of a comparison: a panel for each community, or everybody on one axis where that is honest.

use super::Context;
use super::card::{ChartCard, Computed};
use super::figures::Row;
use crate::chart::{Bar, Lane, Lanes, Mark, Panel, Panels, Spec, scale};
use crate::measure::{self, Answer, Forced, Per, Refusal};
use crate::model::order;
use crate::model::*;
use crate::query::Selection;
use crate::state::{AxisMode, ChartId, ComparedChart, Comparison, ScaleChoice};
use crate::text::{FarMsg, number};

/// A figure as a comparison shows it.
pub(super) struct Shown {
    mark: Mark,
    pub(super) text: String,
    warnings: Vec<Refusal>,
    /// What it is divided by, in words, and the keys of both.
    base: Option<(String, String, ObservationId)>,
}

impl Context<'_> {
    /// Why the figures of a group do not belong on one axis; empty where they do.
    pub fn one_axis_refusals(&self, group: CodeId, comparison: &Comparison) -> Vec<Refusal> {
        let figures = self.compared_figures(group, comparison).concat();
        let mut reasons = Vec::new();
        for (at, a) in figures.iter().enumerate() {
            for b in &figures[at + 1..] {
                reasons.extend(measure::comparability(self.data, *a, *b).reasons);
            }
        }
        reasons.retain(|reason| reason.forbids());
        order::distinct(&reasons)
    }

    fn compared_figures(&self, group: CodeId, comparison: &Comparison) -> Vec<Vec<ObservationId>> {
        let communities = self.compared(&comparison.communities);
        communities.iter().map(|id| self.quantities(*id, group).collect()).collect()
    }

    /// One group of indicators for the communities compared.
    pub fn compare_chart(&self, group: CodeId, comparison: &Comparison, scale: Option<ScaleChoice>) -> ChartCard {
        let words = self.words;
        let communities = self.compared(&comparison.communities);
        let figures = self.compared_figures(group, comparison);
        let all = figures.concat();
        let shown: Vec<Shown> = all.iter().map(|id| self.shown(*id, comparison)).collect();
        let refusals = self.one_axis_refusals(group, comparison);
        let is_forced = comparison.forced.contains(&Forced::Group(group));
        let is_one = comparison.axis == AxisMode::One;
        let is_refused = is_one && !refusals.is_empty();
        let is_strip = comparison.axis == AxisMode::Strip && comparison.per == Per::Count;
        let spec = if is_strip {
            Spec::StripChart(self.compared_strip(group, comparison, scale))
        } else if is_one {
            Spec::Lanes(Lanes { lanes: vec![self.one_lane(group, &all, &shown, &refusals, comparison)] })
        } else {
            Spec::Panels(self.panels(&communities, group, &all, &shown, comparison))
        };
        let has_shared = matches!(&spec, Spec::Panels(panels) if panels.shared > 0);
        let mut warnings: Vec<Refusal> = shown.iter().flat_map(|shown| shown.warnings.clone()).collect();
        if is_one && is_forced {
            warnings.extend(refusals);
        }
        let (warnings, remarks): (Vec<_>, Vec<_>) = order::distinct(&warnings).into_iter().partition(|it| it.forbids());
        let warning = self.caution(&warnings);
        let names: Vec<String> = communities.iter().map(|id| self.community(*id)).collect();
        let reporting = figures.iter().filter(|figures| !figures.is_empty()).count().to_string();
        let per = match comparison.per {
            Per::Count => String::new(),
            Per::Thousand => words.msg(FarMsg::PerThousand),
            Per::Household => words.msg(FarMsg::PerHousehold),
        };
        ChartCard {
            id: ChartId::Compared(ComparedChart::Group(group)),
            title: words.dotted(&[self.code(group), per, words.list(&names)]),
            summary: words.fill(
                FarMsg::ChartSummary,
                &[
                    &reporting,
                    &communities.len().to_string(),
                    &all.len().to_string(),
                    &self.definitions(&all).len().to_string(),
                ],
            ),
            note: words.dotted(&[
                words.msg(match comparison.axis {
                    AxisMode::Strip if is_strip => FarMsg::AxisStripNote,
                    AxisMode::Strip | AxisMode::Shared | AxisMode::Free if !has_shared => FarMsg::AxisApartNote,
                    AxisMode::Strip | AxisMode::Shared => FarMsg::AxisSharedNote,
                    AxisMode::Free => FarMsg::AxisFreeNote,
                    AxisMode::One if is_forced && is_refused => FarMsg::AxisForcedNote,
                    AxisMode::One => FarMsg::AxisOneNote,
                }),
                self.refusals(&remarks),
            ]),
            warning,
            sources: self.sources_of(&all),
            filters: self.filters_line(&Selection::default()),
            spec,
            computed: all.iter().zip(shown).filter_map(|(id, shown)| self.rate(*id, shown, comparison)).collect(),
            scale: None,
            rows: all.into_iter().map(Row::Figure).collect(),
        }
    }

    /// One figure of each definition.
    fn definitions(&self, figures: &[ObservationId]) -> Vec<ObservationId> {
        let mut first: Vec<ObservationId> = Vec::new();
        for id in figures {
            if !first.iter().any(|other| self.share_a_lane(*other, *id)) {
                first.push(*id);
            }
        }
        order::sorted_by_key(&first, |id| self.data.observation(*id).indicator)
    }

    /// A figure per thousand or household of its community.
    pub(super) fn per(&self, id: ObservationId, comparison: &Comparison) -> Option<Answer> {
        let figures: Vec<ObservationId> = self.tables.figures_of(self.data.observation(id).community).collect();
        measure::per(self.data, id, comparison.per, &figures, comparison.choices())
    }

    /// A figure as reported, or per thousand or household with its base in words, or why not.
    pub(super) fn shown(&self, id: ObservationId, comparison: &Comparison) -> Shown {
        let row = self.data.observation(id);
        let text = self.value(row).text;
        let reported =
            |value| Mark::Value { value, bound: row.bound, planned: row.status == ObsStatus::Planned, derived: false };
        let plain = |mark, text| Shown { mark, text, warnings: Vec::new(), base: None };
        if comparison.per == Per::Count {
            return plain(row.value.map_or(Mark::NotReported, reported), text);
        }
        let Some(answer) = self.per(id, comparison) else {
            return plain(Mark::NotApplicable, self.words.name(ObsStatus::NotApplicable));
        };
        let is_by_head = comparison.per == Per::Thousand;
        match answer.result {
            Ok(number) => {
                let (value, bound) = number.shown();
                let base = answer.operands.get(1).map(|id| {
                    let base = self.data.observation(*id);
                    let keys = [row.key.as_str(), " / ", &base.key].concat();
                    ([self.indicator(base), self.value(base).text].join(" "), keys, *id)
                });
                let of = base.as_ref().map_or_else(String::new, |(of, ..)| of.clone());
                let sum = [text, of].join(" ÷ ");
                let pattern = if is_by_head { FarMsg::PerThousandValue } else { FarMsg::PerHouseholdValue };
                let mark = Mark::Value { value, bound, planned: false, derived: true };
                let text = self.words.fill(pattern, &[&self.computed(number, ""), &sum]);
                Shown { mark, text, warnings: answer.warnings, base }
            }
            Err(refusals) if refusals == [Refusal::NoDenominator] => {
                let plans =
                    self.tables.figures_of(row.community).map(|other| self.data.observation(other)).any(|other| {
                        other.status == ObsStatus::Planned
                            && self.data.code(self.data.indicator(other.indicator).group).roles.has(Role::PeopleBase)
                    });
                let lacks = match is_by_head {
                    true if plans => FarMsg::PerOnlyPlanned,
                    true => FarMsg::PerNoPeople,
                    false => FarMsg::PerNoHouseholds,
                };
                plain(Mark::NotReported, self.words.msg(lacks))
            }
            Err(refusals) => plain(Mark::Refused, self.refusals(&refusals)),
        }
    }

    /// A figure per thousand or household, as it leaves the page.
    fn rate(&self, id: ObservationId, shown: Shown, comparison: &Comparison) -> Option<Computed> {
        let (Mark::Value { value, bound, .. }, Some((base, key, base_id))) = (shown.mark, shown.base) else {
            return None;
        };
        let row = self.data.observation(id);
        let unit = self.words.text(&self.data.unit(row.unit).name);
        let per =
            self.words.msg(if comparison.per == Per::Thousand { FarMsg::PerThousand } else { FarMsg::PerHousehold });
        Some(Computed {
            key,
            community: row.community,
            name: self.words.dotted(&[self.indicator(row), per]),
            definition: [self.value(row).text, base].join(" ÷ "),
            value,
            bound,
            unit,
            text: shown.text,
            warning: self.refusals(&shown.warnings),
            grade: measure::grade(self.data, &[id, base_id]),
            sources: self.source_lines(&self.sources_of(&[id]), false),
        })
    }

    fn compare_bar(&self, id: ObservationId, shown: &Shown, label: String, sub: String, muted: bool) -> Bar {
        let row = self.data.observation(id);
        let spoken = self.words.dotted(&[self.spoken(row), shown.text.clone()]);
        Bar { key: row.key.clone(), label, sub, mark: shown.mark, text: shown.text.clone(), spoken, muted }
    }

    /// A panel for each community: first the definitions that several of them report, in every panel, then what only it reports.
    fn panels(
        &self,
        communities: &[CommunityId],
        group: CodeId,
        all: &[ObservationId],
        shown: &[Shown],
        comparison: &Comparison,
    ) -> Panels {
        let is_of = |id: ObservationId, definition, community| {
            self.share_a_lane(id, definition) && self.data.observation(id).community == community
        };
        let figures = |definition: ObservationId, community: CommunityId| {
            all.iter().zip(shown).filter(move |(id, _)| is_of(**id, definition, community))
        };
        let reporting = |definition: &ObservationId| {
            communities.iter().filter(|community| figures(*definition, **community).next().is_some()).count()
        };
        let (shared, own): (Vec<_>, Vec<_>) = self.definitions(all).into_iter().partition(|it| reporting(it) > 1);
        let lane = |community: CommunityId, definition: ObservationId, muted: bool| {
            let indicator = self.data.indicator(self.data.observation(definition).indicator);
            let values = all.iter().zip(shown).filter(|(id, _)| match comparison.axis {
                AxisMode::Free => is_of(**id, definition, community),
                _ => self.share_a_lane(**id, definition),
            });
            let unit = self.data.observation(definition).unit;
            let mark = |id: ObservationId, shown: &Shown| self.in_row(shown.mark, id, unit, comparison);
            let end = values.filter_map(|(id, shown)| value(mark(*id, shown))).fold(0.0, f64::max);
            let bar = |(id, shown): (&ObservationId, &Shown)| {
                let row = self.data.observation(*id);
                let sub = self.words.dotted(&[self.scope_name(row), self.period_short(row)]);
                let bar = self.compare_bar(*id, shown, String::new(), sub, muted);
                Bar { mark: mark(*id, shown), ..bar }
            };
            let mut bars: Vec<Bar> = figures(definition, community).map(bar).collect();
            if bars.is_empty() {
                bars.push(self.silent(community, self.words.text(&indicator.name), muted));
            }
            let axis = crate::chart::Axis { title: String::new(), end, ticks: Vec::new() };
            Lane { title: self.words.text(&indicator.name), note: String::new(), axis, bars }
        };
        let panel = |community: &CommunityId| {
            let muted = comparison.highlight.is_some_and(|other| other != *community);
            let own = own.iter().filter(|definition| figures(**definition, *community).next().is_some());
            let mut lanes: Vec<Lane> =
                shared.iter().chain(own).map(|definition| lane(*community, *definition, muted)).collect();
            if lanes.is_empty() {
                let bars = vec![self.silent(*community, self.code(group), muted)];
                lanes.push(Lane { bars, ..Lane::default() });
            }
            Panel { title: self.community(*community), muted, lanes }
        };
        Panels { panels: communities.iter().map(panel).collect(), shared: shared.len() }
    }

    /// A mark whose length is in the unit of its row; a quotient has a unit of its own.
    fn in_row(&self, mark: Mark, id: ObservationId, unit: UnitId, comparison: &Comparison) -> Mark {
        match (mark, self.length(self.data.observation(id), unit)) {
            (Mark::Value { bound, planned, derived, .. }, Some(value)) if comparison.per == Per::Count => {
                Mark::Value { value, bound, planned, derived }
            }
            _ => mark,
        }
    }

    /// The place of what a community does not report.
    fn silent(&self, community: CommunityId, what: String, muted: bool) -> Bar {
        let text = self.words.name(ObsStatus::NotReported);
        let spoken = self.words.dotted(&[self.community(community), what, text.clone()]);
        let (label, sub) = Default::default();
        let key = self.data.community(community).key.clone();
        Bar { key, label, sub, mark: Mark::NotReported, text, spoken, muted }
    }

    /// Everybody on one axis; where that is not honest, each figure says that it is refused and why, unless overridden.
    fn one_lane(
        &self,
        group: CodeId,
        all: &[ObservationId],
        shown: &[Shown],
        refusals: &[Refusal],
        comparison: &Comparison,
    ) -> Lane {
        let is_forced = comparison.forced.contains(&Forced::Group(group));
        let is_context = |community| comparison.highlight.is_some_and(|other| other != community);
        let is_refused = !refusals.is_empty() && !is_forced;
        let greatest = shown.iter().filter_map(|shown| value(shown.mark)).fold(0.0, f64::max);
        let ticks = scale::nice_ticks(greatest, 4);
        let end = ticks.last().copied().unwrap_or(1.0);
        let ticks = ticks.into_iter().map(|tick| (tick, number::exact(tick))).collect();
        let bar = |(id, shown): (&ObservationId, &Shown)| {
            let row = self.data.observation(*id);
            let sub = self.words.dotted(&[self.indicator(row), self.scope_name(row), self.period_short(row)]);
            let mut bar = self.compare_bar(*id, shown, self.community(row.community), sub, is_context(row.community));
            if is_refused {
                bar.mark = Mark::Refused;
            }
            bar
        };
        let note = match is_refused {
            true => self.words.fill(FarMsg::AxisRefused, &[&self.refusals(refusals)]),
            false => String::new(),
        };
        let units: Vec<UnitId> = all.iter().map(|id| self.data.observation(*id).unit).collect();
        let units: Vec<String> =
            order::distinct(&units).into_iter().map(|unit| self.words.text(&self.data.unit(unit).name)).collect();
        let title = match units.as_slice() {
            [unit] => unit.clone(),
            units => self.words.fill(FarMsg::AxisMixedUnits, &[&self.words.list(units)]),
        };
        let axis = crate::chart::Axis { title, end, ticks };
        Lane { title: self.code(group), note, axis, bars: all.iter().zip(shown).map(bar).collect() }
    }
}

fn value(mark: Mark) -> Option<f64> {
    match mark {
        Mark::Value { value, .. } => Some(value),
        _ => None,
    }
}

impl Context<'_> {
    /// A chart of the page that compares.
    pub fn compared_card(&self, id: ComparedChart, comparison: &Comparison, scale: Option<ScaleChoice>) -> ChartCard {
        match id {
            ComparedChart::Strips => self.strips_card(comparison),
            ComparedChart::Scatter => self.scatter_card(comparison),
            ComparedChart::Group(group) => self.compare_chart(group, comparison, scale),
            ComparedChart::Derived => self.derived_card(comparison),
        }
    }
}
