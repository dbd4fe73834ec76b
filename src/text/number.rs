//! Numbers as people read them.
//!
//! Owns: grouping, rounding (halves away from zero), the units 万 and 亿 / million and billion. May use: [`Locale`].
//! Deliberately absent: units of measure, bounds and status (see [`super::value`]), Chinese numerals.

use super::Locale;

/// A finite number in the digits people would write, so that rounding sees 2.675 and not what is nearest to it in binary.
struct Decimal {
    negative: bool,
    /// Digits from the first that is not zero; empty for zero.
    digits: Vec<u8>,
    /// How many of the digits stand before the point; may be negative or larger than their number.
    point: i32,
}

impl Decimal {
    fn new(value: f64) -> Decimal {
        let (whole, decimals) = Decimal::parts(value.abs());
        let mut digits: Vec<u8> = whole.to_string().bytes().map(|digit| digit - b'0').collect();
        let point = digits.len() as i32 - decimals;
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Decimal { negative: value < 0.0, digits, point }
    }

    /// A whole number and how many of its digits stand behind the point.
    ///
    /// The fewest decimals that mean this number and no other: a whole number below 2^53 and a power of ten up to 10^22 are
    /// exact, so their quotient is the number nearest to the decimal they write. Numbers with more digits than that give
    /// their first fifteen. (The standard library knows this too, with 12 kB of code.)
    fn parts(value: f64) -> (u64, i32) {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        for decimals in 0..=22 {
            let power = 10f64.powi(decimals);
            let whole = (value * power).round();
            if whole > EXACT {
                break;
            }
            if whole / power == value {
                return (whole as u64, decimals);
            }
        }
        let first = value.log10().floor();
        ((value / 10f64.powi(first as i32) * 1e14).round() as u64, 14 - first as i32)
    }

    /// Keeps so many digits counted from the first one.
    fn keep(&mut self, count: i32) {
        let count = usize::try_from(count).unwrap_or_default();
        let Some(next) = self.digits.get(count).copied() else { return };
        self.digits.truncate(count);
        if next >= 5 {
            while self.digits.last() == Some(&9) {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.digits.push(1);
                    self.point += 1;
                }
            }
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
    }

    /// Keeps so many decimals; of a number smaller than what they can show, two digits, because it is not zero.
    fn keep_decimals(&mut self, decimals: i32) {
        if self.point <= -decimals { self.keep(2) } else { self.keep(self.point + decimals) }
    }

    /// Writes it divided by a power of ten.
    fn write(&self, shift: i32, grouped: bool) -> String {
        let mut out = String::new();
        if self.digits.is_empty() {
            return "0".to_string();
        }
        if self.negative {
            out.push('-');
        }
        let point = self.point - shift;
        let digit = |at: i32| {
            let known = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
            char::from(b'0' + known.copied().unwrap_or_default())
        };
        if point <= 0 {
            out.push('0');
        }
        for at in 0..point {
            if grouped && at > 0 && (point - at) % 3 == 0 {
                out.push(',');
            }
            out.push(digit(at));
        }
        let end = self.digits.len() as i32;
        if end > point {
            out.push('.');
            for at in point..end {
                out.push(digit(at));
            }
        }
        out
    }
}

/// What stands for a number that is none.
const NO_NUMBER: &str = "?";

/// A number with all its digits: groups of three, at most two decimals (of a number below 0.01, its first two digits).
pub fn exact(value: f64) -> String {
    plain(value, true)
}

/// The same without groups, for screen readers that stumble over commas in Chinese.
pub fn ungrouped(value: f64) -> String {
    plain(value, false)
}

fn plain(value: f64, grouped: bool) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_string();
    }
    let mut decimal = Decimal::new(value);
    decimal.keep_decimals(2);
    decimal.write(0, grouped)
}

/// The unit a number of so many digits before the point is given in: power of ten, and its word.
fn magnitude(point: i32, locale: Locale) -> (i32, &'static str) {
    match locale {
        Locale::En if point > 9 => (9, " billion"),
        Locale::En if point > 6 => (6, " million"),
        Locale::ZhHans | Locale::ZhHant if point > 8 => (8, locale.choose("亿", "億", "")),
        Locale::ZhHans | Locale::ZhHant if point > 4 => (4, locale.choose("万", "萬", "")),
        _ => (0, ""),
    }
}

