//! Charts as small SVG files: what a reader sees must not change unnoticed.
//!
//! `UPDATE_GOLDEN=1 cargo test --features lexicon --test native chart_golden` rewrites them and their gallery,
//! `tests/golden/charts/index.html`. A mismatch leaves `<name>.changed.svg` beside the golden.

use std::path::{Path, PathBuf};
use std::{env, fs};

use linpu::chart::draw::{KeyItem, draw, key, key_items};
use linpu::chart::scale::nice_ticks;
use linpu::chart::svg::to_svg;
use linpu::chart::*;
use linpu::text::extents;

fn value(value: f64, bound: Bound) -> Mark {
    Mark::Value { value, bound, planned: false, derived: false }
}

fn planned(value: f64, bound: Bound) -> Mark {
    Mark::Value { value, bound, planned: true, derived: false }
}

fn derived(value: f64, bound: Bound) -> Mark {
    Mark::Value { value, bound, planned: false, derived: true }
}

fn bar(label: &str, sub: &str, mark: Mark, text: &str) -> Bar {
    let spoken = [label, sub, text].join("，");
    Bar { key: label.to_string(), label: label.into(), sub: sub.into(), mark, text: text.into(), spoken, muted: false }
}

fn muted(bar: Bar) -> Bar {
    Bar { muted: true, ..bar }
}

fn lane(title: &str, note: &str, unit: &str, bars: Vec<Bar>) -> Lane {
    let greatest =
        bars.iter().filter_map(|bar| if let Mark::Value { value, .. } = bar.mark { Some(value) } else { None });
    let ticks = nice_ticks(greatest.fold(0.0, f64::max), 4);
    let end = ticks.last().copied().unwrap_or(1.0);
    let ticks = ticks.into_iter().map(|tick| (tick, grouped(tick))).collect();
    Lane { title: title.into(), note: note.into(), axis: Axis { title: unit.into(), end, ticks }, bars }
}

fn grouped(value: f64) -> String {
    let digits = decimal(value);
    match digits.len() {
        4.. if value >= 1000.0 => format!("{},{}", &digits[..digits.len() - 3], &digits[digits.len() - 3..]),
        _ => digits,
    }
}

fn lanes(lanes: Vec<Lane>) -> Spec {
    Spec::Lanes(Lanes { lanes })
}

fn population() -> Spec {
    lanes(vec![
        lane(
            "在册人口",
            "户籍在册，不含外来住户",
            "人",
            vec![bar("竹隐社区", "整个社区 · 时间未说明", value(1800.0, Bound::Exact), "1,800 人")],
        ),
        lane(
            "常住人口",
            "",
            "人",
            vec![
                bar("竹隐社区", "整个社区 · 时间未说明", value(5000.0, Bound::About), "约 5,000 人"),
                bar("中南社区", "整个社区", Mark::NotReported, "未报告"),
            ],
        ),
        lane(
            "其他口径的人口",
            "口径不同，只作背景，不比较",
            "人",
            vec![
                muted(bar("窑洲社区", "晴岚家园小区", value(2000.0, Bound::AtLeast), "2,000 余人")),
                muted(bar("平湖社区", "规划", planned(26000.0, Bound::AtLeast), "规划 26,000 余人")),
                muted(bar("金科园社区", "口径未定义", value(3862.0, Bound::Exact), "3,862 人")),
            ],
        ),
    ])
}

fn bounds() -> Spec {
    lanes(vec![lane(
        "每一种界",
        "同一数值，五种说法",
        "人次",
        vec![
            bar("准确", "2021 年", value(320.0, Bound::Exact), "320 人次"),
            bar("约", "2021 年", value(320.0, Bound::About), "≈ 320 人次"),
            bar("余、多、超", "2021 年", value(320.0, Bound::AtLeast), "≥ 320 人次"),
            bar("近", "2021 年", value(320.0, Bound::Nearly), "近 320 人次"),
            bar("不到", "2021 年", value(320.0, Bound::LessThan), "< 320 人次"),
            bar("很小", "2021 年", value(1.0, Bound::AtLeast), "≥ 1 人次"),
            bar("零", "2021 年", value(0.0, Bound::Exact), "0"),
            bar("未报告", "", Mark::NotReported, "未报告"),
            bar("不适用", "", Mark::NotApplicable, "不适用"),
            bar("规划", "2025 年", planned(240.0, Bound::Exact), "规划 240 人次"),
            bar("规划，余", "2025 年", planned(240.0, Bound::AtLeast), "规划 ≥ 240 人次"),
            bar("推算", "本站计算", derived(180.0, Bound::Exact), "180 人次"),
            bar("推算，至少", "本站计算", derived(180.0, Bound::AtLeast), "≥ 180 人次"),
            bar("推算，至多", "本站计算", derived(180.0, Bound::LessThan), "≤ 180 人次"),
            bar("推算，约", "本站计算", derived(180.0, Bound::About), "≈ 180 人次"),
            muted(bar("背景", "不可比", value(90.0, Bound::Exact), "90 人次")),
        ],
    )])
}

fn missing() -> Spec {
    let silent = |name: &str| bar(name, "", Mark::NotReported, "未报告");
    lanes(vec![lane("专职人员", "五篇文章都没有提到", "人", ["竹隐社区", "窑洲社区", "平湖社区"].map(silent).to_vec())])
}

fn zero() -> Spec {
    lanes(vec![lane(
        "三零",
        "未说明的三年",
        "起",
        vec![
            bar("矛盾纠纷上交", "金科园社区", value(0.0, Bound::Exact), "0 起"),
            bar("安全事故", "金科园社区", value(0.0, Bound::Exact), "0 起"),
        ],
    )])
}

fn one() -> Spec {
    lanes(vec![lane(
        "社区面积",
        "",
        "平方千米",
        vec![bar("竹隐社区", "整个社区", value(2.5, Bound::Exact), "2.5 平方千米")],
    )])
}

fn forty() -> Spec {
    let name = |at: u32| {
        let size = f64::from((at * 7919) % 997);
        bar(&format!("第{at}社区"), "", value(size, Bound::Exact), &format!("{size} 户"))
    };
    lanes(vec![lane("户数", "", "户", (1..=40).map(name).collect())])
}

