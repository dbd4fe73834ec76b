//! The practice finder: problems and what was done about them, by topic or by what is looked for.

use super::Context;
use super::atlas::SystemLink;
use super::community::Figure;
use super::figures::SourceLine;
use crate::model::{order, *};
use crate::query::{Choice, Selection, Tables, key};
use crate::state::{Action, Page};
use crate::text::{FarMsg, Lexicon, Msg, cite, search};
use std::cmp::Reverse;

/// A practice in two lines, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeRow {
    /// Which one.
    pub id: PracticeId,
    /// Its key, for the places of the page.
    pub key: String,
    /// Says that it answers only a part of the need; empty where it answers all.
    pub partly: String,
    /// The problem or need.
    pub problem: String,
    /// What was done.
    pub action: String,
    /// What was reported of it, or that nothing was.
    pub outcome: String,
    /// Whether anything was.
    pub is_reported: bool,
    /// The community's name.
    pub community: String,
    /// Where that is: city and district.
    pub place: String,
}

/// What a practice says when it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCard {
    /// Says that the problem is concluded by the editors; empty where the text states it.
    pub inferred: String,
    /// By whom, for whom, with what result: term and words.
    pub facts: Vec<(String, String)>,
    /// Where.
    pub community: (CommunityId, String),
    /// The systems it belongs to.
    pub systems: Vec<SystemLink>,
    /// The figures reported of it.
    pub figures: Vec<Figure>,
    /// Words it is found by.
    pub terms: Vec<String>,
    /// The phrase it stands on.
    pub locator: String,
    /// The text it stands in.
    pub source: SourceLine,
    /// The original at that phrase, where its address is known.
    pub link: Option<String>,
    /// Practices that have rarer words in common with it: which, its problem, where.
    pub alike: Vec<(PracticeId, String, String)>,
}

/// Practices under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeGroup {
    /// The topic, or how the rows are ordered.
    pub title: String,
    /// How many rows, of how many communities.
    pub says: String,
    /// Its practices.
    pub rows: Vec<PracticeRow>,
    /// How many stand under other topics though they concern this one too, and what lists all of them.
    pub also: Option<(String, Action)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practices {
    /// The practices: by topic, the largest first; or, where something is looked for, in one group with the best first.
    pub groups: Vec<PracticeGroup>,
    /// Whether the groups are topics.
    pub is_by_topic: bool,
    /// How many there are, in words; or that there is none.
    pub says: String,
    /// Says how many more the filters keep out; empty where none is.
    pub outside: String,
    /// What a misspelt need may have meant.
    pub near: Vec<String>,
}

impl Practices {
    /// Every practice, in order.
    pub fn rows(&self) -> impl Iterator<Item = &PracticeRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// What was looked for and found, where that is so little that whoever looked wants to read it; nothing otherwise.
    pub fn few(&self) -> Vec<PracticeId> {
        const FEW: usize = 3;
        let is_little = !self.is_by_topic && self.rows().count() <= FEW;
        self.rows().filter(|_| is_little).map(|row| row.id).collect()
    }
}

/// How much a word of a need says of a practice that has it in its problem, its terms, its action, or the names of what belongs
/// to it (see [`search::Index::add_weighed`]).
const PROBLEM: u32 = 8;
const TERMS: u32 = 4;
const ACTION: u32 = 2;
const NAMES: u32 = 1;

