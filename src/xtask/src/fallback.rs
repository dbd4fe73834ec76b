//! The same program in JavaScript, for browsers that run no WebAssembly: because a policy of the host or of the office forbids it,
//! because it is switched off, because the engine is broken.
//!
//! Owns: both halves joined again and translated by Binaryen's wasm2js, and what its memory needs to behave like WebAssembly's. May
//! use: Node. Deliberately absent: when it is loaded (`assets/boot-rest.js`), making it small (`release`).

use crate::release::Tools;
use crate::split::Halves;
use anyhow::{Context, Result};

/// What the result depends on besides its input.
pub const RECIPE: &str = include_str!("fallback.rs");

/// The name under which the script leaves its one function, which takes imports and gives exports.
const NAME: &str = "linpuFallback";

/// How wasm2js begins the script.
const START: &str = "function instantiate(info) {";
/// How a trap leaves the program. Whoever watches for the end of the program knows it by these names.
const TRAP: (&str, &str) = (
    "throw new Error('abort');",
    "var error = new Error('unreachable in wasm2js'); error.name = 'RuntimeError'; throw error;",
);
/// How wasm2js tells the size of the memory: it cannot know that there may be room to spare.
const SIZE: (&str, &str) = ("return buffer.byteLength >> 16;", "return pages;");
/// How wasm2js makes memory: exactly as much as is asked for.
const MEMORY: &str = " var buffer = new ArrayBuffer(";
/// How wasm2js grows it, and how it is grown here: with room to spare, because each time all of it is copied; and what was there
/// before is taken away from everybody, as WebAssembly does, for the glue asks the old bytes whether they are still the memory.
const GROW: (&str, &str) = (
    "if ((oldPages < newPages) && (newPages < 65536)) {\n   var newBuffer = new ArrayBuffer(newPages << 16);",
    "if (newPages > 32767) return -1;\n  if (newPages << 16 <= buffer.byteLength) { pages = newPages; return oldPages; }\n  \
     if (oldPages < newPages) {\n   var newBuffer;\n   \
     try { newBuffer = new ArrayBuffer(Math.min(newPages + (newPages >> 1) + 64, 32767) * 65536); } catch (error) { return -1; }\n   \
     pages = newPages;",
);
const GROWN: (&str, &str) = (
    "   buffer = newBuffer;\n",
    "   var channel = new MessageChannel();\n   channel.port1.postMessage(0, [buffer]);\n   channel.port1.close();\n   \
     buffer = newBuffer;\n",
);

/// The script: both halves as one program. What joins the second half to the first in the browser (the memory, the table of
/// functions, the pointer to the stack) would be copies in JavaScript, so they are joined here.
pub fn script(tools: &Tools, halves: &Halves) -> Result<String> {
    let script = tools.wasm2js(&halves.first, &halves.rest)?;
    adapted(&script).context("wasm2js writes another script than this build knows")
}

fn adapted(script: &str) -> Option<String> {
    let pages = {
        let (_, after) = script.split_once(MEMORY)?;
        let bytes: u32 = after.split_once(')')?.0.parse().ok()?;
        bytes >> 16
    };
    let mut out = once(script, START, &format!("window.{NAME} = function (info) {{"))?;
    for (from, to) in [TRAP, SIZE, GROW, GROWN] {
        out = once(&out, from, to)?;
    }
    out = once(&out, MEMORY, &format!(" var pages = {pages};\n{MEMORY}"))?;
    // The function is a value now.
    Some(out.trim_end().strip_suffix('}')?.to_string() + "};\n")
}

/// A text with one part of it changed, which has to be there exactly once.
fn once(text: &str, from: &str, to: &str) -> Option<String> {
    let (before, after) = text.split_once(from)?;
    (!after.contains(from)).then(|| [before, to, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_adapted() {
        let known =
            ["function instantiate(info) {", TRAP.0, MEMORY, "131072);", SIZE.0, GROW.0, GROWN.0, "}\n"].concat();
        let made = adapted(&known).unwrap();
        assert!(made.starts_with("window.linpuFallback = function (info) {"));
        assert!(made.contains("var pages = 2;"));
        assert!(made.ends_with("};\n"));
        for part in [START, TRAP.0, MEMORY, SIZE.0, GROW.0, GROWN.0] {
            assert_eq!(adapted(&known.replace(part, "")), None, "{part}");
            assert_eq!(adapted(&known.replace(part, &[part, part].concat())), None, "{part} twice");
        }
    }
}
