//! What leaves the page: files of figures and pictures of charts, each with title, notes, source and filters inside.
//!
//! Owns: the columns of exported tables, tidy for programs and readable for people, and what stands in a picture. May use: `present`, `chart`, `text`. Deliberately
//! absent: how a file reaches a person.

pub mod readable;
pub mod xlsx;
pub mod zip;

use crate::chart::{self, Frame, Scene, Theme, svg};
use crate::model::*;
use crate::present::Context;
use crate::present::card::{ChartCard, Computed};
use crate::present::figures::Row;
use crate::text::{FarMsg, Msg, csv::CsvWriter};

/// Rows on their way out, and what is said of all of them.
#[derive(Debug, Clone, Copy)]
pub struct Selected<'a> {
    /// Figures, and what is missing.
    pub rows: &'a [Row],
    /// What is computed from them.
    pub computed: &'a [Computed],
    /// The chart or table they stand in.
    pub title: &'a str,
    /// The filters in force.
    pub filters: &'a str,
    /// What must be said with them.
    pub warning: &'a str,
}

impl<'a> From<&'a ChartCard> for Selected<'a> {
    fn from(card: &'a ChartCard) -> Self {
        Selected {
            rows: &card.rows,
            computed: &card.computed,
            title: &card.title,
            filters: &card.filters,
            warning: &card.warning,
        }
    }
}

macro_rules! columns {
    ($($column:ident $name:literal)+) => {
        /// The columns of an exported table. Codes, not words, where a program will read them.
        #[derive(Debug, Clone, Copy)]
        enum Column { $($column),+ }
        const COLUMNS: &[&str] = &[$($name),+];
    };
}

columns! {
    Id "id"
    Community "community"
    Province "province"
    City "city"
    District "district"
    Group "group"
    Indicator "indicator"
    Definition "definition"
    Scope "scope"
    ScopeName "scope_name"
    Value "value"
    Bound "bound"
    Status "status"
    Unit "unit"
    Period "period"
    PeriodStartBasis "period_start_basis"
    PeriodEndBasis "period_end_basis"
    Grade "grade"
    ReportedAs "reported_as"
    Locator "locator"
    Source "source"
    Url "url"
    View "view"
    Filters "filters"
    Warning "warning"
}

/// A row on its way out; a cell that nobody puts is blank.
struct Line([String; COLUMNS.len()]);

impl Line {
    fn new() -> Line {
        Line(std::array::from_fn(|_| String::new()))
    }

    fn put(&mut self, column: Column, text: impl Into<String>) {
        self.0[column as usize] = text.into();
    }

    /// Whose it is, and where that lies.
    fn put_community(&mut self, context: &Context, community: CommunityId) {
        let place = |level| context.place_name(community, level).unwrap_or_default();
        self.put(Column::Community, context.community(community));
        self.put(Column::Province, place(PlaceLevel::Province));
        self.put(Column::City, place(PlaceLevel::City));
        self.put(Column::District, place(PlaceLevel::District));
    }

    fn write(&self, out: &mut CsvWriter) {
        self.0.iter().for_each(|cell| out.cell(cell));
        out.end_row();
    }
}

/// Figures as CSV: a missing value is blank and its `status` column says why; every row carries its receipt.
pub fn figures_csv(context: &Context, rows: &[Row], title: &str, filters: &str, warning: &str) -> String {
    csv_of(context, rows, title, filters, warning).finish()
}

fn csv_of(context: &Context, rows: &[Row], title: &str, filters: &str, warning: &str) -> CsvWriter {
    let mut out = CsvWriter::new();
    out.row(COLUMNS);
    for row in rows {
        let mut line = match row {
            Row::Figure(id) => figure(context, context.data.observation(*id)),
            Row::Missing(community, group, coverage) => {
                let mut line = Line::new();
                line.put_community(context, *community);
                line.put(Column::Group, context.code(*group));
                line.put(Column::Scope, Scope::Community.code());
                line.put(Column::Status, context.silence_code(*community));
                line.put(Column::ReportedAs, context.why_missing(*community, *group, *coverage));
                line
            }
        };
        // What somebody typed here leaves as that.
        let own = matches!(row, Row::Figure(id) if context.is_own(*id));
        let own = if own { context.words.msg(Msg::OwnNote) } else { String::new() };
        line.put(Column::View, title);
        line.put(Column::Filters, filters);
        line.put(Column::Warning, context.words.dotted(&[warning.to_string(), own]));
        line.write(&mut out);
    }
    out
}

/// A chart's figures as CSV, and after them what is computed from them: with status `derived`, the keys of its figures as `id`,
/// its formula as `definition`.
pub fn card_csv(context: &Context, card: &ChartCard) -> String {
    tidy_csv(context, &card.into())
}

