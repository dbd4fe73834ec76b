//! Dates and periods in words.
//!
//! Owns: how a period says what is unknown about it. May use: `model` periods, [`Locale`]. Deliberately absent: sorting by
//! time, time axes. Needs no lexicon: the few words are written out in both scripts.

use super::Locale;
use crate::model::{PartialDate, Period, PeriodBasis, PeriodType};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date as far as it is known: 2017年9月, 3月26日, 5 Sep 2022.
pub fn date(date: PartialDate, locale: Locale) -> String {
    date_parts(date.year, date.month, date.day, locale)
}

/// A period with everything that is to be known about it: 2019年6月1日—2021年6月（起点为推断）.
pub fn words(period: &Period, kind: PeriodType, basis: PeriodBasis, locale: Locale) -> String {
    let mut out = base(period, kind, locale);
    let remark = remark(period, basis, locale);
    if !remark.is_empty() {
        out.push_str(if locale.is_chinese() { "（" } else { " (" });
        out.push_str(remark);
        out.push_str(if locale.is_chinese() { "）" } else { ")" });
    }
    out
}

/// A period for labels: years where it spans years, the month where it is one; what is unknown stays said.
pub fn short(period: &Period, locale: Locale) -> String {
    let to_month = |known: &PartialDate| date_parts(known.year, known.month, None, locale);
    let year = |known: &PartialDate| known.year.map_or_else(String::new, |year| year.to_string());
    match period {
        Period::Unstated => locale.choose("时间未注明", "時間未註明", "no date").to_string(),
        Period::At(known) if known.year.is_none() => locale.choose("年份不详", "年份不詳", "year unknown").to_string(),
        Period::At(known) => to_month(known),
        Period::Span(Some(start), Some(end)) if start.year == end.year && start.year.is_some() => {
            [&*year(start), locale.choose("年", "年", "")].concat()
        }
        Period::Span(Some(start), Some(end)) => {
            [&*join(&year(start), &year(end), locale, ""), locale.choose("年", "年", "")].concat()
        }
        Period::Span(None, Some(end)) => {
            let mut out = locale.choose("至", "至", "to ").to_string();
            out.push_str(&to_month(end));
            out
        }
        Period::Span(start, None) => since(&start.as_ref().map_or_else(String::new, to_month), locale),
        Period::OneOf(years) => one_of(years, locale),
    }
}

fn one_of(years: &[i16], locale: Locale) -> String {
    let years: Vec<String> = years.iter().map(|year| date_parts(Some(*year), None, None, locale)).collect();
    years.join(locale.choose("或", "或", " or "))
}

/// The period without remarks.
fn base(period: &Period, kind: PeriodType, locale: Locale) -> String {
    match period {
        Period::Unstated => locale.choose("时间未注明", "時間未註明", "no date given").to_string(),
        Period::At(known) => {
            let mut out = date(*known, locale);
            if known.month.is_none() {
                out.push_str(match kind {
                    PeriodType::CalendarYear => locale.choose("全年", "全年", " (whole year)"),
                    PeriodType::YearToDate => locale.choose("年初至发布时", "年初至發布時", " to publication"),
                    _ => "",
                });
            }
            out
        }
        Period::Span(Some(start), Some(end)) => span(*start, *end, locale),
        Period::Span(None, Some(end)) => {
            join(locale.choose("起点不详", "起點不詳", "start unknown"), &date(*end, locale), locale, " ")
        }
        Period::Span(start, None) => since(&start.map_or_else(String::new, |start| date(start, locale)), locale),
        Period::OneOf(years) => one_of(years, locale),
    }
}

/// From one date to another; a year they share is said once.
fn span(start: PartialDate, end: PartialDate, locale: Locale) -> String {
    let (mut start, mut end) = (start, end);
    if start.year == end.year && start.month.is_some() && end.month.is_some() {
        if locale.is_chinese() { end.year = None } else { start.year = None }
    }
    join(&date(start, locale), &date(end, locale), locale, " ")
}

/// What is doubtful about a period, in a few words; empty where nothing is.
fn remark(period: &Period, basis: PeriodBasis, locale: Locale) -> &'static str {
    match (period, basis) {
        (Period::Unstated, _) | (_, PeriodBasis::Stated | PeriodBasis::Unstated) => "",
        (Period::Span(Some(_), _), PeriodBasis::Inferred) => {
            locale.choose("起点为推断", "起點為推斷", "start inferred")
        }
        (_, PeriodBasis::Inferred) => locale.choose("推断", "推斷", "inferred"),
        (_, PeriodBasis::FromPublication) => locale.choose("取自发布日期", "取自發布日期", "from the publication date"),
        (_, PeriodBasis::AmbiguousYear) => locale.choose("原文未写明", "原文未寫明", "the text leaves it open"),
        (_, PeriodBasis::YearMissing) => locale.choose("年份不详", "年份不詳", "year unknown"),
    }
}

