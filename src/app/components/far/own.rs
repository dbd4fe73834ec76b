//! The figures of one's own community: a row for each, kept as typed.

use super::among::among;
use super::systems::line;
use crate::app::components::near::chart::said;
use crate::app::context::{App, FORM};
use crate::app::element::{Element, Event, Node, button, el, live, of_class};
use crate::app::platform::{self, Fault};
use leptos::prelude::*;
use linpu::export;
use linpu::model::CommunityId;
use linpu::present::Context;
use linpu::present::figures::Row;
use linpu::text::{FarMsg, Msg};
use linpu::wire::own::{OwnCell, OwnFault, OwnFinding, OwnRow, figure_key};

/// The id of the first field of a row.
pub fn own_field(nth: usize) -> String {
    [FORM, "-row-", &nth.to_string()].concat()
}

/// The form; open where there are rows, or it is asked for.
pub fn own(app: App, is_asked: RwSignal<bool>) -> Node {
    let failed = RwSignal::new(None);
    live(move || {
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let (entry, findings) = app.own.get();
        let name = el("label").with(words.msg(FarMsg::OwnName)).with(" ").with(
            el("input").attr("type", "text").attr("maxlength", "40").attr("value", entry.name.clone()).on(
                "change",
                move |event| {
                    let typed = event.value();
                    app.edit_own(move |entry, _| entry.rename(typed));
                },
            ),
        );
        let rows = entry.shown().enumerate().map(|(nth, (at, typed))| {
            let finding = findings.iter().find(|finding| finding.row == at).copied();
            row(app, &context, (nth, at), typed, finding)
        });
        let has_rows = entry.shown().next().is_some();
        let own = context.data.own;
        let used = own.map_or(0, |own| context.tables.figures_of(own).count());
        let actions = of_class("div", "actions")
            .with(
                button("plain", move |_| app.edit_own(|entry, tag| entry.add_row(tag))).with(words.msg(FarMsg::OwnAdd)),
            )
            .with(own.map(|own| {
                let save = move |_: &dyn Event| failed.set(export(app, own).err());
                button("plain", save).with(words.msg(FarMsg::OwnExport))
            }));
        let inside = of_class("details", "own")
            .attr("open", has_rows || is_asked.get())
            .with(el("summary").with(el("h2").with(words.msg(FarMsg::OwnTitle))))
            .with(of_class("p", "detail").with(words.msg(FarMsg::OwnLead)))
            .with(of_class("p", "own-row").with(name))
            .with(of_class("ul", "own-rows").with_all(rows))
            .with(actions)
            .with(of_class("p", "failure").attr("role", "status").with(live(move || {
                let voice = app.voice();
                let words = voice.context().words;
                failed.get().map(|fault| words.fill(Msg::DownloadFailed, &[&said(words, fault)]))
            })))
            .with(of_class("p", "note").attr("role", "status").with(words.fill(FarMsg::OwnUsed, &[&used.to_string()])))
            .with(of_class("p", "note").attr("role", "status").with(words.msg(app.own_kept.get())));
        of_class("section", "card").attr("id", FORM).with(inside)
    })
}

