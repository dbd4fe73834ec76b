//! The view in the address: what is written is read back, and nothing that is read can break the page.

use crate::dataset::bundled;
use linpu::measure::{Asked, Forced, Per, Ratio, Verdict};
use linpu::model::{CodeId, CodeList, CommunityId, IndicatorId, ObservationId, PracticeId, SystemId};
use linpu::present::Package;
use linpu::query::{DimId, Selection};
use linpu::state::embed::Embed;
use linpu::state::{
    Action, AxisMode, Full, OverviewChart, Page, ScaleChoice, Size, TableColumn, Theme, ViewState, embed, url,
};
use linpu::text::Locale;
use linpu::wire::own::{OwnEntry, OwnRow};
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn package() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(bundled)
}

fn read(fragment: &str) -> (ViewState, Vec<url::Ignored>) {
    url::decode(fragment, &package().data, &package().tables)
}

fn written(view: &ViewState) -> String {
    url::encode(view, &package().data, &package().tables)
}

fn after(view: &ViewState, actions: Vec<Action>) -> (ViewState, String, Option<Full>) {
    url::after(view, actions, &package().data, &package().tables)
}

/// The package, and a community of somebody's own.
fn own() -> &'static (Arc<Package>, OwnEntry) {
    static OWN: OnceLock<(Arc<Package>, OwnEntry)> = OnceLock::new();
    OWN.get_or_init(|| {
        let row = OwnRow {
            indicator: "population_usual".into(),
            value: "6200".into(),
            period: "2023".into(),
            ..OwnRow::default()
        };
        (Arc::new(bundled()), OwnEntry { name: "新村".into(), rows: vec![row], named: 1 })
    })
}

/// What a link can filter by.
fn dims() -> Vec<DimId> {
    let tables = &package().tables;
    tables.dims().filter(|dim| tables.has_options(*dim)).collect()
}

fn dim(key: &str) -> DimId {
    package().tables.dim(key).unwrap()
}

fn any_action() -> impl Strategy<Value = Action> {
    let pages = prop_oneof![
        proptest::sample::select(vec![
            Page::Overview,
            Page::Table,
            Page::About,
            Page::Compare,
            Page::Atlas,
            Page::Practices,
            Page::Checks,
        ]),
        (0u32..5).prop_map(|id| Page::Community(CommunityId(id))),
        (0u32..100).prop_map(|id| Page::System(SystemId(id))),
        proptest::sample::select(charts()).prop_map(|(chart, definition)| Page::Chart(chart, definition)),
    ];
    let option = |of: fn(DimId, u16) -> Action| {
        proptest::sample::select(dims()).prop_flat_map(move |dim| {
            let options = package().tables.options(dim).len() as u16;
            (0..options).prop_map(move |option| of(dim, option))
        })
    };
    prop_oneof![
        pages.prop_map(Action::Go),
        option(Action::Toggle),
        option(Action::Only),
        proptest::sample::select(dims()).prop_map(Action::Clear),
        "\\PC{0,100}".prop_map(Action::FindPractices),
        any::<String>().prop_map(Action::FindPractices),
        proptest::option::of((0u32..80).prop_map(PracticeId)).prop_map(Action::OpenPractice),
        proptest::option::of(proptest::sample::select(&Verdict::ALL[..])).prop_map(Action::FilterChecks),
        proptest::sample::select(Locale::ALL).prop_map(Action::ChooseLocale),
        proptest::sample::select(&Theme::ALL[..]).prop_map(Action::ChooseTheme),
        proptest::sample::select(&Size::ALL[..]).prop_map(Action::ChooseSize),
        proptest::sample::select(&TableColumn::ALL[..]).prop_map(Action::Sort),
        proptest::sample::select(&TableColumn::ALL[..]).prop_map(Action::ToggleColumn),
        any::<bool>().prop_map(Action::ShowMissing),
        proptest::sample::select(&ScaleChoice::ALL[..]).prop_map(Action::ChooseScale),
        (0u32..100).prop_map(|id| Action::Open(ObservationId(id))),
        Just(Action::Close),
        comparison_action(),
    ]
}

