//! One governance system: what it is, its steps or parts, its figures, and what is like it elsewhere.

use super::community::source_facts;
use crate::app::components::far::flows::flows;
use crate::app::components::far::practices::practice_link;
use crate::app::components::far::systems::{card, figure_list, line, locator, parts, system_link, tree};
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Node, el, live, many, of_class};
use linpu::chart::draw::draw;
use linpu::model::SystemId;
use linpu::present::layout::{self, Room};
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Msg};

/// The page of a system.
pub fn system(app: App, id: SystemId) -> Node {
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let page = context.system_page(id);
        let node = page.node;
        let (community, name) = page.community;
        let up = el("a").attr("href", app.href(Action::Go(Page::Community(community)))).with(name);
        let above = page.path.into_iter().flat_map(|system| [Node::from(" › "), system_link(app, system).into()]);
        let intro = of_class("div", "intro")
            .with(of_class("p", "eyebrow").with(words.msg(FarMsg::SystemPath)).with(" ").with(up).with(many(above)))
            .with(el("h1").with(node.name.clone()))
            .with(of_class("p", "lead").with(node.summary.clone()))
            .with(of_class("p", "detail").with(words.dotted(&[
                node.kind.clone(),
                node.targets.clone(),
                node.since.clone(),
            ])))
            .with(locator(&context, &node.locator));
        let drawn = page.flow.iter().flat_map(|flow| layout::drawn(app.page_px(), Room::Page, flow, draw));
        let pictures: Vec<_> = drawn.map(|drawn| picture(&drawn.scene, drawn.class)).collect();
        let title = if node.ordered { FarMsg::SystemSteps } else { FarMsg::SystemPartsTitle };
        let nothing = node.parts.is_empty() && node.parts_note.is_empty();
        let inside = card("parts", words.msg(title))
            .with(many(pictures))
            .with(match page.flow {
                // The picture shows them; the list says them.
                Some(_) => parts(&context, &node).map(|list| of_class("div", "visually-hidden").with(list)),
                None => parts(&context, &node),
            })
            .with(line("note", node.parts_note.clone()))
            .with(nothing.then(|| of_class("p", "note").with(words.msg(FarMsg::SystemNoParts))));
        let figures = figure_list(app, &context, "system-figures", node.figures)
            .map(|figures| card("figures", words.msg(FarMsg::SystemFigures)).with(figures));
        let children = (!node.children.is_empty())
            .then(|| card("inside", words.msg(FarMsg::SystemInside)).with(tree(app, &context, node.children)));
        let practices = (!page.practices.is_empty()).then(|| {
            let practice = |(id, problem)| el("li").with(practice_link(app, id, problem));
            card("practices", words.msg(Msg::NavPractices))
                .with(of_class("ul", "links").with_all(page.practices.into_iter().map(practice)))
        });
        let related = (!page.related.is_empty()).then(|| {
            let related = page.related.into_iter().map(|other| {
                el("li")
                    .with(other.community)
                    .with(" ")
                    .with(system_link(app, other.link))
                    .with(of_class("span", "detail").with(" ").with(other.difference))
            });
            card("related", words.msg(FarMsg::SystemRelated)).with(of_class("ul", "links").with_all(related))
        });
        let source = card("sources", words.msg(FarMsg::CommunitySources)).with(source_facts(&context, page.source));
        many([
            intro.into(),
            inside.into(),
            Node::from(context.flows_beside(id).map(|beside| flows(app, &context, &beside))),
            Node::from(figures),
            Node::from(children),
            Node::from(practices),
            Node::from(related),
            source.into(),
        ])
    })
}
