//! The dataset: checked, then packed for the program to embed.
//!
//! Owns: where the data file goes, how findings are printed. May use: the library's `validate`, `wire` and `text`.
//! Deliberately absent: rules about data.

use crate::run;
use anyhow::{Context, Result, bail, ensure};
use linpu::diagnostics::Severity;
use linpu::text::lexicon_build;
use linpu::validate;
use linpu::wire::packed;
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

/// Where the part lies that the program loads after it has started.
pub fn rest() -> Result<PathBuf> {
    Ok(path()?.with_extension("rest"))
}

/// Where the program includes its data from (`.cargo/config.toml`, `[env]`).
pub fn path() -> Result<PathBuf> {
    std::env::var_os("LINPU_DATA").map(PathBuf::from).context("LINPU_DATA is not set: run this as `cargo xtask`")
}