/// Every chart by itself, and each definition of it.
fn charts() -> Vec<(OverviewChart, Option<IndicatorId>)> {
    let data = &package().data;
    let groups: Vec<CodeId> = data.codes_in(CodeList::IndicatorGroup).collect();
    let whole = groups.iter().map(|group| OverviewChart::Group(*group));
    let whole = whole.chain([OverviewChart::Coverage, OverviewChart::Timeline]).map(|chart| (chart, None));
    let ids = (0..data.indicators.len() as u32).map(IndicatorId);
    whole.chain(ids.map(|id| (OverviewChart::Group(data.indicator(id).group), Some(id)))).collect()
}

#[test]
fn a_chart_and_each_of_its_definitions_have_an_address() {
    let data = &package().data;
    let population = data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
    let usual = data.indicator_by_key("population_usual").unwrap();
    let page = |fragment: &str| read(fragment).0.page;
    let chart = OverviewChart::Group(population);
    assert_eq!(page("v=1&p=chart.population"), Page::Chart(chart, None));
    assert_eq!(page("v=1&p=chart.population:population_usual"), Page::Chart(chart, Some(usual)));
    assert_eq!(page("v=1&p=chart.coverage"), Page::Chart(OverviewChart::Coverage, None));
    for wrong in [
        "chart.",
        "chart.films",
        "chart.population:",
        "chart.population:area_community",
        "chart.coverage:population_usual",
    ] {
        let (view, ignored) = read(&format!("v=1&p={wrong}"));
        assert_eq!((view.page, ignored.len()), (Page::Overview, 1), "{wrong}");
    }
}

fn comparison_action() -> impl Strategy<Value = Action> {
    let indicator = || (0u32..40).prop_map(IndicatorId);
    let ratio = || (indicator(), indicator()).prop_map(|(numerator, denominator)| Ratio { numerator, denominator });
    let figure = || (0u32..100).prop_map(ObservationId);
    let groups = package().data.codes_in(CodeList::IndicatorGroup).collect::<Vec<_>>();
    prop_oneof![
        proptest::collection::vec((0u32..5).prop_map(CommunityId), 0..6).prop_map(Action::Compare),
        proptest::option::of((0u32..5).prop_map(CommunityId)).prop_map(Action::Highlight),
        proptest::sample::select(&AxisMode::ALL[..]).prop_map(Action::Axes),
        proptest::sample::select(&Per::ALL[..]).prop_map(Action::Per),
        proptest::sample::select(groups).prop_map(|group| Action::Force(Forced::Group(group))),
        ratio().prop_map(|ratio| Action::Force(Forced::Ratio(ratio))),
        (figure(), figure()).prop_map(|(figure, other)| Action::Pick(figure, vec![other])),
        (indicator(), indicator()).prop_map(|(x, y)| Action::Plot(x, y)),
        (ratio(), proptest::sample::select(&Asked::SCALES[..]))
            .prop_map(|(ratio, scale)| Action::Define(Asked { ratio, scale })),
    ]
}

proptest! {
    /// Whatever somebody does one thing after the other, on a view that a link of any kind began.
    #[test]
    fn every_view_is_carried_whole(
        link in "(\\PC{0,40}=\\PC{0,400}&){0,3}",
        actions in proptest::collection::vec(any_action(), 0..80),
    ) {
        let (mut view, _) = read(&link);
        let unknown = view.kept.len();
        for action in actions {
            view = after(&view, vec![action]).0;
        }
        let fragment = written(&view);
        prop_assert!(fragment.len() <= url::LONGEST);
        let (back, ignored) = read(&fragment);
        prop_assert_eq!(&back, &view);
        prop_assert_eq!(ignored.len(), unknown, "only keys that nobody knows are named: {:?}", ignored);
        // A community of one's own comes and goes, and nothing else of the view with it.
        let (with_own, _) = own().0.with_own(&own().1);
        let (joined, _) = url::decode(&fragment, &with_own.data, &with_own.tables);
        prop_assert_eq!(url::encode(&joined, &with_own.data, &with_own.tables), fragment);
    }

    /// A foreign link may hold bare what a link of ours spells out with three characters a byte.
    #[test]
    fn what_a_foreign_link_leaves_is_carried_whole(link in "((k|q|later|x){1,3}=\\PC{0,2700}&){0,2}(force|d|pick|c)=[a-z_.,0-9]{0,200}") {
        let (view, _) = read(&link);
        prop_assert_eq!(read(&written(&view)).0, view);
    }

    #[test]
    fn no_text_breaks_reading(text in "\\PC{0,200}") {
        let (view, _) = read(&text);
        written(&view);
    }

    #[test]
    fn near_misses_break_nothing(text in "(v|p|lang|theme|province|r|sort|cols|x|__proto__)=[%0-9A-Za-z.,&=<>'\"-]{0,40}(&[a-z]{1,5}=[%a-f0-9]{0,6}){0,5}") {
        let (view, _) = read(&text);
        written(&view);
    }
}

