//! What a file of the project must not say. Pure: a path and a text go in, what is wrong comes out.

use super::lexer::{self, Token};
use super::paths::{self, Named};

/// Every arrow that is allowed: a room of the library, and the rooms it may use. An arrow that is not here is none.
pub const ARROWS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("measure", &["model"]),
    ("diagnostics", &["model"]),
    ("text", &["model", "measure"]),
    ("wire", &["model", "diagnostics", "text"]),
    ("validate", &["model", "diagnostics", "measure", "wire"]),
    ("query", &["model"]),
    ("chart", &["model", "text"]),
    ("state", &["model", "measure", "text", "query"]),
    ("present", &["model", "measure", "text", "wire", "query", "chart", "state"]),
    ("export", &["model", "text", "chart", "present"]),
];
/// Beginnings of paths whose code ships without being a part of the engine or the page.
const TOOLS: [&str; 2] = ["src/bin/", "src/xtask/"];
/// What may be handed on under another room's roof: a chart's bounds are the data's.
const HANDED_ON: [(&str, &str); 1] = [("src/chart/spec.rs", "crate::model::Bound")];
/// Crates, and where alone each may be named.
const CRATES: [(&str, &[&str]); 15] = [
    ("leptos", &["src/app/"]),
    ("wasm_bindgen", &["src/app/", "src/xtask/"]),
    ("web_sys", &["src/app/platform/"]),
    ("js_sys", &["src/app/platform/"]),
    ("gloo", &["src/app/platform/"]),
    ("plotters", &["src/chart/"]),
    ("plotters_backend", &["src/chart/"]),
    ("serde", &["src/wire/", "src/bin/"]),
    ("serde_json", &["src/wire/", "src/bin/", "src/xtask/"]),
    ("postcard", &["src/wire/packed/"]),
    ("sha2", &["src/wire/sha256.rs", "src/xtask/"]),
    ("zhconv", &["src/text/lexicon_build.rs"]),
    ("pinyin", &["src/text/lexicon_build.rs"]),
    ("proptest", &[]),
    ("wasm_split_helpers", &[]),
];
/// Parts of the standard library that know the world: files, the surroundings, other programs, the network, clocks, chance.
const WORLD: [&str; 9] = ["fs", "env", "process", "net", "os", "thread", "random", "io::stdin", "io::stdout"];
/// Where Chinese may be written beside `text` and `diagnostics`, which say everything that people read.
const WORDING: [(&str, &str); 5] = [
    ("src/wire/numbers.rs", "the words numbers are written with: read, never said"),
    ("src/measure/digits.rs", "the digits names are written with: read, never said"),
    ("src/wire/cells.rs", "the words dates and numbers are written with: read, never said"),
    ("src/bin/linpu.rs", "the help of the command line"),
    ("src/xtask/", "the build program speaks to its developers"),
];
/// Rooms that people read.
const SPEAKING: [&str; 3] = ["src/text/", "src/diagnostics/", "src/diagnostics.rs"];
/// Where colours are.
const PALETTES: [&str; 3] = ["src/chart/theme.rs", "assets/styles/10-tokens.css", "assets/styles/far/10-contrast.css"];
/// Tables that only `query` walks: whoever shows rows asks there.
const TABLES: [&str; 4] = ["observations", "systems", "practices", "checks"];
/// Rooms that show rows.
const SHOWING: [&str; 5] = ["src/present/", "src/measure/", "src/state/", "src/export/", "src/app/"];

/// What is wrong with a file.
pub fn violations(path: &str, text: &str) -> Vec<String> {
    if path.ends_with(".rs") {
        rust(path, text)
    } else if path.ends_with(".css") {
        css(path, text)
    } else if path.ends_with("Cargo.toml") {
        super::cargo::manifest(text)
    } else {
        // Scripts and pages: no colour in either.
        hex_colours(text).into_iter().map(|colour| format!("{path}: colour {colour}")).collect()
    }
}

fn starts(path: &str, with: &[&str]) -> bool {
    with.iter().any(|start| path.starts_with(start))
}

/// The room of the library, `app`, or whatever else stands first below `src`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn is_room(name: &str) -> bool {
    ARROWS.iter().any(|(room, _)| *room == name)
}

