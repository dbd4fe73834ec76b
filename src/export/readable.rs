//! Figures as people read them in a spreadsheet: columns and codes in the reader's language, each number beside the words it was
//! reported in.
//!
//! Owns: the columns of a readable table, and what a workbook says beside it. May use: `present`, `text`, [`super::xlsx`].
//! Deliberately absent: the tidy table, which programs read ([`super::figures_csv`]).

use super::Selected;
use super::xlsx::{self, Cell, Sheet};
use crate::model::*;
use crate::present::Context;
use crate::present::card::Computed;
use crate::present::figures::{Row, SourceLine};
use crate::text::cite_package::{self, Seen};
use crate::text::{self, FarMsg, Msg, Words, csv::CsvWriter};

macro_rules! columns {
    ($($column:ident $msg:expr, $width:literal;)+) => {
        /// The columns of a readable table.
        #[derive(Debug, Clone, Copy)]
        enum Column { $($column),+ }
        const WIDTHS: &[u8] = &[$($width),+];
        fn heads(words: &Words) -> Vec<String> {
            vec![$(words.msg($msg)),+]
        }
    };
}

columns! {
    Key FarMsg::ColKey, 10;
    Community Msg::ColCommunity, 16;
    Province Msg::DimProvince, 10;
    City Msg::DimCity, 10;
    District Msg::DimDistrict, 10;
    Group FarMsg::ColGroup, 12;
    Indicator FarMsg::ColIndicator, 20;
    Definition FarMsg::ReceiptDefinition, 40;
    Scope FarMsg::ColScope, 16;
    Said FarMsg::ColSaid, 18;
    Number FarMsg::ColNumber, 12;
    Bound FarMsg::ReceiptQualifier, 14;
    Unit FarMsg::ColUnit, 10;
    Status FarMsg::ColStatus, 12;
    Period FarMsg::ColPeriod, 20;
    Grade Msg::DimGrade, 12;
    Phrase FarMsg::ColPhrase, 30;
    Source FarMsg::ColSource, 40;
    Address FarMsg::ColAddress, 30;
    Note FarMsg::ReceiptNote, 30;
    View FarMsg::ColView, 20;
    Filters Msg::Filters, 20;
    Warning FarMsg::ColWarning, 20;
}

/// A row on its way out; a cell that nobody puts is blank.
struct Line(Vec<Cell>);

impl Line {
    fn put(&mut self, column: Column, text: impl Into<String>) {
        let text = text.into();
        self.0[column as usize] = if text.is_empty() { Cell::Blank } else { Cell::Text(text) };
    }

    fn number(&mut self, value: Option<f64>) {
        self.0[Column::Number as usize] = value.map_or(Cell::Blank, Cell::Number);
    }

    /// A row of a community, with what is said of all rows.
    fn of(context: &Context, selected: &Selected, community: CommunityId) -> Line {
        let mut line = Line(vec![Cell::Blank; WIDTHS.len()]);
        let place = |level| context.place_name(community, level).unwrap_or_default();
        line.put(Column::Community, context.community(community));
        line.put(Column::Province, place(PlaceLevel::Province));
        line.put(Column::City, place(PlaceLevel::City));
        line.put(Column::District, place(PlaceLevel::District));
        line.put(Column::View, selected.title);
        line.put(Column::Filters, selected.filters);
        line
    }

    fn put_sources(&mut self, sources: &[SourceLine]) {
        let list = |texts: Vec<&str>| texts.join("; ");
        self.put(Column::Source, list(sources.iter().map(|source| source.text.as_str()).collect()));
        self.put(Column::Address, list(sources.iter().filter_map(|source| source.url.as_deref()).collect()));
    }
}

/// Figures as CSV for people; Excel opens it as it is.
pub fn csv(context: &Context, selected: &Selected) -> String {
    let mut out = CsvWriter::new();
    for row in table(context, selected) {
        for cell in row {
            match cell {
                Cell::Blank => out.cell(""),
                Cell::Text(text) => out.cell(&text),
                Cell::Number(value) => out.cell(&super::exact(value)),
            }
        }
        out.end_row();
    }
    out.finish()
}

/// Figures as a workbook: the same table, and a sheet that says what its indicators mean and how to cite it.
pub fn workbook(context: &Context, selected: &Selected, seen: Option<Seen>) -> Vec<u8> {
    let words = context.words;
    let figures =
        Sheet { name: words.msg(FarMsg::SheetFigures), rows: table(context, selected), widths: WIDTHS.to_vec() };
    let about = Sheet {
        name: words.msg(FarMsg::SheetAbout),
        rows: about(context, selected, seen),
        widths: vec![28, 12, 70, 40],
    };
    xlsx::workbook(&[figures, about])
}

