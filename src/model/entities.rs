//! The things a package speaks of: places, communities, indicators, observations, sources, systems.

use super::*;

/// Declares an index into one table of a [`Dataset`].
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
        impl $name {
            /// The row in its table.
            pub const fn index(self) -> usize { self.0 as usize }
        }
        impl From<u32> for $name {
            fn from(row: u32) -> Self { $name(row) }
        }
        impl From<$name> for u32 {
            fn from(id: $name) -> u32 { id.0 }
        }
    )+};
}

ids! {
    /// A row of [`Dataset::sources`].
    SourceId,
    /// A row of [`Dataset::places`].
    PlaceId,
    /// A row of [`Dataset::communities`].
    CommunityId,
    /// A row of [`Dataset::indicators`].
    IndicatorId,
    /// A row of [`Dataset::units`].
    UnitId,
    /// A row of [`Dataset::observations`].
    ObservationId,
    /// A row of [`Dataset::systems`].
    SystemId,
    /// A row of [`Dataset::codes`].
    CodeId,
    /// Row number of a practice.
    PracticeId,
}

/// Words in simplified Chinese and English; both always filled where they are ours to write.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where figures come from: one published text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Stable key, e.g. `S000`.
    pub key: String,
    /// The start of its file's name in a folder of source texts, e.g. `000`.
    pub article: String,
    /// Our short name for it.
    pub label: Text,
    /// The title as printed; `None` where the text at hand does not carry it.
    pub title: Option<String>,
    /// Whether the title at hand is cut off.
    pub title_truncated: bool,
    /// Who published it first.
    pub publisher: Text,
    /// Named author, reporter or correspondent.
    pub author: Option<String>,
    /// The date printed with the text that published it first.
    pub published_stated: Option<PartialDate>,
    /// The date inside its address: evidence, not a statement.
    pub published_from_url: Option<PartialDate>,
    /// Address of the original.
    pub url: Option<String>,
    /// The site that reposted it.
    pub repost_publisher: Option<Text>,
    /// Date of the repost.
    pub repost_date: Option<PartialDate>,
    /// BCP 47 script of the text at hand: `zh-Hans` or `zh-Hant`.
    pub script: String,
    /// What is unknown or doubtful about it.
    pub note: Text,
    /// SHA-256 of the article's file in the folder of source texts, in hexadecimal; `None` where there is no such file.
    pub sha256: Option<String>,
    /// The day on which the text of that checksum was last read against the tables.
    pub accessed: Option<PartialDate>,
}

/// An administrative place above the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Stable key, e.g. `hunan`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Its level.
    pub level: PlaceLevel,
    /// The place it lies in.
    pub parent: Option<PlaceId>,
    /// Whether the source states it.
    pub basis: Basis,
    /// Where the basis is inferred: from what.
    pub note: Text,
    /// Its six digits after GB/T 2260, which goes down to districts and counties.
    pub gb2260: Option<String>,
}

/// A community 社区, the unit that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    /// Stable key, e.g. `ZY`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The lowest place above it that is known.
    pub place: PlaceId,
    /// Community types, of [`CodeList::CommunityType`].
    pub types: Vec<CodeId>,
    /// Settlement types, of [`CodeList::Settlement`].
    pub settlements: Vec<CodeId>,
    /// The texts about it.
    pub sources: Vec<SourceId>,
    /// What to know before using its figures.
    pub note: Text,
    /// What it was collected for.
    pub collection: Collection,
    /// What kind of place it is.
    pub kind: CommunityKind,
    /// The community that a compound lies in, where that is one of the package.
    pub parent: Option<CommunityId>,
}

/// A unit of measure; 次, 场, 场次, 人次, 条, 件 and 项 are seven different ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Stable key, e.g. `person_time`.
    pub key: String,
    /// What stands behind a number, e.g. `人次` / `person-times`.
    pub name: Text,
    /// English singular, e.g. `person-time`.
    pub singular_en: String,
    /// The base unit it converts to, e.g. 亩 to m²; `None` where nothing converts.
    pub base: Option<UnitId>,
    /// How many base units one is.
    pub factor: f64,
    /// What it counts, where arithmetic has to know.
    pub role: Option<UnitRole>,
    /// Its code after UCUM, e.g. `km2`.
    pub ucum: Option<String>,
    /// Of money: the currency after ISO 4217, e.g. `CNY`.
    pub currency: Option<String>,
}

/// A word of an open vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Which vocabulary.
    pub list: CodeList,
    /// The word in tables and URLs.
    pub code: String,
    /// The words people read.
    pub name: Text,
    /// What it means.
    pub note: Text,
    /// What it is for.
    pub roles: Roles,
}

/// Several [`Role`]s, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(pub u32);