/// A number for labels and headlines: from 10,000 up three digits count, with 万 or 亿 (million or billion).
pub fn compact(value: f64, locale: Locale) -> String {
    if !value.is_finite() || value.abs() < 10_000.0 {
        return exact(value);
    }
    let mut decimal = Decimal::new(value);
    decimal.keep(3);
    let (power, word) = magnitude(decimal.point, locale);
    let mut out = decimal.write(power, true);
    out.push_str(word);
    out
}

/// A large round number in 万 or 亿 (million or billion), its digits and the word, where nothing is lost by it; none else.
pub fn round(value: f64, locale: Locale) -> Option<(String, &'static str)> {
    if !value.is_finite() {
        return None;
    }
    let decimal = Decimal::new(value);
    let (power, word) = magnitude(decimal.point, locale);
    let decimals = (decimal.digits.len() as i32 - (decimal.point - power)).max(0);
    let most = if locale.is_chinese() && power == 4 { 0 } else { 2 };
    (power > 0 && decimals <= most).then(|| (decimal.write(power, true), word))
}

/// The one unit of a whole axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AxisScale {
    /// The unit as a power of ten.
    pub power: i32,
    /// Its word for the axis title, e.g. `万` or `million`; empty where numbers stand as they are.
    pub unit: &'static str,
}

/// The unit for an axis that reaches up to (or down to) a number.
pub fn axis_scale(max: f64, locale: Locale) -> AxisScale {
    let point = if max.is_finite() { Decimal::new(max).point } else { 0 };
    let (power, word) = magnitude(point, locale);
    AxisScale { power, unit: word.trim_start() }
}

impl AxisScale {
    /// How many ones the unit has.
    pub fn factor(self) -> f64 {
        10f64.powi(self.power)
    }

    /// A number in that unit, without the unit.
    pub fn label(self, value: f64) -> String {
        if !value.is_finite() {
            return NO_NUMBER.to_string();
        }
        let mut decimal = Decimal::new(value);
        decimal.point -= self.power;
        decimal.keep_decimals(2);
        decimal.write(0, true)
    }
}

