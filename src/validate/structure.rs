//! Rules about everything that is not a figure.
//!
//! Owns: places, parts of systems, belonging, rows nobody uses. May use: `model`, the rules. Deliberately absent: circles, which
//! `wire` cuts while it reads.

use super::Notes;
use crate::diagnostics::detail::{OnRow, ParentFault, Step};
use crate::diagnostics::rules::{EMPTY_TABLE, cells::CYCLIC_SYSTEM, sense as rules};
use crate::model::*;
use crate::wire::schema::*;
use crate::wire::tables::Rows;
use std::collections::BTreeMap;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    places(data, rows, notes);
    communities(data, rows, notes);
    sources(data, rows, notes);
    lanes(data, rows, notes);
    systems(data, rows, notes);
    practices(data, rows, notes);
    super::locators::check(data, rows, notes);
    unused(data, rows, notes);
}

fn places(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, place) in data.places.iter().enumerate() {
        let Some(parent) = place.parent.map(|parent| data.place(parent)) else { continue };
        if place.level == PlaceLevel::Province {
            let row = rows.places.get(at).copied();
            notes.add(&rules::PARENT_OF_PROVINCE, (PLACES.file, row, "parent"), &parent.key, ());
        } else if place.level <= parent.level {
            let (row, above) = (rows.places.get(at).copied(), parent.level.code());
            notes.add(&rules::PLACE_LEVEL, (PLACES.file, row, "level"), place.level.code(), above);
        }
    }
}

fn communities(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, community) in data.communities.iter().enumerate() {
        let Some(parent) = community.parent.map(|parent| data.community(parent)) else { continue };
        let fault = match (community.kind, parent.kind) {
            (CommunityKind::Compound, CommunityKind::Community) => continue,
            (CommunityKind::Community, _) => ParentFault::OfCommunity,
            _ => ParentFault::NoCommunity,
        };
        let place = (COMMUNITIES.file, rows.communities.get(at).copied(), "parent");
        notes.add(&rules::COMPOUND_PARENT, place, &parent.key, fault);
    }
}

fn sources(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    let mut seen = BTreeMap::new();
    for (at, source) in data.sources.iter().enumerate() {
        let row = rows.sources.get(at).copied();
        if source.article.is_empty() {
            // Who has no article at hand must be able to find the page.
            if source.url.is_none() {
                notes.add(&rules::SOURCE_ADDRESS, (SOURCES.file, row, "url"), "", ());
            }
        } else if let Some(first) = seen.get(&source.article) {
            let place = (SOURCES.file, row, "article");
            notes.add(&rules::DUPLICATE_ARTICLE, place, &source.article, OnRow(*first));
        } else {
            seen.insert(&source.article, row);
        }
        let first_day = |date: Option<PartialDate>| date.and_then(PartialDate::range).map(|(first, _)| first);
        let last_day = |date: Option<PartialDate>| date.and_then(PartialDate::range).map(|(_, last)| last);
        let published = source.published_stated.or(source.published_from_url);
        if let (Some(published), Some(repost)) = (first_day(published), last_day(source.repost_date))
            && repost < published
        {
            let saw = source.repost_date.map(PartialDate::to_text).unwrap_or_default();
            notes.add(&rules::REPOST_EARLY, (SOURCES.file, row, "repost_date"), &saw, ());
        }
    }
}

/// What may stand on one axis has one unit.
fn lanes(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, unit) in data.units.iter().enumerate() {
        if let Some(base) = unit.base.map(|base| data.unit(base))
            && let Some(end) = base.base.map(|end| data.unit(end))
        {
            notes.add(
                &rules::UNIT_CHAIN,
                (UNITS.file, rows.units.get(at).copied(), "base"),
                &base.key,
                end.key.as_str(),
            );
        }
    }
    let mut seen: BTreeMap<&str, UnitId> = BTreeMap::new();
    for (at, indicator) in data.indicators.iter().enumerate() {
        if indicator.kind == ValueKind::Share && indicator.base.zh.is_empty() {
            let place = (INDICATORS.file, rows.indicators.get(at).copied(), "base_zh");
            notes.add(&rules::SHARE_OF_NOTHING, place, &indicator.key, ());
        }
        let base = data.base_unit(indicator.unit);
        let first = *seen.entry(&indicator.comparable).or_insert(base);
        if first != base && !indicator.comparable.is_empty() {
            let place = (INDICATORS.file, rows.indicators.get(at).copied(), "comparable");
            notes.add(&rules::LANE_UNITS, place, &indicator.comparable, data.unit(first).key.as_str());
        }
    }
}

