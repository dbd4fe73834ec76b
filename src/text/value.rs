//! A figure in words, with its unit, its bound and its status.
//!
//! Owns: how a qualified number is written and read aloud. May use: `model`, [`super::number`], [`super::period`].
//! Deliberately absent: where it is shown.

use super::codes::Named;
use super::{Lexicon, Locale, number, period};
use crate::model::*;
use std::borrow::Cow;

/// A figure, written and read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What is seen, near to how the source words it: 2,000余人, 100余万元.
    pub text: String,
    /// The same with every digit, for tables: 1,000,000余元.
    pub exact: String,
    /// What a screen reader says, which is what is seen: 2000余人, over 80 percent.
    pub spoken: String,
}

/// How a source words a number that is only known from below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Least {
    /// 余, 多: somewhat more.
    More,
    /// 超, 超过: above.
    Above,
    /// 以上, 至少: this or more.
    From,
}

impl Least {
    /// What the phrase says that a figure stands in.
    pub fn of(phrase: &str) -> Least {
        let is_digit = |char: char| char.is_ascii_digit() || "一二三四五六七八九十百千万".contains(char);
        let above = |word: &str| {
            phrase.split(word).skip(1).any(|rest| rest.trim_start_matches('过').trim_start().starts_with(is_digit))
        };
        if ["以上", "至少", "不少于", "不低于", "≥", "+"].iter().any(|word| phrase.contains(word)) {
            Least::From
        } else if above("超") || above("over") {
            Least::Above
        } else {
            Least::More
        }
    }
}

/// An observation with its unit, in words.
pub fn value(dataset: &Dataset, observation: &Observation, locale: Locale, lexicon: &Lexicon) -> Shown {
    if matches!(observation.status, ObsStatus::NotReported | ObsStatus::NotApplicable) {
        return same(status_word(observation.status, locale).to_string());
    }
    let mut shown = stated(dataset, observation, locale, lexicon);
    if observation.status == ObsStatus::Planned && observation.value.is_some() {
        for text in [&mut shown.text, &mut shown.exact, &mut shown.spoken] {
            text.insert_str(0, locale.choose("规划", "規劃", "planned: "));
        }
    }
    shown
}

/// The same without its status.
pub fn stated(dataset: &Dataset, observation: &Observation, locale: Locale, lexicon: &Lexicon) -> Shown {
    let Some(number) = observation.value else { return same(without_number(observation, locale)) };
    let phrase = observation.locator_hans.as_deref().unwrap_or(&observation.locator);
    let bound = (observation.bound, Least::of(phrase));
    quantity(number, bound, dataset.unit(observation.unit), locale, lexicon)
}

/// A number with its bound and unit, in words.
pub fn quantity(value: f64, bound: (Bound, Least), unit: &Unit, locale: Locale, lexicon: &Lexicon) -> Shown {
    let round = number::round(value, locale).unwrap_or((number::exact(value), ""));
    let unit = &*if locale.is_chinese() {
        lexicon.pick(locale, &unit.name.zh, "")
    } else {
        english_unit(value, bound.0, unit)
    };
    let write = |digits: &str, power: &str, unit: &str| match locale.is_chinese() {
        true => chinese(digits, power, bound, unit, locale),
        false => english(digits, power, bound, unit),
    };
    Shown {
        text: write(&round.0, round.1, unit),
        exact: write(&number::exact(value), "", unit),
        spoken: match locale.is_chinese() {
            true => write(&round.0.replace(',', ""), round.1, unit),
            false => write(&round.0, round.1, &spoken_unit(unit)),
        },
    }
}

/// 约5,000人, 20余条, 100余万元, 2万余人, 超80%, 80%以上.
fn chinese(digits: &str, power: &str, (bound, least): (Bound, Least), unit: &str, locale: Locale) -> String {
    if bound != Bound::AtLeast {
        return [bound_word(bound, locale), digits, power, unit].concat();
    }
    // 余 stands between a whole number and a counted thing: behind tens, else behind 万.
    let whole = !digits.contains('.') && !is_symbol(unit);
    let more = locale.choose("余", "餘", "");
    match least {
        Least::More if whole && digits.ends_with('0') => [digits, more, power, unit].concat(),
        Least::More if whole => [digits, power, more, unit].concat(),
        Least::Above | Least::More => [locale.choose("超", "超", ""), digits, power, unit].concat(),
        Least::From => [digits, power, unit, "以上"].concat(),
    }
}