/// Rows and what is computed from them as CSV for programs.
pub fn tidy_csv(context: &Context, selected: &Selected) -> String {
    let mut out = csv_of(context, selected.rows, selected.title, selected.filters, selected.warning);
    let list = |texts: Vec<String>| texts.join("; ");
    for row in selected.computed {
        let mut line = Line::new();
        line.put_community(context, row.community);
        line.put(Column::Id, &*row.key);
        line.put(Column::Indicator, &*row.name);
        line.put(Column::Definition, &*row.definition);
        line.put(Column::Value, exact(row.value));
        line.put(Column::Bound, row.bound.code());
        line.put(Column::Status, "derived");
        line.put(Column::Unit, &*row.unit);
        line.put(Column::Grade, row.grade.map_or("", Grade::code));
        line.put(Column::ReportedAs, &*row.text);
        line.put(Column::Source, list(row.sources.iter().map(|source| source.text.clone()).collect()));
        line.put(Column::Url, list(row.sources.iter().filter_map(|source| source.url.clone()).collect()));
        line.put(Column::View, selected.title);
        line.put(Column::Filters, selected.filters);
        line.put(Column::Warning, &*row.warning);
        line.write(&mut out);
    }
    out.finish()
}

/// A number for programs: the fewest digits that are read back as this very number, never with an exponent. What a source
/// states leaves as it was stated; what is computed leaves with all its digits (seventeen at most), for rounding could carry it
/// over its own bound, and whoever computes it again from the same file must find it equal.
fn exact(value: f64) -> String {
    value.to_string()
}

fn figure(context: &Context, row: &Observation) -> Line {
    let indicator = context.data.indicator(row.indicator);
    let source = context.source_line(row.source);
    let mut line = Line::new();
    line.put_community(context, row.community);
    line.put(Column::Id, &*row.key);
    line.put(Column::Group, context.code(indicator.group));
    line.put(Column::Indicator, context.words.text(&indicator.name));
    line.put(Column::Definition, context.words.text(&indicator.definition));
    line.put(Column::Scope, row.scope.code());
    line.put(Column::ScopeName, context.scope_name(row));
    line.put(Column::Value, row.value.map(exact).unwrap_or_default());
    line.put(Column::Bound, row.bound.code());
    line.put(Column::Status, row.status.code());
    line.put(Column::Unit, &*context.data.unit(row.unit).key);
    line.put(Column::Period, row.period.to_text());
    line.put(Column::PeriodStartBasis, row.bases.start.code());
    line.put(Column::PeriodEndBasis, row.bases.end.code());
    line.put(Column::Grade, row.grade.code());
    line.put(Column::ReportedAs, context.value(row).text);
    line.put(Column::Locator, &*row.locator);
    line.put(Column::Source, source.text);
    line.put(Column::Url, source.url.unwrap_or_default());
    line
}

/// A chart as it leaves the page.
#[derive(Debug, Clone)]
pub struct Picture {
    scene: Scene,
    frame: Frame,
    dark: bool,
    lang: &'static str,
}

/// A drawn picture file and its size in CSS pixels.
#[derive(Debug, Clone)]
pub struct SvgFile {
    /// The file.
    pub svg: String,
    /// Its width.
    pub width_px: f64,
    /// Its height.
    pub height_px: f64,
}

/// The width of a chart inside a picture, in CSS pixels.
const PICTURE_WIDTH_PX: f64 = 720.0;

impl Picture {
    /// A chart with its title, notes, sources and filters.
    pub fn of(context: &Context, card: &ChartCard, dark: bool) -> Picture {
        let words = context.words;
        let has_own = card.rows.iter().any(|row| matches!(row, Row::Figure(id) if context.is_own(*id)));
        let sources = context.source_lines(&card.sources, false).into_iter().map(|source| source.text);
        let sources: Vec<String> = sources.collect();
        let key = context.key(&card.spec, PICTURE_WIDTH_PX);
        let scene = chart::draw::draw(&card.spec, PICTURE_WIDTH_PX).stack(key, 16.0);
        let frame = Frame {
            title: card.title.clone(),
            subtitle: card.summary.clone(),
            notes: vec![
                card.warning.clone(),
                card.note.clone(),
                context.missing_line(card),
                words.msg(FarMsg::SelfReported),
                if has_own { words.msg(Msg::OwnNote) } else { String::new() },
            ],
            source: format!("{}{}", words.msg(FarMsg::SourceLine), sources.join(&words.pair("；", "; "))),
            filters: words.fill(Msg::FiltersInPicture, &[&card.filters]),
            licence: words.fill(FarMsg::LicenceLine, &[&context.data.about.version]),
        };
        Picture { scene, frame, dark, lang: words.locale.html_lang() }
    }
}

/// Writes a picture as a file that stands alone.
pub fn chart_svg(picture: &Picture) -> SvgFile {
    let theme = if picture.dark { Theme::dark() } else { Theme::light() };
    let framed = chart::framed(picture.scene.clone(), &picture.frame);
    let svg = svg::to_svg(&picture.scene, &theme, Some(&picture.frame), picture.lang);
    SvgFile { svg, width_px: framed.width_px, height_px: framed.height_px }
}
