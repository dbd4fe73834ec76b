//! Strip charts: what is drawn stands where its value is, whatever the figures.
//!
//! The specifications here are also drawn as goldens.

use linpu::chart::draw::{KeyItem, draw, key_items};
use linpu::chart::*;
use proptest::prelude::*;

use crate::chart_golden::text_box;

/// 1, 2 and 5 times the powers of ten from `from` to `end`.
fn log_ticks(from: f64, end: f64) -> Vec<(f64, String)> {
    let values = (-12..14).flat_map(|power| [1.0, 2.0, 5.0].map(|factor| factor * 10f64.powi(power)));
    values.filter(|value| *value >= from * 0.999 && *value <= end * 1.001).map(|value| (value, said(value))).collect()
}

fn said(value: f64) -> String {
    match value {
        0.0 => "0".into(),
        value if value >= 10_000.0 && value % 1000.0 == 0.0 => format!("{}万", decimal(value / 10_000.0)),
        value if value >= 1000.0 => format!("{},{:03}", value as u64 / 1000, value as u64 % 1000),
        value if value < 0.01 => format!("{value:e}"),
        value => decimal(value),
    }
}

/// From the last of 1, 2, 5 … below the least to the first above the greatest.
pub fn log_axis(rows: &[StripRow]) -> StripAxis {
    let values = rows.iter().flat_map(|row| &row.dots).map(|dot| dot.at.value).filter(|value| *value > 0.0);
    let (least, greatest) =
        values.fold((f64::INFINITY, 0.0), |(least, most), at| (f64::min(least, at), f64::max(most, at)));
    let least = if greatest > 0.0 { least } else { 1.0 };
    let all: Vec<f64> = log_ticks(1e-12, 1e13).into_iter().map(|(value, _)| value).collect();
    let from = all.iter().copied().rfind(|value| *value <= least * 1.0001).unwrap_or(1.0);
    let end = all.iter().copied().find(|value| *value >= greatest * 0.9999 && *value > from).unwrap_or(10.0);
    StripAxis { scale: Scale::Log { from, end }, ticks: log_ticks(from, end) }
}

pub fn linear_axis(rows: &[StripRow]) -> StripAxis {
    let greatest = rows.iter().flat_map(|row| &row.dots).map(|dot| dot.at.value).fold(0.0, f64::max);
    let ticks = scale::nice_ticks(greatest, 10);
    let end = ticks.last().copied().unwrap_or(1.0);
    StripAxis { scale: Scale::Linear { end }, ticks: ticks.into_iter().map(|tick| (tick, said(tick))).collect() }
}

pub fn dot(name: &str, value: f64, bound: Bound, who: Who) -> StripDot {
    let words = match bound {
        Bound::Exact => said(value),
        Bound::About => format!("约{}", said(value)),
        Bound::AtLeast => format!("{}余", said(value)),
        Bound::Nearly => format!("近{}", said(value)),
        Bound::LessThan => format!("不到{}", said(value)),
    };
    StripDot {
        key: format!("{name}-{value}"),
        label: format!("{name} {words}"),
        at: Quantity { value, bound, planned: false, derived: false },
        who,
        spoken: format!("{name}，{words}"),
    }
}

pub fn row(label: &str, dots: Vec<StripDot>) -> StripRow {
    let all = if dots.len() > 76 { 5620 } else { 76 };
    let (reported, silent) = (format!("{}/{all}", dots.len()), (all - dots.len()).to_string());
    StripRow { key: String::new(), label: label.into(), sub: String::new(), reported, silent, dots }
}

pub fn block(title: &str, note: &str, axis: fn(&[StripRow]) -> StripAxis, rows: Vec<StripRow>) -> StripBlock {
    StripBlock { title: title.into(), note: note.into(), axis: axis(&rows), rows, folded: String::new() }
}

/// What a share is of stands under its name, in a line or two.
fn shares() -> Spec {
    let axis = |_: &[StripRow]| {
        let ticks = [0.0, 20.0, 40.0, 60.0, 80.0, 100.0];
        StripAxis {
            scale: Scale::Linear { end: 100.0 },
            ticks: ticks.iter().map(|tick| (*tick, tick.to_string())).collect(),
        }
    };
    let of = |label: &str, sub: &str, value| StripRow {
        sub: sub.into(),
        ..row(label, vec![dot("中南", value, Bound::Exact, Who::Case)])
    };
    let members =
        vec![of("老年大学中的党员占比", "占社区老年大学人数", 28.0), of("业委会中的党员占比", "占业委会成员", 75.0)];
    let fees = vec![of("物业费缴纳率", "占应缴的户数还是金额，文中没写，两篇各用各的说法", 99.4)];
    chart(vec![block("党员占比 · %", "", axis, members), block("物业费 · %", "", axis, fees)])
}

pub fn chart(blocks: Vec<StripBlock>) -> Spec {
    let heads = StripHeads { definition: "口径".into(), reported: "报告".into(), silent: "未报告".into() };
    Spec::StripChart(StripChart { heads, blocks })
}

