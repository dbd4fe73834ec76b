//! The page that compares, and what is derived.

use super::charts::card;
use super::*;
use linpu::measure::{Asked, Forced, Per, Ratio};
use linpu::state::{AxisMode, ComparedChart, Comparison};

/// What is compared, by what it is called here.
fn comparisons(data: &Dataset) -> Vec<(&'static str, Comparison)> {
    let of = |keys: &[&str]| Comparison {
        communities: keys.iter().map(|key| data.community_by_key(key).unwrap()).collect(),
        ..Comparison::default()
    };
    let group = |code: &str| data.code_by_key(CodeList::IndicatorGroup, code).unwrap();
    let indicator = |key: &str| data.indicator_by_key(key).unwrap();
    let [people, homes] = ["population_usual", "grids"].map(indicator);
    let ratio = Ratio { numerator: homes, denominator: people };
    let highlight = data.community_by_key("PH");
    vec![
        ("none", of(&[])),
        ("one", of(&["ZN"])),
        ("two", of(&["ZY", "JK"])),
        ("library", of(&["R001", "R010"])),
        ("mixed", Comparison { highlight, ..of(&["PH", "R003", "R013"]) }),
        ("shared", Comparison { axis: AxisMode::Shared, highlight, ..of(&["ZY", "YZ", "PH"]) }),
        ("free", Comparison { axis: AxisMode::Free, ..of(&["ZY", "YZ", "PH", "R010"]) }),
        ("one axis", Comparison { axis: AxisMode::One, highlight, ..of(&[]) }),
        (
            "forced",
            Comparison {
                axis: AxisMode::One,
                forced: vec![Forced::Group(group("population")), Forced::Ratio(ratio)],
                asked: vec![Asked { ratio, scale: 1000 }],
                ..of(&[])
            },
        ),
        ("per thousand", Comparison { per: Per::Thousand, pair: Some((people, homes)), ..of(&[]) }),
        ("per household", Comparison { per: Per::Household, axis: AxisMode::One, ..of(&["ZY", "JK", "R010", "R006"]) }),
        ("too many", Comparison { communities: data.community_ids().take(9).collect(), ..of(&[]) }),
    ]
}

#[test]
fn the_page_that_compares() {
    for (name, package) in [("compare", package()), ("compare-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            for (name, mut comparison) in comparisons(context.data) {
                match context.data.own {
                    Some(own) if !comparison.communities.is_empty() => comparison.communities.push(own),
                    Some(_) if name != "none" => continue,
                    _ => {}
                }
                let page = context.compare_page(&comparison, None);
                book.say(
                    name,
                    (&page.question, &page.left_out, &page.silent, &page.pairs, page.has_shared, &page.caption),
                );
                book.say(format!("{name} sentences"), (&page.sentences, &page.columns, &page.conflicts));
                for group in &page.groups {
                    book.say(format!("{name} {}", group.title), group);
                }
                for scale in ScaleChoice::ALL {
                    book.say(format!("{name} {scale:?}"), context.compare_page(&comparison, Some(scale)));
                }
                book.say(format!("{name} bases"), context.bases(&comparison));
                book.say(format!("{name} plotted"), (context.plotted(&comparison), context.axials(&comparison)));
                let peers = context.peers(&comparison);
                book.say(format!("{name} peers"), peers);
                for typed in ["", "金", "jin", "湖南", "changsha", "zzzz"] {
                    let picker = context.picker(&comparison, typed);
                    let titles =
                        picker.groups.iter().map(|group| (&group.title, group.picks.len())).collect::<Vec<_>>();
                    book.say(format!("{name} picker {typed}"), (picker.count, titles, &picker.groups));
                }
            }
        });
    }
}

#[test]
fn the_charts_that_compare() {
    for (name, package) in [("compared", package()), ("compared-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            for (name, mut comparison) in comparisons(context.data) {
                comparison.communities.extend(context.data.own.filter(|_| !comparison.communities.is_empty()));
                let groups = context.tables.quantity_groups();
                for group in groups {
                    let refusals = context.one_axis_refusals(*group, &comparison);
                    if !refusals.is_empty() {
                        book.say(format!("{name} {} refuses", context.data.code(*group).code), refusals);
                    }
                }
                let charts = groups.iter().copied().map(ComparedChart::Group);
                for chart in charts.chain([ComparedChart::Derived, ComparedChart::Strips, ComparedChart::Scatter]) {
                    let it = context.compared_card(chart, &comparison, None);
                    if it.rows.is_empty() && it.computed.is_empty() {
                        continue;
                    }
                    let name = format!("{name} {}", chart.word(context.data));
                    card(book, &name, &it);
                    if let linpu::chart::Spec::StripChart(_) = it.spec {
                        let log = context.compared_card(chart, &comparison, Some(ScaleChoice::Log));
                        book.say(format!("{name} log"), log.spec);
                    }
                }
            }
        });
    }
}

#[test]
fn what_is_derived() {
    for (name, package) in [("derived", package()), ("derived-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let everybody: Vec<CommunityId> = context.data.community_ids().collect();
            for (name, comparison) in
                comparisons(context.data).iter().filter(|(name, _)| matches!(*name, "none" | "forced"))
            {
                for row in context.derived(&everybody, comparison) {
                    book.say(
                        format!("{name} {}", row.title),
                        (row.asked, row.is_computed(), &row.formula, &row.caveat, &row.absent),
                    );
                    book.say(format!("{name} {} cells", row.title), row.cells);
                }
            }
        });
    }
}
