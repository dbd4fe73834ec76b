//! Tables one can filter: typed columns, each a dimension; which rows pass, and what every option would give.

use super::{Origin, Selection, Wants};
use crate::model::{Bound, ObsStatus};

/// A row of a table, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowId(pub u32);

/// A dimension of a package, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DimId(pub u16);

impl DimId {
    /// Its place.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The codes of every row: one, several or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// `codes[starts[row]..starts[row + 1]]` are the codes of a row; empty where every row has exactly one.
    starts: Vec<u32>,
    codes: Vec<u16>,
    options: u16,
}

impl Codes {
    /// Collects a column of `options` codes from the codes of each row, all of them below `options`.
    pub fn new(options: u16, rows: &[Vec<u16>]) -> Codes {
        let mut starts = vec![0];
        let mut codes = Vec::new();
        for row in rows {
            codes.extend_from_slice(row);
            starts.push(codes.len() as u32);
        }
        if rows.iter().all(|row| row.len() == 1) {
            starts.clear();
        }
        Codes { starts, codes, options }
    }

    /// The codes of a row.
    pub fn row(&self, row: RowId) -> &[u16] {
        let row = row.0 as usize;
        let (from, to) = match self.starts.is_empty() {
            true => (row, row + 1),
            false => (self.starts[row] as usize, self.starts[row + 1] as usize),
        };
        &self.codes[from..to]
    }
}

/// A number as it is stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The number; `None` where there is none.
    pub value: Option<f64>,
    /// How exactly it is worded.
    pub bound: Bound,
    /// What kind of statement it is.
    pub status: ObsStatus,
}

/// What every row says in one dimension.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Codes.
    Codes(Codes),
    /// Numbers with bound and status.
    Numbers(Vec<Number>),
    /// Text.
    Text(Vec<String>),
}

impl Column {
    /// Whether a row says what is wanted. What a column of its kind cannot say, no row says.
    pub fn has(&self, row: RowId, wants: &Wants) -> bool {
        let at = row.0 as usize;
        match (self, wants) {
            (Column::Codes(codes), Wants::Set(options)) => codes.row(row).iter().any(|code| options.contains(code)),
            (Column::Numbers(numbers), Wants::Range(range)) => {
                numbers[at].value.is_some_and(|value| range.contains(value))
            }
            (Column::Text(texts), Wants::Text(text)) => texts[at].contains(text.as_str()),
            _ => false,
        }
    }

    fn identify(&self, hash: &mut Hash) {
        match self {
            Column::Codes(codes) => {
                hash.put(&[0, u64::from(codes.options), codes.starts.len() as u64, codes.codes.len() as u64]);
                codes.starts.iter().for_each(|start| hash.put(&[u64::from(*start)]));
                codes.codes.iter().for_each(|code| hash.put(&[u64::from(*code)]));
            }
            Column::Numbers(numbers) => {
                hash.put(&[1, numbers.len() as u64]);
                for number in numbers {
                    let value = number.value.map_or([0, 0], |value| [1, value.to_bits()]);
                    hash.put(&value);
                    hash.put(&[number.bound as u64, number.status as u64]);
                }
            }
            Column::Text(texts) => {
                hash.put(&[2, texts.len() as u64]);
                texts.iter().for_each(|text| hash.text(text));
            }
        }
    }
}

/// Rows with one column for each of some dimensions.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: u32,
    dimensions: Vec<DimId>,
    columns: Vec<Column>,
}

impl Table {
    /// A table of so many rows that say nothing yet.
    pub const fn new(rows: u32) -> Table {
        Table { rows, dimensions: Vec::new(), columns: Vec::new() }
    }

    /// Adds what every row says in a dimension.
    pub fn add(&mut self, dim: DimId, column: Column) {
        self.dimensions.push(dim);
        self.columns.push(column);
    }

    /// What rows say in a dimension; `None` where they say nothing.
    pub fn column(&self, dim: DimId) -> Option<&Column> {
        self.dimensions.iter().position(|other| *other == dim).map(|at| &self.columns[at])
    }

    /// How many rows there are.
    pub const fn len(&self) -> u32 {
        self.rows
    }

