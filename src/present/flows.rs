//! Ordered flows side by side: who takes which step, and where the source does not say.
//!
//! Owns: the one model that makes the picture, its table and what is read out. May use: the atlas' names. Deliberately absent:
//! how long a step takes and how well it is taken; no source says.

use super::Context;
use super::atlas::SystemLink;
use crate::chart::{Relay, RelayStep, Relays};
use crate::model::*;
use crate::text::{FarMsg, Words};

/// More flows than this are named, not drawn.
const DRAWN: usize = 12;

/// Flows side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// What the rows show, in a sentence.
    pub title: String,
    /// How to read it.
    pub metric: String,
    /// The flows beside each other, first the one they stand beside.
    pub rows: Vec<FlowRow>,
    /// Lanes of the picture.
    lanes: Vec<String>,
    unstated: String,
    /// What the lanes leave out: actors the source calls otherwise.
    pub note: String,
    /// What is said of the flows that are only named; empty where there are none.
    pub others_say: String,
    /// Flows most of whose steps nobody is named for.
    pub others: Vec<(SystemLink, String)>,
}

/// A flow.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowRow {
    /// Which one.
    pub link: SystemLink,
    /// Whose.
    pub community: String,
    /// Whether it is the one the others stand beside.
    pub is_this: bool,
    /// Its steps.
    pub steps: Vec<FlowStepRow>,
}

/// A step of a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStepRow {
    /// Opaque.
    key: String,
    /// What is done.
    pub name: String,
    /// Who does it, as the source calls them; or that it does not say.
    pub who: String,
    /// Whether the source says who.
    pub is_stated: bool,
    /// Whether the source calls them otherwise than their lanes.
    is_otherwise: bool,
    lanes: Vec<usize>,
}

/// Who takes steps: an actor of the vocabulary, or one only this package's words name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Actor {
    Known(CodeId),
    Named(String),
}

impl Flows {
    /// The lanes, that of the steps nobody is named for included.
    pub fn lane_count(&self) -> usize {
        self.lanes.len() + usize::from(!self.unstated.is_empty())
    }

    /// The lanes a step stands in.
    pub fn lanes_of(&self, words: &Words, step: &FlowStepRow) -> String {
        match step.is_stated {
            true => words.list(&step.lanes.iter().filter_map(|at| self.lanes.get(*at).cloned()).collect::<Vec<_>>()),
            false => self.unstated.clone(),
        }
    }

    /// The names of the lanes as a picture.
    pub fn head(&self) -> Relays {
        self.part(true, Vec::new())
    }

    /// A flow as a picture under [`Flows::head`]; its name stands beside it.
    pub fn relay(&self, row: &FlowRow) -> Relays {
        let step = |step: &FlowStepRow| RelayStep {
            key: step.key.clone(),
            name: [step.name.as_str(), if step.is_otherwise { "*" } else { "" }].concat(),
            lanes: step.lanes.clone(),
            spoken: [&step.who, " ", &step.name].concat(),
        };
        let steps = row.steps.iter().map(step).collect();
        self.part(false, vec![Relay { lit: row.is_this, steps }])
    }

    fn part(&self, has_head: bool, rows: Vec<Relay>) -> Relays {
        Relays { lanes: self.lanes.clone(), unstated: self.unstated.clone(), has_head, rows }
    }
}

