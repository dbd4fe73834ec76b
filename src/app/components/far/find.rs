//! A field to look for something in the list beside it.

use crate::app::element::{Element, el};
use leptos::prelude::*;

/// What is typed in it goes into `typed`, letter by letter.
pub fn find_field(says: String, typed: RwSignal<String>) -> Element {
    el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .attr("aria-label", says.clone())
        .attr("placeholder", says)
        .attr("value", Some(typed.get_untracked()).filter(|typed| !typed.is_empty()))
        .on("input", move |event| typed.set(event.value()))
}
