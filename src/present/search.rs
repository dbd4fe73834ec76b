//! What the search box finds, and where each find leads.
//!
//! Things with names (communities, systems, indicators) are found by their names; a figure is found by its community and its
//! indicator side by side, `竹隐 户数` or `zyhs`, so that it is a few keys away; practices by the need they answer, after all that
//! is called so.

use super::practices::{opened, practice_index};
use super::{Context, Package};
use crate::model::*;
use crate::query::{Choice, key};
use crate::state::{Action, Page};
use crate::text::search::{Index, Rank, pairs};
use crate::text::{FarMsg, Lexicon};
use std::collections::BTreeMap;

/// A sort of thing that is found. Of groups whose best finds are alike, the first of these comes first: a name typed half is a
/// community before it is a community and an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Lead to their pages.
    Communities,
    /// Lead to their receipts.
    Figures,
    /// Lead to the table of their group.
    Indicators,
    /// Lead to their pages.
    Systems,
    /// Lead to where they stand open among all.
    Practices,
}

impl Kind {
    /// What stands over finds of this sort.
    pub fn title(self) -> FarMsg {
        match self {
            Kind::Communities => FarMsg::SearchCommunities,
            Kind::Figures => FarMsg::SearchFigures,
            Kind::Indicators => FarMsg::SearchIndicators,
            Kind::Systems => FarMsg::SearchSystems,
            Kind::Practices => FarMsg::SearchPractices,
        }
    }
}

/// Something that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Community(CommunityId),
    System(SystemId),
    Indicator(IndicatorId),
    Figure(ObservationId),
    Practice(PracticeId),
}

impl Target {
    fn kind(self) -> Kind {
        match self {
            Target::Community(_) => Kind::Communities,
            Target::System(_) => Kind::Systems,
            Target::Indicator(_) => Kind::Indicators,
            Target::Figure(_) => Kind::Figures,
            Target::Practice(_) => Kind::Practices,
        }
    }
}

/// A line under the search box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What sort of thing it is. Those of one sort follow one another.
    pub kind: Kind,
    /// Its name.
    pub label: String,
    /// Whose it is, or what it says.
    pub detail: String,
    /// Where it leads.
    pub actions: Vec<Action>,
}

/// Everything that can be found, ready for searching.
pub struct Searcher {
    named: Index,
    targets: Vec<Target>,
    communities: Index,
    indicators: Index,
    practices: Index,
    /// Figures in file order; the row of each.
    figures: Vec<(ObservationId, CommunityId, IndicatorId)>,
}

/// More of one sort would leave no room for the others.
const MOST_OF_A_KIND: usize = 8;
const MOST: usize = 12;
/// Besides those: what was done about what was typed. More of it is on a page of its own.
const MOST_PRACTICES: usize = 4;

impl Searcher {
    /// Makes a package's names findable, in both languages. What a person typed in is not: it is on the page anyway.
    pub fn new(package: &Package) -> Searcher {
        let data = &package.data;
        let named = |target: Target| match target {
            Target::Community(id) => &data.community(id).name,
            Target::System(id) => &data.system(id).name,
            Target::Indicator(id) => &data.indicator(id).name,
            Target::Figure(id) => &data.indicator(data.observation(id).indicator).name,
            Target::Practice(id) => &data.practice(id).problem,
        };
        let targets: Vec<Target> = package
            .tables
            .communities()
            .filter(|id| Some(*id) != data.own)
            .map(Target::Community)
            .chain(package.tables.systems().map(Target::System))
            .chain(package.tables.indicators().map(Target::Indicator))
            .collect();
        let mut indexes = [Index::default(), Index::default(), Index::default()];
        for (key, target) in targets.iter().enumerate() {
            let name = named(*target);
            let mut add = |index: usize, key: u32| {
                indexes[index].add(key, &name.zh, &package.lexicon);
                indexes[index].add(key, &name.en, &package.lexicon);
            };
            add(0, key as u32);
            match target {
                Target::Community(id) => add(1, id.0),
                Target::Indicator(id) => add(2, id.0),
                Target::System(_) | Target::Figure(_) | Target::Practice(_) => {}
            }
        }
        let [all, communities, indicators] = indexes;
        let figures = package.tables.figures().filter_map(|id| {
            let row = data.observation(id);
            let is_stated = row.value.is_some() && Some(row.community) != data.own;
            is_stated.then_some((id, row.community, row.indicator))
        });
        let figures = figures.collect();
        let practices = practice_index(data, &package.tables, &package.lexicon);
        Searcher { named: all, targets, communities, indicators, practices, figures }
    }

