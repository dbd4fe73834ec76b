//! What every component shares: the package, the view, and what follows from both.

mod filters;
mod own;
mod turns;

pub use filters::{Filters, Open, SHEET, SHEET_BUTTON};
pub use own::FORM;
pub use turns::{LATER, Turns};

use super::element::{Element, Event, Node, live};
use super::platform::{self, Arrival, Fault};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use linpu::chart::Scene;
use linpu::model::{ObservationId, PracticeId};
use linpu::present::card::ChartCard;
use linpu::present::facets::Menu;
use linpu::present::layout::{Draw, PAPER_PX};
use linpu::present::search::Hit;
use linpu::present::strip::Look;
use linpu::present::{Context, Package};
use linpu::query::{Found, Selection};
use linpu::state::{Action, ChartId, Full, Page, Theme, ViewState, url};
use linpu::text::{Locale, Message, Msg, Words};
use linpu::wire::own::{OwnEntry, OwnFinding};
use std::rc::Rc;
use std::sync::Arc;

/// The id of the element that holds the page.
pub const MAIN: &str = "main";

/// The id of the box in which the table of all figures scrolls.
pub const ROWS: &str = "rows";

/// The id of the row of a practice with a key.
pub fn practice_place(key: &str) -> String {
    ["practice-", key].concat()
}

/// What is folded on the screen and open on paper.
const FOLDED: &str = "main details:not([open]):not(.pairs)";

const KEY_LOCALE: &str = "linpu.locale";
const KEY_THEME: &str = "linpu.theme";

/// The program's state. Data flows one way: [`App::act`] changes the view, everything shown is derived from it.
#[derive(Clone, Copy)]
pub struct App {
    /// The package as it came, without a community of one's own.
    base: StoredValue<Arc<Package>>,
    package: RwSignal<Arc<Package>>,
    /// The figures of one's own community as typed, and the rows of it that cannot be used.
    pub own: RwSignal<(OwnEntry, Vec<OwnFinding>)>,
    /// Where they are kept, or why they are not.
    pub own_kept: RwSignal<Msg>,
    /// What this window's rows are called by.
    own_tag: StoredValue<String>,
    /// What the person looks at.
    pub view: RwSignal<ViewState>,
    /// What a link carried that was not understood.
    pub ignored: RwSignal<Vec<url::Ignored>>,
    /// Whether what is said beside a mark was sent away; the next mark is spoken of again.
    pub is_quiet: RwSignal<bool>,
    /// What the last step had no room for.
    pub full: RwSignal<Option<Full>>,
    /// The width the page may fill; `None` where the first paint is written for every width.
    pub viewport_px: RwSignal<Option<f64>>,
    /// The day on which the page is being printed; `None` while it is read on a screen.
    pub printed_on: RwSignal<Option<String>>,
    /// The language in force.
    pub locale: Memo<Locale>,
    /// The language asked for; in force as soon as its words are there.
    pub wanted_locale: Memo<Locale>,
    /// The theme in force.
    pub theme: Memo<Theme>,
    /// The filters in force.
    pub selection: Memo<Selection>,
    /// How the reader looks at charts.
    pub look: Memo<Look>,
    /// The page shown.
    pub page: Memo<Page>,
    found: Memo<Arc<Found>>,
    /// Which charts are worked out now.
    pub turns: Turns,
    /// Whether the open receipt made a step of history, which closing it takes back.
    receipt_is_a_step: StoredValue<bool>,
    /// What the rest of the program does, once it is there.
    rest: RwSignal<Option<&'static Rest>>,
    /// What waits for it.
    waiting: StoredValue<Vec<Waiting>, LocalStorage>,
    /// The link the page was opened with and what the first part of the data made of it.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the first paint is not completed"))]
    opened_with: StoredValue<(String, ViewState)>,
}

