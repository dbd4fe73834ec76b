//! The data and how to cite them: citation, downloads, method, limits, codebook, sources, changes.

use super::community::source_facts;
use crate::app::components::far::codebook::Codebook;
use crate::app::components::far::download::{Downloads, TABLES};
use crate::app::components::far::receipt::{citation, facts};
use crate::app::components::near::figure::{link_out, tongues};
use crate::app::context::{App, Download};
use crate::app::element::{Element, Event, Node, button, el, live, many, of_class};
use crate::app::platform;
use linpu::export::Selected;
use linpu::model::{CommunityId, SourceId};
use linpu::present::Context;
use linpu::present::about::SourceGroup;
use linpu::present::figures::Row;
use linpu::state::{Action, Page};
use linpu::text::{FarMsg, Msg};
use linpu::wire::schema;

const CITE: &str = "data-cite";
const FILES: &str = "data-files";
const METHOD: &str = "data-method";
const LIMITS: &str = "data-limits";
const CODEBOOK: &str = "data-codebook";
const SOURCES: &str = "data-sources";
const CHANGES: &str = "data-changes";

/// The parts of the page, in their order.
const PARTS: [(&str, FarMsg); 7] = [
    (CITE, FarMsg::AboutCite),
    (FILES, FarMsg::AboutFiles),
    (METHOD, FarMsg::AboutMethod),
    (LIMITS, FarMsg::AboutLimits),
    (CODEBOOK, FarMsg::AboutDefinitions),
    (SOURCES, FarMsg::AboutSourcesTitle),
    (CHANGES, FarMsg::AboutChanges),
];

/// The page on the data.
pub fn about(app: App) -> Node {
    let (downloads, codebook) = (Downloads::new(app), Codebook::new(app));
    many([
        live(move || intro(app)),
        live(move || {
            of_class("div", "data-parts")
                .with(cite(app))
                .with(files(app, downloads))
                .with(method(app))
                .with(limits(app))
        }),
        live(move || part(app, CODEBOOK).with(codebook.find()).with(codebook.groups())),
        live(move || sources(app)),
        live(move || Node::from(changes(app))),
    ])
}

/// What the data are, and where on the page what stands.
fn intro(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let [lead, version] = context.about();
    let has_changes = !context.changes().is_empty();
    let parts = PARTS.into_iter().filter(|(place, _)| *place != CHANGES || has_changes);
    let part = |(place, name): (&'static str, FarMsg)| {
        let go = move |_: &dyn Event| {
            platform::want_element(place.to_string());
            platform::settle();
        };
        el("li").with(button("", go).with(app.msg(name)))
    };
    of_class("div", "intro")
        .with(el("h1").with(app.msg(Msg::NavAbout)))
        .with(of_class("p", "lead").with(lead))
        .with(of_class("p", "data-version").with(version))
        .with(
            of_class("nav", "data-index")
                .attr("aria-label", app.msg(FarMsg::AboutParts))
                .with(el("ul").with_all(parts.map(part))),
        )
}

/// A part of the page, with its title.
fn part(app: App, place: &'static str) -> Element {
    let name = PARTS.into_iter().find(|(other, _)| *other == place).map(|(_, name)| app.msg(name));
    of_class("section", "card data-part")
        .attr("aria-labelledby", place)
        .with(el("h2").attr("id", place).attr("tabindex", "-1").with(name))
}

fn cite(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let (address, day) = (platform::address(), platform::today());
    let citations = context.citations(context.seen(&address, &day));
    part(app, CITE)
        .with(of_class("p", "note").with(app.msg(FarMsg::AboutCiteHow)))
        .with_all(citations.map(|(msg, text)| citation(app, CITE, msg, text)))
}

/// The data as files, each with what it is good for.
fn files(app: App, downloads: Downloads) -> Element {
    let voice = app.voice();
    let words = voice.context().words;
    let all = move |save: &mut dyn FnMut(&Context, &Selected)| {
        let voice = app.voice();
        let context = voice.context();
        let rows: Vec<Row> = context.tables.figures().map(Row::Figure).collect();
        let (title, filters) = (context.words.msg(Msg::TableTitle), context.words.msg(Msg::NoFilters));
        save(&context, &Selected { rows: &rows, computed: &[], title: &title, filters: &filters, warning: "" });
    };
    let row = |file: Element, how: String| el("li").with(file).with(of_class("span", "detail").with(how));
    let package = words.fill(FarMsg::AboutPackageHow, &[&schema::TABLES.len().to_string()]);
    let table = |kind: Download| {
        let how = match kind {
            Download::Readable => FarMsg::AboutReadableHow,
            Download::Workbook => FarMsg::AboutWorkbookHow,
            _ => FarMsg::AboutTidyHow,
        };
        row(downloads.table(kind, "linpu-all-figures", all), words.msg(how))
    };
    part(app, FILES)
        .with(of_class("p", "note").with(words.msg(FarMsg::AboutFilesHow)))
        .with(of_class("ul", "data-files").with(row(downloads.package(), package)).with_all(TABLES.map(table)))
        .with(downloads.said())
        .with(of_class("p", "note").with(words.msg(FarMsg::AboutPrivacy)))
}

fn method(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    part(app, METHOD).with(of_class("dl", "data-steps").with(facts(context.words, context.method())))
}

fn limits(app: App) -> Element {
    let said = [FarMsg::AboutIsNot, FarMsg::AboutMissing, FarMsg::AboutCompare];
    part(app, LIMITS).with_all(said.map(|msg| el("p").with(app.msg(msg))))
}

fn sources(app: App) -> Element {
    let voice = app.voice();
    let context = voice.context();
    let group = |group: SourceGroup| {
        let count = of_class("span", "count").with(group.sources.len().to_string());
        let list = match group.is_whole {
            true => el("div").with_all(group.sources.into_iter().map(|(id, _)| source_facts(&context, id))),
            false => {
                let rows = group.sources.into_iter().map(|(id, whose)| source_row(app, &context, id, whose));
                of_class("ul", "source").with_all(rows)
            }
        };
        of_class("details", "fold").with(el("summary").with(group.title).with(count)).with(list)
    };
    part(app, SOURCES).with_all(context.sources_by_collection().into_iter().map(group))
}

/// A source in a line, and whom it reports on.
fn source_row(app: App, context: &Context, id: SourceId, whose: Vec<CommunityId>) -> Element {
    let line = context.source_line(id);
    let text = match line.url {
        Some(url) => link_out("", url, tongues(context.words, &line.text)),
        None => el("span").with(tongues(context.words, &line.text)),
    };
    let link =
        |id: CommunityId| el("a").attr("href", app.href(Action::Go(Page::Community(id)))).with(context.community(id));
    let whose = whose.into_iter().map(|id| of_class("span", "detail").with(" · ").with(link(id)));
    el("li").with(text).with_all(whose)
}

fn changes(app: App) -> Option<Element> {
    let changes = app.voice().context().changes();
    let change = |(when, said): (String, String)| [el("dt").with(when), el("dd").with(said)];
    (!changes.is_empty())
        .then(|| part(app, CHANGES).with(of_class("dl", "data-steps").with_all(changes.into_iter().flat_map(change))))
}
