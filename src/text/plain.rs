//! What may stand in a text that somebody typed, and in a file that others have to open.
//!
//! Owns: which characters no file format or reader can do with. May use: `std`. Deliberately absent: what looks like something
//! else (`fold`), the escapes of a format (`csv`, `chart::svg`).

/// Whether XML 1.0, and so every SVG, may contain a character at all, escaped or not. Spreadsheets keep their cells as XML.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// A character of a text as XML and HTML have it in elements and in quoted attributes; U+FFFD for what XML may not contain.
pub fn push_xml(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        // Not even an escape may stand for it.
        c => out.push(if is_xml(c) { c } else { '\u{FFFD}' }),
    }
}

/// A text somebody typed, without what cannot be seen and changes what stands beside it: controls, line separators, characters
/// that Unicode keeps for nobody, marks that turn the direction of writing, or a mark of byte order.
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_harmful(*c)).collect()
}

fn is_harmful(c: char) -> bool {
    let is_nobodys = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    // Direction: the letter marks, the embeddings and overrides, the isolates; then the anchors of annotations.
    let turns = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}');
    c.is_control() || is_nobodys || turns || matches!(c, '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_allows_what_its_first_edition_lists() {
        let allowed =
            |code: u32| matches!(code, 0x9 | 0xA | 0xD | 0x20..=0xD7FF | 0xE000..=0xFFFD | 0x10000..=0x10FFFF);
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            assert_eq!(is_xml(c), allowed(u32::from(c)), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn what_is_typed_keeps_its_letters_and_loses_what_turns_them() {
        let check = |typed: &str, expected: &str| assert_eq!(clean(typed), expected, "{typed:?}");
        check("新村 3 号 New Village 👨‍👩‍👧", "新村 3 号 New Village 👨‍👩‍👧");
        check("قرية", "قرية");
        check("\u{202E}村新\u{202C}", "村新");
        check("\u{2067}a\u{2069}\u{61C}\u{200F}", "a");
        check("a\u{0}b\u{7}\u{1B}[1m\tc\r\n", "ab[1mc");
        check("a\u{85}\u{9F}b\u{2028}\u{2029}", "ab");
        check("\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}\u{FDD0}\u{FEFF}\u{FFF9}村", "村");
        // What stands for a character that could not be read is one itself.
        check("\u{FFFD}", "\u{FFFD}");
    }
}
