//! Components as people get them: written to HTML natively, from the bundled data.

use super::*;
use linpu::measure::{Asked, Forced, Ratio};
use linpu::model::Collection;
use linpu::query::{Choice, key};
use linpu::state::{Action, AxisMode, Page};
use linpu::text::{Locale, lexicon_build};
use linpu::validate;

fn package_in(folder: &str) -> Package {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let report = validate::package(&|name| std::fs::read(folder.join(name)).ok(), None);
    assert!(report.is_usable(), "{:#?}", report.findings);
    let lexicon = lexicon_build::of_package(&report.value);
    Package::new(report.value, lexicon)
}

fn bundled() -> Package {
    package_in("assets/data")
}

/// Two libraries of an invented island.
fn stranger() -> Package {
    package_in("tests/fixtures/stranger")
}

/// The whole page after some actions.
fn page(actions: &[Action]) -> String {
    page_of(bundled(), actions)
}

fn page_of(package: Package, actions: &[Action]) -> String {
    Owner::new().with(|| {
        let app = App::new(package);
        app.join(rest::rest(platform::arrived()));
        for action in actions {
            app.act(action.clone());
        }
        frame::frame(app).html()
    })
}

fn has(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "the page lacks {text:?}");
    }
}

#[test]
fn the_first_paint_has_question_cases_charts_and_sources() {
    let html = page(&[]);
    has(&html, &["个案例，每个数字都有出处", "<svg", "竹隐社区", "红星网", "未报告", "约5,000"]);
    assert!(!html.contains("style="), "no style attribute: the policy of a portal may forbid it");
    assert!(!html.contains("<script"));
}

#[test]
fn the_overview_needs_only_the_first_part() {
    let Package { data, lexicon, .. } = bundled();
    let first = packed::to_parts(&data, &lexicon).first;
    let (first_html, whole) = (first_paint(&first).unwrap(), page(&[]));
    let same = first_html.chars().zip(whole.chars()).take_while(|(a, b)| a == b).count();
    let rest = |html: &str| html.chars().skip(same.saturating_sub(40)).take(120).collect::<String>();
    assert_eq!(rest(&first_html), rest(&whole), "they differ from character {same} on");
    assert_eq!(first_html.len(), whole.len());
    // Anything else says that it is coming.
    let waiting = Owner::new().with(|| {
        let app = App::new(package(&first).unwrap());
        app.act(Action::Go(Page::Atlas));
        frame::frame(app).html()
    });
    assert!(waiting.contains("还没有收到") && !waiting.contains("<table"), "{waiting}");
}

#[test]
fn every_page_speaks_all_three_languages() {
    for (locale, words) in [(Locale::En, "not reported"), (Locale::ZhHant, "未報告"), (Locale::ZhHans, "未报告")]
    {
        has(&page(&[Action::ChooseLocale(locale)]), &[words]);
        has(&page(&[Action::ChooseLocale(locale), Action::Go(Page::Table)]), &[words]);
    }
}

#[test]
fn a_receipt_says_value_phrase_publisher_and_what_is_unknown() {
    let data = bundled().data;
    let open = |key: &str| page(&[Action::Open(data.observation_by_key(key).unwrap())]);
    has(&open("ZY-03"), &["约5,000人", "常住人口约5000人", "红星网", "GB/T 7714", "#:~:text=", "role=\"dialog\""]);
    // Article 001 carries neither a title nor a year nor an address.
    has(&open("YZ-12"), &["现有文本未载标题", "年份不详", "现有文本未载原文网址"]);
}

#[test]
fn zhongnan_population_is_not_reported_and_three_zeros_are_zero() {
    let data = bundled().data;
    let zhongnan = Page::Community(data.community_by_key("ZN").unwrap());
    has(&page(&[Action::Go(zhongnan)]), &["未报告：人口"]);
    let jinkeyuan = page(&[Action::Go(Page::Community(data.community_by_key("JK").unwrap()))]);
    has(&jinkeyuan, &[">0起<"]);
}

