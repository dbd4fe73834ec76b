//! Finding things by typing: 汉字, pinyin, initials, traditional forms, English.
//!
//! Owns: folding of what was typed, and the order of what was found. May use: [`Lexicon`], [`fold`](mod@super::fold). Deliberately absent: what is
//! searched and how it is shown. It looks at every text in turn, which is quick for thousands; a register of hundreds of
//! thousands would put another index behind the same two calls.

use super::{Lexicon, fold};
use crate::model::order;

/// How well a text matches, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The whole text, as typed.
    Exact,
    /// The text starts so.
    Prefix,
    /// A word of the text starts so.
    WordStart,
    /// It occurs somewhere.
    Inside,
    /// Pinyin of the whole text.
    PinyinExact,
    /// The text starts with this pinyin.
    PinyinPrefix,
    /// This pinyin occurs somewhere.
    Pinyin,
    /// The text starts with these initials (or initials mixed with syllables).
    InitialsPrefix,
    /// These initials occur somewhere.
    Initials,
}

/// One character of a folded text.
#[derive(Debug, Clone)]
struct Letter {
    character: char,
    starts_word: bool,
    /// Its readings, as a stretch of [`Index::readings`].
    readings: (u32, u32),
}

/// A text that can be found.
#[derive(Debug, Clone)]
struct Entry {
    /// The number of what it stands for.
    key: u32,
    /// How much a word in it says of that, as one bit: see [`Index::add_weighed`].
    weight: u32,
    letters: Vec<Letter>,
}

/// Texts that can be found, each under the number of what it stands for.
#[derive(Debug, Clone, Default)]
pub struct Index {
    texts: Vec<Entry>,
    /// Rows of the lexicon's syllables.
    readings: Vec<u16>,
}

/// Query positions are the bits of a `u64`, so this many characters of a query are looked at.
const LONGEST_QUERY: usize = 63;

impl Rank {
    /// Whether a text, or a word of it, begins with what was typed, as it is written or as it is read.
    pub fn is_beginning(self) -> bool {
        !matches!(self, Rank::Inside | Rank::Pinyin | Rank::Initials)
    }
}

/// The ways to take what was typed for two things side by side, `竹隐 户数` or `zyhs`: in their order, and where they stand
/// apart also the other way round. What is a word, or part of one, is not cut where words stand apart.
pub fn pairs(query: &str, lexicon: &Lexicon) -> Vec<(String, String)> {
    let folded = fold(query, lexicon);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut pairs = Vec::new();
    if let [word] = words[..] {
        let cuts = word.char_indices().map(|(at, _)| at).skip(1).take(LONGEST_QUERY);
        pairs.extend(cuts.map(|at| (word[..at].to_string(), word[at..].to_string())));
    }
    for at in 1..words.len().min(LONGEST_QUERY) {
        let (one, other) = (words[..at].join(" "), words[at..].join(" "));
        pairs.push((one.clone(), other.clone()));
        pairs.push((other, one));
    }
    pairs
}

impl Index {
    /// Adds a text under a number. Add the texts of one number one after the other, its name first.
    pub fn add(&mut self, key: u32, text: &str, lexicon: &Lexicon) {
        self.add_weighed(key, 1, text, lexicon);
    }

    /// Adds a text under a number as [`Index::add`] does, with a power of two, at most 2²⁰, for how much a word in it says of
    /// what the number stands for. For [`Index::answers`] one text of a weight outdoes any number of texts of lesser weights.
    pub fn add_weighed(&mut self, key: u32, weight: u32, text: &str, lexicon: &Lexicon) {
        let mut letters = Vec::new();
        let mut starts_word = true;
        for character in fold(text, lexicon).chars() {
            if character == ' ' {
                starts_word = true;
                continue;
            }
            let from = self.readings.len() as u32;
            self.readings.extend(lexicon.reading_rows(character).iter().map(|(_, row)| *row));
            let after_other_script =
                letters.last().is_some_and(|last: &Letter| last.character.is_ascii() != character.is_ascii());
            let readings = (from, self.readings.len() as u32);
            letters.push(Letter { character, starts_word: starts_word || after_other_script, readings });
            starts_word = false;
        }
        if !letters.is_empty() {
            self.texts.push(Entry { key, weight, letters });
        }
    }

