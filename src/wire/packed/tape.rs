//! Numbers and words by column, for writing and reading in one order.

use crate::model::{Edge, PartialDate, Period, Text};
use std::mem;

/// What is done with what is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pass {
    /// All of it is put on the tape.
    #[default]
    Write,
    /// Numbers and the words of the overview are read.
    First,
    /// Late words and English are read into rows that the first pass made.
    Rest,
}

/// What is handed in is put on the tape, or replaced by what is on it.
///
/// Rows are visited one by one, and every field of a row has columns of its own: the next one for each call, from the first
/// again for the next row. So a field takes the same columns in every row, whatever it holds.
#[derive(Default)]
pub struct Tape {
    pass: Pass,
    /// Numbers, column by column; turned round for reading, so that the next one is the last.
    pub numbers: Vec<Vec<u32>>,
    /// Words, column by column; likewise.
    pub words: Vec<Vec<String>>,
    /// Words that the overview does not show.
    pub late: Vec<Vec<String>>,
    /// The English of texts.
    pub english: Vec<Vec<String>>,
    number_column: usize,
    word_column: usize,
    late_column: usize,
    english_column: usize,
    /// More was asked for than there is, or something that cannot be.
    damaged: bool,
}

/// What moves the point.
const POWERS: [f64; 4] = [1.0, 10.0, 100.0, 1000.0];

const NO_DATE: PartialDate = PartialDate { year: None, month: None, day: None };

impl Tape {
    /// A tape for the first pass.
    pub fn first(mut numbers: Vec<Vec<u32>>, words: Vec<Vec<String>>) -> Tape {
        numbers.iter_mut().for_each(|column| column.reverse());
        Tape { pass: Pass::First, numbers, words: turned(words), ..Tape::default() }
    }

    /// A tape for the rest.
    pub fn rest(late: Vec<Vec<String>>, english: Vec<Vec<String>>) -> Tape {
        Tape { pass: Pass::Rest, late: turned(late), english: turned(english), ..Tape::default() }
    }

    /// Whether all was read, and was what it should be.
    pub fn is_whole(&self) -> bool {
        let mut words = self.words.iter().chain(&self.late).chain(&self.english);
        !self.damaged && self.numbers.iter().all(Vec::is_empty) && words.all(Vec::is_empty)
    }

    /// A number.
    #[inline(never)]
    pub fn number(&mut self, number: &mut u32) {
        exchange(self.pass, Pass::First, &mut self.numbers, &mut self.number_column, number, &mut self.damaged);
    }

    /// A word of the overview.
    #[inline(never)]
    pub fn word(&mut self, word: &mut String) {
        exchange(self.pass, Pass::First, &mut self.words, &mut self.word_column, word, &mut self.damaged);
    }

    /// A word that comes with the rest.
    #[inline(never)]
    pub fn late(&mut self, word: &mut String) {
        exchange(self.pass, Pass::Rest, &mut self.late, &mut self.late_column, word, &mut self.damaged);
    }

    fn english(&mut self, word: &mut String) {
        exchange(self.pass, Pass::Rest, &mut self.english, &mut self.english_column, word, &mut self.damaged);
    }

    /// A text of the overview in both languages.
    #[inline(never)]
    pub fn text(&mut self, text: &mut Text) {
        self.word(&mut text.zh);
        self.english(&mut text.en);
    }

    /// A text that comes with the rest.
    #[inline(never)]
    pub fn late_text(&mut self, text: &mut Text) {
        self.late(&mut text.zh);
        self.english(&mut text.en);
    }

    /// A text that some rows of a table need for the overview, and others do not.
    pub fn text_when(&mut self, is_early: bool, text: &mut Text) {
        match is_early {
            true => {
                self.late_column += 1;
                self.text(text);
            }
            false => {
                self.word_column += 1;
                self.late_text(text);
            }
        }
    }

    /// A word that some rows of a table need for the overview, and others do not.
    #[inline(never)]
    pub fn word_when(&mut self, is_early: bool, word: &mut String) {
        match is_early {
            true => {
                self.late_column += 1;
                self.word(word);
            }
            false => {
                self.word_column += 1;
                self.late(word);
            }
        }
    }

