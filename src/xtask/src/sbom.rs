//! The list of what the page is made of and made with (CycloneDX 1.5), for those who have to know.
//!
//! Owns: `sbom.cdx.json`. May use: `Cargo.lock`, `cargo metadata` and `cargo tree` (licences, and what ships), the npm lock of the build. Deliberately
//! absent: times, numbers by chance, names of this machine: two builds of one tree write the same bytes.

use crate::build::BROWSER;
use crate::run;
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The file beside the page.
pub const NAME: &str = "sbom.cdx.json";

/// A crate as the lock file names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Locked {
    name: String,
    version: String,
    /// Nothing for the crates of this tree.
    checksum: Option<String>,
}

/// Writes the list: of crates in the page, of crates and packages that only build or test it, of the data.
pub fn write(root: &Path, (archive, archive_sum): (&str, &str)) -> Result<String> {
    let locked = locked(&run::read_text(&root.join("Cargo.lock"))?);
    ensure!(!locked.is_empty(), "Cargo.lock names no crates");
    let ours = locked.iter().find(|row| row.name == "linpu").context("Cargo.lock does not name linpu")?.version.clone();
    let (licences, shipped) = (licences()?, shipped()?);
    let mut parts: Vec<Value> = vec![json!({
        "type": "data", "bom-ref": archive, "name": archive, "scope": "required",
        "hashes": [{ "alg": "SHA-256", "content": archive_sum }],
        "licenses": [{ "license": { "id": "CC-BY-4.0" } }],
        "description": "The cases and reports; datapackage.json inside names the source of each figure.",
    })];
    for row in locked.iter().filter(|row| row.checksum.is_some()) {
        let key = (row.name.clone(), row.version.clone());
        let purl = format!("pkg:cargo/{}@{}", row.name, row.version);
        let mut part = json!({
            "type": "library", "bom-ref": purl, "name": row.name, "version": row.version, "purl": purl,
            // In CycloneDX what is not in the product is excluded: tools, tests, other systems.
            "scope": if shipped.contains(&key) { "required" } else { "excluded" },
            "hashes": [{ "alg": "SHA-256", "content": row.checksum }],
        });
        if let (Some(licence), Some(fields)) = (licences.get(&key), part.as_object_mut()) {
            fields.insert("licenses".to_string(), json!([{ "expression": licence }]));
        }
        parts.push(part);
    }
    parts.extend(npm(&run::read_text(&root.join("src/xtask/npm/package-lock.json"))?)?);
    parts.extend(npm(&run::read_text(&root.join("tests/browser/package-lock.json"))?)?);
    let list = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": "linpu", "name": "linpu", "version": ours, "licenses": [{ "license": { "id": "MIT" } }] } },
        "components": parts,
    });
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

/// The crates of a lock file.
fn locked(lock: &str) -> Vec<Locked> {
    let blocks = lock.split("[[package]]").skip(1);
    let crates = blocks.filter_map(|block| {
        let field = |name: &str| {
            let lines = block.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            lines.filter_map(|text| text.strip_suffix('"')).next().map(str::to_string)
        };
        Some(Locked { name: field("name")?, version: field("version")?, checksum: field("checksum") })
    });
    let mut crates: Vec<_> = crates.collect();
    crates.sort();
    crates
}

/// Licences as the crates state them, for the two systems a build always has: the browser, and the one that CI runs on.
fn licences() -> Result<BTreeMap<(String, String), String>> {
    const ASK: [&str; 9] = [
        "metadata",
        "--locked",
        "--all-features",
        "--format-version",
        "1",
        "--filter-platform",
        "wasm32-unknown-unknown",
        "--filter-platform",
        "x86_64-unknown-linux-gnu",
    ];
    let metadata: Value = serde_json::from_slice(&run::capture(&mut run::cargo(&ASK), &[])?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let stated = packages.iter().filter_map(|package| {
        let text = |name: &str| package[name].as_str().map(str::to_string);
        // A slash is how crates said “or” once.
        Some(((text("name")?, text("version")?), text("license")?.replace('/', " OR ")))
    });
    Ok(stated.collect())
}

/// The crates whose code is in the page: not those that only run while it is compiled.
fn shipped() -> Result<BTreeSet<(String, String)>> {
    let mut ask = run::cargo(&[
        "tree",
        "--locked",
        "-p",
        "linpu",
        "-e",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    // From the third on: `cargo tree` knows no binaries.
    ask.args(&BROWSER[2..]);
    let tree = String::from_utf8(run::capture(&mut ask, &[])?)?;
    let named = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?.to_string(), words.next()?.strip_prefix('v')?.to_string()))
    });
    Ok(named.collect())
}

/// The packages of an npm lock file: tools, none of which is in the page.
fn npm(lock: &str) -> Result<Vec<Value>> {
    let lock: Value = serde_json::from_str(lock)?;
    let packages = lock["packages"].as_object().context("the npm lock names no packages")?;
    let mut parts = Vec::new();
    for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
        let name = place.rsplit("node_modules/").next().unwrap_or_default();
        let version = package["version"].as_str().with_context(|| format!("{name} has no version"))?;
        let sum = package["integrity"].as_str().and_then(|sum| sum.strip_prefix("sha512-"));
        let sum = BASE64.decode(sum.with_context(|| format!("{name} has no sum"))?)?;
        let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
        parts.push(json!({
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": "excluded",
            "hashes": [{ "alg": "SHA-512", "content": sum.iter().map(|byte| format!("{byte:02x}")).collect::<String>() }],
            "licenses": [{ "expression": package["license"].as_str().unwrap_or("NOASSERTION") }],
        }));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_of_the_lock_is_listed_once_and_what_ships_is_told_apart() {
        let root = run::root();
        let list = write(&root, ("linpu-cases-1.zip", "00")).unwrap();
        assert_eq!(list, write(&root, ("linpu-cases-1.zip", "00")).unwrap(), "the same every time");
        assert!(!list.contains(&*root.to_string_lossy()), "no folders of this machine");
        let list: Value = serde_json::from_str(&list).unwrap();
        let parts = list["components"].as_array().unwrap();
        let scope = |name: &str| parts.iter().find(|part| part["name"] == name).map(|part| part["scope"].clone());
        for name in ["leptos", "plotters", "postcard", "wasm-bindgen", "linpu-cases-1.zip"] {
            assert_eq!(scope(name), Some("required".into()), "{name}");
        }
        for name in ["proptest", "walrus", "zhconv", "pinyin", "syn", "esbuild", "playwright-core"] {
            assert_eq!(scope(name), Some("excluded".into()), "{name}");
        }
        let refs: BTreeSet<_> = parts.iter().map(|part| part["bom-ref"].to_string()).collect();
        assert_eq!(refs.len(), parts.len(), "one line each");
        let crates = locked(&run::read_text(&root.join("Cargo.lock")).unwrap());
        assert_eq!(
            parts.iter().filter(|part| part["purl"].to_string().contains("pkg:cargo/")).count(),
            crates.len() - 2
        );
        let silent: Vec<_> =
            parts.iter().filter(|part| part["scope"] == "required" && part["licenses"].is_null()).collect();
        assert!(silent.is_empty(), "what ships states its licence: {silent:?}");
    }
}
