//! The practice finder.

use super::atlas::links;
use crate::app::components::far::receipt::facts;
use crate::app::components::far::systems::{figure_list, line, locator};
use crate::app::components::near::facets::filters;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use leptos::prelude::*;
use linpu::present::Context;
use linpu::present::practices::PracticeCard;
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Msg};

/// The practice finder.
pub fn practices(app: App) -> Node {
    let need = move || app.view.with(|view| view.need.clone());
    let intro = move || {
        of_class("div", "intro")
            .with(el("h1").with(app.msg(Msg::PracticesTitle)))
            .with(of_class("p", "lead").with(app.msg(FarMsg::PracticesLead)))
            .with(
                of_class("input", "need")
                    .attr("id", "need")
                    .attr("type", "search")
                    .attr("autocomplete", "off")
                    .attr("aria-label", app.msg(FarMsg::PracticesSearch))
                    .attr("placeholder", app.msg(FarMsg::PracticesSearch))
                    .attr("value", need())
                    .on("input", move |event| app.act(Action::FindPractices(event.value()))),
            )
    };
    let found =
        Memo::new(move |_| app.voice().context().practices(app.found().communities(), &app.selection.get(), &need()));
    let list = move || {
        let voice = app.voice();
        let context = voice.context();
        let found = found.get();
        let instead = found.instead.into_iter().map(|word| {
            let need = word.clone();
            button("plain", move |_| app.act(Action::FindPractices(need.clone()))).with(word)
        });
        many([
            of_class("div", "actions").with_all(instead),
            of_class("div", "practices").with_all(found.cards.into_iter().map(|this| card(app, &context, this))),
        ])
    };
    let content = of_class("div", "content").with(live(list));
    many([live(intro), filters(app, move |_| found.get().says), content.into()])
}

fn card(app: App, context: &Context, card: PracticeCard) -> Element {
    let words = context.words;
    let (community, name) = card.community;
    let systems = (!card.systems.is_empty())
        .then(|| many([el("dt").with(words.msg(FarMsg::PracticeSystems)), el("dd").with(links(app, card.systems))]));
    of_class("article", "card practice")
        .with(line("partly", card.partly))
        .with(el("h2").with(card.problem))
        .with(line("note", card.inferred))
        .with(
            of_class("p", "detail")
                .with(el("a").attr("href", app.href(Action::Go(Page::Community(community)))).with(name)),
        )
        .with(el("dl").with(facts(words, card.facts)).with(systems))
        .with(figure_list(app, context, "system-figures", card.figures))
        .with(locator(context, &card.locator, Some(context.source_line(card.source))))
}
