//! Numbers as a text writes them.
//!
//! Owns: finding the numbers of a Chinese phrase, in digits and in numerals, with 约, 余, 近 and 不到 beside them; numerals as
//! digits. May use: `model`. Deliberately absent: what a figure must say of them (`validate`); what a person may type beside a
//! number (`text::entry`).

use crate::model::Bound;

/// A text's digits, full-width ones as ordinary ones.
pub fn digits(text: &str) -> String {
    text.chars().map(narrow).filter(char::is_ascii_digit).collect()
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '％' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Characters of which one stands in every way of saying that a number is not meant exactly.
pub const HEDGES: &[char] = &[
    '约', '約', '余', '餘', '多', '超', '逾', '近', '到', '足', '以', '左', '上', '下', '少', '几', '幾', '数', '數',
    '来', '來', '过', '過', '破', '可', '概', '低', '高', '内', '內', '满', '滿', '达', '達', '许', '許', '把',
];

/// What stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// No word that limits it.
    None,
    /// A word that makes it another bound.
    Bound(Bound, &'static str),
    /// A word of which only a reader can tell what it means: 近三年 are the last three years, 不超过 has no bound of ours.
    Open,
}

impl Word {
    /// Whether a figure with this bound may stand on the words.
    pub fn allows(self, bound: Bound) -> bool {
        match self {
            Word::None => bound == Bound::Exact,
            Word::Bound(own, _) => own == bound,
            Word::Open => true,
        }
    }

    /// The bound the words ask for, and the word.
    pub fn demands(self) -> Option<(Bound, &'static str)> {
        match self {
            Word::Bound(bound, word) => Some((bound, word)),
            _ => None,
        }
    }
}

/// A number as it stands in a text.
#[derive(Debug)]
pub struct Number {
    /// How much it is, multiplied out.
    pub value: f64,
    /// Written in Chinese numerals.
    pub is_han: bool,
    /// 万 or 亿 follows its digits.
    pub is_multiplied: bool,
    /// What stands beside it.
    pub word: Word,
}

/// The numbers of a text, in digits and in Chinese numerals.
pub fn numbers(text: &str) -> Vec<Number> {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        if is_digit(at) {
            while is_digit(at) || (matches!(chars.get(at), Some('.' | ',')) && is_digit(at + 1)) {
                at += 1;
            }
            let run: String = chars[start..at].iter().collect();
            // A comma parts thousands only where groups of three follow; else it parts two numbers.
            let groups: Vec<&str> = run.split(',').collect();
            let is_grouped = groups[0].len() <= 3
                && groups[1..].iter().all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
            let pieces: Vec<String> =
                if is_grouped { vec![groups.concat()] } else { groups.iter().map(|group| group.to_string()).collect() };
            let (before, last) = (&chars[..start], pieces.len() - 1);
            for (position, piece) in pieces.iter().enumerate() {
                let Ok(mut value) = piece.parse::<f64>() else { continue };
                let (mut word, mut is_multiplied) = (Word::None, false);
                if position == 0 {
                    word = word_before(before);
                }
                if position == last {
                    let mut after = at;
                    let more = matches!(chars.get(after), Some('余' | '餘' | '多'));
                    let factor = factor(chars.get(after + usize::from(more)));
                    if let Some(factor) = factor {
                        after += usize::from(more) + 1;
                        value = times(value, factor);
                        is_multiplied = true;
                    }
                    word = word_after(&chars[after..], word_if_more(more && factor.is_some(), word));
                    at = after;
                }
                found.push(Number { value, is_han: false, is_multiplied, word });
            }
        } else if numeral(chars[at]).is_some() {
            while chars.get(at).is_some_and(|c| numeral(*c).is_some()) {
                at += 1;
            }
            if let Some(value) = han_value(&chars[start..at]) {
                let word = word_after(&chars[at..], word_before(&chars[..start]));
                found.push(Number { value, is_han: true, is_multiplied: false, word });
            }
        } else {
            at += 1;
        }
    }
    found
}

