//! The packed dataset that the page carries inside it.
//!
//! Owns: one version byte, postcard, and words kept apart from numbers. May use: `model`, the lexicon of `text`. Deliberately
//! absent: compatibility, for the build that writes it is the build that reads it; what people keep is the Tabular Data
//! Package.
//!
//! All words of one column lie together, Chinese before English: a third less to load once a server compresses it.

use crate::model::Dataset;
use crate::text::Lexicon;
use serde::{Deserialize, Serialize};
use std::mem;

/// Changes with every change of the model.
const VERSION: u8 = 2;

/// Between two words; no cell of a package may contain a control character.
const BETWEEN: char = '\0';

/// Why packed bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackedError {
    /// Written by another version, or no packed dataset at all.
    Version,
    /// Cut short or changed.
    Damaged,
}

impl std::fmt::Display for PackedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PackedError::Version => "packed by another version",
            PackedError::Damaged => "the packed data are damaged",
        })
    }
}

/// What is written: everything but words, and the words in the order of [`words`].
#[derive(Serialize, Deserialize)]
struct Packed {
    dataset: Dataset,
    lexicon: Characters,
    words: String,
}

/// A lexicon, column by column.
#[derive(Serialize, Deserialize)]
struct Characters {
    hant: (String, String),
    hant_phrases: Vec<(String, String)>,
    hans: (String, String),
    syllables: Vec<String>,
    readings: (String, Vec<u16>),
}

/// Packs a dataset with its table of traditional forms and pinyin.
pub fn to_bytes(dataset: &Dataset, lexicon: &Lexicon) -> Vec<u8> {
    let mut dataset = dataset.clone();
    let mut all = Vec::new();
    words(&mut dataset, &mut |word| all.push(mem::take(word)));
    let lexicon = Characters {
        hant: lexicon.hant.iter().copied().unzip(),
        hant_phrases: lexicon.hant_phrases.clone(),
        hans: lexicon.hans.iter().copied().unzip(),
        syllables: lexicon.syllables.clone(),
        readings: lexicon.readings.iter().copied().unzip(),
    };
    let packed = Packed { dataset, lexicon, words: all.join(&BETWEEN.to_string()) };
    // Serialising plain data into memory has no way to fail.
    postcard::to_extend(&packed, vec![VERSION]).unwrap_or_default()
}

/// Unpacks a dataset.
pub fn from_bytes(bytes: &[u8]) -> Result<(Dataset, Lexicon), PackedError> {
    let Some((&VERSION, bytes)) = bytes.split_first() else { return Err(PackedError::Version) };
    let packed: Packed = postcard::from_bytes(bytes).map_err(|_| PackedError::Damaged)?;
    let mut dataset = packed.dataset;
    let mut all = packed.words.split(BETWEEN);
    let mut complete = true;
    words(&mut dataset, &mut |word| match all.next() {
        Some(known) => *word = known.to_string(),
        None => complete = false,
    });
    if !complete || all.any(|rest| !rest.is_empty()) {
        return Err(PackedError::Damaged);
    }
    let pairs = |(from, to): (String, String)| from.chars().zip(to.chars()).collect();
    let lexicon = packed.lexicon;
    let (characters, rows) = lexicon.readings;
    let lexicon = Lexicon {
        hant: pairs(lexicon.hant),
        hant_phrases: lexicon.hant_phrases,
        hans: pairs(lexicon.hans),
        syllables: lexicon.syllables,
        readings: characters.chars().zip(rows).collect(),
    };
    Ok((dataset, lexicon))
}

/// Every word that stands in many rows, column by column. Optional ones stay where they are.
fn words(data: &mut Dataset, each: &mut dyn FnMut(&mut String)) {
    macro_rules! columns {
        ($($table:ident: $($($field:ident).+),+;)+) => {
            $($(data.$table.iter_mut().for_each(|row| each(&mut row.$($field).+));)+)+
        };
    }
    columns! {
        observations: note.zh, scope_name.zh, locator;
        systems: summary.zh, name.zh, locator;
        indicators: definition.zh, name.zh;
        codes: note.zh, name.zh;
    }
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| {
        each(&mut part.name.zh);
        each(&mut part.actor.zh);
    });
    columns! {
        systems: summary.en, name.en;
        observations: note.en, scope_name.en;
        indicators: definition.en, name.en;
        codes: note.en, name.en;
    }
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| {
        each(&mut part.name.en);
        each(&mut part.actor.en);
    });
    columns! {
        indicators: key, comparable;
        observations: key;
        systems: key;
        codes: code;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_other_versions_and_damage() {
        let bytes = to_bytes(&Dataset::default(), &Lexicon::default());
        assert_eq!(from_bytes(&bytes), Ok((Dataset::default(), Lexicon::default())));
        assert_eq!(from_bytes(&[]), Err(PackedError::Version));
        assert_eq!(from_bytes(&[VERSION + 1]), Err(PackedError::Version));
        assert_eq!(from_bytes(&bytes[..bytes.len() - 1]), Err(PackedError::Damaged));
    }

    #[test]
    fn every_word_comes_back_to_its_place() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let data = crate::validate::package(&|name| std::fs::read(folder.join(name)).ok(), None).value;
        let lexicon = crate::text::script::sample();
        assert!(!data.observations.is_empty());
        assert_eq!(from_bytes(&to_bytes(&data, &lexicon)), Ok((data, lexicon)));
    }
}
