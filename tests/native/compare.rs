//! The page that compares: whom, what stands in its matrix, and who is near whom.

use crate::dataset::bundled;
use linpu::chart::{PairMark, Scale, Spec, Who};
use linpu::measure::Per;
use linpu::model::*;
use linpu::present::compare::ComparePage;
use linpu::present::compare_cell::{Cell, CellFigure};
use linpu::present::peers::{MOST, Peer};
use linpu::present::{Context, Package};
use linpu::query::Tables;
use linpu::state::{ComparedChart, Comparison, ScaleChoice};
use linpu::text::{Locale, Words};
use linpu::wire::own::{OwnEntry, OwnRow};
use std::sync::Arc;

/// The case it is a copy of, and what is different.
type Change<'c> = (&'c str, &'c dyn Fn(&mut Community, &mut Vec<Observation>));

/// The five cases and, behind them, reports: copies of cases under names of their own, each changed in some way.
fn with_reports(changes: &[Change]) -> Package {
    let mut data = bundled().data;
    // The library stands behind the cases.
    let cases = data.communities.iter().filter(|row| row.collection == Collection::Cases).count();
    data.communities.truncate(cases);
    data.observations.retain(|row| row.community.index() < cases);
    for (at, (like, change)) in changes.iter().enumerate() {
        let like = data.community_by_key(like).unwrap();
        let mut community = data.community(like).clone();
        community.key = format!("X{at}");
        community.name = Text { zh: format!("报{at}社区"), en: format!("Report {at}") };
        community.collection = Collection::Reports;
        let id = CommunityId(data.communities.len() as u32);
        let mut rows: Vec<Observation> =
            data.observations.iter().filter(|row| row.community == like).cloned().collect();
        for row in &mut rows {
            row.community = id;
            row.key = format!("X{at}-{}", row.key);
            (row.system, row.same_as) = (None, None);
        }
        change(&mut community, &mut rows);
        data.communities.push(community);
        data.observations.extend(rows);
    }
    let tables = Tables::new(&data);
    let Package { lexicon, .. } = bundled();
    Package { data, tables, lexicon, is_complete: true }
}

fn in_chinese(package: &Package, test: impl Fn(&Context)) {
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    test(&Context::new(package, &words));
}

fn ids(data: &Dataset, keys: &[&str]) -> Vec<CommunityId> {
    keys.iter().map(|key| data.community_by_key(key).unwrap()).collect()
}

fn of(communities: Vec<CommunityId>) -> Comparison {
    Comparison { communities, ..Comparison::default() }
}

/// The cells of a group, by the name of the group.
fn cells<'p>(page: &'p ComparePage, title: &str) -> &'p [Cell] {
    &page.groups.iter().find(|group| group.title == title).unwrap().cells
}

fn figure(cell: &Cell) -> &CellFigure {
    match cell {
        Cell::Figure(figure) => figure,
        other => panic!("no figure: {other:?}"),
    }
}

fn none(_: &mut Community, _: &mut Vec<Observation>) {}

#[test]
fn the_cases_are_compared_unless_somebody_chooses_and_never_all() {
    let package = with_reports(&[("ZY", &none), ("JK", &none), ("PH", &none)]);
    in_chinese(&package, |context| {
        let keys = |chosen: &[CommunityId]| {
            context.compared(chosen).into_iter().map(|id| context.data.community(id).key.clone()).collect::<Vec<_>>()
        };
        assert_eq!(keys(&[]), ["ZY", "YZ", "PH", "JK", "ZN"]);
        assert_eq!(keys(&ids(context.data, &["JK", "X0"])), ["JK", "X0"]);
        // A link may name more than there is room for: the page says whom it leaves out.
        let all: Vec<CommunityId> = context.data.community_ids().collect();
        assert_eq!(keys(&all).len(), MOST);
        let page = context.compare_page(&of(all), None);
        assert_eq!(page.left_out, "链接里还有2个社区，一次最多比6个：报1社区、报2社区。");
        assert_eq!(context.compare_page(&Comparison::default(), None).left_out, "");
    });
}

