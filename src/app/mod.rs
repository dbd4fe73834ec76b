//! The browser program: components that bind view models, and nothing else.
//!
//! Owns: the page's elements and their events. May use: the whole library and Leptos' signals. Deliberately absent: rules about data
//! (they are in `linpu::present` and below), browser calls (they are in [`platform`]).
//!
//! The program is in two halves, and so are its rooms: near comes with the first load, far after it. An arrow may only point
//! down: this file > `rest` (the seam) > `pages::far` > `components::far` > `pages::near` > `components::near` > `context` >
//! `platform` > `element`. What a lower room needs of a higher one is handed to it (`context::Rest`).

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

use context::App;
#[cfg(target_arch = "wasm32")]
use context::{LATER, MAIN};
#[cfg(not(target_arch = "wasm32"))]
use leptos::prelude::*;
use linpu::present::Package;
use linpu::wire::packed;
use pages::near::frame;
#[cfg(target_arch = "wasm32")]
use platform::Fault;

/// The element of `index.html` that holds the static page, and then the program.
#[cfg(target_arch = "wasm32")]
const HOST: &str = "linpu";

/// Starts the program on the first part of a package; the rest follows.
#[cfg(target_arch = "wasm32")]
pub fn start(first: &'static [u8]) {
    // The static page stays; boot.js says that the program did not start.
    let package = package(first).unwrap_or_else(|message| wasm_bindgen::throw_str(&message));
    let mounted = {
        platform::take_over(HOST, LATER, |host| {
            leptos::mount::mount_to_renderer(&host, move || {
                let app = App::new(package);
                app.connect();
                platform::on_rest(move |arrived, data| {
                    let rest = rest::rest(arrived);
                    match (rest.complete)(app, first, data) {
                        Ok(()) => app.join(rest),
                        // The first part goes on working.
                        Err(message) => wasm_bindgen::throw_str(&message),
                    }
                });
                frame::frame(app)
            })
            .forget();
        })
    };
    match mounted {
        Ok(()) => platform::say_ready(MAIN),
        Err(Fault::Said(why)) => wasm_bindgen::throw_str(&why),
        Err(_) => wasm_bindgen::throw_str("there is no place for the page"),
    }
}

/// The static part of the page: what the same components show before anybody has done anything.
#[cfg(not(target_arch = "wasm32"))]
pub fn first_paint(first: &[u8]) -> Result<String, String> {
    let package = package(first)?;
    Ok(Owner::new().with(|| frame::frame(App::new(package)).html()))
}

fn package(first: &[u8]) -> Result<Package, String> {
    packed::first(first).map(Package::first).map_err(|error| error.to_string())
}
