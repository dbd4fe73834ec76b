//! The figures of one definition beside each other: how long each is, and its place where places are sure.

use super::Context;
use super::community::Figure;
use super::sentence::{Sentence, marked, pieces};
use super::strip::quantity_of;
use crate::chart::{Quantity, Who};
use crate::measure;
use crate::model::order;
use crate::model::*;
use crate::state::Comparison;
use crate::text::FarMsg;

/// The figures of one definition that several communities report, and their places, or why they have none.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The indicator, how many are ranked, who is not.
    pub title: String,
    /// What each reports, and of when, in a sentence.
    pub says: Sentence,
    /// In the order of the columns.
    pub bars: Vec<RankBar>,
    /// Why there is no rank, or what must be said with it.
    pub refused: String,
    /// Whether only the times stand against a rank, and whether it is made all the same.
    pub force: Option<bool>,
}

/// One figure among others of its definition.
#[derive(Debug, Clone, PartialEq)]
pub struct RankBar {
    /// The figure; its label is its community.
    pub figure: Figure,
    /// How long it is: 1 is the greatest of them.
    pub of_greatest: f64,
    /// The number as far as it is known.
    pub at: Quantity,
    /// Whose it is.
    pub who: Who,
    /// Its place in words; empty where there is no rank.
    pub place: String,
    /// Where it stands when they are sorted by value, the greatest first.
    pub nth: usize,
}

impl Context<'_> {
    /// A definition that several report, by rank, or why it has none.
    pub(super) fn ranked(&self, communities: &[CommunityId], set: &[ObservationId], comparison: &Comparison) -> Ranked {
        let words = self.words;
        let row = self.data.observation(set[0]);
        let (name, group, unit) = (self.indicator(row), self.data.indicator(row.indicator).group, row.unit);
        // Of several figures of a community one stands.
        let of = |id: &CommunityId| {
            let own = set.iter().copied().filter(|figure| self.data.observation(*figure).community == *id);
            measure::standing(self.data, own, &comparison.picked)
        };
        let standing: Vec<ObservationId> = communities.iter().filter_map(of).collect();
        let is_forced = comparison.forced.contains(&measure::Forced::Group(group));
        let strict = measure::ranking(self.data, &standing, false);
        let loose = measure::ranking(self.data, &standing, true);
        let against = strict.as_ref().err().cloned().unwrap_or_default();
        let force = (strict.is_err() && loose.is_ok()).then_some(is_forced);
        let places = if is_forced { loose } else { strict };
        let lacking: Vec<CommunityId> = communities
            .iter()
            .copied()
            .filter(|id| !set.iter().any(|figure| self.data.observation(*figure).community == *id))
            .collect();
        let missing = match lacking.is_empty() {
            true => String::new(),
            false => words.fill(FarMsg::RankMissing, &[&self.named(&lacking)]),
        };
        let place = |place: &measure::Rank| {
            let at = words.fill(FarMsg::RankAt, &[&place.at.to_string()]);
            words.dotted(&[at, if place.is_tied { words.msg(FarMsg::RankTied) } else { String::new() }])
        };
        let lengths: Vec<f64> =
            standing.iter().map(|id| self.length(self.data.observation(*id), unit).unwrap_or(0.0)).collect();
        let greatest = lengths.iter().copied().fold(0.0, f64::max);
        let sorted = order::places(lengths.len(), &|a, b| lengths[b].total_cmp(&lengths[a]));
        let bar = |(at, id): (usize, &ObservationId)| {
            let row = self.data.observation(*id);
            RankBar {
                figure: Figure { label: self.community(row.community), ..self.figure(*id) },
                of_greatest: if greatest > 0.0 { lengths[at] / greatest } else { 0.0 },
                at: quantity_of(row, lengths[at]),
                who: self.column_who(row.community, comparison),
                place: places.as_ref().ok().and_then(|places| places.get(at)).map(place).unwrap_or_default(),
                nth: sorted.iter().position(|other| *other == at).unwrap_or(at),
            }
        };
        let counted = words.fill(FarMsg::RankCount, &[&standing.len().to_string()]);
        let (title, refused) = match &places {
            Ok(_) => (words.dotted(&[name, counted, missing]), self.caution(&against)),
            Err(refusals) => {
                (words.dotted(&[name, missing]), words.fill(FarMsg::RankRefused, &[&self.refusals(refusals)]))
            }
        };
        Ranked {
            title,
            says: self.each_says(set),
            bars: standing.iter().enumerate().map(bar).collect(),
            refused,
            force,
        }
    }

    /// What each reports under one definition, and of when.
    fn each_says(&self, set: &[ObservationId]) -> Sentence {
        let words = self.words;
        let each: Vec<String> = set
            .iter()
            .map(|id| {
                let row = self.data.observation(*id);
                let value = [self.community(row.community), marked(*id, &self.value(row).text)].join(" ");
                let period = self.period_short(row);
                words.pair(&[&*value, "（", &period, "）"].concat(), &[&*value, " (", &period, ")"].concat())
            })
            .collect();
        let name = self.indicator(self.data.observation(set[0]));
        pieces(&words.fill(FarMsg::CompareSaysEach, &[&name, &each.join(&words.pair("，", ", "))]))
    }
}
