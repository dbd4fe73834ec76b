//! Governance systems as a tree: each with what it is, its parts or steps, its figures, and the systems inside it.

use super::figure::FigureButton;
use crate::app::context::App;
use leptos::prelude::*;
use linpu::present::community::SystemNode;
use linpu::text::Msg;

/// A list of systems.
pub fn tree(app: App, systems: Vec<SystemNode>) -> AnyView {
    view! { <ul class="systems">{systems.into_iter().map(|system| node(app, system)).collect_view()}</ul> }.into_any()
}

fn node(app: App, system: SystemNode) -> AnyView {
    let parts = system.parts.into_iter().map(|(name, actor)| {
        let actor = (!actor.is_empty()).then(
            || view! { <span class="actor">{app.say(|context| context.words.fill(Msg::PartActor, &[&actor]))}</span> },
        );
        view! { <li><span>{name}</span>{actor}</li> }
    });
    let parts: Vec<_> = parts.collect();
    let parts = match (parts.is_empty(), system.ordered) {
        (true, _) => ().into_any(),
        (false, true) => view! { <ol class="steps" aria-label=app.msg(Msg::PartsSteps)>{parts}</ol> }.into_any(),
        (false, false) => view! { <ul class="parts" aria-label=app.msg(Msg::PartsParts)>{parts}</ul> }.into_any(),
    };
    let figures: Vec<_> = system
        .figures
        .into_iter()
        .map(|figure| {
            view! {
                <li>
                    <span>{figure.label}</span>
                    <FigureButton id=figure.id value=figure.value spoken=figure.spoken/>
                    <span class="detail">{figure.detail}</span>
                </li>
            }
        })
        .collect();
    let figures = (!figures.is_empty()).then(|| view! { <ul class="system-figures">{figures}</ul> });
    let note = (!system.parts_note.is_empty()).then(|| view! { <p class="note">{system.parts_note}</p> });
    let since = (!system.since.is_empty()).then(|| view! { <span class="detail">{system.since}</span> });
    let children = (!system.children.is_empty()).then(|| tree(app, system.children));
    view! {
        <li class="system" id=format!("system-{}", system.id.0) tabindex="-1">
            <h4>{system.name}</h4>
            <p class="detail">{system.kind}" · "{system.targets}" "{since}</p>
            <p>{system.summary}</p>
            {parts}
            {note}
            {figures}
            <p class="detail locator">{app.msg(Msg::SystemSource)}" “"{system.locator}"”"</p>
            {children}
        </li>
    }
    .into_any()
}
