//! What finds things by what is typed into the search box.

use crate::app::context::{App, Finder};
use leptos::prelude::*;
use linpu::present::search::Searcher;
use std::rc::Rc;

/// Makes what finds: everything that has a name, as a person types it.
pub fn finder(app: App) -> Finder {
    let searcher = untrack(|| Searcher::new(&app.package()));
    Rc::new(move |typed| searcher.search(&app.voice().context(), typed))
}