/// Figures that crowd around the middle, the same every time.
pub fn crowd(count: u32, middle: f64, wide: f64, seed: u32) -> Vec<StripDot> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24)
    };
    let bounds = [Bound::Exact, Bound::Exact, Bound::Exact, Bound::AtLeast, Bound::About, Bound::Exact, Bound::Nearly];
    let mut figure = |at: u32| {
        let spread = (0..6).map(|_| next()).sum::<f64>() - 3.0;
        let value = (middle * (spread * wide).exp()).round();
        dot(&format!("第{at}社区"), value, bounds[at as usize % bounds.len()], Who::Other)
    };
    (1..=count).map(&mut figure).collect()
}

fn with(mut dots: Vec<StripDot>, more: Vec<StripDot>) -> Vec<StripDot> {
    dots.extend(more);
    dots
}

fn population() -> Vec<StripRow> {
    let library = |name: &str, value, bound| dot(name, value, bound, Who::Other);
    let undefined = [
        (2005.0, Bound::Exact),
        (2700.0, Bound::Exact),
        (4100.0, Bound::Exact),
        (5000.0, Bound::AtLeast),
        (5100.0, Bound::Exact),
        (5600.0, Bound::Exact),
        (5700.0, Bound::AtLeast),
        (6300.0, Bound::Exact),
        (6700.0, Bound::AtLeast),
        (7000.0, Bound::AtLeast),
        (8600.0, Bound::AtLeast),
        (10_800.0, Bound::AtLeast),
        (18_000.0, Bound::Exact),
        (25_000.0, Bound::About),
        (35_500.0, Bound::Exact),
        (40_000.0, Bound::Exact),
        (80_000.0, Bound::AtLeast),
    ];
    let undefined = undefined
        .into_iter()
        .enumerate()
        .map(|(at, (value, bound))| library(["勐允", "环城", "团结", "紫薇田园都市"][at % 4], value, bound));
    let resident = [2478.0, 3300.0, 5500.0, 6700.0, 7100.0, 9000.0, 11_000.0, 13_000.0, 32_750.0];
    let resident = resident.map(|value| library(["东北村", "文州", "祥富里"][value as usize % 3], value, Bound::Exact));
    let foreseen = StripDot {
        at: Quantity { planned: true, value: 26_000.0, bound: Bound::AtLeast, derived: false },
        label: "平湖 规划26,000余".into(),
        ..dot("平湖", 26_000.0, Bound::AtLeast, Who::Case)
    };
    vec![
        row("人口（口径未说明）", with(undefined.collect(), vec![dot("金科园", 3862.0, Bound::Exact, Who::Case)])),
        row("常住人口", with(resident.to_vec(), vec![dot("竹隐", 5000.0, Bound::About, Who::Case)])),
        row(
            "小区（楼院）居民",
            vec![
                library("盈彩美居", 505.0, Bound::Exact),
                library("晴岚家园", 1200.0, Bound::AtLeast),
                dot("窑洲", 2000.0, Bound::AtLeast, Who::Case),
                library("奋斗", 3400.0, Bound::About),
                library("和瑞", 5300.0, Bound::AtLeast),
                library("翠苑一区", 10_000.0, Bound::Nearly),
            ],
        ),
        row("户籍人口", vec![library("瑞镇", 1200.0, Bound::Exact), library("六约北", 4531.0, Bound::Exact)]),
        row("在册人口", vec![dot("竹隐", 1800.0, Bound::Exact, Who::Case)]),
        row("规划居住人口", vec![foreseen]),
    ]
}

/// Every mark of every kind, apart and on one value.
fn marks() -> Vec<StripRow> {
    let bounds = [
        ("照原文", Bound::Exact),
        ("约", Bound::About),
        ("余", Bound::AtLeast),
        ("近", Bound::Nearly),
        ("不到", Bound::LessThan),
    ];
    let kinds = [("其他", Who::Other), ("精读", Who::Case), ("选中", Who::Lit), ("自填", Who::Own)];
    let apart = kinds.map(|(name, who)| {
        let dots =
            bounds.iter().enumerate().map(|(at, (_, bound))| dot(name, 20.0 * 4f64.powi(at as i32), *bound, who));
        row(name, dots.collect())
    });
    let equal = bounds.iter().flat_map(|(_, bound)| kinds.map(|(name, who)| dot(name, 300.0, *bound, who)));
    let figures = |name: &str, planned, derived| {
        let of = |at: usize| {
            let plain = dot(kinds[at % 4].0, 20.0 * 3f64.powi(at as i32), bounds[at % 5].1, kinds[at % 4].1);
            StripDot { at: Quantity { planned, derived, ..plain.at }, ..plain }
        };
        row(name, (0..6).map(of).collect())
    };
    let others = [figures("规划", true, false), figures("计算", false, true), figures("规划的计算", true, true)];
    with_rows(apart.to_vec(), [vec![row("同一数值", equal.collect())], others.to_vec()].concat())
}

fn with_rows(mut rows: Vec<StripRow>, more: Vec<StripRow>) -> Vec<StripRow> {
    rows.extend(more);
    rows
}

