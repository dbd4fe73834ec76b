//! Governance systems as an outline that opens and closes: each with what it is, its parts or steps, its figures, and the
//! systems inside it.

use crate::app::components::near::figure::figure_button;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, of_class};
use leptos::prelude::WithUntracked;
use linpu::present::Context;
use linpu::present::atlas::SystemLink;
use linpu::present::community::{Figure, SystemNode};
use linpu::state::{Action, Page};
use linpu::text::FarMsg;

/// How many systems are open at first where there is room for them; on phones none is.
const OPEN: usize = 3;
/// Pages narrower than this have no room for them.
const ROOMY_PX: f64 = 860.0;

/// A list of systems: the first ones open, the others to be opened. Paper opens all.
pub fn tree(app: App, context: &Context, systems: Vec<SystemNode>) -> Element {
    let is_roomy = app.viewport_px.with_untracked(|width| width.is_none_or(|width| width >= ROOMY_PX));
    branch(app, context, systems, if is_roomy { OPEN } else { 0 })
}

fn branch(app: App, context: &Context, systems: Vec<SystemNode>, open: usize) -> Element {
    let nodes = systems.into_iter().enumerate();
    of_class("ul", "systems").with_all(nodes.map(|(at, system)| node(app, context, system, at < open)))
}

/// A figure in a list: what it is, its value, where and when.
fn figure_item(app: App, context: &Context, figure: Figure) -> Element {
    el("li")
        .with(of_class("span", "figure-label").with(figure.label))
        .with(figure_button(app, context, figure.id, figure.value, &figure.spoken))
        .with(of_class("span", "detail").with(figure.detail))
}

/// A card with a title.
#[inline(never)]
pub fn card(id: &str, title: String) -> Element {
    let class = if id == "summary" { "card summary" } else { "card" };
    of_class("section", class)
        .attr("aria-labelledby", id.to_string())
        .with(el("h2").attr("id", id.to_string()).with(title))
}

/// The parts or steps of a system.
pub fn parts(context: &Context, system: &SystemNode) -> Option<Element> {
    let words = context.words;
    let part = |(name, actor): &(String, String)| {
        let actor =
            (!actor.is_empty()).then(|| of_class("span", "actor").with(words.fill(FarMsg::PartActor, &[actor])));
        el("li").with(el("span").with(name.clone())).with(actor)
    };
    let (tag, class, label) =
        if system.ordered { ("ol", "steps", FarMsg::PartsSteps) } else { ("ul", "parts", FarMsg::PartsParts) };
    (!system.parts.is_empty())
        .then(|| of_class(tag, class).attr("aria-label", words.msg(label)).with_all(system.parts.iter().map(part)))
}

/// Figures in a list; nothing where there are none.
#[inline(never)]
pub fn figure_list(app: App, context: &Context, class: &'static str, figures: Vec<Figure>) -> Option<Element> {
    let figures: Vec<Node> = figures.into_iter().map(|figure| figure_item(app, context, figure).into()).collect();
    (!figures.is_empty()).then(|| of_class("ul", class).with(Node::Many(figures)))
}

/// A small line; nothing where there are no words.
#[inline(never)]
pub fn line(class: &'static str, words: String) -> Option<Element> {
    (!words.is_empty()).then(|| of_class("p", class).with(words))
}

/// The phrase something stands on.
#[inline(never)]
pub fn locator(context: &Context, locator: &str) -> Element {
    let words = context.words;
    let lang = (!words.locale.is_chinese()).then_some("zh-Hans");
    of_class("p", "detail locator")
        .with(words.msg(FarMsg::SystemSource))
        .with(" ")
        .with(el("q").attr("lang", lang).with(words.quoted(locator)))
}

fn node(app: App, context: &Context, system: SystemNode, is_open: bool) -> Element {
    let parts = parts(context, &system);
    let figures = figure_list(app, context, "system-figures", system.figures);
    let open = el("a")
        .attr("href", app.href(Action::Go(Page::System(system.id))))
        .attr("aria-label", [&system.name, "：", &context.words.msg(FarMsg::SystemOpen)].concat())
        .with(context.words.msg(FarMsg::SystemOpen));
    let inside = el("details")
        .attr("open", is_open)
        .with(el("summary").with(el("h3").with(system.name)))
        .with(
            of_class("p", "detail")
                .with(context.words.dotted(&[system.kind, system.targets, system.since]))
                .with(" ")
                .with(open),
        )
        .with(el("p").with(system.summary))
        .with(parts)
        .with(line("note", system.parts_note))
        .with(figures)
        .with(locator(context, &system.locator))
        .with((!system.children.is_empty()).then(|| branch(app, context, system.children, 0)));
    of_class("li", "system").attr("id", format!("system-{}", system.id.0)).with(inside)
}

/// A system as a link to its page.
pub fn system_link(app: App, system: SystemLink) -> Element {
    el("a").attr("href", app.href(Action::Go(Page::System(system.id)))).attr("title", system.form).with(system.name)
}
