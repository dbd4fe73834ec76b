//! From the tree to something that can be shown: the program, its glue, its style, its first paint.
//!
//! Owns: the order of a build. May use: cargo, wasm-bindgen as a library, `release` for making it small. Deliberately
//! absent: what the pages look like (`page`).

use crate::found::Base;
use crate::page::{self, Parts};
use crate::release::{self, Tools};
use crate::split::{self, Halves};
use crate::{data, fallback, glue, install, run};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Features of every native build, so that the first paint and the tests share what they compile.
pub const NATIVE: &str = "ui,lexicon";
/// The browser program, less its profile.
pub const BROWSER: [&str; 7] =
    ["--bin", "app", "--no-default-features", "--features", "csr", "--target", "wasm32-unknown-unknown"];

/// Builds `dist/`.
pub fn build(release: bool, base: Option<&Base>) -> Result<PathBuf> {
    let folder = run::root().join("dist");
    build_into(&folder, release, base)?;
    println!("\n{}", page::listing(&folder)?);
    Ok(folder)
}

/// Builds both artefacts into a folder; for a place, if it is known.
pub fn build_into(folder: &Path, release: bool, base: Option<&Base>) -> Result<()> {
    run::step("wasm target", install::wasm_target)?;
    run::step("data", || data::pack(&run::root(), false))?;
    let tools = if release { Some(run::step("npm tools", Tools::install)?) } else { None };
    let compiled = run::step("program", || compile(release))?;
    let (halves, glue) = run::step("wasm-bindgen", || bind(&compiled, tools.as_ref()))?;
    let fallback = tools.as_ref().map(|tools| run::step("wasm2js", || in_javascript(&halves, tools))).transpose()?;
    let first_paint = run::step("first paint", first_paint)?;
    run::step("pages", || {
        let rest = run::read(&data::rest()?)?;
        let parts = Parts {
            halves,
            fallback,
            rest,
            package: data::archive(&run::root())?,
            glue,
            top_style: style("assets/styles")?,
            style: style("assets/styles/near")?,
            far_style: style("assets/styles/far")?,
            first_paint,
        };
        page::assemble(&run::root(), folder, &parts, tools.as_ref(), base)
    })
}

fn compile(release: bool) -> Result<PathBuf> {
    // `serve` uses cargo's own `dev`, whose proc macros and build scripts the first paint and the tests use too.
    let (profile, folder) = if release { ("web", "web") } else { ("dev", "debug") };
    let mut build = run::cargo(&["build"]);
    build.args(BROWSER).args(["--profile", profile]);
    if release {
        // What ships does not name folders of the machine it was made on.
        build.args(["--config", &format!("target.wasm32-unknown-unknown.rustflags=[{}]", remapped()?)]);
    }
    run::stream(&mut build)?;
    Ok(run::target_dir()?.join("wasm32-unknown-unknown").join(folder).join("app.wasm"))
}

/// Flags that shorten the folders of this machine in messages of the program.
fn remapped() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registry = home.context("no home folder")?.join("registry/src");
    let folders = std::fs::read_dir(&registry).with_context(|| registry.display().to_string())?.flatten();
    let roots = folders.map(|folder| folder.path()).chain([run::root()]);
    let flags = roots.map(|root| format!("{:?}", format!("--remap-path-prefix={}=", root.display())));
    Ok(flags.collect::<Vec<_>>().join(","))
}

/// Cuts the program in two and writes the glue between page and program; skipped when the program is the one of last time.
fn bind(compiled: &Path, tools: Option<&Tools>) -> Result<(Halves, String)> {
    let program = run::read(compiled)?;
    let kept = run::workshop().join(if tools.is_some() { "bound-release" } else { "bound" });
    let [first_path, rest_path, glue_path, stamp_path] =
        ["app.wasm", "app-rest.wasm", "app.js", "made-of"].map(|name| kept.join(name));
    let recipe = [&release::recipe(), glue::RECIPE, split::RECIPE].concat();
    let made_of = [&program[..], recipe.as_bytes()].map(page::hash).concat();
    if !run::read_text(&stamp_path).is_ok_and(|stamp| stamp == made_of) {
        let halves = split::split(&program, &kept.join("split"))?;
        let mut bindgen = Bindgen::new();
        // The second half joins the first by what the linker exports, the table of functions among it.
        bindgen.input_bytes("app", halves.first).typescript(false).keep_lld_exports(true).no_modules(true)?;
        let mut output = bindgen.generate_output().context("wasm-bindgen")?;
        let foreign = output.snippets().values().any(|scripts| !scripts.is_empty());
        ensure!(
            !foreign && output.local_modules().is_empty(),
            "a dependency brings JavaScript files of its own; the page has exactly one script"
        );
        let glue = glue::slimmed(&mut output)?;
        split::without_placeholders(output.wasm_mut());
        let small = |wasm: Vec<u8>| tools.map_or(Ok(wasm.clone()), |tools| tools.wasm(&wasm));
        run::write(&first_path, &small(output.wasm_mut().emit_wasm())?)?;
        run::write(&rest_path, &small(halves.rest)?)?;
        run::write(&glue_path, glue.as_bytes())?;
        run::write(&stamp_path, made_of.as_bytes())?;
    }
    Ok((Halves { first: run::read(&first_path)?, rest: run::read(&rest_path)? }, run::read_text(&glue_path)?))
}

/// The program for browsers without WebAssembly; skipped when it is the one of last time.
fn in_javascript(halves: &Halves, tools: &Tools) -> Result<String> {
    let [script_path, stamp_path] = ["wasm2js.js", "wasm2js-made-of"].map(|name| run::workshop().join(name));
    let recipe = [&release::recipe(), fallback::RECIPE].concat();
    let made_of = [&halves.first[..], &halves.rest, recipe.as_bytes()].map(page::hash).concat();
    if !run::read_text(&stamp_path).is_ok_and(|stamp| stamp == made_of) {
        let script = fallback::script(tools, halves)?;
        run::write(&script_path, tools.script(&script)?.as_bytes())?;
        run::write(&stamp_path, made_of.as_bytes())?;
    }
    run::read_text(&script_path)
}

/// Lets the same components write the page as it stands before the program runs.
fn first_paint() -> Result<String> {
    let printed = run::capture(&mut run::cargo(&["run", "--bin", "app", "--features", NATIVE]), &[])?;
    String::from_utf8(printed).context("the first paint is no text")
}

/// The style sheets of a folder, in the order of their names.
fn style(folder: &str) -> Result<String> {
    let folder = run::root().join(folder);
    let mut sheets = if folder.is_dir() { page::entries(&folder)? } else { Vec::new() };
    sheets.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    let mut style = String::new();
    for sheet in sheets {
        style.push_str(&run::read_text(&sheet)?);
        style.push('\n');
    }
    Ok(style)
}
