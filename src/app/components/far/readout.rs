//! What is said beside the mark that the pointer or the arrows are at, and where the mark leads.
//!
//! It stands next to its mark, stays while the pointer is on either, and Esc sends it away wherever the focus is (WCAG 1.4.13).
//! Words for the ear stand apart: the rest repeats them for the eye. No style is written by hand: two empty pictures, as wide
//! and as high as it takes, push it into its place, and give way at the edge of the page.

use crate::app::components::near::scene::em;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::chart::{SILENT, Scene};
use linpu::present::Context;
use linpu::present::marks::Tip;
use linpu::query::Selection;
use linpu::state::{Action, Page};
use linpu::text::FarMsg;

/// The id of the list of who is silent, on the page of a definition.
pub const SILENT_LIST: &str = "silent";

/// Where there is less room than this under a mark, in CSS pixels, it stands above.
const ROOM_PX: f64 = 190.0;
/// From a mark to what is said of it: inside the reach of a dot, so that the pointer never is between the two.
const GAP_PX: f64 = 2.0;
/// How far left of the middle of its mark it begins.
const BEFORE_PX: f64 = 24.0;

/// From now on Esc sends away what is said beside a mark.
pub fn listen(app: App) {
    platform::on_key(move |event| {
        if event.key() == "Escape" {
            app.is_quiet.set(true);
        }
    });
}

/// What is said beside a mark of a drawing, in the plot of an id.
pub fn readout(app: App, scene: &Scene, at: usize, plot: String) -> Node {
    let Some(mark) = scene.marks.get(at).filter(|_| !app.is_quiet.get()) else { return Node::Nothing };
    let voice = app.voice();
    let context = voice.context();
    // Where communities are compared, filters count nobody out.
    let tip = match app.page.get() {
        Page::Compare => context.tip(mark, &|| context.tables.find(&Selection::default()).into()),
        _ => context.tip(mark, &|| app.found()),
    };
    let (left, top, width, height) = mark.bounds;
    // Of a dot its middle; what is long is spoken of at its beginning.
    let (x, top, bottom) = match mark.dot {
        Some((x, y)) => (x, y - 7.0, y + 7.0),
        None => (left + width.min(2.0 * BEFORE_PX) / 2.0, top, top + height),
    };
    let (frame_top, window, scrolled) = platform::surroundings(&plot).unwrap_or((0.0, f64::INFINITY, 0.0));
    let times = platform::times();
    let [frame_top, window, scrolled] = [frame_top, window, scrolled].map(|px| px / times);
    let below = window - (frame_top + bottom);
    let is_above = below < ROOM_PX && frame_top + top > below;
    let away = if is_above { scene.height_px - top } else { bottom } + GAP_PX;
    let across = (x - scrolled - BEFORE_PX).max(0.0);
    let key = mark.key.clone();
    let spoken = of_class("p", "visually-hidden")
        .with(mark.spoken.clone())
        .with(context.words.pair("。", ". "))
        .with(place(&context, at, scene))
        .with(" ")
        .with(tip.leads.map(|leads| app.msg(leads)));
    let row = of_class("div", "tip-row").with(gap(across, 1.0)).with(said(app, tip, key));
    let column = of_class("div", if is_above { "tip-at above" } else { "tip-at" });
    let column = match is_above {
        true => column.with(row).with(gap(1.0, away)),
        false => column.with(gap(1.0, away)).with(row),
    };
    many([spoken, column.attr("aria-hidden", "true")])
}

/// Which of how many a mark is.
fn place(context: &Context, at: usize, scene: &Scene) -> String {
    context.words.fill(FarMsg::MarkPlace, &[&(at + 1).to_string(), &scene.marks.len().to_string()])
}

/// An empty picture that takes room.
fn gap(width: f64, height: f64) -> Element {
    of_class("svg", "tip-gap").attr("focusable", "false").attr("width", em(width)).attr("height", em(height))
}

fn said(app: App, tip: Tip, key: String) -> Element {
    let line = |class: &'static str, words: String| (!words.is_empty()).then(|| of_class("p", class).with(words));
    of_class("div", "tip")
        // The focus stays in the chart: without it nothing would be said any more.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |_| follow(app, key.clone()))
        .with(line("tip-name", tip.name))
        .with(line("tip-value", tip.value))
        .with_all(tip.lines.into_iter().filter(|words| !words.is_empty()).map(|words| el("p").with(words)))
        .with(tip.leads.map(|leads| of_class("p", "tip-leads").with(app.msg(leads))))
}

/// Goes where the mark of a key leads.
pub fn follow(app: App, key: String) {
    let action = app.voice().context().mark_action(&key);
    let Some(action) = action else { return };
    let is_page = matches!(action, Action::Go(_));
    app.act(action);
    if is_page && key.starts_with(SILENT) {
        platform::want_element(SILENT_LIST.to_string());
        platform::settle();
    }
}
