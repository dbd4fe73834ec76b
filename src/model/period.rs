//! Periods with what is unknown kept unknown.

/// A calendar date known to the year, the month or the day, or to the day without its year.
///
/// Written in EDTF (ISO 8601-2): `2021`, `2021-06`, `2019-06-01`; a day without its year is `XXXX-03-26`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// `None` where the source gives no year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

/// The time a figure speaks of.
///
/// Text forms, those of EDTF: empty (unstated) · `2021-06` · `2019-06-01/2021-06` · `/2021-06` (start unknown) · `../2021-06`
/// (no start) · `2019/..` (it goes on) · `2019/` (end unknown) · `[2021,2022]` (one of these years).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Period {
    /// Nothing is said about time.
    Unstated,
    /// One date, of any precision.
    At(PartialDate),
    /// From one end to the other; at least one of them has a date.
    Span(Edge, Edge),
    /// One of several years; the text does not decide.
    OneOf(Vec<i16>),
}

/// An end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// A date.
    On(PartialDate),
    /// There is one, and nobody says which.
    Unknown,
    /// There is none: it goes on, or it always was.
    Open,
}

impl Edge {
    /// Its date, where there is one.
    pub const fn date(self) -> Option<PartialDate> {
        match self {
            Edge::On(date) => Some(date),
            Edge::Unknown | Edge::Open => None,
        }
    }

    fn parse(text: &str) -> Result<Edge, PeriodError> {
        match text {
            "" => Ok(Edge::Unknown),
            ".." => Ok(Edge::Open),
            date => PartialDate::parse(date).map(Edge::On),
        }
    }

    fn to_text(self) -> String {
        match self {
            Edge::On(date) => date.to_text(),
            Edge::Unknown => String::new(),
            Edge::Open => "..".to_string(),
        }
    }
}

/// A day as (year, month, day).
pub type Day = (i16, u8, u8);

/// Why a date or period could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// Not one of the forms of [`Period`].
    Form,
    /// A month outside 1 to 12 or a day the month does not have.
    NoSuchDay,
    /// The end lies before the start.
    Backwards,
}

impl PartialDate {
    /// Reads one date.
    ///
    /// ```
    /// use linpu::model::PartialDate;
    /// assert_eq!(PartialDate::parse("2021-06").unwrap().to_text(), "2021-06");
    /// assert_eq!(PartialDate::parse("XXXX-03-26").unwrap().year, None);
    /// assert!(PartialDate::parse("20xx").is_err());
    /// assert!(PartialDate::parse("2021-02-30").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<PartialDate, PeriodError> {
        fn number(text: &str, digits: usize) -> Result<u16, PeriodError> {
            if text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()) {
                text.parse().map_err(|_| PeriodError::Form)
            } else {
                Err(PeriodError::Form)
            }
        }
        let (year, rest) = match text.strip_prefix("XXXX-") {
            Some(rest) => (None, Some(rest)),
            None => {
                let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
                (Some(number(year, 4)? as i16), rest)
            }
        };
        let (month, day) = match rest {
            None => (None, None),
            Some(rest) => {
                let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
                (Some(number(month, 2)? as u8), day.map(|day| number(day, 2)).transpose()?.map(|day| day as u8))
            }
        };
        let date = PartialDate { year, month, day };
        let known = month.is_none_or(|month| {
            (1..=12).contains(&month) && day.is_none_or(|day| (1..=days_in_month(year, month)).contains(&day))
        });
        if year.is_none() && day.is_none() {
            return Err(PeriodError::Form);
        }
        if known { Ok(date) } else { Err(PeriodError::NoSuchDay) }
    }

    /// The text form, as in the tables.
    pub fn to_text(self) -> String {
        let mut text = match self.year {
            Some(year) => format!("{year:04}"),
            None => "XXXX".to_string(),
        };
        for part in [self.month, self.day].into_iter().flatten() {
            text.push_str(&format!("-{part:02}"));
        }
        text
    }

    /// The first and last day this date may be, as (year, month, day); `None` without a year.
    pub fn range(self) -> Option<(Day, Day)> {
        let year = self.year?;
        let (first_month, last_month) = self.month.map_or((1, 12), |month| (month, month));
        let (first_day, last_day) = self.day.map_or((1, days_in_month(Some(year), last_month)), |day| (day, day));
        Some(((year, first_month, first_day), (year, last_month, last_day)))
    }
}

impl Period {
    /// Reads a period in one of the forms above.
    ///
    /// ```
    /// use linpu::model::Period;
    /// for text in ["", "2021", "2019-06-01/2021-06", "/2021-06", "../2021-06", "2019/..", "2019/", "[2021,2022]", "XXXX-03-26"] {
    ///     assert_eq!(Period::parse(text).unwrap().to_text(), text);
    /// }
    /// assert!(Period::parse("2021/2019").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        if text.is_empty() {
            return Ok(Period::Unstated);
        }
        if let Some(years) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let years: Result<Vec<i16>, _> =
                years.split(',').map(|year| PartialDate::parse(year)?.year.ok_or(PeriodError::Form)).collect();
            let years = years?;
            return if years.len() >= 2 { Ok(Period::OneOf(years)) } else { Err(PeriodError::Form) };
        }
        let Some((start, end)) = text.split_once('/') else { return PartialDate::parse(text).map(Period::At) };
        let (start, end) = (Edge::parse(start)?, Edge::parse(end)?);
        let (from, to) = (start.date(), end.date());
        if from.is_none() && to.is_none() {
            return Err(PeriodError::Form);
        }
        if let (Some((first, _)), Some((_, last))) =
            (from.and_then(PartialDate::range), to.and_then(PartialDate::range))
            && last < first
        {
            return Err(PeriodError::Backwards);
        }
        Ok(Period::Span(start, end))
    }

    /// The text form, as in the tables.
    pub fn to_text(&self) -> String {
        match self {
            Period::Unstated => String::new(),
            Period::At(date) => date.to_text(),
            Period::Span(start, end) => [start.to_text(), end.to_text()].join("/"),
            Period::OneOf(years) => {
                let years: Vec<String> = years.iter().map(|year| format!("{year:04}")).collect();
                format!("[{}]", years.join(","))
            }
        }
    }

    /// Every year the period touches for certain or may touch, ascending; empty where no year is known.
    pub fn years(&self) -> Vec<i16> {
        match self {
            Period::Unstated => Vec::new(),
            Period::At(date) => date.year.into_iter().collect(),
            Period::Span(start, end) => {
                let year = |edge: &Edge| edge.date().and_then(|date| date.year);
                match (year(start), year(end)) {
                    (Some(start), Some(end)) => (start..=end).collect(),
                    (start, end) => start.or(end).into_iter().collect(),
                }
            }
            Period::OneOf(years) => years.clone(),
        }
    }
}

/// The number of days of a month in the Gregorian calendar; February has 29 where the year is unknown.
pub const fn days_in_month(year: Option<i16>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(year) if year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) => 28,
            _ => 29,
        },
        _ => 31,
    }
}
