//! Practices as rows of two lines that open where they stand.
//!
//! Owns: which rows are open and which are folded. May use: what other far components show of figures and sources. Deliberately
//! absent: which practices there are and in what order (`linpu::present::practices`).

use super::receipt::facts;
use super::systems::{figure_list, line};
use crate::app::components::near::figure::link_out;
use crate::app::context::{App, practice_place};
use crate::app::element::{Element, Node, button, el, live, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use linpu::model::PracticeId;
use linpu::present::Context;
use linpu::present::atlas::SystemLink;
use linpu::present::practices::{PracticeCard, PracticeRow, opened};
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Words};

/// Rows shown of a folded list.
const SHOWN: usize = 4;

/// What is open among the practices of a page: the one of the view, which a link carries, and those opened before it.
#[derive(Clone, Copy)]
pub struct Rows {
    app: App,
    before: RwSignal<Vec<PracticeId>>,
    /// What was found, where it is little: open unless somebody closes it.
    few: Option<Memo<Vec<PracticeId>>>,
    closed: RwSignal<Vec<PracticeId>>,
}

impl Rows {
    /// With nothing open but what the view says.
    pub fn new(app: App) -> Rows {
        Rows { app, before: RwSignal::new(Vec::new()), few: None, closed: RwSignal::new(Vec::new()) }
    }

    /// With what was found open, where it is little.
    pub fn with_few(self, few: Memo<Vec<PracticeId>>) -> Rows {
        Rows { few: Some(few), ..self }
    }

    /// On paper all are open.
    fn is_open(self, id: PracticeId) -> bool {
        self.app.view.with(|view| view.practice == Some(id))
            || self.before.with(|before| before.contains(&id))
            || self.is_one_of_few(id) && !self.closed.with(|closed| closed.contains(&id))
            || self.app.printed_on.with(Option::is_some)
    }

    fn is_one_of_few(self, id: PracticeId) -> bool {
        self.few.is_some_and(|few| few.with(|few| few.contains(&id)))
    }

    /// Opens a practice or closes it. The others stay as they are, so that nothing on the screen moves but what is below it.
    fn toggle(self, id: PracticeId) {
        let in_view = self.app.view.with_untracked(|view| view.practice);
        if untrack(|| self.is_open(id)) {
            self.before.update(|before| before.retain(|other| *other != id));
            self.closed.update(|closed| closed.push(id));
            if in_view == Some(id) {
                self.app.act(Action::OpenPractice(None));
            }
        } else {
            self.closed.update(|closed| closed.retain(|other| *other != id));
            self.before.update(|before| before.extend(in_view));
            self.app.act(Action::OpenPractice(Some(id)));
        }
    }

    /// All rows of a list.
    pub fn list(self, rows: Vec<PracticeRow>) -> Element {
        of_class("div", "practice-rows").with_all(rows.into_iter().map(|row| self.row(row)))
    }

    /// The first rows of a list, those that are open, and a way to the others.
    pub fn folded(self, rows: Vec<PracticeRow>) -> Node {
        if rows.len() <= SHOWN + 1 {
            return self.list(rows).into();
        }
        let unfolded = RwSignal::new(false);
        let next = practice_place(&rows[SHOWN].key);
        live(move || {
            let is_whole = unfolded.get();
            let is_shown = |at: usize, row: &PracticeRow| is_whole || at < SHOWN || self.is_open(row.id);
            let shown: Vec<PracticeRow> =
                rows.iter().enumerate().filter(|(at, row)| is_shown(*at, row)).map(|(_, row)| row.clone()).collect();
            let hidden = rows.len() - shown.len();
            let voice = self.app.voice();
            let words = voice.context().words;
            let says = match is_whole {
                true => words.msg(FarMsg::PracticesFewer),
                false => words.fill(FarMsg::PracticesMore, &[&hidden.to_string()]),
            };
            let next = next.clone();
            let turn = button("go", move |_| {
                unfolded.set(!is_whole);
                // Whoever reads on by keys reads on with the first of the new rows.
                if !is_whole {
                    platform::focus_later(&next);
                }
            });
            let arrow = el("span").attr("aria-hidden", "true").with(if is_whole { " ▴" } else { " ▾" });
            let turn = (is_whole || hidden > 0).then(|| {
                of_class("p", "practice-fold").with(turn.aria("aria-expanded", is_whole).with(says).with(arrow))
            });
            self.list(shown).with(turn)
        })
    }

