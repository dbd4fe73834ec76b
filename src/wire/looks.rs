//! What a file that is not the table it should be looks like.
//!
//! Owns: guesses at other kinds of file, encodings, delimiters and lost headers. May use: `csv`, `schema`, the rules.
//! Deliberately absent: reading such files.

use super::csv;
use super::schema::Table;
use crate::diagnostics::detail::{Charset, Delimiter, Encoding, Workbook};
use crate::diagnostics::{Diagnostic, rules};

/// What a file is instead of text with lines.
pub(super) fn otherwise(table: &Table, bytes: &[u8]) -> Option<Diagnostic> {
    let workbook = match bytes {
        [b'P', b'K', 3, 4, ..] => Some(Workbook::Xlsx),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Workbook::Xls),
        [0x1f, 0x8b, ..] | [b'R', b'a', b'r', b'!', ..] => Some(Workbook::Zip),
        _ => None,
    };
    if let Some(workbook) = workbook {
        return Some(rules::NOT_CSV.at(table.file, None, None, workbook));
    }
    let is_wide =
        matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..]);
    if is_wide {
        let encoding = Encoding { offset: 0, looks: Some(Charset::Utf16) };
        return Some(rules::BAD_UTF8.at(table.file, Some(1), None, encoding));
    }
    let body = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    if !body.contains(&b'\n') && body.contains(&b'\r') {
        return Some(rules::LINE_ENDS.at(table.file, None, None, ()));
    }
    None
}

/// Whether a line is one that git writes where two versions could not be merged.
pub(super) fn is_merge_mark(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line == b"=======" || [&b"<<<<<<< "[..], b">>>>>>> ", b"||||||| "].iter().any(|mark| line.starts_with(mark))
}

/// From which byte on a text is not UTF-8, and what it looks like instead.
pub(super) fn encoding(bytes: &[u8], offset: usize) -> Encoding {
    let is_first = bytes[..offset].iter().skip_while(|byte| **byte >= 0xef).all(u8::is_ascii);
    let is_gbk = is_first && matches!(bytes[offset..], [0x81..=0xfe, 0x40..=0xfe, ..]);
    Encoding { offset, looks: is_gbk.then_some(Charset::Gbk) }
}

/// Whether names are a table's header: at least half of its columns.
pub(super) fn is_header<'n>(table: &Table, names: impl Iterator<Item = &'n str> + Clone) -> bool {
    let known = table.columns().filter(|(name, _)| names.clone().any(|other| other == *name)).count();
    known > 0 && known * 2 >= table.columns.len()
}

/// The finding for a first row that is no header.
pub(super) fn no_header(table: &Table, first: &[String], text: &str) -> Diagnostic {
    let (line, expected) = (text.lines().next().unwrap_or_default(), table.header());
    let saw = first.join(",");
    for (sign, delimiter) in
        [('\t', Delimiter::Tab), (';', Delimiter::Semicolon), ('，', Delimiter::WideComma), ('|', Delimiter::Bar)]
    {
        if is_header(table, line.split(sign).map(|cell| cell.trim().trim_matches('"'))) {
            return rules::WRONG_DELIMITER.at(table.file, Some(1), None, delimiter).saw(line);
        }
    }
    let (mut reader, mut record) = (csv::Reader::new(text), csv::Record::default());
    while reader.read(&mut record) && record.row < 10 {
        if is_header(table, record.cells.iter().map(|cell| cell.trim())) {
            return rules::LATE_HEADER.at(table.file, Some(1), None, record.row).saw(&saw);
        }
    }
    let is_row = first.len() == table.columns.len() && !first[0].trim().is_empty();
    let rule = if is_row { &rules::NO_HEADER_ROW } else { &rules::MISSING_HEADER };
    rule.at(table.file, Some(1), None, expected).saw(&saw)
}
