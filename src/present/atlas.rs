//! The atlas of governance systems: who has which, and how each works.

use super::Context;
use super::community::SystemNode;
use crate::chart::{Flow, FlowStep, Spec};
use crate::model::{order, *};
use crate::query::Found;
use crate::text::FarMsg;

/// A row of the atlas: a motif or a topic, with its systems in each community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasRow {
    /// What the systems have in common.
    pub title: String,
    /// What is to be known of it.
    pub note: String,
    /// How many communities have it, filtered or not.
    pub spread: usize,
    /// For each community, its systems.
    pub cells: Vec<Vec<SystemLink>>,
}

/// A system by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemLink {
    /// Which one.
    pub id: SystemId,
    /// Its name.
    pub name: String,
    /// Its form.
    pub form: String,
}

/// The atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atlas {
    /// The communities, as columns.
    pub communities: Vec<(CommunityId, String)>,
    /// What several communities share, most widespread first.
    pub shared: Vec<AtlasRow>,
    /// Motifs found in one community only.
    pub single: Vec<AtlasRow>,
    /// Every system, by its first topic.
    pub topics: Vec<AtlasRow>,
    /// How many systems pass the filters.
    pub count: usize,
}

/// A system elsewhere that shares a motif.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which one.
    pub link: SystemLink,
    /// Whose.
    pub community: String,
    /// What they share, and how they differ.
    pub difference: String,
}

/// The page of one system.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemPage {
    /// Whose.
    pub community: (CommunityId, String),
    /// What it is part of, from the outermost.
    pub path: Vec<SystemLink>,
    /// The system with everything below it.
    pub node: SystemNode,
    /// Its steps as a chart; `None` where they have no order.
    pub flow: Option<Spec>,
    /// Systems elsewhere that share a motif.
    pub related: Vec<Related>,
    /// Practices that belong to it: which, and its problem.
    pub practices: Vec<(PracticeId, String)>,
    /// The text it stands in.
    pub source: SourceId,
}

impl Context<'_> {
    /// A system by its name.
    pub fn system_link(&self, id: SystemId) -> SystemLink {
        let system = self.data.system(id);
        SystemLink { id, name: self.words.text(&system.name), form: self.words.name(system.form) }
    }

    /// The atlas of what the filters leave.
    pub fn atlas(&self, found: &Found) -> Atlas {
        // What a person entered by hand names no systems.
        let communities: Vec<CommunityId> =
            found.communities().iter().copied().filter(|id| Some(*id) != self.data.own).collect();
        let communities = &communities;
        let rows = |list: CodeList, has: &dyn Fn(&System, CodeId) -> bool| -> Vec<AtlasRow> {
            let row = |code: CodeId| {
                let cell = |community: &CommunityId| {
                    let inside = found.systems().iter().filter(|id| {
                        let system = self.data.system(**id);
                        system.community == *community && has(system, code)
                    });
                    inside.map(|id| self.system_link(*id)).collect()
                };
                let note = self.words.text(&self.data.code(code).note);
                let having = self.evidence().systems_with(code).map(|id| self.data.system(id));
                let having = having.filter(|system| has(system, code));
                let having: Vec<CommunityId> = having.map(|system| system.community).collect();
                let spread = order::distinct(&having).len();
                AtlasRow { title: self.code(code), note, spread, cells: communities.iter().map(cell).collect() }
            };
            let rows = self.data.codes_in(list).map(row);
            rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
        };
        let motifs = rows(CodeList::Motif, &|system, code| system.motifs.contains(&code));
        let motifs = order::sorted_by_key(&motifs, |row| std::cmp::Reverse(row.spread));
        let (shared, single) = motifs.into_iter().partition(|row| row.spread > 1);
        Atlas {
            communities: communities.iter().map(|id| (*id, self.community(*id))).collect(),
            shared,
            single,
            topics: rows(CodeList::Topic, &|system, code| system.topics.first() == Some(&code)),
            count: found.systems().len(),
        }
    }

    /// The page of one system.
    pub fn system_page(&self, id: SystemId) -> SystemPage {
        let system = self.data.system(id);
        let mut path = Vec::new();
        let mut above = system.parent;
        while let Some(parent) = above.filter(|_| path.len() < 8) {
            path.insert(0, self.system_link(parent));
            above = self.data.system(parent).parent;
        }
        let ordered = system.parts_kind == PartsKind::Ordered && !system.parts.is_empty();
        let practices = self.evidence().practices_of_system(id);
        SystemPage {
            community: (system.community, self.community(system.community)),
            path,
            node: self.system_node(id, 0),
            flow: ordered.then(|| Spec::Flow(self.flow(system))),
            related: self.related(id),
            practices: practices.map(|row| (row, self.words.text(&self.data.practice(row).problem))).collect(),
            source: system.source,
        }
    }

    /// The steps of a workflow.
    pub fn flow(&self, system: &System) -> Flow {
        let step = |(at, part): (usize, &Part)| {
            let (name, actor) = (self.words.text(&part.name), self.words.text(&part.actor));
            let actor = if actor.is_empty() { actor } else { self.words.fill(FarMsg::StepActor, &[&actor]) };
            let spoken = self.words.dotted(&[(at + 1).to_string(), name.clone(), actor.clone()]);
            FlowStep { key: format!("{}#{at}", system.key), name, actor, spoken }
        };
        Flow { steps: system.parts.iter().enumerate().map(step).collect() }
    }

    fn related(&self, id: SystemId) -> Vec<Related> {
        let system = self.data.system(id);
        let alike: Vec<SystemId> = system.motifs.iter().flat_map(|code| self.evidence().systems_with(*code)).collect();
        let others = order::distinct(&alike).into_iter();
        let others = others.filter(|other| self.data.system(*other).community != system.community);
        let related = |other: SystemId| {
            let it = self.data.system(other);
            let words = self.words;
            let motifs: Vec<String> =
                it.motifs.iter().filter(|motif| system.motifs.contains(motif)).map(|motif| self.code(*motif)).collect();
            let form = match it.form == system.form {
                true => words.fill(FarMsg::SystemAlike, &[&words.name(it.form)]),
                false => words.fill(FarMsg::SystemUnlike, &[&words.name(it.form)]),
            };
            let parts = match it.parts.len() {
                0 => String::new(),
                count => words.fill(FarMsg::SystemParts, &[&count.to_string()]),
            };
            let targets: Vec<String> = it.targets.iter().map(|code| self.code(*code)).collect();
            let targets = match it.targets == system.targets || targets.is_empty() {
                true => String::new(),
                false => words.fill(FarMsg::SystemOthersFor, &[&words.list(&targets)]),
            };
            Related {
                link: self.system_link(other),
                community: self.community(it.community),
                difference: words.dotted(&[words.list(&motifs), form, parts, targets]),
            }
        };
        others.map(related).collect()
    }
}
