//! Communities side by side: one matrix that says once what can be compared, what cannot and why.

use super::Context;
use super::community::Figure;
use super::compare_cell::Cell;
use super::compare_rank::Ranked;
use super::peers::{MOST, Pick};
use super::sentence::{Sentence, pieces};
use crate::chart::PairMark;
use crate::measure::{self, Comparability, Refusal};
use crate::model::order;
use crate::model::*;
use crate::query::is_quantity;
use crate::state::{Comparison, ScaleChoice};
use crate::text::{FarMsg, name};

/// The page that compares, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparePage {
    /// What the page answers.
    pub question: String,
    /// What the data say of these communities together, and nothing else.
    pub sentences: Vec<Sentence>,
    /// The communities, one's own first. Each says what is compared without it.
    pub columns: Vec<Column>,
    /// Those that a link names beyond what there is room for, in words; empty where there are none.
    pub left_out: String,
    /// What the table is, for who does not see it.
    pub caption: String,
    /// How many pairs the columns make, in words.
    pub pairs: String,
    /// The groups that any of them reports, those with something comparable first.
    pub groups: Vec<CompareGroup>,
    /// The groups that none reports, in words.
    pub silent: String,
    /// Figures that say different things of the same.
    pub conflicts: Vec<Conflict>,
    /// Whether free axes would differ from shared ones.
    pub has_shared: bool,
}

/// A community of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The community, and what is compared without it.
    pub pick: Pick,
    /// Whether it is the reader's own.
    pub is_own: bool,
    /// Whether it stands out in every chart.
    pub is_lit: bool,
}

/// A group of indicators: a row of the matrix, and what it opens to.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareGroup {
    /// Which group.
    pub id: CodeId,
    /// The group's name.
    pub title: String,
    /// From where to where the row's axis goes, with its unit; empty where nothing is drawn on one.
    pub axis: String,
    /// For each community what it says.
    pub cells: Vec<Cell>,
    /// Who is silent, in words; empty where nobody is.
    pub missing: String,
    /// A mark for each pair of communities, comparable ones first.
    pub marks: Vec<PairMark>,
    /// How many pairs can be compared, in words.
    pub verdict: String,
    /// Why the others cannot, or with what caveat; empty where nothing stands against it.
    pub why: String,
    /// Each reason once, with the pairs it holds for.
    pub reasons: Vec<Reason>,
    /// What can be said of each pair of communities that report, comparable ones first.
    pub pairs: Vec<Pair>,
    /// How many of those pairs can be compared, in words.
    pub tally: String,
    /// Whether any can.
    pub is_comparable: bool,
    /// The definitions that several report.
    pub ranks: Vec<Ranked>,
    /// Every figure, by community.
    pub figures: Vec<(String, Vec<Figure>)>,
}

