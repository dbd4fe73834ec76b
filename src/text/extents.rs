//! How wide a text is, without a browser.
//!
//! Owns: one table of advance widths, and line breaking and cutting by it. Full-width characters are 1 em; ASCII is the
//! wider of a common Latin sans and the Latin of a common Chinese sans, so that a layout made here has room in both.
//! May use: `std`. Deliberately absent: fonts, the browser, kerning.

/// Advance widths of U+0020 to U+007E in thousandths of an em.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833, 723, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 556, 325, 564,
    607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
];

/// Width of one character in thousandths of an em. Where fonts disagree (≥, ·, curly quotes) it is the wide reading.
fn advance(character: char) -> u32 {
    match character as u32 {
        code @ 0x20..=0x7E => u32::from(ASCII[code as usize - 0x20]),
        0..=0x1F | 0x7F..=0x9F | 0x300..=0x36F | 0x200B..=0x200F | 0x2060 | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0xB1 | 0xB7 | 0xD7 | 0xF7 => 1000,
        0xA0 => 278,
        0xA1..=0x2FF => 620,
        0x370..=0x10FF => 720,
        0x2002..=0x200A => 500,
        0x2010..=0x2013 => 560,
        0xFF61..=0xFFDC => 500,
        _ => 1000,
    }
}

/// Width of a text in regular weight at a font size, in the unit of the size.
///
/// ```
/// use linpu::text::extents::width;
/// assert_eq!(width("社区", 13.0), 26.0);
/// assert!(width("iii", 13.0) < width("WWW", 13.0));
/// ```
pub fn width(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(advance).sum::<u32>()) * size / 1000.0
}

/// Width of a text in semibold.
pub fn width_bold(text: &str, size: f64) -> f64 {
    let thousandths: u32 = text.chars().map(|c| if is_wide(c) { advance(c) } else { advance(c) * 107 / 100 }).sum();
    f64::from(thousandths) * size / 1000.0
}

/// Cuts a text so that it fits, with an ellipsis where something was cut.
pub fn ellipsis(text: &str, size: f64, max_width: f64) -> String {
    if width(text, size) <= max_width {
        return text.to_string();
    }
    let room = (max_width - size) * 1000.0 / size;
    let mut used = 0;
    let mut cut = String::new();
    for character in text.chars() {
        used += advance(character);
        if f64::from(used) > room {
            break;
        }
        cut.push(character);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// Breaks a text into lines no wider than `max_width`: Latin at spaces, Chinese anywhere except before closing and after
/// opening punctuation. Only what cannot be broken by these rules (a long word, a single character) is broken inside or
/// left wider.
pub fn wrap(text: &str, size: f64, max_width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0.0;
        for (piece, spaced) in pieces(paragraph) {
            let gap = if spaced && !line.is_empty() { width(" ", size) } else { 0.0 };
            let wide = width(piece, size);
            if !line.is_empty() && used + gap + wide > max_width {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            } else if gap > 0.0 {
                line.push(' ');
                used += gap;
            }
            if used + wide <= max_width {
                line.push_str(piece);
                used += wide;
                continue;
            }
            for character in piece.chars() {
                let wide = f64::from(advance(character)) * size / 1000.0;
                if !line.is_empty() && used + wide > max_width {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push(character);
                used += wide;
            }
        }
        lines.push(line);
    }
    lines
}

/// [`wrap`], cut after `max_lines` with an ellipsis.
pub fn wrap_to(text: &str, size: f64, max_width: f64, max_lines: usize) -> Vec<String> {
    let mut lines = wrap(text, size, max_width);
    if lines.len() > max_lines {
        let rest = lines.split_off(max_lines);
        if let (Some(last), Some(next)) = (lines.last_mut(), rest.first()) {
            last.push_str(next);
            *last = ellipsis(last, size, max_width);
        }
    }
    lines
}

fn is_wide(character: char) -> bool {
    matches!(character as u32, 0x2E80..=0xFF60 | 0xFFE0..=0x3FFFF)
}

/// Must not begin a line.
fn closes(character: char) -> bool {
    "，。、；：！？）】》」』〉”’%％℃·…—～,.;:!?)]}²³\u{a0}".contains(character)
}

/// Must not end a line.
fn opens(character: char) -> bool {
    "（【《「『〈“‘([{￥$#\u{a0}".contains(character)
}

/// The unbreakable pieces of a line, each with whether a space stood before it.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let (mut start, mut spaced) = (0, false);
    let mut previous: Option<char> = None;
    for (at, character) in text.char_indices() {
        let breaks = match previous {
            None => false,
            Some(before) => {
                (is_wide(before) || is_wide(character)) && !closes(character) && !opens(before)
                    || character == ' '
                    || closes(before) && !before.is_ascii() && !opens(before) && !closes(character)
            }
        };
        if breaks {
            found.push((&text[start..at], spaced));
            (start, spaced) = (at, false);
        }
        if character == ' ' {
            (start, spaced, previous) = (at + 1, true, None);
        } else {
            previous = Some(character);
        }
    }
    if start < text.len() {
        found.push((&text[start..], spaced));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, max_width: f64, expected: &[&str]) {
        assert_eq!(wrap(text, 10.0, max_width), expected);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_closing_punctuation() {
        check("竹隐社区居民小组", 40.0, &["竹隐社区", "居民小组"]);
        check("竹隐社区，居民小组", 40.0, &["竹隐社", "区，居民", "小组"]);
        check("竹隐社区（居民）", 50.0, &["竹隐社区", "（居民）"]);
        check("人口增长了很多%", 70.0, &["人口增长了很", "多%"]);
    }

    #[test]
    fn latin_breaks_at_spaces_and_numbers_stay_whole() {
        check("residents of the compound", 60.0, &["residents of", "the", "compound"]);
        check("在册26,000人", 40.0, &["在册", "26,000", "人"]);
        check("a  b", 100.0, &["a b"]);
        check("共约\u{a0}20\u{a0}人", 40.0, &["共", "约\u{a0}20\u{a0}人"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_inside() {
        let lines = wrap("Donaudampfschifffahrt", 10.0, 40.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 10.0) <= 40.0), "{lines:?}");
        check("社", 5.0, &["社"]);
        check("", 40.0, &[""]);
    }

    #[test]
    fn a_cut_text_fits_and_says_so() {
        assert_eq!(ellipsis("竹隐社区", 10.0, 40.0), "竹隐社区");
        assert_eq!(ellipsis("竹隐社区", 10.0, 39.0), "竹隐…");
        assert_eq!(wrap_to("竹隐社区居民小组名单", 10.0, 40.0, 2), ["竹隐社区", "居民小…"]);
    }

    #[test]
    fn wide_characters_are_one_em_and_marks_that_combine_none() {
        assert_eq!(width("≈约，", 10.0), 30.0);
        assert_eq!(width("e\u{301}", 10.0), width("e", 10.0));
        assert!(width_bold("ab", 10.0) > width("ab", 10.0) && width_bold("社", 10.0) == 10.0);
    }
}
