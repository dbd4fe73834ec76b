//! What leaves the page: every number as it is, and no sign that breaks a file or turns a word round.

use crate::dataset::bundled;
use linpu::chart::Spec;
use linpu::export::{self, Selected, readable};
use linpu::measure::{Asked, Forced, Per, Ratio};
use linpu::model::*;
use linpu::present::card::ChartCard;
use linpu::present::figures::Row;
use linpu::present::{Context, Package};
use linpu::query::Selection;
use linpu::state::{ComparedChart, Comparison, TableState};
use linpu::text::{FarMsg, Locale, Msg, Words, csv, plain};
use linpu::wire::own::{OwnEntry, OwnRow};
use proptest::prelude::*;
use std::sync::Arc;

/// The rows of a CSV file: quotes, commas and line ends as RFC 4180 has them.
fn rows(file: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = file.trim_start_matches('\u{FEFF}').chars().peekable();
    while let Some(c) = characters.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                row.last_mut().unwrap().push(characters.next().unwrap())
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
    rows
}

/// The cells of one column, by the key in `id`.
fn column(file: &str, name: &str) -> Vec<(String, String)> {
    let rows = rows(file);
    let at = rows[0].iter().position(|column| column == name).unwrap();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    rows[1..].iter().map(|row| (row[0].clone(), csv::unguard(&row[at]).to_string())).collect()
}

fn cards(context: &Context, comparison: &Comparison) -> Vec<ChartCard> {
    [ComparedChart::Derived, ComparedChart::Strips, ComparedChart::Scatter]
        .into_iter()
        .chain(context.data.codes_in(CodeList::IndicatorGroup).map(ComparedChart::Group))
        .map(|id| context.compared_card(id, comparison, None))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    /// Any number that a table may hold, in every file of figures.
    #[test]
    fn stated_and_computed_numbers_leave_with_all_their_digits(
        digits in proptest::collection::vec((1u64..10_000_000_000_000, 0i32..14), 7),
    ) {
        let mut package = bundled();
        for (at, row) in package.data.observations.iter_mut().enumerate() {
            let (whole, decimals) = digits[at % digits.len()];
            row.value = row.value.map(|_| whole as f64 / 10f64.powi(decimals));
        }
        let words = Words::new(Locale::ZhHans, package.lexicon.clone());
        let context = Context::new(&package, &words);
        let all: Vec<Row> = context.data.observation_ids().map(Row::Figure).collect();
        let mut stated = column(&export::figures_csv(&context, &all, "", "", ""), "value");
        let ratio = |x: &str, y: &str| Ratio {
            numerator: package.data.indicator_by_key(x).unwrap(),
            denominator: package.data.indicator_by_key(y).unwrap(),
        };
        let times = ratio("service_person_times", "population_usual");
        let comparison = Comparison {
            per: Per::Thousand,
            asked: vec![Asked { ratio: times, scale: 1 }],
            forced: vec![Forced::Ratio(times)],
            ..Comparison::default()
        };
        let mut computed = 0;
        for card in cards(&context, &comparison) {
            let values = column(&export::card_csv(&context, &card), "value");
            let (figures, behind) = values.split_at(card.rows.len());
            stated.extend(figures.iter().cloned());
            prop_assert_eq!(behind.len(), card.computed.len());
            for ((key, cell), row) in behind.iter().zip(&card.computed) {
                computed += 1;
                prop_assert_eq!(cell.parse::<f64>().ok(), Some(row.value), "{}: {}", key, cell);
            }
        }
        prop_assert!(computed > 0 && stated.len() > context.data.observations.len());
        for (key, cell) in stated {
            let value = package.data.observation_by_key(&key).and_then(|id| package.data.observation(id).value);
            prop_assert_eq!(cell.parse::<f64>().ok(), value, "{}: {}", key, cell);
        }
    }
}

fn with_own(name: &str, period: &str) -> Package {
    let row = |indicator: &str, value: &str| OwnRow {
        indicator: indicator.into(),
        value: value.into(),
        period: period.into(),
        ..OwnRow::default()
    };
    let entry = OwnEntry {
        name: name.into(),
        named: 1,
        rows: vec![row("population_usual", "6200.123\u{202E}"), row("park_area", "\u{FFFE}12,345.6789")],
    };
    let (whole, findings) = Arc::new(bundled()).with_own(&entry);
    assert!(findings.is_empty(), "{findings:?}");
    Arc::into_inner(whole).unwrap()
}

