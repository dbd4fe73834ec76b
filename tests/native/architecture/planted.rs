//! Violations planted on purpose: each must be found, and what only looks like one must not.

use super::circles::circles;
use super::{cargo, rules::violations};

/// A file, its text, and a part of what must be said of it.
const PLANTED: [(&str, &str, &str); 60] = [
    // Arrows.
    ("src/query/a.rs", "use crate::wire::csv;", "query -> wire"),
    ("src/model/a.rs", "use crate::{model::*, text};", "model -> text"),
    ("src/text/a.rs", "use crate::{model::{Bound, Unit}, measure, state::url as address};", "text -> state"),
    ("src/text/a.rs", "use super::super as up; fn f() { up::wire::open() }", "takes the whole house"),
    ("src/text/a.rs", "use super::super::present::Context;", "text -> present"),
    ("src/text/deep/a.rs", "fn f() { super::super::super::export::figures_csv() }", "text -> export"),
    ("src/chart/mod.rs", "pub use crate::query::Found;", "chart -> query"),
    ("src/model/a.rs", "use crate::wire as w; fn f() { w::open() }", "model -> wire"),
    ("src/model/a.rs", "use crate as house; fn f() { house::wire::open() }", "takes the whole house"),
    ("src/model/a.rs", "use crate::{self as house};", "takes the whole house"),
    ("src/model/a.rs", "use crate::*;", "takes the whole house"),
    ("src/query/a.rs", "fn f() -> usize { crate::validate::package(1) }", "query -> validate"),
    ("src/query/a.rs", "fn f(x: &[Option<crate::text::Words>]) {}", "query -> text"),
    ("src/measure/a.rs", "macro_rules! m { ($x:expr) => { $crate::text::number::exact($x) }; }", "measure -> text"),
    ("src/measure/a.rs", "macro_rules! m { ($r:ident) => { crate::$r::open() }; }", "can be anything"),
    ("src/measure/a.rs", "macro_rules! m { ($r:ident) => { use crate::$r; }; }", "can be anything"),
    ("src/measure/a.rs", "#[cfg(test)] mod tests { fn x() {} } use crate::present::Context;", "measure -> present"),
    ("src/measure/a.rs", "#[cfg(test)]\nuse crate::text::A;\nfn f() { crate::wire::open() }", "measure -> wire"),
    ("src/measure/a.rs", "struct S { #[cfg(test)] a: u8, b: crate::state::Page }", "measure -> state"),
    ("src/measure/a.rs", "#[cfg(any(test, unix))] use crate::text::Words;", "measure -> text"),
    ("src/measure/a.rs", "mod inner { use super::super::super::chart::Scene; }", "measure -> chart"),
    ("src/model/a.rs", "const A: &str = \"/*\"; use crate::text::Msg; // */", "model -> text"),
    ("src/model/a.rs", "const A: char = '\"'; use crate::text::Msg; const B: char = '\"';", "model -> text"),
    ("src/model/a.rs", "const A: &str = r#\"\"// \"#; use crate::text::Msg;", "model -> text"),
    ("src/model/a.rs", "/* /* */ */ use crate::text::Msg;", "model -> text"),
    ("src/model/a.rs", "fn f<'a>(x: &'a str) { crate::r#text::f(x) }", "model -> text"),
    ("src/model/a.rs", "#[path = \"../wire/csv.rs\"] mod csv;", "#[path]"),
    ("src/model/a.rs", "include!(\"../wire/csv.rs\");", "include!"),
    ("src/model/a.rs", "extern crate linpu as me;", "extern crate"),
    ("src/model/a.rs", "use linpu::wire;", "the library is `crate`"),
    ("src/state/mod.rs", "pub use crate::measure::Per;", "hands on"),
    ("src/lib.rs", "pub use crate::wire::own;", "front door"),
    ("src/app/components/near/a.rs", "use super::super::far::chart;", "near names far"),
    ("src/app/pages/near/a.rs", "use linpu::text::FarMsg;", "near names far"),
    ("src/app/components/near/a.rs", "use crate::app::{context::App, components::far as other};", "near names far"),
    ("src/measure/mod.rs", "mod tests;", "tests that ship"),
    // The browser, files, clocks, chance.
    ("src/app/pages/a.rs", "use web_sys::Window;", "names web_sys"),
    ("src/app/pages/a.rs", "use gloo as g;", "names gloo"),
    ("src/present/a.rs", "use leptos::{prelude::*, mount};", "names leptos"),
    ("src/state/a.rs", "fn f() { ::js_sys::Date::now(); }", "names js_sys"),
    ("src/query/a.rs", "use std::{collections::BTreeMap, fs};", "std::fs"),
    ("src/query/a.rs", "use std::fs as f;", "std::fs"),
    ("src/query/a.rs", "use std as s; fn f() { s::fs::read(\"x\") }", "whole standard library"),
    ("src/export/a.rs", "fn f() { ::std::env::var(\"HOME\") }", "std::env"),
    ("src/export/a.rs", "fn f() { std::net::TcpStream::connect(1) }", "std::net"),
    ("src/app/a.rs", "use std::process::Command;", "std::process"),
    ("src/text/a.rs", "use std::time::{Duration, SystemTime};", "SystemTime"),
    ("src/text/a.rs", "fn f() { core::time::Instant::now() }", "Instant"),
    ("src/query/a.rs", "use std::hash::RandomState;", "RandomState"),
    ("src/chart/a.rs", "const A: &str = include_str!(\"../../Cargo.toml\");", "include_str!"),
    ("src/chart/a.rs", "const A: Option<&str> = option_env!(\"HOME\");", "option_env!"),
    ("src/query/a.rs", "fn f() { println!(\"x\") }", "println!"),
    ("src/query/a.rs", "fn f() { unsafe { g() } }", "unsafe"),
    // Words, colours, tables.
    ("src/present/a.rs", "fn f() -> &'static str { \"人口\" }", "wording"),
    ("src/app/a.rs", "const A: char = '\\u{4eba}';", "wording"),
    ("src/chart/svg.rs", "const A: &str = \"fill:#A63A24\";", "colour"),
    ("src/present/a.rs", "fn f(data: &Dataset) { data.observations.iter() }", "walks"),
    ("src/present/a.rs", "fn f(data: &Dataset) { let it = &data; it.observations.iter() }", "walks"),
    ("src/present/a.rs", "fn f(data: &Dataset) { let Dataset { observations, .. } = data; }", "walks"),
    ("src/app/a.rs", "fn f(d: &Dataset) { for id in d.system_ids() {} }", "walks"),
];

