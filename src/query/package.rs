//! A package as tables one can filter: its dimensions, their options, and the result of a selection.

use super::doors::{Later, Lists};
use super::table::Hash;
use super::{Codes, Column, DimId, Mask, Number, Revision, RowId, Selection, Table};
use crate::model::order;
use crate::model::*;

/// Keys of dimensions that parts of the page speak of by themselves.
pub mod key {
    /// The community: not in the panel of filters, but what leads to some of its figures chooses it.
    pub const COMMUNITY: &str = "community";
    /// The topics of governance systems.
    pub const TOPIC: &str = "topic";
    /// The form of a governance system.
    pub const FORM: &str = "form";
    /// The target groups of governance systems.
    pub const TARGET: &str = "target";
    /// The group of an indicator.
    pub const GROUP: &str = "group";
    /// What a community was collected for.
    pub const COLLECTION: &str = "in";
    /// What kind of place a community is.
    pub const KIND: &str = "kind";
    /// The year of the report about a community.
    pub const REPORTED: &str = "reported";
    /// How good the evidence for a figure is.
    pub const GRADE: &str = "grade";
    /// The number of a figure.
    pub const VALUE: &str = "value";
}

/// What a dimension describes, and so what its counts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Describes {
    /// What figures belong to.
    Communities,
    /// The figures themselves.
    Figures,
}

/// How the panel of filters shows a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Not at all.
    Absent,
    /// Folded.
    Folded,
    /// Open from the start.
    Open,
}

/// What one can filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// The word in addresses.
    pub key: String,
    /// Its own name, where the page has no message for its key.
    pub name: Text,
    /// What it describes.
    pub describes: Describes,
    /// How the panel shows it.
    pub panel: Panel,
    /// Its options in the order people read them; `None` where it has numbers or text instead.
    pub options: Option<Vec<Choice>>,
}

impl Dimension {
    /// Whether it describes figures (its counts count figures), not communities.
    pub fn is_of_figures(&self) -> bool {
        self.describes == Describes::Figures
    }

    /// Its options; none where it has numbers or text instead.
    pub fn options(&self) -> &[Choice] {
        self.options.as_deref().unwrap_or_default()
    }
}

/// An option of a dimension: the thing it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A community.
    Community(CommunityId),
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
    /// What a community was collected for.
    Collection(Collection),
    /// A kind of place.
    Kind(CommunityKind),
    /// A grade of evidence.
    Grade(Grade),
}

/// A package with the columns its filters need; built once per package.
///
/// A table of figures that belong to communities, and of systems that do. Everything else a case package has is behind
/// [`Tables::evidence`].
#[derive(Debug)]
pub struct Tables {
    dimensions: Vec<Dimension>,
    communities: Table,
    figures: Table,
    systems: Table,
    community_of_figure: Vec<u32>,
    community_of_system: Vec<u32>,
    /// What each option gives where nothing else is chosen.
    totals: Vec<Vec<u32>>,
    revision: Revision,
    pub(super) lists: Lists,
    pub(super) evidence: Later,
}

/// What a selection leaves. Equal to what the same selection leaves of the same tables.
#[derive(Debug, Clone)]
pub struct Found {
    communities: Vec<CommunityId>,
    figures: Vec<ObservationId>,
    systems: Vec<SystemId>,
    mask: Mask,
    counts: Vec<Vec<u32>>,
    revision: Revision,
}

impl PartialEq for Found {
    fn eq(&self, other: &Found) -> bool {
        self.revision == other.revision
    }
}

impl Eq for Found {}

impl Found {
    /// Communities that pass the filters on communities, in file order.
    pub fn communities(&self) -> &[CommunityId] {
        &self.communities
    }
    /// Their figures that pass the filters on figures, in file order.
    pub fn figures(&self) -> &[ObservationId] {
        &self.figures
    }
    /// Their systems that have what is wanted of systems, in file order.
    pub fn systems(&self) -> &[SystemId] {
        &self.systems
    }
    /// Whether a figure passes.
    pub fn has(&self, figure: ObservationId) -> bool {
        self.mask.passes(RowId(figure.0))
    }
    /// Which figures pass, and which fail only what one origin wants.
    pub fn mask(&self) -> &Mask {
        &self.mask
    }
    /// What each option of a dimension would give: communities, or figures where the dimension is of figures.
    pub fn counts(&self, dim: DimId) -> &[u32] {
        self.counts.get(dim.index()).map_or(&[], Vec::as_slice)
    }
    /// What this is a result of.
    pub fn revision(&self) -> Revision {
        self.revision
    }
}

