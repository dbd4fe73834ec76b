//! The bottom of every page.

use crate::app::context::App;
use leptos::prelude::*;
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// The footer: version, date of the data, licence, what prints need.
#[component]
pub fn Footer() -> impl IntoView {
    let app = App::here();
    let line = move || {
        app.say(|context| context.words.fill(Msg::Footer, &[env!("CARGO_PKG_VERSION"), &context.data.about.updated]))
    };
    let licence = move || app.say(|context| context.words.fill(Msg::LicenceLine, &[&context.data.about.version]));
    let filters = move || {
        app.say_found(|context, _, selection| {
            context.words.fill(Msg::FiltersInPicture, &[&context.filters_line(selection)])
        })
    };
    view! {
        <footer class="bottom">
            <p>{line}</p>
            <p>{licence}" · "<a href=move || app.href(Action::Go(Page::About))>{app.t(Msg::NavAbout)}</a></p>
            <p class="print-only">{filters}</p>
        </footer>
    }
}
