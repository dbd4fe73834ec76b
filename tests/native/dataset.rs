//! The bundled cases: the pitfalls of the domain stay pinned, and what the page says of them is true.

use linpu::chart::Spec;
use linpu::measure::{Refusal, same_row};
use linpu::model::*;
use linpu::present::{Context, Package, figures::Row, strip::Look};
use linpu::query::{Choice, Coverage, Selection, is_quantity, key};
use linpu::state::{Action, Direction, OverviewChart, Page, TableColumn, TableState, ViewState};
use linpu::text::{Locale, Words, lexicon_build};
use linpu::{export, validate};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub fn bundled() -> Package {
    package_in("assets/data")
}

pub fn package_in(folder: &str) -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let report = validate::package(&|name| std::fs::read(folder.join(name)).ok(), None);
    assert!(report.is_usable(), "{:#?}", report.findings);
    let lexicon = lexicon_build::of_package(&report.value);
    Package::new(report.value, lexicon)
}

pub fn with(locale: Locale, test: impl FnOnce(&Context)) {
    let package = bundled();
    let words = Words::new(locale, package.lexicon.clone());
    test(&Context::new(&package, &words));
}

pub fn row<'a>(data: &'a Dataset, key: &str) -> &'a Observation {
    data.observation(data.observation_by_key(key).unwrap_or_else(|| panic!("no figure {key}")))
}

fn is_of(data: &Dataset, row: &Observation, collection: Collection) -> bool {
    data.community(row.community).collection == collection
}

#[test]
fn every_figure_and_every_system_is_there() {
    let data = &bundled().data;
    let of = |collection| data.communities.iter().filter(move |row| row.collection == collection);
    assert_eq!((of(Collection::Cases).count(), of(Collection::Reports).count()), (5, 80));
    assert_eq!(data.communities.len(), 85);
    let figures = |collection| data.observations.iter().filter(move |row| is_of(data, row, collection)).count();
    assert_eq!((figures(Collection::Cases), figures(Collection::Reports)), (140, 261));
    assert!(data.systems.len() >= 155, "{}", data.systems.len());
}

#[test]
fn values_keep_their_qualifiers() {
    let data = bundled().data;
    for (key, value, bound, status) in [
        ("ZY-02", 1800.0, Bound::Exact, ObsStatus::Reported),
        ("ZY-03", 5000.0, Bound::About, ObsStatus::Reported),
        ("ZY-05", 80.0, Bound::AtLeast, ObsStatus::Reported),
        ("YZ-05", 2000.0, Bound::AtLeast, ObsStatus::Reported),
        ("YZ-10", 12.0, Bound::LessThan, ObsStatus::Reported),
        ("PH-06", 26000.0, Bound::AtLeast, ObsStatus::Planned),
        ("JK-32", 2000.0, Bound::Nearly, ObsStatus::Reported),
        ("JK-33", 1_000_000.0, Bound::AtLeast, ObsStatus::Reported),
        ("ZN-14", 320.0, Bound::About, ObsStatus::Reported),
    ] {
        let row = row(&data, key);
        assert_eq!((row.value, row.bound, row.status), (Some(value), bound, status), "{key}");
    }
}

