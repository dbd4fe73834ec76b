//! The sources' own arithmetic: every check by name against a list of verdicts drawn up from the articles by hand.

use crate::dataset::bundled;
use linpu::chart::{Beside, Spec, Who};
use linpu::export;
use linpu::measure::{self, Asked, Forced, Per, Preferences, Ratio, Refusal, Verdict};
use linpu::model::*;
use linpu::present::compare_rank::Ranked;
use linpu::present::sentence::plain;
use linpu::present::{Context, Package};
use linpu::query::is_quantity;
use linpu::state::{Action, ComparedChart, Comparison};
use linpu::text::{Locale, Words};
use linpu::wire::own::{OwnEntry, OwnRow};
use std::sync::Arc;

const EXPECTED: &str = include_str!("../fixtures/expected-checks.csv");

fn verdict(word: &str) -> Verdict {
    match word {
        "confirmed" => Verdict::Confirmed,
        "conflicting" => Verdict::Conflicting,
        "partial" => Verdict::Partial,
        "derived" => Verdict::Derived,
        "bounded" => Verdict::Bounded,
        "invalid" => Verdict::Invalid,
        "unverifiable" => Verdict::Unverifiable,
        other => panic!("no verdict {other}"),
    }
}

fn refusal(word: &str) -> Refusal {
    match word {
        "different_scope" => Refusal::DifferentScope,
        "planned_with_observed" => Refusal::PlannedWithObserved,
        "different_definition" => Refusal::DifferentDefinition,
        "different_unit" => Refusal::DifferentUnit,
        "unbounded" => Refusal::Unbounded,
        "subset_not_stated" => Refusal::SubsetNotStated,
        "no_denominator" => Refusal::NoDenominator,
        "different_period" => Refusal::DifferentPeriod,
        "unknown_period" => Refusal::UnknownPeriod,
        "overlapping_groups" => Refusal::OverlappingGroups,
        "across_communities" => Refusal::AcrossCommunities,
        other => panic!("no refusal {other}"),
    }
}

