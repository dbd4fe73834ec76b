//! The crossfilter over a table of every kind of column, against testing every row by hand.

use crate::dataset::bundled;
use linpu::model::{Bound, ObsStatus};
use linpu::query::{
    Clause, Codes, Column, DimId, Mask, Number, Options, Origin, Range, RowId, Selection, Table, Tables, Wants,
};
use proptest::prelude::*;
use std::sync::OnceLock;

/// A row of the table: two dimensions of codes (the second of exactly one), numbers, text.
type Row = (Vec<u16>, u16, Option<i8>, String);

const CODES: u16 = 4;
const ONE: DimId = DimId(3);
const NUMBER: DimId = DimId(5);
const TEXT: DimId = DimId(7);
const MANY: DimId = DimId(2);
/// A dimension of some other table.
const ELSEWHERE: DimId = DimId(6);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let many = proptest::collection::btree_set(0..CODES, 0..3).prop_map(|codes| codes.into_iter().collect::<Vec<_>>());
    let row = (many, 0..CODES, proptest::option::of(-3i8..4), "[ab邻]{0,3}");
    proptest::collection::vec(row, 0..24)
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(rows.len() as u32);
    table.add(MANY, Column::Codes(Codes::new(CODES, &rows.iter().map(|row| row.0.clone()).collect::<Vec<_>>())));
    table.add(ONE, Column::Codes(Codes::new(CODES, &rows.iter().map(|row| vec![row.1]).collect::<Vec<_>>())));
    let number = |row: &Row| Number { value: row.2.map(f64::from), bound: Bound::Exact, status: ObsStatus::Reported };
    table.add(NUMBER, Column::Numbers(rows.iter().map(number).collect()));
    table.add(TEXT, Column::Text(rows.iter().map(|row| row.3.clone()).collect()));
    table
}

fn wants() -> impl Strategy<Value = (DimId, Wants)> {
    let set = || proptest::collection::vec(0..CODES, 0..3).prop_map(|options| Wants::Set(Options::from_iter(options)));
    let range = (-4i8..5, 0i8..4).prop_map(|(low, more)| Range::new(low.into(), (low + more).into()).unwrap());
    let text = "[ab邻]{0,2}";
    prop_oneof![
        set().prop_map(|wants| (MANY, wants)),
        set().prop_map(|wants| (ONE, wants)),
        set().prop_map(|wants| (ELSEWHERE, wants)),
        range.prop_map(|range| (NUMBER, Wants::Range(range))),
        text.prop_map(|text| (TEXT, Wants::Text(text))),
    ]
}

/// Clauses from their own facet, or from one of two views, which may want something of several dimensions.
fn clause() -> impl Strategy<Value = Clause> {
    (wants(), 0u16..4).prop_map(|((dim, wants), from)| {
        let origin = if from < 2 { Origin::View(from) } else { Origin::Facet(dim) };
        Clause { dim, origin, wants }
    })
}

fn selection(clauses: &[Clause]) -> Selection {
    let mut selection = Selection::default();
    clauses.iter().for_each(|clause| selection.put(clause.clone()));
    selection
}

/// What counts of the clauses put one after the other: of an origin about a dimension the last.
fn last(clauses: &[Clause]) -> Vec<&Clause> {
    let replaced = |at: usize| {
        clauses[at + 1..].iter().any(|later| (later.dim, later.origin) == (clauses[at].dim, clauses[at].origin))
    };
    (0..clauses.len()).filter(|at| !replaced(*at)).map(|at| &clauses[at]).collect()
}

fn has(row: &Row, clause: &Clause) -> bool {
    match &clause.wants {
        Wants::Set(options) if options.is_empty() || clause.dim == ELSEWHERE => true,
        Wants::Set(options) if clause.dim == MANY => row.0.iter().any(|code| options.contains(code)),
        Wants::Set(options) => options.contains(&row.1),
        Wants::Range(range) => row.2.is_some_and(|n| range.ends().0 <= f64::from(n) && f64::from(n) <= range.ends().1),
        Wants::Text(text) => row.3.contains(text.as_str()),
    }
}