const LONG_NAME: &str = "长沙市望城区高塘岭街道中南社区党群服务中心“邻里一家亲”全龄友好志愿服务联合会第十七分队";

fn long() -> Spec {
    lanes(vec![lane(
        "在“全龄友好”服务体系之下由街道、社区、小区三级党组织共同登记在册的志愿者人数（含临时参与者）",
        "口径说明很长：这里只计登记在册者，不含一次性参与者；Registered volunteers only, one-off helpers are not counted here.",
        "每千名常住居民中的登记志愿者人数",
        vec![
            bar(
                LONG_NAME,
                "一个组织 · 2021 年 6 月至 2022 年 8 月（起点由发布日期推断）",
                value(115.0, Bound::Nearly),
                "近 115 名登记在册的志愿者（其中一部分同时属于两支队伍）",
            ),
            bar(
                "The Zhongnan Neighbourhood Association of Volunteers and Friends",
                "one organisation, 2022",
                planned(60.0, Bound::AtLeast),
                "at least 60 volunteers are foreseen",
            ),
            bar(
                "Donaudampfschifffahrtsgesellschaftskapitän",
                "",
                Mark::NotReported,
                "原文没有说明，也没有给出可以推算的数字",
            ),
        ],
    )])
}

fn span(label: &str, sub: &str, when: When, text: &str) -> SpanRow {
    let spoken = [label, sub, text].join("，");
    SpanRow {
        key: label.to_string(),
        label: label.into(),
        sub: sub.into(),
        text: text.into(),
        spoken,
        when,
        muted: false,
    }
}

fn range(from: f64, to: f64) -> When {
    When::Range { from, to, from_soft: false, to_soft: false }
}

fn spans(start: i32, end: i32, rows: Vec<SpanRow>, beside: Vec<SpanRow>) -> Spec {
    let ticks = (start..=end).map(|year| (f64::from(year), year.to_string())).collect();
    let (start, end) = (f64::from(start), f64::from(end));
    Spec::Spans(Spans { ticks, start, end, rows, beside_title: "没有确定年份，不在轴上".into(), beside })
}

fn periods() -> Spec {
    spans(
        2019,
        2023,
        vec![
            span("竹隐社区", "4,195 人次服务", range(2019.42, 2021.5), "2019 年 6 月—2021 年 6 月"),
            span(
                "竹隐社区",
                "32 场活动",
                When::Range { from: 2019.42, to: 2021.5, from_soft: true, to_soft: false },
                "至 2021 年 6 月（起点推断）",
            ),
            span("平湖社区", "30 余次活动", range(2020.0, 2020.97), "2020 年至 12 月 20 日"),
            span("金科园社区", "20 余场次", range(2021.0, 2022.0), "2021 年"),
            span(
                "金科园社区",
                "500 余人次",
                When::Range { from: 2020.9, to: 2022.44, from_soft: false, to_soft: true },
                "移交以来",
            ),
            span("中南社区", "开馆", When::Instant { at: 2022.0, width: 1.0 }, "2022 年内某时"),
            span("中南社区", "发布", When::Instant { at: 2022.6, width: 0.003 }, "2022 年 8 月 9 日"),
            span("竹隐社区", "党史学习教育", When::Either { years: vec![2021.0, 2022.0] }, "2021 或 2022 年"),
        ],
        vec![
            span("窑洲社区", "20 余个微心愿", When::Unplaced, "3 月 26 日（年份不详）"),
            span("中南社区", "每月 25 元", When::Unplaced, "规则，无期限"),
        ],
    )
}

fn forty_spans() -> Spec {
    let row = |at: u32| {
        let from = 2000.0 + f64::from((at * 37) % 200) / 10.0;
        span(&format!("第{at}社区"), "", range(from, from + f64::from(at % 7) * 0.4), &format!("{from:.0} 年起"))
    };
    spans(2000, 2024, (0..40).map(row).collect(), Vec::new())
}

fn long_spans() -> Spec {
    let text = "自 2019 年 6 月起，至 2021 年 6 月止，其中 2020 年 2 月至 4 月暂停（原文未说明原因）";
    spans(
        2018,
        2022,
        vec![
            span(LONG_NAME, "服务人次，按次计算，同一人可以重复计入", range(2018.2, 2021.9), text),
            span(LONG_NAME, "", When::Instant { at: 2021.9, width: 0.08 }, "2021 年 12 月"),
        ],
        vec![span(LONG_NAME, "", When::Unplaced, text)],
    )
}

fn cell(text: &str, state: CellState) -> Cell {
    Cell { key: text.to_string(), text: text.into(), state, spoken: text.into() }
}

fn matrix(columns: &[&str], rows: Vec<(&str, &str)>) -> Spec {
    let row = |(label, pattern): (&str, &str)| MatrixRow {
        label: label.into(),
        cells: pattern
            .split('|')
            .map(|text| match text.chars().next() {
                None => cell("未报告", CellState::NotReported),
                Some('~') => cell(&text[1..], CellState::Partial),
                Some('_') => cell("", CellState::Hidden),
                Some(_) => cell(text, CellState::Reported),
            })
            .collect(),
    };
    let columns = columns.iter().map(|name| name.to_string()).collect();
    Spec::Matrix(Matrix { columns, highlight: None, rows: rows.into_iter().map(row).collect() })
}

const FIVE: [&str; 5] = ["竹隐", "窑洲", "平湖", "金科园", "中南"];

fn coverage() -> Spec {
    matrix(
        &FIVE,
        vec![
            ("人口", "2 项|~小区|~规划|1 项|"),
            ("户数", "|~小区|||"),
            ("面积", "1 项||||"),
            ("党员", "|~15||215|~部分"),
            ("志愿者", "|~20+||115|~30"),
            ("活动", "32 场||30+ 次|20+|"),
            ("金额", "|||100 万+|25 元"),
            ("满意度", "||||"),
            ("被筛去的指标", "_|_|_|_|_"),
        ],
    )
}

fn long_matrix() -> Spec {
    matrix(
        &[LONG_NAME, "Zhongnan Neighbourhood", "金科园"],
        vec![
            (LONG_NAME, "近 115 名登记在册的志愿者|~at least sixty are foreseen|"),
            ("Share of party members within a named group", "28.2%|~约 37.5%，基数未说明|0"),
        ],
    )
}