/// Notes a source that a community does not list. A list that could not be read is no reason.
pub(super) fn source_of(
    data: &Dataset,
    (community, source): (CommunityId, SourceId),
    place: (&str, Option<u32>, &str),
    notes: &mut Notes,
) {
    let known = &data.community(community).sources;
    if known.is_empty() || known.contains(&source) {
        return;
    }
    let known: Vec<&str> = known.iter().map(|source| data.source(*source).key.as_str()).collect();
    let known = known.join(";");
    notes.add(&rules::FOREIGN_SOURCE, place, &data.source(source).key, known);
}

fn practices(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    for (at, practice) in data.practices.iter().enumerate() {
        let row = rows.practices.get(at).copied();
        for system in practice.systems.iter().map(|id| data.system(*id)) {
            if system.community != practice.community {
                let community = &data.community(system.community).key;
                let place = (PRACTICES.file, row, "systems");
                notes.add(&rules::FOREIGN_SYSTEM, place, &system.key, community.as_str());
            }
        }
        for figure in practice.observations.iter().map(|id| data.observation(*id)) {
            if figure.community != practice.community {
                let community = &data.community(figure.community).key;
                let place = (PRACTICES.file, row, "observations");
                notes.add(&rules::FOREIGN_OBSERVATION, place, &figure.key, community.as_str());
            }
        }
        source_of(data, (practice.community, practice.source), (PRACTICES.file, row, "source"), notes);
    }
}

fn systems(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    let mut all_parts = rows.are_whole(&[&PARTS]);
    let lists = |system: &&System| matches!(system.parts_kind, PartsKind::Ordered | PartsKind::Unordered);
    if all_parts
        && data.systems.iter().all(|system| system.parts.is_empty())
        && data.systems.iter().filter(lists).count() > 1
    {
        notes.0.push(EMPTY_TABLE.at(PARTS.file, None, None, ()));
        all_parts = false;
    }
    for (at, system) in data.systems.iter().enumerate() {
        let row = rows.systems.get(at).copied();
        let is_listed = matches!(system.parts_kind, PartsKind::Ordered | PartsKind::Unordered);
        let kind = system.parts_kind.code();
        if is_listed && all_parts && system.parts.is_empty() {
            notes.add(&rules::PARTS_MISSING, (SYSTEMS.file, row, "parts_kind"), kind, ());
        } else if !is_listed && !system.parts.is_empty() {
            notes.add(&rules::PARTS_UNEXPECTED, (SYSTEMS.file, row, "parts_kind"), kind, ());
        } else if all_parts && system.parts.is_empty() != (system.parts_list == PartsList::None) {
            notes.add(&rules::PARTS_LIST, (SYSTEMS.file, row, "parts_list"), system.parts_list.code(), ());
        } else if let Some(stated) = system.parts_stated.filter(|stated| {
            let stated = usize::from(*stated);
            let is_open = system.parts_list == PartsList::Open && system.parts.len() < stated;
            is_listed && all_parts && !is_open && stated != system.parts.len()
        }) {
            let (place, listed) = ((SYSTEMS.file, row, "parts_stated"), system.parts.len());
            notes.add(&rules::PARTS_COUNT, place, &stated.to_string(), listed);
        }
        let mut belongs = |other: Option<SystemId>, place: (&str, Option<u32>, &str)| {
            let Some(other) = other.map(|other| data.system(other)) else { return };
            if other.community != system.community {
                let community = &data.community(other.community).key;
                notes.add(&rules::FOREIGN_SYSTEM, place, &other.key, community.as_str());
            }
        };
        belongs(system.parent, (SYSTEMS.file, row, "parent"));
        let part_row = |part: usize| rows.parts.get(at).and_then(|parts| parts.get(part)).copied();
        for (position, part) in system.parts.iter().enumerate() {
            belongs(part.system, (PARTS.file, part_row(position), "part_system"));
        }
        for (position, part) in system.parts.iter().enumerate() {
            let mut above = system.parent;
            while let Some(id) = above.filter(|_| part.system.is_some()) {
                if part.system == Some(id) {
                    let place = (PARTS.file, part_row(position), "part_system");
                    notes.add(&CYCLIC_SYSTEM, place, &data.system(id).key, ());
                    break;
                }
                above = data.system(id).parent;
            }
        }
        source_of(data, (system.community, system.source), (SYSTEMS.file, row, "source"), notes);
        for (position, part) in system.parts.iter().enumerate() {
            let expected = u16::try_from(position + 1).ok().filter(|_| system.parts_kind == PartsKind::Ordered);
            if part.order != expected && is_listed {
                let place = (PARTS.file, part_row(position), "order");
                let saw = part.order.map_or_else(String::new, |order| order.to_string());
                notes.add(&rules::PART_ORDER, place, &saw, Step(expected));
            }
            if let (Some(actor), true) = (part.actors.first(), part.actor.zh.is_empty()) {
                let place = (PARTS.file, part_row(position), "actors");
                notes.add(&rules::ACTORS_UNNAMED, place, &data.code(*actor).code, ());
            }
        }
    }
}

