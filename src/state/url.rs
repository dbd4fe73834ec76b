//! The view in the address: `#v=2&p=table&province=hunan,jiangsu&r=ZY-03`.
//!
//! Readable keys, defaults omitted, unknown keys kept. Reading never fails: what cannot be understood is left out and named,
//! so that the page can say what it ignored.

use super::*;
use crate::model::order;
use crate::model::{Collection, Dataset};
use crate::query::{Choice, Tables, key};

/// The version that links carry.
const VERSION: &str = "2";
/// The version of links from when there were the cases only: they mean the cases.
const OF_CASES: &str = "1";
/// Longer fragments are neither written nor read: they are no links of ours (most links stay under 2,000 characters).
pub const LONGEST: usize = 8_000;
/// What every link of ours begins with.
const START: &str = "v=2";
/// How many unknown keys are carried along.
const MOST_KEPT: usize = 16;
/// Between a chart and the definition of it that is seen. No code has a colon.
const DEFINITION: &str = ":";
/// How many characters stand for one byte that is escaped.
const LONGEST_ESCAPE: usize = 3;

/// Something in a link that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ignored {
    /// The link is of another version; what is understood of it was used.
    Version(String),
    /// The link is too long to be ours.
    TooLong(usize),
    /// A key of no meaning here; it is kept in the address.
    Key(String),
    /// A value that this package does not have, under its key.
    Value(String, String),
}

/// Writes a view as a fragment without `#`; empty for the view a bare link shows.
pub fn encode(view: &ViewState, data: &Dataset, tables: &Tables) -> String {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut put = |key: &str, value: String| pairs.push((key.to_string(), value));
    if view.page != Page::Overview {
        put("p", word_of(view.page, data));
    }
    if let Some(locale) = view.locale {
        put("lang", locale.code().to_string());
    }
    if let Some(theme) = view.theme {
        put("theme", theme.code().to_string());
    }
    if let Some(size) = view.size {
        put("ui", size.code().to_string());
    }
    for dim in tables.dims() {
        let keys: Vec<String> = view.selection.of(dim).iter().filter_map(|at| tables.key(data, dim, *at)).collect();
        if let Some(dimension) = tables.dimension_of(dim).filter(|_| !keys.is_empty()) {
            put(&dimension.key, listed(&keys));
        }
    }
    if let Some(scale) = view.scale {
        put("scale", scale.code().to_string());
    }
    if let Some((column, direction)) = view.table.sort {
        let direction = if direction == Direction::Ascending { ".asc" } else { ".desc" };
        put("sort", [column.code(), direction].concat());
    }
    if view.table.columns != TableColumn::DEFAULT {
        let columns: Vec<String> = view.table.columns.iter().map(|column| column.code().to_string()).collect();
        put("cols", listed(&columns));
    }
    if !view.table.missing {
        put("missing", "hide".into());
    }
    comparison::encode(&view.comparison, data, &mut |key, value| put(key, value));
    if !view.need.is_empty() {
        put("q", view.need.clone());
    }
    if let Some(practice) = view.practice {
        put("k", data.practice(practice).key.clone());
    }
    if let Some(verdict) = view.verdict {
        put("verdict", verdict.code().to_string());
    }
    if let Some(figure) = view.receipt {
        put("r", data.observation(figure).key.clone());
    }
    for (key, value) in &view.kept {
        put(key, value.clone());
    }
    if pairs.is_empty() {
        return String::new();
    }
    let mut text = START.to_string();
    for (key, value) in pairs {
        text.push('&');
        escape(&key, &mut text);
        text.push('=');
        escape(&value, &mut text);
    }
    text
}

/// The word of a page.
pub fn word_of(page: Page, data: &Dataset) -> String {
    match page {
        Page::Overview => "overview".into(),
        Page::Table => "table".into(),
        Page::About => "about".into(),
        Page::Compare => "compare".into(),
        Page::Atlas => "atlas".into(),
        Page::System(id) => ["system.", &data.system(id).key].concat(),
        Page::Practices => "practices".into(),
        Page::Checks => "checks".into(),
        Page::Chart(chart, definition) => {
            let mut word = ["chart.", &chart.word(data)].concat();
            if let Some(id) = definition {
                word.push_str(DEFINITION);
                word.push_str(&data.indicator(id).key);
            }
            word
        }
        Page::Community(id) => ["community.", &data.community(id).key].concat(),
        Page::Figure(id) => ["figure.", &data.observation(id).key].concat(),
        Page::Embed => "embed".into(),
    }
}