/// Why pairs can be compared, or cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What it comes to.
    pub mark: PairMark,
    /// Which pairs, or of whom and how many.
    pub who: String,
    /// The reason.
    pub why: String,
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
    /// Whether one of the two is only about right, or a bound.
    has_bound: bool,
    /// The verdict, with what bounds and times take from it.
    mark: PairMark,
    /// The two.
    of: [CommunityId; 2],
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
    /// The communities compared: those chosen, or the cases; one's own first, and no more than there is room for.
    pub fn compared(&self, chosen: &[CommunityId]) -> Vec<CommunityId> {
        let all: Vec<CommunityId> = match chosen.is_empty() {
            true => self.tables.communities().filter(|id| self.is_deep(*id)).collect(),
            false => chosen.to_vec(),
        };
        let mut all = order::sorted_by_key(&all, |id| Some(*id) != self.data.own);
        all.truncate(MOST);
        all
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
    pub fn compare_page(&self, comparison: &Comparison, scale: Option<ScaleChoice>) -> ComparePage {
        let words = self.words;
        let communities = self.compared(&comparison.communities);
        let sets = self.shared_definitions(&communities);
        let (mut groups, mut silent) = (Vec::new(), Vec::new());
        for group in self.tables.quantity_groups().iter().copied() {
            let figures: Vec<Vec<ObservationId>> =
                communities.iter().map(|id| self.quantities(*id, group).collect()).collect();
            // Of a base itself there is no rate.
            let has_rate = |id: &ObservationId| self.per(*id, comparison).is_some();
            if comparison.per != measure::Per::Count && !figures.iter().flatten().any(has_rate) {
                continue;
            }
            match figures.iter().any(|figures| !figures.is_empty()) {
                true => groups.push(self.compare_group(&communities, group, &figures, &sets, comparison, scale)),
                false => silent.push(self.code(group)),
            }
        }
        let sentences = self.compare_sentences(&communities, &sets, &groups, comparison.per);
        let left_out: Vec<CommunityId> =
            comparison.communities.iter().copied().filter(|id| !communities.contains(id)).collect();
        let count = communities.len();
        let column = |id: &CommunityId| Column {
            pick: self.pick(&communities, *id),
            is_own: self.data.own == Some(*id),
            is_lit: comparison.highlight == Some(*id),
        };
        ComparePage {
            question: words.fill(FarMsg::MatrixTitle, &[&words.count(count)]),
            sentences,
            columns: communities.iter().map(column).collect(),
            left_out: match left_out.is_empty() {
                true => String::new(),
                false => words.fill(
                    FarMsg::PickLeftOut,
                    &[&left_out.len().to_string(), &MOST.to_string(), &self.named(&left_out)],
                ),
            },
            caption: words.fill(FarMsg::MatrixCaption, &[&self.named(&communities)]),
            pairs: words.fill(FarMsg::MatrixVerdictHow, &[&(count * count.saturating_sub(1) / 2).to_string()]),
            groups: order::sorted_by_key(&groups, |group| !group.is_comparable),
            silent: match silent.is_empty() {
                true => String::new(),
                false => words.fill(FarMsg::CompareSilent, &[&words.list(&silent)]),
            },
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
        scale: Option<ScaleChoice>,
    ) -> CompareGroup {
        let words = self.words;
        let (mut pairs, mut silent) = (Vec::new(), 0);
        for (at, a) in figures.iter().enumerate() {
            for (other, b) in figures.iter().enumerate().skip(at + 1) {
                match self.nearest(a, b) {
                    Some((x, y, it)) => pairs.push(self.pair([communities[at], communities[other]], [x, y], &it)),
                    None => silent += 1,
                }
            }
        }
        let pairs = order::sorted_by_key(&pairs, |pair| (!pair.is_allowed, 5 - pair.score));
        let comparable = pairs.iter().filter(|pair| pair.is_allowed).count();
        let marks: Vec<PairMark> = pairs.iter().map(|pair| pair.mark).collect();
        let mut marks = order::sorted_by_key(&marks, |mark| *mark);
        marks.extend((0..silent).map(|_| PairMark::Silent));
        let telling: Vec<Option<ObservationId>> = figures
            .iter()
            .enumerate()
            .map(|(at, own)| {
                let others = figures.iter().enumerate().filter(|(other, _)| *other != at);
                let others: Vec<ObservationId> = others.flat_map(|(_, figures)| figures.iter().copied()).collect();
                self.telling(own, &others, comparison)
            })
            .collect();
        let shown: Vec<ObservationId> = telling.iter().flatten().copied().collect();
        let axis = self.row_axis(&shown, scale).filter(|_| comparison.per == measure::Per::Count);
        let cells = communities.iter().zip(figures).zip(&telling);
        let cells = cells.map(|((id, own), telling)| self.cell(*id, own, *telling, axis.as_ref(), comparison));
        let of_group =
            sets.iter().filter(|set| self.data.indicator(self.data.observation(set[0]).indicator).group == group);
        let listed = communities.iter().zip(figures).filter(|(_, own)| !own.is_empty());
        let listed = listed.map(|(id, own)| (self.community(*id), own.iter().map(|id| self.figure(*id)).collect()));
        let units = match (&axis, comparison.per) {
            (Some(axis), _) => axis.words.clone(),
            (None, measure::Per::Count) => words.msg(FarMsg::MatrixMixed),
            (None, measure::Per::Thousand) => words.msg(FarMsg::PerThousand),
            (None, measure::Per::Household) => words.msg(FarMsg::PerHousehold),
        };
        let but = marks.iter().filter(|mark| **mark == PairMark::SameBut).count();
        let [all, allowed, caveats] = [pairs.len(), comparable, but].map(|number| number.to_string());
        CompareGroup {
            id: group,
            title: self.code(group),
            axis: units,
            cells: cells.collect(),
            missing: self.who_is_silent(communities, figures),
            verdict: match (pairs.is_empty(), comparable, but) {
                (true, ..) => words.msg(FarMsg::MatrixAlone),
                (_, 0, _) => words.fill(FarMsg::MatrixNone, &[&all]),
                (.., 0) => words.fill(FarMsg::MatrixAllowed, &[&allowed, &all]),
                _ => words.fill(FarMsg::MatrixAllowedBut, &[&allowed, &all, &caveats]),
            },
            why: self.why(&pairs, if comparable == 0 { PairMark::Differs } else { PairMark::SameBut }),
            reasons: self.reasons(&pairs),
            marks,
            tally: words.fill(FarMsg::ComparePairs, &[&all, &allowed]),
            is_comparable: comparable > 0,
            pairs,
            ranks: of_group.map(|set| self.ranked(communities, set, comparison)).collect(),
            figures: listed.collect(),
        }
    }

    /// Who says nothing in a group: those read whole, and those of whom only an excerpt was read, apart.
    fn who_is_silent(&self, communities: &[CommunityId], figures: &[Vec<ObservationId>]) -> String {
        let silent = communities.iter().zip(figures).filter(|(id, own)| own.is_empty() && Some(**id) != self.data.own);
        let silent: Vec<CommunityId> = silent.map(|(id, _)| *id).collect();
        let (excerpts, whole): (Vec<_>, Vec<_>) =
            silent.into_iter().partition(|id| self.data.community(*id).collection == Collection::Reports);
        let line = |of: &[CommunityId], pattern: &dyn Fn(&str) -> String| match of.is_empty() {
            true => String::new(),
            // They stand beside each other, and tell each other apart without what kind of place they are.
            false => {
                let names: Vec<String> = of.iter().map(|id| name::short(&self.community(*id)).to_string()).collect();
                pattern(&self.words.list(&names))
            }
        };
        let whole = line(&whole, &|names| self.words.fill(FarMsg::NotReportedBy, &[names]));
        let excerpts = line(&excerpts, &|names| self.words.fill(FarMsg::MissingUnseen, &[names]));
        self.words.dotted(&[whole, excerpts])
    }

    /// What stands against the pairs of one verdict, each thing once.
    fn why(&self, pairs: &[Pair], mark: PairMark) -> String {
        let mut all: Vec<String> = Vec::new();
        for reason in pairs.iter().filter(|pair| pair.mark == mark).flat_map(|pair| self.against(pair)) {
            if !all.contains(&reason) {
                all.push(reason);
            }
        }
        self.words.list(&all)
    }

    /// What stands against comparing two, or must be said with it: of those that cannot be compared times are not worth a word.
    fn against(&self, pair: &Pair) -> Vec<String> {
        let aspects = pair.aspects.iter().zip(ASPECTS);
        let weighs = |differs: &[Refusal]| pair.is_allowed || differs.iter().any(|reason| reason.forbids());
        let differing = aspects.filter(|((_, agrees), (differs, ..))| !agrees && weighs(differs));
        let mut all: Vec<String> = differing.map(|((words, _), _)| words.clone()).collect();
        if pair.has_bound && pair.is_allowed {
            all.push(self.words.msg(FarMsg::MatrixBounds));
        }
        all
    }

    /// Each reason once, with the pairs it holds for: few by name, many by whom they are of.
    fn reasons(&self, pairs: &[Pair]) -> Vec<Reason> {
        const FEW: usize = 3;
        let words = self.words;
        let mut found: Vec<(PairMark, String, Vec<&Pair>)> = Vec::new();
        for pair in pairs {
            let why = match pair.mark {
                PairMark::Same => words.msg(FarMsg::MatrixKeySame),
                _ => words.list(&self.against(pair)),
            };
            match found.iter_mut().find(|(mark, other, _)| *mark == pair.mark && *other == why) {
                Some((_, _, pairs)) => pairs.push(pair),
                None => found.push((pair.mark, why, vec![pair])),
            }
        }
        let reason = |(mark, why, pairs): &(PairMark, String, Vec<&Pair>)| {
            let who = match pairs.len() {
                0..=FEW => words.list(&pairs.iter().map(|pair| pair.who.clone()).collect::<Vec<_>>()),
                many => {
                    let of: Vec<CommunityId> = pairs.iter().flat_map(|pair| pair.of).collect();
                    let names = self.named(&order::distinct(&of));
                    words.fill(FarMsg::MatrixPairsAmong, &[&names, &many.to_string()])
                }
            };
            Reason { mark: *mark, who, why: why.clone() }
        };
        let found = order::sorted_by_key(&found, |(mark, ..)| *mark);
        found.iter().map(reason).collect()
    }

    fn compare_sentences(
        &self,
        communities: &[CommunityId],
        sets: &[Vec<ObservationId>],
        groups: &[CompareGroup],
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
        let counted = |group: &CompareGroup| {
            let pairs = group.pairs.iter().filter(|pair| pair.is_allowed).count();
            (pairs > 0).then(|| words.fill(FarMsg::MatrixCount, &[&group.title, &pairs.to_string()]))
        };
        let counted: Vec<String> = groups.iter().filter_map(counted).collect();
        if !counted.is_empty() {
            sentences.push(words.fill(FarMsg::MatrixComparable, &[&words.list(&counted)]));
        }
        // The first of those that come nearest.
        let nearest = groups.iter().flat_map(|group| group.pairs.first().map(|pair| (group, pair)));
        let nearest = nearest.fold(None, |best: Option<(&CompareGroup, &Pair)>, next| match best {
            Some(best) if best.1.score >= next.1.score => Some(best),
            _ => Some(next),
        });
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
        let has_bound = figures.iter().any(|id| self.data.observation(*id).bound != Bound::Exact);
        Pair {
            has_bound,
            mark: match (comparable.is_allowed(), comparable.reasons.is_empty() && !has_bound) {
                (true, true) => PairMark::Same,
                (true, false) => PairMark::SameBut,
                _ => PairMark::Differs,
            },
            of: communities,
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
