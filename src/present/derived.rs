//! Derived indicators: those of the package and those a person defines, with formula, operands, caveat, or why there is none.

use super::Context;
use super::card::{ChartCard, Computed};
use super::community::Figure;
use super::figures::Row;
use crate::chart::{Axis, Bar, Lane, Lanes, Mark, Spec, scale};
use crate::measure::{self, Answer, Asked, Preferences, Ratio, Refusal};
use crate::model::order;
use crate::model::*;
use crate::query::Selection;
use crate::state::{ChartId, ComparedChart, Comparison};
use crate::text::{FarMsg, Msg, number};

/// A derived indicator in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivedRow {
    /// What a person asked for; `None` for those of the package.
    pub asked: Option<Asked>,
    /// Its name.
    pub title: String,
    /// What is divided by what.
    pub formula: String,
    /// What must be said with it.
    pub caveat: String,
    /// For each community that reports any of its figures: the value or why there is none, and the figures it rests on.
    pub cells: Vec<DerivedCell>,
    /// Who reports none of them, in words.
    pub absent: String,
}

impl DerivedRow {
    /// Whether there is a value for any community.
    pub fn is_computed(&self) -> bool {
        self.cells.iter().any(|cell| cell.is_computed)
    }
}

/// A derived value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivedCell {
    /// Whose.
    pub community: String,
    /// The value, or why there is none.
    pub text: String,
    /// Whether there is a value.
    pub is_computed: bool,
    /// What must be said with the value: times that differ, refusals that were overridden.
    pub warning: String,
    /// The quotient whose refusal may be overridden, or is, and whether it is.
    pub force: Option<(Ratio, bool)>,
    /// The figures it rests on.
    pub figures: Vec<Figure>,
}