fn ties() -> Vec<StripRow> {
    let same = |count: u32, who| {
        let dots = (0..count).map(|at| dot(&format!("第{at}"), 120.0, Bound::Exact, who));
        row(&format!("{count} 个相同"), dots.collect())
    };
    vec![same(2, Who::Other), same(17, Who::Other), same(5, Who::Case)]
}

fn extremes(least: f64) -> Vec<StripRow> {
    let of = |name: &str, value| dot(name, value, Bound::Exact, Who::Case);
    vec![
        row("从最小到最大", vec![of("最小", least), of("其间", 40.0), of("最大", 1e12)]),
        row("只有最大", vec![dot("最大", 1e12, Bound::AtLeast, Who::Other)]),
        row("没有人报告", Vec::new()),
    ]
}

fn zeros() -> Vec<StripRow> {
    let zero = |name: &str, who| dot(name, 0.0, Bound::Exact, who);
    vec![
        row("矛盾纠纷上交", with(crowd(9, 40.0, 0.8, 5), vec![zero("金科园", Who::Case), zero("团结", Who::Other)])),
        row("安全事故", vec![zero("金科园", Who::Case), dot("窑洲", 3.0, Bound::Exact, Who::Case)]),
        row("刑事案件", crowd(4, 20.0, 0.5, 9)),
    ]
}

const LONG_NAME: &str = "长沙市望城区高塘岭街道中南社区党群服务中心“邻里一家亲”全龄友好志愿服务联合会第十七分队";

fn long() -> Vec<StripRow> {
    let english = StripDot {
        label: "The Zhongnan Neighbourhood Association of Volunteers and Friends about 5,000".into(),
        ..dot("en", 5000.0, Bound::About, Who::Case)
    };
    vec![
        row("Registered volunteers in a named group, one-off helpers not counted", vec![english]),
        row(
            "在“全龄友好”服务体系之下由街道、社区、小区三级党组织共同登记在册的志愿者人数（含临时参与者）",
            vec![
                dot(LONG_NAME, 1200.0, Bound::AtLeast, Who::Case),
                dot("Donaudampfschifffahrtsgesellschaftskapitän", 4000.0, Bound::Exact, Who::Lit),
                dot(LONG_NAME, 9000.0, Bound::Exact, Who::Other),
            ],
        ),
        row("Households", vec![dot("Zhuyin Community", 300.0, Bound::AtLeast, Who::Own)]),
    ]
}

fn english() -> Spec {
    let dots = |rows: &'static [(&str, f64, Who)]| {
        rows.iter().map(|(name, value, who)| {
            let label = format!("{name} about {}", *value as u64);
            StripDot { label, ..dot(name, *value, Bound::About, *who) }
        })
    };
    let rows = vec![
        row(
            "Population (definition not stated)",
            dots(&[("Jinkeyuan", 3862.0, Who::Case), ("Meng Yun", 2005.0, Who::Other)]).collect(),
        ),
        row("Permanent residents", dots(&[("Zhuyin", 5000.0, Who::Case), ("Wenzhou", 32_750.0, Who::Other)]).collect()),
    ];
    let heads =
        StripHeads { definition: "Definition".into(), reported: "report".into(), silent: "not reported".into() };
    let mut block = block("People", "Figures of different years; log scale", log_axis, rows);
    block.folded = "3 more definitions, one community each: registered, temporary and relocated residents".into();
    Spec::StripChart(StripChart { heads, blocks: vec![block] })
}

/// Each kind of strip chart that has a golden.
pub fn specs() -> Vec<(&'static str, Spec)> {
    let case = |value, bound| vec![dot("竹隐", value, bound, Who::Case)];
    let one = |label: &str, dots| chart(vec![block("", "", log_axis, vec![row(label, dots)])]);
    let units = || {
        let mut people = block("人", "对数刻度，各篇年份不同", log_axis, population());
        people.folded = "另有 3 种口径，各 1 个社区：流动人口、暂住人口、搬迁安置人口".into();
        let households = vec![
            row("社区住户", crowd(18, 3000.0, 0.8, 3)),
            row(
                "小区住户",
                with(
                    crowd(13, 900.0, 0.9, 4),
                    vec![
                        dot("窑洲", 858.0, Bound::Exact, Who::Case),
                        dot("我的社区", 1200.0, Bound::Exact, Who::Own),
                        dot("团结", 2600.0, Bound::AtLeast, Who::Lit),
                    ],
                ),
            ),
        ];
        chart(vec![people, block("户", "", log_axis, households)])
    };
    let thousands = || {
        with(
            crowd(5000, 3600.0, 0.9, 7),
            vec![
                dot("竹隐", 5000.0, Bound::About, Who::Case),
                dot("窑洲", 5200.0, Bound::AtLeast, Who::Case),
                dot("我的社区", 900.0, Bound::Exact, Who::Own),
            ],
        )
    };
    vec![
        ("strip-chart-typical", units()),
        ("strip-chart-linear", chart(vec![block("人", "从 0 起", linear_axis, population())])),
        ("strip-chart-one", one("在册人口", case(1800.0, Bound::Exact))),
        ("strip-chart-two", one("户籍人口", with(crowd(1, 3000.0, 0.5, 1), case(1800.0, Bound::Exact)))),
        ("strip-chart-five", one("常住人口", with(crowd(4, 3000.0, 0.5, 2), case(5000.0, Bound::About)))),
        (
            "strip-chart-38",
            one(
                "社区住户",
                with(crowd(36, 1500.0, 0.8, 3), [case(858.0, Bound::Exact), case(96.0, Bound::Exact)].concat()),
            ),
        ),
        ("strip-chart-76", one("社区住户", with(crowd(75, 1500.0, 0.6, 4), case(858.0, Bound::Exact)))),
        ("strip-chart-5000", one("常住人口", thousands())),
        ("strip-chart-marks", chart(vec![block("人次", "", log_axis, marks())])),
        ("strip-chart-ties", chart(vec![block("户", "", linear_axis, ties())])),
        (
            "strip-chart-extremes",
            chart(vec![block("对数", "", log_axis, extremes(1e-9)), block("线性", "", linear_axis, extremes(1e-9))]),
        ),
        ("strip-chart-zero", chart(vec![block("起", "", log_axis, zeros())])),
        ("strip-chart-long", chart(vec![block("每千名常住居民中的登记志愿者人数", LONG_NAME, log_axis, long())])),
        ("strip-chart-shares", shares()),
        ("strip-chart-english", english()),
        ("strip-chart-empty", chart(Vec::new())),
    ]
}

