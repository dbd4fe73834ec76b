//! The practice finder: a need, and what was done about it.

use super::Context;
use super::atlas::SystemLink;
use super::community::Figure;
use crate::model::*;
use crate::query::{Choice, Selection, key};
use crate::text::{FarMsg, search::Index};

/// A practice in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCard {
    /// Says that it answers only a part of the need; empty where it answers all.
    pub partly: String,
    /// The problem or need.
    pub problem: String,
    /// Says that the problem is concluded by the editors; empty where the text states it.
    pub inferred: String,
    /// Where.
    pub community: (CommunityId, String),
    /// What was done, by whom, for whom, with what result: term and words.
    pub facts: Vec<(String, String)>,
    /// The systems it belongs to.
    pub systems: Vec<SystemLink>,
    /// The figures reported of it.
    pub figures: Vec<Figure>,
    /// The phrase it stands on.
    pub locator: String,
    /// The text it stands in.
    pub source: SourceId,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practices {
    /// The practices, best first.
    pub cards: Vec<PracticeCard>,
    /// How many there are, in words; or that there is none.
    pub says: String,
    /// Needs to try where there is none.
    pub instead: Vec<String>,
}

impl Context<'_> {
    /// The practices of some communities for a need; all of them where it is empty.
    pub fn practices(&self, communities: &[CommunityId], selection: &Selection, need: &str) -> Practices {
        let need = need.trim();
        let found: Vec<(PracticeId, bool)> = match need.is_empty() {
            true => self.evidence().practices().map(|id| (id, true)).collect(),
            false => {
                let found = self.practice_index().answers(need, self.words.lexicon());
                found.into_iter().map(|(id, wholly)| (PracticeId(id), wholly)).collect()
            }
        };
        let shown: Vec<(PracticeId, bool)> = found
            .into_iter()
            .filter(|(id, _)| {
                let row = self.data.practice(*id);
                communities.contains(&row.community) && self.practice_passes(row, selection)
            })
            .collect();
        let partly = shown.iter().filter(|(_, wholly)| !wholly).count();
        let count = self.words.counted(shown.len(), FarMsg::PracticesCountOne, FarMsg::PracticesCount);
        let (says, instead) = match (shown.len(), partly) {
            (0, _) if !need.is_empty() => (self.words.fill(FarMsg::PracticesNone, &[need]), self.needs()),
            (_, 0) => (count, Vec::new()),
            _ => {
                let partly = self.words.fill(FarMsg::PracticesPartly, &[&partly.to_string()]);
                ([count, partly].join(&self.words.pair("，", ", ")), Vec::new())
            }
        };
        let cards = shown.into_iter().map(|(id, wholly)| {
            let partly = if wholly { String::new() } else { self.words.msg(FarMsg::PracticePartly) };
            PracticeCard { partly, ..self.practice_card(id) }
        });
        Practices { cards: cards.collect(), says, instead }
    }

    fn practice_passes(&self, row: &Practice, selection: &Selection) -> bool {
        let any = |key: &str, codes: &[CodeId]| {
            self.tables.wants(selection, key, &|choice| codes.iter().any(|code| choice == Choice::Code(*code)))
        };
        any(key::TOPIC, &row.topics) && any(key::TARGET, &row.targets)
    }

    /// Everything said of practices, made findable in both languages.
    fn practice_index(&self) -> Index {
        let mut index = Index::default();
        for id in self.evidence().practices() {
            let row = self.data.practice(id);
            let systems = row.systems.iter().map(|system| &self.data.system(*system).name);
            let codes = row.topics.iter().chain(&row.targets).map(|code| &self.data.code(*code).name);
            for text in [&row.problem, &row.action, &row.terms, &row.outcome].into_iter().chain(systems).chain(codes) {
                for words in [&text.zh, &text.en] {
                    words.split(';').for_each(|word| index.add(id.0, word, self.words.lexicon()));
                }
            }
        }
        index
    }

    /// One word for each topic that somebody did something about.
    fn needs(&self) -> Vec<String> {
        let mut topics = Vec::new();
        let mut needs = Vec::new();
        for row in self.evidence().practices().map(|id| self.data.practice(id)) {
            let first = row.topics.first();
            if !topics.contains(&first) {
                topics.push(first);
                needs.extend(self.words.text(&row.terms).split(';').next().map(str::to_string));
            }
        }
        needs
    }

    fn practice_card(&self, id: PracticeId) -> PracticeCard {
        let row = self.data.practice(id);
        let words = self.words;
        let targets: Vec<String> = row.targets.iter().map(|code| self.code(*code)).collect();
        let outcome = match words.text(&row.outcome) {
            none if none.is_empty() => words.msg(FarMsg::PracticeNoOutcome),
            outcome => outcome,
        };
        let facts = [
            (FarMsg::PracticeAction, words.text(&row.action)),
            (FarMsg::PracticeActors, words.text(&row.actors)),
            (FarMsg::PracticeFor, words.list(&targets)),
            (FarMsg::PracticeOutcome, outcome),
        ];
        PracticeCard {
            partly: String::new(),
            problem: words.text(&row.problem),
            inferred: match row.problem_basis {
                Basis::Stated => String::new(),
                Basis::Inferred => words.msg(FarMsg::PracticeInferred),
            },
            community: (row.community, self.community(row.community)),
            facts: facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(msg, text)| (words.msg(msg), text))
                .collect(),
            systems: row.systems.iter().map(|id| self.system_link(*id)).collect(),
            figures: row.observations.iter().map(|id| self.figure(*id)).collect(),
            locator: row.locator_hans.clone().unwrap_or_else(|| row.locator.clone()),
            source: row.source,
        }
    }
}
