//! Cuts a [`Lexicon`] to the strings of the page. Runs on the build machine only.
//!
//! Owns: the promise that `lexicon.hant(s)` is what the full dictionary makes of `s`, for every `s` of the corpus.
//! May use: the dictionaries of `zhconv` (OpenCC's tables) and `pinyin`. Deliberately absent: the corpus.

use super::{English, Lexicon};
use crate::model::{Dataset, Text};
use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use zhconv::{Variant, ZhConverter, ZhConverterBuilder, get_builtin_tables, zhconv};

/// Forms people type that no table of simplified forms lists.
const VARIANTS: &[(char, char)] = &[('祕', '秘'), ('窰', '窑'), ('裏', '里'), ('爲', '为'), ('羣', '群')];

/// What `zhconv` leaves as it is because OpenCC lists the character itself among its forms, though not first; and what the
/// tables get wrong in texts like ours. Characters OpenCC would change but writers do not (岳塘, 伙伴, 岩) are left alone.
const FIRST_FORMS: &str = "万萬 丑醜 丰豐 于於 云雲 仆僕 价價 余餘 佣傭 党黨 准準 几幾 划劃 占佔 厂廠 厘釐 台臺 叶葉 吁籲 后後 咨諮 咸鹹 \
    夸誇 帘簾 干幹 广廣 征徵 愿願 挂掛 据據 斗鬥 朴樸 杠槓 杰傑 极極 柜櫃 涂塗 涌湧 淀澱 游遊 确確 种種 筑築 胜勝 腊臘 腌醃 \
    苹蘋 范範 荐薦 虫蟲 蜡蠟 辟闢 适適 郁鬱 采採 里裡 雇僱 面面 钟鐘";
const PHRASES: &[(&str, &str)] =
    &[("个中心", "個中心"), ("秋风采", "秋風采"), ("回归", "回歸"), ("胡同", "胡同"), ("发布", "發布")];

/// The traditional form the whole dictionary gives: the characters of Taiwan's standard (裡, 為, 群), no regional words.
pub fn traditional(text: &str) -> String {
    static CONVERTER: LazyLock<ZhConverter> = LazyLock::new(|| {
        let first = FIRST_FORMS
            .split_whitespace()
            .filter_map(|pair| pair.char_indices().nth(1).map(|(at, _)| pair.split_at(at)));
        let tables = ZhConverterBuilder::new().tables(get_builtin_tables(Variant::ZhTW));
        tables.conv_pairs(first.chain(PHRASES.iter().copied())).build()
    });
    CONVERTER.convert(text)
}

/// Makes the lexicon for every string the page may show.
pub fn build<'a>(corpus: impl Iterator<Item = &'a str>) -> Lexicon {
    let texts: BTreeSet<&str> = corpus.filter(|text| !text.is_ascii()).collect();
    let pairs: Vec<Pair> = texts.iter().map(|text| Pair::new(text)).collect();
    let mut used: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).filter(|it| !it.is_ascii()).collect();
    let mut lexicon = Lexicon { hant: alone(&used), english: English::THERE, ..Lexicon::default() };
    add_phrases(&mut lexicon, &pairs);
    used.extend(zhconv(&used.iter().collect::<String>(), Variant::ZhHans).chars());
    lexicon.hans = variants(&used);
    add_readings(&mut lexicon, &used);
    lexicon
}

/// A string of the corpus and its traditional form, by character.
struct Pair {
    from: Vec<char>,
    to: Vec<char>,
}

impl Pair {
    fn new(text: &str) -> Pair {
        Pair { from: text.chars().collect(), to: traditional(text).chars().collect() }
    }

    /// Whether the two forms correspond character by character.
    fn is_aligned(&self) -> bool {
        self.from.len() == self.to.len()
    }
}

/// Each character with what it becomes standing alone; left out where that is itself.
fn alone(used: &BTreeSet<char>) -> Vec<(char, char)> {
    let alone = used.iter().filter_map(|from| Some((*from, single(&traditional(from.encode_utf8(&mut [0; 4])))?)));
    alone.filter(|(from, to)| from != to).collect()
}