#[test]
fn ones_own_community_comes_first_and_asks_for_what_it_lacks() {
    let row = OwnRow { indicator: "population_usual".into(), value: "6200".into(), ..OwnRow::default() };
    let entry = OwnEntry { name: "新村".into(), rows: vec![row], named: 1 };
    let (package, _) = Arc::new(bundled()).with_own(&entry);
    in_chinese(&package, |context| {
        let page = context.compare_page(&Comparison::default(), None);
        assert_eq!(page.question, "这六个社区，哪些数能放在一起比？");
        assert!(page.columns[0].is_own && !page.columns[1].is_own);
        assert_eq!(page.pairs, "15对，一点一对");
        assert_eq!(cells(&page, "党员")[0], Cell::Enter);
        let own = figure(&cells(&page, "人口")[0]);
        assert_eq!((own.figure.value.as_str(), own.strip.as_ref().unwrap().who), ("6,200人", Who::Own));
        // Who has figures of one's own to compare with shows the one that compares: the usual population, not the registered.
        assert_eq!(figure(&cells(&page, "人口")[1]).figure.label, "常住人口");
        let missing = &page.groups.iter().find(|group| group.title == "党员").unwrap().missing;
        assert!(!missing.contains("新村") && missing.contains("竹隐"), "{missing}");
    });
}

#[test]
fn a_cell_is_silent_in_the_words_of_what_was_read() {
    let silent = |_: &mut Community, rows: &mut Vec<Observation>| rows.clear();
    let package = with_reports(&[("ZY", &silent)]);
    in_chinese(&package, |context| {
        let page = context.compare_page(&of(ids(context.data, &["ZN", "JK", "X0"])), None);
        let people = cells(&page, "人口");
        assert_eq!(people[0], Cell::Silent("未报告".into()));
        assert_eq!(people[2], Cell::Silent("摘录未见".into()));
        assert_eq!(
            page.groups.iter().find(|group| group.title == "人口").unwrap().missing,
            "未报告：中南 · 摘录未见：报0"
        );
    });
}

#[test]
fn each_pair_has_a_mark_and_each_reason_is_said_once() {
    let exact = |_: &mut Community, rows: &mut Vec<Observation>| {
        for row in rows {
            (row.bound, row.value) = (Bound::Exact, row.value.map(|value| value * 2.0));
        }
    };
    let package = with_reports(&[("JK", &exact), ("JK", &exact)]);
    in_chinese(&package, |context| {
        let page = context.compare_page(&of(ids(context.data, &["ZY", "JK", "ZN", "X0", "X1"])), None);
        let people = page.groups.iter().find(|group| group.title == "人口").unwrap();
        // Of five one is silent: four pairs. JK, R0 and R1 share a definition, but say no time.
        let (but, differs, silent) = (PairMark::SameBut, PairMark::Differs, PairMark::Silent);
        assert_eq!(people.marks, [but, but, but, differs, differs, differs, silent, silent, silent, silent]);
        assert_eq!(people.verdict, "6对中3对可比，3对有条件");
        assert_eq!(people.why, "至少一方没有注明时间");
        let reasons: Vec<_> = people.reasons.iter().map(|it| (it.mark, it.why.as_str())).collect();
        assert_eq!(reasons[0], (but, "至少一方没有注明时间"));
        assert!(reasons.len() <= 3 && reasons[1].0 == differs && reasons[1].1.contains("口径不同"), "{reasons:?}");
        assert!(people.reasons[0].who.contains("金科园社区与报0社区"), "{:?}", people.reasons[0]);
        let alone = page.groups.iter().find(|group| group.pairs.is_empty()).unwrap();
        assert_eq!((alone.verdict.as_str(), alone.marks[0]), ("只有一个社区报告", silent));
        // What compares stands first, and its ticks are the others under the same definition.
        assert!(page.groups[0].is_comparable);
        let strip = figure(&people.cells[1]).strip.clone().unwrap();
        assert_eq!(strip.others, [7724.0, 7724.0]);
    });
}

#[test]
fn the_axis_of_a_row_is_the_packages_and_a_reader_may_choose_its_scale() {
    in_chinese(&bundled(), |context| {
        let scale =
            |page: &ComparePage, title: &str, at: usize| figure(&cells(page, title)[at]).strip.clone().unwrap().scale;
        let all = context.compare_page(&Comparison::default(), None);
        let few = context.compare_page(&of(ids(context.data, &["ZY", "JK"])), None);
        assert_eq!(scale(&all, "人口", 0), scale(&few, "人口", 0), "choosing moves nothing");
        let linear = context.compare_page(&Comparison::default(), Some(ScaleChoice::Linear));
        assert!(matches!(scale(&linear, "人口", 0), Scale::Linear { end } if end >= 26_000.0));
        let log = context.compare_page(&Comparison::default(), Some(ScaleChoice::Log));
        assert!(matches!(scale(&log, "人口", 0), Scale::Log { .. }));
        assert!(log.groups.iter().any(|group| group.title == "人口" && group.axis.ends_with("对数")));
        // Where the figures of a row have no unit in common nothing is drawn.
        let mixed = all.groups.iter().find(|group| group.axis == "单位各不相同").unwrap();
        assert!(mixed.cells.iter().all(|cell| !matches!(cell, Cell::Figure(it) if it.strip.is_some())));
    });
}

