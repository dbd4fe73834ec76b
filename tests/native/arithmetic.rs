//! What may be computed, and what comes of it: invented figures, each rule by itself.

use crate::dataset::bundled;
use linpu::measure::{self, Finding, Forced, Interval, Per, Permission, Preferences, Ratio, Refusal, Verdict};
use linpu::model::*;

/// The bundled vocabularies with no figures but those put in.
struct World(Dataset);

impl World {
    fn new() -> World {
        let mut data = bundled().data;
        let one = data.observations[0].clone();
        data.observations = vec![Observation { value: None, ..one }];
        data.checks.clear();
        data.derived.clear();
        World(data)
    }

    /// A figure of the first community, exact, of 2023, as reported.
    fn put(&mut self, indicator: &str, value: f64, change: impl FnOnce(&mut Observation)) -> ObservationId {
        let indicator = self.0.indicator_by_key(indicator).unwrap();
        let mut row = Observation {
            key: format!("T-{}", self.0.observations.len()),
            community: CommunityId(0),
            indicator,
            scope: Scope::Community,
            scope_name: Text::default(),
            value: Some(value),
            bound: Bound::Exact,
            status: ObsStatus::Reported,
            unit: self.0.indicator(indicator).unit,
            period: Period::parse("2023").unwrap(),
            bases: Bases::both(PeriodBasis::Stated),
            salience: Salience::Core,
            system: None,
            ..self.0.observations[0].clone()
        };
        change(&mut row);
        self.0.observations.push(row);
        ObservationId(self.0.observations.len() as u32 - 1)
    }

    fn check(&self, op: CheckOp, stated: Option<ObservationId>, operands: &[ObservationId]) -> Finding {
        self.check_with(op, stated, operands, |_| {})
    }

    fn check_with(
        &self,
        op: CheckOp,
        stated: Option<ObservationId>,
        operands: &[ObservationId],
        change: impl FnOnce(&mut Check),
    ) -> Finding {
        let mut check = Check {
            key: "T".into(),
            community: Some(CommunityId(0)),
            op,
            stated,
            operands: operands.to_vec(),
            systems: Vec::new(),
            practice: None,
            constant: None,
            scale: 1.0,
            name: Text::default(),
            note: Text::default(),
        };
        change(&mut check);
        measure::check(&self.0, &check)
    }

    fn indicator(&self, key: &str) -> IndicatorId {
        self.0.indicator_by_key(key).unwrap()
    }
}

fn plain(_: &mut Observation) {}

#[test]
fn sums_are_what_the_figures_add_up_to() {
    let mut world = World::new();
    let [a, b] = [3.0, 4.0].map(|value| world.put("courses", value, plain));
    let open = world.put("courses", 10.0, |row| row.bound = Bound::AtLeast);
    let [right, wrong] = [7.0, 8.0].map(|value| world.put("courses", value, plain));
    let silent = world.put("courses", 1.0, |row| row.value = None);
    let sum = |stated, operands: &[ObservationId]| {
        let finding = world.check(CheckOp::Sum, stated, operands);
        (finding.verdict, finding.value.map(Interval::shown))
    };
    assert_eq!(sum(Some(right), &[a, b]), (Verdict::Confirmed, Some((7.0, Bound::Exact))));
    assert_eq!(sum(Some(wrong), &[a, b]), (Verdict::Conflicting, Some((7.0, Bound::Exact))));
    assert_eq!(sum(None, &[a, b]), (Verdict::Derived, Some((7.0, Bound::Exact))));
    assert_eq!(sum(None, &[a, open]), (Verdict::Bounded, Some((13.0, Bound::AtLeast))));
    assert_eq!(sum(Some(wrong), &[a, open]), (Verdict::Conflicting, Some((13.0, Bound::AtLeast))));
    assert_eq!(sum(None, &[a, silent]), (Verdict::Unverifiable, None));
    assert_eq!(sum(None, &[]), (Verdict::Unverifiable, None));
    // A stated figure without a number is nothing to compare with.
    assert_eq!(sum(Some(silent), &[a, b]).0, Verdict::Derived);
}

