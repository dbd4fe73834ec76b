//! What each column turned out to be while it was read: a number, a word of a list, a key of another table.
//!
//! Owns: that record. A descriptor is compared with it, so that no second list of types and keys can go stale. May use:
//! `schema`. Deliberately absent: reading.

use super::schema::Table;
use std::collections::BTreeMap;

/// What a column is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use {
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A word of a closed vocabulary.
    Word(Vec<&'static str>),
    /// The key of a row of a table.
    Key(&'static str),
    /// Several keys, or one thing in one row and another in the next: nothing a descriptor can say.
    Text,
}

/// The uses of all columns.
#[derive(Debug, Default)]
pub(super) struct Uses(BTreeMap<(&'static str, &'static str), Use>);

/// As many rows of a table show what its columns are.
pub(super) const ROWS: u32 = 300;

impl Uses {
    /// Remembers a use.
    pub fn note(&mut self, table: &Table, column: &str, used: Use) {
        let Some((column, _)) = table.columns().find(|(name, _)| *name == column) else { return };
        self.0
            .entry((table.name, column))
            .and_modify(|known| {
                if *known == Use::Number && used == Use::Whole {
                    *known = Use::Whole;
                } else if *known != used && (known.clone(), &used) != (Use::Whole, &Use::Number) {
                    *known = Use::Text;
                }
            })
            .or_insert_with(|| used.clone());
    }

    /// What a column is; `None` where no row was read.
    pub fn of(&self, table: &Table, column: &str) -> Option<&Use> {
        self.0.iter().find(|((name, own), _)| *name == table.name && *own == column).map(|(_, used)| used)
    }

    /// The columns of a table that are keys of another, each with that table.
    pub fn keys_of<'u>(&'u self, table: &'u Table) -> impl Iterator<Item = (&'static str, &'static str)> + 'u {
        self.0.iter().filter(|((name, _), _)| *name == table.name).filter_map(|((_, column), used)| match used {
            Use::Key(other) => Some((*column, *other)),
            _ => None,
        })
    }
}