impl Context<'_> {
    /// The flows beside a flow; `None` where it has no order or is the only one.
    pub fn flows_beside(&self, id: SystemId) -> Option<Flows> {
        let is_flow = |id: &SystemId| {
            let system = self.data.system(*id);
            system.parts_kind == PartsKind::Ordered && !system.parts.is_empty()
        };
        let all: Vec<SystemId> = self.tables.systems().filter(is_flow).collect();
        if !all.contains(&id) || all.len() < 2 {
            return None;
        }
        let is_said = |of: &SystemId| {
            let parts = &self.data.system(*of).parts;
            2 * parts.iter().filter(|part| !part.actor.zh.is_empty()).count() >= parts.len()
        };
        let (said, unsaid): (Vec<SystemId>, Vec<SystemId>) =
            all.iter().copied().filter(|other| *other != id).partition(is_said);
        let (drawn, more) = said.split_at(said.len().min(DRAWN - 1));
        let drawn: Vec<SystemId> = std::iter::once(id).chain(drawn.iter().copied()).collect();
        let lanes = self.lanes_of(&drawn);
        let names: Vec<String> = lanes.iter().map(|actor| self.actor(actor)).collect();
        let rows: Vec<FlowRow> = drawn.iter().map(|it| self.flow_row(*it, *it == id, &lanes, &names)).collect();
        let lacks = rows.iter().flat_map(|row| &row.steps).any(|step| !step.is_stated);
        let others = more.iter().chain(&unsaid).map(|it| (self.system_link(*it), self.owner(*it))).collect();
        let otherwise = rows.iter().flat_map(|row| &row.steps).filter(|step| step.is_otherwise);
        let otherwise: Vec<String> = otherwise
            .map(|step| self.words.fill(FarMsg::FlowsOtherwise, &[&step.name, &self.words.quoted(&step.who)]))
            .collect();
        Some(Flows {
            title: self.flows_title(&all),
            metric: self.words.msg(if lacks { FarMsg::FlowsMetricRing } else { FarMsg::FlowsMetric }),
            rows,
            lanes: names,
            unstated: if lacks { self.words.msg(FarMsg::FlowsUnstated) } else { String::new() },
            note: match otherwise.is_empty() {
                true => String::new(),
                false => ["* ", &self.words.dotted(&otherwise)].concat(),
            },
            others_say: match (more.len(), unsaid.len()) {
                (0, 0) => String::new(),
                (0, count) => self.words.counted(count, FarMsg::FlowsUnsaid),
                (more, count) => self.words.fill(FarMsg::FlowsMore, &[&(more + count).to_string()]),
            },
            others,
        })
    }

    fn owner(&self, id: SystemId) -> String {
        self.community(self.data.system(id).community)
    }

    fn actor(&self, actor: &Actor) -> String {
        match actor {
            Actor::Known(code) => self.code(*code),
            Actor::Named(name) => name.clone(),
        }
    }

    /// Who takes a step: of the vocabulary, else as the source calls them; nobody where it does not say.
    fn actors(&self, part: &Part) -> Vec<Actor> {
        match (part.actors.is_empty(), self.words.text(&part.actor)) {
            (false, _) => part.actors.iter().copied().map(Actor::Known).collect(),
            (true, name) if name.is_empty() => Vec::new(),
            (true, name) => vec![Actor::Named(name)],
        }
    }

    /// The lanes of flows: actors of the vocabulary in its order, then others.
    fn lanes_of(&self, flows: &[SystemId]) -> Vec<Actor> {
        let parts = flows.iter().flat_map(|id| &self.data.system(*id).parts);
        let actors: Vec<Actor> = parts.flat_map(|part| self.actors(part)).collect();
        order::sorted_by_key(&order::distinct(&actors), Actor::clone)
    }

    fn flow_row(&self, id: SystemId, is_this: bool, lanes: &[Actor], names: &[String]) -> FlowRow {
        let system = self.data.system(id);
        let step = |(at, part): (usize, &Part)| {
            let actors = self.actors(part);
            let of: Vec<usize> = (0..lanes.len()).filter(|lane| actors.contains(&lanes[*lane])).collect();
            let called = self.words.text(&part.actor);
            // In which order the source names them is its own.
            let mut said: Vec<&str> = called.split(['、', ';', '；']).map(str::trim).collect();
            let mut named: Vec<&str> = of.iter().map(|lane| names[*lane].as_str()).collect();
            said.sort_unstable();
            named.sort_unstable();
            let same = said.len() == named.len()
                && said.iter().zip(&named).all(|(said, named)| said.to_lowercase() == named.to_lowercase());
            FlowStepRow {
                key: format!("{}#{at}", system.key),
                name: self.words.text(&part.name),
                is_stated: !of.is_empty(),
                is_otherwise: !of.is_empty() && !same,
                who: if of.is_empty() { self.words.msg(FarMsg::FlowsUnstated) } else { called },
                lanes: of,
            }
        };
        FlowRow {
            link: self.system_link(id),
            community: self.owner(id),
            is_this,
            steps: system.parts.iter().enumerate().map(step).collect(),
        }
    }

    /// What all flows have in common: with whom most begin, and how many leave open who takes a step.
    fn flows_title(&self, all: &[SystemId]) -> String {
        let words = self.words;
        let first = |id: &SystemId| self.data.system(*id).parts.first().map_or_else(Vec::new, |part| self.actors(part));
        let starts: Vec<Actor> = all.iter().flat_map(first).collect();
        let count = |actor: &Actor| starts.iter().filter(|other| *other == actor).count();
        let most =
            order::distinct(&starts).into_iter().max_by_key(|actor| (count(actor), std::cmp::Reverse(actor.clone())));
        let lacks = |id: &&SystemId| self.data.system(**id).parts.iter().any(|part| part.actor.zh.is_empty());
        let (total, open) = (all.len().to_string(), all.iter().filter(lacks).count());
        let open = match open {
            0 => words.msg(FarMsg::FlowsAllSaid),
            1 => words.msg(FarMsg::FlowsOpenOne),
            open => words.fill(FarMsg::FlowsOpen, &[&open.to_string()]),
        };
        match most.map(|actor| (count(&actor), self.actor(&actor))) {
            Some((starts, actor)) if starts > 1 => {
                words.fill(FarMsg::FlowsStart, &[&total, &starts.to_string(), &actor, &open])
            }
            _ => words.fill(FarMsg::FlowsTitle, &[&total, &open]),
        }
    }
}
