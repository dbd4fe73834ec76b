//! The packed dataset that the page carries inside it.
//!
//! Owns: one version byte, columns of words and columns of numbers, in two parts: what the overview needs, and the rest. May use: `model`, the lexicon of `text`. Deliberately
//! absent: compatibility, for the build that writes it is the build that reads it; what people keep is the Tabular Data
//! Package.
//!
//! Words of one column lie together, and so do numbers: that loads a quarter faster than rows once a server compresses it.
//! One list of fields for each table both writes and reads.

mod blank;
mod tape;

use crate::model::*;
use crate::text::value::Least;
use crate::text::{English, Lexicon};
use serde::{Deserialize, Serialize};
use tape::Tape;

/// Changes with every change of the model.
const VERSION: u8 = 11;

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

/// What the overview needs, in Chinese.
#[derive(Serialize, Deserialize)]
struct First {
    numbers: Vec<Vec<u32>>,
    words: Vec<Joined>,
}

/// What other pages, other languages and searching need too.
#[derive(Serialize, Deserialize)]
struct Rest {
    late: Vec<Joined>,
    english: Vec<Joined>,
    /// Tables that come whole with the rest: numbers and words, then what is late of them.
    later: First,
    later_late: Vec<Joined>,
    later_english: Vec<Joined>,
    /// The lexicon, column by column.
    hant: (String, String),
    hant_phrases: Vec<(String, String)>,
    /// Only what is not `hant` turned round.
    hans: (String, String),
    syllables: Vec<String>,
    readings: (String, Vec<u16>),
}

/// How many words a column has, and the words joined.
type Joined = (u32, String);

/// A package in two parts: what the overview needs, and the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Carried by the program.
    pub first: Vec<u8>,
    /// Loaded after it.
    pub rest: Vec<u8>,
}

/// Packs a dataset with its table of traditional forms and pinyin.
pub fn to_parts(dataset: &Dataset, lexicon: &Lexicon) -> Parts {
    let mut tape = Tape::default();
    tables(&mut tape, &mut dataset.clone());
    let mut later = Tape::default();
    later_tables(&mut later, &mut dataset.clone());
    let rest = Rest {
        later: First { words: joined(&later.words), numbers: later.numbers },
        later_late: joined(&later.late),
        later_english: joined(&later.english),
        late: joined(&tape.late),
        english: joined(&tape.english),
        hant: lexicon.hant.iter().copied().unzip(),
        hant_phrases: lexicon.hant_phrases.clone(),
        hans: lexicon.hans.iter().filter(|(hant, hans)| !lexicon.hant.contains(&(*hans, *hant))).copied().unzip(),
        syllables: lexicon.syllables.clone(),
        readings: lexicon.readings.iter().copied().unzip(),
    };
    let first = First { words: joined(&tape.words), numbers: tape.numbers };
    // Serialising plain data into memory has no way to fail.
    Parts {
        first: postcard::to_extend(&first, vec![VERSION]).unwrap_or_default(),
        rest: postcard::to_extend(&rest, vec![VERSION]).unwrap_or_default(),
    }
}

fn unpacked<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, PackedError> {
    let Some((&VERSION, bytes)) = bytes.split_first() else { return Err(PackedError::Version) };
    postcard::from_bytes(bytes).map_err(|_| PackedError::Damaged)
}

/// Unpacks what the overview needs. Everything else is empty until [`complete`].
pub fn first(bytes: &[u8]) -> Result<Dataset, PackedError> {
    let first: First = unpacked(bytes)?;
    let mut dataset = Dataset::default();
    let mut tape = Tape::first(first.numbers, parted(first.words));
    tables(&mut tape, &mut dataset);
    if tape.is_whole() { Ok(dataset) } else { Err(PackedError::Damaged) }
}

