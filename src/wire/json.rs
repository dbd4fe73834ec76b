//! JSON with the lines its values stand on.
//!
//! Owns: reading a JSON file, the line of each value by its JSON pointer (RFC 6901), names written twice in one object. May use:
//! `serde_json`, the rules. Deliberately absent: what a descriptor must say (`package`).

use crate::diagnostics::detail::JsonFault;
use crate::diagnostics::{Diagnostic, Said, rules};
use serde_json::Value;
use std::collections::BTreeMap;

/// A file of JSON.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Its name in the package.
    pub file: String,
    /// What it says.
    pub json: Value,
    lines: BTreeMap<String, u32>,
}

impl Document {
    /// Reads a file; notes why it cannot be read, and names that stand twice.
    pub fn read(file: &str, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Option<Document> {
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let lines = || body.split(|byte| *byte == b'\n').enumerate();
        if let Some((at, _)) = lines().find(|(_, line)| super::looks::is_merge_mark(line)) {
            findings.push(rules::MERGE_CONFLICT.at(file, Some(at as u32 + 1), None, ()));
            return None;
        }
        if let Err(error) = std::str::from_utf8(body) {
            let encoding = super::looks::encoding(body, error.valid_up_to());
            findings.push(rules::BAD_UTF8.at(file, None, None, encoding));
            return None;
        }
        let json = match serde_json::from_slice(body) {
            Ok(json) => json,
            Err(error) => {
                let (line, column) = (error.line(), error.column());
                let seen = lines().nth(line.saturating_sub(1)).map_or(&b""[..], |(_, line)| line);
                let fault = JsonFault { file: file.to_string(), line, column, said: error.to_string() };
                let finding = rules::BAD_JSON.at(file, Some(line as u32), None, fault);
                findings.push(finding.saw(String::from_utf8_lossy(seen).trim()));
                return None;
            }
        };
        let mut scan = Scan { bytes: body, at: 0, line: 1, lines: BTreeMap::new(), repeated: Vec::new() };
        scan.value(String::new());
        let (lines, repeated) = (scan.lines, scan.repeated);
        for (pointer, line) in repeated {
            findings.push(rules::NAME_TWICE.at(file, Some(line), Some(&pointer), ()));
        }
        Some(Document { file: file.to_string(), json, lines })
    }

    /// What stands at a pointer.
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        self.json.pointer(pointer)
    }

    /// The text at a pointer; `None` where there is none, or no text.
    pub fn text(&self, pointer: &str) -> Option<&str> {
        self.at(pointer)?.as_str()
    }

    /// A finding at a pointer; where nothing stands there, on the line of what it would stand in.
    pub fn finding(&self, said: Said, pointer: &str) -> Diagnostic {
        let mut known = pointer;
        while !self.lines.contains_key(known) && !known.is_empty() {
            known = known.rfind('/').map_or("", |at| &known[..at]);
        }
        let saw = match self.at(pointer) {
            Some(Value::String(text)) => text.clone(),
            // Of a list of things their names are enough.
            Some(Value::Array(list)) if list.iter().any(Value::is_object) => {
                list.iter().filter_map(|it| it.get("name")?.as_str()).collect::<Vec<_>>().join(",")
            }
            Some(value) => value.to_string(),
            None => String::new(),
        };
        said.at(&self.file, self.lines.get(known).copied(), Some(pointer)).saw(&saw)
    }
}

/// A walk over JSON that is known to be well formed.
struct Scan<'j> {
    bytes: &'j [u8],
    at: usize,
    line: u32,
    lines: BTreeMap<String, u32>,
    repeated: Vec<(String, u32)>,
}

impl Scan<'_> {
    /// The next byte that is no space, which is stood on.
    fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return Some(*byte);
            }
            self.line += u32::from(*byte == b'\n');
            self.at += 1;
        }
        None
    }

    /// A text as it is written, without its quotation marks.
    fn string(&mut self) -> String {
        let start = self.at + 1;
        self.at = start;
        while let Some(byte) = self.bytes.get(self.at).filter(|byte| **byte != b'"') {
            self.at += 1 + usize::from(*byte == b'\\');
        }
        let text = String::from_utf8_lossy(self.bytes.get(start..self.at).unwrap_or_default()).into_owned();
        self.at += 1;
        text
    }

    fn value(&mut self, pointer: String) {
        let Some(open) = self.peek() else { return };
        if self.lines.insert(pointer.clone(), self.line).is_some() {
            self.repeated.push((pointer.clone(), self.line));
        }
        match open {
            b'"' => drop(self.string()),
            b'{' | b'[' => {
                self.at += 1;
                let mut position = 0;
                while let Some(next) = self.peek().filter(|next| !matches!(next, b'}' | b']')) {
                    if next == b',' {
                        self.at += 1;
                        continue;
                    }
                    let name = if open == b'{' { self.string() } else { position.to_string() };
                    if open == b'{' && self.peek() == Some(b':') {
                        self.at += 1;
                    }
                    self.value([&pointer, "/", &name.replace('~', "~0").replace('/', "~1")].concat());
                    position += 1;
                }
                self.at += 1;
            }
            _ => {
                while self.bytes.get(self.at).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte))
                {
                    self.at += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_lines() {
        let text = "{\n \"a\": [1, \n-2.5e3, {\"b/c\": \"x\\\"y\"}],\n\"d\": {}, \"e\": []\n,\"d\": null}";
        let mut findings = Vec::new();
        let document = Document::read("x.json", text.as_bytes(), &mut findings).unwrap();
        let line = |pointer| document.finding(rules::NAME_TWICE.says(()), pointer).place.row;
        assert_eq!(
            ["", "/a", "/a/0", "/a/1", "/a/2/b~1c", "/e", "/a/2/absent"].map(line),
            [1, 2, 2, 3, 3, 4, 3].map(Some)
        );
        assert_eq!(document.text("/a/2/b~1c"), Some("x\"y"));
        assert_eq!(
            (findings.len(), findings[0].place.field.as_deref(), findings[0].place.row),
            (1, Some("/d"), Some(5))
        );
    }
}
