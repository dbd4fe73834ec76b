//! Whatever script, keyboard or PDF a word comes from, it finds what the word finds.

use crate::dataset::bundled;
use linpu::present::Context;
use linpu::present::search::{Hit, Kind, Searcher};
use linpu::query::Selection;
use linpu::state::{Action, Page, ViewState};
use linpu::text::{Locale, Words};
use linpu::wire::own::{OwnEntry, OwnRow};
use std::sync::Arc;

/// Words as people type or paste them, and the ordinary form of each.
const TYPED: [(&str, &str); 27] = [
    ("⼈⼝", "人口"),
    ("⾦科园", "金科园"),
    ("⾦科園", "金科园"),
    ("居⺠", "居民"),
    ("衞生", "卫生"),
    ("衛生", "卫生"),
    ("\u{F934}年", "老年"),
    ("\u{F934}⼈", "老人"),
    ("戶數", "户数"),
    ("戸數", "户数"),
    ("常住⼾", "常住户"),
    ("羣众", "群众"),
    ("群眾", "群众"),
    ("在綫", "在线"),
    ("爲", "为"),
    ("為", "为"),
    ("鄰裏", "邻里"),
    ("鄰\u{F9E8}", "邻里"),
    ("ＺＨＵＹＩＮ", "zhuyin"),
    ("ｚｙｓｑ", "zysq"),
    ("竹\u{AD}隐\u{FE0F}", "竹隐"),
    ("\u{202E}竹隐", "竹隐"),
    ("竹\u{200B}\u{2060}隐", "竹隐"),
    ("竹\u{A0}隐", "竹 隐"),
    ("党⽀部", "党支部"),
    ("黨支部", "党支部"),
    ("志願者", "志愿者"),
];

#[test]
fn look_alikes_and_variants_find_what_the_word_finds() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let searcher = Searcher::new(&package);
    let all: Vec<_> = package.data.community_ids().collect();
    let (mut found_names, mut found_practices) = (0, 0);
    for (typed, usual) in TYPED {
        let names = searcher.search(&context, usual);
        assert_eq!(searcher.search(&context, typed), names, "{typed}");
        let practices = |need: &str| {
            let found = context.practices(&all, &Default::default(), need);
            found.rows().map(|row| row.problem.clone()).collect::<Vec<_>>()
        };
        let answers = practices(usual);
        assert_eq!(practices(typed), answers, "{typed}");
        found_names += usize::from(!names.is_empty());
        found_practices += usize::from(!answers.is_empty());
    }
    assert!(
        found_names >= 15 && found_practices >= 8,
        "{found_names} {found_practices}: the words must find something"
    );
}

/// What stands first for a need, and for a need that nobody met what is offered instead.
#[test]
fn practices_are_ranked_best_match_first() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let all: Vec<_> = package.data.community_ids().collect();
    let found = |need: &str| context.practices(&all, &Default::default(), need);
    let keys = |need: &str| found(need).rows().map(|row| row.key.clone()).collect::<Vec<_>>();
    let first = |need: &str, expected: &[&str]| {
        assert_eq!(keys(need).into_iter().take(expected.len()).collect::<Vec<_>>(), expected, "{need}");
    };
    // The word in the problem, then in the terms as well as the action, then in the terms alone.
    first("老人", &["PH-P01", "JK-P14", "ZN-P13", "PH-P08", "ZN-P06"]);
    let in_problem = |key: &String| {
        let id = package.data.practice_by_key(key).unwrap();
        package.data.practice(id).problem.zh.contains("老人")
    };
    assert!(keys("老人").iter().map(in_problem).is_sorted_by(|one, next| one >= next));
    first("飞线", &["YZ-P12", "ZY-P03"]);
    first("水压", &["ZY-P01"]);
    first("water", &["ZY-P01"]);
    first("elderly", &["PH-P01", "PH-P08", "JK-P14"]);
    first("老人 用电", &["PH-P01"]);
    first("物业", &["JK-P16", "ZN-P10", "YZ-P06"]);
    // What is little stands open: what was looked for, never a topic that has few.
    assert_eq!(found("飞线").few().len(), 2);
    assert!(keys("老人").len() > 3 && found("老人").few().is_empty());
    assert!(found("").few().is_empty() && found("没有这种事").few().is_empty());
    let alone = package.data.community_by_key("PH").map(|id| context.practices(&[id], &Default::default(), ""));
    assert!(alone.is_some_and(|found| found.is_by_topic && found.few().is_empty()));
    // Pinyin is the word it writes, in one or in several parts.
    for (typed, written) in [
        ("laoren", "老人"),
        ("lao ren", "老人"),
        ("fei xian", "飞线"),
        ("feixian", "飞线"),
        ("loudao", "楼道"),
        ("lao ren yong dian", "老人 用电"),
        ("LÀO RÉN", "老人"),
    ] {
        assert_eq!(keys(typed), keys(written), "{typed}");
    }
    // Syllables that stand apart are no word.
    for need in ["停车", "ting che", "tingche", "che ting", "yong lao", "watter", "parking", "zzz"] {
        assert_eq!(keys(need), Vec::<String>::new(), "{need}");
    }
    // What was misspelt is offered as it is spelt; and what is offered always finds something.
    assert!(found("watter").near.iter().all(|word| word.contains("water")) && !found("watter").near.is_empty());
    for need in ["停车", "ting che", "zzz", "water"] {
        assert_eq!(found(need).near, Vec::<String>::new(), "{need}");
    }
    let offered = [context.needs(), found("watter").near, found("elederly").near].concat();
    assert!(offered.len() > 14 && offered.iter().all(|need| !keys(need).is_empty()), "{offered:?}");
}

