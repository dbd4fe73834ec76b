//! A package's tables, read into the model.
//!
//! Owns: which column becomes which field, and keys becoming row numbers. May use: `sheet`, `package`, `model`. Deliberately
//! absent: the file system, and rules about what rows say together (`validate`). A row with a cell that it cannot do without
//! is left out of the value and, if it is its only fault, named once: what refers to it is left out quietly.

use super::package;
use super::schema::*;
use super::sheet::{Intake, Keys, Row, To, resolve};
use super::uses::Use;
use crate::diagnostics::detail::{Divisors, Operands, Standard};
use crate::diagnostics::{
    Diagnostic, Report, Rule, in_file_order, rules::EMPTY_TABLE, rules::cells as rules, rules::sense,
};
use crate::model::*;

/// On which row of its file each row of a dataset stands, as a spreadsheet numbers them.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub struct Rows {
    pub sources: Vec<u32>,
    pub places: Vec<u32>,
    pub communities: Vec<u32>,
    pub units: Vec<u32>,
    pub codes: Vec<u32>,
    pub indicators: Vec<u32>,
    pub observations: Vec<u32>,
    pub systems: Vec<u32>,
    pub derived: Vec<u32>,
    pub checks: Vec<u32>,
    pub practices: Vec<u32>,
    /// For each system, the rows of its parts.
    pub parts: Vec<Vec<u32>>,
    pub derived_values: Vec<u32>,
    /// For each check, the result that its row states.
    pub check_results: Vec<Written>,
    /// What the rows of `derived_values.csv` state.
    pub derived_results: Vec<WrittenValue>,
    /// Tables of which something could not be read, by name.
    pub broken: Vec<&'static str>,
}

/// A result as a table states it, cell by cell; the program computes its own and compares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The word for the verdict.
    pub verdict: String,
    /// The number, with at most six decimals.
    pub value: String,
    /// The word for its bound.
    pub bound: String,
    /// The words for what refuses it or must be said with it, joined by `;`.
    pub reasons: String,
}

/// A row of `derived_values.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenValue {
    /// The row of the derived indicator in its table.
    pub derived: usize,
    /// Whose it is.
    pub community: CommunityId,
    /// The result.
    pub result: Written,
    /// The keys of the figures used, joined by `;`.
    pub operands: String,
    /// The word for the lowest grade of them.
    pub grade: String,
}

impl Rows {
    /// Whether everything in these tables was read, so that what is not there can be missed.
    pub fn are_whole(&self, tables: &[&Table]) -> bool {
        tables.iter().all(|table| !self.broken.contains(&table.name))
    }
}

/// Gives the bytes of a file of a package by its name.
pub type Files<'f> = &'f dyn Fn(&str) -> Option<Vec<u8>>;

/// Reads a package from its files. The value is what could be read; it is a usable dataset only where no finding is an error.
pub fn read_package(files: Files) -> Report<Dataset> {
    read_with_rows(files).0
}

