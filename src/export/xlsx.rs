//! Tables as a workbook that spreadsheets open: SpreadsheetML (ECMA-376) in a ZIP.
//!
//! Owns: the parts of a workbook and how a cell is written. May use: [`super::zip`], `text::plain`. Deliberately absent: which
//! columns there are ([`super::readable`]), formulas, dates, anything that would ask a reader for permission.
//!
//! Written by hand because it is little: the usual crate (`rust_xlsxwriter` 0.102) measured 240 kB of program (brotli) on this
//! page's target and profile, all other pages together are half of that.

use super::zip::Zip;
use crate::text::plain::push_xml;
use std::collections::BTreeMap;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words, whatever they look like: never run, never turned into a date.
    Text(String),
    /// A number one can compute with.
    Number(f64),
}

/// A sheet; its first row names the columns and stays in view.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// How wide its columns are, in characters.
    pub widths: Vec<u8>,
}

/// No reader takes a longer name.
const LONGEST_NAME: usize = 31;
/// No reader takes a longer cell.
const LONGEST: usize = 32_767;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
/// Plain cells that show all their words from the top, and bold ones.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>\
    <fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">\
    <xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
    <xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>";

/// The texts of a workbook, each once: cells name them by their places.
#[derive(Default)]
struct Texts<'t> {
    places: BTreeMap<&'t str, usize>,
    xml: String,
}

impl<'t> Texts<'t> {
    fn place(&mut self, text: &'t str) -> usize {
        let next = self.places.len();
        *self.places.entry(text).or_insert_with(|| {
            self.xml += "<si><t xml:space=\"preserve\">";
            escape(&mut self.xml, text);
            self.xml += "</t></si>";
            next
        })
    }
}

/// A workbook of sheets.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let (mut zip, mut texts) = (Zip::new(), Texts::default());
    let (mut kinds, mut listed, mut related) = (String::new(), String::new(), String::new());
    let related_to = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let kind = |part: &str, kind: &str| format!("<Override PartName=\"/xl/{part}\" ContentType=\"{KIND}{kind}+xml\"/>");
    for (at, sheet) in sheets.iter().enumerate() {
        let (number, mut name) = (at + 1, String::new());
        let letters = sheet.name.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''));
        escape(&mut name, &letters.take(LONGEST_NAME).collect::<String>());
        kinds += &kind(&format!("worksheets/sheet{number}.xml"), "worksheet");
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"s{number}\"/>");
        related += &related_to(&format!("s{number}"), "worksheet", &format!("worksheets/sheet{number}.xml"));
        zip.add(&format!("xl/worksheets/sheet{number}.xml"), sheet_xml(sheet, &mut texts).as_bytes());
    }
    let mut add = |name: &str, tag: &str, space: &str, inside: &str| {
        zip.add(name, format!("{HEAD}<{tag} xmlns=\"{space}\">{inside}</{tag}>").as_bytes());
    };
    let relations = [PACKAGE, "/relationships"].concat();
    let defaults = "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                    <Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    let parts = [("workbook.xml", "sheet.main"), ("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")];
    let kinds = parts.iter().fold(defaults.to_string(), |all, (part, of)| all + &kind(part, of)) + &kinds;
    add("[Content_Types].xml", "Types", &[PACKAGE, "/content-types"].concat(), &kinds);
    add("_rels/.rels", "Relationships", &relations, &related_to("w", "officeDocument", "xl/workbook.xml"));
    related += &related_to("styles", "styles", "styles.xml");
    related += &related_to("texts", "sharedStrings", "sharedStrings.xml");
    add("xl/_rels/workbook.xml.rels", "Relationships", &relations, &related);
    add("xl/styles.xml", "styleSheet", MAIN, STYLES);
    add("xl/sharedStrings.xml", "sst", MAIN, &texts.xml);
    let with_relations = format!("{MAIN}\" xmlns:r=\"{RELATIONS}");
    add("xl/workbook.xml", "workbook", &with_relations, &format!("<sheets>{listed}</sheets>"));
    zip.finish()
}