/// The character of a text that has one.
fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// Adds phrases until every string comes out right. Each round lengthens the phrases of the strings still wrong, up to the
/// whole string, which the longest-first rule can no longer break; so the rounds end.
fn add_phrases(lexicon: &mut Lexicon, pairs: &[Pair]) {
    let longest = pairs.iter().map(|pair| pair.from.len()).max().unwrap_or_default();
    let mut phrases: BTreeMap<String, String> = BTreeMap::new();
    for least in 2..=longest.max(2) {
        let mut wrong = false;
        for pair in pairs {
            let text: String = pair.from.iter().collect();
            let made: Vec<char> = lexicon.hant(&text).chars().collect();
            if made == pair.to {
                continue;
            }
            wrong = true;
            if !pair.is_aligned() {
                phrases.insert(text, pair.to.iter().collect());
                continue;
            }
            let mut done = 0;
            for at in 0..pair.from.len() {
                if at >= done && made.get(at) != Some(&pair.to[at]) {
                    let (start, end) = window(pairs, pair, at, least);
                    phrases.insert(pair.from[start..end].iter().collect(), pair.to[start..end].iter().collect());
                    done = end;
                }
            }
        }
        if !wrong {
            break;
        }
        lexicon.hant_phrases = phrases.iter().map(|(from, to)| (from.clone(), to.clone())).collect();
    }
}

/// The shortest stretch around a character, of `least` characters or more, that means the same wherever it occurs: best one that
/// means the same standing alone, because such a one is a word and serves texts that are not of the corpus (imported ones).
/// Of equally good ones the one that occurs most.
fn window(pairs: &[Pair], pair: &Pair, at: usize, least: usize) -> (usize, usize) {
    const LONGEST_WORD: usize = 6;
    for must_be_word in [true, false] {
        let longest = if must_be_word { pair.from.len().min(LONGEST_WORD + 1) } else { pair.from.len() };
        for length in least..longest {
            let first = (at + 1).saturating_sub(length);
            let last = at.min(pair.from.len() - length);
            let safe = (first..=last).rev().filter_map(|start| {
                let (from, to) = (&pair.from[start..start + length], &pair.to[start..start + length]);
                let is_word = || traditional(&String::from_iter(from)).chars().eq(to.iter().copied());
                let count = occurrences(pairs, from, to)?;
                (!must_be_word || is_word()).then_some((count, start))
            });
            if let Some((_, start)) = safe.max_by_key(|(count, _)| *count) {
                return (start, start + length);
            }
        }
    }
    (0, pair.from.len())
}

/// How often a stretch occurs, or `None` where it somewhere becomes something else.
fn occurrences(pairs: &[Pair], from: &[char], to: &[char]) -> Option<usize> {
    let mut count = 0;
    for pair in pairs {
        for start in
            (0..(pair.from.len() + 1).saturating_sub(from.len())).filter(|at| pair.from[*at..].starts_with(from))
        {
            if !pair.is_aligned() || !pair.to[start..].starts_with(to) {
                return None;
            }
            count += 1;
        }
    }
    Some(count)
}

/// Every character of the two common Han blocks that is a variant of a used one.
fn variants(used: &BTreeSet<char>) -> Vec<(char, char)> {
    let mut table: BTreeMap<char, char> = BTreeMap::new();
    for from in '\u{4E00}'..='\u{9FFF}' {
        if let Some(to) = single(&zhconv(from.encode_utf8(&mut [0; 4]), Variant::ZhHans)) {
            table.insert(from, to);
        }
    }
    table.extend(VARIANTS.iter().copied());
    table.into_iter().filter(|(from, to)| from != to && used.contains(to)).collect()
}

