//! What stands around the charts of the overview: cases, filters, map. Counted, not named, so that it holds for any package.

use super::dataset::bundled;

use std::collections::BTreeMap;

use linpu::chart::{SILENT, SceneMark, Spec};
use linpu::model::*;
use linpu::present::figures::Row;
use linpu::present::strip::Look;
use linpu::present::{Context, Package};
use linpu::query::{Choice, Selection, is_quantity, key};
use linpu::state::{Action, OverviewChart, Page, ViewState};
use linpu::text::{Lexicon, Locale, Words};
use linpu::wire::own::{OwnEntry, OwnRow};
use std::sync::Arc;

/// The bundled cases, and so many communities more of the library that each lies where one of them does.
fn with_library(more: usize) -> Package {
    let mut data = bundled().data;
    let cases: Vec<Community> =
        data.communities.iter().filter(|row| row.collection == Collection::Cases).cloned().collect();
    data.communities.truncate(0);
    data.communities.extend(cases.iter().cloned());
    for at in 0..more {
        let like = &cases[at % cases.len()];
        let key = format!("more-{at}");
        data.communities.push(Community { key, collection: Collection::Reports, ..like.clone() });
    }
    data.observations.retain(|row| row.community.index() < cases.len());
    data.systems.retain(|row| row.community.index() < cases.len());
    Package::new(data, Lexicon::default())
}

fn with(package: &Package, locale: Locale, test: impl Fn(&Context)) {
    let words = Words::new(locale, package.lexicon.clone());
    test(&Context::new(package, &words));
}

#[test]
fn cases_are_those_read_whole_however_many_others_there_are() {
    for more in [0, 85] {
        let package = with_library(more);
        with(&package, Locale::ZhHans, |context| {
            let cases = context.cases();
            let is_case = |row: &&Community| row.collection == Collection::Cases;
            assert_eq!(cases.len(), context.data.communities.iter().filter(is_case).count());
            let (question, lead) = context.opening();
            assert!(question.contains(&context.words.count(cases.len() + more)), "{question}");
            assert!(lead.contains(&context.words.count(cases.len())), "{lead}");
            assert_eq!(lead.contains("摘录"), more > 0, "{lead}");
        });
    }
}

#[test]
fn a_case_shows_a_figure_of_its_own_with_its_qualifier_or_says_what_is_not_reported() {
    let package = bundled();
    with(&package, Locale::ZhHans, |context| {
        let group = context.data.groups_with(Role::Headline).next().unwrap();
        for case in context.cases() {
            let figure = case.figure.unwrap();
            let row = context.data.observation(figure.id);
            assert_eq!(row.community, case.community);
            assert!(is_quantity(row));
            assert_eq!(figure.value, context.value(row).text);
            assert_eq!(figure.value.starts_with("规划"), row.status == ObsStatus::Planned);
            let reports = context.quantities(case.community, group).next().is_some();
            assert_eq!(context.data.indicator(row.indicator).group == group, reports, "{}", case.name);
            assert_eq!(figure.definition.contains("未报告"), !reports, "{}", figure.definition);
            let figures = context.tables.figures_of(case.community);
            let figures = figures.filter(|id| is_quantity(context.data.observation(*id))).count();
            assert!(case.counts.starts_with(&figures.to_string()), "{}", case.counts);
        }
    });
}

