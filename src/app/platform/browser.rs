//! The browser. Storage, clipboard and history may be denied in a sandboxed frame: nothing here panics when they are.
#![allow(clippy::disallowed_methods, reason = "this is the one place that calls the browser")]

use super::document::{all, by_id, by_selector, document, fault, focus_on, get, window};
use super::event::Happened;
use super::frames::later;
use super::{Arrived, EARLY, FOLDED, Fault, READY, Step, scroll, strangers, tree};
use crate::app::element::Event;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

thread_local! {
    /// The id of the element the page stands in.
    static HOST: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether something of the static page still stands inside the program's.
    static IS_KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Writes the fragment. In a frame no history is made, because it would fill the host page's back button.
///
/// Says whether a step of history was made.
pub fn set_fragment(fragment: &str, step: Step) -> bool {
    let Some(window) = window() else { return false };
    let Ok(history) = window.history() else { return false };
    let url = format!("#{fragment}");
    // Denied in some sandboxes; the view lives on without an address.
    if step == Step::New && !is_framed() {
        history.push_state_with_url(&scroll::next_state(), "", Some(&url)).is_ok()
    } else {
        let _ = history.replace_state_with_url(&scroll::same_state(), "", Some(&url));
        false
    }
}

/// Whether the page stands in a frame of another one.
pub fn is_framed() -> bool {
    window().is_some_and(|window| window.parent().ok().flatten().is_none_or(|parent| parent != window))
}

/// One step of history back, to the same place on the page.
pub fn back() {
    scroll::stay();
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls back for as long as the page lives.
fn forever(event: &'static str, callback: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, event, move |_| callback()).forget();
    }
}

/// Calls back when the address changes by link, back or forward.
pub fn on_fragment_change(callback: impl Fn() + 'static) {
    forever("hashchange", callback);
}

/// Calls back when the window's width settles.
pub fn on_resize(callback: impl Fn() + 'static) {
    let callback = std::rc::Rc::new(callback);
    let pending: RefCell<Option<Timeout>> = RefCell::new(None);
    forever("resize", move || {
        let callback = callback.clone();
        *pending.borrow_mut() = Some(Timeout::new(120, move || callback()));
    });
}

/// Calls back for every key that is pressed anywhere in the document, unless something has dealt with it.
pub fn on_key(callback: impl Fn(&dyn Event) + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        if !event.default_prevented() {
            callback(&Happened(event));
        }
    })
    .forget();
}

/// From now on Ctrl+K, or ⌘K, moves the focus to an element, unless a dialog has the page.
pub fn on_go_to(id: &'static str) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let is_asked = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && key.key().eq_ignore_ascii_case("k");
        let has_dialog = || by_selector("[aria-modal=true]").is_some();
        if is_asked && !has_dialog() {
            event.prevent_default();
            focus(id);
        }
    })
    .forget();
}

/// Scrolls a list so far that an entry of it that is about to be drawn can be seen.
pub fn keep_in_view(list: &'static str, entry: String) {
    later(0, move || {
        let (Some(list), Some(entry)) = (by_id(list), by_id(&entry)) else { return };
        let (frame, row) = (list.get_bounding_client_rect(), entry.get_bounding_client_rect());
        let by = (row.bottom() - frame.bottom()).max(0.0) + (row.top() - frame.top()).min(0.0);
        list.set_scroll_top(list.scroll_top() + by as i32);
    });
}

/// Calls back with the day when printing starts, and with nothing when it ends. What is folded is opened for the paper: details
/// that the selector finds.
pub fn on_print(folded: &'static str, callback: impl Fn(Option<String>) + 'static) {
    let callback = std::rc::Rc::new(callback);
    let after = callback.clone();
    forever("beforeprint", move || {
        callback(Some(today()));
        all(folded).for_each(|element| {
            let open = || element.set_attribute("open", "").and_then(|()| element.set_attribute(FOLDED, ""));
            let _ = strangers::ours(open);
        });
    });
    forever("afterprint", move || {
        all("details[data-folded]").for_each(|element| {
            let fold = || element.remove_attribute("open").and_then(|()| element.remove_attribute(FOLDED));
            let _ = strangers::ours(fold);
        });
        after(None);
    });
}

/// The day by the clock of this machine: 2025-01-31.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The address of the page without its fragment.
pub fn address() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_string()
}