/// A part of a whole (0.282) in percent with at most one decimal (28.2%).
pub fn percent(fraction: f64) -> String {
    if !fraction.is_finite() {
        return NO_NUMBER.to_string();
    }
    let mut decimal = Decimal::new(fraction);
    decimal.point += 2;
    decimal.keep_decimals(1);
    let mut out = decimal.write(0, true);
    out.push('%');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_shortest_decimal() {
        use proptest::prelude::*;
        let shortest = |value: f64| {
            let text = format!("{value:e}");
            let (digits, exponent) = text.split_once('e').unwrap();
            let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
            (digits.trim_end_matches('0').to_string(), exponent.parse::<i32>().unwrap() + 1)
        };
        let ours = |value: f64| {
            let decimal = Decimal::new(value);
            (decimal.digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>(), decimal.point)
        };
        for value in [0.0, 1.0, 2.675, 1.0 / 3.0, 1e-7, 1e15, 123_456_789_012_345.6] {
            assert_eq!(ours(value), shortest(value), "{value}");
        }
        proptest!(|(whole in 0u64..1_000_000_000_000_000, decimals in 0i32..12)| {
            let value = whole as f64 / 10f64.powi(decimals);
            prop_assert_eq!(ours(value), shortest(value), "{}", value);
        });
        // More digits than a decimal holds: fifteen of them.
        assert_eq!(exact(0.1 + 0.2), "0.3");
        assert_eq!(Decimal::new(f64::MAX).point, 309);
        assert_eq!(Decimal::new(f64::MIN_POSITIVE).point, -307);
    }

    #[test]
    fn every_digit_in_groups_and_no_trailing_zeros() {
        let check = |value: f64, expected: &str| assert_eq!(exact(value), expected, "{value}");
        check(0.0, "0");
        check(-0.0, "0");
        check(7.0, "7");
        check(100.0, "100");
        check(1800.0, "1,800");
        check(26000.0, "26,000");
        check(1_000_000.0, "1,000,000");
        check(1_234_567.5, "1,234,567.5");
        check(-4195.0, "-4,195");
        check(2.5, "2.5");
        check(634.55, "634.55");
        check(95.333_333, "95.33");
        check(2.675, "2.68");
        check(-2.675, "-2.68");
        check(0.125, "0.13");
        check(0.1 + 0.2, "0.3");
        check(999.999, "1,000");
        check(0.05, "0.05");
        check(0.0046, "0.0046");
        check(-0.000_123_4, "-0.00012");
        check(0.00999, "0.01");
        check(1e21, "1,000,000,000,000,000,000,000");
        check(f64::NAN, "?");
        check(f64::NEG_INFINITY, "?");
        assert_eq!(ungrouped(26000.0), "26000");
    }

    #[test]
    fn one_number_has_the_same_digits_in_every_language() {
        let check = |value: f64, hans: &str, hant: &str, en: &str| {
            let made = Locale::ALL.iter().map(|locale| compact(value, *locale)).collect::<Vec<_>>();
            assert_eq!(made, [hans, hant, en], "{value}");
        };
        check(0.0, "0", "0", "0");
        check(9999.0, "9,999", "9,999", "9,999");
        check(9999.5, "9,999.5", "9,999.5", "9,999.5");
        check(10_000.0, "1万", "1萬", "10,000");
        check(26_000.0, "2.6万", "2.6萬", "26,000");
        check(123_456.0, "12.3万", "12.3萬", "123,000");
        check(99_960.0, "10万", "10萬", "100,000");
        check(1_000_000.0, "100万", "100萬", "1 million");
        check(1_200_000.0, "120万", "120萬", "1.2 million");
        check(1_234_567.0, "123万", "123萬", "1.23 million");
        check(12_350_000.0, "1,240万", "1,240萬", "12.4 million");
        check(99_999_999.0, "1亿", "1億", "100 million");
        check(345_000_000.0, "3.45亿", "3.45億", "345 million");
        check(-12_350.0, "-1.24万", "-1.24萬", "-12,400");
        check(1_411_780_000.0, "14.1亿", "14.1億", "1.41 billion");
    }

    #[test]
    fn only_round_numbers_change_their_unit() {
        let check = |value: f64, locale: Locale, expected: Option<&str>| {
            let made = round(value, locale).map(|(digits, word)| [&digits, word].concat());
            assert_eq!(made.as_deref(), expected, "{value}");
        };
        check(1e6, Locale::ZhHans, Some("100万"));
        check(1e6, Locale::ZhHant, Some("100萬"));
        check(1e6, Locale::En, Some("1 million"));
        check(1_230_000.0, Locale::En, Some("1.23 million"));
        check(1_234_000.0, Locale::En, None);
        check(345_000_000.0, Locale::ZhHans, Some("3.45亿"));
        check(12_340_000.0, Locale::ZhHans, Some("1,234万"));
        check(26_000.0, Locale::ZhHans, None);
        check(26_000.0, Locale::En, None);
        check(9_000.0, Locale::ZhHans, None);
        check(f64::NAN, Locale::ZhHans, None);
    }

    #[test]
    fn an_axis_has_one_unit() {
        let check = |max: f64, locale: Locale, value: f64, expected: (&str, &str)| {
            let scale = axis_scale(max, locale);
            assert_eq!((scale.label(value).as_str(), scale.unit), expected, "{max} {value}");
        };
        check(5000.0, Locale::ZhHans, 500.0, ("500", ""));
        check(26_000.0, Locale::ZhHans, 5_000.0, ("0.5", "万"));
        check(26_000.0, Locale::ZhHant, 0.0, ("0", "萬"));
        check(26_000.0, Locale::En, 5_000.0, ("5,000", ""));
        check(2e6, Locale::En, 500_000.0, ("0.5", "million"));
        check(-3e8, Locale::ZhHans, -1e8, ("-1", "亿"));
        check(0.0, Locale::En, 0.0, ("0", ""));
        assert_eq!(axis_scale(2e6, Locale::ZhHans).factor(), 10_000.0);
    }

    #[test]
    fn shares_keep_one_decimal() {
        let check = |fraction: f64, expected: &str| assert_eq!(percent(fraction), expected, "{fraction}");
        check(77.0 / 273.0, "28.2%");
        check(0.75, "75%");
        check(0.0, "0%");
        check(-0.0001, "-0.01%");
        check(0.9996, "100%");
        check(0.0125, "1.3%");
        check(12.0, "1,200%");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_written_as_minus_zero(value in proptest::num::f64::ANY) {
            for text in [exact(value), percent(value), compact(value, Locale::ZhHans), compact(value, Locale::En)] {
                proptest::prop_assert!(!text.starts_with("-0") || text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)));
            }
        }

        #[test]
        fn whole_numbers_can_be_read_back(value in -9_007_199_254_740_991i64..9_007_199_254_740_991) {
            proptest::prop_assert_eq!(exact(value as f64).replace(',', ""), value.to_string());
        }
    }
}