/// about 5,000 people, over 1 million CNY, at least 80%; once and twice where times are counted.
fn english(digits: &str, power: &str, bound: (Bound, Least), unit: &str) -> String {
    let times = match (bound.0, digits) {
        (Bound::Exact | Bound::About, "1") => unit.strip_prefix("time").map(|rest| ("once", rest)),
        (Bound::Exact | Bound::About, "2") => unit.strip_prefix("times").map(|rest| ("twice", rest)),
        _ => None,
    };
    let word = english_bound(bound);
    let gap = if word.is_empty() { "" } else { " " };
    if let Some((count, rest)) = times.filter(|(_, rest)| rest.is_empty() || rest.starts_with(' ')) {
        return [word, gap, count, rest].concat();
    }
    let unit_gap = if unit.is_empty() || unit == "%" { "" } else { " " };
    [word, gap, digits, power, unit_gap, unit].concat()
}

fn english_unit(value: f64, bound: Bound, unit: &Unit) -> Cow<'_, str> {
    let one = value == 1.0 && matches!(bound, Bound::Exact | Bound::About);
    Cow::Borrowed(if one { &unit.singular_en } else { &unit.name.en })
}

fn english_bound((bound, least): (Bound, Least)) -> &'static str {
    match (bound, least) {
        (Bound::AtLeast, Least::More | Least::Above) => "over",
        _ => bound_word(bound, Locale::En),
    }
}

/// What a figure's qualifier is called, after how its source words it.
pub fn qualifier(observation: &Observation, locale: Locale, lexicon: &Lexicon) -> Cow<'static, str> {
    let phrase = observation.locator_hans.as_deref().unwrap_or(&observation.locator);
    let (zh, en) = match (observation.bound, Least::of(phrase)) {
        (Bound::AtLeast, Least::From) => ("至少", "at least"),
        (Bound::AtLeast, _) => ("多于（余、多、超）", "over"),
        (bound, _) => bound.words(),
    };
    lexicon.pick(locale, zh, en)
}

/// A number with its bound as a sign, without the unit, for marks of a chart whose axis names the unit.
pub fn mark(value: f64, bound: Bound, locale: Locale) -> String {
    with_sign(&number::exact(value), bound, locale)
}

/// The same by magnitude (≥2.6万).
pub fn compact_mark(value: f64, bound: Bound, locale: Locale) -> String {
    with_sign(&number::compact(value, locale), bound, locale)
}

fn with_sign(digits: &str, bound: Bound, locale: Locale) -> String {
    let sign = match bound {
        Bound::Exact => "",
        Bound::About => "≈",
        Bound::AtLeast => "≥",
        Bound::Nearly => locale.choose("近", "近", "just under "),
        Bound::LessThan => "<",
    };
    [sign, digits].concat()
}

/// The word before a number; empty for a number as stated.
pub fn bound_word(bound: Bound, locale: Locale) -> &'static str {
    match bound {
        Bound::Exact => "",
        Bound::About => locale.choose("约", "約", "about"),
        Bound::AtLeast => locale.choose("至少", "至少", "at least"),
        Bound::Nearly => locale.choose("近", "近", "nearly"),
        Bound::LessThan => locale.choose("不到", "不到", "under"),
    }
}

/// The word that stands for or before a figure of a status; empty for a figure as reported.
pub fn status_word(status: ObsStatus, locale: Locale) -> &'static str {
    match status {
        ObsStatus::Reported => "",
        ObsStatus::Planned => locale.choose("规划", "規劃", "planned"),
        ObsStatus::NotReported => locale.choose("未报告", "未報告", "not reported"),
        ObsStatus::NotApplicable => locale.choose("不适用", "不適用", "not applicable"),
    }
}

/// A statement that carries no number: its date, or else the words it stands in, which are never converted.
fn without_number(observation: &Observation, locale: Locale) -> String {
    if observation.salience == Salience::Date && observation.period != Period::Unstated {
        return period::words(&observation.period, observation.period_type, observation.bases, locale);
    }
    let phrase = observation.locator_hans.as_deref().unwrap_or(&observation.locator);
    if phrase.contains(['“', '”']) { phrase.to_string() } else { ["“", phrase, "”"].concat() }
}

fn same(text: String) -> Shown {
    Shown { spoken: text.clone(), exact: text.clone(), text }
}

/// Whether a unit is a sign (%, m², CNY/month) and no word that counts things.
fn is_symbol(unit: &str) -> bool {
    match unit.chars().next() {
        Some(first) if first.is_ascii() => !first.is_ascii_lowercase() || !unit.is_ascii(),
        first => first.is_none(),
    }
}