/// Reads a package and keeps where each row stands.
pub fn read_with_rows(files: Files) -> (Report<Dataset>, Rows) {
    let mut findings = Vec::new();
    let (about, descriptor) = package::read(files(package::FILE).as_deref(), &mut findings);
    let mut intake = Intake { files, findings, uses: Default::default(), broken: Vec::new() };
    let mut data = Dataset { about, ..Dataset::default() };
    let mut rows = Rows::default();

    let mut source_keys = Keys::default();
    (data.sources, rows.sources) = intake.table(&SOURCES, &mut source_keys, &mut source);
    let mut place_keys = Keys::default();
    let mut parents = Links::default();
    (data.places, rows.places) = intake.table(&PLACES, &mut place_keys, &mut |row| place(row, &mut parents));
    let to = To { keys: &place_keys, prefix: "", unknown: &rules::UNKNOWN_PLACE };
    let parents = parents.resolve(&mut intake, &PLACES, super::schema::places::parent, to, &rules::CYCLIC_PLACE);
    for (place, parent) in data.places.iter_mut().zip(parents) {
        place.parent = parent.map(PlaceId);
    }
    let mut unit_keys = Keys::default();
    let mut bases = Links::default();
    (data.units, rows.units) = intake.table(&UNITS, &mut unit_keys, &mut |row| unit(row, &mut bases));
    let units = To { keys: &unit_keys, prefix: "", unknown: &rules::UNKNOWN_UNIT };
    let bases = bases.resolve(&mut intake, &UNITS, super::schema::units::base, units, &rules::CYCLIC_UNIT);
    for (unit, base) in data.units.iter_mut().zip(bases) {
        unit.base = base.map(UnitId);
    }
    let mut code_keys = Keys::default();
    (data.codes, rows.codes) = intake.table(&CODES, &mut code_keys, &mut code);

    let keys = Context { sources: &source_keys, places: &place_keys, units: &unit_keys, codes: &code_keys };
    let mut community_keys = Keys::default();
    let mut parents = Links::default();
    (data.communities, rows.communities) =
        intake.table(&COMMUNITIES, &mut community_keys, &mut |row| community(row, &keys, &mut parents));
    let communities = To { keys: &community_keys, prefix: "", unknown: &rules::UNKNOWN_COMMUNITY };
    let column = super::schema::communities::parent;
    let parents = parents.resolve(&mut intake, &COMMUNITIES, column, communities, &rules::CYCLIC_COMMUNITY);
    for (community, parent) in data.communities.iter_mut().zip(parents) {
        community.parent = parent.map(CommunityId);
    }
    let mut indicator_keys = Keys::default();
    (data.indicators, rows.indicators) =
        intake.table(&INDICATORS, &mut indicator_keys, &mut |row| indicator(row, &keys));
    let indicators = To { keys: &indicator_keys, prefix: "", unknown: &rules::UNKNOWN_INDICATOR };

    let mut system_keys = Keys::default();
    let mut parents = Links::default();
    (data.systems, rows.systems) =
        intake.table(&SYSTEMS, &mut system_keys, &mut |row| system(row, &keys, communities, &mut parents));
    let systems = To { keys: &system_keys, prefix: "", unknown: &rules::UNKNOWN_SYSTEM };
    let parents =
        parents.resolve(&mut intake, &SYSTEMS, super::schema::systems::parent, systems, &rules::CYCLIC_SYSTEM);
    for (system, parent) in data.systems.iter_mut().zip(parents) {
        system.parent = parent.map(SystemId);
    }

    let mut positions = vec![0; data.systems.len()];
    let (parts, part_rows) =
        intake.table(&PARTS, &mut Keys::default(), &mut |row| part(row, &keys, systems, &mut positions));
    rows.parts = vec![Vec::new(); data.systems.len()];
    for ((system, part), row) in parts.into_iter().zip(part_rows) {
        data.systems[system].parts.push(part);
        rows.parts[system].push(row);
    }

    cut_part_circles(&mut data, &rows.parts, &mut intake.findings);

    let mut observation_keys = Keys::default();
    let mut same = Links::default();
    (data.observations, rows.observations) = intake.table(&OBSERVATIONS, &mut observation_keys, &mut |row| {
        observation(row, &keys, (communities, indicators, systems), &mut same)
    });
    let observations = To { keys: &observation_keys, prefix: "", unknown: &rules::UNKNOWN_OBSERVATION };
    let column = super::schema::observations::same_as;
    let same = same.resolve(&mut intake, &OBSERVATIONS, column, observations, &rules::CYCLIC_SAME);
    for (observation, same) in data.observations.iter_mut().zip(same) {
        observation.same_as = same.map(ObservationId);
    }

    let mut derived_keys = Keys::default();
    (data.derived, rows.derived) = intake.table(&DERIVED, &mut derived_keys, &mut |row| derived(row, indicators));
    let derived = To { keys: &derived_keys, prefix: "", unknown: &rules::UNKNOWN_DERIVED };
    (rows.derived_results, rows.derived_values) =
        intake.table(&DERIVED_VALUES, &mut Keys::default(), &mut |row| derived_value(row, derived, communities));
    let mut practice_keys = Keys::default();
    (data.practices, rows.practices) = intake
        .table(&PRACTICES, &mut practice_keys, &mut |row| practice(row, &keys, communities, observations, systems));
    let practices = To { keys: &practice_keys, prefix: "", unknown: &rules::UNKNOWN_PRACTICE };
    let (checks, check_rows) = intake.table(&CHECKS, &mut Keys::default(), &mut |row| {
        use super::schema::checks as c;
        let written = Written {
            verdict: row.string(c::verdict),
            value: row.string(c::value),
            bound: row.string(c::bound),
            reasons: row.string(c::reasons),
        };
        check(row, communities, observations, systems, practices).map(|check| (check, written))
    });
    rows.checks = check_rows;
    (data.checks, rows.check_results) = checks.into_iter().unzip();

    for (table, keys) in [
        (&SOURCES, &source_keys),
        (&PLACES, &place_keys),
        (&UNITS, &unit_keys),
        (&CODES, &code_keys),
        (&COMMUNITIES, &community_keys),
        (&INDICATORS, &indicator_keys),
        (&SYSTEMS, &system_keys),
        (&OBSERVATIONS, &observation_keys),
    ] {
        if keys.are_missed() {
            intake.findings.push(EMPTY_TABLE.at(table.file, None, None, ()));
            intake.broken.push(table.name);
        }
    }
    rows.broken = intake.broken;
    let mut findings = intake.findings;
    if let Some(descriptor) = &descriptor {
        package::agree(descriptor, &intake.uses, files, &mut findings);
    }
    in_file_order(&mut findings);
    (Report { value: data, findings }, rows)
}

