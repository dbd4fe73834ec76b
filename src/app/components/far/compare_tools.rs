//! How to compare: what figures are counted per, axes, which community stands out.

use crate::app::context::App;
use crate::app::element::{Element, el, of_class};
use linpu::measure::Per;
use linpu::model::{CommunityId, ObservationId};
use linpu::present::Context;
use linpu::state::{Action, AxisMode, Comparison};
use linpu::text::FarMsg;

/// How to compare.
pub fn tools(app: App, context: &Context, comparison: &Comparison, has_shared: bool) -> Element {
    let words = context.words;
    let compared = context.compared(&comparison.communities);
    let axes = AxisMode::ALL.map(|mode| {
        let name = match mode {
            AxisMode::Strip => FarMsg::AxisStrip,
            AxisMode::Shared => FarMsg::AxisShared,
            AxisMode::Free => FarMsg::AxisFree,
            AxisMode::One => FarMsg::AxisOne,
        };
        // Without a definition in common there is no scale to be free from.
        let is_empty = mode == AxisMode::Free && !has_shared && comparison.axis != mode;
        let why = is_empty.then(|| of_class("span", "detail").with(" ").with(words.msg(FarMsg::AxisFreeNone)));
        way(app, "axis", words.msg(name), mode == comparison.axis, is_empty, Action::Axes(mode)).with(why)
    });
    let pers = Per::ALL.map(|per| {
        let name = match per {
            Per::Count => FarMsg::PerCount,
            Per::Thousand => FarMsg::PerThousand,
            Per::Household => FarMsg::PerHousehold,
        };
        way(app, "per", words.msg(name), per == comparison.per, false, Action::Per(per))
    });
    let bases = context.bases(comparison).into_iter().map(|(community, bases)| base(app, community, bases));
    let option = |id: Option<CommunityId>| {
        let name = id.map_or_else(|| words.msg(FarMsg::HighlightNone), |id| context.community(id));
        let value = id.map_or(String::new(), |id| context.data.community(id).key.clone());
        el("option").attr("value", value).attr("selected", id == comparison.highlight).with(name)
    };
    let highlight = el("select")
        .attr("id", "highlight")
        .attr("aria-label", words.msg(FarMsg::HighlightTitle))
        .on("change", move |event| {
            let id = app.package().data.community_by_key(&event.value());
            app.act(Action::Highlight(id));
        })
        .with_all([None].into_iter().chain(compared.iter().copied().map(Some)).map(option));
    let set = |msg: FarMsg, inside: Vec<Element>| {
        of_class("fieldset", "choices").with(el("legend").with(words.msg(msg))).with_all(inside)
    };
    of_class("div", "tools")
        .with(set(FarMsg::ComparePer, pers.into_iter().chain(bases).collect()))
        .with(set(FarMsg::CompareAxes, axes.into()))
        .with(set(FarMsg::HighlightTitle, vec![highlight]))
}

/// Chooses what a community's figures are counted per, where there is a choice.
fn base(app: App, community: String, mut bases: Vec<(ObservationId, String)>) -> Element {
    let in_use = bases.first().map(|(id, _)| *id);
    // The order of the list is that of the file, whichever is in use.
    bases.sort_by_key(|(id, _)| *id);
    let all: Vec<ObservationId> = bases.iter().map(|(id, _)| *id).collect();
    let option = |(id, words): (ObservationId, String)| {
        el("option").attr("value", id.0.to_string()).attr("selected", in_use == Some(id)).with(words)
    };
    let select = el("select")
        .attr("aria-label", community.clone())
        .on("change", move |event| {
            if let Some(id) = all.iter().find(|id| id.0.to_string() == event.value()) {
                app.act(Action::Pick(*id, all.clone()));
            }
        })
        .with_all(bases.into_iter().map(option));
    el("label").with(app.msg(FarMsg::PerBase)).with(" ").with(community).with(" ").with(select)
}

fn way(app: App, name: &'static str, text: String, is_chosen: bool, is_empty: bool, action: Action) -> Element {
    let tick = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("checked", is_chosen)
        .attr("disabled", is_empty)
        .on("change", move |_| app.act(action.clone()));
    el("label").with(tick).with(text)
}