impl Tables {
    /// Builds the columns of a package.
    pub fn new(data: &Dataset) -> Tables {
        let table = |rows: usize| Table::new(rows as u32);
        let mut tables = Tables {
            dimensions: Vec::new(),
            communities: table(data.communities.len()),
            figures: table(data.observations.len()),
            systems: table(data.systems.len()),
            community_of_figure: data.observations.iter().map(|row| row.community.0).collect(),
            community_of_system: data.systems.iter().map(|row| row.community.0).collect(),
            totals: Vec::new(),
            revision: Hash::new().revision(),
            lists: Lists::new(data),
            evidence: Later::new(),
        };
        tables.describe(data);
        let mut hash = Hash::new();
        for table in [&tables.communities, &tables.figures, &tables.systems] {
            table.identify(&mut hash);
        }
        for community in tables.community_of_figure.iter().chain(&tables.community_of_system) {
            hash.put(&[u64::from(*community)]);
        }
        tables.revision = hash.revision();
        tables.totals = tables.find(&Selection::default()).counts;
        tables
    }

    /// Everything one can filter a package by, in the order of the panel. Vocabularies are listed whole, so that options nobody
    /// has stay visible; places and years only as far as they occur.
    fn describe(&mut self, data: &Dataset) {
        let place = |id, level| data.place_at(id, level).map(Choice::Place).into_iter().collect();
        let codes = |codes: &[CodeId]| codes.iter().copied().map(Choice::Code).collect();
        let whole = |list| Some(data.codes_in(list).map(Choice::Code).collect());
        let community = |row: usize| data.community(CommunityId(row as u32));
        let system = |row: usize| data.system(SystemId(row as u32));
        let figure = |row: usize| data.observation(ObservationId(row as u32));

        // What a person brought stays, whichever collection is chosen.
        let collection = |id: CommunityId| match community(id.index()).collection {
            Collection::Own => data.communities.iter().map(|it| Choice::Collection(it.collection)).collect(),
            collection => vec![Choice::Collection(collection)],
        };
        self.add_of_communities(key::COLLECTION, Panel::Absent, None, &collection);
        self.add_of_communities("province", Panel::Open, None, &|id| place(id, PlaceLevel::Province));
        self.add_of_communities("city", Panel::Folded, None, &|id| place(id, PlaceLevel::City));
        self.add_of_communities("district", Panel::Folded, None, &|id| place(id, PlaceLevel::District));
        self.add_of_communities(key::COMMUNITY, Panel::Absent, None, &|id| vec![Choice::Community(id)]);
        let types = whole(CodeList::CommunityType);
        self.add_of_communities("type", Panel::Open, types, &|id| codes(&community(id.index()).types));
        let settlements = whole(CodeList::Settlement);
        self.add_of_communities("settlement", Panel::Folded, settlements, &|id| {
            codes(&community(id.index()).settlements)
        });
        self.add_of_communities(key::KIND, Panel::Folded, None, &|id| vec![Choice::Kind(community(id.index()).kind)]);
        self.add_of_communities(key::REPORTED, Panel::Folded, None, &|id| reported(data, id));
        self.add_of_systems(key::TOPIC, whole(CodeList::Topic), &|row| codes(&system(row).topics));
        let forms = Form::ALL.iter().copied().map(Choice::Form).collect();
        self.add_of_systems(key::FORM, Some(forms), &|row| vec![Choice::Form(system(row).form)]);
        self.add_of_systems(key::TARGET, whole(CodeList::Target), &|row| codes(&system(row).targets));
        let group = |row: usize| vec![Choice::Code(data.indicator(figure(row).indicator).group)];
        self.add_of_figures(key::GROUP, whole(CodeList::IndicatorGroup), &group);
        self.add_of_figures("year", None, &|row| years(&figure(row).period));
        self.add_of_figures(key::GRADE, None, &|row| vec![Choice::Grade(figure(row).grade)]);
        let number = |row: &Observation| Number { value: row.value, bound: row.bound, status: row.status };
        let dim = self.dimension(key::VALUE, Describes::Figures, Panel::Absent, None);
        self.figures.add(dim, Column::Numbers(data.observations.iter().map(number).collect()));
    }

