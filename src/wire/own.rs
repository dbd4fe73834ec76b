//! The figures of a person's own community, as their browser keeps them, and as a part of the data.
//!
//! Owns: the stored form (a line with version and name, then a line a figure, cells parted by tabs), reading what was typed,
//! and the rows it becomes. May use: `text`, `model`. Deliberately absent: where it is kept, the words for a fault.
//! What was typed is kept as it was typed, but for signs nobody sees, whether it can be read or not.

use super::numbers;
use crate::model::*;
use crate::text::{Msg, entry, plain};

const HEAD: &str = "linpu-own 1";
/// More is no entry by hand.
const MOST_ROWS: usize = 60;
const LONGEST_CELL: usize = 40;
/// The key of the community and of its source; figures are `own-1`, `own-2`, …
const KEY: &str = "own";

/// Everything typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnEntry {
    /// The community's name.
    pub name: String,
    /// A row for each figure.
    pub rows: Vec<OwnRow>,
}

/// One figure as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnRow {
    /// The key of its indicator; empty as long as none is chosen.
    pub indicator: String,
    /// The number with its qualifier.
    pub value: String,
    /// The time it speaks of.
    pub period: String,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnCell {
    /// The indicator.
    Indicator,
    /// The number.
    Value,
    /// The time.
    Period,
}

/// Why a row is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnFault {
    /// No indicator is chosen.
    NoIndicator,
    /// The number is not understood.
    NotANumber,
    /// A share of more than 100 %.
    ShareOver100,
    /// The time is not understood, or there is no such day.
    Period,
}

/// A row that is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnFinding {
    /// Its number, from 0.
    pub row: usize,
    /// Where.
    pub cell: OwnCell,
    /// Why.
    pub fault: OwnFault,
}

impl OwnEntry {
    /// Reads what was kept; what is not understood is left out.
    pub fn parse(kept: &str) -> OwnEntry {
        let mut lines = kept.lines();
        let Some(name) = lines.next().and_then(|line| line.strip_prefix(HEAD)) else { return OwnEntry::default() };
        let row = |line: &str| {
            let mut cells = line.split('\t').map(cell);
            let mut next = || cells.next().unwrap_or_default();
            OwnRow { indicator: next(), value: next(), period: next() }
        };
        OwnEntry { name: cell(name), rows: lines.map(row).take(MOST_ROWS).collect() }
    }

    /// Everything typed, in the form in which it is kept.
    pub fn to_text(&self) -> String {
        let mut lines = vec![format!("{HEAD}\t{}", cell(&self.name))];
        lines.extend(
            self.rows.iter().map(|row| [&row.indicator, &row.value, &row.period].map(|text| cell(text)).join("\t")),
        );
        lines.join("\n")
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.value.trim().is_empty())
    }

    /// Room for one more figure.
    pub fn add_row(&mut self) {
        if self.rows.len() < MOST_ROWS {
            self.rows.push(OwnRow::default());
        }
    }
}

/// A typed cell without the signs that part cells and lines, and without what no reader shows: it stands in files, too.
fn cell(text: &str) -> String {
    plain::clean(text).chars().take(LONGEST_CELL).collect::<String>().trim().to_string()
}

/// Gives a figure of an indicator, where there is one.
pub type Like<'f> = &'f dyn Fn(IndicatorId) -> Option<ObservationId>;

/// The data with a community of one's own behind all others, and the rows that could not be used. Nothing is added where
/// nothing can be read. What others' figures are about is asked of `like`.
pub fn with_own(data: &Dataset, entry: &OwnEntry, like: Like) -> (Dataset, Vec<OwnFinding>) {
    let mut all = data.clone();
    let (community, source) = (CommunityId(data.communities.len() as u32), SourceId(data.sources.len() as u32));
    let mut findings = Vec::new();
    for (at, row) in entry.rows.iter().enumerate().filter(|(_, row)| !row.value.trim().is_empty()) {
        match observation(data, row, like) {
            Ok(figure) => {
                all.observations.push(Observation { key: format!("{KEY}-{}", at + 1), community, source, ..figure });
            }
            Err((cell, fault)) => findings.push(OwnFinding { row: at, cell, fault }),
        }
    }
    if all.observations.len() > data.observations.len() {
        let place = PlaceId(data.places.len() as u32);
        let typed = cell(&entry.name);
        let own = text(Msg::OwnDefaultName);
        let (zh, en) = if typed.is_empty() { (own.zh, own.en) } else { (typed.clone(), typed) };
        let mark = text(Msg::OwnMark);
        all.places.push(own_place());
        all.sources.push(own_source());
        all.communities.push(Community {
            key: KEY.into(),
            name: Text { zh: zh + &mark.zh, en: en + &mark.en },
            place,
            types: Vec::new(),
            settlements: Vec::new(),
            sources: vec![source],
            note: text(Msg::OwnNote),
            collection: Collection::Own,
            kind: CommunityKind::Community,
            parent: None,
        });
        all.own = Some(community);
    }
    (all, findings)
}