/// Words with commas between them.
pub(super) fn listed(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(word);
    }
    text
}

/// The view after actions, its address, and what there was no room for. Where the address would be too long to be read again,
/// nothing is done.
pub fn after(
    view: &ViewState,
    actions: Vec<Action>,
    data: &Dataset,
    tables: &Tables,
) -> (ViewState, String, Option<Full>) {
    let mut next = view.clone();
    let full = actions.into_iter().fold(None, |full, action| next.apply(action).or(full));
    let fragment = encode(&next, data, tables);
    if fragment.len() > LONGEST {
        return (view.clone(), encode(view, data, tables), Some(Full::Link));
    }
    (next, fragment, full)
}

/// Reads a fragment (with or without `#`). Always gives a view.
pub fn decode(fragment: &str, data: &Dataset, tables: &Tables) -> (ViewState, Vec<Ignored>) {
    let mut view = ViewState::default();
    let mut ignored = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    // Writing it again may put the version before it.
    if fragment.len() + if fragment.starts_with(START) { 0 } else { START.len() + 1 } > LONGEST {
        return (view, vec![Ignored::TooLong(fragment.len())]);
    }
    let mut of_cases = false;
    for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (unescape(key), unescape(value));
        let understood = match key.as_str() {
            "v" => {
                of_cases = value == OF_CASES;
                if value != VERSION && !of_cases {
                    ignored.push(Ignored::Version(short(&value)));
                }
                true
            }
            "p" => page(&value, data).map(|page| view.page = page).is_some(),
            "lang" => Locale::from_code(&value).map(|locale| view.locale = Some(locale)).is_some(),
            "ui" => Size::from_code(&value).map(|size| view.size = Some(size)).is_some(),
            "theme" => Theme::from_code(&value).map(|theme| view.theme = Some(theme)).is_some(),
            "r" => data.observation_by_key(&value).map(|figure| view.receipt = Some(figure)).is_some(),
            "q" => {
                view.need = need(&value).0;
                view.need == value
            }
            "k" => data.practice_by_key(&value).map(|practice| view.practice = Some(practice)).is_some(),
            "verdict" => Verdict::from_code(&value).map(|verdict| view.verdict = Some(verdict)).is_some(),
            "scale" => ScaleChoice::from_code(&value).map(|scale| view.scale = Some(scale)).is_some(),
            "sort" => sort(&value).map(|sort| view.table.sort = Some(sort)).is_some(),
            "missing" => {
                view.table.missing = value != "hide";
                matches!(value.as_str(), "hide" | "show")
            }
            "cols" => {
                let columns: Vec<TableColumn> = value.split(',').filter_map(TableColumn::from_code).collect();
                let all = columns.len() == value.split(',').count();
                let columns = order::distinct(&columns);
                if !columns.is_empty() {
                    view.table.columns = columns;
                }
                all
            }
            other => match tables.dim(other).filter(|dim| tables.has_options(*dim)) {
                Some(dim) => {
                    let mut options = view.selection.of(dim).clone();
                    for part in value.split(',').filter(|part| !part.is_empty()) {
                        match tables.option(data, dim, part) {
                            Some(option) => options.insert(option),
                            None => ignored.push(Ignored::Value(key.clone(), short(part))),
                        }
                    }
                    view.selection.set(dim, options);
                    true
                }
                None => comparison::decode(&mut view.comparison, data, other, &value).unwrap_or_else(|| {
                    if !embed::KEYS.contains(&other) {
                        ignored.push(Ignored::Key(short(&key)));
                    }
                    if view.kept.len() < MOST_KEPT && !view.kept.iter().any(|(kept, _)| *kept == key) {
                        view.kept.push((key.clone(), value.clone()));
                    }
                    true
                }),
            },
        };
        if !understood {
            ignored.push(Ignored::Value(key, short(&value)));
        }
    }
    if let Some((dim, cases)) =
        tables.option_of(key::COLLECTION, Choice::Collection(Collection::Cases)).filter(|_| of_cases)
        && view.selection.of(dim).is_empty()
    {
        let mut options = view.selection.of(dim).clone();
        options.insert(cases);
        view.selection.set(dim, options);
    }
    // Characters that a link spells out may be bare in this one. Unknown keys go first, for nothing here depends on them.
    let is_carried = |view: &ViewState| encode(view, data, tables).len() <= LONGEST;
    if fragment.len() * LONGEST_ESCAPE > LONGEST && !is_carried(&view) {
        view.kept.clear();
        if !is_carried(&view) {
            view.need.clear();
            ignored.push(Ignored::Key("q".into()));
        }
    }
    (view, ignored)
}