/// Multiplies without the dust of binary fractions: 1.2 times 10000 is 12000.
fn times(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    if (product - product.round()).abs() < 1e-6 { product.round() } else { product }
}

fn factor(c: Option<&char>) -> Option<f64> {
    match c? {
        '十' => Some(1e1),
        '百' => Some(1e2),
        '千' => Some(1e3),
        '万' | '萬' => Some(1e4),
        '亿' | '億' => Some(1e8),
        _ => None,
    }
}

/// A Chinese numeral: a digit below ten, or what the digit before it is multiplied by.
fn numeral(c: char) -> Option<Result<f64, f64>> {
    let digit = match c {
        '零' | '〇' => 0.0,
        '一' => 1.0,
        '二' | '两' | '兩' | '双' | '雙' => 2.0,
        '三' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        _ => return factor(Some(&c)).map(Err),
    };
    Some(Ok(digit))
}

fn han_value(chars: &[char]) -> Option<f64> {
    // 万 and 亿 alone say nothing: 万家.
    if matches!(numeral(*chars.first()?)?, Err(factor) if factor >= 1e4) {
        return None;
    }
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    // 一千二 is 1,200, 一千零二 is 1,002.
    let mut last = 1.0;
    for c in chars {
        match numeral(*c)? {
            // Two digits side by side are no number of ours: 三五, 二〇二一.
            Ok(value) if digit.replace(value).is_some_and(|earlier: f64| earlier != 0.0) => return None,
            Ok(value) => last = if value == 0.0 { 1.0 } else { last },
            Err(factor) if factor >= 1e4 => {
                total += (section + digit.take().unwrap_or(0.0)) * factor;
                section = 0.0;
                last = factor;
            }
            Err(factor) => {
                section += digit.take().unwrap_or(1.0) * factor;
                last = factor;
            }
        }
    }
    let step = if last >= 1e2 { last / 10.0 } else { 1.0 };
    Some(total + section + digit.unwrap_or(0.0) * step)
}

/// A typed text with its Chinese numerals in digits: 八百余 becomes 800余. What follows digits stays: 1.2万.
pub fn in_digits(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| numeral(**c).is_some()).count();
        let after_digit = at > 0 && narrow(chars[at - 1]).is_ascii_digit();
        match han_value(&chars[at..at + run]).filter(|_| !after_digit) {
            Some(value) => out.push_str(&value.to_string()),
            None => out.extend(&chars[at..at + run.max(1)]),
        }
        at += run.max(1);
    }
    out
}

fn word_before(before: &[char]) -> Word {
    // Only the end matters, and no word is longer.
    let end: String = before[before.len().saturating_sub(4)..].iter().collect();
    let end = end.trim_end();
    const OPEN: [&str; 11] =
        ["不超过", "不超過", "不超", "不多于", "不多於", "最多", "至多", "不到约", "不少于约", "前后约", "不近"];
    // Words that end like a limit and are none: 签约5家, 最近3年, 赶超3家.
    const OTHER: [&str; 21] = [
        "签约", "簽約", "预约", "預約", "公约", "公約", "节约", "節約", "违约", "履约", "邀约", "合约", "契约", "条约",
        "赴约", "最近", "附近", "邻近", "就近", "临近", "赶超",
    ];
    if OPEN.iter().any(|word| end.ends_with(word)) {
        return Word::Open;
    }
    if OTHER.iter().any(|word| end.ends_with(word)) {
        return Word::Open;
    }
    const WORDS: [(&str, Bound); 25] = [
        ("约为", Bound::About),
        ("約為", Bound::About),
        ("约有", Bound::About),
        ("約有", Bound::About),
        ("约", Bound::About),
        ("約", Bound::About),
        ("将近", Bound::Nearly),
        ("近", Bound::Nearly),
        ("不到", Bound::LessThan),
        ("不足", Bound::LessThan),
        ("未到", Bound::LessThan),
        ("低于", Bound::LessThan),
        ("低於", Bound::LessThan),
        ("超过", Bound::AtLeast),
        ("超過", Bound::AtLeast),
        ("超出", Bound::AtLeast),
        ("超", Bound::AtLeast),
        ("逾", Bound::AtLeast),
        ("至少", Bound::AtLeast),
        ("不少于", Bound::AtLeast),
        ("不少於", Bound::AtLeast),
        ("不低于", Bound::AtLeast),
        ("不低於", Bound::AtLeast),
        ("突破", Bound::AtLeast),
        ("高于", Bound::AtLeast),
    ];
    // The longest first: 不低于 ends with 低于.
    let known = WORDS.iter().filter(|(word, _)| end.ends_with(word)).max_by_key(|(word, _)| word.len());
    known.map_or(Word::None, |(word, bound)| Word::Bound(*bound, word))
}