/// A message in both languages.
fn text(msg: Msg) -> Text {
    let (zh, en) = msg.pair();
    Text { zh: zh.into(), en: en.into() }
}

fn own_place() -> Place {
    Place {
        key: KEY.into(),
        name: text(Msg::OwnPlace),
        level: PlaceLevel::Subdistrict,
        parent: None,
        basis: Basis::Stated,
        note: Text::default(),
        gb2260: None,
    }
}

fn own_source() -> Source {
    Source {
        key: KEY.into(),
        article: String::new(),
        label: text(Msg::OwnSource),
        title: None,
        title_truncated: false,
        publisher: text(Msg::OwnSource),
        author: None,
        published_stated: None,
        published_from_url: None,
        url: None,
        repost_publisher: None,
        repost_date: None,
        script: "zh-Hans".into(),
        note: text(Msg::OwnKept),
        sha256: None,
        accessed: None,
    }
}

/// One row as a figure of the first community; the caller says whose it is.
fn observation(data: &Dataset, row: &OwnRow, like: Like) -> Result<Observation, (OwnCell, OwnFault)> {
    let id = data.indicator_by_key(&row.indicator).ok_or((OwnCell::Indicator, OwnFault::NoIndicator))?;
    let indicator = data.indicator(id);
    let unit = data.unit(indicator.unit);
    let units = [unit.name.zh.as_str(), &unit.name.en, &unit.singular_en];
    let (value, bound) =
        entry::read(&numbers::in_digits(&cell(&row.value)), &units).ok_or((OwnCell::Value, OwnFault::NotANumber))?;
    if indicator.kind == ValueKind::Share && value > 100.0 {
        return Err((OwnCell::Value, OwnFault::ShareOver100));
    }
    let period = Period::parse(&cell(&row.period)).map_err(|_| (OwnCell::Period, OwnFault::Period))?;
    // What the others' figures of this indicator are about, so that like meets like.
    let like = like(id).map(|other| data.observation(other));
    let planned = indicator.kind == ValueKind::Plan;
    let (period_type, basis) = match (&period, indicator.kind) {
        (Period::Unstated, _) => (PeriodType::SnapshotUndated, PeriodBasis::Unstated),
        (_, ValueKind::Plan) => (PeriodType::Planned, PeriodBasis::Stated),
        (Period::At(date), ValueKind::Flow) if date.month.is_none() => (PeriodType::CalendarYear, PeriodBasis::Stated),
        (_, ValueKind::Flow) => (PeriodType::Cumulative, PeriodBasis::Stated),
        _ => (PeriodType::SnapshotDated, PeriodBasis::Stated),
    };
    Ok(Observation {
        key: String::new(),
        community: CommunityId(0),
        indicator: id,
        scope: like.map_or(Scope::Community, |other| other.scope),
        scope_name: Text::default(),
        value: Some(value),
        bound,
        status: if planned { ObsStatus::Planned } else { ObsStatus::Reported },
        unit: indicator.unit,
        period,
        period_type,
        bases: Bases::both(basis),
        source: SourceId(0),
        locator: cell(&row.value),
        locator_hans: None,
        reading: Reading::Digits,
        salience: Salience::Core,
        system: None,
        note: Text::default(),
        same_as: None,
        grade: Grade::Own,
        retrieved_on: None,
        read_by: ReadBy::Person,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_typed_comes_back(name in "[^\\pC]{0,20}", cells in proptest::collection::vec("[^\\pC]{0,12}", 0..9)) {
            let trimmed = |text: &String| plain::clean(text).trim().to_string();
            let rows = cells.chunks_exact(3).map(|row| OwnRow {
                indicator: trimmed(&row[0]), value: trimmed(&row[1]), period: trimmed(&row[2]),
            });
            let entry = OwnEntry { name: trimmed(&name), rows: rows.collect() };
            prop_assert_eq!(OwnEntry::parse(&entry.to_text()), entry);
        }

        #[test]
        fn whatever_was_kept_can_be_read(kept in "(linpu-own 1)?\\PC{0,80}(\n\\PC{0,40}){0,4}") {
            OwnEntry::parse(&kept);
        }
    }
}
