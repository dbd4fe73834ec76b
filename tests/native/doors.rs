//! The doors of `query` against going through the tables by hand, for the bundled package and one with a community of one's own.

use crate::dataset::bundled;
use linpu::model::*;
use linpu::present::Package;
use linpu::query::{
    Choice, Clause, Coverage, DimId, Options, Origin, Range, RowId, Selection, Wants, is_quantity, key,
};
use linpu::wire::own::{OwnEntry, OwnRow};
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn packages() -> &'static [Arc<Package>; 2] {
    static PACKAGES: OnceLock<[Arc<Package>; 2]> = OnceLock::new();
    PACKAGES.get_or_init(|| {
        let package = Arc::new(bundled());
        let row = OwnRow {
            indicator: "population_usual".into(),
            value: "约6200".into(),
            period: "2023".into(),
            ..OwnRow::default()
        };
        let (own, findings) =
            package.with_own(&OwnEntry { name: "新村".into(), rows: vec![row], ..OwnEntry::default() });
        assert!(findings.is_empty());
        [package, own]
    })
}

/// The rows of a table that pass a test, as ids.
fn naive<T, I: From<u32>>(table: &[T], passes: impl Fn(&T) -> bool) -> Vec<I> {
    table.iter().enumerate().filter(|(_, row)| passes(row)).map(|(at, _)| I::from(at as u32)).collect()
}

#[test]
fn every_door_opens_on_all_its_rows_and_no_other() {
    for package in packages() {
        let (data, tables) = (&package.data, &package.tables);
        let group = |row: &Observation| data.indicator(row.indicator).group;
        let all = |count: usize| (0..count as u32).collect::<Vec<_>>();
        assert_eq!(tables.communities().map(|id| id.0).collect::<Vec<_>>(), all(data.communities.len()));
        assert_eq!(tables.figures().map(|id| id.0).collect::<Vec<_>>(), all(data.observations.len()));
        assert_eq!(tables.systems().map(|id| id.0).collect::<Vec<_>>(), all(data.systems.len()));
        assert_eq!(tables.indicators().map(|id| id.0).collect::<Vec<_>>(), all(data.indicators.len()));
        assert_eq!(tables.sources().map(|id| id.0).collect::<Vec<_>>(), all(data.sources.len()));
        let evidence = tables.evidence(data);
        assert_eq!(evidence.practices().map(|id| id.0).collect::<Vec<_>>(), all(data.practices.len()));
        for community in tables.communities() {
            let of: Vec<ObservationId> = naive(&data.observations, |row| row.community == community);
            assert_eq!(tables.figures_of(community).collect::<Vec<_>>(), of);
            let systems: Vec<SystemId> = naive(&data.systems, |row| row.community == community);
            assert_eq!(tables.systems_of(community).collect::<Vec<_>>(), systems);
            for code in data.codes_in(CodeList::IndicatorGroup) {
                let figures: Vec<ObservationId> =
                    naive(&data.observations, |row| row.community == community && group(row) == code);
                assert_eq!(tables.figures_in(community, code).collect::<Vec<_>>(), figures);
                let quantities: Vec<ObservationId> =
                    figures.iter().copied().filter(|id| is_quantity(data.observation(*id))).collect();
                assert_eq!(tables.quantities(data, community, code).collect::<Vec<_>>(), quantities);
            }
            for indicator in tables.indicators() {
                let figures: Vec<ObservationId> =
                    naive(&data.observations, |row| row.community == community && row.indicator == indicator);
                assert_eq!(tables.figures_at(data, community, indicator).collect::<Vec<_>>(), figures);
            }
            let checks: Vec<&str> = evidence.checks_of(data, Some(community)).map(|row| row.key.as_str()).collect();
            let expected = data.checks.iter().filter(|row| row.community == Some(community));
            assert_eq!(checks, expected.map(|row| row.key.as_str()).collect::<Vec<_>>());
        }
        let across: Vec<&str> = evidence.checks_of(data, None).map(|row| row.key.as_str()).collect();
        let expected = data.checks.iter().filter(|row| row.community.is_none());
        assert_eq!(across, expected.map(|row| row.key.as_str()).collect::<Vec<_>>());
        for code in data.codes_in(CodeList::IndicatorGroup) {
            let indicators: Vec<IndicatorId> = naive(&data.indicators, |row| row.group == code);
            assert_eq!(tables.indicators_in(code).collect::<Vec<_>>(), indicators);
            let counts =
                indicators.iter().all(|id| !matches!(data.indicator(*id).kind, ValueKind::Label | ValueKind::Date));
            assert_eq!(tables.quantity_groups().contains(&code), counts, "{}", data.code(code).code);
        }
        for indicator in tables.indicators() {
            let figures: Vec<ObservationId> = naive(&data.observations, |row| row.indicator == indicator);
            assert_eq!(evidence.figures_of_indicator(indicator).collect::<Vec<_>>(), figures);
        }
        for system in tables.systems() {
            let figures: Vec<ObservationId> = naive(&data.observations, |row| row.system == Some(system));
            assert_eq!(evidence.figures_of_system(system).collect::<Vec<_>>(), figures);
            let inside: Vec<SystemId> = naive(&data.systems, |row| row.parent == Some(system));
            assert_eq!(evidence.systems_inside(system).collect::<Vec<_>>(), inside);
            let practices: Vec<PracticeId> = naive(&data.practices, |row| row.systems.contains(&system));
            assert_eq!(evidence.practices_of_system(system).collect::<Vec<_>>(), practices);
        }
        for list in [CodeList::Topic, CodeList::Target, CodeList::Motif] {
            for code in data.codes_in(list) {
                let systems: Vec<SystemId> = naive(&data.systems, |row| {
                    row.topics.contains(&code) || row.targets.contains(&code) || row.motifs.contains(&code)
                });
                assert_eq!(evidence.systems_with(code).collect::<Vec<_>>(), systems);
            }
        }
        for figure in tables.figures() {
            let checks: Vec<&str> = evidence.checks_on(data, figure).map(|row| row.key.as_str()).collect();
            let takes_part = |row: &&Check| row.stated == Some(figure) || row.operands.contains(&figure);
            let expected = data.checks.iter().filter(takes_part).map(|row| row.key.as_str());
            assert_eq!(checks, expected.collect::<Vec<_>>());
        }
    }
}

