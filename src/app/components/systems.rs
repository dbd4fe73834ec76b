//! Governance systems as a tree: each with what it is, its parts or steps, its figures, and the systems inside it.

use super::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, el, of_class};
use linpu::present::Context;
use linpu::present::community::{Figure, SystemNode};
use linpu::text::Msg;

/// A list of systems.
pub fn tree(app: App, context: &Context, systems: Vec<SystemNode>) -> Element {
    of_class("ul", "systems").with_all(systems.into_iter().map(|system| node(app, context, system)))
}

/// A figure in a list: what it is, its value, where and when.
pub fn figure_item(app: App, context: &Context, figure: Figure) -> Element {
    el("li")
        .with(of_class("span", "figure-label").with(figure.label))
        .with(figure_button(app, context, figure.id, figure.value, &figure.spoken))
        .with(of_class("span", "detail").with(figure.detail))
}

fn node(app: App, context: &Context, system: SystemNode) -> Element {
    let words = context.words;
    let part = |(name, actor): (String, String)| {
        let actor = (!actor.is_empty()).then(|| of_class("span", "actor").with(words.fill(Msg::PartActor, &[&actor])));
        el("li").with(el("span").with(name)).with(actor)
    };
    let (tag, class, label) =
        if system.ordered { ("ol", "steps", Msg::PartsSteps) } else { ("ul", "parts", Msg::PartsParts) };
    let parts = (!system.parts.is_empty()).then(|| {
        of_class(tag, class).attr("aria-label", words.msg(label)).with_all(system.parts.into_iter().map(part))
    });
    let figures = (!system.figures.is_empty()).then(|| {
        let figures = system.figures.into_iter().map(|figure| figure_item(app, context, figure));
        of_class("ul", "system-figures").with_all(figures)
    });
    of_class("li", "system")
        .attr("id", format!("system-{}", system.id.0))
        .attr("tabindex", "-1")
        .with(el("h4").with(system.name))
        .with(
            of_class("p", "detail")
                .with(system.kind)
                .with(" · ")
                .with(system.targets)
                .with(" ")
                .with((!system.since.is_empty()).then(|| of_class("span", "detail").with(system.since))),
        )
        .with(el("p").with(system.summary))
        .with(parts)
        .with((!system.parts_note.is_empty()).then(|| of_class("p", "note").with(system.parts_note)))
        .with(figures)
        .with(
            of_class("p", "detail locator")
                .with(words.msg(Msg::SystemSource))
                .with(" “")
                .with(system.locator)
                .with("”"),
        )
        .with((!system.children.is_empty()).then(|| tree(app, context, system.children)))
}
