//! What happened, as far as components ask.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing happens on the build machine"))]

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

/// Something that happened to an element.
pub struct Event(web_sys::Event);

impl Event {
    /// A browser's event.
    pub fn new(event: &web_sys::Event) -> Self {
        Self(event.clone())
    }

    /// Keeps the browser from doing what it would do by itself.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }

    fn keyboard(&self) -> Option<&KeyboardEvent> {
        self.0.dyn_ref()
    }

    /// The name of the key, or nothing.
    pub fn key(&self) -> String {
        self.keyboard().map(KeyboardEvent::key).unwrap_or_default()
    }

    /// Whether Shift is held.
    pub fn shift(&self) -> bool {
        self.keyboard().is_some_and(KeyboardEvent::shift_key)
    }

    /// Whether a key belongs to an input method that is composing.
    pub fn is_composing(&self) -> bool {
        self.keyboard().is_some_and(|event| event.is_composing() || event.key_code() == 229)
    }

    /// Where the pointer is in the window, in CSS pixels.
    pub fn point(&self) -> Option<(f64, f64)> {
        let event: &MouseEvent = self.0.dyn_ref()?;
        Some((f64::from(event.client_x()), f64::from(event.client_y())))
    }

    /// What stands in the field it happened to.
    pub fn value(&self) -> String {
        let Some(target) = self.0.target() else { return String::new() };
        match target.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.value(),
            None => target.dyn_ref().map(HtmlSelectElement::value).unwrap_or_default(),
        }
    }
}
