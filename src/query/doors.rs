//! The doors to rows: figures, systems, practices and checks by what they belong to.
//!
//! Lists are made once per package, those of the overview with the tables, those of other pages when first asked for. Whoever
//! shows rows comes here, so that what is behind the doors can change without its callers.

use super::Tables;
use crate::model::*;
use std::sync::OnceLock;

/// For every key the rows that belong to it, in file order.
#[derive(Debug, Default)]
struct Index {
    /// `rows[starts[key]..starts[key + 1]]` belong to a key.
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Index {
    /// Sorts (key, row) pairs, whose rows ascend, by key.
    fn new(keys: usize, pairs: &[(usize, u32)]) -> Index {
        let mut starts = vec![0; keys + 1];
        for (key, _) in pairs {
            starts[key + 1] += 1;
        }
        for key in 0..keys {
            starts[key + 1] += starts[key];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; pairs.len()];
        for (key, row) in pairs {
            rows[next[*key] as usize] = *row;
            next[*key] += 1;
        }
        Index { starts, rows }
    }

    /// The rows of a key; none where there is no such key.
    fn of(&self, key: usize) -> &[u32] {
        match (self.starts.get(key), self.starts.get(key + 1)) {
            (Some(from), Some(to)) => &self.rows[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// Row numbers as the ids of a table.
fn ids<T: From<u32>>(rows: &[u32]) -> impl DoubleEndedIterator<Item = T> + '_ {
    rows.iter().map(|row| T::from(*row))
}

/// Hands the keys of a row over, one by one.
type KeysOf<'f, T> = &'f dyn Fn(&T, &mut dyn FnMut(usize));

/// The rows of one table as (key, row), each row under every key that `of` names.
fn pairs<T>(table: &[T], of: KeysOf<T>) -> Vec<(usize, u32)> {
    let mut pairs = Vec::new();
    for (at, row) in table.iter().enumerate() {
        of(row, &mut |key| pairs.push((key, at as u32)));
    }
    pairs
}

/// What the overview asks for.
#[derive(Debug)]
pub(super) struct Lists {
    communities: u32,
    codes: usize,
    figures: u32,
    figures_of: Index,
    figures_in: Index,
    indicators: u32,
    indicators_in: Index,
    sources: u32,
    systems: u32,
    systems_of: Index,
    practices_of: Index,
    quantity_groups: Vec<CodeId>,
}

impl Lists {
    pub(super) fn new(data: &Dataset) -> Lists {
        let (communities, codes) = (data.communities.len(), data.codes.len());
        let group = |row: &Observation| data.indicator(row.indicator).group.index();
        let figures_of = pairs(&data.observations, &|row, put| put(row.community.index()));
        let figures_in = pairs(&data.observations, &|row, put| put(row.community.index() * codes + group(row)));
        let indicators_in = Index::new(codes, &pairs(&data.indicators, &|row, put| put(row.group.index())));
        let systems_of = pairs(&data.systems, &|row, put| put(row.community.index()));
        let practices_of = pairs(&data.practices, &|row, put| put(row.community.index()));
        let counts_something = |group: &CodeId| {
            let mut kinds = ids(indicators_in.of(group.index())).map(|id: IndicatorId| data.indicator(id).kind);
            kinds.all(|kind| !matches!(kind, ValueKind::Label | ValueKind::Date))
        };
        Lists {
            communities: communities as u32,
            codes,
            figures: data.observations.len() as u32,
            figures_of: Index::new(communities, &figures_of),
            figures_in: Index::new(communities * codes, &figures_in),
            quantity_groups: data.codes_in(CodeList::IndicatorGroup).filter(counts_something).collect(),
            indicators: data.indicators.len() as u32,
            indicators_in,
            sources: data.sources.len() as u32,
            systems: data.systems.len() as u32,
            systems_of: Index::new(communities, &systems_of),
            practices_of: Index::new(communities, &practices_of),
        }
    }
}

/// Doors that need no more than the tables.
impl Tables {
    /// The communities in file order.
    pub fn communities(&self) -> impl DoubleEndedIterator<Item = CommunityId> + use<> {
        (0..self.lists.communities).map(CommunityId)
    }

    /// Every figure in file order.
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = ObservationId> + use<> {
        (0..self.lists.figures).map(ObservationId)
    }

    /// Every governance system in file order.
    pub fn systems(&self) -> impl DoubleEndedIterator<Item = SystemId> + use<> {
        (0..self.lists.systems).map(SystemId)
    }

    /// The figures of a community, labels and dates included.
    pub fn figures_of(&self, community: CommunityId) -> impl DoubleEndedIterator<Item = ObservationId> + '_ {
        ids(self.lists.figures_of.of(community.index()))
    }

    /// The figures of a community for an indicator.
    pub fn figures_at<'d>(
        &'d self,
        data: &'d Dataset,
        community: CommunityId,
        indicator: IndicatorId,
    ) -> impl DoubleEndedIterator<Item = ObservationId> + 'd {
        let group = data.indicator(indicator).group;
        self.figures_in(community, group).filter(move |id| data.observation(*id).indicator == indicator)
    }

    /// The figures of a community in a group of indicators, labels and dates included.
    pub fn figures_in(
        &self,
        community: CommunityId,
        group: CodeId,
    ) -> impl DoubleEndedIterator<Item = ObservationId> + '_ {
        ids(self.lists.figures_in.of(community.index() * self.lists.codes + group.index()))
    }

    /// Every indicator in file order.
    pub fn indicators(&self) -> impl DoubleEndedIterator<Item = IndicatorId> + use<> {
        (0..self.lists.indicators).map(IndicatorId)
    }

