//! `datapackage.json`: what a package says of itself and of its tables (Frictionless Data Package v1).
//!
//! Owns: what a descriptor must say to agree with our tables and with how they are read. May use: `model`, `diagnostics`,
//! `json`. Deliberately absent: reading the tables. A schema or a dialect may stand in a file of its own beside the descriptor.

use super::json::Document;
use super::schema::{TABLES, Table};
use super::uses::{Use, Uses};
use super::{cells, csv, nearest, sha256};
use crate::diagnostics::detail::Listing;
use crate::diagnostics::{Diagnostic, Said, rules};
use crate::model::{About, Change, PartialDate, Text};
use serde_json::Value;
use std::collections::BTreeSet;

/// The file's name.
pub const FILE: &str = "datapackage.json";

/// Reads the descriptor, and what it says of the package.
pub fn read(bytes: Option<&[u8]>, findings: &mut Vec<Diagnostic>) -> (About, Option<Document>) {
    let Some(bytes) = bytes else {
        findings.push(rules::MISSING_FILE.at(FILE, None, None, FILE));
        return Default::default();
    };
    let Some(document) = Document::read(FILE, bytes, findings) else { return Default::default() };
    let text = |pointer: &str| document.text(pointer).unwrap_or_default().to_string();
    let about = About {
        name: text("/name"),
        version: text("/version"),
        title: Text { zh: text("/title_zh"), en: text("/title_en") },
        updated: text("/updated"),
        licence: text("/licenses/0/name"),
        creator: Text { zh: text("/contributors/0/title_zh"), en: text("/contributors/0/title_en") },
        method: Text { zh: text("/method_zh"), en: text("/method_en") },
        changes: changes(&document, findings),
    };
    for pointer in ["/name", "/version", "/title_zh", "/title_en", "/updated", "/licenses/0/name"] {
        if text(pointer).trim().is_empty() {
            findings.push(document.finding(rules::MISSING_PROPERTY.says(pointer.trim_start_matches('/')), pointer));
        }
    }
    if !about.updated.is_empty() && !is_day(&about.updated) {
        findings.push(document.finding(rules::cells::BAD_DATE.says("2024-06-01"), "/updated"));
    }
    let is_name = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_' | '.' | '/');
    if !about.name.chars().all(is_name) {
        findings.push(document.finding(rules::PACKAGE_NAME.says(()), "/name"));
    }
    let numbers: Vec<&str> = about.version.split(['-', '+']).next().unwrap_or_default().split('.').collect();
    if !about.version.is_empty() && (numbers.len() != 3 || numbers.iter().any(|number| number.parse::<u32>().is_err()))
    {
        findings.push(document.finding(rules::VERSION.says(()), "/version"));
    }
    if document.text("/profile").is_some_and(|profile| profile != "tabular-data-package") {
        findings.push(document.finding(rules::PROPERTY_DIFFERS.says("tabular-data-package"), "/profile"));
    }
    words(&document, "", findings);
    (about, Some(document))
}

/// What a descriptor says of its versions: a property of our own, which other readers pass over.
fn changes(document: &Document, findings: &mut Vec<Diagnostic>) -> Vec<Change> {
    let count = document.at("/changes").and_then(Value::as_array).map_or(0, Vec::len);
    let change = |at: usize| {
        let pointer = format!("/changes/{at}");
        let mut text = |name: &str| {
            let at = [&pointer, "/", name].concat();
            let text = document.text(&at).unwrap_or_default();
            if text.trim().is_empty() {
                findings.push(document.finding(rules::MISSING_PROPERTY.says(at.trim_start_matches('/')), &pointer));
            }
            text.to_string()
        };
        let (version, day) = (text("version"), text("date"));
        let said = Text { zh: text("description_zh"), en: text("description_en") };
        if !day.is_empty() && !is_day(&day) {
            findings.push(document.finding(rules::cells::BAD_DATE.says("2024-06-01"), &[&pointer, "/date"].concat()));
        }
        words(document, &pointer, findings);
        Change { version, day, said }
    };
    (0..count).map(change).collect()
}

fn is_day(text: &str) -> bool {
    PartialDate::parse(text).is_ok_and(|date| date.year.is_some() && date.day.is_some())
}