/// Whoever opens a community reads its name first; the ways to the other ones, dozens, stand folded at the end.
#[test]
fn a_community_comes_before_the_others_and_says_nothing_of_what_it_lacks() {
    let data = bundled().data;
    let of = |key: &str| page(&[Action::Go(Page::Community(data.community_by_key(key).unwrap()))]);
    let zhongnan = of("ZN");
    let title = zhongnan.find("<h1").unwrap();
    let fold = zhongnan.find("其他社区和小区（").unwrap();
    assert!(title < fold && zhongnan.find("资料来源").unwrap() < fold);
    assert!(!zhongnan[..title].contains("<nav class=\"siblings"));
    has(&zhongnan[fold..], &["<details>", "竹隐社区"]);
    assert!(!zhongnan[fold..].contains(">中南社区</a>"), "one need not be led to where one is");
    // The first systems are open, what is inside them is not.
    let systems = &zhongnan[zhongnan.find("id=\"systems\"").unwrap()..fold];
    assert_eq!(systems.matches("<details open").count(), 3);
    // Of a place of the library no systems are recorded: nothing is said of none.
    let library = data.communities.iter().find(|row| row.collection == linpu::model::Collection::Reports).unwrap();
    assert!(!of(&library.key).contains("治理机制</h2>"));
}

#[test]
fn checks_show_the_first_of_each_group_and_fold_the_others() {
    let html = page(&[Action::Go(Page::Checks)]);
    let lists: Vec<&str> = html.split("<section class=\"card\"").skip(1).collect();
    assert!(lists.len() > 5);
    for list in lists {
        let (shown, folded) = list.split_once("<details").unwrap_or((list, ""));
        assert!(shown.matches("<h3").count() <= 5);
        if let Some(more) = folded.split("再看").nth(1).and_then(|rest| rest.split('条').next()) {
            assert_eq!(more.parse::<usize>().ok(), Some(folded.matches("<h3").count()));
        }
    }
}

/// Phones hide what the bar of filters says: the page itself says that nothing is found, and how to go on.
#[test]
fn a_page_without_practices_says_so_where_they_would_stand() {
    let package = bundled();
    let nothing = |actions: &[Action]| {
        let html = page(actions);
        html[html.find("<div class=\"practice-nothing\"").unwrap()..].to_string()
    };
    has(
        &nothing(&[Action::Go(Page::Practices), Action::FindPractices("zzzz".into())]),
        &["没有匹配“zzzz”的做法", "看全部做法"],
    );
    let dim = package.tables.dim("in").unwrap();
    let reports = package.tables.option(&package.data, dim, "reports").unwrap();
    let left = nothing(&[Action::Go(Page::Practices), Action::Only(dim, reports)]);
    has(&left, &["所选条件下没有做法", "清除全部"]);
}

/// A browser may break a line after any button: signs that end a clause stay with the figure before them.
#[test]
fn no_line_of_a_summary_begins_with_a_sign() {
    let data = bundled().data;
    let html = page(&[Action::Go(Page::Community(data.community_by_key("JK").unwrap()))]);
    let from = html.find("id=\"summary\"").unwrap();
    let summary = &html[from..from + html[from..].find("</section>").unwrap()];
    assert!(summary.matches("<span class=\"bound\">").count() > 2);
    for sign in ["，", "。", "；"] {
        assert!(
            !summary.contains(&["</button></span>", sign].concat()) && !summary.contains(&["</span>", sign].concat())
        );
    }
}

#[test]
fn nothing_left_says_so_and_offers_a_way_out() {
    let package = bundled();
    let option = |dim, key| package.tables.option(&package.data, dim, key).unwrap();
    let dim = |key| package.tables.dim(key).unwrap();
    let html = page(&[
        Action::Toggle(dim("province"), option(dim("province"), "jiangsu")),
        Action::Toggle(dim("settlement"), option(dim("settlement"), "public_rental")),
    ]);
    has(&html, &["没有社区同时满足这些条件", "清除全部"]);
}

#[test]
fn every_system_is_in_the_atlas_with_its_parts_on_its_page() {
    let data = bundled().data;
    let atlas = page(&[Action::Go(Page::Atlas)]);
    for id in data.system_ids() {
        let system = data.system(id);
        assert!(atlas.contains(&format!("p=system.{}\"", system.key)), "{} is not in the atlas", system.key);
    }
    for id in data.system_ids() {
        let system = data.system(id);
        let html = page(&[Action::Go(Page::System(id))]);
        let listed: Vec<&str> = system.parts.iter().map(|part| part.name.zh.as_str()).collect();
        has(&html, &listed);
        if system.parts_kind == linpu::model::PartsKind::Ordered {
            has(&html, &["<svg class=\"picture"]);
        }
        if system.parts_kind == linpu::model::PartsKind::NotListed {
            has(&html, &["没有"]);
        }
    }
}

