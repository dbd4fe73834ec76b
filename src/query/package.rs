//! A package as tables one can filter: its dimensions, their options, and the result of a selection.

use super::doors::{Later, Lists};
use super::{Column, Mask, Options};
use crate::model::order;
use crate::model::*;

macro_rules! dims {
    ($($(#[$meta:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What people filter by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Dim { $($(#[$meta])* $name),+ }
        impl Dim {
            /// Every dimension, in the order of the filter panel.
            pub const ALL: &'static [Dim] = &[$(Dim::$name),+];
            /// The word in URLs.
            pub const fn code(self) -> &'static str { match self { $(Dim::$name => $code),+ } }
            /// The dimension for a word.
            pub fn from_code(code: &str) -> Option<Dim> { match code { $($code => Some(Dim::$name),)+ _ => None } }
        }
    };
}

dims! {
    /// 省
    Province = "province",
    /// 市
    City = "city",
    /// 区县
    District = "district",
    /// 社区类型
    CommunityType = "type",
    /// 居住区类型
    Settlement = "settlement",
    /// 机制主题
    Topic = "topic",
    /// 机制形态
    Form = "form",
    /// 服务对象
    Target = "target",
    /// 指标组
    Group = "group",
    /// 数据时间
    Year = "year",
}

impl Dim {
    /// How many dimensions there are.
    pub const COUNT: usize = Dim::ALL.len();
    /// The first of the dimensions that describe figures; those before it describe communities.
    const FIRST_OF_FIGURES: usize = Dim::Group as usize;

    /// Whether the dimension describes figures (its counts count figures), not communities.
    pub const fn is_of_figures(self) -> bool {
        self as usize >= Dim::FIRST_OF_FIGURES
    }
}

/// An option of a dimension: the thing it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A place.
    Place(PlaceId),
    /// A word of an open vocabulary.
    Code(CodeId),
    /// A form of governance system.
    Form(Form),
    /// A year a figure speaks of.
    Year(i16),
    /// Day and month known, year not.
    YearUnknown,
    /// No date at all.
    Undated,
}

/// The chosen options, one set per dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection(pub [Options; Dim::COUNT]);

impl Selection {
    /// The chosen options of a dimension.
    pub fn of(&self, dim: Dim) -> &Options {
        &self.0[dim as usize]
    }
    /// Chooses an option, or takes it back.
    pub fn toggle(&mut self, dim: Dim, option: u16) {
        let set = &mut self.0[dim as usize];
        if !set.remove(&option) {
            set.insert(option);
        }
    }
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Options::is_empty)
    }
}

/// A package with the columns its filters need; built once per package.
#[derive(Debug)]
pub struct Tables {
    /// The options of each dimension, in the order people read them.
    pub options: [Vec<Choice>; Dim::COUNT],
    columns: Vec<Column>,
    community_of: Vec<u32>,
    /// What each option gives where nothing else is chosen.
    totals: Vec<Vec<u32>>,
    pub(super) lists: Lists,
    pub(super) evidence: Later,
}

/// What a selection leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Communities that pass the filters on communities, in file order.
    pub communities: Vec<CommunityId>,
    /// Their figures that pass the filters on figures, in file order.
    pub observations: Vec<ObservationId>,
    /// Their systems that match the chosen topics, forms and target groups.
    pub systems: Vec<SystemId>,
    /// For each dimension, what each option would give: communities, or figures where the dimension is of figures.
    pub counts: Vec<Vec<u32>>,
}

impl Tables {
    /// Builds the columns of a package.
    pub fn new(data: &Dataset) -> Tables {
        let lists = Lists::new(data);
        let mut options: [Vec<Choice>; Dim::COUNT] = Default::default();
        let columns = Dim::ALL.iter().map(|dim| {
            let of_row = |row: usize| {
                if dim.is_of_figures() {
                    of_figure(data, *dim, &data.observations[row])
                } else {
                    of_community(data, *dim, CommunityId(row as u32))
                }
            };
            let rows = if dim.is_of_figures() { data.observations.len() } else { data.communities.len() };
            let chosen: Vec<Vec<Choice>> = (0..rows).map(of_row).collect();
            let listed: Vec<Choice> = match vocabulary(data, *dim) {
                Some(all) => all,
                None => order::distinct(&chosen.concat()),
            };
            let column = Column::new(
                listed.len() as u16,
                chosen.into_iter().map(|row| {
                    let codes: Vec<u16> = row
                        .iter()
                        .filter_map(|choice| listed.iter().position(|all| all == choice))
                        .map(|at| at as u16)
                        .collect();
                    order::distinct(&codes)
                }),
            );
            options[*dim as usize] = listed;
            column
        });
        let columns = columns.collect();
        let community_of = data.observations.iter().map(|row| row.community.0).collect();
        let mut tables = Tables { options, columns, community_of, lists, totals: Vec::new(), evidence: Later::new() };
        tables.totals = tables.find(data, &Selection::default()).counts;
        tables
    }

