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

/// Forms people type that OpenCC's table of simplified forms does not list, or lists with another variant: old forms, those of
/// Hong Kong and of Japan, and the first list of variants put out of use (1955). Each with the form in use.
const VARIANTS: &str = "\
    乗乘 亀龟 亜亚 仮假 伝传 価价 俛俯 俻备 倣仿 値值 偹备 偺咱 僊仙 働动 兪俞 冐冒 冨富 冺泯 凢凡 処处 凴凭 刦劫 刧劫 \
    刱创 刼劫 剋克 剏创 剙创 剣剑 剳札 劄札 劒剑 労劳 勅敕 勦剿 匄丐 匤匡 卆卒 単单 厰厂 叅参 吿告 呉吴 呑吞 呪咒 咊和 \
    咲笑 唘启 啣衔 喆哲 喒咱 営营 嘑呼 噐器 囘回 団团 囬回 囯国 囲围 図图 圏圈 圗图 圧压 坿附 垜垛 埜野 埽扫 堃坤 堦阶 \
    塟葬 塡填 塩盐 塲场 塼砖 墖塔 売卖 壻婿 夀寿 変变 夣梦 奌点 奨奖 妬妒 姉姊 姙妊 姪侄 姸妍 娯娱 婣姻 婬淫 媍妇 媮偷 \
    嬭奶 孼孽 宂冗 実实 寃冤 寔实 寕宁 寳宝 対对 専专 尟鲜 尠鲜 屛屏 峩峨 崐昆 嵒岩 嶋岛 嶌岛 帋纸 帬裙 帰归 幇帮 幙幕 \
    幚帮 庁厅 広广 庒庄 庻庶 廏厩 廐厩 廰厅 廻回 弐贰 弾弹 彊强 彚汇 徃往 徧遍 徳德 徴征 応应 怱匆 恠怪 悋吝 悞误 悤匆 \
    悪恶 悮误 悳德 愬诉 愼慎 慂恿 慙惭 慽戚 憇憩 懃勤 懐怀 懽欢 戞戛 戦战 戯戏 戱戏 戸户 扞捍 抝拗 択择 拕拖 拡扩 挙举 \
    挿插 捄救 掲揭 揑捏 揷插 搥捶 搾榨 摠总 撃击 撡操 擕携 擧举 攷考 敍叙 敭扬 敺驱 斈学 斉齐 斎斋 旹时 旾春 昇升 昬昏 \
    昻昂 晧皓 暁晓 暎映 暦历 暱昵 曡叠 曵曳 朞期 朶朵 枏楠 柟楠 栁柳 栄荣 栢柏 桒桑 桟栈 桮杯 棃梨 椀碗 椉乘 検检 椶棕 \
    楳梅 楽乐 槑梅 槕桌 樷丛 檝楫 櫈凳 櫉橱 欝郁 欵款 歓欢 歩步 歯齿 歳岁 歴历 殀夭 毎每 毬球 氊毡 気气 氷冰 汚污 浄净 \
    涖莅 淛浙 淸清 渇渴 渋涩 湌餐 満满 潄漱 澁涩 濇涩 濬浚 灋法 烖灾 焼烧 煇辉 煑煮 煕熙 煖暖 熈熙 熖焰 燄焰 燿耀 爗烨 \
    牋笺 牎窗 牓榜 牕窗 犂犁 犠牺 狥徇 猂悍 猟猎 猨猿 獣兽 玅妙 珎珍 琍璃 瑯琅 璢琉 瓈璃 瓌瑰 甁瓶 甎砖 甞尝 甯宁 \
    甽圳 畂亩 畆亩 畊耕 畍界 畒亩 畧略 畱留 疂叠 疎疏 痺痹 発发 皐皋 皷鼓 盋钵 盌碗 県县 眎视 眡视 睠眷 矦侯 砕碎 砲炮 \
    砿矿 硏研 碁棋 碪砧 礟炮 礮炮 祕秘 祘算 秊年 秌秋 稺稚 稾稿 穂穗 穉稚 穏稳 窓窗 窰窑 窻窗 竒奇 竚伫 竜龙 竝并 竸竞 \
    筞策 筦管 筭算 箒帚 簒篡 簷檐 籐藤 粋粹 粛肃 粧妆 糭粽 紥扎 経经 継继 続续 総总 緐繁 緖绪 緜绵 緫总 縁缘 縂总 縄绳 \
    縦纵 繊纤 繖伞 繙翻 缾瓶 罋瓮 罸罚 羗羌 翄翅 翦剪 耡锄 聡聪 聨联 聫联 聴听 肎肯 肧胚 胷胸 脃脆 脇胁 脗吻 脳脑 \
    膓肠 臓脏 臕膘 臯皋 舎舍 舗铺 舩船 艣橹 艪橹 艶艳 艸草 苺莓 荅答 荘庄 荳豆 莾莽 菑灾 菓果 菷帚 葊庵 葠参 葢盖 蓡参 \
    蔕蒂 蔴麻 蔵藏 蕚萼 薗园 薫熏 薬药 藁稿 蘂蕊 蘓苏 虗虚 虵蛇 蚘蛔 蛍萤 蝅蚕 蝯猿 蝿蝇 蠏蟹 蠒茧 蠭蜂 衂衄 衇脉 衞卫 \
    裠裙 褎袖 襍杂 覇霸 覊羁 覔觅 覚觉 覧览 覩睹 観观 觔斤 觝抵 觧解 訳译 詧察 誖悖 読读 諠喧 謌歌 譌讹 譔撰 譲让 \
    讃赞 讌宴 讐仇 豊丰 豓艳 貎貌 賍赃 賔宾 賛赞 賸剩 赱走 趂趁 跼局 蹔暂 躭耽 躰体 躶裸 軄职 軆体 転转 軽轻 輌辆 輙辄 \
    輭软 辠罪 辢辣 辤辞 辳农 辺边 迯逃 迻移 逈迥 逓递 逹达 逺远 遅迟 遯遁 邉边 邨村 郞郎 郷乡 鄕乡 酔醉 酧酬 醕醇 醸酿 \
    醻酬 醼宴 釈释 釼剑 鈆铅 鉄铁 鉏锄 鉱矿 銕铁 銭钱 銲焊 鍫锹 鎔熔 鎗枪 鎻锁 鏁锁 鑚钻 鑛矿 鑪炉 閙闹 関关 闗关 闘斗 \
    陗峭 陞升 険险 隂阴 隄堤 隠隐 隣邻 隷隶 雑杂 雰氛 霊灵 霛灵 靑青 靭韧 鞵鞋 韈袜 韮韭 頟额 頼赖 顋腮 顕显 顚颠 飃飘 \
    飜翻 飤饲 飬养 飮饮 餁饪 餠饼 餧喂 餽馈 饍膳 駆驱 騐验 騒骚 験验 髙高 髣仿 髪发 鬀剃 鬂鬓 鬦斗 鬪斗 鬬斗 鬭斗 鴈雁 \
    鵞鹅 鶏鸡 鷰燕 鹻碱 麁粗 麤粗 麽么 黒黑 黙默 鼈鳖 齢龄 龢和";

