//! The bottom of every page.

use crate::app::context::App;
use crate::app::element::{Node, el, live, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// The footer: versions of program and data, licences, what prints need.
pub fn footer(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let about = &context.data.about;
        let filters = context.filters_line(&app.selection.get());
        of_class("footer", "bottom")
            .with(live(move || Node::from(app.rest_by_now().map(|rest| (rest.at_end)(app)))))
            .with(el("p").with(words.fill(Msg::Footer, &[env!("CARGO_PKG_VERSION"), &about.version, &about.updated])))
            .with(
                el("p")
                    .with(words.msg(Msg::Licences))
                    .with(" · ")
                    .with(el("a").attr("href", app.href(Action::Go(Page::About))).with(words.msg(Msg::NavAbout))),
            )
            .with(live(move || Node::from(app.rest_by_now().map(|rest| (rest.reading)(app, true)))))
            .with(of_class("p", "print-only").with(words.fill(Msg::FiltersInPicture, &[&filters])))
            .with(app.printed_on.get().map(|day| {
                let address = [platform::address(), app.href_all(Vec::new())].concat();
                of_class("p", "print-only").with(words.fill(Msg::PrintedFrom, &[&address, &day]))
            }))
    })
}
