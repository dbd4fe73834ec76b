//! What a link carried that was not understood: said, and dismissible.

use crate::app::context::App;
use leptos::prelude::*;
use linpu::state::url::Ignored;
use linpu::text::Msg;

/// The notice; empty where a link was understood.
#[component]
pub fn Notice() -> impl IntoView {
    let app = App::here();
    let text = move || {
        app.ignored.with(|ignored| {
            app.say(|context| {
                let words = context.words;
                let parts: Vec<String> = ignored
                    .iter()
                    .take(4)
                    .map(|part| match part {
                        Ignored::Version(version) => words.fill(Msg::LinkVersion, &[version]),
                        Ignored::TooLong(length) => words.fill(Msg::LinkTooLong, &[&length.to_string()]),
                        Ignored::Key(key) => key.clone(),
                        Ignored::Value(key, value) => format!("{key}={value}"),
                    })
                    .collect();
                let more = if ignored.len() > parts.len() { "…" } else { "" };
                let one = if ignored.len() == 1 { Msg::LinkIgnoredOne } else { Msg::LinkIgnored };
                words.fill(one, &[&ignored.len().to_string(), &(words.list(&parts) + more)])
            })
        })
    };
    view! {
        <div role="status">
            <Show when=move || app.ignored.with(|ignored| !ignored.is_empty())>
                <div class="notice">
                    <p>{text}</p>
                    <button type="button" on:click=move |_| app.ignored.set(Vec::new())>
                        {app.t(Msg::Dismiss)}
                    </button>
                </div>
            </Show>
        </div>
    }
}