/// What is allowed, and looks almost like it.
const ALLOWED: [(&str, &str); 22] = [
    ("src/query/a.rs", "// use crate::wire::csv;\n/* crate::text::Msg */ /// crate::wire\nuse crate::model::*;"),
    ("src/query/a.rs", "const A: &str = \"crate::wire::csv, std::fs, \\\"use crate::text;\\\"\";"),
    ("src/query/a.rs", "const A: &str = r##\"use crate::wire; \"# std::fs\"##;"),
    ("src/query/a.rs", "#[cfg(test)] mod tests { use crate::wire::csv; use std::fs; const A: &str = \"人口\"; }"),
    ("src/query/a.rs", "#[cfg(test)]\n#[allow(dead_code)]\nfn f() { std::fs::read(\"x\") }\nfn g() {}"),
    ("src/query/a.rs", "use super::package::{Dim, Choice}; use super::super::model::Text;"),
    ("src/query/a.rs", "fn wire() {} fn f() { self::wire(); text::wire(); }"),
    ("src/measure/a.rs", "mod inner { use super::super::interval::Op; use super::super::super::model::Bound; }"),
    ("src/text/a.rs", "fn f<'a>(x: &'a str, y: char) -> bool { y == '\\'' || x == \"\\\\\" }"),
    ("src/text/a.rs", "const A: &str = \"人口\"; use std::time::Duration; use std::io;"),
    ("src/diagnostics.rs", "const A: &str = \"人口\";"),
    ("src/present/a.rs", "const A: &str = \"：\"; use crate::wire::own::OwnEntry;"),
    (
        "src/present/a.rs",
        "fn f(found: &Found) { found.observations.iter(); app.found().systems.len(); context.checks(); data.systems.len(); &data.observations[7] }",
    ),
    ("src/query/a.rs", "fn f(data: &Dataset) { data.observations.iter(); data.observation_ids() }"),
    ("src/xtask/src/a.rs", "use std::{fs, env, process::Command}; fn f() { println!(\"x\") }"),
    ("src/bin/linpu.rs", "use std::fs; const A: &str = \"用法\";"),
    ("src/app/platform/browser.rs", "use web_sys::Window; use js_sys::Date; use gloo::events::EventListener;"),
    ("src/app/components/near/a.rs", "use super::chart; use crate::app::rest::Whole; use linpu::present::Context;"),
    (
        "src/app/a.rs",
        "const A: &str = env!(\"CARGO_PKG_VERSION\"); const B: &str = \"#main\"; const C: &str = \"#v=1\";",
    ),
    ("src/chart/theme.rs", "const A: &str = \"#a63a24\";"),
    ("src/chart/a.rs", "fn f() -> impl Iterator<Item = u8> + use<> { r#use(); pub(crate) mod b {} }"),
    ("src/measure/mod.rs", "#[cfg(test)]\nmod tests;"),
];

