//! A whole package.

use super::*;

/// A package: every table, rows in file order, keys resolved to row numbers.
///
/// Invariant: every id inside is a row of its table. [`crate::wire`] is the only place that builds one from outside data and
/// it refuses dangling keys, so the accessors below index directly.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dataset {
    /// What the package says of itself.
    pub about: About,
    /// Published texts.
    pub sources: Vec<Source>,
    /// Administrative places.
    pub places: Vec<Place>,
    /// Communities.
    pub communities: Vec<Community>,
    /// Units.
    pub units: Vec<Unit>,
    /// Words of open vocabularies.
    pub codes: Vec<Code>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Figures.
    pub observations: Vec<Observation>,
    /// Governance systems with their parts.
    pub systems: Vec<System>,
    /// Indicators computed from others.
    pub derived: Vec<DerivedIndicator>,
    /// Checks of the sources' own arithmetic.
    pub checks: Vec<Check>,
    /// What was done about problems.
    pub practices: Vec<Practice>,
    /// The community whose figures a person entered, where there is one; it is never part of a package.
    pub own: Option<CommunityId>,
}

/// What a package says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Machine name.
    pub name: String,
    /// Version of the data.
    pub version: String,
    /// Title.
    pub title: Text,
    /// Day of the last change, `YYYY-MM-DD`.
    pub updated: String,
    /// SPDX-like name of the licence of the data.
    pub licence: String,
    /// Who made it, where it says so.
    pub creator: Text,
    /// How what is in it was chosen, where it says so.
    pub method: Text,
    /// What changed in it, the newest first.
    pub changes: Vec<Change>,
}

impl About {
    /// The name of the file in which the package is downloaded whole.
    pub fn archive(&self) -> String {
        [&self.name.replace('/', "-"), "-", &self.version, ".zip"].concat()
    }
}

/// What a version of a package changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The version.
    pub version: String,
    /// Its day, `YYYY-MM-DD`.
    pub day: String,
    /// What is new.
    pub said: Text,
}

macro_rules! lookups {
    ($($(#[$meta:meta])* $name:ident, $all:ident, $keyed:ident: $id:ident => $table:ident: $row:ident;)+) => {
        impl Dataset {$(
            $(#[$meta])*
            pub fn $name(&self, id: $id) -> &$row { &self.$table[id.index()] }
            /// The ids of that table, in file order.
            pub fn $all(&self) -> impl DoubleEndedIterator<Item = $id> + use<> { (0..self.$table.len() as u32).map($id) }
            /// The row with a stable key.
            pub fn $keyed(&self, key: &str) -> Option<$id> {
                self.$table.iter().position(|row| row.key == key).map(|row| $id(row as u32))
            }
        )+}
    };
}

lookups! {
    /// A source.
    source, source_ids, source_by_key: SourceId => sources: Source;
    /// A place.
    place, place_ids, place_by_key: PlaceId => places: Place;
    /// A community.
    community, community_ids, community_by_key: CommunityId => communities: Community;
    /// A unit.
    unit, unit_ids, unit_by_key: UnitId => units: Unit;
    /// An indicator.
    indicator, indicator_ids, indicator_by_key: IndicatorId => indicators: Indicator;
    /// A figure.
    observation, observation_ids, observation_by_key: ObservationId => observations: Observation;
    /// A governance system.
    system, system_ids, system_by_key: SystemId => systems: System;
    /// A practice.
    practice, practice_ids, practice_by_key: PracticeId => practices: Practice;
}

impl Dataset {
    /// A word of an open vocabulary.
    pub fn code(&self, id: CodeId) -> &Code {
        &self.codes[id.index()]
    }

    /// The communities of the package, without the one whose figures a person entered.
    pub fn case_ids(&self) -> impl DoubleEndedIterator<Item = CommunityId> + use<> {
        let own = self.own;
        self.community_ids().filter(move |id| Some(*id) != own)
    }

    /// The unit that a unit converts to; itself where nothing converts.
    pub fn base_unit(&self, unit: UnitId) -> UnitId {
        self.unit(unit).base.unwrap_or(unit)
    }

    /// The words of one vocabulary, in file order.
    pub fn codes_in(&self, list: CodeList) -> impl Iterator<Item = CodeId> + '_ {
        self.codes.iter().enumerate().filter(move |(_, code)| code.list == list).map(|(row, _)| CodeId(row as u32))
    }

    /// The groups of indicators with a role, in file order.
    pub fn groups_with(&self, role: Role) -> impl Iterator<Item = CodeId> + '_ {
        self.codes_in(CodeList::IndicatorGroup).filter(move |id| self.code(*id).roles.has(role))
    }

    /// A word of an open vocabulary by its code.
    pub fn code_by_key(&self, list: CodeList, code: &str) -> Option<CodeId> {
        self.codes_in(list).find(|id| self.code(*id).code == code)
    }

    /// The place of a community at one level, `None` where the sources do not lead that far.
    pub fn place_at(&self, community: CommunityId, level: PlaceLevel) -> Option<PlaceId> {
        let mut at = Some(self.community(community).place);
        while let Some(id) = at {
            let place = self.place(id);
            if place.level == level {
                return Some(id);
            }
            at = place.parent;
        }
        None
    }
}
