//! From the tree to something that can be shown: the program, its glue, its style, its first paint.
//!
//! Owns: the order of a build. May use: cargo, wasm-bindgen as a library, `release` for making it small. Deliberately
//! absent: what the pages look like (`page`).

use crate::page::{self, Parts};
use crate::release::{self, Tools};
use crate::{data, install, run};
use anyhow::{Context, Result, ensure};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Features of every native build, so that the first paint and the tests share what they compile.
pub const NATIVE: &str = "ui,lexicon";
/// The browser program, less its profile.
pub const BROWSER: [&str; 7] =
    ["--bin", "app", "--no-default-features", "--features", "csr", "--target", "wasm32-unknown-unknown"];

/// Builds `dist/`.
pub fn build(release: bool) -> Result<PathBuf> {
    let folder = run::root().join("dist");
    build_into(&folder, release)?;
    println!("\n{}", page::listing(&folder)?);
    Ok(folder)
}

/// Builds both artefacts into a folder.
pub fn build_into(folder: &Path, release: bool) -> Result<()> {
    run::step("wasm target", install::wasm_target)?;
    run::step("data", || data::pack(&run::root(), false))?;
    let tools = if release { Some(run::step("npm tools", Tools::install)?) } else { None };
    let compiled = run::step("program", || compile(release))?;
    let (wasm, glue) = run::step("wasm-bindgen", || bind(&compiled, tools.as_ref()))?;
    let first_paint = run::step("first paint", first_paint)?;
    run::step("pages", || {
        let parts = Parts { wasm, glue, style: style()?, first_paint };
        page::assemble(&run::root(), folder, &parts, tools.as_ref())
    })
}

fn compile(release: bool) -> Result<PathBuf> {
    // `serve` uses cargo's own `dev`, whose proc macros and build scripts the first paint and the tests use too.
    let (profile, folder) = if release { ("web", "web") } else { ("dev", "debug") };
    run::stream(run::cargo(&["build"]).args(BROWSER).args(["--profile", profile]))?;
    Ok(run::target_dir()?.join("wasm32-unknown-unknown").join(folder).join("app.wasm"))
}

/// Writes the glue between page and program; skipped when the program is the one of last time.
fn bind(compiled: &Path, tools: Option<&Tools>) -> Result<(Vec<u8>, String)> {
    let program = run::read(compiled)?;
    let kept = run::workshop().join(if tools.is_some() { "bound-release" } else { "bound" });
    let (wasm_path, glue_path, stamp_path) = (kept.join("app.wasm"), kept.join("app.js"), kept.join("made-of"));
    let made_of = page::hash(&program) + &page::hash(release::recipe().as_bytes());
    if !run::read_text(&stamp_path).is_ok_and(|stamp| stamp == made_of) {
        let mut bindgen = Bindgen::new();
        bindgen.input_bytes("app", program).typescript(false).no_modules(true)?;
        let mut output = bindgen.generate_output().context("wasm-bindgen")?;
        let foreign = output.snippets().values().any(|scripts| !scripts.is_empty());
        ensure!(
            !foreign && output.local_modules().is_empty(),
            "a dependency brings JavaScript files of its own; the page has exactly one script"
        );
        let mut short = HashMap::new();
        for import in output.wasm_mut().imports.iter_mut() {
            let name = short.len().to_string();
            short.insert(std::mem::replace(&mut import.name, format!("i{name}")), format!("i{name}"));
        }
        let glue = renamed(output.js(), &short);
        let wasm = output.wasm_mut().emit_wasm();
        let wasm = tools.map_or(Ok(wasm.clone()), |tools| tools.wasm(&wasm))?;
        run::write(&wasm_path, &wasm)?;
        run::write(&glue_path, glue.as_bytes())?;
        run::write(&stamp_path, made_of.as_bytes())?;
    }
    Ok((run::read(&wasm_path)?, run::read_text(&glue_path)?))
}

/// A script with other names. wasm-bindgen's names carry a checksum each: 2 kB that no compression takes away.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let in_name = |character: char| character.is_ascii_alphanumeric() || character == '_' || character == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(in_name) {
        let (before, from) = rest.split_at(start);
        let (name, after) = from.split_at(from.find(|character| !in_name(character)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(names.get(name).map_or(name, String::as_str));
        rest = after;
    }
    out + rest
}

/// Lets the same components write the page as it stands before the program runs.
fn first_paint() -> Result<String> {
    let printed = run::capture(&mut run::cargo(&["run", "--bin", "app", "--features", NATIVE]), &[])?;
    String::from_utf8(printed).context("the first paint is no text")
}

/// All style sheets, in the order of their names.
fn style() -> Result<String> {
    let folder = run::root().join("assets/styles");
    let mut sheets = if folder.is_dir() { page::entries(&folder)? } else { Vec::new() };
    sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    let mut style = String::new();
    for sheet in sheets {
        style.push_str(&run::read_text(&sheet)?);
        style.push('\n');
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let names = HashMap::from([("__wbg_a_1".to_string(), "i0".to_string())]);
        assert_eq!(renamed("x={__wbg_a_1:f(__wbg_a_12)};é", &names), "x={i0:f(__wbg_a_12)};é");
    }
}
