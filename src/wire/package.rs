//! `datapackage.json`: what a package says of itself and of its tables (Frictionless Data Package v1).
//!
//! Owns: the serde shape of the descriptor and its agreement with our tables. May use: `model`, `diagnostics`, `serde_json`.
//! Deliberately absent: reading the tables.

use super::schema::{TABLES, Table};
use super::{nearest, sha256};
use crate::diagnostics::{Diagnostic, Rule, rules};
use crate::model::{About, PartialDate, Text};
use serde::{Deserialize, Serialize};

/// The file's name.
pub const FILE: &str = "datapackage.json";

/// The whole descriptor. What is not listed here is left alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Descriptor {
    /// Machine name.
    pub name: String,
    /// Version of the data.
    pub version: String,
    /// Chinese title.
    pub title_zh: String,
    /// English title.
    pub title_en: String,
    /// Day of the last change.
    pub updated: String,
    /// Licences of the data.
    pub licenses: Vec<License>,
    /// One entry per table.
    pub resources: Vec<Resource>,
}

/// A licence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct License {
    /// SPDX-like name.
    pub name: String,
}

/// A table's entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resource {
    /// Name of the table.
    pub name: String,
    /// Its file.
    pub path: String,
    /// How many bytes its file has; `None` where the descriptor does not say.
    pub bytes: Option<u64>,
    /// The sum of its file, `sha256:` and 64 hexadecimal digits; empty where the descriptor does not say.
    pub hash: String,
    /// Its columns and keys.
    pub schema: Schema,
}

/// A Table Schema.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Schema {
    /// Columns in order.
    pub fields: Vec<Field>,
    /// Columns that name a row.
    pub primary_key: Names,
    /// Columns whose values are keys elsewhere.
    pub foreign_keys: Vec<ForeignKey>,
}

/// A column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Table Schema type, e.g. `string`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What its cells must satisfy.
    pub constraints: Constraints,
}

/// What the cells of a column must satisfy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Constraints {
    /// Must be filled.
    pub required: bool,
    /// The allowed words.
    #[serde(rename = "enum")]
    pub words: Vec<serde_json::Value>,
    /// A regular expression.
    pub pattern: String,
}

/// Columns whose values are keys of another table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForeignKey {
    /// Columns here.
    pub fields: Names,
    /// The other end.
    pub reference: Reference,
}

/// The other end of a foreign key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reference {
    /// Name of the other table; empty for the same one.
    pub resource: String,
    /// Columns there.
    pub fields: Names,
}

/// One name or several: the format allows both spellings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// A single column.
    One(String),
    /// Several columns.
    Many(Vec<String>),
}

impl Default for Names {
    fn default() -> Names {
        Names::Many(Vec::new())
    }
}

impl Names {
    /// The names.
    pub fn as_slice(&self) -> &[String] {
        match self {
            Names::One(name) => std::slice::from_ref(name),
            Names::Many(names) => names,
        }
    }
}