/// How many suggestions stand beside a practice or under a need.
const SUGGESTED: usize = 3;
/// A word that more than one in so many practices have says little about any of them.
const RARE: usize = 8;
/// How alike a word must be to what was typed to be suggested, in percent.
const ALIKE_PERCENT: u32 = 55;

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
        let total = found.len();
        let shown: Vec<(PracticeId, bool)> = found
            .into_iter()
            .filter(|(id, _)| {
                let row = self.data.practice(*id);
                communities.contains(&row.community) && self.practice_passes(row, selection)
            })
            .collect();
        let outside = match total - shown.len() {
            0 => String::new(),
            _ if need.is_empty() => String::new(),
            more => self.words.fill(FarMsg::PracticesOutside, &[&more.to_string()]),
        };
        let is_by_topic = need.is_empty();
        Practices {
            says: self.says_found(&shown, need),
            near: if total == 0 { self.near_words(need) } else { Vec::new() },
            groups: if is_by_topic { self.by_topic(&shown, selection) } else { self.by_rank(&shown) },
            is_by_topic,
            outside,
        }
    }

    /// The practices of a community, in file order.
    pub fn practices_of(&self, community: CommunityId) -> Vec<PracticeRow> {
        let of = self.evidence().practices().filter(|id| self.data.practice(*id).community == community);
        of.map(|id| self.practice_row(id)).collect()
    }

    /// A practice in two lines.
    pub fn practice_row(&self, id: PracticeId) -> PracticeRow {
        let row = self.data.practice(id);
        let outcome = self.words.text(&row.outcome);
        let is_reported = !outcome.is_empty();
        let place = |level: PlaceLevel| {
            let place = self.data.place_at(row.community, level)?;
            Some(self.words.text(&self.data.place(place).name))
        };
        let [city, district] = [PlaceLevel::City, PlaceLevel::District].map(|level| place(level).unwrap_or_default());
        PracticeRow {
            id,
            key: row.key.clone(),
            partly: String::new(),
            problem: self.words.text(&row.problem),
            action: self.words.text(&row.action),
            outcome: if is_reported { outcome } else { self.words.msg(FarMsg::PracticeNoOutcome) },
            is_reported,
            community: self.community(row.community),
            place: self.words.dotted(&[city, district]),
        }
    }

    /// What a practice says when it is opened.
    pub fn practice_card(&self, id: PracticeId) -> PracticeCard {
        let row = self.data.practice(id);
        let words = self.words;
        let targets: Vec<String> = row.targets.iter().map(|code| self.code(*code)).collect();
        let facts = [
            (FarMsg::PracticeActors, words.text(&row.actors)),
            (FarMsg::PracticeFor, words.list(&targets)),
            (FarMsg::PracticeOutcome, self.practice_row(id).outcome),
        ];
        PracticeCard {
            inferred: match row.problem_basis {
                Basis::Stated => String::new(),
                Basis::Inferred => words.msg(FarMsg::PracticeInferred),
            },
            facts: facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(msg, text)| (words.msg(msg), text))
                .collect(),
            community: (row.community, self.community(row.community)),
            systems: row.systems.iter().map(|id| self.system_link(*id)).collect(),
            figures: row.observations.iter().map(|id| self.figure(*id)).collect(),
            terms: terms(&words.text(&row.terms)),
            locator: row.locator_hans.clone().unwrap_or_else(|| row.locator.clone()),
            source: self.source_line(row.source),
            link: self.data.source(row.source).url.as_ref().map(|url| cite::fragment_url(url, &row.locator)),
            alike: self.alike(id),
        }
    }

    /// One word for each topic that somebody did something about.
    pub fn needs(&self) -> Vec<String> {
        let mut topics = Vec::new();
        let mut needs = Vec::new();
        for row in self.evidence().practices().map(|id| self.data.practice(id)) {
            let first = row.topics.first();
            if !topics.contains(&first) {
                topics.push(first);
                needs.extend(terms(&self.words.text(&row.terms)).into_iter().next());
            }
        }
        needs
    }

    fn says_found(&self, shown: &[(PracticeId, bool)], need: &str) -> String {
        let partly = shown.iter().filter(|(_, wholly)| !wholly).count();
        let count = self.words.counted(shown.len(), FarMsg::PracticesCount);
        match (shown.len(), partly) {
            (0, _) if !need.is_empty() => self.words.fill(FarMsg::PracticesNone, &[need]),
            (0, _) => self.words.msg(FarMsg::PracticesNoneLeft),
            (_, 0) => count,
            _ => {
                let partly = self.words.fill(FarMsg::PracticesPartly, &[&partly.to_string()]);
                [count, partly].join(&self.words.pair("，", ", "))
            }
        }
    }

    fn practice_passes(&self, row: &Practice, selection: &Selection) -> bool {
        let wants_target = |choice| row.targets.iter().any(|code| choice == Choice::Code(*code));
        row.topics.iter().any(|topic| self.wants_topic(selection, *topic))
            && self.tables.wants(selection, key::TARGET, &wants_target)
    }

    fn wants_topic(&self, selection: &Selection, topic: CodeId) -> bool {
        self.tables.wants(selection, key::TOPIC, &|choice| choice == Choice::Code(topic))
    }

    /// Each practice under the first of its topics that is wanted.
    fn by_topic(&self, shown: &[(PracticeId, bool)], selection: &Selection) -> Vec<PracticeGroup> {
        let topics = |id: PracticeId| self.data.practice(id).topics.iter().copied();
        let first = |id: PracticeId| topics(id).find(|topic| self.wants_topic(selection, *topic));
        let mut groups: Vec<(CodeId, Vec<PracticeId>)> = Vec::new();
        for (id, _) in shown {
            let Some(topic) = first(*id) else { continue };
            match groups.iter_mut().find(|(other, _)| *other == topic) {
                Some((_, rows)) => rows.push(*id),
                None => groups.push((topic, vec![*id])),
            }
        }
        let groups = order::sorted_by_key(&groups, |(_, rows)| Reverse(rows.len()));
        let group = |(topic, rows): (CodeId, Vec<PracticeId>)| {
            let title = self.code(topic);
            let concerned = shown.iter().filter(|(id, _)| topics(*id).any(|other| other == topic)).count();
            let also = match concerned - rows.len() {
                0 => None,
                more => self.tables.option_of(key::TOPIC, Choice::Code(topic)).map(|(dim, option)| {
                    let says = self.words.fill(FarMsg::PracticesAlso, &[&more.to_string(), &title]);
                    (says, Action::Only(dim, option))
                }),
            };
            PracticeGroup {
                says: self.says_group(&rows),
                rows: rows.into_iter().map(|id| self.practice_row(id)).collect(),
                title,
                also,
            }
        };
        groups.into_iter().map(group).collect()
    }

    fn by_rank(&self, shown: &[(PracticeId, bool)]) -> Vec<PracticeGroup> {
        if shown.is_empty() {
            return Vec::new();
        }
        let row = |(id, wholly): &(PracticeId, bool)| {
            let partly = if *wholly { String::new() } else { self.words.msg(FarMsg::PracticePartly) };
            PracticeRow { partly, ..self.practice_row(*id) }
        };
        let ids: Vec<PracticeId> = shown.iter().map(|(id, _)| *id).collect();
        vec![PracticeGroup {
            title: self.words.msg(FarMsg::PracticesBest),
            says: self.says_group(&ids),
            rows: shown.iter().map(row).collect(),
            also: None,
        }]
    }

    fn says_group(&self, rows: &[PracticeId]) -> String {
        let communities: Vec<CommunityId> = rows.iter().map(|id| self.data.practice(*id).community).collect();
        let communities = order::distinct(&communities).len();
        self.words.dotted(&[
            self.words.counted(rows.len(), FarMsg::PracticesCount),
            self.words.counted(communities, Msg::CountCommunities),
        ])
    }

    /// Everything said of practices, made findable in both languages.
    fn practice_index(&self) -> search::Index {
        practice_index(self.data, self.tables, self.words.lexicon())
    }

    /// Words of practices that look like what was typed.
    fn near_words(&self, need: &str) -> Vec<String> {
        let lexicon = self.words.lexicon();
        let typed = search::fold(need, lexicon);
        let all = self.evidence().practices().map(|id| &self.data.practice(id).terms);
        let all: Vec<String> = all.flat_map(|text| [&text.zh, &text.en]).flat_map(|text| terms(text)).collect();
        let likeness = |word: &String| search::likeness(&typed, &search::fold(word, lexicon));
        let near: Vec<(Reverse<u32>, String)> = order::distinct(&all)
            .into_iter()
            .map(|word| (Reverse(likeness(&word)), word))
            .filter(|(likeness, _)| likeness.0 >= ALIKE_PERCENT)
            .collect();
        let near = order::sorted_by_key(&near, |(likeness, _)| *likeness);
        near.into_iter().take(SUGGESTED).map(|(_, word)| self.words.pair(&word, &word)).collect()
    }

    /// Practices that share rarer words with one, the most alike first; of equals, those of other communities.
    fn alike(&self, id: PracticeId) -> Vec<(PracticeId, String, String)> {
        let all: Vec<(PracticeId, Vec<String>)> =
            self.evidence().practices().map(|id| (id, terms(&self.data.practice(id).terms.zh))).collect();
        let is_rare = |word: &String| all.iter().filter(|(_, words)| words.contains(word)).count() * RARE <= all.len();
        let row = self.data.practice(id);
        let own: Vec<String> = terms(&row.terms.zh).into_iter().filter(is_rare).collect();
        let shared = |words: &[String]| words.iter().filter(|word| own.contains(word)).count();
        let others: Vec<(usize, PracticeId)> = all
            .iter()
            .filter(|(other, _)| *other != id)
            .map(|(other, words)| (shared(words), *other))
            .filter(|(shared, _)| *shared > 0)
            .collect();
        let others = order::sorted_by_key(&others, |(shared, other)| {
            (Reverse(*shared), self.data.practice(*other).community == row.community)
        });
        let named = |(_, id): (usize, PracticeId)| {
            let row = self.data.practice(id);
            (id, self.words.text(&row.problem), self.community(row.community))
        };
        others.into_iter().take(SUGGESTED).map(named).collect()
    }
}

/// The words of a list joined by `;`.
fn terms(joined: &str) -> Vec<String> {
    joined.split(';').filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// What leads to a practice: it stands open among all of them.
pub fn opened(id: PracticeId) -> Vec<Action> {
    vec![Action::Go(Page::Practices), Action::FindPractices(String::new()), Action::OpenPractice(Some(id))]
}

/// Everything practices are found by, each word weighed by where it stands.
pub(super) fn practice_index(data: &Dataset, tables: &Tables, lexicon: &Lexicon) -> search::Index {
    let mut index = search::Index::default();
    for id in tables.evidence(data).practices() {
        let row = data.practice(id);
        let systems = row.systems.iter().map(|system| &data.system(*system).name);
        let codes = row.topics.iter().chain(&row.targets).map(|code| &data.code(*code).name);
        let names = systems.chain(codes).chain([&row.outcome]).map(|text| (NAMES, text));
        let texts = [(PROBLEM, &row.problem), (TERMS, &row.terms), (ACTION, &row.action)].into_iter().chain(names);
        for (weight, text) in texts {
            for words in [&text.zh, &text.en].into_iter().flat_map(|text| text.split(';')) {
                index.add_weighed(id.0, weight, words, lexicon);
            }
        }
    }
    index
}
