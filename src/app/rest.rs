//! The seam of the program: behind these functions lies what is loaded after the overview works.
//!
//! Owns: the functions that lead to the far side, and [`Whole`], the proof that it is there. May use: whatever it leads to.
//! Deliberately absent: what happens there. The build (`xtask`, `split`) cuts the program at these functions: whatever only they
//! reach, words included, goes into a second file. What anything else names stays in the first.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing is completed on the build machine"))]
#![allow(
    unsafe_code,
    reason = "to the linker a function that arrives later is foreign; each has exactly one body, here"
)]

use super::components::chart::{Download, Saving};
use super::components::{receipt, rows, search};
use super::context::App;
use super::element::{Element, Node};
use super::{pages, platform};
use leptos::prelude::*;
use linpu::model::ObservationId;
use linpu::present::card::ChartCard;
use linpu::state::{ComparedChart, Page};
use std::sync::Arc;

/// The whole program is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole(());

impl Whole {
    /// Only the platform can tell.
    pub fn of(_: platform::Arrived) -> Whole {
        Whole(())
    }
}

/// Declares functions whose bodies lie on the far side. The names of a body and of the way to it are what the tool that cuts looks
/// for; natively the body is simply called.
macro_rules! far {
    ($($(#[$doc:meta])* $way:literal $end:literal $name:ident($($arg:ident: $type:ty),*) -> $to:ty $body:block)*) => {$(
        $(#[$doc])*
        pub fn $name(_: Whole, $($arg: $type),*) -> $to {
            #[cfg(target_arch = "wasm32")]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes, reason = "both sides are compiled together")]
                unsafe extern "C" {
                    #[link_name = $way]
                    safe fn way($($arg: $type),*) -> $to;
                }
                #[unsafe(export_name = $end)]
                #[allow(improper_ctypes_definitions, reason = "both sides are compiled together")]
                extern "C" fn body($($arg: $type),*) -> $to $body
                way($($arg),*)
            }
            #[cfg(not(target_arch = "wasm32"))]
            $body
        }
    )*};
}

far! {
    /// Puts the rest of the data into the program.
    "__wasm_split_00rest00_import_00000000000000000000000000000001"
    "__wasm_split_00rest00_export_00000000000000000000000000000001"
    complete(app: App, first: &'static [u8], rest: &[u8]) -> Result<(), String> {
        app.complete(super::whole(first, rest)?);
        Ok(())
    }

    /// Every page but the overview.
    "__wasm_split_00rest00_import_00000000000000000000000000000002"
    "__wasm_split_00rest00_export_00000000000000000000000000000002"
    page(app: App, page: Page) -> Node {
        match page {
            Page::Overview => pages::overview::overview(app),
            Page::Table => pages::table::table(app),
            Page::Community(id) => pages::community::community(app, id),
            Page::About => pages::about::about(app),
            Page::Compare => pages::compare::compare(app),
            Page::Atlas => pages::atlas::atlas(app),
            Page::System(id) => pages::system::system(app, id),
            Page::Practices => pages::practices::practices(app),
            Page::Checks => pages::checks::checks(app),
        }
    }

    /// What a receipt says.
    "__wasm_split_00rest00_import_00000000000000000000000000000003"
    "__wasm_split_00rest00_export_00000000000000000000000000000003"
    receipt(app: App, id: ObservationId) -> Node {
        receipt::body(app, id)
    }

    /// What makes finds of what is typed.
    "__wasm_split_00rest00_import_00000000000000000000000000000004"
    "__wasm_split_00rest00_export_00000000000000000000000000000004"
    finder(app: App) -> search::Finder {
        search::finder(app)
    }

    /// The table twin of a chart.
    "__wasm_split_00rest00_import_00000000000000000000000000000005"
    "__wasm_split_00rest00_export_00000000000000000000000000000005"
    twin(app: App, card: &ChartCard) -> Element {
        let voice = app.voice();
        rows::rows_table(app, &voice.context(), &card.rows, card.title.clone())
    }

    /// Hands a chart over as a file.
    "__wasm_split_00rest00_import_00000000000000000000000000000006"
    "__wasm_split_00rest00_export_00000000000000000000000000000006"
    save(app: App, card: Arc<ChartCard>, kind: Download, report: Saving) -> () {
        kind.save(app, &card, report);
    }

    /// A chart of the page that compares.
    "__wasm_split_00rest00_import_00000000000000000000000000000007"
    "__wasm_split_00rest00_export_00000000000000000000000000000007"
    compared_card(app: App, id: ComparedChart) -> ChartCard {
        let voice = app.voice();
        app.view.with(|view| voice.context().compared_card(id, &view.comparison))
    }
}
