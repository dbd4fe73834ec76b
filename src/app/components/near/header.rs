//! The top of every page: name, pages, search, language, theme.

use super::scene::icon;
use super::search::search_box;
use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::state::{Action, Page, Theme};
use linpu::text::{Locale, Msg};

/// The header.
pub fn header(app: App) -> Node {
    let brand = live(move || {
        let logo = of_class("svg", "logo")
            .attr("viewBox", "0 0 32 32")
            .attr("width", "28")
            .attr("height", "28")
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .with(el("path").attr("d", "M4 14 16 4l12 10v14H4z"))
            .with(of_class("path", "logo-bars").attr("d", "M10 24v-6M16 24V13M22 24v-8"));
        of_class("a", "brand")
            .attr("href", app.href(Action::Go(Page::Overview)))
            .with(logo)
            .with(el("span").with(app.msg(Msg::AppName)))
    });
    // Matters only where the page is narrow; elsewhere what it opens is in the row.
    let open = RwSignal::new(false);
    let toggle = live(move || {
        button("menu-button", move |_| open.update(|open| *open = !*open))
            .attr("id", MENU_BUTTON)
            .aria("aria-expanded", open.get())
            .attr("aria-controls", MENU)
            .attr("aria-label", app.msg(Msg::NavMenu))
            .with(icon("M3 5.5h14M3 10h14M3 14.5h14"))
    });
    let menu = live(move || {
        of_class("div", if open.get() { "top-menu open" } else { "top-menu" })
            .attr("id", MENU)
            .with(pages(app, open))
            .with(live(move || Node::from(app.rest_by_now().map(|rest| (rest.reading)(app, false)))))
            .with(of_class("div", "switches").with(locales(app)).with(themes(app)))
    });
    let inside = of_class("div", "top-in").with(brand).with(search_box(app)).with(toggle).with(menu);
    of_class("header", "top")
        .on("keydown", move |event| {
            if open.get_untracked() && event.key() == "Escape" {
                event.prevent_default();
                open.set(false);
                platform::focus(MENU_BUTTON);
            }
        })
        .with(inside)
        .into()
}

const MENU: &str = "top-menu";
const MENU_BUTTON: &str = "top-menu-button";

fn pages(app: App, open: RwSignal<bool>) -> Node {
    let link = |(page, msg)| {
        el("a")
            .attr("href", app.href(Action::Go(page)))
            .attr("aria-current", (app.page.get() == page).then_some("page"))
            .with(app.msg(msg))
    };
    let pages = [
        (Page::Overview, Msg::NavOverview),
        (Page::Compare, Msg::NavCompare),
        (Page::Atlas, Msg::NavAtlas),
        (Page::Practices, Msg::NavPractices),
        (Page::Checks, Msg::NavChecks),
        (Page::Table, Msg::NavTable),
        (Page::About, Msg::NavAbout),
    ]
    .map(link);
    // Whoever goes to another page has done with the menu.
    el("nav").attr("aria-label", app.msg(Msg::NavMain)).on("click", move |_| open.set(false)).with_all(pages).into()
}

fn locales(app: App) -> Node {
    el("select")
        .attr("id", "locale")
        .attr("aria-label", app.msg(Msg::Language))
        .on("change", move |event| {
            if let Some(locale) = Locale::from_code(&event.value()) {
                app.act(Action::ChooseLocale(locale));
            }
        })
        .with_all(locale_options(Some(app.wanted_locale.get())))
        .into()
}

/// The languages to choose from, each by its own name.
pub fn locale_options(now: Option<Locale>) -> Vec<Element> {
    let option = |locale: &Locale| {
        el("option")
            .attr("value", locale.code())
            .attr("lang", locale.html_lang())
            .attr("selected", Some(*locale) == now)
            .with(locale.native_name())
    };
    Locale::ALL.iter().map(option).collect()
}

fn themes(app: App) -> Node {
    el("select")
        .attr("id", "theme")
        .attr("aria-label", app.msg(Msg::Theme))
        .on("change", move |event| {
            if let Some(theme) = Theme::from_code(&event.value()) {
                app.act(Action::ChooseTheme(theme));
            }
        })
        .with_all(theme_options(app, app.theme.get()))
        .into()
}

/// The themes to choose from.
pub fn theme_options(app: App, now: Theme) -> Vec<Element> {
    let option = |theme| {
        let name = match theme {
            Theme::System => Msg::ThemeSystem,
            Theme::Light => Msg::ThemeLight,
            Theme::Dark => Msg::ThemeDark,
        };
        el("option").attr("value", theme.code()).attr("selected", theme == now).with(app.msg(name))
    };
    Theme::ALL.into_iter().map(option).collect()
}
