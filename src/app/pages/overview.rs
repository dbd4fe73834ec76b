//! The overview: the question, what is reported, the charts, the main figures.

use crate::app::components::{
    chart::ChartFigure,
    facets::{Chips, FilterPanel, Nothing},
    headline::{HeadlineTable, Tiles},
};
use crate::app::context::App;
use leptos::prelude::*;
use linpu::present::charts::ChartId;
use linpu::text::Msg;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let app = App::here();
    let question = move || {
        app.say(|context| context.words.fill(Msg::Question, &[&context.words.count(context.data.communities.len())]))
    };
    let nothing = Memo::new(move |_| app.say_found(|_, found, _| found.communities.is_empty()));
    let others = app.say(|context| context.other_charts());
    let more = RwSignal::new(false);
    view! {
        <div class="intro">
            <h1>{question}</h1>
            <p class="lead">{app.t(Msg::Lead)}</p>
        </div>
        <div class="with-filters">
            <FilterPanel/>
            <div class="content">
                <Chips/>
                <Show when=move || !nothing.get() fallback=|| view! { <Nothing/> }>
                    <Tiles/>
                    <div class="charts">
                        {ChartId::MAIN.into_iter().map(|id| view! { <ChartFigure id/> }).collect_view()}
                    </div>
                    <HeadlineTable/>
                    <MoreCharts ids=others.clone() open=more/>
                </Show>
            </div>
        </div>
    }
}

/// The charts of the other indicator groups, drawn when asked for.
#[component]
fn MoreCharts(ids: Vec<ChartId>, open: RwSignal<bool>) -> impl IntoView {
    let app = App::here();
    view! {
        <div class="more">
            <button type="button" class="solid" aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)>
                {app.t(Msg::MoreCharts)}
            </button>
            <Show when=move || open.get()>
                <div class="charts">{ids.iter().map(|id| view! { <ChartFigure id=*id/> }).collect_view()}</div>
            </Show>
        </div>
    }
}