fn forty_matrix() -> Spec {
    let names: Vec<String> = (1..=40).map(|at| format!("指标{at}")).collect();
    matrix(&FIVE, names.iter().map(|name| (name.as_str(), "1||~部分|3|")).collect())
}

fn many_columns() -> Spec {
    let names: Vec<String> = (1..=24).map(|at| format!("社区{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let row = ["1", "", "~部分", "12"].iter().cycle().take(24).copied().collect::<Vec<_>>().join("|");
    matrix(&names, vec![("人口", &row), ("户数", &row)])
}

const LONG_STEP: &str =
    "社区党总支会同物业公司业主委员会和辖区共建单位逐户上门征求意见并且公示结果 Residents are asked door to door";

fn flow(steps: &[(&str, &str)]) -> Spec {
    let step = |(at, (name, actor)): (usize, &(&str, &str))| FlowStep {
        key: format!("step-{at}"),
        name: name.to_string(),
        actor: actor.to_string(),
        spoken: format!("{} {name} {actor}", at + 1),
    };
    Spec::Flow(Flow { steps: steps.iter().enumerate().map(step).collect() })
}

const RELAY_LANES: [&str; 7] = ["居民", "志愿者", "物业", "企业", "网格", "社区", "部门"];

type Steps<'s> = &'s [(&'s str, &'s [usize])];

/// The flows of the cases: forwards, back to the left, on the spot, by two at once who are neighbours or not.
const RELAY_FLOWS: &[(&str, Steps)] = &[
    ("中南 · 雷锋哨", &[("下单", &[0]), ("接单", &[2]), ("督单*", &[3, 5]), ("核单", &[6])]),
    (
        "平湖 · 双向服务",
        &[
            ("在线提出治理需求", &[0]),
            ("发布治理清单", &[5]),
            ("志愿者自己办，或由共建单位共同办", &[0, 1]),
            ("回访", &[4]),
        ],
    ),
    ("金科园 · 网格处置", &[("发现", &[4]), ("呼叫", &[5]), ("分级响应", &[]), ("协同处置", &[])]),
];

fn relays(lanes: &[&str], unstated: &str, flows: &[(&str, Steps)]) -> Spec {
    let row = |(at, (_, steps)): (usize, &(&str, Steps))| Relay {
        lit: at == 0,
        steps: steps
            .iter()
            .enumerate()
            .map(|(step, (name, lanes))| RelayStep {
                key: format!("{at}-{step}"),
                name: name.to_string(),
                lanes: lanes.to_vec(),
                spoken: name.to_string(),
            })
            .collect(),
    };
    Spec::Relays(Relays {
        lanes: lanes.iter().map(|lane| lane.to_string()).collect(),
        unstated: unstated.into(),
        has_head: true,
        rows: flows.iter().enumerate().map(row).collect(),
    })
}

const WHY_NOT: &str = "口径不同：一为在册人口，一为常住人口，不能画在同一根轴上";

fn refused() -> Spec {
    lanes(vec![lane(
        "人口",
        "口径不同",
        "人",
        vec![
            bar("竹隐社区", "在册人口", value(1800.0, Bound::Exact), "1,800 人"),
            bar("金科园社区", "口径未定义", Mark::Refused, "3,862 人，口径未定义"),
            bar("中南社区", "", Mark::NotReported, "未报告"),
            bar("平湖社区", "规划", Mark::Refused, WHY_NOT),
            bar(LONG_NAME, "", Mark::Refused, &WHY_NOT.repeat(6)),
        ],
    )])
}

fn muted_periods() -> Spec {
    let Spec::Spans(mut spec) = periods() else { return periods() };
    for row in spec.rows.iter_mut().chain(&mut spec.beside) {
        row.muted = row.label != "竹隐社区" && row.text != "2022 年内某时";
    }
    for (row, when) in [
        When::Instant { at: 2020.2, width: 1.0 },
        When::Instant { at: 2021.2, width: 0.003 },
        When::Either { years: vec![2020.0, 2021.0] },
    ]
    .into_iter()
    .enumerate()
    {
        spec.rows.push(SpanRow { muted: true, ..span(&format!("背景{row}"), "", when, "只作背景") });
    }
    Spec::Spans(spec)
}

fn highlighted(column: usize, spec: Spec) -> Spec {
    match spec {
        Spec::Matrix(spec) => Spec::Matrix(Matrix { highlight: Some(column), ..spec }),
        other => other,
    }
}

/// A panel a subject; lanes with a common axis each, as the page gives them.
fn panels(titles: &[&str], quantities: &[(&str, f64, Vec<Bar>)]) -> Spec {
    let panel = |(at, title): (usize, &&str)| Panel {
        title: title.to_string(),
        muted: false,
        lanes: quantities
            .iter()
            .map(|(quantity, end, bars)| {
                let bar =
                    Bar { key: format!("{title}{quantity}"), label: String::new(), ..bars[at % bars.len()].clone() };
                Lane { axis: Axis { end: *end, ..Axis::default() }, ..lane(quantity, "", "", vec![bar]) }
            })
            .collect(),
    };
    Spec::Panels(Panels { panels: titles.iter().enumerate().map(panel).collect(), shared: quantities.len() })
}

fn profile() -> Spec {
    let people = vec![
        bar("", "整个社区", value(1800.0, Bound::Exact), "1,800 人"),
        bar("", "晴岚家园小区 · 2022 年", value(2000.0, Bound::AtLeast), "2,000 余人"),
        bar("", "规划", planned(26000.0, Bound::AtLeast), "规划 26,000 余人"),
        bar("", "口径未定义", value(3862.0, Bound::Exact), "3,862 人"),
        bar("", "", Mark::NotReported, "未报告"),
    ];
    let volunteers = vec![
        bar("", "", Mark::NotReported, "未报告"),
        bar("", "", Mark::NotReported, "未报告"),
        bar("", "一支队伍 · 2020 年", value(20.0, Bound::AtLeast), "20 余人"),
        bar("", "登记在册 · 2021 年", value(115.0, Bound::Exact), "115 人"),
        bar("", "一支队伍 · 2022 年", value(30.0, Bound::About), "约 30 人"),
    ];
    let spec = panels(&FIVE, &[("人口", 30000.0, people), ("志愿者", 120.0, volunteers)]);
    match spec {
        Spec::Panels(mut spec) => {
            for panel in spec.panels.iter_mut().skip(3) {
                panel.muted = true;
            }
            Spec::Panels(spec)
        }
        other => other,
    }
}

fn panel_bounds() -> Spec {
    let Spec::Lanes(spec) = bounds() else { return bounds() };
    let bars = spec.lanes.into_iter().next().map(|lane| lane.bars).unwrap_or_default();
    let names: Vec<String> = bars.iter().map(|bar| bar.label.clone()).collect();
    panels(&names.iter().map(String::as_str).collect::<Vec<_>>(), &[("每一种界", 400.0, bars)])
}

fn panel_refused() -> Spec {
    let bars = vec![
        bar("", "在册人口", value(1800.0, Bound::Exact), "1,800 人"),
        bar("", "口径未定义", Mark::Refused, "3,862 人，口径未定义"),
        bar("", "规划", Mark::Refused, WHY_NOT),
    ];
    panels(&FIVE[..3], &[("人口", 2000.0, bars)])
}

fn panel_forty() -> Spec {
    let names: Vec<String> = (1..=40).map(|at| format!("第{at}社区")).collect();
    let bars: Vec<Bar> =
        (1..=40).map(|at| bar("", "", value(f64::from(at), Bound::Exact), &format!("{at} 户"))).collect();
    panels(&names.iter().map(String::as_str).collect::<Vec<_>>(), &[("户数", 40.0, bars)])
}

/// One quantity in common, then what each panel alone has.
fn panel_own() -> Spec {
    let of = |value_of, bound, text: &str| bar("", "整个社区 · 时间未说明", value(value_of, bound), text);
    let Spec::Panels(mut spec) =
        panels(&FIVE, &[("户数", 900.0, vec![of(858.0, Bound::Exact, "858 户"), of(96.0, Bound::AtLeast, "96 余户")])])
    else {
        return population();
    };
    let own = [
        ("占比", 12.0, Bound::LessThan, "不到 12%"),
        ("三零", 0.0, Bound::Exact, "0 起"),
        (LONG_STEP, 5.0, Bound::About, "约 5 人"),
    ];
    for (panel, (title, of_value, bound, text)) in spec.panels.iter_mut().skip(1).zip(own) {
        let bar = Bar { key: format!("{}{title}", panel.title), ..of(of_value, bound, text) };
        panel.lanes.push(lane(title, "", "", vec![bar]));
    }
    Spec::Panels(spec)
}

fn panel_long() -> Spec {
    let Spec::Lanes(spec) = long() else { return long() };
    let bars = &spec.lanes[0].bars;
    let Spec::Panels(mut spec) =
        panels(&[LONG_NAME, "Donaudampfschifffahrtsgesellschaftskapitän", "短"], &[(LONG_NAME, 120.0, bars.clone())])
    else {
        return population();
    };
    // Lanes may have bars with names of their own, and panels may have fewer lanes.
    spec.panels[1]
        .lanes
        .push(Lane { bars: bars.clone(), ..lane("有名字的三条", LONG_NAME, "人", bars.clone()) });
    Spec::Panels(spec)
}

fn quantity(value: f64, bound: Bound) -> Quantity {
    Quantity { value, bound, planned: false, derived: false }
}

fn dot(label: &str, value: f64, bound: Bound) -> Dot {
    let spoken = format!("{label}，{value}");
    Dot { key: label.to_string(), label: label.into(), at: quantity(value, bound), spoken, muted: false }
}

fn strip(label: &str, sub: &str, dots: Vec<Dot>) -> Strip {
    let axis =
        lane("", "", "", dots.iter().map(|dot| bar("", "", value(dot.at.value, Bound::Exact), "")).collect()).axis;
    Strip { label: label.into(), sub: sub.into(), axis, dots }
}

fn strips(rows: Vec<Strip>) -> Spec {
    Spec::Strips(Strips { rows })
}

fn standings() -> Spec {
    let exact = |label, value| dot(label, value, Bound::Exact);
    let context = |dot: Dot| Dot { muted: true, ..dot };
    let foreseen = Dot { at: Quantity { planned: true, ..quantity(26000.0, Bound::AtLeast) }, ..exact("平湖", 0.0) };
    let share = Dot { at: Quantity { derived: true, ..quantity(64.0, Bound::About) }, ..exact("竹隐", 0.0) };
    strips(vec![
        strip(
            "常住人口",
            "人 · 4 个报告，共 5 个",
            vec![
                dot("竹隐", 5000.0, Bound::About),
                context(dot("窑洲", 2000.0, Bound::AtLeast)),
                context(foreseen),
                context(exact("金科园", 3862.0)),
            ],
        ),
        strip(
            "在册志愿者",
            "人 · 3 / 5",
            vec![context(exact("金科园", 115.0)), exact("竹隐", 115.0), context(dot("中南", 110.0, Bound::Nearly))],
        ),
        strip("每千人志愿者", "本站推算", vec![share, context(exact("中南", 20.0))]),
        strip("专职人员", "0 / 5", Vec::new()),
    ])
}

fn every_bound() -> [(&'static str, Bound); 5] {
    [
        ("准确", Bound::Exact),
        ("约", Bound::About),
        ("余", Bound::AtLeast),
        ("近", Bound::Nearly),
        ("不到", Bound::LessThan),
    ]
}

fn strip_bounds() -> Spec {
    let apart =
        every_bound().into_iter().enumerate().map(|(at, (label, bound))| dot(label, 100.0 + 180.0 * at as f64, bound));
    let equal = every_bound().map(|(label, bound)| dot(label, 500.0, bound));
    let kinds =
        [(true, false, false), (false, true, false), (false, false, true), (true, false, true), (false, true, true)];
    let kinds = kinds.into_iter().enumerate().map(|(at, (planned, derived, muted))| {
        let name = format!(
            "{}{}{}",
            if planned { "规划" } else { "" },
            if derived { "推算" } else { "" },
            if muted { "背景" } else { "" }
        );
        let at = Quantity { planned, derived, ..quantity(60.0 + 80.0 * at as f64, every_bound()[at].1) };
        Dot { at, muted, ..dot(&name, 0.0, Bound::Exact) }
    });
    strips(vec![
        strip("各种界", "人次", apart.collect()),
        strip("同一数值", "五个点叠起来", equal.to_vec()),
        strip("规划、推算、背景", "", kinds.collect()),
    ])
}

fn strip_forty() -> Spec {
    let row = |seed: u32| {
        let dots = (1..=40).map(|at| dot(&format!("第{at}"), f64::from((at * seed) % 997), Bound::Exact));
        strip("户数", "户", dots.collect())
    };
    strips(vec![row(7919), row(64)])
}

fn strip_long() -> Spec {
    let dots = vec![
        dot(LONG_NAME, 10.0, Bound::AtLeast),
        dot("The Zhongnan Neighbourhood Association", 60.0, Bound::LessThan),
        dot("Donaudampfschifffahrtsgesellschaftskapitän", 120.0, Bound::About),
    ];
    strips(vec![strip(LONG_NAME, LONG_NAME, dots)])
}

fn point(label: &str, x: Quantity, y: Quantity) -> Point {
    let spoken = format!("{label}，{}，{}", x.value, y.value);
    Point { key: label.to_string(), label: label.into(), x, y, spoken, muted: false }
}

fn scatter(points: Vec<Point>, lacking: &[(&str, &str)]) -> Spec {
    let axis = |title: &str, values: Vec<f64>| {
        let bars = values.into_iter().map(|at| bar("", "", value(at, Bound::Exact), "")).collect();
        lane("", "", title, bars).axis
    };
    let beside = |(label, text): &(&str, &str)| Beside {
        key: label.to_string(),
        label: label.to_string(),
        text: text.to_string(),
        spoken: format!("{label}，{text}"),
    };
    Spec::Scatter(Scatter {
        x: axis("常住人口（人）", points.iter().map(|point| point.x.value).collect()),
        y: axis("登记在册的志愿者（人）", points.iter().map(|point| point.y.value).collect()),
        points,
        beside_title: "缺少其中一项，不在图中".into(),
        beside: lacking.iter().map(beside).collect(),
    })
}

fn pairs() -> Spec {
    let points = vec![
        point("竹隐社区", quantity(5000.0, Bound::About), quantity(80.0, Bound::Exact)),
        point("金科园社区", quantity(3862.0, Bound::Exact), quantity(115.0, Bound::Exact)),
        Point {
            muted: true, ..point("窑洲社区", quantity(2000.0, Bound::AtLeast), quantity(20.0, Bound::AtLeast))
        },
        Point { muted: true, ..point("中南社区", quantity(4000.0, Bound::Exact), quantity(108.0, Bound::About)) },
    ];
    scatter(points, &[("平湖社区", "只有规划人口，志愿者未报告")])
}

fn scatter_bounds() -> Spec {
    let grid = every_bound().into_iter().enumerate().flat_map(|(column, (x, right))| {
        every_bound().into_iter().enumerate().map(move |(row, (y, up))| {
            let (at, over) = (quantity(200.0 * (column + 1) as f64, right), quantity(20.0 * (row + 1) as f64, up));
            point(&format!("{x}·{y}"), at, over)
        })
    });
    scatter(grid.collect(), &[])
}

fn scatter_planned() -> Spec {
    let planned = Quantity { planned: true, ..quantity(26000.0, Bound::AtLeast) };
    let derived = Quantity { derived: true, ..quantity(12.0, Bound::About) };
    let points = vec![
        point("规划", planned, quantity(10.0, Bound::Exact)),
        point("推算", quantity(8000.0, Bound::Exact), derived),
        Point {
            muted: true, ..point("背景规划", Quantity { value: 13000.0, ..planned }, quantity(5.0, Bound::Exact))
        },
        Point {
            muted: true, ..point("背景推算", quantity(20000.0, Bound::Exact), Quantity { value: 3.0, ..derived })
        },
    ];
    scatter(points, &[])
}

fn scatter_forty() -> Spec {
    let at = |at: u32| {
        let (x, y) = (f64::from((at * 7919) % 997), f64::from((at * 104_729) % 613));
        point(&format!("第{at}社区"), quantity(x, Bound::Exact), quantity(y, Bound::Exact))
    };
    scatter((1..=40).map(at).collect(), &[])
}

fn scatter_long() -> Spec {
    let at = |label, x, y| point(label, quantity(x, Bound::Exact), quantity(y, Bound::Exact));
    let Spec::Scatter(mut spec) = scatter(
        vec![
            at(LONG_NAME, 100.0, 90.0),
            at("The Zhongnan Neighbourhood Association", 900.0, 90.0),
            at("Donaudampfschifffahrtsgesellschaftskapitän", 500.0, 1_000_000.0),
        ],
        &[(LONG_NAME, LONG_STEP), ("短", "")],
    ) else {
        return pairs();
    };
    spec.x.title = LONG_NAME.repeat(2);
    spec.y.title = LONG_STEP.into();
    Spec::Scatter(spec)
}

/// Keys of panels in reading order: lane by lane across the panels of a line.
fn panel_keys(spec: &Panels, width: f64) -> Vec<&str> {
    let fitting = ((width as usize + 24) / 200).max(1);
    let in_line = spec.panels.len().div_ceil(spec.panels.len().div_ceil(fitting).max(1)).max(1);
    let mut keys = Vec::new();
    for line in spec.panels.chunks(in_line) {
        for at in 0..line.iter().map(|panel| panel.lanes.len()).max().unwrap_or(0) {
            let lanes = line.iter().filter_map(|panel| panel.lanes.get(at));
            keys.extend(lanes.flat_map(|lane| &lane.bars).map(|bar| bar.key.as_str()));
        }
    }
    keys
}

fn specs() -> Vec<(&'static str, Spec)> {
    let mut specs = vec![
        ("lanes-typical", population()),
        ("lanes-bounds", bounds()),
        ("lanes-missing", missing()),
        ("lanes-zero", zero()),
        ("lanes-one", one()),
        ("lanes-forty", forty()),
        ("lanes-long", long()),
        ("lanes-empty", lanes(Vec::new())),
        ("lanes-refused", refused()),
        ("panels-typical", profile()),
        ("panels-own", panel_own()),
        ("panels-missing", panels(&FIVE, &[("专职人员", 1.0, vec![bar("", "", Mark::NotReported, "未报告")])])),
        ("panels-zero", panels(&FIVE, &[("安全事故", 1.0, vec![bar("", "三年", value(0.0, Bound::Exact), "0 起")])])),
        ("panels-bounds", panel_bounds()),
        ("panels-refused", panel_refused()),
        (
            "panels-one",
            panels(&["竹隐社区"], &[("社区面积", 2.5, vec![bar("", "", value(2.5, Bound::Exact), "2.5 平方千米")])]),
        ),
        ("panels-forty", panel_forty()),
        ("panels-long", panel_long()),
        ("panels-empty", Spec::Panels(Panels::default())),
        ("strips-typical", standings()),
        ("strips-missing", strips(vec![strip("专职人员", "0 / 5", Vec::new()), strip("户数", "0 / 5", Vec::new())])),
        ("strips-zero", strips(vec![strip("安全事故", "起", FIVE.map(|name| dot(name, 0.0, Bound::Exact)).to_vec())])),
        ("strips-bounds", strip_bounds()),
        ("strips-one", strips(vec![strip("社区面积", "平方千米", vec![dot("竹隐", 2.5, Bound::Exact)])])),
        ("strips-forty", strip_forty()),
        ("strips-long", strip_long()),
        ("strips-empty", strips(Vec::new())),
        ("scatter-typical", pairs()),
        ("scatter-missing", scatter(Vec::new(), &[("竹隐社区", "志愿者未报告"), ("平湖社区", "人口未报告")])),
        (
            "scatter-zero",
            scatter(
                vec![
                    point("都是零", quantity(0.0, Bound::Exact), quantity(0.0, Bound::Exact)),
                    point("一个零", quantity(0.0, Bound::Exact), quantity(20.0, Bound::AtLeast)),
                    point("另一个零", quantity(20.0, Bound::AtLeast), quantity(0.0, Bound::Exact)),
                ],
                &[],
            ),
        ),
        ("scatter-bounds", scatter_bounds()),
        ("scatter-planned", scatter_planned()),
        (
            "scatter-one",
            scatter(vec![point("竹隐社区", quantity(1800.0, Bound::Exact), quantity(12.0, Bound::Exact))], &[]),
        ),
        ("scatter-forty", scatter_forty()),
        ("scatter-long", scatter_long()),
        ("scatter-empty", scatter(Vec::new(), &[])),
        ("spans-typical", periods()),
        ("spans-muted", muted_periods()),
        ("spans-one", spans(2020, 2022, vec![span("平湖社区", "", range(2020.0, 2021.0), "2020 年")], Vec::new())),
        ("spans-forty", forty_spans()),
        ("spans-long", long_spans()),
        ("matrix-typical", coverage()),
        ("matrix-highlight", highlighted(3, coverage())),
        ("matrix-highlight-edge", highlighted(0, long_matrix())),
        ("matrix-one", matrix(&["竹隐"], vec![("人口", "1,800")])),
        ("matrix-long", long_matrix()),
        ("matrix-forty", forty_matrix()),
        ("matrix-columns", many_columns()),
        (
            "flow-typical",
            flow(&[("下单", "由居民"), ("接单", "由物业"), ("督单", "由企业社区"), ("核单", "由各协同治理部门")]),
        ),
        ("flow-no-actors", flow(&[("网格发现", ""), ("社区呼叫", ""), ("分级响应", ""), ("协同处置", "")])),
        ("flow-one", flow(&[("上报", "由网格员")])),
        ("flow-forty", flow(&[("又一步", "由居民小组长"); 40])),
        ("flow-long", flow(&[(LONG_STEP, LONG_STEP), ("短", ""), (LONG_STEP, "由社区")])),
        ("flow-empty", flow(&[])),
        ("relays-typical", relays(&RELAY_LANES, "文中未写", RELAY_FLOWS)),
        ("relays-all-stated", relays(&RELAY_LANES, "", &RELAY_FLOWS[..2])),
        ("relays-one", relays(&["居民"], "", &[("雷锋哨", &[("下单", &[0])])])),
        ("relays-nobody", relays(&[], "文中未写", &[("整治项目", &[("议事", &[]), ("方案", &[]), ("施工", &[])])])),
        (
            "relays-long",
            relays(
                &[LONG_STEP, "社区"],
                LONG_STEP,
                &[(LONG_STEP, &[(LONG_STEP, &[0]), (LONG_STEP, &[0, 1]), ("短", &[])])],
            ),
        ),
        ("relays-empty", relays(&[], "", &[])),
    ];
    specs.extend(crate::strip::specs());
    specs
}

fn word(item: KeyItem) -> String {
    match item {
        KeyItem::Exact => "原文数字",
        KeyItem::About => "约",
        KeyItem::AtLeast => "至少（余、多、超）",
        KeyItem::Below => "近、不到",
        KeyItem::Planned => "规划，尚未实现",
        KeyItem::Derived => "本站推算",
        KeyItem::Context => "只作背景，不可比",
        KeyItem::Zero => "报告为零",
        KeyItem::NotReported => "未报告",
        KeyItem::Refused => "不宜画在一起",
        KeyItem::Range => "统计时段",
        KeyItem::SoftEnd => "起点或终点不确定",
        KeyItem::Instant => "统计时点",
        KeyItem::Somewhere => "其间某一时点",
        KeyItem::Either => "其中一年，原文未定",
        KeyItem::Reported => "已报告",
        KeyItem::Partial => "只有规划或部分",
        KeyItem::Hidden => "已被筛去",
        KeyItem::DotExact => "原文数字",
        KeyItem::DotAbout => "约",
        KeyItem::DotAtLeast => "至少（余、多、超）",
        KeyItem::DotBelow => "近、不到",
        KeyItem::DotPlanned => "规划，尚未实现",
        KeyItem::DotDerived => "本站推算",
        KeyItem::DotCase => "精读案例",
        KeyItem::DotOther => "其他社区",
        KeyItem::DotOwn => "自己填写",
    }
    .to_string()
}

fn key_of(spec: &Spec, width: f64) -> Scene {
    let items: Vec<(KeyItem, String)> = key_items(spec).into_iter().map(|item| (item, word(item))).collect();
    key(&items, width)
}

/// A whole picture as it is exported.
fn picture(theme: &Theme, spec: &Spec, width: f64) -> String {
    let frame = Frame {
        title: "五个社区各有多少人？口径不同的数字不能放在一根轴上".into(),
        subtitle: "人；按原文口径分组".into(),
        notes: vec!["注：长度只在同一组内可比。未报告：2 个。".into()],
        source: "数据来源：红星网，《“三竹”党建编织基层治理“锦绣蓝图”》，2022-09-05；太湖明珠，2020-12-20".into(),
        filters: "筛选：全部社区".into(),
        licence: "CC BY 4.0".into(),
    };
    to_svg(&draw(spec, width).stack(key_of(spec, width), 16.0), theme, Some(&frame), "zh-Hans")
}

/// Every golden: its name and what it must be.
fn goldens() -> Vec<(String, String)> {
    let light = Theme::light();
    let mut found = Vec::new();
    for (name, spec) in specs() {
        let widths: &[u16] = if matches!(spec, Spec::StripChart(_)) { &[320, 720, 1200] } else { &[320, 720] };
        for width in widths {
            let scene = draw(&spec, f64::from(*width));
            found.push((format!("{name}-{width}"), to_svg(&scene, &light, None, "zh-Hans")));
        }
    }
    for (name, spec) in [
        ("lanes", bounds()),
        ("refused", refused()),
        ("strips", strip_bounds()),
        ("spans", periods()),
        ("matrix", coverage()),
        ("strip-chart", crate::strip::specs().swap_remove(8).1),
    ] {
        for width in [320, 720] {
            let svg = to_svg(&key_of(&spec, f64::from(width)), &light, None, "zh-Hans");
            found.push((format!("key-{name}-{width}"), svg));
        }
    }
    for (name, spec) in [
        ("lanes", population()),
        ("bounds", bounds()),
        ("spans", periods()),
        ("matrix", coverage()),
        ("strip-chart", crate::strip::specs().swap_remove(8).1),
    ] {
        found.push((format!("picture-{name}-light"), picture(&light, &spec, 640.0)));
        found.push((format!("picture-{name}-dark"), picture(&Theme::dark(), &spec, 640.0)));
    }
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts")
}

/// The gallery: every golden with its name; what is drawn for dark stands on a dark ground.
fn gallery(names: &[String]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<meta charset=\"utf-8\">\n<title>Charts</title>\n<style>\n\
         body{margin:24px;background:#fffdf9;color:#1d2126;font:14px/1.5 sans-serif;display:flex;flex-wrap:wrap;gap:32px}\n\
         figure{margin:0;max-width:100%;overflow:auto}figcaption{color:#5a606a}img{display:block}\n\
         .dark{background:#17191c}.dark figcaption{background:#fffdf9}\n</style>\n",
    );
    for name in names {
        let class = if name.ends_with("dark") { " class=\"dark\"" } else { "" };
        page.push_str(&format!(
            "<figure{class}><figcaption>{name}</figcaption><img src=\"{name}.svg\" alt=\"{name}\"></figure>\n"
        ));
    }
    page.push_str("</html>\n");
    page
}

#[test]
fn charts_look_as_they_did() {
    let folder = folder();
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    let mut names = Vec::new();
    for (name, svg) in goldens() {
        let path = folder.join(format!("{name}.svg"));
        let left = folder.join(format!("{name}.changed.svg"));
        if update {
            fs::write(&path, &svg).unwrap();
        }
        if fs::read_to_string(&path).is_ok_and(|golden| golden == svg) {
            let _ = fs::remove_file(left);
        } else {
            fs::write(left, &svg).unwrap();
            changed.push(name.clone());
        }
        names.push(name);
    }
    let page = gallery(&names);
    if update {
        fs::write(folder.join("index.html"), &page).unwrap();
    }
    let listed = fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    assert!(
        changed.is_empty(),
        "changed, look at <name>.changed.svg (UPDATE_GOLDEN=1 accepts): {}",
        changed.join(", ")
    );
    assert_eq!(listed, page, "the gallery is out of date (UPDATE_GOLDEN=1 rewrites it)");
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let known = file == "index.html" || names.iter().any(|name| file == format!("{name}.svg"));
        assert!(known, "{file} belongs to no chart any more");
    }
}

/// Left, top, right, bottom of a text's ink: Han characters fill their size, a little less above and below.
pub fn text_box(op: &Op) -> Option<(f64, f64, f64, f64, &str)> {
    let Shape::Text { x, y, size, bold, anchor, text } = &op.shape else { return None };
    let width = if *bold { extents::width_bold(text, *size) } else { extents::width(text, *size) };
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some((left, y - size * 0.86, left + width, y + size * 0.14, text))
}

#[test]
fn words_stay_inside_never_overlap_and_are_not_small() {
    for (name, spec) in specs() {
        for width in (280..=1200).step_by(46) {
            let scene = draw(&spec, f64::from(width)).stack(key_of(&spec, f64::from(width)), 16.0);
            let texts: Vec<_> = scene.ops.iter().filter_map(text_box).collect();
            for (at, (left, top, right, bottom, text)) in texts.iter().enumerate() {
                assert!(
                    *left >= -1.0 && *right <= scene.width_px + 1.0 && *top >= -1.0 && *bottom <= scene.height_px + 1.0,
                    "{name} at {width} px: “{text}” leaves the picture ({left}..{right} of {})",
                    scene.width_px
                );
                for (other_left, other_top, other_right, other_bottom, other) in &texts[..at] {
                    let apart = *left >= other_right - 0.5
                        || *other_left >= right - 0.5
                        || *top >= other_bottom - 0.5
                        || *other_top >= bottom - 0.5;
                    assert!(apart, "{name} at {width} px: “{text}” lies on “{other}”");
                }
            }
            for op in &scene.ops {
                if let Shape::Text { size, text, .. } = &op.shape {
                    assert!(*size >= 12.0, "{name}: “{text}” is too small");
                }
            }
        }
    }
}

#[test]
fn every_figure_has_one_mark_in_reading_order_and_marks_do_not_overlap() {
    for (name, spec) in specs() {
        for width in [320.0, 720.0] {
            let keys: Vec<&str> = match &spec {
                Spec::Relays(spec) => {
                    spec.rows.iter().flat_map(|row| &row.steps).map(|step| step.key.as_str()).collect()
                }
                Spec::Flow(flow) => flow.steps.iter().map(|step| step.key.as_str()).collect(),
                Spec::Lanes(spec) => {
                    spec.lanes.iter().flat_map(|lane| &lane.bars).map(|bar| bar.key.as_str()).collect()
                }
                Spec::Spans(spec) => spec.rows.iter().chain(&spec.beside).map(|row| row.key.as_str()).collect(),
                Spec::Matrix(spec) => {
                    spec.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.key.as_str()).collect()
                }
                Spec::Panels(spec) => panel_keys(spec, width),
                Spec::Strips(spec) => spec.rows.iter().flat_map(|row| &row.dots).map(|dot| dot.key.as_str()).collect(),
                Spec::Scatter(spec) => {
                    let points = spec.points.iter().map(|point| point.key.as_str());
                    points.chain(spec.beside.iter().map(|row| row.key.as_str())).collect()
                }
                // In the order of their values, and hills among them: `strip.rs` knows.
                Spec::StripChart(_) => continue,
            };
            let scene = draw(&spec, width);
            assert_eq!(scene.marks.iter().map(|mark| mark.key.as_str()).collect::<Vec<_>>(), keys, "{name}");
            let mut places: Vec<(u16, u16)> = scene.marks.iter().map(|mark| (mark.lane, mark.point)).collect();
            assert!(places.is_sorted(), "{name}");
            places.dedup();
            assert_eq!(places.len(), keys.len(), "{name}");
            for (index, mark) in scene.marks.iter().enumerate() {
                let (left, top, wide, high) = mark.bounds;
                // Points stand where they stand: close ones share what lies between them.
                let least = if matches!(spec, Spec::Scatter(_)) { 8.0 } else { 24.0 };
                assert!(wide >= least && high >= least, "{name}: {} is small", mark.key);
                assert!(left >= 0.0 && top >= 0.0 && left + wide <= scene.width_px, "{name}: {}", mark.key);
                assert_eq!(scene.mark_at(left + wide / 2.0, top + high / 2.0), Some(index), "{name}: {}", mark.key);
            }
        }
    }
}

