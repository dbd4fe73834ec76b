//! What shares an axis, from the package: land, sites and floors do not; shares stand by theme.

use crate::dataset::with;
use linpu::chart::{Scale, Spec, StripChart};
use linpu::measure;
use linpu::model::*;
use linpu::present::Context;
use linpu::present::strip::Look;
use linpu::query::Selection;
use linpu::state::OverviewChart;
use linpu::text::Locale;

#[test]
fn land_sites_and_floors_have_an_axis_each_and_what_is_converted_keeps_its_unit() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let chart = whole(context, "area");
        let titles: Vec<&str> = chart.blocks.iter().map(|block| block.title.as_str()).collect();
        assert_eq!(titles, ["用地或辖区面积 · 平方公里", "占地面积 · 平方米", "建筑面积 · 平方米"]);
        let labels: Vec<&str> = chart.blocks[0].rows[0].dots.iter().map(|dot| dot.label.as_str()).collect();
        // 17.7 万平方米 on an axis of km².
        let converted = labels.iter().filter(|label| label.ends_with("177,000平方米（0.18平方公里）")).count();
        assert_eq!(converted, 1, "{labels:?}");
        assert!(labels.contains(&"竹隐 2.5"), "{labels:?}");
        let row = |key: &str| data.observation(data.observation_by_key(key).unwrap());
        assert!(!measure::same_axis(data, row("ZN-19"), row("ZN-26")).is_empty(), "a floor and a site");
        assert!(measure::same_axis(data, row("ZN-23"), row("JK-32")).is_empty(), "two rooms");
    });
}

#[test]
fn shares_stand_by_theme_on_axes_from_0_to_100_with_what_they_are_of() {
    with(Locale::ZhHans, |context| {
        let chart = whole(context, "shares");
        for block in &chart.blocks {
            assert_eq!(block.axis.scale, Scale::Linear { end: 100.0 }, "{}", block.title);
            assert!(block.rows.iter().all(|row| row.sub.contains('占')), "{:?}", block.rows);
        }
        let of = |title: &str| chart.blocks.iter().find(|block| block.title.starts_with(title)).unwrap();
        let subs: Vec<&str> = of("党员占比").rows.iter().map(|row| row.sub.as_str()).collect();
        assert_eq!(subs, ["占社区老年大学人数", "占业委会成员"], "in file order, not by their values");
    });
}

fn whole(context: &Context, group: &str) -> StripChart {
    let group = OverviewChart::Group(context.data.code_by_key(CodeList::IndicatorGroup, group).unwrap());
    let selection = Selection::default();
    let look = Look { is_whole: true, ..Look::default() };
    match context.chart(group, &context.tables.find(&selection), &selection, look).spec {
        Spec::StripChart(chart) => chart,
        other => panic!("no strips: {other:?}"),
    }
}

#[test]
fn services_over_time_stand_at_their_periods_and_per_month_only_between_stated_ends() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let group = data.code_by_key(CodeList::IndicatorGroup, "services").unwrap();
        assert!(context.is_over_time(group));
        let selection = Selection::default();
        let found = context.tables.find(&selection);
        let card = context.over_time_card(group, &found, &selection);
        let Spec::Spans(spans) = &card.spec else { panic!("no time") };
        let text = |key: &str| {
            let all = spans.rows.iter().chain(&spans.beside);
            all.clone().find(|row| row.key == key).unwrap_or_else(|| panic!("no {key}")).text.clone()
        };
        // 2021 is stated and whole: 80 and more in twelve months.
        assert_eq!(text("JK-13"), "80余人次 · 每月≥6.67（推算）");
        // Begins where we infer it, or never ends.
        assert_eq!(text("ZY-21"), "4,195人次");
        assert!(!text("R068-04").contains("每月"), "open since 2011");
        let counted = |key: &str| found.has(data.observation_by_key(key).unwrap());
        assert!(spans.rows.iter().chain(&spans.beside).all(|row| counted(&row.key)));
        let rows = spans.rows.len() + spans.beside.len();
        assert_eq!(rows, card.rows.len(), "each figure once, in the table as in the picture");
        assert!(card.title.contains(&format!("{}个数字说得出", spans.rows.len())), "{}", card.title);
        assert!(card.title.contains(&format!("{}个没写", spans.beside.len())), "{}", card.title);
        // A definition is named where its rows begin.
        assert!(!spans.rows[0].label.is_empty());
    });
}
