//! Whom to compare: every community to choose from, found by name or place, and those that are near one, each with its reason.

use super::Context;
use super::compare::MOST;
use crate::measure;
use crate::model::order;
use crate::model::*;
use crate::query::is_quantity;
use crate::state::Comparison;
use crate::text::{FarMsg, search};

/// What is chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// By collection, the library also by province; empty groups are left out.
    pub groups: Vec<PickGroup>,
    /// How many communities there are to choose from.
    pub count: usize,
}

/// Communities that are listed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickGroup {
    /// The collection, and the province.
    pub title: String,
    /// In file order.
    pub picks: Vec<Pick>,
}

/// A community to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Which one.
    pub id: CommunityId,
    /// Its name.
    pub name: String,
    /// Where it lies, and of what type it is.
    pub detail: String,
    /// Whether it is compared.
    pub is_chosen: bool,
    /// What is compared after choosing it, or taking it out; `None` where there is no room, or nothing would be left.
    pub next: Option<Vec<CommunityId>>,
}

/// A community near another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Which one.
    pub id: CommunityId,
    /// Its name.
    pub name: String,
    /// What makes it one, in words.
    pub reason: String,
    /// What is compared after choosing it; `None` where there is no room.
    pub next: Option<Vec<CommunityId>>,
}

/// What is said of whom to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peers {
    /// Whom they are near to.
    pub of: String,
    /// Each with its reason.
    pub peers: Vec<Peer>,
}

/// Most peers for one reason.
const MOST_PEERS: usize = 2;
/// As large as, within this part.
const SIMILAR: f64 = 0.5;
/// The word of a vocabulary for what a text does not say: that two texts do not say it makes no peers.
const UNSTATED: &str = "not_stated";

