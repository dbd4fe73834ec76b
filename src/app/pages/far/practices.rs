//! The practice finder: a field for what is needed, topics, and the practices as rows.

use crate::app::components::far::practices::Rows;
use crate::app::components::near::facets::filters;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::present::practices::{PracticeGroup, Practices};
use linpu::state::Action;
use linpu::text::{FarMsg, Msg};

/// The practice finder.
pub fn practices(app: App) -> Node {
    let need = Memo::new(move |_| app.view.with(|view| view.need.clone()));
    let found = Memo::new(move |_| {
        app.voice().context().practices(app.found().communities(), &app.selection.get(), &need.get())
    });
    let is_nothing = Memo::new(move |_| found.with(|found| found.groups.is_empty()));
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
                    .attr("value", need.get())
                    .on("input", move |event| app.act(Action::FindPractices(event.value()))),
            )
            .with((!is_nothing.get()).then(|| tries(app, FarMsg::PracticesInstead, app.voice().context().needs())))
    };
    let few = Memo::new(move |_| found.with(Practices::few));
    let rows = Rows::new(app).with_few(few);
    let list = move || found.with(|found| content(app, rows, found));
    let content = of_class("div", "content").with(live(move || beside(app, rows, found))).with(live(list));
    many([live(intro), filters(app, move |_| found.with(|found| found.says.clone())), content.into()])
}

/// The practices that were found, or a way on.
fn content(app: App, rows: Rows, found: &Practices) -> Node {
    let outside = (!found.outside.is_empty()).then(|| {
        of_class("p", "practice-outside")
            .with(found.outside.clone())
            .with(" ")
            .with(button("plain", move |_| app.act(Action::ClearAll)).with(app.msg(Msg::ClearAll)))
    });
    let all = (!found.is_by_topic).then(|| {
        of_class("p", "practice-outside").with(
            button("plain", move |_| app.act(Action::FindPractices(String::new()))).with(app.msg(FarMsg::PracticesAll)),
        )
    });
    if found.groups.is_empty() {
        let near = (!found.near.is_empty()).then(|| tries(app, FarMsg::PracticesNear, found.near.clone()));
        let instead = tries(app, FarMsg::PracticesInstead, app.voice().context().needs());
        // The bar says it too, but not on phones; who sees nothing hears it from there.
        let says = el("h2").with(found.says.clone());
        let clear = found
            .is_by_topic
            .then(|| el("p").with(button("plain", move |_| app.act(Action::ClearAll)).with(app.msg(Msg::ClearAll))));
        return of_class("div", "practice-nothing")
            .with(says)
            .with(clear)
            .with(near)
            .with(outside)
            .with(instead)
            .with(all)
            .into();
    }
    let is_folded = found.groups.len() > 1;
    let index = (found.is_by_topic && is_folded).then(|| index(app, &found.groups));
    let groups = found.groups.iter().enumerate().map(|(at, group)| section(app, rows, at, group.clone(), is_folded));
    of_class("div", if index.is_some() { "practices indexed" } else { "practices" })
        .with(index)
        .with(el("div").with_all(groups).with(outside).with(all))
        .into()
}

/// What a link opens though filters and search leave it out.
fn beside(app: App, rows: Rows, found: Memo<Practices>) -> Option<Element> {
    let id = app.view.with(|view| view.practice)?;
    let is_listed = found.with(|found| found.rows().any(|row| row.id == id));
    let row = || app.voice().context().practice_row(id);
    (!is_listed).then(|| {
        of_class("section", "practice-group")
            .with(el("h2").with(app.msg(FarMsg::PracticesBeside)))
            .with(rows.list(vec![row()]))
    })
}

/// Needs to try.
fn tries(app: App, label: FarMsg, needs: Vec<String>) -> Element {
    let one = |need: String| {
        let find = need.clone();
        button("try", move |_| app.act(Action::FindPractices(find.clone()))).with(need)
    };
    let label = app.msg(label);
    of_class("div", "tries")
        .attr("role", "group")
        .attr("aria-label", label.clone())
        .with(of_class("span", "detail").attr("aria-hidden", "true").with(label))
        .with_all(needs.into_iter().map(one))
}

fn group_place(at: usize) -> String {
    ["topic-", &at.to_string()].concat()
}

/// The topics with how many practices each has; each leads to its rows.
fn index(app: App, groups: &[PracticeGroup]) -> Element {
    let most = groups.iter().map(|group| group.rows.len()).max().unwrap_or(1);
    let entry = |(at, group): (usize, &PracticeGroup)| {
        let length = (100 * group.rows.len() / most).to_string();
        let bar = of_class("svg", "rail")
            .attr("viewBox", "0 0 100 8")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .with(el("rect").attr("width", length).attr("height", "8"));
        let go = move |_: &dyn crate::app::element::Event| {
            platform::want_element(group_place(at));
            platform::settle();
        };
        el("li").with(
            button("", go)
                .with(of_class("span", "topic").with(group.title.clone()))
                .with(bar)
                .with(of_class("span", "count").with(group.rows.len().to_string())),
        )
    };
    of_class("nav", "practice-index")
        .attr("aria-label", app.msg(FarMsg::PracticesTopics))
        .with(el("ul").with_all(groups.iter().enumerate().map(entry)))
}

fn section(app: App, rows: Rows, at: usize, group: PracticeGroup, is_folded: bool) -> Element {
    let title = el("h2")
        .attr("id", group_place(at))
        .attr("tabindex", "-1")
        .with(group.title)
        .with(of_class("span", "detail").with(group.says));
    let also = group.also.map(|(says, action)| {
        of_class("p", "practice-fold").with(button("go", move |_| app.act(action.clone())).with(says))
    });
    let list = if is_folded { rows.folded(group.rows) } else { rows.list(group.rows).into() };
    of_class("section", "practice-group").attr("aria-labelledby", group_place(at)).with(title).with(list).with(also)
}