/// Notes and cuts circles of systems that are parts of each other, so that whoever follows parts ends.
fn cut_part_circles(data: &mut Dataset, rows: &[Vec<u32>], findings: &mut Vec<Diagnostic>) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; data.systems.len()];
    for start in 0..states.len() {
        if states[start] != State::New {
            continue;
        }
        states[start] = State::Open;
        // The systems being looked at, each with the part that is next.
        let mut path = vec![(start, 0)];
        while let Some((system, next)) = path.last_mut() {
            let (system, part) = (*system, *next);
            *next += 1;
            let Some(inner) = data.systems[system].parts.get(part).map(|part| part.system) else {
                states[system] = State::Done;
                path.pop();
                continue;
            };
            let Some(inner) = inner.map(SystemId::index) else { continue };
            match states[inner] {
                State::New => {
                    states[inner] = State::Open;
                    path.push((inner, 0));
                }
                State::Open => {
                    let row = rows[system].get(part).copied();
                    let finding = rules::CYCLIC_SYSTEM.at(PARTS.file, row, Some(super::schema::parts::part_system), ());
                    findings.push(finding.saw(&data.systems[inner].key));
                    data.systems[system].parts[part].system = None;
                }
                State::Done => {}
            }
        }
    }
}

/// References inside one table, resolved when all of it has been read.
#[derive(Default)]
struct Links(Vec<(u32, String)>);

impl Links {
    fn push(&mut self, row: &Row, column: &str) {
        self.0.push((row.number, row.string(column)));
    }