/// Something to do as soon as the rest of the program is there.
type Waiting = Box<dyn FnOnce(&'static Rest)>;

/// What the later half of the program does for the earlier. Who holds it may call it: the seam (`rest`) hands it over only
/// when all of that half has arrived.
pub struct Rest {
    /// Puts the rest of the data into the program: the first part, the rest. Fails with words for the log.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the first paint is not completed"))]
    pub complete: Complete,
    /// Every page.
    pub page: fn(App, Page) -> Node,
    /// What pages are called that the first half has no name for.
    pub name: fn(App, Page) -> String,
    /// What a receipt says.
    pub receipt: fn(App, ObservationId) -> Node,
    /// What makes finds of what is typed.
    pub finder: fn(App) -> Finder,
    /// The lines of what was found, one of them active, and what follows one.
    pub hits: fn(App, Vec<Hit>, Option<usize>, Follow) -> Node,
    /// A menu of filters.
    pub popover: fn(Filters, String, &Menu) -> Element,
    /// All filters over the page.
    pub sheet: fn(Filters) -> Node,
    /// How to read a chart, who is silent, and its sources: all of them, or many as a number.
    pub sources: fn(App, &ChartCard, bool) -> Node,
    /// What stands at the end of what is printed.
    pub at_end: fn(App) -> Node,
    /// The table twin of a chart, a row for each mark of its drawing.
    pub twin: fn(App, &ChartCard, &Scene) -> Element,
    /// What the menu of a chart offers: the beginning of its ids, whether the chart is a table now, what is told of a choice.
    pub menu: fn(App, String, bool, Choosing) -> Element,
    /// Hands a chart over as a file.
    pub save: fn(App, Arc<ChartCard>, Download, Saving),
    /// Goes where the code of a chart is made.
    pub embed: fn(App, ChartId),
    /// Copies the link to the view, beside the element of an id, and tells whether it could.
    pub copy_link: fn(App, String, Copying),
    /// The marks of a drawing as elements with names, over its picture, in the plot of an id: for whoever does not see it.
    pub marks: fn(App, &Scene, String) -> Node,
    /// A ring around a mark of a drawing.
    pub ring: fn(&Scene, usize) -> Option<Element>,
    /// The mark at a place of a drawing, which is fractions of its width and height.
    pub under: fn(&Scene, (f64, f64)) -> Option<usize>,
    /// What a key means in a drawing in the plot of an id, at a mark of it; without its event, where it was pressed before.
    pub press: Press,
    /// The field that goes to a part of the page.
    pub go_to: fn(App) -> Node,
    /// What stands behind the page.
    pub behind: fn(App) -> Node,
    /// The switch for older readers, alone or with all sizes.
    pub reading: fn(App, bool) -> Node,
    /// What is said beside a mark of a drawing, in the plot of an id.
    pub readout: fn(App, &Scene, usize, String) -> Node,
    /// Goes where the mark of a key leads.
    pub follow: fn(App, String),
    /// Draws charts of every kind.
    pub draw: Draw,
    /// A chart that only later pages show.
    pub card: fn(App, ChartId) -> ChartCard,
}

/// Reads both parts of the data.
pub type Complete = fn(App, &'static [u8], &[u8]) -> Result<(), String>;

/// What is found for what is typed.
pub type Finder = Rc<dyn Fn(&str) -> Vec<Hit>>;

/// What follows the find of a place.
pub type Follow = Rc<dyn Fn(usize)>;

/// What is told what was chosen from a menu; nothing, where it is left.
pub type Choosing = Rc<dyn Fn(Option<Offer>)>;

/// Reads a key in a drawing: the plot's id, the mark it is at, the key, its event.
pub type Press = fn(&Scene, String, Option<usize>, &str, Option<&dyn Event>) -> Option<Pressed>;

/// What a key does in a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pressed {
    /// Goes to a mark, or leaves it.
    Point(Option<usize>),
    /// Goes where a mark leads.
    Open(usize),
}

/// What the menu of a chart offers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// The table twin in the place of the picture, and back.
    Table,
    /// A file.
    File(Download),
    /// The address of this view.
    Link,
    /// The code that shows the chart in another page.
    Embed,
}

/// What is told whether a text was copied.
pub type Copying = Rc<dyn Fn(bool)>;
/// What is told whether a file was handed over.
pub type Saving = Rc<dyn Fn(Result<(), Fault>)>;

/// A kind of file a chart is handed over as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Download {
    /// Its figures for programs.
    Csv,
    /// Its figures for people.
    Readable,
    /// The same as a workbook.
    Workbook,
    /// The picture, to be scaled.
    Svg,
    /// The picture in pixels.
    Png,
}

