//! One table as rows of cells that know where they stand.
//!
//! Owns: header, keys, and every finding about a single cell. May use: `csv`, `schema`, `cells`. Deliberately absent: which
//! columns make up which thing (`tables`), and what rows say together (`validate`).

use super::package::did_you_mean;
use super::schema::Table;
use super::{cells, csv, looks, nearest};
use crate::diagnostics::{Diagnostic, Rule, rules, rules::cells as cell_rules};
use crate::model::{PartialDate, Period, Text};
use crate::text::codes::Named;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The keys of a table: where each row went, and on which row of the file it stands. `None` is a row that could not be read;
/// what refers to it is dropped without a second finding.
#[derive(Default)]
pub(super) struct Keys {
    known: BTreeMap<String, (Option<u32>, u32)>,
    /// The table could not be read at all: which keys it has is not known.
    unreadable: bool,
    /// A key was sought in a table without rows.
    missed: Cell<bool>,
    /// What was answered to keys that are not there.
    answers: RefCell<BTreeMap<String, (String, String)>>,
}

impl Keys {
    /// Whether it was a table without rows that somebody sought a key in.
    pub fn are_missed(&self) -> bool {
        self.missed.get()
    }

    fn suggestion(&self, prefix: &str, key: &str) -> (String, String) {
        let known: Vec<&str> = self.known.keys().filter_map(|known| known.strip_prefix(prefix)).collect();
        // ZY-99 is as near to ZY-09 as to any other, and so is ZX to ZY: only a word can be misspelt.
        let stem = key.split_inclusive('-').next().filter(|stem| stem.len() < key.len()).unwrap_or_default();
        let alike: Vec<&str> = known.iter().copied().filter(|known| known.starts_with(stem)).collect();
        let is_word = key.rsplit('-').next().is_some_and(|end| end.bytes().any(|byte| !byte.is_ascii_digit()));
        if is_word && (3..60).contains(&key.chars().count()) {
            let near = nearest(key, &mut alike.iter().copied()).or_else(|| nearest(key, &mut known.iter().copied()));
            if near.is_some() {
                return did_you_mean(near);
            }
        }
        let listed = if alike.is_empty() { &known } else { &alike };
        if listed.is_empty() {
            return Default::default();
        }
        let some = listed[..listed.len().min(12)].join(", ");
        match listed.len().saturating_sub(12) {
            0 => (["（现有：", &some, "）"].concat(), [" (there are: ", &some, ")"].concat()),
            more => (
                format!("（现有：{some} 等，共 {} 个）", listed.len()),
                format!(" (there are: {some} and {more} more)"),
            ),
        }
    }
}

/// A kind of reference: the rule for a key that is not there, and the part before the key in [`Keys`].
#[derive(Clone, Copy)]
pub(super) struct To<'k> {
    pub keys: &'k Keys,
    pub prefix: &'k str,
    pub unknown: &'static Rule,
}

/// One row.
pub(super) struct Row<'r> {
    pub number: u32,
    table: &'static Table,
    cells: &'r [Cow<'r, str>],
    /// Where each column of the table stands in the file.
    columns: &'r [Option<usize>],
    findings: &'r mut Vec<Diagnostic>,
    /// Cells cannot be told apart: too many or too few of them.
    misshapen: bool,
    /// The table lacks columns, so that what an empty cell means is unknown.
    pub partial: bool,
}

