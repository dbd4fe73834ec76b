//! What the search box finds, and where each find leads.

use super::{Context, Package};
use crate::model::*;
use crate::query::{Choice, key};
use crate::state::{Action, Page};
use crate::text::{FarMsg, search::Index};

/// Something that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A community: leads to its page.
    Community(CommunityId),
    /// A system: leads to its page.
    System(SystemId),
    /// An indicator: filters the table by its group.
    Indicator(IndicatorId),
}

/// A line under the search box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub target: Target,
    /// Its name.
    pub label: String,
    /// What sort of thing, and whose.
    pub detail: String,
}

/// Everything that can be found, ready for searching.
pub struct Searcher {
    index: Index,
    targets: Vec<Target>,
}

impl Searcher {
    /// Makes a package's names findable, in both languages.
    pub fn new(package: &Package) -> Searcher {
        let data = &package.data;
        let named = |target: Target| match target {
            Target::Community(id) => &data.community(id).name,
            Target::System(id) => &data.system(id).name,
            Target::Indicator(id) => &data.indicator(id).name,
        };
        let targets: Vec<Target> = package
            .tables
            .communities()
            .map(Target::Community)
            .chain(package.tables.systems().map(Target::System))
            .chain(package.tables.indicators().map(Target::Indicator))
            .collect();
        let mut index = Index::default();
        for (key, target) in targets.iter().enumerate() {
            let name = named(*target);
            index.add(key as u32, &name.zh, &package.lexicon);
            index.add(key as u32, &name.en, &package.lexicon);
        }
        Searcher { index, targets }
    }

    /// The best finds for what was typed, best first.
    pub fn search(&self, context: &Context, query: &str) -> Vec<Hit> {
        const SHOWN: usize = 12;
        let found = self.index.search(query, context.words.lexicon());
        let targets = found.into_iter().take(SHOWN).filter_map(|at| self.targets.get(at as usize));
        let hits = targets.map(|target| context.hit(*target));
        hits.collect()
    }
}

impl Context<'_> {
    fn hit(&self, target: Target) -> Hit {
        let words = self.words;
        let (label, detail) = match target {
            Target::Community(id) => (
                self.community(id),
                words.dotted(&[words.msg(FarMsg::SearchKindCommunity), self.place_path(id, PlaceLevel::District)]),
            ),
            Target::System(id) => {
                let system = self.data.system(id);
                (
                    words.text(&system.name),
                    words.dotted(&[words.msg(FarMsg::SearchKindSystem), self.community(system.community)]),
                )
            }
            Target::Indicator(id) => {
                let indicator = self.data.indicator(id);
                (
                    words.text(&indicator.name),
                    words.dotted(&[words.msg(FarMsg::SearchKindIndicator), self.code(indicator.group)]),
                )
            }
        };
        Hit { target, label, detail }
    }

    /// Where a find leads.
    pub fn follow(&self, target: Target) -> Vec<Action> {
        match target {
            Target::Community(id) => vec![Action::Go(Page::Community(id))],
            Target::System(id) => vec![Action::Go(Page::System(id))],
            Target::Indicator(id) => {
                let group = self.tables.option_of(key::GROUP, Choice::Code(self.data.indicator(id).group));
                let mut actions = vec![Action::ClearAll, Action::Go(Page::Table)];
                actions.extend(group.map(|(dim, group)| Action::Only(dim, group)));
                actions
            }
        }
    }
}
