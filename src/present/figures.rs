//! One figure in words, and rows of figures: what every table, chart label and export is made of.

use super::Context;
use crate::model::*;
use crate::query::{Choice, Coverage, DimId, Found, Selection, key};
use crate::text::{self, Msg};

/// A row of figures: one that is reported, or one that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A figure.
    Figure(ObservationId),
    /// What a community does not report in a group.
    Missing(CommunityId, CodeId, Coverage),
}

/// Where figures come from, as one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// `发布机构,《标题》,日期`.
    pub text: String,
    /// The original, where its address is known.
    pub url: Option<String>,
}

impl Context<'_> {
    /// A value with its qualifier and unit, as people read it and as a screen reader says it.
    pub fn value(&self, row: &Observation) -> text::Shown {
        text::value::value(self.data, row, self.words.locale, self.words.lexicon())
    }

    /// A figure as it is stated, and in brackets in another unit where that is not its own.
    pub fn in_both_units(&self, row: &Observation, unit: UnitId) -> String {
        let text = self.value(row).text;
        let Some(value) = (row.unit != unit).then(|| self.length(row, unit)).flatten() else { return text };
        // No more digits than anybody states; the bound is said with the stated number.
        let value = if value < 100.0 { value } else { value.round() };
        let bound = (Bound::Exact, text::value::Least::From);
        let unit = self.data.unit(unit);
        let other = text::value::quantity(value, bound, unit, self.words.locale, self.words.lexicon());
        self.words.bracketed(&text, &other.text)
    }

    /// The time a figure speaks of, in full.
    pub fn period(&self, row: &Observation) -> String {
        text::period::words(&row.period, row.period_type, row.bases, self.words.locale)
    }

    /// The time a figure speaks of, short, for labels.
    pub fn period_short(&self, row: &Observation) -> String {
        text::period::short(&row.period, self.words.locale)
    }

    /// What a figure is about: the compound, team or hall; empty for the community itself.
    pub fn scope_name(&self, row: &Observation) -> String {
        self.words.text(&row.scope_name)
    }

    /// What a figure is about, always in words.
    pub fn scope(&self, row: &Observation) -> String {
        let kind = self.words.name(row.scope);
        match self.scope_name(row) {
            name if name.is_empty() => kind,
            name => self.words.pair(&format!("{}（{kind}）", row.scope_name.zh), &format!("{name} ({kind})")),
        }
    }

    /// An indicator's name.
    pub fn indicator(&self, row: &Observation) -> String {
        self.words.text(&self.data.indicator(row.indicator).name)
    }

    /// A whole figure as one sentence.
    pub fn spoken(&self, row: &Observation) -> String {
        let parts = [
            self.community(row.community),
            self.scope_name(row),
            self.indicator(row),
            self.value(row).spoken,
            self.period(row),
        ];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(if self.words.locale.is_chinese() { "，" } else { ", " })
    }

    /// The name of what a filter offers.
    pub fn option(&self, dim: DimId, option: u16) -> String {
        match self.tables.choice(dim, option) {
            Some(Choice::Community(id)) => self.community(id),
            Some(Choice::Place(id)) => self.words.text(&self.data.place(id).name),
            Some(Choice::Code(id)) => self.code(id),
            Some(Choice::Form(form)) => self.words.name(form),
            Some(Choice::Year(year)) => self.words.fill(Msg::YearsOne, &[&year.to_string()]),
            Some(Choice::YearUnknown) => self.words.msg(Msg::YearUnknown),
            Some(Choice::Undated) => self.words.msg(Msg::Undated),
            Some(Choice::Collection(collection)) => self.words.name(collection),
            Some(Choice::Kind(kind)) => self.words.name(kind),
            Some(Choice::Grade(grade)) => self.words.name(grade),
            None => String::new(),
        }
    }

    /// The name of a filter.
    pub fn dim(&self, dim: DimId) -> String {
        let Some(dimension) = self.tables.dimension_of(dim) else { return String::new() };
        self.words.msg(match dimension.key.as_str() {
            "province" => Msg::DimProvince,
            "city" => Msg::DimCity,
            "district" => Msg::DimDistrict,
            key::COMMUNITY => Msg::ColCommunity,
            "type" => Msg::DimCommunityType,
            "settlement" => Msg::DimSettlement,
            key::TOPIC => Msg::DimTopic,
            key::FORM => Msg::DimForm,
            key::TARGET => Msg::DimTarget,
            key::GROUP => Msg::DimGroup,
            "year" => Msg::DimYear,
            key::VALUE => Msg::ColValue,
            key::COLLECTION => Msg::DimCollection,
            key::KIND => Msg::DimKind,
            key::REPORTED => Msg::DimReported,
            key::GRADE => Msg::DimGrade,
            // A package that brings a dimension brings its name.
            _ => return self.words.text(&dimension.name),
        })
    }

    /// The filters in force, as one line for exports and pictures.
    pub fn filters_line(&self, selection: &Selection) -> String {
        let mut parts = Vec::new();
        for dim in self.tables.dims() {
            let options: Vec<String> = selection.of(dim).iter().map(|option| self.option(dim, *option)).collect();
            if !options.is_empty() {
                parts.push(format!("{}{}{}", self.dim(dim), self.words.pair("：", ": "), self.words.list(&options)));
            }
        }
        if parts.is_empty() { self.words.msg(Msg::NoFilters) } else { parts.join(&self.words.pair("；", "; ")) }
    }

    /// A source as one line: publisher, title, date, and what of it is unknown.
    pub fn source_line(&self, id: SourceId) -> SourceLine {
        let words = self.words;
        let source = self.data.source(id);
        let publisher = words.text(&source.publisher);
        let date = source.published_stated.or(source.published_from_url);
        let mut parts = vec![match date {
            Some(date) => text::period::date(date, words.locale),
            None => words.msg(Msg::DateUnknown),
        }];
        if date.is_some_and(|date| date.year.is_none()) {
            parts.push(words.msg(Msg::YearUnknownMark));
        }
        let comma = words.pair("，", ", ");
        let url = source.url.clone().filter(|url| !url.is_empty());
        // Before the later half has come.
        if publisher.is_empty() {
            return SourceLine { text: String::new(), url };
        }
        let text = match &source.title {
            // What a person entered by hand has neither title nor date.
            None if source.article.is_empty() && source.url.is_none() => publisher,
            None => {
                parts.insert(0, words.msg(Msg::NoTitle));
                let parts = parts.join(&comma);
                words.pair(&format!("{}（{parts}）", source.publisher.zh), &format!("{publisher} ({parts})"))
            }
            Some(title) => {
                let title = words.pair(&format!("《{title}》"), &words.quoted(title));
                parts.splice(0..0, [publisher, title]);
                parts.join(&comma)
            }
        };
        SourceLine { text, url }
    }

    /// Whether somebody entered a figure here.
    pub fn is_own(&self, id: ObservationId) -> bool {
        Some(self.data.observation(id).community) == self.data.own
    }

    /// The sources of some figures, each once, in file order.
    pub fn sources_of(&self, rows: &[ObservationId]) -> Vec<SourceId> {
        let used: Vec<SourceId> = rows.iter().map(|row| self.data.observation(*row).source).collect();
        order::distinct(&used)
    }

    /// Sources in words: all, or of many reports of the library only how many they are.
    pub fn source_lines(&self, used: &[SourceId], all: bool) -> Vec<SourceLine> {
        const FEW: usize = 3;
        let is_report = |id: &SourceId| self.data.source(*id).article.is_empty() && self.data.source(*id).url.is_some();
        let reports = used.iter().filter(|id| is_report(id)).count();
        let folds = !all && reports > FEW;
        let named = used.iter().filter(|id| !folds || !is_report(id)).map(|id| self.source_line(*id));
        let folded = folds
            .then(|| SourceLine { text: self.words.fill(Msg::SourcesReports, &[&reports.to_string()]), url: None });
        // What a report is called comes with the later half.
        named.chain(folded).filter(|line| !line.text.is_empty()).collect()
    }

    /// The years some figures speak of, and of how many they are known where not of all: `2017—2022年`.
    pub fn years(&self, rows: &[ObservationId]) -> String {
        let of = |row: &ObservationId| self.data.observation(*row).period.years();
        let years = rows.iter().flat_map(of);
        let (first, last) = years.fold((i16::MAX, i16::MIN), |(first, last), year| (first.min(year), last.max(year)));
        let dated = rows.iter().filter(|row| !of(row).is_empty()).count();
        let span = match (first, last) {
            (first, last) if first > last => return self.words.msg(Msg::YearsNone),
            (first, last) if first == last => self.words.fill(Msg::YearsOne, &[&first.to_string()]),
            (first, last) => self.words.fill(Msg::YearsSpan, &[&first.to_string(), &last.to_string()]),
        };
        match dated == rows.len() {
            true => span,
            false => self.words.fill(Msg::YearsSome, &[&dated.to_string(), &span]),
        }
    }

    /// What the communities found do not report in the chosen groups: never zero, always a row of its own.
    pub fn missing_rows(&self, found: &Found, selection: &Selection) -> Vec<Row> {
        let wanted =
            |group: &CodeId| self.tables.wants(selection, key::GROUP, &|choice| choice == Choice::Code(*group));
        let groups: Vec<CodeId> = self.tables.quantity_groups().iter().copied().filter(wanted).collect();
        let mut rows = Vec::new();
        for community in &self.counted(found) {
            for group in &groups {
                let coverage = self.coverage(found, *community, *group);
                if !coverage.is_reported() {
                    rows.push(Row::Missing(*community, *group, coverage));
                }
            }
        }
        rows
    }
}
