//! The top of the overview: the cases that were read whole, and three ways on.

use super::figure::figure_button;
use super::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, Event, Node, el, live, of_class};
use crate::app::platform;
use linpu::present::Context;
use linpu::present::cases::CaseCard;
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// Where the charts begin.
pub const CHARTS: &str = "charts";

/// The cases.
pub fn cases(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let cases = context.cases();
        (!cases.is_empty()).then(|| {
            let title = context.words.fill(Msg::Cases, &[&context.words.count(cases.len())]);
            of_class("section", "cases-of")
                .attr("aria-labelledby", "cases-title")
                .with(
                    of_class("div", "cases-head")
                        .with(el("h2").attr("id", "cases-title").with(title))
                        .with(el("span").with(context.words.msg(Msg::CasesHow))),
                )
                .with(of_class("div", "cases").with_all(cases.into_iter().map(|this| case(app, &context, this))))
        })
    })
}

fn case(app: App, context: &Context, case: CaseCard) -> Element {
    let page = app.href(Action::Go(Page::Community(case.community)));
    let figure = case.figure.map(|figure| {
        of_class("div", "case-figure")
            .with(el("div").with(picture(&figure.mark, "mark")).with(figure_button(
                app,
                context,
                figure.id,
                figure.value,
                &figure.spoken,
            )))
            .with(of_class("p", "detail").with(figure.definition))
    });
    of_class("article", "case")
        .with(el("h3").with(el("a").attr("href", page).with(case.name)))
        .with(of_class("p", "detail").with(case.place))
        .with(figure)
        .with(of_class("p", "case-counts").with(case.counts))
}

/// Three ways on.
pub fn doors(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let figures = context.tables.figures().count().to_string();
        let practices: usize = context.tables.communities().map(|id| context.tables.practices_of(id).count()).sum();
        let to_charts = |event: &dyn Event| {
            event.prevent_default();
            platform::focus(CHARTS);
        };
        let door = |href: String, name: Msg, how: String| {
            of_class("a", "door")
                .attr("href", href)
                .with(el("b").with(words.msg(name)))
                .with(of_class("span", "detail").with(how))
        };
        of_class("nav", "doors")
            .attr("aria-label", words.msg(Msg::Doors))
            .with(
                door(app.href_all(Vec::new()), Msg::DoorFigures, words.fill(Msg::DoorFiguresHow, &[&figures]))
                    .on("click", to_charts),
            )
            .with(door(
                app.href(Action::Go(Page::Practices)),
                Msg::DoorPractices,
                words.fill(Msg::DoorPracticesHow, &[&practices.to_string()]),
            ))
            .with(door(app.href(Action::Go(Page::Compare)), Msg::DoorCompare, words.msg(Msg::DoorCompareHow)))
    })
}
