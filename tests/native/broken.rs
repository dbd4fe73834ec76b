//! Copies of the package that a clerk, a spreadsheet, a script, a generator of descriptors or a merge has broken.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails by panicking")]

use crate::check::{Break, Expected, difference, findings};
use crate::package::Package;
use serde_json::{Value, json};

const OBS: &str = "observations.csv";
const SYS: &str = "systems.csv";
const CHECKS: &str = "checks.csv";
const JSON: &str = "datapackage.json";
const SOURCES: &str = "sources.csv";
const COMMUNITIES: &str = "communities.csv";

impl Package {
    fn edit(&mut self, edit: impl Fn(&mut Value)) {
        let mut json = serde_json::from_slice(&self.get(JSON).unwrap()).unwrap();
        edit(&mut json);
        self.insert(JSON, format!("{json:#}\n").as_bytes());
    }

    /// Puts a value under a name into the object at a pointer of the descriptor.
    fn put(&mut self, pointer: &str, name: &str, value: Value) {
        self.edit(|json| {
            let (above, last) = pointer.rsplit_once('/').unwrap_or(("", ""));
            if last == "constraints" && json.pointer(pointer).is_none() {
                json.pointer_mut(above).unwrap()[last] = json!({});
            }
            json.pointer_mut(pointer).unwrap()[name] = value.clone();
        });
    }

    /// Takes a name out of the object at a pointer of the descriptor.
    fn lose(&mut self, pointer: &str, name: &str) {
        self.edit(|json| drop(json.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(name)));
    }

    /// Moves a part of the descriptor to a file of its own.
    fn refer(&mut self, pointer: &str, name: &str, file: &str) {
        let json: Value = serde_json::from_slice(&self.get(JSON).unwrap()).unwrap();
        self.insert(file, format!("{:#}\n", json.pointer(pointer).unwrap()[name]).as_bytes());
        self.put(pointer, name, json!(file));
    }
}