#[test]
fn a_stated_share_is_confirmed_to_half_of_its_last_digit() {
    let mut world = World::new();
    let part = world.put("households_own_in_compound", 77.0, plain);
    let all = world.put("households_compound", 273.0, plain);
    world.0.derived.push(DerivedIndicator {
        numerator: world.indicator("households_own_in_compound"),
        denominator: Some(world.indicator("households_compound")),
        ..bundled().data.derived[0].clone()
    });
    // 77 of 273 are 28.205 %.
    for (stated, verdict) in [
        (28.0, Verdict::Confirmed),
        (28.5, Verdict::Conflicting),
        (29.0, Verdict::Conflicting),
        (27.0, Verdict::Conflicting),
        (28.2, Verdict::Confirmed),
        (28.3, Verdict::Conflicting),
        (28.21, Verdict::Confirmed),
        (28.2, Verdict::Confirmed),
        (28.22, Verdict::Conflicting),
        (28.205, Verdict::Confirmed),
        (28.204, Verdict::Conflicting),
        (30.0, Verdict::Conflicting),
    ] {
        let said = world.put("households_own_in_compound", stated, plain);
        let finding = world.check(CheckOp::Share, Some(said), &[part, all]);
        assert_eq!((finding.verdict, finding.refusals), (verdict, vec![]), "{stated}");
        assert!((finding.value.unwrap().low - 7700.0 / 273.0).abs() < 1e-9);
    }
    // A quotient of the same two is multiplied by what the check says.
    let times = world.check_with(CheckOp::Ratio, None, &[part, all], |check| check.scale = 10.0);
    assert!((times.value.unwrap().low - 770.0 / 273.0).abs() < 1e-9 && times.verdict == Verdict::Derived);
    // Without a row of derived.csv one is no part of the other.
    world.0.derived.clear();
    let finding = world.check(CheckOp::Share, None, &[part, all]);
    assert_eq!((finding.verdict, finding.value), (Verdict::Invalid, None));
    assert_eq!(finding.refusals, [Refusal::SubsetNotStated]);
}

#[test]
fn a_quotient_by_a_plain_number_needs_one_above_zero() {
    let mut world = World::new();
    let a = world.put("courses", 36.0, plain);
    let silent = world.put("courses", 1.0, |row| row.value = None);
    let by = |figure, constant: Option<f64>| {
        world.check_with(CheckOp::Ratio, None, &[figure], |check| (check.constant, check.scale) = (constant, 2.0))
    };
    assert_eq!(by(a, Some(12.0)).value.map(Interval::shown), Some((6.0, Bound::Exact)));
    for finding in [by(a, Some(0.0)), by(a, Some(-1.0)), by(a, None), by(silent, Some(12.0))] {
        assert_eq!((finding.verdict, finding.value), (Verdict::Invalid, None));
        assert_eq!(finding.refusals, [Refusal::NoDenominator]);
    }
}

#[test]
fn one_fact_said_twice_is_the_same_or_in_conflict() {
    let mut world = World::new();
    let a = world.put("courses", 36.0, plain);
    let again = world.put("courses", 36.0, plain);
    let other = world.put("courses", 37.0, plain);
    let over = world.put("courses", 36.0, |row| row.bound = Bound::AtLeast);
    let silent = world.put("courses", 1.0, |row| row.value = None);
    let same = |b| {
        let finding = world.check(CheckOp::Same, None, &[a, b]);
        (finding.verdict, finding.value.map(Interval::shown))
    };
    assert_eq!(same(again), (Verdict::Confirmed, Some((36.0, Bound::Exact))));
    assert_eq!(same(other), (Verdict::Conflicting, Some((36.0, Bound::Exact))));
    assert_eq!(same(over), (Verdict::Conflicting, Some((36.0, Bound::Exact))));
    assert_eq!(same(silent), (Verdict::Unverifiable, None));
}

