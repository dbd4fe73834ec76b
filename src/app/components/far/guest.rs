//! The page as a guest of another one: how it looks there, how high it is, what its host may tell it, and the way to the full page.
//!
//! May use: `platform` for the frame around the page. Deliberately absent: which keys mean what (`state::embed`, `state::host`).

use crate::app::context::App;
use crate::app::element::{Element, Event, Node, button, el, live, of_class};
use crate::app::platform::{self, Handed, Step};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use linpu::present::embed::{readable, unembedded};
use linpu::state::embed::{Accent, Embed};
use linpu::state::host::{Heights, Patience, told};
use linpu::state::{Action, url};
use linpu::text::{FarMsg, Msg};
use std::cell::RefCell;

/// The id of the element that holds the page.
const WHOLE: &str = "linpu";
/// The id of what is shown instead of a file.
const INSTEAD: &str = "handed";
/// What of the page may reach lowest: itself, what comes after it, and what opens over it.
const ALL: &str = "#linpu,.guest,.handed,.drawer,.sheet,.menu,.popover,#hits,.tip";

/// How an embedded view looks, if this is one.
pub fn look(app: App) -> Memo<Option<Embed>> {
    Memo::new(move |_| app.view.with(|view| Embed::of(&view.kept)))
}

/// From now on the page behaves as a guest where it is one.
pub fn listen(app: App) {
    mend(app);
    let look = look(app);
    let dress = RenderEffect::new(move |_| {
        let look = look.get();
        let is = |of: &dyn Fn(&Embed) -> bool| look.as_ref().is_some_and(of);
        platform::mark_root(&[
            ("data-embed", look.is_some()),
            ("data-dressed", look.is_some()),
            ("data-untitled", is(&|look| !look.title)),
            ("data-filtered", is(&|look| look.filters)),
            ("data-bordered", is(&|look| look.border)),
        ]);
        let accent = look.and_then(|look| readable(look.accent?, app.theme.get()).ok());
        platform::set_property("--accent", accent.map(Accent::css).as_deref());
        platform::set_property("--accent-soft", accent.map(Accent::soft_css).as_deref());
    });
    // As long as the page.
    std::mem::forget(dress);
    if !platform::is_framed() {
        return;
    }
    platform::be_a_guest();
    let heights = RefCell::new(Heights::default());
    platform::on_height(WHOLE, ALL, move |height, now| {
        if let Some(height) = heights.borrow_mut().next(height, now) {
            platform::say_height(height);
        }
    });
    let patience = RefCell::new(Patience::default());
    platform::on_told(move |words, now| {
        if !patience.borrow_mut().hears(now) {
            return;
        }
        let package = app.package();
        let view = app.view.get_untracked();
        let next = told(&view, &words, &package.data, &package.tables);
        if next != view {
            app.turn_to(next, Step::Same);
        }
    });
}

/// What stands behind the page: the line below an embedded view, and what is shown where a file may have been refused.
pub fn behind(app: App) -> Node {
    let file = RwSignal::new(None);
    if platform::is_framed() {
        platform::on_handed(move |name, handed| {
            file.set(Some((name, handed)));
            platform::focus_later(INSTEAD);
        });
    }
    Node::Many(vec![foot(app, look(app)), instead(app, file)])
}

/// Links that were changed on their way open what their sender saw, and portals that take fragments off may ask in the query.
fn mend(app: App) {
    let (fragment, query) = (platform::fragment(), platform::query());
    let asked = match query.contains("embed=1") && !fragment.contains("embed=1") {
        true => Some([query.as_str(), "&", &fragment].concat()),
        false => url::mended(&fragment),
    };
    if let Some(asked) = asked {
        let package = app.package();
        let (view, ignored) = url::decode(&asked, &package.data, &package.tables);
        // What pym and others add to an address is for them.
        app.ignored.set(if query.contains("embed=1") { Vec::new() } else { ignored });
        app.turn_to(view, Step::Same);
    }
}

