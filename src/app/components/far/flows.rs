//! Ordered flows side by side: names beside a picture of lanes, or steps in words where lanes would be too narrow.
//!
//! May use: `present::flows`, which makes picture, words and table of one model. Deliberately absent: which flows stand beside
//! each other, and in whose lane a step stands.

use super::systems::system_link;
use crate::app::components::near::scene::picture;
use crate::app::context::App;
use crate::app::element::{Element, Node, el, of_class};
use linpu::chart::Spec;
use linpu::chart::draw::draw;
use linpu::present::Context;
use linpu::present::flows::{FlowRow, FlowStepRow, Flows};
use linpu::present::layout;
use linpu::text::FarMsg;

/// The flows beside a flow.
pub fn flows(app: App, context: &Context, flows: &Flows) -> Element {
    let width = layout::relay_px(app.page_px(), flows.lane_count());
    let words = context.words;
    let head = width.map(|width| {
        of_class("div", "relay relay-heads")
            .with(of_class("div", "relay-name"))
            .with(picture(&draw(&Spec::Relays(flows.head()), width), "picture"))
    });
    let rows = flows.rows.iter().map(|flow| row(app, flows, flow, width));
    let others = (!flows.others.is_empty()).then(|| {
        let other = |(system, community): &(_, String)| {
            el("li").with(community.clone()).with(" · ").with(system_link(app, Clone::clone(system)))
        };
        of_class("div", "note")
            .with(flows.others_say.clone())
            .with(of_class("ul", "links").with_all(flows.others.iter().map(other)))
    });
    let note = (!flows.note.is_empty() && width.is_some()).then(|| of_class("p", "note").with(flows.note.clone()));
    of_class("section", if width.is_some() { "card flows" } else { "card flows in-words" })
        .attr("aria-labelledby", "beside")
        .with(el("h2").attr("id", "beside").with(flows.title.clone()))
        .with(of_class("p", "metric").with(if width.is_some() {
            flows.metric.clone()
        } else {
            words.msg(FarMsg::FlowsMetricWords)
        }))
        .with(head)
        .with(of_class("ul", "relay-rows").with_all(rows))
        .with(note)
        .with(others)
        .with(
            of_class("details", "sources")
                .with(el("summary").with(words.msg(FarMsg::FlowsTable)).with(of_class("span", "arrow").with("▸")))
                .with(of_class("div", "twin").with(table(context, flows))),
        )
}

fn row(app: App, flows: &Flows, flow: &FlowRow, width: Option<f64>) -> Element {
    let name = match flow.is_this {
        true => el("b").with(flow.link.name.clone()),
        false => system_link(app, flow.link.clone()),
    };
    let name = of_class("div", "relay-name").with(name).with(of_class("span", "detail").with(flow.community.clone()));
    let steps = flow.steps.iter().map(|step| {
        let who = of_class("span", if step.is_stated { "actor" } else { "actor unstated" });
        el("li").with(who.with(step.who.clone())).with(" ").with(el("b").with(step.name.clone()))
    });
    // The picture shows them; the list says them.
    let steps = of_class("ol", if width.is_some() { "visually-hidden" } else { "relay-steps" }).with_all(steps);
    let picture = width.map(|width| picture(&draw(&Spec::Relays(flows.relay(flow)), width), "picture"));
    of_class("li", "relay").with(name).with(picture).with(steps)
}

/// The same as rows.
fn table(context: &Context, flows: &Flows) -> Element {
    let heads = [FarMsg::FlowsFlow, FarMsg::FlowsStep, FarMsg::FlowsWho, FarMsg::FlowsLanes];
    let heads = heads.map(|head| el("th").attr("scope", "col").with(context.words.msg(head)));
    let rows = flows.rows.iter().flat_map(|flow| {
        flow.steps.iter().enumerate().map(move |(at, step): (usize, &FlowStepRow)| -> Node {
            let name = [&flow.community, " · ", &flow.link.name].concat();
            el("tr")
                .with(el("th").attr("scope", "row").with(name))
                .with(el("td").with(format!("{} {}", at + 1, step.name)))
                .with(el("td").with(step.who.clone()))
                .with(el("td").with(flows.lanes_of(context.words, step)))
                .into()
        })
    });
    let caption = of_class("caption", "visually-hidden").with(flows.title.clone());
    el("table")
        .with(caption)
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(el("tbody").with_all(rows.collect::<Vec<_>>()))
}