#[test]
fn members_are_counted_against_the_number_in_a_name() {
    let mut world = World::new();
    let part = |name: &str| Part {
        order: None,
        name: Text { zh: name.into(), en: name.into() },
        actor: Text::default(),
        actors: Vec::new(),
        system: None,
    };
    let mut members = |stated: Option<u16>, listed: usize| {
        world.0.systems[0].parts_stated = stated;
        world.0.systems[0].parts = (0..listed).map(|at| part(&at.to_string())).collect();
        let finding = world.check_with(CheckOp::Members, None, &[], |check| check.systems = vec![SystemId(0)]);
        (finding.verdict, finding.value.map(Interval::shown).map(|(value, _)| value))
    };
    assert_eq!(members(Some(3), 3), (Verdict::Confirmed, Some(3.0)));
    assert_eq!(members(Some(3), 2), (Verdict::Conflicting, Some(2.0)));
    assert_eq!(members(Some(3), 0), (Verdict::Unverifiable, Some(0.0)));
    assert_eq!(members(None, 2), (Verdict::Derived, Some(2.0)));
    let nothing = world.check(CheckOp::Members, None, &[]);
    assert_eq!((nothing.verdict, nothing.value), (Verdict::Unverifiable, None));
}

#[test]
fn what_was_published_and_what_it_tells_fall_into_one_year_or_not() {
    let mut world = World::new();
    let date = |text: &str| match Period::parse(text) {
        Ok(Period::At(date)) => Some(date),
        other => panic!("{other:?}"),
    };
    let at = |text: &str| Period::parse(text).unwrap();
    let stated = world.put("courses", 1.0, |row| row.source = SourceId(0));
    let [same, other, undated] =
        ["2022-05", "2021", "XXXX-03-26"].map(|period| world.put("courses", 1.0, |row| row.period = at(period)));
    let mut year = |published: Option<&str>, by_address: Option<&str>, operand: ObservationId| {
        world.0.sources[0].published_stated = published.and_then(date);
        world.0.sources[0].published_from_url = by_address.and_then(date);
        world.check(CheckOp::Year, Some(stated), &[operand]).verdict
    };
    assert_eq!(year(Some("2022-06-08"), None, same), Verdict::Confirmed);
    assert_eq!(year(Some("2022-06-08"), Some("2021-06-08"), same), Verdict::Confirmed, "what is stated goes first");
    assert_eq!(year(None, Some("2022-06-08"), same), Verdict::Confirmed);
    assert_eq!(year(Some("2022-06-08"), None, other), Verdict::Conflicting);
    assert_eq!(year(None, None, undated), Verdict::Unverifiable);
}

#[test]
fn what_cannot_be_checked_says_what_was_stated() {
    let mut world = World::new();
    let stated = world.put("courses", 12.0, plain);
    let finding = world.check(CheckOp::Unsupported, Some(stated), &[]);
    assert_eq!((finding.verdict, finding.value), (Verdict::Unverifiable, Some(Interval::exact(12.0))));
    assert_eq!(world.check(CheckOp::Unsupported, None, &[]).value, None);
}

/// Two figures that differ in one respect only, and what is said of it.
#[test]
fn whatever_differs_is_named_and_nothing_else() {
    type Change = fn(&mut Observation);
    let differences: [(&str, Change, &[Refusal]); 10] = [
        ("courses", plain, &[]),
        ("courses", |row| row.value = None, &[Refusal::NoDenominator]),
        ("courses", |row| row.scope = Scope::Organisation, &[Refusal::DifferentScope]),
        ("courses", |row| row.status = ObsStatus::Planned, &[Refusal::PlannedWithObserved]),
        ("events", |row| row.unit = UnitId(0), &[Refusal::DifferentDefinition]),
        ("courses", |row| row.unit = UnitId(1), &[Refusal::DifferentUnit]),
        ("courses", |row| row.period = Period::parse("2022").unwrap(), &[Refusal::DifferentPeriod]),
        ("courses", |row| row.period = Period::Unstated, &[Refusal::UnknownPeriod]),
        ("courses", |row| row.bases.start = PeriodBasis::AmbiguousYear, &[Refusal::UnknownPeriod]),
        ("courses", |row| row.bases.end = PeriodBasis::YearMissing, &[Refusal::UnknownPeriod]),
    ];
    for (indicator, change, expected) in differences {
        let mut world = World::new();
        let indicator = if world.0.indicator_by_key(indicator).is_some() { indicator } else { "grids" };
        let a = world.put("courses", 3.0, |row| row.unit = UnitId(0));
        let b = world.put(indicator, 4.0, |row| {
            (row.community, row.unit) = (CommunityId(1), UnitId(0));
            change(row);
        });
        for pair in [[a, b], [b, a]] {
            let compared = measure::comparability(&world.0, pair[0], pair[1]);
            assert_eq!(compared.reasons, expected, "{indicator} {pair:?}");
            let forbids = expected.iter().any(|it| !matches!(it, Refusal::DifferentPeriod | Refusal::UnknownPeriod));
            assert_eq!(compared.is_allowed(), !forbids);
            assert_eq!(compared.score(), 5 - expected.len());
            let finding = world.check(CheckOp::Compare, None, &pair);
            let verdict = if forbids { Verdict::Invalid } else { Verdict::Confirmed };
            assert_eq!((finding.verdict, finding.refusals.as_slice()), (verdict, expected));
            let places = measure::ranking(&world.0, &pair, true);
            assert_eq!(places.is_ok(), !forbids, "{places:?}");
            assert_eq!(
                measure::ranking(&world.0, &pair, false).is_ok(),
                matches!(expected, [] | [Refusal::DifferentPeriod])
            );
        }
    }
}