#[test]
fn every_planted_violation_is_found() {
    for (path, text, said) in PLANTED {
        let found = violations(path, text);
        assert!(found.iter().any(|what| what.contains(said)), "{path}: {text}\n  found {found:?}, not “{said}”");
    }
}

#[test]
fn what_only_looks_like_one_is_none() {
    for (path, text) in ALLOWED {
        assert_eq!(violations(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}

#[test]
fn colours_in_style_sheets_are_found() {
    let style = "assets/styles/near/30-page.css";
    for value in
        ["#fff", "#A63A24cc", "rgb(0 0 0)", "1px solid rgba(0,0,0,.1)", "oklch(50% 0 0)", "Red", "0 1px 2px black"]
    {
        assert_eq!(violations(style, &format!("a:hover {{ x: {value} }}")).len(), 1, "{value}");
    }
    for text in [
        "#abc { color: var(--red); background: var(--paper, inherit) }",
        "/* #fff; red */ .red::before { content: none; border-color: currentColor; fill: transparent }",
        "@media (color: 1) { .a { color: CanvasText; background: color-mix(in srgb, var(--a) 5%, var(--b)) } }",
    ] {
        assert_eq!(violations(style, text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(violations("assets/styles/10-tokens.css", "a { color: #fff }"), Vec::<String>::new());
    assert_eq!(violations("assets/boot.js", "document.body.style.color = '#a63a24'").len(), 1);
}

#[test]
fn dependencies_without_a_reason_are_found() {
    for text in [
        "[dependencies]\nrand = \"0.9\"",
        "[dependencies.uuid]\nversion = \"1\"",
        "[dependencies]\nserde = { git = \"https://example.org/serde\" }",
        "[dependencies]\nserde = { version = \"1\", path = \"../serde\" }",
        "[dependencies]\nserde_json = { package = \"rand\", version = \"1\" }",
        "[dependencies]\nserde.git = \"https://example.org/serde\"",
        "[dependencies]\nleptos = \"0.8\"",
        "[dependencies]\ngloo = { version = \"1\", optional = false }",
        "[target.'cfg(unix)'.dependencies]\nlibc = \"1\"",
        "[patch.crates-io]\nserde = { path = \"x\" }",
        "[build-dependencies]\ncc = \"1\"",
        "[dev-dependencies]\nchrono = \"1\"",
        "[features]\ndefault = [\"ui\"]",
        "[features]\nlexicon = [\"dep:leptos\"]",
    ] {
        assert!(!cargo::manifest(text).is_empty(), "{text}");
    }
    let fine = "[dependencies]\n# rand = \"1\"\nserde = { version = \"1\" } # as is\nleptos = { version = \"1\", optional = true }\n\
                [features]\ndefault = []\n[dev-dependencies]\nproptest = \"1\"";
    assert_eq!(cargo::manifest(fine), Vec::<String>::new());
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    let package = |name: &str, source: &str, needs: &str| {
        format!("[[package]]\nname = \"{name}\"\nsource = \"{source}\"\ndependencies = [\n \"{needs}\",\n]\n")
    };
    let deep = package("plotters", registry, "num 1.0")
        + &package("num", registry, "leptos_dom")
        + &package("leptos_dom", registry, "x");
    assert_eq!(cargo::lock(&deep), ["the engine needs leptos_dom"]);
    assert_eq!(cargo::lock(&package("serde", "git+https://example.org", "x")).len(), 1);
}

#[test]
fn rings_are_found() {
    let files = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect()
    };
    let ring = files(&[
        ("src/present/a.rs", "use super::b::{B, c};"),
        ("src/present/b.rs", "fn f() { crate::present::d::deep::x() }"),
        ("src/present/d/mod.rs", "mod deep;"),
        ("src/present/d/deep.rs", "use super::super::{a as first};"),
        ("src/present/e.rs", "use super::a::A; // nobody needs this one"),
    ]);
    assert_eq!(circles(&ring), [["present::a", "present::b", "present::d::deep"]]);
    let tree = files(&[
        ("src/present/a.rs", "use super::b::B; #[cfg(test)] mod tests { use super::super::c; }"),
        ("src/present/b.rs", "use super::c::C; // use super::a::A;"),
        ("src/present/c.rs", "const A: &str = \"crate::present::a::A\";"),
    ]);
    assert_eq!(circles(&tree), Vec::<Vec<String>>::new());
}
