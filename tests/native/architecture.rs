//! The rooms of the house and the direction between them (ARCHITECTURE.md).

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms of the library from the lowest up; a room may use those before it, and its own.
const ORDER: [&str; 11] =
    ["model", "measure", "diagnostics", "text", "wire", "validate", "query", "chart", "state", "present", "export"];
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "leptos"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn room(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root()).ok()?;
    let first = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    Some(first.trim_end_matches(".rs").to_string())
}

/// Code without comment lines and without its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_point_down() {
    let mut wrong = Vec::new();
    for path in files(&root()) {
        let Some(level) = room(&path).and_then(|room| ORDER.iter().position(|name| *name == room)) else { continue };
        let code = code(&fs::read_to_string(&path).unwrap());
        for upper in &ORDER[level + 1..] {
            // `diagnostics` and `text` do not know each other; text stands above only by convention.
            if code.contains(&format!("crate::{upper}::")) || code.contains(&format!("use crate::{upper};")) {
                wrong.push(format!("{} uses {upper}", path.display()));
            }
        }
    }
    // The packed form carries the lexicon, which is a type of `text`, below it: that is allowed by the order above.
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_platform_calls_the_browser() {
    let mut wrong = Vec::new();
    for path in files(&root()) {
        let place = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let code = code(&fs::read_to_string(&path).unwrap());
        for name in BROWSER {
            let allowed = match name {
                "leptos" => place.starts_with("app/"),
                "wasm_bindgen" => place.starts_with("app/") || place.starts_with("xtask/"),
                _ => place.starts_with("app/platform/"),
            };
            if !allowed && code.contains(&format!("{name}::")) {
                wrong.push(format!("{place} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_says_what_it_owns() {
    for path in files(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} has no module text", path.display());
    }
}

#[test]
fn no_style_attribute_and_no_raw_html() {
    for path in files(&root().join("app")) {
        let code = code(&fs::read_to_string(&path).unwrap());
        assert!(!code.contains("inner_html"), "{}: text goes in as text", path.display());
        assert!(!code.contains(" style=\""), "{}: classes, or style: through the CSSOM", path.display());
    }
}