    /// As many rows as there are. Rows inside rows come last in theirs, because none of them take no columns.
    pub fn rows<T>(&mut self, rows: &mut Vec<T>, blank: fn() -> T, each: fn(&mut Tape, &mut T)) {
        let count = self.count(rows.len());
        rows.resize_with(count, blank);
        let start = self.columns();
        let mut end = start;
        for row in rows {
            self.set_columns(start);
            each(self, row);
            end = std::array::from_fn(|at| end[at].max(self.columns()[at]));
        }
        self.set_columns(end);
    }

    fn columns(&self) -> [usize; 4] {
        [self.number_column, self.word_column, self.late_column, self.english_column]
    }

    fn set_columns(&mut self, columns: [usize; 4]) {
        [self.number_column, self.word_column, self.late_column, self.english_column] = columns;
    }

    /// How many things follow, at most as many as there is anything left.
    fn count(&mut self, count: usize) -> usize {
        let mut count = count as u32;
        self.number(&mut count);
        let count = count as usize;
        let left = || self.numbers.iter().map(Vec::len).sum::<usize>() + self.words.iter().map(Vec::len).sum::<usize>();
        let possible = self.pass != Pass::First || count <= left();
        self.damaged |= !possible;
        if possible { count } else { 0 }
    }

    /// Yes or no.
    pub fn flag(&mut self, flag: &mut bool) {
        let mut number = u32::from(*flag);
        self.number(&mut number);
        *flag = number == 1;
    }

    /// A value of a closed vocabulary, by its place in it.
    pub fn code<T: Copy + PartialEq>(&mut self, value: &mut T, all: &[T]) {
        let mut place = all.iter().position(|known| known == value).unwrap_or_default() as u32;
        self.number(&mut place);
        match all.get(place as usize) {
            Some(known) => *value = *known,
            None => self.damaged = true,
        }
    }

    /// Nothing is 0, anything else one more than it is.
    #[inline(never)]
    pub fn maybe(&mut self, number: Option<u32>) -> Option<u32> {
        let mut number = number.map_or(0, |number| number + 1);
        self.number(&mut number);
        number.checked_sub(1)
    }

    /// The row of another table, or none.
    pub fn maybe_id<T: Copy + From<u32> + Into<u32>>(&mut self, id: &mut Option<T>) {
        *id = self.maybe(id.map(Into::into)).map(T::from);
    }

    /// A word that may be missing, of the overview in some rows; whether it is missing, is known at first.
    #[inline(never)]
    pub fn maybe_when(&mut self, is_early: bool, word: &mut Option<String>) {
        let mut is_some = word.is_some();
        self.flag(&mut is_some);
        match is_some {
            true => self.word_when(is_early, word.get_or_insert_default()),
            false => {
                self.word_column += 1;
                self.late_column += 1;
            }
        }
    }

    /// A word that may be missing and comes with the rest; whether it is, is known at first.
    pub fn maybe_late(&mut self, word: &mut Option<String>) {
        self.maybe_when(false, word);
    }

    /// A word that comes with the rest and may be missing; whether it is, is not known before.
    #[inline(never)]
    pub fn late_optional(&mut self, word: &mut Option<String>) {
        let mut text = word.take().unwrap_or_default();
        self.late(&mut text);
        *word = if text.is_empty() { None } else { Some(text) };
    }

    /// Rows of another table.
    pub fn list<T: Copy + From<u32> + Into<u32>>(&mut self, list: &mut Vec<T>) {
        self.rows(
            list,
            || 0.into(),
            |tape, id| {
                let mut number = (*id).into();
                tape.number(&mut number);
                *id = number.into();
            },
        );
        self.number_column += usize::from(list.is_empty());
    }