    /// The rows referred to; a reference that would close a circle is noted and left out, so that whoever follows them ends.
    fn resolve(
        &self,
        intake: &mut Intake,
        table: &'static Table,
        column: &str,
        to: To,
        cyclic: &'static Rule,
    ) -> Vec<Option<u32>> {
        intake.uses.note(table, column, Use::Key(to.keys.table()));
        let mut links: Vec<Option<u32>> = Vec::with_capacity(self.0.len());
        for (row, key) in &self.0 {
            let link = (!key.is_empty()).then(|| resolve(&mut intake.findings, table, *row, column, key, to));
            links.push(link.flatten());
        }
        // Each row is walked over once; `seen` says in which walk.
        let mut seen = vec![usize::MAX; links.len()];
        for start in 0..links.len() {
            let mut at = start;
            while seen[at] == usize::MAX {
                seen[at] = start;
                let Some(next) = links[at] else { break };
                at = next as usize;
                if seen[at] == start {
                    // A circle: it is cut at its first row.
                    let (mut first, mut other) = (at, links[at]);
                    while let Some(next) = other.map(|next| next as usize).filter(|next| *next != at) {
                        (first, other) = (first.min(next), links[next]);
                    }
                    links[first] = None;
                    let (row, key) = &self.0[first];
                    intake.findings.push(cyclic.at(table.file, Some(*row), Some(column), ()).saw(key));
                    break;
                }
            }
        }
        links
    }
}

/// The keys that most tables refer to.
struct Context<'k> {
    sources: &'k Keys,
    places: &'k Keys,
    units: &'k Keys,
    codes: &'k Keys,
}

impl Context<'_> {
    fn source(&self, row: &mut Row) -> Option<SourceId> {
        row.reference("source", To { keys: self.sources, prefix: "", unknown: &rules::UNKNOWN_SOURCE }).map(SourceId)
    }

    fn unit(&self, row: &mut Row) -> Option<UnitId> {
        row.reference("unit", To { keys: self.units, prefix: "", unknown: &rules::UNKNOWN_UNIT }).map(UnitId)
    }

    fn codes(&self, row: &mut Row, column: &str, list: CodeList) -> Vec<CodeId> {
        let prefix = [list.code(), " "].concat();
        let to = To { keys: self.codes, prefix: &prefix, unknown: &rules::UNKNOWN_CODE };
        row.references(column, to).into_iter().map(CodeId).collect()
    }
}

fn source(row: &mut Row) -> Option<Source> {
    use super::schema::sources as c;
    row.check_key(c::id, "S000");
    row.check_article();
    let truncated = row.word(c::title_truncated, &[true, false], |yes| if yes { "true" } else { "false" });
    let script = row.word(c::script, &["zh-Hans", "zh-Hant"], |script| script);
    let (published_stated, published_from_url) = (row.date(c::published_stated), row.date(c::published_from_url));
    let (url, repost_date) = (row.url(c::url), row.date(c::repost_date));
    let is_hex = |cell: &str| cell.len() == 64 && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
    let sha256 = coded(row, c::sha256, is_hex, Standard::Sha256);
    Some(Source {
        key: row.string(c::id),
        article: row.string(c::article),
        label: row.text(c::label_zh),
        title: row.optional(c::title),
        title_truncated: truncated?,
        publisher: row.text(c::publisher_zh),
        author: row.optional(c::author),
        published_stated,
        published_from_url,
        url,
        repost_publisher: Some(row.text(c::repost_publisher_zh)).filter(|text| *text != Text::default()),
        repost_date,
        script: script?.to_string(),
        note: row.text(c::note_zh),
        sha256,
        accessed: row.date(c::accessed),
    })
}

/// A code of a standard; one that is not written as the standard writes them is noted and left out.
fn coded(row: &mut Row, column: &str, is_well: fn(&str) -> bool, standard: Standard) -> Option<String> {
    let cell = row.optional(column)?;
    if is_well(&cell) {
        return Some(cell);
    }
    row.note(&rules::BAD_CODE, column, standard);
    None
}

