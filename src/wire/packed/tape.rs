//! One order of words and numbers for writing and reading.

use crate::model::{CodeId, PartialDate, Period};
use std::mem;

/// Words and numbers in one order, written or read: what is handed in is put on the tape, or replaced by what is on it.
#[derive(Default)]
pub struct Tape {
    /// Whether it is read; else written.
    pub reads: bool,
    /// Every number.
    pub numbers: Vec<u32>,
    next_number: usize,
    /// Every word.
    pub words: Vec<String>,
    next_word: usize,
    /// More was asked for than there is, or something that cannot be.
    pub damaged: bool,
}

impl Tape {
    /// A tape to be read.
    pub fn of(numbers: Vec<u32>, words: Vec<String>) -> Tape {
        Tape { reads: true, numbers, words, ..Tape::default() }
    }

    /// Whether all was read, and was what it should be.
    pub fn is_whole(&self) -> bool {
        !self.damaged && self.next_number == self.numbers.len() && self.next_word == self.words.len()
    }

    /// A number.
    pub fn number(&mut self, number: &mut u32) {
        if !self.reads {
            return self.numbers.push(*number);
        }
        match self.numbers.get(self.next_number) {
            Some(known) => *number = *known,
            None => self.damaged = true,
        }
        self.next_number += 1;
    }

    /// A word.
    pub fn word(&mut self, word: &mut String) {
        if !self.reads {
            return self.words.push(mem::take(word));
        }
        match self.words.get_mut(self.next_word) {
            Some(known) => *word = mem::take(known),
            None => self.damaged = true,
        }
        self.next_word += 1;
    }

    /// A number of things, at most as many as there are numbers and words.
    pub fn count(&mut self, count: usize) -> usize {
        let mut count = count as u32;
        self.number(&mut count);
        let count = count as usize;
        let possible = !self.reads || count <= self.numbers.len() + self.words.len();
        self.damaged |= !possible;
        if possible { count } else { 0 }
    }

    /// As many rows as there are.
    pub fn rows<T>(&mut self, rows: &mut Vec<T>, blank: fn() -> T) {
        let count = self.count(rows.len());
        rows.resize_with(count, blank);
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
    pub fn maybe(&mut self, number: Option<u32>) -> Option<u32> {
        let mut number = number.map_or(0, |number| number + 1);
        self.number(&mut number);
        number.checked_sub(1)
    }

    /// A word that may be missing.
    pub fn maybe_word(&mut self, word: &mut Option<String>) {
        let mut is_some = word.is_some();
        self.flag(&mut is_some);
        if is_some {
            self.word(word.get_or_insert_default());
        }
    }

    /// A list of codes.
    pub fn list(&mut self, list: &mut Vec<CodeId>) {
        self.rows(list, || CodeId(0));
        list.iter_mut().for_each(|id| self.number(&mut id.0));
    }

    /// A number with decimals, bit by bit.
    pub fn amount(&mut self, amount: &mut f64) {
        let bits = amount.to_bits();
        let (mut high, mut low) = ((bits >> 32) as u32, bits as u32);
        self.number(&mut high);
        self.number(&mut low);
        *amount = f64::from_bits(u64::from(high) << 32 | u64::from(low));
    }

    /// A date.
    pub fn date(&mut self, date: &mut PartialDate) {
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
    pub fn maybe_date(&mut self, date: &mut Option<PartialDate>) {
        let mut is_some = date.is_some();
        self.flag(&mut is_some);
        if is_some {
            self.date(date.get_or_insert(NO_DATE));
        }
    }

    /// A period.
    pub fn period(&mut self, period: &mut Period) {
        let mut kind = match period {
            Period::Unstated => 0,
            Period::At(_) => 1,
            Period::Span(..) => 2,
            Period::OneOf(_) => 3,
        };
        self.number(&mut kind);
        if self.reads {
            *period = match kind {
                0 => Period::Unstated,
                1 => Period::At(NO_DATE),
                2 => Period::Span(None, None),
                _ => Period::OneOf(Vec::new()),
            };
        }
        match period {
            Period::Unstated => {}
            Period::At(date) => self.date(date),
            Period::Span(from, to) => {
                self.maybe_date(from);
                self.maybe_date(to);
            }
            Period::OneOf(years) => {
                self.rows(years, || 0);
                for year in years {
                    let mut number = u32::from(*year as u16);
                    self.number(&mut number);
                    *year = number as u16 as i16;
                }
            }
        }
    }
}

const NO_DATE: PartialDate = PartialDate { year: None, month: None, day: None };
