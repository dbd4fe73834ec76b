//! A chart with everything that belongs to it: title, metric, picture, sources, table twin, and a menu to share it.

use super::figure::{link_out, tongues};
use super::scene::picture;
use crate::app::context::{App, Download, Offer, Pressed, Rest};
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform::{self, Fault};
use leptos::prelude::*;
use linpu::chart::draw::early;
use linpu::chart::{Scene, Spec};
use linpu::present::Context;
use linpu::present::card::ChartCard;
use linpu::present::figures::SourceLine;
use linpu::present::layout::{self, Draw, Drawn, Room};
use linpu::state::{Action, ChartId, OverviewChart, Page, ScaleChoice};
use linpu::text::{Msg, Words};
use std::rc::Rc;
use std::sync::Arc;

/// A chart on the page.
#[derive(Clone, Copy)]
struct Figure {
    app: App,
    id: ChartId,
    is_wide: bool,
    card: Memo<Arc<ChartCard>>,
    /// The picture for the width there is; for the first paint, one for each width.
    drawn: Memo<Arc<Vec<Drawn>>>,
    /// The mark the pointer or the arrows are at, and the drawing it belongs to: in another one its number means nothing.
    pointed: RwSignal<Option<(Arc<Vec<Drawn>>, usize)>>,
    /// Where the arrows were when the focus went.
    left: RwSignal<Option<(Arc<Vec<Drawn>>, usize)>>,
    as_table: RwSignal<bool>,
    menu_is_open: RwSignal<bool>,
    /// Whether it is shown where the page is narrow and later charts are folded.
    unfolded: RwSignal<bool>,
    sources_are_open: RwSignal<bool>,
    said: RwSignal<Option<Said>>,
}

/// What became of something that was asked for.
#[derive(Clone)]
enum Said {
    Failed(Fault),
    Copied(bool),
}

/// One chart, where charts of its kind stand.
pub fn chart(app: App, id: ChartId) -> Node {
    chart_in(app, id, id.room())
}

/// One chart in a certain room.
pub fn chart_in(app: App, id: ChartId, room: Room) -> Node {
    // Not followed: what is made once stays when the package grows.
    let section = untrack(|| ["chart-", &id.code(&app.package().data)].concat());
    if room == Room::Column {
        app.turns.wait_at_first(section.clone());
    }
    let turn = section.clone();
    let card = remembered(move |before: Option<&Arc<ChartCard>>| {
        if let Some(before) = before.filter(|_| !app.turns.has_come(&turn)) {
            return before.clone();
        }
        let voice = app.voice();
        let context = voice.context();
        Arc::new(match id {
            ChartId::Overview(OverviewChart::Group(group)) => {
                context.group_card(group, &app.found(), &app.selection.get(), app.look.get())
            }
            id => match app.rest_by_now() {
                Some(rest) => (rest.card)(app, id),
                None => context.waiting_card(id),
            },
        })
    });
    let drawn = remembered(move |before: Option<&Arc<Vec<Drawn>>>| {
        if !app.turns.has_come(&section) {
            return before.cloned().unwrap_or_default();
        }
        let card = card.get();
        // What the first half draws is not drawn once more when the rest comes.
        let is_early = matches!(card.spec, Spec::StripChart(_));
        let late = (!is_early).then(|| app.rest_by_now()).flatten();
        let draw = late.map_or(early as Draw, |rest| rest.draw);
        Arc::new(layout::drawn(app.page_px(), room, &card.spec, draw))
    });
    let figure = Figure {
        app,
        id,
        is_wide: room == Room::Page,
        card,
        drawn,
        pointed: RwSignal::new(None),
        left: RwSignal::new(None),
        as_table: RwSignal::new(false),
        menu_is_open: RwSignal::new(false),
        unfolded: RwSignal::new(false),
        sources_are_open: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    live(move || figure.section())
}

/// What follows only what really changed. What waits for its turn is the same as before: nobody looks inside.
fn remembered<T>(make: impl Fn(Option<&Arc<T>>) -> Arc<T> + Send + Sync + 'static) -> Memo<Arc<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new_with_compare(make, |before, now| match (before, now) {
        (Some(before), Some(now)) => !Arc::ptr_eq(before, now) && before != now,
        _ => true,
    })
}

impl Figure {
    /// The id of a part of the chart.
    fn id(self, room: &str, part: &str) -> String {
        [room, &self.id.code(&self.app.package().data), part].concat()
    }

