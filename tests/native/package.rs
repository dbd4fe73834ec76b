//! Reading packages: what arrives, and that any bytes may be given.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails by panicking")]

use linpu::model::*;
use linpu::wire::csv::{Reader, Record, decode, write_record};
use linpu::wire::schema::{TABLES, Table};
use linpu::wire::{package, packed, tables};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The files of the good package, to be broken.
#[derive(Clone)]
pub struct Package(pub BTreeMap<String, Vec<u8>>);

pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/package");
pub const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sources");

impl Package {
    pub fn good() -> Package {
        let names = TABLES.iter().map(|table| table.file).chain([package::FILE]);
        Package(names.map(|name| (name.to_string(), std::fs::read(format!("{FOLDER}/{name}")).unwrap())).collect())
    }

    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.0.get(name).cloned()
    }

    /// Changes one cell; rows are counted as a spreadsheet counts them.
    pub fn set(&mut self, file: &str, row: usize, column: &str, value: &str) {
        let bytes = self.get(file).unwrap();
        let mut rows = rows_of(&decode(&bytes).0);
        let at = rows[0].iter().position(|name| name == column).unwrap();
        rows[row - 1][at] = value.to_string();
        self.0.insert(file.to_string(), text_of(&rows).into_bytes());
    }

    /// Replaces a text that occurs once in a file.
    pub fn replace(&mut self, file: &str, from: &str, to: &str) {
        let text = String::from_utf8(self.get(file).unwrap()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {file}");
        self.0.insert(file.to_string(), text.replace(from, to).into_bytes());
    }

    pub fn append(&mut self, file: &str, line: &str) {
        self.0.get_mut(file).unwrap().extend_from_slice(format!("{line}\n").as_bytes());
    }
}

fn rows_of(text: &str) -> Vec<Vec<String>> {
    let (mut reader, mut record, mut rows) = (Reader::new(text), Record::default(), Vec::new());
    while reader.read(&mut record) {
        assert_eq!(record.faults, []);
        rows.push(record.cells.iter().map(|cell| cell.to_string()).collect());
    }
    rows
}

fn text_of(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        write_record(&mut text, row.iter().map(String::as_str));
    }
    text
}

fn good() -> Dataset {
    let files = Package::good();
    let report = tables::read_package(&|name| files.get(name));
    assert_eq!(report.findings, []);
    report.value
}