/// What a descriptor says in words, each in its language.
fn words(document: &Document, pointer: &str, findings: &mut Vec<Diagnostic>) {
    for name in ["title_zh", "title_en", "description_zh", "description_en", "method_zh", "method_en"] {
        let at = [pointer, "/", name].concat();
        let Some(text) = document.text(&at) else { continue };
        if let Some(said) = cells::text_fault(name, text).or_else(|| cells::language_fault(name, text)) {
            findings.push(document.finding(said, &at));
        }
    }
}

/// Compares what the descriptor says of each table with our tables and how they were read.
pub(super) fn agree(
    document: &Document,
    uses: &Uses,
    files: &dyn Fn(&str) -> Option<Vec<u8>>,
    findings: &mut Vec<Diagnostic>,
) {
    let empty = Vec::new();
    let resources = document.at("/resources").and_then(Value::as_array).unwrap_or(&empty);
    let name = |resource: &Value| resource.get("name").and_then(Value::as_str).unwrap_or_default().to_string();
    for table in TABLES {
        match resources.iter().position(|resource| name(resource) == table.name) {
            Some(at) => Resource { document, table, uses, files, findings }.compare(&format!("/resources/{at}")),
            None => findings.push(document.finding(rules::MISSING_RESOURCE.says(table.name), "/resources")),
        }
    }
    for (at, resource) in resources.iter().enumerate() {
        let (own, pointer) = (name(resource), format!("/resources/{at}"));
        if resources[..at].iter().any(|earlier| name(earlier) == own) {
            findings.push(document.finding(rules::RESOURCE_TWICE.says(()), &[&pointer, "/name"].concat()));
        } else if !TABLES.iter().any(|table| table.name == own) {
            let near = nearest(&own, &mut TABLES.iter().map(|table| table.name));
            findings.push(document.finding(rules::UNKNOWN_RESOURCE.says(near), &[&pointer, "/name"].concat()));
            let path = [&pointer, "/path"].concat();
            if let Some(file) = document.text(&path).filter(|file| is_local(file) && files(file).is_none()) {
                findings.push(document.finding(rules::LISTED_FILE_MISSING.says(file), &path));
            }
        }
    }
}

/// Whether a path leads to a file of the package: no address, not out of its folder.
fn is_local(path: &str) -> bool {
    let parts = || path.split('/');
    !path.is_empty() && !path.contains([':', '\\']) && parts().all(|part| !part.is_empty() && part != "..")
}

/// The files a descriptor names: tables, schemas and dialects in files of their own.
pub fn listed_files(bytes: &[u8]) -> Vec<String> {
    let mut files = Vec::new();
    if let Some(document) = Document::read(FILE, bytes, &mut Vec::new()) {
        for resource in document.at("/resources").and_then(Value::as_array).into_iter().flatten() {
            let named = ["path", "schema", "dialect"].into_iter().filter_map(|name| resource.get(name)?.as_str());
            files.extend(named.filter(|path| is_local(path)).map(str::to_string));
        }
    }
    files
}

/// What a descriptor says of a file's size and sum: the values of its `bytes` and `hash`.
pub fn sums(file: &[u8]) -> (u64, String) {
    (file.len() as u64, ["sha256:", &sha256::hex(file)].concat())
}

/// One table's entry, being compared.
struct Resource<'d, 'f> {
    document: &'d Document,
    table: &'static Table,
    uses: &'d Uses,
    files: &'d dyn Fn(&str) -> Option<Vec<u8>>,
    findings: &'f mut Vec<Diagnostic>,
}

impl Resource<'_, '_> {
    fn note(&mut self, document: &Document, said: Said, pointer: &str) {
        self.findings.push(document.finding(said, pointer));
    }