    /// What communities are.
    fn add_of_communities(&mut self, key: &str, panel: Panel, whole: Listed, of: &dyn Fn(CommunityId) -> Vec<Choice>) {
        let rows: Vec<Vec<Choice>> = (0..self.communities.len()).map(|row| of(CommunityId(row))).collect();
        let listed = listed(whole, &rows);
        let column = column(&listed, &rows);
        let dim = self.dimension(key, Describes::Communities, panel, Some(listed));
        self.communities.add(dim, column);
    }

    /// What systems are, and so what the communities are that have them.
    fn add_of_systems(&mut self, key: &str, whole: Listed, of: &dyn Fn(usize) -> Vec<Choice>) {
        let rows: Vec<Vec<Choice>> = (0..self.systems.len() as usize).map(of).collect();
        let mut communities = vec![Vec::new(); self.communities.len() as usize];
        for (row, community) in rows.iter().zip(&self.community_of_system) {
            communities[*community as usize].extend_from_slice(row);
        }
        let listed = listed(whole, &rows);
        let (of_systems, of_communities) = (column(&listed, &rows), column(&listed, &communities));
        let dim = self.dimension(key, Describes::Communities, Panel::Folded, Some(listed));
        self.systems.add(dim, of_systems);
        self.communities.add(dim, of_communities);
    }

    /// What figures are.
    fn add_of_figures(&mut self, key: &str, whole: Listed, of: &dyn Fn(usize) -> Vec<Choice>) {
        let rows: Vec<Vec<Choice>> = (0..self.figures.len() as usize).map(of).collect();
        let listed = listed(whole, &rows);
        let column = column(&listed, &rows);
        let dim = self.dimension(key, Describes::Figures, Panel::Folded, Some(listed));
        self.figures.add(dim, column);
    }

    fn dimension(&mut self, key: &str, describes: Describes, panel: Panel, options: Listed) -> DimId {
        self.dimensions.push(Dimension { key: key.to_string(), name: Text::default(), describes, panel, options });
        DimId(self.dimensions.len() as u16 - 1)
    }

    /// Applies a selection.
    pub fn find(&self, selection: &Selection) -> Found {
        let communities = self.communities.mask(selection, None);
        let figures = self.figures.mask(selection, Some((&communities, &self.community_of_figure)));
        let systems = self.systems.mask(selection, Some((&communities, &self.community_of_system)));
        let counts = self.dims().map(|dim| match self.dimensions[dim.index()].describes {
            Describes::Communities => self.communities.counts(dim, &communities),
            Describes::Figures => self.figures.counts(dim, &figures),
        });
        Found {
            counts: counts.collect(),
            communities: communities.rows().map(|row| CommunityId(row.0)).collect(),
            figures: figures.rows().map(|row| ObservationId(row.0)).collect(),
            systems: systems.rows().map(|row| SystemId(row.0)).collect(),
            mask: figures,
            revision: self.revision.with(selection),
        }
    }

    /// Every dimension, in the order of the panel.
    pub fn dims(&self) -> impl DoubleEndedIterator<Item = DimId> + use<> {
        (0..self.dimensions.len() as u16).map(DimId)
    }

    /// The dimension with a key.
    pub fn dim(&self, key: &str) -> Option<DimId> {
        self.dimensions.iter().position(|dimension| dimension.key == key).map(|at| DimId(at as u16))
    }

    /// What is known of a dimension; `None` for one of another package.
    pub fn dimension_of(&self, dim: DimId) -> Option<&Dimension> {
        self.dimensions.get(dim.index())
    }

    /// The options of a dimension; none where it has numbers or text instead.
    pub fn options(&self, dim: DimId) -> &[Choice] {
        self.dimension_of(dim).map_or(&[], Dimension::options)
    }

