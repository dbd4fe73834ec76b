//! The query layer: which rows pass, and what each facet option would give.
//!
//! Owns: columns of codes and the crossfilter over them, the doors to rows, who reports what. May use: `model`. Deliberately
//! absent: words, views. Whoever shows rows asks here; nobody else walks a whole table. Filters follow Mosaic's selections: values inside a dimension are OR, dimensions are
//! AND, and a facet ignores its own clause (cross). The mask of failed filters (one bit a dimension) is crossfilter's: a row
//! counts everywhere at 0, and for exactly one facet where a single bit is set.

mod coverage;
mod doors;
mod package;

pub use coverage::{Coverage, is_quantity};
pub use doors::Evidence;
pub use package::*;

/// Chosen options of one dimension, in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options(Vec<u16>);

impl Options {
    /// Whether an option is chosen.
    pub fn contains(&self, option: &u16) -> bool {
        self.0.binary_search(option).is_ok()
    }
    /// Chooses an option.
    pub fn insert(&mut self, option: u16) {
        if let Err(at) = self.0.binary_search(&option) {
            self.0.insert(at, option);
        }
    }
    /// Takes an option back; whether it was chosen.
    pub fn remove(&mut self, option: &u16) -> bool {
        self.0.binary_search(option).map(|at| self.0.remove(at)).is_ok()
    }
    /// The options in order.
    pub fn iter(&self) -> std::slice::Iter<'_, u16> {
        self.0.iter()
    }
    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether none is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Takes all back.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl FromIterator<u16> for Options {
    fn from_iter<I: IntoIterator<Item = u16>>(options: I) -> Self {
        let mut chosen = Options::default();
        options.into_iter().for_each(|option| chosen.insert(option));
        chosen
    }
}

impl<const N: usize> From<[u16; N]> for Options {
    fn from(options: [u16; N]) -> Self {
        options.into_iter().collect()
    }
}

/// One dimension of a table: the codes of every row, several or none allowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// `codes[starts[row]..starts[row + 1]]` are the codes of a row.
    starts: Vec<u32>,
    codes: Vec<u16>,
    options: u16,
}

impl Column {
    /// Collects a column of `options` codes from the codes of each row.
    pub fn new(options: u16, rows: impl Iterator<Item = Vec<u16>>) -> Column {
        let mut column = Column { starts: vec![0], codes: Vec::new(), options };
        for codes in rows {
            column.codes.extend(codes);
            column.starts.push(column.codes.len() as u32);
        }
        column
    }

    /// The codes of a row.
    pub fn row(&self, row: usize) -> &[u16] {
        &self.codes[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    fn rows(&self) -> usize {
        self.starts.len() - 1
    }
}

/// For every row one bit per dimension whose filter it fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask(Vec<u32>);

impl Mask {
    /// Tests every row against one set of wanted codes per column; an empty set wants everything.
    ///
    /// `columns` and `wanted` run in parallel, at most 31 of them. `barred` rows fail whatever is chosen here.
    pub fn new(columns: &[&Column], wanted: &[&Options], barred: impl Fn(usize) -> bool) -> Mask {
        let rows = columns.first().map_or(0, |column| column.rows());
        let mut fails: Vec<u32> = (0..rows).map(|row| u32::from(barred(row)) << 31).collect();
        for (bit, (column, wanted)) in columns.iter().zip(wanted).enumerate() {
            if !wanted.is_empty() {
                for (row, fails) in fails.iter_mut().enumerate() {
                    let hit = column.row(row).iter().any(|code| wanted.contains(code));
                    *fails |= u32::from(!hit) << bit;
                }
            }
        }
        Mask(fails)
    }

    /// Whether a row passes every filter.
    pub fn passes(&self, row: usize) -> bool {
        self.0[row] == 0
    }

    /// The rows that pass, ascending.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(|(_, fails)| **fails == 0).map(|(row, _)| row)
    }

    /// How many rows each option of a column would give, were this column's own filter lifted.
    pub fn counts(&self, bit: usize, column: &Column) -> Vec<u32> {
        let mut counts = vec![0; usize::from(column.options)];
        for (row, fails) in self.0.iter().enumerate() {
            if fails & !(1 << bit) == 0 {
                for code in column.row(row) {
                    counts[usize::from(*code)] += 1;
                }
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The mask agrees with testing every row by hand, for every combination of chosen values.
        #[test]
        fn agrees_with_a_naive_filter(
            rows in proptest::collection::vec(proptest::collection::vec(proptest::collection::vec(0u16..4, 0..3), 3), 0..30),
            wanted in proptest::collection::vec(proptest::collection::vec(0u16..4, 0..3), 3),
        ) {
            let columns: Vec<Column> = (0..3).map(|dim| Column::new(4, rows.iter().map(|row| row[dim].clone()))).collect();
            let columns: Vec<&Column> = columns.iter().collect();
            let wanted: Vec<Options> = wanted.into_iter().map(Options::from_iter).collect();
            let wanted_refs: Vec<&Options> = wanted.iter().collect();
            let mask = Mask::new(&columns, &wanted_refs, |_| false);
            let hit = |row: &Vec<Vec<u16>>, dim: usize| wanted[dim].is_empty() || row[dim].iter().any(|code| wanted[dim].contains(code));
            for (at, row) in rows.iter().enumerate() {
                prop_assert_eq!(mask.passes(at), (0..3).all(|dim| hit(row, dim)));
            }
            for dim in 0..3 {
                let mut naive = vec![0u32; 4];
                for row in rows.iter().filter(|row| (0..3).all(|other| other == dim || hit(row, other))) {
                    for code in &row[dim] { naive[usize::from(*code)] += 1; }
                }
                prop_assert_eq!(mask.counts(dim, columns[dim]), naive);
            }
        }
    }
}
