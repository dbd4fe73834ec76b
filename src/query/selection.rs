//! What somebody wants of a table: clauses, each about one dimension and from one place of the page.
//!
//! As in Mosaic: all clauses have to hold (intersect), and who made a clause does not see its effect on itself (cross).

use super::DimId;

/// Chosen options of one dimension, in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options(Vec<u16>);

/// What is chosen where nothing is.
static NONE: Options = Options(Vec::new());

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

/// A range of numbers, both ends included; either may be infinite, neither is no number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    low: f64,
    high: f64,
}

// Without NaN every range equals itself.
impl Eq for Range {}

impl Range {
    /// From one number to another; `None` where one of them is none, or the first is larger.
    pub fn new(low: f64, high: f64) -> Option<Range> {
        // Added to, the two zeros are one.
        (low <= high).then_some(Range { low: low + 0.0, high: high + 0.0 })
    }
    /// Whether a number lies in it.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
    /// The first and the last number.
    pub const fn ends(self) -> (f64, f64) {
        (self.low, self.high)
    }
}

/// What a clause wants of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wants {
    /// One of these options; none at all wants nothing in particular. For columns of codes.
    Set(Options),
    /// A number as stated (its bound aside) within a range. For columns of numbers.
    Range(Range),
    /// This string somewhere in the text, letter by letter. For columns of text.
    Text(String),
}

impl Wants {
    /// Whether every row would do.
    fn is_free(&self) -> bool {
        match self {
            Wants::Set(options) => options.is_empty(),
            Wants::Text(text) => text.is_empty(),
            Wants::Range(_) => false,
        }
    }
}

/// Where a clause comes from: its effect is not seen there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The facet of a dimension.
    Facet(DimId),
    /// A view by itself, such as a chart in which one brushes.
    View(u16),
}

/// What is wanted of one dimension by one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The dimension.
    pub dim: DimId,
    /// Where it comes from.
    pub origin: Origin,
    /// What is wanted.
    pub wants: Wants,
}

impl Clause {
    fn place(&self) -> (Origin, DimId) {
        (self.origin, self.dim)
    }
}

/// Clauses that all have to hold: one of an origin about a dimension, in that order, none of them free. So two selections
/// that want the same are equal, however somebody got there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection(Vec<Clause>);

impl Selection {
    /// The clauses.
    pub fn clauses(&self) -> &[Clause] {
        &self.0
    }
    /// Puts a clause in the place of what its origin wanted of its dimension.
    pub fn put(&mut self, clause: Clause) {
        let place = clause.place();
        self.0.retain(|other| other.place() != place);
        if !clause.wants.is_free() {
            let at = self.0.iter().position(|other| other.place() > place).unwrap_or(self.0.len());
            self.0.insert(at, clause);
        }
    }
    /// The options chosen in the facet of a dimension.
    pub fn of(&self, dim: DimId) -> &Options {
        let clause = self.0.iter().find(|clause| clause.place() == (Origin::Facet(dim), dim));
        match clause.map(|clause| &clause.wants) {
            Some(Wants::Set(options)) => options,
            _ => &NONE,
        }
    }
    /// Chooses exactly these options in the facet of a dimension.
    pub fn set(&mut self, dim: DimId, options: Options) {
        self.put(Clause { dim, origin: Origin::Facet(dim), wants: Wants::Set(options) });
    }
    /// Chooses an option in the facet of a dimension, or takes it back.
    pub fn toggle(&mut self, dim: DimId, option: u16) {
        let mut options = self.of(dim).clone();
        if !options.remove(&option) {
            options.insert(option);
        }
        self.set(dim, options);
    }
    /// Whether nothing is wanted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