#[test]
fn a_name_of_ones_own_breaks_no_file_and_turns_nothing_round() {
    // Every character that XML forbids, the other controls, the noncharacters, and what turns the direction of writing.
    let odd: Vec<char> = (0..=0x10FFFF)
        .filter_map(char::from_u32)
        .filter(|c| !plain::is_xml(*c) || *c != '\u{AD}' && plain::clean(&c.to_string()).is_empty())
        .collect();
    assert!(odd.len() > 130, "{}", odd.len());
    for turning in "\u{202A}\u{202B}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{200E}\u{200F}\u{61C}".chars() {
        assert!(odd.contains(&turning), "{turning:?}");
    }
    for odd in odd.chunks(30) {
        let name = ["=新", &odd.iter().collect::<String>(), "<村>&\"'"].concat();
        let package = with_own(&name, "2023");
        let own = package.data.own.unwrap();
        for locale in Locale::ALL {
            let words = Words::new(*locale, package.lexicon.clone());
            let context = Context::new(&package, &words);
            let figures: Vec<Row> = context
                .data
                .observation_ids()
                .filter(|id| context.data.observation(*id).community == own)
                .map(Row::Figure)
                .collect();
            let mut files = vec![export::figures_csv(&context, &figures, "", "", "")];
            assert_eq!(
                column(&files[0], "value").iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(),
                ["6200.123", "12345.6789"]
            );
            let cards = if *locale == Locale::ZhHant { Vec::new() } else { cards(&context, &Comparison::default()) };
            for card in cards.into_iter().take(4) {
                let svg = export::chart_svg(&export::Picture::of(&context, &card, false)).svg;
                assert!(!svg.contains("<村>"), "names are text, not tags");
                files.extend([svg, export::card_csv(&context, &card)]);
            }
            files.push(context.community(own));
            for file in &files {
                let file = file.trim_start_matches('\u{FEFF}');
                let bad = file.chars().find(|c| odd.contains(c) && !matches!(c, '\n' | '\r' | '\t'));
                assert_eq!(bad, None, "{file}");
            }
            assert!(column(&files[0], "community")[0].1.starts_with("=新<村>&\"'"));
            assert!(rows(&files[0])[1][1].starts_with('\''), "no spreadsheet runs a name");
        }
    }
}

#[test]
fn a_drawing_of_any_text_is_xml() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let mut card = context.compared_card(ComparedChart::Strips, &Comparison::default(), None);
    let all: String =
        (0..=0x10FFFF).step_by(7).chain(0..0x100).chain(0xFFF0..=0x10010).filter_map(char::from_u32).collect();
    card.title = all.clone();
    card.warning = all;
    assert!(matches!(card.spec, Spec::Strips(_)));
    let svg = export::chart_svg(&export::Picture::of(&context, &card, true)).svg;
    assert_eq!(svg.chars().find(|c| !plain::is_xml(*c)), None);
    assert!(!svg.contains('\r'), "a reader would make a line feed of it");
    assert!(svg.contains('\u{FFFD}') && svg.contains("&#13;") && svg.contains("&amp;") && svg.contains("&lt;"));
}

/// Every column of a row against the table itself, by the name in the header.
#[test]
fn every_column_of_a_file_says_what_its_table_says() {
    let package = with_own("新村", "2023");
    for locale in Locale::ALL {
        let words = Words::new(*locale, package.lexicon.clone());
        let context = Context::new(&package, &words);
        let (data, found) = (context.data, context.tables.find(&Selection::default()));
        let table = TableState::default();
        let all = context.table_rows(&found, &Selection::default(), &table);
        assert!(all.iter().any(|row| matches!(row, Row::Missing(..))) && all.len() > data.observations.len());
        let csv = rows(&export::figures_csv(&context, &all, "题", "筛", "警"));
        let (header, lines) = csv.split_first().unwrap();
        assert_eq!((header.len(), lines.len()), (25, all.len()));
        for (row, line) in all.iter().zip(lines) {
            let cell = |name: &str| {
                let at = header.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
                csv::unguard(&line[at]).to_string()
            };
            let is = |name: &str, expected: &str| assert_eq!(cell(name), expected, "{name} of {line:?}");
            let (community, group) = match row {
                Row::Figure(id) => {
                    let figure = data.observation(*id);
                    (figure.community, data.indicator(figure.indicator).group)
                }
                Row::Missing(community, group, _) => (*community, *group),
            };
            is("community", &words.text(&data.community(community).name));
            for (column, level) in
                [("province", PlaceLevel::Province), ("city", PlaceLevel::City), ("district", PlaceLevel::District)]
            {
                let place = data.place_at(community, level).map(|id| words.text(&data.place(id).name));
                is(column, &place.unwrap_or_default());
            }
            is("group", &words.text(&data.code(group).name));
            is("view", "题");
            is("filters", "筛");
            match row {
                Row::Figure(id) => {
                    let figure = data.observation(*id);
                    let indicator = data.indicator(figure.indicator);
                    is("id", &figure.key);
                    is("indicator", &words.text(&indicator.name));
                    is("definition", &words.text(&indicator.definition));
                    is("scope", figure.scope.code());
                    is("scope_name", &context.scope_name(figure));
                    is("value", &figure.value.map(|value| value.to_string()).unwrap_or_default());
                    is("bound", figure.bound.code());
                    is("status", figure.status.code());
                    is("unit", &data.unit(figure.unit).key);
                    is("period", &figure.period.to_text());
                    is("period_start_basis", figure.bases.start.code());
                    is("period_end_basis", figure.bases.end.code());
                    is("reported_as", &context.value(figure).text);
                    is("locator", &figure.locator);
                    let source = context.source_line(figure.source);
                    is("source", &source.text);
                    is("url", &source.url.unwrap_or_default());
                    let own = words.msg(Msg::OwnNote);
                    let is_own = Some(figure.community) == data.own;
                    is("warning", &if is_own { format!("警 · {own}") } else { "警".to_string() });
                }
                Row::Missing(community, group, coverage) => {
                    is("scope", "community");
                    let is_library = data.community(*community).collection == Collection::Reports;
                    is("status", if is_library { "not_in_excerpt" } else { "not_reported" });
                    is("reported_as", &context.why_missing(*community, *group, *coverage));
                    is("warning", "警");
                    for blank in [
                        "id",
                        "indicator",
                        "definition",
                        "value",
                        "bound",
                        "unit",
                        "period",
                        "locator",
                        "source",
                        "url",
                    ] {
                        is(blank, "");
                    }
                }
            }
        }
    }
}