/// Topics partition the practices, and say how many concern them that stand elsewhere.
#[test]
fn every_practice_stands_under_one_topic() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let all: Vec<_> = package.data.community_ids().collect();
    let found = context.practices(&all, &Default::default(), " ");
    let mut listed: Vec<_> = found.rows().map(|row| row.id).collect();
    listed.sort();
    assert_eq!(listed, package.data.practice_ids().collect::<Vec<_>>());
    let sizes: Vec<usize> = found.groups.iter().map(|group| group.rows.len()).collect();
    assert!(found.is_by_topic && sizes.len() > 10 && sizes.is_sorted_by(|one, next| one >= next), "{sizes:?}");
    let care = found.groups.iter().find(|group| group.title == "养老").unwrap();
    assert_eq!(care.says, "4条做法 · 3个社区");
    let (says, action) = care.also.clone().unwrap();
    assert_eq!(says, "别的主题下还有5条也涉及养老");

    // What lists them all lists them under it.
    let mut view = ViewState::default();
    assert_eq!(view.apply(action), None);
    let narrowed = context.practices(&all, &view.selection, "");
    let sizes: Vec<_> = narrowed.groups.iter().map(|group| (group.title.as_str(), group.rows.len())).collect();
    assert_eq!((sizes, narrowed.outside.as_str()), (vec![("养老", 9)], ""));
    // Filters are named where they keep something out.
    let kept_out = context.practices(&all, &view.selection, "飞线");
    assert_eq!((kept_out.groups.len(), kept_out.outside.as_str()), (0, "筛选之外有2条"));

    let of = |key: &str| context.practices_of(package.data.community_by_key(key).unwrap()).len();
    assert_eq!((of("ZY"), of("ZN")), (14, 24));
}