#[test]
fn the_atlas_has_columns_for_those_whose_systems_are_recorded() {
    let data = bundled().data;
    let atlas = page(&[Action::Go(Page::Atlas)]);
    let (from, to) = (atlas.find("atlas-heads").unwrap(), atlas.find("<details").unwrap());
    assert_eq!(
        atlas[from..to].matches("p=community.").count(),
        5,
        "dozens of empty columns made the page 2,475 px wide"
    );
    has(&atlas, &["80个社区只读了摘录，没有收录机制", "见于5个社区"]);
    // Folded, until so few are left that they can be seen at once.
    assert!(!atlas.contains("<details open"), "all of it is twelve screens");
    let package = bundled();
    let whistle = package.tables.option(&data, package.tables.dim(key::TOPIC).unwrap(), "whistle").unwrap();
    let whistles = page(&[Action::Go(Page::Atlas), Action::Toggle(package.tables.dim(key::TOPIC).unwrap(), whistle)]);
    assert!(whistles.contains("<details open"));
}

#[test]
fn a_need_finds_what_was_done_and_says_where_nothing_was() {
    let find = |need: &str| page(&[Action::Go(Page::Practices), Action::FindPractices(need.to_string())]);
    let rows = |html: &str| html.matches("<h3 class=\"practice-head\"").count();
    let all = page(&[Action::Go(Page::Practices)]);
    // Four rows of each topic and a way to the others.
    assert!((40..60).contains(&rows(&all)), "{}", rows(&all));
    has(&all, &["再看15条", "阵地设施"]);
    has(&find("老人 用电"), &["独居老人不懂电器线路"]);
    has(&find("shuiya"), &["水压"]);
    has(&find("water pressure"), &["水压"]);
    has(&find("wiring"), &["独居老人不懂电器线路"]);
    let none = find("停车");
    assert_eq!(rows(&none), 0);
    has(&none, &["没有匹配“停车”的做法", "<button"]);
}

#[test]
fn a_practice_opens_where_it_stands_wherever_a_link_leads_to_it() {
    let data = bundled().data;
    let opened = |key: &str, actions: &[Action]| {
        let open = [Action::Go(Page::Practices), Action::OpenPractice(data.practice_by_key(key))];
        page(&[&open[..], actions].concat())
    };
    let is_open = |html: &str, key: &str| {
        html.contains(&format!("id=\"practice-{key}\" aria-expanded=\"true\" aria-controls=\"practice-{key}-more\""))
    };
    let html = opened("PH-P01", &[]);
    assert!(is_open(&html, "PH-P01"));
    has(
        &html,
        &["社区党支部、党员和供电部门", "考虑到老年人对电线电路", "独居老人用电服务活动", "30余次", "所属机制", "检修"],
    );
    assert_eq!(html.matches("class=\"practice open\"").count(), 1);
    // One that is folded away, and one that the filters leave out.
    assert!(is_open(&opened("ZN-P19", &[]), "ZN-P19"));
    let package = bundled();
    let dim = package.tables.dim("province").unwrap();
    let elsewhere = Action::Toggle(dim, package.tables.option(&package.data, dim, "jiangsu").unwrap());
    let html = opened("ZY-P01", &[elsewhere]);
    assert!(is_open(&html, "ZY-P01"));
    has(&html, &["已打开，但不在筛选和查找的结果里"]);
    // On its community's page, and from the page of its system.
    let zhuyin = data.community_by_key("ZY").unwrap();
    let html = page(&[Action::Go(Page::Community(zhuyin)), Action::OpenPractice(data.practice_by_key("ZY-P06"))]);
    assert!(is_open(&html, "ZY-P06"));
    assert_eq!(html.matches("<h3 class=\"practice-head\"").count(), 14);
    let system = data.system_by_key("ZY-chanxue-chubing").unwrap();
    has(&page(&[Action::Go(Page::System(system))]), &["p=practices&amp;k=ZY-P06\""]);
}