fn since(start: &str, locale: Locale) -> String {
    let mut out = String::from(locale.choose("", "", "since "));
    out.push_str(start);
    out.push_str(locale.choose("起", "起", ""));
    out
}

fn join(start: &str, end: &str, locale: Locale, space: &str) -> String {
    if locale.is_chinese() { [start, "—", end].concat() } else { [start, space, "–", space, end].concat() }
}

fn date_parts(year: Option<i16>, month: Option<u8>, day: Option<u8>, locale: Locale) -> String {
    let mut out = String::new();
    if locale.is_chinese() {
        for (part, word) in [(year, "年"), (month.map(i16::from), "月"), (day.map(i16::from), "日")] {
            if let Some(part) = part {
                out.push_str(&part.to_string());
                out.push_str(word);
            }
        }
        return out;
    }
    let month = month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)).map(|name| (*name).to_string()));
    for part in [day.map(|day| day.to_string()), month, year.map(|year| year.to_string())].into_iter().flatten() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn a_period_says_what_is_unknown_about_it() {
        use PeriodBasis::*;
        let check = |text: &str, kind: PeriodType, basis: PeriodBasis, zh: &str, en: &str| {
            assert_eq!(words(&parse(text), kind, basis, Locale::ZhHans), zh, "{text}");
            assert_eq!(words(&parse(text), kind, basis, Locale::En), en, "{text}");
        };
        let any = PeriodType::Cumulative;
        check(
            "2019-06-01/2021-06",
            any,
            Inferred,
            "2019年6月1日—2021年6月（起点为推断）",
            "1 Jun 2019 – Jun 2021 (start inferred)",
        );
        check("2020-01-01/2020-12-20", any, Stated, "2020年1月1日—12月20日", "1 Jan – 20 Dec 2020");
        check(
            "[2021,2022]",
            any,
            AmbiguousYear,
            "2021年或2022年（原文未写明）",
            "2021 or 2022 (the text leaves it open)",
        );
        check("--03-26", any, YearMissing, "3月26日（年份不详）", "26 Mar (year unknown)");
        check("", PeriodType::SnapshotUndated, Unstated, "时间未注明", "no date given");
        check("2017-09", PeriodType::Milestone, Stated, "2017年9月", "Sep 2017");
        check("../2021-06", any, Stated, "起点不详—2021年6月", "start unknown – Jun 2021");
        check("2019/..", any, Stated, "2019年起", "since 2019");
        check("2019/2021", any, Stated, "2019年—2021年", "2019 – 2021");
        check("2021-06", any, Inferred, "2021年6月（推断）", "Jun 2021 (inferred)");
        check("../2021-06", any, Inferred, "起点不详—2021年6月（推断）", "start unknown – Jun 2021 (inferred)");
        check(
            "2022-09-05",
            any,
            FromPublication,
            "2022年9月5日（取自发布日期）",
            "5 Sep 2022 (from the publication date)",
        );
        check("2020", PeriodType::CalendarYear, Stated, "2020年全年", "2020 (whole year)");
        check("2021", PeriodType::YearToDate, Stated, "2021年年初至发布时", "2021 to publication");
        check("2021", PeriodType::SnapshotDated, Stated, "2021年", "2021");
        check("2021/2021-06", any, Stated, "2021年—2021年6月", "2021 – Jun 2021");
    }

    #[test]
    fn traditional_words_are_traditional() {
        let check = |text: &str, basis: PeriodBasis, expected: &str| {
            assert_eq!(words(&parse(text), PeriodType::Cumulative, basis, Locale::ZhHant), expected);
        };
        check("2019-06-01/2021-06", PeriodBasis::Inferred, "2019年6月1日—2021年6月（起點為推斷）");
        check("", PeriodBasis::Unstated, "時間未註明");
        check("../2021-06", PeriodBasis::Stated, "起點不詳—2021年6月");
    }

    #[test]
    fn labels_are_short_and_still_honest() {
        let check = |text: &str, zh: &str, en: &str| {
            assert_eq!(short(&parse(text), Locale::ZhHans), zh, "{text}");
            assert_eq!(short(&parse(text), Locale::En), en, "{text}");
        };
        check("2019-06-01/2021-06", "2019—2021年", "2019–2021");
        check("2020-01-01/2020-12-20", "2020年", "2020");
        check("2021-06-30", "2021年6月", "Jun 2021");
        check("2021", "2021年", "2021");
        check("[2021,2022]", "2021年或2022年", "2021 or 2022");
        check("--03-26", "年份不详", "year unknown");
        check("", "时间未注明", "no date");
        check("../2021-06", "至2021年6月", "to Jun 2021");
        check("2019/..", "2019年起", "since 2019");
    }
}
