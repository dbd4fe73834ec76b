//! The browser program: components that bind view models, and nothing else.
//!
//! Owns: the page's elements and their events. May use: the whole library and Leptos' signals. Deliberately absent: rules about data
//! (they are in `linpu::present` and below), browser calls (they are in [`platform`]).

mod components;
mod context;
mod element;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod pages;
mod platform;
#[cfg(test)]
mod tests;

use components::{footer, header, notice, receipt};
use context::App;
use element::{Element, el, live, of_class};
use leptos::prelude::*;
use linpu::present::Package;
use linpu::state::Page;
use linpu::text::Msg;
use linpu::wire::packed;

/// The element of `index.html` that holds the static page, and then the program.
#[cfg(target_arch = "wasm32")]
const HOST: &str = "linpu";

/// Starts the program on a packed package.
#[cfg(target_arch = "wasm32")]
pub fn start(packed: &[u8]) {
    let mounted = package(packed).and_then(|package| {
        platform::take_over(HOST, |host| {
            leptos::mount::mount_to_renderer(&host, move || {
                let app = App::new(package);
                app.connect();
                root(app)
            })
            .forget();
        })
    });
    match mounted {
        Ok(()) => platform::say_ready(),
        // The static page stays; boot.js says that the program did not start.
        Err(message) => wasm_bindgen::throw_str(&message),
    }
}

/// The static part of the page: what the same components show before anybody has done anything.
#[cfg(not(target_arch = "wasm32"))]
pub fn first_paint(packed: &[u8]) -> Result<String, String> {
    let package = package(packed)?;
    Ok(Owner::new().with(|| root(App::new(package)).html()))
}

fn package(bytes: &[u8]) -> Result<Package, String> {
    let (data, lexicon) = packed::from_bytes(bytes).map_err(|error| error.to_string())?;
    Ok(Package::new(data, lexicon))
}

/// The whole page.
fn root(app: App) -> Element {
    let skip = move |event: &platform::Event| {
        event.prevent_default();
        platform::focus("main");
    };
    let page = move || match app.page.get() {
        Page::Overview => pages::overview::overview(app),
        Page::Table => pages::table::table(app),
        Page::Community(id) => pages::community::community(app, id),
        Page::About => pages::about::about(app),
    };
    of_class("div", "page")
        .with(of_class("a", "skip").attr("href", "#main").on("click", skip).with(app.t(Msg::SkipToMain)))
        .with(header::header(app))
        .with(notice::notice(app))
        .with(el("main").attr("id", "main").attr("tabindex", "-1").with(live(page)))
        .with(footer::footer(app))
        .with(receipt::drawer(app))
}