#[test]
fn checks_show_their_arithmetic_and_refusals_their_reason() {
    let html = page(&[Action::Go(Page::Checks)]);
    has(
        &html,
        &["77人 ÷ 273人 = 28.2%", "相符", "≤ 10%", "不能这样算", "两个数都只知下限，商无界", "约2,000人/平方公里"],
    );
    has(&page(&[Action::Go(Page::Checks), Action::ChooseLocale(Locale::En)]), &["consistent", "not computed"]);
}

#[test]
fn a_comparison_says_for_each_pair_what_differs() {
    let data = bundled().data;
    let both = ["ZY", "JK"].map(|key| data.community_by_key(key).unwrap()).to_vec();
    let html = page(&[Action::Go(Page::Compare), Action::Compare(both.clone())]);
    has(&html, &["这两个社区，哪些数能放在一起比？", "都不可比", "口径不同", "没有一种口径有两个社区同时报告"]);
    assert!(!html.contains("5项中"), "rows are closed at first");
    // Who asks for other axes sees the charts: rows are open.
    let opened = page(&[Action::Go(Page::Compare), Action::Compare(both), Action::Axes(AxisMode::Free)]);
    has(&opened, &["竹隐社区与金科园社区", "不可比", "5项中", "这一组的全部数字"]);
    let zhongnan = ["ZN", "PH"].map(|key| data.community_by_key(key).unwrap()).to_vec();
    has(&page(&[Action::Go(Page::Compare), Action::Compare(zhongnan)]), &["只有一个社区报告", "未报告"]);
    let one = vec![data.community_by_key("ZY").unwrap()];
    has(&page(&[Action::Go(Page::Compare), Action::Compare(one)]), &["至少选两个社区"]);
}

#[test]
fn what_is_defined_on_the_page_has_a_value_or_a_reason_and_says_when_it_is_forced() {
    let data = bundled().data;
    let indicator = |key: &str| data.indicator_by_key(key).unwrap();
    let ratio = Ratio { numerator: indicator("service_person_times"), denominator: indicator("population_usual") };
    let asked = [Action::Go(Page::Compare), Action::Define(Asked { ratio, scale: 1 })];
    has(&page(&asked), &["项目服务人次 ÷ 常住人口", "单位不同", "仍要算（附警告）"]);
    let forced = page(&[&asked[..], &[Action::Force(Forced::Ratio(ratio))]].concat());
    has(&forced, &["约0.8人次/人", "注意：项目服务人次 ÷ 常住人口：单位不同", "不算了"]);
}

/// The part of a page from one text to another, a line per element.
fn part(html: &str, from: &str, to: &str) -> String {
    let start = html.find(from).unwrap_or_else(|| panic!("the page lacks {from:?}"));
    let end = start + html[start..].find(to).unwrap_or_else(|| panic!("the page lacks {to:?}")) + to.len();
    html[start..end].replace("><", ">\n<") + "\n"
}