/// Actions that choose what a view has little room for.
#[test]
fn a_full_view_says_so_and_keeps_what_it_has() {
    let indicators = |x: u32, y: u32| Ratio { numerator: IndicatorId(x), denominator: IndicatorId(y) };
    type Act = fn(Ratio) -> Action;
    let many: [(Full, Act); 3] = [
        (Full::Asked, |ratio| Action::Define(Asked { ratio, scale: 1 })),
        (Full::Forced, |ratio| Action::Force(Forced::Ratio(ratio))),
        (Full::Picked, |ratio| Action::Pick(ObservationId(ratio.numerator.0), vec![])),
    ];
    for (full, act) in many {
        let mut view = ViewState::default();
        let most = full.most() as u32;
        assert!(most >= 12);
        for at in 0..most {
            assert_eq!(view.apply(act(indicators(at, 39))), None, "{full:?} {at}");
        }
        let before = view.clone();
        assert_eq!(view.apply(act(indicators(most, 39))), Some(full));
        assert_eq!(view, before);
        assert_eq!(read(&written(&view)), (view.clone(), vec![]));
        // What is there can still be taken out, or preferred anew.
        assert_eq!(view.apply(act(indicators(0, 39))), None);
    }
    let mut view = ViewState::default();
    assert_eq!(view.apply(Action::FindPractices("老".repeat(80))), None);
    assert_eq!(view.apply(Action::FindPractices("人".repeat(81))), Some(Full::Need));
    assert_eq!(view.need, "人".repeat(80));
}

#[test]
fn a_step_that_no_link_could_carry_is_not_taken() {
    // Of the bundled package no view is so long; keys that a newer version wrote are.
    let long = format!("v=2&later={}", "x".repeat(7_960));
    let (view, _) = read(&long);
    assert!(written(&view) == long);
    let groups = (0..8).map(|option| Action::Toggle(dim("group"), option)).collect::<Vec<_>>();
    let (kept, fragment, full) = after(&view, groups.clone());
    assert!(kept == view && fragment == long && full == Some(Full::Link));
    let (next, _, full) = after(&kept, groups[..1].to_vec());
    assert_eq!((next.selection.of(dim("group")).len(), full), (1, None));
}

#[test]
fn a_bare_view_has_a_bare_address() {
    assert_eq!(written(&ViewState::default()), "");
    assert_eq!(read("").0, ViewState::default());
}

#[test]
fn what_is_not_understood_is_named_and_unknown_keys_stay() {
    let (view, ignored) = read("#v=0&province=hunan,atlantis&later=1&p=nowhere&r=XX-99");
    assert_eq!(ignored.len(), 5, "{ignored:?}");
    assert_eq!(view.selection.of(dim("province")).len(), 1);
    assert!(written(&view).contains("later=1"));
    let (view, ignored) = read(&format!("x={}", "y".repeat(100_000)));
    assert_eq!(view, ViewState::default());
    assert!(matches!(ignored[..], [url::Ignored::TooLong(_)]));
    assert_eq!(view.selection, Selection::default());
}

#[test]
fn figures_and_the_workshop_of_snippets_have_addresses() {
    let data = &package().data;
    for at in 0..data.observations.len() {
        let id = ObservationId(u32::try_from(at).unwrap());
        let view = ViewState { page: Page::Figure(id), ..ViewState::default() };
        assert_eq!(read(&written(&view)), (view, Vec::new()));
    }
    let subjects = charts().into_iter().map(|(chart, definition)| Page::Chart(chart, definition));
    let others = [Page::Overview, Page::Compare, Page::Community(CommunityId(2)), Page::Figure(ObservationId(3))];
    for page in subjects.chain(others) {
        let view = embed::about(&ViewState::default(), page, data);
        let (again, ignored) = read(&written(&view));
        assert_eq!((embed::subject(&again.kept, data), again.page, ignored), (page, Page::Embed, Vec::new()));
    }
    // What the workshop is about ends with it.
    let mut view = embed::about(&ViewState::default(), Page::Compare, data);
    assert_eq!(view.apply(Action::Go(Page::Atlas)), None);
    assert_eq!(written(&view), "v=2&p=atlas");
    // It is about no page that makes no sense there, and about none that is not.
    for word in ["embed", "table", "about", "chart.nothing", ""] {
        assert_eq!(embed::subject(&[("of".into(), word.into())], data), Page::Overview, "{word}");
    }
}

