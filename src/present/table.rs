//! The table of figures: rows in words, sorted, with what is missing said.

use super::Context;
use super::figures::Row;
use crate::model::order;
use crate::model::*;
use crate::query::{Found, Selection, is_quantity};
use crate::state::{Direction, TableColumn, TableState};
use crate::text::{FarMsg, Msg};
use std::cmp::Ordering;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Its column.
    pub column: TableColumn,
    /// Its words.
    pub text: String,
    /// Whether it says that something is not reported.
    pub missing: bool,
}

impl Context<'_> {
    /// The name of a column.
    pub fn column(&self, column: TableColumn) -> String {
        match column {
            TableColumn::Key => self.words.msg(FarMsg::ColKey),
            TableColumn::Community => self.words.msg(Msg::ColCommunity),
            TableColumn::Group => self.words.msg(FarMsg::ColGroup),
            TableColumn::Indicator => self.words.msg(FarMsg::ColIndicator),
            TableColumn::Scope => self.words.msg(FarMsg::ColScope),
            TableColumn::Value => self.words.msg(Msg::ColValue),
            TableColumn::Status => self.words.msg(FarMsg::ColStatus),
            TableColumn::Period => self.words.msg(FarMsg::ColPeriod),
            TableColumn::Source => self.words.msg(FarMsg::ColSource),
            TableColumn::Salience => self.words.msg(FarMsg::ColSalience),
        }
    }

    /// The rows of the table in their order.
    pub fn table_rows(&self, found: &Found, selection: &Selection, table: &TableState) -> Vec<Row> {
        let mut rows: Vec<Row> = found.figures().iter().copied().map(Row::Figure).collect();
        if table.missing {
            rows.extend(self.missing_rows(found, selection));
        }
        if let Some((column, direction)) = table.sort {
            // Missing values come last in both directions: they are neither small nor large.
            let keys: Vec<SortKey> = rows.iter().map(|row| self.sort_key(*row, column)).collect();
            let order = order::places(rows.len(), &|a, b| {
                let (a, b) = (&keys[a], &keys[b]);
                match (a, b) {
                    (SortKey::Missing, SortKey::Missing) => Ordering::Equal,
                    (SortKey::Missing, _) => Ordering::Greater,
                    (_, SortKey::Missing) => Ordering::Less,
                    _ if direction == Direction::Descending => b.compare(a),
                    _ => a.compare(b),
                }
            });
            rows = order.into_iter().map(|at| rows[at]).collect();
        }
        rows
    }

    fn sort_key(&self, row: Row, column: TableColumn) -> SortKey {
        match (row, column) {
            (Row::Figure(id), TableColumn::Value) => {
                let row = self.data.observation(id);
                // A number in a name is no quantity.
                let value = row.value.filter(|_| is_quantity(row));
                value.map_or(SortKey::Missing, |value| SortKey::Number(row.unit.0, value, row.bound))
            }
            (Row::Figure(id), TableColumn::Period) => match self.data.observation(id).period.years().first() {
                Some(year) => SortKey::Words(format!("{year}{}", self.data.observation(id).period.to_text())),
                None => SortKey::Missing,
            },
            (Row::Figure(id), TableColumn::Group) => {
                SortKey::Row(self.data.indicator(self.data.observation(id).indicator).group.0)
            }
            (Row::Missing(_, group, _), TableColumn::Group) => SortKey::Row(group.0),
            (Row::Figure(id), TableColumn::Community) => SortKey::Row(self.data.observation(id).community.0),
            (Row::Missing(community, ..), TableColumn::Community) => SortKey::Row(community.0),
            (Row::Missing(..), TableColumn::Value | TableColumn::Period | TableColumn::Key | TableColumn::Source) => {
                SortKey::Missing
            }
            _ => SortKey::Words(self.table_cell(row, column).text),
        }
    }

    /// One cell of a row.
    pub fn table_cell(&self, row: Row, column: TableColumn) -> TableCell {
        let words = self.words;
        let (text, missing) = match row {
            Row::Figure(id) => {
                let row = self.data.observation(id);
                let text = match column {
                    TableColumn::Key => row.key.clone(),
                    TableColumn::Community => self.community(row.community),
                    TableColumn::Group => self.code(self.data.indicator(row.indicator).group),
                    TableColumn::Indicator => self.indicator(row),
                    TableColumn::Scope => self.scope(row),
                    TableColumn::Value => self.value(row).exact,
                    TableColumn::Status => words.name(row.status),
                    TableColumn::Period => self.period(row),
                    TableColumn::Source => words.text(&self.data.source(row.source).label),
                    TableColumn::Salience => words.name(row.salience),
                };
                (text, false)
            }
            Row::Missing(community, group, coverage) => {
                let not_reported = self.silence(community);
                let text = match column {
                    TableColumn::Community => self.community(community),
                    TableColumn::Group | TableColumn::Indicator => self.code(group),
                    TableColumn::Scope => words.name(Scope::Community),
                    TableColumn::Value => match self.why_missing(community, group, coverage) {
                        why if why == not_reported => why,
                        why => words.pair(&format!("{not_reported}（{why}）"), &format!("{not_reported} ({why})")),
                    },
                    TableColumn::Status => not_reported,
                    TableColumn::Key | TableColumn::Period | TableColumn::Source | TableColumn::Salience => {
                        "—".to_string()
                    }
                };
                (text, true)
            }
        };
        TableCell { column, text, missing }
    }

    /// How many rows there are, and how many of them say that something is missing.
    pub fn row_count(&self, rows: &[Row]) -> String {
        let missing = rows.iter().filter(|row| matches!(row, Row::Missing(..))).count();
        self.words.fill(FarMsg::TableRows, &[&rows.len().to_string(), &missing.to_string()])
    }
}

enum SortKey {
    Missing,
    Row(u32),
    /// Units never mix: they sort before values do.
    Number(u32, f64, Bound),
    Words(String),
}

impl SortKey {
    fn compare(&self, other: &SortKey) -> Ordering {
        match (self, other) {
            (SortKey::Number(unit, value, bound), SortKey::Number(other_unit, other_value, other_bound)) => {
                unit.cmp(other_unit).then(value.total_cmp(other_value)).then(bound.cmp(other_bound))
            }
            (SortKey::Row(a), SortKey::Row(b)) => a.cmp(b),
            (SortKey::Words(a), SortKey::Words(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }
}