#[test]
fn an_audit_of_the_rows_stays_mended() {
    let data = bundled().data;
    let system =
        |key: &str| data.systems.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no system {key}"));
    let practice = |key: &str| data.practices.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no {key}"));
    // Targets are those served, not those who act.
    for key in ["JK-linggang", "ZN-yinfa-fuwudui", "ZN-shanliang", "JK-sige-yi", "JK-zerengang", "PH-xianfeng-xiaozu"] {
        let targets: Vec<&str> = system(key).targets.iter().map(|code| data.code(*code).code.as_str()).collect();
        assert_eq!(targets, ["all_residents"], "{key}");
    }
    // What the text does not state is marked as concluded.
    for key in ["YZ-P08", "YZ-P14", "YZ-P15", "ZN-P14", "ZN-P18", "ZN-P22"] {
        assert_eq!(practice(key).problem_basis, Basis::Inferred, "{key}");
    }
    assert_eq!(practice("JK-P01").problem_basis, Basis::Stated);
    for key in ["PH-yishiyuan", "PH-mama-zhinangtuan", "PH-xiaoxiao-yishiyuan", "PH-sangyu-yishidui"] {
        assert_eq!(system(key).since.to_text(), "2019/..", "{key}");
    }
    // Lists that end in 等 are open, the three bamboos are three.
    for key in ["JK-linggang", "ZN-wenti-duiwu", "PH-yihe-duoyuan", "YZ-zhendi-shengji"] {
        assert_eq!(system(key).parts_list, PartsList::Open, "{key}");
    }
    assert_eq!(system("ZY-sanzhu").parts_list, PartsList::Closed);
    assert!(data.systems.iter().filter(|row| row.parts_list == PartsList::Open).count() >= 14);
    // A sentence that begins with 目前 dates all it says.
    for key in ["ZN-06", "ZN-09", "ZN-10"] {
        assert_eq!(row(&data, key).period.to_text(), "2022-08-09", "{key}");
    }
    assert_eq!(row(&data, "JK-09").period.to_text(), "2020-12/2022-06");
    assert_eq!(row(&data, "PH-10").bound, Bound::AtLeast);
    assert!(row(&data, "YZ-01").locator.starts_with("成立"), "a heading's numeral counts nothing");
    let measures = ["JK-juhun", "JK-juli", "JK-juxin"].map(|key| system(key).parts.len());
    assert_eq!(measures, [3, 3, 3], "nine numbered measures");
    // Words that say more than 党员, 发案 or 人次.
    let texts: Vec<&str> = data.practices.iter().map(|row| row.outcome.en.as_str()).collect();
    assert!(!texts.iter().any(|text| text.contains("crimes") || text.contains("person-times")));
    assert!(!data.practices.iter().any(|row| row.actors.en.starts_with("Members")));
}

#[test]
fn definitions_of_population_never_merge() {
    let data = bundled().data;
    let group = data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
    let mut seen = Vec::new();
    let of_cases = data.observations.iter().filter(|row| is_of(&data, row, Collection::Cases));
    for row in of_cases.filter(|row| data.indicator(row.indicator).group == group) {
        let comparable = &data.indicator(row.indicator).comparable;
        assert!(!seen.contains(comparable), "two population figures share {comparable}");
        seen.push(comparable.clone());
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn a_day_without_a_year_stays_without_one_and_this_year_stays_open() {
    let data = bundled().data;
    let source = data.source(row(&data, "YZ-12").source);
    assert_eq!(source.published_stated.map(|date| date.year), Some(None));
    assert!(row(&data, "YZ-12").period.years().is_empty());
    assert_eq!(row(&data, "ZY-07").period.years(), [2021, 2022]);
}

#[test]
fn missing_is_not_zero_and_zero_is_zero() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let everything = context.tables.find(&Selection::default());
        let group = data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
        let zhongnan = data.community_by_key("ZN").unwrap();
        assert_eq!(context.coverage(&everything, zhongnan, group), Coverage::NotReported);
        // Of the library only excerpts were read: what they do not say is not known not to be reported.
        let yinrong = data.community_by_key("R039").unwrap();
        assert_eq!(context.coverage(&everything, yinrong, group), Coverage::NotInExcerpt);
        assert_eq!(context.why_missing(yinrong, group, Coverage::NotInExcerpt), "摘录未见");
        // A compound's own figures are whole.
        let households = data.code_by_key(CodeList::IndicatorGroup, "households").unwrap();
        let changxin = data.community_by_key("R016").unwrap();
        assert_eq!(context.coverage(&everything, changxin, households), Coverage::Reported);
        let zeros: Vec<&Observation> = data.observations.iter().filter(|row| row.value == Some(0.0)).collect();
        assert_eq!(zeros.len(), 3);
        for zero in zeros {
            assert!(context.value(zero).text.starts_with('0'), "{}", context.value(zero).text);
        }
        let card = context.chart(OverviewChart::Group(group), &everything, &Selection::default(), Look::default());
        let missing = context.missing_line(&card);
        // Each reason once, whoever it concerns.
        let (silent, unseen) = missing.split_once("；摘录未见：").unwrap();
        assert!(silent.starts_with("未报告：") && silent.contains("中南社区"), "{missing}");
        assert!(unseen.contains("银融社区") && !unseen.contains("摘录未见"), "{missing}");
        let Spec::StripChart(chart) = &card.spec else { panic!("population is a strip chart") };
        let rows = || chart.blocks.iter().flat_map(|block| &block.rows);
        let registered = rows().find(|row| row.label == "在册人口").unwrap();
        // Of 65 communities four cases are silent, and 60 excerpts.
        assert_eq!((&*registered.reported, &*registered.silent), ("1/65", "4+60"));
        assert!(rows().flat_map(|row| &row.dots).all(|dot| !dot.key.starts_with("ZN")), "who is silent has no dot");
    });
}

