//! The dataset: checked, then packed for the program to embed.
//!
//! Owns: where the data file goes, the package as a file to be downloaded, how findings are printed. May use: the library's `validate`, `wire` and `text`.
//! Deliberately absent: rules about data.

use crate::{page, run};
use anyhow::{Context, Result, bail, ensure};
use linpu::diagnostics::Severity;
use linpu::export::zip::Zip;
use linpu::model::About;
use linpu::text::lexicon_build;
use linpu::validate;
use linpu::wire::packed;
use miniz_oxide::deflate::compress_to_vec;
use std::path::{Path, PathBuf};

/// Checks `assets/data` and writes the packed dataset to where the program includes it from. An error in the data stops
/// here, with the findings printed. With `sources`, the locators are also looked up in the articles when those lie beside
/// the tree.
pub fn pack(root: &Path, sources: bool) -> Result<()> {
    let folder = root.join("assets/data");
    let articles = root.join("../shared/sources");
    let article = |number: &str| {
        let mut names = std::fs::read_dir(&articles).ok()?.flatten();
        let path = names.find(|entry| entry.file_name().to_string_lossy().starts_with(number))?.path();
        std::fs::read_to_string(path).ok()
    };
    let article: Option<validate::Articles> = if sources && articles.is_dir() { Some(&article) } else { None };
    let report = validate::package(&|name| std::fs::read(folder.join(name)).ok(), article);
    let mut errors = 0;
    for finding in &report.findings {
        let place = &finding.place;
        let row = place.row.map(|row| format!(":{row}")).unwrap_or_default();
        let field = place.field.as_deref().unwrap_or_default();
        println!("{}{row} {field} [{}] {}", place.file, finding.code, finding.saw);
        println!("  {} — {}", finding.message.en, finding.hint.en);
        errors += usize::from(finding.severity == Severity::Error);
    }
    ensure!(errors == 0, "{errors} errors in the data; `cargo run --bin linpu check` shows them at length");
    let lexicon = lexicon_build::of_package(&report.value);
    let parts = packed::to_parts(&report.value, &lexicon);
    run::write(&path()?, &parts.first)?;
    run::write(&rest()?, &parts.rest)
}

/// Writes into `assets/data` what is computed from it: results of checks, derived values, sizes and sums.
pub fn write_results(root: &Path) -> Result<()> {
    let folder = root.join("assets/data");
    match validate::rewritten(&|name| std::fs::read(folder.join(name)).ok()) {
        Ok(changed) => changed.iter().try_for_each(|(name, text)| {
            println!("wrote {name}");
            run::write(&folder.join(name), text.as_bytes())
        }),
        Err(findings) => {
            for finding in &findings {
                let row = finding.place.row.map(|row| format!(":{row}")).unwrap_or_default();
                println!("{}{row} [{}] {}", finding.place.file, finding.code, finding.message.en);
            }
            bail!("nothing written: the data have errors; `cargo run --bin linpu check` shows them at length")
        }
    }
}

/// The package as people download it: its name with its version, and the files of `assets/data` in a ZIP, byte for byte.
pub fn archive(root: &Path) -> Result<(String, Vec<u8>)> {
    let folder = root.join("assets/data");
    let mut zip = Zip::new();
    for path in page::entries(&folder)? {
        let (name, bytes) = (path.file_name().unwrap_or_default().to_string_lossy(), run::read(&path)?);
        zip.add_deflated(&name, &bytes, &compress_to_vec(&bytes, MOST));
    }
    Ok((about(root).archive(), zip.finish()))
}

/// What the package says of itself.
pub fn about(root: &Path) -> About {
    let folder = root.join("assets/data");
    validate::package(&|name| std::fs::read(folder.join(name)).ok(), None).value.about
}

/// As small as it gets: it is done once.
const MOST: u8 = 10;

/// Where the part lies that the program loads after it has started.
pub fn rest() -> Result<PathBuf> {
    Ok(path()?.with_extension("rest"))
}

/// Where the program includes its data from (`.cargo/config.toml`, `[env]`).
pub fn path() -> Result<PathBuf> {
    std::env::var_os("LINPU_DATA").map(PathBuf::from).context("LINPU_DATA is not set: run this as `cargo xtask`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_holds_the_files_that_were_checked_and_is_the_same_every_time() {
        let root = run::root();
        let (name, bytes) = archive(&root).unwrap();
        assert_eq!(archive(&root).unwrap(), (name.clone(), bytes.clone()));
        assert!(name.starts_with("linpu-cases-") && name.ends_with(".zip"), "{name}");
        let short = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
        let long = |at: usize| short(at) | short(at + 2) << 16;
        let (mut at, mut files) = (0, std::collections::BTreeMap::new());
        while bytes[at..].starts_with(b"PK\x03\x04") {
            let (name, start) = (&bytes[at + 30..at + 30 + short(at + 26)], at + 30 + short(at + 26));
            let packed = &bytes[start..start + long(at + 18)];
            assert_eq!(short(at + 8), 8, "a table gets smaller");
            let whole = miniz_oxide::inflate::decompress_to_vec(packed).unwrap();
            files.insert(String::from_utf8(name.to_vec()).unwrap(), whole);
            at = start + packed.len();
        }
        for (name, whole) in &files {
            assert_eq!(*whole, std::fs::read(root.join("assets/data").join(name)).unwrap(), "{name}");
        }
        assert!(files.contains_key("LICENSE.md"));
        assert_eq!(validate::package(&|name| files.get(name).cloned(), None).findings, []);
    }
}
