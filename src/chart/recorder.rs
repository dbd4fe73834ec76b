//! The one plotters backend: it writes down what is drawn.
//!
//! Owns: the translation of plotters' calls into [`Op`]s, and of tokens into plotters' colours and back. May use:
//! plotters, `text::extents`. Deliberately absent: rasterising, and plotters' own measuring of text (it counts bytes
//! natively and appends to the page in a browser).

use std::convert::Infallible;

use plotters::style::{RGBColor, text_anchor::HPos, text_anchor::VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::scene::{Anchor, Dash, Ink, Op, Paint, Shape, Step};
use crate::text::extents;

/// Recording cannot fail.
pub(super) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A token in the only form in which plotters carries colours.
pub(super) fn rgb_from_ink(ink: Ink) -> RGBColor {
    RGBColor(ink as u8, 0, 0)
}

fn ink_from_rgb(color: BackendColor) -> Ink {
    Ink::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Ink::Text)
}

/// A horizontal stroke of room for a mark, in pixels.
#[derive(Clone, Copy)]
pub(in crate::chart) struct Track {
    pub(in crate::chart) from: f64,
    pub(in crate::chart) to: f64,
    pub(in crate::chart) middle: f64,
    pub(in crate::chart) height: f64,
}

impl Track {
    pub(in crate::chart) fn top(self) -> f64 {
        self.middle - self.height / 2.0
    }

    pub(in crate::chart) fn bottom(self) -> f64 {
        self.middle + self.height / 2.0
    }

    pub(in crate::chart) fn width(self) -> f64 {
        self.to - self.from
    }
}

/// Takes down shapes. `mark` is given to every shape until it changes.
pub(super) struct Recorder {
    pub(super) size: (u32, u32),
    pub(super) ops: Vec<Op>,
    pub(super) mark: Option<u16>,
}

impl Recorder {
    pub(super) fn new(width: u32, height: u32) -> Recorder {
        Recorder { size: (width, height), ops: Vec::new(), mark: None }
    }

    /// Any shape.
    pub(super) fn push(&mut self, shape: Shape, ink: Ink, paint: Paint) {
        self.ops.push(Op { shape, ink, paint, mark: self.mark });
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, track: Track, radius: f64, ink: Ink) {
        let (x, y, width, height) = (track.from, track.top(), track.width(), track.height);
        if width > 0.0 && height > 0.0 {
            self.push(Shape::Rect { x, y, width, height, radius }, ink, Paint::Fill);
        }
    }

    /// An outline drawn wholly inside the rectangle.
    pub(super) fn outline(&mut self, track: Track, radius: f64, ink: Ink, dash: Dash) {
        let line = if dash == Dash::Solid { 1.5 } else { 1.0 };
        let (width, height) = ((track.width() - line).max(0.5), (track.height - line).max(0.5));
        let shape = Shape::Rect { x: track.from + line / 2.0, y: track.top() + line / 2.0, width, height, radius };
        self.push(shape, ink, Paint::Stroke { width: line, dash });
    }

    pub(super) fn stroke(&mut self, steps: Vec<Step>, width: f64, ink: Ink) {
        if !steps.is_empty() {
            self.push(Shape::Path(steps), ink, Paint::Stroke { width, dash: Dash::Solid });
        }
    }

    pub(super) fn disc(&mut self, x: f64, y: f64, radius: f64, ink: Ink) {
        self.push(Shape::Circle { x, y, radius }, ink, Paint::Fill);
    }

    fn line_style<S: BackendStyle>(style: &S) -> (Ink, Paint) {
        let width = f64::from(style.stroke_width());
        (ink_from_rgb(style.color()), Paint::Stroke { width, dash: Dash::Solid })
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (x, y) = (f64::from(from.0.min(to.0)), f64::from(from.1.min(to.1)));
        let (width, height) = (f64::from((to.0 - from.0).abs()), f64::from((to.1 - from.1).abs()));
        let (ink, stroke) = Recorder::line_style(style);
        self.push(Shape::Rect { x, y, width, height, radius: 0.0 }, ink, if fill { Paint::Fill } else { stroke });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        // Half a pixel, so that lines of odd width are sharp.
        let points = path.into_iter().map(|(x, y)| (f64::from(x) + 0.5, f64::from(y) + 0.5));
        let steps: Vec<Step> =
            points.enumerate().map(|(at, (x, y))| if at == 0 { Step::Move(x, y) } else { Step::Line(x, y) }).collect();
        let (ink, paint) = Recorder::line_style(style);
        self.push(Shape::Path(steps), ink, paint);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let shape = Shape::Circle { x: f64::from(center.0), y: f64::from(center.1), radius: f64::from(radius) };
        let (ink, stroke) = Recorder::line_style(style);
        self.push(shape, ink, if fill { Paint::Fill } else { stroke });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.draw_path(path, style)?;
        if let Some(op) = self.ops.last_mut() {
            op.paint = Paint::Fill;
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size();
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // The baseline lies 0.36 em below the middle of Han characters and of digits alike.
        let baseline = f64::from(y)
            + size
                * match style.anchor().v_pos {
                    VPos::Top => 0.86,
                    VPos::Center => 0.36,
                    VPos::Bottom => -0.14,
                };
        let bold = matches!(style.style(), FontStyle::Bold);
        let shape = Shape::Text { x: f64::from(x), y: baseline.round(), size, bold, anchor, text: text.to_string() };
        self.push(shape, ink_from_rgb(style.color()), Paint::Fill);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((extents::width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}
