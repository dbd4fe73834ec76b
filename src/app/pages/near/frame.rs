//! What stands around every page: header, notice, footer, the drawer of receipts.

use super::overview::overview;
use crate::app::components::near::{drawer, footer, header, notice};
use crate::app::context::{App, MAIN};
use crate::app::element::{Element, Event, Node, el, live, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::state::Page;
use linpu::text::Msg;

/// The page.
pub fn frame(app: App) -> Element {
    let skip = move |event: &dyn Event| {
        event.prevent_default();
        platform::focus(MAIN);
    };
    let page = move || match app.page.get() {
        Page::Overview => overview(app),
        page => match app.rest() {
            Some(rest) => (rest.page)(app, page),
            None => of_class("p", "lead").with(app.msg(Msg::StillLoading)).into(),
        },
    };
    of_class("div", "page")
        .with(of_class("a", "skip").attr("href", "#main").on("click", skip).with(app.t(Msg::SkipToMain)))
        .with(live(move || Node::from(app.rest_by_now().map(|rest| (rest.go_to)(app)))))
        .with(header::header(app))
        .with(notice::notice(app))
        .with(el("main").attr("id", MAIN).attr("tabindex", "-1").with(live(page)))
        .with(footer::footer(app))
        .with(drawer::drawer(app))
        .with(live(move || Node::from(app.rest_by_now().map(|rest| (rest.behind)(app)))))
}
