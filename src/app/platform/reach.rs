//! What keyboards, screen readers and large letters need of the browser: where the focus goes, what is out of reach meanwhile, how
//! large everything is, and a voice.
//!
//! Only the later half calls it. Attributes that are written here are no stranger's ([`strangers::ours`]).
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::document::{MANNERS, all, by_id, by_selector, document, focus_on, get, object, window};
use super::{before_frame, strangers};
use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What an element is made to be out of reach with: of the eye and the pointer, and, where browsers do not know that, of the ear.
const SHUT: [(&str, &str); 2] = [("inert", ""), ("aria-hidden", "true")];

thread_local! {
    /// What had the focus before a dialog opened.
    static RETURN_TO: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
    /// The conditions of the style sheets as they were written, by where they stand.
    static CONDITIONS: RefCell<Vec<(JsValue, String)>> = const { RefCell::new(Vec::new()) };
}

/// Calls a method of something with one argument.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    get(of, name)?.dyn_ref::<Function>()?.call1(of, with).ok()
}

/// Whether an element is inside another, and not that itself.
fn is_inside(outer: &Element, element: &Element) -> bool {
    outer != element && outer.contains(Some(element))
}

/// What keys gave the focus to is seen, also where a browser finds a part of it enough.
pub fn keep_focus_seen() {
    let Some(document) = document() else { return };
    EventListener::new(&document, "focusin", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Not what a click has given it to: that is under the pointer, and stays there. What is walked through scrolls itself, and
        // where headings and pages are seen is settled elsewhere.
        let is_by_key = |element: &Element| {
            element.closest(":focus-visible").ok().flatten().is_some_and(|found| found == *element)
                && element.get_attribute("role").is_none_or(|role| role != "application")
                && element.get_attribute("tabindex").is_none_or(|index| index != "-1")
        };
        if let Some(element) = target.filter(is_by_key) {
            before_frame(move || see(&element, &nearest()));
        }
    })
    .forget();
}

/// Scrolls to an element; a guest does so in its own way, which leaves its host where it is.
fn see(element: &Element, how: &JsValue) {
    match MANNERS.get() {
        Some(manners) => (manners.show)(element.unchecked_ref()),
        None => drop(call(element, "scrollIntoView", how)),
    }
}

fn nearest() -> JsValue {
    object(&["block", "inline"].map(|side| (side, "nearest".into())))
}

/// Remembers what has the focus now.
pub fn remember_focus() {
    let active = document().and_then(|document| document.active_element()).and_then(|element| element.dyn_into().ok());
    RETURN_TO.set(active);
}

/// Gives the focus back to what had it, or, where that is gone, to the heading of what stands in an element.
pub fn restore_focus(home: &'static str) {
    let before = RETURN_TO.take().filter(|element| by_selector("body").is_some_and(|body| is_inside(&body, element)));
    match before {
        Some(element) => focus_on(&element),
        None => focus_heading(home),
    }
}

/// Moves the focus to the heading of what is about to be drawn in an element, which names the page to whoever does not see it.
/// The page is not scrolled: where it stands is settled elsewhere.
pub fn focus_heading(home: &'static str) {
    before_frame(move || {
        let Some(home) = by_id(home) else { return };
        let heading = home.query_selector("h1").ok().flatten();
        let heading = heading.unwrap_or_else(|| home.into());
        if !heading.has_attribute("tabindex") {
            let _ = strangers::ours(|| heading.set_attribute("tabindex", "-1"));
        }
        match MANNERS.get() {
            Some(manners) => (manners.focus)(heading.unchecked_ref()),
            None => drop(call(&heading, "focus", &object(&[("preventScroll", JsValue::TRUE)]))),
        }
    });
}

/// The headings of the parts of what stands in an element, as they are read.
fn headings(home: &str) -> Vec<HtmlElement> {
    let of = |levels: [&str; 2]| {
        let selector = levels.map(|level| ["#", home, " ", level].concat()).join(",");
        // Not what is folded or belongs to another width.
        let is_seen = |heading: &HtmlElement| heading.get_bounding_client_rect().height() > 0.0;
        all(&selector).filter_map(|heading| heading.dyn_into().ok()).filter(is_seen).collect::<Vec<_>>()
    };
    Some(of(["h2"; 2])).filter(|all| !all.is_empty()).unwrap_or_else(|| of(["h1", "h3"]))
}

/// What the parts of what stands in an element are called.
pub fn parts(home: &str) -> Vec<String> {
    headings(home)
        .iter()
        .map(|heading| get(heading, "textContent").and_then(|text| text.as_string()).unwrap_or_default())
        .collect()
}

