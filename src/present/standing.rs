//! Where a community stands among those compared: a strip for each definition that several report, and two indicators against
//! each other.

use super::Context;
use super::card::ChartCard;
use super::figures::Row;
use super::strip::quantity_of;
use crate::chart::{Axis, Beside, Dot, Point, Scatter, Spec, Strip, Strips, scale};
use crate::measure;
use crate::model::*;
use crate::query::{Selection, is_quantity};
use crate::state::{ChartId, ComparedChart, Comparison};
use crate::text::{FarMsg, name, number};

/// An indicator that can be put on an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axial {
    /// Which one.
    pub id: IndicatorId,
    /// Its name with how many report it.
    pub name: String,
    /// Whether it is chosen: to the right, upwards.
    pub chosen: [bool; 2],
}

/// Two points lie on a line whatever they are.
const LEAST_POINTS: usize = 3;

/// A community with its figures of two indicators.
type Standing = (CommunityId, [Option<ObservationId>; 2]);

impl Context<'_> {
    /// The definitions that several of some communities report, each with its figures in the order of the communities.
    pub(super) fn shared_definitions(&self, communities: &[CommunityId]) -> Vec<Vec<ObservationId>> {
        let mut sets: Vec<Vec<ObservationId>> = Vec::new();
        for group in self.tables.quantity_groups() {
            for community in communities {
                for id in self.quantities(*community, *group) {
                    match sets.iter_mut().find(|set| self.share_a_lane(set[0], id)) {
                        Some(set) => set.push(id),
                        None => sets.push(vec![id]),
                    }
                }
            }
        }
        let first = |set: &[ObservationId]| self.data.observation(set[0]).community;
        sets.retain(|set| set.iter().any(|id| self.data.observation(*id).community != first(set)));
        sets
    }

    /// An axis from zero to beyond the greatest of some numbers.
    fn axis(&self, values: impl Iterator<Item = f64>, title: String) -> Axis {
        let ticks = scale::nice_ticks(values.fold(0.0, f64::max), 4);
        let end = ticks.last().copied().unwrap_or(1.0);
        Axis { title, end, ticks: ticks.into_iter().map(|tick| (tick, number::exact(tick))).collect() }
    }

    fn is_muted(&self, community: CommunityId, comparison: &Comparison) -> bool {
        comparison.highlight.is_some_and(|other| other != community)
    }

    /// A strip for each definition that several communities report.
    pub fn strips_card(&self, comparison: &Comparison) -> ChartCard {
        let communities = self.compared(&comparison.communities);
        let sets = self.shared_definitions(&communities);
        let strip = |set: &Vec<ObservationId>| {
            let first = self.data.observation(set[0]);
            let reporting =
                communities.iter().filter(|id| set.iter().any(|it| self.data.observation(*it).community == **id));
            let of = [reporting.count().to_string(), communities.len().to_string()];
            let unit = self.words.text(&self.data.unit(first.unit).name);
            let dot = |id: &ObservationId| {
                let row = self.data.observation(*id);
                Some(Dot {
                    key: row.key.clone(),
                    label: Self::beside(name::short(&self.community(row.community)), &self.value(row).text),
                    at: quantity_of(row, self.length(row, first.unit)?),
                    spoken: self.spoken(row),
                    muted: self.is_muted(row.community, comparison),
                })
            };
            Strip {
                label: self.indicator(first),
                sub: self.words.dotted(&[unit, self.words.fill(FarMsg::TileReport, &[&of[0], &of[1]])]),
                axis: self.axis(
                    set.iter().filter_map(|id| self.length(self.data.observation(*id), first.unit)),
                    String::new(),
                ),
                dots: set.iter().filter_map(dot).collect(),
            }
        };
        let all = sets.concat();
        let summary = match sets.len() {
            0 => self.words.msg(FarMsg::StripsNone),
            count => self.words.fill(FarMsg::StripsSummary, &[&count.to_string()]),
        };
        self.standing_card(
            ComparedChart::Strips,
            (FarMsg::StripsTitle, FarMsg::StripsNote),
            summary,
            all,
            Spec::Strips(Strips { rows: sets.iter().map(strip).collect() }),
        )
    }

    /// The two indicators drawn against each other: those chosen, else the two that most communities report together.
    pub fn plotted(&self, comparison: &Comparison) -> Option<(IndicatorId, IndicatorId)> {
        let communities = self.compared(&comparison.communities);
        let indicators = self.indicators_of(&communities);
        comparison.pair.or_else(|| {
            let pairs = indicators.iter().flat_map(|x| indicators.iter().map(move |y| (*x, *y))).filter(|(x, y)| x < y);
            let both = |(x, y): &(IndicatorId, IndicatorId)| {
                let has = |community: &&CommunityId| {
                    [*x, *y].iter().all(|indicator| self.standing_figure(**community, *indicator, comparison).is_some())
                };
                communities.iter().filter(has).count()
            };
            // Of equally many, the first in file order.
            pairs
                .fold(None, |best: Option<(usize, _)>, pair| match (both(&pair), best) {
                    (count, Some((most, _))) if count <= most => best,
                    (count, _) => Some((count, pair)),
                })
                .map(|(_, pair)| pair)
        })
    }

    /// The indicators with a number for one of some communities.
    fn indicators_of(&self, communities: &[CommunityId]) -> Vec<IndicatorId> {
        let figures = communities.iter().flat_map(|id| self.tables.figures_of(*id)).map(|id| self.data.observation(id));
        let measured: Vec<IndicatorId> = figures.filter(|row| is_quantity(row)).map(|row| row.indicator).collect();
        order::distinct(&measured)
    }

    /// What can be put on the axes.
    pub fn axials(&self, comparison: &Comparison) -> Vec<Axial> {
        let communities = self.compared(&comparison.communities);
        let pair = self.plotted(comparison);
        let axial = |id: IndicatorId| Axial {
            id,
            name: self.words.text(&self.data.indicator(id).name),
            chosen: pair.map_or([false; 2], |(x, y)| [x == id, y == id]),
        };
        self.indicators_of(&communities).into_iter().map(axial).collect()
    }

    /// The figure of an indicator that stands for a community.
    fn standing_figure(
        &self,
        community: CommunityId,
        indicator: IndicatorId,
        comparison: &Comparison,
    ) -> Option<ObservationId> {
        let figures = self.tables.figures_at(self.data, community, indicator);
        let figures = figures.filter(|id| is_quantity(self.data.observation(*id)));
        measure::standing(self.data, figures, &comparison.picked)
    }

    /// Two indicators against each other. Fewer than three points are no plot: they stand beside it, with those who lack one of
    /// the two or both.
    pub fn scatter_card(&self, comparison: &Comparison) -> ChartCard {
        let communities = self.compared(&comparison.communities);
        let words = self.words;
        let Some(pair) = self.plotted(comparison) else {
            let of = communities.len().to_string();
            return self.plot_card(words.fill(FarMsg::ScatterFew, &["0", &of]), Vec::new(), Scatter::default());
        };
        let axes = [pair.0, pair.1];
        let figures_of = |community: &CommunityId| {
            (*community, axes.map(|indicator| self.standing_figure(*community, indicator, comparison)))
        };
        let standing: Vec<Standing> = communities.iter().map(figures_of).collect();
        let is_whole = |figures: &[Option<ObservationId>; 2]| figures.iter().all(Option::is_some);
        let both = standing.iter().filter(|(_, figures)| is_whole(figures)).count();
        let is_plot = both >= LEAST_POINTS;
        let point = |(community, figures): &Standing| {
            let [across, up] = figures.map(|id| id.map(|id| self.data.observation(id)));
            let (across, up) = across.zip(up)?;
            Some(Point {
                key: across.key.clone(),
                label: self.community(*community),
                x: quantity_of(across, across.value?),
                y: quantity_of(up, up.value?),
                spoken: words.dotted(&[self.spoken(across), self.spoken(up)]),
                muted: self.is_muted(*community, comparison),
            })
        };
        let points: Vec<Point> = if is_plot { standing.iter().filter_map(point).collect() } else { Vec::new() };
        // Who has both and no plot, only the one, only the other, neither.
        let place = |(_, figures): &&Standing| match figures {
            [Some(_), Some(_)] => 0,
            [Some(_), None] => 1,
            [None, Some(_)] => 2,
            [None, None] => 3,
        };
        let outside: Vec<&Standing> = standing.iter().filter(|it| !is_plot || place(it) > 0).collect();
        let beside: Vec<Beside> =
            order::sorted_by_key(&outside, place).into_iter().map(|it| self.beside_plot(it, axes)).collect();
        let named = |id: IndicatorId| {
            let row = self.data.indicator(id);
            let unit = &self.data.unit(row.unit).name;
            words.pair(&format!("{}（{}）", row.name.zh, unit.zh), &format!("{} ({})", row.name.en, unit.en))
        };
        let spec = Scatter {
            x: self.axis(points.iter().map(|point| point.x.value), named(axes[0])),
            y: self.axis(points.iter().map(|point| point.y.value), named(axes[1])),
            points,
            beside_title: words.msg(if is_plot { FarMsg::ScatterBeside } else { FarMsg::ScatterInstead }),
            beside,
        };
        let of = [both.to_string(), communities.len().to_string()];
        let summary = if is_plot { FarMsg::ScatterSummary } else { FarMsg::ScatterFew };
        let used = standing.iter().flat_map(|(_, figures)| figures.iter().flatten().copied()).collect();
        self.plot_card(words.fill(summary, &[&of[0], &of[1]]), used, spec)
    }

    /// Who has no place in a plot: what is known of the two, and which of them is not. It leads to the receipt of what is known.
    fn beside_plot(&self, (community, figures): &Standing, axes: [IndicatorId; 2]) -> Beside {
        let words = self.words;
        let said: Vec<String> = axes
            .iter()
            .zip(figures)
            .map(|(indicator, figure)| {
                let value = match figure {
                    Some(id) => self.value(self.data.observation(*id)).text,
                    None => self.silence(*community),
                };
                words.fill(FarMsg::ScatterHas, &[&words.text(&self.data.indicator(*indicator).name), &value])
            })
            .collect();
        let text = words.dotted(&said);
        let key = match figures.iter().flatten().next() {
            Some(id) => self.data.observation(*id).key.clone(),
            None => self.data.community(*community).key.clone(),
        };
        let label = self.community(*community);
        Beside { key, spoken: words.dotted(&[label.clone(), text.clone()]), label, text }
    }

    fn plot_card(&self, summary: String, used: Vec<ObservationId>, spec: Scatter) -> ChartCard {
        let titles = (FarMsg::ScatterTitle, FarMsg::ScatterNote);
        self.standing_card(ComparedChart::Scatter, titles, summary, used, Spec::Scatter(spec))
    }

    fn standing_card(
        &self,
        id: ComparedChart,
        (title, note): (FarMsg, FarMsg),
        summary: String,
        figures: Vec<ObservationId>,
        spec: Spec,
    ) -> ChartCard {
        ChartCard {
            id: ChartId::Compared(id),
            title: self.words.msg(title),
            summary,
            note: self.words.msg(note),
            warning: String::new(),
            sources: self.sources_of(&figures),
            filters: self.filters_line(&Selection::default()),
            spec,
            rows: figures.into_iter().map(Row::Figure).collect(),
            scale: None,
            computed: Vec::new(),
        }
    }
}