impl Row<'_> {
    /// The cell of a column without space around it; empty where there is none.
    pub fn cell(&self, column: &str) -> &str {
        let position = self.table.columns().position(|(name, _)| name == column);
        let at = position.and_then(|position| self.columns[position]);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The cell as text of its own.
    pub fn string(&self, column: &str) -> String {
        self.cell(column).to_string()
    }

    /// The cell, `None` where it is empty.
    pub fn optional(&self, column: &str) -> Option<String> {
        Some(self.string(column)).filter(|cell| !cell.is_empty())
    }

    /// A column in Chinese, `stem_zh`, and the one in English beside it.
    pub fn text(&self, zh: &str) -> Text {
        let stem = zh.strip_suffix("_zh").unwrap_or(zh);
        Text { zh: self.string(zh), en: self.string(&[stem, "_en"].concat()) }
    }

    /// Notes a finding about a cell.
    pub fn note(&mut self, rule: &'static Rule, column: &str, zh: &str, en: &str) {
        let finding = rule.at(self.table.file, Some(self.number), Some(column)).saw(self.cell(column)).detail(zh, en);
        self.findings.push(finding);
    }

    fn noted<T>(&mut self, column: &str, read: Result<T, cells::Fault>) -> Option<T> {
        read.map_err(|(rule, meant)| self.note(rule, column, &meant, &meant)).ok()
    }

    /// A word of a closed vocabulary that has names.
    pub fn named<T: Copy + Named>(&mut self, column: &str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        self.one_of(column, all, code, |value| value.words().0)
    }

    /// A word of a closed vocabulary.
    pub fn word<T: Copy>(&mut self, column: &str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        self.one_of(column, all, code, |_| "")
    }

    fn one_of<T: Copy>(
        &mut self,
        column: &str,
        all: &[T],
        code: fn(T) -> &'static str,
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let cell = self.cell(column);
        let found = all.iter().copied().find(|value| code(*value) == cell);
        if found.is_none() && !cell.is_empty() {
            let words: Vec<&str> = all.iter().map(|value| code(*value)).collect();
            let named = all.iter().map(|value| match name(*value) {
                "" => code(*value).to_string(),
                name => [code(*value), "（", name, "）"].concat(),
            });
            let named: Vec<String> = named.collect();
            let by_name = all.iter().find(|value| cell.len() < 40 && name(**value).contains(cell));
            let near = by_name.map(|value| code(*value)).or_else(|| nearest(cell, &mut words.iter().copied()));
            let (zh, en) = did_you_mean(near);
            let (zh, en) = ([&named.join("、"), zh.as_str()].concat(), [&words.join(", "), en.as_str()].concat());
            self.note(&cell_rules::UNKNOWN_WORD, column, &zh, &en);
        }
        found
    }

    /// A number; the outer `None` is a cell that cannot be read, the inner one an empty cell.
    pub fn number(&mut self, column: &str) -> Option<Option<f64>> {
        match self.cell(column) {
            "" => Some(None),
            cell => {
                let read = cells::number(cell);
                self.noted(column, read).map(Some)
            }
        }
    }

    /// A whole number from 1; `None` where the cell is empty or cannot be read.
    pub fn whole(&mut self, column: &str) -> Option<u16> {
        let value = self.number(column)??;
        if self.cell(column).contains('.') || !(1.0..=65535.0).contains(&value) {
            self.note(&cell_rules::NOT_WHOLE, column, "", "");
            return None;
        }
        Some(value as u16)
    }

    /// A date; `None` where the cell is empty or cannot be read.
    pub fn date(&mut self, column: &str) -> Option<PartialDate> {
        let read = cells::date(self.optional(column)?.as_str());
        self.noted(column, read)
    }

    /// A period.
    pub fn period(&mut self, column: &str) -> Option<Period> {
        let read = cells::period(self.cell(column));
        self.noted(column, read)
    }

    /// A web address.
    pub fn url(&mut self, column: &str) -> Option<String> {
        let url = self.optional(column)?;
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let is_web = host.starts_with(char::is_alphanumeric)
            && !url.contains(|c: char| {
                c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`' | '，' | '。')
            });
        if !is_web {
            self.note(&cell_rules::BAD_URL, column, "", "");
        }
        is_web.then_some(url)
    }

    /// The row a key refers to; `None` where the cell is empty, unknown, or refers to a row that could not be read.
    pub fn reference(&mut self, column: &str, to: To) -> Option<u32> {
        let key = self.string(column);
        if key.is_empty() { None } else { resolve(self.findings, self.table, self.number, column, &key, to) }
    }

    /// The rows that several keys, joined by `;`, refer to.
    pub fn references(&mut self, column: &str, to: To) -> Vec<u32> {
        let cell = self.string(column);
        if cell.is_empty() {
            return Vec::new();
        }
        let separators = [';', '；', '、', ',', '，'];
        let keys: Vec<&str> = cell.split(separators).map(str::trim).filter(|key| !key.is_empty()).collect();
        let repeated = keys.iter().enumerate().any(|(at, key)| keys[..at].contains(key));
        if repeated || keys.join(";") != cell {
            self.note(&cell_rules::BAD_LIST, column, "", "");
        }
        keys.iter().filter_map(|key| resolve(self.findings, self.table, self.number, column, key, to)).collect()
    }

    /// Everything that can be said of a cell without knowing what it is for.
    fn check_cells(&mut self) {
        let table = self.table;
        for ((column, required), at) in table.columns().zip(self.columns) {
            let Some(cell) = at.and_then(|at| self.cells.get(at)) else { continue };
            let is_empty = cell.trim().is_empty();
            if is_empty {
                self.check_empty(column, required);
            }
            if cell.len() != cell.trim().len() && !(is_empty && required) {
                let finding = cell_rules::SPACES_AROUND.at(table.file, Some(self.number), Some(column));
                self.findings.push(finding.saw(cell));
            }
            if is_empty {
                continue;
            }
            let fault = cells::text_fault(cell.trim()).or_else(|| cells::language_fault(column, cell.trim()));
            if let Some((rule, detail)) = fault {
                self.note(rule, column, &detail, &detail);
            }
        }
    }

    fn check_empty(&mut self, column: &'static str, required: bool) {
        let twin = match (column.strip_suffix("_zh"), column.strip_suffix("_en")) {
            (Some(stem), _) => [stem, "_en"].concat(),
            (_, Some(stem)) => [stem, "_zh"].concat(),
            _ => String::new(),
        };
        if !self.cell(&twin).is_empty() {
            self.note(&cell_rules::MISSING_TRANSLATION, column, column, column);
        } else if required && (column.ends_with("_zh") || !self.table.columns().any(|(name, _)| name == twin)) {
            let both = if twin.is_empty() { column.to_string() } else { [column, ", ", &twin].concat() };
            self.note(&cell_rules::EMPTY_CELL, column, &both, &both);
        }
    }

    /// Checks the key columns and remembers where the row went.
    fn remember(&mut self, keys: &mut Keys, index: Option<u32>) {
        let parts: Vec<&str> = self.table.key.iter().map(|column| self.cell(column)).collect();
        let key = parts.join(" ");
        if parts.iter().any(|part| part.is_empty()) {
            return;
        }
        if let Some((_, first)) = keys.known.get(&key) {
            let first = first.to_string();
            self.note(&cell_rules::DUPLICATE_KEY, self.table.key[self.table.key.len() - 1], &first, &first);
            return;
        }
        keys.known.insert(key, (index, self.number));
    }

    /// Checks that search terms are parted by `;`.
    pub fn check_terms(&mut self, column: &str) {
        let cell = self.cell(column);
        if cell.contains(['；', '、']) || (!cell.is_empty() && cell.split(';').any(|term| term.trim().is_empty())) {
            self.note(&cell_rules::BAD_LIST, column, "", "");
        }
    }

    /// Checks that the number of an article is written as its file's name starts: a spreadsheet makes `0` of `000`.
    pub fn check_article(&mut self) {
        let cell = self.string("article");
        if !cell.is_empty() && (cell.len() != 3 || !cell.bytes().all(|byte| byte.is_ascii_digit())) {
            let meant =
                if cell.len() < 3 && cell.parse::<u8>().is_ok() { format!("{cell:0>3}") } else { "000".to_string() };
            self.note(&cell_rules::ARTICLE_NUMBER, "article", &meant, &meant);
        }
    }

    /// Checks that a key of the package's own making is safe in URLs and file names.
    pub fn check_key(&mut self, column: &str, example: &str) {
        if !cells::is_key(self.cell(column)) {
            self.note(&cell_rules::BAD_KEY, column, example, example);
        }
    }
}

/// The row a key refers to, noting a key that is not there.
pub(super) fn resolve(
    findings: &mut Vec<Diagnostic>,
    table: &Table,
    row: u32,
    column: &str,
    key: &str,
    to: To,
) -> Option<u32> {
    if let Some((index, _)) = to.keys.known.get(&[to.prefix, key].concat()) {
        return *index;
    }
    if to.keys.unreadable || to.keys.known.is_empty() {
        // Said once, of that table.
        to.keys.missed.set(!to.keys.unreadable);
        return None;
    }
    let asked = [to.prefix, key].concat();
    let mut answers = to.keys.answers.borrow_mut();
    let (zh, en) = &*answers.entry(asked).or_insert_with(|| to.keys.suggestion(to.prefix, key));
    findings.push(to.unknown.at(table.file, Some(row), Some(column)).saw(key).detail(zh, en));
    None
}

/// Reads tables one after another, collecting findings.
pub(super) struct Intake<'f> {
    pub files: &'f dyn Fn(&str) -> Option<Vec<u8>>,
    pub findings: Vec<Diagnostic>,
    /// Tables of which something could not be read.
    pub broken: Vec<&'static str>,
}

impl Intake<'_> {
    /// Reads one table; `build` makes a thing of a row, or `None` where a cell it needs cannot be read. Returns the things and
    /// the rows they stand on.
    pub fn table<T>(
        &mut self,
        table: &'static Table,
        keys: &mut Keys,
        build: &mut dyn FnMut(&mut Row) -> Option<T>,
    ) -> (Vec<T>, Vec<u32>) {
        let (mut things, mut rows) = (Vec::new(), Vec::new());
        let mut broken = false;
        keys.unreadable = !self.each_row(table, &mut |row| {
            let thing = if row.misshapen { None } else { build(row).filter(|_| !row.partial) };
            row.remember(keys, thing.is_some().then_some(things.len() as u32));
            match thing {
                Some(thing) => {
                    things.push(thing);
                    rows.push(row.number);
                }
                None => broken = true,
            }
        });
        if broken {
            self.broken.push(table.name);
        }
        (things, rows)
    }

    /// Calls `each` for every row; `false` where the file cannot be read as this table at all.
    fn each_row(&mut self, table: &'static Table, each: &mut dyn FnMut(&mut Row)) -> bool {
        let Some(bytes) = (self.files)(table.file) else {
            self.findings.push(rules::MISSING_FILE.at(table.file, None, None).detail(table.file, table.file));
            self.broken.push(table.name);
            return false;
        };
        if let Some(finding) = looks::otherwise(table, &bytes) {
            self.findings.push(finding);
            self.broken.push(table.name);
            return false;
        }
        let (text, bad_byte) = csv::decode(&bytes);
        if let Some(offset) = bad_byte {
            let (row, line) = position_of(&bytes[..offset]);
            let (zh, en) = looks::encoding(&bytes, offset);
            self.findings.push(rules::BAD_UTF8.at(table.file, Some(row), None).saw(&line).detail(&zh, &en));
        }
        let (mut reader, mut record) = (csv::Reader::new(&text), csv::Record::default());
        reader.read(&mut record);
        self.note_faults(table, &record);
        let header: Vec<String> = record.cells.iter().map(|cell| cell.to_string()).collect();
        let Some(columns) = self.header(table, &header, &text) else {
            self.broken.push(table.name);
            return false;
        };
        let partial = columns.contains(&None);
        let mut blank: Vec<u32> = Vec::new();
        while reader.read(&mut record) {
            // Empty lines at the end of a file are no rows.
            if record.is_blank() && record.cells.len() == 1 {
                blank.push(record.row);
                continue;
            }
            let is_blank = record.is_blank();
            for row in blank.drain(..).chain(is_blank.then_some(record.row)) {
                self.findings.push(rules::BLANK_ROW.at(table.file, Some(row), None));
            }
            if is_blank {
                continue;
            }
            if record.cells.iter().map(|cell| cell.trim()).eq(header.iter().map(|cell| cell.trim())) {
                self.findings.push(rules::REPEATED_HEADER.at(table.file, Some(record.row), None));
                continue;
            }
            let misshapen = record.cells.len() != header.len();
            let known_why = record.faults.iter().any(|fault| fault.kind == csv::FaultKind::UnclosedQuote);
            if misshapen && !known_why {
                let count = [record.cells.len().to_string(), header.len().to_string()].join("/");
                let finding = rules::CELL_COUNT.at(table.file, Some(record.row), None).saw(&record.cells.join(","));
                self.findings.push(finding.detail(&count, &count));
            }
            self.note_faults(table, &record);
            let findings = &mut self.findings;
            let (number, cells) = (record.row, &record.cells[..]);
            let mut row = Row { number, table, cells, columns: &columns, findings, misshapen, partial };
            // Where bytes could not be decoded, every cell may hold replacement characters: said once, above.
            if !misshapen && bad_byte.is_none() {
                row.check_cells();
            }
            each(&mut row);
        }
        true
    }

    fn note_faults(&mut self, table: &Table, record: &csv::Record) {
        for fault in &record.faults {
            let rule = match fault.kind {
                csv::FaultKind::StrayQuote => &rules::STRAY_QUOTE,
                csv::FaultKind::UnclosedQuote => &rules::UNCLOSED_QUOTE,
                csv::FaultKind::Nul => &rules::NUL,
            };
            let field = table.columns().nth(fault.cell).map(|(name, _)| name);
            let seen = record.cells.get(fault.cell).map_or("", |cell| cell);
            self.findings.push(rule.at(table.file, Some(record.row), field).saw(seen));
        }
    }

    /// Where each column of the table stands; `None` where that cannot be told.
    fn header(&mut self, table: &'static Table, header: &[String], text: &str) -> Option<Vec<Option<usize>>> {
        let mut note = |rule: &'static Rule, field: Option<&str>, saw: &str, zh: &str, en: &str| {
            self.findings.push(rule.at(table.file, Some(1), field).saw(saw).detail(zh, en));
        };
        let name_of = |cell: &String| cell.trim().trim_start_matches('\u{feff}').to_string();
        let names: Vec<String> = header.iter().map(name_of).collect();
        let columns: Vec<Option<usize>> =
            table.columns().map(|(name, _)| names.iter().position(|cell| cell == name)).collect();
        let expected = table.header();
        if !looks::is_header(table, names.iter().map(String::as_str)) {
            self.findings.push(looks::no_header(table, header, text));
            return None;
        }
        if header[0].starts_with('\u{feff}') {
            note(&cell_rules::CONTROL_CHARACTER, Some(&names[0]), &header[0], "U+FEFF", "U+FEFF");
        }
        for (at, cell) in header.iter().enumerate() {
            let name = names[at].as_str();
            if name.is_empty() {
                let column = (at + 1).to_string();
                note(&rules::EMPTY_HEADER, None, "", &column, &column);
            } else if names[..at].iter().any(|earlier| earlier == name) {
                note(&rules::DUPLICATE_HEADER, Some(name), name, "", "");
            } else if !table.columns().any(|(known, _)| known == name) {
                let (zh, en) = did_you_mean(nearest(name, &mut table.columns().map(|(known, _)| known)));
                note(&rules::UNKNOWN_COLUMN, Some(name), name, &zh, &en);
            } else if cell.trim().len() != cell.len() {
                note(&cell_rules::SPACES_AROUND, Some(name), cell, "", "");
            }
        }
        for ((name, _), at) in table.columns().zip(&columns) {
            if at.is_none() {
                note(&rules::MISSING_COLUMN, Some(name), "", name, name);
            }
        }
        // A name that is lost or stands twice: which cells belong to which column is anybody's guess.
        let mut first = csv::Record::default();
        let mut reader = csv::Reader::new(text);
        let is_whole = reader.read(&mut first) && reader.read(&mut first) && first.cells.len() == table.columns.len();
        let is_twice = (0..names.len()).any(|at| names[..at].contains(&names[at]));
        if columns.contains(&None) && (is_twice || (is_whole && header.len() < first.cells.len())) {
            return None;
        }
        let known: Vec<usize> = columns.iter().copied().flatten().collect();
        if let Some(pair) = known.windows(2).find(|pair| pair[1] < pair[0]) {
            let name = header[pair[1]].trim();
            note(&rules::MISORDERED_COLUMN, Some(name), &header.join(","), &expected, &expected);
        }
        Some(columns)
    }
}

/// The row on which some text ends, and the last line of it.
fn position_of(bytes: &[u8]) -> (u32, String) {
    let (text, _) = csv::decode(bytes);
    let (mut reader, mut record) = (csv::Reader::new(&text), csv::Record::default());
    while reader.read(&mut record) {}
    let row = record.row.max(1) + u32::from(text.ends_with('\n'));
    (row, text.rsplit('\n').next().unwrap_or_default().to_string())
}
