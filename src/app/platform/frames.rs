//! When something is drawn, and what of the page is in the window then.
//!
//! Deliberately absent: who waits for whom (`context::turns`).
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::document::{all, by_id, window};
use super::{UNSEEN, strangers};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The ids of the elements of a kind, from the top, and whether something of each is in the window.
pub fn in_sight(selector: &str) -> Vec<(String, bool)> {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let each = all(selector).map(|element| {
        let place = element.get_bounding_client_rect();
        (element.id(), place.bottom() > 0.0 && place.top() < height)
    });
    each.collect()
}

/// Calls back just before the next frame is drawn.
pub fn before_frame(callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls back once, some milliseconds from now. A timer of gloo's that is forgotten keeps its callback for ever.
pub fn later(milliseconds: i32, callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

/// Calls back when what is drawn now has been shown.
pub fn after_frame(callback: impl FnOnce() + 'static) {
    before_frame(move || later(0, callback));
}

/// Calls back when what is drawn now has been shown and the browser has nothing more urgent to do.
pub fn when_idle(callback: impl FnOnce() + 'static) {
    after_frame(|| {
        let callback = Closure::once_into_js(callback);
        // Not every browser tells when it is idle.
        let asked = window().and_then(|window| window.request_idle_callback(callback.unchecked_ref()).ok());
        if asked.is_none() {
            let _ = callback.unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
        }
    });
}

/// Whether elements, by their ids, are out of sight and need not be laid out for now.
pub fn leave_out(ids: &mut dyn Iterator<Item = &String>, is_left_out: bool) {
    strangers::ours(|| {
        for element in ids.filter_map(|id| by_id(id)) {
            let _ = match is_left_out {
                true => element.set_attribute(UNSEEN, ""),
                false => element.remove_attribute(UNSEEN),
            };
        }
    });
}