/// What a link said before something on its way changed it: written for HTML once more (`&amp;`), wholly escaped (`v%3D2%26p%3D…`), or
/// with the punctuation of the sentence it stood in. Nothing, where nothing of that has happened.
pub fn mended(fragment: &str) -> Option<String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LONGEST {
        return None;
    }
    let mut text = fragment.to_string();
    // Twice at most: some write an escaped link anew.
    for _ in 0..2 {
        let escaped: [&str; 4] = ["v%3D", "p%3D", "v%253D", "p%253D"];
        let starts = |start: &&str| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
        if escaped.iter().any(starts) {
            text = unescape(&text);
        }
    }
    while let Some(plain) = text.contains("&amp;").then(|| text.replace("&amp;", "&")) {
        text = plain;
    }
    // Punctuation that follows a link in a sentence, as it is or escaped.
    loop {
        let cut = text.trim_end_matches([
            '。', '，', '；', '！', '？', '、', '）', '】', '》', '”', '’', ')', ']', '>', '"', '\'', ';', '!', '?',
            ' ', '\u{200b}',
        ]);
        let tails = [
            "%E3%80%82",
            "%EF%BC%8C",
            "%EF%BC%9B",
            "%EF%BC%81",
            "%EF%BC%9F",
            "%E3%80%81",
            "%EF%BC%89",
            "%E3%80%91",
            "%E3%80%8B",
            "%E2%80%9D",
            "%20",
        ];
        // What somebody looks for may end in a question mark; written by us it is escaped.
        let is_need = cut.rsplit('&').next().is_some_and(|last| last.starts_with("q="));
        let cut = tails.iter().filter(|_| !is_need).find_map(|tail| cut.strip_suffix(tail)).unwrap_or(cut);
        if cut.len() == text.len() {
            break;
        }
        text = cut.to_string();
    }
    (text != fragment).then_some(text)
}

fn chart(value: &str, data: &Dataset) -> Option<Page> {
    let (word, definition) = match value.split_once(DEFINITION) {
        Some((word, key)) => (word, Some(data.indicator_by_key(key)?)),
        None => (value, None),
    };
    let chart = OverviewChart::from_word(data, word)?;
    let is_of = |id| chart == OverviewChart::Group(data.indicator(id).group);
    definition.is_none_or(is_of).then_some(Page::Chart(chart, definition))
}

pub(super) fn page(value: &str, data: &Dataset) -> Option<Page> {
    match value {
        "overview" => Some(Page::Overview),
        "table" => Some(Page::Table),
        "about" => Some(Page::About),
        "compare" => Some(Page::Compare),
        "atlas" => Some(Page::Atlas),
        "practices" => Some(Page::Practices),
        "checks" => Some(Page::Checks),
        "embed" => Some(Page::Embed),
        other if other.starts_with("chart.") => chart(other.strip_prefix("chart.")?, data),
        other => match other.strip_prefix("system.") {
            Some(key) => data.system_by_key(key).map(Page::System),
            None => match other.strip_prefix("figure.") {
                Some(key) => data.observation_by_key(key).map(Page::Figure),
                None => data.community_by_key(other.strip_prefix("community.")?).map(Page::Community),
            },
        },
    }
}

fn sort(value: &str) -> Option<(TableColumn, Direction)> {
    let (column, direction) = value.split_once('.')?;
    let direction = match direction {
        "asc" => Direction::Ascending,
        "desc" => Direction::Descending,
        _ => return None,
    };
    Some((TableColumn::from_code(column)?, direction))
}

/// What a notice shows of a foreign value.
fn short(value: &str) -> String {
    let value = plain::clean(value);
    let mut text: String = value.chars().take(24).collect();
    if text.len() < value.len() {
        text.push('…');
    }
    text
}

/// Keeps letters, digits and `-._~,`; writes every other byte as `%XX`.
fn escape(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Reads `%XX`; anything that is not such an escape, and bytes that are not UTF-8, are kept readable rather than refused.
pub(super) fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
