//! The pages of words: the data, cases, atlas, one community, flows, practices, checks.

use super::*;
use linpu::present::practices::opened;

#[test]
fn the_page_on_the_data() {
    for (name, package) in [("about", package()), ("about-own", with_own())] {
        room(name, package, &ALL, |context, book| {
            book.say("about", context.about());
            book.each("method", context.method());
            book.each("sources", context.sources_by_collection());
            book.each("changes", context.changes());
            book.say("citations nowhere", context.citations(context.seen("file:///C:/linpu.html", "2026-01-02")));
            let seen = context.seen("https://example.org/linpu/?x=1", "2026-01-02");
            book.say("citations", context.citations(seen));
            for typed in ["户数", "hushu", "households", "zzzz", " "] {
                let found = context.codebook(typed);
                let names = found.iter().map(|(group, rows)| (group, rows.iter().map(|row| &row.name)));
                book.each(format!("codebook {typed}"), names.map(|(group, names)| (group, names.collect::<Vec<_>>())));
            }
            for (group, rows) in context.codebook("") {
                book.each(format!("codebook {group}"), rows);
            }
        });
    }
}

#[test]
fn cases_and_opening() {
    for (name, package) in [("cases", package()), ("cases-own", with_own())] {
        room(name, package, &ALL, |context, book| {
            book.say("opening", context.opening());
            book.each("case", context.cases());
            for id in context.data.community_ids().filter(|id| id.0 % 4 == 0) {
                let levels = PlaceLevel::ALL.iter().map(|level| (context.place_name(id, *level), *level));
                let paths = levels.map(|(name, level)| (name, context.place_path(id, level)));
                book.say(format!("place {id:?}"), paths.collect::<Vec<_>>());
            }
        });
    }
}

#[test]
fn the_atlas() {
    room("atlas", package(), &BOTH, |context, book| {
        for (name, _, found) in found(package()) {
            let atlas = context.atlas(&found);
            book.say(
                name,
                (
                    atlas.communities,
                    atlas.has_columns,
                    atlas.is_short,
                    atlas.others,
                    atlas.motifs.len(),
                    atlas.topics.len(),
                ),
            );
            for (kind, rows) in [("motif", atlas.motifs), ("topic", atlas.topics)] {
                for row in rows {
                    let says = (row.title, row.note, row.says);
                    let cells = row.cells.iter().map(|cell| (&cell.who, &cell.count, cell.step, cell.links.len()));
                    book.say(format!("{name} {kind}"), (cells.collect::<Vec<_>>(), &says));
                    book.say(
                        format!("{name} {kind} {} links", says.0),
                        row.cells.iter().map(|cell| &cell.links).collect::<Vec<_>>(),
                    );
                }
            }
        }
        for id in context.data.system_ids() {
            book.say(&context.data.system(id).key, context.system_page(id));
        }
    });
    room("atlas-own", with_own(), &BOTH, |context, book| {
        book.say("all", context.atlas(&context.tables.find(&Selection::default())));
    });
}

#[test]
fn flows() {
    room("flows", package(), &BOTH, |context, book| {
        for id in context.data.system_ids() {
            let key = &context.data.system(id).key;
            book.say(format!("{key} steps"), context.flow(context.data.system(id)));
            let Some(flows) = context.flows_beside(id) else { continue };
            book.say(format!("{key} head"), (flows.lane_count(), flows.head()));
            for row in &flows.rows {
                book.say(format!("{key} relay"), flows.relay(row));
                let lanes = row.steps.iter().map(|step| flows.lanes_of(context.words, step)).collect::<Vec<_>>();
                book.say(format!("{key} row"), (lanes, row));
            }
            book.say(format!("{key} beside"), flows);
        }
    });
}

#[test]
fn one_community() {
    for (name, package) in [("community", package()), ("community-own", with_own())] {
        room(name, package, &ALL, |context, book| {
            let data = context.data;
            for id in data.community_ids().filter(|id| id.0 < 5 || id.0 % 16 == 0 || Some(*id) == data.own) {
                let key = &data.community(id).key;
                let page = context.community_page(id);
                book.say(format!("{key} head"), (page.name, page.places, page.types, page.settlements, page.note));
                book.each(format!("{key} summary"), page.summary.iter().map(linpu::present::sentence::plain));
                book.say(format!("{key} summary"), page.summary);
                book.each(format!("{key} group"), page.groups);
                book.say(format!("{key} rest"), (page.missing, page.labels, page.system_count, page.sources));
                book.each(format!("{key} system"), page.systems);
                book.say(format!("{key} practices"), context.practices_of(id));
            }
        });
    }
}

#[test]
fn practices() {
    room("practices", package(), &BOTH, |context, book| {
        let everybody: Vec<CommunityId> = context.data.community_ids().collect();
        for (name, selection, found) in found(package()) {
            let all = context.practices(found.communities(), &selection, "");
            book.say(format!("{name} few"), (&all.says, &all.outside, all.is_by_topic, all.few(), all.rows().count()));
            book.each(format!("{name} group"), all.groups);
            for need in NEEDS {
                book.say(format!("{name} {need}"), context.practices(found.communities(), &selection, need));
            }
        }
        let mut topic = Selection::default();
        let dim = context.tables.dim(key::TOPIC).unwrap();
        for option in 0..context.tables.options(dim).len() as u16 {
            topic.set(dim, [option].into());
            let found = context.practices(&everybody, &topic, "");
            book.say(
                format!("topic {option}"),
                (&found.says, found.groups.iter().map(|group| &group.title).collect::<Vec<_>>()),
            );
        }
        for need in NEEDS {
            let found = context.practices(&everybody, &Selection::default(), need);
            book.say(format!("{need} few"), (&found.says, &found.near, found.few()));
            let rows = found.rows().map(|row| (&row.key, &row.partly, &row.problem));
            book.say(format!("{need} rows"), rows.collect::<Vec<_>>());
        }
        book.say("needs", context.needs());
        for id in context.evidence().practices() {
            book.say(format!("row {id:?}"), context.practice_row(id));
            book.say(format!("card {id:?}"), (context.practice_card(id), opened(id)));
        }
    });
}

/// What people look for: problems, parts of them, two at once, other scripts and keyboards, misspelt, nothing.
const NEEDS: [&str; 16] = [
    "停车",
    "ting che",
    "老人",
    "飞线",
    "飞线 充电",
    "垃圾分类",
    "parking",
    "old people",
    "stairs",
    "parkng",
    "养老服务站",
    "志愿者 积分",
    "物业 停车难 垃圾",
    "不存在的事",
    "志願",
    "停车男",
];

#[test]
fn checks() {
    for (name, package) in [("checks", package()), ("checks-own", with_own())] {
        room(name, package, &BOTH, |context, book| {
            let groups = context.checks();
            book.say("tally", context.tally(&groups));
            book.say("tally of one", context.tally(&groups[..1]));
            for group in &groups {
                book.each(
                    &group.title,
                    group.rows.iter().map(|row| (&row.title, row.verdict, &row.arithmetic, &row.why)),
                );
                book.say(format!("{} figures", group.title), &group.rows);
            }
            for id in context.data.observation_ids() {
                let of: Vec<_> = context.checks_of(id).into_iter().map(|row| (row.verdict, row.title)).collect();
                if !of.is_empty() {
                    book.say(&context.data.observation(id).key, of);
                }
            }
            book.say("refusals", linpu::measure::Refusal::ALL.map(|refusal| context.refusals(&[refusal])));
            book.say("all refusals", context.refusals(&linpu::measure::Refusal::ALL));
        });
    }
}
