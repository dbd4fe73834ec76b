//! A drawn chart as SVG elements. Colours are classes; the style sheet says which colour a class is.

use crate::app::element::{Element, of_class};
use linpu::chart::{Anchor, Dash, Op, Paint, Scene, Shape, decimal};

/// The shapes of a scene. Words beside it say the same, so the picture itself is hidden from screen readers.
pub fn picture(scene: &Scene, class: &'static str) -> Element {
    sheet(scene, class).with_all(scene.ops.iter().map(shape))
}

/// A small sign in lines, beside words or on a button that has a name.
pub fn icon(lines: &'static str) -> Element {
    of_class("svg", "icon")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(crate::app::element::el("path").attr("d", lines))
}

/// An empty picture of a scene's size.
pub fn sheet(scene: &Scene, class: &'static str) -> Element {
    let (width, height) = (decimal(scene.width_px), decimal(scene.height_px));
    of_class("svg", class)
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", em(scene.width_px))
        .attr("height", em(scene.height_px))
        .attr("aria-hidden", "true")
        // A translator wraps words in elements that have no place in a picture: they would vanish.
        .attr("translate", "no")
        .attr("focusable", "false")
}

/// A length of a picture on the page, which grows with letters. (Elements of pictures have the letters of the root.)
pub fn em(px: f64) -> String {
    [&decimal(px / 16.0), "em"].concat()
}

/// Attributes that are lengths.
pub fn lengths<const N: usize>(element: Element, lengths: [(&'static str, f64); N]) -> Element {
    lengths.into_iter().fold(element, |element, (name, length)| element.attr(name, decimal(length)))
}

fn shape(op: &Op) -> Element {
    let tag = match &op.shape {
        Shape::Rect { .. } => "rect",
        Shape::Circle { .. } => "circle",
        Shape::Path(_) => "path",
        Shape::Text { .. } => "text",
    };
    let (kind, wash, line, dash) = match op.paint {
        Paint::Fill => ("f ", None, None, None),
        Paint::Wash { opacity } => ("f ", Some(decimal(opacity)), None, None),
        Paint::Stroke { width, dash } => ("s ", None, Some(decimal(width)), (dash == Dash::Dashed).then_some("4 3")),
    };
    let element = crate::app::element::el(tag)
        .attr("class", [kind, op.ink.class()].concat())
        .attr("fill-opacity", wash)
        .attr("stroke-width", line)
        .attr("stroke-dasharray", dash);
    match &op.shape {
        Shape::Rect { x, y, width, height, radius } => {
            let element = lengths(element, [("x", *x), ("y", *y), ("width", *width), ("height", *height)]);
            element.attr("rx", (*radius > 0.0).then(|| decimal(*radius)))
        }
        Shape::Circle { x, y, radius } => lengths(element, [("cx", *x), ("cy", *y), ("r", *radius)]),
        Shape::Path(_) => element.attr("d", op.path_data()),
        Shape::Text { x, y, size, bold, anchor, text } => {
            lengths(element, [("x", *x), ("y", *y), ("font-size", *size)])
                .attr("font-weight", bold.then_some("600"))
                .attr("text-anchor", (*anchor != Anchor::Start).then(|| anchor.code()))
                .with(text.clone())
        }
    }
}