/// The width a page may fill, in CSS pixels of letters of the usual size: where letters are twice as large, half as many.
pub fn viewport_width() -> Option<f64> {
    Some(f64::from(document()?.document_element()?.client_width()) / times())
}

/// How many times as large as usual letters are.
pub fn times() -> f64 {
    let said = || -> Option<f64> {
        let (window, root) = (window()?, document()?.document_element()?);
        let style: js_sys::Function =
            js_sys::Reflect::get(&window, &"getComputedStyle".into()).ok()?.dyn_into().ok()?;
        // The style sheet says a hundred rem here. (How large the root's letters are is no measure: a browser may show larger ones.)
        let rems = js_sys::Reflect::get(&style.call1(&window, &root).ok()?, &"scrollMarginLeft".into()).ok()?;
        let rems: u32 = rems.as_string()?.split(['.', 'p']).next()?.parse().ok()?;
        Some(f64::from(rems) / 1_600.0).filter(|times| *times > 0.0)
    };
    said().unwrap_or(1.0)
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}

/// What this browser remembers under a key.
pub fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a text in this browser; says whether it lets us.
pub fn remember(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Calls back with what another window of this site has stored under a key; `None` where it was taken away.
pub fn on_stored(key: &'static str, callback: impl Fn(Option<String>) + 'static) {
    let Some(window) = window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let field = |name: &str| get(event, name).and_then(|value| value.as_string());
        match field("key") {
            Some(changed) if changed == key => callback(field("newValue")),
            // All of the storage was emptied.
            None => callback(None),
            _ => {}
        }
    })
    .forget();
}

/// Calls back when a person comes back to this page, which may have slept and heard nothing.
pub fn on_return(callback: impl Fn() + 'static) {
    forever("pageshow", callback);
}

/// Calls back in a moment.
pub fn in_a_moment(callback: impl FnOnce() + 'static) {
    later(500, callback);
}

/// Whether something stands in a text field inside an element that is not entered yet.
pub fn is_typing_in(id: &str) -> bool {
    let field = document().and_then(|document| document.active_element()?.dyn_into::<web_sys::HtmlInputElement>().ok());
    let field = field.filter(|field| field.get_attribute("value").unwrap_or_default() != field.value());
    field.is_some_and(|field| by_id(id).is_some_and(|element| element.contains(Some(&field))))
}

/// A word that no other window has.
pub fn tag() -> String {
    ((js_sys::Math::random() * 1e9) as u32).to_string()
}

/// Sets the document's language, title and theme.
pub fn set_document(lang: &str, title: &str, theme: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang);
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Asks for what is loaded after the program; asking twice does no harm.
pub fn want_rest() {
    if let (Some(document), Ok(event)) = (document(), web_sys::Event::new("linpu:want")) {
        let _ = document.dispatch_event(&event);
    }
}

/// Calls back with the data of it when all of it is there: boot.js sends the event after the rest of the program has joined.
pub fn on_rest(callback: impl Fn(Arrived, &[u8]) + 'static) {
    if let Some(document) = document() {
        EventListener::once(&document, "linpu:rest", move |event| {
            let detail = js_sys::Reflect::get(event, &"detail".into()).unwrap_or(JsValue::NULL);
            callback(Arrived(()), &js_sys::Uint8Array::new(&detail).to_vec());
        })
        .forget();
    }
}

/// Moves the focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_on(&element);
    }
}

/// Moves the focus to an element that is about to be drawn.
pub fn focus_later(id: &str) {
    let id = id.to_string();
    later(0, move || focus(&id));
}

/// Keeps Tab inside a dialog.
pub fn keep_focus_inside(id: &str, event: &dyn Event) {
    if event.key() != "Tab" {
        return;
    }
    let inside = || -> Option<()> {
        let dialog = by_id(id)?;
        let all = dialog.query_selector_all("a[href],button:not([disabled]),input,textarea,summary").ok()?;
        let first: HtmlElement = all.item(0)?.dyn_into().ok()?;
        let last: HtmlElement = all.item(all.length().checked_sub(1)?)?.dyn_into().ok()?;
        let active = document()?.active_element()?;
        let (edge, target) = if event.shift() { (&first, &last) } else { (&last, &first) };
        let outside = !dialog.contains(Some(&active)) || active == *dialog;
        if active == **edge || outside && event.shift() {
            event.prevent_default();
            target.focus().ok()?;
        }
        Some(())
    };
    inside();
}

