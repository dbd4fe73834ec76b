//! The figures of a person's own community, as their browser keeps them, and as a part of the data.
//!
//! Owns: the stored form (a line with version and name, then a line a figure, cells parted by tabs), how two windows' entries
//! become one, reading what was typed, and the rows it becomes. May use: `text`, `model`. Deliberately absent: where it is kept,
//! the words for a fault. What was typed is kept as it was typed, but for signs nobody sees, whether it can be read or not.

use super::numbers;
use crate::model::*;
use crate::text::{Msg, entry, plain};

const HEAD: &str = "linpu-own 2";
/// Rows without names of their own and without edits: what one window wrote over another's.
const OLD_HEAD: &str = "linpu-own 1";
/// More is no entry by hand.
const MOST_ROWS: usize = 60;
/// What several windows entered together, with what was taken away.
const MOST_KEPT: usize = 600;
const LONGEST_CELL: usize = 40;
/// The key of the community and of its source; figures are `own-1`, `own-2`, …
const KEY: &str = "own";

/// Everything typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnEntry {
    /// The community's name.
    pub name: String,
    /// A row for each figure, and for each that was taken away: else another window would bring it back.
    pub rows: Vec<OwnRow>,
    /// The number of the edit that named it.
    pub named: u32,
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
    /// What the row is called, the same in every window: the number of the edit that made it, and the window's tag.
    pub key: String,
    /// The number of its last edit; of two windows' versions the one with the higher stands.
    pub edited: u32,
    /// It was taken away.
    pub is_removed: bool,
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
    /// Reads what was kept; `None` where it is nothing of ours.
    pub fn parse(kept: &str) -> Option<OwnEntry> {
        let mut lines = kept.lines();
        let head = lines.next()?;
        let rest = head.strip_prefix(HEAD).or_else(|| head.strip_prefix(OLD_HEAD))?;
        let mut cells = rest.split('\t').skip(1).map(cell);
        let mut next = || cells.next().unwrap_or_default();
        let mut entry = OwnEntry { name: next(), named: next().parse().unwrap_or(0), rows: Vec::new() };
        for (at, line) in lines.take(MOST_KEPT).enumerate() {
            let mut cells = line.split('\t').map(cell);
            let mut next = || cells.next().unwrap_or_default();
            let mut row = OwnRow { indicator: next(), value: next(), period: next(), ..OwnRow::default() };
            (row.key, row.edited, row.is_removed) = (next(), next().parse().unwrap_or(0), !next().is_empty());
            if row.key.is_empty() {
                row.key = key(0, &at.to_string());
            }
            entry.take(row);
        }
        Some(entry)
    }

    /// Everything typed, in the form in which it is kept.
    pub fn to_text(&self) -> String {
        let mut lines = vec![format!("{HEAD}\t{}\t{}", cell(&self.name), self.named)];
        lines.extend(self.rows.iter().map(|row| {
            let typed = [&row.indicator, &row.value, &row.period, &row.key].map(|text| cell(text)).join("\t");
            format!("{typed}\t{}\t{}", row.edited, if row.is_removed { "x" } else { "" })
        }));
        lines.join("\n")
    }

    /// Takes in what another window entered: each row as it was edited last. The same, whoever takes in whom.
    pub fn merge(&mut self, other: OwnEntry) {
        if (other.named, &other.name) > (self.named, &self.name) {
            (self.named, self.name) = (other.named, other.name);
        }
        other.rows.into_iter().for_each(|row| self.take(row));
    }

    fn take(&mut self, row: OwnRow) {
        match self.rows.iter().position(|other| other.key >= row.key) {
            Some(at) if self.rows[at].key == row.key => {
                let said = |row: &OwnRow| {
                    let typed = [&row.indicator, &row.value, &row.period].map(String::clone);
                    (row.edited, row.is_removed, typed)
                };
                if said(&row) > said(&self.rows[at]) {
                    self.rows[at] = row;
                }
            }
            Some(at) => self.rows.insert(at, row),
            None => self.rows.push(row),
        }
    }

    /// The number of the next edit: higher than any this window has seen.
    fn next_edit(&self) -> u32 {
        self.rows.iter().map(|row| row.edited).fold(self.named, u32::max).saturating_add(1)
    }

    /// The rows that are there.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &OwnRow)> {
        self.rows.iter().enumerate().filter(|(_, row)| !row.is_removed)
    }

    /// Gives it a name.
    pub fn rename(&mut self, name: String) {
        (self.named, self.name) = (self.next_edit(), name);
    }

    /// Changes a row. One that another window has taken away meanwhile comes back: the last edit stands.
    pub fn edit_row(&mut self, key: &str, put: impl FnOnce(&mut OwnRow)) {
        let edit = self.next_edit();
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            put(row);
            (row.edited, row.is_removed) = (edit, false);
        }
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, key: &str) {
        let edit = self.next_edit();
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            (row.edited, row.is_removed) = (edit, true);
        }
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.shown().all(|(_, row)| row.value.trim().is_empty())
    }

    /// Room for one more figure, made in the window of a tag.
    pub fn add_row(&mut self, tag: &str) {
        if self.shown().count() < MOST_ROWS && self.rows.len() < MOST_KEPT {
            let edited = self.next_edit();
            self.take(OwnRow { key: key(edited, tag), edited, ..OwnRow::default() });
        }
    }
}