    /// The best finds for what was typed, sort by sort, the sort with the best find first.
    pub fn search(&self, context: &Context, query: &str) -> Vec<Hit> {
        let lexicon = context.words.lexicon();
        let named = self.named.ranked(query, lexicon).into_iter();
        let named = named.filter_map(|(rank, at)| Some((rank, *self.targets.get(at as usize)?)));
        let mut groups: BTreeMap<Kind, Vec<(Rank, Target)>> = BTreeMap::new();
        for (rank, target) in named.chain(self.figures(query, lexicon)) {
            groups.entry(target.kind()).or_default().push((rank, target));
        }
        let groups: Vec<Vec<(Rank, Target)>> = groups.into_values().collect();
        let best = |group: &Vec<(Rank, Target)>| group.first().map(|(rank, _)| *rank);
        let groups = order::sorted_by_key(&groups, best);
        let few = groups.into_iter().flat_map(|group| group.into_iter().take(MOST_OF_A_KIND));
        let mut few: Vec<Target> = few.take(MOST).map(|(_, target)| target).collect();
        few.extend(self.practices(query, lexicon, few.is_empty()));
        few.into_iter().map(|target| context.hit(target)).collect()
    }

    /// What was done about what was typed, as the page of practices finds it; answers to a part of it where asked for.
    fn practices(&self, query: &str, lexicon: &Lexicon, partly: bool) -> impl Iterator<Item = Target> {
        let found = if is_enough(query.trim(), 2) { self.practices.answers(query, lexicon) } else { Vec::new() };
        let fit = found.into_iter().filter(move |(_, wholly)| partly || *wholly);
        fit.take(MOST_PRACTICES).map(|(id, _)| Target::Practice(PracticeId(id)))
    }

    /// The figures whose community begins with one part of what was typed, and whose indicator has the other, best first.
    fn figures(&self, query: &str, lexicon: &Lexicon) -> Vec<(Rank, Target)> {
        let mut best: BTreeMap<ObservationId, (Rank, Rank)> = BTreeMap::new();
        for (whose, what) in pairs(query, lexicon) {
            if !is_enough(&whose, 2) || !is_enough(&what, 1) {
                continue;
            }
            let communities = self.communities.ranked(&whose, lexicon).into_iter();
            let communities: BTreeMap<u32, Rank> =
                communities.filter(|(rank, _)| rank.is_beginning()).map(|(rank, id)| (id, rank)).collect();
            if communities.is_empty() {
                continue;
            }
            let indicators = self.indicators.ranked(&what, lexicon).into_iter();
            // Letters inside of an English word are what was meant least of all.
            let fit = |rank: Rank| if rank == Rank::Inside && what.is_ascii() { Rank::Initials } else { rank };
            let indicators: BTreeMap<u32, Rank> = indicators.map(|(rank, id)| (id, fit(rank))).collect();
            for (figure, community, indicator) in &self.figures {
                let (Some(whose), Some(what)) = (communities.get(&community.0), indicators.get(&indicator.0)) else {
                    continue;
                };
                let fit = (*whose.max(what), *whose.min(what));
                best.entry(*figure).and_modify(|best| *best = fit.min(*best)).or_insert(fit);
            }
        }
        let found: Vec<(ObservationId, (Rank, Rank))> = best.into_iter().collect();
        let found = order::sorted_by_key(&found, |(_, fit)| *fit);
        found.into_iter().map(|(id, (rank, _))| (rank, Target::Figure(id))).collect()
    }
}

/// Whether a part of what was typed says enough: two Latin letters at least, or so many Han characters.
fn is_enough(part: &str, han: usize) -> bool {
    part.chars().count() >= if part.is_ascii() { 2 } else { han }
}

impl Context<'_> {
    fn hit(&self, target: Target) -> Hit {
        let words = self.words;
        let (label, detail) = match target {
            Target::Community(id) => (self.community(id), self.place_path(id, PlaceLevel::District)),
            Target::System(id) => (self.system(id), self.community(self.data.system(id).community)),
            Target::Indicator(id) => {
                let indicator = self.data.indicator(id);
                (words.text(&indicator.name), self.code(indicator.group))
            }
            Target::Figure(id) => {
                let row = self.data.observation(id);
                let detail = [self.value(row).text, self.scope_name(row), self.period_short(row)];
                (words.dotted(&[self.community(row.community), self.indicator(row)]), words.dotted(&detail))
            }
            Target::Practice(id) => {
                let row = self.data.practice(id);
                (words.text(&row.problem), self.community(row.community))
            }
        };
        Hit { kind: target.kind(), label, detail, actions: self.follow(target) }
    }

    /// Where a find leads.
    fn follow(&self, target: Target) -> Vec<Action> {
        match target {
            Target::Community(id) => vec![Action::Go(Page::Community(id))],
            Target::System(id) => vec![Action::Go(Page::System(id))],
            Target::Figure(id) => vec![Action::Open(id)],
            Target::Practice(id) => opened(id),
            Target::Indicator(id) => {
                let group = self.tables.option_of(key::GROUP, Choice::Code(self.data.indicator(id).group));
                let mut actions = vec![Action::ClearAll, Action::Go(Page::Table)];
                actions.extend(group.map(|(dim, group)| Action::Only(dim, group)));
                actions
            }
        }
    }
}
