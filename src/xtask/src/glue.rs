//! What wasm-bindgen writes between page and program, less what this page never calls.
//!
//! Owns: leaving out the streams of Leptos' server functions, which wasm-bindgen always exports, with every import that only
//! they need; the ways to start that nobody takes; short names for the rest. May use: the module and the script wasm-bindgen made. Deliberately absent: making
//! things small that have a tool for it (`release`).

use anyhow::{Context, Result};
use std::collections::{HashMap, HashSet};
use walrus::ir::{Call, Instr, InstrLocId, Unreachable, Visitor, dfs_in_order};
use walrus::{FunctionId, Module};
use wasm_bindgen_cli_support::Output;

/// What the result depends on besides its input.
pub const RECIPE: &str = include_str!("glue.rs");

/// Exports of wasm-streams. There is no server here, so nothing calls them.
const STREAMS: &str = "intounderlying";

/// Takes out of the module what is never called, and gives the script that goes with it.
pub fn slimmed(output: &mut Output) -> Result<String> {
    let module = output.wasm_mut();
    let unused: Vec<_> =
        module.exports.iter().filter(|export| export.name.contains(STREAMS)).map(|export| export.id()).collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    without_polls(module);
    walrus::passes::gc::run(module);
    let mut short = HashMap::new();
    for import in module.imports.iter_mut() {
        let name = format!("i{}", short.len());
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
    }
    let used = short.values().cloned().collect();
    started_once(&without_unused(&renamed(output.js(), &short), &used))
}

/// Empties what would move those streams on. The exports that were taken out made them, so nobody makes one any more; but tables in
/// the data still point to these functions, and nothing else sees that the tables are never read. What is emptied is told by its
/// name and by what it calls: a future of another kind has either not.
fn without_polls(module: &mut Module) {
    let named = |part: &str| {
        let names = module.funcs.iter().filter(|func| func.name.as_deref().is_some_and(|name| name.contains(part)));
        names.map(|func| func.id()).collect::<HashSet<_>>()
    };
    let (streams, futures) = (named("wasm_streams"), named("future_to_promise"));
    for (_, func) in module.funcs.iter_local_mut().filter(|(id, _)| futures.contains(id)) {
        let mut calls = Calls { of: &streams, any: false };
        dfs_in_order(&mut calls, func, func.entry_block());
        if calls.any {
            let entry = func.entry_block();
            func.block_mut(entry).instrs = vec![(Instr::Unreachable(Unreachable {}), InstrLocId::default())];
        }
    }
}

/// Whether some of these functions are called.
struct Calls<'a> {
    of: &'a HashSet<FunctionId>,
    any: bool,
}

impl<'a> Visitor<'a> for Calls<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.any |= self.of.contains(&call.func);
    }
}

/// How boot.js starts a program: once, with bytes or with what it has compiled. wasm-bindgen's own way also takes addresses,
/// answers and requests, starts at once or later, and gives advice: more than half a kilobyte that nothing here calls.
const START: &str = "return (module) => WebAssembly.instantiate(module, __wbg_get_imports()).then(\
                     (made) => __wbg_finalize_init(made.instance || made, module));\n})({ __proto__: null });\n";

/// A script whose way to start is [`START`], and in which whoever is around it sees what the program exports, as `wasm`: also of a
/// program that failed before it had started.
fn started_once(script: &str) -> Result<String> {
    const CHANGED: &str = "wasm-bindgen writes another script than this build knows";
    let (head, after) = script.split_once("let script_src;").context(CHANGED)?;
    let (_, imports) = after.split_once("function __wbg_get_imports").context(CHANGED)?;
    let (imports, after) = imports.split_once("let wasmModule, wasmInstance, wasm;").context(CHANGED)?;
    let (finish, _) = after.split_once("async function __wbg_load(").context(CHANGED)?;
    let finish = finish.replace("wasmInstance = instance;", "").replace("wasmModule = module;", "");
    Ok([head, "function __wbg_get_imports", imports, &finish, START].concat())
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
    fn a_program_is_started_in_one_way() {
        let script = "let wasm_bindgen = (function(exports) {\nlet script_src;\nif (x) {}\nfunction __wbg_get_imports() { a }\n\
                      let wasmModule, wasmInstance, wasm;\nfunction __wbg_finalize_init(instance, module) {\n\
                      wasmInstance = instance;\nwasm = instance.exports;\nwasmModule = module;\n}\n\
                      async function __wbg_load(module, imports) { b }\nlet c;\n})({ __proto__: null });\n";
        let short = started_once(script).unwrap();
        for gone in ["script_src", "wasmModule", "wasmInstance", "__wbg_load", "let c", "let wasm;"] {
            assert!(!short.contains(gone), "{gone} in {short}");
        }
        for kept in ["__wbg_get_imports() { a }", "wasm = instance.exports;", START] {
            assert!(short.contains(kept), "no {kept} in {short}");
        }
        assert!(started_once("let wasm_bindgen;").is_err());
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
