//! The receipt of a figure: what was reported, what it means, and where it stands.

use super::Context;
use super::cases::item_of;
use super::checks::CheckRow;
use super::key::dot;
use crate::chart::Scene;
use crate::model::*;
use crate::query::is_quantity;
use crate::text::{self, FarMsg, Msg};

/// A receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The figure.
    pub id: ObservationId,
    /// Whose figure it is, with its page.
    pub community: (CommunityId, String),
    /// What is counted.
    pub indicator: String,
    /// The value as reported, with qualifier and unit.
    pub value: String,
    /// Its mark, as in charts; none where nothing is drawn of it.
    pub mark: Option<Scene>,
    /// What it says about the figure, label by label.
    pub about: Vec<(String, String)>,
    /// The phrase in the text, and in what language it stands.
    pub quote: String,
    /// BCP 47 tag of the quote.
    pub quote_lang: String,
    /// Who published it, and when.
    pub published: String,
    /// What the phrase reports, for readers of another language: the indicator and the value, no translation.
    pub gloss: Option<String>,
    /// The phrase in simplified characters, where the text is neither simplified nor clean.
    pub quote_reading: Option<String>,
    /// The system the figure belongs to, with its community's page.
    pub system: Option<(SystemId, String)>,
    /// What it says about the source, label by label.
    pub source: Vec<(String, String)>,
    /// The original at the phrase; `None` where no address is known.
    pub link: Option<String>,
    /// What the sources' own figures confirm of it.
    pub checks: Vec<CheckRow>,
    /// Citations after GB/T 7714 and as BibTeX, each with what its button says; none of what was entered by hand.
    pub citations: Vec<(FarMsg, String)>,
}