#[test]
fn units_of_one_kind_are_one_unit() {
    let mut world = World::new();
    let (thousand, one) = (UnitId(world.0.units.len() as u32), UnitId(0));
    world.0.units.push(Unit { base: Some(one), ..world.0.units[0].clone() });
    let a = world.put("courses", 3.0, |row| row.unit = one);
    let b = world.put("courses", 4.0, |row| row.unit = thousand);
    assert_eq!(measure::comparability(&world.0, a, b).reasons, []);
}

#[test]
fn ranks_are_for_whole_communities_and_one_each() {
    let mut world = World::new();
    let a = world.put("courses", 3.0, plain);
    let b = world.put("courses", 4.0, |row| row.community = CommunityId(1));
    let same_place = world.put("courses", 5.0, plain);
    let [team, other_team] = [0, 1]
        .map(|at| world.put("courses", 3.0, |row| (row.scope, row.community) = (Scope::Organisation, CommunityId(at))));
    let places = measure::ranking(&world.0, &[a, b], false).unwrap();
    assert_eq!(places.iter().map(|place| (place.at, place.is_tied)).collect::<Vec<_>>(), [(2, false), (1, false)]);
    assert_eq!(measure::ranking(&world.0, &[a, same_place], false), Err(vec![Refusal::OverlappingGroups]));
    assert_eq!(measure::ranking(&world.0, &[team, other_team], false), Err(vec![Refusal::DifferentScope]));
}

#[test]
fn of_several_figures_the_chosen_the_most_exact_the_first_stands() {
    let mut world = World::new();
    let bounds = [Bound::LessThan, Bound::Nearly, Bound::AtLeast, Bound::About, Bound::Exact, Bound::Exact];
    let figures = bounds.map(|bound| world.put("courses", 3.0, |row| row.bound = bound));
    let standing = |from: &[ObservationId], picked: &[ObservationId]| {
        measure::standing(&world.0, from.iter().copied(), picked).unwrap()
    };
    assert_eq!(standing(&figures, &[]), figures[4]);
    assert_eq!(standing(&figures[..4], &[]), figures[3]);
    assert_eq!(standing(&figures[..3], &[]), figures[0]);
    assert_eq!(standing(&figures, &[figures[1]]), figures[1]);
    assert_eq!(measure::standing(&world.0, [], &[]), None);
}

#[test]
fn only_figures_of_one_thing_can_be_in_conflict() {
    type Change = fn(&mut Observation);
    // Each makes the second figure speak of something else.
    let changes: [Change; 9] = [
        |row| row.community = CommunityId(1),
        |row| row.indicator = IndicatorId(0),
        |row| row.scope = Scope::Organisation,
        |row| row.status = ObsStatus::Planned,
        |row| row.scope_name.zh = "甲".into(),
        |row| row.period = Period::Unstated,
        |row| row.system = Some(SystemId(0)),
        |row| row.salience = Salience::Label,
        |row| row.value = None,
    ];
    let conflicts = |world: &World| {
        let figures = (0..world.0.observations.len() as u32).map(ObservationId);
        measure::conflicts(&world.0, figures)
    };
    let mut world = World::new();
    let first = world.put("courses", 3.0, plain);
    for change in changes {
        world.put("courses", 4.0, change);
        assert_eq!(conflicts(&world), Vec::<Vec<ObservationId>>::new());
    }
    let other = world.put("courses", 4.0, plain);
    let again = world.put("courses", 3.0, plain);
    assert_eq!(conflicts(&world), [[first, other, again]]);
}

