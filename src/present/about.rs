//! The page on what the data are and are not.

use super::Context;
use crate::model::*;
use crate::text::FarMsg;

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

impl Context<'_> {
    /// The groups of indicators that somebody reports, each with what its indicators mean.
    pub fn indicator_definitions(&self) -> Vec<(String, Vec<Definition>)> {
        let groups = self.data.codes_in(CodeList::IndicatorGroup).map(|group| {
            let ids = self.tables.indicators_in(group);
            (self.code(group), ids.map(|id| self.definition(id)).collect::<Vec<_>>())
        });
        groups.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    fn definition(&self, id: IndicatorId) -> Definition {
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

    /// Headings and paragraphs, in order.
    pub fn about(&self) -> Vec<(String, String)> {
        let words = self.words;
        let data = self.data;
        // What a person entered by hand has a source of its own, and no article.
        let own = data.own.map_or(0, |own| self.tables.figures_of(own).count());
        let sources = data.sources.len() - usize::from(data.own.is_some());
        let numbers = [sources, data.observations.len() - own, data.systems.len(), data.case_ids().count()];
        let numbers = numbers.map(|number| number.to_string());
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let section = |title: FarMsg, text: String| (words.msg(title), text);
        vec![
            section(FarMsg::AboutIsTitle, words.fill(FarMsg::AboutIs, &numbers)),
            section(FarMsg::AboutIsNotTitle, words.msg(FarMsg::AboutIsNot)),
            section(FarMsg::AboutMissingTitle, words.msg(FarMsg::AboutMissing)),
            section(FarMsg::AboutCompareTitle, words.msg(FarMsg::AboutCompare)),
            section(FarMsg::AboutUseTitle, words.msg(FarMsg::AboutUse)),
            section(FarMsg::AboutPrivacyTitle, words.msg(FarMsg::AboutPrivacy)),
        ]
    }
}