/// Practices that share rarer words stand beside one another; none beside itself.
#[test]
fn what_is_alike_shares_words_that_few_have() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let alike = |key: &str| {
        let card = context.practice_card(package.data.practice_by_key(key).unwrap());
        card.alike.into_iter().map(|(id, ..)| package.data.practice(id).key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(alike("ZY-P03"), ["YZ-P12", "PH-P01"]);
    assert_eq!(alike("ZY-P01"), Vec::<String>::new());
    for row in package.data.practices.iter() {
        assert!(!alike(&row.key).contains(&row.key) && alike(&row.key).len() <= 3);
    }
    let linked = package.data.practice_ids().filter(|id| {
        let card = context.practice_card(*id);
        let row = package.data.practice(*id);
        assert_eq!(card.link.is_some(), package.data.source(row.source).url.is_some(), "{}", row.key);
        assert_eq!(card.figures.len(), row.observations.len(), "{}", row.key);
        card.link.is_some_and(|link| link.contains("#:~:text="))
    });
    assert!(linked.count() > 40);
}

/// A few letters of a community and a few of an indicator, then Enter: four letters and a key for most, an arrow more for some.
#[test]
fn a_figure_is_five_keys_away() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let searcher = Searcher::new(&package);
    let opens = |query: &str, at: usize| {
        let hits = searcher.search(&context, query);
        match hits.get(at).map(|hit| (hit.kind, &hit.actions[..])) {
            Some((Kind::Figures, [Action::Open(id)])) => package.data.observation(*id).key.clone(),
            other => panic!("{query} leads to {other:?}"),
        }
    };
    for (typed, arrows, figure) in [
        ("zyzc", 0, "ZY-02"),
        ("zycz", 0, "ZY-03"),
        ("zymj", 0, "ZY-01"),
        ("jkrk", 0, "JK-03"),
        ("jkld", 1, "JK-02"),
        ("phgh", 0, "PH-06"),
        ("phwg", 0, "PH-02"),
        ("yzlf", 0, "YZ-13"),
        ("zndy", 1, "ZN-08"),
        ("jqhs", 0, "R001-03"),
        ("jqcz", 0, "R001-04"),
        ("jqld", 0, "R001-05"),
        ("竹隐面积", 0, "ZY-01"),
        ("面积 竹隐", 0, "ZY-01"),
        ("zhuyin area", 0, "ZY-01"),
        ("zhu yin mian ji", 0, "ZY-01"),
    ] {
        assert!(typed.chars().count() > 4 || typed.chars().count() + 1 + arrows <= 6);
        assert_eq!(opens(typed, arrows), figure, "{typed}");
    }
    // Whatever is a name by itself stays one.
    for (typed, kind, label) in [
        ("zy", Kind::Communities, "竹隐社区"),
        ("zysq", Kind::Communities, "竹隐社区"),
        ("竹隐社", Kind::Communities, "竹隐社区"),
        ("人口", Kind::Indicators, "人口（口径未说明）"),
    ] {
        let hits = searcher.search(&context, typed);
        assert_eq!((hits[0].kind, hits[0].label.as_str()), (kind, label), "{typed}");
    }
    // Every figure is found by the two names it has; what stands together is of one sort.
    for id in package.data.observation_ids() {
        let row = package.data.observation(id);
        if row.value.is_none() {
            continue;
        }
        let query = [context.community(row.community), context.indicator(row)].join(" ");
        let hits = searcher.search(&context, &query);
        let alike = package.data.observations.iter();
        let alike = alike.filter(|other| (other.community, other.indicator) == (row.community, row.indicator)).count();
        let found = hits.iter().position(|hit| hit.actions == [Action::Open(id)]);
        assert!(alike > 8 || found.is_some_and(|at| at < alike + 4), "{query}: {hits:?}");
        assert!(
            hits.chunk_by(|one, next| one.kind == next.kind).map(|group| group[0].kind).is_sorted_by(|a, b| a != b)
        );
    }
}

/// Somebody types, takes back what was entered here, and types again.
#[test]
fn what_was_entered_here_and_taken_back_is_not_searched_for() {
    let before = Arc::new(bundled());
    let row =
        OwnRow { key: "own.1".into(), indicator: "population_usual".into(), value: "4000".into(), ..OwnRow::default() };
    let entry = OwnEntry { name: "某某新村".into(), rows: vec![row], named: 1 };
    let (with_own, _) = before.with_own(&entry);
    assert!(with_own.data.own.is_some());
    let searcher = Searcher::new(&with_own);
    let words = Words::new(Locale::ZhHans, before.lexicon.clone());
    let context = Context::new(&before, &words);
    for typed in ["某某新村", "新村", "人口", "竹隐"] {
        let hits = searcher.search(&context, typed);
        assert!(hits.iter().all(|hit| !hit.label.contains("某某")), "{typed}");
    }
}

/// One search: what was done about something is found where names are, after them, and leads to where it stands open.
#[test]
fn practices_are_found_by_the_need_they_answer() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let searcher = Searcher::new(&package);
    for typed in ["飞线", "feixian", "用电", "electricity", "老人吃饭"] {
        let hits = searcher.search(&context, typed);
        let found: Vec<&Hit> = hits.iter().filter(|hit| hit.kind == Kind::Practices).collect();
        assert!(!found.is_empty() && found.len() <= 4, "{typed}: {hits:?}");
        assert!(hits.iter().skip_while(|hit| hit.kind != Kind::Practices).all(|hit| hit.kind == Kind::Practices));
        // As the page of practices has them, the best first.
        let page = context.practices(&context.tables.communities().collect::<Vec<_>>(), &Selection::default(), typed);
        for (hit, row) in found.iter().zip(page.rows()) {
            assert_eq!((&hit.label, &hit.detail), (&row.problem, &row.community), "{typed}");
            assert!(hit.actions.contains(&Action::OpenPractice(Some(row.id))));
            assert_eq!(hit.actions[0], Action::Go(Page::Practices));
        }
    }
    for typed in ["", "线", "f", "没有这样的事"] {
        assert!(searcher.search(&context, typed).iter().all(|hit| hit.kind != Kind::Practices), "{typed}");
    }
}
