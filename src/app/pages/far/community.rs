//! One community: summary, figures in groups, systems, sources.

use crate::app::components::far::practices::Rows;
use crate::app::components::far::receipt::facts;
use crate::app::components::far::systems::{card, figure_list, line, tree};
use crate::app::components::near::figure::figure_button;
use crate::app::components::near::figure::sentence;
use crate::app::components::near::figure::{link_out, tongues};
use crate::app::context::App;
use crate::app::element::{Element, Node, el, live, many, of_class};
use linpu::model::{CommunityId, SourceId};
use linpu::present::Context;
use linpu::present::community::{Figure, FigureGroup};
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Msg, Words};

/// The page of a community.
pub fn community(app: App, id: CommunityId) -> Node {
    let rows = Rows::new(app);
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let page = context.community_page(id);
        let others: Vec<Element> = context
            .tables
            .communities()
            .filter(|other| *other != id)
            .map(|other| {
                el("a").attr("href", app.href(Action::Go(Page::Community(other)))).with(context.community(other))
            })
            .collect();
        let intro = of_class("div", "intro")
            .with(el("h1").with(page.name))
            .with(of_class("p", "lead").with(page.places.join(" › ")))
            .with(of_class("p", "detail").with(words.dotted(&[words.msg(FarMsg::CommunityType), page.types])))
            .with((!page.settlements.is_empty()).then(|| {
                of_class("p", "detail").with(words.dotted(&[words.msg(FarMsg::CommunitySettlements), page.settlements]))
            }));
        let summary = card("summary", words.msg(FarMsg::CommunitySummary))
            .with_all(page.summary.into_iter().map(|this| sentence(app, &context, this)))
            .with(of_class("p", "note").with(page.note))
            .with(
                of_class("p", "note")
                    .with(words.msg(FarMsg::CommunitySummaryMade))
                    .with(" ")
                    .with(words.msg(FarMsg::SelfReported)),
            );
        let label = |this: Figure| {
            el("li").with(figure_button(app, &context, this.id, this.label, &this.spoken)).with(this.value)
        };
        let labels = (!page.labels.is_empty()).then(|| {
            of_class("section", "labels")
                .with(el("h3").with(words.msg(FarMsg::CommunityLabels)))
                .with(el("ul").with_all(page.labels.into_iter().map(label)))
        });
        let figures = card("figures", words.msg(FarMsg::CommunityFigures))
            .with(of_class("div", "groups").with_all(page.groups.into_iter().map(|this| group(app, &context, this))))
            .with(line("missing-line", page.missing))
            .with(labels);
        let count = words.fill(FarMsg::SystemCount, &[&page.system_count.to_string()]);
        // Only excerpts were read of most places, which say of no system.
        let systems =
            (page.system_count > 0).then(|| {
                card("systems", words.msg(FarMsg::CommunitySystems))
                    .with(of_class("p", "detail").with(count))
                    .with(tree(app, &context, page.systems))
            });
        let practices = context.practices_of(id);
        let practices =
            (!practices.is_empty()).then(|| card("practices", words.msg(Msg::NavPractices)).with(rows.list(practices)));
        let sources = card("sources", words.msg(FarMsg::CommunitySources))
            .with_all(page.sources.into_iter().map(|id| source_facts(&context, id)));
        many([
            Node::from(intro),
            summary.into(),
            figures.into(),
            Node::from(systems),
            Node::from(practices),
            sources.into(),
            siblings(words, others).into(),
        ])
    })
}

/// The ways to the other places, folded: they are dozens, and nobody came for them.
fn siblings(words: &Words, others: Vec<Element>) -> Element {
    let title = words.fill(FarMsg::CommunityAll, &[&others.len().to_string()]);
    of_class("nav", "card siblings")
        .attr("aria-label", title.clone())
        .with(el("details").with(el("summary").with(title)).with(of_class("div", "siblings-in").with_all(others)))
}

fn group(app: App, context: &Context, group: FigureGroup) -> Element {
    of_class("section", "group")
        .with(el("h3").with(group.title))
        .with(figure_list(app, context, "", group.figures))
        .with(group.missing.map(|why| of_class("p", "missing").with(why)))
}

/// What is known of a source.
pub fn source_facts(context: &Context, id: SourceId) -> Element {
    let line = context.source_line(id);
    let head = match line.url {
        Some(url) => el("p").with(link_out("", url, tongues(context.words, &line.text))),
        None => el("p")
            .with(el("span").with(tongues(context.words, &line.text)))
            .with(" ")
            .with(of_class("span", "detail").with(context.words.msg(FarMsg::ReceiptNoLink))),
    };
    of_class("div", "source-facts").with(head).with(el("dl").with(facts(context.words, context.source_facts(id))))
}
