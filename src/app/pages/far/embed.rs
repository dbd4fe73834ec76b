//! Where a view is made ready for the page of a portal: what and how, a live preview, the code.
//!
//! Owns: the choices, which end with the page. Deliberately absent: the snippets (`present::embed`), the keys (`state::embed`).

use crate::app::components::near::chart::said as why;
use crate::app::components::near::header::{locale_options, theme_options};
use crate::app::context::{App, Download};
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform::{self, Step};
use leptos::prelude::*;
use linpu::present::embed::{NoAccent, Snippets, accent, embedded};
use linpu::state::embed::{Accent, Embed, about, subject};
use linpu::state::{ChartId, OverviewChart, Page, Theme, ViewState, url};
use linpu::text::{FarMsg, Locale, Message, Msg};
use std::sync::Arc;

/// The id of the frame in which the view is tried.
const TRIAL: &str = "embed-trial";
/// The widths it is tried at, in CSS pixels.
const WIDTHS: [u32; 3] = [320, 640, 960];
/// The height of a frame before anything was measured, in CSS pixels.
const FIRST_PX: u32 = 640;
/// Where a page that has no address yet will be.
const EXAMPLE: &str = "https://www.example.gov.cn/linpu/linpu.html";

/// What was chosen so far.
#[derive(Clone, Copy)]
struct Workshop {
    app: App,
    look: RwSignal<Embed>,
    accent: RwSignal<String>,
    locale: RwSignal<Option<Locale>>,
    theme: RwSignal<Theme>,
    address: RwSignal<String>,
    width: RwSignal<u32>,
    height: RwSignal<Option<u32>>,
    said: RwSignal<Option<(usize, String)>>,
}

/// The page.
pub fn workshop(app: App) -> Node {
    let here = platform::address();
    let here = here.split('?').next().unwrap_or_default().to_string();
    let it = Workshop {
        app,
        look: RwSignal::new(Embed::default()),
        accent: RwSignal::new(String::new()),
        locale: RwSignal::new(app.view.with_untracked(|view| view.locale)),
        theme: RwSignal::new(Theme::System),
        address: RwSignal::new(if here.starts_with("http") { here } else { EXAMPLE.to_string() }),
        // The wider one where there is room to see it.
        width: RwSignal::new(WIDTHS[usize::from(app.viewport_px.get_untracked().is_some_and(|width| width >= 1000.0))]),
        height: RwSignal::new(None),
        said: RwSignal::new(None),
    };
    // As long as the page.
    StoredValue::new_local(platform::on_height_of(TRIAL, move |height| {
        it.height.set(Some(height.clamp(1.0, 20_000.0) as u32));
    }));
    let intro = live(move || {
        of_class("div", "intro")
            .with(el("h1").with(app.msg(FarMsg::Embed)))
            .with(of_class("p", "lead").with(app.msg(FarMsg::EmbedLead)))
    });
    many([
        intro,
        of_class("div", "workshop")
            .with(of_class("div", "card making").with(live(move || many(it.choices()))))
            .with(of_class("div", "card trial").with(live(move || many(it.trial()))))
            .with(of_class("div", "card codes").with(live(move || many(it.codes()))))
            .into(),
    ])
}

impl Workshop {
    /// The page that is shown.
    fn page(self) -> Page {
        self.app.view.with(|view| subject(&view.kept, &self.app.package().data))
    }

    /// The view that is shown, as it is embedded.
    fn view(self) -> ViewState {
        let mut look = self.look.get();
        look.accent = self.accent().ok().flatten();
        let mut view = self.app.view.with(|view| embedded(view, self.page(), &look));
        view.locale = self.locale.get();
        view.theme = Some(self.theme.get()).filter(|theme| *theme != Theme::System);
        view
    }

    /// The colour that was typed, if any, or why it is not taken.
    fn accent(self) -> Result<Option<Accent>, NoAccent> {
        self.accent.with(|typed| accent(typed, self.theme.get()))
    }

    fn choices(self) -> Vec<Node> {
        let app = self.app;
        vec![
            el("h2").with(app.msg(FarMsg::EmbedWhat)).into(),
            self.what(),
            self.place(),
            el("h2").with(app.msg(FarMsg::EmbedLook)).into(),
            self.language(),
            self.theme(),
            self.switches(),
            self.colour(),
        ]
    }

    fn what(self) -> Node {
        let app = self.app;
        let voice = app.voice();
        let context = voice.context();
        let now = self.page();
        let mut pages = vec![Page::Overview, Page::Compare, Page::Practices, Page::Atlas];
        let main = OverviewChart::main(context.data).into_iter().chain(context.other_charts());
        pages.extend(main.map(|chart| Page::Chart(chart, None)));
        if !pages.contains(&now) {
            pages.push(now);
        }
        let name = |page: Page| match page {
            Page::Overview => context.words.msg(FarMsg::EmbedWhole),
            page => context.page_name(page),
        };
        let options = pages.iter().enumerate().map(|(at, page)| {
            el("option").attr("value", at.to_string()).attr("selected", *page == now).with(name(*page))
        });
        let field = el("select").attr("id", "embed-what").with_all(options.collect::<Vec<_>>());
        let choose = move |event: &dyn Event| {
            let chosen = event.value().parse().ok().and_then(|at: usize| pages.get(at).copied());
            if let Some(page) = chosen {
                self.height.set(None);
                let view = about(&app.view.get_untracked(), page, &app.package().data);
                app.turn_to(view, Step::Same);
            }
        };
        labelled(self.app.msg(FarMsg::EmbedPage), "embed-what", field.on("change", choose))
    }

