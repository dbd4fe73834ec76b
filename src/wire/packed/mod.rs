//! The packed dataset that the page carries inside it.
//!
//! Owns: one version byte, columns of words and columns of numbers. May use: `model`, the lexicon of `text`. Deliberately
//! absent: compatibility, for the build that writes it is the build that reads it; what people keep is the Tabular Data
//! Package.
//!
//! Words of one column lie together, Chinese before English, and so do numbers: that loads a quarter faster than rows once a
//! server compresses it. One list of columns (`columns`) both writes and reads.

mod blank;
mod tape;

use crate::model::*;
use crate::text::Lexicon;
use serde::{Deserialize, Serialize};
use tape::Tape;

/// Changes with every change of the model.
const VERSION: u8 = 3;

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

/// What is written.
#[derive(Serialize, Deserialize)]
struct Packed {
    numbers: Vec<u32>,
    words: String,
    /// The lexicon, column by column.
    hant: (String, String),
    hant_phrases: Vec<(String, String)>,
    hans: (String, String),
    syllables: Vec<String>,
    readings: (String, Vec<u16>),
}

/// Packs a dataset with its table of traditional forms and pinyin.
pub fn to_bytes(dataset: &Dataset, lexicon: &Lexicon) -> Vec<u8> {
    let mut tape = Tape::default();
    columns(&mut dataset.clone(), &mut tape);
    let packed = Packed {
        numbers: tape.numbers,
        words: tape.words.join(&BETWEEN.to_string()),
        hant: lexicon.hant.iter().copied().unzip(),
        hant_phrases: lexicon.hant_phrases.clone(),
        hans: lexicon.hans.iter().copied().unzip(),
        syllables: lexicon.syllables.clone(),
        readings: lexicon.readings.iter().copied().unzip(),
    };
    // Serialising plain data into memory has no way to fail.
    postcard::to_extend(&packed, vec![VERSION]).unwrap_or_default()
}

/// Unpacks a dataset.
pub fn from_bytes(bytes: &[u8]) -> Result<(Dataset, Lexicon), PackedError> {
    let Some((&VERSION, bytes)) = bytes.split_first() else { return Err(PackedError::Version) };
    let packed: Packed = postcard::from_bytes(bytes).map_err(|_| PackedError::Damaged)?;
    let mut dataset = Dataset::default();
    let words = packed.words.split(BETWEEN).map(str::to_string).collect();
    let mut tape = Tape::of(packed.numbers, words);
    columns(&mut dataset, &mut tape);
    if !tape.is_whole() {
        return Err(PackedError::Damaged);
    }
    let pairs = |(from, to): (String, String)| from.chars().zip(to.chars()).collect();
    let (characters, rows) = packed.readings;
    let lexicon = Lexicon {
        hant: pairs(packed.hant),
        hant_phrases: packed.hant_phrases,
        hans: pairs(packed.hans),
        syllables: packed.syllables,
        readings: characters.chars().zip(rows).collect(),
    };
    Ok((dataset, lexicon))
}