fn place(row: &mut Row, parents: &mut Links) -> Option<Place> {
    use super::schema::places as c;
    row.check_key(c::id, "hunan");
    let level = row.named(c::level, PlaceLevel::ALL, PlaceLevel::code);
    let basis = row.named(c::basis, Basis::ALL, Basis::code);
    let is_gb = |cell: &str| cell.len() == 6 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let gb2260 = coded(row, c::gb2260, is_gb, Standard::Gb2260);
    let is_top = level.is_none_or(|level| level == PlaceLevel::Province);
    if !row.partial && !is_top && row.optional(c::parent).is_none() {
        row.note(&sense::PARENT_MISSING, c::parent, ());
    }
    let place = Place {
        key: row.string(c::id),
        name: row.text(c::name_zh),
        level: level?,
        parent: None,
        basis: basis?,
        note: row.text(c::note_zh),
        gb2260,
    };
    parents.push(row, c::parent);
    Some(place)
}

fn unit(row: &mut Row, bases: &mut Links) -> Option<Unit> {
    use super::schema::units as c;
    row.check_key(c::id, "person_time");
    let factor = row.number(c::factor);
    let role = row.word(c::role, UnitRole::ALL, UnitRole::code);
    let is_ucum = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_graphic());
    let ucum = coded(row, c::ucum, is_ucum, Standard::Ucum);
    let is_iso = |cell: &str| cell.len() == 3 && cell.bytes().all(|byte| byte.is_ascii_uppercase());
    let currency = coded(row, c::currency, is_iso, Standard::Iso4217);
    let (has_base, has_factor) = (row.optional(c::base).is_some(), row.optional(c::factor).is_some());
    let is_positive = factor.flatten().is_none_or(|factor| factor > 0.0);
    if !row.partial && (has_base != has_factor || !is_positive) {
        let column = if has_factor && is_positive { c::base } else { c::factor };
        row.note(&sense::BASE_FACTOR, column, column);
    }
    let unit = Unit {
        key: row.string(c::id),
        name: row.text(c::name_zh),
        singular_en: row.string(c::singular_en),
        base: None,
        factor: factor?.unwrap_or(1.0),
        role,
        ucum,
        currency,
    };
    bases.push(row, c::base);
    Some(unit)
}

fn code(row: &mut Row) -> Option<Code> {
    use super::schema::codes as c;
    row.check_key(c::code, "area_floor");
    let list = row.word(c::list, CodeList::ALL, CodeList::code);
    let roles = row.words(c::roles, Role::ALL, Role::code);
    if !roles.is_empty() && list.is_some_and(|list| list != CodeList::IndicatorGroup) {
        row.note(&rules::ROLE_OF_GROUP, c::roles, ());
    }
    Some(Code {
        list: list?,
        code: row.string(c::code),
        name: row.text(c::name_zh),
        note: row.text(c::note_zh),
        roles: roles.into_iter().fold(Roles::default(), Roles::with),
    })
}

fn community(row: &mut Row, keys: &Context, parents: &mut Links) -> Option<Community> {
    use super::schema::communities as c;
    row.check_key(c::id, "ZY");
    let place = row.reference(c::place, To { keys: keys.places, prefix: "", unknown: &rules::UNKNOWN_PLACE });
    let types = keys.codes(row, c::types, CodeList::CommunityType);
    let settlements = keys.codes(row, c::settlements, CodeList::Settlement);
    let sources = row.references(c::sources, To { keys: keys.sources, prefix: "", unknown: &rules::UNKNOWN_SOURCE });
    let collection = row.named(c::collection, Collection::ALL, Collection::code);
    let kind = row.named(c::kind, CommunityKind::ALL, CommunityKind::code);
    let community = Community {
        key: row.string(c::id),
        name: row.text(c::name_zh),
        place: PlaceId(place?),
        types,
        settlements,
        sources: sources.into_iter().map(SourceId).collect(),
        note: row.text(c::note_zh),
        collection: collection?,
        kind: kind?,
        parent: None,
    };
    parents.push(row, c::parent);
    Some(community)
}

