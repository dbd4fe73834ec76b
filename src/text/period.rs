//! Dates and periods in words.
//!
//! Owns: how a period says what is unknown about it. May use: `model` periods, [`Locale`]. Deliberately absent: sorting by
//! time, time axes. Needs no lexicon: the few words are written out in both scripts.

use super::Locale;
use crate::model::{Bases, Edge, PartialDate, Period, PeriodBasis, PeriodType};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date as far as it is known: 2017年9月, 3月26日, 5 Sep 2022.
pub fn date(date: PartialDate, locale: Locale) -> String {
    date_parts(date.year, date.month, date.day, locale)
}

/// A period with everything that is to be known about it: 2019年6月1日—2021年6月（起点为推断）.
pub fn words(period: &Period, kind: PeriodType, bases: Bases, locale: Locale) -> String {
    let mut out = base(period, kind, locale);
    let remark = remark(period, bases, locale);
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
        Period::Span(Edge::On(start), Edge::On(end)) if start.year == end.year => match start.year {
            Some(_) => [&*year(start), locale.choose("年", "年", "")].concat(),
            None => locale.choose("年份不详", "年份不詳", "year unknown").to_string(),
        },
        Period::Span(Edge::On(start), Edge::On(end)) => {
            [&*join(&year(start), &year(end), locale, ""), locale.choose("年", "年", "")].concat()
        }
        Period::Span(Edge::On(start), Edge::Open) => since(&to_month(start), locale),
        Period::Span(Edge::On(start), Edge::Unknown) => from(&to_month(start), locale),
        Period::Span(_, end) => {
            let mut out = locale.choose("至", "至", "to ").to_string();
            out.push_str(&end.date().as_ref().map_or_else(String::new, to_month));
            out
        }
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
                    _ => "",
                });
            }
            out
        }
        Period::Span(Edge::On(start), Edge::On(end)) => span(*start, *end, locale),
        Period::Span(Edge::On(start), Edge::Open) => since(&date(*start, locale), locale),
        Period::Span(Edge::On(start), Edge::Unknown) => from(&date(*start, locale), locale),
        Period::Span(start, end) => {
            let end = end.date().map_or_else(String::new, |end| date(end, locale));
            match start {
                Edge::Open => [locale.choose("至", "至", "to "), &end].concat(),
                _ => join(locale.choose("起点不详", "起點不詳", "start unknown"), &end, locale, " "),
            }
        }
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
fn remark(period: &Period, bases: Bases, locale: Locale) -> &'static str {
    if *period == Period::Unstated {
        return "";
    }
    let is_span = matches!(period, Period::Span(..));
    match bases {
        Bases { start: PeriodBasis::Inferred, end: PeriodBasis::Inferred } if is_span => match period {
            Period::Span(Edge::On(_), Edge::On(_)) => {
                locale.choose("起止为推断", "起止為推斷", "start and end inferred")
            }
            Period::Span(Edge::On(_), _) => locale.choose("起点为推断", "起點為推斷", "start inferred"),
            _ => locale.choose("终点为推断", "終點為推斷", "end inferred"),
        },
        Bases { start, end } if start == end || !is_span => whole(start, locale),
        Bases { start: PeriodBasis::Stated | PeriodBasis::Unstated, end } => match end {
            PeriodBasis::Inferred => locale.choose("终点为推断", "終點為推斷", "end inferred"),
            PeriodBasis::FromPublication => {
                locale.choose("终点取自发布日期", "終點取自發布日期", "to the publication date")
            }
            end => whole(end, locale),
        },
        Bases { start: PeriodBasis::Inferred, end: PeriodBasis::FromPublication } => locale.choose(
            "起点为推断，终点取自发布日期",
            "起點為推斷，終點取自發布日期",
            "start inferred, to the publication date",
        ),
        Bases { start: PeriodBasis::Inferred, .. } => locale.choose("起点为推断", "起點為推斷", "start inferred"),
        Bases { start: PeriodBasis::FromPublication, .. } => {
            locale.choose("起点取自发布日期", "起點取自發布日期", "start from the publication date")
        }
        Bases { start, .. } => whole(start, locale),
    }
}

/// What is doubtful where both ends rest on the same.
fn whole(basis: PeriodBasis, locale: Locale) -> &'static str {
    match basis {
        PeriodBasis::Stated | PeriodBasis::Unstated => "",
        PeriodBasis::Inferred => locale.choose("推断", "推斷", "inferred"),
        PeriodBasis::FromPublication => locale.choose("取自发布日期", "取自發布日期", "from the publication date"),
        PeriodBasis::AmbiguousYear => locale.choose("原文未写明", "原文未寫明", "the text leaves it open"),
        PeriodBasis::YearMissing => locale.choose("年份不详", "年份不詳", "year unknown"),
    }
}