/// What a dot's mark takes on the sheet.
struct Drawn {
    /// Middle of its core.
    at: (f64, f64),
    /// Half its core with its halo.
    radius: f64,
    /// Left, top, right, bottom of its arrow.
    arrow: Option<(f64, f64, f64, f64)>,
    /// Its words, line by line.
    words: Vec<String>,
    /// Boxes of its words.
    texts: Vec<(f64, f64, f64, f64)>,
}

fn extent(steps: &[Step]) -> (f64, f64, f64, f64) {
    let (mut left, mut top, mut right, mut bottom) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    for Step::Move(x, y) | Step::Line(x, y) in steps {
        (left, top, right, bottom) = (left.min(*x), top.min(*y), right.max(*x), bottom.max(*y));
    }
    (left, top, right, bottom)
}

fn drawn(scene: &Scene, mark: usize) -> Drawn {
    let mut found = Drawn { at: (f64::NAN, 0.0), radius: 0.0, arrow: None, words: Vec::new(), texts: Vec::new() };
    for op in scene.ops.iter().filter(|op| op.mark == Some(mark as u16)) {
        match &op.shape {
            Shape::Circle { x, y, radius } => {
                if op.paint == Paint::Fill {
                    found.at = (*x, *y);
                }
                found.radius = found
                    .radius
                    .max(*radius + if let Paint::Stroke { width, .. } = op.paint { width / 2.0 } else { 0.0 });
            }
            Shape::Path(steps) => {
                let here = extent(steps);
                match (op.paint, steps.len()) {
                    (Paint::Fill, _) => {
                        found.at = ((here.0 + here.2) / 2.0, (here.1 + here.3) / 2.0);
                        found.radius = found.radius.max((here.2 - here.0) / 2.0);
                    }
                    // An arrow: a stem and a head.
                    (_, 5) => found.arrow = Some(here),
                    // The outline of a diamond, whose line reaches farther at the corners.
                    (_, 6) if matches!(steps[2], Step::Line(..)) => {
                        found.radius = found.radius.max((here.2 - here.0) / 2.0 + 0.75 * 2f64.sqrt());
                    }
                    _ => {
                        let off = |x: f64, y: f64| (x - found.at.0).hypot(y - found.at.1);
                        let inside =
                            |step: &Step| matches!(step, Step::Move(x, y) | Step::Line(x, y) if off(*x, *y) < 6.5);
                        assert!(steps.iter().all(inside), "hatching stays inside its dot");
                    }
                }
            }
            Shape::Text { text, .. } => {
                found.words.push(text.clone());
                let (left, top, right, bottom, _) = text_box(op).unwrap();
                found.texts.push((left, top, right, bottom));
            }
            Shape::Rect { .. } => panic!("a dot has no box"),
        }
    }
    found
}

/// How far a box is from a point; zero inside.
fn away((left, top, right, bottom): (f64, f64, f64, f64), (x, y): (f64, f64)) -> f64 {
    let (dx, dy) = ((left - x).max(x - right).max(0.0), (top - y).max(y - bottom).max(0.0));
    dx.hypot(dy)
}

fn apart(one: (f64, f64, f64, f64), other: (f64, f64, f64, f64)) -> bool {
    one.0 >= other.2 - 0.5 || other.0 >= one.2 - 0.5 || one.1 >= other.3 - 0.5 || other.1 >= one.3 - 0.5
}

fn letters(words: &str) -> String {
    words.chars().filter(|character| *character != ' ').collect()
}