proptest! {
    #[test]
    fn agrees_with_testing_every_row(
        parents in rows(),
        children in proptest::collection::vec((rows().prop_map(|rows| rows.into_iter().next()), any::<prop::sample::Index>()), 0..24),
        clauses in proptest::collection::vec(clause(), 0..7),
    ) {
        let wanted = selection(&clauses);
        let clauses = last(&clauses);
        let passes = |row: &Row, but: Option<Origin>| {
            clauses.iter().filter(|clause| Some(clause.origin) != but).all(|clause| has(row, clause))
        };
        let views = [Origin::View(0), Origin::View(1), Origin::View(9), Origin::Facet(MANY), Origin::Facet(ONE),
            Origin::Facet(NUMBER), Origin::Facet(TEXT)];
        let agrees = |table: &Table, mask: &Mask, rows: &[Row], passes: &dyn Fn(usize, Option<Origin>) -> bool| {
            let ids = || (0..rows.len()).map(|row| (row, RowId(row as u32)));
            for (row, id) in ids() {
                prop_assert_eq!(mask.passes(id), passes(row, None));
                for view in views {
                    prop_assert_eq!(mask.passes_but(id, view), passes(row, Some(view)));
                }
            }
            let all: Vec<RowId> = ids().filter(|(row, _)| passes(*row, None)).map(|(_, id)| id).collect();
            prop_assert_eq!(mask.rows().collect::<Vec<_>>(), all);
            let beyond = RowId(rows.len() as u32);
            prop_assert!(!mask.passes(beyond) && !mask.passes_but(beyond, Origin::View(9)));
            for dim in [MANY, ONE] {
                let mut counts = vec![0u32; usize::from(CODES)];
                for (row, _) in ids().filter(|(row, _)| passes(*row, Some(Origin::Facet(dim)))) {
                    let codes = if dim == MANY { rows[row].0.clone() } else { vec![rows[row].1] };
                    codes.iter().for_each(|code| counts[usize::from(*code)] += 1);
                }
                prop_assert_eq!(table.counts(dim, mask), counts);
            }
            prop_assert!(table.counts(NUMBER, mask).is_empty() && table.counts(ELSEWHERE, mask).is_empty());
            Ok(())
        };
        let of_parents = table(&parents);
        let mask = of_parents.mask(&wanted, None);
        agrees(&of_parents, &mask, &parents, &|row, but| passes(&parents[row], but))?;
        // Rows that belong to those fail with them.
        if !parents.is_empty() {
            let (rows, of): (Vec<Row>, Vec<u32>) = children
                .into_iter()
                .filter_map(|(row, parent)| Some((row?, parent.index(parents.len()) as u32)))
                .unzip();
            let of_children = table(&rows);
            let joined = of_children.mask(&wanted, Some((&mask, &of)));
            agrees(&of_children, &joined, &rows, &|row, but| {
                passes(&parents[of[row] as usize], but) && passes(&rows[row], but)
            })?;
        }
    }

    /// Two selections are equal where they want the same, in whatever order it was put.
    #[test]
    fn a_selection_is_what_it_wants(clauses in proptest::collection::vec(clause(), 0..7)) {
        let wanted = selection(&clauses);
        let is_free = |clause: &&Clause| match &clause.wants {
            Wants::Set(options) => options.is_empty(),
            Wants::Text(text) => text.is_empty(),
            Wants::Range(_) => false,
        };
        let kept: Vec<Clause> = last(&clauses).into_iter().filter(|clause| !is_free(clause)).cloned().collect();
        let mut backwards = kept.clone();
        backwards.reverse();
        prop_assert_eq!(&selection(&backwards), &wanted);
        prop_assert_eq!(wanted.clauses().len(), kept.len());
        prop_assert!(kept.iter().all(|clause| wanted.clauses().contains(clause)));
        prop_assert_eq!(wanted.is_empty(), kept.is_empty());
    }

    /// A result is told from another by what it was made of: the tables and the selection.
    #[test]
    fn results_are_equal_where_they_are_made_of_the_same(
        one in proptest::collection::vec(clause(), 0..3),
        other in proptest::collection::vec(clause(), 0..3),
    ) {
        let tables = || Tables::new(&bundled().data);
        static TABLES: OnceLock<[Tables; 2]> = OnceLock::new();
        let [first, again] = TABLES.get_or_init(|| [tables(), tables()]);
        let (one, other) = (selection(&one), selection(&other));
        prop_assert_eq!(first.find(&one) == again.find(&other), one == other);
        prop_assert_eq!(first.find(&one).revision(), again.find(&one).revision());
    }
}

