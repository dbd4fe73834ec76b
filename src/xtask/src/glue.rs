//! What wasm-bindgen writes between page and program, less what this page never calls.
//!
//! Owns: leaving out the streams of Leptos' server functions, which wasm-bindgen always exports, with every import that only
//! they need; short names for the rest. May use: the module and the script wasm-bindgen made. Deliberately absent: making
//! things small that have a tool for it (`release`).

use std::collections::{HashMap, HashSet};
use wasm_bindgen_cli_support::Output;

/// What the result depends on besides its input.
pub const RECIPE: &str = include_str!("glue.rs");

/// Exports of wasm-streams. There is no server here, so nothing calls them.
const STREAMS: &str = "intounderlying";

/// Takes out of the module what is never called, and gives the script that goes with it.
pub fn slimmed(output: &mut Output) -> String {
    let module = output.wasm_mut();
    let unused: Vec<_> =
        module.exports.iter().filter(|export| export.name.contains(STREAMS)).map(|export| export.id()).collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    walrus::passes::gc::run(module);
    let mut short = HashMap::new();
    for import in module.imports.iter_mut() {
        let name = format!("i{}", short.len());
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
    }
    let used = short.values().cloned().collect();
    without_unused(&renamed(output.js(), &short), &used)
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

/// A script without classes, without what cleans up after them, and without imports that nothing calls. wasm-bindgen writes
/// each of them from the start of a line to a line that ends it.
fn without_unused(script: &str, used: &HashSet<String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut until: Option<fn(&str) -> bool> = None;
    for line in script.lines() {
        if until.is_none() {
            until = if line.starts_with("class ") {
                Some(|line| line.starts_with("exports."))
            } else if line.starts_with("const ") && line.contains("Finalization = ") {
                Some(|line| line.ends_with("));"))
            } else if line.split_once(": function(").is_some_and(|(name, _)| is_import(name) && !used.contains(name)) {
                Some(|line| line == "}," || line == "}, arguments); },")
            } else {
                None
            };
        }
        match until {
            None => {
                out.push_str(line);
                out.push('\n');
            }
            Some(ends) if ends(line) => until = None,
            Some(_) => {}
        }
    }
    out
}

/// Whether a key of an object is the name of an import: no others stand at the start of a line before a function.
fn is_import(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let names = HashMap::from([("__wbg_a_1".to_string(), "i0".to_string())]);
        assert_eq!(renamed("x={__wbg_a_1:f(__wbg_a_12)};é", &names), "x={i0:f(__wbg_a_12)};é");
    }

    #[test]
    fn only_what_nothing_calls_is_left_out() {
        let script = "a\nclass Into {\n}\nexports.Into = Into;\ni0: function(arg0) {\nb\n},\n\
                      __wbg_x_1: function() { return handleError(function (arg0) {\nc\n}, arguments); },\nd\n\
                      const IntoFinalization = (typeof F === 'undefined')\n? {}\n: new F(ptr => wasm.free(ptr, 1));\ne\n";
        let used = HashSet::from(["i0".to_string()]);
        assert_eq!(without_unused(script, &used), "a\ni0: function(arg0) {\nb\n},\nd\ne\n");
    }
}
