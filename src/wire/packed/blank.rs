//! Rows before anything has been read into them. They never leave `packed`.

use crate::model::*;

/// A row of its table.
pub fn source() -> Source {
    Source {
        key: String::new(),
        article: String::new(),
        label: Text::default(),
        title: None,
        title_truncated: false,
        publisher: Text::default(),
        author: None,
        published_stated: None,
        published_from_url: None,
        url: None,
        repost_publisher: None,
        repost_date: None,
        script: String::new(),
        note: Text::default(),
        sha256: None,
        accessed: None,
    }
}

/// A row of its table.
pub fn place() -> Place {
    Place {
        key: String::new(),
        name: Text::default(),
        level: PlaceLevel::ALL[0],
        parent: None,
        basis: Basis::ALL[0],
        note: Text::default(),
        gb2260: None,
    }
}

/// A row of its table.
pub fn community() -> Community {
    Community {
        key: String::new(),
        name: Text::default(),
        place: PlaceId(0),
        types: Vec::new(),
        settlements: Vec::new(),
        sources: Vec::new(),
        note: Text::default(),
        collection: Collection::ALL[0],
        kind: CommunityKind::ALL[0],
        parent: None,
    }
}

/// A row of its table.
pub fn unit() -> Unit {
    Unit {
        key: String::new(),
        name: Text::default(),
        singular_en: String::new(),
        base: None,
        factor: 0.0,
        ucum: None,
        currency: None,
        role: None,
    }
}

/// A row of its table.
pub fn code() -> Code {
    Code { list: CodeList::ALL[0], code: String::new(), name: Text::default(), note: Text::default(), roles: Roles(0) }
}

/// A row of its table.
pub fn indicator() -> Indicator {
    Indicator {
        key: String::new(),
        name: Text::default(),
        definition: Text::default(),
        unit: UnitId(0),
        kind: ValueKind::ALL[0],
        group: CodeId(0),
        comparable: String::new(),
        polarity: Polarity::ALL[0],
        family: None,
        base: Text::default(),
    }
}

/// A row of its table.
pub fn observation() -> Observation {
    Observation {
        key: String::new(),
        community: CommunityId(0),
        indicator: IndicatorId(0),
        scope: Scope::ALL[0],
        scope_name: Text::default(),
        value: None,
        bound: Bound::ALL[0],
        status: ObsStatus::NotReported,
        unit: UnitId(0),
        period: Period::Unstated,
        period_type: PeriodType::ALL[0],
        bases: Bases::both(PeriodBasis::ALL[0]),
        source: SourceId(0),
        locator: String::new(),
        locator_hans: None,
        reading: Reading::ALL[0],
        salience: Salience::ALL[0],
        system: None,
        note: Text::default(),
        same_as: None,
        grade: Grade::ALL[0],
        retrieved_on: None,
        read_by: ReadBy::ALL[0],
    }
}

/// A row of its table.
pub fn system() -> System {
    System {
        key: String::new(),
        community: CommunityId(0),
        parent: None,
        name: Text::default(),
        form: Form::ALL[0],
        topics: Vec::new(),
        targets: Vec::new(),
        motifs: Vec::new(),
        parts_kind: PartsKind::ALL[0],
        parts_stated: None,
        parts_list: PartsList::None,
        since: Period::Unstated,
        source: SourceId(0),
        locator: String::new(),
        locator_hans: None,
        summary: Text::default(),
        parts: Vec::new(),
    }
}

/// A row of its table.
pub fn part() -> Part {
    Part { order: None, name: Text::default(), actor: Text::default(), actors: Vec::new(), system: None }
}

/// A row of its table.
pub fn derived() -> DerivedIndicator {
    DerivedIndicator {
        key: String::new(),
        name: Text::default(),
        numerator: IndicatorId(0),
        denominator: None,
        divisor: None,
        scale: 1.0,
        unit: Text::default(),
        polarity: Polarity::ALL[0],
        caveat: Text::default(),
    }
}

/// A row of its table.
pub fn check() -> Check {
    Check {
        key: String::new(),
        community: None,
        op: CheckOp::ALL[0],
        stated: None,
        operands: Vec::new(),
        systems: Vec::new(),
        practice: None,
        constant: None,
        scale: 1.0,
        name: Text::default(),
        note: Text::default(),
    }
}

/// A row of its table.
pub fn practice() -> Practice {
    Practice {
        key: String::new(),
        community: CommunityId(0),
        problem: Text::default(),
        problem_basis: Basis::Stated,
        action: Text::default(),
        actors: Text::default(),
        outcome: Text::default(),
        terms: Text::default(),
        topics: Vec::new(),
        targets: Vec::new(),
        systems: Vec::new(),
        observations: Vec::new(),
        source: SourceId(0),
        locator: String::new(),
        locator_hans: None,
    }
}