/// What was handed over as a file and may have been refused: to be copied, or saved from here.
fn instead(app: App, file: RwSignal<Option<(String, Handed)>>) -> Node {
    let copied = RwSignal::new(None::<FarMsg>);
    let shown = move || -> Option<Element> {
        let (name, handed) = file.get()?;
        let close = button("close", move |_| file.set(None))
            .with(el("span").attr("aria-hidden", "true").with("✕ "))
            .with(app.msg(Msg::Close));
        let why = match handed {
            Handed::Text(_) => FarMsg::GuestNoFile,
            Handed::Picture(_) => FarMsg::GuestNoPicture,
            Handed::Other => FarMsg::GuestNoBinary,
        };
        let content = match handed {
            Handed::Text(text) => {
                let whole = text.clone();
                let copy = move |_: &dyn Event| {
                    platform::copy(&whole, INSTEAD, move |done| {
                        copied.set(Some(if done { FarMsg::EmbedCopied } else { FarMsg::EmbedNotCopied }));
                    });
                };
                let field =
                    el("textarea").attr("readonly", true).attr("rows", "8").attr("aria-label", name.clone()).with(text);
                let said = live(move || Node::from(copied.get().map(|said| app.msg(said))));
                let button = button("plain", copy).with(app.msg(FarMsg::CopyContent));
                Some(
                    el("div")
                        .with(field)
                        .with(button)
                        .with(of_class("span", "detail").attr("role", "status").with(said)),
                )
            }
            Handed::Picture(url) => Some(el("img").attr("src", url).attr("alt", name.clone())),
            Handed::Other => None,
        };
        Some(
            of_class("section", "handed")
                .attr("id", INSTEAD)
                .attr("role", "dialog")
                .attr("tabindex", "-1")
                .attr("aria-label", name.clone())
                .with(close)
                .with(of_class("p", "handed-name").with(name))
                .with(el("p").with(app.msg(why)))
                .with(content),
        )
    };
    live(move || {
        if file.with(Option::is_none) {
            copied.set(None);
        }
        Node::from(shown())
    })
}

/// The line below an embedded view.
fn foot(app: App, look: Memo<Option<Embed>>) -> Node {
    // Links lead on inside the frame, which has no button back.
    let opened_at = app.page.get_untracked();
    let refused = RwSignal::new(false);
    let shown = move || -> Option<Element> {
        look.get()?;
        let voice = app.voice();
        let words = voice.context().words;
        let whole = app.view.with(|view| app.address_of(&unembedded(view)));
        let address = whole.clone();
        let open = move |event: &dyn Event| {
            event.prevent_default();
            refused.set(!platform::open_window(&address));
        };
        let link =
            el("a").attr("href", whole.clone()).attr("target", "_blank").attr("rel", "noopener").on("click", open);
        let moved = app.page.get() != opened_at;
        let back = button("plain", move |_| app.act(Action::Go(opened_at)));
        let no_window = refused.get().then(|| {
            let field = el("input")
                .attr("readonly", true)
                .attr("value", whole)
                .attr("aria-label", words.msg(FarMsg::GuestOpen));
            of_class("p", "guest-address").with(el("span").with(words.msg(FarMsg::GuestNoWindow))).with(field)
        });
        // Filters that cannot be seen are said.
        let context = voice.context();
        let selection = app.selection.get();
        let filters = (!selection.is_empty() && !look.get().is_some_and(|look| look.filters))
            .then(|| el("p").with(words.fill(Msg::FiltersInPicture, &[&context.filters_line(&selection)])));
        let about = &voice.context().data.about;
        let name = words.dotted(&[
            words.msg(Msg::AppName),
            words.fill(FarMsg::GuestData, &[&about.version]),
            about.updated.clone(),
        ]);
        Some(
            of_class("footer", "guest")
                .with(filters)
                .with(
                    el("p")
                        .with(el("span").with(name))
                        .with(moved.then(|| back.with(words.msg(FarMsg::GuestBack))))
                        .with(link.with(words.msg(FarMsg::GuestOpen)).with(" ↗")),
                )
                .with(el("div").attr("role", "status").with(no_window)),
        )
    };
    live(move || Node::from(shown()))
}
