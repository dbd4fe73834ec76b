//! Borders that the bundled data do not reach: exactly as many as there is room for, and one more.

use super::*;
use linpu::chart::{Scale, Spec};
use linpu::measure::Interval;
use linpu::present::practices::{PracticeGroup, Practices};
use linpu::state::{Comparison, OverviewChart};

/// The bundled package, changed.
fn changed(change: impl FnOnce(&mut Dataset)) -> Package {
    let mut data = package().data.clone();
    change(&mut data);
    Package { lexicon: package().lexicon.clone(), ..Package::new(data, Default::default()) }
}

fn in_chinese<T>(package: &Package, ask: impl FnOnce(&Context) -> T) -> T {
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    ask(&Context::new(package, &words))
}

/// Only so many communities, and what they say.
fn keep(data: &mut Dataset, communities: usize) {
    let stays = |id: CommunityId| id.index() < communities;
    data.communities.truncate(communities);
    data.observations.retain(|row| stays(row.community));
    data.observations.iter_mut().for_each(|row| (row.system, row.same_as) = (None, None));
    data.systems.clear();
    data.practices.clear();
    data.checks.clear();
}

#[test]
fn a_matrix_has_twelve_columns_at_most() {
    for (count, is_matrix) in [(12, true), (13, false)] {
        let package = changed(|data| keep(data, count));
        let spec = in_chinese(&package, |context| {
            let (everything, look) = (context.tables.find(&Selection::default()), Look::default());
            context.chart(OverviewChart::Coverage, &everything, &Selection::default(), look).spec
        });
        assert_eq!(matches!(spec, Spec::Matrix(_)), is_matrix, "{count}");
    }
}

#[test]
fn a_path_names_eight_systems_at_most_and_a_tree_goes_as_deep() {
    let package = changed(|data| {
        // A chain of twelve, one below the other.
        data.systems.truncate(12);
        for (at, system) in data.systems.iter_mut().enumerate() {
            system.community = CommunityId(0);
            system.parent = at.checked_sub(1).map(|above| SystemId(above as u32));
        }
        data.observations.iter_mut().for_each(|row| row.system = None);
        data.practices.clear();
        data.checks.clear();
    });
    in_chinese(&package, |context| {
        for (at, length) in [(0, 0), (7, 7), (8, 8), (9, 8), (11, 8)] {
            let path: Vec<u32> = context.system_page(SystemId(at)).path.iter().map(|link| link.id.0).collect();
            assert_eq!(path, (at - length..at).collect::<Vec<_>>());
        }
        let (mut node, mut below) = (&context.system_page(SystemId(0)).node, 0);
        while let Some(child) = node.children.first() {
            (node, below) = (child, below + 1);
        }
        assert_eq!(below, 8);
    });
}

#[test]
fn the_atlas_has_eight_columns_and_leaves_twenty_four_systems_unfolded() {
    for (communities, has_columns, systems, is_short) in [(8, true, 24, true), (9, false, 25, false)] {
        let package = changed(|data| {
            data.systems.truncate(systems);
            for (at, system) in data.systems.iter_mut().enumerate() {
                (system.community, system.parent) = (CommunityId((at % communities) as u32), None);
            }
            data.observations.iter_mut().for_each(|row| row.system = None);
            data.practices.clear();
            data.checks.clear();
        });
        in_chinese(&package, |context| {
            let atlas = context.atlas(&context.tables.find(&Selection::default()));
            assert_eq!(
                (atlas.communities.len(), atlas.has_columns, atlas.is_short),
                (communities, has_columns, is_short)
            );
        });
    }
}

#[test]
fn three_finds_are_few_and_four_are_not() {
    in_chinese(package(), |context| {
        let rows = |count: u32| (0..count).map(|id| context.practice_row(PracticeId(id))).collect();
        for (count, is_by_topic, few) in [(0, false, 0), (3, false, 3), (4, false, 0), (3, true, 0)] {
            let group = PracticeGroup { title: String::new(), says: String::new(), rows: rows(count), also: None };
            let (says, outside, near) = Default::default();
            let found = Practices { groups: vec![group], is_by_topic, says, outside, near };
            assert_eq!(found.few().len(), few, "{count} {is_by_topic}");
        }
    });
}

#[test]
fn an_axis_is_logarithmic_from_more_than_fifty_times_its_least() {
    for (greatest, choice, is_log) in [
        (50.0, None, false),
        (51.0, None, true),
        (51.0, Some(ScaleChoice::Linear), false),
        (50.0, Some(ScaleChoice::Log), true),
    ] {
        let package = changed(|data| {
            keep(data, 60);
            let only = data.indicator_by_key("population_usual").unwrap();
            data.observations.retain(|row| row.indicator == only);
            let numbers = [1.0, greatest, 0.0].into_iter().cycle();
            data.observations.iter_mut().zip(numbers).for_each(|(row, value)| row.value = Some(value));
        });
        in_chinese(&package, |context| {
            let group = context.data.code_by_key(CodeList::IndicatorGroup, "population").unwrap();
            let (everything, look) =
                (context.tables.find(&Selection::default()), Look { scale: choice, ..Look::default() });
            let card = context.group_card(group, &everything, &Selection::default(), look);
            let Spec::StripChart(chart) = card.spec else { panic!("no strip chart") };
            assert_eq!(matches!(chart.blocks[0].axis.scale, Scale::Log { .. }), is_log, "{greatest} {choice:?}");
            // A choice is offered where an axis wants to be logarithmic.
            assert_eq!(card.scale.is_some(), greatest > 50.0, "{greatest} {choice:?}");
        });
    }
}

