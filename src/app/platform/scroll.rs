//! Where a person was on each page of the history, and back there.
//!
//! Left to itself a browser restores a position before the page that had it is drawn, or after the program has gone to the top:
//! which of both is chance. So positions are kept here, one for each entry of the history, in memory and in the entry's own
//! state (which survives a reload), and restored in the frame after the page is drawn. Where history is denied, the address
//! stands for its entry.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::Arrival;
use super::document::{by_id, document, focus_on, fragment, show, window};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History};

/// How long after a click its position still is the one that is left, in milliseconds: a link to the top scrolls at once.
const CLICK_MS: f64 = 1_000.0;
/// How long nothing may move before a position is written into the history, in milliseconds.
const REST_MS: u32 = 250;
/// More entries are not remembered.
const MOST: usize = 100;

/// A position in CSS pixels: of the page, then of each box that scrolls by itself.
type Place = Vec<f64>;

thread_local! {
    static BOXES: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
    static NOW: RefCell<String> = const { RefCell::new(String::new()) };
    static KEPT: RefCell<Vec<(String, Place)>> = const { RefCell::new(Vec::new()) };
    static WANTED: RefCell<Option<Place>> = const { RefCell::new(None) };
    static SOUGHT: RefCell<Option<String>> = const { RefCell::new(None) };
    static CLICKED_AT: Cell<f64> = const { Cell::new(0.0) };
    static STAYS: Cell<bool> = const { Cell::new(false) };
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn here() -> Place {
    let page = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    let each = BOXES.get().iter().map(|id| by_id(id).map_or(0.0, |element| f64::from(element.scroll_top())));
    std::iter::once(page).chain(each).collect()
}

/// The name and the position that the entry of the history carries.
fn carried() -> Option<(String, Place)> {
    let state: js_sys::Array = history()?.state().ok()?.dyn_into().ok()?;
    let mut cells = state.iter();
    let name = cells.next()?.as_string()?;
    Some((name, cells.filter_map(|cell| cell.as_f64()).collect()))
}

fn state(name: &str, place: &[f64]) -> JsValue {
    let state = js_sys::Array::of1(&name.into());
    for number in place {
        state.push(&JsValue::from_f64(*number));
    }
    state.into()
}

/// A name no other entry has.
fn fresh() -> String {
    // Whole numbers: writing fractions would bring code along that the first load has no other use for.
    let [seconds, chance] =
        [js_sys::Date::now() / 1e3, js_sys::Math::random() * 1e9].map(|number| (number as u32).to_string());
    [seconds, chance].join(".")
}

fn keep(name: String, place: Place) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(other, _)| *other != name);
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push((name, place));
    });
}

/// Keeps the position of the entry that is shown; not while it is still to be restored.
fn note() {
    let place = WANTED.with_borrow(Option::clone).unwrap_or_else(here);
    keep(NOW.with_borrow(String::clone), place);
}

/// Writes the position into the entry that is shown.
fn write() {
    let place = WANTED.with_borrow(Option::clone).unwrap_or_else(here);
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&NOW.with_borrow(|now| state(now, &place)), "", None);
    }
}

/// Takes scrolling over from the browser: of the page, and of boxes by their ids.
pub fn take_over_scrolling(boxes: &'static [&'static str]) {
    BOXES.set(boxes);
    if let Some(history) = history() {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    match carried() {
        Some((name, place)) => {
            NOW.set(name);
            WANTED.set(Some(place).filter(|place| !place.is_empty()));
        }
        None => {
            NOW.set(fresh());
            write();
        }
    }
    let (Some(window), Some(document)) = (window(), document()) else { return };
    let early = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document, "click", early, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("a[href^='#']").ok().flatten().is_some()) {
            note();
            write();
            CLICKED_AT.set(js_sys::Date::now());
        }
    })
    .forget();
    let pending: RefCell<Option<Timeout>> = RefCell::new(None);
    EventListener::new_with_options(&document, "scroll", early, move |_| {
        *pending.borrow_mut() = Some(Timeout::new(REST_MS, write));
    })
    .forget();
    EventListener::new(&window, "pagehide", |_| write()).forget();
}

/// The state of a new entry of the history, which takes the place of the one that is shown.
pub fn next_state() -> JsValue {
    note();
    write();
    let name = fresh();
    let made = state(&name, &[]);
    NOW.set(name);
    made
}

/// The state of the entry that is shown.
pub fn same_state() -> JsValue {
    NOW.with_borrow(|now| state(now, &here()))
}

/// The next step back leads to the page as it is now.
pub fn stay() {
    STAYS.set(true);
}

/// Another entry of the history is shown now: says how it was reached.
pub fn arrived_at() -> Arrival {
    let is_clicked = js_sys::Date::now() - CLICKED_AT.replace(0.0) < CLICK_MS;
    if !is_clicked {
        note();
    }
    WANTED.set(None);
    let (name, place) = match carried() {
        Some(carried) => carried,
        None => {
            NOW.set(fresh());
            write();
            match carried() {
                Some(_) => return Arrival::New,
                // History is denied.
                None => (fragment(), Vec::new()),
            }
        }
    };
    let kept = KEPT.with_borrow(|kept| kept.iter().find(|(other, _)| *other == name).map(|(_, place)| place.clone()));
    let is_known = !place.is_empty() || kept.is_some();
    NOW.set(name);
    if STAYS.replace(false) {
        return Arrival::Known;
    }
    if is_clicked || !is_known {
        return Arrival::New;
    }
    WANTED.set(kept.or(Some(place)));
    Arrival::Known
}

/// A new page starts at its top.
pub fn want_top() {
    WANTED.set(Some(vec![0.0; 1 + BOXES.get().len()]));
}

/// An element is to be seen, unless the page is to be restored to where a person was on it.
pub fn want_element(id: String) {
    if !restores() {
        SOUGHT.set(Some(id));
    }
}

/// Whether somebody is to be taken to a place on the page that is not its top.
pub fn wants_a_place() -> bool {
    restores() || SOUGHT.with_borrow(Option::is_some)
}

/// Whether an element of the page is to be seen, and so to have the focus.
pub fn seeks() -> bool {
    SOUGHT.with_borrow(Option::is_some)
}

/// Whether the page is to be restored to where a person was on it.
fn restores() -> bool {
    WANTED.with_borrow(|wanted| wanted.as_ref().is_some_and(|place| place.iter().any(|top| *top > 0.0)))
}

/// Goes to the position that is wanted, in the next frame: by then the page is drawn.
pub fn settle() {
    if WANTED.with_borrow(Option::is_none) && SOUGHT.with_borrow(Option::is_none) {
        return;
    }
    super::before_frame(|| {
        let sought = SOUGHT.take().and_then(|id| by_id(&id));
        if let Some(element) = sought {
            WANTED.set(None);
            show(&element);
            focus_on(&element);
            return;
        }
        let Some(place) = WANTED.take() else { return };
        for (id, top) in BOXES.get().iter().zip(place.iter().skip(1)) {
            if let Some(element) = by_id(id) {
                element.set_scroll_top(*top as i32);
            }
        }
        if let (Some(window), Some(top)) = (window(), place.first()) {
            window.scroll_to_with_x_and_y(0.0, *top);
        }
    });
}