impl Context<'_> {
    /// What is compared after one is chosen or taken out.
    fn after_pick(&self, compared: &[CommunityId], id: CommunityId) -> Option<Vec<CommunityId>> {
        let is_chosen = compared.contains(&id);
        let others: Vec<CommunityId> = compared.iter().copied().filter(|other| *other != id).collect();
        let next = if is_chosen { others } else { [compared, &[id]].concat() };
        (!next.is_empty() && next.len() <= MOST).then_some(next)
    }

    /// A community to choose.
    pub(super) fn pick(&self, compared: &[CommunityId], id: CommunityId) -> Pick {
        Pick {
            id,
            name: self.community(id),
            detail: self.where_and_what(id),
            is_chosen: compared.contains(&id),
            next: self.after_pick(compared, id),
        }
    }

    /// Where a community lies and of what type it is, in a few words.
    pub(super) fn where_and_what(&self, id: CommunityId) -> String {
        let place =
            [PlaceLevel::City, PlaceLevel::Province].into_iter().find_map(|level| self.data.place_at(id, level));
        let place = place.map_or_else(String::new, |place| self.words.text(&self.data.place(place).name));
        let types: Vec<String> = self.data.community(id).types.iter().map(|code| self.code(*code)).collect();
        self.words.dotted(&[place, self.words.list(&types)])
    }

    /// The communities to choose from: all, or those that something typed finds, by name or place.
    pub fn picker(&self, comparison: &Comparison, typed: &str) -> Picker {
        let compared = self.compared(&comparison.communities);
        let found = self.communities_called(typed);
        let mut groups: Vec<PickGroup> = Vec::new();
        // Own, cases, then the library by province.
        let all: Vec<CommunityId> = self.tables.communities().filter(|id| found.contains(id)).collect();
        let rank = |id: &CommunityId| match self.data.community(*id).collection {
            Collection::Own => (0, None),
            Collection::Cases => (1, None),
            Collection::Reports | Collection::Register => (2, self.data.place_at(*id, PlaceLevel::Province)),
        };
        let all = order::sorted_by_key(&all, rank);
        for id in &all {
            let title = self.pick_title(*id);
            let pick = self.pick(&compared, *id);
            match groups.last_mut() {
                Some(group) if group.title == title => group.picks.push(pick),
                _ => groups.push(PickGroup { title, picks: vec![pick] }),
            }
        }
        Picker { groups, count: all.len() }
    }

    fn pick_title(&self, id: CommunityId) -> String {
        match self.data.community(id).collection {
            Collection::Own => self.words.msg(FarMsg::PickOwn),
            Collection::Cases => self.words.msg(FarMsg::PickCases),
            Collection::Reports | Collection::Register => {
                let province = self.data.place_at(id, PlaceLevel::Province);
                let province = province.map_or_else(String::new, |place| self.words.text(&self.data.place(place).name));
                self.words.dotted(&[self.words.msg(FarMsg::PickReports), province])
            }
        }
    }

    fn communities_called(&self, typed: &str) -> Vec<CommunityId> {
        if typed.trim().is_empty() {
            return self.tables.communities().collect();
        }
        let lexicon = self.words.lexicon();
        let mut index = search::Index::default();
        for id in self.tables.communities() {
            let name = &self.data.community(id).name;
            index.add(id.0, &name.zh, lexicon);
            index.add(id.0, &name.en, lexicon);
            for level in PlaceLevel::ALL {
                if let Some(place) = self.data.place_at(id, *level) {
                    index.add(id.0, &self.data.place(place).name.zh, lexicon);
                    index.add(id.0, &self.data.place(place).name.en, lexicon);
                }
            }
        }
        index.search(typed, lexicon).into_iter().map(CommunityId).collect()
    }

    /// The communities near the reader's own, else the one that stands out, else the first compared: of its size under one
    /// definition, of its type, of its city; each once, by the reason that says most.
    pub fn peers(&self, comparison: &Comparison) -> Peers {
        let compared = self.compared(&comparison.communities);
        let anchor = self.data.own.filter(|own| compared.contains(own)).or(comparison.highlight);
        let Some(anchor) = anchor.or(compared.first().copied()) else {
            return Peers { of: String::new(), peers: Vec::new() };
        };
        let mut peers: Vec<Peer> = Vec::new();
        let reasons: [&dyn Fn(CommunityId) -> Option<String>; 3] =
            [&|other| self.similar_size(anchor, other), &|other| self.shared_type(anchor, other), &|other| {
                self.shared_city(anchor, other)
            }];
        let others: Vec<CommunityId> = self
            .tables
            .communities()
            .filter(|id| *id != anchor && Some(*id) != self.data.own && !compared.contains(id))
            .collect();
        for reason in reasons {
            let near = others.iter().filter_map(|id| Some((*id, reason(*id)?)));
            let fresh: Vec<(CommunityId, String)> =
                near.filter(|(id, _)| !peers.iter().any(|peer| peer.id == *id)).take(MOST_PEERS).collect();
            peers.extend(fresh.into_iter().map(|(id, reason)| Peer {
                id,
                name: self.community(id),
                reason,
                next: self.after_pick(&compared, id),
            }));
        }
        Peers { of: self.community(anchor), peers }
    }

    /// How large another is, where it is within half as large again as one under one definition.
    fn similar_size(&self, one: CommunityId, other: CommunityId) -> Option<String> {
        let sizes = |id: CommunityId| {
            let bases = [Role::PeopleBase, Role::HouseholdBase];
            let groups = bases.into_iter().flat_map(|role| self.data.groups_with(role));
            let figures = groups.flat_map(move |group| self.quantities(id, group));
            figures.map(|id| self.data.observation(id)).filter(|row| {
                let is_known = matches!(row.bound, Bound::Exact | Bound::About);
                is_quantity(row) && is_known && row.status == ObsStatus::Reported
            })
        };
        sizes(one).find_map(|a| {
            let near = |b: &&Observation| {
                let distance = self.length(b, a.unit).zip(a.value).map(|(b, a)| (b - a).abs() / a);
                measure::same_row(self.data, a, b).is_empty() && distance.is_some_and(|part| part <= SIMILAR)
            };
            let near = sizes(other).find(near)?;
            Some(self.words.fill(FarMsg::PeerSize, &[&self.indicator(near), &self.value(near).text]))
        })
    }

    fn shared_type(&self, one: CommunityId, other: CommunityId) -> Option<String> {
        let types = &self.data.community(other).types;
        let is_shared = |code: &&CodeId| types.contains(code) && self.data.code(**code).code != UNSTATED;
        let shared = self.data.community(one).types.iter().find(is_shared)?;
        Some(self.words.fill(FarMsg::PeerType, &[&self.code(*shared)]))
    }

    fn shared_city(&self, one: CommunityId, other: CommunityId) -> Option<String> {
        let city = |id| self.data.place_at(id, PlaceLevel::City);
        let shared = city(one).filter(|place| city(other) == Some(*place))?;
        Some(self.words.fill(FarMsg::PeerCity, &[&self.words.text(&self.data.place(shared).name)]))
    }

    /// Names of communities in a row.
    pub(super) fn named(&self, communities: &[CommunityId]) -> String {
        self.words.list(&communities.iter().map(|id| self.community(*id)).collect::<Vec<_>>())
    }
}
