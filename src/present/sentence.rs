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

/// The pieces of a sentence, each with the signs that end its clause: no line begins with them, and a browser may break after any
/// figure. What follows a figure begins without them.
pub fn clauses(sentence: Sentence) -> Vec<(Piece, String)> {
    let is_sign = |sign: char| matches!(sign, '，' | '；' | '。' | '、' | '）' | ',' | ';' | '.' | ')');
    let mut clauses: Vec<(Piece, String)> = Vec::new();
    for mut piece in sentence {
        if let Some((_, signs)) = clauses.last_mut().filter(|(before, _)| before.figure.is_some())
            && piece.figure.is_none()
        {
            let words = piece.text.trim_start_matches(is_sign).to_string();
            signs.push_str(piece.text.strip_suffix(&words).unwrap_or_default());
            piece.text = words;
        }
        clauses.push((piece, String::new()));
    }
    clauses
}

/// What a sentence says, as plain text.
pub fn plain(sentence: &Sentence) -> String {
    sentence.iter().map(|piece| piece.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_after_a_figure_stay_with_it_and_nothing_is_lost() {
        let one = |text: &str| marked(ObservationId(1), text);
        for sentence in [
            ["人口", &one("1,800人"), "，户数", &one("516户"), "。"].concat(),
            ["about ", &one("300"), "); then", &one("5"), &one("6"), "., end"].concat(),
            ["（", &one("3")].concat(),
            "，没有数字。".to_string(),
        ] {
            let before = pieces(&sentence);
            let after = clauses(before.clone());
            let text: String = after.iter().map(|(piece, signs)| [piece.text.as_str(), signs].concat()).collect();
            assert_eq!(text, plain(&before));
            for (at, (piece, signs)) in after.iter().enumerate() {
                let follows = at > 0 && after[at - 1].0.figure.is_some();
                let begins = piece.text.chars().next().is_some_and(|first| "，；。、），;.)".contains(first));
                assert!(!(follows && piece.figure.is_none() && begins), "{after:?}");
                assert!(piece.figure.is_some() || signs.is_empty());
            }
        }
        let after = clauses(pieces(&["人口", &one("1,800人"), "，户数"].concat()));
        assert_eq!((after[1].1.as_str(), after[2].0.text.as_str()), ("，", "户数"));
    }

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
