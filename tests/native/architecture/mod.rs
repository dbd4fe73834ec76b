//! The rooms of the house and the direction between them (ARCHITECTURE.md), and what none of them may know.
//!
//! The rules (`rules`, `cargo`, `circles`) are functions of text. They are held against the project, and against planted
//! violations (`planted`), for a guard that can be walked round guards nothing.

mod cargo;
mod circles;
mod lexer;
mod paths;
mod planted;
mod rules;

use std::fs;
use std::path::Path;

/// What remains for now, and of which there must not be more: a file, what is said of it, how often at most. A line whose file
/// has less is lowered, one whose file has none goes.
const REMAINING: [(&str, &str, usize); 26] = [
    ("src/app/components/own.rs", "walks", 2),
    ("src/app/pages/about.rs", "walks", 1),
    ("src/measure/choice.rs", "walks", 1),
    ("src/measure/ratio.rs", "walks", 2),
    ("src/present/about.rs", "walks", 1),
    ("src/present/atlas.rs", "walks", 3),
    ("src/present/checks.rs", "walks", 2),
    ("src/present/community.rs", "walks", 9),
    ("src/present/compare.rs", "walks", 1),
    ("src/present/compare_chart.rs", "walks", 1),
    ("src/present/coverage.rs", "walks", 1),
    ("src/present/practices.rs", "walks", 3),
    ("src/present/search.rs", "walks", 1),
    ("src/present/standing.rs", "walks", 2),
    // The measure words with which Chinese units begin.
    ("src/present/checks.rs", "wording", 1),
    ("src/present/community.rs", "wording", 8),
    ("src/present/derived.rs", "wording", 2),
    // Findings that are not yet rules with their words.
    ("src/validate/figures.rs", "wording", 8),
    ("src/validate/locators.rs", "wording", 5),
    ("src/validate/receipts.rs", "wording", 3),
    ("src/validate/structure.rs", "wording", 1),
    ("src/validate/sums.rs", "wording", 3),
    ("src/wire/looks.rs", "wording", 9),
    ("src/wire/package.rs", "wording", 20),
    ("src/wire/sheet.rs", "wording", 2),
    ("src/wire/tables.rs", "wording", 11),
];
/// Modules that still need each other in a ring; none may join them.
const RINGS: [&[&str]; 2] = [
    &["present::charts", "present::derived"],
    &[
        "app::components::chart",
        "app::components::figure",
        "app::components::receipt",
        "app::components::rows",
        "app::components::search",
        "app::components::systems",
        "app::context",
        "app::rest",
    ],
];

/// Every file below a folder of the project that ends so: its path from the root, and its text.
fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join(folder)).unwrap().flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&name, end));
        } else if name.ends_with(end) {
            found.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

fn file(path: &str) -> (String, String) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    (path.to_string(), text)
}

#[test]
fn no_file_says_what_it_must_not() {
    let mut all = files("src", ".rs");
    assert!(all.len() > 100);
    all.extend(files("assets/styles", ".css"));
    all.extend(["Cargo.toml", "index.html", "assets/boot.js"].map(file));
    let mut wrong: Vec<String> = all.iter().flat_map(|(path, text)| rules::violations(path, text)).collect();
    for (path, kind, most) in REMAINING {
        let start = format!("{path}: {kind} ");
        let count = wrong.iter().filter(|what| what.starts_with(&start)).count();
        if count <= most {
            wrong.retain(|what| !what.starts_with(&start));
        }
    }
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_engine_has_its_few_crates_and_no_page() {
    assert_eq!(cargo::lock(&file("Cargo.lock").1), Vec::<String>::new());
}

#[test]
fn every_allowed_arrow_is_used() {
    let files = files("src", ".rs");
    for (room, uses) in rules::ARROWS {
        for used in uses {
            let is_used = files.iter().any(|(path, text)| {
                let is_of_room = path.starts_with(&format!("src/{room}/")) || *path == format!("src/{room}.rs");
                is_of_room
                    && paths::named(path, &lexer::shipped(&lexer::tokens(text)))
                        .0
                        .iter()
                        .any(|named| named.parts.len() > 1 && named.parts[0] == "crate" && named.parts[1] == *used)
            });
            assert!(is_used, "{room} -> {used} is allowed and not needed");
        }
    }
}

#[test]
fn nothing_needs_itself_in_a_ring() {
    for folder in ["src/present", "src/app"] {
        let mut rings = circles::circles(&files(folder, ".rs"));
        rings.retain(|ring| !RINGS.iter().any(|known| ring.iter().all(|module| known.contains(&module.as_str()))));
        assert!(rings.is_empty(), "{folder}: {rings:?}");
    }
}

#[test]
fn every_module_says_what_it_owns() {
    for (path, text) in files("src", ".rs") {
        assert!(text.starts_with("//!"), "{path} has no module text");
    }
}

#[test]
fn no_style_attribute_and_no_raw_html() {
    for (path, text) in files("src/app", ".rs") {
        let code = lexer::shipped(&lexer::tokens(&text));
        let says =
            |part: &str| code.iter().any(|token| matches!(token, lexer::Token::Text(said) if said.contains(part)));
        assert!(!code.iter().any(|token| token.word() == Some("inner_html")), "{path}: text goes in as text");
        assert!(!says(" style=\""), "{path}: classes, or style: through the CSSOM");
    }
}
