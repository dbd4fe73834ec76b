//! Making it small: Binaryen and esbuild, from npm at the versions of `npm/package-lock.json`.
//!
//! Owns: the flags that keep Chromium 68 able to read what ships. May use: Node. Deliberately absent: what is made small.

use crate::{install, run};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Belongs together with the flags of `.cargo/config.toml`: every feature is named, `-all`
/// would let Binaryen write sections that no old engine reads.
const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];

/// Lowers, then makes small.
const WASM_OPT: &[&str] = &[
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "-Oz",
    "--flatten",
    "--local-cse",
    "--rereloop",
    "-Oz",
    "-Oz",
    // What is alike stands together, which compresses better by half a percent.
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// What is read by the oldest engine.
const ESBUILD: &[&str] =
    &["--minify", "--target=chrome68", "--charset=utf8", "--log-level=warning", "--legal-comments=none"];

/// What the result depends on besides its input.
pub fn recipe() -> String {
    format!("{FEATURES:?}{WASM_OPT:?}{}", include_str!("../npm/package-lock.json"))
}

/// The npm tools, installed.
pub struct Tools(PathBuf);

impl Tools {
    /// Installs them, unless what is there was installed from this very lock file.
    pub fn install() -> Result<Self> {
        install::node()?;
        let folder = run::workshop().join("npm");
        run::write(&folder.join("package.json"), include_bytes!("../npm/package.json"))?;
        run::write(&folder.join("package-lock.json"), include_bytes!("../npm/package-lock.json"))?;
        npm_ci_in(&folder)?;
        Ok(Self(folder.join("node_modules")))
    }

    /// A smaller wasm that older engines read.
    pub fn wasm(&self, wasm: &[u8]) -> Result<Vec<u8>> {
        let (from, to) = (self.0.join("../in.wasm"), self.0.join("../out.wasm"));
        std::fs::write(&from, wasm)?;
        run::stream(self.binaryen("wasm-opt").args(WASM_OPT).arg(&from).arg("-o").arg(&to))?;
        run::read(&to)
    }

    /// Both halves of a program as one, in JavaScript.
    pub fn wasm2js(&self, first: &[u8], rest: &[u8]) -> Result<String> {
        let [first_path, rest_path, whole, script] =
            ["first.wasm", "rest.wasm", "whole.wasm", "whole.js"].map(|name| self.0.join("..").join(name));
        std::fs::write(&first_path, first)?;
        std::fs::write(&rest_path, rest)?;
        // The second half imports from a module of this name.
        let joined = [first_path.as_os_str(), "__wasm_split".as_ref(), rest_path.as_os_str(), "rest".as_ref()];
        run::stream(self.binaryen("wasm-merge").args(joined).arg("-o").arg(&whole))?;
        run::stream(self.binaryen("wasm2js").args(["--emscripten", "-O2"]).arg(&whole).arg("-o").arg(&script))?;
        run::read_text(&script)
    }

    fn binaryen(&self, tool: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.0.join("binaryen/bin").join(tool)).args(FEATURES);
        command
    }

    /// A smaller script in the language of older engines.
    pub fn script(&self, script: &str) -> Result<String> {
        self.esbuild("--loader=js", script)
    }

    /// A smaller style sheet in the language of older engines.
    pub fn style(&self, style: &str) -> Result<String> {
        self.esbuild("--loader=css", style)
    }

    fn esbuild(&self, loader: &str, text: &str) -> Result<String> {
        let mut command = Command::new("node");
        command.arg(self.0.join("esbuild/bin/esbuild")).args(ESBUILD).arg(loader);
        String::from_utf8(run::capture(&mut command, text.as_bytes())?).context("esbuild wrote no text")
    }
}

/// Installs exactly what the lock file of a folder says, once per lock file. No install script is run: none of the
/// packages needs one.
pub fn npm_ci_in(folder: &Path) -> Result<()> {
    let lock = run::read_text(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.made-of");
    if run::read_text(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run::stream(
        Command::new(install::NPM)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder),
    )?;
    run::write(&stamp, lock.as_bytes())
}