#[test]
fn an_embedded_view_stays_one_and_its_full_page_is_none() {
    let fragment = "v=2&p=chart.households&province=hunan&embed=1&filters=1&accent=1f5c8b";
    let (mut view, ignored) = read(fragment);
    assert_eq!(ignored, []);
    assert_eq!(written(&view), fragment);
    assert_eq!(view.apply(Action::Go(Page::Community(CommunityId(0)))), None);
    assert!(Embed::of(&view.kept).is_some_and(|look| look.filters && look.accent.is_some()));
    let whole = linpu::present::embed::unembedded(&view);
    assert_eq!(Embed::of(&whole.kept), None);
    assert!(!written(&whole).contains("accent") && written(&whole).contains("province=hunan"));
}

#[test]
fn links_that_were_changed_on_their_way_open_what_their_sender_saw() {
    let data = &package().data;
    let sent = "v=2&p=chart.households&lang=en&province=hunan,jiangsu";
    let escaped: String = sent
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02x}"),
        })
        .collect();
    let mangled = [
        sent.replace('&', "&amp;"),
        sent.replace('&', "&amp;amp;"),
        escaped.clone(),
        escaped.replace('%', "%25"),
        format!("{sent}。"),
        format!("{sent}）。"),
        format!("{sent}%E3%80%82"),
        format!("{}，", sent.replace('&', "&amp;")),
        format!("#{sent}\u{201d}"),
    ];
    let (seen, _) = read(sent);
    for link in mangled {
        let mended = url::mended(&link).unwrap_or_else(|| panic!("{link} was not mended"));
        assert_eq!(read(&mended), (seen.clone(), Vec::new()), "{link}");
    }
    // What nobody changed stays as it is, whatever it says.
    for link in ["", "v=2", sent, "v=2&q=%E5%8D%B3%E6%97%B6%EF%BC%9F", "main", "é&é", "v%"] {
        assert_eq!(url::mended(link), None, "{link}");
    }
    assert!(data.communities.len() > 2);
}

fn told(view: &ViewState, words: &str) -> ViewState {
    linpu::state::host::told(view, words, &package().data, &package().tables)
}

#[test]
fn a_host_sets_filters_language_theme_and_who_stands_out_and_nothing_else() {
    let view = read("v=2&p=chart.households&province=hunan&embed=1").0;
    let key = package().data.community(CommunityId(1)).key.clone();
    let next = told(&view, &format!("province=jiangsu&lang=en&theme=dark&h={key}"));
    assert_eq!(written(&next), format!("v=2&p=chart.households&lang=en&theme=dark&province=jiangsu&h={key}&embed=1"));
    assert_eq!(written(&told(&next, "province=&h=")), "v=2&p=chart.households&lang=en&theme=dark&embed=1");
    let nothing = [
        "p=about",
        "embed=0",
        "r=ZY-01",
        "q=x",
        "c=zhuyin",
        "force=x",
        "accent=000000",
        "of=about",
        "v=1",
        "",
        "province",
        "province=nowhere",
        "lang=xx",
        "theme=<script>",
        "h=nobody",
        "__proto__=1",
        "constructor=1",
    ];
    for words in nothing {
        assert_eq!(told(&view, words), view, "{words}");
    }
    assert_eq!(told(&view, &format!("lang=en&q={}", "x".repeat(2_000))), view);
}

proptest! {
    #[test]
    fn whatever_a_host_says_the_page_stays_where_it_is(words in ".{0,200}") {
        let view = read("v=2&p=chart.households&embed=1").0;
        let next = told(&view, &words);
        prop_assert_eq!((next.page, &next.kept, next.receipt), (view.page, &view.kept, view.receipt));
        prop_assert_eq!(read(&written(&next)).0, next);
    }

    #[test]
    fn mending_ends_and_mends_once(fragment in ".{0,200}") {
        if let Some(mended) = url::mended(&fragment) {
            let _ = read(&mended);
            prop_assert!(mended.len() <= fragment.len());
        }
    }
}