#[test]
fn every_facet_stands_in_one_menu_and_says_how_much_there_is() {
    for more in [0, 85] {
        let package = with_library(more);
        with(&package, Locale::En, |context| {
            let mut selection = Selection::default();
            let found = context.tables.find(&selection);
            let bar = context.filter_bar(&found, &selection);
            let menus: Vec<_> = bar.menus.iter().map(|menu| context.facets_of(menu, &found, &selection)).collect();
            let shown = context.tables.dims().filter_map(|dim| context.tables.dimension_of(dim));
            let shown = shown.filter(|dimension| dimension.panel != linpu::query::Panel::Absent).count();
            assert_eq!(menus.iter().map(Vec::len).sum::<usize>(), shown);
            assert_eq!(bar.switch.is_some(), more > 0, "one collection needs no switch");
            assert_eq!(bar.all as usize, if more > 0 { context.data.communities.len() } else { 0 });
            assert!(bar.menus.len() < shown, "places stand together");
            assert_eq!(bar.chosen, 0);
            for (menu, facets) in bar.menus.iter().zip(&menus) {
                assert!(!menu.title.is_empty());
                let options = facets.iter().flat_map(|facet| &facet.options);
                assert_eq!(menu.is_long, options.clone().count() > 12);
                let some = facets[0].options.iter().filter(|option| option.number > 0).count();
                assert_eq!(menu.badge, some.to_string());
                for option in options {
                    assert_eq!(option.empty.is_some(), option.number == 0);
                    assert_eq!(option.percent == 0, option.number == 0 || option.number * 100 < most(facets, option));
                    assert!(option.matches(&option.label.to_uppercase()) && !option.matches("no such thing"));
                }
            }
            // What is chosen is counted, has a chip, and does not hide the others.
            let first = &menus[0][0];
            selection.toggle(first.dim, first.options[0].option);
            let found = context.tables.find(&selection);
            let after = context.filter_bar(&found, &selection);
            assert_eq!((after.chosen, after.menus[0].chosen), (1, 1));
            let again = context.facets_of(&after.menus[0], &found, &selection);
            assert_eq!(again[0].options.len(), first.options.len());
            let numbers = |facet: &linpu::present::facets::Facet| {
                facet.options.iter().map(|option| option.number).collect::<Vec<_>>()
            };
            assert_eq!(numbers(&again[0]), numbers(first), "counts do not see their own choice");
            let chips = context.chips(&selection);
            assert_eq!(chips.len(), 1);
            assert_eq!(chips[0].label, first.options[0].label);
        });
    }
}

/// The largest count of the facet an option stands in.
fn most(facets: &[linpu::present::facets::Facet], option: &linpu::present::facets::FacetOption) -> u32 {
    let of = facets.iter().find(|facet| facet.options.contains(option)).unwrap();
    of.options.iter().map(|option| option.number).max().unwrap()
}

#[test]
fn the_map_counts_every_community_once_and_shows_what_is_chosen() {
    for more in [0, 85] {
        let package = with_library(more);
        with(&package, Locale::ZhHans, |context| {
            let mut selection = Selection::default();
            let found = context.tables.find(&selection);
            let map = context.tile_map(&found, &selection).unwrap();
            assert_eq!(map.tiles.len(), 34);
            let sum: u32 = map.tiles.iter().map(|tile| tile.count).sum();
            assert_eq!(sum as usize, context.data.communities.len());
            let with = map.tiles.iter().filter(|tile| tile.count > 0).count();
            assert!(map.title.contains(&with.to_string()), "{}", map.title);
            assert_eq!(map.tiles.iter().filter(|tile| tile.is_open()).count(), with);
            assert_eq!(map.steps.len(), map.tiles.iter().map(|tile| tile.step).max().unwrap());

            let tile = map.tiles.iter().find(|tile| tile.count > 0).unwrap();
            selection.toggle(map.dim, tile.option.unwrap());
            let found = context.tables.find(&selection);
            assert_eq!(found.communities().len(), tile.count as usize);
            let after = context.tile_map(&found, &selection).unwrap();
            let chosen: Vec<_> = after.tiles.iter().filter(|tile| tile.chosen).map(|tile| &tile.short).collect();
            assert_eq!(chosen, [&tile.short]);
            assert!(after.tiles.iter().zip(&map.tiles).all(|(after, before)| after.count == before.count));
        });
    }
}

#[test]
fn an_empty_tile_that_is_chosen_can_be_taken_back() {
    let package = bundled();
    with(&package, Locale::ZhHans, |context| {
        let place = context.tables.dim("province").unwrap();
        let mut selection = Selection::default();
        // Whatever leaves nothing of one province.
        for dim in context.tables.dims().filter(|dim| *dim != place) {
            for option in 0..context.tables.options(dim).len() as u16 {
                let mut only = Selection::default();
                only.toggle(dim, option);
                let counts = context.tables.find(&only).counts(place).to_vec();
                if let (true, Some(empty)) = (selection.is_empty(), counts.iter().position(|count| *count == 0)) {
                    only.toggle(place, empty as u16);
                    selection = only;
                }
            }
        }
        assert!(!selection.is_empty());
        let map = context.tile_map(&context.tables.find(&selection), &selection).unwrap();
        let chosen = map.tiles.iter().find(|tile| tile.chosen).unwrap();
        assert_eq!((chosen.count, chosen.step, chosen.is_open()), (0, 0, true));
    });
}