#[test]
fn components_are_written_as_they_were() {
    let data = bundled().data;
    let figure = data.observation_by_key("ZY-03").unwrap();
    let flow = Page::System(data.system_by_key("ZN-leifengshao-liucheng").unwrap());
    let unlisted = Page::System(data.system_by_key("ZN-liuge-yishi").unwrap());
    let two = ["ZY", "JK"].map(|key| data.community_by_key(key).unwrap()).to_vec();
    let practice = data.practice_by_key("PH-P01");
    let need = [Action::Go(Page::Practices), Action::FindPractices("用电".to_string()), Action::OpenPractice(practice)];
    let shown = [
        ("receipt-zh", part(&page(&[Action::Open(figure)]), "<div class=\"drawer\"", "</section></div>")),
        (
            "receipt-en",
            part(
                &page(&[Action::ChooseLocale(Locale::En), Action::Open(figure)]),
                "<div class=\"drawer\"",
                "</section></div>",
            ),
        ),
        ("header", part(&page(&[]), "<header", "</header>")),
        ("footer-hant", part(&page(&[Action::ChooseLocale(Locale::ZhHant)]), "<footer", "</footer>")),
        ("case", part(&page(&[]), "<article class=\"case\"", "</article>")),
        ("filters", part(&page(&[]), "<section class=\"filters\"", "</section>")),
        ("map", part(&page(&[]), "<section class=\"card map-card\"", "</section>")),
        ("card-foot", part(&page(&[]), "<div class=\"card-foot\"", "</section>")),
        ("system-flow", part(&page(&[Action::Go(flow)]), "<main", "</main>")),
        ("system-unlisted", part(&page(&[Action::Go(unlisted)]), "<main", "</main>")),
        ("practice", part(&page(&need), "<section class=\"practice-group\"", "</section>")),
        (
            "comparison",
            part(&page(&[Action::Go(Page::Compare), Action::Compare(two)]), "<table class=\"matrix\"", "</table>"),
        ),
        (
            "checks",
            part(
                &page(&[Action::Go(Page::Checks)]),
                "<ul class=\"checks in-columns\"",
                "</li><li><span class=\"verdict",
            ),
        ),
    ];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/components");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    for (name, html) in shown {
        let file = folder.join(format!("{name}.html"));
        if update {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &html).unwrap();
        } else if std::fs::read_to_string(&file).unwrap_or_default() != html {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}; UPDATE_GOLDEN=1 takes the new ones");
}
#[test]
fn needs_in_everyday_words_find_what_answers_them() {
    let package = bundled();
    let words = linpu::text::Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = linpu::present::Context::new(&package, &words);
    let all: Vec<_> = package.data.community_ids().collect();
    let first = |need: &str| {
        let found = context.practices(&all, &Default::default(), need);
        found.rows().next().map(|row| (row.problem.clone(), row.partly.is_empty()))
    };
    let check = |need: &str, part: &str| {
        let (problem, wholly) = first(need).unwrap_or_default();
        assert!(problem.contains(part) && wholly, "{need} finds {problem}");
    };
    check("老人吃饭", "老人");
    check("矛盾调解", "矛盾");
    check("电动车充电", "充电");
    check("老人 用电", "电器");
    check("water pressure", "水压");
    check("shuiya", "水压");
    check("elderly", "老");
    for need in ["停车", "停车难", "小区停车", "老人停车", "parking", "电梯", "养狗"] {
        assert_eq!(first(need), None, "{need}");
    }
}

/// Every key and every word of a package that code could know.
fn words_of(package: &Package) -> Vec<String> {
    let data = &package.data;
    let mut words: Vec<String> = data.codes.iter().flat_map(|row| [row.code.clone(), row.name.zh.clone()]).collect();
    words.extend(data.units.iter().map(|row| row.key.clone()));
    words.extend(data.indicators.iter().flat_map(|row| [row.key.clone(), row.comparable.clone(), row.name.zh.clone()]));
    words.extend(data.communities.iter().flat_map(|row| [row.key.clone(), row.name.zh.clone()]));
    words.extend(data.places.iter().map(|row| row.key.clone()));
    words.extend(data.sources.iter().map(|row| row.key.clone()));
    words.extend(data.observations.iter().map(|row| row.key.clone()));
    words.extend(data.systems.iter().map(|row| row.key.clone()));
    words
}

