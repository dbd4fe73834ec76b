//! Rules about when things were said.
//!
//! Owns: that no date lies after who states it, and that a date read from an address stands there. May use: `model`, the rules.
//! Deliberately absent: a clock. What is later than the package's own last update has not happened for it.

use super::Notes;
use crate::diagnostics::rules::sense as rules;
use crate::model::*;
use crate::wire::schema::{OBSERVATIONS, SOURCES, SYSTEMS};
use crate::wire::tables::Rows;

/// How far ahead of the package a plan may reach, in years.
const PLANNED_AHEAD: i16 = 30;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    let updated = PartialDate::parse(&data.about.updated).ok().filter(|date| date.year.is_some());
    for (at, source) in data.sources.iter().enumerate() {
        let row = rows.sources.get(at).copied();
        for (column, date) in [
            ("published_stated", source.published_stated),
            ("published_from_url", source.published_from_url),
            ("repost_date", source.repost_date),
        ] {
            let Some((date, updated)) = date.zip(updated).filter(|(date, updated)| is_after(*date, *updated)) else {
                continue;
            };
            notes.add(&rules::AFTER_UPDATE, (SOURCES.file, row, column), &date.to_text(), updated.to_text());
        }
        if let Some((date, url)) = source.published_from_url.zip(source.url.as_deref()) {
            let url: String = url.chars().filter(char::is_ascii_digit).collect();
            if !written(date).iter().any(|digits| url.contains(digits)) {
                notes.add(&rules::URL_DATE, (SOURCES.file, row, "published_from_url"), &date.to_text(), ());
            }
        }
        let is_cut = source.title.as_deref().map(|title| title.ends_with("...") || title.ends_with('…'));
        if is_cut.unwrap_or(false) != source.title_truncated {
            let saw = source.title_truncated.to_string();
            notes.add(&rules::TITLE_CUT, (SOURCES.file, row, "title_truncated"), &saw, ());
        }
    }
    let latest = |source: SourceId| {
        let source = data.source(source);
        let published = source.published_stated.or(source.published_from_url);
        [published, source.repost_date, updated].into_iter().flatten().find(|date| date.year.is_some())
    };
    for (at, figure) in data.observations.iter().enumerate() {
        let place = (OBSERVATIONS.file, rows.observations.get(at).copied(), "period");
        let saw = figure.period.to_text();
        let said = latest(figure.source).zip(reached(&figure.period));
        // The day of the repost is later than the article, and stands with it.
        let is_repost = data.source(figure.source).repost_date.is_some_and(|date| figure.period == Period::At(date));
        if is_repost {
            continue;
        }
        if figure.status == ObsStatus::Planned || data.indicator(figure.indicator).kind == ValueKind::Plan {
            let last = updated.and_then(|date| date.year).map(|year| year + PLANNED_AHEAD);
            if let Some(last) = last.filter(|last| figure.period.years().iter().any(|year| year > last)) {
                notes.add(&rules::FAR_FUTURE, place, &saw, last);
            }
        } else if let Some((article, _)) = said.filter(|(article, date)| is_after(*date, *article)) {
            notes.add(&rules::AFTER_ARTICLE, place, &saw, article.to_text());
        }
    }
    for (at, system) in data.systems.iter().enumerate() {
        let said = latest(system.source).zip(reached(&system.since));
        if let Some((article, _)) = said.filter(|(article, date)| is_after(*date, *article)) {
            let place = (SYSTEMS.file, rows.systems.get(at).copied(), "since");
            notes.add(&rules::AFTER_ARTICLE, place, &system.since.to_text(), article.to_text());
        }
    }
}

/// A date's digits as addresses write them: 20210210, without the century (21/0210), without zeros (2021/2/10).
fn written(date: PartialDate) -> Vec<String> {
    let digits: String = date.to_text().chars().filter(char::is_ascii_digit).collect();
    let Some(month) = date.month else { return vec![digits] };
    let short = digits.chars().skip(2).collect();
    let [year, month, day] = [date.year.map(i32::from), Some(month.into()), date.day.map(i32::from)]
        .map(|number| number.map(|number| number.to_string()).unwrap_or_default());
    vec![digits, short, [year, month, day].concat()]
}

/// Whether all of a date lies after all of another; what has no year lies nowhere.
fn is_after(date: PartialDate, other: PartialDate) -> bool {
    date.range().zip(other.range()).is_some_and(|((first, _), (_, last))| first > last)
}

/// The latest date a period names.
fn reached(period: &Period) -> Option<PartialDate> {
    match period {
        Period::Unstated => None,
        Period::At(date) => Some(*date),
        Period::Span(start, end) => end.date().or(start.date()),
        // One of these years: the earliest may be it.
        Period::OneOf(years) => {
            years.iter().min().map(|year| PartialDate { year: Some(*year), month: None, day: None })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wholly_later_is_after() {
        let after = |date, other| is_after(PartialDate::parse(date).unwrap(), PartialDate::parse(other).unwrap());
        assert!(after("2021-03-06", "2021-03-05") && after("2022", "2021") && after("2021-04", "2021-03-31"));
        for (date, other) in
            [("2021-03-05", "2021-03-05"), ("2021", "2021-03-05"), ("2021-03", "2021-03-05"), ("XXXX-12-01", "2021")]
        {
            assert!(!after(date, other), "{date} {other}");
        }
    }

    #[test]
    fn a_period_reaches_to_its_last_date() {
        for (period, date) in [
            ("2021", "2021"),
            ("2019/2020-05", "2020-05"),
            ("2019/..", "2019"),
            ("/2018", "2018"),
            ("[2021,2022]", "2021"),
        ] {
            let reached = reached(&Period::parse(period).unwrap()).map(PartialDate::to_text);
            assert_eq!(reached.as_deref(), Some(date));
        }
        assert_eq!(reached(&Period::Unstated), None);
    }
}