/// What holds of every row of every strip chart, whatever its axis.
fn hold(spec: &StripChart, scene: &Scene) {
    let rows: Vec<&StripRow> = spec.blocks.iter().flat_map(|block| &block.rows).collect();
    let expected = rows.iter().enumerate().flat_map(|(lane, row)| {
        let hill = row.dots.len() > 200;
        let mut dots: Vec<&StripDot> = row.dots.iter().filter(|dot| !hill || dot.who != Who::Other).collect();
        dots.sort_by(|a, b| a.at.value.total_cmp(&b.at.value));
        hill.then_some((lane, None)).into_iter().chain(dots.into_iter().map(move |dot| (lane, Some(dot))))
    });
    let expected: Vec<(usize, Option<&StripDot>)> = expected.collect();
    assert_eq!(scene.marks.len(), expected.len());
    let places: Vec<(u16, u16)> = scene.marks.iter().map(|mark| (mark.lane, mark.point)).collect();
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "reading order");
    let mut row_of: Vec<(usize, Drawn)> = Vec::new();
    for (index, (lane, dot)) in expected.into_iter().enumerate() {
        let mark = &scene.marks[index];
        assert_eq!(usize::from(mark.lane), lane);
        let Some(dot) = dot else { continue };
        assert_eq!((&mark.key, &mark.spoken), (&dot.key, &dot.spoken));
        let here = drawn(scene, index);
        let (x, y) = here.at;
        let (dot_x, dot_y) = mark.dot.unwrap();
        assert!((dot_x - x).hypot(dot_y - y) < 1e-6, "the mark is at its dot");
        assert_eq!(scene.mark_at(x, y), Some(index));
        let (left, top, wide, high) = mark.bounds;
        assert!(
            left >= 0.0 && top >= 0.0 && left + wide <= scene.width_px && top + high <= scene.height_px,
            "{mark:?}"
        );
        assert!(left <= x && x <= left + wide && top <= y && y <= top + high);

        // A dot has the size of its kind; only a halo and an arrow go beyond, and they say a bound.
        let core = match dot.who {
            Who::Other => 4.25,
            Who::Case | Who::Lit => 5.5,
            Who::Own => 6.5,
        };
        let halo = if dot.at.bound == Bound::About { 3.75 } else { 0.0 };
        assert!((here.radius - core - halo).abs() < 0.01, "{} of {core}", here.radius);
        let (to_left, to_right) = here.arrow.map_or((0.0, 0.0), |found| (x - found.0, found.2 - x));
        let tip = |of: &[Bound]| if of.contains(&dot.at.bound) { core + 6.5 } else { core };
        assert!(to_left <= tip(&[Bound::Nearly, Bound::LessThan]) + 0.01 && to_right <= tip(&[Bound::AtLeast]) + 0.01);
        if dot.at.bound == Bound::AtLeast {
            assert!((to_right - core - 6.5).abs() < 0.01);
        }

        // Who is named is named whole, and a name that is left out is left out whole.
        let words = letters(&here.words.concat());
        assert!(words == letters(&dot.label) || dot.who == Who::Other && words.is_empty(), "{words} of {}", dot.label);

        for (other_lane, other) in &row_of {
            if *other_lane == lane {
                let between = (x - other.at.0).hypot(y - other.at.1);
                assert!(between >= here.radius + other.radius + 1.0, "two dots {between} px apart");
                for (one, two) in [(&here, other), (other, &here)] {
                    assert!(one.arrow.is_none_or(|found| away(found, two.at) >= two.radius), "an arrow on a dot");
                }
                for (one, two) in [(&here, other), (other, &here)] {
                    assert!(one.texts.iter().all(|found| away(*found, two.at) >= two.radius), "words on a dot");
                    let arrow = |found: &(f64, f64, f64, f64)| two.arrow.is_none_or(|arrow| apart(*found, arrow));
                    assert!(one.texts.iter().all(arrow), "words on an arrow");
                }
            }
        }
        assert!(here.texts.iter().all(|found| away(*found, here.at) >= here.radius), "words on their own dot");
        row_of.push((lane, here));
    }
    let texts: Vec<_> = scene.ops.iter().filter_map(text_box).collect();
    for (at, (left, top, right, bottom, text)) in texts.iter().enumerate() {
        let inside =
            *left >= -1.0 && *right <= scene.width_px + 1.0 && *top >= -1.0 && *bottom <= scene.height_px + 1.0;
        assert!(inside, "“{text}” leaves the sheet ({left}..{right} of {})", scene.width_px);
        for (l, t, r, b, other) in &texts[..at] {
            assert!(apart((*left, *top, *right, *bottom), (*l, *t, *r, *b)), "“{text}” lies on “{other}”");
        }
    }
    // What belongs to no figure is a hairline: nothing else could be taken for one.
    for op in scene.ops.iter().filter(|op| op.mark.is_none()) {
        match op.shape {
            Shape::Rect { width, height, .. } => assert!(width == 1.0 || height == 1.0),
            Shape::Circle { .. } | Shape::Path(_) => panic!("a mark of no figure"),
            Shape::Text { .. } => (),
        }
    }
}