/// English signs of units as words.
fn spoken_unit(unit: &str) -> Cow<'_, str> {
    Cow::Borrowed(match unit {
        "%" => "percent",
        "m²" => "square metres",
        "km²" => "square kilometres",
        "km" => "kilometres",
        "m" => "metres",
        other => return Cow::Owned(other.replace('/', " per ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(zh: &str, en: &str, singular: &str) -> Unit {
        let name = Text { zh: zh.into(), en: en.into() };
        let (ucum, currency) = (None, None);
        Unit { key: String::new(), name, singular_en: singular.into(), base: None, factor: 1.0, ucum, currency }
    }

    fn observation(value: Option<f64>, status: ObsStatus, bound: Bound) -> Observation {
        Observation {
            key: "ZY-03".into(),
            community: CommunityId(0),
            indicator: IndicatorId(0),
            scope: Scope::Community,
            scope_name: Text::default(),
            value,
            bound,
            status,
            unit: UnitId(0),
            period: Period::Unstated,
            period_type: PeriodType::SnapshotUndated,
            bases: Bases::both(PeriodBasis::Unstated),
            source: SourceId(0),
            locator: "“1231”工作法".into(),
            locator_hans: None,
            reading: Reading::Digits,
            salience: Salience::Core,
            system: None,
            note: Text::default(),
            same_as: None,
            grade: Grade::Article,
            retrieved_on: None,
            read_by: ReadBy::Person,
        }
    }

    fn people() -> Unit {
        unit("人", "people", "person")
    }

    fn lexicon() -> Lexicon {
        Lexicon { hant: vec![('余', '余'), ('场', '場')], ..Lexicon::default() }
    }

    fn in_words(value: f64, bound: Bound, least: Least, unit: &Unit, locale: Locale) -> Shown {
        quantity(value, (bound, least), unit, locale, &lexicon())
    }

    #[test]
    fn words_keep_the_bound_and_the_unit() {
        let check = |value: f64, bound: Bound, unit: Unit, zh: &str, hant: &str, en: &str| {
            let words = |locale: &Locale| in_words(value, bound, Least::More, &unit, *locale).text;
            assert_eq!(Locale::ALL.iter().map(words).collect::<Vec<_>>(), [zh, hant, en]);
        };
        check(5000.0, Bound::About, people(), "约5,000人", "約5,000人", "about 5,000 people");
        check(26000.0, Bound::AtLeast, people(), "26,000余人", "26,000餘人", "over 26,000 people");
        check(30.0, Bound::AtLeast, unit("场", "events", "event"), "30余场", "30餘場", "over 30 events");
        check(1.0, Bound::Exact, unit("人次", "person-times", "person-time"), "1人次", "1人次", "1 person-time");
        check(2.0, Bound::Exact, unit("人次", "person-times", "person-time"), "2人次", "2人次", "2 person-times");
        check(0.0, Bound::Exact, people(), "0人", "0人", "0 people");
        check(28.0, Bound::Exact, unit("%", "%", "%"), "28%", "28%", "28%");
        check(12.0, Bound::LessThan, unit("%", "%", "%"), "不到12%", "不到12%", "under 12%");
        let area = || unit("平方米", "m²", "m²");
        check(2000.0, Bound::Nearly, area(), "近2,000平方米", "近2,000平方米", "nearly 2,000 m²");
        check(2000.0, Bound::AtLeast, area(), "2,000余平方米", "2,000餘平方米", "over 2,000 m²");
        let square_km = || unit("平方公里", "km²", "km²");
        check(2.5, Bound::Exact, square_km(), "2.5平方公里", "2.5平方公里", "2.5 km²");
        check(2.5, Bound::AtLeast, square_km(), "超2.5平方公里", "超2.5平方公里", "over 2.5 km²");
        check(25.0, Bound::Exact, unit("元/月", "CNY/month", "CNY/month"), "25元/月", "25元/月", "25 CNY/month");
        check(3.0, Bound::Exact, unit("", "", ""), "3", "3", "3");
    }

    #[test]
    fn large_round_numbers_are_counted_in_wan_and_tables_keep_every_digit() {
        let check = |value: f64, bound: Bound, zh: &str, exact: &str, en: &str| {
            let money = unit("元", "CNY", "CNY");
            let chinese = in_words(value, bound, Least::More, &money, Locale::ZhHans);
            assert_eq!((chinese.text.as_str(), chinese.exact.as_str()), (zh, exact));
            assert_eq!(in_words(value, bound, Least::More, &money, Locale::En).text, en);
        };
        check(1e6, Bound::AtLeast, "100余万元", "1,000,000余元", "over 1 million CNY");
        check(20_000.0, Bound::AtLeast, "2万余元", "20,000余元", "over 20,000 CNY");
        check(120_000.0, Bound::About, "约12万元", "约120,000元", "about 120,000 CNY");
        check(3e8, Bound::Exact, "3亿元", "300,000,000元", "300 million CNY");
        check(26_500.0, Bound::Exact, "26,500元", "26,500元", "26,500 CNY");
    }

    #[test]
    fn the_word_of_a_lower_bound_is_that_of_the_source() {
        let check = |phrase: &str, zh: &str, en: &str| {
            let least = Least::of(phrase);
            let shown = |locale| in_words(80.0, Bound::AtLeast, least, &unit("%", "%", "%"), locale).text;
            assert_eq!((shown(Locale::ZhHans).as_str(), shown(Locale::En).as_str()), (zh, en), "{phrase}");
        };
        check("城市化率已超80%", "超80%", "over 80%");
        check("超过80%", "超80%", "over 80%");
        check("80%以上", "80%以上", "at least 80%");
        check("至少80%", "80%以上", "at least 80%");
        assert_eq!(Least::of("超市20余平方米"), Least::More);
        assert_eq!(Least::of("over 20"), Least::Above);
        assert_eq!(Least::of("≥20"), Least::From);
    }

    #[test]
    fn times_have_words_of_their_own() {
        let check = |value: f64, bound: Bound, unit: Unit, expected: &str| {
            assert_eq!(in_words(value, bound, Least::More, &unit, Locale::En).text, expected);
        };
        check(1.0, Bound::Exact, unit("次", "times", "time"), "once");
        check(2.0, Bound::Exact, unit("次/年", "times a year", "time a year"), "twice a year");
        check(3.0, Bound::Exact, unit("次", "times", "time"), "3 times");
        check(2.0, Bound::AtLeast, unit("次", "times", "time"), "over 2 times");
        check(1.0, Bound::Exact, unit("", "timetables", "timetable"), "1 timetable");
    }

    #[test]
    fn a_screen_reader_says_what_is_seen() {
        let check = |value: f64, bound: Bound, unit: Unit, zh: &str, en: &str| {
            assert_eq!(in_words(value, bound, Least::More, &unit, Locale::ZhHans).spoken, zh);
            assert_eq!(in_words(value, bound, Least::More, &unit, Locale::En).spoken, en);
        };
        check(2000.0, Bound::AtLeast, people(), "2000余人", "over 2,000 people");
        check(1e6, Bound::AtLeast, people(), "100余万人", "over 1 million people");
        check(2000.0, Bound::LessThan, unit("平方米", "m²", "m²"), "不到2000平方米", "under 2,000 square metres");
        check(80.0, Bound::AtLeast, unit("%", "%", "%"), "超80%", "over 80 percent");
        check(25.0, Bound::Exact, unit("元/月", "CNY/month", "CNY/month"), "25元/月", "25 CNY per month");
        check(3.0, Bound::Exact, unit("", "", ""), "3", "3");
    }

    #[test]
    fn plans_gaps_and_zero_never_look_alike() {
        let check = |value: Option<f64>, status: ObsStatus, bound: Bound, zh: &str, en: &str| {
            let dataset = Dataset { units: vec![people()], ..Dataset::default() };
            let observation = observation(value, status, bound);
            let shown = |locale| super::value(&dataset, &observation, locale, &lexicon());
            assert_eq!((shown(Locale::ZhHans).text.as_str(), shown(Locale::En).text.as_str()), (zh, en));
        };
        use Bound::*;
        use ObsStatus::*;
        check(Some(26000.0), Planned, AtLeast, "规划26,000余人", "planned: over 26,000 people");
        check(None, NotReported, Exact, "未报告", "not reported");
        check(Some(0.0), NotReported, Exact, "未报告", "not reported");
        check(None, NotApplicable, Exact, "不适用", "not applicable");
        check(Some(0.0), Reported, Exact, "0人", "0 people");
        check(None, Reported, Exact, "“1231”工作法", "“1231”工作法");
    }

    #[test]
    fn a_date_is_read_from_its_period() {
        let mut date = observation(None, ObsStatus::Reported, Bound::Exact);
        date.salience = Salience::Date;
        date.period = Period::parse("2017-09").unwrap();
        let shown = super::value(&Dataset::default(), &date, Locale::En, &lexicon());
        assert_eq!(shown.text, "Sep 2017");
    }

    #[test]
    fn marks_are_short_and_keep_the_bound() {
        let check = |value: f64, bound: Bound, zh: &str, en: &str| {
            assert_eq!(
                (mark(value, bound, Locale::ZhHans).as_str(), mark(value, bound, Locale::En).as_str()),
                (zh, en)
            );
        };
        check(5000.0, Bound::About, "≈5,000", "≈5,000");
        check(26000.0, Bound::AtLeast, "≥26,000", "≥26,000");
        check(2000.0, Bound::LessThan, "<2,000", "<2,000");
        check(2000.0, Bound::Nearly, "近2,000", "just under 2,000");
        check(0.0, Bound::Exact, "0", "0");
        assert_eq!(compact_mark(26000.0, Bound::AtLeast, Locale::ZhHant), "≥2.6萬");
    }
}