#[test]
fn every_column_arrives_in_its_field() {
    let data = good();
    let about = About {
        name: "linpu-fixture".into(),
        version: "0.1.0".into(),
        title: Text { zh: "两个虚构的社区".into(), en: "Two invented communities".into() },
        updated: "2026-11-01".into(),
        licence: "CC-BY-4.0".into(),
        ..About::default()
    };
    assert_eq!(data.about, about);

    let source = &data.sources[0];
    assert_eq!(source.repost_publisher.as_ref().map(|text| text.en.as_str()), Some("A site"));
    assert_eq!(source.published_from_url.map(PartialDate::to_text).as_deref(), Some("2021-03-05"));
    assert_eq!(source.repost_date.map(PartialDate::to_text).as_deref(), Some("2021-03-09"));
    assert_eq!(
        (source.url.as_deref(), source.author.as_deref()),
        (Some("https://example.org/2021/0305/a"), Some("佚名"))
    );
    let undated = &data.sources[1];
    assert_eq!((undated.title.as_deref(), undated.script.as_str()), (None, "zh-Hant"));
    assert_eq!(undated.published_stated.and_then(|date| date.year), None);
    assert_eq!(undated.repost_publisher, None);

    let alpha = data.community_by_key("AA").unwrap();
    let province = data.place_at(alpha, PlaceLevel::Province).unwrap();
    assert_eq!((data.place(province).key.as_str(), data.place(province).basis), ("dongsheng", Basis::Inferred));
    let beta = data.community(data.community_by_key("BB").unwrap());
    let types: Vec<&str> = beta.types.iter().map(|id| data.code(*id).code.as_str()).collect();
    assert_eq!((types, beta.settlements.len()), (vec!["mixed", "resettlement"], 0));

    let mu = data.unit(data.unit_by_key("mu").unwrap());
    assert_eq!((mu.base.map(|base| data.unit(base).key.as_str()), mu.factor), (Some("m2"), 666.6667));
    let people = data.unit(data.unit_by_key("people").unwrap());
    assert_eq!((people.factor, people.ucum.as_deref(), people.currency.as_deref()), (1.0, Some("{person}"), None));
    assert_eq!(data.place(province).gb2260.as_deref(), Some("999900"));
    assert_eq!(source.sha256.as_deref().map(str::len), Some(64));
    assert_eq!(source.accessed.map(PartialDate::to_text).as_deref(), Some("2021-04-01"));
    assert_eq!((beta.collection, beta.kind, beta.parent), (Collection::Cases, CommunityKind::Community, None));

    let figure = data.observation(data.observation_by_key("BB-02").unwrap());
    assert_eq!((figure.value, figure.bound, figure.scope), (Some(858.0), Bound::AtLeast, Scope::Compound));
    assert_eq!(figure.locator_hans.as_deref(), Some("登记住户逾858人"));
    assert_eq!(figure.system.map(|id| data.system(id).key.as_str()), Some("BB-table"));
    assert_eq!(figure.bases, Bases::both(PeriodBasis::YearMissing));
    assert_eq!((figure.same_as, figure.grade, figure.read_by), (None, Grade::Article, ReadBy::Person));
    let silent = data.observation(data.observation_by_key("BB-01").unwrap());
    assert_eq!((silent.value, silent.status), (None, ObsStatus::NotReported));

    let net = data.system(data.system_by_key("AA-net").unwrap());
    assert_eq!((net.parts_stated, net.since.to_text().as_str()), (Some(2), "2019/.."));
    assert_eq!(net.parts.iter().map(|part| part.order).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert_eq!(net.parts[1].system, data.system_by_key("AA-team"));
    assert_eq!(data.system(data.system_by_key("AA-team").unwrap()).parent, data.system_by_key("AA-net"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let files = Package::good();
    let windows = |name: &str| {
        let text = String::from_utf8(files.get(name)?).unwrap();
        Some(format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes())
    };
    let report = tables::read_package(&windows);
    assert_eq!((report.value, report.findings), (good(), vec![]));
}

#[test]
fn packing_loses_nothing() {
    let data = good();
    let lexicon = linpu::text::Lexicon::default();
    let parts = packed::to_parts(&data, &lexicon);
    let mut first = packed::first(&parts.first).unwrap();
    assert_eq!(packed::complete(&mut first, &parts.rest), Ok(lexicon));
    assert_eq!(first, data);
}

#[test]
fn the_descriptor_is_read_whole_and_may_spell_keys_either_way() {
    let mut files = Package::good();
    let text = String::from_utf8(files.get(package::FILE).unwrap()).unwrap();
    let listed = text
        .replace("\"primaryKey\": \"id\"", "\"primaryKey\": [\"id\"]")
        .replace("\"path\": \"units.csv\"", "\"path\": [\"units.csv\"]");
    let listed = listed.replacen(
        "{\"fields\": \"parent\", \"reference\": {\"resource\": \"\", \"fields\": \"id\"}}",
        "{\"fields\": [\"parent\"], \"reference\": {\"resource\": \"places\", \"fields\": [\"id\"]}}",
        1,
    );
    assert_ne!(text, listed);
    files.0.insert(package::FILE.to_string(), listed.into_bytes());
    assert_eq!(linpu::validate::package(&|name| files.get(name), None).findings, []);
}

#[test]
fn a_package_says_who_made_it_and_what_changed() {
    let mut files = Package::good();
    let text = String::from_utf8(files.get(package::FILE).unwrap()).unwrap();
    let with = |more: &str| text.replacen("\"resources\": [", &[more, "\"resources\": ["].concat(), 1).into_bytes();
    let whole = r#""method_zh": "全收。", "method_en": "All of it.", "contributors": [{"title_zh": "某县", "title_en": "A county"}],
        "changes": [{"version": "0.1.0", "date": "2026-11-01", "description_zh": "第一版。", "description_en": "First."}], "#;
    files.0.insert(package::FILE.to_string(), with(whole));
    let report = tables::read_package(&|name| files.get(name));
    assert_eq!(report.findings, []);
    assert_eq!(report.value.about.creator, Text { zh: "某县".into(), en: "A county".into() });
    assert_eq!(report.value.about.method, Text { zh: "全收。".into(), en: "All of it.".into() });
    let said = Text { zh: "第一版。".into(), en: "First.".into() };
    let change = Change { version: "0.1.0".into(), day: "2026-11-01".into(), said };
    assert_eq!(report.value.about.changes, [change]);
    // Half of what is to be said, and no day.
    let lacking = r#""changes": [{"version": "0.1.0", "date": "last year", "description_en": "First."}], "#;
    files.0.insert(package::FILE.to_string(), with(lacking));
    let report = tables::read_package(&|name| files.get(name));
    let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["missing-property", "bad-date"]);
}

#[test]
fn a_row_that_cannot_be_read_takes_nothing_else_with_it() {
    let mut files = Package::good();
    files.set("communities.csv", 2, "place", "nowhere");
    let report = tables::read_package(&|name| files.get(name));
    let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["unknown-place"]);
    let keys: Vec<_> = report.value.observations.iter().map(|figure| figure.key.as_str()).collect();
    assert_eq!(keys, ["BB-01", "BB-02"]);
}

/// The words of a closed vocabulary, by the column they stand in.
fn vocabulary(table: &str, column: &str) -> Option<Vec<&'static str>> {
    use linpu::measure::Verdict;
    macro_rules! words {
        ($name:ident) => {
            $name::ALL.iter().map(|value| value.code()).collect()
        };
    }
    Some(match (table, column) {
        ("places", "level") => words!(PlaceLevel),
        ("places", "basis") => words!(Basis),
        ("communities", "collection") => words!(Collection),
        ("communities", "kind") => words!(CommunityKind),
        ("codes", "list") => words!(CodeList),
        ("indicators", "kind") => words!(ValueKind),
        (_, "polarity") => words!(Polarity),
        (_, "scope") => words!(Scope),
        (_, "bound") => words!(Bound),
        (_, "status") => words!(ObsStatus),
        (_, "period_type") => words!(PeriodType),
        (_, "period_start_basis" | "period_end_basis") => words!(PeriodBasis),
        (_, "reading") => words!(Reading),
        (_, "salience") => words!(Salience),
        (_, "grade") => words!(Grade),
        (_, "read_by") => words!(ReadBy),
        (_, "form") => words!(Form),
        (_, "parts_list") => words!(PartsList),
        (_, "problem_basis") => words!(Basis),
        (_, "parts_kind") => words!(PartsKind),
        (_, "op") => words!(CheckOp),
        (_, "verdict") => words!(Verdict),
        ("units", "role") => words!(UnitRole),
        ("sources", "script") => vec!["zh-Hans", "zh-Hant"],
        _ => return None,
    })
}

