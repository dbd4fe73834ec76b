//! Whatever script, keyboard or PDF a word comes from, it finds what the word finds.

use crate::dataset::bundled;
use linpu::present::Context;
use linpu::present::search::Searcher;
use linpu::text::{Locale, Words};

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
            found.cards.into_iter().map(|card| card.problem).collect::<Vec<_>>()
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
