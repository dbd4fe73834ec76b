//! A field that goes to a part of the page: five keys from its start to any card, however long the page is.
//!
//! Seen only while it has the focus, as the link to the content beside it. The parts are the headings that stand in the page when the
//! field is entered: whatever page it is, nothing here has to know it.

use crate::app::context::{App, MAIN};
use crate::app::element::{Event, Node, el, live, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::text::FarMsg;

const FIELD: &str = "go-to";
const LIST: &str = "go-to-list";
const HOW: &str = "go-to-how";

/// The field and, while it is entered, the numbered parts of the page. A page that nobody can type into has none.
pub fn go_to(app: App) -> Node {
    if app.viewport_px.get().is_none() {
        return Node::Nothing;
    }
    let parts = RwSignal::new(Vec::<String>::new());
    let typed = RwSignal::new(String::new());
    let leave = move || {
        parts.set(Vec::new());
        typed.set(String::new());
    };
    let press = move |event: &dyn Event| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if let Some(at) = meant(&parts.get_untracked(), &event.value()) {
                    go_to_part(app, at);
                }
            }
            "Escape" => platform::focus(MAIN),
            _ => {}
        }
    };
    let list = live(move || {
        let wanted = meant(&parts.get(), &typed.get());
        of_class("ol", "go-parts").attr("id", LIST).attr("tabindex", "-1").with_all(
            parts.get().into_iter().enumerate().map(|(at, name)| {
                let go = move |event: &dyn Event| {
                    // The field keeps the focus until the part has it.
                    event.prevent_default();
                    go_to_part(app, at);
                };
                el("li").attr("class", (wanted == Some(at)).then_some("on")).on("mousedown", go).with(name)
            }),
        )
    });
    let field = live(move || {
        el("input")
            .attr("id", FIELD)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("aria-label", app.msg(FarMsg::GoTo))
            .attr("aria-describedby", HOW)
            .attr("placeholder", app.msg(FarMsg::GoTo))
            .on("focus", move |_| parts.set(platform::parts(MAIN)))
            .on("blur", move |_| leave())
            .on("input", move |event| typed.set(event.value()))
            .on("keydown", press)
    });
    // What Enter would go to is said while it is typed.
    let said = live(move || {
        let parts = parts.get();
        let meant = meant(&parts, &typed.get()).and_then(|at| parts.get(at).cloned());
        meant.unwrap_or_else(|| if parts.is_empty() { String::new() } else { app.msg(FarMsg::GoToHow) })
    });
    of_class("nav", "goto")
        .attr("aria-label", app.msg(FarMsg::GoTo))
        .with(field)
        .with(of_class("p", "detail").attr("id", HOW).attr("role", "status").with(said))
        .with(list)
        .into()
}

/// What is above it and waits for its turn is drawn first: it would push the part away.
fn go_to_part(app: App, at: usize) {
    app.turns.end();
    platform::go_to_part(MAIN, at);
}

/// Which part is meant: by its number, or the first that has the words in its name.
fn meant(parts: &[String], typed: &str) -> Option<usize> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return None;
    }
    match typed.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|at| *at < parts.len()),
        Err(_) => parts.iter().position(|part| part.to_lowercase().contains(&typed)),
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_part_is_meant_by_number_or_by_name() {
        let parts = ["人口", "服务与活动", "Time line"].map(String::from);
        for (typed, expected) in [
            ("1", Some(0)),
            (" 3 ", Some(2)),
            ("0", None),
            ("4", None),
            ("活动", Some(1)),
            ("time", Some(2)),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(meant(&parts, typed), expected, "{typed}");
        }
    }
}
