//! Comma-separated text, read strictly (RFC 4180) and written back.
//!
//! Owns: bytes to records and records to text. May use: `std`. Deliberately absent: what a cell means. The `csv` crate is
//! not used: it takes stray and unclosed quotes silently, and a checker has to point at them.

use std::borrow::Cow;

/// What is wrong with one cell as CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A quotation mark inside a bare cell, or text after a closing one. The cell keeps what was written.
    StrayQuote,
    /// A quotation mark that is never closed. The cell is taken to end with its line.
    UnclosedQuote,
    /// A NUL character.
    Nul,
}

/// A fault and the cell it is in, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The cell, from 0.
    pub cell: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// One record; made once and filled again for each row.
#[derive(Debug, Default)]
pub struct Record<'a> {
    /// The row as a spreadsheet numbers it: the first record is 1, a cell with line breaks is still one row.
    pub row: u32,
    /// The line of the file the record starts on, from 1.
    pub line: u32,
    /// Its cells, without their quotes.
    pub cells: Vec<Cow<'a, str>>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Record<'_> {
    /// Whether every cell is empty, as on a blank line.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

/// The text in some bytes, without a byte order mark, and the offset of the first byte that is not UTF-8.
///
/// What is not UTF-8 becomes U+FFFD, so that the rest can still be looked at.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(body) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => (String::from_utf8_lossy(body), Some(bytes.len() - body.len() + error.valid_up_to())),
    }
}

/// Reads records one after another.
///
/// ```
/// use linpu::wire::csv::{Reader, Record};
/// let (mut reader, mut record) = (Reader::new("id,name\r\nZY,\"a, \"\"b\"\"\"\r\n"), Record::default());
/// assert!(reader.read(&mut record) && reader.read(&mut record));
/// assert_eq!((record.row, &record.cells[1][..]), (2, "a, \"b\""));
/// assert!(!reader.read(&mut record));
/// ```
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    row: u32,
    line: u32,
}