/// The names of the columns, and the rows.
fn table(context: &Context, selected: &Selected) -> Vec<Vec<Cell>> {
    let heads = heads(context.words).into_iter().map(Cell::Text).collect();
    let rows = selected.rows.iter().map(|row| figure(context, selected, *row).0);
    let computed = selected.computed.iter().map(|row| made(context, selected, row).0);
    std::iter::once(heads).chain(rows).chain(computed).collect()
}

fn figure(context: &Context, selected: &Selected, row: Row) -> Line {
    let words = context.words;
    let id = match row {
        Row::Figure(id) => id,
        Row::Missing(community, group, coverage) => {
            let mut line = Line::of(context, selected, community);
            line.put(Column::Group, context.code(group));
            line.put(Column::Scope, words.name(Scope::Community));
            line.put(Column::Said, context.why_missing(community, group, coverage));
            line.put(Column::Status, context.silence(community));
            line.put(Column::Warning, selected.warning);
            return line;
        }
    };
    let row = context.data.observation(id);
    let indicator = context.data.indicator(row.indicator);
    let mut line = Line::of(context, selected, row.community);
    line.put(Column::Key, &*row.key);
    line.put(Column::Group, context.code(indicator.group));
    line.put(Column::Indicator, words.text(&indicator.name));
    line.put(Column::Definition, words.text(&indicator.definition));
    line.put(Column::Scope, context.scope(row));
    line.put(Column::Said, context.value(row).exact);
    line.number(row.value);
    if row.value.is_some() {
        line.put(Column::Bound, text::value::qualifier(row, words.locale, words.lexicon()));
        line.put(Column::Unit, words.text(&context.data.unit(row.unit).name));
    }
    line.put(Column::Status, words.name(row.status));
    line.put(Column::Period, context.period(row));
    line.put(Column::Grade, words.name(row.grade));
    line.put(Column::Phrase, &*row.locator);
    line.put_sources(&[context.source_line(row.source)]);
    line.put(Column::Note, words.text(&row.note));
    // What somebody typed here leaves as that.
    let own = if context.is_own(id) { words.msg(Msg::OwnNote) } else { String::new() };
    line.put(Column::Warning, words.dotted(&[selected.warning.to_string(), own]));
    line
}

fn made(context: &Context, selected: &Selected, row: &Computed) -> Line {
    let words = context.words;
    let mut line = Line::of(context, selected, row.community);
    line.put(Column::Key, &*row.key);
    line.put(Column::Indicator, &*row.name);
    line.put(Column::Definition, &*row.definition);
    line.put(Column::Said, &*row.text);
    line.number(Some(row.value));
    line.put(Column::Bound, words.name(row.bound));
    line.put(Column::Unit, &*row.unit);
    line.put(Column::Status, words.msg(Msg::KeyDerived));
    line.put(Column::Grade, row.grade.map(|grade| words.name(grade)).unwrap_or_default());
    line.put_sources(&row.sources);
    line.put(Column::Warning, &*row.warning);
    line
}

/// What the indicators of the rows mean, and what to say with the figures.
fn about(context: &Context, selected: &Selected, seen: Option<Seen>) -> Vec<Vec<Cell>> {
    let (words, about) = (context.words, &context.data.about);
    let cells = |texts: [String; 4]| texts.map(Cell::Text).to_vec();
    let heads = [FarMsg::ColUnit, FarMsg::ReceiptDefinition, FarMsg::ColComparable].map(|head| words.msg(head));
    let [unit, definition, comparable] = heads;
    let mut rows = vec![cells([words.msg(FarMsg::ColIndicator), unit, definition, comparable])];
    let used = selected.rows.iter().filter_map(|row| match row {
        Row::Figure(id) => Some(context.data.observation(*id).indicator),
        Row::Missing(..) => None,
    });
    let used: Vec<IndicatorId> = used.collect();
    rows.extend(order::distinct(&used).into_iter().map(|id| {
        let it = context.definition(id);
        cells([it.name, it.unit, it.definition, it.comparable])
    }));
    rows.push(Vec::new());
    let said = [
        (words.msg(FarMsg::AboutCite), cite_package::gbt7714(about, seen)),
        (String::new(), cite_package::apa(about, seen)),
        (String::new(), words.fill(FarMsg::LicenceLine, &[&about.version])),
        (words.msg(FarMsg::ColView), selected.title.to_string()),
        (words.msg(Msg::Filters), selected.filters.to_string()),
        (words.msg(FarMsg::ColWarning), words.dotted(&[words.msg(FarMsg::SelfReported), selected.warning.to_string()])),
    ];
    rows.extend(said.map(|(head, text)| vec![Cell::Text(head), Cell::Blank, Cell::Text(text)]));
    rows
}
