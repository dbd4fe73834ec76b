//! What every other file of this room starts from: the window, its document, its address.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::Fault;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// The window, where there is one.
pub(super) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Its document.
pub(super) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// An element by its id.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_string()
}

/// What a thrown value says.
pub(super) fn fault(error: JsValue) -> Fault {
    let message = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    message.map_or(Fault::Absent, Fault::Said)
}