#[test]
fn every_figure_shows_unit_source_and_period_in_every_language() {
    for locale in Locale::ALL {
        with(*locale, |context| {
            for row in &context.data.observations {
                let shown = context.value(row);
                assert!(!shown.text.is_empty() && !shown.spoken.is_empty(), "{}", row.key);
                assert!(!context.period(row).is_empty(), "{}", row.key);
                assert!(!context.source_line(row.source).text.is_empty());
                if locale.code() == "en" {
                    let han = shown.text.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
                    assert_eq!(han, None, "{}: {}", row.key, shown.text);
                }
            }
        });
    }
}

#[test]
fn traditional_text_is_what_the_full_dictionary_makes_of_it() {
    let package = bundled();
    // 看表格 is no wristwatch: where a phrase of the dictionary straddles two words of ours, the words change.
    let texts = lexicon_build::corpus(&package.data);
    let watches: Vec<_> = texts.iter().filter(|text| package.lexicon.hant(text).contains('錶')).collect();
    assert!(watches.is_empty(), "{watches:?}");
    for text in lexicon_build::corpus(&package.data) {
        assert_eq!(package.lexicon.hant(text), lexicon_build::traditional(text));
    }
}

#[test]
fn sorting_keeps_units_apart_and_puts_missing_last_both_ways() {
    with(Locale::ZhHans, |context| {
        let selection = Selection::default();
        let found = context.tables.find(&selection);
        for direction in [Direction::Ascending, Direction::Descending] {
            let table = TableState { sort: Some((TableColumn::Value, direction)), ..TableState::default() };
            let rows = context.table_rows(&found, &selection, &table);
            // A number in a name is no quantity either.
            let valued = |row: &Row| matches!(row, Row::Figure(id) if is_quantity(context.data.observation(*id)));
            let first_missing = rows.iter().position(|row| !valued(row)).unwrap();
            assert!(rows[first_missing..].iter().all(|row| !valued(row)));
            let units: Vec<UnitId> = rows[..first_missing]
                .iter()
                .filter_map(
                    |row| if let Row::Figure(id) = row { Some(context.data.observation(*id).unit) } else { None },
                )
                .collect();
            let mut runs = units.clone();
            runs.dedup();
            let mut distinct = runs.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(runs.len(), distinct.len(), "a unit occurs in two runs");
        }
    });
}

#[test]
fn filters_leave_what_they_say() {
    with(Locale::ZhHans, |context| {
        let mut selection = Selection::default();
        let province = context.tables.dim("province").unwrap();
        selection.toggle(province, context.tables.option(context.data, province, "jiangsu").unwrap());
        let found = context.tables.find(&selection);
        let keys: Vec<&str> = found.communities().iter().map(|id| &*context.data.community(*id).key).collect();
        assert_eq!(keys, ["PH", "R015"]);
        let collection = context.tables.dim(key::COLLECTION).unwrap();
        selection.toggle(collection, context.tables.option(context.data, collection, "cases").unwrap());
        let found = context.tables.find(&selection);
        assert_eq!(found.communities().len(), 1);
        assert!(found.figures().iter().all(|id| context.data.observation(*id).key.starts_with("PH-")));
        let menus = context.filter_bar(&found, &selection).menus;
        for facet in menus.iter().flat_map(|menu| context.facets_of(menu, &found, &selection)) {
            for option in &facet.options {
                assert!(!option.label.is_empty());
                assert!(option.empty.as_ref().is_none_or(|why| !why.is_empty()));
            }
        }
    });
}