/// Who did it and how, what it does to the package, and every finding that must follow (as in `check`).
pub const CASES: &[(&str, Break, &[Expected])] = &[
    // Characters.
    (
        "Kangxi radical in a name",
        |p| p.set(COMMUNITIES, 2, "name_zh", "甲社区⼈家"),
        &[("look-alike", COMMUNITIES, 2, "name_zh")],
    ),
    ("radical of the supplement", |p| p.set(OBS, 2, "note_zh", "居⺠自报"), &[("look-alike", OBS, 2, "note_zh")]),
    ("compatibility ideograph", |p| p.set(OBS, 2, "note_zh", "\u{f934}年自报"), &[("look-alike", OBS, 2, "note_zh")]),
    ("rare compatibility ideograph", |p| p.set(OBS, 2, "note_zh", "\u{2f800}"), &[("look-alike", OBS, 2, "note_zh")]),
    ("radical in a locator", |p| p.set(OBS, 2, "locator", "常住居⺠1800人"), &[("look-alike", OBS, 2, "locator")]),
    (
        "radical in a simplified reading",
        |p| p.set(OBS, 9, "locator_hans", "登记住⼾逾858人"),
        &[("look-alike", OBS, 9, "locator_hans")],
    ),
    ("stroke for a character", |p| p.set(OBS, 2, "note_zh", "自报㇐次"), &[("look-alike", OBS, 2, "note_zh")]),
    ("full-width letters", |p| p.set(OBS, 2, "note_zh", "Ａ栋自报"), &[("look-alike", OBS, 2, "note_zh")]),
    (
        "full-width comma in English",
        |p| p.set(OBS, 2, "note_en", "As said， reported"),
        &[("look-alike", OBS, 2, "note_en")],
    ),
    ("half-width full stop", |p| p.set(OBS, 2, "note_zh", "自报｡"), &[("look-alike", OBS, 2, "note_zh")]),
    ("half-width kana", |p| p.set(OBS, 2, "note_zh", "自报ｱ"), &[("look-alike", OBS, 2, "note_zh")]),
    ("no-break space inside", |p| p.set(OBS, 2, "note_en", "As\u{a0}reported"), &[("odd-space", OBS, 2, "note_en")]),
    ("ideographic space inside", |p| p.set(OBS, 2, "note_zh", "自　报"), &[("odd-space", OBS, 2, "note_zh")]),
    (
        "decomposed letter",
        |p| p.set("parts.csv", 2, "actor_en", "a\u{304} worker"),
        &[("combining-mark", "parts.csv", 2, "actor_en")],
    ),
    ("variation selector", |p| p.set(OBS, 2, "note_zh", "自报\u{fe00}"), &[("control-character", OBS, 2, "note_zh")]),
    (
        "variation selector of the supplement",
        |p| p.set(OBS, 2, "note_zh", "自报\u{e0100}"),
        &[("control-character", OBS, 2, "note_zh")],
    ),
    ("isolate of direction", |p| p.set(OBS, 2, "note_zh", "自报\u{2067}"), &[("control-character", OBS, 2, "note_zh")]),
    ("noncharacter", |p| p.set(OBS, 2, "note_zh", "自报\u{fffe}"), &[("broken-character", OBS, 2, "note_zh")]),
    (
        "noncharacter of another plane",
        |p| p.set(OBS, 2, "note_zh", "自报\u{1ffff}"),
        &[("broken-character", OBS, 2, "note_zh")],
    ),
    (
        "noncharacter of the Arabic block",
        |p| p.set(OBS, 2, "note_zh", "自报\u{fdd0}"),
        &[("broken-character", OBS, 2, "note_zh")],
    ),
    ("UTF-8 read as GBK", |p| p.set(OBS, 2, "note_zh", "绀惧尯鐨勪汉"), &[("broken-character", OBS, 2, "note_zh")]),
    (
        "variant not in our list of simplified ones",
        |p| p.set(OBS, 2, "note_zh", "衞生站自报"),
        &[("traditional-character", OBS, 2, "note_zh")],
    ),
    // Spreadsheets and scripts.
    ("error value", |p| p.set(OBS, 2, "note_zh", "#REF!"), &[("spreadsheet-error", OBS, 2, "note_zh")]),
    ("column too narrow", |p| p.set(OBS, 2, "note_zh", "######"), &[("spreadsheet-error", OBS, 2, "note_zh")]),
    ("formula", |p| p.set(OBS, 2, "note_zh", "=A1&B1"), &[("formula", OBS, 2, "note_zh")]),
    ("scientific notation", |p| p.set(OBS, 2, "value", "1.8E+03"), &[("not-a-number", OBS, 2, "value")]),
    (
        "date as a number of days",
        |p| p.set(SOURCES, 2, "published_stated", "44260"),
        &[("bad-date", SOURCES, 2, "published_stated")],
    ),
    ("date as a month of a year", |p| p.set(OBS, 2, "period", "Jun-21"), &[("bad-date", OBS, 2, "period")]),
    ("word for nothing", |p| p.set(SOURCES, 2, "author", "不详"), &[("placeholder", SOURCES, 2, "author")]),
    (
        "null of a script",
        |p| p.set("places.csv", 3, "note_zh", "NaN"),
        &[("missing-translation", "places.csv", 3, "note_en"), ("placeholder", "places.csv", 3, "note_zh")],
    ),
    (
        "keys in another case",
        |p| p.append("units.csv", "Mu,亩地,mu land,mu land,,,,,"),
        &[("key-case", "units.csv", 7, "id"), ("unused-row", "units.csv", 7, "id")],
    ),
    (
        "merge conflict in a table",
        |p| p.change("units.csv", |text| text.replace("mu,亩", "<<<<<<< HEAD\nmu,亩")),
        &[("merge-conflict", "units.csv", 4, "")],
    ),
    (
        "merge conflict in the descriptor",
        |p| p.replace(JSON, "  \"version\"", "=======\n  \"version\""),
        &[("merge-conflict", JSON, 0, "")],
    ),
    (
        "two tables joined end to end",
        |p| p.change("units.csv", |text| format!("{text}\u{feff}{text}")),
        &[
            ("repeated-header", "units.csv", 7, ""),
            ("duplicate-key", "units.csv", 8, "id"),
            ("duplicate-key", "units.csv", 9, "id"),
            ("duplicate-key", "units.csv", 10, "id"),
            ("duplicate-key", "units.csv", 11, "id"),
            ("duplicate-key", "units.csv", 12, "id"),
            ("duplicate-name", "units.csv", 8, "name_zh"),
            ("duplicate-name", "units.csv", 9, "name_zh"),
            ("duplicate-name", "units.csv", 10, "name_zh"),
            ("duplicate-name", "units.csv", 11, "name_zh"),
            ("duplicate-name", "units.csv", 12, "name_zh"),
            ("unused-row", "units.csv", 8, "id"),
            ("unused-row", "units.csv", 9, "id"),
            ("unused-row", "units.csv", 10, "id"),
            ("unused-row", "units.csv", 11, "id"),
            ("unused-row", "units.csv", 12, "id"),
        ],
    ),
    ("a compressed file", |p| p.insert("units.csv", b"\x1f\x8b\x08\0"), &[("not-csv", "units.csv", 0, "")]),
    // The descriptor.
    (
        "no foreign keys",
        |p| p.lose("/resources/2/schema", "foreignKeys"),
        &[
            ("foreign-key", JSON, 0, "/resources/2/schema/foreignKeys"),
            ("foreign-key", JSON, 0, "/resources/2/schema/foreignKeys"),
        ],
    ),
    (
        "foreign key to another table",
        |p| p.put("/resources/2/schema/foreignKeys/0/reference", "resource", json!("units")),
        &[("foreign-key", JSON, 0, "/resources/2/schema/foreignKeys")],
    ),
    (
        "foreign key to another column",
        |p| p.put("/resources/2/schema/foreignKeys/0/reference", "fields", json!("name_zh")),
        &[("foreign-key", JSON, 0, "/resources/2/schema/foreignKeys")],
    ),
    (
        "foreign key that leads nowhere",
        |p| {
            p.edit(|json| {
                let keys = json.pointer_mut("/resources/2/schema/foreignKeys").unwrap().as_array_mut().unwrap();
                keys.push(json!({ "fields": "types", "reference": { "resource": "types", "fields": "id" } }));
            })
        },
        &[("dangling-key", JSON, 0, "/resources/2/schema/foreignKeys/2")],
    ),
    (
        "foreign key of a column that is not there",
        |p| {
            p.edit(|json| {
                let keys = json.pointer_mut("/resources/2/schema/foreignKeys").unwrap().as_array_mut().unwrap();
                keys.push(json!({ "fields": "town", "reference": { "resource": "places", "fields": "id" } }));
            })
        },
        &[("dangling-key", JSON, 0, "/resources/2/schema/foreignKeys/2")],
    ),
    (
        "number as text",
        |p| p.put("/resources/6/schema/fields/6", "type", json!("string")),
        &[("field-type", JSON, 0, "/resources/6/schema/fields/6/type")],
    ),
    (
        "number as whole number",
        |p| p.put("/resources/6/schema/fields/6", "type", json!("integer")),
        &[("field-type", JSON, 0, "/resources/6/schema/fields/6/type")],
    ),
    (
        "text as any",
        |p| p.put("/resources/6/schema/fields/0", "type", json!("any")),
        &[("field-type", JSON, 0, "/resources/6/schema/fields/0/type")],
    ),
    (
        "period as year",
        |p| p.put("/resources/6/schema/fields/10", "type", json!("year")),
        &[("field-type", JSON, 0, "/resources/6/schema/fields/10/type")],
    ),
    (
        "whole number as text",
        |p| p.put("/resources/8/schema/fields/1", "type", json!("string")),
        &[("field-type", JSON, 0, "/resources/8/schema/fields/1/type")],
    ),
    (
        "true and false as text",
        |p| p.put("/resources/0/schema/fields/5", "type", json!("string")),
        &[("field-type", JSON, 0, "/resources/0/schema/fields/5/type")],
    ),
    (
        "comma as decimal point",
        |p| p.put("/resources/6/schema/fields/6", "decimalChar", json!(",")),
        &[("number-form", JSON, 0, "/resources/6/schema/fields/6/decimalChar")],
    ),
    (
        "no primary key",
        |p| p.lose("/resources/6/schema", "primaryKey"),
        &[("schema-key", JSON, 0, "/resources/6/schema/primaryKey")],
    ),
    (
        "required lost",
        |p| p.lose("/resources/6/schema/fields/7/constraints", "required"),
        &[("required", JSON, 0, "/resources/6/schema/fields/7/constraints/required")],
    ),
    (
        "a word of an enum lost",
        |p| {
            p.edit(|json| {
                json.pointer_mut("/resources/6/schema/fields/7/constraints/enum")
                    .unwrap()
                    .as_array_mut()
                    .unwrap()
                    .truncate(4);
            })
        },
        &[("enum-words", JSON, 0, "/resources/6/schema/fields/7/constraints/enum")],
    ),
    (
        "a word of an enum in Chinese",
        |p| {
            p.put(
                "/resources/6/schema/fields/7/constraints",
                "enum",
                json!(["exact", "about", "at_least", "nearly", "不到"]),
            )
        },
        &[("enum-words", JSON, 0, "/resources/6/schema/fields/7/constraints/enum")],
    ),
    (
        "delimiter",
        |p| p.put("/resources/3", "dialect", json!({ "delimiter": ";" })),
        &[("property-differs", JSON, 0, "/resources/3/dialect/delimiter")],
    ),
    (
        "no header",
        |p| p.put("/resources/3", "dialect", json!({ "header": false })),
        &[("property-differs", JSON, 0, "/resources/3/dialect/header")],
    ),
    (
        "old line ends",
        |p| p.put("/resources/3", "dialect", json!({ "lineTerminator": "\r" })),
        &[("property-differs", JSON, 0, "/resources/3/dialect/lineTerminator")],
    ),
    (
        "encoding",
        |p| p.put("/resources/3", "encoding", json!("gbk")),
        &[("property-differs", JSON, 0, "/resources/3/encoding")],
    ),
    (
        "a profile that checks nothing",
        |p| p.put("", "profile", json!("data-package")),
        &[("property-differs", JSON, 0, "/profile")],
    ),
    (
        "zero as missing",
        |p| p.put("/resources/6/schema", "missingValues", json!(["", "0"])),
        &[("missing-values", JSON, 0, "/resources/6/schema/missingValues")],
    ),
    (
        "size of an older file",
        |p| p.put("/resources/3", "bytes", json!(7)),
        &[("bytes", JSON, 0, "/resources/3/bytes")],
    ),
    (
        "a table listed twice",
        |p| {
            p.edit(|json| {
                let units = json["resources"][3].clone();
                json["resources"].as_array_mut().unwrap().push(units);
            })
        },
        &[("resource-twice", JSON, 0, "/resources/13/name")],
    ),
    (
        "a file listed and absent",
        |p| {
            p.edit(|json| {
                json["resources"].as_array_mut().unwrap().push(json!({ "name": "pictures", "path": "pictures.csv" }));
            })
        },
        &[("listed-file-missing", JSON, 0, "/resources/13/path"), ("unknown-resource", JSON, 0, "/resources/13/name")],
    ),
    (
        "several files for a table",
        |p| p.put("/resources/3", "path", json!(["units.csv", "units2.csv"])),
        &[("several-paths", JSON, 0, "/resources/3/path")],
    ),
    (
        "a web address as path",
        |p| p.put("/resources/3", "path", json!("https://example.org/units.csv")),
        &[("remote-reference", JSON, 0, "/resources/3/path")],
    ),
    (
        "rows inside the descriptor",
        |p| {
            p.lose("/resources/3", "path");
            p.put("/resources/3", "data", json!([{ "id": "people" }]));
        },
        &[("inline-data", JSON, 0, "/resources/3/data")],
    ),
    (
        "a schema at a web address",
        |p| p.put("/resources/3", "schema", json!("https://example.org/units.json")),
        &[("remote-reference", JSON, 0, "/resources/3/schema")],
    ),
    (
        "a schema outside of the folder",
        |p| p.put("/resources/3", "schema", json!("../units.json")),
        &[("remote-reference", JSON, 0, "/resources/3/schema")],
    ),
    (
        "a schema that is not there",
        |p| p.put("/resources/3", "schema", json!("schemas/units.json")),
        &[("listed-file-missing", JSON, 0, "/resources/3/schema")],
    ),
    (
        "a schema by reference, broken there",
        |p| {
            p.put("/resources/3/schema/fields/5", "type", json!("string"));
            p.refer("/resources/3", "schema", "schemas/units.json");
        },
        &[("field-type", "schemas/units.json", 0, "/fields/5/type")],
    ),
    (
        "a schema by reference that is no JSON",
        |p| {
            p.refer("/resources/3", "schema", "schemas/units.json");
            p.insert("schemas/units.json", b"{,}");
        },
        &[("bad-json", "schemas/units.json", 0, "")],
    ),
    (
        "a dialect that is a list",
        |p| p.put("/resources/3", "dialect", json!([1])),
        &[("no-object", JSON, 0, "/resources/3/dialect")],
    ),
    ("no schema", |p| p.lose("/resources/3", "schema"), &[("schema-columns", JSON, 0, "/resources/3/schema")]),
    (
        "fields in another order",
        |p| p.edit(|json| json.pointer_mut("/resources/3/schema/fields").unwrap().as_array_mut().unwrap().swap(4, 5)),
        &[("schema-columns", JSON, 0, "/resources/3/schema/fields")],
    ),
    (
        "title in the wrong language",
        |p| p.put("", "title_zh", json!("Two invented communities")),
        &[("no-chinese", JSON, 0, "/title_zh")],
    ),
    (
        "Chinese in an English description",
        |p| p.put("/resources/3/schema/fields/0", "description_en", json!("编号")),
        &[("chinese-in-english", JSON, 0, "/resources/3/schema/fields/0/description_en")],
    ),
    (
        "a field nobody describes",
        |p| p.lose("/resources/3/schema/fields/0", "description_zh"),
        &[("undescribed", JSON, 0, "/resources/3/schema/fields")],
    ),
    ("a name in capitals", |p| p.put("", "name", json!("Linpu Fixture")), &[("package-name", JSON, 0, "/name")]),
    ("a version that is a date", |p| p.put("", "version", json!("2026-11")), &[("version", JSON, 0, "/version")]),
    (
        "a property twice",
        |p| p.replace(JSON, "\"version\": \"0.1.0\",", "\"version\": \"0.1.0\",\n\"version\": \"0.1.0\","),
        &[("name-twice", JSON, 0, "/version")],
    ),
    (
        "a constraint that the rows do not keep",
        |p| p.put("/resources/6/schema/fields/6/constraints", "minimum", json!(30)),
        &[("constraint", JSON, 0, "/resources/6/schema/fields/6/constraints/minimum")],
    ),
    (
        "a locator of at most five",
        |p| p.put("/resources/6/schema/fields/15/constraints", "maxLength", json!(5)),
        &[("constraint", JSON, 0, "/resources/6/schema/fields/15/constraints/maxLength")],
    ),
    (
        "an optional column required",
        |p| p.put("/resources/6/schema/fields/4/constraints", "required", json!(true)),
        &[("constraint", JSON, 0, "/resources/6/schema/fields/4/constraints/required")],
    ),
    (
        "a repeated column unique",
        |p| p.put("/resources/6/schema/fields/1/constraints", "unique", json!(true)),
        &[("constraint", JSON, 0, "/resources/6/schema/fields/1/constraints/unique")],
    ),
    (
        "an enum of keys before one was added",
        |p| p.put("/resources/2/schema/fields/0/constraints", "enum", json!(["AA"])),
        &[("constraint", JSON, 0, "/resources/2/schema/fields/0/constraints/enum")],
    ),
    (
        "a format nobody writes",
        |p| p.put("/resources/2/schema/fields/1", "format", json!("email")),
        &[("property-differs", JSON, 0, "/resources/2/schema/fields/1/format")],
    ),
    (
        "true is yes",
        |p| p.put("/resources/0/schema/fields/5", "trueValues", json!(["yes"])),
        &[("property-differs", JSON, 0, "/resources/0/schema/fields/5/trueValues")],
    ),
    ("a Cyrillic letter in English", |p| p.set(OBS, 2, "note_en", "As rеported"), &[("look-alike", OBS, 2, "note_en")]),
    ("a Greek letter in Chinese", |p| p.set(OBS, 2, "note_zh", "Α栋自报"), &[("look-alike", OBS, 2, "note_zh")]),
    (
        "an English comma in Chinese",
        |p| p.set(OBS, 2, "note_zh", "自报,约数"),
        &[("ascii-punctuation", OBS, 2, "note_zh")],
    ),
    ("two spaces", |p| p.set(OBS, 2, "note_en", "As  reported"), &[("double-space", OBS, 2, "note_en")]),
    (
        "a check twice",
        |p| p.append(CHECKS, "C03,AA,ratio,,AA-01,12,,每月居民,Residents a month,,,,,,"),
        &[("duplicate-name", CHECKS, 4, "name_zh")],
    ),
    (
        "a problem twice",
        |p| {
            p.append("practices.csv", "AA-P02,AA,事情没人管,Nobody is in charge,stated,派单,Orders,网格员,Grid workers,grid,all_residents,AA-net,,S000,先由网格员上报,,,,派单,orders")
        },
        &[("duplicate-name", "practices.csv", 3, "problem_zh")],
    ),
    // Time.
    ("figure after its article", |p| p.set(OBS, 7, "period", "2021-06-01"), &[("after-article", OBS, 7, "period")]),
    ("year after its article", |p| p.set(OBS, 2, "period", "2022"), &[("after-article", OBS, 2, "period")]),
    ("system since after its article", |p| p.set(SYS, 2, "since", "2021-04/.."), &[("after-article", SYS, 2, "since")]),
    ("plan for another century", |p| p.set(OBS, 5, "period", "2072"), &[("far-future", OBS, 5, "period")]),
    (
        "repost after the package",
        |p| p.set(SOURCES, 2, "repost_date", "2027-03-09"),
        &[("after-update", SOURCES, 2, "repost_date")],
    ),
    (
        "date that is not in the address",
        |p| p.set(SOURCES, 2, "published_from_url", "2021-05-03"),
        &[("url-date", SOURCES, 2, "published_from_url")],
    ),
    ("date before there was the country", |p| p.set(OBS, 7, "period", "1948-06-01"), &[("odd-year", OBS, 7, "period")]),
    (
        "title cut off and not said so",
        |p| p.set(SOURCES, 2, "title", "甲社区的..."),
        &[("title-truncated", SOURCES, 2, "title_truncated")],
    ),
    (
        "title said to be cut off",
        |p| p.set(SOURCES, 2, "title_truncated", "true"),
        &[("title-truncated", SOURCES, 2, "title_truncated")],
    ),
    // Names and belonging.
    (
        "two communities of one name",
        |p| {
            p.set(COMMUNITIES, 3, "name_zh", "甲社区");
            p.set(COMMUNITIES, 3, "place", "nanqu");
        },
        &[("duplicate-name", COMMUNITIES, 3, "name_zh")],
    ),
    (
        "two units of one English name",
        |p| p.set("units.csv", 4, "name_en", "m²"),
        &[("duplicate-name", "units.csv", 4, "name_en")],
    ),
    (
        "a copied row with the key of the other community",
        |p| p.set(OBS, 9, "id", "AA-09"),
        &[("key-of-other-community", OBS, 9, "id")],
    ),
    (
        "one lane, two units",
        |p| p.set("indicators.csv", 3, "comparable", "residents"),
        &[("lane-units", "indicators.csv", 3, "comparable")],
    ),
    (
        "a unit by way of another",
        |p| p.append("units.csv", "qing,顷,qing,qing,mu,100,,,"),
        &[("unit-chain", "units.csv", 7, "base"), ("unused-row", "units.csv", 7, "id")],
    ),
    // Checks.
    (
        "part and whole exchanged",
        |p| {
            p.append(OBS, "AA-08,AA,residents,organisation,红马甲队,Red Vests,3,exact,reported,people,,snapshot_undated,unstated,unstated,S000,网格员3人,,digits,secondary,,数,N,,article,,person");
            p.append(CHECKS, "C03,AA,share,,AA-01;AA-08,,,占比,A share,,,,,,");
        },
        &[("share-exceeds", CHECKS, 4, "operands")],
    ),
    (
        "part and whole of two units",
        |p| p.append(CHECKS, "C03,AA,share,,AA-01;AA-02,,,占比,A share,,,,,,"),
        &[("share-units", CHECKS, 4, "operands")],
    ),
    (
        "ratio the wrong way round",
        |p| p.append(CHECKS, "C03,AA,ratio,,AA-02;AA-01,,,占地,Land,,,,,,"),
        &[("ratio-reversed", CHECKS, 4, "operands")],
    ),
    (
        "sum of two units",
        |p| p.append(CHECKS, "C03,AA,sum,,AA-01;AA-02,,,合计,A sum,,,,,,"),
        &[("sum-units", CHECKS, 4, "operands")],
    ),
    (
        "a figure against itself",
        |p| p.append(CHECKS, "C03,AA,ratio,AA-01,AA-01;AA-02,,,密度,Density,,,,,,"),
        &[("stated-in-operands", CHECKS, 4, "operands")],
    ),
];

