//! The open menu of a chart: what one can do with it, by click and by keys.
//!
//! Owns: what is offered and in what order, and walking through it. May use: `platform` for the focus. Deliberately absent: the
//! button that opens it and what a choice does (`components::near::chart`).

use super::download::{TABLES, name};
use crate::app::context::{App, Choosing, Copying, Download, Offer};
use crate::app::element::{Element, Event, button, of_class};
use crate::app::platform::{self, Step};
use leptos::prelude::*;
use linpu::state::{ChartId, OverviewChart, Page, embed};
use linpu::text::{FarMsg, Msg};

/// The menu. Its items are called by `id` and their number.
pub fn menu(app: App, id: String, as_table: bool, choose: Choosing) -> Element {
    let pictures = [Download::Png, Download::Svg];
    let files = TABLES.into_iter().chain(pictures).map(|kind| (Choice::Of(Offer::File(kind)), name(kind)));
    let table = (Choice::Of(Offer::Table), if as_table { FarMsg::ChartPicture } else { FarMsg::ChartTable });
    let share = platform::can_share().then_some((Choice::Share, FarMsg::Share));
    let links = [(Choice::Of(Offer::Link), FarMsg::CopyLink), (Choice::Of(Offer::Embed), FarMsg::Embed)];
    let offers: Vec<(Choice, FarMsg)> = [table].into_iter().chain(files).chain(share).chain(links).collect();
    let last = offers.len() - 1;
    let items: Vec<Element> =
        offers.into_iter().enumerate().map(|(at, offer)| item(app, &id, (at, last), offer, choose.clone())).collect();
    of_class("div", "menu")
        .attr("id", [&id, "-items"].concat())
        .attr("role", "menu")
        .attr("aria-label", app.msg(Msg::ShareMenu))
        .with_all(items)
}

/// What an item does.
#[derive(Clone, Copy)]
enum Choice {
    /// What the chart does with an offer.
    Of(Offer),
    /// Hands the link to what the device shares with; where that refuses, it is copied.
    Share,
}

/// Copies the link to the view.
pub fn copy_link(app: App, home: String, done: Copying) {
    platform::copy(&link(app), &home, move |copied| done(copied));
}

fn link(app: App) -> String {
    untrack(|| [platform::address(), app.href_all(Vec::new())].concat())
}

/// What an item does when it is chosen.
fn take(app: App, choice: Choice, choose: &Choosing) {
    match choice {
        Choice::Of(offer) => choose(Some(offer)),
        Choice::Share => {
            choose(None);
            let instead = choose.clone();
            platform::share(&link(app), move || instead(Some(Offer::Link)));
        }
    }
}

/// Goes where the code of a chart is made; a chart that has no page of its own stands for its page.
pub fn make_embed(app: App, id: ChartId) {
    let page = match id {
        ChartId::Overview(chart) | ChartId::Whole(chart) => Page::Chart(chart, None),
        ChartId::OverTime(group) => Page::Chart(OverviewChart::Group(group), None),
        ChartId::Ranked(definition) => {
            let group = app.package().data.indicator(definition).group;
            Page::Chart(OverviewChart::Group(group), Some(definition))
        }
        ChartId::Compared(_) => Page::Compare,
    };
    let view = embed::about(&app.view.get_untracked(), page, &app.package().data);
    app.turn_to(view, Step::New);
}

fn place(id: &str, at: usize) -> String {
    [id, "-", &at.to_string()].concat()
}

fn item(app: App, id: &str, (at, last): (usize, usize), (choice, name): (Choice, FarMsg), choose: Choosing) -> Element {
    let (own, leave) = (id.to_string(), choose.clone());
    let press = move |event: &dyn Event| {
        let to = match event.key().as_str() {
            "ArrowDown" => Some(if at == last { 0 } else { at + 1 }),
            "ArrowUp" => Some(at.checked_sub(1).unwrap_or(last)),
            "Home" => Some(0),
            "End" => Some(last),
            "Escape" => None,
            _ => return,
        };
        event.prevent_default();
        match to {
            Some(to) => platform::focus(&place(&own, to)),
            None => leave(None),
        }
    };
    button("", move |_| take(app, choice, &choose))
        .attr("id", place(id, at))
        .attr("role", "menuitem")
        .attr("tabindex", "-1")
        .on("keydown", press)
        .with(app.msg(name))
}
