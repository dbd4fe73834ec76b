//! A scene as a standalone SVG file.
//!
//! Owns: the file form, with resolved colours and a named Chinese font stack. May use: scene, theme, frame, `text::plain`. Deliberately
//! absent: scripts, style sheets, filters, ids that could clash, anything an office program would not read.

use super::frame::{Frame, framed};
use super::scene::{Anchor, Dash, Op, Paint, Scene, Shape, push_decimal};
use super::theme::Theme;
use crate::text::plain;

const FONTS_HANS: &str = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
const FONTS_HANT: &str = "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Source Han Sans TC',sans-serif";

/// Writes a scene, in its frame where one is given. `lang` is a language tag (`zh-Hans`, `zh-Hant`, `en`).
pub fn to_svg(scene: &Scene, theme: &Theme, frame: Option<&Frame>, lang: &str) -> String {
    let framed = frame.map(|frame| framed(scene.clone(), frame));
    let drawn = framed.as_ref().unwrap_or(scene);
    let mut out = String::with_capacity(drawn.ops.len() * 96 + 512);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    number(&mut out, "width", drawn.width_px);
    number(&mut out, "height", drawn.height_px);
    out.push_str(" viewBox=\"0 0 ");
    push_decimal(&mut out, drawn.width_px);
    out.push(' ');
    push_decimal(&mut out, drawn.height_px);
    out.push('"');
    attribute(&mut out, "xml:lang", lang);
    let traditional = ["zh-Hant", "zh-TW", "zh-HK"].iter().any(|tag| lang.starts_with(tag));
    attribute(&mut out, "font-family", if traditional { FONTS_HANT } else { FONTS_HANS });
    out.push_str(">\n");
    if let Some(frame) = frame {
        element(&mut out, "title", &frame.title);
    }
    let spoken: Vec<&str> =
        drawn.marks.iter().map(|mark| mark.spoken.as_str()).filter(|text| !text.is_empty()).collect();
    element(&mut out, "desc", &spoken.join("\n"));
    for op in &drawn.ops {
        write_op(&mut out, op, theme);
    }
    out.push_str("</svg>\n");
    out
}

fn write_op(out: &mut String, op: &Op, theme: &Theme) {
    let text = match &op.shape {
        Shape::Rect { x, y, width, height, radius } => {
            out.push_str("<rect");
            number(out, "x", *x);
            number(out, "y", *y);
            number(out, "width", *width);
            number(out, "height", *height);
            if *radius > 0.0 {
                number(out, "rx", *radius);
            }
            None
        }
        Shape::Circle { x, y, radius } => {
            out.push_str("<circle");
            number(out, "cx", *x);
            number(out, "cy", *y);
            number(out, "r", *radius);
            None
        }
        Shape::Path(_) => {
            out.push_str("<path");
            attribute(out, "d", &op.path_data());
            None
        }
        Shape::Text { x, y, size, bold, anchor, text } => {
            out.push_str("<text");
            number(out, "x", *x);
            number(out, "y", *y);
            number(out, "font-size", *size);
            if *bold {
                attribute(out, "font-weight", "600");
            }
            if *anchor != Anchor::Start {
                attribute(out, "text-anchor", anchor.code());
            }
            Some(text)
        }
    };
    let color = theme.color(op.ink);
    match op.paint {
        Paint::Fill => attribute(out, "fill", color),
        Paint::Wash { opacity } => {
            attribute(out, "fill", color);
            number(out, "fill-opacity", opacity);
        }
        Paint::Stroke { width, dash } => {
            attribute(out, "fill", "none");
            attribute(out, "stroke", color);
            number(out, "stroke-width", width);
            if dash == Dash::Dashed {
                attribute(out, "stroke-dasharray", "4 3");
            }
        }
    }
    match text {
        Some(text) => {
            out.push('>');
            escape(out, text);
            out.push_str("</text>\n");
        }
        None => out.push_str("/>\n"),
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        out.push('<');
        out.push_str(name);
        out.push('>');
        escape(out, text);
        out.push_str("</");
        out.push_str(name);
        out.push_str(">\n");
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn number(out: &mut String, name: &str, value: f64) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_decimal(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            // Readers take a line feed for a carriage return that is not escaped.
            '\r' => out.push_str("&#13;"),
            other => plain::push_xml(out, other),
        }
    }
}
