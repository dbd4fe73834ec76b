//! What every part of the page says of the bundled data, word for word: a rule of a view model that nobody has described
//! elsewhere does not change unnoticed.
//!
//! `UPDATE_GOLDEN=1 cargo test --features lexicon --test native views` rewrites `tests/golden/views`; a mismatch says the first
//! line that differs and leaves `<name>.changed.txt` beside the golden. A line is a view model: what the test asked for, and its
//! debug text, of which long ones keep a hash and their beginning. `WHOLE_VIEWS=1` writes them whole into
//! `<name>.whole.changed.txt`, so that two versions of the program can be laid side by side.

mod borders;
mod charts;
mod compare;
mod figures;
mod pages;
mod rooms;

use crate::dataset::bundled;
use linpu::model::*;
use linpu::present::strip::Look;
use linpu::present::{Context, Package};
use linpu::query::{Choice, Found, Selection, key};
use linpu::state::ScaleChoice;
use linpu::text::{Locale, Words};
use linpu::wire::own::{OwnEntry, OwnRow};
use std::collections::BTreeSet;
use std::fmt::{Debug, Write};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::{env, fs};

/// A longer debug text keeps a hash and its beginning, both shorter where the same is said again in another language.
const fn lengths(locale: Locale) -> (usize, usize) {
    match locale {
        Locale::ZhHans => (150, 60),
        Locale::En => (60, 24),
        Locale::ZhHant => (40, 16),
    }
}

const HEAD: &str = "# What the page says, one view model a line (tests/native/views.rs). UPDATE_GOLDEN=1 rewrites this; of what is cut\n\
                    # after its hash, WHOLE_VIEWS=1 writes the whole beside it.\n";

/// The bundled package, made ready once for all tests of this room.
fn package() -> &'static Arc<Package> {
    static PACKAGE: OnceLock<Arc<Package>> = OnceLock::new();
    PACKAGE.get_or_init(|| Arc::new(bundled()))
}

/// The same with a community of one's own: a number as it is, a bound, a time, a share, and what it cannot use.
fn with_own() -> &'static Arc<Package> {
    static PACKAGE: OnceLock<Arc<Package>> = OnceLock::new();
    let row = |(indicator, value, period): &(&str, &str, &str)| OwnRow {
        indicator: indicator.to_string(),
        value: value.to_string(),
        period: period.to_string(),
        ..OwnRow::default()
    };
    let rows = [
        ("population_usual", "6200", "2021"),
        ("households_usual", "约2000", ""),
        ("grids", "12", "2022-06"),
        ("area_community", "近1.5", ""),
        ("grids", "12个多", ""),
    ];
    let entry = OwnEntry { name: "新村".into(), rows: rows.iter().map(row).collect(), named: 1 };
    PACKAGE.get_or_init(|| package().with_own(&entry).0)
}

/// What is filtered for, by what it is called here.
fn selections(package: &Package) -> Vec<(&'static str, Selection)> {
    let tables = &package.tables;
    let of = |choices: &[(&str, Option<Choice>)]| {
        let mut selection = Selection::default();
        for (dim, choice) in choices {
            let (dim, option) = tables.option_of(dim, choice.unwrap()).unwrap();
            selection.set(dim, [option].into());
        }
        selection
    };
    let province = |community: &str| {
        let id = package.data.community_by_key(community).unwrap();
        ("province", package.data.place_at(id, PlaceLevel::Province).map(Choice::Place))
    };
    let cases = (key::COLLECTION, Some(Choice::Collection(Collection::Cases)));
    let group = (key::GROUP, package.data.code_by_key(CodeList::IndicatorGroup, "population").map(Choice::Code));
    vec![
        ("all", of(&[])),
        ("province", of(&[province("ZN")])),
        ("cases", of(&[cases])),
        ("group", of(&[cases, group])),
        ("nothing", of(&[cases, province("R007")])),
    ]
}

/// What is filtered for, with what it finds.
fn found(package: &Package) -> Vec<(&'static str, Selection, Found)> {
    let with_found = |(name, selection): (&'static str, Selection)| {
        let found = package.tables.find(&selection);
        (name, selection, found)
    };
    selections(package).into_iter().map(with_found).collect()
}

/// How a chart may be looked at: folded and whole, either axis, a community lit.
fn looks(data: &Dataset) -> Vec<(&'static str, Look)> {
    let lit = data.community_by_key("R010");
    vec![
        ("plain", Look::default()),
        ("whole", Look { is_whole: true, ..Look::default() }),
        ("log", Look { scale: Some(ScaleChoice::Log), lit, is_whole: false }),
        ("linear", Look { scale: Some(ScaleChoice::Linear), lit, is_whole: true }),
    ]
}

