//! How wide a chart is drawn, and which rows of a long table are in view.

use crate::chart::{Scene, Spec};

/// The height a table row has until one has been measured, in CSS pixels.
pub const ROW_HEIGHT_PX: f64 = 48.0;

/// A chart drawn for one width.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The class that shows it: always, or only in some widths of the page.
    pub class: &'static str,
    /// What was drawn.
    pub scene: Scene,
}

/// Breakpoints of the style sheet, in CSS pixels of the page: wide margins from the first, two columns from the second.
const WIDE_MARGINS_FROM_PX: f64 = 600.0;
const TWO_COLUMNS_FROM_PX: f64 = 1200.0;
/// The page is never wider than this.
const WIDEST_PX: f64 = 1440.0;
/// The map of tiles, and what is between cards.
const MAP_PX: f64 = 304.0;
const GAP_PX: f64 = 16.0;

/// A page in which charts are as wide as A4 paper leaves between margins of 16 mm, 672 pixels.
pub const PAPER_PX: f64 = 784.0;

/// The part of a page a chart stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Beside another chart.
    Column,
    /// Beside the map.
    Band,
    /// The whole page.
    Page,
}

/// The width of a chart's drawing in a page of some width. Follows `assets/styles`.
fn width_px(page_px: f64, room: Room) -> f64 {
    let (margin, padding) = if page_px < WIDE_MARGINS_FROM_PX { (16.0, 16.0) } else { (32.0, 22.0) };
    let content = page_px.min(WIDEST_PX) - 2.0 * margin;
    let card = match room {
        Room::Column if page_px >= TWO_COLUMNS_FROM_PX => (content - GAP_PX) / 2.0,
        Room::Band if page_px >= TWO_COLUMNS_FROM_PX => content - MAP_PX - GAP_PX,
        _ => content,
    };
    // The card's border and the ring's room around the picture.
    (card - 2.0 * padding - 4.0).max(240.0).floor()
}

/// The width of a picture in a receipt, which is a drawer at the side, or the whole of a narrow page; or, on the page of a figure,
/// no wider than its card. Follows `assets/styles`.
pub fn receipt_px(page_px: Option<f64>, is_in_card: bool) -> f64 {
    const DRAWER_PX: f64 = 480.0;
    let page = page_px.unwrap_or(DRAWER_PX);
    let padding = if page < WIDE_MARGINS_FROM_PX { 16.0 } else { 28.0 };
    let drawer = page.min(DRAWER_PX) - 2.0 * padding;
    let width = if is_in_card { drawer.min(width_px(page, Room::Page)) } else { drawer };
    width.max(240.0).floor()
}

/// The names of flows stand beside their pictures; lanes narrower than this leave no room for words.
const RELAY_NAME_PX: f64 = 168.0;
const LANE_LEAST_PX: f64 = 84.0;

/// The width of flows side by side, beside their names; `None` where their lanes would be too narrow for words.
pub fn relay_px(page_px: Option<f64>, lanes: usize) -> Option<f64> {
    let width = width_px(page_px?, Room::Page) - RELAY_NAME_PX;
    (width >= LANE_LEAST_PX * lanes as f64).then_some(width)
}

/// What draws a picture of a width: all kinds of charts, or those of the first half of the program.
pub type Draw = fn(&Spec, f64) -> Scene;

/// Draws a chart for a page of a known width, or, for the first paint, the one beside the map for the widths that pages mostly
/// have: the program draws the others before anybody gets there.
pub fn drawn(page_px: Option<f64>, room: Room, spec: &Spec, draw: Draw) -> Vec<Drawn> {
    let draw = |class: &'static str, page_px: f64| Drawn { class, scene: draw(spec, width_px(page_px, room)) };
    match page_px {
        Some(page) => vec![draw("picture", page)],
        None if room == Room::Column => Vec::new(),
        None => vec![
            draw("picture only-narrow", 390.0),
            draw("picture only-medium", 768.0),
            draw("picture only-broad", 1440.0),
        ],
    }
}

/// A condition of a style sheet where everything is so many times as large: each of its lengths in `em` is.
pub fn scaled(condition: &str, times: f64) -> String {
    let mut text = String::with_capacity(condition.len() + 8);
    let mut number = String::new();
    for (at, letter) in condition.char_indices() {
        if letter.is_ascii_digit() || letter == '.' {
            number.push(letter);
            continue;
        }
        match number.parse::<f64>() {
            Ok(length) if condition[at..].starts_with("em") => text.push_str(&(length * times).to_string()),
            _ => text.push_str(&number),
        }
        number.clear();
        text.push(letter);
    }
    text + &number
}