/// Reads the descriptor, notes where it and our tables disagree, and returns what it says of the package.
pub fn read(bytes: Option<&[u8]>, findings: &mut Vec<Diagnostic>) -> About {
    let Some(bytes) = bytes else {
        findings.push(rules::MISSING_FILE.at(FILE, None, None).detail(FILE, FILE));
        return About::default();
    };
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let descriptor: Descriptor = match serde_json::from_slice(body) {
        Ok(descriptor) => descriptor,
        Err(error) => {
            let line = body.split(|byte| *byte == b'\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
            let (row, en) = (Some(error.line() as u32), error.to_string());
            let zh = format!("第 {} 行第 {} 列，{}", error.line(), error.column(), what_is_wrong(&en));
            let seen = String::from_utf8_lossy(line);
            findings.push(rules::BAD_JSON.at(FILE, row, None).saw(seen.trim()).detail(&zh, &en));
            return About::default();
        }
    };
    let licence = descriptor.licenses.first().map(|license| license.name.clone()).unwrap_or_default();
    for (property, value) in [
        ("name", &descriptor.name),
        ("version", &descriptor.version),
        ("title_zh", &descriptor.title_zh),
        ("title_en", &descriptor.title_en),
        ("updated", &descriptor.updated),
        ("licenses", &licence),
    ] {
        if value.trim().is_empty() {
            findings.push(rules::MISSING_PROPERTY.at(FILE, None, Some(property)).detail(property, property));
        }
    }
    let updated = &descriptor.updated;
    if !updated.is_empty() && !PartialDate::parse(updated).is_ok_and(|date| date.year.is_some() && date.day.is_some()) {
        let finding = rules::cells::BAD_DATE.at(FILE, None, Some("updated")).saw(updated);
        findings.push(finding.detail("2024-06-01", "2024-06-01"));
    }
    for table in TABLES {
        match descriptor.resources.iter().find(|resource| resource.name == table.name) {
            Some(resource) => compare(table, resource, findings),
            None => {
                findings.push(rules::MISSING_RESOURCE.at(FILE, None, Some(table.name)).detail(table.name, table.name))
            }
        }
    }
    for (position, resource) in descriptor.resources.iter().enumerate() {
        let known = TABLES.iter().any(|table| table.name == resource.name);
        let repeated = descriptor.resources[..position].iter().any(|earlier| earlier.name == resource.name);
        if !known || repeated {
            let (zh, en) = did_you_mean(nearest(&resource.name, &mut TABLES.iter().map(|table| table.name)));
            let finding = rules::UNKNOWN_RESOURCE.at(FILE, None, Some("resources")).saw(&resource.name);
            findings.push(finding.detail(&zh, &en));
        }
    }
    let title = Text { zh: descriptor.title_zh, en: descriptor.title_en };
    About { name: descriptor.name, version: descriptor.version, title, updated: descriptor.updated, licence }
}

/// What a descriptor says of a file's size and sum: the values of its `bytes` and `hash`.
pub fn sums(file: &[u8]) -> (u64, String) {
    (file.len() as u64, ["sha256:", &sha256::hex(file)].concat())
}

/// Warns of files that are no longer those whose sums the descriptor gives.
pub(super) fn compare_sums(descriptor: &[u8], files: &dyn Fn(&str) -> Option<Vec<u8>>, findings: &mut Vec<Diagnostic>) {
    let body = descriptor.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(descriptor);
    let Ok(descriptor) = serde_json::from_slice::<Descriptor>(body) else { return };
    for resource in &descriptor.resources {
        let known = TABLES.iter().find(|table| table.name == resource.name);
        let Some(file) = known.and_then(|table| files(table.file)) else { continue };
        let (bytes, hash) = sums(&file);
        let field = |property: &str| [&resource.name, ".", property].concat();
        if resource.bytes.is_some_and(|said| said != bytes) {
            let (said, bytes) = (resource.bytes.unwrap_or_default().to_string(), bytes.to_string());
            findings.push(rules::SUM_DIFFERS.at(FILE, None, Some(&field("bytes"))).saw(&said).detail(&bytes, &bytes));
        }
        if !resource.hash.is_empty() && resource.hash != hash {
            let finding = rules::SUM_DIFFERS.at(FILE, None, Some(&field("hash")));
            findings.push(finding.saw(&resource.hash).detail(&hash, &hash));
        }
    }
}

/// What `serde_json` says, in Chinese.
fn what_is_wrong(english: &str) -> &'static str {
    let known = [
        ("EOF while parsing", "文件没有写完，可能缺少括号或引号"),
        ("trailing comma", "多了一个逗号"),
        ("trailing characters", "末尾多了内容"),
        ("expected `,`", "缺少逗号或括号"),
        ("expected `:`", "缺少冒号"),
        ("key must be a string", "属性名要加英文双引号，也可能多了一个逗号"),
        ("expected value", "这里应当是一个值；引号要用英文双引号"),
        ("control character", "引号里有换行或控制字符"),
        ("escape", "反斜杠后的写法不对"),
        ("surrogate", "\\u 转义不完整"),
        ("recursion limit", "嵌套太深"),
        ("number out of range", "数字太大"),
        ("duplicate field", "同一个属性写了两次"),
        ("invalid type", "值的类型不对（文字、列表和对象不能互换）"),
        ("missing field", "缺少属性"),
        ("invalid unicode", "不是 UTF-8 编码"),
        ("did not match any variant", "值的类型不对（应是文字或文字的列表）"),
    ];
    known.iter().find(|(start, _)| english.contains(start)).map_or("不是有效的 JSON", |(_, zh)| zh)
}

fn compare(table: &Table, resource: &Resource, findings: &mut Vec<Diagnostic>) {
    let mut note = |rule: &'static Rule, property: &str, saw: &str, expected: &str| {
        let field = [table.name, ".", property].concat();
        findings.push(rule.at(FILE, None, Some(&field)).saw(saw).detail(expected, expected));
    };
    if resource.path != table.file {
        note(&rules::RESOURCE_PATH, "path", &resource.path, table.file);
    }
    let fields = &resource.schema.fields;
    if !fields.iter().map(|field| field.name.as_str()).eq(table.columns().map(|(name, _)| name)) {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        note(&rules::SCHEMA_COLUMNS, "schema.fields", &names.join(","), &table.header());
    }
    let key = resource.schema.primary_key.as_slice();
    if key != table.key {
        note(&rules::SCHEMA_KEY, "schema.primaryKey", &key.join(","), &table.key.join(","));
    }
}

/// The tail of a hint where a near name is known.
pub(super) fn did_you_mean(near: Option<&str>) -> (String, String) {
    match near {
        Some(near) => (["（是不是 ", near, "？）"].concat(), [" (did you mean ", near, "?)"].concat()),
        None => Default::default(),
    }
}

/// Warns of files that are no part of a package; hidden files and `*.md` are left alone.
pub fn stray_files(names: &[String]) -> Vec<Diagnostic> {
    let ours = || TABLES.iter().map(|table| table.file).chain([FILE]);
    let stray = |name: &&String| !name.starts_with('.') && !name.ends_with(".md") && !ours().any(|file| file == *name);
    let finding = |name: &String| {
        let (zh, en) = did_you_mean(nearest(name, &mut ours()));
        rules::STRAY_FILE.at(name, None, None).detail(&zh, &en)
    };
    names.iter().filter(stray).map(finding).collect()
}
