//! A figure in words, with its unit, its bound and its status.
//!
//! Owns: how a qualified number is written and read aloud. May use: `model`, [`super::number`], [`super::period`].
//! Deliberately absent: where it is shown.

use super::{Lexicon, Locale, number, period};
use crate::model::*;
use std::borrow::Cow;

/// A figure, written and read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What is seen, near to how the source words it: 26,000余人.
    pub text: String,
    /// What a screen reader says, with nothing left to guess: 至少26000人.
    pub spoken: String,
}

/// An observation with its unit, in words.
pub fn value(dataset: &Dataset, observation: &Observation, locale: Locale, lexicon: &Lexicon) -> Shown {
    if matches!(observation.status, ObsStatus::NotReported | ObsStatus::NotApplicable) {
        return same(status_word(observation.status, locale).to_string());
    }
    let Some(number) = observation.value else { return same(without_number(observation, locale)) };
    let unit = dataset.unit(observation.unit);
    let mut shown = quantity(number, observation.bound, unit, locale, lexicon);
    if observation.status == ObsStatus::Planned {
        shown.text.insert_str(0, locale.choose("规划 ", "規劃 ", "planned: "));
        shown.spoken.insert_str(0, locale.choose("规划：", "規劃：", "planned: "));
    }
    shown
}

/// A number with its bound and unit, in words; derived values use it too.
pub fn quantity(value: f64, bound: Bound, unit: &Unit, locale: Locale, lexicon: &Lexicon) -> Shown {
    let digits = number::exact(value);
    if locale.is_chinese() {
        let unit = lexicon.pick(locale, &unit.name.zh, "");
        let spoken_digits = number::ungrouped(value);
        let spoken = [bound_word(bound, locale), &spoken_digits, &unit].concat();
        // 余 stands between a whole number and a counted thing; everything else takes 以上 at the end.
        let whole = !digits.contains('.') && !is_symbol(&unit);
        let (after_number, after_unit) = match bound {
            Bound::AtLeast if whole => (locale.choose("余", "餘", ""), ""),
            Bound::AtLeast => ("", "以上"),
            _ => ("", ""),
        };
        let before = if bound == Bound::AtLeast { "" } else { bound_word(bound, locale) };
        return Shown { text: [before, &digits, after_number, &unit, after_unit].concat(), spoken };
    }
    let one = value == 1.0 && matches!(bound, Bound::Exact | Bound::About);
    let name = if one { &unit.singular_en } else { &unit.name.en };
    let gap = if name.is_empty() || name == "%" { "" } else { " " };
    let before = if bound == Bound::AtLeast { "" } else { bound_word(bound, locale) };
    let before_gap = if before.is_empty() { "" } else { " " };
    let text = match bound {
        Bound::AtLeast if is_symbol(name) => [&digits, gap, name, " or more"].concat(),
        Bound::AtLeast => [&digits, " or more", gap, name].concat(),
        _ => [before, before_gap, &digits, gap, name].concat(),
    };
    let (aloud, word) = (spoken_unit(name), bound_word(bound, locale));
    let gaps = (if word.is_empty() { "" } else { " " }, if aloud.is_empty() { "" } else { " " });
    Shown { text, spoken: [word, gaps.0, &digits, gaps.1, &aloud].concat() }
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
        return period::words(&observation.period, observation.period_type, observation.period_basis, locale);
    }
    let phrase = observation.locator_hans.as_deref().unwrap_or(&observation.locator);
    if phrase.contains(['“', '”']) { phrase.to_string() } else { ["“", phrase, "”"].concat() }
}

fn same(text: String) -> Shown {
    Shown { spoken: text.clone(), text }
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
        Unit { key: String::new(), name, singular_en: singular.into(), base: None, factor: 1.0 }
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
            period_basis: PeriodBasis::Unstated,
            source: SourceId(0),
            locator: "“1231”工作法".into(),
            locator_hans: None,
            reading: Reading::Digits,
            salience: Salience::Core,
            system: None,
            note: Text::default(),
        }
    }

    fn people() -> Unit {
        unit("人", "people", "person")
    }

    fn lexicon() -> Lexicon {
        Lexicon { hant: vec![('余', '余'), ('场', '場')], ..Lexicon::default() }
    }

    #[test]
    fn words_keep_the_bound_and_the_unit() {
        let check = |value: f64, bound: Bound, unit: Unit, zh: &str, hant: &str, en: &str| {
            let made: Vec<String> =
                Locale::ALL.iter().map(|locale| quantity(value, bound, &unit, *locale, &lexicon()).text).collect();
            assert_eq!(made, [zh, hant, en]);
        };
        check(5000.0, Bound::About, people(), "约5,000人", "約5,000人", "about 5,000 people");
        check(26000.0, Bound::AtLeast, people(), "26,000余人", "26,000餘人", "26,000 or more people");
        check(30.0, Bound::AtLeast, unit("场", "events", "event"), "30余场", "30餘場", "30 or more events");
        check(1.0, Bound::Exact, unit("人次", "person-times", "person-time"), "1人次", "1人次", "1 person-time");
        check(2.0, Bound::Exact, unit("人次", "person-times", "person-time"), "2人次", "2人次", "2 person-times");
        check(1.0, Bound::AtLeast, people(), "1余人", "1餘人", "1 or more people");
        check(0.0, Bound::Exact, people(), "0人", "0人", "0 people");
        check(28.0, Bound::Exact, unit("%", "%", "%"), "28%", "28%", "28%");
        check(80.0, Bound::AtLeast, unit("%", "%", "%"), "80%以上", "80%以上", "80% or more");
        check(12.0, Bound::LessThan, unit("%", "%", "%"), "不到12%", "不到12%", "under 12%");
        let area = || unit("平方米", "m²", "m²");
        check(2000.0, Bound::Nearly, area(), "近2,000平方米", "近2,000平方米", "nearly 2,000 m²");
        check(2000.0, Bound::AtLeast, area(), "2,000余平方米", "2,000餘平方米", "2,000 m² or more");
        let square_km = || unit("平方公里", "km²", "km²");
        check(2.5, Bound::Exact, square_km(), "2.5平方公里", "2.5平方公里", "2.5 km²");
        check(2.5, Bound::AtLeast, square_km(), "2.5平方公里以上", "2.5平方公里以上", "2.5 km² or more");
        check(25.0, Bound::Exact, unit("元/月", "CNY/month", "CNY/month"), "25元/月", "25元/月", "25 CNY/month");
        check(1e6, Bound::AtLeast, unit("元", "CNY", "CNY"), "1,000,000余元", "1,000,000餘元", "1,000,000 CNY or more");
        check(3.0, Bound::Exact, unit("", "", ""), "3", "3", "3");
    }

    #[test]
    fn a_screen_reader_leaves_nothing_to_guess() {
        let check = |value: f64, bound: Bound, unit: Unit, zh: &str, en: &str| {
            assert_eq!(quantity(value, bound, &unit, Locale::ZhHans, &lexicon()).spoken, zh);
            assert_eq!(quantity(value, bound, &unit, Locale::En, &lexicon()).spoken, en);
        };
        check(26000.0, Bound::AtLeast, people(), "至少26000人", "at least 26,000 people");
        check(2000.0, Bound::LessThan, unit("平方米", "m²", "m²"), "不到2000平方米", "under 2,000 square metres");
        check(80.0, Bound::AtLeast, unit("%", "%", "%"), "至少80%", "at least 80 percent");
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
        check(Some(26000.0), Planned, AtLeast, "规划 26,000余人", "planned: 26,000 or more people");
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