    /// Whether a dimension has options, and so words in addresses.
    pub fn has_options(&self, dim: DimId) -> bool {
        self.dimension_of(dim).is_some_and(|dimension| dimension.options.is_some())
    }

    /// The table of figures.
    pub fn table(&self) -> &Table {
        &self.figures
    }

    /// Whether anything has an option at all, whatever else is chosen.
    pub fn is_anywhere(&self, dim: DimId, option: u16) -> bool {
        let counts = self.totals.get(dim.index());
        counts.and_then(|counts| counts.get(usize::from(option))).is_some_and(|count| *count > 0)
    }

    /// What an option stands for.
    pub fn choice(&self, dim: DimId, option: u16) -> Option<Choice> {
        self.options(dim).get(usize::from(option)).copied()
    }

    /// The option that stands for something, with the dimension of that key.
    pub fn option_of(&self, key: &str, choice: Choice) -> Option<(DimId, u16)> {
        let dim = self.dim(key)?;
        self.options(dim).iter().position(|other| *other == choice).map(|at| (dim, at as u16))
    }

    /// Whether something is wanted of the dimension of that key: one of its chosen options, or anything where none is chosen.
    pub fn wants(&self, selection: &Selection, key: &str, has: &dyn Fn(Choice) -> bool) -> bool {
        let Some(dim) = self.dim(key) else { return true };
        let chosen = selection.of(dim);
        chosen.is_empty() || chosen.iter().filter_map(|option| self.choice(dim, *option)).any(has)
    }

    /// The option's word in URLs.
    pub fn key(&self, data: &Dataset, dim: DimId, option: u16) -> Option<String> {
        Some(match self.choice(dim, option)? {
            Choice::Community(id) => data.community(id).key.clone(),
            Choice::Place(id) => data.place(id).key.clone(),
            Choice::Code(id) => data.code(id).code.clone(),
            Choice::Form(form) => form.code().to_string(),
            Choice::Year(year) => year.to_string(),
            Choice::YearUnknown => "unknown".to_string(),
            Choice::Undated => "undated".to_string(),
            Choice::Collection(collection) => collection.code().to_string(),
            Choice::Kind(kind) => kind.code().to_string(),
            Choice::Grade(grade) => grade.code().to_string(),
        })
    }

    /// The option for a word from a URL.
    pub fn option(&self, data: &Dataset, dim: DimId, key: &str) -> Option<u16> {
        (0..self.options(dim).len() as u16).find(|at| self.key(data, dim, *at).as_deref() == Some(key))
    }
}

/// A vocabulary that is listed whole; `None`: only as far as it occurs.
type Listed = Option<Vec<Choice>>;

fn listed(whole: Listed, rows: &[Vec<Choice>]) -> Vec<Choice> {
    whole.unwrap_or_else(|| order::distinct(&rows.concat()))
}

fn column(listed: &[Choice], rows: &[Vec<Choice>]) -> Column {
    let codes = |row: &Vec<Choice>| {
        let at = |choice: &Choice| listed.iter().position(|all| all == choice).map(|at| at as u16);
        order::distinct(&row.iter().filter_map(at).collect::<Vec<u16>>())
    };
    Column::Codes(Codes::new(listed.len() as u16, &rows.iter().map(codes).collect::<Vec<_>>()))
}

fn years(period: &Period) -> Vec<Choice> {
    match period.years() {
        _ if *period == Period::Unstated => vec![Choice::Undated],
        years if years.is_empty() => vec![Choice::YearUnknown],
        years => years.into_iter().map(Choice::Year).collect(),
    }
}

/// The years of the reports about a community.
fn reported(data: &Dataset, community: CommunityId) -> Vec<Choice> {
    let dates = data.community(community).sources.iter().map(|id| {
        let source = data.source(*id);
        source.published_stated.or(source.published_from_url)
    });
    let choice = |date: Option<PartialDate>| match date {
        None => Choice::Undated,
        Some(date) => date.year.map_or(Choice::YearUnknown, Choice::Year),
    };
    dates.map(choice).collect()
}