fn indicator(row: &mut Row, keys: &Context) -> Option<Indicator> {
    use super::schema::indicators as c;
    row.check_key(c::id, "population_usual");
    row.check_key(c::comparable, "population_usual");
    let unit = keys.unit(row);
    let kind = row.named(c::kind, ValueKind::ALL, ValueKind::code);
    let prefix = [CodeList::IndicatorGroup.code(), " "].concat();
    let group = row.reference(c::group, To { keys: keys.codes, prefix: &prefix, unknown: &rules::UNKNOWN_CODE });
    let polarity = row.named(c::polarity, Polarity::ALL, Polarity::code);
    let prefix = [CodeList::Family.code(), " "].concat();
    let family = To { keys: keys.codes, prefix: &prefix, unknown: &rules::UNKNOWN_CODE };
    let family = row.reference(c::family, family).map(CodeId);
    Some(Indicator {
        key: row.string(c::id),
        name: row.text(c::name_zh),
        definition: row.text(c::definition_zh),
        unit: unit?,
        kind: kind?,
        group: CodeId(group?),
        comparable: row.string(c::comparable),
        polarity: polarity?,
        family,
        base: row.text(c::base_zh),
    })
}

fn system(row: &mut Row, keys: &Context, communities: To, parents: &mut Links) -> Option<System> {
    use super::schema::systems as c;
    row.check_key(c::id, "ZY-sanzhu");
    let community = row.reference(c::community, communities);
    let form = row.named(c::form, Form::ALL, Form::code);
    let topics = keys.codes(row, c::topics, CodeList::Topic);
    let targets = keys.codes(row, c::targets, CodeList::Target);
    let motifs = keys.codes(row, c::motifs, CodeList::Motif);
    let parts_kind = row.named(c::parts_kind, PartsKind::ALL, PartsKind::code);
    let (parts_stated, since) = (row.whole(c::parts_stated), row.period(c::since));
    let parts_list = row.named(c::parts_list, PartsList::ALL, PartsList::code);
    let source = keys.source(row);
    let system = System {
        key: row.string(c::id),
        community: CommunityId(community?),
        parent: None,
        name: row.text(c::name_zh),
        form: form?,
        topics,
        targets,
        motifs,
        parts_kind: parts_kind?,
        parts_stated,
        parts_list: parts_list?,
        since: since.unwrap_or(Period::Unstated),
        source: source?,
        locator: row.string(c::locator),
        locator_hans: row.optional(c::locator_hans),
        summary: row.text(c::summary_zh),
        parts: Vec::new(),
    };
    parents.push(row, c::parent);
    Some(system)
}

/// Reads one part and the system it belongs to.
fn part(row: &mut Row, keys: &Context, systems: To, positions: &mut [u32]) -> Option<(usize, Part)> {
    use super::schema::parts as c;
    let system = row.reference(c::system, systems);
    let (position, order) = (row.whole(c::position), row.whole(c::order));
    let part_system = row.reference(c::part_system, systems);
    let system = system? as usize;
    if part_system == Some(system as u32) {
        row.note(&rules::CYCLIC_SYSTEM, c::part_system, ());
    }
    positions[system] += 1;
    if position.is_some_and(|position| u32::from(position) != positions[system]) {
        row.note(&rules::PART_POSITION, c::position, positions[system]);
    }
    let part = Part {
        order,
        name: row.text(c::name_zh),
        actor: row.text(c::actor_zh),
        actors: keys.codes(row, c::actors, CodeList::Actor),
        system: part_system.filter(|part| *part as usize != system).map(SystemId),
    };
    Some((system, part))
}