#[test]
fn every_check_comes_out_as_the_articles_have_it() {
    let data = bundled().data;
    let mut wrong = Vec::new();
    let expected: Vec<Vec<&str>> = EXPECTED.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(expected.len(), data.checks.len());
    for cells in expected {
        let [key, word, value, reason] = cells[..] else { panic!("{cells:?}") };
        let check = data.checks.iter().find(|check| check.key == key).unwrap_or_else(|| panic!("no check {key}"));
        let finding = measure::check(&data, check);
        let near =
            |number: f64| finding.value.is_some_and(|it| (it.shown().0 - number).abs() <= 0.05 * number.abs().max(0.1));
        let same = finding.verdict == verdict(word)
            && (value.is_empty() || value.parse().is_ok_and(near))
            && (reason.is_empty() || finding.refusals.contains(&refusal(reason)));
        if !same {
            wrong.push(format!("{key}: {word} {value} {reason}, but {finding:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), data.checks.len(), wrong.join("\n"));
}

fn id(data: &Dataset, key: &str) -> ObservationId {
    data.observation_by_key(key).unwrap_or_else(|| panic!("no figure {key}"))
}

/// A figure per head with the figures of its community to choose a base from.
fn per(data: &Dataset, id: ObservationId, way: Per, choices: Preferences) -> Option<measure::Answer> {
    let own: Vec<ObservationId> = data
        .observation_ids()
        .filter(|other| data.observation(*other).community == data.observation(id).community)
        .collect();
    measure::per(data, id, way, &own, choices)
}

#[test]
fn figures_per_head_say_what_they_rest_on_or_why_there_are_none() {
    let data = bundled().data;
    let per = |key: &str, way: Per, choices: Preferences| per(&data, id(&data, key), way, choices);
    let plain = Preferences::default();
    let refused = |key: &str, way: Per| per(key, way, plain).and_then(|answer| answer.result.err()).unwrap_or_default();
    // Buildings of JK by its population, whose basis is undefined: 28 / 3,862.
    let buildings = per("JK-02", Per::Thousand, plain).unwrap();
    assert!((buildings.result.unwrap().low - 28.0 / 3.862).abs() < 1e-9);
    assert_eq!(buildings.operands, [id(&data, "JK-02"), id(&data, "JK-03")]);
    // No population at all; only a plan.
    assert_eq!(refused("ZN-06", Per::Thousand), [Refusal::NoDenominator]);
    assert_eq!(refused("PH-02", Per::Thousand), [Refusal::NoDenominator]);
    assert_eq!(refused("YZ-13", Per::Thousand), [Refusal::Unbounded], "at least over at least");
    // Person-times by persons, and people who are not said to be among the people.
    assert!(refused("ZY-21", Per::Thousand).contains(&Refusal::DifferentUnit), "{:?}", refused("ZY-21", Per::Thousand));
    // A compound's buildings by its own households.
    let compound = per("YZ-03", Per::Household, plain).unwrap();
    assert_eq!(compound.operands[1], id(&data, "YZ-04"));
    // A share has no rate.
    assert!(per("ZN-08", Per::Thousand, plain).is_none_or(|answer| answer.operands.len() == 2));
}

#[test]
fn of_two_bases_the_usual_one_stands_until_a_person_picks_another() {
    let data = bundled().data;
    let groups = data.observations.iter().position(|row| {
        data.indicator(row.indicator).key == "resident_groups" && data.community(row.community).key == "ZY"
    });
    let groups = ObservationId(groups.unwrap() as u32);
    let base = |picked: &[ObservationId]| {
        let answer = per(&data, groups, Per::Thousand, Preferences { picked, forced: &[] }).unwrap();
        data.indicator(data.observation(answer.operands[1]).indicator).key.clone()
    };
    assert_eq!(base(&[]), "population_usual");
    let registered = data
        .observation_ids()
        .find(|id| data.indicator(data.observation(*id).indicator).key == "population_registered");
    assert_eq!(base(&[registered.unwrap()]), "population_registered");
}

#[test]
fn a_forced_quotient_has_a_number_and_keeps_its_warning() {
    let data = bundled().data;
    let ratio = Ratio {
        numerator: data.observation(id(&data, "ZY-21")).indicator,
        denominator: data.indicator_by_key("population_usual").unwrap(),
    };
    let forced = [Forced::Ratio(ratio)];
    let choices = Preferences { picked: &[], forced: &forced };
    let answer = per(&data, id(&data, "ZY-21"), Per::Thousand, choices).unwrap();
    assert!(answer.result.is_ok());
    assert!(answer.warnings.contains(&Refusal::DifferentUnit));
    assert!(!measure::can_be_forced(&[Refusal::Unbounded]));
    assert!(!measure::can_be_forced(&[Refusal::NoDenominator]));
}

#[test]
fn two_figures_of_one_thing_are_a_conflict_and_both_stay() {
    let mut data = bundled().data;
    assert_eq!(
        measure::conflicts(&data, data.observation_ids()),
        Vec::<Vec<ObservationId>>::new(),
        "of the bundled figures none says it twice"
    );
    let mut other = data.observation(id(&data, "JK-03")).clone();
    other.key = "JK-03b".into();
    other.value = other.value.map(|value| value + 38.0);
    other.bound = Bound::About;
    data.observations.push(other);
    let both = [id(&data, "JK-03"), id(&data, "JK-03b")];
    assert_eq!(measure::conflicts(&data, data.observation_ids()), [both]);
    // The exact one stands, until a person picks the other.
    assert_eq!(measure::standing(&data, both, &[]), Some(both[0]));
    assert_eq!(measure::standing(&data, both, &both[1..]), Some(both[1]));
    // The same figure said twice is no conflict.
    data.observations.pop();
    let again = data.observation(id(&data, "JK-03")).clone();
    data.observations.push(again);
    assert!(measure::conflicts(&data, data.observation_ids()).is_empty());
}

#[test]
fn only_what_is_sure_is_ranked() {
    let data = bundled().data;
    let of = |keys: &[&str]| measure::ranking(&data, &keys.iter().map(|key| id(&data, key)).collect::<Vec<_>>(), false);
    let refused = of(&["ZY-03", "JK-03"]).unwrap_err();
    assert!(refused.contains(&Refusal::DifferentDefinition));
    assert!(of(&["JK-03", "PH-06"]).unwrap_err().contains(&Refusal::PlannedWithObserved));
    assert_eq!(of(&["JK-03"]).unwrap().len(), 1);
    assert_eq!(of(&["ZY-03"]).unwrap_err(), [Refusal::NotExact], "about 5,000");
}

/// The population of JK again, as that of other communities, in other words.
fn again(data: &mut Dataset, changes: &[&dyn Fn(&mut Observation)]) -> Vec<ObservationId> {
    let first = data.observation(id(data, "JK-03")).clone();
    for (at, change) in changes.iter().enumerate() {
        let mut row = first.clone();
        row.community = CommunityId(at as u32 % 5);
        row.key = format!("again-{at}");
        row.period = Period::parse("2021").unwrap();
        row.bases = Bases::both(PeriodBasis::Stated);
        change(&mut row);
        data.observations.push(row);
    }
    (0..changes.len()).map(|at| id(data, &format!("again-{at}"))).collect()
}

#[test]
fn ranks_want_exact_figures_of_known_and_near_times() {
    let mut data = bundled().data;
    let year = |text: &'static str| move |row: &mut Observation| row.period = Period::parse(text).unwrap();
    let [early, later, unknown] = [year("2018"), year("2022"), year("")];
    let bounded = |row: &mut Observation| row.bound = Bound::AtLeast;
    let more = |row: &mut Observation| row.value = Some(9000.0);
    let ids = again(&mut data, &[&|_| {}, &more, &early, &later, &unknown, &bounded]);
    let [plain, more, early, later, unknown, bounded] = ids[..] else { panic!() };
    let places = |ids: &[ObservationId], insists| {
        measure::ranking(&data, ids, insists).map(|places| places.iter().map(|it| it.at).collect::<Vec<_>>())
    };
    assert_eq!(places(&[plain, more, early], false), Ok(vec![2, 1, 2]), "three years apart");
    assert_eq!(places(&[plain, early, later], false), Err(vec![Refusal::YearsApart]));
    assert_eq!(places(&[early, later], true), Ok(vec![1, 1]));
    assert_eq!(places(&[plain, unknown], false), Err(vec![Refusal::UnknownPeriod]));
    assert_eq!(places(&[plain, unknown], true), Ok(vec![1, 1]));
    for insists in [false, true] {
        assert_eq!(places(&[more, bounded], insists), Err(vec![Refusal::NotExact]), "a bound has no place");
    }
    assert_eq!(places(&[plain, plain], true), Err(vec![Refusal::OverlappingGroups]));
}

#[test]
fn what_may_be_ranked_stands_in_one_row_and_what_stands_in_one_row_shares_an_axis() {
    let mut data = bundled().data;
    let planned = |row: &mut Observation| row.status = ObsStatus::Planned;
    again(&mut data, &[&|_| {}, &|_| {}, &planned, &|row| row.scope = Scope::Compound]);
    let (mut axes, mut rows, mut ranks) = (0, 0, 0);
    for a in data.observation_ids() {
        for b in data.observation_ids().filter(|b| *b != a) {
            let [x, y] = [a, b].map(|id| data.observation(id));
            let (axis, row) = (measure::same_axis(&data, x, y), measure::same_row(&data, x, y));
            let rank = measure::may_rank(&data, &[a, b]);
            let keys = [x, y].map(|row| (measure::axis_key(&data, row), measure::row_key(&data, row)));
            assert_eq!(keys[0].0 == keys[1].0, axis.is_empty(), "{} {}", x.key, y.key);
            assert_eq!(keys[0].1 == keys[1].1, row.is_empty(), "{} {}", x.key, y.key);
            assert_eq!(axis, measure::same_axis(&data, y, x));
            assert_eq!(row, measure::same_row(&data, y, x));
            assert_eq!(rank, measure::may_rank(&data, &[b, a]));
            assert!(!rank.is_empty() || row.is_empty(), "{} {}", x.key, y.key);
            assert!(!row.is_empty() || axis.is_empty(), "{} {}", x.key, y.key);
            axes += usize::from(axis.is_empty());
            rows += usize::from(row.is_empty());
            ranks += usize::from(rank.is_empty());
        }
    }
    assert!(ranks > 0 && rows > ranks && axes > rows, "{axes} {rows} {ranks}");
}

#[test]
fn a_plan_shares_an_axis_with_levels_and_not_with_what_flows() {
    let data = bundled().data;
    let of = |key: &str| data.observations.iter().find(|row| row.key == key).expect("a bundled figure");
    let (usual, planned, new) = (of("ZY-03"), of("PH-06"), of("YZ-12"));
    assert_eq!([planned, new].map(|row| data.indicator(row.indicator).kind), [ValueKind::Plan, ValueKind::Flow]);
    assert_eq!(measure::same_axis(&data, usual, planned), []);
    assert_eq!(measure::same_axis(&data, of("ZN-11"), new), [Refusal::DifferentKind]);
}

#[test]
fn figures_are_added_up_only_where_the_package_says_that_they_are_parts_of_one_whole() {
    let mut data = bundled().data;
    let of = |data: &Dataset, keys: &[&str]| {
        measure::addition(data, &keys.iter().map(|key| id(data, key)).collect::<Vec<_>>())
    };
    assert_eq!(of(&data, &["PH-04", "PH-05"]), [], "two kinds of compound, named by a sum");
    assert_eq!(of(&data, &["PH-04", "PH-04"]), [Refusal::OverlappingGroups]);
    data.checks.retain(|check| check.op != CheckOp::Sum);
    assert!(of(&data, &["PH-04", "PH-05"]).contains(&Refusal::OverlappingGroups));
    assert!(of(&data, &["ZY-03", "JK-03"]).contains(&Refusal::AcrossCommunities));
}

fn with_own(rows: &[(&str, &str, &str)]) -> Package {
    let package = Arc::new(bundled());
    let row = |(indicator, value, period): &(&str, &str, &str)| OwnRow {
        indicator: (*indicator).into(),
        value: (*value).into(),
        period: (*period).into(),
        ..OwnRow::default()
    };
    let entry = OwnEntry { name: "新村".into(), rows: rows.iter().map(row).collect(), named: 1 };
    let (whole, findings) = package.with_own(&entry);
    assert!(findings.is_empty(), "{findings:?}");
    Arc::into_inner(whole).unwrap()
}

#[test]
fn a_community_of_ones_own_is_ranked_where_the_definition_is_the_same_and_only_there() {
    let package = with_own(&[("population_usual", "6200", "2023"), ("population_undefined", "3900", "")]);
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    // One of the two says no time: that is no rank, unless a person insists.
    let page = context.compare_page(&Comparison::default(), None);
    let of = |page: &linpu::present::compare::ComparePage, name: &str| {
        let group = page.groups.iter().find(|group| group.title == "人口").unwrap();
        group.ranks.iter().find(|rank| rank.title.starts_with(name)).unwrap().clone()
    };
    let undefined = of(&page, "人口（口径未说明）");
    let places = |ranked: &Ranked| {
        let sorted = linpu::model::order::sorted_by_key(&ranked.bars, |bar| bar.nth);
        sorted.into_iter().map(|bar| bar.place).filter(|place| !place.is_empty()).collect::<Vec<_>>()
    };
    assert!(places(&undefined).is_empty() && undefined.force == Some(false), "{undefined:?}");
    assert!(undefined.refused.contains("至少一方没有注明时间"), "{undefined:?}");
    // 约5,000 is no exact number: it has no place, whoever insists.
    let usual = of(&page, "常住人口");
    assert!(places(&usual).is_empty() && usual.force.is_none(), "{usual:?}");
    // One's own comes first; lengths are parts of the greatest, and say which are bounds.
    let bars: Vec<_> = usual.bars.iter().map(|bar| (bar.of_greatest, bar.at.bound, bar.who, bar.nth)).collect();
    assert_eq!(bars, [(1.0, Bound::Exact, Who::Own, 0), (5000.0 / 6200.0, Bound::About, Who::Case, 1)]);
    assert!(usual.refused.contains("确数"), "{usual:?}");
    let group = package.data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
    let forced = Comparison { forced: vec![Forced::Group(group)], ..Comparison::default() };
    let page = context.compare_page(&forced, None);
    let people = page.groups.iter().find(|group| group.title == "人口").unwrap();
    assert!(people.is_comparable && page.groups[0] == *people, "what can be compared comes first");
    let undefined = of(&page, "人口（口径未说明）");
    assert!(
        undefined.title.contains("2个参加排序")
            && undefined.title.contains("未报告，不排：竹隐社区、窑洲社区、平湖社区、中南社区")
    );
    assert_eq!(places(&undefined), ["第1", "第2"], "{undefined:?}");
    assert!(undefined.refused.contains("注意：至少一方没有注明时间"), "the warning goes with the rank");
    let usual = of(&page, "常住人口");
    assert!(places(&usual).is_empty());
    assert_eq!(plain(&usual.says), "常住人口：新村（自填） 6,200人（2023年），竹隐社区 约5,000人（时间未注明）。");
    assert_eq!(usual.says.iter().filter(|piece| piece.figure.is_some()).count(), 2);
    assert_eq!(plain(&page.sentences[1]), "同口径可比：人口2对。");
    // Strips hold one definition each.
    let strips = context.strips_card(&Comparison::default());
    let Spec::Strips(strips) = strips.spec else { panic!("no strips") };
    assert_eq!(strips.rows.iter().map(|row| row.dots.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn without_a_definition_in_common_nothing_is_ranked_and_the_page_says_what_is_nearest() {
    let package = bundled();
    let words = Words::new(Locale::En, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let page = context.compare_page(&Comparison::default(), None);
    assert!(page.groups.iter().all(|group| group.ranks.is_empty()) && !page.has_shared);
    assert!(plain(&page.sentences[0]).contains("no two share one"), "{:?}", page.sentences);
    assert!(plain(&page.sentences[1]).contains("what differs"), "{:?}", page.sentences);
    assert!(page.silent.contains("satisfaction") || page.silent.contains("Satisfaction"), "{}", page.silent);
}

#[test]
fn a_plot_shows_who_has_both_and_names_what_the_others_lack() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let indicator = |key: &str| package.data.indicator_by_key(key).unwrap();
    let pair = Some((indicator("population_undefined"), indicator("volunteers_members_with_posts")));
    let card = context.scatter_card(&Comparison { pair, ..Comparison::default() });
    let Spec::Scatter(plot) = card.spec else { panic!("no plot") };
    // One point is no plot: what is known of it is said, first, and leads to its receipt.
    assert!(plot.points.is_empty() && card.summary.contains("1个两项都有报告；至少3个"), "{}", card.summary);
    assert_eq!(plot.beside.len(), 5);
    assert_eq!((plot.beside[0].label.as_str(), plot.beside[0].key.as_str()), ("金科园社区", "JK-03"));
    assert!(plot.beside[0].text.contains("3,862人") && plot.beside[0].text.contains("115人"), "{:?}", plot.beside[0]);
    let silent = |row: &Beside| row.text == "人口（口径未说明）：未报告 · 认领岗位的党员：未报告";
    assert!(plot.beside[1..].iter().all(silent), "{:?}", plot.beside);
    assert!(plot.beside.iter().all(|row| context.mark_action(&row.key).is_some()), "a row that leads nowhere");
}

#[test]
fn from_three_points_up_there_is_a_plot_and_who_lacks_which_is_said() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let [x, y] = ["households_community", "area_community"].map(|key| package.data.indicator_by_key(key).unwrap());
    let standing = |id: CommunityId, indicator| {
        context.tables.figures_at(&package.data, id, indicator).any(|id| is_quantity(package.data.observation(id)))
    };
    let of = |has: [bool; 2], most: usize| {
        let all = context.tables.communities().filter(move |id| [standing(*id, x), standing(*id, y)] == has);
        all.take(most).collect::<Vec<_>>()
    };
    let of_kinds =
        |both: usize| [of([false, true], 1), of([true, true], both), of([false, false], 1), of([true, false], 1)];
    let card = |both: usize| {
        let comparison =
            Comparison { communities: of_kinds(both).concat(), pair: Some((x, y)), ..Comparison::default() };
        let Spec::Scatter(plot) = context.scatter_card(&comparison).spec else { panic!("no plot") };
        plot
    };
    let plot = card(3);
    assert_eq!(plot.points.len(), 3);
    assert_eq!(plot.beside.len(), 3, "only one, only the other, neither");
    let is_said = |row: &Beside| {
        row.text
            .split(" · ")
            .map(|part| !["未报告", "摘录未见"].iter().any(|word| part.contains(word)))
            .collect::<Vec<_>>()
    };
    let said: Vec<Vec<bool>> = plot.beside.iter().map(is_said).collect();
    assert_eq!(said, [[true, false], [false, true], [false, false]]);
    let opens = |row: &Beside| matches!(context.mark_action(&row.key), Some(Action::Open(_)));
    assert_eq!(plot.beside.iter().map(opens).collect::<Vec<_>>(), [true, true, false]);
    assert!(card(2).points.is_empty() && card(2).beside.len() == 5);
}

#[test]
fn files_carry_computed_values_with_formula_bound_operands_and_warning() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let indicator = |key: &str| package.data.indicator_by_key(key).unwrap();
    let ratio = Ratio { numerator: indicator("service_person_times"), denominator: indicator("population_usual") };
    let comparison = Comparison {
        asked: vec![Asked { ratio, scale: 1 }],
        forced: vec![Forced::Ratio(ratio)],
        ..Comparison::default()
    };
    let card = context.compared_card(ComparedChart::Derived, &comparison, None);
    let csv = export::card_csv(&context, &card);
    let line =
        |key: &str| csv.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("no {key} in {csv}"));
    for part in ["derived", "每千人领岗党员", "认领岗位的党员 ÷ 人口（口径未说明） × 1,000", "29.7773"]
    {
        assert!(line("JK-23 / JK-03").contains(part), "{part}: {}", line("JK-23 / JK-03"));
    }
    assert!(line("YZ-05 / YZ-04").contains("at_least"));
    assert!(line("ZY-21 / ZY-03").contains("单位不同"), "a forced quotient carries its warning");
    assert!(card.warning.contains("单位不同"));
    // Rates leave with their base.
    let per = Comparison { per: Per::Thousand, ..Comparison::default() };
    let group = package.data.code_by_key(CodeList::IndicatorGroup, "party_members").unwrap();
    let csv = export::card_csv(&context, &context.compared_card(ComparedChart::Group(group), &per, None));
    let rate = csv.lines().find(|line| line.starts_with("JK-09 / JK-03")).unwrap();
    assert!(rate.contains("55.67063697566028") && rate.contains("derived") && rate.contains("3,862人"), "{rate}");
}

#[test]
fn what_is_computed_is_no_better_evidence_than_its_weakest_figure() {
    let mut data = bundled().data;
    for (row, grade) in data.observations.iter_mut().zip(Grade::ALL) {
        row.grade = *grade;
    }
    let of = |rows: &[u32]| measure::grade(&data, &rows.iter().copied().map(ObservationId).collect::<Vec<_>>());
    let (article, register, excerpt, own) = (0, 1, 2, 3);
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[article, article]), Some(Grade::Article));
    assert_eq!(of(&[register, article]), Some(Grade::Register));
    assert_eq!(of(&[article, excerpt, register]), Some(Grade::Excerpt));
    assert_eq!(of(&[own, excerpt]), Some(Grade::Own));
}

fn on(year: i16, month: u8, day: u8) -> Edge {
    Edge::On(PartialDate { year: Some(year), month: Some(month), day: Some(day) })
}

fn in_year(year: i16) -> Edge {
    Edge::On(PartialDate { year: Some(year), month: None, day: None })
}

/// Both ends of what is ranked must be near: a count since 2010 is no neighbour of one of the last year.
#[test]
fn figures_of_one_last_year_and_other_first_years_have_no_ranks() {
    let mut data = bundled().data;
    let alike = |data: &Dataset, id: ObservationId| {
        let row = data.observation(id);
        (row.indicator, row.unit, row.scope, row.status, row.bound, row.period.clone())
    };
    let all: Vec<ObservationId> = data.observation_ids().filter(|id| is_quantity(data.observation(*id))).collect();
    let community = |id: &ObservationId| data.observation(*id).community;
    let pair = all.iter().enumerate().find_map(|(at, a)| {
        let mate = |b: &&ObservationId| alike(&data, **b) == alike(&data, *a) && community(b) != community(a);
        let is_plain = data.observation(*a).bound == Bound::Exact && data.observation(*a).scope == Scope::Community;
        is_plain.then(|| all[at + 1..].iter().find(mate).map(|b| [*a, *b])).flatten()
    });
    let pair = pair.unwrap();
    let mut ranked = |periods: [Period; 2]| {
        for (id, period) in pair.iter().zip(periods) {
            let row = &mut data.observations[id.0 as usize];
            row.period = period;
            row.bases = Bases { start: PeriodBasis::Stated, end: PeriodBasis::Stated };
        }
        measure::ranking(&data, &pair, false)
    };
    assert!(ranked([Period::Span(in_year(2019), in_year(2022)), Period::Span(in_year(2021), in_year(2023))]).is_ok());
    for apart in [
        [Period::Span(in_year(2010), in_year(2022)), Period::Span(in_year(2021), in_year(2022))],
        [Period::Span(in_year(2012), in_year(2013)), Period::Span(in_year(2012), in_year(2022))],
    ] {
        assert_eq!(ranked(apart.clone()).err().unwrap_or_default(), [Refusal::YearsApart], "{apart:?}");
    }
}

/// The month that a rate is per is as long as its stated days, both ends included.
#[test]
fn stated_days_are_counted_with_both_ends() {
    let mut row = bundled().data.observations[0].clone();
    row.bases = Bases { start: PeriodBasis::Stated, end: PeriodBasis::Stated };
    row.period = Period::Span(on(2024, 3, 1), on(2024, 3, 1));
    let day = measure::stated_months(&row).unwrap();
    row.period = Period::Span(on(2024, 1, 1), on(2024, 12, 31));
    let days = measure::stated_months(&row).unwrap() / day;
    assert!((days - 366.0).abs() < 1e-9, "{days} days");
}

/// What a check of some kind says of figures made for it: the first figures of the package, rewritten.
fn said(op: CheckOp, rewrite: &[&dyn Fn(&mut Observation)], stated: Option<&str>) -> measure::Finding {
    let mut data = bundled().data;
    let first = data.observation_ids().find(|id| is_quantity(data.observation(*id))).unwrap();
    let row = data.observation(first).clone();
    let operands: Vec<ObservationId> = (0..rewrite.len()).map(|at| ObservationId(at as u32)).collect();
    for (at, rewrite) in rewrite.iter().enumerate() {
        let mut row = Observation { key: format!("made.{at}"), ..row.clone() };
        rewrite(&mut row);
        data.observations[at] = row;
    }
    let stated = stated.map(|ucum| {
        let unit = data.units.iter().position(|unit| unit.ucum.as_deref() == Some(ucum)).unwrap_or_else(|| {
            data.units[0].ucum = Some(ucum.into());
            0
        });
        data.observations[rewrite.len()].value = Some(20.0);
        data.observations[rewrite.len()].bound = Bound::Exact;
        data.observations[rewrite.len()].unit = UnitId(unit as u32);
        ObservationId(rewrite.len() as u32)
    });
    let check = Check { op, operands, stated, ..data.checks[0].clone() };
    measure::check(&data, &check)
}

#[test]
fn a_span_said_in_days_is_held_against_the_days_there_are() {
    let started = |row: &mut Observation| row.period = Period::Span(on(2024, 3, 1), Edge::Open);
    let ended = |row: &mut Observation| row.period = Period::Span(on(2024, 3, 10), on(2024, 3, 30));
    let soon = |row: &mut Observation| row.period = Period::Span(on(2024, 3, 1), on(2024, 3, 2));
    assert_eq!(said(CheckOp::Span, &[&started, &ended], Some("d")).verdict, Verdict::Confirmed);
    assert_eq!(said(CheckOp::Span, &[&started, &soon], Some("d")).verdict, Verdict::Conflicting, "20 days in two");
    assert_eq!(said(CheckOp::Span, &[&started, &soon], None).verdict, Verdict::Derived);
}

#[test]
fn all_is_all_only_where_the_others_are_none() {
    let number = |value: f64, bound: Bound| {
        move |row: &mut Observation| (row.value, row.bound, row.status) = (Some(value), bound, ObsStatus::Reported)
    };
    let own = number(7.0, Bound::Exact);
    let verdict = |other: &dyn Fn(&mut Observation)| said(CheckOp::Whole, &[&own, other], None).verdict;
    assert_eq!(verdict(&number(0.0, Bound::Exact)), Verdict::Confirmed);
    assert_eq!(verdict(&number(3.0, Bound::Exact)), Verdict::Conflicting);
    assert_eq!(verdict(&number(0.0, Bound::AtLeast)), Verdict::Unverifiable, "none or more");
    assert_eq!(verdict(&number(3.0, Bound::LessThan)), Verdict::Unverifiable, "one, or none");
}

#[test]
fn what_was_counted_twice_has_a_change_and_nothing_else_has() {
    let at = |year: i16, value: f64| {
        move |row: &mut Observation| {
            (row.value, row.bound, row.status) = (Some(value), Bound::Exact, ObsStatus::Reported);
            row.period = Period::At(PartialDate { year: Some(year), month: None, day: None });
        }
    };
    let change = said(CheckOp::Trend, &[&at(2021, 5.0), &at(2023, 8.0)], None);
    assert_eq!(change.value.map(|value| value.shown().0), Some(3.0));
    assert_eq!(said(CheckOp::Trend, &[&at(2021, 5.0), &at(2021, 8.0)], None).verdict, Verdict::Unverifiable);
}