fn rust(path: &str, text: &str) -> Vec<String> {
    // What a file of tests says is not shipped; that it is one, its parent says (see `unguarded_tests`).
    if path.ends_with("/tests.rs") || path.starts_with("tests/") {
        return Vec::new();
    }
    let code = lexer::shipped(&lexer::tokens(text));
    let (named, unreadable) = paths::named(path, &code);
    let mut wrong: Vec<String> = unreadable.into_iter().map(|path| format!("{path} can be anything")).collect();
    for one in &named {
        wrong.extend(arrow(path, one));
        wrong.extend(foreign(path, one));
    }
    wrong.extend(words(path, &code));
    wrong.extend(texts(path, &code));
    wrong.extend(walks(path, &code).into_iter().map(|table| format!("walks {table}: ask `query`")));
    wrong.into_iter().map(|what| format!("{path}: {what}")).collect()
}

/// An arrow between rooms that is not in the table.
fn arrow(path: &str, named: &Named) -> Option<String> {
    let (own, said) = (room(path), named.parts.join("::"));
    let root = named.parts[0].as_str();
    let first = named.parts.get(1).map_or("", String::as_str);
    let is_library = is_room(own) || own == "lib";
    if root == "linpu" && is_library {
        return Some(format!("{said}: the library is `crate` here"));
    }
    if root != "crate" && root != "linpu" {
        return None;
    }
    if first.is_empty() || first == "*" {
        return (named.is_renamed || first == "*" || is_library).then(|| format!("{said} takes the whole house"));
    }
    if is_near(path) && named.parts.iter().any(|part| part == "far" || part == "FarMsg") {
        return Some(format!("near names far: {said}"));
    }
    if own == "lib" {
        return Some(format!("{said}: the front door only opens rooms"));
    }
    if !is_library || first == own {
        return None;
    }
    if !is_room(first) {
        return Some(format!("{said} is no room"));
    }
    let allowed = ARROWS.iter().any(|(room, uses)| *room == own && uses.contains(&first));
    if !allowed {
        return Some(format!("{own} -> {first} ({said})"));
    }
    let is_handed_on = named.is_public && !HANDED_ON.contains(&(path, &said));
    is_handed_on.then(|| format!("hands on {said}: name it where it is used"))
}

fn is_near(path: &str) -> bool {
    let rooms = ["components/near", "pages/near", "context", "platform"];
    rooms.iter().any(|room| path.strip_prefix("src/app/").is_some_and(|path| path.starts_with(room)))
}

/// A crate, or a part of the standard library, that has no business here.
fn foreign(path: &str, named: &Named) -> Option<String> {
    let said = named.parts.join("::");
    let root = named.parts[0].as_str();
    if let Some((name, places)) = CRATES.iter().find(|(name, _)| *name == root) {
        return (!starts(path, places)).then(|| format!("names {name} ({said})"));
    }
    if !matches!(root, "std" | "core" | "alloc") || starts(path, &TOOLS) {
        return None;
    }
    let inside = named.parts[1..].join("::");
    if inside.is_empty() || inside == "*" {
        return Some(format!("{said} takes the whole standard library"));
    }
    let is_exit = path == "src/main.rs" && inside.starts_with("process::ExitCode");
    let is_world = WORLD.iter().any(|part| inside == *part || inside.starts_with(&format!("{part}::")));
    let is_clock = inside == "time" || inside.starts_with("time::") && inside != "time::Duration";
    let is_chance = inside.ends_with("RandomState") || inside.ends_with("DefaultHasher");
    (is_world && !is_exit || is_clock || is_chance || inside == "io::*")
        .then(|| format!("{said}: the world comes in as arguments"))
}