/// Whether a row of a package has an option, by what the option stands for.
fn has(data: &Dataset, community: CommunityId, figure: Option<&Observation>, choice: Choice) -> bool {
    let row = data.community(community);
    let place = |level| data.place_at(community, level);
    let mut systems = data.systems.iter().filter(|system| system.community == community);
    let mut reports = row.sources.iter().map(|id| {
        let source = data.source(*id);
        source.published_stated.or(source.published_from_url)
    });
    match choice {
        Choice::Community(id) => id == community,
        Choice::Place(id) => [PlaceLevel::Province, PlaceLevel::City, PlaceLevel::District]
            .into_iter()
            .any(|level| place(level) == Some(id)),
        Choice::Code(id) => match figure {
            Some(figure) => data.indicator(figure.indicator).group == id,
            None => {
                row.types.contains(&id)
                    || row.settlements.contains(&id)
                    || systems.any(|system| system.topics.contains(&id) || system.targets.contains(&id))
            }
        },
        Choice::Form(form) => systems.any(|system| system.form == form),
        Choice::Year(year) => match figure {
            Some(figure) => figure.period.years().contains(&year),
            None => reports.any(|date| date.and_then(|date| date.year) == Some(year)),
        },
        Choice::YearUnknown => match figure {
            Some(row) => row.period != Period::Unstated && row.period.years().is_empty(),
            None => reports.any(|date| date.is_some_and(|date| date.year.is_none())),
        },
        Choice::Undated => match figure {
            Some(row) => row.period == Period::Unstated,
            None => reports.any(|date| date.is_none()),
        },
        Choice::Collection(collection) => row.collection == collection || row.collection == Collection::Own,
        Choice::Kind(kind) => row.kind == kind,
        Choice::Grade(grade) => figure.is_some_and(|row| row.grade == grade),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_found_is_what_every_row_by_itself_says(
        drawn in proptest::collection::vec((0u16..15, any::<prop::sample::Index>()), 0..5),
        with_own in any::<bool>(),
    ) {
        let package = &packages()[usize::from(with_own)];
        let (data, tables) = (&package.data, &package.tables);
        let mut selection = Selection::default();
        for (dim, option) in drawn {
            let dim = DimId(dim);
            let mut options = selection.of(dim).clone();
            options.insert(option.index(tables.options(dim).len()) as u16);
            selection.set(dim, options);
        }
        let dims: Vec<DimId> = tables.dims().filter(|dim| tables.has_options(*dim)).collect();
        prop_assert_eq!(dims.len(), 15);
        let of_figures = |dim: DimId| tables.dimension_of(dim).unwrap().is_of_figures();
        let wants = |dim: &DimId, community: CommunityId, figure: Option<&Observation>| {
            let chosen = selection.of(*dim);
            let choice = |option: &u16| tables.choice(*dim, *option).unwrap();
            chosen.is_empty() || chosen.iter().any(|option| has(data, community, figure, choice(option)))
        };
        let passes = |community: CommunityId, but: Option<DimId>| {
            dims.iter().filter(|dim| !of_figures(**dim) && Some(**dim) != but).all(|dim| wants(dim, community, None))
        };
        let figure_passes = |row: &Observation, but: Option<DimId>| {
            let mut dims = dims.iter().filter(|dim| of_figures(**dim) && Some(**dim) != but);
            passes(row.community, None) && dims.all(|dim| wants(dim, row.community, Some(row)))
        };
        let found = tables.find(&selection);
        let communities: Vec<CommunityId> = tables.communities().filter(|id| passes(*id, None)).collect();
        prop_assert_eq!(found.communities(), &communities);
        let figures: Vec<ObservationId> = naive(&data.observations, |row| figure_passes(row, None));
        prop_assert_eq!(found.figures(), &figures);
        // A system answers by itself to what describes systems.
        let systems: Vec<SystemId> = naive(&data.systems, |row: &System| {
            let dim = |key| tables.dim(key).unwrap();
            let (form, topic, target) = (dim(key::FORM), dim(key::TOPIC), dim(key::TARGET));
            let chosen = |dim: DimId| selection.of(dim).iter().map(move |option| tables.choice(dim, *option).unwrap());
            let is_free = |dim: DimId| selection.of(dim).is_empty();
            passes(row.community, None)
                && (is_free(form) || chosen(form).any(|choice| choice == Choice::Form(row.form)))
                && (is_free(topic) || chosen(topic).any(|it| matches!(it, Choice::Code(id) if row.topics.contains(&id))))
                && (is_free(target) || chosen(target).any(|it| matches!(it, Choice::Code(id) if row.targets.contains(&id))))
        });
        prop_assert_eq!(found.systems(), &systems);
        for dim in &dims {
            for (option, choice) in tables.options(*dim).iter().enumerate() {
                let count = match of_figures(*dim) {
                    true => data.observations.iter().filter(|row| {
                        figure_passes(row, Some(*dim)) && has(data, row.community, Some(row), *choice)
                    }).count(),
                    false => tables.communities().filter(|id| passes(*id, Some(*dim)) && has(data, *id, None, *choice)).count(),
                };
                prop_assert_eq!(found.counts(*dim)[option], count as u32, "{:?} {}", dim, option);
                let anywhere = match of_figures(*dim) {
                    true => data.observations.iter().any(|row| has(data, row.community, Some(row), *choice)),
                    false => tables.communities().any(|id| has(data, id, None, *choice)),
                };
                prop_assert_eq!(tables.is_anywhere(*dim, option as u16), anywhere);
                let key = tables.key(data, *dim, option as u16).unwrap();
                prop_assert_eq!(tables.option(data, *dim, &key), Some(option as u16));
            }
            let beyond = tables.options(*dim).len() as u16;
            prop_assert_eq!((tables.choice(*dim, beyond), tables.is_anywhere(*dim, beyond)), (None, false));
        }
        // What a community reports, by the worst that can be said of it.
        let wholes = ["population", "households", "area", "party_members", "volunteers"];
        for community in tables.communities() {
            for group in data.codes_in(CodeList::IndicatorGroup) {
                let is_of = |row: &&Observation| {
                    row.community == community && data.indicator(row.indicator).group == group && is_quantity(row)
                };
                let all = || data.observations.iter().filter(is_of);
                let shown = || all().filter(|row| figure_passes(row, None));
                let own = data.community(community);
                let is_part = |row: &Observation| {
                    (own.kind, row.scope) != (CommunityKind::Compound, Scope::Compound)
                        && wholes.contains(&&*data.code(group).code) && matches!(row.scope, Scope::Compound | Scope::Organisation)
                };
                let expected = if all().next().is_none() && own.collection == Collection::Reports {
                    Coverage::NotInExcerpt
                } else if all().next().is_none() {
                    Coverage::NotReported
                } else if shown().next().is_none() {
                    Coverage::OutOfSelection
                } else if shown().any(|row| row.status != ObsStatus::Planned && !is_part(row)) {
                    Coverage::Reported
                } else if shown().any(|row| row.status == ObsStatus::Planned) {
                    Coverage::PlannedOnly
                } else {
                    Coverage::PartOnly
                };
                let coverage = tables.coverage(data, &found, community, group);
                prop_assert_eq!(coverage, expected);
                prop_assert_eq!(coverage.is_reported(), expected == Coverage::Reported);
            }
        }
    }

    #[test]
    fn options_are_a_set_in_order(drawn in proptest::collection::vec((any::<bool>(), 0u16..12), 0..30)) {
        let (mut options, mut plain) = (Options::default(), std::collections::BTreeSet::new());
        for (adds, option) in drawn {
            if adds {
                options.insert(option);
                plain.insert(option);
            } else {
                prop_assert_eq!(options.remove(&option), plain.remove(&option));
            }
            prop_assert_eq!(options.iter().collect::<Vec<_>>(), plain.iter().collect::<Vec<_>>());
            prop_assert_eq!((options.len(), options.is_empty()), (plain.len(), plain.is_empty()));
            prop_assert!((0..12).all(|one| options.contains(&one) == plain.contains(&one)));
        }
        let mut selection = Selection::default();
        prop_assert!(selection.is_empty());
        selection.set(DimId(14), options.clone());
        prop_assert_eq!(selection.is_empty(), plain.is_empty());
        options.clear();
        prop_assert!(options.is_empty());
    }
}

/// The dimensions of a package are data: their keys are in links, and must stay.
#[test]
fn the_keys_in_links_stay() {
    for package in packages() {
        let tables = &package.tables;
        let keys = tables.dims().map(|dim| tables.dimension_of(dim).unwrap());
        let keys: Vec<&str> = keys.filter(|dim| dim.options.is_some()).map(|dim| dim.key.as_str()).collect();
        let expected =
            "in province city district community type settlement kind reported topic form target group year grade";
        assert_eq!(keys.join(" "), expected);
        assert_eq!(tables.dim("nothing"), None);
        // Numbers have no words in links.
        let value = tables.dim(key::VALUE).unwrap();
        assert_eq!((tables.has_options(value), tables.options(value).len()), (false, 0));
        let beyond = DimId(keys.len() as u16 + 1);
        assert_eq!((tables.dimension_of(beyond), tables.has_options(beyond)), (None, false));
    }
}

/// A brushed range narrows what everybody sees but the view that made it, and lies over a facet.
#[test]
fn a_range_of_numbers_narrows_figures_for_everybody_else() {
    let package = &packages()[0];
    let (data, tables) = (&package.data, &package.tables);
    let (value, origin) = (tables.dim(key::VALUE).unwrap(), Origin::View(1));
    let range = Range::new(100.0, 1000.0).unwrap();
    let mut selection = Selection::default();
    selection.put(Clause { dim: value, origin, wants: Wants::Range(range) });
    let found = tables.find(&selection);
    let inside = |row: &Observation| row.value.is_some_and(|value| (100.0..=1000.0).contains(&value));
    let expected: Vec<ObservationId> = naive(&data.observations, inside);
    assert!(!expected.is_empty() && expected.len() < data.observations.len());
    assert_eq!(found.figures(), expected);
    assert_eq!(found.communities().len(), data.communities.len());
    assert!(tables.figures().all(|id| found.has(id) == expected.contains(&id)));
    assert!(tables.figures().all(|id| found.mask().passes_but(RowId(id.0), origin)));
    let group = tables.dim(key::GROUP).unwrap();
    assert_eq!(found.counts(group).iter().sum::<u32>() as usize, expected.len());
    assert_eq!(found.counts(value), [0u32; 0]);
}
