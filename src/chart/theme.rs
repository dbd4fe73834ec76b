//! Colours of the tokens in pictures that leave the page.
//!
//! Owns: the two themes. May use: the tokens. Deliberately absent: the page's style sheet, which repeats these values.

use super::scene::Ink;

/// One colour per token, in the order of [`Ink::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    colors: [&'static str; Ink::ALL.len()],
}

impl Theme {
    /// Ink on warm paper.
    pub const fn light() -> Theme {
        Theme {
            colors: [
                "#1d2126", "#5a606a", "#e9e5dc", "#8b8679", "#fffdf9", "#a63a24", "#1f5c8b", "#1f5c8b", "#9a6412",
                "#f4e3bf", "#8d897f", "#6f6b61", "#2d6f62", "#d3e6e0", "#1f5c8b", "#868176", "#625e55", "#2d6f62",
                "#efebe2",
            ],
        }
    }

    /// Its own tokens, not the light ones turned round.
    pub const fn dark() -> Theme {
        Theme {
            colors: [
                "#ece9e2", "#aaa79f", "#2a2d31", "#7f7d77", "#17191c", "#f0957f", "#7db5e0", "#7db5e0", "#e0b25c",
                "#4a3a17", "#85827b", "#a5a29a", "#74c2af", "#1f403a", "#7db5e0", "#98948b", "#a9a59c", "#74c2af",
                "#24272a",
            ],
        }
    }

    /// The colour of a token as `#rrggbb`.
    pub const fn color(&self, ink: Ink) -> &'static str {
        self.colors[ink as usize]
    }
}

/// How much one colour stands out from another (both `#rrggbb`), 1 to 21: the contrast ratio of WCAG 2.2. What is no colour counts
/// as black.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Relative luminance, 0 to 1 (WCAG 2.2).
fn luminance(color: &str) -> f64 {
    let channel = |at: usize| {
        let value = color.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let value = f64::from(value.unwrap_or_default()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_stand_out_from_the_paper() {
        for theme in [Theme::light(), Theme::dark()] {
            let paper = theme.color(Ink::Paper);
            for ink in [
                Ink::Text,
                Ink::Muted,
                Ink::Accent,
                Ink::Reported,
                Ink::NotReported,
                Ink::Case,
                Ink::DotLabel,
                Ink::Mine,
            ] {
                assert!(contrast(theme.color(ink), paper) >= 4.5, "{ink:?} {theme:?}");
            }
            for ink in [Ink::Axis, Ink::Planned, Ink::Derived, Ink::Context, Ink::Time, Ink::Dot] {
                assert!(contrast(theme.color(ink), paper) >= 3.0, "{ink:?} {theme:?}");
            }
            assert!(contrast(theme.color(Ink::Derived), theme.color(Ink::DerivedTint)) >= 3.0);
            assert!(contrast(theme.color(Ink::Time), theme.color(Ink::TimeTint)) >= 3.0);
        }
    }
}
