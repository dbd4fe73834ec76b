//! The atlas of governance systems: who has which, and how each works.

use super::community::SystemNode;
use super::{Context, map};
use crate::chart::{Flow, FlowStep, Spec};
use crate::model::{order, *};
use crate::query::{Coverage, Found, silence};
use crate::text::FarMsg;

/// A row of the atlas: a motif or a topic, with its systems in each community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasRow {
    /// What the systems have in common.
    pub title: String,
    /// What is to be known of it.
    pub note: String,
    /// How many systems, and in how many communities of all.
    pub says: String,
    /// For each community, its systems.
    pub cells: Vec<AtlasCell>,
}

/// The systems of a community in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasCell {
    /// Whose.
    pub who: String,
    /// How many, or that none is reported.
    pub count: String,
    /// How dark it is, from 0, for none, to 4.
    pub step: usize,
    /// Which.
    pub links: Vec<SystemLink>,
}

/// A community of the atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasHead {
    /// Which one.
    pub id: CommunityId,
    /// Its name.
    pub name: String,
    /// How many of its systems pass the filters.
    pub says: String,
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
    /// The communities of which systems are recorded.
    pub communities: Vec<AtlasHead>,
    /// Whether they are few enough for a column each.
    pub has_columns: bool,
    /// Motifs, most widespread first.
    pub motifs: Vec<AtlasRow>,
    /// Every system, by its first topic.
    pub topics: Vec<AtlasRow>,
    /// Of which communities no system is recorded, and what that means.
    pub others: Vec<String>,
    /// Whether so few systems are left that nothing needs to be folded.
    pub is_short: bool,
}

/// A column of less than this fraction of the page says nothing.
const COLUMNS: usize = 8;

/// More systems than this are folded.
const UNFOLDED: usize = 24;

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

    /// The atlas of what the filters leave. Communities of which no system is recorded have no column: there are dozens of
    /// which only excerpts were read.
    pub fn atlas(&self, found: &Found) -> Atlas {
        // What a person entered by hand names no systems.
        let communities = self.counted(found).into_iter();
        let (communities, silent): (Vec<CommunityId>, Vec<CommunityId>) =
            communities.partition(|id| self.tables.systems_of(*id).next().is_some());
        let rows = |list: CodeList, has: &dyn Fn(&System, CodeId) -> bool| -> Vec<(usize, AtlasRow)> {
            let rows = self.data.codes_in(list).map(|code| self.atlas_row(found, &communities, code, has));
            rows.filter(|(_, row)| row.cells.iter().any(|cell| !cell.links.is_empty())).collect()
        };
        let motifs = rows(CodeList::Motif, &|system, code| system.motifs.contains(&code));
        let motifs = order::sorted_by_key(&motifs, |(spread, _)| std::cmp::Reverse(*spread));
        let topics = rows(CodeList::Topic, &|system, code| system.topics.first() == Some(&code));
        let plain = |rows: Vec<(usize, AtlasRow)>| rows.into_iter().map(|(_, row)| row).collect();
        let head = |id: &CommunityId| {
            let count = found.systems().iter().filter(|system| self.data.system(**system).community == *id).count();
            let says = self.words.counted(count, FarMsg::AtlasSystems);
            AtlasHead { id: *id, name: self.community(*id), says }
        };
        Atlas {
            communities: communities.iter().map(head).collect(),
            has_columns: communities.len() <= COLUMNS,
            motifs: plain(motifs),
            topics: plain(topics),
            others: self.without_systems(&silent),
            is_short: found.systems().len() <= UNFOLDED,
        }
    }

    /// A row of the atlas, and how many communities of the package have it, filtered or not.
    fn atlas_row(
        &self,
        found: &Found,
        communities: &[CommunityId],
        code: CodeId,
        has: &dyn Fn(&System, CodeId) -> bool,
    ) -> (usize, AtlasRow) {
        let words = self.words;
        let cell = |community: &CommunityId| {
            let inside = found.systems().iter().filter(|id| {
                let system = self.data.system(**id);
                system.community == *community && has(system, code)
            });
            let links: Vec<SystemLink> = inside.map(|id| self.system_link(*id)).collect();
            let count = match links.len() {
                0 => words.msg(FarMsg::AtlasNone),
                count => count.to_string(),
            };
            AtlasCell { who: self.community(*community), count, step: map::step(links.len() as u32), links }
        };
        let cells: Vec<AtlasCell> = communities.iter().map(cell).collect();
        let having = self.evidence().systems_with(code).map(|id| self.data.system(id));
        let having = having.filter(|system| has(system, code)).map(|system| system.community);
        let spread = order::distinct(&having.collect::<Vec<_>>()).len();
        let count = cells.iter().map(|cell| cell.links.len()).sum();
        let says = words.dotted(&[
            words.counted(count, FarMsg::AtlasSystems),
            words.counted(spread, if spread == 1 { FarMsg::AtlasSpreadOne } else { FarMsg::AtlasSpread }),
        ]);
        (spread, AtlasRow { title: self.code(code), note: words.text(&self.data.code(code).note), says, cells })
    }

    /// What it means that of some communities no system is recorded.
    fn without_systems(&self, silent: &[CommunityId]) -> Vec<String> {
        let was_read = |id: &CommunityId| silence(self.data.community(*id).collection) == Coverage::NotReported;
        let (read, excerpts): (Vec<CommunityId>, Vec<CommunityId>) = silent.iter().partition(|id| was_read(id));
        let names: Vec<String> = read.iter().map(|id| self.community(*id)).collect();
        let silent = (!names.is_empty()).then(|| self.words.fill(FarMsg::AtlasSilent, &[&self.words.list(&names)]));
        let excerpts = (!excerpts.is_empty()).then(|| self.words.counted(excerpts.len(), FarMsg::AtlasExcerpts));
        silent.into_iter().chain(excerpts).collect()
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
            let actor = match actor.is_empty() {
                true => self.words.msg(FarMsg::StepUnstated),
                false => self.words.fill(FarMsg::StepActor, &[&actor]),
            };
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
