//! Rules about what things are called.
//!
//! Owns: that two things that stand side by side have two names, and that a key is not that of another community. May use:
//! `model`, the rules. Deliberately absent: keys that occur twice (`wire`).

use super::Notes;
use crate::diagnostics::detail::OnRow;
use crate::diagnostics::rules::sense as rules;
use crate::model::*;
use crate::wire::schema::*;
use crate::wire::tables::Rows;
use std::collections::BTreeMap;

pub(super) fn check(data: &Dataset, rows: &Rows, notes: &mut Notes) {
    let mut names = Names { notes };
    names.apart(&COMMUNITIES, &rows.communities, data.communities.iter().map(|it| (it.place.0, &it.name)));
    names.apart(&PLACES, &rows.places, data.places.iter().map(|it| (it.parent.map_or(u32::MAX, |up| up.0), &it.name)));
    names.apart(&UNITS, &rows.units, data.units.iter().map(|it| (0, &it.name)));
    names.apart(&CODES, &rows.codes, data.codes.iter().map(|it| (it.list as u32, &it.name)));
    names.apart(&INDICATORS, &rows.indicators, data.indicators.iter().map(|it| (0, &it.name)));
    names.apart(&SYSTEMS, &rows.systems, data.systems.iter().map(|it| (it.community.0, &it.name)));
    names.apart(&DERIVED, &rows.derived, data.derived.iter().map(|it| (0, &it.name)));
    names.apart(
        &CHECKS,
        &rows.checks,
        data.checks.iter().map(|it| (it.community.map_or(u32::MAX, |id| id.0), &it.name)),
    );
    names.called("problem", &PRACTICES, &rows.practices, data.practices.iter().map(|it| (it.community.0, &it.problem)));
    names.keys(
        data,
        &OBSERVATIONS,
        &rows.observations,
        data.observations.iter().map(|it| (it.community, it.key.as_str())),
    );
    names.keys(data, &SYSTEMS, &rows.systems, data.systems.iter().map(|it| (it.community, it.key.as_str())));
    names.keys(data, &PRACTICES, &rows.practices, data.practices.iter().map(|it| (it.community, it.key.as_str())));
}

struct Names<'n> {
    notes: &'n mut Notes,
}

impl Names<'_> {
    fn apart<'d>(&mut self, table: &Table, rows: &[u32], names: impl Iterator<Item = (u32, &'d Text)>) {
        self.called("name", table, rows, names);
    }

    /// Notes a name that another row of the same group has.
    fn called<'d>(&mut self, stem: &str, table: &Table, rows: &[u32], names: impl Iterator<Item = (u32, &'d Text)>) {
        let mut seen: BTreeMap<(u32, &str, &str), Option<u32>> = BTreeMap::new();
        for (at, (group, name)) in names.enumerate() {
            let row = rows.get(at).copied();
            for (column, text) in [("_zh", name.zh.as_str()), ("_en", name.en.as_str())] {
                // A cell that is empty is named already.
                if text.is_empty() {
                    continue;
                }
                if let Some(first) = seen.get(&(group, column, text)) {
                    self.notes.add(
                        &rules::DUPLICATE_NAME,
                        (table.file, row, &[stem, column].concat()),
                        text,
                        OnRow(*first),
                    );
                    break;
                }
                seen.insert((group, column, text), row);
            }
        }
    }

    /// Notes a key that starts with the key of another community: a row that was copied and not changed.
    fn keys<'d>(
        &mut self,
        data: &Dataset,
        table: &Table,
        rows: &[u32],
        keys: impl Iterator<Item = (CommunityId, &'d str)>,
    ) {
        for (at, (community, key)) in keys.enumerate() {
            let Some((stem, _)) = key.split_once('-') else { continue };
            if let Some(other) = data.community_by_key(stem).filter(|other| *other != community) {
                let other = data.community(other).key.as_str();
                self.notes.add(&rules::KEY_OF_OTHER, (table.file, rows.get(at).copied(), "id"), key, other);
            }
        }
    }
}