    /// A number with at most three decimals as its digits and how many are behind the point; any other bit by bit.
    #[inline(never)]
    pub fn amount(&mut self, amount: &mut f64) {
        let digits = |power: &f64| {
            let digits = (*amount * power).round();
            (digits.to_bits() <= f64::from(u32::MAX).to_bits() && digits / power == *amount).then_some(digits as u32)
        };
        let decimals = POWERS.iter().position(|power| digits(power).is_some());
        let (mut decimals, mut number) =
            (decimals.unwrap_or(POWERS.len()) as u32, decimals.and_then(|at| digits(&POWERS[at])).unwrap_or_default());
        self.number(&mut decimals);
        if let Some(power) = POWERS.get(decimals as usize) {
            self.number(&mut number);
            self.number_column += 2;
            // Rounded once, as reading the number's own digits is.
            *amount = f64::from(number) / power;
            return;
        }
        self.number_column += 1;
        let bits = amount.to_bits();
        let (mut high, mut low) = ((bits >> 32) as u32, bits as u32);
        self.number(&mut high);
        self.number(&mut low);
        *amount = f64::from_bits(u64::from(high) << 32 | u64::from(low));
    }

    /// A number with decimals that may be missing.
    #[inline(never)]
    pub fn maybe_amount(&mut self, amount: &mut Option<f64>) {
        let mut is_some = amount.is_some();
        self.flag(&mut is_some);
        match is_some {
            true => self.amount(amount.get_or_insert_default()),
            false => self.number_column += 4,
        }
    }

    #[inline(never)]
    fn date(&mut self, date: &mut PartialDate) {
        let year = self.maybe(date.year.map(|year| u32::from(year as u16)));
        let month = self.maybe(date.month.map(u32::from));
        let day = self.maybe(date.day.map(u32::from));
        *date = PartialDate {
            year: year.map(|year| year as u16 as i16),
            month: month.map(|month| month as u8),
            day: day.map(|day| day as u8),
        };
    }

    /// A date that may be missing.
    #[inline(never)]
    pub fn maybe_date(&mut self, date: &mut Option<PartialDate>) {
        let mut is_some = date.is_some();
        self.flag(&mut is_some);
        match is_some {
            true => self.date(date.get_or_insert(NO_DATE)),
            false => self.number_column += 3,
        }
    }

    /// A period.
    #[inline(never)]
    pub fn period(&mut self, period: &mut Period) {
        // Which ends of a span have no date is part of its kind.
        let edge = |edge: &Edge| match edge {
            Edge::On(_) => 0,
            Edge::Unknown => 1,
            Edge::Open => 2,
        };
        let mut kind = match period {
            Period::Unstated => 0,
            Period::At(_) => 1,
            Period::OneOf(_) => 2,
            Period::Span(start, end) => 3 + edge(start) + 3 * edge(end),
        };
        self.number(&mut kind);
        let (mut from, mut to, mut years) = match mem::replace(period, Period::Unstated) {
            Period::Unstated => (None, None, Vec::new()),
            Period::At(date) => (Some(date), None, Vec::new()),
            Period::Span(from, to) => (from.date(), to.date(), Vec::new()),
            Period::OneOf(years) => (None, None, years.into_iter().map(|year| year as u16 as u32).collect()),
        };
        self.maybe_date(&mut from);
        self.maybe_date(&mut to);
        self.list(&mut years);
        let edge = |date: Option<PartialDate>, kind: u32| match (date, kind) {
            (Some(date), 0) => Edge::On(date),
            (_, 1) => Edge::Unknown,
            _ => Edge::Open,
        };
        *period = match kind.checked_sub(3) {
            Some(ends) => Period::Span(edge(from, ends % 3), edge(to, ends / 3)),
            None if kind == 0 => Period::Unstated,
            None if kind == 1 => Period::At(from.unwrap_or(NO_DATE)),
            None => Period::OneOf(years.into_iter().map(|year| year as u16 as i16).collect()),
        };
    }
}

fn turned(mut columns: Vec<Vec<String>>) -> Vec<Vec<String>> {
    columns.iter_mut().for_each(|column| column.reverse());
    columns
}

/// Puts a value at the end of a column, or, in the pass that it belongs to, takes the next one from it.
fn exchange<T: Clone>(
    pass: Pass,
    of: Pass,
    columns: &mut Vec<Vec<T>>,
    column: &mut usize,
    value: &mut T,
    damaged: &mut bool,
) {
    let at = *column;
    *column += 1;
    if pass == Pass::Write {
        if columns.len() <= at {
            columns.resize_with(at + 1, Vec::new);
        }
        columns[at].push(value.clone());
    } else if pass == of {
        match columns.get_mut(at).and_then(Vec::pop) {
            Some(known) => *value = known,
            None => *damaged = true,
        }
    }
}