#[test]
fn a_package_that_shares_no_word_with_ours_draws() {
    let ours = words_of(&bundled());
    let theirs = words_of(&stranger());
    let shared: Vec<&String> = theirs.iter().filter(|word| ours.contains(word)).collect();
    assert!(theirs.len() > 40 && shared.is_empty(), "{shared:?}");

    // Charts and the figures of cases are the package's own groups; without codes of places there is no map.
    let html = page_of(stranger(), &[]);
    for id in ["chart-readership", "chart-holdings", "chart-footfall"] {
        has(&html, &[&format!("id=\"{id}\"")]);
    }
    assert_eq!(html.matches("<section class=\"card chart").count(), 3);
    assert_eq!(html.matches("<article class=\"case\"").count(), 2);
    assert!(!html.contains("map-card"));
    has(&html, &["读者 · ", "持有借书证的人。", "640位", "12,800册", "9,100", "潮汐图书馆", "群岛图书馆公报"]);
    assert_eq!(first_paint(&packed::to_parts(&stranger().data, &stranger().lexicon).first).unwrap(), html);

    let package = stranger();
    let words = linpu::text::Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = linpu::present::Context::new(&package, &words);
    let everything = package.tables.find(&Default::default());
    let id = |key: &str| package.data.observation_by_key(key).unwrap();
    let main = linpu::state::OverviewChart::main(&package.data);
    let charts: Vec<_> =
        main.iter().map(|id| context.chart(*id, &everything, &Default::default(), Default::default())).collect();
    use linpu::chart::Spec;
    let values = |spec: &Spec| match spec {
        Spec::StripChart(chart) => {
            let rows = chart.blocks.iter().flat_map(|block| &block.rows);
            rows.map(|row| row.dots.iter().map(|dot| dot.at.value).collect::<Vec<_>>()).collect::<Vec<_>>()
        }
        other => panic!("a group is drawn as strips, not as {other:?}"),
    };
    assert_eq!(values(&charts[1].spec).concat(), [12_800.0, 4_300.0]);
    assert_eq!(values(&charts[2].spec).concat().len(), 2);
    let Spec::Matrix(coverage) = &charts[3].spec else { panic!("who reports what") };
    assert_eq!(coverage.rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(), ["读者", "藏书", "到馆"]);
    assert!(context.missing_line(&charts[0]).contains("礁石图书馆"), "{}", context.missing_line(&charts[0]));
    let menus = context.filter_bar(&everything, &Default::default()).menus;
    let mut facets = menus.iter().flat_map(|menu| context.facets_of(menu, &everything, &Default::default()));
    let group = facets.find(|facet| facet.title == "指标组").unwrap();
    let counts = group.options.iter().map(|option| (option.label.as_str(), option.count.as_str()));
    assert_eq!(counts.take(3).collect::<Vec<_>>(), [("读者", "1条数据"), ("藏书", "2条数据"), ("到馆", "2条数据")]);

    // One definition of two libraries, exact, a year apart: a rank. Rates know their base, and that visits are no people.
    let compare = [Action::Go(Page::Compare), Action::Axes(AxisMode::Free)];
    has(&page_of(stranger(), &compare), &["第1", "第2", "图书", "每位读者的书", "20册/位"]);
    let thousand = [Action::Go(Page::Compare), Action::Per(linpu::measure::Per::Thousand)];
    has(&page_of(stranger(), &thousand), &["每千人20,000", "单位不同"]);

    has(&page_of(stranger(), &[Action::Go(Page::Table)]), &["12,800册", "约2,500人次", "未报告"]);
    has(
        &page_of(stranger(), &[Action::Go(Page::Practices), Action::FindPractices("夜里借书".into())]),
        &["水手白天借不到书"],
    );
    has(&page_of(stranger(), &[Action::Go(Page::Atlas)]), &["夜灯借阅", "船头灯", "夜读"]);
    let lamp = package.data.system_by_key("TIDE-lamp").unwrap();
    has(&page_of(stranger(), &[Action::Go(Page::System(lamp))]), &["点灯", "登记", "守馆人"]);
    has(&page_of(stranger(), &[Action::Go(Page::Checks)]), &["12,800册 ÷ 640位", "20册/位"]);
    has(&page_of(stranger(), &[Action::Open(id("REEF-b"))]), &["到馆约2500人次", "约2,500人次"]);
    has(
        &page_of(stranger(), &[Action::ChooseLocale(Locale::En)]),
        &["Readers", "Books on the shelves", "Tide Library"],
    );
}

#[test]
fn a_long_table_draws_what_is_in_view_and_says_so() {
    let table = |package: Package, only_cases: bool| {
        Owner::new().with(|| {
            let cases = package.tables.option_of(key::COLLECTION, Choice::Collection(Collection::Cases)).unwrap();
            let app = App::new(package);
            app.join(rest::rest(platform::arrived()));
            app.act(Action::Go(Page::Table));
            if only_cases {
                app.act(Action::Toggle(cases.0, cases.1));
            }
            frame::frame(app).html()
        })
    };
    let rows = |html: &str| html.matches("<tr aria-rowindex").count();
    let small = table(bundled(), true);
    assert!(rows(&small) > 133 && !small.contains("只画出看得见的几行"), "{}", rows(&small));
    let mut data = bundled().data;
    data.observations = (0..20).flat_map(|_| data.observations.clone()).collect();
    let lexicon = lexicon_build::of_package(&data);
    let long = table(Package::new(data, lexicon), false);
    assert!(rows(&long) < 100, "{}", rows(&long));
    has(&long, &["只画出看得见的几行", "共9"]);
}