impl App {
    /// The program on a package, with the view that the address names.
    pub fn new(package: Package) -> App {
        let base = Arc::new(package);
        let package = base.clone();
        let fragment = platform::fragment();
        let (view, ignored) = url::decode(&fragment, &package.data, &package.tables);
        let opened_with = StoredValue::new((fragment, view.clone()));
        let package = RwSignal::new(package);
        let view = RwSignal::new(view);
        let remembered_locale = platform::remembered(KEY_LOCALE).and_then(|code| Locale::from_code(&code));
        let remembered_theme = platform::remembered(KEY_THEME).and_then(|code| Theme::from_code(&code));
        let selection = Memo::new(move |_| view.with(|view| view.selection.clone()));
        let look = Memo::new(move |_| {
            view.with(|view| Look {
                scale: view.scale,
                lit: view.comparison.highlight,
                is_whole: matches!(view.page, Page::Chart(..)),
            })
        });
        let found = Memo::new(move |_| {
            let package = package.get();
            Arc::new(selection.with(|selection| package.tables.find(selection)))
        });
        App {
            base: StoredValue::new(base),
            package,
            own: RwSignal::new(Default::default()),
            own_kept: RwSignal::new(Msg::OwnKept),
            own_tag: StoredValue::new(platform::tag()),
            view,
            ignored: RwSignal::new(ignored),
            is_quiet: RwSignal::new(false),
            full: RwSignal::new(None),
            viewport_px: RwSignal::new(platform::viewport_width()),
            printed_on: RwSignal::new(None),
            // Other languages come with the rest of the package.
            locale: Memo::new(move |_| match package.with(|package| package.is_complete) {
                true => view.with(|view| view.locale).or(remembered_locale).unwrap_or_default(),
                false => Locale::ZhHans,
            }),
            wanted_locale: Memo::new(move |_| view.with(|view| view.locale).or(remembered_locale).unwrap_or_default()),
            theme: Memo::new(move |_| view.with(|view| view.theme).or(remembered_theme).unwrap_or_default()),
            selection,
            look,
            page: Memo::new(move |_| view.with(|view| view.page)),
            found,
            turns: Turns::new(),
            receipt_is_a_step: StoredValue::new(false),
            rest: RwSignal::new(None),
            waiting: StoredValue::new_local(Vec::new()),
            opened_with,
        }
    }

    /// Keeps the view, the address and the document in step.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the first paint is not connected"))]
    pub fn connect(self) {
        platform::take_over_scrolling(&[ROWS]);
        self.settle();
        platform::on_fragment_change(move || {
            let package = self.package.get_untracked();
            let (view, ignored) = url::decode(&platform::fragment(), &package.data, &package.tables);
            let (turned, opened) = self.view.with_untracked(|before| {
                (view.page != before.page, view.practice.filter(|_| view.practice != before.practice))
            });
            self.ignored.set(ignored);
            self.show(view);
            if platform::arrived_at() == Arrival::New {
                if turned {
                    platform::want_top();
                }
                self.want_practice(opened);
            }
            self.settle();
        });
        platform::on_resize(move || {
            let width = platform::viewport_width();
            if width != self.viewport_px.get_untracked() {
                self.viewport_px.set(width);
            }
        });
        platform::on_print(FOLDED, move |day| {
            self.turns.end();
            self.printed_on.set(day);
        });
        let name = RenderEffect::new(move |_| {
            let page = self.page.get();
            // What the first half has no name for has to arrive.
            let title = self.voice().context().title(page);
            let title = title.or_else(|| Some((self.rest.get()?.name)(self, page))).unwrap_or_default();
            let title = format!("{title} · {}", self.msg(Msg::AppName));
            platform::set_document(self.locale.get().html_lang(), &title, self.theme.get().code());
        });
        let rest = RenderEffect::new(move |_| {
            let on_first = self.page.get() == Page::Overview;
            let says_more = self.view.with(|view| view.receipt.is_some() || view.size.is_some());
            if !on_first || says_more || self.wanted_locale.get() != Locale::ZhHans {
                self.rest();
            }
        });
        // As long as the page.
        std::mem::forget((name, rest));
        platform::after_frame(move || self.turns.go_on());
    }

    /// The width the page has: that of the paper while it is printed.
    pub fn page_px(self) -> Option<f64> {
        match self.printed_on.with(Option::is_some) {
            true => Some(PAPER_PX),
            false => self.viewport_px.get(),
        }
    }

    /// Carries out what a person does, and writes it into the address.
    pub fn act(self, action: Action) {
        self.act_all(vec![action]);
    }

    /// Carries out what belongs together as one step of history.
    pub fn act_all(self, actions: Vec<Action>) {
        let closes = actions == [Action::Close];
        let opens = matches!(actions[..], [Action::Open(_)]);
        // Every letter, and every row opened in place, would be a step back otherwise.
        let stays = matches!(actions[..], [Action::FindPractices(_) | Action::OpenPractice(_)]);
        let page = self.page.get_untracked();
        for action in &actions {
            match action {
                Action::ChooseLocale(locale) => drop(platform::remember(KEY_LOCALE, locale.code())),
                Action::ChooseTheme(theme) => drop(platform::remember(KEY_THEME, theme.code())),
                _ => {}
            }
        }
        let (view, fragment, full) = self.after(&self.view.get_untracked(), actions);
        self.show(view);
        if full != self.full.get_untracked() {
            self.full.set(full);
        }
        if closes && self.receipt_is_a_step.get_value() {
            self.receipt_is_a_step.set_value(false);
            return platform::back();
        }
        let step = if closes || stays { platform::Step::Same } else { platform::Step::New };
        let made_a_step = platform::set_fragment(&fragment, step);
        self.receipt_is_a_step.set_value(opens && made_a_step);
        if self.page.get_untracked() != page {
            platform::want_top();
            self.settle();
        }
    }