    fn place(self) -> Node {
        let field = el("input")
            .attr("id", "embed-address")
            .attr("type", "url")
            .attr("autocomplete", "off")
            .attr("value", self.address.get_untracked())
            .attr("aria-describedby", "embed-address-hint")
            .on("input", move |event| self.address.set(event.value()));
        let hint = live(move || {
            let msg = if self.base().is_some() { FarMsg::EmbedAddressHint } else { FarMsg::EmbedAddressBad };
            of_class("p", "hint").attr("id", "embed-address-hint").with(self.app.msg(msg))
        });
        many([labelled(self.app.msg(FarMsg::EmbedAddress), "embed-address", field), hint])
    }

    /// The address of the page, if it can be one.
    fn base(self) -> Option<String> {
        let typed = self.address.get();
        let typed = typed.trim().split(['#', '?']).next().unwrap_or_default().to_string();
        let (scheme, rest) = typed.split_once("://")?;
        let is_address = matches!(scheme, "http" | "https") && !rest.is_empty() && !rest.contains(char::is_whitespace);
        is_address.then_some(typed)
    }

    fn language(self) -> Node {
        let now = self.locale.get();
        let auto = el("option").attr("value", "").attr("selected", now.is_none()).with(self.app.msg(Msg::ThemeSystem));
        let choose = move |event: &dyn Event| self.locale.set(Locale::from_code(&event.value()));
        let field = el("select").attr("id", "embed-language").on("change", choose).with(auto);
        labelled(self.app.msg(Msg::Language), "embed-language", field.with_all(locale_options(now)))
    }

    fn theme(self) -> Node {
        let choose = move |event: &dyn Event| {
            if let Some(theme) = Theme::from_code(&event.value()) {
                self.theme.set(theme);
            }
        };
        let field = el("select").attr("id", "embed-theme").on("change", choose);
        labelled(self.app.msg(Msg::Theme), "embed-theme", field.with_all(theme_options(self.app, self.theme.get())))
    }

    fn switches(self) -> Node {
        let look = self.look.get();
        let has_twin = matches!(self.page(), Page::Chart(..));
        let switch = |is: bool, msg: FarMsg, change: fn(&mut Embed)| {
            let field = el("input").attr("type", "checkbox").attr("checked", is).on("change", move |_| {
                self.height.set(None);
                self.look.update(change);
            });
            el("label").with(field).with(" ").with(self.app.msg(msg))
        };
        of_class("div", "switch-list")
            .with(switch(look.title, FarMsg::EmbedTitle, |look| look.title = !look.title))
            .with(switch(look.filters, FarMsg::EmbedFilters, |look| look.filters = !look.filters))
            .with(switch(look.border, FarMsg::EmbedBorder, |look| look.border = !look.border))
            .with(has_twin.then(|| switch(look.twin, FarMsg::EmbedTwin, |look| look.twin = !look.twin)))
            .into()
    }

    fn colour(self) -> Node {
        let field = el("input")
            .attr("id", "embed-accent")
            .attr("autocomplete", "off")
            .attr("maxlength", "7")
            .attr("placeholder", "a63a24")
            .attr("value", self.accent.get_untracked())
            .attr("aria-describedby", "embed-accent-why")
            .on("change", move |event| self.accent.set(event.value()));
        let why = live(move || {
            let voice = self.app.voice();
            let words = voice.context().words;
            let why = self.accent().err().map(|why| match why {
                NoAccent::Unread => words.msg(FarMsg::EmbedAccentUnread),
                NoAccent::Faint(ratio) => words.fill(FarMsg::EmbedAccentFaint, &[&format!("{ratio:.1}")]),
            });
            of_class("p", "hint").attr("id", "embed-accent-why").attr("role", "status").with(why)
        });
        many([labelled(self.app.msg(FarMsg::EmbedAccent), "embed-accent", field), why])
    }

