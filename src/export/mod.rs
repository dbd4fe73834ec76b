//! What leaves the page: files of figures and pictures of charts, each with title, notes, source and filters inside.
//!
//! Owns: the columns of an exported table and what stands in a picture. May use: `present`, `chart`, `text`. Deliberately
//! absent: how a file reaches a person.

use crate::chart::{self, Frame, Scene, Theme, svg};
use crate::model::*;
use crate::present::Context;
use crate::present::charts::ChartCard;
use crate::present::figures::Row;
use crate::text::{Msg, csv::CsvWriter};

/// The columns of an exported table. Codes, not words, where a program will read them.
const COLUMNS: [&str; 23] = [
    "id",
    "community",
    "province",
    "city",
    "district",
    "group",
    "indicator",
    "definition",
    "scope",
    "scope_name",
    "value",
    "bound",
    "status",
    "unit",
    "period",
    "period_basis",
    "reported_as",
    "locator",
    "source",
    "url",
    "view",
    "filters",
    "warning",
];

/// Figures as CSV: a missing value is blank and its `status` column says why; every row carries its receipt.
pub fn figures_csv(context: &Context, rows: &[Row], title: &str, filters: &str, warning: &str) -> String {
    csv_of(context, rows, title, filters, warning).finish()
}

fn csv_of(context: &Context, rows: &[Row], title: &str, filters: &str, warning: &str) -> CsvWriter {
    let mut out = CsvWriter::new();
    out.row(&COLUMNS);
    for row in rows {
        let cells = match row {
            Row::Figure(id) => figure(context, context.data.observation(*id)),
            Row::Missing(community, group, coverage) => {
                let mut cells = vec![String::new(); COLUMNS.len() - 3];
                put_places(context, *community, &mut cells);
                cells[5] = context.code(*group);
                cells[8] = Scope::Community.code().to_string();
                cells[12] = ObsStatus::NotReported.code().to_string();
                cells[16] = context.why_missing(*community, *group, *coverage);
                cells
            }
        };
        for cell in &cells {
            out.cell(cell);
        }
        // What somebody typed here leaves as that.
        let own = matches!(row, Row::Figure(id) if Some(context.data.observation(*id).community) == context.data.own);
        let own = if own { context.words.msg(Msg::OwnNote) } else { String::new() };
        out.cell(title);
        out.cell(filters);
        out.cell(&context.words.dotted(&[warning.to_string(), own]));
        out.end_row();
    }
    out
}

/// A chart's figures as CSV, and after them what is computed from them: with status `derived`, the keys of its figures as `id`,
/// its formula as `definition`.
pub fn card_csv(context: &Context, card: &ChartCard) -> String {
    let mut out = csv_of(context, &card.rows, &card.title, &card.filters, &card.warning);
    let list = |texts: Vec<String>| texts.join("; ");
    for row in &card.computed {
        let mut cells = vec![String::new(); COLUMNS.len()];
        put_places(context, row.community, &mut cells);
        let bound = row.bound.code();
        for (at, cell) in [
            (0, &*row.key),
            (6, &row.name),
            (7, &row.definition),
            (10, &exact(row.value)),
            (11, bound),
            (12, "derived"),
            (13, &row.unit),
            (16, &row.text),
            (18, &list(row.sources.iter().map(|source| source.text.clone()).collect())),
            (19, &list(row.sources.iter().filter_map(|source| source.url.clone()).collect())),
            (20, &card.title),
            (21, &card.filters),
            (22, &row.warning),
        ] {
            cells[at] = cell.to_string();
        }
        cells.iter().for_each(|cell| out.cell(cell));
        out.end_row();
    }
    out.finish()
}

/// A number for programs: the fewest digits that are read back as this very number, never with an exponent. What a source
/// states leaves as it was stated; what is computed leaves with all its digits (seventeen at most), for rounding could carry it
/// over its own bound, and whoever computes it again from the same file must find it equal.
fn exact(value: f64) -> String {
    value.to_string()
}

fn put_places(context: &Context, community: CommunityId, cells: &mut [String]) {
    let place = |level| {
        context
            .data
            .place_at(community, level)
            .map(|id| context.words.text(&context.data.place(id).name))
            .unwrap_or_default()
    };
    cells[1] = context.community(community);
    cells[2] = place(PlaceLevel::Province);
    cells[3] = place(PlaceLevel::City);
    cells[4] = place(PlaceLevel::District);
}

fn figure(context: &Context, row: &Observation) -> Vec<String> {
    let indicator = context.data.indicator(row.indicator);
    let source = context.source_line(row.source);
    let mut cells = vec![
        row.key.clone(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        context.code(indicator.group),
        context.words.text(&indicator.name),
        context.words.text(&indicator.definition),
        row.scope.code().to_string(),
        context.scope_name(row),
        row.value.map(exact).unwrap_or_default(),
        row.bound.code().to_string(),
        row.status.code().to_string(),
        context.data.unit(row.unit).key.clone(),
        row.period.to_text(),
        row.period_basis.code().to_string(),
        context.value(row).text,
        row.locator.clone(),
        source.text,
        source.url.unwrap_or_default(),
    ];
    put_places(context, row.community, &mut cells);
    cells
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
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The width of a chart inside a picture, in CSS pixels.
const PICTURE_WIDTH: f64 = 720.0;

impl Picture {
    /// A chart with its title, notes, sources and filters.
    pub fn of(context: &Context, card: &ChartCard, dark: bool) -> Picture {
        let words = context.words;
        let is_own = |row: &Row| match row {
            Row::Figure(id) => Some(context.data.observation(*id).community) == context.data.own,
            Row::Missing(..) => false,
        };
        let has_own = context.data.own.is_some() && card.rows.iter().any(is_own);
        let sources: Vec<String> = card.sources.iter().map(|source| source.text.clone()).collect();
        let key = context.key(&card.spec, PICTURE_WIDTH);
        let scene = chart::draw::draw(&card.spec, PICTURE_WIDTH).stack(key, 16.0);
        let frame = Frame {
            title: card.title.clone(),
            subtitle: card.summary.clone(),
            notes: vec![
                card.warning.clone(),
                card.note.clone(),
                card.missing.clone(),
                words.msg(Msg::SelfReported),
                if has_own { words.msg(Msg::OwnNote) } else { String::new() },
            ],
            source: format!("{}{}", words.msg(Msg::SourceLine), sources.join(&words.pair("；", "; "))),
            filters: words.fill(Msg::FiltersInPicture, &[&card.filters]),
            licence: words.fill(Msg::LicenceLine, &[&context.data.about.version]),
        };
        Picture { scene, frame, dark, lang: words.locale.html_lang() }
    }
}

/// Writes a picture as a file that stands alone.
pub fn chart_svg(picture: &Picture) -> SvgFile {
    let theme = if picture.dark { Theme::dark() } else { Theme::light() };
    let framed = chart::framed(picture.scene.clone(), &picture.frame);
    let svg = svg::to_svg(&picture.scene, &theme, Some(&picture.frame), picture.lang);
    SvgFile { svg, width: framed.width, height: framed.height }
}