/// Words and macros that walk round the rules above.
fn words(path: &str, code: &[Token]) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_tool = starts(path, &TOOLS) || path == "src/main.rs";
    for (at, token) in code.iter().enumerate() {
        let Some(word) = token.word() else { continue };
        let next = |more: usize| code.get(at + more);
        let is_macro = next(1).is_some_and(|sign| sign.is('!')) && !next(2).is_some_and(|sign| sign.is('='));
        let is_attribute = at >= 2 && code[at - 1].is('[') && code[at - 2].is('#');
        match word {
            "path" if is_attribute => wrong.push("#[path]: a module stands where its name says".into()),
            "include" if is_macro => wrong.push("include!: code stands where its module says".into()),
            "include_str" | "include_bytes" if is_macro && !is_tool => wrong.push(format!("{word}! reads a file")),
            "extern" if next(1).and_then(Token::word) == Some("crate") => {
                wrong.push("extern crate: a crate has one name".into())
            }
            "env" | "option_env" if is_macro && !is_tool && !says(next(3), "CARGO_PKG_VERSION") => {
                wrong.push(format!("{word}! reads the surroundings"));
            }
            "println" | "print" | "eprintln" | "eprint" | "dbg" if is_macro && !is_tool => {
                wrong.push(format!("{word}! speaks past the page"));
            }
            "unsafe" if path != "src/app/rest.rs" => wrong.push("unsafe".into()),
            "mod" if next(1).and_then(Token::word) == Some("tests") && next(2).is_some_and(|sign| sign.is(';')) => {
                wrong.push("tests that ship: `mod tests` without #[cfg(test)]".into());
            }
            _ => {}
        }
    }
    wrong
}

fn says(token: Option<&Token>, text: &str) -> bool {
    matches!(token, Some(Token::Text(said)) if said == text)
}

/// Chinese and colours in strings.
fn texts(path: &str, code: &[Token]) -> Vec<String> {
    let may_speak = starts(path, &SPEAKING) || WORDING.iter().any(|(place, _)| path.starts_with(place));
    let mut wrong = Vec::new();
    for token in code {
        let Token::Text(said) = token else { continue };
        if !may_speak && said.chars().any(is_han) {
            wrong.push(format!("wording “{}”", said.chars().take(12).collect::<String>()));
        }
        if starts(path, &PALETTES) || starts(path, &TOOLS) {
            continue;
        }
        wrong.extend(hex_colours(said).into_iter().map(|colour| format!("colour {colour}")));
        let lower = said.to_ascii_lowercase();
        if FUNCTIONS.iter().any(|name| lower.contains(name)) || NAMES.contains(&lower.as_str()) {
            wrong.push(format!("colour {said}"));
        }
    }
    wrong
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whole tables that a room that shows rows goes through by itself.
pub fn walks(path: &str, code: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    if !starts(path, &SHOWING) {
        return found;
    }
    for at in 2..code.len() {
        let Some(word) = code[at].word() else { continue };
        let opens = code.get(at + 1).is_some_and(|sign| sign.is('{'));
        if word == "Dataset" && opens && !code[at - 1].is('>') && !matches!(code[at - 1].word(), Some("for" | "impl")) {
            found.push("Dataset, taken apart".into());
        }
        let after_point = code[at - 1].is('.');
        // `found()` is called, and means what it is named after.
        let owner = if code[at - 2].is(')') && at >= 4 { &code[at - 4] } else { &code[at - 2] };
        let of = owner.word().unwrap_or_default();
        let is_looked_up = code.get(at + 1).is_some_and(|sign| sign.is('['))
            || matches!(code.get(at + 2).and_then(Token::word), Some("len" | "is_empty" | "get"));
        let is_call = code.get(at + 1).is_some_and(|sign| sign.is('('));
        let table = word.strip_suffix("_ids").map(|one| format!("{one}s"));
        let is_ids = table.is_some_and(|table| TABLES.contains(&table.as_str())) && is_call;
        // `found.observations` is what `query` found, `row.systems` what a row says.
        let is_table = TABLES.contains(&word)
            && !is_call
            && !is_looked_up
            && !matches!(of, "found" | "row" | "page" | "receipt" | "card" | "self" | "this");
        if after_point && (is_ids || is_table) {
            found.push(format!("{of}.{word}"));
        }
    }
    found
}

const FUNCTIONS: [&str; 10] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// `#` and 3, 4, 6 or 8 hexadecimal digits.
fn hex_colours(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('#') {
        let digits: String =
            text[at + 1..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
        if matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            found.push(format!("#{digits}"));
        }
    }
    found
}

fn css(path: &str, text: &str) -> Vec<String> {
    if PALETTES.contains(&path) {
        return Vec::new();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut wrong = Vec::new();
    // What a `{` ends is a selector; colours stand in what a `;` or `}` ends.
    let mut from = 0;
    for (at, sign) in plain.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | ';')) {
        let part = plain[from..at].to_ascii_lowercase();
        from = at + 1;
        let Some((_, value)) = part.split_once(':').filter(|_| sign != '{') else { continue };
        wrong.extend(hex_colours(value));
        wrong.extend(FUNCTIONS.iter().filter(|name| is_called(value, name)).map(|name| name.to_string()));
        let words = value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
        wrong.extend(words.filter(|word| NAMES.contains(word)).map(String::from));
    }
    wrong.into_iter().map(|colour| format!("{path}: colour {colour}")).collect()
}