#[test]
fn exported_rows_carry_status_bound_and_receipt() {
    with(Locale::ZhHans, |context| {
        let selection = Selection::default();
        let found = context.tables.find(&selection);
        let rows = context.table_rows(&found, &selection, &TableState::default());
        let csv = export::figures_csv(context, &rows, "题", "无", "");
        assert!(csv.starts_with('\u{feff}'));
        let line = |key: &str| {
            csv.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("no row {key}")).to_string()
        };
        for (key, parts) in [
            ("ZY-03", ["5000,about,reported", "常住人口约5000人"]),
            ("PH-06", ["26000,at_least,planned", "规划"]),
            ("YZ-10", ["12,less_than,reported", "S"]),
        ] {
            let line = line(key);
            assert!(parts[..1].iter().all(|part| line.contains(part)), "{key}: {line}");
        }
        assert!(
            csv.lines()
                .any(|line| line.contains("中南社区") && line.contains("人口") && line.contains(",,,not_reported,"))
        );
    });
}

#[test]
fn a_cell_of_who_reports_what_leads_to_exactly_its_figures() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let (mut single, mut several) = (0, 0);
        for group in context.tables.quantity_groups() {
            for community in context.tables.communities() {
                let own: Vec<Row> = context.quantities(community, *group).map(Row::Figure).collect();
                let key = format!("{}/{}", data.code(*group).code, data.community(community).key);
                match (context.mark_action(&key).unwrap(), own.as_slice()) {
                    (Action::Open(id), [only]) => {
                        single += 1;
                        assert_eq!(Row::Figure(id), *only);
                    }
                    (Action::Go(Page::Community(id)), []) => {
                        assert_eq!(id, community, "the page says what is reported")
                    }
                    (action @ Action::List(_), [_, _, ..]) => {
                        several += 1;
                        let mut view = ViewState::default();
                        assert_eq!(view.apply(action), None);
                        assert_eq!(view.page, Page::Table);
                        let found = context.tables.find(&view.selection);
                        let rows = context.table_rows(&found, &view.selection, &view.table);
                        let rows: Vec<Row> = rows.into_iter().filter(|row| matches!(row, Row::Figure(_))).collect();
                        assert_eq!(rows, own, "{key}");
                    }
                    (action, figures) => panic!("{key}: {action:?} for {figures:?}"),
                }
            }
        }
        assert!(single > 5 && several > 10, "{single} {several}");
    });
}

#[test]
fn the_timeline_leaves_what_has_no_year_beside_the_axis() {
    with(Locale::ZhHans, |context| {
        let everything = context.tables.find(&Selection::default());
        let card = context.chart(OverviewChart::Timeline, &everything, &Selection::default(), Look::default());
        let Spec::Spans(spans) = card.spec else { panic!("no spans") };
        let keys = |rows: &[linpu::chart::SpanRow]| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
        assert!(keys(&spans.rows).contains(&"ZY-17".to_string()));
        assert!(keys(&spans.beside).contains(&"YZ-14".to_string()), "3月26日 has no year");
        assert!(!keys(&spans.rows).iter().any(|key| key.starts_with("YZ")), "article 001 has no year at all");
        // A system leads to its page, a fact to its receipt.
        for row in spans.rows.iter().chain(&spans.beside) {
            assert!(context.mark_action(&row.key).is_some(), "{}", row.key);
        }
    });
}

/// What the library is for: rows with enough communities to compare, from all over the country.
#[test]
fn the_library_fills_rows_of_one_definition() {
    let data = bundled().data;
    let mut rows: BTreeMap<(&str, Scope, bool), BTreeSet<CommunityId>> = BTreeMap::new();
    for row in data.observations.iter().filter(|row| is_quantity(row)) {
        let comparable = data.indicator(row.indicator).comparable.as_str();
        let key = (comparable, row.scope, row.status == ObsStatus::Planned);
        rows.entry(key).or_default().insert(row.community);
    }
    assert!(rows[&("households_community", Scope::Community, false)].len() >= 14);
    assert!(rows[&("households_compound", Scope::Compound, false)].len() >= 10);
    assert!(rows.values().filter(|communities| communities.len() >= 6).count() >= 7);
    // Every community of the library has a figure, and a compound's own are of the compound.
    for (at, community) in data.communities.iter().enumerate() {
        let own = || data.observations.iter().filter(|row| row.community.index() == at);
        assert!(own().next().is_some(), "{}", community.key);
        if community.kind == CommunityKind::Compound {
            assert!(own().all(|row| row.scope != Scope::Community), "{}", community.key);
        }
    }
    let provinces = |row: &Community| data.place_at(data.community_by_key(&row.key)?, PlaceLevel::Province);
    assert!(data.communities.iter().filter_map(provinces).collect::<BTreeSet<_>>().len() >= 20);
}