#[test]
fn each_reason_against_a_quotient_stands_alone() {
    let mut world = World::new();
    let people = world.put("population_usual", 1000.0, plain);
    let unlike = |world: &mut World, indicator: &str, change: fn(&mut Observation)| {
        let a = world.put(indicator, 50.0, change);
        measure::division(&world.0, a, people, Permission::Asked)
    };
    assert_eq!(unlike(&mut world, "buildings_community", plain), []);
    assert_eq!(unlike(&mut world, "buildings_community", |row| row.value = None), [Refusal::NoDenominator]);
    assert_eq!(
        unlike(&mut world, "buildings_community", |row| row.community = CommunityId(1)),
        [Refusal::AcrossCommunities]
    );
    assert_eq!(unlike(&mut world, "buildings_community", |row| row.scope = Scope::Compound), [Refusal::DifferentScope]);
    assert_eq!(
        unlike(&mut world, "buildings_community", |row| row.scope_name.zh = "甲".into()),
        [Refusal::DifferentScope]
    );
    // A team lives nowhere, so it is nowhere else.
    assert_eq!(unlike(&mut world, "buildings_community", |row| row.scope = Scope::Organisation), []);
    assert_eq!(
        unlike(&mut world, "buildings_community", |row| row.status = ObsStatus::Planned),
        [Refusal::PlannedWithObserved]
    );
    assert_eq!(unlike(&mut world, "population_registered", plain), [Refusal::SubsetNotStated]);
    assert_eq!(unlike(&mut world, "service_person_times", plain), [Refusal::DifferentUnit]);
    // What nobody lists is a description only for a person who asks, and only per something that is there.
    let buildings = world.put("buildings_community", 50.0, plain);
    assert_eq!(measure::division(&world.0, buildings, people, Permission::Listed), [Refusal::DifferentDefinition]);
    let times = world.put("service_person_times", 50.0, plain);
    assert_eq!(measure::division(&world.0, buildings, times, Permission::Asked), [Refusal::DifferentDefinition]);
    let [over, under] =
        [Bound::AtLeast, Bound::LessThan].map(|bound| world.put("buildings_community", 5.0, |row| row.bound = bound));
    let open = world.put("population_usual", 9.0, |row| row.bound = Bound::AtLeast);
    assert_eq!(measure::division(&world.0, over, open, Permission::Asked), [Refusal::Unbounded]);
    assert_eq!(measure::division(&world.0, under, open, Permission::Asked), []);
    assert!(measure::can_be_forced(&[Refusal::DifferentUnit, Refusal::UnknownPeriod]) && measure::can_be_forced(&[]));
}