/// Unpacks the rest into a dataset of the same package.
pub fn complete(dataset: &mut Dataset, bytes: &[u8]) -> Result<Lexicon, PackedError> {
    let rest: Rest = unpacked(bytes)?;
    let mut tape = Tape::rest(parted(rest.late), parted(rest.english));
    tables(&mut tape, dataset);
    let mut later = Tape::first(rest.later.numbers, parted(rest.later.words));
    later_tables(&mut later, dataset);
    let mut latest = Tape::rest(parted(rest.later_late), parted(rest.later_english));
    later_tables(&mut latest, dataset);
    if !(tape.is_whole() && later.is_whole() && latest.is_whole()) {
        return Err(PackedError::Damaged);
    }
    let pairs = |(from, to): (String, String)| from.chars().zip(to.chars()).collect::<Vec<_>>();
    let hant = pairs(rest.hant);
    let turned = hant.iter().map(|(hans, hant)| (*hant, *hans));
    let hans: Vec<(char, char)> = pairs(rest.hans).into_iter().chain(turned).collect();
    let (characters, rows) = rest.readings;
    Ok(Lexicon {
        hans: order::sorted_by_key(&hans, |pair| *pair),
        hant,
        hant_phrases: rest.hant_phrases,
        syllables: rest.syllables,
        readings: characters.chars().zip(rows).collect(),
        english: English::THERE,
    })
}

fn joined(columns: &[Vec<String>]) -> Vec<Joined> {
    columns.iter().map(|column| (column.len() as u32, column.join(&BETWEEN.to_string()))).collect()
}

fn parted(columns: Vec<Joined>) -> Vec<Vec<String>> {
    let part = |(count, words): Joined| words.split(BETWEEN).take(count as usize).map(str::to_string).collect();
    columns.into_iter().map(part).collect()
}

/// Every table of which the overview shows something.
fn tables(tape: &mut Tape, data: &mut Dataset) {
    let about = &mut data.about;
    for word in [&mut about.name, &mut about.version, &mut about.updated, &mut about.licence] {
        tape.word(word);
    }
    tape.text(&mut about.title);
    tape.rows(&mut data.sources, blank::source, source);
    tape.rows(&mut data.places, blank::place, place);
    tape.rows(&mut data.communities, blank::community, community);
    tape.rows(&mut data.units, blank::unit, unit);
    tape.rows(&mut data.codes, blank::code, code);
    tape.rows(&mut data.indicators, blank::indicator, indicator);
    tape.rows(&mut data.observations, blank::observation, observation);
    tape.rows(&mut data.systems, blank::system, system);
    // How many a community has; what they are comes later.
    tape.rows(&mut data.practices, blank::practice, |tape, row| tape.number(&mut row.community.0));
}

/// The tables of which the overview shows nothing.
fn later_tables(tape: &mut Tape, data: &mut Dataset) {
    tape.late_text(&mut data.about.creator);
    tape.late_text(&mut data.about.method);
    tape.rows(&mut data.about.changes, Change::default, change);
    tape.rows(&mut data.derived, blank::derived, derived);
    tape.rows(&mut data.checks, blank::check, check);
    tape.rows(&mut data.practices, blank::practice, practice);
    tape.rows(&mut data.systems, blank::system, |tape, row| tape.rows(&mut row.parts, blank::part, part));
}

/// A word of a closed vocabulary that the overview does not need.
fn late_code<T: Copy>(tape: &mut Tape, value: &mut T, code: fn(T) -> &'static str, known: fn(&str) -> Option<T>) {
    let mut word = code(*value).to_string();
    tape.late(&mut word);
    *value = known(&word).unwrap_or(*value);
}

fn change(tape: &mut Tape, row: &mut Change) {
    tape.word(&mut row.version);
    tape.word(&mut row.day);
    tape.late_text(&mut row.said);
}

fn source(tape: &mut Tape, row: &mut Source) {
    tape.word(&mut row.key);
    tape.word(&mut row.article);
    // The overview names the articles; of the reports of the library it says how many there are.
    let is_early = !row.article.is_empty();
    tape.text_when(is_early, &mut row.label);
    tape.maybe_when(is_early, &mut row.title);
    tape.flag(&mut row.title_truncated);
    tape.text_when(is_early, &mut row.publisher);
    tape.maybe_late(&mut row.author);
    tape.maybe_date(&mut row.published_stated);
    tape.maybe_date(&mut row.published_from_url);
    tape.maybe_when(is_early, &mut row.url);
    tape.maybe_date(&mut row.repost_date);
    tape.word(&mut row.script);
    tape.late_text(&mut row.note);
    tape.late_optional(&mut row.sha256);
    tape.maybe_date(&mut row.accessed);
    let mut reposted: Vec<Text> = row.repost_publisher.take().into_iter().collect();
    tape.rows(&mut reposted, Text::default, Tape::late_text);
    row.repost_publisher = reposted.pop();
}

