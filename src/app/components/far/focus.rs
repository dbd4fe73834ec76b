//! Where the focus goes: to the heading of another page, into a receipt and back, and never out of sight.
//!
//! Deliberately absent: how any of it is done (`platform`).

use crate::app::components::near::drawer::RECEIPT;
use crate::app::context::{App, MAIN};
use crate::app::platform;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use linpu::state::Action;

/// What is behind an open receipt.
const BEHIND: &str = ".page > :not(.drawer):not(.scrim)";

/// From now on a receipt keeps what is behind it out of reach, and whoever comes to another page is told which.
pub fn listen(app: App) {
    let moved = RenderEffect::new(move |before: Option<_>| {
        let now = (app.page.get(), app.view.with(|view| view.receipt));
        let (page, receipt) = before.unwrap_or((now.0, None));
        if receipt.is_some() != now.1.is_some() {
            if now.1.is_some() {
                platform::remember_focus();
            }
            platform::shut(BEHIND, now.1.is_some());
        }
        if page != now.0 {
            // A place on the page that is sought gets the focus itself.
            if !platform::seeks() {
                platform::focus_heading(MAIN);
            }
        } else if receipt.is_some() && now.1.is_none() {
            platform::restore_focus(MAIN);
        }
        now
    });
    // As long as the page.
    std::mem::forget(moved);
    platform::keep_focus_seen();
    // Wherever the focus is: right after opening, or when strangers have taken it, it is not in the drawer.
    platform::on_key(move |event| {
        if app.view.with_untracked(|view| view.receipt.is_none()) {
            return;
        }
        if event.key() == "Escape" {
            event.prevent_default();
            app.act(Action::Close);
        } else {
            platform::keep_focus_inside(RECEIPT, event);
        }
    });
}
