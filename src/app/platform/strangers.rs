//! What others do to the page: whether they have changed anything of it, and when they have taken elements out.
//!
//! Reading everything before it is written is slow, and almost nobody has such visitors: an observer tells of the first, and is
//! asked before each of our own steps ([`ours`]). From then on [`super::tree`] reads before it writes.
//! Elements that were replaced by copies look right and hear nothing, so the page is mended soon, not when it is next written.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

/// How long it takes at first until elements that others took out are put back, in milliseconds; each time twice as long, so that
/// two programs that disagree do not keep the browser busy, until they have left the page alone for a while.
const FIRST_WAIT_MS: u32 = 60;
const LONGEST_WAIT_MS: u32 = 16_000;
/// How many times the last wait nothing may be taken out for the next to be short again.
const CALM_WAITS: f64 = 8.0;

thread_local! {
    static WERE_HERE: Cell<bool> = const { Cell::new(false) };
    static OBSERVER: RefCell<Option<(MutationObserver, Element)>> = const { RefCell::new(None) };
    static WAIT_MS: Cell<u32> = const { Cell::new(FIRST_WAIT_MS) };
    /// When elements were last taken out, in milliseconds of the browser's clock.
    static TAKEN_AT: Cell<f64> = const { Cell::new(0.0) };
    static MEND: Cell<Option<fn()>> = const { Cell::new(None) };
    static MENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// How many of our own writers are at work.
    static OURS: Cell<u32> = const { Cell::new(0) };
}

/// Whether strangers have changed anything of the page, ever.
pub fn were_here() -> bool {
    WERE_HERE.get()
}

/// Watches what stands in an element, for as long as the page lives. `mend` is called some time after others took out elements.
pub fn watch(host: &Element, mend: fn()) {
    MEND.set(Some(mend));
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(|records: js_sys::Array| judge(&records));
    let Ok(observer) = MutationObserver::new(seen.as_ref().unchecked_ref()) else { return WERE_HERE.set(true) };
    seen.forget();
    let options = js_sys::Object::new();
    for name in ["attributes", "characterData", "childList", "subtree"] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &true.into());
    }
    let options: MutationObserverInit = options.unchecked_into();
    // Of all the document: somebody may write it anew.
    let is_watched = host.owner_document().is_some_and(|all| observer.observe_with_options(&all, &options).is_ok());
    if !is_watched {
        return WERE_HERE.set(true);
    }
    OBSERVER.with(|slot| *slot.borrow_mut() = Some((observer, host.clone())));
}

/// What is written meanwhile is ours.
pub fn ours<T>(write: impl FnOnce() -> T) -> T {
    let take = || OBSERVER.with(|slot| slot.borrow().as_ref().map(|(observer, _)| observer.take_records()));
    let depth = OURS.get();
    if depth == 0
        && let Some(records) = take()
    {
        judge(&records);
    }
    OURS.set(depth + 1);
    let done = write();
    OURS.set(depth);
    if depth == 0 {
        take();
    }
    done
}

fn judge(records: &js_sys::Array) {
    let mut is_taken_out = false;
    for record in records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok()) {
        // A person opens details, and the browser writes it down.
        if record.attribute_name().is_some_and(|name| name == "open") {
            continue;
        }
        let (target, removed) = (record.target(), record.removed_nodes());
        let mut removed = (0..removed.length()).filter_map(|at| removed.item(at));
        // What happens around the page is not the page's, unless it is taken along.
        let is_ours = OBSERVER.with_borrow(|slot| {
            slot.as_ref().is_some_and(|(_, host)| {
                host.contains(target.as_ref()) || removed.clone().any(|node| node.contains(Some(host)))
            })
        });
        if is_ours {
            WERE_HERE.set(true);
        }
        is_taken_out |= removed.any(|node| node.node_type() == Node::ELEMENT_NODE);
    }
    if let (true, Some(mend)) = (is_taken_out, MEND.get()) {
        let now = js_sys::Date::now();
        let is_calm = now - TAKEN_AT.replace(now) > CALM_WAITS * f64::from(WAIT_MS.get());
        let wait = if is_calm { FIRST_WAIT_MS } else { WAIT_MS.get() };
        WAIT_MS.set((wait * 2).min(LONGEST_WAIT_MS));
        MENDING.with(|slot| *slot.borrow_mut() = Some(Timeout::new(wait, move || ours(mend))));
    }
}
