//! The view in the address: what is written is read back, and nothing that is read can break the page.

use crate::dataset::bundled;
use linpu::measure::{Asked, Forced, Per, Ratio};
use linpu::model::{CodeList, CommunityId, IndicatorId, ObservationId};
use linpu::query::{Dim, Selection};
use linpu::state::{Action, AxisMode, Page, TableColumn, Theme, ViewState, url};
use linpu::text::Locale;
use proptest::prelude::*;
use std::sync::OnceLock;

fn package() -> &'static linpu::present::Package {
    static PACKAGE: OnceLock<linpu::present::Package> = OnceLock::new();
    PACKAGE.get_or_init(bundled)
}

fn read(fragment: &str) -> (ViewState, Vec<url::Ignored>) {
    url::decode(fragment, &package().data, &package().tables)
}

fn written(view: &ViewState) -> String {
    url::encode(view, &package().data, &package().tables)
}

fn any_action() -> impl Strategy<Value = Action> {
    let pages = prop_oneof![
        Just(Page::Overview),
        Just(Page::Table),
        Just(Page::About),
        (0u32..5).prop_map(|id| Page::Community(CommunityId(id)))
    ];
    let toggles = (0..Dim::COUNT, 0u16..30).prop_filter_map("no such option", |(dim, option)| {
        let dim = Dim::ALL[dim];
        package().tables.choice(dim, option).map(|_| Action::Toggle(dim, option))
    });
    prop_oneof![
        pages.prop_map(Action::Go),
        toggles,
        proptest::sample::select(Locale::ALL).prop_map(Action::Speak),
        proptest::sample::select(&Theme::ALL[..]).prop_map(Action::Dress),
        proptest::sample::select(&TableColumn::ALL[..]).prop_map(Action::Sort),
        proptest::sample::select(&TableColumn::ALL[..]).prop_map(Action::ToggleColumn),
        any::<bool>().prop_map(Action::ShowMissing),
        (0u32..100).prop_map(|id| Action::Open(ObservationId(id))),
        Just(Action::Close),
        comparison_action(),
    ]
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
            .prop_map(|(ratio, scale)| Action::Ask(Asked { ratio, scale })),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(actions in proptest::collection::vec(any_action(), 0..12)) {
        let mut view = ViewState::default();
        actions.into_iter().for_each(|action| view.apply(action));
        let (back, ignored) = read(&written(&view));
        prop_assert_eq!(back, view);
        prop_assert_eq!(ignored, vec![]);
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

#[test]
fn a_bare_view_has_a_bare_address() {
    assert_eq!(written(&ViewState::default()), "");
    assert_eq!(read("").0, ViewState::default());
}

#[test]
fn what_is_not_understood_is_named_and_unknown_keys_stay() {
    let (view, ignored) = read("#v=0&province=hunan,atlantis&later=1&p=nowhere&r=XX-99");
    assert_eq!(ignored.len(), 5, "{ignored:?}");
    assert_eq!(view.selection.of(Dim::Province).len(), 1);
    assert!(written(&view).contains("later=1"));
    let (view, ignored) = read(&format!("x={}", "y".repeat(100_000)));
    assert_eq!(view, ViewState::default());
    assert!(matches!(ignored[..], [url::Ignored::TooLong(_)]));
    assert_eq!(view.selection, Selection::default());
}

#[test]
fn a_comparison_is_readable_and_what_it_lacks_here_is_named() {
    let fragment =
        "v=1&p=compare&c=ZY,PH&h=ZY&force=population,buildings_community.grids&d=courses.learners.1000&axis=one";
    let (view, ignored) = read(fragment);
    assert_eq!(ignored, vec![]);
    assert_eq!(written(&view), fragment);
    let (view, ignored) =
        read("h=XX&force=nothing,population&xy=courses&d=courses.learners.7&axis=three&per=moon&pick=own-1");
    assert_eq!(ignored.len(), 7, "{ignored:?}");
    assert_eq!(view.comparison.forced.len(), 1);
}