fn add_readings(lexicon: &mut Lexicon, used: &BTreeSet<char>) {
    let mut known: BTreeMap<String, Vec<char>> = BTreeMap::new();
    let mut order: Vec<(char, String)> = Vec::new();
    for character in used.iter().filter(|it| !lexicon.hans.iter().any(|(hant, _)| hant == *it)) {
        let mut readings: Vec<String> = Vec::new();
        for reading in character.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain().replace('ü', "v");
            // ü is typed both ways: `lv` and `lu`.
            for reading in [plain.replace('v', "u"), plain].into_iter().rev() {
                if reading.is_ascii() && !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        }
        for reading in readings {
            known.entry(reading.clone()).or_default().push(*character);
            order.push((*character, reading));
        }
    }
    lexicon.syllables = known.into_keys().collect();
    for (character, reading) in order {
        if let Ok(row) = lexicon.syllables.binary_search(&reading) {
            lexicon.readings.push((character, row as u16));
        }
    }
}

/// Every Chinese text that the page may show of a package: its own words, the messages, the names of codes.
pub fn corpus(data: &Dataset) -> Vec<&str> {
    let mut all: Vec<&str> = super::codes::CORPUS.to_vec();
    all.extend(super::Msg::ALL.iter().map(|msg| msg.pair().0));
    all.extend(super::words::SMALL_NUMBERS.iter().map(|(zh, _)| *zh));
    let mut texts: Vec<&Text> = vec![&data.about.title];
    for row in &data.sources {
        texts.extend([&row.label, &row.publisher, &row.note]);
        texts.extend(&row.repost_publisher);
        all.extend(row.title.as_deref());
    }
    texts.extend(data.places.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.communities.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.units.iter().map(|row| &row.name));
    texts.extend(data.codes.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.indicators.iter().flat_map(|row| [&row.name, &row.definition]));
    texts.extend(data.observations.iter().flat_map(|row| [&row.scope_name, &row.note]));
    texts.extend(data.systems.iter().flat_map(|row| [&row.name, &row.summary]));
    texts.extend(data.systems.iter().flat_map(|row| &row.parts).flat_map(|part| [&part.name, &part.actor]));
    texts.extend(data.derived.iter().flat_map(|row| [&row.name, &row.unit, &row.caveat]));
    texts.extend(data.checks.iter().flat_map(|row| [&row.name, &row.note]));
    let practices = data.practices.iter();
    texts.extend(practices.flat_map(|row| [&row.problem, &row.action, &row.actors, &row.outcome, &row.terms]));
    all.extend(texts.into_iter().map(|text| text.zh.as_str()));
    all
}

