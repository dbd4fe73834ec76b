//! Communities side by side, and whether their figures can be compared.

use super::Context;
use super::community::Figure;
use super::coverage;
use crate::measure::{self, Comparability};
use crate::model::*;
use crate::text::Msg;

/// Most communities that can be compared at once.
pub const MOST: usize = 6;

/// One group of indicators, community by community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareGroup {
    /// Which group.
    pub id: CodeId,
    /// The group's name.
    pub title: String,
    /// For each community, its figures, or in words that there is none.
    pub columns: Vec<CompareColumn>,
    /// What can be said of each pair of communities.
    pub pairs: Vec<Pair>,
    /// Why there is no pair.
    pub note: String,
}

/// A community's figures in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareColumn {
    /// Whose.
    pub community: String,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Why there is none.
    pub missing: String,
}

/// Whether two communities can be compared in a group, by the two figures that come nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Which two.
    pub who: String,
    /// The verdict with its score.
    pub verdict: String,
    /// Whether lengths may be compared.
    pub is_allowed: bool,
    /// The two figures and what differs.
    pub reasons: String,
}

impl Context<'_> {
    /// The communities compared: those chosen, or all.
    pub fn compared(&self, chosen: &[CommunityId]) -> Vec<CommunityId> {
        match chosen.is_empty() {
            true => self.data.community_ids().take(MOST).collect(),
            false => chosen.iter().copied().take(MOST).collect(),
        }
    }

    /// Every group of indicators for some communities.
    pub fn comparison(&self, communities: &[CommunityId]) -> Vec<CompareGroup> {
        coverage::quantity_groups(self.data).map(|group| self.compare_group(communities, group)).collect()
    }

    fn compare_group(&self, communities: &[CommunityId], group: CodeId) -> CompareGroup {
        let figures: Vec<Vec<ObservationId>> =
            communities.iter().map(|community| coverage::figures_in(self.data, *community, group).collect()).collect();
        let column = |(community, figures): (&CommunityId, &Vec<ObservationId>)| CompareColumn {
            community: self.community(*community),
            figures: figures.iter().map(|id| self.figure(*id)).collect(),
            missing: if figures.is_empty() { self.words.name(ObsStatus::NotReported) } else { String::new() },
        };
        let reporting = figures.iter().filter(|figures| !figures.is_empty()).count();
        let mut pairs = Vec::new();
        for (at, a) in figures.iter().enumerate() {
            for (other, b) in figures.iter().enumerate().skip(at + 1) {
                pairs.extend(
                    self.nearest(a, b).map(|(x, y, comparable)| {
                        self.pair([communities[at], communities[other]], [x, y], &comparable)
                    }),
                );
            }
        }
        let note = match reporting {
            0 => self.words.msg(Msg::CompareNobody),
            1 => self.words.msg(Msg::CompareOnlyOne),
            _ => String::new(),
        };
        CompareGroup {
            id: group,
            title: self.code(group),
            columns: communities.iter().zip(&figures).map(column).collect(),
            pairs,
            note,
        }
    }

    /// Of two lists of figures, the two that can best be compared.
    fn nearest(
        &self,
        a: &[ObservationId],
        b: &[ObservationId],
    ) -> Option<(ObservationId, ObservationId, Comparability)> {
        let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (*x, *y)));
        let judged = pairs.map(|(x, y)| (x, y, measure::comparability(self.data, x, y)));
        judged.reduce(|best, next| {
            let rank = |it: &Comparability| (it.is_allowed(), it.score());
            if rank(&next.2) > rank(&best.2) { next } else { best }
        })
    }

    fn pair(&self, communities: [CommunityId; 2], figures: [ObservationId; 2], comparable: &Comparability) -> Pair {
        let words = self.words;
        let score = comparable.score().to_string();
        let verdict = if comparable.is_allowed() { Msg::CompareAllowed } else { Msg::CompareRefused };
        let label = |id: ObservationId| self.indicator(self.data.observation(id));
        let reasons = match comparable.reasons.is_empty() {
            true => words.msg(Msg::CompareSame),
            false => self.refusals(&comparable.reasons),
        };
        let names = communities.map(|id| self.community(id));
        Pair {
            who: words.fill(Msg::ComparePair, &[&names[0], &names[1]]),
            verdict: words.fill(verdict, &[&score]),
            is_allowed: comparable.is_allowed(),
            reasons: words.dotted(&[words.fill(Msg::ComparePair, &[&label(figures[0]), &label(figures[1])]), reasons]),
        }
    }
}
