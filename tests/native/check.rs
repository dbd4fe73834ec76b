//! Every way to break a package is named at its place, in both languages, and nothing else is.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails by panicking")]

use crate::package::{FOLDER, Package, SOURCES};
use linpu::diagnostics::{Diagnostic, rules};
use linpu::validate;
use std::collections::BTreeSet;
use std::process::{Command, Output};

fn article(name: &str) -> Option<String> {
    let file = if name == "000" { "000_alpha.txt" } else { "001_beta.txt" };
    std::fs::read_to_string(format!("{SOURCES}/{file}")).ok()
}

pub fn findings(package: &Package) -> Vec<Diagnostic> {
    validate::package(&|name| package.get(name), Some(&article)).findings
}

fn first_line(text: &str) -> String {
    format!("{}\n", text.lines().next().unwrap())
}

/// More ways to break a package.
impl Package {
    pub fn insert(&mut self, file: &str, bytes: &[u8]) {
        self.0.insert(file.to_string(), bytes.to_vec());
    }

    pub fn change(&mut self, file: &str, change: impl Fn(&str) -> String) {
        let text = String::from_utf8(self.get(file).unwrap()).unwrap();
        self.insert(file, change(&text).as_bytes());
    }
}

pub type Break = fn(&mut Package);
pub type Expected = (&'static str, &'static str, u32, &'static str);

const OBS: &str = "observations.csv";
const SYS: &str = "systems.csv";
const DERIVED: &str = "derived_values.csv";
const JSON: &str = "datapackage.json";

/// The first figure once more.
const AGAIN: &str = "AA-09,AA,residents,community,,,1800,exact,reported,people,2021,calendar_year,stated,stated,S000,\
    甲社区常住居民,,counted,core,,再说,Again,,article,,person";

/// What is broken, and every finding that must follow; an empty field means none, row 0 none or any line of the descriptor.
const CASES: &[(Break, &[Expected])] = &[
    // Files and CSV.
    (|p| drop(p.0.remove("parts.csv")), &[("missing-file", "parts.csv", 0, "")]),
    (|p| p.0.insert("parts.csv".into(), Vec::new()).map_or((), drop), &[("missing-header", "parts.csv", 1, "")]),
    (
        |p| {
            let file = p.0.get_mut("places.csv").unwrap();
            let at = file.windows(3).position(|bytes| bytes == "河".as_bytes()).unwrap();
            file.splice(at..at + 3, *b"\xBA\xD3");
        },
        &[("bad-utf8", "places.csv", 3, "")],
    ),
    (|p| p.replace("units.csv", "people,人,", "people,\0人,"), &[("nul", "units.csv", 2, "name_zh")]),
    (|p| p.replace("places.csv", ",河市,", ",河\"市,"), &[("stray-quote", "places.csv", 3, "name_zh")]),
    (
        |p| p.replace("parts.csv", "书记,Secretary,,AA-team", "书记,Secretary,,\"AA-team"),
        &[("unclosed-quote", "parts.csv", 3, "part_system")],
    ),
    (
        |p| p.replace("codes.csv", "不分年龄,Of any age", "不分年龄,Of any age, at all"),
        &[("cell-count", "codes.csv", 9, "")],
    ),
    (|p| p.append("units.csv", ",,,,,,,,"), &[("blank-row", "units.csv", 7, "")]),
    (
        |p| {
            p.append("units.csv", "");
            p.append("units.csv", "event,场,events,event,,,,,");
        },
        &[("blank-row", "units.csv", 7, ""), ("unused-row", "units.csv", 8, "id")],
    ),
    (|p| p.append("units.csv", "\n\n"), &[]),
    (|p| p.set("codes.csv", 8, "roles", "overview"), &[("role-of-group", "codes.csv", 8, "roles")]),
    (|p| p.set("codes.csv", 2, "roles", "overview;overvew"), &[("unknown-word", "codes.csv", 2, "roles")]),
    (|p| p.set("units.csv", 2, "role", "persons"), &[("unknown-word", "units.csv", 2, "role")]),
    (|p| p.insert("units.csv", b"PK\x03\x04\x14\0"), &[("not-csv", "units.csv", 0, "")]),
    (|p| p.change("units.csv", |text| text.replace(',', "\t")), &[("wrong-delimiter", "units.csv", 1, "")]),
    (|p| p.change("places.csv", |text| text.replace(',', ";")), &[("wrong-delimiter", "places.csv", 1, "")]),
    (|p| p.change("units.csv", |text| text.replace('\n', "\r")), &[("line-ends", "units.csv", 0, "")]),
    (|p| p.change(OBS, |text| text.split_once('\n').unwrap().1.to_string()), &[("no-header-row", OBS, 1, "")]),
    (|p| p.change("codes.csv", |text| format!("词表,,,,,,\n{text}")), &[("late-header", "codes.csv", 1, "")]),
    (
        |p| p.change("codes.csv", |text| format!("{}\n{text}", text.lines().next().unwrap())),
        &[("repeated-header", "codes.csv", 2, "")],
    ),
    (|p| p.change("sources.csv", first_line), &[("empty-table", "sources.csv", 0, "")]),
    (|p| p.change("codes.csv", first_line), &[("empty-table", "codes.csv", 0, "")]),
    (|p| p.change("parts.csv", first_line), &[("empty-table", "parts.csv", 0, "")]),
    (|p| drop(p.0.remove("indicators.csv")), &[("missing-file", "indicators.csv", 0, "")]),
    (
        |p| {
            let text = String::from_utf8(p.get(OBS).unwrap()).unwrap().replace("人", "\u{1}");
            let bytes = text.bytes().flat_map(|byte| match byte {
                1 => vec![0xc8, 0xcb],
                byte => vec![byte],
            });
            p.0.insert(OBS.into(), bytes.collect());
        },
        &[("bad-utf8", OBS, 2, "")],
    ),
    (|p| p.replace("units.csv", "base,factor", "base"), &[("missing-column", "units.csv", 1, "factor")]),
    // Headers and the descriptor.
    (|p| p.set(OBS, 1, "value", "val"), &[("unknown-column", OBS, 1, "val"), ("missing-column", OBS, 1, "value")]),
    (
        |p| p.set("units.csv", 1, "factor", "facter"),
        &[("unknown-column", "units.csv", 1, "facter"), ("missing-column", "units.csv", 1, "factor")],
    ),
    (
        |p| {
            p.change("units.csv", |text| text.replace('\n', ",\n"));
        },
        &[("empty-header", "units.csv", 1, "")],
    ),
    (
        |p| {
            p.change("units.csv", |text| text.replace('\n', ",x\n").replacen(",x", ",id", 1));
        },
        &[("duplicate-header", "units.csv", 1, "id")],
    ),
    (
        |p| {
            p.0.insert(
                "codes.csv".into(),
                String::from_utf8(p.get("codes.csv").unwrap())
                    .unwrap()
                    .lines()
                    .map(|line| {
                        let (first, second) = line.split_once(',').unwrap();
                        let (second, rest) = second.split_once(',').unwrap();
                        format!("{second},{first},{rest}\n")
                    })
                    .collect::<String>()
                    .into_bytes(),
            );
        },
        &[("misordered-column", "codes.csv", 1, "code")],
    ),
    (|p| drop(p.0.remove(JSON)), &[("missing-file", JSON, 0, "")]),
    (|p| p.replace(JSON, "\"version\": \"0.1.0\",", "\"version\": “0.1.0”,"), &[("bad-json", JSON, 0, "")]),
    (|p| p.replace(JSON, "\"version\": \"0.1.0\",", ""), &[("missing-property", JSON, 0, "/version")]),
    (|p| p.replace(JSON, "2026-11-01", "2026-11"), &[("bad-date", JSON, 0, "/updated")]),
    (
        |p| p.replace(JSON, "\"name\": \"parts\"", "\"name\": \"part\""),
        &[("missing-resource", JSON, 0, "/resources"), ("unknown-resource", JSON, 0, "/resources/8/name")],
    ),
    (|p| p.replace(JSON, "\"path\": \"units.csv\",", ""), &[("resource-path", JSON, 0, "/resources/3/path")]),
    (
        |p| p.replace(JSON, "\"path\": \"units.csv\"", "\"path\": \"../units.csv\""),
        &[("resource-path", JSON, 0, "/resources/3/path")],
    ),
    (
        |p| p.replace(JSON, "{ \"name\": \"singular_en\"", "{ \"name\": \"singular\""),
        &[("schema-columns", JSON, 0, "/resources/3/schema/fields")],
    ),
    (
        |p| p.replace(JSON, "[\"list\", \"code\"]", "[\"list\", \"name_zh\"]"),
        &[("schema-key", JSON, 0, "/resources/4/schema/primaryKey")],
    ),
    // Single cells.
    (|p| p.set(OBS, 2, "status", ""), &[("empty-cell", OBS, 2, "status")]),
    (
        |p| {
            p.set("communities.csv", 2, "note_zh", "");
            p.set("communities.csv", 2, "note_en", "");
        },
        &[("empty-cell", "communities.csv", 2, "note_zh")],
    ),
    (|p| p.set(OBS, 2, "note_en", ""), &[("missing-translation", OBS, 2, "note_en")]),
    (|p| p.set("places.csv", 2, "note_zh", ""), &[("missing-translation", "places.csv", 2, "note_zh")]),
    (|p| p.set(OBS, 2, "unit", "people　"), &[("spaces-around", OBS, 2, "unit")]),
    (|p| p.set("codes.csv", 1, "name_zh", " name_zh"), &[("spaces-around", "codes.csv", 1, "name_zh")]),
    (|p| p.set(OBS, 2, "note_zh", "自\n报"), &[("control-character", OBS, 2, "note_zh")]),
    (|p| p.set(OBS, 2, "note_en", "As <b>reported</b>"), &[("html-like", OBS, 2, "note_en")]),
    (|p| p.set(OBS, 2, "note_zh", "自报\u{e000}"), &[("broken-character", OBS, 2, "note_zh")]),
    (|p| p.set(OBS, 2, "note_zh", "自报\u{fffd}"), &[("broken-character", OBS, 2, "note_zh")]),
    (|p| p.set(SYS, 2, "summary_en", "上报后派单"), &[("chinese-in-english", SYS, 2, "summary_en")]),
    (|p| p.set(SYS, 2, "summary_zh", "Reports become orders"), &[("no-chinese", SYS, 2, "summary_zh")]),
    (|p| p.set(SYS, 2, "summary_zh", "上報後派單"), &[("traditional-character", SYS, 2, "summary_zh")]),
    (|p| p.set(SYS, 2, "summary_zh", &"长".repeat(601)), &[("long-text", SYS, 2, "summary_zh")]),
    (|p| p.set(OBS, 3, "id", "甲-01"), &[("bad-key", OBS, 3, "id")]),
    (|p| p.set(OBS, 3, "id", "AA-01"), &[("duplicate-key", OBS, 3, "id")]),
    (
        |p| p.set("codes.csv", 3, "code", "population"),
        &[
            ("duplicate-key", "codes.csv", 3, "code"),
            ("unknown-code", "indicators.csv", 3, "group"),
            ("unknown-code", "indicators.csv", 7, "group"),
        ],
    ),
    (|p| p.set(OBS, 2, "bound", "atleast"), &[("unknown-word", OBS, 2, "bound")]),
    (|p| p.set("sources.csv", 2, "title_truncated", "no"), &[("unknown-word", "sources.csv", 2, "title_truncated")]),
    (|p| p.set("communities.csv", 3, "types", "mixed；resettlement"), &[("bad-list", "communities.csv", 3, "types")]),
    (
        |p| p.set("communities.csv", 3, "types", "mixed;mixed;resettlement"),
        &[("bad-list", "communities.csv", 3, "types")],
    ),
    (|p| p.set("sources.csv", 2, "url", "javascript:alert(1)"), &[("bad-url", "sources.csv", 2, "url")]),
    (|p| p.set(OBS, 2, "value", "约1800"), &[("not-a-number", OBS, 2, "value")]),
    (|p| p.set(OBS, 2, "value", "1,800"), &[("thousands-separator", OBS, 2, "value")]),
    (|p| p.set(OBS, 4, "value", "28,5"), &[("decimal-point", OBS, 4, "value")]),
    (|p| p.set(OBS, 2, "value", "１８００"), &[("full-width-digits", OBS, 2, "value")]),
    (|p| p.set(OBS, 2, "value", "0.18万"), &[("han-number", OBS, 2, "value")]),
    (|p| p.set(SYS, 2, "parts_stated", "2.5"), &[("not-whole", SYS, 2, "parts_stated")]),
    (|p| p.set(OBS, 2, "period", "2021年"), &[("bad-date", OBS, 2, "period")]),
    (|p| p.set(OBS, 7, "period", "2019-06-31"), &[("no-such-day", OBS, 7, "period")]),
    (|p| p.set(OBS, 2, "period", "2021/2019"), &[("period-backwards", OBS, 2, "period")]),
    (|p| p.set("sources.csv", 2, "repost_date", "2201-03-09"), &[("odd-year", "sources.csv", 2, "repost_date")]),
    // Keys of other tables.
    (|p| p.set(OBS, 2, "source", "S00O"), &[("unknown-source", OBS, 2, "source")]),
    (|p| p.set("communities.csv", 2, "place", "nanqv"), &[("unknown-place", "communities.csv", 2, "place")]),
    (|p| p.set(OBS, 2, "community", "AB"), &[("unknown-community", OBS, 2, "community")]),
    (|p| p.set(OBS, 2, "unit", "peple"), &[("unknown-unit", OBS, 2, "unit")]),
    (|p| p.set("communities.csv", 2, "types", "mixd"), &[("unknown-code", "communities.csv", 2, "types")]),
    (|p| p.set(OBS, 2, "indicator", "resident"), &[("unknown-indicator", OBS, 2, "indicator")]),
    (|p| p.set(OBS, 4, "system", "AA-teem"), &[("unknown-system", OBS, 4, "system")]),
    (|p| p.set("checks.csv", 3, "operands", "AA-99"), &[("unknown-observation", "checks.csv", 3, "operands")]),
    (|p| p.set("derived.csv", 2, "divisor", "12"), &[("one-divisor", "derived.csv", 2, "divisor")]),
    (|p| p.set("derived.csv", 2, "denominator", ""), &[("one-divisor", "derived.csv", 2, "denominator")]),
    (|p| p.set("checks.csv", 2, "operands", ""), &[("operands", "checks.csv", 2, "operands")]),
    (|p| p.set("checks.csv", 3, "operands", "AA-01;AA-02"), &[("operands", "checks.csv", 3, "constant")]),
    (|p| p.set("checks.csv", 3, "op", "share"), &[("operands", "checks.csv", 3, "operands")]),
    (
        |p| {
            p.set("checks.csv", 3, "op", "unsupported");
            p.set("checks.csv", 3, "operands", "");
        },
        &[("operands", "checks.csv", 3, "stated")],
    ),
    (|p| p.set("checks.csv", 3, "op", "year"), &[("operands", "checks.csv", 3, "stated")]),
    (|p| p.set("checks.csv", 2, "constant", "3"), &[("operands", "checks.csv", 2, "constant")]),
    (|p| p.set("sources.csv", 2, "article", "0"), &[("article-number", "sources.csv", 2, "article")]),
    (|p| p.append("parts.csv", "AA-nett,1,,甲,A,,,,"), &[("unknown-system", "parts.csv", 6, "system")]),
    (|p| p.set("places.csv", 2, "parent", "nanqu"), &[("cyclic-place", "places.csv", 2, "parent")]),
    (|p| p.set("places.csv", 2, "parent", "dongsheng"), &[("cyclic-place", "places.csv", 2, "parent")]),
    (|p| p.set(SYS, 2, "parent", "AA-team"), &[("cyclic-system", SYS, 2, "parent")]),
    (|p| p.set("parts.csv", 3, "part_system", "AA-net"), &[("cyclic-system", "parts.csv", 3, "part_system")]),
    (
        |p| {
            p.set("units.csv", 3, "base", "mu");
            p.set("units.csv", 3, "factor", "2");
        },
        &[("cyclic-unit", "units.csv", 3, "base")],
    ),
    (
        |p| {
            p.append("codes.csv", "actor,residents,居民,Residents,居民,Residents,");
            p.set("parts.csv", 4, "actors", "residents");
        },
        &[("actors-unnamed", "parts.csv", 4, "actors")],
    ),
    (
        |p| {
            p.set("indicators.csv", 4, "base_zh", "");
            p.set("indicators.csv", 4, "base_en", "");
        },
        &[("share-of-nothing", "indicators.csv", 4, "base_zh")],
    ),
    (|p| p.set("parts.csv", 5, "position", "3"), &[("part-position", "parts.csv", 5, "position")]),
    (
        |p| {
            p.append("parts.csv", "AA-team,1,,三张网,Three Nets,,,,AA-net");
            p.set(SYS, 3, "parts_kind", "unordered");
            p.set(SYS, 3, "parts_list", "closed");
        },
        &[("cyclic-system", "parts.csv", 6, "part_system")],
    ),
    (|p| p.set(OBS, 4, "period", "[2021,2020]"), &[("year-choice", OBS, 4, "period")]),
    (
        |p| p.set("places.csv", 3, "parent", ""),
        &[("place-parent-missing", "places.csv", 3, "parent"), ("unused-row", "places.csv", 2, "id")],
    ),
    (
        |p| {
            p.append("places.csv", "xisheng,西省,West Province,province,,stated,,,");
            p.set("places.csv", 2, "parent", "xisheng");
        },
        &[("place-parent-unexpected", "places.csv", 2, "parent")],
    ),
    (|p| p.set(SYS, 2, "parts_stated", "2.0"), &[("not-whole", SYS, 2, "parts_stated")]),
    (|p| p.set(OBS, 2, "value", "01800"), &[("not-a-number", OBS, 2, "value")]),
    (|p| p.set(OBS, 2, "value", "-0"), &[("negative-value", OBS, 2, "value")]),
    (|p| p.set("sources.csv", 2, "url", "https://"), &[("bad-url", "sources.csv", 2, "url")]),
    (|p| p.set("sources.csv", 2, "url", "https://a.cn/\"x"), &[("bad-url", "sources.csv", 2, "url")]),
    (|p| p.set("practices.csv", 2, "terms_zh", "派单；上报"), &[("bad-list", "practices.csv", 2, "terms_zh")]),
    (|p| p.set(OBS, 4, "system", " "), &[("spaces-around", OBS, 4, "system")]),
    (
        |p| {
            p.append("parts.csv", "AA-team,1,,三张网,Three Nets,,,,AA-net");
            p.set(SYS, 3, "parts_kind", "unordered");
            p.set(SYS, 3, "parts_list", "closed");
            p.set("parts.csv", 3, "part_system", "");
        },
        &[("cyclic-system", "parts.csv", 6, "part_system")],
    ),
    // Rows together.
    (|p| p.set("sources.csv", 2, "repost_date", "2021-03-04"), &[("repost-early", "sources.csv", 2, "repost_date")]),
    (|p| p.set("derived.csv", 2, "scale", "7"), &[("scale", "derived.csv", 2, "scale")]),
    (|p| p.set("derived.csv", 2, "unit_zh", "%"), &[("scale", "derived.csv", 2, "scale")]),
    (|p| p.set("checks.csv", 3, "scale", "0"), &[("scale", "checks.csv", 3, "scale")]),
    (
        |p| {
            p.set("derived.csv", 2, "denominator", "");
            p.set("derived.csv", 2, "divisor", "-25");
        },
        &[("divisor", "derived.csv", 2, "divisor")],
    ),
    (|p| p.set("checks.csv", 3, "constant", "0"), &[("divisor", "checks.csv", 3, "constant")]),
    (|p| p.set("derived.csv", 2, "denominator", "residents"), &[("same-indicator", "derived.csv", 2, "denominator")]),
    (|p| p.set("derived.csv", 2, "denominator", "opened"), &[("no-quantity", "derived.csv", 2, "denominator")]),
    (|p| p.set("checks.csv", 3, "operands", "AA-05"), &[("no-quantity", "checks.csv", 3, "operands")]),
    (
        |p| {
            p.set("checks.csv", 3, "constant", "");
            p.set("checks.csv", 3, "operands", "AA-01;AA-02");
            p.set(OBS, 3, "value", "0");
            p.set(OBS, 3, "reading", "counted");
            p.set(OBS, 3, "bound", "exact");
        },
        &[("divided-by-zero", "checks.csv", 3, "operands"), ("divided-by-zero", "derived.csv", 2, "denominator")],
    ),
    (|p| p.set("checks.csv", 3, "community", "BB"), &[("operand-of-other-community", "checks.csv", 3, "operands")]),
    (
        |p| p.append("checks.csv", "C03,AA,share,AA-01,AA-01;AA-02,,,占比,A share,,,,,,"),
        &[
            ("share-units", "checks.csv", 4, "operands"),
            ("stated-in-operands", "checks.csv", 4, "operands"),
            ("stated-no-share", "checks.csv", 4, "stated"),
        ],
    ),
    (
        |p| p.set("practices.csv", 2, "systems", "BB-table"),
        &[("system-of-other-community", "practices.csv", 2, "systems")],
    ),
    (
        |p| p.set("practices.csv", 2, "observations", "BB-02"),
        &[("figure-of-other-community", "practices.csv", 2, "observations")],
    ),
    (
        |p| p.append("sources.csv", "S002,000,丙,C,,false,报,P,,,,,,,,zh-Hans,无,None,,"),
        &[("duplicate-article", "sources.csv", 4, "article"), ("unused-row", "sources.csv", 4, "id")],
    ),
    (|p| p.set(OBS, 2, "period_type", "snapshot_undated"), &[("period-type", OBS, 2, "period_type")]),
    (|p| p.set(OBS, 3, "period_type", "snapshot_dated"), &[("period-type", OBS, 3, "period_type")]),
    (|p| p.set(OBS, 3, "period_type", "cumulative"), &[("period-type", OBS, 3, "period_type")]),
    (|p| p.set(OBS, 3, "period_type", "year_to_date"), &[("year-to-date", OBS, 3, "period")]),
    (|p| p.set(OBS, 2, "period_type", "year_to_date"), &[("year-to-date", OBS, 2, "period")]),
    (
        |p| {
            p.set(OBS, 2, "period_type", "year_to_date");
            p.set(OBS, 2, "period", "2021-01-01/2021-03-05");
        },
        &[],
    ),
    (|p| p.set(OBS, 9, "period", "--03-26"), &[("bad-date", OBS, 9, "period")]),
    (
        |p| p.set(OBS, 1, "period_start_basis", "period_basis"),
        &[("missing-column", OBS, 1, "period_start_basis"), ("unknown-column", OBS, 1, "period_basis")],
    ),
    (|p| p.set(OBS, 2, "period", "2021-02"), &[("period-type", OBS, 2, "period_type")]),
    (|p| p.set(OBS, 2, "period_type", "planned"), &[("period-type", OBS, 2, "period_type")]),
    (|p| p.set(OBS, 7, "period", "2019-06/2019-07"), &[("period-type", OBS, 7, "period_type")]),
    (|p| p.set(OBS, 2, "period_start_basis", "year_missing"), &[("period-basis", OBS, 2, "period_start_basis")]),
    (|p| p.set(OBS, 2, "period_end_basis", "inferred"), &[("period-basis", OBS, 2, "period_end_basis")]),
    (
        |p| {
            p.set(OBS, 7, "period", "/2019-06-01");
            p.set(OBS, 7, "period_start_basis", "stated");
        },
        &[("period-basis", OBS, 7, "period_start_basis")],
    ),
    (
        |p| {
            p.set(OBS, 7, "period", "/2019-06-01");
            p.set(OBS, 7, "period_start_basis", "unstated");
        },
        &[],
    ),
    (|p| p.set("units.csv", 2, "currency", "cny"), &[("bad-code", "units.csv", 2, "currency")]),
    (|p| p.set("units.csv", 2, "ucum", "m 2"), &[("bad-code", "units.csv", 2, "ucum")]),
    (|p| p.set("places.csv", 3, "gb2260", "43010"), &[("bad-code", "places.csv", 3, "gb2260")]),
    (|p| p.set("sources.csv", 3, "sha256", "ABC"), &[("bad-code", "sources.csv", 3, "sha256")]),
    (|p| p.set("communities.csv", 2, "parent", "BB"), &[("compound-parent", "communities.csv", 2, "parent")]),
    (
        |p| {
            p.set("communities.csv", 2, "kind", "compound");
            p.set("communities.csv", 2, "parent", "BB");
        },
        &[],
    ),
    (|p| p.set("communities.csv", 2, "parent", "AA"), &[("cyclic-community", "communities.csv", 2, "parent")]),
    (|p| p.set(OBS, 2, "same_as", "AA-01"), &[("cyclic-same-as", OBS, 2, "same_as")]),
    (|p| p.set(OBS, 2, "same_as", "BB-01"), &[("same-as", OBS, 2, "same_as")]),
    (|p| p.set(OBS, 2, "same_as", "AA-02"), &[("same-as", OBS, 2, "same_as")]),
    (
        |p| {
            p.append(OBS, AGAIN);
            p.set(OBS, 10, "value", "31");
            p.set(OBS, 10, "same_as", "AA-01");
        },
        &[("same-as", OBS, 10, "same_as")],
    ),
    (
        |p| {
            p.append(OBS, AGAIN);
            p.append(OBS, &AGAIN.replace("AA-09", "AA-10"));
            p.set(OBS, 10, "same_as", "AA-01");
            p.set(OBS, 11, "same_as", "AA-09");
        },
        &[("same-as", OBS, 11, "same_as")],
    ),
    (
        |p| {
            p.append(OBS, AGAIN);
            p.set(OBS, 10, "same_as", "AA-01");
        },
        &[],
    ),
    // A note that has nothing to say is left out.
    (
        |p| {
            p.set(OBS, 2, "note_zh", "");
            p.set(OBS, 2, "note_en", "");
        },
        &[],
    ),
    (|p| p.set("sources.csv", 3, "article", ""), &[("source-without-address", "sources.csv", 3, "url")]),
    (
        |p| {
            p.set("sources.csv", 3, "article", "");
            p.set("sources.csv", 3, "url", "https://example.org/b");
        },
        &[],
    ),
    // A year without its century, and a date without zeros, are in an address too.
    (|p| p.set("sources.csv", 2, "url", "https://example.org/21/0305/a"), &[]),
    (|p| p.set("sources.csv", 2, "url", "https://example.org/2021/3/5/a"), &[]),
    (
        |p| p.set("sources.csv", 2, "url", "https://example.org/2021/0306/a"),
        &[("url-date", "sources.csv", 2, "published_from_url")],
    ),
    (|p| p.set(OBS, 2, "grade", "excerpt"), &[("grade", OBS, 2, "grade")]),
    (
        |p| {
            p.set("communities.csv", 2, "collection", "reports");
            for row in 2..8 {
                p.set(OBS, row, "grade", if row == 4 { "register" } else { "excerpt" });
                p.set(OBS, row, "retrieved_on", "2026-11-01");
            }
        },
        &[("grade", OBS, 4, "grade")],
    ),
    (
        |p| {
            p.set("communities.csv", 2, "collection", "reports");
            for row in 2..8 {
                p.set(OBS, row, "grade", "excerpt");
                p.set(OBS, row, "retrieved_on", "2026-11-01");
            }
            p.set(OBS, 3, "retrieved_on", "");
        },
        &[("grade", OBS, 3, "retrieved_on")],
    ),
    (|p| p.set("sources.csv", 2, "sha256", &"0".repeat(64)), &[("source-sum", "sources.csv", 2, "sha256")]),
    (|p| p.set("checks.csv", 2, "verdict", "conflicting"), &[("result-differs", "checks.csv", 2, "verdict")]),
    (|p| p.set("checks.csv", 3, "value", "150.5"), &[("result-differs", "checks.csv", 3, "value")]),
    (|p| p.set("checks.csv", 3, "bound", ""), &[("result-differs", "checks.csv", 3, "bound")]),
    (|p| p.set("checks.csv", 3, "reasons", "unbounded"), &[("result-differs", "checks.csv", 3, "reasons")]),
    (|p| p.set("checks.csv", 3, "constant", "6"), &[("result-differs", "checks.csv", 3, "value")]),
    (|p| p.set(DERIVED, 2, "operands", "AA-02;AA-01"), &[("result-differs", DERIVED, 2, "operands")]),
    (|p| p.set(DERIVED, 2, "grade", "own"), &[("result-differs", DERIVED, 2, "grade")]),
    (|p| p.set(DERIVED, 3, "verdict", "derived"), &[("result-differs", DERIVED, 3, "verdict")]),
    (
        |p| p.change(DERIVED, first_line),
        &[("result-missing", DERIVED, 0, "derived"), ("result-missing", DERIVED, 0, "derived")],
    ),
    (
        |p| {
            p.append("derived.csv", "twice,两倍,Twice,opinions,,2,1,人,people,neutral,虚构,Invented");
            p.append("indicators.csv", "opinions,意见,Opinions,条,Entries,people,stock,population,opinions,neutral,,,");
            p.append(DERIVED, "twice,AA,1,exact,derived,,AA-01,article");
        },
        &[("result-unexpected", DERIVED, 4, "derived"), ("unused-row", "indicators.csv", 8, "id")],
    ),
    (|p| p.set(DERIVED, 2, "derived", "resident_per_mu"), &[("unknown-derived", DERIVED, 2, "derived")]),
    (
        |p| {
            p.replace(
                JSON,
                "\"path\": \"units.csv\",",
                "\"path\": \"units.csv\", \"bytes\": 7, \"hash\": \"sha256:0\",",
            )
        },
        &[("bytes", JSON, 0, "/resources/3/bytes"), ("sum-differs", JSON, 0, "/resources/3/hash")],
    ),
    (|p| p.set(OBS, 2, "grade", "best"), &[("unknown-word", OBS, 2, "grade")]),
    (|p| p.set(OBS, 2, "unit", "percent"), &[("unit-differs", OBS, 2, "unit")]),
    (|p| p.set(OBS, 4, "value", "128.5"), &[("share-range", OBS, 4, "value")]),
    (|p| p.set(OBS, 2, "value", "-1"), &[("negative-value", OBS, 2, "value")]),
    (|p| p.set(OBS, 2, "status", "planned"), &[("planned-kind", OBS, 2, "status")]),
    (|p| p.set(OBS, 5, "status", "reported"), &[("planned-kind", OBS, 5, "status")]),
    (|p| p.set(OBS, 2, "value", ""), &[("value-missing", OBS, 2, "value")]),
    (|p| p.set(OBS, 8, "value", "0"), &[("value-unexpected", OBS, 8, "value")]),
    (|p| p.set(OBS, 7, "value", "1"), &[("value-unexpected", OBS, 7, "value")]),
    (|p| p.set(OBS, 8, "bound", "about"), &[("bound-without-value", OBS, 8, "bound")]),
    (|p| p.set(OBS, 6, "salience", "core"), &[("label-mismatch", OBS, 6, "salience")]),
    (|p| p.set(OBS, 3, "scope", "label"), &[("label-mismatch", OBS, 3, "scope")]),
    (|p| p.set(OBS, 7, "salience", "core"), &[("date-mismatch", OBS, 7, "salience")]),
    (
        |p| {
            p.set(OBS, 7, "period", "");
            p.set(OBS, 7, "period_start_basis", "unstated");
            p.set(OBS, 7, "period_end_basis", "unstated");
        },
        &[("date-mismatch", OBS, 7, "period")],
    ),
    (|p| p.set(OBS, 2, "scope", "compound"), &[("scope-name-missing", OBS, 2, "scope_name_zh")]),
    (|p| p.set(OBS, 9, "scope", "community"), &[("scope-name-unexpected", OBS, 9, "scope_name_zh")]),
    (|p| p.set(OBS, 4, "period_end_basis", "stated"), &[("period-basis", OBS, 4, "period_end_basis")]),
    (
        |p| p.set("communities.csv", 3, "sources", "S000"),
        &[
            ("source-of-other-community", OBS, 8, "source"),
            ("source-of-other-community", OBS, 9, "source"),
            ("source-of-other-community", SYS, 4, "source"),
        ],
    ),
    (|p| p.set(OBS, 9, "system", "AA-net"), &[("system-of-other-community", OBS, 9, "system")]),
    (|p| p.set(SYS, 3, "parent", "BB-table"), &[("system-of-other-community", SYS, 3, "parent")]),
    (
        |p| {
            p.append(
                OBS,
                "AA-09,AA,residents,community,,,1800,exact,reported,people,2021,calendar_year,stated,stated,S000,\
        甲社区常住居民,,counted,core,,再说,Again,,article,,person",
            )
        },
        &[("duplicate-observation", OBS, 10, "id")],
    ),
    (
        |p| p.set(OBS, 2, "locator", "2021年，甲社区常住居民1800人，文化站占地约31亩"),
        &[("locator-long", OBS, 2, "locator")],
    ),
    (|p| p.set(OBS, 2, "locator", ""), &[("empty-cell", OBS, 2, "locator")]),
    (|p| p.set(OBS, 2, "locator", "常住居民1800余人"), &[("locator-absent", OBS, 2, "locator")]),
    (
        |p| p.set("sources.csv", 2, "article", "001"),
        &[
            ("source-mismatch", "sources.csv", 2, "article"),
            ("source-sum", "sources.csv", 2, "sha256"),
            ("duplicate-article", "sources.csv", 3, "article"),
        ],
    ),
    (|p| p.set(SYS, 3, "locator", "网格员"), &[("locator-twice", SYS, 3, "locator")]),
    (|p| p.set(OBS, 9, "locator_hans", ""), &[("locator-hans-missing", OBS, 9, "locator_hans")]),
    (|p| p.set(OBS, 9, "locator_hans", "登记住户逾85人"), &[("locator-hans-digits", OBS, 9, "locator_hans")]),
    (|p| p.set(OBS, 9, "locator_hans", "登記住户逾858人"), &[("locator-hans-traditional", OBS, 9, "locator_hans")]),
    (
        |p| p.set(OBS, 9, "locator_hans", "小区登记住户逾858人，小区设有网格联席会，居民和物业都来"),
        &[("locator-long", OBS, 9, "locator_hans")],
    ),
    (|p| p.set(OBS, 2, "value", "18000"), &[("value-not-in-locator", OBS, 2, "value")]),
    (|p| p.set(OBS, 2, "reading", "multiplied"), &[("reading-differs", OBS, 2, "reading")]),
    (|p| p.set(OBS, 2, "reading", "verbatim"), &[("reading-verbatim", OBS, 2, "reading")]),
    (|p| p.set(OBS, 3, "bound", "exact"), &[("bound-differs", OBS, 3, "bound")]),
    (|p| p.set(OBS, 5, "bound", "about"), &[("bound-differs", OBS, 5, "bound")]),
    (|p| p.set(OBS, 2, "bound", "at_least"), &[("bound-differs", OBS, 2, "bound")]),
    (|p| p.set(OBS, 2, "locator_hans", "常住居民1800人"), &[("locator-hans-unexpected", OBS, 2, "locator_hans")]),
    (|p| p.append("units.csv", "event,场,events,event,,,,,"), &[("unused-row", "units.csv", 7, "id")]),
    (|p| p.append("codes.csv", "motif,wish,微心愿,Wish,心愿,A wish,"), &[("unused-row", "codes.csv", 11, "code")]),
    (
        |p| p.append("indicators.csv", "teams,队伍,Teams,支,Teams,people,stock,population,teams,neutral,,,"),
        &[("unused-row", "indicators.csv", 8, "id")],
    ),
    (|p| p.append("places.csv", "beiqu,北区,North,district,heshi,stated,,,"), &[("unused-row", "places.csv", 5, "id")]),
    (
        |p| p.append("sources.csv", "S002,002,丙,C,,false,报,P,,,,,,,,zh-Hans,无,None,,"),
        &[("unused-row", "sources.csv", 4, "id")],
    ),
    (|p| p.set("places.csv", 3, "level", "subdistrict"), &[("place-level", "places.csv", 4, "level")]),
    (|p| p.set("units.csv", 4, "factor", ""), &[("base-factor", "units.csv", 4, "factor")]),
    (|p| p.set("units.csv", 4, "factor", "0"), &[("base-factor", "units.csv", 4, "factor")]),
    (|p| p.set("parts.csv", 3, "order", ""), &[("part-order", "parts.csv", 3, "order")]),
    (|p| p.set("parts.csv", 5, "order", "2"), &[("part-order", "parts.csv", 5, "order")]),
    (|p| p.set(SYS, 4, "parts_kind", "none"), &[("parts-unexpected", SYS, 4, "parts_kind")]),
    (|p| p.set(SYS, 3, "parts_kind", "unordered"), &[("parts-missing", SYS, 3, "parts_kind")]),
    (
        |p| p.set(SYS, 2, "parts_stated", "3"),
        &[("parts-count", SYS, 2, "parts_stated"), ("result-differs", "checks.csv", 2, "verdict")],
    ),
    // A list that is left open may name fewer than are announced, never more.
    (|p| p.set(SYS, 2, "parts_list", "none"), &[("parts-list", SYS, 2, "parts_list")]),
    (|p| p.set(SYS, 3, "parts_list", "open"), &[("parts-list", SYS, 3, "parts_list")]),
    (|p| p.set(SYS, 2, "parts_list", "etc"), &[("unknown-word", SYS, 2, "parts_list")]),
    (
        |p| {
            p.set(SYS, 2, "parts_list", "open");
            p.set(SYS, 2, "parts_stated", "1");
        },
        &[("parts-count", SYS, 2, "parts_stated"), ("result-differs", "checks.csv", 2, "verdict")],
    ),
    (
        |p| p.set("practices.csv", 2, "problem_basis", "guessed"),
        &[("unknown-word", "practices.csv", 2, "problem_basis")],
    ),
    (
        |p| p.append("checks.csv", "C03,AA,claim,,AA-P99,,,甲,A,,,,,,"),
        &[("unknown-practice", "checks.csv", 4, "operands")],
    ),
    (|p| p.append("checks.csv", "C03,AA,claim,,,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (|p| p.append("checks.csv", "C03,AA,rest,,AA-01,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (|p| p.append("checks.csv", "C03,AA,span,,AA-06,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (
        |p| p.append("checks.csv", "C03,AA,scaled,,AA-01;AA-02,,,甲,A,,,,,,"),
        &[("operands", "checks.csv", 4, "operands")],
    ),
    (|p| p.append("checks.csv", "C03,AA,names,,AA-net,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (|p| p.append("checks.csv", "C03,AA,dates,,AA-06,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (|p| p.append("checks.csv", "C03,AA,trend,,,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (|p| p.append("checks.csv", "C03,AA,floor,,,,,甲,A,,,,,,"), &[("operands", "checks.csv", 4, "operands")]),
    (
        |p| p.append("checks.csv", "C03,AA,names,,AA-net;BB-table,,,甲,A,,,,,,"),
        &[("operand-of-other-community", "checks.csv", 4, "operands")],
    ),
];

#[test]
fn the_good_package_has_no_finding() {
    assert_eq!(findings(&Package::good()), []);
}

#[test]
fn every_break_is_named_at_its_place_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (number, (break_it, expected)) in CASES.iter().enumerate() {
        let mut package = Package::good();
        break_it(&mut package);
        let found = findings(&package);
        if let Some(difference) = difference(&found, expected) {
            wrong.push(format!("case {number}\n{difference}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What was found and was not expected, or the other way round. Everything found says what is wrong and what to do.
pub fn difference(found: &[Diagnostic], expected: &[Expected]) -> Option<String> {
    let place = |finding: &Diagnostic| {
        let field = finding.place.field.clone().unwrap_or_default();
        let is_json = finding.place.file.ends_with(".json");
        assert!(!is_json || finding.place.row.is_some() || finding.code == "missing-file", "{finding:?}");
        let row = if is_json { 0 } else { finding.place.row.unwrap_or(0) };
        (finding.code.to_string(), finding.place.file.clone(), row, field)
    };
    let mut places: Vec<_> = found.iter().map(place).collect();
    let own = |(code, file, row, field): &Expected| (code.to_string(), file.to_string(), *row, field.to_string());
    let mut expected: Vec<_> = expected.iter().map(own).collect();
    places.sort();
    expected.sort();
    for finding in found {
        for words in [&finding.message.zh, &finding.message.en, &finding.hint.zh, &finding.hint.en] {
            assert!(!words.is_empty() && !words.contains("{}"), "{finding:?}");
        }
        for chinese in [&finding.message.zh, &finding.hint.zh] {
            assert!(chinese.contains(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)), "{finding:?}");
        }
    }
    (places != expected).then(|| format!("  found    {places:?}\n  expected {expected:?}"))
}

#[test]
fn every_rule_has_a_break_that_shows_it() {
    let all =
        CASES.iter().map(|(_, expected)| expected).chain(crate::broken::CASES.iter().map(|(_, _, expected)| expected));
    let shown: BTreeSet<&str> = all.flat_map(|expected| expected.iter().map(|(code, ..)| *code)).collect();
    let all = rules::ALL.iter().chain(rules::cells::ALL).chain(rules::sense::ALL);
    let missing: Vec<&str> = all.map(|rule| rule.code).filter(|code| !shown.contains(code)).collect();
    // These are shown by the runs of the program below.
    assert_eq!(missing, ["stray-file", "source-file-missing", "source-file-twice", "source-file-encoding"]);
}

fn hint(break_it: Break) -> String {
    let mut package = Package::good();
    break_it(&mut package);
    findings(&package).swap_remove(0).hint.en
}

#[test]
fn results_are_written_as_they_are_checked() {
    let mut package = Package::good();
    let as_it_was = package.clone();
    package.set("checks.csv", 2, "verdict", "");
    package.set("checks.csv", 3, "value", "7");
    package.change(DERIVED, first_line);
    package.replace(JSON, "\"path\": \"units.csv\",", "\"path\": \"units.csv\",\n\"bytes\": 7,");
    let changed = validate::rewritten(&|name| package.get(name)).unwrap();
    let names: Vec<&str> = changed.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["checks.csv", DERIVED, JSON]);
    for (name, text) in changed {
        package.insert(name, text.as_bytes());
    }
    assert_eq!(findings(&package), []);
    for table in ["checks.csv", DERIVED] {
        assert_eq!(package.get(table), as_it_was.get(table), "{table}");
    }
    assert_eq!(validate::rewritten(&|name| package.get(name)).unwrap(), []);
    // What is wrong elsewhere is not computed with.
    package.set(OBS, 2, "unit", "peple");
    assert!(validate::rewritten(&|name| package.get(name)).is_err());
}

#[test]
fn every_file_of_the_bundled_package_has_its_size_and_sum() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data");
    let file = |name: &str| std::fs::read(format!("{folder}/{name}")).ok();
    let descriptor: serde_json::Value = serde_json::from_slice(&file(JSON).unwrap()).unwrap();
    for resource in descriptor["resources"].as_array().unwrap() {
        let (bytes, hash) = linpu::wire::package::sums(&file(resource["path"].as_str().unwrap()).unwrap());
        assert_eq!(
            (resource["bytes"].as_u64(), resource["hash"].as_str()),
            (Some(bytes), Some(&*hash)),
            "{resource:#}"
        );
    }
    // The results too: nothing is left to write.
    assert_eq!(validate::rewritten(&file).unwrap(), [], "`cargo xtask check --write-results`");
}

#[test]
fn hints_say_what_to_write() {
    for (break_it, expected) in [
        ((|p| p.set(OBS, 2, "unit", "peple")) as Break, "did you mean people?"),
        (|p| p.set(OBS, 2, "unit", "households"), "there are: m2, mu, none, people, percent"),
        (|p| p.set(OBS, 2, "bound", "more"), "Allowed: exact, about, at_least, nearly, less_than"),
        (|p| p.set("communities.csv", 2, "types", "comercial_compound"), "there are: mixed, resettlement"),
        (|p| p.set(OBS, 2, "value", "1,800"), "Write 1800"),
        (|p| p.set(OBS, 2, "value", "0.18万"), "1800"),
        (|p| p.set(OBS, 2, "period", "2021年3月"), "Write 2021-03"),
        (|p| p.set(OBS, 2, "locator", "常住居民1800余人"), "常住居民1800人，文化站"),
        (|p| p.set(SYS, 3, "locator", "网格员"), "网格员上 | 网格员3 | 网格员5"),
        (|p| p.set(OBS, 2, "unit", "percent"), "Write people"),
        (|p| p.set(OBS, 4, "value", "28,5"), "Write a fraction as 28.5"),
        (|p| p.set(OBS, 2, "value", "一千八百"), "e.g. 1800"),
        (|p| p.set(OBS, 2, "value", "1800人"), "e.g. 1800;"),
        (|p| p.set(OBS, 4, "period", "[2020，2021]"), "Write [2020,2021]"),
        (|p| p.set(OBS, 9, "period", "--03-26"), "Write XXXX-03-26"),
        (|p| p.set(OBS, 2, "period_type", "year_to_date"), "2021-01-01/2021-03-05"),
        (|p| p.set(OBS, 1, "period_start_basis", "period_basis"), "period_start_basis, period_end_basis"),
        (|p| p.set(OBS, 2, "bound", "约"), "(did you mean about?)"),
        (|p| p.set(OBS, 2, "community", "AB"), "there are: AA, BB"),
        (|p| p.set(OBS, 2, "locator", "常住居民1900人"), "article 000"),
        (|p| p.set(OBS, 2, "value", "18000"), "numbers there: 1800"),
        (|p| p.set(OBS, 3, "bound", "exact"), "“约” there asks for about"),
    ] {
        let hint = hint(break_it);
        assert!(hint.contains(expected), "{hint:?} lacks {expected:?}");
    }
}

#[test]
fn all_faults_are_found_in_one_run_in_file_and_row_order() {
    let mut package = Package::good();
    package.set("units.csv", 2, "name_en", "");
    package.set(OBS, 3, "value", "31亩");
    package.set(OBS, 3, "source", "S9");
    package.set(OBS, 9, "locator", "無此句");
    package.set("communities.csv", 2, "note_zh", " 虚构");
    let found = findings(&package);
    let places: Vec<_> =
        found.iter().map(|finding| (finding.place.file.as_str(), finding.place.row.unwrap())).collect();
    assert_eq!(places, [("communities.csv", 2), (OBS, 3), (OBS, 3), (OBS, 9), ("units.csv", 2)]);
}

/// A folder of one test's own, gone with it.
struct Folder(std::path::PathBuf);

impl Folder {
    fn with(name: &str, package: &Package) -> Folder {
        let folder = std::env::temp_dir().join(format!("linpu-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (file, bytes) in &package.0 {
            std::fs::write(folder.join(file), bytes).unwrap();
        }
        Folder(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn linpu(arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_linpu"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (output, text)
}

#[test]
fn a_good_package_exits_0_and_is_counted() {
    let (output, text) = linpu(&["check", FOLDER, "--sources", SOURCES]);
    assert_eq!(output.status.code(), Some(0));
    let counts = "sources 2, places 3, communities 2, units 5, codes 9, indicators 6, observations 8, systems 3, parts 4, \
                  errors 0, warnings 0\n";
    assert_eq!(text, counts);
}

#[test]
fn warnings_alone_exit_0() {
    let mut package = Package::good();
    package.0.insert("observation.csv".into(), Vec::new());
    package.0.insert("README.md".into(), Vec::new());
    package.0.insert(".hidden".into(), Vec::new());
    let folder = Folder::with("stray", &package);
    let (output, text) = linpu(&["check", folder.path(), "--lang=zh"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text.starts_with("observation.csv  [提醒 stray-file] "), "{text}");
    assert!(text.contains("（是不是 observations.csv？）") && text.contains("提醒 1\n"), "{text}");
}

#[test]
fn errors_exit_1_and_say_where_what_and_how() {
    let mut package = Package::good();
    package.set(OBS, 2, "unit", "peple");
    let folder = Folder::with("errors", &package);
    let (output, text) = linpu(&["check", folder.path()]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "observations.csv:2 unit  [error unknown-unit] There is no such unit\n  saw: peple\n  \
                    mend: Use an id of units.csv (did you mean people?)\n\n";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn json_carries_both_languages() {
    let mut package = Package::good();
    package.set(OBS, 2, "unit", "peple");
    let folder = Folder::with("json", &package);
    let (output, text) = linpu(&["check", folder.path(), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&report["ok"], &report["errors"], &report["warnings"]), (&false.into(), &1.into(), &0.into()));
    let finding = serde_json::json!({
        "severity": "error", "code": "unknown-unit", "file": OBS, "row": 2, "field": "unit", "saw": "peple",
        "message_zh": "没有这个单位", "message_en": "There is no such unit",
        "hint_zh": "用 units.csv 中的编号（是不是 people？）",
        "hint_en": "Use an id of units.csv (did you mean people?)",
    });
    assert_eq!(report["findings"], serde_json::json!([finding]));
}

#[test]
fn an_article_without_its_file_is_an_error() {
    let sources = Folder::with("sources", &Package([("000_a.txt".to_string(), article("000").unwrap().into())].into()));
    let (output, text) = linpu(&["check", FOLDER, "--sources", sources.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.starts_with("sources.csv:3 article  [error source-file-missing] "), "{text}");
}

#[test]
fn an_article_in_another_encoding_is_an_error() {
    let gbk = b"\xBC\xD7\xC9\xE7\xC7\xF8".to_vec();
    let beta = article("001").unwrap().into();
    let texts = [("000_a.txt".to_string(), gbk), ("001_b.txt".to_string(), beta)];
    let sources = Folder::with("gbk", &Package(texts.into()));
    let (output, text) = linpu(&["check", FOLDER, "--sources", sources.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text.starts_with("sources.csv:2 article  [error source-file-encoding] ") && text.contains("errors 1,"),
        "{text}"
    );
}

#[test]
fn two_files_of_one_article_are_an_error() {
    let texts = [("000_a.txt", "000"), ("000_copy.txt", "000"), ("001_b.txt", "001")];
    let texts = texts.map(|(file, name)| (file.to_string(), article(name).unwrap().into()));
    let sources = Folder::with("twice", &Package(texts.into()));
    let (output, text) = linpu(&["check", FOLDER, "--sources", sources.path()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.starts_with("sources.csv article  [error source-file-twice] "), "{text}");
    assert!(text.contains("Keep one of them: 000_a.txt, 000_copy.txt"), "{text}");
}

#[test]
fn many_equal_findings_are_counted_and_what_they_follow_from_stands_first() {
    let mut package = Package::good();
    for _ in 0..30 {
        package.append("units.csv", "people,人,people,person,,,,");
    }
    package.set(OBS, 1, "period", "perod");
    let folder = Folder::with("flood", &package);
    let (_, text) = linpu(&["check", folder.path()]);
    assert!(text.starts_with("observations.csv:1 perod  [error unknown-column] "), "{text}");
    assert_eq!(text.matches("[error duplicate-key]").count(), 5);
    assert!(text.contains("units.csv  and 25 more of the same [duplicate-key]"), "{text}");
    let (_, json) = linpu(&["check", folder.path(), "--format=json"]);
    assert_eq!(json.matches("duplicate-key").count(), 30);
}

#[test]
fn what_cannot_be_seen_is_shown() {
    let mut package = Package::good();
    package.set(OBS, 2, "unit", " people");
    package.set(OBS, 2, "note_en", "abc\u{202e}txt");
    let folder = Folder::with("unseen", &package);
    let (_, text) = linpu(&["check", folder.path()]);
    assert!(text.contains("saw: ␣people\n") && text.contains("saw: abc<U+202E>txt\n"), "{text}");
}

#[test]
fn a_folder_that_cannot_be_read_is_named_in_either_language() {
    let said = |lang| String::from_utf8(linpu(&["check", "/absent", "--lang", lang]).0.stderr).unwrap();
    assert_eq!(said("zh"), "linpu: /absent：没有这个文件或文件夹\n");
    assert!(said("en").contains("/absent: No such file"));
}

#[test]
fn a_fault_of_the_descriptor_is_told_in_chinese() {
    let mut package = Package::good();
    package.replace(JSON, "\"version\": \"0.1.0\",", "\"version\": \"0.1.0\",,");
    let finding = findings(&package).swap_remove(0);
    assert!(finding.message.zh.contains("第7行第"), "{finding:?}");
    assert!(!finding.message.zh.contains("expected"), "{finding:?}");
}

#[test]
fn a_locator_of_a_page_is_no_work() {
    let mut package = Package::good();
    package.set(OBS, 2, "locator", &"长".repeat(1_000_000));
    let codes: Vec<&str> = findings(&package).iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"locator-long") && !codes.contains(&"locator-absent"), "{codes:?}");
}

#[test]
fn an_empty_folder_is_a_finding_per_file_but_an_absent_one_is_no_package() {
    let folder = Folder::with("empty", &Package(Default::default()));
    let (output, text) = linpu(&["check", folder.path()]);
    assert_eq!((output.status.code(), text.matches("missing-file").count()), (Some(1), 14));
    assert_eq!(linpu(&["check", &format!("{}/absent", folder.path())]).0.status.code(), Some(2));
    assert_eq!(linpu(&["check", FOLDER, "--sources", "/absent"]).0.status.code(), Some(2));
}

#[test]
fn wrong_use_exits_2_and_shows_the_usage() {
    for arguments in [
        &[][..],
        &["chekc"],
        &["check", "--format", "xml"],
        &["check", "--lang"],
        &["check", "--nonsense"],
        &["check", "-x"],
        &["check", FOLDER, FOLDER],
    ] {
        let (output, text) = linpu(arguments);
        assert_eq!((output.status.code(), text.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("linpu check [DIR]"), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["-h"], &["check", "--help"], &["--version"]] {
        let (output, text) = linpu(arguments);
        assert_eq!((output.status.code(), text.starts_with("linpu ")), (Some(0), true), "{arguments:?}");
    }
}

#[test]
fn language_follows_the_environment() {
    let run = |variable: &str, value: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_linpu"))
            .args(["check", FOLDER])
            .env_remove("LC_ALL")
            .env("LANG", "en_GB.UTF-8")
            .env(variable, value)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap().starts_with("来源 2")
    };
    assert!(run("LANG", "zh_CN.UTF-8") && run("LC_ALL", "zh_CN.UTF-8") && !run("LC_ALL", "C"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let command = format!("'{}' check '{FOLDER}' | true; exit \"${{PIPESTATUS[0]}}\"", env!("CARGO_BIN_EXE_linpu"));
    let output = Command::new("bash").args(["-c", &command]).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_path_to_the_descriptor_is_as_good_as_its_folder() {
    let (output, text) = linpu(&["check", &format!("{FOLDER}/datapackage.json")]);
    assert_eq!((output.status.code(), text), (Some(0), linpu(&["check", FOLDER]).1));
    // Also from inside the folder, where its name is all there is.
    let run =
        Command::new(env!("CARGO_BIN_EXE_linpu")).args(["check", "datapackage.json"]).current_dir(FOLDER).output();
    assert_eq!(run.unwrap().status.code(), Some(0));
    let said = String::from_utf8(linpu(&["check", "/absent/datapackage.json"]).0.stderr).unwrap();
    assert!(said.contains("/absent/datapackage.json: "), "{said}");
}

#[test]
fn a_schema_may_stand_in_a_folder_beside_the_tables() {
    let mut package = Package::good();
    let schema =
        serde_json::from_slice::<serde_json::Value>(&package.get(JSON).unwrap()).unwrap()["resources"][3].clone();
    let schema = schema["schema"].to_string();
    package.change(JSON, |text| {
        let mut json: serde_json::Value = serde_json::from_str(text).unwrap();
        json["resources"][3]["schema"] = "schemas/units.json".into();
        json["resources"][4]["dialect"] = "dialect.json".into();
        json.to_string()
    });
    package.insert("dialect.json", b"{ \"delimiter\": \",\" }");
    let folder = Folder::with("schema", &package);
    std::fs::create_dir_all(folder.0.join("schemas")).unwrap();
    std::fs::write(folder.0.join("schemas/units.json"), &schema).unwrap();
    let (output, text) = linpu(&["check", folder.path()]);
    assert_eq!((output.status.code(), text.contains("errors 0, warnings 0")), (Some(0), true), "{text}");
    std::fs::write(folder.0.join("schemas/units.json"), schema.replace("\"number\"", "\"string\"")).unwrap();
    let (_, text) = linpu(&["check", folder.path()]);
    assert!(text.starts_with("schemas/units.json:1 /fields/5/type  [error field-type] "), "{text}");
}

#[test]
fn two_phrases_that_look_the_same_are_told_apart() {
    let mut package = Package::good();
    package.set(OBS, 2, "locator", "常住居⺠1800人");
    let folder = Folder::with("alike", &package);
    let (_, text) = linpu(&["check", folder.path(), "--sources", SOURCES, "--lang", "zh"]);
    assert!(text.contains("“⺠”（U+2EA0）换成“民”（U+6C11）") && !text.contains("locator-absent"), "{text}");
}