fn peers(context: &Context, keys: &[&str]) -> Vec<Peer> {
    context.peers(&of(ids(context.data, keys))).peers
}

#[test]
fn peers_are_named_with_what_makes_them_peers() {
    let size = |by: f64| {
        move |community: &mut Community, rows: &mut Vec<Observation>| {
            community.types.clear();
            rows.iter_mut().for_each(|row| row.value = row.value.map(|value| value * by));
        }
    };
    let (near, far) = (size(1.5), size(1.51));
    let sizeless = |_: &mut Community, rows: &mut Vec<Observation>| rows.clear();
    let package = with_reports(&[("JK", &far), ("JK", &near), ("JK", &sizeless), ("ZN", &none)]);
    in_chinese(&package, |context| {
        let found = peers(context, &["JK", "PH"]);
        let of = |key: &str| {
            let id = context.data.community_by_key(key).unwrap();
            found.iter().find(|peer| peer.id == id).map(|peer| peer.reason.as_str())
        };
        assert_eq!(of("X1"), Some("人口（口径未说明）相近，5,793人"));
        assert_eq!(of("X2"), Some("同为单位型"));
        // Half as large again and a little more is not similar; it is of the same city.
        assert_eq!(of("ZY"), Some("同在长沙市"));
        assert!(found.iter().all(|peer| peer.reason != "同为未说明"), "{found:?}");
        assert!(
            found.iter().all(|peer| peer.next.as_ref().is_some_and(|next| next.len() == 3 && next.contains(&peer.id)))
        );
        let full = peers(context, &["JK", "PH", "ZY", "YZ", "ZN", "X0"]);
        assert!(!full.is_empty() && full.iter().all(|peer| peer.next.is_none()), "there is no room");
    });
}

#[test]
fn everybody_can_be_chosen_and_found_by_name_place_or_syllable() {
    let mut changes: Vec<Change> = Vec::new();
    for at in 0..85 {
        changes.push((["ZY", "PH"][at % 2], &none));
    }
    let package = with_reports(&changes);
    in_chinese(&package, |context| {
        let picker = context.picker(&Comparison::default(), "");
        assert_eq!(picker.count, 90);
        let titles: Vec<_> = picker.groups.iter().map(|group| (group.title.as_str(), group.picks.len())).collect();
        assert_eq!(titles, [("案例", 5), ("公开报道 · 湖南省", 43), ("公开报道 · 江苏省", 42)]);
        assert!(picker.groups[0].picks.iter().all(|pick| pick.is_chosen));
        for (typed, expected) in [("金科园", "金科园社区"), ("jinke", "金科园社区"), ("jky", "金科园社区")]
        {
            assert_eq!(context.picker(&Comparison::default(), typed).groups[0].picks[0].name, expected, "{typed}");
        }
        assert_eq!(context.picker(&Comparison::default(), "江苏").count, 43);
        assert_eq!(context.picker(&Comparison::default(), "火星").count, 0);
        // Five are compared: there is room for one more, and the last one stays.
        let pick = |comparison: &Comparison, name: &str| {
            let picker = context.picker(comparison, "");
            picker.groups.into_iter().flat_map(|group| group.picks).find(|pick| pick.name == name).unwrap()
        };
        assert_eq!(pick(&Comparison::default(), "报0社区").next.unwrap().len(), 6);
        let six = of(ids(context.data, &["ZY", "YZ", "PH", "JK", "ZN", "X3"]));
        assert_eq!(pick(&six, "报0社区").next, None);
        assert_eq!(pick(&six, "报3社区").next.unwrap().len(), 5);
        assert_eq!(pick(&of(ids(context.data, &["JK"])), "金科园社区").next, None);
    });
}

