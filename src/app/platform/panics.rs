//! What the program says when it fails, for the report that boot.js offers.
//!
//! A panic ends in a trap, which boot.js sees by itself: it stops the program for good. Only the words of it come from here, and
//! only from the later half: they are worth no byte of the first load.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::document::document;
use gloo::events::EventListener;

/// From now on boot.js is told in which words the program failed.
pub fn tell_of_panics() {
    std::panic::set_hook(Box::new(|info| {
        let (Some(document), Ok(event)) = (document(), web_sys::Event::new("linpu:panic")) else { return };
        let _ = js_sys::Reflect::set(&event, &"detail".into(), &info.to_string().into());
        let _ = document.dispatch_event(&event);
    }));
    // For the test that shows what a failure looks like. Only a script of this page can send it, and such a script needs no help.
    if let Some(document) = document() {
        EventListener::once(&document, "linpu:fail", |_| panic!("asked to fail")).forget();
    }
}
