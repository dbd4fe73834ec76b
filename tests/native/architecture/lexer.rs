//! The words of Rust code: without comments, with what strings say, without what is compiled for tests only.

/// A word, sign or text of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name or keyword; `r#type` is `type`.
    Word(String),
    /// One sign.
    Sign(char),
    /// What a string or character says, its escapes read.
    Text(String),
    /// A number, or a lifetime.
    Other,
}

impl Token {
    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        *self == Token::Sign(sign)
    }

    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

fn is_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn is_inside(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// All tokens of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let all: Vec<char> = text.chars().collect();
    let at = |place: usize| all.get(place).copied().unwrap_or('\0');
    let mut out = Vec::new();
    let mut here = 0;
    while here < all.len() {
        let c = at(here);
        if c.is_whitespace() {
            here += 1;
        } else if c == '/' && at(here + 1) == '/' {
            here += all[here..].iter().take_while(|c| **c != '\n').count();
        } else if c == '/' && at(here + 1) == '*' {
            let mut depth = 0;
            loop {
                match (at(here), at(here + 1)) {
                    ('/', '*') => (depth, here) = (depth + 1, here + 2),
                    ('*', '/') => (depth, here) = (depth - 1, here + 2),
                    _ => here += 1,
                }
                if depth == 0 || here >= all.len() {
                    break;
                }
            }
        } else if let Some((said, end)) = text_at(&all, here) {
            out.push(Token::Text(said));
            here = end;
        } else if c == '\'' {
            // No character: a lifetime.
            here += 1 + all[here + 1..].iter().take_while(|c| is_inside(**c)).count();
            out.push(Token::Other);
        } else if c.is_ascii_digit() {
            while is_inside(at(here)) || at(here) == '.' && at(here + 1).is_ascii_digit() {
                here += 1;
            }
            out.push(Token::Other);
        } else if is_start(c) {
            if c == 'r' && at(here + 1) == '#' && is_start(at(here + 2)) {
                here += 2;
            }
            let end = here + all[here..].iter().take_while(|c| is_inside(**c)).count();
            out.push(Token::Word(all[here..end].iter().collect()));
            here = end;
        } else {
            out.push(Token::Sign(c));
            here += 1;
        }
    }
    out
}

/// A string or character that starts here: what it says, and where it ends.
fn text_at(all: &[char], start: usize) -> Option<(String, usize)> {
    let at = |place: usize| all.get(place).copied().unwrap_or('\0');
    let mut here = start;
    if matches!(at(here), 'b' | 'c') {
        here += 1;
    }
    if at(here) == 'r' && matches!(at(here + 1), '"' | '#') {
        let hashes = all[here + 1..].iter().take_while(|c| **c == '#').count();
        let open = here + 1 + hashes;
        if at(open) != '"' {
            return None;
        }
        let closes = |end: usize| at(end) == '"' && (1..=hashes).all(|more| at(end + more) == '#');
        let end = (open + 1..all.len()).find(|end| closes(*end)).unwrap_or(all.len());
        return Some((all[open + 1..end].iter().collect(), end + 1 + hashes));
    }
    let quote = at(here);
    let is_character = quote == '\'' && (at(here + 1) == '\\' || at(here + 2) == '\'' && at(here + 1) != '\'');
    if quote != '"' && !is_character {
        return None;
    }
    here += 1;
    let mut said = String::new();
    while here < all.len() && at(here) != quote {
        if at(here) != '\\' {
            said.push(at(here));
            here += 1;
            continue;
        }
        here += 2;
        let number = |digits: &[char]| u32::from_str_radix(&digits.iter().collect::<String>(), 16).ok();
        match at(here - 1) {
            'u' => {
                let end = here + all[here..].iter().take_while(|c| **c != '}').count();
                let digits: Vec<char> = all[here..end].iter().copied().filter(char::is_ascii_hexdigit).collect();
                said.extend(number(&digits).and_then(char::from_u32));
                here = end + 1;
            }
            'x' => {
                said.extend(all.get(here..here + 2).and_then(number).and_then(char::from_u32));
                here += 2;
            }
            '\n' => here += all[here..].iter().take_while(|c| c.is_whitespace()).count(),
            other => said.push(other),
        }
    }
    Some((said, here + 1))
}

/// Where an attribute that starts here (`#[` or `#![`) ends.
fn attribute(all: &[Token], start: usize) -> Option<usize> {
    let open = start + 1 + usize::from(all.get(start + 1)?.is('!'));
    (all[start].is('#') && all.get(open)?.is('[')).then(|| group(all, open))
}

/// Where the group that opens here ends.
pub fn group(all: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in all.iter().enumerate().skip(open) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    all.len()
}

/// The tokens that are compiled for use: what stands under `#[cfg(test)]` is left out, and only that; so is what documents.
pub fn shipped(all: &[Token]) -> Vec<Token> {
    const ITEMS: [&str; 14] = [
        "fn", "mod", "use", "pub", "struct", "enum", "impl", "const", "static", "trait", "type", "unsafe", "async",
        "extern",
    ];
    let words = |from: usize, to: usize| -> Vec<&str> { all[from..to].iter().filter_map(Token::word).collect() };
    let mut out = Vec::new();
    let mut here = 0;
    while here < all.len() {
        let Some(end) = attribute(all, here) else {
            out.push(all[here].clone());
            here += 1;
            continue;
        };
        let said = words(here, end);
        if said == ["cfg", "test"] && all[here + 1].is('!') {
            return out;
        }
        if said.first() == Some(&"doc") {
            // The book of the crate may be a file.
            here = end;
            continue;
        }
        if said != ["cfg", "test"] {
            // Attributes are code, too: derives and paths.
            out.extend(all[here..end].iter().cloned());
            here = end;
            continue;
        }
        here = end;
        while let Some(end) = (here < all.len()).then(|| attribute(all, here)).flatten() {
            here = end;
        }
        let is_item = all.get(here).and_then(Token::word).is_some_and(|word| ITEMS.contains(&word));
        here = loop {
            match all.get(here) {
                Some(Token::Sign(';')) => break here + 1,
                Some(Token::Sign('{')) => break group(all, here),
                Some(Token::Sign(',')) if !is_item => break here + 1,
                None | Some(Token::Sign('}' | ')' | ']')) => break here,
                Some(Token::Sign('(' | '[')) => here = group(all, here),
                _ => here += 1,
            }
        };
    }
    out
}