    /// Turns to another view.
    pub fn turn_to(self, view: ViewState, step: platform::Step) {
        let fragment = untrack(|| self.fragment(&view));
        let turned = view.page != self.page.get_untracked();
        self.show(view);
        platform::set_fragment(&fragment, step);
        if turned {
            platform::want_top();
            self.settle();
        }
    }

    /// The whole address of a view.
    pub fn address_of(self, view: &ViewState) -> String {
        [&platform::address(), "#", &self.fragment(view)].concat()
    }

    /// Shows a view, what is seen of it first.
    fn show(self, view: ViewState) {
        // Another page has other charts in sight, and another language is one: nothing of it waits.
        match self.view.with_untracked(|before| view.page == before.page && view.locale == before.locale) {
            true => self.turns.put_off(),
            false => self.turns.end(),
        }
        self.view.set(view);
        self.turns.go_on();
    }

    /// Goes to the place on the page that is wanted, as soon as the page can be drawn.
    fn settle(self) {
        let is_drawn = self.rest.with_untracked(Option::is_some) || self.page.get_untracked() == Page::Overview;
        if is_drawn {
            if platform::wants_a_place() {
                self.turns.end();
            }
            platform::settle();
        }
    }

    /// What a link opens is to be seen, wherever it stands on its page.
    fn want_practice(self, practice: Option<PracticeId>) {
        if let Some(id) = practice {
            platform::want_element(
                self.package.with_untracked(|package| practice_place(&package.data.practice(id).key)),
            );
        }
    }

    fn fragment(self, view: &ViewState) -> String {
        let package = self.package.get();
        url::encode(view, &package.data, &package.tables)
    }

    /// The address of this view after an action, for links that can be opened in a new tab.
    pub fn href(self, action: Action) -> String {
        self.href_all(vec![action])
    }

    /// The address of this view after several actions.
    pub fn href_all(self, actions: Vec<Action>) -> String {
        self.view.with(|view| ["#", &self.after(view, actions).1].concat())
    }

    fn after(self, view: &ViewState, actions: Vec<Action>) -> (ViewState, String, Option<Full>) {
        let package = self.package.get();
        url::after(view, actions, &package.data, &package.tables)
    }

    /// The package in the language in force.
    pub fn voice(self) -> Voice {
        let package = self.package.get();
        let words = Words::new(self.locale.get(), package.lexicon.clone());
        Voice { package, words }
    }

    /// What the filters leave.
    pub fn found(self) -> Arc<Found> {
        self.found.get()
    }

    /// A message in the language in force.
    pub fn msg(self, msg: impl Message) -> String {
        self.voice().words.msg(msg)
    }

    /// A message as a text that follows the language.
    pub fn t(self, msg: impl Message + 'static) -> Node {
        live(move || self.msg(msg))
    }

    /// The package.
    pub fn package(self) -> Arc<Package> {
        self.package.get()
    }

    /// The rest of the program, if it is there. Nobody is in a hurry: it comes by itself when the page has come to rest.
    pub fn rest_by_now(self) -> Option<&'static Rest> {
        self.rest.get()
    }

    /// The rest of the program, if it is there; else it is asked for.
    pub fn rest(self) -> Option<&'static Rest> {
        let rest = self.rest.get();
        if rest.is_none() {
            platform::want_rest();
        }
        rest
    }

    /// Does something that needs the whole program: now, or as soon as it is there.
    pub fn when_rest(self, act: impl FnOnce(&'static Rest) + 'static) {
        match untrack(|| self.rest()) {
            Some(rest) => act(rest),
            None => self.waiting.update_value(|waiting| waiting.push(Box::new(act))),
        }
    }

    /// The rest of the program is there.
    #[cfg_attr(not(any(target_arch = "wasm32", test)), allow(dead_code, reason = "the first paint is not completed"))]
    pub fn join(self, rest: &'static Rest) {
        self.rest.set(Some(rest));
        self.settle();
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        waiting.into_iter().for_each(|act| act(rest));
    }
}

/// A package in one language, kept for as long as something is said.
pub struct Voice {
    package: Arc<Package>,
    words: Words,
}

impl Voice {
    /// What view models are made from.
    pub fn context(&self) -> Context<'_> {
        Context::new(&self.package, &self.words)
    }
}
