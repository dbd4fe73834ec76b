//! The drawer at the side in which a receipt stands; what it says comes from the later half.

use crate::app::context::App;
use crate::app::element::{Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::state::Action;
use linpu::text::Msg;
use std::cell::Cell;

/// The id of the dialog.
pub const RECEIPT: &str = "receipt";

/// The drawer; closed where no receipt is asked for.
pub fn drawer(app: App) -> Node {
    let was_open = Cell::new(false);
    live(move || {
        let open = app.view.with(|view| view.receipt).and_then(|id| Some((id, app.rest()?)));
        // By click, by link or by going back: whoever opens it is taken there once.
        if open.is_some() && !was_open.replace(open.is_some()) {
            platform::focus_later(RECEIPT);
        }
        was_open.set(open.is_some());
        open.map(|(id, rest)| {
            let close = button("close", move |_| close(app))
                .with(el("span").attr("aria-hidden", "true").with("✕ "))
                .with(app.msg(Msg::Close));
            let aside = of_class("div", "drawer")
                .attr("id", RECEIPT)
                .attr("role", "dialog")
                .attr("aria-modal", "true")
                .attr("aria-labelledby", "receipt-title")
                .attr("tabindex", "-1")
                .with(close)
                .with((rest.receipt)(app, id));
            many([of_class("div", "scrim").on("click", move |_| self::close(app)), aside])
        })
    })
}

/// The later half gives the focus back, and knows the keys (`components::far::focus`).
fn close(app: App) {
    app.act(Action::Close);
}