/// Where a pointer is inside an element, as fractions of its width and height.
pub fn point_in(event: &dyn Event, id: &str) -> Option<(f64, f64)> {
    let rect = document()?.get_element_by_id(id)?.get_bounding_client_rect();
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return None;
    }
    let (x, y) = event.point_px()?;
    Some(((x - rect.left()) / rect.width(), (y - rect.top()) / rect.height()))
}

/// Where an element begins in the window, how high the window is, and how far the element is scrolled sideways.
pub fn surroundings(id: &str) -> Option<(f64, f64, f64)> {
    let element = by_id(id)?;
    let height = document()?.document_element()?.client_height();
    Some((element.get_bounding_client_rect().top(), f64::from(height), f64::from(element.scroll_left())))
}

/// How far an element is scrolled, and how high it is.
pub fn scroll_position(id: &str) -> Option<(f64, f64)> {
    let element = by_id(id)?;
    Some((f64::from(element.scroll_top()), f64::from(element.client_height())))
}

/// The height of a drawn row.
pub fn row_height(id: &str) -> Option<f64> {
    Some(by_id(id)?.get_bounding_client_rect().height()).filter(|height| *height > 0.0)
}

/// Puts the program where the static page was, in one step. What it has not made yet of the element of an id stays as it was.
pub fn take_over(host: &str, later: &str, mount: impl FnOnce(HtmlElement)) -> Result<(), Fault> {
    let document = document().ok_or(Fault::Absent)?;
    let host = by_id(host).ok_or(Fault::Absent)?;
    let fresh: HtmlElement = document.create_element("div").map_err(fault)?.dyn_into().map_err(|_| Fault::Absent)?;
    mount(fresh.clone());
    keep(&host, &fresh, later);
    // The styles that stand in the static page go on being the page's, behind those they stood behind.
    if let (Some(head), Ok(Some(style))) = (document.head(), host.query_selector("style")) {
        let first = head.query_selector("style").ok().flatten();
        head.insert_before(&style, first.and_then(|first| first.next_sibling()).as_ref()).map_err(fault)?;
    }
    host.set_text_content(None);
    while let Some(child) = fresh.first_child() {
        host.append_child(&child).map_err(fault)?;
    }
    HOST.with(|slot| *slot.borrow_mut() = Some(host.id()));
    strangers::watch(&host, tree::mend_page);
    Ok(())
}

/// Moves what stands in an element of the static page into the same one of the program, where that is empty.
fn keep(host: &Element, fresh: &Element, id: &str) {
    let find = |whole: &Element| whole.query_selector(&["#", id].concat()).ok().flatten();
    let (Some(before), Some(now)) = (find(host), find(fresh).filter(|now| now.first_child().is_none())) else { return };
    while let Some(child) = before.first_child() {
        IS_KEPT.set(now.append_child(&child).is_ok());
    }
}

/// Takes out what was kept of the static page in the element of an id: the program is about to fill it.
pub fn let_go(id: &str) {
    if let (true, Some(element)) = (IS_KEPT.replace(false), by_id(id)) {
        strangers::ours(|| element.set_text_content(None));
    }
}

/// Whether an element of the static page may be taken over a moment later than the rest: nobody has done anything yet (`boot.js`
/// says so) or scrolled, and it begins below the window.
pub fn is_out_of_mind(id: &str) -> bool {
    let asked = || -> Option<bool> {
        let (window, root) = (window()?, document()?.document_element()?);
        let top = by_id(id)?.get_bounding_client_rect().top();
        Some(!root.has_attribute(EARLY) && window.scroll_y().ok()? == 0.0 && top >= f64::from(root.client_height()))
    };
    asked().unwrap_or(false)
}

/// Puts the page back where somebody has taken it from.
pub fn take_back(page: &Element) {
    if page.is_connected() {
        return;
    }
    let host = HOST.with(|slot| slot.borrow().as_deref().and_then(by_id));
    if let Some(host) = host {
        host.set_text_content(None);
        let _ = host.append_child(page);
    }
}

/// Says on the element of an id and in the performance timeline that filters respond.
pub fn say_ready(id: &str) {
    let said = || -> Option<()> {
        let document = document()?;
        let element = document.get_element_by_id(id)?;
        strangers::ours(|| element.set_attribute(READY, "")).ok()?;
        window()?.performance()?.mark("interactive").ok()?;
        document.dispatch_event(&web_sys::Event::new("linpu:ready").ok()?).ok()?;
        Some(())
    };
    said();
}