    /// Every published text in file order.
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = SourceId> + use<> {
        (0..self.lists.sources).map(SourceId)
    }

    /// The indicators of a group.
    pub fn indicators_in(&self, group: CodeId) -> impl DoubleEndedIterator<Item = IndicatorId> + '_ {
        ids(self.lists.indicators_in.of(group.index()))
    }

    /// The systems of a community.
    pub fn systems_of(&self, community: CommunityId) -> impl DoubleEndedIterator<Item = SystemId> + '_ {
        ids(self.lists.systems_of.of(community.index()))
    }

    /// The practices of a community.
    pub fn practices_of(&self, community: CommunityId) -> impl DoubleEndedIterator<Item = PracticeId> + '_ {
        ids(self.lists.practices_of.of(community.index()))
    }

    /// The groups that count quantities, in file order.
    pub fn quantity_groups(&self) -> &[CodeId] {
        &self.lists.quantity_groups
    }

    /// What only some pages ask for.
    pub fn evidence(&self, data: &Dataset) -> &Evidence {
        self.evidence.get_or_init(|| Evidence::new(data))
    }
}

/// Where [`Tables`] keep their [`Evidence`].
pub(super) type Later = OnceLock<Evidence>;

/// What a case package has beyond a table of figures: systems, practices and checks, and figures by what they measure.
#[derive(Debug)]
pub struct Evidence {
    by_indicator: Index,
    by_system: Index,
    inside: Index,
    with_code: Index,
    practices: u32,
    practices_of_system: Index,
    checks_of: Index,
    checks_on: Index,
}

impl Evidence {
    fn new(data: &Dataset) -> Evidence {
        let (figures, systems) = (data.observations.len(), data.systems.len());
        let by_system = pairs(&data.observations, &|row, put| row.system.iter().for_each(|id| put(id.index())));
        let inside = pairs(&data.systems, &|row, put| row.parent.iter().for_each(|id| put(id.index())));
        let with_code = pairs(&data.systems, &|row, put| {
            [&row.topics, &row.targets, &row.motifs].into_iter().flatten().for_each(|id| put(id.index()));
        });
        let of_system = pairs(&data.practices, &|row, put| row.systems.iter().for_each(|id| put(id.index())));
        // Checks that span communities come behind the last.
        let several = data.communities.len();
        let checks_of = pairs(&data.checks, &|row, put| put(row.community.map_or(several, CommunityId::index)));
        let checks_on = pairs(&data.checks, &|row, put| {
            let stated = row.stated.filter(|id| !row.operands.contains(id));
            order::distinct(&row.operands).iter().chain(&stated).for_each(|id| put(id.index()));
        });
        let by_indicator = pairs(&data.observations, &|row, put| put(row.indicator.index()));
        Evidence {
            by_indicator: Index::new(data.indicators.len(), &by_indicator),
            by_system: Index::new(systems, &by_system),
            inside: Index::new(systems, &inside),
            with_code: Index::new(data.codes.len(), &with_code),
            practices: data.practices.len() as u32,
            practices_of_system: Index::new(systems, &of_system),
            checks_of: Index::new(several + 1, &checks_of),
            checks_on: Index::new(figures, &checks_on),
        }
    }

    /// The figures of an indicator, whoever reports them.
    pub fn figures_of_indicator(&self, indicator: IndicatorId) -> impl DoubleEndedIterator<Item = ObservationId> + '_ {
        ids(self.by_indicator.of(indicator.index()))
    }

    /// The figures that belong to a system.
    pub fn figures_of_system(&self, system: SystemId) -> impl DoubleEndedIterator<Item = ObservationId> + '_ {
        ids(self.by_system.of(system.index()))
    }

    /// The systems that a system is made of.
    pub fn systems_inside(&self, system: SystemId) -> impl DoubleEndedIterator<Item = SystemId> + '_ {
        ids(self.inside.of(system.index()))
    }

    /// The systems with a topic, a target group or a motif.
    pub fn systems_with(&self, code: CodeId) -> impl DoubleEndedIterator<Item = SystemId> + '_ {
        ids(self.with_code.of(code.index()))
    }

    /// Every practice in file order.
    pub fn practices(&self) -> impl DoubleEndedIterator<Item = PracticeId> + use<> {
        (0..self.practices).map(PracticeId)
    }

    /// The practices that belong to a system.
    pub fn practices_of_system(&self, system: SystemId) -> impl DoubleEndedIterator<Item = PracticeId> + '_ {
        ids(self.practices_of_system.of(system.index()))
    }

    /// The checks of a community, or those that span several.
    pub fn checks_of<'d>(
        &'d self,
        data: &'d Dataset,
        community: Option<CommunityId>,
    ) -> impl DoubleEndedIterator<Item = &'d Check> + 'd {
        let key = community.map_or(data.communities.len(), CommunityId::index);
        self.checks_of.of(key).iter().map(|row| &data.checks[*row as usize])
    }

    /// The checks that a figure takes part in.
    pub fn checks_on<'d>(
        &'d self,
        data: &'d Dataset,
        figure: ObservationId,
    ) -> impl DoubleEndedIterator<Item = &'d Check> + 'd {
        self.checks_on.of(figure.index()).iter().map(|row| &data.checks[*row as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_row_is_behind_its_doors_in_file_order(
            keys in proptest::collection::vec(proptest::collection::btree_set(0usize..7, 0..4), 0..40),
        ) {
            let index = Index::new(7, &pairs(&keys, &|row, put| row.iter().for_each(|key| put(*key))));
            for key in 0..9 {
                let naive: Vec<u32> = (0..keys.len() as u32).filter(|row| keys[*row as usize].contains(&key)).collect();
                prop_assert_eq!(index.of(key), naive);
            }
        }
    }
}
