//! A view inside the page of a portal, and how it looks there.
//!
//! Owns: [`Embed`], the keys of it in the address. Deliberately absent: the page; the first half of the program only knows that these
//! keys are ours and carries them along ([`ViewState::kept`](super::ViewState)), so that an embedded view costs the first load nothing.

use super::{Action, Page, ViewState, url};
use crate::model::Dataset;

/// The keys of an embedded view, `of` being the page that the workshop of snippets is about.
pub const KEYS: [&str; 7] = [ON, "title", "filters", "border", "twin", "accent", OF];
const ON: &str = "embed";
/// The page that a snippet is made for.
pub const OF: &str = "of";

/// How a view looks in the page of a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// Whether the title of the page is seen. (It is always heard.)
    pub title: bool,
    /// Whether there are filters.
    pub filters: bool,
    /// Whether there is a line around it.
    pub border: bool,
    /// Whether charts begin as tables.
    pub twin: bool,
    /// The colour of what acts or is chosen; ours where `None`.
    pub accent: Option<Accent>,
}

impl Default for Embed {
    fn default() -> Self {
        Embed { title: true, filters: false, border: true, twin: false, accent: None }
    }
}

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent([u8; 3]);

impl Accent {
    /// Reads `a63a24` or `#a63a24`.
    pub fn read(text: &str) -> Option<Accent> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        match (byte(0), byte(2), byte(4)) {
            (Some(red), Some(green), Some(blue)) if is_hex => Some(Accent([red, green, blue])),
            _ => None,
        }
    }

    /// As style sheets write it: `#a63a24`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// A breath of it, on any paper.
    pub fn soft_css(self) -> String {
        // An eighth of it.
        self.css() + "1f"
    }
}

impl Embed {
    /// What an address says; `None` where the view is no embedded one. What cannot be read is as if it were not there.
    pub fn of(kept: &[(String, String)]) -> Option<Embed> {
        let value = |key: &str| kept.iter().find(|(kept, _)| kept == key).map(|(_, value)| value.as_str());
        let switch = |key: &str, default: bool| match value(key) {
            Some("1") => true,
            Some("0") => false,
            _ => default,
        };
        let plain = Embed::default();
        switch(ON, false).then(|| Embed {
            title: switch("title", plain.title),
            filters: switch("filters", plain.filters),
            border: switch("border", plain.border),
            twin: switch("twin", plain.twin),
            accent: value("accent").and_then(Accent::read),
        })
    }

    /// Its pairs in an address, those left out that say nothing new.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let plain = Embed::default();
        let switches = [
            ("title", self.title, plain.title),
            ("filters", self.filters, plain.filters),
            ("border", self.border, plain.border),
            ("twin", self.twin, plain.twin),
        ];
        let differ = switches.into_iter().filter(|(_, is, default)| is != default);
        let word = |is: bool| if is { "1" } else { "0" }.to_string();
        let mut pairs = vec![(ON.to_string(), word(true))];
        pairs.extend(differ.map(|(key, is, _)| (key.to_string(), word(is))));
        pairs.extend(self.accent.map(|accent| ("accent".to_string(), accent.css()[1..].to_string())));
        pairs
    }
}

/// The page that the workshop of snippets is about: the overview where the address names none.
pub fn subject(kept: &[(String, String)], data: &Dataset) -> Page {
    let word = kept.iter().find(|(key, _)| key == OF).map(|(_, word)| word.as_str());
    word.and_then(|word| url::page(word, data)).filter(|page| can_be_embedded(*page)).unwrap_or_default()
}

/// The view of the workshop about a page.
pub fn about(view: &ViewState, page: Page, data: &Dataset) -> ViewState {
    let mut about = view.clone();
    // There is room for a page in every view.
    let _ = about.apply(Action::Go(Page::Embed));
    about.kept.push((OF.to_string(), url::word_of(page, data)));
    about
}

/// Whether a page makes sense inside another one.
pub const fn can_be_embedded(page: Page) -> bool {
    !matches!(page, Page::Embed | Page::Table | Page::About)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let accent = Accent::read("1f5c8b");
        for bits in 0..16_u8 {
            let is = |bit: u8| bits & (1 << bit) != 0;
            for accent in [None, accent] {
                let embed = Embed { title: is(0), filters: is(1), border: is(2), twin: is(3), accent };
                assert_eq!(Embed::of(&embed.pairs()).as_ref(), Some(&embed));
            }
        }
        assert_eq!(Embed::default().pairs(), [("embed".to_string(), "1".to_string())]);
    }

    #[test]
    fn only_embed_1_is_an_embedded_view_and_bad_words_change_nothing() {
        let kept = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect()
        };
        for value in ["0", "", "true", "11"] {
            assert_eq!(Embed::of(&kept(&[("embed", value), ("title", "0")])), None, "{value}");
        }
        assert_eq!(Embed::of(&kept(&[("title", "0")])), None);
        let odd = [("embed", "1"), ("title", "no"), ("filters", "2"), ("accent", "red;}"), ("border", "")];
        assert_eq!(Embed::of(&kept(&odd)), Some(Embed::default()));
    }

    #[test]
    fn a_colour_is_six_digits() {
        for bad in ["", "#", "12345", "1234567", "ggghhh", "#12 456", "+12345", "红红", "\u{e9}\u{e9}\u{e9}"] {
            assert_eq!(Accent::read(bad), None, "{bad}");
        }
        assert_eq!(Accent::read("#A63A24").map(Accent::css).as_deref(), Some("#a63a24"));
    }
}