#[test]
fn the_bundled_package_explains_every_column_and_every_word_in_both_languages() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data/datapackage.json");
    let descriptor: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let is_said = |thing: &serde_json::Value, property: &str| {
        let zh = thing[format!("{property}_zh")].as_str().unwrap_or_default();
        let en = thing[format!("{property}_en")].as_str().unwrap_or_default();
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let latin = zh.contains(is_han) || zh.starts_with("UCUM");
        latin && !en.is_empty() && !en.contains(is_han) && thing[property].as_str() == Some(en)
    };
    let mut silent = Vec::new();
    for resource in descriptor["resources"].as_array().unwrap() {
        let table = resource["name"].as_str().unwrap();
        for field in resource["schema"]["fields"].as_array().unwrap() {
            let column = field["name"].as_str().unwrap();
            if !is_said(field, "title") || !is_said(field, "description") {
                silent.push(format!("{table}.{column}"));
            }
            let list = |values: &serde_json::Value| -> Vec<String> {
                values.as_array().into_iter().flatten().map(|word| word.as_str().unwrap().to_string()).collect()
            };
            let words = list(&field["constraints"]["enum"]);
            let explained = field["categories"].as_array().cloned().unwrap_or_default();
            let named: Vec<&str> = explained.iter().map(|word| word["value"].as_str().unwrap()).collect();
            assert_eq!(words, named, "{table}.{column}");
            for word in &explained {
                if !is_said(word, "label") || !is_said(word, "description") {
                    silent.push(format!("{table}.{column}: {}", word["value"]));
                }
            }
            let mut known = vocabulary(table, column).unwrap_or_default();
            let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
            known.sort_unstable();
            words.sort_unstable();
            assert_eq!(words, known, "{table}.{column}");
        }
    }
    assert!(silent.is_empty(), "not explained in both languages: {silent:?}");
}

fn csv_like() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::sample::select(vec![&b","[..], b"\"", b"\n", b"\r", b"\0", b"\"\"", b"\xEF\xBB\xBF", b"a", b"\xFF"])
            .prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_the_end(bytes in csv_like()) {
        let (text, bad) = decode(&bytes);
        prop_assert_eq!(bad.is_none(), std::str::from_utf8(&bytes).is_ok());
        let (mut reader, mut record) = (Reader::new(&text), Record::default());
        let (mut row, mut line) = (0, 0);
        while reader.read(&mut record) {
            prop_assert!(!record.cells.is_empty());
            prop_assert_eq!(record.row, row + 1);
            prop_assert!(record.line > line && record.line as usize <= text.matches('\n').count() + 1);
            (row, line) = (record.row, record.line);
        }
    }

    #[test]
    fn what_is_written_is_read_back(rows in proptest::collection::vec(
        proptest::collection::vec(proptest::string::string_regex("[邻a,\"\r\n ]{0,5}").unwrap(), 1..5), 0..6)
    ) {
        prop_assert_eq!(rows_of(&text_of(&rows)), rows);
    }

    #[test]
    fn any_bytes_in_any_table_are_reported_not_fatal(table in 0..TABLES.len(), header: bool, bytes in csv_like()) {
        let mut files = Package::good();
        let table: &Table = TABLES[table];
        let mut file = if header { format!("{}\n", table.header()).into_bytes() } else { Vec::new() };
        file.extend(bytes);
        files.0.insert(table.file.to_string(), file);
        let report = linpu::validate::package(&|name| files.get(name), Some(&|_| Some("文".to_string())));
        prop_assert!(!report.is_usable());
    }
}