/// Whether a function is called by its whole name.
fn is_called(value: &str, name: &str) -> bool {
    value.match_indices(name).any(|(at, _)| !value[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-'))
}

/// The names of colours (CSS Color 4).
const NAMES: [&str; 148] = [
    "aliceblue",
    "antiquewhite",
    "aqua",
    "aquamarine",
    "azure",
    "beige",
    "bisque",
    "black",
    "blanchedalmond",
    "blue",
    "blueviolet",
    "brown",
    "burlywood",
    "cadetblue",
    "chartreuse",
    "chocolate",
    "coral",
    "cornflowerblue",
    "cornsilk",
    "crimson",
    "cyan",
    "darkblue",
    "darkcyan",
    "darkgoldenrod",
    "darkgray",
    "darkgreen",
    "darkgrey",
    "darkkhaki",
    "darkmagenta",
    "darkolivegreen",
    "darkorange",
    "darkorchid",
    "darkred",
    "darksalmon",
    "darkseagreen",
    "darkslateblue",
    "darkslategray",
    "darkslategrey",
    "darkturquoise",
    "darkviolet",
    "deeppink",
    "deepskyblue",
    "dimgray",
    "dimgrey",
    "dodgerblue",
    "firebrick",
    "floralwhite",
    "forestgreen",
    "fuchsia",
    "gainsboro",
    "ghostwhite",
    "gold",
    "goldenrod",
    "gray",
    "green",
    "greenyellow",
    "grey",
    "honeydew",
    "hotpink",
    "indianred",
    "indigo",
    "ivory",
    "khaki",
    "lavender",
    "lavenderblush",
    "lawngreen",
    "lemonchiffon",
    "lightblue",
    "lightcoral",
    "lightcyan",
    "lightgoldenrodyellow",
    "lightgray",
    "lightgreen",
    "lightgrey",
    "lightpink",
    "lightsalmon",
    "lightseagreen",
    "lightskyblue",
    "lightslategray",
    "lightslategrey",
    "lightsteelblue",
    "lightyellow",
    "lime",
    "limegreen",
    "linen",
    "magenta",
    "maroon",
    "mediumaquamarine",
    "mediumblue",
    "mediumorchid",
    "mediumpurple",
    "mediumseagreen",
    "mediumslateblue",
    "mediumspringgreen",
    "mediumturquoise",
    "mediumvioletred",
    "midnightblue",
    "mintcream",
    "mistyrose",
    "moccasin",
    "navajowhite",
    "navy",
    "oldlace",
    "olive",
    "olivedrab",
    "orange",
    "orangered",
    "orchid",
    "palegoldenrod",
    "palegreen",
    "paleturquoise",
    "palevioletred",
    "papayawhip",
    "peachpuff",
    "peru",
    "pink",
    "plum",
    "powderblue",
    "purple",
    "rebeccapurple",
    "red",
    "rosybrown",
    "royalblue",
    "saddlebrown",
    "salmon",
    "sandybrown",
    "seagreen",
    "seashell",
    "sienna",
    "silver",
    "skyblue",
    "slateblue",
    "slategray",
    "slategrey",
    "snow",
    "springgreen",
    "steelblue",
    "tan",
    "teal",
    "thistle",
    "tomato",
    "turquoise",
    "violet",
    "wheat",
    "white",
    "whitesmoke",
    "yellow",
    "yellowgreen",
];
