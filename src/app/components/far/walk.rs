//! Walking through a chart: what keys mean in it, and its marks as elements with names.
//!
//! A key that does nothing here stays the browser's, and so do all that are commands of the browser with Control, Alt or ⌘. The
//! marks lie over the picture, unseen: whoever explores a screen by touch and by ear finds each where it is drawn.

use crate::app::components::near::scene::{em, lengths, sheet};
use crate::app::context::{App, Pressed};
use crate::app::element::{Element, Event, Node, el, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::chart::{Scene, Walk, decimal};
use linpu::text::FarMsg;

fn mark_id(plot: &str, at: usize) -> String {
    [plot, "-at-", &at.to_string()].concat()
}

/// What a key means at a mark of a drawing, in the plot of an id. Where the arrows go is brought into view.
pub fn press(scene: &Scene, plot: String, at: Option<usize>, key: &str, event: Option<&dyn Event>) -> Option<Pressed> {
    if event.is_some_and(|event| event.is_command()) {
        return None;
    }
    let walk = match key {
        "ArrowRight" => Walk::Next,
        "ArrowLeft" => Walk::Previous,
        "ArrowDown" => Walk::NextLane,
        "ArrowUp" => Walk::PreviousLane,
        "Home" => Walk::First,
        "End" => Walk::Last,
        "Enter" | " " => {
            event.into_iter().for_each(|event| event.prevent_default());
            return at.map(Pressed::Open);
        }
        "Escape" => return Some(Pressed::Point(None)),
        _ => return None,
    };
    let last = scene.marks.len().checked_sub(1)?;
    let to = at.filter(|from| *from <= last).map_or(0, |from| scene.walk(from, walk));
    // At an end the page scrolls as it does elsewhere.
    if Some(to) == at || event.is_some_and(|event| event.shift()) {
        return None;
    }
    event.into_iter().for_each(|event| event.prevent_default());
    platform::reveal(mark_id(&plot, to));
    Some(Pressed::Point(Some(to)))
}

/// A ring around a mark of a drawing.
pub fn ring(scene: &Scene, at: usize) -> Option<Element> {
    let (x, y, width, height) = scene.marks.get(at)?.bounds;
    let bounds = lengths(el("rect"), [("x", x), ("y", y), ("width", width), ("height", height)]);
    Some(sheet(scene, "ring").with(bounds.attr("rx", "3")))
}

/// The mark at a place of a drawing, in fractions of its width and height.
pub fn under(scene: &Scene, (x, y): (f64, f64)) -> Option<usize> {
    scene.mark_at(x * scene.width_px, y * scene.height_px)
}

/// The marks of a drawing as elements with names, over its picture; where no width is known, several are drawn, and none has any.
pub fn marks(app: App, scene: &Scene, plot: String) -> Node {
    if app.viewport_px.get().is_none() {
        return Node::Nothing;
    }
    let mark = |(at, mark): (usize, &linpu::chart::SceneMark)| {
        let (x, y, width, height) = mark.bounds;
        lengths(el("rect"), [("x", x), ("y", y), ("width", width), ("height", height)])
            .attr("id", mark_id(&plot, at))
            .attr("role", "button")
            .attr("aria-label", mark.spoken.clone())
    };
    let (width, height) = (scene.width_px, scene.height_px);
    of_class("svg", "marks")
        .attr("role", "group")
        .attr("aria-label", app.msg(FarMsg::TwinMark))
        .attr("viewBox", ["0 0 ", &decimal(width), " ", &decimal(height)].concat())
        .attr("width", em(width))
        .attr("height", em(height))
        .attr("translate", "no")
        .attr("focusable", "false")
        .with_all(scene.marks.iter().enumerate().map(mark))
        .into()
}