/// From a date on, to an end that nobody says.
fn from(start: &str, locale: Locale) -> String {
    join(start, locale.choose("终点不详", "終點不詳", "end unknown"), locale, " ")
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
        fn both(text: &str, kind: PeriodType, bases: Bases, zh: &str, en: &str) {
            assert_eq!(words(&parse(text), kind, bases, Locale::ZhHans), zh, "{text}");
            assert_eq!(words(&parse(text), kind, bases, Locale::En), en, "{text}");
        }
        let check = |text: &str, kind: PeriodType, basis: PeriodBasis, zh: &str, en: &str| {
            both(text, kind, Bases::both(basis), zh, en);
        };
        let any = PeriodType::Cumulative;
        both(
            "2019-06-01/2021-06",
            any,
            Bases { start: Inferred, end: Stated },
            "2019年6月1日—2021年6月（起点为推断）",
            "1 Jun 2019 – Jun 2021 (start inferred)",
        );
        both(
            "2022-01-01/2022-08-09",
            PeriodType::YearToDate,
            Bases { start: Stated, end: FromPublication },
            "2022年1月1日—8月9日（终点取自发布日期）",
            "1 Jan – 9 Aug 2022 (to the publication date)",
        );
        check(
            "2020-12/2022-06",
            any,
            Inferred,
            "2020年12月—2022年6月（起止为推断）",
            "Dec 2020 – Jun 2022 (start and end inferred)",
        );
        check("XXXX-01-01/XXXX-03-26", any, YearMissing, "1月1日—3月26日（年份不详）", "1 Jan – 26 Mar (year unknown)");
        check("2020-12/..", any, Inferred, "2020年12月起（起点为推断）", "since Dec 2020 (start inferred)");
        both(
            "2019/",
            any,
            Bases { start: Inferred, end: Unstated },
            "2019年—终点不详（起点为推断）",
            "2019 – end unknown (start inferred)",
        );
        check("2020-01-01/2020-12-20", any, Stated, "2020年1月1日—12月20日", "1 Jan – 20 Dec 2020");
        check(
            "[2021,2022]",
            any,
            AmbiguousYear,
            "2021年或2022年（原文未写明）",
            "2021 or 2022 (the text leaves it open)",
        );
        check("XXXX-03-26", any, YearMissing, "3月26日（年份不详）", "26 Mar (year unknown)");
        check("", PeriodType::SnapshotUndated, Unstated, "时间未注明", "no date given");
        check("2017-09", PeriodType::Milestone, Stated, "2017年9月", "Sep 2017");
        check("/2021-06", any, Stated, "起点不详—2021年6月", "start unknown – Jun 2021");
        check("../2021-06", any, Stated, "至2021年6月", "to Jun 2021");
        check("2019/..", any, Stated, "2019年起", "since 2019");
        check("2019/2021", any, Stated, "2019年—2021年", "2019 – 2021");
        check("2021-06", any, Inferred, "2021年6月（推断）", "Jun 2021 (inferred)");
        both(
            "/2021-06",
            any,
            Bases { start: Unstated, end: Inferred },
            "起点不详—2021年6月（终点为推断）",
            "start unknown – Jun 2021 (end inferred)",
        );
        check(
            "2022-09-05",
            any,
            FromPublication,
            "2022年9月5日（取自发布日期）",
            "5 Sep 2022 (from the publication date)",
        );
        check("2020", PeriodType::CalendarYear, Stated, "2020年全年", "2020 (whole year)");
        check("2021", PeriodType::SnapshotDated, Stated, "2021年", "2021");
        check("2021/2021-06", any, Stated, "2021年—2021年6月", "2021 – Jun 2021");
    }

    #[test]
    fn traditional_words_are_traditional() {
        let check = |text: &str, start: PeriodBasis, end: PeriodBasis, expected: &str| {
            assert_eq!(words(&parse(text), PeriodType::Cumulative, Bases { start, end }, Locale::ZhHant), expected);
        };
        let (stated, unstated) = (PeriodBasis::Stated, PeriodBasis::Unstated);
        check("2019-06-01/2021-06", PeriodBasis::Inferred, stated, "2019年6月1日—2021年6月（起點為推斷）");
        check("", unstated, unstated, "時間未註明");
        check("/2021-06", unstated, stated, "起點不詳—2021年6月");
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
        check("XXXX-03-26", "年份不详", "year unknown");
        check("XXXX-01-01/XXXX-03-26", "年份不详", "year unknown");
        check("", "时间未注明", "no date");
        check("../2021-06", "至2021年6月", "to Jun 2021");
        check("/2021-06", "至2021年6月", "to Jun 2021");
        check("2019/", "2019年—终点不详", "2019 – end unknown");
        check("2019/..", "2019年起", "since 2019");
    }
}