/// Two more figures in a row of their own, at the ends of the axis.
fn with_ends(mut block: StripBlock) -> StripBlock {
    let (from, end) = ends(block.axis.scale);
    block.rows.push(row("两端", [from, end].map(|at| dot("端", at, Bound::Exact, Who::Other)).to_vec()));
    block
}

fn ends(scale: Scale) -> (f64, f64) {
    match scale {
        Scale::Linear { end } => (0.0, end),
        Scale::Log { from, end } => (from, end),
    }
}

/// Every dot stands where the scale puts its value between the two of [`with_ends`].
fn stand(block: &StripBlock, scene: &Scene) {
    let last = scene.marks.len() - 1;
    let (left, right) = (drawn(scene, last - 1).at.0, drawn(scene, last).at.0);
    assert!(left >= 0.0 && right <= scene.width_px && right - left >= scene.width_px / 4.0, "{left}..{right}");
    let mut at: Vec<(f64, f64)> = Vec::new();
    for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.dot.is_some()) {
        let row = &block.rows[usize::from(mark.lane)];
        let dot = row.dots.iter().find(|dot| dot.key == mark.key).unwrap();
        let x = drawn(scene, index).at.0;
        match block.axis.scale.at(dot.at.value) {
            Some(share) => {
                let expected = left + share * (right - left);
                assert!((x - expected).abs() <= 0.5, "{} at {x}, not {expected}", dot.label);
                at.push((expected, x));
            }
            None => assert!(dot.at.value == 0.0 && x < left - 12.0, "zero has a place of its own"),
        }
    }
    for (index, (expected, x)) in at.iter().enumerate() {
        for (other_expected, other_x) in &at[..index] {
            assert!((expected - other_expected).abs() <= 1.0 || x != other_x);
        }
    }
    // The words of the ticks stand at lines that stand where the scale puts them.
    for (value, _) in &block.axis.ticks {
        let x = left + block.axis.scale.at(*value).unwrap_or(0.0) * (right - left);
        let line = |op: &Op| match op.shape {
            Shape::Rect { x: at, width, .. } => width == 1.0 && (at + 0.5 - x).abs() <= 0.51,
            _ => false,
        };
        let crowded = (block.axis.ticks.len() + 1) as f64 * 12.0 >= right - left;
        assert!(crowded || scene.ops.iter().any(line), "no line at {value}");
    }
}

fn any_dot() -> impl Strategy<Value = StripDot> {
    let value = prop_oneof![
        1 => prop::sample::select(vec![0.0, 1e-9, 1e12]),
        4 => (1..40_u32).prop_map(f64::from),
        6 => (-2.0..5.0_f64).prop_map(|power| (10f64.powf(power) * 100.0).round() / 100.0),
    ];
    let bound = prop::sample::select(vec![Bound::Exact, Bound::About, Bound::AtLeast, Bound::Nearly, Bound::LessThan]);
    let who = prop_oneof![
        12 => Just(Who::Other),
        2 => Just(Who::Case),
        1 => Just(Who::Lit),
        1 => Just(Who::Own),
    ];
    let name = prop::sample::select(vec!["竹隐", "金科园社区", "Zhuyin Community", "晴岚家园小区（自填）", ""]);
    (value, bound, who, name, any::<bool>(), any::<bool>()).prop_map(|(value, bound, who, name, planned, derived)| {
        let plain = dot(name, value, bound, who);
        StripDot { at: Quantity { planned, derived, ..plain.at }, ..plain }
    })
}

fn any_rows(most: usize) -> impl Strategy<Value = Vec<StripRow>> {
    let name = prop::sample::select(vec!["常住人口", "人口（口径未说明）", LONG_NAME, "Permanent residents"]);
    prop::collection::vec((name, prop::collection::vec(any_dot(), 0..=most)), 0..4).prop_map(|rows| {
        let keyed = |(lane, (name, mut dots)): (usize, (&str, Vec<StripDot>))| {
            for (at, dot) in dots.iter_mut().enumerate() {
                dot.key = format!("{lane}-{at}");
            }
            row(name, dots)
        };
        rows.into_iter().enumerate().map(keyed).collect()
    })
}

fn widths() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![320.0, 720.0, 1440.0])
}

fn strips_of(spec: Spec) -> StripChart {
    let Spec::StripChart(spec) = spec else { panic!("a strip chart") };
    spec
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn every_dot_stands_at_its_value_and_on_no_other(rows in any_rows(120), log in any::<bool>(), width in widths()) {
        let block = with_ends(block("人", "各篇年份不同", if log { log_axis } else { linear_axis }, rows));
        let spec = chart(vec![block.clone()]);
        let scene = draw(&spec, width);
        stand(&block, &scene);
        hold(&strips_of(spec), &scene);
    }

    #[test]
    fn axes_without_extent_keep_every_figure(rows in any_rows(12), at in 0..4_usize, width in widths()) {
        let scale = [
            Scale::Linear { end: 0.0 },
            Scale::Log { from: 1.0, end: 1.0 },
            Scale::Log { from: 1e-9, end: 1e12 },
            Scale::Linear { end: 1e-9 },
        ][at];
        let mut blocks = vec![block("", "", log_axis, rows.clone()), block("人", "", linear_axis, rows)];
        blocks[0].axis.scale = scale;
        let spec = chart(blocks);
        let scene = draw(&spec, width);
        hold(&strips_of(spec), &scene);
    }
}

