//! The filter panel and the chips of what is chosen.

use crate::app::context::App;
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::facets::{Facet, FacetOption};
use linpu::query::Dim;
use linpu::state::Action;
use linpu::text::Msg;

/// The facets. Their boxes stay where they are while counts change, so that the focus stays too.
#[component]
pub fn FilterPanel() -> impl IntoView {
    let app = App::here();
    let facets = Memo::new(move |_| app.say_found(|context, found, selection| context.facets(found, selection)));
    // Matters only where the page is narrow; beside the charts the filters are always in view.
    let open = RwSignal::new(false);
    let sizes = facets.with_untracked(|facets| facets.iter().map(|facet| facet.options.len()).collect::<Vec<_>>());
    let groups = sizes.into_iter().zip(Dim::ALL).map(|(options, dim)| view! { <Group facets dim=*dim options/> });
    view! {
        <section class="filters" class:open=open aria-labelledby="filters-title">
            <h2 id="filters-title">{app.t(Msg::Filters)}</h2>
            <button type="button" class="plain filters-toggle" aria-controls="filters-body"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)>
                {move || app.msg(if open.get() { Msg::FiltersHide } else { Msg::FiltersShow })}
            </button>
            <div id="filters-body">
                <p class="how">{app.t(Msg::FiltersHow)}</p>
                {groups.collect_view()}
            </div>
        </section>
    }
}

#[component]
fn Group(facets: Memo<Vec<Facet>>, dim: Dim, options: usize) -> impl IntoView {
    let read =
        move |with: fn(&Facet) -> String| facets.with(|facets| facets.get(dim as usize).map(with).unwrap_or_default());
    let chosen = move || facets.with(|facets| facets.get(dim as usize).map_or(0, |facet| facet.chosen));
    view! {
        <details class="facet" open=matches!(dim, Dim::Province | Dim::CommunityType)>
            <summary>
                <span>{move || read(|facet| facet.title.clone())}</span>
                <span class="badge" hidden=move || chosen() == 0>{chosen}</span>
            </summary>
            <div role="group" aria-label=move || read(|facet| facet.title.clone())>
                {(0..options as u16).map(|option| view! { <Choice facets dim option/> }).collect_view()}
            </div>
        </details>
    }
}

#[component]
fn Choice(facets: Memo<Vec<Facet>>, dim: Dim, option: u16) -> impl IntoView {
    let app = App::here();
    let this =
        Memo::new(move |_| facets.with(|facets| facets.get(dim as usize)?.options.get(usize::from(option)).cloned()));
    let read = move |with: fn(&FacetOption) -> String| this.with(|this| this.as_ref().map(with).unwrap_or_default());
    let empty = move || this.with(|this| this.as_ref().is_some_and(|this| this.empty.is_some()));
    let id = format!("f-{}-{option}", dim.code());
    let reason = format!("{id}-why");
    view! {
        <label class="option" class:empty=empty>
            <input
                id=id
                type="checkbox"
                disabled=empty
                aria-describedby=reason.clone()
                prop:checked=move || this.with(|this| this.as_ref().is_some_and(|this| this.chosen))
                on:change=move |_| app.act(Action::Toggle(dim, option))
            />
            <span class="option-label">{move || read(|this| this.label.clone())}</span>
            <span class="count" id=reason>{move || read(|this| this.empty.clone().unwrap_or_else(|| this.count.clone()))}</span>
        </label>
    }
}

/// The filters in force, each removable, and the sentence that says what is shown.
#[component]
pub fn Chips() -> impl IntoView {
    let app = App::here();
    let chips = Memo::new(move |_| app.say_found(|context, _, selection| context.chips(selection)));
    let announcement = Memo::new(move |_| app.say_found(|context, found, _| context.announcement(found)));
    let remove = move |dim: Dim, option: u16| {
        app.act(Action::Toggle(dim, option));
        platform::focus_later("chips");
    };
    view! {
        <div class="chips" id="chips" tabindex="-1" role="region" aria-label=app.label(Msg::FiltersActive)>
            <p class="announcement" role="status" aria-live="polite">{announcement}</p>
            {move || {
                chips.get().into_iter().map(|chip| view! {
                    <button type="button" class="chip" aria-label=chip.remove on:click=move |_| remove(chip.dim, chip.option)>
                        {chip.label}
                        <span aria-hidden="true">" ✕"</span>
                    </button>
                }).collect_view()
            }}
            <Show when=move || chips.with(|chips| chips.len() >= 2)>
                <button type="button" class="plain" id="clear-all" on:click=move |_| {
                    app.act(Action::ClearAll);
                    platform::focus_later("chips");
                }>
                    {app.t(Msg::ClearAll)}
                </button>
            </Show>
            <Show when=move || chips.with(|chips| !chips.is_empty())>
                <button type="button" class="plain" id="reset" on:click=move |_| {
                    app.act(Action::Reset);
                    platform::focus_later("chips");
                }>
                    {app.t(Msg::Reset)}
                </button>
            </Show>
        </div>
    }
}

/// What stands where filters leave nothing.
#[component]
pub fn Nothing() -> impl IntoView {
    let app = App::here();
    view! {
        <div class="nothing">
            <h2>{app.t(Msg::NothingTitle)}</h2>
            <p>{app.t(Msg::NothingHow)}</p>
            <button type="button" class="solid" on:click=move |_| app.act(Action::ClearAll)>{app.t(Msg::ClearAll)}</button>
        </div>
    }
}
