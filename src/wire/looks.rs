//! What a file that is not the table it should be looks like.
//!
//! Owns: guesses at other kinds of file, encodings, delimiters and lost headers. May use: `csv`, `schema`, the rules.
//! Deliberately absent: reading such files.

use super::csv;
use super::schema::Table;
use crate::diagnostics::{Diagnostic, rules};

/// What a file is instead of text with lines.
pub(super) fn otherwise(table: &Table, bytes: &[u8]) -> Option<Diagnostic> {
    let is_workbook = bytes.starts_with(b"PK\x03\x04");
    if is_workbook || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let (zh, en) = if is_workbook {
            ("Excel 工作簿（xlsx）", "an Excel workbook (xlsx)")
        } else {
            ("旧版 Excel 工作簿（xls）", "an old Excel workbook (xls)")
        };
        return Some(rules::NOT_CSV.at(table.file, None, None).detail(zh, en));
    }
    let is_wide =
        matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..]);
    if is_wide {
        let (zh, en) = ("0 个字节起，看起来是 UTF-16", "0 on; it looks like UTF-16");
        return Some(rules::BAD_UTF8.at(table.file, Some(1), None).detail(zh, en));
    }
    let body = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    if !body.contains(&b'\n') && body.contains(&b'\r') {
        return Some(rules::LINE_ENDS.at(table.file, None, None));
    }
    None
}

/// From which byte on a text is not UTF-8, and what it looks like instead: the words of `BAD_UTF8`.
pub(super) fn encoding(bytes: &[u8], offset: usize) -> (String, String) {
    let is_first = bytes[..offset].iter().skip_while(|byte| **byte >= 0xef).all(u8::is_ascii);
    let is_gbk = is_first && matches!(bytes[offset..], [0x81..=0xfe, 0x40..=0xfe, ..]);
    let (zh, en) = if is_gbk { ("，看起来是 GBK", "; it looks like GBK") } else { ("", "") };
    (format!("{offset} 个字节起{zh}"), format!("{offset} on{en}"))
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
    for (delimiter, zh, en) in [
        ('\t', "制表符", "tabs"),
        (';', "分号", "semicolons"),
        ('，', "中文逗号", "Chinese commas"),
        ('|', "竖线", "bars"),
    ] {
        if is_header(table, line.split(delimiter).map(|cell| cell.trim().trim_matches('"'))) {
            return rules::WRONG_DELIMITER.at(table.file, Some(1), None).saw(line).detail(zh, en);
        }
    }
    let (mut reader, mut record) = (csv::Reader::new(text), csv::Record::default());
    while reader.read(&mut record) && record.row < 10 {
        if is_header(table, record.cells.iter().map(|cell| cell.trim())) {
            let row = record.row.to_string();
            return rules::LATE_HEADER.at(table.file, Some(1), None).saw(&saw).detail(&row, &row);
        }
    }
    let is_row = first.len() == table.columns.len() && !first[0].trim().is_empty();
    let rule = if is_row { &rules::NO_HEADER_ROW } else { &rules::MISSING_HEADER };
    rule.at(table.file, Some(1), None).saw(&saw).detail(&expected, &expected)
}
