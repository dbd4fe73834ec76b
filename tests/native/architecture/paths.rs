//! The paths that code names, wherever they stand, each from the root of its crate.

use super::lexer::Token;

/// A path as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its parts: `crate` and `linpu` (the library) stand at the beginning, `*` at the end; or the name of another crate.
    pub parts: Vec<String>,
    /// Whether it is given another name here.
    pub is_renamed: bool,
    /// Whether it is handed on.
    pub is_public: bool,
}

/// The module of a file below `src`, from the root of its crate.
pub fn module(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    let mut parts: Vec<String> = inside.split('/').map(String::from).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// Every path in the tokens of a file, and what of them nobody can read.
pub fn named(file: &str, all: &[Token]) -> (Vec<Named>, Vec<String>) {
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    // Modules inside the file, each with the depth at which it ends.
    let mut inside: Vec<(usize, String)> = Vec::new();
    let mut depth = 0;
    let mut here = 0;
    while here < all.len() {
        match &all[here] {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => {
                depth -= 1;
                inside.retain(|(end, _)| *end <= depth);
            }
            Token::Word(word) if word == "mod" => {
                let name = all.get(here + 1).and_then(Token::word).unwrap_or_default();
                if all.get(here + 2).is_some_and(|next| next.is('{')) {
                    inside.push((depth + 1, name.to_string()));
                }
            }
            Token::Word(word) if word == "use" && !is_bound(all, here) => {
                let mut module = module(file);
                module.extend(inside.iter().map(|(_, name)| name.clone()));
                let end = here + all[here..].iter().take_while(|token| !token.is(';')).count();
                let is_public = here > 0 && (all[here - 1].word() == Some("pub") || all[here - 1].is(')'));
                let mut tree =
                    Tree { all: &all[..end], here: here + 1, module, is_public, found: vec![], unreadable: vec![] };
                tree.branch(&[]);
                found.append(&mut tree.found);
                unreadable.append(&mut tree.unreadable);
                here = end;
                continue;
            }
            Token::Word(word) => {
                let follows = here >= 2 && all[here - 1].is(':') && all[here - 2].is(':') && here >= 3;
                let continues_word =
                    follows && !matches!(all[here - 3], Token::Sign(_) | Token::Text(_) | Token::Other);
                let mut parts = vec![word.clone()];
                let mut end = here + 1;
                while !continues_word && is_colons(all, end) {
                    match all.get(end + 2) {
                        Some(Token::Word(next)) => parts.push(next.clone()),
                        Some(Token::Sign(sign @ ('$' | '{' | '*'))) if is_root(&parts[0]) => {
                            unreadable.push(format!("{}::{sign}", parts.join("::")));
                        }
                        _ => {}
                    }
                    if !matches!(all.get(end + 2), Some(Token::Word(_))) {
                        break;
                    }
                    end += 3;
                }
                if !continues_word && (parts.len() > 1 || is_root(word)) {
                    let mut module = module(file);
                    module.extend(inside.iter().map(|(_, name)| name.clone()));
                    if parts.len() > 1 {
                        found.push(Named { parts: resolve(&module, parts), is_renamed: false, is_public: false });
                    }
                    here = end;
                    continue;
                }
            }
            _ => {}
        }
        here += 1;
    }
    (found, unreadable)
}

fn is_root(word: &str) -> bool {
    matches!(word, "crate" | "super" | "self" | "linpu" | "std" | "core" | "alloc")
}

fn is_colons(all: &[Token], at: usize) -> bool {
    all.get(at).is_some_and(|sign| sign.is(':')) && all.get(at + 1).is_some_and(|sign| sign.is(':'))
}

/// `impl Trait + use<'a>` imports nothing.
fn is_bound(all: &[Token], at: usize) -> bool {
    all.get(at + 1).is_some_and(|next| next.is('<'))
}

/// A path from the root of its crate.
fn resolve(module: &[String], mut parts: Vec<String>) -> Vec<String> {
    let mut base = module.to_vec();
    match parts[0].as_str() {
        "self" => drop(parts.remove(0)),
        "super" => {
            while parts.first().is_some_and(|part| part == "super" || part == "self") {
                if parts.remove(0) == "super" {
                    base.pop();
                }
            }
        }
        _ => return parts,
    }
    [vec!["crate".to_string()], base, parts].concat()
}

struct Tree<'a> {
    all: &'a [Token],
    here: usize,
    module: Vec<String>,
    is_public: bool,
    found: Vec<Named>,
    unreadable: Vec<String>,
}

impl Tree<'_> {
    fn peek(&self) -> Option<&Token> {
        self.all.get(self.here)
    }

    fn branch(&mut self, prefix: &[String]) {
        let mut parts = prefix.to_vec();
        let mut is_renamed = false;
        loop {
            match self.peek().cloned() {
                Some(Token::Word(word)) if word == "as" => {
                    is_renamed = true;
                    self.here += 2;
                }
                // `a::{self}` is `a`.
                Some(Token::Word(word)) => {
                    if word != "self" || parts.is_empty() {
                        parts.push(word);
                    }
                    self.here += 1;
                }
                Some(Token::Sign(':')) => self.here += 1,
                Some(Token::Sign('*')) => {
                    parts.push("*".into());
                    self.here += 1;
                }
                Some(Token::Sign('{')) => {
                    self.here += 1;
                    while self.peek().is_some_and(|token| !token.is('}')) {
                        self.branch(&parts);
                        if self.peek().is_some_and(|token| token.is(',')) {
                            self.here += 1;
                        }
                    }
                    self.here += 1;
                    return;
                }
                Some(Token::Sign('$')) => {
                    // In a macro `$crate` is this crate; any other part is chosen where it is called.
                    self.here += 1;
                    if self.peek().and_then(Token::word) != Some("crate") {
                        return self.unreadable.push(format!("{}::$", parts.join("::")));
                    }
                }
                _ => break,
            }
        }
        if !parts.is_empty() {
            let parts = resolve(&self.module, parts);
            self.found.push(Named { parts, is_renamed, is_public: self.is_public });
        }
    }
}
