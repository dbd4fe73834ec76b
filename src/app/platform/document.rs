//! What every other file of this room starts from: the window, its document, its address.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::Fault;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

thread_local! {
    // Asked for once: every element that is made starts from them, and each question is a few steps out of the program and back.
    static WINDOW: Option<web_sys::Window> = web_sys::window();
    static DOCUMENT: Option<web_sys::Document> = window().and_then(|window| window.document());
}

/// The window, where there is one.
pub(super) fn window() -> Option<web_sys::Window> {
    WINDOW.with(Clone::clone)
}

/// Its document.
pub(super) fn document() -> Option<web_sys::Document> {
    DOCUMENT.with(Clone::clone)
}

/// An element by its id.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub(super) fn by_selector(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Every element that a selector finds, as they stand in the document.
pub(super) fn all(selector: &str) -> impl Iterator<Item = Element> {
    let all = document().and_then(|document| document.query_selector_all(selector).ok());
    (0..all.as_ref().map_or(0, |all| all.length())).filter_map(move |at| all.as_ref()?.item(at)?.dyn_into().ok())
}

/// A property of something, if it has one.
pub(super) fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(from, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A plain object.
pub(super) fn object(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in pairs {
        let _ = js_sys::Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_string()
}

/// What a thrown value says.
pub(super) fn fault(error: JsValue) -> Fault {
    let message = get(&error, "message").and_then(|message| message.as_string());
    message.map_or(Fault::Absent, Fault::Said)
}

/// How a guest moves the focus and what is seen without taking either from its host; it learns that in the later half.
#[derive(Clone, Copy)]
pub(super) struct Manners {
    pub focus: fn(&HtmlElement),
    pub show: fn(&HtmlElement),
    /// A file was handed over, which the frame may have refused without a word.
    pub handed: fn(&str, &web_sys::Blob, &str),
}

thread_local! {
    /// None where nobody's guest.
    pub(super) static MANNERS: Cell<Option<Manners>> = const { Cell::new(None) };
}

/// Moves the focus to an element.
pub(super) fn focus_on(element: &HtmlElement) {
    match MANNERS.get() {
        Some(manners) => (manners.focus)(element),
        None => drop(element.focus()),
    }
}

/// Lets an element be seen.
pub(super) fn show(element: &HtmlElement) {
    match MANNERS.get() {
        Some(manners) => (manners.show)(element),
        None => element.scroll_into_view(),
    }
}