#[test]
fn what_has_a_golden_holds() {
    for (name, spec) in specs() {
        for width in [320.0, 720.0, 1200.0] {
            let scene = draw(&spec, width);
            assert_eq!(scene, draw(&spec, width), "{name} is the same every time");
            hold(&strips_of(spec.clone()), &scene);
        }
    }
}

#[test]
fn a_hill_is_as_high_as_its_figures_are_many() {
    for (width, parts) in [(320.0, 32.0), (1440.0, 48.0)] {
        let zeros = (0..30).map(|_| dot("零", 0.0, Bound::Exact, Who::Other)).collect();
        let dots = with(with(crowd(1200, 3600.0, 0.9, 7), zeros), vec![dot("竹隐", 5000.0, Bound::About, Who::Case)]);
        let values: Vec<f64> = dots.iter().filter(|dot| dot.who == Who::Other).map(|dot| dot.at.value).collect();
        let block = with_ends(block("", "", log_axis, vec![row("常住人口", dots)]));
        let scene = draw(&chart(vec![block.clone()]), width);
        stand(&block, &scene);
        assert!(scene.marks[0].dot.is_none() && scene.marks[0].spoken.contains("常住人口"), "one mark for the hill");
        let last = scene.marks.len() - 1;
        let (left, right) = (drawn(&scene, last - 1).at.0, drawn(&scene, last).at.0);
        let part = (right - left) / parts;
        let bars = scene.ops.iter().filter(|op| op.mark == Some(0) && op.ink == Ink::Dot);
        let bars: Vec<(f64, f64, f64)> = bars
            .map(|op| match op.shape {
                Shape::Rect { x, width, y, height, .. } => (x + width / 2.0, height, y + height),
                _ => panic!("a bar"),
            })
            .collect();
        let count = |middle: f64| {
            let inside = values.iter().filter(|value| match block.axis.scale.at(**value) {
                Some(share) => {
                    let at = ((share * parts) as usize).min(parts as usize - 1) as f64;
                    (left + (at + 0.5) * part - middle).abs() < 0.5
                }
                None => middle < left,
            });
            inside.count() as f64
        };
        assert_eq!(
            bars.iter().map(|(middle, ..)| count(*middle)).sum::<f64>(),
            values.len() as f64,
            "every figure once"
        );
        let greatest = bars.iter().map(|(middle, ..)| count(*middle)).fold(0.0, f64::max);
        for (middle, height, foot) in &bars {
            assert!((height - 64.0 * count(*middle) / greatest).abs() < 0.01, "{height} for {}", count(*middle));
            assert_eq!(Some(*foot), scene.marks[1].dot.map(|(_, y)| y), "bars stand on the line of the dots");
        }
        let said = |op: &Op| matches!(&op.shape, Shape::Text { text, .. } if *text == decimal(greatest));
        assert!(scene.ops.iter().any(|op| op.mark == Some(0) && said(op)), "the highest says its count");
    }
}

#[test]
fn ticks_are_said_where_they_fit_and_evenly() {
    let words = |axis: fn(&[StripRow]) -> StripAxis, least: f64, greatest: f64, width: f64| {
        let ends = [least, greatest].map(|at| dot("", at, Bound::Exact, Who::Other)).to_vec();
        let block = block("", "", axis, vec![StripRow { dots: ends, ..StripRow::default() }]);
        let ticks: Vec<String> = block.axis.ticks.iter().map(|(_, word)| word.clone()).collect();
        let scene = draw(&Spec::StripChart(StripChart { blocks: vec![block], ..StripChart::default() }), width);
        let texts = scene.ops.into_iter().filter(|op| op.mark.is_none()).filter_map(|op| match op.shape {
            Shape::Text { text, .. } => Some(text),
            _ => None,
        });
        texts.filter(|text| ticks.contains(text)).collect::<Vec<_>>()
    };
    assert_eq!(words(log_axis, 20.0, 1000.0, 720.0), ["20", "50", "100", "200", "500", "1,000"], "all of them");
    assert_eq!(words(log_axis, 20.0, 2e5, 320.0), ["20", "100", "1,000", "1万", "10万"], "powers of ten, and an end");
    assert_eq!(words(log_axis, 1e-9, 1e12, 320.0).len(), 5, "some of them");
    assert_eq!(words(linear_axis, 0.0, 80.0, 320.0), ["0", "10", "20", "30", "40", "50", "60", "70", "80"]);
    let wide = words(linear_axis, 0.0, 8.05e8, 320.0);
    assert_eq!(wide, ["0", "20000万", "40000万", "60000万", "80000万"], "every second");
}