    /// Whether there is no row.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Tests every row against the clauses about its dimensions; others say nothing of it. Where rows belong to rows of another
    /// table, what those fail these fail: their mask, and for every row the one it belongs to.
    pub fn mask(&self, selection: &Selection, belongs: Option<(&Mask, &[u32])>) -> Mask {
        let clauses = selection.clauses();
        let origins: Vec<Origin> = clauses.iter().map(|clause| clause.origin).collect();
        let mut fails: Vec<u16> = match belongs {
            Some((mask, of)) => of.iter().map(|row| mask.fails[*row as usize]).collect(),
            None => vec![PASSES; self.rows as usize],
        };
        for clause in clauses {
            let Some(column) = self.column(clause.dim) else { continue };
            let mark = mark(&origins, clause.origin);
            for (row, fails) in fails.iter_mut().enumerate() {
                if *fails != FAILS && *fails != mark && !column.has(RowId(row as u32), &clause.wants) {
                    *fails = if *fails == PASSES { mark } else { FAILS };
                }
            }
        }
        Mask { fails, origins }
    }

    /// How many rows each option of a dimension would give, were the clauses of its facet lifted; none for what has no options.
    pub fn counts(&self, dim: DimId, mask: &Mask) -> Vec<u32> {
        let Some(Column::Codes(column)) = self.column(dim) else { return Vec::new() };
        let mut counts = vec![0; usize::from(column.options)];
        let lifted = mark(&mask.origins, Origin::Facet(dim));
        for (row, fails) in mask.fails.iter().enumerate() {
            if *fails == PASSES || *fails == lifted {
                column.row(RowId(row as u32)).iter().for_each(|code| counts[usize::from(*code)] += 1);
            }
        }
        counts
    }

    /// Puts everything into a hash that filters depend on.
    pub(super) fn identify(&self, hash: &mut Hash) {
        hash.put(&[u64::from(self.rows), self.columns.len() as u64]);
        for (dim, column) in self.dimensions.iter().zip(&self.columns) {
            hash.put(&[u64::from(dim.0)]);
            column.identify(hash);
        }
    }
}

/// A row that fails clauses of no origin.
const PASSES: u16 = u16::MAX;
/// A row that fails clauses of more than one origin, and so for every view.
const FAILS: u16 = u16::MAX - 1;

/// What marks rows that fail clauses of this origin only: the place of its first clause.
fn mark(origins: &[Origin], origin: Origin) -> u16 {
    origins.iter().position(|other| *other == origin).map_or(PASSES, |at| at as u16)
}

/// For every row whether it passes, fails clauses of one origin only (of which), or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    fails: Vec<u16>,
    origins: Vec<Origin>,
}

impl Mask {
    /// Whether a row passes every clause.
    pub fn passes(&self, row: RowId) -> bool {
        self.fails.get(row.0 as usize) == Some(&PASSES)
    }

    /// Whether a row passes every clause but those of an origin: what a view shows that does not see its own.
    pub fn passes_but(&self, row: RowId, origin: Origin) -> bool {
        let fails = self.fails.get(row.0 as usize);
        fails == Some(&PASSES) || fails == Some(&mark(&self.origins, origin))
    }

    /// The rows that pass, ascending.
    pub fn rows(&self) -> impl Iterator<Item = RowId> + '_ {
        self.fails.iter().enumerate().filter(|(_, fails)| **fails == PASSES).map(|(row, _)| RowId(row as u32))
    }
}

/// Names what a result was made of: a table and a selection. Equal for equal ones, and for no others but by a chance of 2⁻⁶⁴.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision(u64);

/// FNV-1a, a number at a time.
pub(super) struct Hash(u64);

impl Hash {
    pub(super) const fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn put(&mut self, numbers: &[u64]) {
        for byte in numbers.iter().flat_map(|number| number.to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&mut self, text: &str) {
        self.put(&[text.len() as u64]);
        text.bytes().for_each(|byte| self.put(&[u64::from(byte)]));
    }

    pub(super) const fn revision(&self) -> Revision {
        Revision(self.0)
    }
}

impl Revision {
    /// The result of a selection on what this names.
    pub(super) fn with(self, selection: &Selection) -> Revision {
        let mut hash = Hash(self.0);
        for clause in selection.clauses() {
            let origin = match clause.origin {
                Origin::Facet(dim) => [0, u64::from(dim.0)],
                Origin::View(view) => [1, u64::from(view)],
            };
            hash.put(&origin);
            hash.put(&[u64::from(clause.dim.0)]);
            match &clause.wants {
                Wants::Set(options) => {
                    hash.put(&[0, options.len() as u64]);
                    options.iter().for_each(|option| hash.put(&[u64::from(*option)]));
                }
                Wants::Range(range) => {
                    let (low, high) = range.ends();
                    hash.put(&[1, low.to_bits(), high.to_bits()]);
                }
                Wants::Text(text) => {
                    hash.put(&[2]);
                    hash.text(text);
                }
            }
        }
        hash.revision()
    }
}
