//! The browser program: components that bind view models, and nothing else.
//!
//! Owns: the page's elements and their events. May use: the whole library and Leptos. Deliberately absent: rules about data
//! (they are in `linpu::present` and below), browser calls (they are in [`platform`]).

mod components;
mod context;
mod pages;
mod platform;
#[cfg(test)]
mod tests;

use components::{footer::Footer, header::Header, notice::Notice, receipt::ReceiptDrawer};
use context::App;
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
            mount_to(host, move || {
                let app = App::new(package);
                provide_context(app);
                app.connect();
                view! { <Root/> }
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
    Ok(Owner::new().with(|| {
        provide_context(App::new(package));
        view! { <Root/> }.to_html()
    }))
}

fn package(bytes: &[u8]) -> Result<Package, String> {
    let (data, lexicon) = packed::from_bytes(bytes).map_err(|error| format!("{error:?}"))?;
    Ok(Package::new(data, lexicon))
}

/// The whole page.
#[component]
fn Root() -> impl IntoView {
    let app = App::here();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        platform::focus("main");
    };
    let page = move || match app.page.get() {
        Page::Overview => view! { <pages::overview::Overview/> }.into_any(),
        Page::Table => view! { <pages::table::Table/> }.into_any(),
        Page::Community(id) => view! { <pages::community::Community id=id/> }.into_any(),
        Page::About => view! { <pages::about::About/> }.into_any(),
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{app.t(Msg::SkipToMain)}</a>
        <Header/>
        <Notice/>
        <main id="main" tabindex="-1">{page}</main>
        <Footer/>
        <ReceiptDrawer/>
    }
}