    /// The numbers of everything that matches, best first, equals in the order they were added. A query matches a text as
    /// one run, or word by word over all texts of one number. An empty query finds nothing.
    pub fn search(&self, query: &str, lexicon: &Lexicon) -> Vec<u32> {
        self.ranked(query, lexicon).into_iter().map(|(_, key)| key).collect()
    }

    /// What [`Index::search`] finds, each with how well it matches.
    pub fn ranked(&self, query: &str, lexicon: &Lexicon) -> Vec<(Rank, u32)> {
        let folded = fold(query, lexicon);
        let run: Vec<char> = folded.chars().filter(|it| *it != ' ').take(LONGEST_QUERY).collect();
        if run.is_empty() {
            return Vec::new();
        }
        let mut words: Vec<Vec<char>> =
            folded.split(' ').map(|word| word.chars().take(LONGEST_QUERY).collect()).collect();
        if words.len() == 1 {
            words.clear();
        }
        let mut found: Vec<(Rank, u32)> = Vec::new();
        for texts in self.texts.chunk_by(|one, two| one.key == two.key) {
            let best = |query: &[char]| texts.iter().filter_map(|text| self.rank(&text.letters, query, lexicon)).min();
            let every_word =
                || words.iter().map(|word| best(word)).try_fold(Rank::WordStart, |worst, it| Some(worst.max(it?)));
            let rank = match best(&run) {
                None if !words.is_empty() => every_word(),
                Some(rank) if rank > Rank::Inside && !words.is_empty() => {
                    every_word().map_or(Some(rank), |it| Some(rank.min(it)))
                }
                rank => rank,
            };
            if let Some(rank) = rank {
                found.push((rank, texts[0].key));
            }
        }
        order::sorted_by_key(&found, |(rank, _)| *rank)
    }

    /// What answers a need told in words, best first, and whether it answers all of it.
    ///
    /// Every word must be found. Han characters that no text has in one run are looked for in overlapping pairs, so that
    /// 老人吃饭 finds what speaks of 老人 and of 吃饭. What answers only half or more follows. Words that many have
    /// (老人, 小区) say nothing about which is meant: alone they find all of them, beside others nothing by themselves.
    /// Pinyin stands for the Han characters that begin a word of some text and are read so: `ting che` is 停车 or nothing, not
    /// any 庭 and any 车. Of things that answer alike, first comes where the words stand in texts of more weight, then where
    /// they are the whole text or begin it.
    pub fn answers(&self, need: &str, lexicon: &Lexicon) -> Vec<(u32, bool)> {
        let things: Vec<&[Entry]> = self.texts.chunk_by(|one, two| one.key == two.key).collect();
        let folded = fold(need, lexicon);
        let typed = folded.split(' ').filter(|word| !word.is_empty());
        let typed: Vec<Vec<char>> = typed.map(|word| word.chars().take(LONGEST_QUERY).collect()).collect();
        let words = (0..typed.len()).map(|at| self.wanted(&typed, at, &things, lexicon));
        let (common, telling): (Vec<Wanted>, Vec<Wanted>) = words.partition(|word| word.whole.is_common);
        let (words, beside) = if telling.is_empty() { (common, Vec::new()) } else { (telling, common) };
        let total: usize = words.iter().map(|word| word.telling(None).0).sum();
        let mut found: Vec<((bool, usize, u32), u32)> = Vec::new();
        for (at, thing) in things.iter().enumerate() {
            let met = words.iter().map(|word| word.telling(Some(at)).1).sum::<usize>();
            let all = words.iter().chain(beside.iter().filter(|word| !word.is_latin)).all(|word| word.is_met(at));
            if total > 0 && (all || met * 2 >= total && met > 1) {
                let worth = words.iter().chain(&beside).map(|word| word.worth(at)).fold(0, u32::saturating_add);
                found.push(((!all, total - met, u32::MAX - worth), thing[0].key));
            }
        }
        let sorted = order::sorted_by_key(&found, |(place, _)| *place);
        sorted.into_iter().map(|((partly, ..), key)| (key, !partly)).collect()
    }

