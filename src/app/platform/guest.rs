//! The page inside another one: how high it is, what its host says, and what it must not take from it.
//!
//! Nothing here runs unless the later half of the program asks for it; nothing a host sends reaches the page but one short text.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::Handed;
use super::document::{MANNERS, Manners, all, by_id, document, get, object, window};
use super::scroll;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent};

/// The name of our messages: `{type: 'linpu:height', version: 1, height}` and so on.
const VERSION: f64 = 1.0;
const HEIGHT: &str = "linpu:height";
const SET: &str = "linpu:set";
const ASK: &str = "linpu:ask";
/// For so long nothing may change before a height is measured, in milliseconds: charts come one after the other.
const REST_MS: u32 = 150;
/// From the top of what opens to what opened it, in CSS pixels.
const ABOVE_PX: f64 = 60.0;

/// Marks on the root element that the style sheet knows.
pub fn mark_root(marks: &[(&str, bool)]) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for (name, is) in marks {
        let _ = if *is { root.set_attribute(name, "") } else { root.remove_attribute(name) };
    }
}

/// Gives a custom property of the style sheet another value, or its own one again.
pub fn set_property(name: &str, value: Option<&str>) {
    let root = document().and_then(|document| document.document_element()?.dyn_into::<HtmlElement>().ok());
    let Some(style) = root.map(|root| root.style()) else { return };
    let _ = match value {
        Some(value) => style.set_property(name, value),
        None => style.remove_property(name).map(drop),
    };
}

/// Calls back with the height of all that a selector finds, from the top of the page to the lowest end, whenever it may have changed
/// or the host asks for it, and with the time of a clock that does not go back.
///
/// The selector must not find the root or the body: they are as high as the frame.
pub fn on_height(whole: &str, selector: &'static str, callback: impl Fn(f64, f64) + 'static) {
    let pending: RefCell<Option<Timeout>> = RefCell::new(None);
    let callback = Rc::new(callback);
    let measure = Rc::new(move || {
        let callback = callback.clone();
        let act = move || {
            if let (Some(height), Some(now)) = (lowest(selector), now_ms()) {
                callback(height, now);
            }
        };
        *pending.borrow_mut() = Some(Timeout::new(REST_MS, act));
    });
    let changed = measure.clone();
    let callback = Closure::<dyn Fn()>::new(move || changed());
    if let (Some(whole), Ok(observer)) = (by_id(whole), web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()))
    {
        observer.observe(&whole);
    }
    // As long as the page.
    callback.forget();
    // What opens over the page does not change its height.
    if let Some(document) = document() {
        for event in ["click", "keyup", "focusin"] {
            let measure = measure.clone();
            EventListener::new(&document, event, move |_| measure()).forget();
        }
    }
    on_message(move |kind, _| {
        if kind == ASK {
            measure();
        }
    });
}

fn now_ms() -> Option<f64> {
    Some(window()?.performance()?.now())
}

fn lowest(selector: &str) -> Option<f64> {
    let top = window()?.scroll_y().ok()?;
    all(selector).map(|element| element.get_bounding_client_rect().bottom() + top).reduce(f64::max)
}

/// Tells the host a height: in our own words, in those of Datawrapper and of AMP, and, where pym.js has given the frame an id in its
/// address, in those of pym. A height is no secret, so any host may hear it.
pub fn say_height(height: u32) {
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else { return };
    let height_px = JsValue::from_f64(f64::from(height));
    let own = [("type", HEIGHT.into()), ("version", VERSION.into()), ("height", height_px.clone())];
    let amp = [("sentinel", "amp".into()), ("type", "embed-size".into()), ("height", height_px.clone())];
    let mut all = vec![object(&own), object(&[("datawrapper-height", object(&[("linpu", height_px)]))]), object(&amp)];
    let query = query();
    let child = query.split('&').find_map(|pair| pair.strip_prefix("childId="));
    if let Some(child) = child.and_then(|child| js_sys::decode_uri_component(child).ok()) {
        all.push(format!("pymxPYMx{child}xPYMxheightxPYMx{height}").into());
    }
    for message in all {
        let _ = parent.post_message(&message, "*");
    }
}

/// Calls back with each message of ours that the host sends: its name and itself. Whoever else sends something is not heard.
fn on_message(callback: impl Fn(&str, &JsValue) + 'static) {
    let Some(window) = window() else { return };
    EventListener::new(&window.clone(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let parent: Option<JsValue> = window.parent().ok().flatten().map(Into::into);
        let is_host = event.source().is_some_and(|source| Some(JsValue::from(source)) == parent);
        let data = event.data();
        if !is_host || get(&data, "version").and_then(|version| version.as_f64()) != Some(VERSION) {
            return;
        }
        if let Some(kind) = get(&data, "type").and_then(|kind| kind.as_string()) {
            callback(&kind, &data);
        }
    })
    .forget();
}

/// Calls back with what the host wants the view to be, and with the time of a clock that does not go back:
/// `{type: 'linpu:set', version: 1, view: 'province=hunan'}`.
pub fn on_told(callback: impl Fn(String, f64) + 'static) {
    on_message(move |kind, data| {
        let words = (kind == SET).then(|| get(data, "view")?.as_string()).flatten();
        if let (Some(words), Some(now)) = (words, now_ms()) {
            callback(words, now);
        }
    });
}