    fn section(self) -> Element {
        let card = self.card.get();
        let voice = self.app.voice();
        let context = voice.context();
        let words = context.words;
        let as_table = self.as_table.get();
        let twin = as_table.then(|| match self.app.rest() {
            Some(rest) => Node::from(self.with_scene(|scene| Some((rest.twin)(self.app, &card, scene)))),
            None => Node::from(words.msg(Msg::StillLoading)),
        });
        let class = match (self.is_wide, self.unfolded.get()) {
            (true, true) => "card chart wide unfolded",
            (true, false) => "card chart wide",
            (false, true) => "card chart unfolded",
            (false, false) => "card chart",
        };
        let head = of_class("div", if card.scale.is_some() { "card-head with-scales" } else { "card-head" }).with(
            el("div")
                .with(el("h2").attr("id", self.id("chart-", "-title")).with(self.title(&card)))
                .with(of_class("p", "metric").with(card.summary.clone())),
        );

        let unfold = button("unfold", move |_| self.unfolded.set(true)).with(words.msg(Msg::Unfold)).with(" ▾");
        of_class("section", class)
            .attr("id", self.id("chart-", ""))
            .attr("aria-labelledby", self.id("chart-", "-title"))
            .with(head)
            .with((!card.warning.is_empty()).then(|| of_class("p", "warning").with(card.warning.clone())))
            .with(unfold)
            .with(el("div").attr("hidden", as_table).with(live(move || self.plot())))
            .with(twin)
            .with(
                of_class("div", "card-foot")
                    .with(self.sources(words, &card))
                    .with(card.scale.map(|scale| self.scales(words, scale)))
                    .with(live(move || self.menu())),
            )
            .with(of_class("p", "said").attr("role", "status").with(live(move || Node::from(self.said()))))
    }

    /// What became of what was asked for last.
    fn said(self) -> Option<String> {
        let voice = self.app.voice();
        let words = voice.context().words;
        Some(match self.said.get()? {
            Said::Failed(fault) => words.fill(Msg::DownloadFailed, &[&said(words, fault)]),
            Said::Copied(true) => words.msg(Msg::LinkCopied),
            Said::Copied(false) => words.msg(Msg::LinkNotCopied),
        })
    }

    /// The menu of what one can do with the chart.
    fn menu(self) -> Element {
        let is_open = self.menu_is_open.get();
        let (whole, opener) = (self.id("menu-", ""), self.id("menu-", "-button"));
        // Only who opens it is in a hurry for the later half.
        let items = is_open.then(|| self.app.rest()).flatten().map(|rest| {
            let choose = move |offer: Option<Offer>| {
                self.show_menu(false);
                offer.into_iter().for_each(|offer| self.take(offer));
            };
            (rest.menu)(self.app, self.id("menu-", ""), self.as_table.get(), Rc::new(choose))
        });
        let toggle = button("menu-toggle", move |_| self.show_menu(!is_open))
            .attr("id", opener)
            .attr("aria-haspopup", "menu")
            .aria("aria-expanded", is_open)
            .attr("aria-label", self.app.msg(Msg::ShareMenu))
            .on("keydown", move |event| {
                // Until the menu has the focus, its keys are pressed here.
                let wants = match event.key().as_str() {
                    "ArrowDown" => true,
                    "Escape" if is_open => false,
                    _ => return,
                };
                event.prevent_default();
                self.show_menu(wants);
            })
            .with("⋯ ")
            .with(el("span").with(self.app.msg(Msg::ShareMenu)));
        // What reports are made of is one step away; where there is room.
        let save = button("quick", move |_| self.take(Offer::File(Download::Png)));
        let veil = is_open.then(|| of_class("div", "veil").on("click", move |_| self.menu_is_open.set(false)));
        of_class("div", "menu-of")
            .attr("id", whole.clone())
            .on("focusout", move |event| {
                if is_open && event.left(&whole) {
                    self.menu_is_open.set(false);
                }
            })
            .with(veil)
            .with(save.with(self.app.msg(Msg::SavePicture)))
            .with(toggle)
            .with(items)
    }

    /// Opens the menu at its first item as soon as it is there, or closes it and gives the focus back.
    fn show_menu(self, open: bool) {
        self.app.when_rest(move |_| {
            self.menu_is_open.set(open);
            platform::focus_later(&self.id("menu-", if open { "-0" } else { "-button" }));
        });
    }

    fn take(self, offer: Offer) {
        self.said.set(None);
        match offer {
            Offer::Table => self.as_table.update(|shown| *shown = !*shown),
            Offer::File(kind) => self.app.when_rest(move |rest| self.download(rest, kind)),
            Offer::Embed => self.app.when_rest(move |rest| (rest.embed)(self.app, self.id)),
            Offer::Link => self.app.when_rest(move |rest| {
                let done = move |copied| self.said.set(Some(Said::Copied(copied)));
                (rest.copy_link)(self.app, self.id("menu-", ""), Rc::new(done));
            }),
        }
    }

    fn download(self, rest: &Rest, kind: Download) {
        let report = move |done: Result<(), Fault>| self.said.set(done.err().map(Said::Failed));
        (rest.save)(self.app, self.card.get_untracked(), kind, Rc::new(report));
    }