impl<'a> Reader<'a> {
    /// A reader at the start of a text.
    pub fn new(text: &'a str) -> Reader<'a> {
        Reader { text, at: 0, row: 0, line: 1 }
    }

    /// Reads the next record into `record`; `false` at the end.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        record.cells.clear();
        record.faults.clear();
        if self.at >= self.text.len() {
            return false;
        }
        self.row += 1;
        (record.row, record.line) = (self.row, self.line);
        loop {
            let cell = if self.peek() == Some(b'"') { self.quoted(record) } else { Cow::Borrowed(self.bare(record)) };
            record.cells.push(cell);
            match self.peek() {
                Some(b',') => self.at += 1,
                None => return true,
                Some(end) => {
                    self.at += if end == b'\r' && self.at + 1 < self.text.len() { 2 } else { 1 };
                    self.line += 1;
                    return true;
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fault(record: &mut Record, kind: FaultKind) {
        let fault = Fault { cell: record.cells.len(), kind };
        if !record.faults.contains(&fault) {
            record.faults.push(fault);
        }
    }

    /// Reads up to a comma or the end of the line, and stands on it.
    fn bare(&mut self, record: &mut Record) -> &'a str {
        let (bytes, start) = (self.text.as_bytes(), self.at);
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b',' | b'\n' => break,
                b'\r' if matches!(bytes.get(self.at + 1), None | Some(b'\n')) => break,
                b'"' => Self::fault(record, FaultKind::StrayQuote),
                0 => Self::fault(record, FaultKind::Nul),
                _ => {}
            }
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    /// Reads a cell that starts with a quotation mark, and stands behind it.
    fn quoted(&mut self, record: &mut Record) -> Cow<'a, str> {
        let (text, open) = (self.text, self.at + 1);
        let mut start = open;
        let mut unescaped = String::new();
        loop {
            let Some(length) = text[start..].find('"') else {
                Self::fault(record, FaultKind::UnclosedQuote);
                let length = text[open..].find('\n').unwrap_or(text.len() - open);
                let line = &text[open..open + length];
                let cell = line.strip_suffix('\r').unwrap_or(line);
                self.at = open + cell.len();
                return Cow::Borrowed(cell);
            };
            let piece = &text[start..start + length];
            start += length + 1;
            if text[start..].starts_with('"') {
                unescaped.push_str(piece);
                unescaped.push('"');
                start += 1;
                continue;
            }
            let inside = &text[open..start - 1];
            self.line += inside.bytes().filter(|byte| *byte == b'\n').count() as u32;
            if inside.contains('\0') {
                Self::fault(record, FaultKind::Nul);
            }
            self.at = start;
            let rest = self.bare(record);
            if !rest.is_empty() {
                Self::fault(record, FaultKind::StrayQuote);
            }
            if unescaped.is_empty() && rest.is_empty() {
                return Cow::Borrowed(piece);
            }
            unescaped.push_str(piece);
            unescaped.push_str(rest);
            return Cow::Owned(unescaped);
        }
    }
}

/// Appends one record, quoting only where needed, with a line feed.
pub fn write_record<'c>(out: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    let start = out.len();
    for (position, cell) in cells.into_iter().enumerate() {
        if position > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            for piece in cell.split_inclusive('"') {
                out.push_str(piece);
                if piece.ends_with('"') {
                    out.push('"');
                }
            }
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    if out.len() == start {
        out.push_str("\"\"");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows = Vec<Vec<String>>;

    fn read(text: &str) -> (Rows, Vec<(u32, usize, FaultKind)>) {
        let (mut reader, mut record) = (Reader::new(text), Record::default());
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        while reader.read(&mut record) {
            rows.push(record.cells.iter().map(|cell| cell.to_string()).collect());
            faults.extend(record.faults.iter().map(|fault| (record.row, fault.cell, fault.kind)));
        }
        (rows, faults)
    }

    #[test]
    fn reads_plain_and_quoted_cells_with_either_line_end() {
        let expected: [&[&str]; 5] = [&["a", "b"], &["1,5", "x\"y"], &["", ""], &[""], &["z", ""]];
        let text = "a,b\n\"1,5\",\"x\"\"y\"\n,\n\nz,";
        let (rows, faults) = read(text);
        assert_eq!(faults, []);
        assert_eq!(rows, expected);
        assert_eq!(read(&text.replace('\n', "\r\n")), read(text));
        assert_eq!(read("a\r"), (vec![vec!["a".to_string()]], vec![]));
        assert_eq!(read(""), (vec![], vec![]));
    }

    #[test]
    fn counts_rows_as_a_spreadsheet_and_lines_as_an_editor() {
        let (mut reader, mut record) = (Reader::new("a\n\"1\n2\"\n3\n"), Record::default());
        let mut seen = Vec::new();
        while reader.read(&mut record) {
            seen.push((record.row, record.line));
        }
        assert_eq!(seen, [(1, 1), (2, 2), (3, 4)]);
    }

    #[test]
    fn points_at_stray_quotes_and_keeps_what_was_written() {
        let (rows, faults) = read("a,b\"c\n\"d\"e,f\n");
        assert_eq!(rows, [["a", "b\"c"], ["de", "f"]]);
        assert_eq!(faults, [(1, 1, FaultKind::StrayQuote), (2, 0, FaultKind::StrayQuote)]);
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_the_rest() {
        let (rows, faults) = read("a,\"b\r\nc,d\r\n");
        assert_eq!(rows, [["a", "b"], ["c", "d"]]);
        assert_eq!(faults, [(1, 1, FaultKind::UnclosedQuote)]);
    }

    #[test]
    fn finds_nul_in_bare_and_quoted_cells() {
        assert_eq!(read("a\0,\"b\0\"").1, [(1, 0, FaultKind::Nul), (1, 1, FaultKind::Nul)]);
    }

    #[test]
    fn decodes_with_and_without_a_mark_and_says_where_it_fails() {
        assert_eq!(decode("\u{feff}邻".as_bytes()), (Cow::Borrowed("邻"), None));
        assert_eq!(decode(b"\xEF\xBB\xBFa\xC1\xDA"), (Cow::Owned("a\u{fffd}\u{fffd}".to_string()), Some(4)));
    }

    #[test]
    fn writes_quotes_only_where_needed() {
        let mut out = String::new();
        write_record(&mut out, ["a", "b,c", "\"d\"", "e\nf"]);
        write_record(&mut out, [""]);
        assert_eq!(out, "a,\"b,c\",\"\"\"d\"\"\",\"e\nf\"\n\"\"\n");
    }
}