#[test]
fn an_axis_out_of_sight_is_said_again() {
    let said = |count: usize| {
        let rows = (0..count).map(|_| row("户数", vec![dot("竹隐", 120.0, Bound::Exact, Who::Case)])).collect();
        let scene = draw(&chart(vec![block("", "", linear_axis, rows)]), 720.0);
        scene.ops.iter().filter(|op| matches!(&op.shape, Shape::Text { text, .. } if text == "100")).count()
    };
    assert_eq!((said(11), said(12)), (1, 2), "330 and 360 px");
}

#[test]
fn silence_stands_in_its_column_or_with_its_word() {
    let texts = |width| {
        let scene = draw(&chart(vec![block("", "", log_axis, vec![row("常住人口", crowd(18, 3e3, 0.6, 1))])]), width);
        scene
            .ops
            .into_iter()
            .filter_map(|op| if let Shape::Text { text, .. } = op.shape { Some(text) } else { None })
            .collect()
    };
    let (narrow, wide): (Vec<String>, Vec<String>) = (texts(390.0), texts(720.0));
    assert!(narrow.contains(&"未报告 58".to_string()) && narrow.contains(&"18/76".to_string()));
    assert!(!narrow.contains(&"口径".to_string()), "a narrow sheet has no columns");
    for word in ["口径", "报告", "未报告", "18/76", "58"] {
        assert!(wide.iter().any(|text| text == word), "{word}");
    }
}

#[test]
fn long_words_for_silence_leave_the_name_its_room() {
    let Spec::StripChart(mut spec) = chart(vec![block("", "", log_axis, population())]) else {
        panic!("a strip chart")
    };
    spec.heads.silent = "Not reported, or not in the excerpt".into();
    for width in [280.0, 320.0, 390.0, 720.0] {
        let scene = draw(&Spec::StripChart(spec.clone()), width);
        hold(&spec, &scene);
    }
}

#[test]
fn a_key_explains_the_marks_of_a_strip_chart() {
    let of = |dots: Vec<StripDot>| key_items(&chart(vec![block("", "", log_axis, vec![row("", dots)])]));
    let plain = |who| dot("", 5.0, Bound::Exact, who);
    assert!(of(vec![plain(Who::Other)]).is_empty() && of(vec![plain(Who::Case)]).is_empty(), "plain dots need no key");
    assert_eq!(
        of(vec![plain(Who::Other), plain(Who::Case), plain(Who::Own), plain(Who::Lit)]),
        [KeyItem::DotExact, KeyItem::DotCase, KeyItem::DotOther, KeyItem::DotOwn]
    );
    assert_eq!(
        of(vec![dot("", 5.0, Bound::LessThan, Who::Case), dot("", 5.0, Bound::AtLeast, Who::Case)]),
        [KeyItem::DotAtLeast, KeyItem::DotBelow, KeyItem::DotCase]
    );
    let Spec::StripChart(all) = specs().swap_remove(8).1 else { panic!("marks") };
    let all = key_items(&Spec::StripChart(all));
    for item in [KeyItem::DotAbout, KeyItem::DotPlanned, KeyItem::DotDerived] {
        assert!(all.contains(&item), "{item:?}");
    }
}

/// What stands behind a row can be reached by its name and by the count of who is silent, in reading order, and neither covers
/// anything else; a row without a key has nothing behind it.
#[test]
fn a_row_opens_by_its_name_and_by_who_is_silent() {
    for (name, spec) in specs() {
        let mut chart = strips_of(spec);
        for (at, row) in chart.blocks.iter_mut().flat_map(|block| &mut block.rows).enumerate() {
            row.key = format!("={at}");
        }
        for width in [320.0, 390.0, 720.0, 1200.0] {
            let scene = draw(&Spec::StripChart(chart.clone()), width);
            let rows: Vec<&StripRow> = chart.blocks.iter().flat_map(|block| &block.rows).collect();
            for (lane, row) in rows.iter().enumerate() {
                let here = scene.marks.iter().enumerate().filter(|(_, mark)| usize::from(mark.lane) == lane);
                let here: Vec<_> = here.collect();
                let silent = format!("?{}", row.key);
                let (first, last) = (here[0].1, here[here.len() - 1].1);
                assert_eq!(first.key, row.key, "{name}");
                assert!(first.spoken.contains(&row.label) && first.spoken.contains(&row.reported), "{name}");
                assert_eq!(last.key == silent, row.silent != "0", "{name}: {}", row.silent);
                let doors = here.iter().filter(|(_, mark)| mark.key == row.key || mark.key == silent);
                for (index, mark) in doors {
                    // A hill has the key of its row.
                    if *index != here[0].0 && mark.key == row.key {
                        continue;
                    }
                    let (left, top, wide, high) = mark.bounds;
                    assert!(wide >= 24.0 && high >= 24.0, "{name} at {width}: {mark:?}");
                    assert!(left >= 0.0 && left + wide <= scene.width_px && top + high <= scene.height_px, "{name}");
                    assert_eq!(scene.mark_at(left + wide / 2.0, top + high / 2.0), Some(*index), "{name} at {width}");
                }
            }
            let places: Vec<(u16, u16)> = scene.marks.iter().map(|mark| (mark.lane, mark.point)).collect();
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{name}: reading order");
        }
    }
}