fn word_if_more(is_more: bool, word: Word) -> Word {
    if is_more { Word::Bound(Bound::AtLeast, "余") } else { word }
}

fn word_after(after: &[char], before: Word) -> Word {
    let more = match after.first() {
        Some('余' | '餘') => Some("余"),
        Some('多') => Some("多"),
        _ => None,
    };
    // 近三年 mostly are the last three years.
    let is_time = matches!(after.first(), Some('年' | '月' | '日' | '天' | '周' | '个' | '個' | '载' | '期'));
    // The unit may stand between: 200人以上, 三十人左右.
    let near: String = after.iter().take(5).take_while(|c| c.is_alphabetic() || **c == '%').collect();
    match (before, more) {
        (Word::None, Some(word)) => Word::Bound(Bound::AtLeast, word),
        (Word::Bound(Bound::AtLeast, word), Some(_)) => Word::Bound(Bound::AtLeast, word),
        // Two words that say different things: a reader decides.
        (_, Some(_)) => Word::Open,
        (Word::Bound(Bound::Nearly, "近"), None) if is_time => Word::Open,
        (word, None) if ["以上", "以下", "以内", "以內", "左右", "上下", "开外"].iter().any(|it| near.contains(it)) => {
            match word {
                Word::None => Word::Open,
                word => word,
            }
        }
        (word, None) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_with_what_stands_beside_them() {
        let read = |text| numbers(text).iter().map(|number| (number.value, number.word)).collect::<Vec<_>>();
        for (text, value, word) in [
            ("常住人口5000人", 5000.0, Word::None),
            ("常住人口约5,000人", 5000.0, Word::Bound(Bound::About, "约")),
            ("居民２０００余人", 2000.0, Word::Bound(Bound::AtLeast, "余")),
            ("自筹100余万元", 1e6, Word::Bound(Bound::AtLeast, "余")),
            ("投入1.2万多元", 12000.0, Word::Bound(Bound::AtLeast, "多")),
            ("城市化率已超80%", 80.0, Word::Bound(Bound::AtLeast, "超")),
            ("不到12%", 12.0, Word::Bound(Bound::LessThan, "不到")),
            ("不低于12%", 12.0, Word::Bound(Bound::AtLeast, "不低于")),
            ("近2000平米闲置房", 2000.0, Word::Bound(Bound::Nearly, "近")),
            ("走访近10天", 10.0, Word::Open),
            ("签约5家", 5.0, Word::Open),
            ("60岁以上", 60.0, Word::Open),
            ("不超过3人", 3.0, Word::Open),
            ("三支队伍", 3.0, Word::None),
            ("约三百二十人", 320.0, Word::Bound(Bound::About, "约")),
            ("双层", 2.0, Word::None),
        ] {
            assert_eq!(read(text), [(value, word)], "{text}");
        }
        assert_eq!(read("5,6").len(), 2);
        assert!(read("三五成群").is_empty());
        assert_eq!(read("一万零五十")[0].0, 10050.0);
        for (typed, digits) in [
            ("八百余", "800余"),
            ("大约一千二", "大约1200"),
            ("一千零二", "1002"),
            ("三万五", "35000"),
            ("两万余人", "20000余人"),
            ("1.2万余", "1.2万余"),
            ("3千", "3千"),
            ("约300", "约300"),
        ] {
            assert_eq!(in_digits(typed), digits);
        }
    }
}
