//! The page of one community: its figures in groups, its systems as a tree, its sources, and a summary made from the data.

use super::Context;
use super::sentence::{Sentence, marked, pieces};
use crate::model::*;
use crate::query::{Found, Selection};
use crate::text::{self, FarMsg};

/// Figures of one indicator group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureGroup {
    /// The group's name.
    pub title: String,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Why there is none, or what is lacking.
    pub missing: Option<String>,
}

/// One figure of a community page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Opens its receipt.
    pub id: ObservationId,
    /// Its indicator.
    pub label: String,
    /// The value.
    pub value: String,
    /// Scope and period.
    pub detail: String,
    /// The whole figure as a sentence.
    pub spoken: String,
}

/// A system with everything below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemNode {
    /// Which one.
    pub id: SystemId,
    /// Its name.
    pub name: String,
    /// Its form and topics.
    pub kind: String,
    /// For whom.
    pub targets: String,
    /// What it is.
    pub summary: String,
    /// Since when; empty where not stated.
    pub since: String,
    /// Whether its parts are steps in order.
    pub ordered: bool,
    /// Its parts: name, actor.
    pub parts: Vec<(String, String)>,
    /// What is to be said of parts that are not listed.
    pub parts_note: String,
    /// The phrase it stands on.
    pub locator: String,
    /// Figures reported of it.
    pub figures: Vec<Figure>,
    /// Systems inside it.
    pub children: Vec<SystemNode>,
}

/// The page of one community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunityPage {
    /// Its name.
    pub name: String,
    /// The places it lies in, each with what it was inferred from.
    pub places: Vec<String>,
    /// Its types.
    pub types: String,
    /// The kinds of housing in it; empty where none is stated.
    pub settlements: String,
    /// What to know first.
    pub note: String,
    /// Generated sentences.
    pub summary: Vec<Sentence>,
    /// Its figures.
    pub groups: Vec<FigureGroup>,
    /// The groups it reports nothing of, as one line; empty where it reports of all.
    pub missing: String,
    /// Numbers inside names: the name, and what the number counts where that is known.
    pub labels: Vec<Figure>,
    /// Its systems.
    pub systems: Vec<SystemNode>,
    /// How many systems.
    pub system_count: usize,
    /// Its sources.
    pub sources: Vec<SourceId>,
}

