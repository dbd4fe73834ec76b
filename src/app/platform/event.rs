//! What happened, read from a browser's event.

use super::document::by_id;
use crate::app::element::Event;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

/// A browser's event.
pub struct Happened<'a>(pub &'a web_sys::Event);

impl Happened<'_> {
    fn keyboard(&self) -> Option<&KeyboardEvent> {
        self.0.dyn_ref()
    }
}

impl Event for Happened<'_> {
    fn prevent_default(&self) {
        self.0.prevent_default();
    }

    fn key(&self) -> String {
        self.keyboard().map(KeyboardEvent::key).unwrap_or_default()
    }

    fn shift(&self) -> bool {
        self.keyboard().is_some_and(KeyboardEvent::shift_key)
    }

    fn is_command(&self) -> bool {
        self.keyboard().is_some_and(|event| event.ctrl_key() || event.alt_key() || event.meta_key())
    }

    fn is_composing(&self) -> bool {
        self.keyboard().is_some_and(|event| event.is_composing() || event.key_code() == 229)
    }

    fn point_px(&self) -> Option<(f64, f64)> {
        let event: &MouseEvent = self.0.dyn_ref()?;
        Some((f64::from(event.client_x()), f64::from(event.client_y())))
    }

    fn left(&self, id: &str) -> bool {
        let to = js_sys::Reflect::get(self.0, &"relatedTarget".into()).ok();
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        // Nowhere: the window lost it, or a click on something that takes none.
        to.is_some_and(|to| by_id(id).is_none_or(|element| !element.contains(Some(&to))))
    }

    fn is_open(&self) -> bool {
        let target = self.0.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        target.is_some_and(|target| target.has_attribute("open"))
    }

    fn value(&self) -> String {
        let Some(target) = self.0.target() else { return String::new() };
        match target.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.value(),
            None => target.dyn_ref().map(HtmlSelectElement::value).unwrap_or_default(),
        }
    }
}
