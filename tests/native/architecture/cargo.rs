//! What the package may depend on, and why.

/// Every dependency that ships, or builds what ships, with its reason.
const DEPENDENCIES: [(&str, &str); 12] = [
    ("serde", "the derive behind the packed form and the descriptor"),
    ("serde_json", "datapackage.json, and findings as JSON"),
    ("postcard", "the packed form"),
    ("sha2", "sums of files in a package; only the checker asks"),
    ("plotters", "layout of charts"),
    ("plotters-backend", "the trait of plotters' backends"),
    ("leptos", "signals, memos, mounting; only of the page"),
    ("wasm-bindgen", "the browser's calls; only of the page"),
    ("js-sys", "dates and values of the browser; only of the page"),
    ("web-sys", "the browser; only of the page"),
    ("gloo", "events and timers; only of the page"),
    ("zhconv", "traditional forms; only on the build machine"),
];
const BUILD_ONLY: [(&str, &str); 1] = [("pinyin", "readings; only on the build machine")];
/// What only tests use.
const TESTS: [&str; 1] = ["proptest"];
/// What the library has without asking for a feature; everything else must be optional.
const ALWAYS: [&str; 6] = ["serde", "serde_json", "postcard", "sha2", "plotters", "plotters-backend"];

/// What is wrong with the manifest of the package.
pub fn manifest(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut section = String::new();
    for line in text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim()) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_matches(['[', ']']).to_string();
            let is_odd = section.starts_with("target.")
                || section.starts_with("patch")
                || section.starts_with("replace")
                || section == "build-dependencies";
            if is_odd {
                wrong.push(format!("[{section}]: dependencies stand in one place"));
            }
            if let Some(name) = section.strip_prefix("dependencies.") {
                wrong.extend(unknown(name));
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=').filter(|_| !line.starts_with('#')) else { continue };
        let (key, value) = (key.trim(), value.trim());
        let of = |table: &str| section == table || section.starts_with(&format!("{table}."));
        if of("dependencies") || of("dev-dependencies") || of("workspace.dependencies") {
            let says = |word: &str| {
                key == word
                    || key.ends_with(&format!(".{word}"))
                    || value.replace(' ', "").contains(&format!("{word}="))
            };
            for word in ["git", "path", "package", "registry"] {
                if says(word) {
                    wrong.push(format!("{section} {key}: {word}"));
                }
            }
        }
        match section.as_str() {
            "dependencies" => {
                let name = key.split('.').next().unwrap_or_default();
                wrong.extend(unknown(name));
                if !ALWAYS.contains(&name) && !value.replace(' ', "").contains("optional=true") {
                    wrong.push(format!("{name} must be optional: the engine does without"));
                }
            }
            "dev-dependencies" if !TESTS.contains(&key) => wrong.push(format!("dev-dependency {key}")),
            "features" if key == "default" && value != "[]" => wrong.push("default features".into()),
            "features" if key == "lexicon" && (value.contains("leptos") || value.contains("ui")) => {
                wrong.push("the lexicon needs no page".into());
            }
            _ => {}
        }
    }
    wrong
}

fn unknown(name: &str) -> Option<String> {
    let known = DEPENDENCIES.iter().chain(&BUILD_ONLY).any(|(known, _)| *known == name);
    (!known).then(|| format!("dependency {name} has no reason here"))
}

/// Every package of a lock file with what it depends on, and where it comes from.
fn locked(lock: &str) -> Vec<(&str, Option<&str>, Vec<&str>)> {
    lock.split("[[package]]")
        .skip(1)
        .filter_map(|block| {
            let value = |key: &str| {
                let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
                line.map(|value| value.trim_matches('"'))
            };
            let needs =
                block.split_once("dependencies = [").map_or("", |(_, list)| list.split(']').next().unwrap_or_default());
            let needs = needs.split('"').skip(1).step_by(2).map(|need| need.split(' ').next().unwrap_or(need));
            Some((value("name")?, value("source"), needs.collect()))
        })
        .collect()
}

/// What is wrong with a lock file: sources other than the registry, and a page inside the engine.
pub fn lock(text: &str) -> Vec<String> {
    let all = locked(text);
    let mut wrong: Vec<String> = all
        .iter()
        .filter(|(name, source, _)| match source {
            Some(source) => *source != "registry+https://github.com/rust-lang/crates.io-index",
            None => !matches!(*name, "linpu" | "xtask"),
        })
        .map(|(name, source, _)| format!("{name} comes from {source:?}"))
        .collect();
    let mut needed: Vec<&str> = ALWAYS.to_vec();
    let mut at = 0;
    while at < needed.len() {
        let name = needed[at];
        for (_, _, needs) in all.iter().filter(|(other, ..)| *other == name) {
            let new: Vec<&str> = needs.iter().filter(|need| !needed.contains(need)).copied().collect();
            needed.extend(new);
        }
        at += 1;
    }
    let page = needed.iter().filter(|name| name.starts_with("leptos") || matches!(**name, "reactive_graph" | "tachys"));
    wrong.extend(page.map(|name| format!("the engine needs {name}")));
    wrong
}