fn observation(
    row: &mut Row,
    keys: &Context,
    (communities, indicators, systems): (To, To, To),
    same: &mut Links,
) -> Option<Observation> {
    use super::schema::observations as c;
    row.check_key(c::id, "ZY-03");
    let community = row.reference(c::community, communities);
    let indicator = row.reference(c::indicator, indicators);
    let scope = row.named(c::scope, Scope::ALL, Scope::code);
    let value = row.number(c::value);
    let bound = row.named(c::bound, Bound::ALL, Bound::code);
    let status = row.named(c::status, ObsStatus::ALL, ObsStatus::code);
    let unit = keys.unit(row);
    let period = row.period(c::period);
    let period_type = row.named(c::period_type, PeriodType::ALL, PeriodType::code);
    let start_basis = row.named(c::period_start_basis, PeriodBasis::ALL, PeriodBasis::code);
    let end_basis = row.named(c::period_end_basis, PeriodBasis::ALL, PeriodBasis::code);
    let source = keys.source(row);
    let reading = row.named(c::reading, Reading::ALL, Reading::code);
    let salience = row.named(c::salience, Salience::ALL, Salience::code);
    let system = row.reference(c::system, systems);
    let (grade, retrieved_on) = (row.named(c::grade, Grade::ALL, Grade::code), row.date(c::retrieved_on));
    let read_by = row.named(c::read_by, ReadBy::ALL, ReadBy::code);
    let observation = Observation {
        key: row.string(c::id),
        community: CommunityId(community?),
        indicator: IndicatorId(indicator?),
        scope: scope?,
        scope_name: row.text(c::scope_name_zh),
        value: value?,
        bound: bound?,
        status: status?,
        unit: unit?,
        period: period?,
        period_type: period_type?,
        bases: Bases { start: start_basis?, end: end_basis? },
        source: source?,
        locator: row.string(c::locator),
        locator_hans: row.optional(c::locator_hans),
        reading: reading?,
        salience: salience?,
        system: system.map(SystemId),
        note: row.text(c::note_zh),
        same_as: None,
        grade: grade?,
        retrieved_on,
        read_by: read_by?,
    };
    same.push(row, c::same_as);
    Some(observation)
}

fn derived(row: &mut Row, indicators: To) -> Option<DerivedIndicator> {
    use super::schema::derived as c;
    row.check_key(c::id, "density_usual");
    let (numerator, denominator) = (row.reference(c::numerator, indicators), row.reference(c::denominator, indicators));
    let (divisor, scale) = (row.number(c::divisor), row.number(c::scale));
    let polarity = row.named(c::polarity, Polarity::ALL, Polarity::code);
    match (row.optional(c::denominator).is_some(), row.optional(c::divisor).is_some()) {
        (true, true) => row.note(&rules::ONE_DIVISOR, c::divisor, Divisors::Two),
        (false, false) if !row.partial => {
            row.note(&rules::ONE_DIVISOR, c::denominator, Divisors::None);
        }
        _ => {}
    }
    Some(DerivedIndicator {
        key: row.string(c::id),
        name: row.text(c::name_zh),
        numerator: IndicatorId(numerator?),
        denominator: denominator.map(IndicatorId),
        divisor: divisor?,
        scale: scale??,
        unit: row.text(c::unit_zh),
        polarity: polarity?,
        caveat: row.text(c::caveat_zh),
    })
}

fn derived_value(row: &mut Row, derived: To, communities: To) -> Option<WrittenValue> {
    use super::schema::derived_values as c;
    let (derived, community) = (row.reference(c::derived, derived), row.reference(c::community, communities));
    Some(WrittenValue {
        derived: derived? as usize,
        community: CommunityId(community?),
        result: Written {
            verdict: row.string(c::verdict),
            value: row.string(c::value),
            bound: row.string(c::bound),
            reasons: row.string(c::reasons),
        },
        operands: row.string(c::operands),
        grade: row.string(c::grade),
    })
}