/// Whatever a filter depends on makes another table; what it does not, the same.
#[test]
fn other_tables_give_other_results() {
    let data = || bundled().data;
    let result = |change: &dyn Fn(&mut linpu::model::Dataset)| {
        let mut data = data();
        change(&mut data);
        Tables::new(&data).find(&Selection::default())
    };
    let same = result(&|_| {});
    assert_eq!(same, result(&|data| data.communities[0].name.zh.push('村')));
    assert_eq!(same, result(&|data| data.observations[0].note.zh.push('注')));
    let figure = data().observations.iter().position(|row| row.value.is_some()).unwrap();
    assert_ne!(same, result(&|data| data.observations[figure].value = Some(0.125)));
    assert_ne!(same, result(&|data| data.observations[figure].value = None));
    assert_ne!(same, result(&|data| data.observations[figure].bound = Bound::Nearly));
    assert_ne!(same, result(&|data| data.observations[figure].status = ObsStatus::Planned));
    assert_ne!(same, result(&|data| data.observations.swap(0, figure + 1)));
    assert_ne!(same, result(&|data| data.observations[0].community.0 ^= 1));
    assert_ne!(same, result(&|data| data.systems[0].community.0 ^= 1));
    assert_ne!(same, result(&|data| data.communities[0].types.clear()));
    let with_topics = data().systems.iter().position(|row| !row.topics.is_empty()).unwrap();
    assert_ne!(same, result(&|data| data.systems[with_topics].topics.clear()));
}

#[test]
fn a_range_has_two_ends_in_order() {
    assert_eq!(Range::new(2.0, 1.0), None);
    assert_eq!(Range::new(f64::NAN, 1.0), None);
    assert_eq!(Range::new(0.0, f64::NAN), None);
    assert_eq!(Range::new(-0.0, 0.0), Range::new(0.0, 0.0));
    assert_eq!(Range::new(-0.0, 0.0).unwrap().ends().0.to_bits(), 0.0f64.to_bits());
    let all = Range::new(f64::NEG_INFINITY, f64::INFINITY).unwrap();
    assert!(all.contains(0.0) && !all.contains(f64::NAN));
}

/// What a column cannot say, no row says.
#[test]
fn a_clause_of_another_kind_leaves_nothing() {
    let table = table(&[(vec![0], 1, Some(1), "a".into())]);
    let kinds = [
        (MANY, Wants::Text("a".into())),
        (NUMBER, Wants::Set([1].into())),
        (TEXT, Wants::Range(Range::new(0.0, 2.0).unwrap())),
    ];
    for (dim, wants) in kinds {
        let clause = Clause { dim, origin: Origin::View(0), wants };
        assert!(!table.mask(&selection(&[clause]), None).passes(RowId(0)));
    }
}

/// Selections that are told apart by their words alone give other results.
#[test]
fn other_words_give_other_results() {
    let tables = Tables::new(&bundled().data);
    let found = |text: &str| {
        let clause = Clause { dim: TEXT, origin: Origin::Facet(TEXT), wants: Wants::Text(text.to_string()) };
        tables.find(&selection(&[clause])).revision()
    };
    assert_eq!(found("邻"), found("邻"));
    assert_ne!(found("邻"), found("里"));
}