    fn trial(self) -> Vec<Node> {
        let app = self.app;
        let view = self.view();
        let package = app.package();
        // Another page is another visit; all else the page inside follows by its fragment.
        let [here, page] = [platform::address(), url::word_of(view.page, &package.data)];
        let here = here.split('?').next().unwrap_or_default();
        let source = [here, "?", &page, "#", &url::encode(&view, &package.data, &package.tables)].concat();
        let width = self.width.get();
        let choice = |px: u32| {
            button("", move |_| {
                self.height.set(None);
                self.width.set(px);
            })
            .aria("aria-pressed", px == width)
            .with(px.to_string())
        };
        let widths = of_class("div", "scales")
            .attr("role", "group")
            .attr("aria-label", app.msg(FarMsg::EmbedWidth))
            .with_all(WIDTHS.map(choice));
        let measured = live(move || {
            let voice = app.voice();
            let words = voice.context().words;
            let said = match self.height.get() {
                Some(height) => words.fill(FarMsg::EmbedHeight, &[&height.to_string()]),
                None => words.msg(FarMsg::EmbedMeasuring),
            };
            of_class("p", "hint").attr("role", "status").with(said)
        });
        let frame = live(move || {
            el("iframe")
                .attr("id", TRIAL)
                .attr("title", app.msg(FarMsg::EmbedPreview))
                .attr("src", source.clone())
                .attr("width", width.to_string())
                .attr("height", self.height.get().unwrap_or(FIRST_PX).to_string())
        });
        vec![
            el("h2").with(app.msg(FarMsg::EmbedPreview)).into(),
            of_class("div", "trial-tools").with(widths).into(),
            measured,
            of_class("div", "trial-frame")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", app.msg(FarMsg::EmbedPreview))
                .with(frame)
                .into(),
        ]
    }

    fn codes(self) -> Vec<Node> {
        let app = self.app;
        let voice = app.voice();
        let context = voice.context();
        let words = context.words;
        let Some(base) = self.base() else {
            return vec![of_class("p", "hint").with(words.msg(FarMsg::EmbedAddressBad)).into()];
        };
        let view = self.view();
        let chart = match view.page {
            Page::Chart(chart, None) => Some(ChartId::Whole(chart)),
            Page::Chart(_, Some(definition)) => Some(ChartId::Ranked(definition)),
            _ => None,
        };
        let file = chart.map(|chart| ["linpu-", &chart.code(context.data), ".svg"].concat());
        let height = self.height.get().unwrap_or(FIRST_PX);
        let Snippets { frame, resized, picture, .. } = context.snippets(&view, &base, height, file.as_deref());
        let save = chart.map(|chart| {
            let press = move |kind: Download| {
                app.when_rest(move |rest| {
                    let voice = app.voice();
                    let card = Arc::new((rest.card)(app, chart));
                    let words = voice.context().words.clone();
                    let told = move |done: Result<(), platform::Fault>| {
                        let fault = done.err().map(|fault| words.fill(Msg::DownloadFailed, &[&why(&words, fault)]));
                        self.said.set(fault.map(|fault| (2, fault)));
                    };
                    (rest.save)(app, card, kind, std::rc::Rc::new(told));
                })
            };
            [(Download::Svg, FarMsg::DownloadSvg), (Download::Png, FarMsg::DownloadPng)]
                .map(|(kind, msg)| button("plain", move |_| press(kind)).with(app.msg(msg)))
        });
        let mut nodes = vec![
            el("h2").with(words.msg(FarMsg::EmbedCode)).into(),
            self.code(0, FarMsg::EmbedPlain, FarMsg::EmbedPlainHint, frame, None),
            self.code(1, FarMsg::EmbedResized, FarMsg::EmbedResizedHint, resized, None),
        ];
        nodes.extend(
            picture.map(|code| self.code(2, FarMsg::EmbedPicture, FarMsg::EmbedPictureHint, code, save.map(Vec::from))),
        );
        let hints = [FarMsg::EmbedHostFrame, FarMsg::EmbedHostOwn, FarMsg::EmbedHostSandbox];
        nodes.push(el("h3").with(words.msg(FarMsg::EmbedHost)).into());
        nodes.push(of_class("ul", "links").with_all(hints.map(|hint| el("li").with(words.msg(hint)))).into());
        nodes
    }

    fn code(
        self,
        at: usize,
        title: impl Message,
        hint: impl Message,
        code: String,
        more: Option<Vec<Element>>,
    ) -> Node {
        let app = self.app;
        let id = ["embed-code-", &at.to_string()].concat();
        let (home, text) = (id.clone(), code.clone());
        let copy = move |_: &dyn Event| {
            let said = move |done: bool| {
                let msg = if done { FarMsg::EmbedCopied } else { FarMsg::EmbedNotCopied };
                self.said.set(Some((at, app.msg(msg))));
            };
            platform::copy(&text, &home, said);
        };
        let said = live(move || {
            let said = self.said.get().filter(|(of, _)| *of == at).map(|(_, said)| said);
            of_class("span", "detail").attr("role", "status").with(said)
        });
        of_class("section", "code")
            .attr("id", id.clone())
            .with(el("h3").with(app.msg(title)))
            .with(of_class("p", "hint").with(app.msg(hint)))
            .with(
                el("textarea")
                    .attr("readonly", true)
                    .attr("rows", "3")
                    .attr("spellcheck", "false")
                    .attr("aria-label", app.msg(FarMsg::EmbedCode))
                    .with(code),
            )
            .with(
                of_class("div", "actions")
                    .with(button("plain", copy).with(app.msg(FarMsg::EmbedCopy)))
                    .with_all(more.unwrap_or_default())
                    .with(said),
            )
            .into()
    }
}

/// A field under its name.
fn labelled(name: String, id: &'static str, field: Element) -> Node {
    of_class("div", "field").with(el("label").attr("for", id).with(name)).with(field).into()
}