    /// The title; on the overview it leads to the chart by itself.
    fn title(self, card: &ChartCard) -> Node {
        match self.id {
            ChartId::Overview(chart) => el("a")
                .attr("href", self.app.href(Action::Go(Page::Chart(chart, None))))
                .attr("title", self.app.msg(Msg::ChartAlone))
                .with(card.title.clone())
                .into(),
            _ => card.title.clone().into(),
        }
    }

    /// Where the figures come from and how to read them, folded to one line. What is folded is made when it is opened, or for paper.
    fn sources(self, words: &Words, card: &ChartCard) -> Element {
        let count = words.counted(card.sources.len(), Msg::Sources);
        of_class("details", "sources")
            .on("toggle", move |event| self.sources_are_open.set(event.is_open()))
            .with(el("summary").with(count).with(of_class("span", "arrow").attr("aria-hidden", "true").with("▸")))
            .with(live(move || {
                let app = self.app;
                // Without a program there is nothing to open it with: the first paint has the words in it.
                if cfg!(not(target_arch = "wasm32")) && app.viewport_px.get().is_none() {
                    return sources_in_words(app, &self.card.get(), false);
                }
                let is_open = self.sources_are_open.get() || app.printed_on.get().is_some();
                let Some(card) = is_open.then(|| self.card.try_get()).flatten() else { return Node::Nothing };
                match app.rest() {
                    Some(rest) => (rest.sources)(app, &card, true),
                    None => app.msg(Msg::StillLoading).into(),
                }
            }))
    }

    /// The switch between the scales.
    fn scales(self, words: &Words, scale: ScaleChoice) -> Element {
        let choice = |choice: ScaleChoice| {
            let name = match choice {
                ScaleChoice::Log => Msg::ScaleLog,
                ScaleChoice::Linear => Msg::ScaleLinear,
            };
            button("", move |_| self.app.act(Action::ChooseScale(choice)))
                .aria("aria-pressed", choice == scale)
                .with(words.msg(name))
        };
        of_class("div", "scales")
            .attr("role", "group")
            .attr("aria-label", words.msg(Msg::ScaleTitle))
            .with_all(ScaleChoice::ALL.map(choice))
    }

    /// The picture: one stop for Tab, arrows from point to point, Enter for the receipt, Esc to leave.
    fn plot(self) -> Node {
        // Called once more where the chart has just made way for another: there is nothing to draw then.
        let (Some(card), Some(drawn)) = (self.card.try_get(), self.drawn.try_get()) else { return Node::Nothing };
        let voice = self.app.voice();
        let context = voice.context();
        let frame = of_class("div", "plot-frame")
            .attr("id", self.id("plot-", "-frame"))
            .with(many(drawn.iter().map(|drawn| picture(&drawn.scene, drawn.class))))
            .with(live(move || {
                let rest = self.app.rest_by_now();
                Node::from(rest.and_then(|rest| {
                    self.with_scene(|scene| Some((rest.marks)(self.app, scene, self.id("plot-", ""))))
                }))
            }))
            .with(live(move || Node::from(self.ring())));
        let plot = of_class("div", "plot")
            .attr("id", self.id("plot-", ""))
            .attr("tabindex", "0")
            .attr("role", "application")
            .attr("aria-roledescription", context.words.msg(Msg::ChartRole))
            // The heading says the title.
            .attr("aria-label", card.summary.clone())
            .attr("aria-describedby", self.id("plot-", "-how"))
            .on("keydown", move |event| self.press(event))
            .on("mousemove", move |event| self.hover(event))
            .on("click", move |event| self.click(event))
            .on("focus", move |_| {
                if untrack(|| self.active()).is_none() {
                    self.pointed.set(self.left.get_untracked());
                    if untrack(|| self.active()).is_none() {
                        self.point(Some(0));
                    }
                }
            })
            .on("blur", move |_| {
                // What is taken out of the page loses the focus, too.
                if let Some(now) = self.pointed.try_get_untracked() {
                    self.left.set(now);
                    self.point(None);
                }
            })
            .with(frame);
        let how = of_class("p", "visually-hidden").attr("id", self.id("plot-", "-how"));
        let read = of_class("div", "readout").attr("role", "status").with(live(move || self.readout()));
        // What is said beside a mark is part of what the pointer may be over.
        let wrap = of_class("div", "plot-wrap").on("mouseleave", move |_| self.point(None)).with(plot).with(read);
        many([
            wrap,
            how.with(context.words.msg(Msg::ChartHow)),
            of_class("div", "key").with(keys(&context, &card, &drawn)),
        ])
    }

    /// The mark the pointer or the arrows are at.
    fn active(self) -> Option<usize> {
        let now = self.drawn.try_get()?;
        self.pointed.try_get()?.filter(|(drawn, _)| Arc::ptr_eq(drawn, &now) || *drawn == now).map(|(_, at)| at)
    }

