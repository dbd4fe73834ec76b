//! What is open of the filters of a page.

use super::App;
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::facets::Bar;

/// The id of the sheet of all filters.
pub const SHEET: &str = "filter-sheet";
/// The id of the button that opens it.
pub const SHEET_BUTTON: &str = "filter-sheet-button";

/// What is open of the filters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nothing.
    Nothing,
    /// One of the menus.
    Menu(usize),
    /// All of them, over the page.
    Sheet,
}

/// The filters of a page.
#[derive(Clone, Copy)]
pub struct Filters {
    /// The program.
    pub app: App,
    /// What is open.
    pub open: RwSignal<Open>,
    /// What is looked for in the open menu.
    pub typed: RwSignal<String>,
}

impl Filters {
    /// Nothing is open.
    pub fn new(app: App) -> Filters {
        Filters { app, open: RwSignal::new(Open::Nothing), typed: RwSignal::new(String::new()) }
    }

    /// What can be filtered by, and what is chosen.
    pub fn model(self) -> Bar {
        let voice = self.app.voice();
        voice.context().filter_bar(&self.app.found(), &self.app.selection.get())
    }

    /// Opens one thing, or closes what is open.
    pub fn show(self, open: Open) {
        self.typed.set(String::new());
        self.open.set(open);
    }

    /// Closes what is open and gives the focus back to what opened it.
    pub fn close(self, opener: &str) {
        self.show(Open::Nothing);
        platform::focus(opener);
    }
}