/// Every column of every table.
fn columns(data: &mut Dataset, tape: &mut Tape) {
    macro_rules! words {
        ($($table:ident: $($($field:ident).+),+;)+) => {
            $($(data.$table.iter_mut().for_each(|row| tape.word(&mut row.$($field).+));)+)+
        };
    }
    macro_rules! each {
        ($($table:ident: $($method:ident($($field:tt).+ $(, $all:expr)?)),+;)+) => {
            $($(data.$table.iter_mut().for_each(|row| tape.$method(&mut row.$($field).+ $(, $all)?));)+)+
        };
    }
    macro_rules! maybe_ids {
        ($($table:ident: $field:ident $id:ident;)+) => {
            $(data.$table.iter_mut().for_each(|row| row.$field = tape.maybe(row.$field.map(|id| id.0)).map($id));)+
        };
    }

    tape.rows(&mut data.sources, blank::source);
    tape.rows(&mut data.places, blank::place);
    tape.rows(&mut data.communities, blank::community);
    tape.rows(&mut data.units, blank::unit);
    tape.rows(&mut data.codes, blank::code);
    tape.rows(&mut data.indicators, blank::indicator);
    tape.rows(&mut data.observations, blank::observation);
    tape.rows(&mut data.systems, blank::system);
    data.systems.iter_mut().for_each(|system| tape.rows(&mut system.parts, blank::part));

    each! {
        sources: flag(title_truncated), maybe_date(published_stated), maybe_date(published_from_url), maybe_date(repost_date);
        places: code(level, PlaceLevel::ALL), code(basis, Basis::ALL);
        communities: number(place.0), list(types), list(settlements);
        units: amount(factor);
        codes: code(list, CodeList::ALL);
        indicators: number(unit.0), code(kind, ValueKind::ALL), number(group.0), code(polarity, Polarity::ALL);
        observations: number(community.0), number(indicator.0), code(scope, Scope::ALL), code(bound, Bound::ALL),
            code(status, ObsStatus::ALL), number(unit.0), period(period), code(period_type, PeriodType::ALL),
            code(period_basis, PeriodBasis::ALL), number(source.0), code(reading, Reading::ALL),
            code(salience, Salience::ALL);
        systems: number(community.0), code(form, Form::ALL), list(topics), list(targets), list(motifs),
            code(parts_kind, PartsKind::ALL), period(since), number(source.0);
    }
    maybe_ids! {
        places: parent PlaceId;
        units: base UnitId;
        observations: system SystemId;
        systems: parent SystemId;
    }
    for row in &mut data.communities {
        tape.rows(&mut row.sources, || SourceId(0));
        row.sources.iter_mut().for_each(|id| tape.number(&mut id.0));
    }
    for row in &mut data.observations {
        let mut is_some = row.value.is_some();
        tape.flag(&mut is_some);
        if is_some {
            tape.amount(row.value.get_or_insert_default());
        }
    }
    for row in &mut data.systems {
        row.parts_stated = tape.maybe(row.parts_stated.map(u32::from)).map(|count| count as u16);
    }
    for part in data.systems.iter_mut().flat_map(|system| &mut system.parts) {
        part.order = tape.maybe(part.order.map(u32::from)).map(|order| order as u16);
        part.system = tape.maybe(part.system.map(|id| id.0)).map(SystemId);
    }

    words! {
        observations: note.zh, scope_name.zh, locator;
        systems: summary.zh, name.zh, locator;
        indicators: definition.zh, name.zh;
        codes: note.zh, name.zh;
        communities: note.zh, name.zh;
        places: note.zh, name.zh;
        units: name.zh;
        sources: note.zh, label.zh, publisher.zh;
    }
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| tape.word(&mut part.name.zh));
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| tape.word(&mut part.actor.zh));
    tape.word(&mut data.about.title.zh);
    words! {
        systems: summary.en, name.en;
        observations: note.en, scope_name.en;
        indicators: definition.en, name.en;
        codes: note.en, name.en;
        communities: note.en, name.en;
        places: note.en, name.en;
        units: name.en, singular_en;
        sources: note.en, label.en, publisher.en;
    }
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| tape.word(&mut part.name.en));
    data.systems.iter_mut().flat_map(|system| &mut system.parts).for_each(|part| tape.word(&mut part.actor.en));
    tape.word(&mut data.about.title.en);
    words! {
        indicators: key, comparable;
        observations: key;
        systems: key;
        codes: code;
        communities: key;
        places: key;
        units: key;
        sources: key, article, script;
    }
    each! {
        observations: maybe_word(locator_hans);
        systems: maybe_word(locator_hans);
        sources: maybe_word(title), maybe_word(author), maybe_word(url);
    }
    for source in &mut data.sources {
        let mut is_some = source.repost_publisher.is_some();
        tape.flag(&mut is_some);
        if is_some {
            let publisher = source.repost_publisher.get_or_insert_default();
            tape.word(&mut publisher.zh);
            tape.word(&mut publisher.en);
        }
    }
    let about = &mut data.about;
    for word in [&mut about.name, &mut about.version, &mut about.updated, &mut about.licence] {
        tape.word(word);
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
