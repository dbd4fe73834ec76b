//! A figure anywhere on the page: a button that opens its receipt.

use crate::app::context::App;
use leptos::prelude::*;
use linpu::model::ObservationId;
use linpu::state::Action;
use linpu::text::Msg;

/// A value that opens its receipt.
#[component]
pub fn FigureButton(id: ObservationId, value: String, spoken: String) -> impl IntoView {
    let app = App::here();
    // The name starts with what is seen, so that voice control finds the button by it.
    let name = app.say(|context| {
        [value.as_str(), &context.words.pair("，", ", "), &context.words.fill(Msg::ReceiptOpen, &[&spoken])].concat()
    });
    view! {
        <button type="button" class="figure" aria-label=name on:click=move |_| app.act(Action::Open(id))>{value}</button>
    }
}