#[test]
fn an_opened_row_has_every_definition_of_those_compared_on_one_axis_and_names_them() {
    let more = |_: &mut Community, rows: &mut Vec<Observation>| {
        rows.iter_mut().for_each(|row| row.value = row.value.map(|value| value * 3.0));
    };
    let package = with_reports(&[("JK", &more), ("PH", &none)]);
    in_chinese(&package, |context| {
        let group = context.data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
        let card = |comparison: &Comparison| context.compared_card(ComparedChart::Group(group), comparison, None);
        let comparison = of(ids(context.data, &["ZY", "JK"]));
        let Spec::StripChart(chart) = card(&comparison).spec else { panic!("no strip chart") };
        let [block] = &chart.blocks[..] else { panic!("one unit, one axis: {chart:?}") };
        let dots: Vec<(&str, &str, Who)> = block
            .rows
            .iter()
            .flat_map(|row| row.dots.iter().map(move |dot| (row.label.as_str(), dot.label.as_str(), dot.who)))
            .filter(|(_, dot, who)| *who != Who::Other || dot.starts_with("报"))
            .collect();
        let undefined = "人口（口径未说明）";
        let expected = [
            (undefined, "金科园 3,862", Who::Case),
            (undefined, "报0 · 11,586", Who::Other),
            ("在册人口", "竹隐 1,800", Who::Case),
            ("常住人口", "竹隐 约5,000", Who::Case),
        ];
        assert_eq!(order::sorted_by_key(&dots, |dot| dot.1), order::sorted_by_key(&expected, |dot| dot.1));
        // What only others report is folded away and counted; a case that is not compared is one of the others.
        assert!(block.folded.contains("所选社区都没有报告"), "{}", block.folded);
        assert!(block.rows.iter().flat_map(|row| &row.dots).all(|dot| block.axis.scale.at(dot.at.value).is_some()));
        let lit = Comparison { highlight: Some(comparison.communities[0]), ..comparison.clone() };
        let Spec::StripChart(chart) = card(&lit).spec else { panic!("no strip chart") };
        let lit = chart.blocks[0].rows.iter().flat_map(|row| &row.dots).filter(|dot| dot.who == Who::Lit);
        assert_eq!(lit.count(), 2);
        // Rates have panels: a quotient has no row of its own.
        let per = Comparison { per: Per::Thousand, ..comparison };
        let members = context.data.code_by_key(CodeList::IndicatorGroup, "party_members").unwrap();
        let rates = context.compared_card(ComparedChart::Group(members), &per, None);
        assert!(matches!(rates.spec, Spec::Panels(_)));
    });
}

/// Keeps of its figures of population the one of a definition.
fn only(key: &'static str) -> impl Fn(&mut Community, &mut Vec<Observation>) {
    move |_, rows| {
        let data = bundled().data;
        let population = data.code_by_key(CodeList::IndicatorGroup, "population");
        let kept = data.indicator_by_key(key);
        assert!(kept.is_some(), "{key}");
        rows.retain(|row| Some(data.indicator(row.indicator).group) != population || Some(row.indicator) == kept);
    }
}

#[test]
fn a_cell_shows_what_those_compared_share_not_what_most_others_have() {
    let (usual, registered) = (only("population_usual"), only("population_registered"));
    // Four reports, two with each definition; one of them is compared, so that the other definition is known more often elsewhere.
    let package = with_reports(&[("ZY", &usual), ("ZY", &registered), ("ZY", &usual), ("ZY", &registered)]);
    in_chinese(&package, |context| {
        for (other, shown) in [("X0", "常住人口"), ("X1", "在册人口")] {
            let page = context.compare_page(&of(ids(context.data, &["ZY", other])), None);
            let cell = figure(&cells(&page, "人口")[0]);
            assert_eq!(cell.figure.label, shown, "beside {other}");
        }
    });
}

#[test]
fn a_row_in_which_all_pairs_compare_without_a_caveat_says_just_that() {
    let dated = |_: &mut Community, rows: &mut Vec<Observation>| {
        rows.iter_mut().for_each(|row| row.period = Period::parse("2023").unwrap());
    };
    let package = with_reports(&[("JK", &dated), ("JK", &dated)]);
    in_chinese(&package, |context| {
        let page = context.compare_page(&of(ids(context.data, &["X0", "X1"])), None);
        let row = page.groups.iter().find(|group| group.title == "人口").unwrap();
        assert_eq!(row.marks, [PairMark::Same]);
        assert_eq!(row.verdict, "1对中1对可比");
        let [reason] = &row.reasons[..] else { panic!("one pair, one reason: {:?}", row.reasons) };
        assert_eq!(reason.why, "同口径，可比");
    });
}