fn check(row: &mut Row, communities: To, observations: To, systems: To, practices: To) -> Option<Check> {
    use super::schema::checks as c;
    row.check_key(c::id, "C01-own-share");
    let community = row.reference(c::community, communities);
    let op = row.word(c::op, CheckOp::ALL, CheckOp::code);
    let stated = row.reference(c::stated, observations);
    let (operands, named, practice) = match op {
        Some(CheckOp::Members | CheckOp::Names) => (Vec::new(), row.references(c::operands, systems), None),
        Some(CheckOp::Claim) => (Vec::new(), Vec::new(), row.reference(c::operands, practices)),
        _ => (row.references(c::operands, observations), Vec::new(), None),
    };
    let (constant, scale) = (row.number(c::constant), row.number(c::scale));
    if let Some(op) = op.filter(|_| !row.partial) {
        check_operands(row, op);
    }
    Some(Check {
        key: row.string(c::id),
        community: community.map(CommunityId),
        op: op?,
        stated: stated.map(ObservationId),
        operands: operands.into_iter().map(ObservationId).collect(),
        systems: named.into_iter().map(SystemId).collect(),
        practice: practice.map(PracticeId),
        constant: constant?,
        scale: scale?.unwrap_or(1.0),
        name: row.text(c::name_zh),
        note: row.text(c::note_zh),
    })
}

/// Checks that a check is given what its kind computes with; the cells count, whether what they name is there or not.
fn check_operands(row: &mut Row, op: CheckOp) {
    use super::schema::checks as c;
    let operands = row.cell(c::operands).split(';').filter(|key| !key.trim().is_empty()).count();
    let (constant, stated) = (row.optional(c::constant).is_some(), row.optional(c::stated).is_some());
    let (column, expected) = match op {
        CheckOp::Ratio if constant && operands != 1 => (c::constant, Operands::OneByConstant),
        CheckOp::Ratio if !(1..=2).contains(&operands) => (c::operands, Operands::RatioOfTwo),
        CheckOp::Share if operands != 2 => (c::operands, Operands::PartOfWhole),
        CheckOp::Rest if operands != 2 => (c::operands, Operands::WholeAndPart),
        CheckOp::Same | CheckOp::Compare | CheckOp::Span if operands != 2 => (c::operands, Operands::Two),
        CheckOp::Names if operands < 2 => (c::operands, Operands::TwoSystems),
        CheckOp::Scaled if operands != 3 => (c::operands, Operands::Scaled),
        CheckOp::Claim if operands != 1 => (c::operands, Operands::OnePractice),
        CheckOp::Trend | CheckOp::Digits | CheckOp::Floor if operands == 0 => (c::operands, Operands::Some),
        CheckOp::Sum | CheckOp::Total | CheckOp::Dates | CheckOp::Whole if operands < 2 => {
            (c::operands, Operands::Several)
        }
        CheckOp::Members if operands != 1 => (c::operands, Operands::OneSystem),
        CheckOp::Unsupported if !stated && operands == 0 => (c::stated, Operands::Unchecked),
        CheckOp::Year if !stated || operands == 0 => (c::stated, Operands::ThisYear),
        CheckOp::Ratio => return,
        _ if constant => (c::constant, Operands::NoConstant),
        _ => return,
    };
    row.note(&rules::OPERANDS, column, expected);
}

fn practice(row: &mut Row, keys: &Context, communities: To, observations: To, systems: To) -> Option<Practice> {
    use super::schema::practices as c;
    row.check_key(c::id, "JK-P01");
    let community = row.reference(c::community, communities);
    let topics = keys.codes(row, c::topics, CodeList::Topic);
    let targets = keys.codes(row, c::targets, CodeList::Target);
    let problem_basis = row.named(c::problem_basis, Basis::ALL, Basis::code);
    row.check_terms(c::terms_zh);
    row.check_terms(c::terms_en);
    let (systems, figures) = (row.references(c::systems, systems), row.references(c::observations, observations));
    let source = keys.source(row);
    Some(Practice {
        key: row.string(c::id),
        community: CommunityId(community?),
        problem: row.text(c::problem_zh),
        problem_basis: problem_basis?,
        action: row.text(c::action_zh),
        actors: row.text(c::actors_zh),
        outcome: row.text(c::outcome_zh),
        terms: row.text(c::terms_zh),
        topics,
        targets,
        systems: systems.into_iter().map(SystemId).collect(),
        observations: figures.into_iter().map(ObservationId).collect(),
        source: source?,
        locator: row.string(c::locator),
        locator_hans: row.optional(c::locator_hans),
    })
}