/// Moves the focus to a part of what stands in an element.
pub fn go_to_part(home: &str, at: usize) {
    let Some(heading) = headings(home).into_iter().nth(at) else { return };
    before_frame(move || {
        if !heading.has_attribute("tabindex") {
            let _ = strangers::ours(|| heading.set_attribute("tabindex", "-1"));
        }
        focus_on(&heading);
        see(&heading, &object(&[("block", "start".into())]));
    });
}

/// Puts what a selector finds out of reach, or back into it.
pub fn shut(selector: &'static str, is_shut: bool) {
    strangers::ours(|| {
        for element in all(selector) {
            for (name, value) in SHUT {
                let _ = match is_shut {
                    true => element.set_attribute(name, value),
                    false => element.remove_attribute(name),
                };
            }
        }
    });
}

/// Scrolls as little as it takes to see an element.
pub fn reveal(id: String) {
    before_frame(move || {
        // Marks of charts are no elements of HTML.
        let Some(element) = document().and_then(|document| document.get_element_by_id(&id)) else { return };
        see(&element, &nearest());
    });
}

/// Shows everything so many times as large: letters by a word on the root element that the style sheet knows, and the widths at
/// which the page changes its columns along with them. `scaled` says what a condition of the style sheet is then.
pub fn enlarge(code: &str, times: f64, scaled: fn(&str, f64) -> String) {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-ui", code);
    }
    CONDITIONS.with_borrow_mut(|conditions| {
        if conditions.is_empty() {
            *conditions = read_conditions(&document).unwrap_or_default();
        }
        for (media, written) in conditions {
            let _ = Reflect::set(media, &"mediaText".into(), &scaled(written, times).into());
        }
    });
}

/// Whether the browser makes pages dark by itself. The style sheet gives a class the ground that a light page has.
fn darkens(document: &web_sys::Document) -> Option<bool> {
    let probe = document.create_element("i").ok()?;
    probe.set_attribute("class", "canvas").ok()?;
    let body = by_selector("body")?;
    strangers::ours(|| body.append_child(&probe)).ok()?;
    let style = call(&window()?.into(), "getComputedStyle", &probe);
    let ground = style.and_then(|style| get(&style, "backgroundColor")?.as_string());
    strangers::ours(|| probe.remove());
    let parts: Vec<u32> =
        ground?.split(|char: char| !char.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    // Old browsers know no such ground: they say that it is transparent, with a fourth part.
    Some(parts.len() == 3 && parts.iter().any(|part| *part < 255))
}

/// Where the browser makes pages dark by itself, the page is dark before it can.
pub fn meet_darkness() {
    let Some(document) = document() else { return };
    if let (Some(true), Some(root)) = (darkens(&document), document.document_element()) {
        let _ = root.set_attribute("data-darkened", "");
    }
}

/// Not every browser lets a page read style sheets that are files: there only letters grow.
fn read_conditions(document: &JsValue) -> Option<Vec<(JsValue, String)>> {
    let mut found = Vec::new();
    for sheet in Array::from(&get(document, "styleSheets")?).iter() {
        let Some(rules) = get(&sheet, "cssRules") else { continue };
        for media in Array::from(&rules).iter().filter_map(|rule| get(&rule, "media")) {
            if let Some(text) = get(&media, "mediaText").and_then(|text| text.as_string()) {
                found.push((media, text));
            }
        }
    }
    Some(found)
}

/// The number of the row of a table that has the focus, as `aria-rowindex` counts, inside of the element of an id.
pub fn focused_row(home: &str) -> Option<usize> {
    let active = document()?.active_element()?;
    let home = by_id(home)?;
    let row = active.closest("[aria-rowindex]").ok().flatten().filter(|row| home.contains(Some(row)))?;
    row.get_attribute("aria-rowindex")?.parse().ok()
}

/// Whether the browser has a voice.
pub fn can_speak() -> bool {
    let known = |name: &str| window().is_some_and(|window| get(&window, name).is_some());
    known("speechSynthesis") && known("SpeechSynthesisUtterance")
}

/// Says texts one after the other, each in its language, and nothing that was being said before.
pub fn speak(texts: &[(String, String)]) {
    let said = || -> Option<()> {
        let window: JsValue = window()?.into();
        let voice = get(&window, "speechSynthesis")?;
        let make: Function = get(&window, "SpeechSynthesisUtterance")?.dyn_into().ok()?;
        call(&voice, "cancel", &JsValue::UNDEFINED);
        for (lang, text) in texts {
            let words = Reflect::construct(&make, &Array::of1(&text.as_str().into())).ok()?;
            let _ = Reflect::set(&words, &"lang".into(), &lang.as_str().into());
            call(&voice, "speak", &words);
        }
        Some(())
    };
    said();
}