impl Context<'_> {
    /// The page of one community.
    pub fn community_page(&self, id: CommunityId) -> CommunityPage {
        let community = self.data.community(id);
        let everything = self.tables.find(&Selection::default());
        let roots = self.tables.systems_of(id).filter(|system| self.data.system(*system).parent.is_none());
        let names = |codes: &[CodeId]| {
            let names: Vec<String> = codes.iter().map(|code| self.code(*code)).collect();
            self.words.list(&names)
        };
        CommunityPage {
            name: self.words.text(&community.name),
            places: self.place_names(id),
            types: names(&community.types),
            settlements: names(&community.settlements),
            note: self.words.text(&community.note),
            summary: self.community_summary(id, &everything),
            groups: self.figure_groups(id, &everything),
            missing: match self.nothing_of(id, &everything) {
                none if none.is_empty() => String::new(),
                groups => self.silent_on(id, &groups),
            },
            labels: self.labels(id),
            systems: roots.map(|root| self.system_node(root, 0)).collect(),
            system_count: self.tables.systems_of(id).count(),
            sources: community.sources.clone(),
        }
    }

    fn place_names(&self, id: CommunityId) -> Vec<String> {
        let places = PlaceLevel::ALL.iter().filter_map(|level| self.data.place_at(id, *level));
        let name = |place: PlaceId| {
            let place = self.data.place(place);
            let name = self.words.text(&place.name);
            match place.basis {
                Basis::Stated => name,
                Basis::Inferred => format!("{name}{}", self.words.msg(FarMsg::PlaceInferredMark)),
            }
        };
        places.map(name).collect()
    }

    /// One figure in words.
    pub(super) fn figure(&self, id: ObservationId) -> Figure {
        let row = self.data.observation(id);
        Figure {
            id,
            label: self.indicator(row),
            value: if row.salience == Salience::Date { self.period(row) } else { self.value(row).text },
            detail: if row.salience == Salience::Date {
                self.scope_name(row)
            } else {
                self.words.dotted(&[self.scope_name(row), self.period_short(row)])
            },
            spoken: self.spoken(row),
        }
    }

    fn figure_groups(&self, id: CommunityId, everything: &Found) -> Vec<FigureGroup> {
        let quantities = self.tables.quantity_groups();
        let group = |group: CodeId| {
            let figures = self.tables.figures_in(id, group);
            let figures = figures.filter(|row| self.data.observation(*row).salience != Salience::Label);
            let coverage = self.coverage(everything, id, group);
            let missing = (quantities.contains(&group) && !coverage.is_reported()).then(|| {
                self.words.dotted(&[
                    self.words.fill(FarMsg::LaneNotReported, &[&self.code(group)]),
                    self.silence(id),
                    self.why_missing(id, group, coverage),
                ])
            });
            FigureGroup { title: self.code(group), figures: figures.map(|row| self.figure(row)).collect(), missing }
        };
        let groups = self.data.codes_in(CodeList::IndicatorGroup).map(group);
        groups.filter(|group| !group.figures.is_empty()).collect()
    }

    /// What a community's sources say nothing of, as a sentence.
    fn silent_on(&self, id: CommunityId, groups: &[String]) -> String {
        let silent = if self.is_deep(id) { FarMsg::CommunityMissing } else { FarMsg::CommunityNotInExcerpt };
        self.words.fill(silent, &[&self.words.list(groups)])
    }

    /// The groups a community reports nothing of.
    fn nothing_of(&self, id: CommunityId, everything: &Found) -> Vec<String> {
        self.tables
            .quantity_groups()
            .iter()
            .copied()
            .filter(|group| self.coverage(everything, id, *group).is_silent())
            .map(|group| self.lower_code(group))
            .collect()
    }

    fn labels(&self, id: CommunityId) -> Vec<Figure> {
        let label = |row: &ObservationId| self.data.observation(*row).salience == Salience::Label;
        let figure = |id: ObservationId| {
            let row = self.data.observation(id);
            let known = row.value.map(|_| self.words.pair("：", ": ") + &self.value(row).text);
            Figure { label: self.scope_name(row), value: known.unwrap_or_default(), ..self.figure(id) }
        };
        self.tables.figures_of(id).filter(label).map(figure).collect()
    }

    pub(super) fn system_node(&self, id: SystemId, depth: usize) -> SystemNode {
        const DEEPEST: usize = 8;
        let system = self.data.system(id);
        let names = |codes: &[CodeId]| self.words.list(&codes.iter().map(|code| self.code(*code)).collect::<Vec<_>>());
        let inside = self.evidence().systems_inside(id).filter(|_| depth < DEEPEST);
        // Numbers in names are no figures of a system.
        let figures = self.evidence().figures_of_system(id);
        let figures = figures.filter(|row| self.data.observation(*row).salience != Salience::Label);
        let stated = system.parts_stated.map_or(String::new(), |parts| parts.to_string());
        let parts = system.parts.iter().map(|part| (self.words.text(&part.name), self.words.text(&part.actor)));
        SystemNode {
            id,
            name: self.words.text(&system.name),
            kind: self.words.dotted(&[self.words.name(system.form), names(&system.topics)]),
            targets: names(&system.targets),
            summary: self.words.text(&system.summary),
            since: match system.since {
                Period::Unstated => String::new(),
                ref since => text::period::words(
                    since,
                    PeriodType::Milestone,
                    Bases::both(PeriodBasis::Stated),
                    self.words.locale,
                ),
            },
            ordered: system.parts_kind == PartsKind::Ordered,
            parts: parts.collect(),
            parts_note: match system.parts_kind {
                PartsKind::NotListed if stated.is_empty() => self.words.msg(FarMsg::PartsNotNamed),
                PartsKind::NotListed => self.words.fill(FarMsg::PartsNotListed, &[&stated]),
                _ if system.parts_list == PartsList::Open => self.words.msg(FarMsg::PartsOpen),
                _ => String::new(),
            },
            locator: system.locator_hans.clone().unwrap_or_else(|| system.locator.clone()),
            figures: figures.map(|row| self.figure(row)).collect(),
            children: inside.map(|child| self.system_node(child, depth + 1)).collect(),
        }
    }

    /// Sentences that say what the data say, and nothing else.
    pub fn community_summary(&self, id: CommunityId, everything: &Found) -> Vec<Sentence> {
        let words = self.words;
        let name = self.community(id);
        let mut sentences = Vec::new();
        let core: Vec<ObservationId> = self
            .tables
            .figures_of(id)
            .filter(|row| {
                let row = self.data.observation(*row);
                row.salience == Salience::Core && row.value.is_some()
            })
            .collect();
        let scope_of = |row: &ObservationId| match self.data.observation(*row) {
            row if row.scope == Scope::Compound => self.scope_name(row),
            _ => String::new(),
        };
        // What all of them speak of is said once.
        let shared = core.first().map(scope_of).filter(|scope| core.iter().all(|row| scope_of(row) == *scope));
        let own_scope = |row| if shared.is_some() { String::new() } else { scope_of(row) };
        let facts: Vec<String> = core.iter().map(|row| self.fact(*row, &own_scope(row))).collect();
        let facts = facts.join(&words.pair("，", "; "));
        let place = self.marked_place(id);
        let count = self.tables.figures_of(id).count().to_string();
        let systems = self.tables.systems_of(id).count().to_string();
        sentences.push(words.fill(FarMsg::SummaryOpening, &[&name, &place, &count, &systems]));
        match shared.filter(|scope| !scope.is_empty()) {
            _ if facts.is_empty() => {}
            Some(scope) => sentences.push(words.fill(FarMsg::SummaryFactsIn, &[&facts, &scope])),
            None => sentences.push(words.fill(FarMsg::SummaryFacts, &[&facts])),
        }
        let missing = self.nothing_of(id, everything);
        if !missing.is_empty() {
            sentences.push(self.silent_on(id, &missing));
        }
        sentences.iter().map(|sentence| pieces(sentence)).collect()
    }

    /// Where it lies, each place with the mark of being inferred.
    fn marked_place(&self, id: CommunityId) -> String {
        let mut names = self.place_names(id);
        if self.words.locale.is_chinese() {
            return names.concat();
        }
        names.reverse();
        names.join(", ")
    }

    /// A figure inside a sentence: 常住人口约5,000人, 居民小组13个.
    fn fact(&self, id: ObservationId, scope: &str) -> String {
        let (row, words) = (self.data.observation(id), self.words);
        let (indicator, unit) = (self.indicator(row), words.text(&self.data.unit(row.unit).name));
        // What is planned by definition need not say so twice.
        let shown = match self.data.indicator(row.indicator).kind {
            ValueKind::Plan => text::value::stated(self.data, row, words.locale, words.lexicon()),
            _ => self.value(row),
        };
        if words.locale.is_chinese() {
            let noun = if indicator.ends_with(&unit) { Some(&*unit) } else { None };
            let noun = noun
                .or_else(|| unit.strip_prefix(['个', '支', '家', '处', '门', '块', '台', '套']))
                .unwrap_or_default();
            let value = match !noun.is_empty() && indicator.contains(noun) {
                true => shown.text.strip_suffix(noun).unwrap_or(&shown.text),
                false => &shown.text,
            };
            return [scope, &indicator, &marked(id, value)].concat();
        }
        let indicator = lower_first(&indicator);
        let value = match indicator.to_lowercase().contains(&unit.to_lowercase()) && !unit.is_empty() {
            true => shown.text.strip_suffix(&unit).map_or(&*shown.text, str::trim_end),
            false => &shown.text,
        };
        let value = marked(id, value);
        if scope.is_empty() { format!("{indicator}: {value}") } else { format!("{indicator} ({scope}): {value}") }
    }

    pub(super) fn lower_code(&self, group: CodeId) -> String {
        let name = self.code(group);
        if self.words.locale.is_chinese() { name } else { lower_first(&name) }
    }
}

/// English words inside a sentence: only the first letter changes, for Party stays Party.
pub(super) fn lower_first(text: &str) -> String {
    let mut lower = text.to_string();
    // The table of all letters' cases would be 11 kB of the first load.
    if !text.starts_with("Party") && !text.is_empty() && text.is_char_boundary(1) {
        lower[..1].make_ascii_lowercase();
    }
    lower
}