/// The doors of every row of every group: its name leads to bars that hold all of its dots, and as many are named there as silent
/// as the row counts, whatever is filtered.
#[test]
fn a_row_leads_to_its_figures_and_to_the_names_of_who_is_silent() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let cases = package.tables.option_of(key::COLLECTION, Choice::Collection(Collection::Cases)).unwrap();
    let mut filtered = ViewState::default();
    assert_eq!(filtered.apply(Action::Toggle(cases.0, cases.1)), None);
    // Two compounds and a community, the kinds of place that one indicator is reported of.
    let mut pair = ViewState::default();
    for name in ["R078", "R002", "R024"] {
        let community = package.data.community_by_key(name).unwrap();
        let option = package.tables.option_of(key::COMMUNITY, Choice::Community(community)).unwrap();
        assert_eq!(pair.apply(Action::Toggle(option.0, option.1)), None);
    }
    let mut opened = 0;
    for selection in [Selection::default(), filtered.selection, pair.selection] {
        let found = package.tables.find(&selection);
        for group in package.tables.quantity_groups() {
            let look = Look { is_whole: true, ..Look::default() };
            let card = context.chart(OverviewChart::Group(*group), &found, &selection, look);
            let Spec::StripChart(chart) = &card.spec else { panic!("a strip chart") };
            for row in chart.blocks.iter().flat_map(|block| &block.rows) {
                let silent_key = [SILENT, &row.key].concat();
                let action = context.mark_action(&row.key).unwrap();
                assert_eq!(context.mark_action(&silent_key).as_ref(), Some(&action), "{}", row.label);
                let Action::Go(Page::Chart(of, Some(indicator))) = action else { panic!("{action:?}") };
                assert_eq!(of, OverviewChart::Group(*group));
                let bars = context.ranked_card(indicator, &found, &selection, Look::default());
                // Of as many as could report any of its rows.
                let of = bars.summary.split("报告").nth(1).and_then(|of| of.split(' ').next()).unwrap();
                let of: Vec<usize> = of.split('/').map(|count| count.parse().unwrap()).collect();
                assert!(of[0] <= of[1] && of[1] <= found.communities().len(), "{}", bars.summary);
                for dot in &row.dots {
                    let id = package.data.observation_by_key(&dot.key).unwrap();
                    assert!(bars.rows.contains(&Row::Figure(id)), "{} is not among the bars of {}", dot.key, row.label);
                }
                // One of several rows of a definition is found by its own count.
                let said: usize = row.silent.split('+').map(|count| count.parse::<usize>().unwrap()).sum();
                let silent = context.silent_under(indicator, &found);
                let mut counts: BTreeMap<String, usize> = BTreeMap::new();
                for part in &silent {
                    *counts.entry(part.of.clone()).or_default() += part.communities.len();
                }
                assert!(said == 0 || counts.values().any(|count| *count == said), "{}: {said} {counts:?}", row.label);
                let mark = SceneMark {
                    key: silent_key,
                    spoken: row.silent.clone(),
                    bounds: Default::default(),
                    dot: None,
                    lane: 0,
                    point: 0,
                };
                let tip = context.tip(&mark, &|| found.clone().into());
                assert!(
                    tip.leads.is_some() && (said == 0 || tip.lines.last().is_some_and(|names| names != &row.silent))
                );
                opened += 1;
            }
        }
    }
    assert!(opened > 100, "{opened}");
}

/// What somebody enters is shown in every collection and every chart, and counted in none.
#[test]
fn ones_own_community_changes_no_count() {
    let before = Arc::new(bundled());
    let row =
        OwnRow { key: "1".into(), indicator: "population_usual".into(), value: "4000".into(), ..OwnRow::default() };
    let (after, _) = before.with_own(&OwnEntry { name: "某某新村".into(), rows: vec![row], named: 1 });
    let said = |package: &Package| {
        let words = Words::new(Locale::ZhHans, package.lexicon.clone());
        let context = Context::new(package, &words);
        let selection = Selection::default();
        let found = package.tables.find(&selection);
        let bar = context.filter_bar(&found, &selection);
        let switch: Vec<u32> = bar.switch.unwrap().options.iter().map(|option| option.number).collect();
        let charts = package.tables.quantity_groups().iter().map(|group| OverviewChart::Group(*group));
        let charts = charts.chain([OverviewChart::Coverage]);
        let cards = charts.map(|chart| context.chart(chart, &found, &selection, Look::default()));
        let cards: Vec<(String, String)> = cards.map(|card| (card.title, card.summary)).collect();
        (bar.all, switch, cards)
    };
    let ((all, switch, cards), (with_own, switch_with_own, cards_with_own)) = (said(&before), said(&after));
    for (card, with_own) in cards.iter().zip(&cards_with_own) {
        assert_eq!(card, with_own);
    }
    assert_eq!(switch_with_own, [&switch[..], &[1]].concat());
    assert_eq!((with_own, all as usize), (all + 1, before.data.communities.len()), "it is one of those that are shown");
}