    /// Where a word of a need stands: whole, or else its pairs.
    fn wanted(&self, typed: &[Vec<char>], at: usize, things: &[&[Entry]], lexicon: &Lexicon) -> Wanted {
        let word = &typed[at];
        let (mut written, is_syllable) = self.spelt(typed, at, lexicon);
        // What is a syllable of a word is not a word too: `lao ren` does not speak of rent.
        if !is_syllable {
            written.push(word.clone());
        }
        let is_han = word.iter().all(|letter| !letter.is_ascii());
        let pair = |pair: &[char]| Occurrence::of(&[pair.to_vec()], things);
        Wanted {
            length: word.len(),
            is_latin: word.iter().all(char::is_ascii),
            whole: Occurrence::of(&written, things),
            parts: if is_han && word.len() > 2 { word.windows(2).map(pair).collect() } else { Vec::new() },
        }
    }

    /// What a word of a need may be the pinyin of, and whether it is only a part of that: alone, or with its neighbours. A syllable
    /// that has neighbours in Latin letters stands for no character by itself.
    fn spelt(&self, typed: &[Vec<char>], at: usize, lexicon: &Lexicon) -> (Vec<Vec<char>>, bool) {
        let is_latin = |word: &&Vec<char>| word.iter().all(char::is_ascii);
        let before = at.checked_sub(1).and_then(|before| typed.get(before)).filter(is_latin);
        let after = typed.get(at + 1).filter(is_latin);
        let word = &typed[at];
        let mut spelt = self.read_so(word, lexicon);
        let mut is_syllable = false;
        if is_latin(&word) && (before.is_some() || after.is_some()) {
            let joined = [before.map(|before| (before, word)), after.map(|after| (word, after))];
            for (one, two) in joined.into_iter().flatten() {
                let together = self.read_so(&[&one[..], &two[..]].concat(), lexicon);
                is_syllable |= !together.is_empty();
                spelt.extend(together);
            }
            spelt.retain(|characters| characters.len() > 1);
        }
        (spelt, is_syllable)
    }

    /// The Han characters that begin a word of some text and are read as typed, the last syllable perhaps unfinished.
    fn read_so(&self, typed: &[char], lexicon: &Lexicon) -> Vec<Vec<char>> {
        let mut found: Vec<Vec<char>> = Vec::new();
        if typed.len() > LONGEST_QUERY || !typed.iter().any(char::is_ascii_lowercase) {
            return found;
        }
        for letters in self.texts.iter().map(|text| &text.letters) {
            for start in (0..letters.len()).filter(|start| letters[*start].starts_word) {
                let Some(end) = self.run(&letters[start..], typed, Way::Syllables, lexicon) else { continue };
                let read: Vec<char> = letters[start..start + end].iter().map(|letter| letter.character).collect();
                if !read.iter().any(char::is_ascii) && !found.contains(&read) {
                    found.push(read);
                }
            }
        }
        found
    }

    fn rank(&self, letters: &[Letter], query: &[char], lexicon: &Lexicon) -> Option<Rank> {
        use Rank::*;
        let is_latin = query.iter().any(char::is_ascii_lowercase);
        let ways: &[Way] = if is_latin { &[Way::Literal, Way::Syllables, Way::Initials] } else { &[Way::Literal] };
        let mut best: Option<Rank> = None;
        for way in ways {
            for start in 0..letters.len() {
                let Some(end) = self.run(&letters[start..], query, *way, lexicon) else { continue };
                let whole = start == 0 && end == letters.len();
                let rank = match way {
                    Way::Literal if whole => Exact,
                    Way::Literal if start == 0 => Prefix,
                    Way::Literal if letters[start].starts_word => WordStart,
                    Way::Literal => Inside,
                    Way::Syllables if whole => PinyinExact,
                    Way::Syllables if start == 0 => PinyinPrefix,
                    Way::Syllables => Pinyin,
                    Way::Initials if start == 0 => InitialsPrefix,
                    Way::Initials => Initials,
                };
                best = Some(best.map_or(rank, |best| best.min(rank)));
            }
            if best.is_some() {
                break;
            }
        }
        best
    }