    fn compare(&mut self, pointer: &str) {
        let (document, file) = (self.document, self.table.file);
        let of = |name: &str| [pointer, "/", name].concat();
        match document.at(&of("path")) {
            Some(Value::String(path)) if path == file => {}
            Some(Value::Array(paths)) if paths.len() == 1 && paths[0] == file => {}
            Some(Value::Array(paths)) if paths.len() > 1 => {
                self.note(document, rules::SEVERAL_PATHS.says(file), &of("path"));
            }
            Some(Value::String(path)) if path.contains("://") => {
                self.note(document, rules::REMOTE.says(file), &of("path"));
            }
            None if document.at(&of("data")).is_some() => {
                self.note(document, rules::INLINE_DATA.says(file), &of("data"));
            }
            _ => self.note(document, rules::RESOURCE_PATH.says(file), &of("path")),
        }
        for (name, expected) in [
            ("encoding", "utf-8"),
            ("format", "csv"),
            ("mediatype", "text/csv"),
            ("profile", "tabular-data-resource"),
            ("compression", "no"),
        ] {
            let seen = document.at(&of(name)).map(|value| value.as_str().unwrap_or_default().to_lowercase());
            if seen.is_some_and(|seen| seen != expected && (name, seen.as_str()) != ("encoding", "utf8")) {
                self.note(document, rules::PROPERTY_DIFFERS.says(expected), &of(name));
            }
        }
        let bytes = document.at(&of("bytes")).and_then(Value::as_u64);
        if let Some(length) = (self.files)(file).map(|bytes| bytes.len()).filter(|_| bytes.is_some())
            && bytes != Some(length as u64)
        {
            self.note(document, rules::BYTES.says(length), &of("bytes"));
        }
        if let (Some(said), Some(bytes)) = (document.text(&of("hash")), (self.files)(file)) {
            let (_, hash) = sums(&bytes);
            if said != hash {
                self.note(document, rules::SUM_DIFFERS.says(hash), &of("hash"));
            }
        }
        words(document, pointer, self.findings);
        self.part(&of("dialect"), false, |this, document, pointer| this.dialect(document, pointer));
        self.part(&of("schema"), true, |this, document, pointer| this.schema(document, pointer));
    }

    /// A part that may stand here or, named by its path, in a file of its own.
    fn part(&mut self, pointer: &str, is_needed: bool, compare: fn(&mut Self, &Document, &str)) {
        let document = self.document;
        let path = match document.at(pointer) {
            None if is_needed => {
                return self.note(document, rules::SCHEMA_COLUMNS.says(self.table.header()), pointer);
            }
            None => return,
            Some(Value::Object(_)) => return compare(self, document, pointer),
            Some(Value::String(path)) => path,
            Some(_) => return self.note(document, rules::NO_OBJECT.says(()), pointer),
        };
        if !is_local(path) {
            return self.note(document, rules::REMOTE.says(["schemas/", self.table.name, ".json"].concat()), pointer);
        }
        let Some(bytes) = (self.files)(path) else {
            return self.note(document, rules::LISTED_FILE_MISSING.says(path.as_str()), pointer);
        };
        if let Some(other) = Document::read(path, &bytes, self.findings) {
            match other.json {
                Value::Object(_) => compare(self, &other, ""),
                _ => self.note(&other, rules::NO_OBJECT.says(()), ""),
            }
        }
    }

    fn dialect(&mut self, document: &Document, pointer: &str) {
        for (name, expected) in [
            ("delimiter", Value::from(",")),
            ("quoteChar", Value::from("\"")),
            ("doubleQuote", Value::from(true)),
            ("header", Value::from(true)),
            ("skipInitialSpace", Value::from(false)),
            ("escapeChar", Value::Null),
            ("commentChar", Value::Null),
            ("nullSequence", Value::Null),
        ] {
            let at = [pointer, "/", name].concat();
            if document.at(&at).is_some_and(|seen| *seen != expected) {
                self.note(document, rules::PROPERTY_DIFFERS.says(expected.to_string()), &at);
            }
        }
        let ends = [pointer, "/lineTerminator"].concat();
        if document.at(&ends).is_some_and(|seen| *seen != "\n" && *seen != "\r\n") {
            self.note(document, rules::PROPERTY_DIFFERS.says("\"\\n\""), &ends);
        }
    }