#[test]
fn missing_is_never_drawn_like_zero() {
    let kinds = |mark| {
        let text = if matches!(mark, Mark::NotReported) { "未报告" } else { "0" };
        let spec = lanes(vec![lane("", "", "", vec![bar("社区", "", mark, text)])]);
        let scene = draw(&spec, 720.0);
        let own = scene.ops.into_iter().filter(|op| op.mark.is_some() && !matches!(op.shape, Shape::Text { .. }));
        own.map(|op| (op.ink, op.paint)).filter(|(ink, _)| *ink != Ink::Paper).collect::<Vec<_>>()
    };
    assert_eq!(kinds(Mark::NotReported), [(Ink::NotReported, Paint::Stroke { width: 1.0, dash: Dash::Dashed })]);
    assert_eq!(kinds(value(0.0, Bound::Exact)), [(Ink::Reported, Paint::Fill)]);
}

#[test]
fn the_same_value_is_the_same_length_in_every_panel() {
    let bars = [("短", 10.0), ("长得多的说明，也要占地方", 10.0)];
    let bars = bars.map(|(text, of)| bar("", "", value(of, Bound::Exact), text)).to_vec();
    let scene = draw(&panels(&FIVE, &[("户数", 20.0, bars)]), 720.0);
    let widths = scene.ops.iter().filter(|op| op.mark.is_some()).filter_map(|op| match op.shape {
        Shape::Rect { width, .. } => Some(width),
        _ => None,
    });
    let widths: Vec<f64> = widths.collect();
    assert!(widths.len() == 5 && widths.iter().all(|width| *width == widths[0]), "{widths:?}");
}