    /// Whether the query is used up by letters from the first one on, and by how many. All ways to divide it into
    /// syllables are followed at once: bit `n` means that `n` characters of the query are used up.
    fn run(&self, letters: &[Letter], query: &[char], way: Way, lexicon: &Lexicon) -> Option<usize> {
        let mut reached = 1u64;
        for (at, letter) in letters.iter().enumerate() {
            let mut next = 0u64;
            for used in (0..query.len()).filter(|used| reached & (1 << used) != 0) {
                let rest = &query[used..];
                if rest[0] == letter.character {
                    next |= 1 << (used + 1);
                }
                if way == Way::Literal || !rest[0].is_ascii_lowercase() {
                    continue;
                }
                let rows = &self.readings[letter.readings.0 as usize..letter.readings.1 as usize];
                for syllable in rows.iter().filter_map(|row| lexicon.syllables.get(usize::from(*row))) {
                    next |= shared(syllable, rest, way) << used;
                }
            }
            if next & (1 << query.len()) != 0 {
                return Some(at + 1);
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }
}

/// Where among the things sought through some characters stand.
struct Occurrence {
    /// What it is worth that a thing has them; 0 where it has not.
    worth: Vec<u32>,
    /// Whether so many have them that they say nothing about which is meant.
    is_common: bool,
}

impl Occurrence {
    /// Where a word stands that may be written in several ways.
    fn of(written: &[Vec<char>], things: &[&[Entry]]) -> Occurrence {
        let worth = |thing: &&[Entry]| {
            let (mut weights, mut best) = (0, 0);
            for text in *thing {
                let fit = written.iter().map(|word| fit(&text.letters, word)).max().unwrap_or_default();
                if fit > 0 {
                    weights |= text.weight;
                    best = fit.max(best);
                }
            }
            weights * FITS + best
        };
        let worth: Vec<u32> = things.iter().map(worth).collect();
        let count = worth.iter().filter(|worth| **worth > 0).count();
        Occurrence { is_common: count > 2 && count * 8 > worth.len(), worth }
    }

    fn has(&self, at: usize) -> bool {
        self.worth[at] > 0
    }
}

/// How many ways there are in which a text can have a word, [`fit`] among them.
const FITS: u32 = 4;

/// How well a text has a word: 3 as the whole, 2 at the start of it, 1 elsewhere, 0 not at all. Latin letters count only from
/// the start of a word.
fn fit(letters: &[Letter], word: &[char]) -> u32 {
    let is_latin = word.iter().all(char::is_ascii);
    let stands = |start: &usize| {
        let there = letters[*start..].iter().map(|letter| letter.character);
        (!is_latin || letters[*start].starts_word) && there.take(word.len()).eq(word.iter().copied())
    };
    match (0..letters.len()).find(stands) {
        Some(0) if word.len() == letters.len() => 3,
        Some(0) => 2,
        Some(_) => 1,
        None => 0,
    }
}

/// A word of a need.
struct Wanted {
    length: usize,
    is_latin: bool,
    whole: Occurrence,
    /// Overlapping pairs of its characters.
    parts: Vec<Occurrence>,
}

impl Wanted {
    /// How many of its characters tell one thing from another, and how many of those a thing has.
    fn telling(&self, at: Option<usize>) -> (usize, usize) {
        let has_whole = at.is_some_and(|at| self.whole.has(at));
        if self.parts.is_empty() {
            return (self.length, if has_whole { self.length } else { 0 });
        }
        let is_telling = |place: &usize| !self.around(*place).any(|part| part.is_common);
        let places: Vec<usize> = (0..self.length).filter(is_telling).collect();
        let is_met = |place: &&usize| has_whole || at.is_some_and(|at| self.around(**place).any(|part| part.has(at)));
        let met = places.iter().filter(is_met).count();
        (places.len(), met)
    }

    /// Whether a thing has the word, or all its characters in pairs.
    fn is_met(&self, at: usize) -> bool {
        let covered = |place: usize| self.around(place).any(|part| part.has(at));
        self.whole.has(at) || !self.parts.is_empty() && (0..self.length).all(covered)
    }

    /// What it is worth that a thing has the word; where it has only pairs of it, their mean.
    fn worth(&self, at: usize) -> u32 {
        match (self.whole.worth[at], self.parts.len() as u32) {
            (0, 1..) => self.parts.iter().map(|part| part.worth[at]).sum::<u32>() / self.parts.len() as u32,
            (whole, _) => whole,
        }
    }

    /// The pairs a character stands in.
    fn around(&self, place: usize) -> impl Iterator<Item = &Occurrence> {
        [place.checked_sub(1), Some(place)].into_iter().flatten().filter_map(|part| self.parts.get(part))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As typed.
    Literal,
    /// Whole syllables, the last one perhaps unfinished.
    Syllables,
    /// Also initials.
    Initials,
}

/// How much of a query one syllable may use up, as bits.
fn shared(syllable: &str, query: &[char], way: Way) -> u64 {
    let common = syllable.bytes().zip(query).take_while(|(byte, typed)| char::from(*byte) == **typed).count();
    let mut uses = 0;
    if common > 0 && (common == syllable.len() || common == query.len()) {
        uses |= 1 << common;
    }
    if way == Way::Initials && common > 0 {
        uses |= 1 << 1;
        if common > 1 && syllable.as_bytes()[1] == b'h' {
            uses |= 1 << 2;
        }
    }
    uses
}

/// How alike two folded texts look, in percent: the share of neighbouring letters that a word of each has in common, of the two
/// words most alike. Only for Latin letters: one Han character makes another word. Words of few
/// letters are not alike, nor are words that begin with different ones.
pub fn likeness(one: &str, other: &str) -> u32 {
    const SHORTEST: usize = 4;
    let pairs = |word: &str| -> Vec<[u8; 2]> { word.as_bytes().windows(2).map(|pair| [pair[0], pair[1]]).collect() };
    let latin = |text: &str| -> Vec<Vec<[u8; 2]>> {
        text.split(' ').filter(|word| word.is_ascii() && word.len() >= SHORTEST).map(pairs).collect()
    };
    let mut best = 0;
    for word in latin(one) {
        for other in latin(other).into_iter().filter(|other| other[0][0] == word[0][0]) {
            let mut left = other.clone();
            let mut shared = 0;
            for pair in &word {
                if let Some(at) = left.iter().position(|other| other == pair) {
                    left.swap_remove(at);
                    shared += 2;
                }
            }
            best = best.max(100 * shared / (word.len() + other.len()) as u32);
        }
    }
    best
}

/// Brings text to the one form in which it is compared: ordinary characters for look-alikes, simplified, lower-case, half-width,
/// without accents, every run of spaces and punctuation one space.
pub fn fold(text: &str, lexicon: &Lexicon) -> String {
    const ACCENTED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹ";
    const PLAIN: &[u8] = b"aaaaeeeeiiiioooouuuuvvvvvennn";
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in lexicon.to_hans(&fold::fold(text)).chars() {
        let character = match character {
            'A'..='Z' => character.to_ascii_lowercase(),
            '²' => '2',
            '³' => '3',
            '\u{0300}'..='\u{036F}' => continue,
            'À'..='ǿ' => {
                // Capitals stand 32 before their small letters in Latin-1, and one before them in Latin Extended.
                let small = character as u32 + if character <= 'Þ' { 32 } else { 1 };
                let mut known = ACCENTED.chars().zip(PLAIN);
                let known = known.find(|(accented, _)| *accented == character || *accented as u32 == small);
                known.map_or(character, |(_, plain)| char::from(*plain))
            }
            other => other,
        };
        if is_gap(character) {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(character);
    }
    out
}

/// Spaces, control characters, punctuation and signs.
fn is_gap(character: char) -> bool {
    match character {
        '\0'..='\u{7F}' => !character.is_ascii_alphanumeric(),
        '々' | '〇' => false,
        '\u{80}'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '・' => true,
        '\u{FE10}'..='\u{FE6F}' | '\u{FF5F}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::sample;
    use super::*;

    const ENTRIES: &[(u32, &[&str])] = &[
        (0, &["竹隐社区", "Zhuyin Community", "长沙"]),
        (1, &["水涯社区", "Shuiya Community"]),
        (2, &["窑洲社区", "Yaozhou Community"]),
        (3, &["一站式服务平台", "One-stop service platform"]),
        (4, &["平湖社区", "Pinghu Community"]),
        (5, &["党建网格", "Party-building grid", "2.0版"]),
        (6, &["社区", "community"]),
        (7, &["网格化", "Grid management in communities"]),
        (8, &["妇女之家", "Women's home"]),
    ];

    fn check(query: &str, expected: &[u32]) {
        let lexicon = sample();
        let mut index = Index::default();
        for (key, texts) in ENTRIES {
            texts.iter().for_each(|text| index.add(*key, text, &lexicon));
        }
        assert_eq!(index.search(query, &lexicon), expected, "{query:?}");
    }

    #[test]
    fn han_characters_are_found_anywhere() {
        check("竹隐", &[0]);
        check("服务", &[3]);
        check("长沙", &[0]);
        check("不存在", &[]);
    }

    #[test]
    fn pinyin_is_found_whole_unfinished_or_by_initials() {
        check("zhuyin", &[0]);
        check("shuiya", &[1]);
        check("zhuy", &[0]);
        check("fuwupin", &[3]);
        check("zhu yin", &[0]);
        check("zhúyǐn", &[0]);
        check("ZhuYin", &[0]);
        check("zysq", &[0]);
        check("zhysq", &[0]);
        check("zhuysq", &[0]);
        check("pinghushequ", &[4]);
        check("wangge", &[7, 5]);
        check("changsha", &[0]);
        check("zhangsha", &[0]);
        check("nv", &[8]);
        check("yizhanshifuwu", &[3]);
        check("yzsfw", &[3]);
    }

    #[test]
    fn scripts_may_be_mixed() {
        check("竹yin", &[0]);
        check("竹隐sq", &[0]);
        check("zhu隐", &[0]);
        check("党jian", &[5]);
        check("竹隐 community", &[0]);
    }

    #[test]
    fn traditional_and_full_width_input_finds_the_same() {
        check("竹隱社區", &[0]);
        check("窯洲", &[2]);
        check("ｚｈｕｙｉｎ", &[0]);
        check("　竹隐　", &[0]);
        check("“竹隐”", &[0]);
        check("２.０", &[5]);
        // Look-alikes, as they are copied from a PDF: Kangxi radicals, the radicals supplement, compatibility ideographs.
        check("\u{2F75}隐", &[0]);
        check("\u{2F54}涯", &[1]);
        check("\u{2ED3}沙", &[0]);
        check("妇\u{2F25}", &[8]);
        check("竹\u{200B}隐\u{FE00}", &[0]);
        check("ｚｈｕ　ＹＩＮ", &[0]);
    }

    #[test]
    fn english_words_are_found_by_their_starts_and_together() {
        check("serv", &[3]);
        check("service one", &[3]);
        check("one stop", &[3]);
        check("grid", &[7, 5]);
        check("party grid", &[5]);
        check("grid nothing", &[]);
        check("women's", &[8]);
        check("ommunit", &[0, 1, 2, 4, 6, 7]);
    }

    #[test]
    fn better_matches_come_first_and_equals_keep_their_order() {
        check("社区", &[6, 0, 1, 2, 4]);
        check("community", &[6, 0, 1, 2, 4]);
        check("shequ", &[6, 0, 1, 2, 4]);
        check("sq", &[6, 0, 1, 2, 4]);
        check("ping", &[4, 3]);
    }

    #[test]
    fn the_start_of_a_word_comes_before_its_inside() {
        let lexicon = sample();
        let mut index = Index::default();
        for (key, text) in ["upgrids", "党建grid", "party-grid", "grids", "grid"].iter().enumerate() {
            index.add(key as u32, text, &lexicon);
        }
        assert_eq!(index.search("grid", &lexicon), [4, 3, 1, 2, 0]);
    }

    #[test]
    fn a_need_is_answered_whole_before_in_part() {
        let lexicon = sample();
        let mut index = Index::default();
        let texts =
            ["老人多", "助餐;送餐;老人吃饭难", "吃饭;食堂;社区老人", "楼道;社区", "社区水压", "社区 elderly care"];
        for (key, text) in texts.iter().enumerate() {
            text.split(';').for_each(|text| index.add(key as u32, text, &lexicon));
        }
        let check =
            |need: &str, expected: &[(u32, bool)]| assert_eq!(index.answers(need, &lexicon), expected, "{need}");
        check("老人吃饭", &[(1, true), (2, true)]);
        // 吃饭 is the whole of a text of the other.
        check("吃饭 老人", &[(2, true), (1, true)]);
        check("食堂送餐", &[(1, false), (2, false)]);
        check("社区停车", &[]);
        check("停车", &[]);
        check("水压低", &[(4, false)]);
        check("elderly", &[(5, true)]);
        check("lder", &[]);
        check("社区", &[(3, true), (2, true), (4, true), (5, true)]);
        check("", &[]);
    }

    #[test]
    fn an_answer_comes_first_where_the_word_weighs_most() {
        let lexicon = sample();
        let mut index = Index::default();
        let texts = [
            (0, 1, "吃饭"),
            (0, 2, "吃饭"),
            (1, 2, "社区吃饭"),
            (2, 2, "吃饭难"),
            (3, 4, "社区里吃饭难"),
            (4, 2, "社区吃饭"),
            (4, 1, "水压"),
        ];
        for (key, weight, text) in texts {
            index.add_weighed(key, weight, text, &lexicon);
        }
        let keys = |need: &str| index.answers(need, &lexicon).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!(keys("吃饭"), [3, 0, 2, 1, 4]);
        assert_eq!(keys("水压"), [4]);
        // A part of the need, told apart by the weight of the text it is in.
        assert_eq!(index.answers("水压吃饭", &lexicon)[0], (4, true));
    }

    #[test]
    fn pinyin_answers_as_what_it_writes_and_never_by_scattered_syllables() {
        let lexicon = sample();
        let mut index = Index::default();
        for (key, text) in ["水涯", "社区水涯低", "社区竹子、隐边", "竹隐", "水平;涯板", "water"].iter().enumerate()
        {
            text.split(';').for_each(|text| index.add(key as u32, text, &lexicon));
        }
        let check = |need: &str, expected: &[u32]| {
            let found = index.answers(need, &lexicon).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
            assert_eq!(found, expected, "{need}");
        };
        let both = [0, 1];
        for typed in ["水涯", "shuiya", "shui ya", "SHUI YA", "shuǐyá", "shui涯", "shuiy"] {
            check(typed, &both);
        }
        check("zhuyin", &[3]);
        check("zhu yin", &[3]);
        check("yin zhu", &[]);
        check("ping ya", &[]);
        // One syllable alone is what begins a word.
        check("zhu", &[3, 2]);
        check("wat", &[5]);
        check("ater", &[]);
    }

    #[test]
    fn a_misspelt_word_is_like_the_word() {
        for (one, other, alike) in [
            ("water", "water pressure", true),
            ("watter", "water pressure", true),
            ("wter", "water", true),
            ("parking", "pavement", false),
            ("water", "fire risk", false),
            ("停车", "停水", false),
            ("", "water", false),
            ("a", "a", false),
            ("che", "cheap", false),
            ("ting", "meeting", false),
        ] {
            assert_eq!(likeness(one, other) >= 50, alike, "{one} {other}: {}", likeness(one, other));
        }
        assert_eq!((likeness("water", "water"), likeness("aaaa", "aaaaaaa")), (100, 66));
    }

    #[test]
    fn odd_input_is_harmless() {
        check("", &[]);
        check(" ，。！ ", &[]);
        check("🎋", &[]);
        check(&"a".repeat(500), &[]);
        check(&"竹隐".repeat(500), &[]);
        check("\u{0}\u{FEFF}竹隐", &[0]);
    }

    #[test]
    fn folding_makes_one_form() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text, &sample()), expected, "{text:?}");
        check("  “三竹”　党建 ", "三竹 党建");
        check("ＡＢＣ１２３", "abc123");
        check("鄰裏", "邻里");
        check("person-times", "person times");
        check("lǜ Ü", "lv v");
        check("m²", "m2");
        check("人〇々", "人〇々");
        check("zhu\u{301}", "zhu");
        check("É", "e");
        check("\u{2F08}\u{2F1D}", "人口");
        check("\u{2FA6}科园", "金科园");
        check("居\u{2EA0}", "居民");
        check("\u{F934}年", "老年");
        check("\u{2ED3}沙", "长沙");
        check("ＡＢ\u{202E}ｃ", "abc");
    }

    proptest::proptest! {
        #[test]
        fn what_is_in_a_text_is_found(text in "[竹隐社区水涯a-c ，]{1,20}", from in 0usize..20, length in 1usize..20) {
            let lexicon = sample();
            let mut index = Index::default();
            index.add(7, &text, &lexicon);
            let part: String = text.chars().skip(from).take(length).collect();
            let expected: &[u32] = if fold(&part, &lexicon).is_empty() { &[] } else { &[7] };
            proptest::prop_assert_eq!(index.search(&part, &lexicon), expected);
        }

        #[test]
        fn nothing_typed_is_an_error(text in "\\PC*", query in "\\PC*") {
            let lexicon = sample();
            let mut index = Index::default();
            index.add(0, &text, &lexicon);
            index.search(&query, &lexicon);
            index.answers(&query, &lexicon);
        }
    }
}