#[test]
fn every_broken_copy_is_named_at_its_place_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (name, break_it, expected) in CASES {
        let mut package = Package::good();
        break_it(&mut package);
        if let Some(difference) = difference(&findings(&package), expected) {
            wrong.push(format!("{name}\n{difference}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn hint(break_it: Break) -> String {
    let mut package = Package::good();
    break_it(&mut package);
    let finding = findings(&package).swap_remove(0);
    [finding.message.en, finding.hint.en].join(" ")
}

#[test]
fn what_looks_right_is_named_by_its_code_point() {
    for (break_it, expected) in [
        ((|p| p.set(OBS, 2, "note_zh", "⼈⼝")) as Break, "write 人 (U+4EBA) for ⼈ (U+2F08)"),
        (|p| p.set(OBS, 2, "note_zh", "居⺠"), "write 民 (U+6C11) for ⺠ (U+2EA0)"),
        (|p| p.set(OBS, 2, "locator", "常住居⺠1800人"), "write 民 (U+6C11) for ⺠ (U+2EA0)"),
        (|p| p.set(OBS, 2, "note_zh", "自报㇐次"), "write an ordinary character for ㇐ (U+31D0)"),
        (|p| p.set(OBS, 2, "note_zh", "自　报"), "(U+3000)"),
        (|p| p.lose("/resources/2/schema", "foreignKeys"), "The foreign key parent → communities is missing"),
        (|p| p.put("/resources/6/schema/fields/6", "type", json!("string")), "Write number as its type"),
        (|p| p.put("/resources/3", "path", json!(["units.csv", "b.csv"])), "Join them into units.csv"),
        (|p| p.set(SOURCES, 2, "published_stated", "44260"), "Write 2021-03-05"),
        (|p| p.set(OBS, 2, "period", "2022"), "than the article that states it (2021-03-05)"),
        (|p| p.append(CHECKS, "C03,AA,ratio,,AA-02;AA-01,,,占地,Land,,,,,,"), "The reverse of residents_per_mu"),
    ] {
        let hint = hint(break_it);
        assert!(hint.contains(expected), "{hint:?} lacks {expected:?}");
    }
}

#[test]
fn what_is_allowed_has_no_finding() {
    let allowed: &[(&str, Break)] = &[
        ("schema by reference", |p| p.refer("/resources/3", "schema", "schemas/units.json")),
        ("dialect by reference", |p| {
            p.put("/resources/3", "dialect", json!({ "delimiter": ",", "lineTerminator": "\r\n", "header": true }));
            p.refer("/resources/3", "dialect", "dialect.json");
        }),
        ("path in a list of one", |p| p.put("/resources/3", "path", json!(["units.csv"]))),
        ("encoding in capitals", |p| p.put("/resources/3", "encoding", json!("UTF-8"))),
        ("encoding without its hyphen", |p| p.put("/resources/3", "encoding", json!("utf8"))),
        ("constraints that are kept", |p| {
            p.put("/resources/6/schema/fields/6/constraints", "minimum", json!(3));
            p.put("/resources/6/schema/fields/6/constraints", "maximum", json!(1800));
            p.put("/resources/6/schema/fields/0/constraints", "unique", json!(true));
            p.put("/resources/6/schema/fields/0/constraints", "minLength", json!(5));
            p.put("/resources/6/schema/fields/0/constraints", "maxLength", json!(5));
        }),
        ("an address has its format", |p| p.put("/resources/0/schema/fields/11", "format", json!("uri"))),
        ("only empty cells are missing", |p| p.put("/resources/3/schema", "missingValues", json!([""]))),
        ("whole numbers as numbers", |p| p.put("/resources/8/schema/fields/1", "type", json!("number"))),
        ("no type is text", |p| p.lose("/resources/6/schema/fields/0", "type")),
        ("a version with more", |p| p.put("", "version", json!("1.0.0-beta.2"))),
        ("a plan within thirty years", |p| p.set(OBS, 5, "period", "2056")),
        ("the day of publication itself", |p| p.set(OBS, 7, "period", "2021-03-05")),
        ("a system since the year of its article", |p| p.set(SYS, 2, "since", "2021")),
        ("names in two places may be one", |p| p.set(COMMUNITIES, 3, "name_zh", "甲社区")),
        ("part as large as its whole", |p| {
            for (key, name) in [("AA-08", "早班,Early"), ("AA-09", "晚班,Late")] {
                p.append(OBS, &format!("{key},AA,residents,organisation,{name},3,exact,reported,people,,snapshot_undated,unstated,unstated,S000,网格员3人,,digits,secondary,,数,N,,article,,person"));
            }
            p.append(CHECKS, "C03,AA,share,,AA-08;AA-09,,,占比,A share,,,invalid,,,subset_not_stated");
        }),
        ("full-width marks are Chinese", |p| p.set(OBS, 2, "note_zh", "自报（约数），待查！")),
        ("a hash with words is no error value", |p| p.set(OBS, 2, "note_zh", "#1栋自报")),
        ("a lone equals sign is no formula", |p| p.set("units.csv", 6, "name_zh", "=")),
    ];
    for (name, change) in allowed {
        let mut package = Package::good();
        change(&mut package);
        let found = findings(&package);
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

/// What two rules with a limit between them say on either side of it, and what one condition of several decides.
const LIMITS: &[(&str, Break, &[Expected])] = &[
    (
        "a span with one end without year",
        |p| {
            p.set(OBS, 9, "period", "XXXX-03-01/..");
            p.set(OBS, 9, "period_end_basis", "stated");
        },
        &[],
    ),
    (
        "a span of which one end has no year, the other way",
        |p| {
            p.set(OBS, 9, "period", "/XXXX-03-26");
            p.set(OBS, 9, "period_start_basis", "unstated");
        },
        &[],
    ),
    (
        "no year, and said to be stated",
        |p| p.set(OBS, 9, "period_end_basis", "stated"),
        &[("period-basis", OBS, 9, "period_end_basis")],
    ),
    (
        "no time, and said to be stated",
        |p| p.set(OBS, 3, "period_end_basis", "stated"),
        &[("period-basis", OBS, 3, "period_end_basis")],
    ),
    (
        "a rule without a date",
        |p| {
            p.set(OBS, 3, "period_type", "rule");
            p.set(OBS, 3, "period_start_basis", "stated");
            p.set(OBS, 3, "period_end_basis", "stated");
        },
        &[],
    ),
    (
        "a level with start and end",
        |p| {
            p.set(OBS, 4, "period", "2020/2021");
            p.set(OBS, 4, "period_start_basis", "stated");
            p.set(OBS, 4, "period_end_basis", "stated");
        },
        &[("period-type", OBS, 4, "period_type")],
    ),
    (
        "a level from some day on",
        |p| {
            p.set(OBS, 4, "period", "2020/..");
            p.set(OBS, 4, "period_start_basis", "stated");
            p.set(OBS, 4, "period_end_basis", "stated");
        },
        &[],
    ),
    (
        "one of two years",
        |p| {
            p.set(OBS, 2, "period", "[2020,2021]");
            p.set(OBS, 2, "period_start_basis", "ambiguous_year");
            p.set(OBS, 2, "period_end_basis", "ambiguous_year");
        },
        &[],
    ),
    (
        "a year to date with its year alone",
        |p| p.set(OBS, 2, "period_type", "year_to_date"),
        &[("year-to-date", OBS, 2, "period")],
    ),
    (
        "a total with its years",
        |p| {
            p.set(OBS, 2, "period_type", "cumulative");
            p.set(OBS, 2, "period", "2019/2021");
        },
        &[],
    ),
    (
        "an undated duration with a date",
        |p| p.set(OBS, 2, "period_type", "undated_duration"),
        &[("period-type", OBS, 2, "period_type")],
    ),
    (
        "a planned capacity",
        |p| {
            p.set(OBS, 3, "status", "planned");
            p.set(OBS, 3, "period", "2022");
            p.set(OBS, 3, "period_type", "planned");
            p.set(OBS, 3, "period_start_basis", "stated");
            p.set(OBS, 3, "period_end_basis", "stated");
        },
        &[],
    ),
    (
        "a date nobody reports",
        |p| {
            p.set(OBS, 7, "period", "");
            p.set(OBS, 7, "period_start_basis", "unstated");
            p.set(OBS, 7, "period_end_basis", "unstated");
            p.set(OBS, 7, "period_type", "snapshot_undated");
            p.set(OBS, 7, "status", "not_reported");
        },
        &[],
    ),
    (
        "not applicable, with a value",
        |p| {
            p.set(OBS, 8, "status", "not_applicable");
            p.set(OBS, 8, "value", "3");
        },
        &[("value-unexpected", OBS, 8, "value")],
    ),
    (
        "a share of all",
        |p| {
            p.set(OBS, 4, "value", "100");
            p.set(OBS, 4, "reading", "counted");
        },
        &[],
    ),
    (
        "a share of none",
        |p| {
            p.set(OBS, 4, "value", "0");
            p.set(OBS, 4, "reading", "counted");
        },
        &[],
    ),
    (
        "a share of all that is not quoted",
        |p| p.set(OBS, 4, "value", "100"),
        &[("value-not-in-locator", OBS, 4, "value")],
    ),
    (
        "a number in a name that is no label",
        |p| {
            p.set(OBS, 6, "salience", "core");
            p.set(OBS, 6, "value", "9");
        },
        &[("label-mismatch", OBS, 6, "salience")],
    ),
    (
        "a label that counts",
        |p| {
            p.set(OBS, 2, "salience", "label");
            p.set(OBS, 2, "value", "9");
        },
        &[("label-mismatch", OBS, 2, "salience")],
    ),
    ("a locator of 25 characters", |p| p.set(OBS, 2, "locator", "2021年，甲社区常住居民1800人，文化站占地约"), &[]),
    (
        "a locator of 26 characters",
        |p| p.set(OBS, 2, "locator", "2021年，甲社区常住居民1800人，文化站占地约3"),
        &[("locator-long", OBS, 2, "locator")],
    ),
    (
        "a reading of 25 characters",
        |p| p.set(OBS, 9, "locator_hans", "和美小区登记住户逾858人。小区设有网格联席会，居"),
        &[],
    ),
    (
        "a reading of 26 characters",
        |p| p.set(OBS, 9, "locator_hans", "和美小区登记住户逾858人。小区设有网格联席会，居民"),
        &[("locator-long", OBS, 9, "locator_hans")],
    ),
    (
        "a place as high as the one above",
        |p| p.set("places.csv", 4, "level", "city"),
        &[("place-level", "places.csv", 4, "level")],
    ),
    ("a repost on the day itself", |p| p.set(SOURCES, 2, "repost_date", "2021-03-05"), &[]),
    (
        "no parts, of one system that lists them",
        |p| {
            p.change("parts.csv", |text| format!("{}\n", text.lines().next().unwrap()));
            p.set(SYS, 4, "parts_kind", "none");
            p.set(SYS, 4, "parts_list", "none");
        },
        &[("parts-missing", SYS, 2, "parts_kind")],
    ),
    (
        "parts that nobody lists",
        |p| {
            p.set(SYS, 3, "parts_kind", "not_listed");
            p.set(SYS, 3, "parts_stated", "3");
        },
        &[],
    ),
    (
        "a divisor of zero",
        |p| {
            p.set("derived.csv", 2, "denominator", "");
            p.set("derived.csv", 2, "divisor", "0");
        },
        &[("divisor", "derived.csv", 2, "divisor")],
    ),
    ("a constant below zero", |p| p.set(CHECKS, 3, "constant", "-3"), &[("divisor", CHECKS, 3, "constant")]),
    ("a scale below zero", |p| p.set(CHECKS, 3, "scale", "-1"), &[("scale", CHECKS, 3, "scale")]),
    (
        "percent times a hundred",
        |p| {
            p.set("derived.csv", 2, "unit_zh", "%");
            p.set("derived.csv", 2, "scale", "100");
        },
        &[],
    ),
    (
        "nothing divided",
        |p| {
            p.set(OBS, 2, "value", "0");
            p.set(OBS, 2, "reading", "counted");
        },
        &[],
    ),
    (
        "zero is not the only thing it is divided by",
        |p| {
            p.set(OBS, 3, "value", "0");
            p.set(OBS, 3, "reading", "counted");
            p.set(OBS, 3, "bound", "exact");
            p.append(OBS, "AA-08,AA,site_area,facility,广场,Square,5,exact,reported,mu,,snapshot_undated,unstated,unstated,S000,网格员5人,,digits,secondary,,数,N,,article,,person");
        },
        &[],
    ),
    (
        "a system of another community",
        |p| p.set(CHECKS, 2, "community", "BB"),
        &[("operand-of-other-community", CHECKS, 2, "operands")],
    ),
    (
        "a figure of another community stated",
        |p| p.append(CHECKS, "C03,BB,unsupported,AA-01,,,,居民,Residents,,,,,,"),
        &[("operand-of-other-community", CHECKS, 4, "stated")],
    ),
    ("a ratio the right way round", |p| p.append(CHECKS, "C03,AA,ratio,,AA-01;AA-02,,,密度,Density,,,,,,"), &[]),
    ("a sum of one unit", |p| p.append(CHECKS, "C03,AA,sum,,AA-01;AA-04,,,合计,A sum,,,,,,"), &[]),
    (
        "a total of two units is refused later",
        |p| p.append(CHECKS, "C03,AA,total,,AA-01;AA-02,,,合计,A total,,,,,,"),
        &[],
    ),
    (
        "a title cut off with an ellipsis",
        |p| p.set(SOURCES, 2, "title", "甲社区的…"),
        &[("title-truncated", SOURCES, 2, "title_truncated")],
    ),
    ("a plan a year too far", |p| p.set(OBS, 5, "period", "2057"), &[("far-future", OBS, 5, "period")]),
    (
        "two names that are missing",
        |p| {
            p.set("units.csv", 3, "name_en", "");
            p.set("units.csv", 4, "name_en", "");
        },
        &[("missing-translation", "units.csv", 3, "name_en"), ("missing-translation", "units.csv", 4, "name_en")],
    ),
    (
        "the same thing in two spots of one place",
        |p| {
            p.append(OBS, "AA-08,AA,site_area,facility,文化站,Culture station,31,about,reported,mu,,snapshot_undated,unstated,unstated,S000,占地约31亩,,digits,secondary,,再说,Again,,article,,person")
        },
        &[("duplicate-observation", OBS, 10, "id")],
    ),
    (
        "the same number of another thing",
        |p| {
            p.append(OBS, "AA-08,AA,site_area,facility,广场,Square,31,about,reported,mu,,snapshot_undated,unstated,unstated,S000,占地约31亩,,digits,secondary,,再说,Again,,article,,person")
        },
        &[],
    ),
];

#[test]
fn limits_are_where_they_are_said_to_be() {
    let mut wrong = Vec::new();
    for (name, change, expected) in LIMITS {
        let mut package = Package::good();
        change(&mut package);
        if let Some(difference) = difference(&apart(findings(&package)), expected) {
            wrong.push(format!("{name}\n{difference}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found apart from results, which follow whatever figure is changed.
fn apart(mut found: Vec<linpu::diagnostics::Diagnostic>) -> Vec<linpu::diagnostics::Diagnostic> {
    found.retain(|finding| !finding.code.starts_with("result-"));
    found
}

/// A figure of people read from a locator: what is found, as code.
fn read(locator: &str, value: &str, reading: &str, bound: &str) -> Vec<&'static str> {
    let mut package = Package::good();
    for (column, cell) in [("locator", locator), ("value", value), ("reading", reading), ("bound", bound)] {
        package.set(OBS, 2, column, cell);
    }
    let found = apart(linpu::validate::package(&|name| package.get(name), None).findings);
    found.iter().map(|finding| finding.code).collect()
}

#[test]
fn values_stand_on_the_words_they_were_read_from() {
    for (locator, value, reading, bound, expected) in [
        ("居民300人", "300", "digits", "exact", ""),
        ("居民300人", "300", "multiplied", "exact", "reading-differs"),
        ("居民300人", "300", "counted", "exact", ""),
        ("居民300人", "400", "counted", "exact", ""),
        ("居民300人", "400", "digits", "exact", "value-not-in-locator"),
        ("居民300人", "400", "multiplied", "exact", "value-not-in-locator"),
        ("居民300人", "300", "verbatim", "exact", "reading-verbatim"),
        ("居民三百人", "300", "han_numeral", "exact", ""),
        ("居民三百人", "300", "digits", "exact", "reading-differs"),
        ("居民3万人", "30000", "multiplied", "exact", ""),
        ("居民3万人", "30000", "digits", "exact", "reading-differs"),
        ("居民3万人", "3", "digits", "exact", "value-not-in-locator"),
        ("居民300余人", "300", "digits", "at_least", ""),
        ("居民300余人", "300", "digits", "exact", "bound-differs"),
        ("居民约300人", "300", "digits", "at_least", "bound-differs"),
        ("去年300人，今年300余人", "300", "digits", "exact", ""),
        ("去年300人，今年300余人", "300", "digits", "at_least", ""),
        ("去年300人，今年300余人", "300", "digits", "about", "bound-differs"),
        ("最近300人", "300", "digits", "at_least", ""),
        ("居民300人", "300", "digits", "about", "bound-differs"),
        // A word we do not know stands there: a reader decides.
        ("居民上百达300人", "300", "digits", "about", ""),
    ] {
        assert_eq!(read(locator, value, reading, bound).concat(), expected, "{locator} {value} {reading} {bound}");
    }
}

#[test]
fn a_finding_repeats_what_it_saw() {
    for (break_it, saw) in [
        ((|p| p.append(CHECKS, "C03,AA,share,,AA-01;AA-02,,,占比,A share,,,,,,")) as Break, "AA-01;AA-02"),
        (|p| p.append(CHECKS, "C03,AA,sum,,AA-01;AA-02,,,合计,A sum,,,,,,"), "AA-01;AA-02"),
        (|p| p.lose("/resources/3/schema", "primaryKey"), ""),
        (|p| p.put("/resources/3", "encoding", json!("gbk")), "gbk"),
        (|p| p.put("/resources/3", "bytes", json!(7)), "7"),
        (|p| p.set(OBS, 2, "period", "2022"), "2022"),
        (|p| p.set("places.csv", 4, "level", "city"), "city"),
        (
            |p| {
                p.edit(|json| {
                    json.pointer_mut("/resources/3/schema/fields").unwrap().as_array_mut().unwrap().truncate(2)
                })
            },
            "id,name_zh",
        ),
    ] {
        let mut package = Package::good();
        break_it(&mut package);
        assert_eq!(findings(&package)[0].saw, saw);
    }
}

#[test]
fn a_locator_may_have_what_its_article_has() {
    let mut package = Package::good();
    package.set(OBS, 2, "locator", "常住居⺠1800人");
    // It is another text than the one that was summed up.
    package.set(SOURCES, 2, "sha256", "");
    let article = |name: &str| {
        let text = std::fs::read_to_string(format!(
            "{}/{}",
            crate::package::SOURCES,
            if name == "000" { "000_alpha.txt" } else { "001_beta.txt" }
        ));
        text.ok().map(|text| text.replace("常住居民", "常住居⺠"))
    };
    assert_eq!(linpu::validate::package(&|name| package.get(name), Some(&article)).findings, []);
    let without = linpu::validate::package(&|name| package.get(name), None).findings;
    assert_eq!(without.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["look-alike"]);
}
