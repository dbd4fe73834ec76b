//! Modules that need each other in a ring.

use super::{lexer, paths};

/// The rings among files: each a list of modules of which every one reaches every other.
pub fn circles(files: &[(String, String)]) -> Vec<Vec<String>> {
    let modules: Vec<Vec<String>> =
        files.iter().map(|(path, _)| [vec!["crate".to_string()], paths::module(path)].concat()).collect();
    let uses: Vec<Vec<usize>> = files
        .iter()
        .enumerate()
        .map(|(from, (path, text))| {
            let (named, _) = paths::named(path, &lexer::shipped(&lexer::tokens(text)));
            let target = |parts: &[String]| {
                let within = |module: &Vec<String>| parts.starts_with(module);
                (0..modules.len()).filter(|at| within(&modules[*at])).max_by_key(|at| modules[*at].len())
            };
            named.iter().filter_map(|one| target(&one.parts)).filter(|to| *to != from).collect()
        })
        .collect();
    let reaches: Vec<Vec<bool>> = (0..files.len())
        .map(|start| {
            let mut seen = vec![false; files.len()];
            let mut open = uses[start].clone();
            while let Some(at) = open.pop() {
                if !std::mem::replace(&mut seen[at], true) {
                    open.extend(&uses[at]);
                }
            }
            seen
        })
        .collect();
    let mut rings: Vec<Vec<String>> = Vec::new();
    for at in 0..files.len() {
        let ring: Vec<usize> = (0..files.len()).filter(|other| reaches[at][*other] && reaches[*other][at]).collect();
        if ring.first() == Some(&at) {
            rings.push(ring.into_iter().map(|at| modules[at][1..].join("::")).collect());
        }
    }
    rings
}
