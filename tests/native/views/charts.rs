//! Charts of the overview: each group, coverage, timeline, one definition, over time; and what is said of their marks.

use super::*;
use linpu::chart::SceneMark;
use linpu::chart::draw::draw;
use linpu::present::card::ChartCard;
use linpu::state::{ChartId, OverviewChart};
use std::collections::BTreeMap;

/// A card in two lines: what it says, and what it draws with the rows below.
pub fn card(book: &mut Book, name: &str, card: &ChartCard) {
    let ChartCard { id, title, summary, note, warning, sources, filters, spec, scale, rows, computed } = card;
    book.say(format!("{name} says"), (title, summary, warning, scale, note, filters, id, id.room()));
    book.say(format!("{name} draws"), (rows.len(), spec, computed, sources, rows));
}

fn all_charts(context: &Context) -> Vec<OverviewChart> {
    let main = OverviewChart::main(context.data).into_iter();
    main.chain(context.other_charts()).chain([OverviewChart::Timeline]).collect()
}

#[test]
fn the_charts_of_the_overview() {
    for (name, package) in [("charts", package()), ("charts-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            book.say("others", context.other_charts());
            let all = found(package);
            for chart in all_charts(context) {
                let word = chart.word(context.data);
                book.say(
                    format!("{word} waits"),
                    (context.chart_name(chart), context.waiting_card(ChartId::Overview(chart))),
                );
                for (filter, selection, found) in &all {
                    for (look, how) in looks(context.data) {
                        // Without a filter every look, with filters the usual one.
                        if *filter == "all" || look == "plain" {
                            let it = context.chart(chart, found, selection, how);
                            card(book, &format!("{word} {filter} {look}"), &it);
                            if look == "plain" {
                                book.say(format!("{word} {filter} silent"), context.missing_line(&it));
                            }
                        }
                    }
                }
            }
        });
    }
}

#[test]
fn one_definition_and_over_time() {
    for (name, package) in [("definitions", package()), ("definitions-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let (all, is_own) = (found(package), context.data.own.is_some());
            for group in context.tables.quantity_groups() {
                let code = &context.data.code(*group).code;
                for (filter, selection, found) in &all {
                    book.say(format!("{code} {filter}"), context.definitions_of(*group, found));
                    if context.is_over_time(*group) {
                        let it = context.over_time_card(*group, found, selection);
                        card(book, &format!("{code} {filter} over time"), &it);
                    }
                }
            }
            for id in context.tables.indicators() {
                let key = &context.data.indicator(id).key;
                for (filter, selection, found) in all.iter().take(if is_own { 1 } else { 3 }) {
                    let look = looks(context.data)[usize::from(*filter == "all") * 3].1;
                    let it = context.ranked_card(id, found, selection, look);
                    let silent = context.silent_under(id, found);
                    match *filter {
                        "all" => card(book, &format!("{key} {filter}"), &it),
                        _ if it.rows.is_empty() && silent.is_empty() => continue,
                        _ => book.say(format!("{key} {filter}"), &it),
                    }
                    book.say(format!("{key} {filter} silent"), silent);
                }
            }
        });
    }
}

#[test]
fn marks() {
    for (name, package) in [("marks", package()), ("marks-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let (mut marks, all) = (BTreeMap::<String, SceneMark>::new(), found(package));
            let mut take = |it: &ChartCard| {
                let scene = draw(&it.spec, 720.0);
                marks.extend(scene.marks.into_iter().map(|mark| (mark.key.clone(), mark)));
            };
            for (_, selection, found) in all.iter().filter(|(filter, ..)| matches!(*filter, "all" | "cases")) {
                all_charts(context)
                    .into_iter()
                    .for_each(|it| take(&context.chart(it, found, selection, Look::default())));
            }
            let comparison = linpu::state::Comparison::default();
            take(&context.scatter_card(&comparison));
            take(&context.derived_card(&comparison));
            let everything = Arc::new(context.tables.find(&Selection::default()));
            for (key, mark) in &marks {
                let tip = context.tip(mark, &|| everything.clone());
                book.say(key, (context.mark_action(key), tip.name, tip.value, tip.lines, tip.leads));
            }
            for key in
                ["", "=", "nobody", "population", "population/", "population/ZY", "nothing/ZY", "area/PH", "=ZY-03"]
            {
                book.say(format!("‘{key}’"), context.mark_action(key));
            }
        });
    }
}