/// The part of a long table that is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The first row drawn.
    pub from: usize,
    /// The first row not drawn any more.
    pub to: usize,
    /// Empty space above, in CSS pixels.
    pub above_px: f64,
    /// Empty space below, in CSS pixels.
    pub below_px: f64,
}

/// A table of at most so many cells stands whole in the page, so that finding and copying reach all of it.
const WHOLE_CELLS: usize = 5_000;

impl Window {
    /// Every row, where they are few enough.
    pub fn whole(rows: usize, columns: usize) -> Option<Window> {
        let is_small = rows.saturating_mul(columns) <= WHOLE_CELLS;
        is_small.then_some(Window { from: 0, to: rows, above_px: 0.0, below_px: 0.0 })
    }

    /// The rows to draw for a scroll position, with some to spare on both sides; where one of them has the focus, also what is
    /// between it and them, so that it and its neighbours are there.
    pub fn new(rows: usize, row_height_px: f64, top_px: f64, height_px: f64, focused: Option<usize>) -> Window {
        const SPARE: usize = 8;
        let row_height_px = row_height_px.max(1.0);
        let first = (top_px / row_height_px).floor() as usize;
        let shown = (height_px / row_height_px).ceil() as usize;
        let near = |first: usize, shown: usize| (first.saturating_sub(SPARE), (first + shown + SPARE).min(rows));
        let (mut from, mut to) = near(first, shown);
        if let Some((first, end)) = focused.filter(|row| *row < rows).map(|row| near(row, 1)) {
            (from, to) = (from.min(first), to.max(end));
        }
        let from = from.min(to);
        Window { from, to, above_px: from as f64 * row_height_px, below_px: (rows - to) as f64 * row_height_px }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_covers_what_is_in_view_and_nothing_moves() {
        for top in [0.0, 17.0, 480.0, 3_000.0, 1e9] {
            let window = Window::new(120, 48.0, top, 600.0, None);
            let drawn = (window.to - window.from) as f64 * 48.0;
            assert_eq!(window.above_px + drawn + window.below_px, 120.0 * 48.0, "{top}");
            if top < 5_000.0 {
                assert!(window.above_px <= top && window.above_px + drawn >= (top + 600.0).min(120.0 * 48.0), "{top}");
            }
        }
        assert_eq!(Window::new(0, 48.0, 0.0, 600.0, Some(3)), Window { from: 0, to: 0, above_px: 0.0, below_px: 0.0 });
    }

    #[test]
    fn the_row_with_the_focus_and_its_neighbours_stay() {
        for (top, focused, from, to) in [
            (0.0, 19, 0, 28),
            (0.0, 2, 0, 21),
            (4_800.0, 19, 11, 120),
            (4_800.0, 119, 92, 120),
            (480.0, 0, 0, 31),
            (480.0, 500, 2, 31),
        ] {
            let window = Window::new(120, 48.0, top, 600.0, Some(focused));
            assert_eq!((window.from, window.to), (from, to), "{top} {focused}");
        }
    }

    #[test]
    fn conditions_grow_with_letters_and_nothing_else_of_them_does() {
        for (written, times, grown) in [
            ("(max-width: 74.9375em)", 2.0, "(max-width: 149.875em)"),
            (
                "screen and (max-width: 37.4375em) and (min-height: 37.5em)",
                1.0,
                "screen and (max-width: 37.4375em) and (min-height: 37.5em)",
            ),
            ("(max-width:20em) and (min-resolution: 2dppx)", 1.5, "(max-width:30em) and (min-resolution: 2dppx)"),
            ("(prefers-color-scheme: dark)", 2.0, "(prefers-color-scheme: dark)"),
            ("(max-width: 599px)", 2.0, "(max-width: 599px)"),
            ("print", 2.0, "print"),
        ] {
            assert_eq!(scaled(written, times), grown);
        }
    }

    #[test]
    fn small_tables_stand_whole_and_large_ones_do_not() {
        assert_eq!(Window::whole(196, 11).map(|window| (window.from, window.to)), Some((0, 196)));
        assert_eq!(Window::whole(5_000, 1).map(|window| window.to), Some(5_000));
        assert_eq!(Window::whole(5_001, 1), None);
        assert_eq!(Window::whole(usize::MAX, 7), None);
    }

    #[test]
    fn a_chart_fits_every_page() {
        for page in [320.0, 390.0, 768.0, 1024.0, 1440.0, 2560.0] {
            let [column, band, whole] = [Room::Column, Room::Band, Room::Page].map(|room| width_px(page, room));
            assert!(column <= band && band <= whole && whole <= page - 32.0, "{page}");
        }
    }
}
