//! What finds things by what is typed into the search box, and the lines under it, sort by sort.

use crate::app::components::near::search::{HITS, SEARCH, hit_id};
use crate::app::context::{App, Finder, Follow};
use crate::app::element::{Element, Node, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::search::{Hit, Searcher};
use std::rc::Rc;

/// Makes what finds: everything that has a name, and figures, as a person types them.
pub fn finder(app: App) -> Finder {
    let searcher = untrack(|| Searcher::new(&app.package()));
    Rc::new(move |typed| searcher.search(&app.voice().context(), typed))
}

/// From now on a key brings the reader to the search box. It has a modifier: who speaks to the machine types letters by accident.
pub fn listen() {
    platform::on_go_to(SEARCH);
}

/// The lines of what was found; the one at a place is active.
pub fn hits(app: App, hits: Vec<Hit>, active: Option<usize>, follow: Follow) -> Node {
    if let Some(at) = active {
        platform::keep_in_view(HITS, hit_id(at));
    }
    let mut groups: Vec<Element> = Vec::new();
    let numbered: Vec<(usize, Hit)> = hits.into_iter().enumerate().collect();
    for group in numbered.chunk_by(|(_, one), (_, next)| one.kind == next.kind) {
        let title = app.msg(group[0].1.kind.title());
        let lines = group.iter().map(|(at, hit)| line(*at, hit, active == Some(*at), follow.clone()));
        groups.push(
            of_class("li", "hit-group")
                .attr("role", "group")
                .attr("aria-label", title.clone())
                .with(of_class("span", "hit-title").attr("aria-hidden", "true").with(title))
                .with_all(lines.collect::<Vec<_>>()),
        );
    }
    many(groups)
}

fn line(at: usize, hit: &Hit, active: bool, follow: Follow) -> Element {
    of_class("div", "hit")
        .attr("id", hit_id(at))
        .attr("role", "option")
        .aria("aria-selected", active)
        .on("mousedown", move |event| {
            event.prevent_default();
            follow(at);
        })
        .with(of_class("span", "hit-label").with(hit.label.clone()))
        .with(of_class("span", "hit-detail").with(hit.detail.clone()))
}