    fn row(self, row: PracticeRow) -> Node {
        let id = row.id;
        let is_open = Memo::new(move |_| self.is_open(id));
        live(move || {
            let row = row.clone();
            let is_open = is_open.get();
            let place = practice_place(&row.key);
            let inside = [&place, "-more"].concat();
            let said =
                of_class("span", "practice-said").with(of_class("span", "practice-problem").with(row.problem)).with(
                    of_class("span", "practice-second")
                        .with(of_class("span", "practice-action").with(row.action))
                        .with(
                            of_class("span", "practice-near").attr("aria-hidden", "true").with(row.community.clone()),
                        ),
                );
            let outcome = of_class("span", if row.is_reported { "practice-outcome" } else { "practice-outcome none" });
            let partly = (!row.partly.is_empty()).then(|| of_class("span", "partly").with(row.partly));
            let head = button("practice-row", move |_| self.toggle(id))
                .attr("id", place)
                .aria("aria-expanded", is_open)
                .attr("aria-controls", inside.clone())
                .with(said)
                .with(outcome.with(partly).with(row.outcome))
                .with(
                    of_class("span", "practice-where")
                        .with(el("span").with(row.community))
                        .with(of_class("span", "detail").with(row.place)),
                )
                .with(of_class("span", "arrow").attr("aria-hidden", "true").with(if is_open { "▾" } else { "▸" }));
            let more = is_open.then(|| {
                let voice = self.app.voice();
                let context = voice.context();
                card(self.app, &context, context.practice_card(id)).attr("id", inside)
            });
            of_class("div", if is_open { "practice open" } else { "practice" })
                .with(of_class("h3", "practice-head").with(head))
                .with(more)
        })
    }
}

/// A practice as a link that opens it among all of them.
pub fn practice_link(app: App, id: PracticeId, problem: String) -> Element {
    el("a").attr("href", app.href_all(opened(id))).with(problem)
}

fn card(app: App, context: &Context, card: PracticeCard) -> Element {
    let words = context.words;
    let (community, name) = card.community;
    let community = el("a").attr("href", app.href(Action::Go(Page::Community(community)))).with(name);
    let find = |term: String| {
        let found = vec![Action::Go(Page::Practices), Action::FindPractices(term.clone())];
        tag(app.href_all(found), term)
    };
    let system = |system: SystemLink| tag(app.href(Action::Go(Page::System(system.id))), system.name);
    let about = el("dl")
        .with(facts(words, card.facts))
        .with(fact(words, FarMsg::PracticeWhere, Some(community)))
        .with(fact(words, FarMsg::PracticeSystems, tags(card.systems.into_iter().map(system).collect())))
        .with(fact(words, FarMsg::PracticeFigures, figure_list(app, context, "system-figures", card.figures)));
    let lang = (!words.locale.is_chinese()).then_some("zh-Hans");
    let original = card.link.map(|url| link_out("out", url, words.msg(FarMsg::ReceiptLink)));
    let quote = of_class("div", "practice-quote")
        .with(el("p").with(el("q").attr("lang", lang).with(words.quoted(&card.locator))))
        .with(of_class("p", "detail").with(card.source.text))
        .with(original.map(|link| el("p").with(link)));
    let alike = |(id, problem, community): (PracticeId, String, String)| {
        el("li")
            .with(practice_link(app, id, problem))
            .with(of_class("span", "detail").with([" · ", &community].concat()))
    };
    let alike = (!card.alike.is_empty()).then(|| {
        of_class("div", "practice-alike")
            .with(el("h4").with(words.msg(FarMsg::PracticeAlike)))
            .with(of_class("ul", "links").with_all(card.alike.into_iter().map(alike)))
    });
    let terms = tags(card.terms.into_iter().map(find).collect()).map(|terms| {
        of_class("div", "practice-alike").with(el("h4").with(words.msg(FarMsg::PracticeTerms))).with(terms)
    });
    of_class("div", "practice-more")
        .with(el("div").with(line("note", card.inferred)).with(about))
        .with(el("div").with(quote).with(alike).with(terms))
}

/// A term with what is said of it; nothing where nothing is.
fn fact(words: &Words, term: FarMsg, said: Option<Element>) -> Node {
    Node::from(said.map(|said| many([el("dt").with(words.msg(term)), el("dd").with(said)])))
}

fn tag(href: String, name: String) -> Element {
    el("li").with(of_class("a", "tag").attr("href", href).with(name))
}

fn tags(tags: Vec<Element>) -> Option<Element> {
    (!tags.is_empty()).then(|| of_class("ul", "tags").with_all(tags))
}