#[test]
fn the_page_on_the_data_cites_them_and_folds_what_is_long() {
    let html = page(&[Action::Go(Page::About)]);
    has(
        &html,
        &[
            "数据与引用",
            "邻谱贡献者. 邻谱：五个社区治理案例与公开报道文库:2.2.0版[DS]",
            "@dataset{linpu-cases",
            "Linpu contributors. (2026)",
            "140条由人",
            "261条由程序",
            "数据包 ZIP",
            "2.2.0\u{a0}· 2026-11-30",
            "2.1.0\u{a0}· 2026-11-25",
        ],
    );
    let package = bundled();
    let folds: Vec<&str> = html.split("<details class=\"fold\">").skip(1).collect();
    // Groups of indicators, then the two collections; all folded, and all there.
    assert_eq!(html.matches("<details").count(), folds.len());
    assert_eq!(
        folds.iter().map(|fold| fold.matches("scope=\"row\"").count()).sum::<usize>(),
        package.tables.indicators().count()
    );
    let sources = &folds[folds.len() - 2..];
    assert_eq!(sources[0].matches("class=\"source-facts\"").count(), 5);
    assert_eq!(sources[1].matches("<li>").count(), 80);
    // Another package says what is its own, and nothing of ours.
    let other = page_of(stranger(), &[Action::Go(Page::About)]);
    has(&other, &["[责任者不详]"]);
    assert!(!other.contains("data-changes") && !other.contains("五篇指定的报道"), "{other}");
}

#[test]
fn a_verdict_chosen_leaves_only_checks_of_that_verdict() {
    let all = page(&[Action::Go(Page::Checks)]);
    has(&all, &["id=\"derived\"", "推算指标"]);
    let verdict = linpu::measure::Verdict::Conflicting;
    let chosen = page(&[Action::Go(Page::Checks), Action::FilterChecks(Some(verdict))]);
    assert!(!chosen.contains("id=\"derived\""));
    let verdicts = chosen.matches("<li><span class=\"verdict").count();
    assert!(verdicts > 0 && verdicts == chosen.matches("<li><span class=\"verdict bad\"").count(), "{verdicts}");
    // One thing has one name.
    assert!(!all.contains("派生"));
}

#[test]
fn the_twin_of_a_chart_has_a_row_for_each_mark_and_nothing_else() {
    use components::far::rows;
    use linpu::state::{ChartId, OverviewChart};
    let package = bundled();
    let communities: Vec<_> = package.tables.communities().take(5).collect();
    let data = package.data.clone();
    Owner::new().with(|| {
        let app = App::new(package);
        let rest = rest::rest(platform::arrived());
        app.join(rest);
        app.act(Action::Compare(communities));
        let all = OverviewChart::main(&data).into_iter().map(ChartId::Overview);
        let (mut charts, mut computed, mut silent) = (0, 0, 0);
        for id in all.chain([ChartId::Overview(OverviewChart::Coverage), ChartId::Overview(OverviewChart::Timeline)]) {
            let card = (rest.card)(app, id);
            for width in [300.0, 900.0] {
                let scene = (rest.draw)(&card.spec, width);
                let html = rows::twin(app, &card, &scene).html();
                let keys: Vec<&str> =
                    html.split("data-mark=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
                let marks: Vec<&str> = scene.marks.iter().map(|mark| mark.key.as_str()).collect();
                assert_eq!(keys, marks, "{id:?}");
                assert!(html.contains("<caption"));
                charts += usize::from(!marks.is_empty());
                for mark in &scene.marks {
                    let is_figure = data.observation_by_key(&mark.key).is_some();
                    // What is no figure stands in its own words.
                    assert!(
                        is_figure || html.contains(&mark.spoken.replace('&', "&amp;").replace(" · ", "\u{a0}· ")),
                        "{}",
                        mark.spoken
                    );
                    computed += usize::from(!is_figure);
                    silent += usize::from(mark.spoken.contains("未"));
                }
            }
        }
        assert!(charts > 10 && computed > 0 && silent > 0, "{charts} {computed} {silent}");
    });
}
