//! Communities side by side: what can be compared, what cannot and why, ranks where they are sure, and what to do instead.

use super::Context;
use super::community::Figure;
use super::sentence::{Sentence, marked, pieces};
use crate::measure::{self, Comparability, Refusal};
use crate::model::order;
use crate::model::*;
use crate::query::is_quantity;
use crate::state::Comparison;
use crate::text::FarMsg;

/// Most communities that can be compared at once.
pub const MOST: usize = 6;

/// The page that compares, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparePage {
    /// What the data say of these communities together, and nothing else.
    pub sentences: Vec<Sentence>,
    /// The groups that two or more report, those with something comparable first.
    pub groups: Vec<CompareGroup>,
    /// The groups that only one reports.
    pub alone: Vec<AloneGroup>,
    /// The groups that none reports, in words.
    pub silent: String,
    /// Figures that say different things of the same.
    pub conflicts: Vec<Conflict>,
    /// Whether free axes would differ from shared ones.
    pub has_shared: bool,
}

/// A group of indicators that two or more communities report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareGroup {
    /// Which group.
    pub id: CodeId,
    /// The group's name.
    pub title: String,
    /// What can be said of each pair of communities, comparable ones first.
    pub pairs: Vec<Pair>,
    /// How many pairs can be compared, in words.
    pub tally: String,
    /// Whether any can.
    pub is_comparable: bool,
    /// The ranks of definitions that several report.
    pub ranks: Vec<Ranked>,
}

/// A group of indicators that one community reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AloneGroup {
    /// Group and community.
    pub title: String,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// Whether two communities can be compared in a group, by the two figures that come nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Which two.
    pub who: String,
    /// The verdict.
    pub verdict: String,
    /// Whether lengths may be compared.
    pub is_allowed: bool,
    /// The two figures.
    pub figures: String,
    /// Definition, unit, scope, status and time: in words, and whether they agree.
    pub aspects: Vec<(String, bool)>,
    /// How many of them agree.
    pub score: usize,
}

/// One definition by rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The indicator, how many are ranked, who is not.
    pub title: String,
    /// From the greatest down: place and whose figure; empty where there is no rank.
    pub places: Vec<(String, Figure)>,
    /// Why there is no rank, or what must be said with it.
    pub refused: String,
    /// Whether only the times stand against a rank, and whether it is made all the same.
    pub force: Option<bool>,
}

/// Figures that say different things of one indicator, scope and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Whose, and of what.
    pub title: String,
    /// Each figure, whether it is the one that stands, and its source.
    pub figures: Vec<(Figure, bool, String)>,
}

