//! The seam of the program: behind it lies what is loaded after the overview works.
//!
//! Owns: the one way to the far side, and the list of what is handed over. May use: both sides; nothing else names the far one.
//! Deliberately absent: what happens there. The build (`xtask`, `split`) cuts the program at this function: whatever only it
//! reaches, words included, goes into a second file. What anything else names stays in the first.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing is completed on the build machine"))]
#![allow(unsafe_code, reason = "to the linker a function that arrives later is foreign; it has exactly one body, here")]

use super::components::far::{
    download, filter_menus, finder, focus, go_to, guest, paper, reading, readout, receipt, rows, share_menu, walk,
};
use super::context::{App, Rest};
use super::element::Node;
use super::pages::{far, near};
use super::platform::{self, Arrived};
use leptos::prelude::*;
use linpu::present::Package;
use linpu::present::card::ChartCard;
use linpu::state::{ChartId, Page};
use linpu::wire::packed;

/// What is handed over. On the far side, as all it leads to: the first half finds it only through [`rest`].
static REST: Rest = Rest {
    complete,
    page,
    name: |app, page| app.voice().context().page_name(page),
    receipt: receipt::body,
    finder: finder::finder,
    hits: finder::hits,
    popover: filter_menus::popover,
    sheet: filter_menus::sheet,
    sources: paper::sources,
    at_end: paper::end,
    twin: rows::twin,
    menu: share_menu::menu,
    save: |app, card, kind, report| download::save(app, &card, kind, report),
    copy_link: share_menu::copy_link,
    embed: share_menu::make_embed,
    marks: walk::marks,
    press: walk::press,
    ring: walk::ring,
    under: walk::under,
    go_to: go_to::go_to,
    behind: guest::behind,
    reading: reading::reading,
    readout: readout::readout,
    follow: readout::follow,
    draw: linpu::chart::draw::draw,
    card,
};

/// What the later half does for the earlier, now that it is there. The names of the body and of the way to it are what the tool
/// that cuts looks for; natively the body is simply called.
pub fn rest(_: Arrived) -> &'static Rest {
    #[cfg(target_arch = "wasm32")]
    {
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        #[allow(improper_ctypes, reason = "both sides are compiled together")]
        unsafe extern "C" {
            #[link_name = "__wasm_split_00rest00_import_00000000000000000000000000000001"]
            safe fn way() -> &'static Rest;
        }
        #[unsafe(export_name = "__wasm_split_00rest00_export_00000000000000000000000000000001")]
        #[allow(improper_ctypes_definitions, reason = "both sides are compiled together")]
        extern "C" fn body() -> &'static Rest {
            &REST
        }
        way()
    }
    #[cfg(not(target_arch = "wasm32"))]
    &REST
}

fn complete(app: App, first: &'static [u8], rest: &[u8]) -> Result<(), String> {
    let both =
        packed::first(first).and_then(|mut data| packed::complete(&mut data, rest).map(|lexicon| (data, lexicon)));
    platform::tell_of_panics();
    finder::listen();
    // First whoever closes a receipt with Esc: what is said beside a mark stays then.
    reading::listen(app);
    focus::listen(app);
    readout::listen(app);
    guest::listen(app);
    app.complete(both.map(|(data, lexicon)| Package::new(data, lexicon)).map_err(|error| error.to_string())?);
    Ok(())
}

fn page(app: App, page: Page) -> Node {
    match page {
        Page::Overview => near::overview::overview(app),
        Page::Table => far::table::table(app),
        Page::Community(id) => far::community::community(app, id),
        Page::About => far::about::about(app),
        Page::Compare => far::compare::compare(app),
        Page::Atlas => far::atlas::atlas(app),
        Page::System(id) => far::system::system(app, id),
        Page::Practices => far::practices::practices(app),
        Page::Checks => far::checks::checks(app),
        Page::Figure(id) => far::figure::figure(app, id),
        Page::Embed => far::embed::workshop(app),
        Page::Chart(chart, definition) => far::chart::chart_page(app, chart, definition),
    }
}

fn card(app: App, id: ChartId) -> ChartCard {
    let voice = app.voice();
    let context = voice.context();
    match id {
        ChartId::Overview(chart) | ChartId::Whole(chart) => {
            context.chart(chart, &app.found(), &app.selection.get(), app.look.get())
        }
        ChartId::Ranked(id) => context.ranked_card(id, &app.found(), &app.selection.get(), app.look.get()),
        ChartId::OverTime(group) => context.over_time_card(group, &app.found(), &app.selection.get()),
        ChartId::Compared(id) => app.view.with(|view| context.compared_card(id, &view.comparison, view.scale)),
    }
}
