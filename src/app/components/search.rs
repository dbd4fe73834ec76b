//! The search box: a combobox over communities, systems and indicators.

use crate::app::context::App;
use crate::app::platform;
use leptos::{ev, prelude::*};
use linpu::present::search::{Hit, Searcher, Target};
use linpu::text::Msg;
use std::sync::{Arc, OnceLock};

/// The search box.
#[component]
pub fn SearchBox() -> impl IntoView {
    let app = App::here();
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    // Made on the first letter: most visits never search.
    let searcher: StoredValue<Arc<OnceLock<Searcher>>> = StoredValue::new(Arc::new(OnceLock::new()));
    let hits = Memo::new(move |_| {
        let typed = query.get();
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let package = app.package();
        let searcher = searcher.get_value();
        let searcher = searcher.get_or_init(|| Searcher::new(&package));
        app.say(|context| searcher.search(context, &typed))
    });
    let follow = move |target: Target| {
        open.set(false);
        query.set(String::new());
        app.act_all(app.say(|context| context.follow(target)));
        match target {
            Target::System(id) => platform::scroll_to(&format!("system-{}", id.0)),
            _ => {
                platform::scroll_to_top();
                platform::focus("main");
            }
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // Enter and the arrows belong to the input method while it composes.
        if platform::is_composing(&event) {
            return;
        }
        let count = hits.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                event.prevent_default();
                open.set(true);
                active.update(|active| *active = Some(active.map_or(0, |at| (at + 1).min(count - 1))));
            }
            "ArrowUp" if count > 0 => {
                event.prevent_default();
                active.update(|active| *active = active.and_then(|at| at.checked_sub(1)));
            }
            "Enter" => {
                event.prevent_default();
                let at = active.get_untracked().unwrap_or(0);
                if let Some(target) = hits.with(|hits| hits.get(at).map(|hit| hit.target)) {
                    follow(target);
                }
            }
            "Escape" => {
                if open.get_untracked() {
                    open.set(false);
                } else {
                    query.set(String::new());
                }
            }
            _ => {}
        }
    };
    let shown = move || open.get() && !query.with(|query| query.trim().is_empty());
    let option = move |at: usize, hit: Hit| {
        let target = hit.target;
        view! {
            <li
                id=format!("hit-{at}")
                role="option"
                aria-selected=move || if active.get() == Some(at) { "true" } else { "false" }
                on:mousedown=move |event| {
                    event.prevent_default();
                    follow(target);
                }
            >
                <span class="hit-label">{hit.label}</span>
                <span class="hit-detail">{hit.detail}</span>
            </li>
        }
    };
    let status = move || {
        if !shown() {
            return String::new();
        }
        app.say(|context| match hits.with(Vec::len) {
            0 => context.words.fill(Msg::SearchNone, &[query.get().trim()]),
            count => context.words.counted(count, Msg::SearchFoundOne, Msg::SearchFound),
        })
    };
    view! {
        <div class="search" role="search">
            <input
                id="search"
                type="search"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-label=app.label(Msg::SearchLabel)
                placeholder=app.label(Msg::SearchLabel)
                title=app.label(Msg::SearchHint)
                aria-expanded=move || if shown() { "true" } else { "false" }
                aria-controls="hits"
                aria-activedescendant=move || active.get().filter(|_| shown()).map(|at| format!("hit-{at}"))
                prop:value=move || query.get()
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    active.set(None);
                    open.set(true);
                }
                on:keydown=on_key
                on:blur=move |_| open.set(false)
            />
            <ul id="hits" role="listbox" aria-label=app.label(Msg::SearchLabel) hidden=move || !shown() || hits.with(Vec::is_empty)>
                {move || hits.get().into_iter().enumerate().map(|(at, hit)| option(at, hit)).collect_view()}
            </ul>
            <p class=move || if shown() && hits.with(Vec::is_empty) { "search-none" } else { "visually-hidden" } role="status">
                {status}
            </p>
        </div>
    }
}
