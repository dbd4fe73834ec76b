//! What the data are and what they are not.

use super::community::SourceFacts;
use crate::app::context::App;
use leptos::prelude::*;
use linpu::text::Msg;

/// The page about the data.
#[component]
pub fn About() -> impl IntoView {
    let app = App::here();
    let sections = move || {
        let sections = app.say(|context| context.about());
        sections
            .into_iter()
            .map(|(title, text)| view! { <section class="card"><h2>{title}</h2><p>{text}</p></section> })
            .collect_view()
    };
    let sources = app.package().data.source_ids();
    view! {
        <div class="intro"><h1>{app.t(Msg::AboutTitle)}</h1></div>
        <div class="prose">
            {sections}
            <section class="card">
                <h2>{app.t(Msg::AboutSourcesTitle)}</h2>
                {sources.map(|id| view! { <SourceFacts id/> }).collect_view()}
            </section>
        </div>
    }
}