/// A picture that leaves the page carries what the page says around it, and says whose figures are a person's own.
#[test]
fn a_picture_says_where_it_comes_from_and_what_is_ones_own() {
    let package = with_own("新村", "2023");
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let group = |key: &str| ComparedChart::Group(package.data.code_by_key(CodeList::IndicatorGroup, key).unwrap());
    let own = words.msg(Msg::OwnNote);
    let joined =
        |svg: &str| svg.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect::<String>();
    let drawn = |id: ComparedChart, dark: bool| {
        let card = context.compared_card(id, &Comparison::default(), None);
        let file = export::chart_svg(&export::Picture::of(&context, &card, dark));
        (joined(&file.svg).replace('\n', ""), file, card)
    };
    let (text, file, card) = drawn(group("population"), false);
    let filters = words.fill(Msg::FiltersInPicture, &[&card.filters]);
    for part in [&card.title, &own, &words.msg(FarMsg::SelfReported), &filters] {
        assert!(text.contains(part.as_str()), "{part}: {text}");
    }
    let sources = context.source_lines(&card.sources, false);
    assert!(sources.len() > 1 && sources.iter().all(|source| text.contains(&source.text)), "{text}");
    assert!(text.contains(&package.data.about.version));
    assert!(
        file.svg.contains(&format!("width=\"{}\" height=\"{}\"", file.width_px, file.height_px)),
        "the size is the file's"
    );
    assert!(file.width_px > 720.0 && file.height_px > 100.0);
    // A group in which nothing is one's own.
    let (text, ..) = drawn(group("events"), false);
    assert!(!text.contains(&own), "{text}");
    let (_, dark, _) = drawn(group("population"), true);
    assert_ne!(dark.svg, file.svg);
    assert_eq!((dark.width_px, dark.height_px), (file.width_px, file.height_px));
}