/// A row, by its number among those that are shown and its place among all that are kept.
fn row(app: App, context: &Context, (nth, at): (usize, usize), typed: &OwnRow, finding: Option<OwnFinding>) -> Element {
    let words = context.words;
    // What comes of it is said where it was entered.
    let id = context.data.observation_by_key(&figure_key(at));
    let result = id.and_then(|id| context.among(id, app.look.get().scale)).map(|this| among(app, words, this));
    let number = (nth + 1).to_string();
    let name = |of: String| [words.fill(FarMsg::OwnRow, &[&number]), of].join(" ");
    let wrong = |cell: OwnCell| finding.is_some_and(|finding| finding.cell == cell).then_some("true");
    let option = |key: &str, text: String| {
        el("option").attr("value", key.to_string()).attr("selected", key == typed.indicator).with(text)
    };
    let groups = context.tables.quantity_groups().iter().map(|group| {
        let inside = context.tables.indicators_in(*group).map(|id| context.data.indicator(id));
        el("optgroup")
            .attr("label", context.code(*group))
            .with_all(inside.map(|row| option(&row.key, words.text(&row.name))).collect::<Vec<_>>())
    });
    let indicator = el("select")
        .attr("id", own_field(nth))
        .attr("aria-label", name(words.msg(FarMsg::ColIndicator)))
        .attr("aria-invalid", wrong(OwnCell::Indicator))
        .with(option("", words.msg(FarMsg::OwnChoose)))
        .with_all(groups.collect::<Vec<_>>())
        .on("change", edit(app, typed, |row, typed| row.indicator = typed));
    let field = |msg: FarMsg, value: &str, cell: OwnCell| {
        el("input")
            .attr("type", "text")
            .attr("maxlength", "40")
            .attr("aria-label", name(words.msg(msg)))
            .attr("placeholder", words.msg(msg))
            .attr("aria-invalid", wrong(cell))
            .attr("value", value.to_string())
    };
    let chosen = context.data.indicator_by_key(&typed.indicator).map(|id| context.data.indicator(id));
    let definition = chosen.map_or_else(String::new, |row| {
        let unit = words.fill(Msg::MetricUnit, &[&words.text(&context.data.unit(row.unit).name)]);
        words.dotted(&[words.text(&row.definition), unit])
    });
    let key = typed.key.clone();
    let remove = button("plain", move |_| app.edit_own(|entry, _| entry.remove_row(&key)));
    el("li")
        .with(
            of_class("div", "own-row")
                .with(indicator)
                .with(
                    field(FarMsg::OwnValue, &typed.value, OwnCell::Value)
                        .on("change", edit(app, typed, |row, typed| row.value = typed)),
                )
                .with(
                    field(FarMsg::OwnPeriod, &typed.period, OwnCell::Period)
                        .on("change", edit(app, typed, |row, typed| row.period = typed)),
                )
                .with(remove.with(words.fill(FarMsg::OwnRemove, &[&number]))),
        )
        .with(line("detail", definition))
        .with(result)
        .with(finding.map(|finding| {
            let text = match finding.fault {
                OwnFault::NoIndicator => words.msg(FarMsg::OwnNoIndicator),
                OwnFault::NotANumber => words.fill(FarMsg::OwnNotANumber, &[&typed.value]),
                OwnFault::ShareOver100 => words.fill(FarMsg::OwnShareOver100, &[&typed.value]),
                OwnFault::Period => words.fill(FarMsg::OwnPeriodFault, &[&typed.period]),
            };
            let cell = match finding.cell {
                OwnCell::Indicator => words.msg(FarMsg::ColIndicator),
                OwnCell::Value => words.msg(Msg::ColValue),
                OwnCell::Period => words.msg(FarMsg::ColPeriod),
            };
            let text = [name(cell), text].join(&words.pair("：", ": "));
            of_class("p", "failure").attr("role", "alert").with(text)
        }))
}

/// What changes a cell of a row.
fn edit(app: App, row: &OwnRow, put: fn(&mut OwnRow, String)) -> impl Fn(&dyn Event) + 'static {
    let key = row.key.clone();
    move |event| {
        let typed = event.value();
        app.edit_own(|entry, _| entry.edit_row(&key, |row| put(row, typed)));
    }
}

fn export(app: App, own: CommunityId) -> Result<(), Fault> {
    let voice = app.voice();
    let context = voice.context();
    let rows: Vec<Row> = context.tables.figures_of(own).map(Row::Figure).collect();
    let (title, kept) = (context.words.msg(FarMsg::OwnTitle), context.words.msg(Msg::OwnKept));
    let csv = export::figures_csv(&context, &rows, &title, "", &kept);
    platform::download("linpu-own.csv", "text/csv;charset=utf-8", csv.as_bytes())
}