/// The key of the figure that a row becomes, by the row's place among all that are kept.
pub fn figure_key(at: usize) -> String {
    format!("{KEY}-{}", at + 1)
}

/// What a row is called; later rows come later in the order of their keys.
fn key(edit: u32, tag: &str) -> String {
    format!("{edit:06}-{tag:0>3}")
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
    for (at, row) in entry.shown().filter(|(_, row)| !row.value.trim().is_empty()) {
        match observation(data, row, like) {
            Ok(figure) => {
                all.observations.push(Observation { key: figure_key(at), community, source, ..figure });
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

    /// A window's edits, by small numbers: add, take away, write a value, name.
    fn edited(mut entry: OwnEntry, tag: &str, edits: &[(u8, usize, u8)]) -> OwnEntry {
        for (what, at, value) in edits {
            let key = entry.rows.get(at % entry.rows.len().max(1)).map(|row| row.key.clone()).unwrap_or_default();
            match what % 4 {
                0 => entry.add_row(tag),
                1 => entry.remove_row(&key),
                2 => entry.edit_row(&key, |row| row.value = value.to_string()),
                _ => entry.rename(value.to_string()),
            }
        }
        entry
    }

    fn merged(mut one: OwnEntry, other: &OwnEntry) -> OwnEntry {
        one.merge(other.clone());
        one
    }

    proptest! {
        #[test]
        fn what_was_typed_comes_back(name in "[^\\pC]{0,20}", cells in proptest::collection::vec("[^\\pC]{0,12}", 0..9)) {
            let mut entry = OwnEntry::default();
            entry.rename(plain::clean(&name).trim().to_string());
            for typed in cells.chunks_exact(3) {
                entry.add_row("7");
                let key = entry.rows.last().unwrap().key.clone();
                entry.edit_row(&key, |row| {
                    [&mut row.indicator, &mut row.value, &mut row.period].into_iter().zip(typed).for_each(|(cell, text)| {
                        *cell = plain::clean(text).trim().to_string();
                    });
                });
            }
            prop_assert_eq!(OwnEntry::parse(&entry.to_text()), Some(entry));
        }

        #[test]
        fn whatever_was_kept_can_be_read(kept in "(linpu-own [12])?\\PC{0,80}(\n\\PC{0,40}){0,4}") {
            let ours = kept.starts_with(HEAD) || kept.starts_with(OLD_HEAD);
            prop_assert_eq!(OwnEntry::parse(&kept).is_some(), ours);
        }

        #[test]
        fn two_windows_come_to_the_same(
            before in proptest::collection::vec((0u8..4, 0usize..6, 0u8..9), 0..8),
            one in proptest::collection::vec((0u8..4, 0usize..6, 0u8..9), 0..8),
            other in proptest::collection::vec((0u8..4, 0usize..6, 0u8..9), 0..8),
        ) {
            let start = edited(OwnEntry::default(), "1", &before);
            let (one, other) = (edited(start.clone(), "2", &one), edited(start, "3", &other));
            let both = merged(one.clone(), &other);
            prop_assert_eq!(&both, &merged(other.clone(), &one), "whoever takes in whom");
            prop_assert_eq!(&both, &merged(both.clone(), &one), "twice is once");
            prop_assert_eq!(OwnEntry::parse(&both.to_text()), Some(both.clone()));
            for row in one.rows.iter().chain(&other.rows) {
                prop_assert!(both.rows.iter().any(|kept| kept.key == row.key && kept.edited >= row.edited), "{} is lost", row.key);
            }
        }
    }

    #[test]
    fn the_last_edit_of_a_row_stands_and_what_was_taken_away_stays_away() {
        let start = edited(OwnEntry::default(), "1", &[(0, 0, 0), (0, 0, 0)]);
        let [first, second] = [0, 1].map(|at| start.rows[at].key.clone());
        let mut one = start.clone();
        one.edit_row(&first, |row| row.value = "1".into());
        one.remove_row(&second);
        let mut other = start;
        other.add_row("9");
        other.merge(one.clone());
        assert_eq!(other.shown().map(|(_, row)| row.value.as_str()).collect::<Vec<_>>(), ["1", ""]);
        one.merge(other.clone());
        assert_eq!(one, other);
        // Who goes on writing in a row that was taken away elsewhere brings it back.
        other.edit_row(&second, |row| row.value = "2".into());
        one.merge(other);
        assert_eq!(one.shown().count(), 3);
    }

    #[test]
    fn the_old_form_is_read_alike_in_every_window() {
        let old = "linpu-own 1\t新村\npopulation_usual\t约1000\t2024\nhouseholds\t300\t";
        let [one, other] = [OwnEntry::parse(old), OwnEntry::parse(old)].map(Option::unwrap);
        assert_eq!((one.name.as_str(), one.shown().count()), ("新村", 2));
        assert_eq!(merged(one.clone(), &other), one);
    }

    #[test]
    fn what_turns_words_round_is_no_part_of_a_name() {
        let mut entry = OwnEntry::default();
        entry.rename("新\u{202e}村\u{fffe}\u{2067}".into());
        assert_eq!(OwnEntry::parse(&entry.to_text()).unwrap().name, "新村");
    }
}
