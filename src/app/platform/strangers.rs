//! Whether anybody else has changed attributes of the page: then none is taken for what was written.
//!
//! Reading every attribute before it is written is slow, and almost nobody has such visitors: an observer tells of the first,
//! and is not asked again. Texts and order are looked at without it ([`super::tree`]).
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord};

thread_local! {
    static WERE_HERE: Cell<bool> = const { Cell::new(false) };
    static OBSERVER: RefCell<Option<MutationObserver>> = const { RefCell::new(None) };
    /// How many of our own writers are at work.
    static OURS: Cell<u32> = const { Cell::new(0) };
}

/// Whether strangers have changed attributes.
pub fn were_here() -> bool {
    WERE_HERE.get()
}

/// Watches what stands in an element, for as long as the page lives.
pub fn watch(host: &Element) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(|records: js_sys::Array| judge(&records));
    let Ok(observer) = MutationObserver::new(seen.as_ref().unchecked_ref()) else { return WERE_HERE.set(true) };
    seen.forget();
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    options.set_subtree(true);
    if observer.observe_with_options(host, &options).is_err() {
        return WERE_HERE.set(true);
    }
    OBSERVER.with(|slot| *slot.borrow_mut() = Some(observer));
}

/// What is written meanwhile is ours.
pub fn ours<T>(write: impl FnOnce() -> T) -> T {
    let take = || OBSERVER.with(|slot| slot.borrow().as_ref().map(MutationObserver::take_records));
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
    // A person opens details, and the browser writes it down.
    let is_strange = |record: MutationRecord| record.attribute_name().as_deref() != Some("open");
    if records.iter().any(|record| record.dyn_into().is_ok_and(is_strange)) {
        WERE_HERE.set(true);
        if let Some(observer) = OBSERVER.with(|slot| slot.borrow_mut().take()) {
            observer.disconnect();
        }
    }
}