#[test]
fn an_open_practice_has_an_address_until_one_goes_on() {
    let fragment = "v=2&p=practices&q=%E6%B0%B4%E5%8E%8B&k=ZY-P01";
    let (view, ignored) = read(fragment);
    assert_eq!((view.practice, ignored), (package().data.practice_by_key("ZY-P01"), vec![]));
    assert_eq!(written(&view), fragment);
    let lists = Action::List([(dim("group"), 0), (dim("province"), 0)]);
    let goes_on = [Action::Go(Page::Atlas), lists, Action::FindPractices("水压低".into()), Action::OpenPractice(None)];
    for action in goes_on {
        assert_eq!(after(&view, vec![action.clone()]).0.practice, None, "{action:?}");
    }
    let (view, ignored) = read("v=2&p=practices&k=ZY-P99");
    assert_eq!((view.practice, ignored.len()), (None, 1));
}

#[test]
fn a_comparison_is_readable_and_what_it_lacks_here_is_named() {
    let fragment =
        "v=2&p=compare&c=ZY,PH&h=ZY&force=population,buildings_community.grids&d=courses.learners.1000&axis=one";
    let (view, ignored) = read(fragment);
    assert_eq!(ignored, vec![]);
    assert_eq!(written(&view), fragment);
    let (view, ignored) =
        read("h=XX&force=nothing,population&xy=courses&d=courses.learners.7&axis=three&per=moon&pick=own-1");
    assert_eq!(ignored.len(), 7, "{ignored:?}");
    assert_eq!(view.comparison.forced.len(), 1);
}

#[test]
fn a_link_from_when_there_were_only_cases_means_the_cases() {
    let (view, ignored) = read("v=1&p=table&province=hunan&r=ZY-03");
    assert_eq!(ignored, vec![]);
    let cases = package().tables.option(&package().data, dim("in"), "cases").unwrap();
    assert_eq!(view.selection.of(dim("in")).iter().collect::<Vec<_>>(), [&cases]);
    assert_eq!(written(&view), "v=2&p=table&in=cases&province=hunan&r=ZY-03");
    assert_eq!(package().tables.find(&view.selection).communities().len(), 4);
    // What says its collection itself, a new link and a bare one are taken as they are.
    assert_eq!(written(&read("v=1&in=reports").0), "v=2&in=reports");
    for fragment in ["v=2&p=table", "p=table", ""] {
        let (view, ignored) = read(fragment);
        assert!(view.selection.is_empty() && ignored.is_empty(), "{fragment}");
    }
    assert_eq!(package().tables.find(&read("").0.selection).communities().len(), package().data.communities.len());
    assert_eq!(read("v=3&p=table").1, vec![url::Ignored::Version("3".into())]);
}

/// As long as a link may be, and one letter more; a link without a version counts the one that writing it puts before it.
#[test]
fn a_link_may_be_so_long_and_no_longer() {
    for start in ["v=2&zz=", "zz="] {
        let room = url::LONGEST - if start.starts_with('v') { 0 } else { "v=2&".len() };
        let link = |length: usize| format!("{start}{}", "z".repeat(length - start.len()));
        let is_refused = |length: usize| matches!(read(&link(length)).1[..], [url::Ignored::TooLong(_)]);
        assert_eq!([room - 1, room, room + 1].map(is_refused), [false, false, true], "{start}");
    }
    // And a step that would make it longer is not taken.
    let nearly = |length: usize| read(&format!("v=2&zz={}", "z".repeat(length - "v=2&zz=".len()))).0;
    let step = || vec![Action::ChooseTheme(Theme::Dark)];
    let more = written(&after(&nearly(100), step()).0).len() - 100;
    let (view, fragment, full) = after(&nearly(url::LONGEST - more), step());
    assert_eq!((view.theme, fragment.len(), full), (Some(Theme::Dark), url::LONGEST, None));
    let (view, _, full) = after(&nearly(url::LONGEST - more + 1), step());
    assert_eq!((view.theme, full), (None, Some(Full::Link)));
}

/// What a link says twice is meant once, and a list in it ends where the page's would.
#[test]
fn lists_in_links_hold_each_thing_once_and_no_more_than_the_page() {
    let keys: Vec<&str> = package().data.observations.iter().map(|row| &*row.key).take(20).collect();
    let view = read(&format!("v=2&p=compare&pick={}", keys.join(","))).0;
    assert_eq!(view.comparison.picked.len(), 12);
    let twice = read(&format!("v=2&p=compare&pick={},{},{}", keys[0], keys[1], keys[0])).0;
    assert_eq!(twice.comparison.picked.len(), 2);
}