fn place(tape: &mut Tape, row: &mut Place) {
    tape.code(&mut row.level, PlaceLevel::ALL);
    // What lies below the districts is no filter, and stands on pages of the later half.
    let is_early = row.level <= PlaceLevel::District;
    tape.word_when(is_early, &mut row.key);
    tape.text_when(is_early, &mut row.name);
    tape.maybe_id(&mut row.parent);
    tape.code(&mut row.basis, Basis::ALL);
    tape.late_text(&mut row.note);
    // A province's says where its tile of the map is.
    tape.maybe_when(row.level == PlaceLevel::Province, &mut row.gb2260);
}

fn community(tape: &mut Tape, row: &mut Community) {
    tape.word(&mut row.key);
    tape.text(&mut row.name);
    tape.number(&mut row.place.0);
    tape.list(&mut row.types);
    tape.list(&mut row.settlements);
    tape.list(&mut row.sources);
    tape.late_text(&mut row.note);
    tape.code(&mut row.collection, Collection::ALL);
    tape.code(&mut row.kind, CommunityKind::ALL);
    tape.maybe_id(&mut row.parent);
}

fn unit(tape: &mut Tape, row: &mut Unit) {
    tape.word(&mut row.key);
    tape.text(&mut row.name);
    tape.word(&mut row.singular_en);
    tape.maybe_id(&mut row.base);
    tape.amount(&mut row.factor);
    let role = tape.maybe(row.role.map(|role| role as u32));
    row.role = role.and_then(|role| UnitRole::ALL.get(role as usize).copied());
    tape.late_optional(&mut row.ucum);
    tape.late_optional(&mut row.currency);
}

fn code(tape: &mut Tape, row: &mut Code) {
    tape.code(&mut row.list, CodeList::ALL);
    // What only pages of the later half speak of.
    let is_early = !matches!(row.list, CodeList::Motif | CodeList::Actor);
    tape.word_when(is_early, &mut row.code);
    tape.text_when(is_early, &mut row.name);
    tape.number(&mut row.roles.0);
    // The overview says what its own groups mean.
    tape.text_when(row.roles.has(Role::Overview), &mut row.note);
}

fn indicator(tape: &mut Tape, row: &mut Indicator) {
    tape.word(&mut row.key);
    tape.text(&mut row.name);
    tape.late_text(&mut row.definition);
    tape.number(&mut row.unit.0);
    tape.code(&mut row.kind, ValueKind::ALL);
    tape.number(&mut row.group.0);
    tape.word(&mut row.comparable);
    tape.code(&mut row.polarity, Polarity::ALL);
    tape.maybe_id(&mut row.family);
    tape.late_text(&mut row.base);
}

fn observation(tape: &mut Tape, row: &mut Observation) {
    tape.word(&mut row.key);
    tape.number(&mut row.community.0);
    tape.number(&mut row.indicator.0);
    tape.code(&mut row.scope, Scope::ALL);
    tape.text(&mut row.scope_name);
    tape.maybe_amount(&mut row.value);
    tape.code(&mut row.bound, Bound::ALL);
    tape.code(&mut row.status, ObsStatus::ALL);
    tape.number(&mut row.unit.0);
    tape.period(&mut row.period);
    tape.code(&mut row.period_type, PeriodType::ALL);
    tape.code(&mut row.bases.start, PeriodBasis::ALL);
    tape.code(&mut row.bases.end, PeriodBasis::ALL);
    tape.number(&mut row.source.0);
    // What is said beside a number that is only known from below is the phrase's: 超, 以上.
    let words = |phrase: &str| row.bound == Bound::AtLeast && Least::of(phrase) != Least::More;
    let mut is_early = words(&row.locator) || row.locator_hans.as_deref().is_some_and(words);
    tape.flag(&mut is_early);
    tape.word_when(is_early, &mut row.locator);
    tape.maybe_when(is_early, &mut row.locator_hans);
    tape.code(&mut row.reading, Reading::ALL);
    tape.code(&mut row.salience, Salience::ALL);
    tape.maybe_id(&mut row.system);
    tape.late_text(&mut row.note);
    tape.maybe_id(&mut row.same_as);
    tape.code(&mut row.grade, Grade::ALL);
    tape.maybe_date(&mut row.retrieved_on);
    tape.code(&mut row.read_by, ReadBy::ALL);
}

