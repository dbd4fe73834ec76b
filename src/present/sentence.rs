//! Generated sentences in which every figure leads to its receipt.
//!
//! Owns: figures inside running text. May use: `model`. Deliberately absent: what the sentences say.

use crate::model::ObservationId;

/// Starts a figure inside a text, parts its number from its words, and ends it: signs that no text of a package may contain.
const SIGNS: [char; 3] = ['\u{2}', '\u{1f}', '\u{3}'];

/// A stretch of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// The figure it states.
    pub figure: Option<ObservationId>,
}

/// A sentence.
pub type Sentence = Vec<Piece>;

/// The words of a figure, marked so that they can be found again in the sentence they are put into.
pub(super) fn marked(id: ObservationId, words: &str) -> String {
    let [start, part, end] = SIGNS;
    format!("{start}{}{part}{words}{end}", id.0)
}

/// A sentence with marked figures in it, piece by piece.
pub(super) fn pieces(sentence: &str) -> Sentence {
    let [start, part, end] = SIGNS;
    let mut pieces = Vec::new();
    let mut say = |text: &str, figure| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_string(), figure });
        }
    };
    let mut rest = sentence;
    while let Some((before, (inside, after))) =
        rest.split_once(start).and_then(|(before, after)| Some((before, after.split_once(end)?)))
    {
        say(before, None);
        let (number, words) = inside.split_once(part).unwrap_or(("", inside));
        say(words, number.parse().ok().map(ObservationId));
        rest = after;
    }
    say(rest, None);
    pieces
}

/// What a sentence says, as plain text.
pub fn plain(sentence: &Sentence) -> String {
    sentence.iter().map(|piece| piece.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_again_where_they_were_put() {
        let text =
            ["人口", &marked(ObservationId(7), "1,800人"), "，户数", &marked(ObservationId(9), "858户"), "。"].concat();
        let sentence = pieces(&text);
        assert_eq!(plain(&sentence), "人口1,800人，户数858户。");
        let figures: Vec<_> = sentence.iter().filter_map(|piece| Some((piece.figure?.0, &*piece.text))).collect();
        assert_eq!(figures, [(7, "1,800人"), (9, "858户")]);
        assert_eq!(plain(&pieces("一句话")), "一句话");
    }
}
