//! The top of every page: name, pages, search, language, theme.

use super::search::SearchBox;
use crate::app::context::App;
use leptos::prelude::*;
use linpu::state::{Action, Page, Theme};
use linpu::text::{Locale, Msg};

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let app = App::here();
    let link = move |page: Page, msg: Msg| {
        view! {
            <a
                href=move || app.href(Action::Go(page))
                aria-current=move || (app.page.get() == page).then_some("page")
            >
                {move || app.msg(msg)}
            </a>
        }
    };
    view! {
        <header class="top">
            <div class="top-in">
                <a class="brand" href=move || app.href(Action::Go(Page::Overview))>
                    <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
                        <path d="M4 14 16 4l12 10v14H4z"/>
                        <path class="logo-bars" d="M10 24v-6M16 24V13M22 24v-8"/>
                    </svg>
                    <span>{app.t(Msg::AppName)}</span>
                </a>
                <nav aria-label=app.label(Msg::NavMain)>
                    {link(Page::Overview, Msg::NavOverview)}
                    {link(Page::Table, Msg::NavTable)}
                    {link(Page::About, Msg::NavAbout)}
                </nav>
                <SearchBox/>
                <div class="switches">
                    <LocaleSwitch/>
                    <ThemeSwitch/>
                </div>
            </div>
        </header>
    }
}

#[component]
fn LocaleSwitch() -> impl IntoView {
    let app = App::here();
    let choose = move |event| {
        if let Some(locale) = Locale::from_code(&event_target_value(&event)) {
            app.act(Action::Speak(locale));
        }
    };
    let option = move |locale: &Locale| {
        let locale = *locale;
        view! {
            <option value=locale.code() lang=locale.html_lang() selected=move || app.locale.get() == locale>
                {locale.native_name()}
            </option>
        }
    };
    view! {
        <select id="locale" aria-label=app.label(Msg::Language) on:change=choose>
            {Locale::ALL.iter().map(option).collect_view()}
        </select>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let app = App::here();
    let choose = move |event| {
        if let Some(theme) = Theme::from_code(&event_target_value(&event)) {
            app.act(Action::Dress(theme));
        }
    };
    let option = move |theme: Theme| {
        let name = match theme {
            Theme::System => Msg::ThemeSystem,
            Theme::Light => Msg::ThemeLight,
            Theme::Dark => Msg::ThemeDark,
        };
        view! {
            <option value=theme.code() selected=move || app.theme.get() == theme>{move || app.msg(name)}</option>
        }
    };
    view! {
        <select id="theme" aria-label=app.label(Msg::Theme) on:change=choose>
            {Theme::ALL.into_iter().map(option).collect_view()}
        </select>
    }
}
