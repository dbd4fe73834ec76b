//! Cuts the program at its seam (`src/app/rest.rs`): what the overview needs, and what is loaded after it.
//!
//! Owns: the two halves. May use: wasm-split, which follows every call and every word from the functions of the seam, and walrus.
//! Deliberately absent: which functions those are; making the halves small (`release`).

use crate::run;
use anyhow::{Result, anyhow, ensure};
use std::path::Path;
use walrus::{ElementItems, Module};

/// What the result depends on besides its input.
pub const RECIPE: &str = include_str!("split.rs");

/// What the second half imports when wasm-split's own crate was compiled with debug assertions.
const CANARY: &[u8] = b"__canary_";

/// A program in two files.
pub struct Halves {
    /// Runs by itself.
    pub first: Vec<u8>,
    /// Joins the first by its memory, its table of functions and what else it exports for that.
    pub rest: Vec<u8>,
}

/// The two halves of a program that was linked with `--emit-relocs`.
pub fn split(program: &[u8], folder: &Path) -> Result<Halves> {
    let first = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(program);
    options.output_dir = folder;
    options.main_out_path = &first;
    let made = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("wasm-split: {error:#}"))?;
    ensure!(made.split_modules.len() == 1, "expected one second half, found {:?}", made.split_modules);
    let halves = Halves { first: run::read(&first)?, rest: run::read(&made.split_modules[0])? };
    let has_canary = halves.rest.windows(CANARY.len()).any(|part| part == CANARY);
    ensure!(
        !has_canary,
        "the second half wants a canary that assets/boot.js does not give (Cargo.toml, wasm_split_helpers)"
    );
    Ok(halves)
}

/// Takes out the places that wasm-split holds free in the table of functions. They kept other tools from taking them; engines
/// before 2020 and `wasm-opt --mvp-features` do not read them.
pub fn without_placeholders(module: &mut Module) {
    let is_placeholder = |items: &ElementItems| matches!(items, ElementItems::Expressions(..));
    let placeholders: Vec<_> =
        module.elements.iter().filter(|element| is_placeholder(&element.items)).map(|element| element.id()).collect();
    for id in placeholders {
        for table in module.tables.iter_mut() {
            table.elem_segments.remove(&id);
        }
        module.elements.delete(id);
    }
}