#[test]
fn a_figure_per_head_takes_the_base_of_its_own_ground() {
    let mut world = World::new();
    let name = |zh: &str| Text { zh: zh.into(), en: String::new() };
    let people = world.put("population_usual", 2000.0, plain);
    world.put("population_usual", 3000.0, |row| row.status = ObsStatus::Planned);
    world.put("population_usual", 1.0, |row| row.value = None);
    let compound =
        world.put("population_compound", 500.0, |row| (row.scope, row.scope_name) = (Scope::Compound, name("甲")));
    world.put("population_compound", 600.0, |row| (row.scope, row.scope_name) = (Scope::Compound, name("乙")));
    let households = world.put("households_compound", 400.0, plain);
    let buildings = world.put("buildings_community", 50.0, plain);
    let inside =
        world.put("buildings_compound", 5.0, |row| (row.scope, row.scope_name) = (Scope::Compound, name("甲")));
    let figures: Vec<ObservationId> = (0..world.0.observations.len() as u32).map(ObservationId).collect();
    let data = &world.0;
    let per = |id, way| measure::per(data, id, way, &figures, Preferences::default());
    let answer = per(buildings, Per::Thousand).unwrap();
    assert_eq!((answer.operands, answer.result.unwrap().shown()), (vec![buildings, people], (25.0, Bound::Exact)));
    let answer = per(buildings, Per::Household).unwrap();
    assert_eq!((answer.operands, answer.result.unwrap().shown()), (vec![buildings, households], (0.125, Bound::Exact)));
    let answer = per(inside, Per::Thousand).unwrap();
    assert_eq!((answer.operands, answer.result.unwrap().shown()), (vec![inside, compound], (10.0, Bound::Exact)));
    // The base itself, shares, and as reported: no such number.
    assert!(per(people, Per::Thousand).is_none() && per(buildings, Per::Count).is_none());
    assert!(per(people, Per::Household).is_some());
    // No households of the compound: a reason, not a number.
    let answer = per(inside, Per::Household).unwrap();
    assert_eq!((answer.operands, answer.result), (vec![inside], Err(vec![Refusal::NoDenominator])));
    assert_eq!(measure::bases(data, &figures, None, Per::Thousand, Preferences::default()), [people]);
    assert_eq!(Per::ALL.map(Per::scale), [1.0, 1000.0, 1.0]);
}

#[test]
fn a_derived_indicator_gives_a_number_or_says_why_not() {
    let mut world = World::new();
    let above = world.put("buildings_community", 50.0, plain);
    let below = world.put("population_usual", 2000.0, |row| row.period = Period::parse("2020").unwrap());
    let silent = world.put("population_usual", 1.0, |row| row.value = None);
    let mut row = DerivedIndicator {
        numerator: world.indicator("buildings_community"),
        denominator: Some(world.indicator("population_usual")),
        divisor: None,
        scale: 1000.0,
        ..bundled().data.derived[0].clone()
    };
    let derived = |row: &DerivedIndicator, a: &[ObservationId], b: &[ObservationId]| {
        measure::derived(&world.0, row, [a, b], Preferences::default())
    };
    let answer = derived(&row, &[above], &[silent, below]);
    assert_eq!((answer.operands, answer.result.unwrap().shown()), (vec![above, below], (25.0, Bound::Exact)));
    assert_eq!(answer.warnings, [Refusal::DifferentPeriod]);
    let ratio = Ratio { numerator: row.numerator, denominator: row.denominator.unwrap() };
    assert_eq!(answer.ratio, Some(ratio));
    for (a, b, operands) in
        [(&[above][..], &[silent][..], vec![above]), (&[], &[below], vec![below]), (&[], &[], vec![])]
    {
        let answer = derived(&row, a, b);
        assert_eq!((answer.operands, answer.result), (operands, Err(vec![Refusal::NoDenominator])));
    }
    (row.denominator, row.divisor, row.scale) = (None, Some(4.0), 2.0);
    assert_eq!(derived(&row, &[above], &[]).result.unwrap().shown(), (25.0, Bound::Exact));
    for divisor in [Some(0.0), Some(-1.0), None] {
        row.divisor = divisor;
        assert_eq!(derived(&row, &[above], &[]).result, Err(vec![Refusal::NoDenominator]));
    }
    // What a person forces keeps every reason against it.
    let times = world.put("service_person_times", 50.0, plain);
    let ratio =
        Ratio { numerator: world.indicator("service_person_times"), denominator: world.indicator("population_usual") };
    let figures = [times, below];
    let force = |forced: &[Forced]| {
        measure::per(&world.0, times, Per::Thousand, &figures, Preferences { picked: &[], forced }).unwrap()
    };
    assert_eq!(force(&[]).result, Err(vec![Refusal::DifferentUnit]));
    assert_eq!(force(&[]).warnings, [Refusal::DifferentPeriod]);
    let forced = force(&[Forced::Ratio(ratio)]);
    assert_eq!(forced.result.unwrap().shown(), (25.0, Bound::Exact));
    assert_eq!(forced.warnings, [Refusal::DifferentUnit, Refusal::DifferentPeriod]);
}