/// What `zhconv` leaves as it is because OpenCC lists the character itself among its forms, though not first; and what the
/// tables get wrong in texts like ours. Characters OpenCC would change but writers do not (岳塘, 伙伴, 岩) are left alone.
const FIRST_FORMS: &str = "万萬 丑醜 丰豐 于於 云雲 仆僕 价價 余餘 佣傭 党黨 准準 几幾 划劃 占佔 厂廠 厘釐 台臺 叶葉 吁籲 后後 咨諮 咸鹹 \
    夸誇 帘簾 干幹 广廣 征徵 愿願 挂掛 据據 斗鬥 朴樸 杠槓 杰傑 极極 柜櫃 涂塗 涌湧 淀澱 游遊 确確 种種 筑築 胜勝 腊臘 腌醃 \
    苹蘋 范範 荐薦 虫蟲 蜡蠟 辟闢 适適 郁鬱 采採 里裡 雇僱 面面 钟鐘 “「 ”」 ‘『 ’』";
/// Words of ours, and names, that a phrase of the tables would cut across: 报道里 is no 道里, 数里 no distance.
const PHRASES: &[(&str, &str)] = &[
    ("个中心", "個中心"),
    ("秋风采", "秋風采"),
    ("回归", "回歸"),
    ("胡同", "胡同"),
    ("发布", "發布"),
    ("格里", "格裡"),
    ("报道里", "報道裡"),
    ("文本里", "文本裡"),
    ("操作数里", "操作數裡"),
    ("湖里", "湖里"),
    ("湖里区", "湖里區"),
    ("云岩", "雲岩"),
    ("于家", "于家"),
    ("口占", "口佔"),
    ("和面积", "和面積"),
    ("不合并", "不合併"),
    ("各注", "各註"),
    ("图注", "圖註"),
    ("家冲", "家沖"),
    ("冲新", "沖新"),
];

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
    let pairs = VARIANTS.split_whitespace().filter_map(|pair| pair.chars().next().zip(pair.chars().nth(1)));
    table.extend(pairs);
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
    all.extend(super::Msg::ALL.iter().map(|msg| msg.zh()));
    all.extend(super::FarMsg::ALL.iter().map(|msg| msg.zh()));
    all.extend(super::words::SMALL_NUMBERS.iter().map(|(zh, _)| *zh));
    let mut texts: Vec<&Text> = vec![&data.about.title, &data.about.creator, &data.about.method];
    texts.extend(data.about.changes.iter().map(|change| &change.said));
    for row in &data.sources {
        texts.extend([&row.label, &row.publisher, &row.note]);
        texts.extend(&row.repost_publisher);
        all.extend(row.title.as_deref());
    }
    texts.extend(data.places.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.communities.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.units.iter().map(|row| &row.name));
    texts.extend(data.codes.iter().flat_map(|row| [&row.name, &row.note]));
    texts.extend(data.indicators.iter().flat_map(|row| [&row.name, &row.definition, &row.base]));
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

    #[test]
    fn variants_that_no_table_lists_become_the_usual_form() {
        let hans = |c: char| single(&zhconv(c.encode_utf8(&mut [0; 4]), Variant::ZhHans)).unwrap_or(c);
        for pair in VARIANTS.split_whitespace() {
            let (from, to) = (pair.chars().next().unwrap(), pair.chars().nth(1).unwrap());
            assert_eq!(pair.chars().count(), 2, "{pair}");
            assert_ne!(hans(from), to, "{pair}: the tables know this one");
            assert_eq!(hans(to), to, "{pair}: that is no simplified form");
        }
        let lexicon =
            build(["卫生服务 户口 线路 为民 居民群众 山峰 里 启动 众 总台 开关 画图 医务室 清真"].into_iter());
        for (typed, usual) in [
            ("衞生", "卫生"),
            ("衛生", "卫生"),
            ("戶口 戸口", "户口 户口"),
            ("綫路", "线路"),
            ("線路", "线路"),
            ("爲民", "为民"),
            ("為民", "为民"),
            ("羣眾 羣衆 群众", "群众 群众 群众"),
            ("山峯", "山峰"),
            ("裏裡", "里里"),
            ("啓啟動", "启启动"),
            ("総臺", "总台"),
            ("關 関 闗", "关 关 关"),
            ("圖図圗", "图图图"),
        ] {
            assert_eq!(lexicon.to_hans(typed), usual, "{typed}");
        }
    }

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

    #[test]
    fn inside_is_not_a_distance_and_names_stay_names() {
        let check = |text: &str, expected: &str| assert_eq!(traditional(text), expected, "{text}");
        check("网格里的数", "網格裡的數");
        check("公开报道里摘出", "公開報道裡摘出");
        check("操作数里最低", "操作數裡最低");
        check("三公里", "三公里");
        check("邻里中心", "鄰里中心");
        check("湖里区", "湖里區");
        check("安华里社区", "安華里社區");
        check("于家二社区", "于家二社區");
        check("于洪区", "于洪區");
        check("位于", "位於");
        check("人口占比，党员占比", "人口佔比，黨員佔比");
        check("口径和面积", "口徑和面積");
        check("不合并", "不合併");
        check("起止各注依据", "起止各註依據");
        check("林家冲", "林家沖");
        check("“五老”的‘家’", "「五老」的『家』");
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