#[test]
fn a_computed_number_is_never_rounded_beyond_its_bound() {
    in_chinese(package(), |context| {
        let about = |low: f64, high: f64, about: bool| context.computed(Interval { low, high, about }, "%");
        for (low, high, is_about, said) in [
            (99.94, 99.94, false, "99.9%"),
            (99.96, 99.96, false, "100%"),
            (100.4, 100.4, false, "100%"),
            (100.5, 100.5, false, "101%"),
            (28.25, f64::INFINITY, false, "≥ 28.2%"),
            (28.2, f64::INFINITY, false, "≥ 28.2%"),
            (0.0, 28.21, false, "≤ 28.3%"),
            (0.0, 28.2, false, "≤ 28.2%"),
            (0.0, 1234.2, false, "≤ 1,235%"),
            (1234.9, f64::INFINITY, false, "≥ 1,234%"),
            (12.0, 12.0, true, "约12%"),
        ] {
            assert_eq!(about(low, high, is_about), said, "{low} {high}");
        }
        assert_eq!(context.computed(Interval { low: 29.8, high: 29.8, about: false }, "每千人"), "每千人29.8");
    });
}

#[test]
fn who_is_half_as_large_again_is_a_peer_and_nobody_beyond() {
    for (other, is_peer) in [(1500.0, true), (1501.0, false), (500.0, true), (499.0, false)] {
        let package = changed(|data| {
            let only = data.indicator_by_key("population_usual").unwrap();
            data.observations.retain(|row| row.indicator == only && row.bound == Bound::Exact);
            data.observations.truncate(2);
            data.observations.iter_mut().for_each(|row| (row.system, row.same_as) = (None, None));
            (data.observations[0].value, data.observations[1].value) = (Some(1000.0), Some(other));
            data.practices.clear();
            data.checks.clear();
        });
        let [one, two] = [0, 1].map(|at| package.data.observations[at].community);
        let peers = in_chinese(&package, |context| {
            context.peers(&Comparison { communities: vec![one], ..Comparison::default() }).peers
        });
        let reason = peers.iter().find(|peer| peer.id == two).map(|peer| peer.reason.as_str());
        assert_eq!(reason.is_some_and(|reason| reason.contains("常住人口")), is_peer, "{other} {reason:?}");
    }
}

#[test]
fn six_who_are_silent_are_named_and_of_seven_there_are_more() {
    let key = "population_usual";
    for (communities, says) in [(7, "等"), (8, "等7")] {
        let package = changed(|data| {
            let only = data.indicator_by_key(key).unwrap();
            let first = data.observations.iter().find(|row| row.indicator == only).unwrap().clone();
            keep(data, communities);
            for (at, row) in data.communities.iter_mut().enumerate() {
                row.kind = CommunityKind::Community;
                row.name.zh = format!("第{at}社区");
            }
            data.observations = vec![Observation { community: CommunityId(0), system: None, same_as: None, ..first }];
        });
        in_chinese(&package, |context| {
            let everything = Arc::new(context.tables.find(&Selection::default()));
            let row = &context.data.observations[0].key;
            let mark = linpu::chart::SceneMark {
                key: [linpu::chart::SILENT, "=", row].concat(),
                spoken: "说明".into(),
                bounds: (0.0, 0.0, 24.0, 24.0),
                dot: None,
                lane: 0,
                point: 0,
            };
            let names = context.tip(&mark, &|| everything.clone()).lines.pop().unwrap();
            assert_eq!(names.matches('、').count(), 5, "{names}");
            assert_eq!(names.contains(says), communities == 8, "{names}");
        });
    }
}

#[test]
fn times_of_every_kind_stand_where_they_are() {
    const TIMES: [&str; 14] = [
        "2020",
        "2020-02",
        "2020-02-29",
        "2021-12-31",
        "2019-06/2021-06",
        "2019/2019",
        "../2021-06",
        "2019-06/..",
        "/2021-06",
        "2019-06/",
        "[2021,2022]",
        "XXXX-06-01",
        "2000/2024-01-31",
        "",
    ];
    for kind in [PeriodType::CalendarYear, PeriodType::Milestone] {
        for (start, end) in [(PeriodBasis::Stated, PeriodBasis::Inferred), (PeriodBasis::Inferred, PeriodBasis::Stated)]
        {
            let package = changed(|data| {
                let times = TIMES.iter().filter_map(|text| Period::parse(text).ok());
                data.observations.retain(|row| row.salience == Salience::Date);
                data.observations.truncate(times.clone().count());
                data.systems.clear();
                data.practices.clear();
                data.checks.clear();
                for (row, time) in data.observations.iter_mut().zip(times) {
                    (row.period, row.period_type, row.bases) = (time, kind, Bases { start, end });
                    (row.system, row.same_as) = (None, None);
                }
            });
            let name = format!("times-{kind:?}-{start:?}").to_lowercase();
            room(&name, &package, &[Locale::ZhHans], |context, book| {
                let everything = context.tables.find(&Selection::default());
                let card = context.chart(OverviewChart::Timeline, &everything, &Selection::default(), Look::default());
                let Spec::Spans(spans) = &card.spec else { panic!("no timeline") };
                book.say("axis", (&card.summary, spans.start, spans.end, &spans.ticks));
                book.each("row", spans.rows.iter().map(|row| (&row.sub, &row.when)));
                book.each("beside", spans.beside.iter().map(|row| (&row.sub, &row.when)));
            });
        }
    }
}