    fn schema(&mut self, document: &Document, pointer: &str) {
        let (table, of) = (self.table, |name: &str| [pointer, "/", name].concat());
        let empty = Vec::new();
        let fields = document.at(&of("fields")).and_then(Value::as_array).unwrap_or(&empty);
        let name = |field: &Value| field.get("name").and_then(Value::as_str).unwrap_or_default().to_string();
        if !fields.iter().map(name).eq(table.columns().map(|(name, _)| name)) {
            self.note(document, rules::SCHEMA_COLUMNS.says(table.header()), &of("fields"));
        }
        if names(document.at(&of("primaryKey"))) != table.key {
            self.note(document, rules::SCHEMA_KEY.says(table.key.join(",")), &of("primaryKey"));
        }
        if document.at(&of("missingValues")).is_some_and(|seen| *seen != Value::from(vec![""])) {
            self.note(document, rules::MISSING_VALUES.says(()), &of("missingValues"));
        }
        let mut undescribed = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let Some((column, required)) = table.columns().find(|(column, _)| *column == name(field)) else { continue };
            let pointer = [of("fields"), at.to_string()].join("/");
            let says = |name: &str| field.get(name).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
            if !says("description_zh") || !says("description_en") {
                undescribed.push(column.to_string());
            }
            words(document, &pointer, self.findings);
            self.field(document, &pointer, column, required);
        }
        if !undescribed.is_empty() {
            self.note(document, rules::UNDESCRIBED.says(Listing(undescribed)), &of("fields"));
        }
        self.foreign_keys(document, &of("foreignKeys"));
    }

    fn field(&mut self, document: &Document, pointer: &str, column: &str, required: bool) {
        let of = |name: &str| [pointer, "/", name].concat();
        let used = self.uses.of(self.table, column);
        let kind = document.text(&of("type")).unwrap_or("string");
        let expected = match used {
            Some(Use::Number) => "number",
            Some(Use::Whole) if kind == "number" => kind,
            Some(Use::Whole) => "integer",
            Some(Use::Flag) => "boolean",
            None if matches!(kind, "number" | "integer" | "boolean") => kind,
            _ => "string",
        };
        if kind != expected {
            self.note(document, rules::FIELD_TYPE.says(expected), &of("type"));
        }
        for (name, expected) in [("decimalChar", "."), ("groupChar", "")] {
            if document.text(&of(name)).is_some_and(|seen| seen != expected) {
                self.note(document, rules::NUMBER_FORM.says(()), &of(name));
            }
        }
        let format = document.text(&of("format")).unwrap_or("default");
        if format != "default" && (column, format) != ("url", "uri") {
            self.note(document, rules::PROPERTY_DIFFERS.says("default"), &of("format"));
        }
        for (name, word) in [("trueValues", "true"), ("falseValues", "false")] {
            if document.at(&of(name)).and_then(Value::as_array).is_some_and(|words| !words.contains(&word.into())) {
                self.note(document, rules::PROPERTY_DIFFERS.says(format!("[\"{word}\"]")), &of(name));
            }
        }
        self.constraints(document, &of("constraints"), column);
        let is_required = document.at(&of("constraints/required")) == Some(&Value::Bool(true));
        // The Chinese or the English of a pair, and a locator, may be empty where another cell says why.
        if required && !is_required {
            self.note(document, rules::REQUIRED.says(column), &of("constraints/required"));
        }
        if let Some(Use::Word(words)) = used {
            let seen: Vec<&str> = match document.at(&of("constraints/enum")) {
                Some(Value::Array(seen)) => seen.iter().map(|word| word.as_str().unwrap_or_default()).collect(),
                _ => Vec::new(),
            };
            if seen.len() != words.len() || !words.iter().all(|word| seen.contains(word)) {
                let words = words.iter().map(|word| word.to_string()).collect();
                self.note(document, rules::ENUM_WORDS.says(Listing(words)), &of("constraints/enum"));
            }
        }
    }

    /// Compares the cells of a column with what the descriptor demands of them; patterns are left to validators that have them.
    fn constraints(&mut self, document: &Document, pointer: &str, column: &str) {
        let Some(Value::Object(constraints)) = document.at(pointer) else { return };
        // What our own rules hold each cell to anyway needs no second reading of the table.
        let is_ours = |(name, _): &(&String, &Value)| match name.as_str() {
            "required" => self.table.columns().any(|it| it == (column, true)),
            "enum" => matches!(self.uses.of(self.table, column), Some(Use::Word(_))),
            name => !matches!(name, "minimum" | "maximum" | "minLength" | "maxLength" | "unique"),
        };
        let constraints: Vec<(&String, &Value)> = constraints.iter().filter(|it| !is_ours(it)).collect();
        if constraints.is_empty() {
            return;
        }
        let bytes = (self.files)(self.table.file).unwrap_or_default();
        let (text, _) = csv::decode(&bytes);
        let (mut reader, mut record) = (csv::Reader::new(&text), csv::Record::default());
        let header = reader.read(&mut record).then(|| record.cells.iter().position(|name| name == column)).flatten();
        let Some(at) = header else { return };
        let mut seen = BTreeSet::new();
        let mut broken: Vec<(&str, u32)> = Vec::new();
        while reader.read(&mut record) {
            // A row that lacks cells is named already.
            let Some(cell) = record.cells.get(at).map(|cell| cell.trim()) else { continue };
            for (name, demand) in &constraints {
                let (length, number) = (cell.chars().count() as f64, cell.parse::<f64>().ok());
                let keeps = |number: Option<f64>, keeps: fn(&f64, &f64) -> bool| {
                    number.zip(demand.as_f64()).is_none_or(|(number, demand)| keeps(&number, &demand))
                };
                let is_kept = match name.as_str() {
                    "required" => **demand != true || !cell.is_empty(),
                    _ if cell.is_empty() => true,
                    "minimum" => keeps(number, f64::ge),
                    "maximum" => keeps(number, f64::le),
                    "minLength" => keeps(Some(length), f64::ge),
                    "maxLength" => keeps(Some(length), f64::le),
                    "unique" => **demand != true || seen.insert(cell.to_string()),
                    "enum" => demand.as_array().is_none_or(|words| words.contains(&cell.into())),
                    _ => true,
                };
                if !is_kept && !broken.iter().any(|(other, _)| other == name) {
                    broken.push((name, record.row));
                }
            }
        }
        for (name, row) in broken {
            self.note(document, rules::CONSTRAINT.says(row), &[pointer, "/", name].concat());
        }
    }

    fn foreign_keys(&mut self, document: &Document, pointer: &str) {
        let empty = Vec::new();
        let keys = document.at(pointer).and_then(Value::as_array).unwrap_or(&empty);
        let table = self.table;
        let target = |key: &Value| match key.pointer("/reference/resource").and_then(Value::as_str) {
            Some("") => Some(table),
            other => TABLES.iter().copied().find(|table| Some(table.name) == other),
        };
        for (column, other) in self.uses.keys_of(table) {
            let is_it = |key: &&Value| {
                names(key.get("fields")) == [column]
                    && target(key).is_some_and(|target| target.name == other)
                    && target(key).is_some_and(|target| names(key.pointer("/reference/fields")) == target.key)
            };
            if !keys.iter().any(|key| is_it(&key)) {
                self.note(document, rules::FOREIGN_KEY.says([column, " → ", other].concat()), pointer);
            }
        }
        for (at, key) in keys.iter().enumerate() {
            let has = |table: &Table, fields: Option<&Value>| {
                let fields = names(fields);
                !fields.is_empty() && fields.iter().all(|field| table.columns().any(|(column, _)| column == *field))
            };
            let leads = target(key).is_some_and(|target| has(target, key.pointer("/reference/fields")));
            if !has(table, key.get("fields")) || !leads {
                self.note(document, rules::DANGLING_KEY.says(()), &format!("{pointer}/{at}"));
            }
        }
    }
}

/// One name or several: the format allows both spellings.
fn names(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().map(|name| name.as_str().unwrap_or_default()).collect(),
        _ => Vec::new(),
    }
}

/// Warns of files that are no part of a package; hidden files and `*.md` are left alone.
pub fn stray_files(names: &[String], listed: &[String]) -> Vec<Diagnostic> {
    let ours = || TABLES.iter().map(|table| table.file).chain([FILE]);
    let is_other = |name: &&String| !ours().any(|file| file == *name) && !listed.contains(name);
    let stray = |name: &&String| !name.starts_with('.') && !name.ends_with(".md") && is_other(name);
    let finding = |name: &String| rules::STRAY_FILE.at(name, None, None, nearest(name, &mut ours()));
    names.iter().filter(stray).map(finding).collect()
}