impl Context<'_> {
    /// The receipt of a figure.
    pub fn receipt(&self, id: ObservationId) -> Receipt {
        let words = self.words;
        let row = self.data.observation(id);
        let indicator = self.data.indicator(row.indicator);
        let mut about = Vec::new();
        let mut say = |label: FarMsg, text: String| {
            if !text.is_empty() {
                about.push((words.msg(label), text));
            }
        };
        if row.value.is_some() {
            say(FarMsg::ReceiptQualifier, text::value::qualifier(row, words.locale, words.lexicon()).into_owned());
        }
        say(FarMsg::ReceiptStatus, words.name(row.status));
        say(FarMsg::ReceiptIndicator, self.indicator(row));
        say(FarMsg::ReceiptDefinition, words.text(&indicator.definition));
        say(FarMsg::ReceiptKind, words.name(indicator.kind));
        say(FarMsg::ReceiptScope, self.scope(row));
        let kind = words.name(row.period_type);
        match (&row.period, row.period_type) {
            (Period::Unstated, PeriodType::SnapshotUndated) => {
                say(FarMsg::ReceiptPeriod, words.msg(FarMsg::ReceiptNoPeriod))
            }
            (Period::Unstated, _) => {
                say(FarMsg::ReceiptPeriod, words.dotted(&[words.msg(FarMsg::ReceiptNoPeriod), kind]))
            }
            _ => {
                say(FarMsg::ReceiptPeriod, self.period(row));
                let (start, end) = (words.name(row.bases.start), words.name(row.bases.end));
                let basis = match row.bases.start == row.bases.end {
                    true => vec![kind, start],
                    false => vec![
                        kind,
                        words.fill(FarMsg::ReceiptBasisStart, &[&start]),
                        words.fill(FarMsg::ReceiptBasisEnd, &[&end]),
                    ],
                };
                say(FarMsg::ReceiptBasis, words.dotted(&basis));
            }
        }
        say(FarMsg::ReceiptReading, words.name(row.reading));
        let found =
            row.retrieved_on.map(|day| words.fill(FarMsg::ReceiptRetrieved, &[&text::period::date(day, words.locale)]));
        let grade = [Some(words.name(row.grade)), Some(words.name(row.read_by)), found];
        say(FarMsg::ReceiptGrade, words.dotted(&grade.into_iter().flatten().collect::<Vec<_>>()));
        if let Some(same) = row.same_as {
            say(FarMsg::ReceiptSameAs, self.data.observation(same).key.clone());
        }
        say(FarMsg::ReceiptNote, words.text(&row.note));
        let source = self.data.source(row.source);
        let cited = text::cite::CitedFigure { key: &row.key, locator: &row.locator };
        Receipt {
            id,
            community: (row.community, self.community(row.community)),
            indicator: self.indicator(row),
            value: self.value(row).text,
            mark: is_quantity(row).then(|| dot(item_of(row))),
            about,
            quote: row.locator.clone(),
            quote_lang: source.script.clone(),
            published: self.published(row.source),
            gloss: (!words.locale.is_chinese())
                .then(|| words.fill(FarMsg::ReceiptGloss, &[&[self.indicator(row), self.value(row).text].join(", ")])),
            quote_reading: row.locator_hans.clone().filter(|reading| *reading != row.locator),
            system: row.system.map(|id| (id, words.text(&self.data.system(id).name))),
            source: self.source_facts(row.source),
            link: source.url.as_ref().map(|url| text::cite::fragment_url(url, &row.locator)),
            checks: self.checks_of(id),
            citations: match Some(row.community) == self.data.own {
                true => Vec::new(),
                false => vec![
                    (FarMsg::ReceiptCopyGbt, text::cite::gbt7714(source, Some(cited), None)),
                    (FarMsg::ReceiptCopyBibtex, text::cite::bibtex(source, Some(cited), None)),
                ],
            },
        }
    }

    /// Publisher and date of a source, and whether the date is only that of its address; nothing of what was entered by hand.
    pub(super) fn published(&self, id: SourceId) -> String {
        let (words, source) = (self.words, self.data.source(id));
        let date = match (source.published_stated, source.published_from_url) {
            (Some(date), _) if date.year.is_none() => {
                let unknown = words.msg(Msg::YearUnknownMark);
                [text::period::date(date, words.locale), unknown].join(&words.pair("，", ", "))
            }
            (Some(date), _) => text::period::date(date, words.locale),
            (None, Some(date)) => words.fill(FarMsg::DateFromUrl, &[&text::period::date(date, words.locale)]),
            (None, None) if source.article.is_empty() && source.url.is_none() => return String::new(),
            (None, None) => words.msg(Msg::DateUnknown),
        };
        [words.text(&source.publisher), date].join(&words.pair("，", ", "))
    }

    /// Everything known, and said to be unknown, about a source.
    pub fn source_facts(&self, id: SourceId) -> Vec<(String, String)> {
        let words = self.words;
        let source = self.data.source(id);
        let title = match (&source.title, source.title_truncated) {
            (None, _) => words.msg(FarMsg::TitleUnknown),
            (Some(title), false) => title.clone(),
            (Some(title), true) => format!("{title}{}", words.msg(FarMsg::TitleTruncated)),
        };
        let mut dates = Vec::new();
        if let Some(date) = source.published_stated {
            dates.push(words.fill(FarMsg::DateStated, &[&text::period::date(date, words.locale)]));
        }
        if let Some(date) = source.published_from_url {
            dates.push(words.fill(FarMsg::DateFromUrl, &[&text::period::date(date, words.locale)]));
        }
        if let Some(site) = &source.repost_publisher {
            let site = words.text(site);
            dates.push(match source.repost_date {
                Some(date) => words.fill(FarMsg::DateRepost, &[&site, &text::period::date(date, words.locale)]),
                None => words.fill(FarMsg::DateRepostUndated, &[&site]),
            });
        }
        if dates.is_empty() {
            dates.push(words.msg(FarMsg::Unknown));
        }
        vec![
            (words.msg(FarMsg::ReceiptPublisher), words.text(&source.publisher)),
            (words.msg(FarMsg::ReceiptSourceTitle), title),
            (
                words.msg(FarMsg::ReceiptAuthor),
                source.author.clone().unwrap_or_else(|| words.msg(FarMsg::AuthorUnknown)),
            ),
            (words.msg(FarMsg::ReceiptDate), dates.join(&words.pair("；", "; "))),
            (words.msg(FarMsg::ReceiptSourceNote), words.text(&source.note)),
        ]
    }
}
