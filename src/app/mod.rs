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
mod rest;
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
#[cfg(target_arch = "wasm32")]
use rest::Whole;

/// The element of `index.html` that holds the static page, and then the program.
#[cfg(target_arch = "wasm32")]
const HOST: &str = "linpu";

/// Starts the program on the first part of a package; the rest follows.
#[cfg(target_arch = "wasm32")]
pub fn start(first: &'static [u8]) {
    let mounted = package(first).and_then(|package| {
        platform::take_over(HOST, |host| {
            leptos::mount::mount_to_renderer(&host, move || {
                let app = App::new(package);
                app.connect();
                platform::on_rest(move |arrived, data| {
                    let whole = Whole::of(arrived);
                    match rest::complete(whole, app, first, data) {
                        Ok(()) => app.join(whole),
                        // The first part goes on working.
                        Err(message) => wasm_bindgen::throw_str(&message),
                    }
                });
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
pub fn first_paint(first: &[u8]) -> Result<String, String> {
    let package = package(first)?;
    Ok(Owner::new().with(|| root(App::new(package)).html()))
}

fn package(first: &[u8]) -> Result<Package, String> {
    packed::first(first).map(Package::first).map_err(|error| error.to_string())
}

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the first paint is not completed"))]
fn whole(first: &[u8], rest: &[u8]) -> Result<Package, String> {
    let both =
        packed::first(first).and_then(|mut data| packed::complete(&mut data, rest).map(|lexicon| (data, lexicon)));
    both.map(|(data, lexicon)| Package::new(data, lexicon)).map_err(|error| error.to_string())
}

/// The page.
fn root(app: App) -> Element {
    let skip = move |event: &platform::Event| {
        event.prevent_default();
        platform::focus("main");
    };
    let page = move || match app.page.get() {
        Page::Overview => pages::overview::overview(app),
        page => match app.whole() {
            Some(whole) => rest::page(whole, app, page),
            None => of_class("p", "lead").with(app.msg(Msg::StillLoading)).into(),
        },
    };
    of_class("div", "page")
        .with(of_class("a", "skip").attr("href", "#main").on("click", skip).with(app.t(Msg::SkipToMain)))
        .with(header::header(app))
        .with(notice::notice(app))
        .with(el("main").attr("id", "main").attr("tabindex", "-1").with(live(page)))
        .with(footer::footer(app))
        .with(receipt::drawer(app))
}
