//! Figures: in words, as rows of the table, as receipts, among those of their definition, and as finds.

use super::*;
use linpu::present::figures::Row;
use linpu::present::search::Searcher;
use linpu::state::{Direction, TableColumn, TableState};

#[test]
fn figures_in_words() {
    for (name, package) in [("figures", package()), ("figures-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let (data, tables) = (context.data, context.tables);
            let ids =
                data.observation_ids().filter(|id| data.own.is_none_or(|own| data.observation(*id).community == own));
            for id in ids {
                let row = data.observation(id);
                let value = context.value(row);
                let said = [
                    context.spoken(row),
                    context.scope(row),
                    context.period(row),
                    context.period_short(row),
                    value.text,
                ];
                let units = data.indicators.iter().map(|indicator| indicator.unit).collect::<Vec<_>>();
                let others = order::distinct(&units).into_iter().map(|unit| context.in_both_units(row, unit));
                let others = others.filter(|text| *text != said[4]).collect::<Vec<_>>();
                book.say(&row.key, (&said, order::distinct(&others), context.value(row), context.is_own(id)));
            }
            for id in tables.sources() {
                book.say(&data.source(id).key, (context.source_line(id), context.source_facts(id)));
            }
            let all: Vec<ObservationId> = data.observation_ids().collect();
            let sources = context.sources_of(&all);
            book.each("source lines", context.source_lines(&sources, true));
            for count in [0, 1, 2, 5, 7] {
                book.say(format!("{count} sources"), context.source_lines(&sources[..count], false));
                book.say(
                    format!("last {count} sources"),
                    context.source_lines(&sources[sources.len() - count..], false),
                );
            }
            for of in [1, 3, 10, 60] {
                book.say(format!("years of {of}"), all.chunks(of).map(|some| context.years(some)).collect::<Vec<_>>());
            }
            for dim in tables.dims() {
                let options = (0..=tables.options(dim).len() as u16).map(|option| context.option(dim, option));
                book.say(context.dim(dim), options.collect::<Vec<_>>());
            }
            for (name, selection, found) in found(package) {
                let rows = context.missing_rows(&found, &selection);
                book.say(format!("{name} missing"), (rows.len(), context.filters_line(&selection), rows));
            }
        });
    }
}

#[test]
fn the_table() {
    room("table", package(), &BOTH, |context, book| {
        let cells = |row: &Row| TableColumn::ALL.map(|column| context.table_cell(*row, column).text).join("|");
        book.say("columns", TableColumn::ALL.map(|column| context.column(column)));
        for (name, selection, found) in found(package()) {
            for missing in [true, false] {
                let table = TableState { missing, ..TableState::default() };
                let rows = context.table_rows(&found, &selection, &table);
                book.say(format!("{name} {missing}"), (context.row_count(&rows), rows.len()));
                book.each(format!("{name} {missing}"), rows.iter().rev().take(3).map(cells));
                let sorts = [Direction::Ascending, Direction::Descending].into_iter();
                let sorts = sorts.flat_map(|direction| TableColumn::ALL.map(|column| (column, direction)));
                for sort in sorts.filter(|_| name == "all" || name == "cases") {
                    let table = TableState { sort: Some(sort), ..table.clone() };
                    let rows = context.table_rows(&found, &selection, &table);
                    let name = format!("{name} {missing} {sort:?}");
                    let texts = rows.iter().map(|row| context.table_cell(*row, sort.0));
                    let texts: Vec<_> = texts.map(|cell| (cell.text, cell.missing)).collect();
                    book.say(format!("{name} all"), (&texts[..4], &texts[texts.len() - 4..], &rows));
                    if missing && name.starts_with("all") {
                        book.say(format!("{name} first"), rows.iter().take(20).map(cells).collect::<Vec<_>>());
                    }
                }
            }
        }
    });
}

#[test]
fn receipts() {
    for (name, package) in [("receipts", package()), ("receipts-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let data = context.data;
            for id in data.observation_ids() {
                if data.own.is_none_or(|own| data.observation(id).community == own) {
                    let receipt = context.receipt(id);
                    book.say(&data.observation(id).key, (&receipt.value, &receipt.published, &receipt.about, &receipt));
                }
            }
        });
    }
}

#[test]
fn among_all_of_their_definition() {
    for (name, package) in [("among", package()), ("among-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            for id in context.data.observation_ids() {
                let key = &context.data.observation(id).key;
                let Some(among) = context.among(id, None) else { continue };
                let said = (&among.says, &among.rank, &among.silent, &among.more, among.strip.is_some());
                let scales = ScaleChoice::ALL.map(|scale| context.among(id, Some(scale)));
                book.say(key, (said, &among, scales));
            }
        });
    }
}

#[test]
fn finds() {
    for (name, package) in [("search", package()), ("search-own", with_own())] {
        let searcher = Searcher::new(package);
        room(name, package, &ALL, |context, book| {
            for query in QUERIES {
                let hits = searcher.search(context, query);
                book.say(query, hits.iter().map(|hit| (hit.kind, &hit.label, &hit.detail)).collect::<Vec<_>>());
                book.say(format!("{query} leads to"), hits.iter().map(|hit| &hit.actions).collect::<Vec<_>>());
            }
        });
    }
}

/// What people type: names, indicators, both, practices; in Chinese, pinyin, initials, English, misspelt; too little; nothing.
const QUERIES: [&str; 44] = [
    "竹隐",
    "竹隐社区",
    "中南 户数",
    "中南户数",
    "户数",
    "常住人口",
    "党员",
    "网格",
    "志愿者",
    "停车",
    "停车难",
    "飞线",
    "老人",
    "zhuyin",
    "zhu yin",
    "zy",
    "zysq",
    "jky",
    "jinkeyuan renkou",
    "jky rk",
    "rk",
    "hushu",
    "wangge",
    "tingche",
    "ting che",
    "households",
    "zhongnan households",
    "population",
    "usual residents",
    "party members",
    "parking",
    "volunteer",
    "zhuyn",
    "househlds",
    "社区 面积",
    "新村",
    "雷锋哨",
    "三竹",
    "长沙",
    "湖南",
    "某某某某",
    "zzzzqq",
    "竹",
    "a",
];