    fn point(self, at: Option<usize>) {
        self.app.is_quiet.set(false);
        self.pointed.set(at.map(|at| (self.drawn.get_untracked(), at)));
    }

    /// Something of what is drawn.
    fn with_scene<T>(self, with: impl FnOnce(&Scene) -> Option<T>) -> Option<T> {
        self.drawn.get_untracked().first().and_then(|drawn| with(&drawn.scene))
    }

    fn ring(self) -> Option<Element> {
        let (active, rest) = (self.active()?, self.app.rest_by_now()?);
        self.with_scene(|scene| (rest.ring)(scene, active))
    }

    /// What is said of what the pointer or the arrows are at, beside it.
    fn readout(self) -> Node {
        let Some(at) = self.active() else { return Node::Nothing };
        let rest = self.app.rest();
        let said = rest
            .and_then(|rest| self.with_scene(|scene| Some((rest.readout)(self.app, scene, at, self.id("plot-", "")))));
        said.unwrap_or(Node::Nothing)
    }

    fn open(self, at: usize) {
        if let Some(key) = self.with_scene(|scene| Some(scene.marks.get(at)?.key.clone())) {
            self.app.when_rest(move |rest| (rest.follow)(self.app, key));
        }
    }

    fn press(self, event: &dyn Event) {
        let key = event.key();
        match untrack(|| self.app.rest()) {
            Some(rest) => self.walk(rest, &key, Some(event)),
            None => self.app.when_rest(move |rest| self.walk(rest, &key, None)),
        }
    }

    fn walk(self, rest: &Rest, key: &str, event: Option<&dyn Event>) {
        let active = untrack(|| self.active());
        match self.with_scene(|scene| (rest.press)(scene, self.id("plot-", ""), active, key, event)) {
            Some(Pressed::Point(to)) => self.point(to),
            Some(Pressed::Open(at)) => self.open(at),
            None => {}
        }
    }

    /// Where a pointer is in the picture, as fractions of its width and height.
    fn place(self, event: &dyn Event) -> (f64, f64) {
        platform::point_in(event, &self.id("plot-", "-frame")).unwrap_or((-1.0, -1.0))
    }

    /// The mark the pointer is at; asked of the later half, which says something of it.
    fn hover(self, event: &dyn Event) {
        let Some(rest) = untrack(|| self.app.rest()) else { return };
        let place = self.place(event);
        let at = self.with_scene(|scene| (rest.under)(scene, place));
        if at != untrack(|| self.active()) {
            self.point(at);
        }
    }

    fn click(self, event: &dyn Event) {
        let place = self.place(event);
        self.app.when_rest(move |rest| {
            if let Some(at) = self.with_scene(|scene| (rest.under)(scene, place)) {
                self.point(Some(at));
                self.open(at);
            }
        });
    }
}

/// How to read a chart, who is silent in it and where its figures come from: every source, or of many reports how many they are.
/// The program asks the later half for it ([`Rest::sources`]).
pub fn sources_in_words(app: App, card: &ChartCard, all: bool) -> Node {
    let voice = app.voice();
    let context = voice.context();
    let lines = context.source_lines(&card.sources, all);
    many([sources_notes(&context, card), source_list(&context, lines, "ul").into()])
}

/// How to read a chart, and who is silent.
pub fn sources_notes(context: &Context, card: &ChartCard) -> Node {
    let note = |class: &'static str, text: String| (!text.is_empty()).then(|| of_class("p", class).with(text));
    many([
        Node::from(note("note", card.note.clone())),
        // The picture counts who is silent; here they are named.
        Node::from(note("note missing-line", context.missing_line(card))),
    ])
}

/// Sources in a list of a kind.
pub fn source_list(context: &Context, lines: Vec<SourceLine>, list: &'static str) -> Element {
    of_class(list, "source").with_all(lines.into_iter().map(|source| {
        el("li").with(match source.url {
            Some(url) => link_out("", url, tongues(context.words, &source.text)),
            None => el("span").with(tongues(context.words, &source.text)),
        })
    }))
}

fn keys(context: &Context, card: &ChartCard, drawn: &[Drawn]) -> Node {
    many(drawn.iter().filter_map(|drawn| {
        let key = context.key(&card.spec, drawn.scene.width_px);
        (!key.ops.is_empty()).then(|| picture(&key, drawn.class))
    }))
}

/// Why a file was not handed over: in the browser's words where it has any.
pub fn said(words: &Words, fault: Fault) -> String {
    match fault {
        Fault::Said(why) => why,
        Fault::NotDrawn => words.msg(Msg::PictureNotDrawn),
        Fault::Absent => words.msg(Msg::BrowserLacks),
    }
}