/// The lexicon of a package.
pub fn of_package(data: &Dataset) -> Lexicon {
    build(corpus(data).into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Short texts of our own, full of characters with two traditional forms.
    const CORPUS: &str = "社区发展 理发店 发布 义务理发进社区 出发 后面 王后 今后三年 里面 邻里 三公里 小区里的面馆 \
        面积 面条 一碗热汤面 干部 干净 干活 党员干部带头干 若干 只有一次 一只猫 三只流浪狗 系统 \
        联系群众 关系 系列活动 维系 台账 平台 台湾 一台戏 阳台 复查 重复 复杂 恢复 日历 历史 \
        经历 时钟 钟情 分钟 松树 放松 宽松 余人 剩余 业余 小余 余家村 准则 准备 标准 千里 \
        秋千 志愿者 愿望 制度 制造 征求意见 长征 冲突 冲洗 丰富 斗争 北斗 范围 模范 谷雨 稻谷 \
        困难 困倦 布置 回复 尽力 杰出 卷入 试卷 了解 了望 累计 劳累 家里人 表现 手表 云计算 \
        致力 细致 朱红 周期 周围 咨询 注意 注解 沈阳 竹隐社区 窑洲社区 群众里的“五老” \
        直面问题 面对面 党建引领 一个中心 确数 回归 取自发布日期 岳塘区 10点钟";

    fn corpus() -> Vec<&'static str> {
        CORPUS.split_whitespace().collect()
    }

    #[test]
    fn every_string_comes_out_as_the_full_dictionary_has_it() {
        let lexicon = build(corpus().into_iter());
        for text in corpus() {
            assert_eq!(lexicon.hant(text), traditional(text), "{text}");
        }
    }

    #[test]
    fn the_hard_characters_are_told_apart() {
        let lexicon = build(corpus().into_iter());
        let check = |text: &str, expected: &str| assert_eq!(lexicon.hant(text), expected, "{text}");
        check("社区发展", "社區發展");
        check("理发店", "理髮店");
        check("今后三年", "今後三年");
        check("王后", "王后");
        check("邻里", "鄰里");
        check("家里人", "家裡人");
        check("三公里", "三公里");
        check("面条", "麵條");
        check("面积", "面積");
        check("干部", "幹部");
        check("干净", "乾淨");
        check("一只猫", "一隻貓");
        check("只有一次", "只有一次");
        check("系统", "系統");
        check("联系群众", "聯繫群眾");
        check("关系", "關係");
        check("平台", "平臺");
        check("复杂", "複雜");
        check("恢复", "恢復");
        check("日历", "日曆");
        check("历史", "歷史");
        check("时钟", "時鐘");
        check("钟情", "鍾情");
        check("放松", "放鬆");
        check("松树", "松樹");
        check("余人", "餘人");
        check("窑洲社区", "窯洲社區");
        check("直面问题", "直面問題");
        check("党建引领", "黨建引領");
        check("一个中心", "一個中心");
        check("取自发布日期", "取自發布日期");
        check("岳塘区", "岳塘區");
        check("10点钟", "10點鐘");
    }

    /// Imported texts are not of the corpus: phrases must be words, not chance neighbours (的向, of 美好的向往).
    #[test]
    fn other_texts_come_out_well_too() {
        let lexicon = build(corpus().into_iter().chain(["美好的向往", "社区的新面貌"]));
        let check = |text: &str, expected: &str| assert_eq!(lexicon.hant(text), expected, "{text}");
        check("的向上", "的向上");
        check("对群众的向往", "對群眾的嚮往");
        check("面对社区", "面對社區");
        check("联系党员", "聯繫黨員");
    }

    /// Any two of the strings, run together, in every order: phrases that shadow one another must still come out right.
    #[test]
    fn phrases_that_overlap_are_lengthened() {
        let joined: Vec<String> = corpus()
            .iter()
            .flat_map(|one| corpus().into_iter().map(move |two| format!("{one}{two}")))
            .step_by(7)
            .collect();
        let lexicon = build(joined.iter().map(String::as_str));
        for text in &joined {
            assert_eq!(lexicon.hant(text), traditional(text), "{text}");
        }
    }

    #[test]
    fn any_traditional_form_folds_to_the_used_one() {
        let lexicon = build(corpus().into_iter());
        let check = |text: &str, expected: &str| assert_eq!(lexicon.to_hans(text), expected, "{text}");
        check("竹隱社區", "竹隐社区");
        check("窯洲", "窑洲");
        check("窰洲", "窑洲");
        check("鄰裏", "邻里");
        check("群眾", "群众");
        check("羣衆", "群众");
        check("頭髮", "头发");
        check("發展", "发展");
    }

    #[test]
    fn readings_carry_no_tone_and_every_reading() {
        let lexicon = build(corpus().into_iter().chain(["妇女", "长沙", "绿地"]));
        let check = |character: char, expected: &[&str]| {
            let readings: Vec<&str> = lexicon.pinyin(character).collect();
            assert!(expected.iter().all(|reading| readings.contains(reading)), "{character}: {readings:?}");
        };
        check('隐', &["yin"]);
        check('长', &["chang", "zhang"]);
        check('女', &["nv", "nu"]);
        check('绿', &["lv", "lu"]);
        assert_eq!(lexicon.pinyin('隱').count(), 0);
    }
}