impl Context<'_> {
    /// The communities compared: those chosen, or all.
    pub fn compared(&self, chosen: &[CommunityId]) -> Vec<CommunityId> {
        match chosen.is_empty() {
            true => self.tables.communities().filter(|id| self.is_deep(*id)).take(MOST).collect(),
            false => chosen.iter().copied().take(MOST).collect(),
        }
    }

    /// The communities with several figures to count per, and those figures, the one in use first.
    pub fn bases(&self, comparison: &Comparison) -> Vec<(String, Vec<(ObservationId, String)>)> {
        let base = |id: &ObservationId| {
            let row = self.data.observation(*id);
            (*id, [self.indicator(row), self.value(row).text].join(" "))
        };
        let of = |id: CommunityId| {
            let figures: Vec<ObservationId> = self.tables.figures_of(id).collect();
            let bases = measure::bases(self.data, &figures, None, comparison.per, comparison.choices());
            (self.community(id), bases.iter().map(base).collect::<Vec<_>>())
        };
        let all = self.compared(&comparison.communities).into_iter().map(of);
        all.filter(|(_, bases)| bases.len() > 1).collect()
    }

    /// Everything the page says.
    pub fn compare_page(&self, comparison: &Comparison) -> ComparePage {
        let communities = self.compared(&comparison.communities);
        let sets = self.shared_definitions(&communities);
        let (mut groups, mut alone, mut silent) = (Vec::new(), Vec::new(), Vec::new());
        for group in self.tables.quantity_groups().iter().copied() {
            let figures: Vec<Vec<ObservationId>> =
                communities.iter().map(|id| self.quantities(*id, group).collect()).collect();
            // Of a base itself there is no rate.
            let has_rate = |id: &ObservationId| self.per(*id, comparison).is_some();
            if comparison.per != measure::Per::Count && !figures.iter().flatten().any(has_rate) {
                continue;
            }
            match figures.iter().filter(|figures| !figures.is_empty()).count() {
                0 => silent.push(self.code(group)),
                1 => {
                    let (at, own) =
                        figures.iter().enumerate().find(|(_, own)| !own.is_empty()).unwrap_or((0, &figures[0]));
                    alone.push(AloneGroup {
                        title: self.words.dotted(&[self.code(group), self.community(communities[at])]),
                        figures: own.iter().map(|id| self.figure(*id)).collect(),
                    });
                }
                _ => groups.push(self.compare_group(&communities, group, &figures, &sets, comparison)),
            }
        }
        let nearest = groups.iter().flat_map(|group: &CompareGroup| group.pairs.first().map(|pair| (group, pair)));
        let nearest = nearest.fold(None, |best: Option<(&CompareGroup, &Pair)>, next| match best {
            Some(best) if best.1.score >= next.1.score => Some(best),
            _ => Some(next),
        });
        let sentences = self.compare_sentences(&communities, &sets, nearest, comparison.per);
        let groups = order::sorted_by_key(&groups, |group| !group.is_comparable);
        let silent = match silent.is_empty() {
            true => String::new(),
            false => self.words.fill(FarMsg::CompareSilent, &[&self.words.list(&silent)]),
        };
        ComparePage {
            sentences,
            groups,
            alone,
            silent,
            conflicts: self.conflicts(&communities, comparison),
            has_shared: !sets.is_empty(),
        }
    }

    fn compare_group(
        &self,
        communities: &[CommunityId],
        group: CodeId,
        figures: &[Vec<ObservationId>],
        sets: &[Vec<ObservationId>],
        comparison: &Comparison,
    ) -> CompareGroup {
        let mut pairs = Vec::new();
        for (at, a) in figures.iter().enumerate() {
            for (other, b) in figures.iter().enumerate().skip(at + 1) {
                let nearest = self.nearest(a, b);
                pairs.extend(nearest.map(|(x, y, it)| self.pair([communities[at], communities[other]], [x, y], &it)));
            }
        }
        let pairs = order::sorted_by_key(&pairs, |pair| (!pair.is_allowed, 5 - pair.score));
        let comparable = pairs.iter().filter(|pair| pair.is_allowed).count();
        let of_group =
            sets.iter().filter(|set| self.data.indicator(self.data.observation(set[0]).indicator).group == group);
        CompareGroup {
            id: group,
            title: self.code(group),
            tally: self.words.fill(FarMsg::ComparePairs, &[&pairs.len().to_string(), &comparable.to_string()]),
            is_comparable: comparable > 0,
            pairs,
            ranks: of_group.map(|set| self.ranked(communities, set, comparison)).collect(),
        }
    }

    /// A definition that several report, by rank, or why it has none.
    fn ranked(&self, communities: &[CommunityId], set: &[ObservationId], comparison: &Comparison) -> Ranked {
        let words = self.words;
        let row = self.data.observation(set[0]);
        let (name, group) = (self.indicator(row), self.data.indicator(row.indicator).group);
        // Of several figures of a community one stands.
        let of = |id: &CommunityId| {
            let own = set.iter().copied().filter(|figure| self.data.observation(*figure).community == *id);
            measure::standing(self.data, own, &comparison.picked)
        };
        let standing: Vec<ObservationId> = communities.iter().filter_map(of).collect();
        let (set, is_forced) = (standing.as_slice(), comparison.forced.contains(&measure::Forced::Group(group)));
        let strict = measure::ranking(self.data, set, false);
        let loose = measure::ranking(self.data, set, true);
        let against = strict.as_ref().err().cloned().unwrap_or_default();
        let force = (strict.is_err() && loose.is_ok()).then_some(is_forced);
        let unranked: Vec<String> = communities
            .iter()
            .filter(|id| !set.iter().any(|figure| self.data.observation(*figure).community == **id))
            .map(|id| self.community(*id))
            .collect();
        let missing = match unranked.is_empty() {
            true => String::new(),
            false => words.fill(FarMsg::RankMissing, &[&words.list(&unranked)]),
        };
        match if is_forced { loose } else { strict } {
            Ok(places) => {
                let place = |place: measure::Rank| {
                    let at = words.fill(FarMsg::RankAt, &[&place.at.to_string()]);
                    words.dotted(&[at, if place.is_tied { words.msg(FarMsg::RankTied) } else { String::new() }])
                };
                let by_place: Vec<_> = places.into_iter().zip(set).collect();
                let by_place = order::sorted_by_key(&by_place, |(place, _)| place.at);
                Ranked {
                    title: words.dotted(&[name, words.fill(FarMsg::RankCount, &[&set.len().to_string()]), missing]),
                    places: by_place.into_iter().map(|(at, id)| (place(at), self.figure_of(*id))).collect(),
                    refused: self.caution(&against),
                    force,
                }
            }
            Err(refusals) => Ranked {
                title: words.dotted(&[name, missing]),
                places: Vec::new(),
                refused: words.fill(FarMsg::RankRefused, &[&self.refusals(&refusals)]),
                force,
            },
        }
    }

    /// A figure whose label is its community.
    fn figure_of(&self, id: ObservationId) -> Figure {
        Figure { label: self.community(self.data.observation(id).community), ..self.figure(id) }
    }

    fn compare_sentences(
        &self,
        communities: &[CommunityId],
        sets: &[Vec<ObservationId>],
        nearest: Option<(&CompareGroup, &Pair)>,
        per: measure::Per,
    ) -> Vec<Sentence> {
        let words = self.words;
        let figures = communities.iter().flat_map(|id| self.tables.figures_of(*id));
        let figures: Vec<ObservationId> = figures.filter(|id| is_quantity(self.data.observation(*id))).collect();
        let definitions: Vec<&str> = figures
            .iter()
            .map(|id| self.data.indicator(self.data.observation(*id).indicator).comparable.as_str())
            .collect();
        let [count, definitions, shared] =
            [figures.len(), order::distinct(&definitions).len(), sets.len()].map(|number| number.to_string());
        let first = if sets.is_empty() { FarMsg::CompareSaysNone } else { FarMsg::CompareSays };
        let mut sentences = vec![words.fill(first, &[&communities.len().to_string(), &count, &definitions, &shared])];
        for set in sets {
            let each: Vec<String> = set
                .iter()
                .map(|id| {
                    let row = self.data.observation(*id);
                    let value = [self.community(row.community), marked(*id, &self.value(row).text)].join(" ");
                    words.pair(
                        &format!("{value}（{}）", self.period_short(row)),
                        &format!("{value} ({})", self.period_short(row)),
                    )
                })
                .collect();
            let name = self.indicator(self.data.observation(set[0]));
            sentences.push(words.fill(FarMsg::CompareSaysEach, &[&name, &each.join(&words.pair("，", ", "))]));
        }
        if let (Some((group, pair)), true, measure::Per::Count) = (nearest, sets.is_empty(), per) {
            let differs: Vec<String> =
                pair.aspects.iter().filter(|(_, agrees)| !agrees).map(|(words, _)| words.clone()).collect();
            let with = [&*pair.who, &group.title, &pair.figures, &words.list(&differs)];
            sentences.push(words.fill(FarMsg::CompareSaysNearest, &with));
        }
        sentences.iter().map(|sentence| pieces(sentence)).collect()
    }

    /// The figures of some communities that say different things of the same; which of them stands is said.
    fn conflicts(&self, communities: &[CommunityId], comparison: &Comparison) -> Vec<Conflict> {
        let sets = communities.iter().flat_map(|id| measure::conflicts(self.data, self.tables.figures_of(*id)));
        sets.map(|set| {
            let stands = measure::standing(self.data, set.iter().copied(), &comparison.picked);
            let row = self.data.observation(set[0]);
            let figure = |id: &ObservationId| {
                let source = self.source_line(self.data.observation(*id).source).text;
                (self.figure(*id), stands == Some(*id), source)
            };
            Conflict {
                title: self.words.dotted(&[self.community(row.community), self.indicator(row), self.scope_name(row)]),
                figures: set.iter().map(figure).collect(),
            }
        })
        .collect()
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
        let verdict = match (comparable.is_allowed(), comparable.reasons.is_empty()) {
            (true, true) => FarMsg::CompareAllowed,
            (true, false) => FarMsg::CompareAllowedBut,
            _ => FarMsg::CompareRefused,
        };
        let label = |id: ObservationId| self.indicator(self.data.observation(id));
        let names = communities.map(|id| self.community(id));
        let aspect = |(differs, differ, same): (&[Refusal], FarMsg, FarMsg)| {
            let agrees = !comparable.reasons.iter().any(|reason| differs.contains(reason));
            let unknown = comparable.reasons.contains(&Refusal::UnknownPeriod) && differ == FarMsg::AspectTime;
            let msg = if agrees {
                same
            } else if unknown {
                FarMsg::AspectNoTime
            } else {
                differ
            };
            (words.msg(msg), agrees)
        };
        Pair {
            who: words.fill(FarMsg::ComparePair, &[&names[0], &names[1]]),
            verdict: words.msg(verdict),
            is_allowed: comparable.is_allowed(),
            figures: words.fill(FarMsg::ComparePair, &[&label(figures[0]), &label(figures[1])]),
            aspects: ASPECTS.into_iter().map(aspect).collect(),
            score: comparable.score(),
        }
    }
}

/// What two figures are compared in: the refusals that say they differ, and the words for either.
const ASPECTS: [(&[Refusal], FarMsg, FarMsg); 5] = [
    (&[Refusal::DifferentDefinition, Refusal::DifferentKind], FarMsg::AspectDefinition, FarMsg::AspectSameDefinition),
    (&[Refusal::DifferentUnit], FarMsg::AspectUnit, FarMsg::AspectSameUnit),
    (&[Refusal::DifferentScope], FarMsg::AspectScope, FarMsg::AspectSameScope),
    (&[Refusal::PlannedWithObserved], FarMsg::AspectStatus, FarMsg::AspectSameStatus),
    (&[Refusal::DifferentPeriod, Refusal::UnknownPeriod], FarMsg::AspectTime, FarMsg::AspectSameTime),
];