impl Context<'_> {
    /// Every derived indicator of the package and every one asked for, with what it gives for some communities.
    pub fn derived(&self, communities: &[CommunityId], comparison: &Comparison) -> Vec<DerivedRow> {
        self.derivations(comparison)
            .iter()
            .map(|(asked, row)| {
                let cells = communities.iter().map(|id| self.derived_cell(row, *id, comparison.choices()));
                let (cells, absent): (Vec<_>, Vec<_>) = cells.partition(|cell| !cell.figures.is_empty());
                let absent: Vec<String> = absent.into_iter().map(|cell| cell.community).collect();
                DerivedRow {
                    asked: *asked,
                    title: self.words.text(&row.name),
                    formula: self.formula(row),
                    caveat: self.words.text(&row.caveat),
                    cells,
                    absent: match absent.is_empty() {
                        true => String::new(),
                        false => self.words.fill(FarMsg::DerivedAbsent, &[&self.words.list(&absent)]),
                    },
                }
            })
            .collect()
    }

    /// Those of the package, then those asked for, as if they stood in the package.
    fn derivations(&self, comparison: &Comparison) -> Vec<(Option<Asked>, DerivedIndicator)> {
        let listed = self.data.derived.iter().map(|row| (None, row.clone()));
        let asked = comparison.asked.iter().map(|asked| (Some(*asked), self.asked(*asked)));
        listed.chain(asked).collect()
    }

    fn asked(&self, asked: Asked) -> DerivedIndicator {
        let [above, below] = [asked.ratio.numerator, asked.ratio.denominator].map(|id| self.data.indicator(id));
        let text = |zh: String, en: String| Text { zh, en };
        let [a, b] = [above, below].map(|row| &self.data.unit(row.unit).name);
        let unit = match asked.scale {
            100 if above.unit == below.unit => text("%".into(), "%".into()),
            1 => text([&*a.zh, "/", &b.zh].concat(), [&*a.en, " per ", &b.en].concat()),
            scale => {
                let many = number::exact(f64::from(scale));
                text(format!("{}/{many}{}", a.zh, b.zh), format!("{} per {many} {}", a.en, b.en))
            }
        };
        let (zh, en) = FarMsg::AskedCaveat.pair();
        DerivedIndicator {
            key: String::new(),
            name: text(
                [&*above.name.zh, " ÷ ", &below.name.zh].concat(),
                [&*above.name.en, " ÷ ", &below.name.en].concat(),
            ),
            numerator: asked.ratio.numerator,
            denominator: Some(asked.ratio.denominator),
            divisor: None,
            scale: f64::from(asked.scale),
            unit,
            polarity: Polarity::Neutral,
            caveat: text(zh.into(), en.into()),
        }
    }

    fn formula(&self, row: &DerivedIndicator) -> String {
        let name = |id: IndicatorId| self.words.text(&self.data.indicator(id).name);
        let below = row.denominator.map(name).or(row.divisor.map(|by| self.divisor(by, &row.unit))).unwrap_or_default();
        let scale = if row.scale == 1.0 { String::new() } else { format!(" × {}", number::exact(row.scale)) };
        [name(row.numerator), " ÷ ".into(), below, scale].concat()
    }

    /// A plain number by which something is divided, in the unit that the quotient is counted per: 25个月, 25 months.
    pub(super) fn divisor(&self, by: f64, unit: &Text) -> String {
        let number = number::exact(by);
        let zh = unit.zh.split_once('/').map_or("", |(_, per)| per);
        let zh = if zh == "月" { "个月" } else { zh };
        let en = unit.en.split_once("per ").map_or(String::new(), |(_, per)| format!(" {per}s"));
        self.words.pair(&[&*number, zh].concat(), &[&*number, &en].concat())
    }

    /// What a derived indicator gives for a community.
    fn answer(&self, row: &DerivedIndicator, community: CommunityId, choices: Preferences) -> Answer {
        let figures = |id: IndicatorId| self.tables.figures_at(self.data, community, id).collect::<Vec<_>>();
        let below = row.denominator.map(figures).unwrap_or_default();
        measure::derived(self.data, row, [&figures(row.numerator), &below], choices)
    }

    fn derived_cell(&self, row: &DerivedIndicator, community: CommunityId, choices: Preferences) -> DerivedCell {
        let Answer { operands, result, warnings, ratio } = self.answer(row, community, choices);
        let is_forced = ratio.is_some_and(|ratio| choices.forced.contains(&measure::Forced::Ratio(ratio)));
        let (text, can_be_forced) = match &result {
            Ok(value) => (self.computed(*value, &self.words.text(&row.unit)), is_forced),
            Err(refusals) => (self.no_answer(row, &operands, refusals), measure::can_be_forced(refusals)),
        };
        DerivedCell {
            community: self.community(community),
            text,
            is_computed: result.is_ok(),
            warning: self.refusals(&warnings),
            force: ratio.filter(|_| can_be_forced).map(|ratio| (ratio, is_forced)),
            figures: operands.into_iter().map(|id| self.figure(id)).collect(),
        }
    }

    /// Why there is no number; where a figure lacks, which one.
    fn no_answer(&self, row: &DerivedIndicator, operands: &[ObservationId], refusals: &[Refusal]) -> String {
        if refusals != [Refusal::NoDenominator] {
            return self.refusals(refusals);
        }
        let has = |id: &IndicatorId| operands.iter().any(|it| self.data.observation(*it).indicator == *id);
        let wanted = [Some(row.numerator), row.denominator].into_iter().flatten();
        let lacks: Vec<String> =
            wanted.filter(|id| !has(id)).map(|id| self.words.text(&self.data.indicator(id).name)).collect();
        self.words.fill(Msg::NotReportedLine, &[&self.words.list(&lacks)])
    }

    /// The derived indicators that give a number for one of the communities compared, as a chart.
    pub fn derived_card(&self, comparison: &Comparison) -> ChartCard {
        let communities = self.compared(&comparison.communities);
        let (mut lanes, mut computed, mut used, mut cautions) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (_, row) in self.derivations(comparison) {
            let mut bars = Vec::new();
            let mut lane_note = self.words.text(&row.caveat);
            for community in &communities {
                let answer = self.answer(&row, *community, comparison.choices());
                let Ok(interval) = answer.result else { continue };
                let (value, bound) = interval.shown();
                let text = self.computed(interval, &self.words.text(&row.unit));
                let values: Vec<String> =
                    answer.operands.iter().map(|id| self.value(self.data.observation(*id)).text).collect();
                let by = row.divisor.map(|by| self.divisor(by, &row.unit));
                let values = values.into_iter().chain(by).collect::<Vec<_>>().join(" ÷ ");
                let name = self.words.text(&row.name);
                bars.push(Bar {
                    key: answer.operands.first().map_or(String::new(), |id| self.data.observation(*id).key.clone()),
                    label: self.community(*community),
                    sub: values.clone(),
                    mark: Mark::Value { value, bound, planned: false, derived: true },
                    spoken: self.words.dotted(&[self.community(*community), name.clone(), text.clone(), values]),
                    text: text.clone(),
                    muted: comparison.highlight.is_some_and(|other| other != *community),
                });
                let keys: Vec<&str> = answer.operands.iter().map(|id| &*self.data.observation(*id).key).collect();
                computed.push(Computed {
                    key: keys.join(" / "),
                    community: *community,
                    name,
                    definition: self.words.dotted(&[self.formula(&row), self.words.text(&row.caveat)]),
                    value,
                    bound,
                    unit: self.words.text(&row.unit),
                    text,
                    warning: self.refusals(&answer.warnings),
                    grade: measure::grade(self.data, &answer.operands),
                    sources: self.source_lines(&self.sources_of(&answer.operands), false),
                });
                let forced: Vec<Refusal> = answer.warnings.into_iter().filter(|warning| warning.forbids()).collect();
                if !forced.is_empty() {
                    cautions
                        .push([self.words.text(&row.name), self.refusals(&forced)].join(&self.words.pair("：", ": ")));
                    lane_note = self.words.dotted(&[self.caution(&forced), lane_note]);
                }
                used.extend(answer.operands);
            }
            if !bars.is_empty() {
                let values = bars.iter().filter_map(|bar| match bar.mark {
                    Mark::Value { value, .. } => Some(value),
                    _ => None,
                });
                let ticks = scale::nice_ticks(values.fold(0.0, f64::max), 4);
                let axis = Axis {
                    title: self.words.text(&row.unit),
                    end: ticks.last().copied().unwrap_or(1.0),
                    ticks: ticks.into_iter().map(|tick| (tick, number::exact(tick))).collect(),
                };
                lanes.push(Lane { title: self.words.text(&row.name), note: lane_note, axis, bars });
            }
        }
        let used = order::distinct(&used);
        let names: Vec<String> = communities.iter().map(|id| self.community(*id)).collect();
        ChartCard {
            id: ChartId::Compared(ComparedChart::Derived),
            title: self.words.dotted(&[self.words.msg(FarMsg::DerivedTitle), self.words.list(&names)]),
            summary: match computed.len() {
                0 => self.words.msg(FarMsg::DerivedNone),
                count => self.words.fill(FarMsg::DerivedSummary, &[&count.to_string()]),
            },
            note: self.words.msg(FarMsg::DerivedNote),
            warning: match cautions.is_empty() {
                true => String::new(),
                false => self.words.fill(FarMsg::CompareWarning, &[&cautions.join(&self.words.pair("；", "; "))]),
            },
            sources: self.sources_of(&used),
            filters: self.filters_line(&Selection::default()),
            spec: Spec::Lanes(Lanes { lanes }),
            rows: used.into_iter().map(Row::Figure).collect(),
            scale: None,
            computed,
        }
    }

    /// What must be said of refusals that were overridden; empty where there are none.
    pub(super) fn caution(&self, warnings: &[Refusal]) -> String {
        if warnings.is_empty() {
            return String::new();
        }
        self.words.fill(FarMsg::CompareWarning, &[&self.refusals(warnings)])
    }
}
