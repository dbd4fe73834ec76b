//! Tables as CSV that spreadsheets open unharmed.
//!
//! Owns: quoting, line ends, the guard against cells that would run as formulas. May use: [`super::plain`].
//! Deliberately absent: which columns there are (`export`), reading (`wire`).

use super::plain::is_xml;

/// A CSV file being written: UTF-8 with a byte order mark (Excel takes anything else for the system's code page), CRLF,
/// quotes where RFC 4180 asks for them.
#[derive(Debug, Clone)]
pub struct CsvWriter {
    text: String,
    row_is_empty: bool,
}

impl Default for CsvWriter {
    fn default() -> CsvWriter {
        CsvWriter::new()
    }
}

impl CsvWriter {
    /// A file with nothing in it yet.
    pub fn new() -> CsvWriter {
        CsvWriter { text: "\u{FEFF}".to_string(), row_is_empty: true }
    }

    /// Adds a cell to the row.
    pub fn cell(&mut self, cell: &str) {
        if !self.row_is_empty {
            self.text.push(',');
        }
        self.row_is_empty = false;
        let guarded = is_risky(cell);
        // Some readers trim bare cells.
        let quoted = cell.contains(['"', ',', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
        if quoted {
            self.text.push('"');
        }
        if guarded {
            self.text.push('\'');
        }
        for character in cell.chars() {
            if character == '"' {
                self.text.push('"');
            }
            // Spreadsheets end a cell at a zero, and cannot save the other characters that XML forbids.
            self.text.push(if is_xml(character) { character } else { '\u{FFFD}' });
        }
        if quoted {
            self.text.push('"');
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.row_is_empty = true;
    }

    /// Adds a whole row.
    pub fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            self.cell(cell);
        }
        self.end_row();
    }

    /// The file.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Takes back the guard that [`CsvWriter::cell`] put before a cell.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if starts_a_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet might run the cell. A guarded-looking cell counts too, so that taking the guard back is exact.
fn is_risky(cell: &str) -> bool {
    starts_a_formula(cell.trim_start_matches('\'')) && !is_plain_number(cell)
}

fn starts_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

/// Digits with at most a sign and a point: nothing that could be evaluated.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &str) -> String {
        let mut writer = CsvWriter::new();
        writer.row(&[cell]);
        writer.finish().trim_start_matches('\u{FEFF}').strip_suffix("\r\n").unwrap().to_string()
    }

    #[test]
    fn a_table_opens_in_excel() {
        let mut writer = CsvWriter::new();
        writer.row(&["社区", "value"]);
        writer.row(&["", ""]);
        assert_eq!(writer.finish(), "\u{FEFF}社区,value\r\n,\r\n");
    }

    #[test]
    fn cells_are_quoted_only_where_needed() {
        let check = |cell: &str, expected: &str| assert_eq!(written(cell), expected, "{cell:?}");
        check("竹隐社区", "竹隐社区");
        check("", "");
        check("a,b", "\"a,b\"");
        check("“三竹”", "“三竹”");
        check("say \"hi\"", "\"say \"\"hi\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check(" edge", "\" edge\"");
    }

    #[test]
    fn no_cell_can_run() {
        let check = |cell: &str, expected: &str| assert_eq!(written(cell), expected, "{cell:?}");
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("+86 731", "'+86 731");
        check("-", "'-");
        check("-2+3", "'-2+3");
        check("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        check("\t=1", "'\t=1");
        check("\r=1", "\"'\r=1\"");
        check("\n=1", "\"'\n=1\"");
        check("\0=1", "'\u{FFFD}=1");
        check("a\u{FFFE}\u{1}b", "a\u{FFFD}\u{FFFD}b");
        check("＝1", "'＝1");
        check("＋1", "'＋1");
        check("－1", "'－1");
        check("＠x", "'＠x");
        check("'=1", "''=1");
        check("-5", "-5");
        check("-5.25", "-5.25");
        check("+3", "+3");
        check("--03-26", "'--03-26");
        check("2021-06", "2021-06");
        check("'tis", "'tis");
    }

    #[test]
    fn the_guard_can_be_taken_back() {
        for cell in ["=1", "'=1", "''-", "-5", "'-5", "'tis", "", "'", "''", "－", "--03-26", "竹隐"] {
            assert_eq!(unguard(&written(cell)), cell, "{cell:?}");
        }
    }
}
