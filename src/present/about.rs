//! The page on the data: how to cite them, how they were made, what their indicators mean, where they come from.

use super::Context;
use crate::model::*;
use crate::text::cite_package::{self, Seen};
use crate::text::{FarMsg, search};

/// What an indicator means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its definition.
    pub definition: String,
    /// What its figures may be compared with.
    pub comparable: String,
}

/// The sources of one collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceGroup {
    /// The collection.
    pub title: String,
    /// Whether its texts were read whole, so that more is known of each than fits a line.
    pub is_whole: bool,
    /// Its sources, each with whom it reports on.
    pub sources: Vec<(SourceId, Vec<CommunityId>)>,
}

impl Context<'_> {
    /// The groups of indicators that somebody reports, each with what its indicators mean; of those that what was typed finds,
    /// where something was.
    pub fn codebook(&self, typed: &str) -> Vec<(String, Vec<Definition>)> {
        let found = (!typed.trim().is_empty()).then(|| self.indicators_called(typed));
        let groups = self.data.codes_in(CodeList::IndicatorGroup).map(|group| {
            let ids = self.tables.indicators_in(group);
            let ids = ids.filter(|id| found.as_ref().is_none_or(|found| found.contains(&id.0)));
            (self.code(group), ids.map(|id| self.definition(id)).collect::<Vec<_>>())
        });
        groups.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    fn indicators_called(&self, typed: &str) -> Vec<u32> {
        let lexicon = self.words.lexicon();
        let mut index = search::Index::default();
        for id in self.tables.indicators() {
            let row = self.data.indicator(id);
            let texts = [&row.name, &row.definition, &self.data.code(row.group).name];
            for text in texts.into_iter().flat_map(|text| [&text.zh, &text.en]) {
                index.add(id.0, text, lexicon);
            }
        }
        index.search(typed, lexicon)
    }

    /// What an indicator means.
    pub fn definition(&self, id: IndicatorId) -> Definition {
        let (words, this) = (self.words, self.data.indicator(id));
        let others = self.tables.indicators().filter(|other| *other != id).map(|other| self.data.indicator(other));
        let others: Vec<String> =
            others.filter(|other| other.comparable == this.comparable).map(|other| words.text(&other.name)).collect();
        let comparable = match this.kind {
            ValueKind::Label | ValueKind::Date => words.msg(FarMsg::ComparableNone),
            _ if others.is_empty() => words.msg(FarMsg::ComparableSelf),
            _ => words.fill(FarMsg::ComparableWith, &[&words.list(&others)]),
        };
        Definition {
            name: words.text(&this.name),
            unit: words.text(&self.data.unit(this.unit).name),
            definition: words.text(&this.definition),
            comparable,
        }
    }

    /// What the data are, in a sentence, and their version, day and licence.
    pub fn about(&self) -> [String; 2] {
        let (data, words) = (self.data, self.words);
        // What a person entered by hand has a source of its own, and no article.
        let own = data.own.map_or(0, |own| self.tables.figures_of(own).count());
        let sources = data.sources.len() - usize::from(data.own.is_some());
        let counts = [data.case_ids().count(), data.observations.len() - own, data.systems.len(), sources];
        let counts = counts.map(|count| count.to_string());
        let about = &data.about;
        let licence = about.licence.replace('-', " ");
        [
            words.fill(FarMsg::AboutLead, &counts.each_ref().map(String::as_str)),
            words.fill(FarMsg::AboutVersion, &[&about.version, &about.updated, &licence]),
        ]
    }

    /// Where and when the data are before somebody: nowhere that others can go, where the page is a file on a machine.
    pub fn seen<'s>(&self, address: &'s str, day: &'s str) -> Option<Seen<'s>> {
        let url = address.split('?').next().unwrap_or_default();
        (url.starts_with("http://") || url.starts_with("https://")).then_some(Seen { url, day })
    }

    /// Citations of the data set, each with what its button says.
    pub fn citations(&self, seen: Option<Seen>) -> [(FarMsg, String); 3] {
        let about = &self.data.about;
        [
            (FarMsg::ReceiptCopyGbt, cite_package::gbt7714(about, seen)),
            (FarMsg::AboutCopyApa, cite_package::apa(about, seen)),
            (FarMsg::ReceiptCopyBibtex, cite_package::bibtex(about, seen)),
        ]
    }

    /// How the data were made: by what name each step goes, and how it was done.
    pub fn method(&self) -> Vec<(String, String)> {
        let words = self.words;
        let read = |by: ReadBy| {
            let own = self.data.own;
            let rows = self.tables.figures().map(|id| self.data.observation(id));
            let rows: Vec<Grade> =
                rows.filter(|row| Some(row.community) != own && row.read_by == by).map(|row| row.grade).collect();
            let grades = order::distinct(&rows).into_iter().map(|grade| words.name(grade));
            (rows.len().to_string(), words.list(&grades.collect::<Vec<_>>()))
        };
        let ((person, person_grade), (program, program_grade)) = (read(ReadBy::Person), read(ReadBy::Program));
        let says = [&*person, &person_grade, &program, &program_grade];
        let steps = [
            (FarMsg::AboutChosen, words.text(&self.data.about.method)),
            (FarMsg::AboutRead, words.fill(FarMsg::AboutReadHow, &says)),
            (FarMsg::AboutChecked, words.fill(FarMsg::AboutCheckedHow, &[&self.count_checks().to_string()])),
        ];
        steps.into_iter().filter(|(_, how)| !how.is_empty()).map(|(name, how)| (words.msg(name), how)).collect()
    }

    fn count_checks(&self) -> usize {
        self.checks().iter().map(|group| group.rows.len()).sum()
    }

    /// The sources, by the collection of whom they report on.
    pub fn sources_by_collection(&self) -> Vec<SourceGroup> {
        let cases = |collection: Collection| {
            let communities = self.data.case_ids().filter(move |id| self.data.community(*id).collection == collection);
            communities.collect::<Vec<_>>()
        };
        let group = |collection: Collection| {
            let communities = cases(collection);
            let of = |id: SourceId| {
                let those = communities.iter().filter(|it| self.data.community(**it).sources.contains(&id));
                (id, those.copied().collect::<Vec<_>>())
            };
            let sources = self.tables.sources().map(of).filter(|(_, whose)| !whose.is_empty()).collect();
            SourceGroup { title: self.words.name(collection), is_whole: collection == Collection::Cases, sources }
        };
        let groups = Collection::ALL.iter().map(|collection| group(*collection));
        groups.filter(|group| !group.sources.is_empty()).collect()
    }

    /// What changed in the data: version and day, and what is new.
    pub fn changes(&self) -> Vec<(String, String)> {
        let changes = self.data.about.changes.iter();
        changes
            .map(|it| (self.words.dotted(&[it.version.clone(), it.day.clone()]), self.words.text(&it.said)))
            .collect()
    }
}