/// Warns of rows that nothing refers to. Indicator groups without figures stay: that nobody reports them is a finding too.
fn unused<'d>(data: &'d Dataset, rows: &Rows, notes: &mut Notes) {
    let (mut indicators, mut units) = (vec![false; data.indicators.len()], vec![false; data.units.len()]);
    let (mut places, mut sources) = (vec![false; data.places.len()], vec![false; data.sources.len()]);
    let mut codes: Vec<bool> = data.codes.iter().map(|code| code.list == CodeList::IndicatorGroup).collect();
    for observation in &data.observations {
        indicators[observation.indicator.index()] = true;
        units[observation.unit.index()] = true;
        sources[observation.source.index()] = true;
    }
    for indicator in &data.indicators {
        indicator.family.into_iter().for_each(|code| codes[code.index()] = true);
        units[indicator.unit.index()] = true;
    }
    for base in data.units.iter().filter_map(|unit| unit.base) {
        units[base.index()] = true;
    }
    for place in data.places.iter().filter_map(|place| place.parent) {
        places[place.index()] = true;
    }
    for community in &data.communities {
        places[community.place.index()] = true;
        for source in &community.sources {
            sources[source.index()] = true;
        }
        for code in community.types.iter().chain(&community.settlements) {
            codes[code.index()] = true;
        }
    }
    for system in &data.systems {
        sources[system.source.index()] = true;
        for code in system.topics.iter().chain(&system.targets).chain(&system.motifs) {
            codes[code.index()] = true;
        }
        for code in system.parts.iter().flat_map(|part| &part.actors) {
            codes[code.index()] = true;
        }
    }
    // A row that could not be read may be the one that uses another.
    let mut warn = |table: &Table, users: &[&Table], used: &[bool], at: &[u32], key: &dyn Fn(usize) -> &'d str| {
        let column = table.key[table.key.len() - 1];
        for row in (0..used.len()).filter(|row| !used[*row] && rows.are_whole(users)) {
            notes.add(&rules::UNUSED_ROW, (table.file, at.get(row).copied(), column), key(row), ());
        }
    };
    let quoting = [&OBSERVATIONS, &SYSTEMS, &COMMUNITIES];
    warn(&INDICATORS, &quoting[..1], &indicators, &rows.indicators, &|row| &data.indicators[row].key);
    warn(&UNITS, &[&OBSERVATIONS, &INDICATORS, &UNITS], &units, &rows.units, &|row| &data.units[row].key);
    warn(&PLACES, &[&PLACES, &COMMUNITIES], &places, &rows.places, &|row| &data.places[row].key);
    warn(&SOURCES, &quoting, &sources, &rows.sources, &|row| &data.sources[row].key);
    warn(&CODES, &quoting[1..], &codes, &rows.codes, &|row| &data.codes[row].code);
}
