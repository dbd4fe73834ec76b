//! What a view in a frame and the page around it tell each other: filters, language, theme and who stands out, in the words of
//! addresses; and heights.
//!
//! Owns: which keys count, how much and how often; which heights are said. Deliberately absent: who may speak (`app::platform` hears
//! the parent only), the form of messages.

use super::{Theme, ViewState, url};
use crate::model::Dataset;
use crate::query::Tables;
use crate::text::Locale;

/// What is longer is no message of ours.
pub const LONGEST: usize = 2_000;
/// How many messages are heard within [`WINDOW_MS`].
const MOST: usize = 10;
const WINDOW_MS: f64 = 1_000.0;

/// The view after a message such as `province=hunan&lang=en&h=zhenyuan`; keys that a host has no business with, and words that mean
/// nothing here, change nothing. An empty value lifts a filter.
pub fn told(view: &ViewState, words: &str, data: &Dataset, tables: &Tables) -> ViewState {
    let mut next = view.clone();
    if words.len() > LONGEST {
        return next;
    }
    for pair in words.split('&').filter_map(|pair| pair.split_once('=')) {
        let (key, value) = (url::unescape(pair.0), url::unescape(pair.1));
        match key.as_str() {
            "lang" => next.locale = Locale::from_code(&value).or(next.locale),
            "theme" => next.theme = Theme::from_code(&value).or(next.theme),
            "h" if value.is_empty() => next.comparison.highlight = None,
            "h" => next.comparison.highlight = data.community_by_key(&value).or(next.comparison.highlight),
            other => {
                let Some(dim) = tables.dim(other).filter(|dim| tables.has_options(*dim)) else { continue };
                let known: Vec<u16> = value.split(',').filter_map(|word| tables.option(data, dim, word)).collect();
                if !known.is_empty() || value.is_empty() {
                    next.selection.set(dim, known.into_iter().collect());
                }
            }
        }
    }
    next
}

/// How often somebody is listened to.
#[derive(Debug, Default)]
pub struct Patience(Vec<f64>);

impl Patience {
    /// Whether a message that comes now is heard; times in milliseconds, of a clock that does not go back.
    pub fn hears(&mut self, now_ms: f64) -> bool {
        self.0.retain(|at| now_ms - at < WINDOW_MS);
        let hears = self.0.len() < MOST;
        if hears {
            self.0.push(now_ms);
        }
        hears
    }
}

/// The heights that a frame announces, in CSS pixels.
#[derive(Debug, Default)]
pub struct Heights {
    said: Option<(u32, f64)>,
    before: Option<(u32, f64)>,
    /// The greater of two heights stays until there is a third.
    is_held: bool,
}

/// Within this time a height that comes back is an echo of what the host made of the last one.
const ECHO_MS: f64 = 1_000.0;

impl Heights {
    /// What is to be announced of a measured height: nothing where nothing changed, and nothing where growing and shrinking follow
    /// each other only because the host follows us (a scroll bar that comes and goes): then the greater height stays.
    pub fn next(&mut self, measured: f64, now_ms: f64) -> Option<u32> {
        if !measured.is_finite() || measured < 1.0 {
            return None;
        }
        let height = measured.ceil() as u32;
        let (said, before) = (self.said, self.before);
        if said.is_some_and(|(said, _)| said == height) {
            return None;
        }
        let comes_back = before.filter(|(before, _)| *before == height && said.is_some_and(|(said, _)| said > height));
        if comes_back.is_some_and(|(_, at)| self.is_held || now_ms - at < ECHO_MS) {
            self.is_held = true;
            return None;
        }
        self.is_held = false;
        self.before = said;
        self.said = Some((height, now_ms));
        Some(height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_messages_a_second_are_heard() {
        let mut patience = Patience::default();
        let heard = (0..200).filter(|at| patience.hears(f64::from(*at) * 10.0)).count();
        assert_eq!(heard, 20, "two seconds of a flood");
        assert!(patience.hears(5_000.0));
    }

    #[test]
    fn a_height_is_said_when_it_changes_up_or_down() {
        let mut heights = Heights::default();
        let said: Vec<_> = [(700.2, 0.0), (700.9, 50.0), (900.0, 3_000.0), (700.2, 6_000.0), (700.2, 9_000.0)]
            .into_iter()
            .filter_map(|(height, at)| heights.next(height, at))
            .collect();
        assert_eq!(said, [701, 900, 701]);
        for nothing in [0.0, -4.0, f64::NAN, f64::INFINITY] {
            assert_eq!(heights.next(nothing, 10_000.0), None);
        }
    }

    #[test]
    fn a_host_that_follows_every_height_is_not_sent_up_and_down() {
        // Narrower by a scroll bar the page is 620 high, without it 600; the host gives what it is told.
        let mut heights = Heights::default();
        let mut given = 300;
        let mut said = Vec::new();
        for step in 0..1_000 {
            let measured = if given < 610 { 620.0 } else { 600.0 };
            if let Some(height) = heights.next(measured, f64::from(step) * 16.0) {
                said.push(height);
                given = height;
            }
        }
        assert!(said.len() <= 4, "{said:?}");
    }
}