impl Roles {
    /// Whether it has a role.
    pub const fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u32 != 0
    }
    /// With one role more.
    pub const fn with(self, role: Role) -> Roles {
        Roles(self.0 | 1 << role as u32)
    }
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Stable key, e.g. `population_usual`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// What exactly it counts.
    pub definition: Text,
    /// The unit it is given in.
    pub unit: UnitId,
    /// The sort of quantity.
    pub kind: ValueKind,
    /// Group, of [`CodeList::IndicatorGroup`].
    pub group: CodeId,
    /// Figures may be compared only inside one comparable group, with equal scope, status and unit.
    pub comparable: String,
    /// Whether more is better.
    pub polarity: Polarity,
    /// Its kind inside the group, of [`CodeList::Family`]: what differs in it shares no axis.
    pub family: Option<CodeId>,
    /// Of what a share is, as said under its name; empty for what is no share.
    pub base: Text,
}

/// One figure, as reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Stable key, e.g. `ZY-03`.
    pub key: String,
    /// The community it belongs to.
    pub community: CommunityId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What it is about.
    pub scope: Scope,
    /// The name of the compound, team, hall or programme; empty for the community itself.
    pub scope_name: Text,
    /// The number; `None` where the statement carries none (a date, a name, a thing not reported).
    pub value: Option<f64>,
    /// How exactly the source words it.
    pub bound: Bound,
    /// What kind of statement it is.
    pub status: ObsStatus,
    /// Its unit.
    pub unit: UnitId,
    /// The time it speaks of.
    pub period: Period,
    /// The shape of that time.
    pub period_type: PeriodType,
    /// Where its start and its end come from.
    pub bases: Bases,
    /// The text it stands in.
    pub source: SourceId,
    /// A phrase of at most 25 characters that occurs exactly once in the text.
    pub locator: String,
    /// The same phrase in simplified characters without insertions, where the text is neither.
    pub locator_hans: Option<String>,
    /// How the number was read.
    pub reading: Reading,
    /// How much it carries.
    pub salience: Salience,
    /// The governance system it belongs to.
    pub system: Option<SystemId>,
    /// What to know before using it.
    pub note: Text,
    /// The other figure that reports the same fact; that one has none.
    pub same_as: Option<ObservationId>,
    /// How good the evidence is.
    pub grade: Grade,
    /// The day on which a figure of the library was found.
    pub retrieved_on: Option<PartialDate>,
    /// Who read it.
    pub read_by: ReadBy,
}

/// Where the two ends of a period come from; the same twice where it is one date or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bases {
    /// Of its start.
    pub start: PeriodBasis,
    /// Of its end.
    pub end: PeriodBasis,
}

impl Bases {
    /// Both ends come from the same.
    pub const fn both(basis: PeriodBasis) -> Bases {
        Bases { start: basis, end: basis }
    }

    /// Whether one of the ends comes from this.
    pub fn any(self, basis: PeriodBasis) -> bool {
        self.start == basis || self.end == basis
    }
}

/// A governance system: a brand, rule, workflow, platform, team, place or programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct System {
    /// Stable key, e.g. `ZY-sanzhu`.
    pub key: String,
    /// The community that runs it.
    pub community: CommunityId,
    /// The system it is part of.
    pub parent: Option<SystemId>,
    /// Its name.
    pub name: Text,
    /// Its form.
    pub form: Form,
    /// Topics, of [`CodeList::Topic`].
    pub topics: Vec<CodeId>,
    /// Target groups, of [`CodeList::Target`].
    pub targets: Vec<CodeId>,
    /// Motifs, of [`CodeList::Motif`].
    pub motifs: Vec<CodeId>,
    /// What is known of its parts.
    pub parts_kind: PartsKind,
    /// How many parts its name or the text says it has.
    pub parts_stated: Option<u16>,
    /// Whether the parts listed are all.
    pub parts_list: PartsList,
    /// Since when.
    pub since: Period,
    /// The text it stands in.
    pub source: SourceId,
    /// A phrase of at most 25 characters that occurs exactly once in the text.
    pub locator: String,
    /// The same phrase in simplified characters, where the text is not.
    pub locator_hans: Option<String>,
    /// What it is, in our words.
    pub summary: Text,
    /// Its parts or steps, in order of the source.
    pub parts: Vec<Part>,
}

/// A part or a step of a system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The step number, where order matters.
    pub order: Option<u16>,
    /// Its name.
    pub name: Text,
    /// Who acts; empty where the source does not say.
    pub actor: Text,
    /// Whose lanes that is beside other flows, of [`CodeList::Actor`]; empty where no vocabulary fits.
    pub actors: Vec<CodeId>,
    /// The system that this part is, where it has an entry of its own.
    pub system: Option<SystemId>,
}
