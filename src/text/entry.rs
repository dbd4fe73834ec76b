//! Numbers as people type them: `约300`, `1.2万余`, `不到2,000人`.
//!
//! Owns: reading one typed number with its qualifier. May use: `model::Bound`. Deliberately absent: guessing; what is not
//! understood whole is refused.

use crate::model::Bound;

/// Words before a number, and what they make of it.
const BEFORE: [(&str, Bound); 16] = [
    ("大约", Bound::About),
    ("约", Bound::About),
    ("≈", Bound::About),
    ("about", Bound::About),
    ("接近", Bound::Nearly),
    ("近", Bound::Nearly),
    ("nearly", Bound::Nearly),
    ("不到", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("under", Bound::LessThan),
    ("<", Bound::LessThan),
    ("至少", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("超", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("over", Bound::AtLeast),
];
/// Words after it.
const AFTER: [(&str, Bound); 5] = [
    ("左右", Bound::About),
    ("以上", Bound::AtLeast),
    ("余", Bound::AtLeast),
    ("多", Bound::AtLeast),
    ("+", Bound::AtLeast),
];
/// No count of anything in a community is larger, and floats count exactly up to here.
const GREATEST: f64 = 1e15;

/// Reads a number with its qualifier; the unit may stand behind it. `None` where any of it is not understood, where it is
/// negative, or where two qualifiers contradict each other.
///
/// ```
/// use linpu::model::Bound;
/// use linpu::text::entry::read;
/// assert_eq!(read("约3,000人", &["人"]), Some((3000.0, Bound::About)));
/// assert_eq!(read("１.２万余", &[]), Some((12_000.0, Bound::AtLeast)));
/// assert_eq!(read("不到2000余", &[]), None);
/// assert_eq!(read("-5", &[]), None);
/// ```
pub fn read(typed: &str, units: &[&str]) -> Option<(f64, Bound)> {
    let plain: String = typed.chars().filter(|char| !char.is_whitespace()).map(half_width).collect();
    let plain = plain.replace(',', "").to_lowercase();
    let mut rest = plain.as_str();
    let mut bounds = Vec::new();
    if let Some((word, bound)) = BEFORE.iter().find(|(word, _)| rest.starts_with(word)) {
        rest = &rest[word.len()..];
        bounds.push(*bound);
    }
    let mut factor = 1.0;
    // From the end: 以上, the unit, 余, 万, and 余 once more, for both 2余万 and 2万余 are said.
    for _ in 0..4 {
        if let Some((word, bound)) = AFTER.iter().find(|(word, _)| rest.ends_with(word)) {
            rest = &rest[..rest.len() - word.len()];
            bounds.push(*bound);
        } else if let Some(unit) = units.iter().find(|unit| !unit.is_empty() && rest.ends_with(**unit)) {
            rest = &rest[..rest.len() - unit.len()];
        } else if let Some((head, by)) =
            [("千", 1e3), ("万", 1e4), ("亿", 1e8)].iter().find_map(|(word, by)| Some((rest.strip_suffix(word)?, *by)))
        {
            rest = head;
            factor *= by;
        }
    }
    let has_digits_only = rest.starts_with(|char: char| char.is_ascii_digit())
        && rest.chars().all(|char| char.is_ascii_digit() || char == '.');
    let value = rest.parse::<f64>().ok().filter(|_| has_digits_only)? * factor;
    bounds.dedup();
    let bound = match bounds[..] {
        [] => Bound::Exact,
        [bound] => bound,
        _ => return None,
    };
    (value <= GREATEST).then_some((value, bound))
}

/// Digits and signs of full width as their narrow twins.
fn half_width(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '、' => ',',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, value, bound) in [
            ("0", 0.0, Bound::Exact),
            ("3 862 人", 3862.0, Bound::Exact),
            ("３，８６２", 3862.0, Bound::Exact),
            ("20余", 20.0, Bound::AtLeast),
            ("2余万人", 20_000.0, Bound::AtLeast),
            ("2万余人", 20_000.0, Bound::AtLeast),
            ("2万人以上", 20_000.0, Bound::AtLeast),
            ("近100", 100.0, Bound::Nearly),
            ("不足 12", 12.0, Bound::LessThan),
            ("about 5000", 5000.0, Bound::About),
            ("5000左右", 5000.0, Bound::About),
            ("约5000左右", 5000.0, Bound::About),
            ("100+", 100.0, Bound::AtLeast),
            ("1.5亿", 150_000_000.0, Bound::Exact),
        ] {
            assert_eq!(read(typed, &["人"]), Some((value, bound)), "{typed}");
        }
    }

    #[test]
    fn refuses_what_it_does_not_understand_whole() {
        for typed in [
            "",
            "人",
            "三百",
            "12-15",
            "1.2.3",
            "-5",
            "约",
            "约近5",
            "5户",
            "1e9",
            "∞",
            "NaN",
            ".",
            "99999999999999999",
        ] {
            assert_eq!(read(typed, &["人"]), None, "{typed}");
        }
    }
}