fn sheet_xml<'t>(sheet: &'t Sheet, texts: &mut Texts<'t>) -> String {
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
         topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (at, width) in sheet.widths.iter().enumerate() {
        out += &format!("<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>", at + 1);
    }
    out += "</cols><sheetData>";
    for (at, row) in sheet.rows.iter().enumerate() {
        let (number, style) = ((at + 1).to_string(), u8::from(at == 0));
        out += &["<row r=\"", &number, "\">"].concat();
        for (column, cell) in row.iter().enumerate() {
            let start = ["<c r=\"", &letters(column), &number, "\" s=\"", &style.to_string(), "\""].concat();
            match cell {
                Cell::Number(value) if value.is_finite() => {
                    out += &[&start, "><v>", &value.to_string(), "</v></c>"].concat();
                }
                Cell::Text(text) if !text.is_empty() => {
                    out += &[&start, " t=\"s\"><v>", &texts.place(text).to_string(), "</v></c>"].concat();
                }
                _ => {}
            }
        }
        out += "</row>";
    }
    out + "</sheetData></worksheet>"
}

/// The letters of a column, from `A`.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8).to_string();
    if column < 26 { last } else { letters(column / 26 - 1) + &last }
}

/// Words as XML. `_x0041_` would be read as a character by its number, so that its first sign is written by number itself.
fn escape(out: &mut String, text: &str) {
    for (at, character) in text.char_indices().take(LONGEST) {
        match character {
            '\r' => {}
            '_' if is_number_of_character(&text[at..]) => out.push_str("_x005F_"),
            other => push_xml(out, other),
        }
    }
}

fn is_number_of_character(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 6 && bytes[1] == b'x' && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet { name: "a/b<c>".into(), rows, widths: vec![12] }
    }

    #[test]
    fn a_cell_is_a_number_or_words_and_words_never_run() {
        let sheet = sheet(vec![
            vec![text("数"), text("限定")],
            vec![Cell::Number(0.1), text("=1+1"), Cell::Blank, text("数")],
            vec![Cell::Number(f64::NAN), text("<&\"\u{1}\r\n_x0041_ _x")],
        ]);
        let mut texts = Texts::default();
        let xml = sheet_xml(&sheet, &mut texts);
        for part in [
            "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\" t=\"s\"><v>1</v></c></row>",
            "<c r=\"A2\" s=\"0\"><v>0.1</v></c><c r=\"B2\" s=\"0\" t=\"s\"><v>2</v></c><c r=\"D2\" s=\"0\" t=\"s\"><v>0</v></c>",
            "<row r=\"3\"><c r=\"B3\"",
        ] {
            assert!(xml.contains(part), "{part} is not in {xml}");
        }
        let said = ["数", "限定", "=1+1", "&lt;&amp;&quot;\u{FFFD}\n_x005F_x0041_ _x"];
        assert_eq!(texts.xml, said.map(|text| format!("<si><t xml:space=\"preserve\">{text}</t></si>")).concat());
    }

    #[test]
    fn columns_are_called_by_letters() {
        let called = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_workbook_lists_its_sheets_by_names_that_readers_take() {
        let bytes = workbook(&[sheet(Vec::new()), Sheet { name: "长".repeat(40), ..sheet(Vec::new()) }]);
        let all = String::from_utf8_lossy(&bytes);
        let long = "长".repeat(31);
        assert!(all.contains("<sheet name=\"ab&lt;c&gt;\" sheetId=\"1\""), "{all}");
        assert!(all.contains(&format!("<sheet name=\"{long}\" sheetId=\"2\" r:id=\"s2\"/>")));
        for part in [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet2.xml",
        ] {
            assert!(all.contains(part), "{part}");
        }
    }
}