/// The same rows for people: what was said, the number and its qualifier apart, words of their language, and no code.
#[test]
fn a_readable_table_says_each_figure_in_the_readers_language() {
    let package = with_own("新村", "2023");
    for locale in Locale::ALL {
        let words = Words::new(*locale, package.lexicon.clone());
        let context = Context::new(&package, &words);
        let (data, found) = (context.data, context.tables.find(&Selection::default()));
        let all = context.table_rows(&found, &Selection::default(), &TableState::default());
        let selected = Selected { rows: &all, computed: &[], title: "题", filters: "筛", warning: "警" };
        let file = readable::csv(&context, &selected);
        assert!(file.starts_with('\u{FEFF}'), "Excel takes it for another encoding");
        let csv = rows(&file);
        let (header, lines) = csv.split_first().unwrap();
        assert_eq!(lines.len(), all.len());
        let is_latin = header.iter().all(|head| head.is_ascii());
        assert_eq!(is_latin, *locale == Locale::En, "{header:?}");
        let at = |msg: String| header.iter().position(|head| *head == msg).unwrap_or_else(|| panic!("no column {msg}"));
        let columns =
            [FarMsg::ColSaid, FarMsg::ColNumber, FarMsg::ReceiptQualifier, FarMsg::ColUnit, FarMsg::ColPhrase];
        let [said, number, bound, unit, phrase] = columns.map(|msg| at(words.msg(msg)));
        let [status, key, grade] =
            [words.msg(FarMsg::ColStatus), words.msg(FarMsg::ColKey), words.msg(Msg::DimGrade)].map(&at);
        for (row, line) in all.iter().zip(lines) {
            let cell = |at: usize| csv::unguard(&line[at]);
            match row {
                Row::Figure(id) => {
                    let figure = data.observation(*id);
                    assert_eq!(cell(key), figure.key);
                    assert_eq!(cell(said), context.value(figure).exact);
                    assert_eq!(cell(number).parse().ok(), figure.value, "{line:?}");
                    let qualifier = linpu::text::value::qualifier(figure, *locale, words.lexicon());
                    assert_eq!(cell(bound), figure.value.map_or("", |_| &*qualifier));
                    let counted = words.text(&data.unit(figure.unit).name);
                    assert_eq!(cell(unit), figure.value.map_or("", |_| &*counted));
                    assert_eq!((cell(status), cell(grade)), (&*words.name(figure.status), &*words.name(figure.grade)));
                    assert_eq!(cell(phrase), figure.locator);
                }
                Row::Missing(community, group, coverage) => {
                    assert_eq!(cell(status), context.silence(*community));
                    assert_eq!(cell(said), context.why_missing(*community, *group, *coverage));
                    assert!([number, bound, unit, key].iter().all(|at| cell(*at).is_empty()), "{line:?}");
                }
            }
        }
        let own = lines.iter().find(|line| line.iter().any(|cell| cell.contains("12,345.6789"))).unwrap();
        assert!(own.iter().any(|cell| cell.contains(&words.msg(Msg::OwnNote))), "{own:?}");
    }
}

/// What is in an archive of files that are kept as they are.
fn stored(bytes: &[u8]) -> Vec<(String, String)> {
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let short = |at: usize| u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()) as usize;
    let (mut at, mut files) = (0, Vec::new());
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (length, name, start) = (long(at + 18), short(at + 26), at + 30 + short(at + 26));
        let text = |from: usize, length: usize| String::from_utf8(bytes[from..from + length].to_vec()).unwrap();
        files.push((text(at + 30, name), text(start, length)));
        at = start + length;
    }
    files
}

#[test]
fn a_workbook_has_numbers_as_numbers_and_says_how_to_cite_it() {
    let package = bundled();
    let words = Words::new(Locale::En, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let all: Vec<Row> = context.data.observation_ids().map(Row::Figure).collect();
    let selected = Selected { rows: &all, computed: &[], title: "All", filters: "none", warning: "" };
    let seen = context.seen("https://example.org/linpu/?x#y", "2026-12-01");
    let bytes = readable::workbook(&context, &selected, seen);
    assert!(bytes.len() < 600_000, "{} bytes", bytes.len());
    let files = stored(&bytes);
    let part = |name: &str| &files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("no {name}")).1;
    let sheet = part("xl/worksheets/sheet1.xml");
    // Every cell that is no text is a number, and there are as many as figures with one.
    let cells = sheet.split("<c r=").skip(1).filter(|cell| !cell.contains(" t=\"s\""));
    let numbers: Vec<f64> = cells.map(|cell| cell.split(['<', '>']).nth(3).unwrap().parse().unwrap()).collect();
    let stated: Vec<f64> = context.data.observation_ids().filter_map(|id| context.data.observation(id).value).collect();
    assert_eq!(numbers, stated);
    let texts = part("xl/sharedStrings.xml");
    for said in ["Definitions and citation", "about 5,000 people", "https://example.org/linpu/", "[2026-12-01]"] {
        assert!(texts.contains(said) || part("xl/workbook.xml").contains(said), "{said}");
    }
    assert!(!texts.contains("linpu/?x"), "what a query says is nobody's business");
    let one = part("xl/worksheets/sheet2.xml").matches("<row ").count();
    assert!(one > context.tables.indicators().count(), "a row for each definition, {one}");
    assert_eq!(context.seen("file:///home/somebody/linpu.html", "2026-12-01").map(|seen| seen.url), None);
}

/// What is computed leaves as that, in words.
#[test]
fn what_is_derived_is_called_so_in_a_readable_file() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let card = context.compared_card(ComparedChart::Derived, &Comparison::default(), None);
    assert!(!card.computed.is_empty());
    let csv = rows(&readable::csv(&context, &Selected::from(&card)));
    let at = |name: &str| csv[0].iter().position(|head| head == name).unwrap();
    let (status, number, said) = (at("状态"), at("数"), at("数值（照原文）"));
    let derived: Vec<_> = csv.iter().filter(|row| row[status] == "推算").collect();
    assert_eq!(derived.len(), card.computed.len());
    for (row, computed) in derived.iter().zip(&card.computed) {
        assert_eq!((row[number].parse().ok(), csv::unguard(&row[said])), (Some(computed.value), &*computed.text));
    }
}