    /// Applies a selection.
    pub fn find(&self, data: &Dataset, selection: &Selection) -> Found {
        let split = Dim::FIRST_OF_FIGURES;
        let wanted: Vec<&Options> = selection.0.iter().collect();
        let columns: Vec<&Column> = self.columns.iter().collect();
        let communities = Mask::new(&columns[..split], &wanted[..split], |_| false);
        let figures =
            Mask::new(&columns[split..], &wanted[split..], |row| !communities.passes(self.community_of[row] as usize));
        let counts = Dim::ALL.iter().map(|dim| {
            let at = *dim as usize;
            if dim.is_of_figures() {
                figures.counts(at - split, &self.columns[at])
            } else {
                communities.counts(at, &self.columns[at])
            }
        });
        let counts = counts.collect();
        let systems = data.system_ids().filter(|id| {
            let system = data.system(*id);
            let wants = |dim: Dim, has: &dyn Fn(Choice) -> bool| {
                let set = selection.of(dim);
                set.is_empty() || set.iter().filter_map(|at| self.choice(dim, *at)).any(has)
            };
            communities.passes(system.community.index())
                && wants(Dim::Form, &|choice| choice == Choice::Form(system.form))
                && wants(Dim::Topic, &|choice| matches!(choice, Choice::Code(id) if system.topics.contains(&id)))
                && wants(Dim::Target, &|choice| matches!(choice, Choice::Code(id) if system.targets.contains(&id)))
        });
        let systems = systems.collect();
        Found {
            communities: communities.rows().map(|row| CommunityId(row as u32)).collect(),
            observations: figures.rows().map(|row| ObservationId(row as u32)).collect(),
            systems,
            counts,
        }
    }

    /// Whether anything has an option at all, whatever else is chosen.
    pub fn is_anywhere(&self, dim: Dim, option: u16) -> bool {
        self.totals[dim as usize].get(usize::from(option)).is_some_and(|count| *count > 0)
    }

    /// What an option stands for.
    pub fn choice(&self, dim: Dim, option: u16) -> Option<Choice> {
        self.options[dim as usize].get(usize::from(option)).copied()
    }

    /// The option's word in URLs.
    pub fn key(&self, data: &Dataset, dim: Dim, option: u16) -> Option<String> {
        Some(match self.choice(dim, option)? {
            Choice::Place(id) => data.place(id).key.clone(),
            Choice::Code(id) => data.code(id).code.clone(),
            Choice::Form(form) => form.code().to_string(),
            Choice::Year(year) => year.to_string(),
            Choice::YearUnknown => "unknown".to_string(),
            Choice::Undated => "undated".to_string(),
        })
    }

    /// The option for a word from a URL.
    pub fn option(&self, data: &Dataset, dim: Dim, key: &str) -> Option<u16> {
        (0..self.options[dim as usize].len() as u16).find(|at| self.key(data, dim, *at).as_deref() == Some(key))
    }
}

/// Vocabularies are listed whole, so that options nobody has stay visible; places and years only as far as they occur.
fn vocabulary(data: &Dataset, dim: Dim) -> Option<Vec<Choice>> {
    let list = match dim {
        Dim::CommunityType => CodeList::CommunityType,
        Dim::Settlement => CodeList::Settlement,
        Dim::Topic => CodeList::Topic,
        Dim::Target => CodeList::Target,
        Dim::Group => CodeList::IndicatorGroup,
        Dim::Form => return Some(Form::ALL.iter().copied().map(Choice::Form).collect()),
        Dim::Province | Dim::City | Dim::District | Dim::Year => return None,
    };
    Some(data.codes_in(list).map(Choice::Code).collect())
}

fn of_community(data: &Dataset, dim: Dim, id: CommunityId) -> Vec<Choice> {
    let community = data.community(id);
    let place = |level| data.place_at(id, level).map(Choice::Place).into_iter().collect();
    let codes = |codes: &[CodeId]| codes.iter().copied().map(Choice::Code).collect();
    let systems = || data.systems.iter().filter(|system| system.community == id);
    match dim {
        Dim::Province => place(PlaceLevel::Province),
        Dim::City => place(PlaceLevel::City),
        Dim::District => place(PlaceLevel::District),
        Dim::CommunityType => codes(&community.types),
        Dim::Settlement => codes(&community.settlements),
        Dim::Topic => systems().flat_map(|system| system.topics.iter().copied().map(Choice::Code)).collect(),
        Dim::Target => systems().flat_map(|system| system.targets.iter().copied().map(Choice::Code)).collect(),
        Dim::Form => systems().map(|system| Choice::Form(system.form)).collect(),
        Dim::Group | Dim::Year => Vec::new(),
    }
}

fn of_figure(data: &Dataset, dim: Dim, row: &Observation) -> Vec<Choice> {
    match dim {
        Dim::Group => vec![Choice::Code(data.indicator(row.indicator).group)],
        Dim::Year if row.period == Period::Unstated => vec![Choice::Undated],
        Dim::Year => match row.period.years() {
            years if years.is_empty() => vec![Choice::YearUnknown],
            years => years.into_iter().map(Choice::Year).collect(),
        },
        _ => Vec::new(),
    }
}
