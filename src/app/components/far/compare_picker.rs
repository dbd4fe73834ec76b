//! Whom to compare: those compared as chips, everybody else in a list to search, and those near one with their reasons.

use crate::app::components::far::find::find_field;
use crate::app::components::far::own::own_field;
use crate::app::components::far::systems::line;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::model::CommunityId;
use linpu::present::Context;
use linpu::present::compare::ComparePage;
use linpu::present::peers::{MOST, Peer, Pick, PickGroup};
use linpu::state::{Action, Comparison};
use linpu::text::FarMsg;
use std::sync::Arc;

/// The region that lists whom is compared.
const COMPARED: &str = "compared";
/// The list to choose from.
const PICKER: &str = "picker";
/// The field to search it.
const FIND: &str = "picker-find";
/// The button that opens it.
const OPENER: &str = "picker-open";

/// What a person is choosing.
#[derive(Clone, Copy)]
pub struct Picking {
    is_open: RwSignal<bool>,
    typed: RwSignal<String>,
    /// Who could not be added, for want of room.
    refused: RwSignal<Option<CommunityId>>,
    /// Whether figures of one's own are asked for.
    pub own: RwSignal<bool>,
}

impl Picking {
    /// Nothing is being chosen.
    pub fn new() -> Picking {
        Picking {
            is_open: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
            own: RwSignal::new(false),
        }
    }

    /// Opens the form for one's own figures.
    pub fn ask_own(self, app: App) {
        self.own.set(true);
        // One row is ready.
        if app.own.with_untracked(|(entry, _)| entry.shown().next().is_none()) {
            app.edit_own(|entry, tag| entry.add_row(tag));
        }
        platform::focus_later(&own_field(0));
    }

    /// Compares what a person wants to, or says that there is no room.
    fn choose(self, app: App, id: CommunityId, next: Option<Vec<CommunityId>>) {
        self.refused.set(if next.is_none() { Some(id) } else { None });
        if let Some(next) = next {
            app.act(Action::Compare(next));
        }
    }
}

/// Whom to compare.
pub fn picker(app: App, model: Memo<Arc<ComparePage>>, comparison: Memo<Comparison>, picking: Picking) -> Node {
    let bar = live(move || bar(app, &model.get(), picking));
    let peers = live(move || peers(app, &app.voice().context(), &comparison.get(), picking));
    let list = live(move || Node::from(picking.is_open.get().then(|| list(app, comparison, picking))));
    of_class("section", "picking").with(bar).with(peers).with(list).into()
}

fn bar(app: App, page: &ComparePage, picking: Picking) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let words = context.words;
    let is_open = picking.is_open.get();
    let chips = page.columns.iter().map(|column| {
        let Pick { id, name, next, .. } = column.pick.clone();
        let take_out = next.map(|next| {
            button("chip", move |_| {
                picking.choose(app, id, Some(next.clone()));
                platform::focus_later(COMPARED);
            })
            .attr("aria-label", words.fill(FarMsg::PickRemove, &[&name]))
            .with(name.clone())
            .with(el("span").attr("aria-hidden", "true").with(" ✕"))
        });
        el("li").with(take_out.unwrap_or_else(|| of_class("span", "chip").with(name)))
    });
    let open = button("plain", move |_| {
        picking.is_open.update(|open| *open = !*open);
        picking.refused.set(None);
        platform::focus_later(if picking.is_open.get_untracked() { FIND } else { OPENER });
    })
    .attr("id", OPENER)
    .aria("aria-expanded", is_open)
    .attr("aria-controls", is_open.then_some(PICKER))
    .with(words.msg(FarMsg::PickAdd));
    let has_own = page.columns.iter().any(|column| column.is_own);
    let own = (!has_own).then(|| button("plain", move |_| picking.ask_own(app)).with(words.msg(FarMsg::OwnTitle)));
    let refused = picking.refused.get().map(|id| {
        let count = page.columns.len().to_string();
        words.fill(FarMsg::PickFull, &[&count, &context.community(id)])
    });
    let most = words.fill(FarMsg::PickMost, &[&MOST.to_string()]);
    of_class("div", "picking-bar")
        .attr("id", COMPARED)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", words.msg(FarMsg::CompareChoose))
        .with(of_class("ul", "picked").with_all(chips))
        .with(open)
        .with(own)
        .with(of_class("span", "detail").with(most))
        .with(of_class("p", "refused").attr("role", "status").with(refused))
        .with(line("note", page.left_out.clone()))
}

fn peers(app: App, context: &Context, comparison: &Comparison, picking: Picking) -> Node {
    let words = context.words;
    let found = context.peers(comparison);
    let chip = |peer: Peer| {
        let Peer { id, name, reason, next } = peer;
        let add = button("plain peer", move |_| picking.choose(app, id, next.clone()));
        el("li").with(add.with(el("strong").with(name)).with(" ").with(of_class("span", "detail").with(reason)))
    };
    Node::from((!found.peers.is_empty()).then(|| {
        of_class("div", "peers")
            .with(of_class("span", "detail").attr("id", "peers").with(words.fill(FarMsg::PeersTitle, &[&found.of])))
            .with(of_class("ul", "picked").attr("aria-labelledby", "peers").with_all(found.peers.into_iter().map(chip)))
            .with(of_class("span", "detail").with(words.msg(FarMsg::PeersNote)))
    }))
}

fn list(app: App, comparison: Memo<Comparison>, picking: Picking) -> Element {
    let find = find_field(app.msg(FarMsg::PickSearch), picking.typed).attr("id", FIND);
    let found = live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let typed = picking.typed.get();
        let picker = context.picker(&comparison.get(), &typed);
        let said = match picker.count {
            0 => words.fill(FarMsg::PickNone, &[typed.trim()]),
            count => words.fill(FarMsg::PickFound, &[&count.to_string()]),
        };
        many([
            of_class("p", "detail").attr("role", "status").with(said),
            of_class("div", "pick-groups").with_all(picker.groups.into_iter().map(|this| group(app, this, picking))),
        ])
    });
    of_class("div", "card picker")
        .attr("id", PICKER)
        .attr("role", "group")
        .attr("aria-label", app.msg(FarMsg::PickTitle))
        .on("keydown", move |event| {
            if event.key() == "Escape" {
                picking.is_open.set(false);
                platform::focus_later(OPENER);
            }
        })
        .with(find)
        .with(found)
}

fn group(app: App, group: PickGroup, picking: Picking) -> Element {
    let pick = |pick: Pick| {
        let Pick { id, name, detail, is_chosen, next } = pick;
        let choose = button("pick", move |_| picking.choose(app, id, next.clone()))
            .aria("aria-pressed", is_chosen)
            .with(of_class("span", "pick-mark").attr("aria-hidden", "true").with(if is_chosen { "✓" } else { "＋" }))
            .with(of_class("span", "pick-name").with(name).with(of_class("span", "detail").with(detail)));
        el("li").with(choose)
    };
    of_class("section", "pick-group")
        .with(el("h3").with(group.title))
        .with(el("ul").with_all(group.picks.into_iter().map(pick)))
}