/// Hears something as long as it is kept.
pub struct Listening(#[allow(dead_code, reason = "kept for what it does when it goes")] Option<EventListener>);

/// Calls back with the height that a frame of ours announces.
pub fn on_height_of(frame: &'static str, callback: impl Fn(f64) + 'static) -> Listening {
    let hear = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let frame = by_id(frame).and_then(|frame| frame.dyn_into::<web_sys::HtmlIFrameElement>().ok());
        let content: Option<JsValue> = frame.and_then(|frame| frame.content_window()).map(Into::into);
        let is_ours = content.is_some() && event.source().map(JsValue::from) == content;
        let data = event.data();
        let is_height = get(&data, "type").and_then(|kind| kind.as_string()).as_deref() == Some(HEIGHT);
        if let Some(height) = get(&data, "height").and_then(|height| height.as_f64()).filter(|_| is_ours && is_height) {
            callback(height);
        }
    };
    Listening(window().map(|window| EventListener::new(&window, "message", hear)))
}

/// From now on links inside the page leave no steps in the history of the host, and what opens knows how far down it was opened
/// (`--at`): in a frame as high as its page nobody sees the frame's top.
pub fn be_a_guest() {
    let Some(document) = document() else { return };
    mark_root(&[("data-framed", true)]);
    MANNERS.set(Some(Manners { focus: focus_inside, show: show_inside, handed }));
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, |event| {
        let Some(mouse) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let is_plain =
            mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        let href = link.filter(|_| is_plain && !event.default_prevented()).and_then(|link| link.get_attribute("href"));
        let (Some(href), Some(window)) = (href, window()) else { return };
        let Ok(history) = window.history() else { return };
        if history.replace_state_with_url(&scroll::next_state(), "", Some(&href)).is_ok() {
            event.prevent_default();
            let _ = web_sys::Event::new("hashchange").and_then(|event| window.dispatch_event(&event));
        }
    })
    .forget();
    let early = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    for event in ["mousedown", "keydown"] {
        EventListener::new_with_options(&document, event, early, |event| {
            let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key);
            // Every word typed would lay out the page anew.
            if key.is_some_and(|key| !matches!(key.as_str(), "Enter" | " ")) {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            // What is open already stays where it is.
            let Some(target) = target.filter(|target| !matches!(target.closest("[role=dialog]"), Ok(Some(_)))) else {
                return;
            };
            let top = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
            let at = (target.get_bounding_client_rect().top() + top - ABOVE_PX).max(0.0) as u32;
            set_property("--at", Some(&format!("{at}px")));
        })
        .forget();
    }
}

/// No focus that is not in the frame already, and no scrolling of what is around it.
fn focus_inside(element: &HtmlElement) {
    if document().is_some_and(|document| document.has_focus().unwrap_or_default()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls the frame only: scrolling into view would scroll the host too.
fn show_inside(element: &HtmlElement) {
    if let Some(window) = window() {
        let top = window.scroll_y().unwrap_or_default();
        window.scroll_to_with_x_and_y(0.0, top + element.get_bounding_client_rect().top());
    }
}

/// What is told of a file: its name, and what is in it.
type Told = Rc<dyn Fn(String, Handed)>;

thread_local! {
    /// Who is told of files that may have been refused.
    static HANDED: RefCell<Option<Told>> = const { RefCell::new(None) };
}

/// Calls back with each file that was handed over where the frame may have refused it: browsers do so without a word, and only where
/// the frame has no origin of its own is there reason to think so.
pub fn on_handed(callback: impl Fn(String, Handed) + 'static) {
    HANDED.set(Some(Rc::new(callback)));
}

fn handed(name: &str, blob: &web_sys::Blob, url: &str) {
    let origin = window().and_then(|window| get(&window, "origin")?.as_string());
    let Some(tell) = HANDED.with_borrow(Clone::clone).filter(|_| origin.as_deref() == Some("null")) else { return };
    let (name, kind) = (name.to_string(), blob.type_());
    if kind.starts_with("image/") {
        return tell(name, Handed::Picture(url.to_string()));
    }
    let read = || -> Option<js_sys::Promise> {
        let text: js_sys::Function = get(blob, "text")?.dyn_into().ok()?;
        text.call0(blob).ok()?.dyn_into().ok()
    };
    match kind.starts_with("text/").then(read).flatten() {
        Some(text) => {
            let arrived = Closure::once(move |text: JsValue| {
                tell(name, text.as_string().map_or(Handed::Other, Handed::Text));
            });
            let _ = text.then(&arrived);
            arrived.forget();
        }
        None => tell(name, Handed::Other),
    }
}

/// What the address asks for before its fragment, without `?`.
pub fn query() -> String {
    let query = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    query.strip_prefix('?').unwrap_or(&query).to_string()
}

/// Opens an address in a window of its own; `false` where the frame may not.
pub fn open_window(url: &str) -> bool {
    let opened = window().and_then(|window| window.open_with_url_and_target(url, "_blank").ok().flatten());
    if let Some(opened) = &opened {
        let _ = js_sys::Reflect::set(opened, &"opener".into(), &JsValue::NULL);
    }
    opened.is_some()
}