#[test]
fn a_frame_moves_nothing() {
    for width in [320.0, 720.0] {
        let (plain, framed) = (draw(&coverage(), width), draw(&highlighted(0, coverage()), width));
        assert_eq!((plain.height_px, &plain.marks), (framed.height_px, &framed.marks));
    }
}

#[test]
fn a_refused_figure_is_no_bar() {
    let scene = draw(&lanes(vec![lane("", "", "", vec![bar("社区", "", Mark::Refused, WHY_NOT)])]), 720.0);
    let own = scene.ops.iter().filter(|op| op.mark.is_some() && !matches!(op.shape, Shape::Text { .. }));
    assert!(own.clone().all(|op| op.ink == Ink::Paper || (op.ink == Ink::NotReported && op.paint != Paint::Fill)));
    assert!(own.clone().any(|op| matches!(op.shape, Shape::Path(_))));
}

#[test]
fn a_key_explains_only_what_occurs() {
    assert!(key_items(&one()).is_empty(), "plain bars need no key");
    assert_eq!(key_items(&zero()), [KeyItem::Zero]);
    assert_eq!(key_items(&missing()), [KeyItem::NotReported]);
    assert!(key_items(&strips(vec![strip("面积", "", vec![dot("竹隐", 0.0, Bound::Exact)])])).is_empty());
    assert_eq!(key_items(&pairs()), [KeyItem::Exact, KeyItem::About, KeyItem::AtLeast, KeyItem::Context]);
    assert_eq!(key_items(&panel_refused()), [KeyItem::Exact, KeyItem::Refused]);
    assert_eq!(key_items(&highlighted(3, coverage())), key_items(&coverage()));
    assert!(key_items(&muted_periods()).contains(&KeyItem::Context));
    assert_eq!(key(&[], 320.0).height_px, 0.0);
}

#[test]
fn words_in_a_picture_cannot_break_out_of_it() {
    let spec =
        lanes(vec![lane("<script>", "", "", vec![bar("a & b", "\"q\"", value(1.0, Bound::Exact), "1 < 2\u{1}")])]);
    let svg = to_svg(&draw(&spec, 720.0), &Theme::light(), None, "zh-Hant\" onload=\"x");
    assert!(svg.contains("&lt;script&gt;") && svg.contains("a &amp; b") && !svg.contains("<script>"));
    assert!(!svg.contains("\" onload") && !svg.contains('\u{1}'));
}
