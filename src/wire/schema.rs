//! The tables of a package: names, columns, keys.
//!
//! Owns: which columns there are and which may be empty. May use: `std`. Deliberately absent: reading.

/// One table.
#[derive(Debug)]
pub struct Table {
    /// Name of its resource.
    pub name: &'static str,
    /// Its file.
    pub file: &'static str,
    /// The columns that together name a row; they come first.
    pub key: &'static [&'static str],
    /// Its columns in order; `?` at the end of one that may be empty.
    pub columns: &'static [&'static str],
}

impl Table {
    /// Column names in order, with whether a cell must be filled.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, bool)> + use<> {
        self.columns.iter().map(|column| match column.strip_suffix('?') {
            Some(name) => (name, false),
            None => (*column, true),
        })
    }

    /// The column names in order, separated by commas.
    pub fn header(&self) -> String {
        self.columns().map(|(name, _)| name).collect::<Vec<_>>().join(",")
    }
}

/// What a column of former packages is called now.
pub fn renamed(table: &Table, column: &str) -> Option<&'static str> {
    (table.name == OBSERVATIONS.name && column == "period_basis").then_some("period_start_basis, period_end_basis")
}

macro_rules! tables {
    ($($(#[$meta:meta])* $name:ident $table:ident [$($key:ident)+] $([$column:ident $($maybe:tt)?])+;)+) => {
        $($(#[$meta])* pub static $name: Table = Table {
            name: stringify!($table),
            file: concat!(stringify!($table), ".csv"),
            key: &[$(stringify!($key)),+],
            columns: &[$(concat!(stringify!($column) $(, stringify!($maybe))?)),+],
        };
        /// The columns of this table by name, so that nobody reads one that is not there.
        #[allow(non_upper_case_globals, missing_docs, reason = "the names are those of the columns")]
        pub mod $table {
            $(pub const $column: &str = stringify!($column);)+
        })+
        /// Every table.
        pub static TABLES: &[&Table] = &[$(&$name),+];
    };
}

tables! {
    /// Published texts.
    SOURCES sources [id]
        [id] [article ?] [label_zh] [label_en] [title ?] [title_truncated] [publisher_zh] [publisher_en] [author ?]
        [published_stated ?] [published_from_url ?] [url ?] [repost_publisher_zh ?] [repost_publisher_en ?] [repost_date ?]
        [script] [note_zh] [note_en] [sha256 ?] [accessed ?];
    /// Administrative places.
    PLACES places [id]
        [id] [name_zh] [name_en] [level] [parent ?] [basis] [note_zh ?] [note_en ?] [gb2260 ?];
    /// Communities.
    COMMUNITIES communities [id]
        [id] [name_zh] [name_en] [place] [types] [settlements ?] [sources] [note_zh] [note_en] [collection] [kind]
        [parent ?];
    /// Units.
    UNITS units [id]
        [id] [name_zh] [name_en] [singular_en] [base ?] [factor ?] [ucum ?] [currency ?] [role ?];
    /// Words of open vocabularies.
    CODES codes [list code]
        [list] [code] [name_zh] [name_en] [note_zh] [note_en] [roles ?];
    /// Indicators.
    INDICATORS indicators [id]
        [id] [name_zh] [name_en] [definition_zh] [definition_en] [unit] [kind] [group] [comparable] [polarity] [family ?]
        [base_zh ?] [base_en ?];
    /// Figures.
    OBSERVATIONS observations [id]
        [id] [community] [indicator] [scope] [scope_name_zh ?] [scope_name_en ?] [value ?] [bound] [status] [unit] [period ?]
        [period_type] [period_start_basis] [period_end_basis] [source] [locator ?] [locator_hans ?] [reading] [salience] [system ?] [note_zh ?]
        [note_en ?] [same_as ?] [grade] [retrieved_on ?] [read_by];
    /// Governance systems.
    SYSTEMS systems [id]
        [id] [community] [parent ?] [name_zh] [name_en] [form] [topics] [targets] [motifs ?] [parts_kind] [parts_stated ?]
        [parts_list] [since ?] [source] [locator ?] [locator_hans ?] [summary_zh] [summary_en];
    /// Parts and steps of governance systems.
    PARTS parts [system position]
        [system] [position] [order ?] [name_zh] [name_en] [actor_zh ?] [actor_en ?] [actors ?] [part_system ?];
    /// Indicators computed from others.
    DERIVED derived [id]
        [id] [name_zh] [name_en] [numerator] [denominator ?] [divisor ?] [scale] [unit_zh] [unit_en] [polarity] [caveat_zh]
        [caveat_en];
    /// What indicators computed from others give for each community.
    DERIVED_VALUES derived_values [derived community]
        [derived] [community] [value ?] [bound ?] [verdict] [reasons ?] [operands] [grade];
    /// Checks of the sources' own arithmetic.
    CHECKS checks [id]
        [id] [community ?] [op] [stated ?] [operands ?] [constant ?] [scale ?] [name_zh] [name_en] [note_zh ?] [note_en ?]
        [verdict ?] [value ?] [bound ?] [reasons ?];
    /// What was done about problems.
    PRACTICES practices [id]
        [id] [community] [problem_zh] [problem_en] [problem_basis] [action_zh] [action_en] [actors_zh] [actors_en] [topics]
        [targets ?] [systems ?] [observations ?] [source] [locator] [locator_hans ?] [outcome_zh ?] [outcome_en ?] [terms_zh] [terms_en];
}