#[test]
fn a_community_and_a_compound_share_no_row() {
    let data = bundled().data;
    let of = |community: &str, indicator: &str| {
        let is = |row: &&Observation| {
            (&*data.community(row.community).key, &*data.indicator(row.indicator).key) == (community, indicator)
        };
        data.observations.iter().find(is).unwrap_or_else(|| panic!("no {indicator} of {community}"))
    };
    let reasons = |a: (&str, &str), b: (&str, &str)| same_row(&data, of(a.0, a.1), of(b.0, b.1));
    // A team of a compound's residents and one of a community's.
    assert_eq!(reasons(("R048", "volunteers_team"), ("R061", "volunteers_team")), [Refusal::DifferentScope]);
    assert_eq!(reasons(("R043", "volunteers_team"), ("R061", "volunteers_team")), []);
    // A compound that a case names and one of the library's.
    assert_eq!(reasons(("YZ", "households_compound"), ("R003", "households_compound")), []);
    assert!(
        reasons(("R001", "households_community"), ("R003", "households_compound")).contains(&Refusal::DifferentScope)
    );
    // What differs in definition stays apart, whatever the place.
    for other in ["households_usual", "households_hukou", "households_relocated"] {
        let row = data.observations.iter().find(|row| data.indicator(row.indicator).key == other).unwrap();
        let reasons = same_row(&data, of("R001", "households_community"), row);
        assert!(reasons.contains(&Refusal::DifferentDefinition), "{other}");
    }
}

#[test]
fn grades_kinds_and_years_of_reports_can_be_chosen() {
    with(Locale::ZhHans, |context| {
        let find = |key: &str, choice: Choice| {
            let (dim, option) = context.tables.option_of(key, choice).unwrap();
            let mut selection = Selection::default();
            selection.toggle(dim, option);
            (context.tables.find(&selection), context.option(dim, option))
        };
        let data = context.data;
        let (found, name) = find(key::GRADE, Choice::Grade(Grade::Excerpt));
        assert_eq!((found.figures().len(), name.is_empty()), (261, false));
        let (found, _) = find(key::KIND, Choice::Kind(CommunityKind::Compound));
        assert!(!found.communities().is_empty());
        assert!(found.communities().iter().all(|id| data.community(*id).kind == CommunityKind::Compound));
        // The year of the report is not that of its figures.
        let (found, name) = find(key::REPORTED, Choice::Year(2011));
        let keys: Vec<&str> = found.communities().iter().map(|id| &*data.community(*id).key).collect();
        assert_eq!((keys, name.as_str()), (vec!["R001", "R062"], "2011年"));
        assert!(found.figures().iter().all(|id| data.observation(*id).period == Period::Unstated));
    });
}

/// Two rows of one chart by one name would be one definition twice.
#[test]
fn rows_of_a_chart_say_what_tells_them_apart() {
    for locale in [Locale::ZhHans, Locale::En] {
        with(locale, |context| {
            let selection = Selection::default();
            let found = context.tables.find(&selection);
            for group in context.tables.quantity_groups() {
                for is_whole in [true, false] {
                    let look = Look { is_whole, ..Look::default() };
                    let card = context.chart(OverviewChart::Group(*group), &found, &selection, look);
                    let Spec::StripChart(chart) = card.spec else { panic!("{}", card.title) };
                    for block in chart.blocks {
                        let mut said: Vec<_> = block.rows.iter().map(|row| (&row.label, &row.sub)).collect();
                        said.sort();
                        let twice = said.windows(2).find(|pair| pair[0] == pair[1]);
                        assert_eq!(twice, None, "{}: {}", card.title, block.title);
                    }
                }
            }
        });
    }
}