fn system(tape: &mut Tape, row: &mut System) {
    tape.word(&mut row.key);
    tape.number(&mut row.community.0);
    tape.maybe_id(&mut row.parent);
    tape.late_text(&mut row.name);
    tape.code(&mut row.form, Form::ALL);
    tape.list(&mut row.topics);
    tape.list(&mut row.targets);
    tape.list(&mut row.motifs);
    tape.code(&mut row.parts_kind, PartsKind::ALL);
    row.parts_stated = tape.maybe(row.parts_stated.map(u32::from)).map(|count| count as u16);
    tape.period(&mut row.since);
    tape.number(&mut row.source.0);
    tape.late(&mut row.locator);
    tape.maybe_late(&mut row.locator_hans);
    tape.late_text(&mut row.summary);
    late_code(tape, &mut row.parts_list, PartsList::code, PartsList::from_code);
}

fn part(tape: &mut Tape, row: &mut Part) {
    row.order = tape.maybe(row.order.map(u32::from)).map(|order| order as u16);
    tape.late_text(&mut row.name);
    tape.late_text(&mut row.actor);
    tape.maybe_id(&mut row.system);
    tape.list(&mut row.actors);
}

fn derived(tape: &mut Tape, row: &mut DerivedIndicator) {
    tape.word(&mut row.key);
    tape.late_text(&mut row.name);
    tape.number(&mut row.numerator.0);
    tape.maybe_id(&mut row.denominator);
    tape.maybe_amount(&mut row.divisor);
    tape.amount(&mut row.scale);
    tape.late_text(&mut row.unit);
    tape.code(&mut row.polarity, Polarity::ALL);
    tape.late_text(&mut row.caveat);
}

fn check(tape: &mut Tape, row: &mut Check) {
    tape.word(&mut row.key);
    tape.maybe_id(&mut row.community);
    tape.code(&mut row.op, CheckOp::ALL);
    tape.maybe_id(&mut row.stated);
    tape.list(&mut row.operands);
    tape.list(&mut row.systems);
    tape.maybe_id(&mut row.practice);
    tape.maybe_amount(&mut row.constant);
    tape.amount(&mut row.scale);
    tape.late_text(&mut row.name);
    tape.late_text(&mut row.note);
}

fn practice(tape: &mut Tape, row: &mut Practice) {
    tape.word(&mut row.key);
    tape.late_text(&mut row.problem);
    tape.code(&mut row.problem_basis, Basis::ALL);
    tape.late_text(&mut row.action);
    tape.late_text(&mut row.actors);
    tape.late_text(&mut row.outcome);
    tape.late_text(&mut row.terms);
    tape.list(&mut row.topics);
    tape.list(&mut row.targets);
    tape.list(&mut row.systems);
    tape.list(&mut row.observations);
    tape.number(&mut row.source.0);
    tape.late(&mut row.locator);
    tape.maybe_late(&mut row.locator_hans);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(parts: &Parts) -> Result<(Dataset, Lexicon), PackedError> {
        let mut dataset = first(&parts.first)?;
        complete(&mut dataset, &parts.rest).map(|lexicon| (dataset, lexicon))
    }

    #[test]
    fn refuses_other_versions_and_damage() {
        let parts = to_parts(&Dataset::default(), &Lexicon::default());
        assert_eq!(whole(&parts), Ok((Dataset::default(), Lexicon::default())));
        assert_eq!(first(&[]), Err(PackedError::Version));
        assert_eq!(first(&[VERSION + 1]), Err(PackedError::Version));
        assert_eq!(first(&parts.first[..parts.first.len() - 1]), Err(PackedError::Damaged));
        assert_eq!(complete(&mut Dataset::default(), &parts.rest[..1]), Err(PackedError::Damaged));
    }

    #[test]
    fn every_word_comes_back_to_its_place() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
        let data = crate::validate::package(&|name| std::fs::read(folder.join(name)).ok(), None).value;
        let lexicon = crate::text::script::sample();
        assert!(!data.observations.is_empty());
        let parts = to_parts(&data, &lexicon);
        // The rest of one package does not fit another.
        assert_eq!(complete(&mut Dataset::default(), &parts.rest), Err(PackedError::Damaged));
        assert_eq!(whole(&parts), Ok((data, lexicon)));
    }
}