/// Takes down what a room says, in one voice.
struct Book {
    text: String,
    whole: Option<String>,
    lengths: (usize, usize),
    /// What was said of the package without a community of one's own is not repeated with one.
    known: BTreeSet<String>,
}

impl Book {
    fn say(&mut self, name: impl AsRef<str>, model: impl Debug) {
        let name = name.as_ref();
        let said = format!("{model:?}");
        if let Some(whole) = &mut self.whole {
            writeln!(whole, "{name} = {said}").unwrap();
        }
        let (longest, beginning) = self.lengths;
        let line = match said.char_indices().nth(longest) {
            None => format!("{name} = {said}"),
            Some(_) => {
                let beginning: String = said.chars().take(beginning).collect();
                format!("{name} = {:016x} {beginning}…", hash(&said))
            }
        };
        if !self.known.contains(&line) {
            writeln!(self.text, "{line}").unwrap();
        }
    }

    /// A list, a line for each of its items.
    fn each<T: Debug>(&mut self, name: impl AsRef<str>, models: impl IntoIterator<Item = T>) {
        let name = name.as_ref();
        for (at, model) in models.into_iter().enumerate() {
            self.say(format!("{name}[{at}]"), model);
        }
    }
}

/// FNV-1a: the same in every version of Rust and on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const BOTH: [Locale; 2] = [Locale::ZhHans, Locale::En];
const ALL: [Locale; 3] = [Locale::ZhHans, Locale::ZhHant, Locale::En];

/// Every room; with a community of one's own a room is called `<name>-own`.
const ROOMS: [&str; 24] = [
    "about",
    "among",
    "atlas",
    "cases",
    "charts",
    "checks",
    "community",
    "compare",
    "compared",
    "definitions",
    "derived",
    "figures",
    "filters",
    "flows",
    "keys",
    "marks",
    "practices",
    "receipts",
    "search",
    "table",
    "times-calendaryear-inferred",
    "times-calendaryear-stated",
    "times-milestone-inferred",
    "times-milestone-stated",
];

fn is_room(name: &str) -> bool {
    ROOMS.contains(&name.strip_suffix("-own").unwrap_or(name))
}

#[test]
fn every_golden_belongs_to_a_room() {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/views")).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(file.split('.').next().is_some_and(is_room), "{file} belongs to no room any more");
    }
}

/// What a room says of a package in some voices, against its goldens.
fn room(name: &str, package: &Package, locales: &[Locale], tell: impl Fn(&Context, &mut Book)) {
    assert!(is_room(name), "{name}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/views");
    let (update, whole) = (env::var_os("UPDATE_GOLDEN").is_some(), env::var_os("WHOLE_VIEWS").is_some());
    let mut changed = String::new();
    // A community of one's own says little that others do not: one voice is enough.
    for locale in locales.iter().filter(|locale| package.data.own.is_none() || **locale == Locale::ZhHans) {
        let words = Words::new(*locale, package.lexicon.clone());
        let base = name.strip_suffix("-own").map(|base| folder.join(format!("{base}.{}.txt", locale.code())));
        let known = base.and_then(|base| fs::read_to_string(base).ok()).unwrap_or_default();
        let known = known.lines().map(str::to_string).collect();
        let whole = whole.then(String::new);
        let mut book = Book { text: HEAD.to_string(), whole, lengths: lengths(*locale), known };
        tell(&Context::new(package, &words), &mut book);
        let name = format!("{name}.{}", locale.code());
        let (path, left) = (folder.join(format!("{name}.txt")), folder.join(format!("{name}.changed.txt")));
        if let Some(whole) = book.whole {
            fs::write(folder.join(format!("{name}.whole.changed.txt")), whole).unwrap();
        }
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &book.text).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        if golden == book.text {
            let _ = fs::remove_file(left);
            continue;
        }
        fs::write(left, &book.text).unwrap();
        let mut lines = (golden.lines(), book.text.lines());
        let (mut at, mut pair) = (0, (None, None));
        while pair.0 == pair.1 {
            (at, pair) = (at + 1, (lines.0.next(), lines.1.next()));
        }
        writeln!(changed, "{name}, line {at}:\n  was {}\n  is  {}", pair.0.unwrap_or("-"), pair.1.unwrap_or("-"))
            .unwrap();
    }
    assert!(changed.is_empty(), "says something else, see <name>.changed.txt (UPDATE_GOLDEN=1 accepts)\n{changed}");
}
