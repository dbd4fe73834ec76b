//! The cases that were read whole, each with its most telling figure, and what the overview leads to.

use super::Context;
use super::key::dot;
use crate::chart::Scene;
use crate::chart::draw::KeyItem;
use crate::model::order;
use crate::model::*;
use crate::query::is_quantity;
use crate::text::Msg;

/// A case in short.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseCard {
    /// The community.
    pub community: CommunityId,
    /// Its name.
    pub name: String,
    /// Where it lies and of which type it is.
    pub place: String,
    /// Its most telling figure; `None` where it has none.
    pub figure: Option<CaseFigure>,
    /// How much there is of it.
    pub counts: String,
}

/// The figure of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFigure {
    /// Opens its receipt.
    pub id: ObservationId,
    /// The value with its qualifier.
    pub value: String,
    /// What it measures, and what is not reported in its stead.
    pub definition: String,
    /// The whole figure as a sentence.
    pub spoken: String,
    /// Its mark, as in charts.
    pub mark: Scene,
}

impl Context<'_> {
    /// The question of the overview, and what the page is.
    pub fn opening(&self) -> (String, String) {
        let words = self.words;
        let in_collection = |id: CommunityId| self.data.community(id).collection;
        let all = self.tables.communities().filter(|id| in_collection(*id) != Collection::Own).count();
        let whole = self.tables.communities().filter(|id| in_collection(*id) == Collection::Cases).count();
        let lead = match all - whole {
            0 => words.fill(Msg::Lead, &[&words.count(whole)]),
            others => words.fill(Msg::LeadBoth, &[&words.count(whole), &others.to_string()]),
        };
        (words.fill(Msg::Question, &[&words.count(all)]), lead)
    }

    /// The cases, whatever the filters are.
    pub fn cases(&self) -> Vec<CaseCard> {
        let is_case = |id: &CommunityId| self.data.community(*id).collection == Collection::Cases;
        self.tables.communities().filter(is_case).map(|id| self.case(id)).collect()
    }

    fn case(&self, community: CommunityId) -> CaseCard {
        let count = |count: usize| count.to_string();
        let figures = self.tables.figures_of(community);
        let figures = figures.filter(|id| is_quantity(self.data.observation(*id))).count();
        let systems = self.tables.systems_of(community).count();
        let practices = self.tables.practices_of(community).count();
        // Names in English are long: there a card has room for the place only.
        let types = self.data.community(community).types.iter().filter(|_| self.words.locale.is_chinese());
        let types: Vec<String> = types.map(|id| self.code(*id)).collect();
        CaseCard {
            community,
            name: self.community(community),
            place: self.words.dotted(&[
                self.places_between(community, PlaceLevel::City, PlaceLevel::District),
                self.words.list(&types),
            ]),
            figure: self.telling_figure(community),
            counts: self.words.fill(Msg::CaseCounts, &[&count(figures), &count(systems), &count(practices)]),
        }
    }

    /// A figure of the first headline group, else the first of its main figures, which then says what is not reported.
    fn telling_figure(&self, community: CommunityId) -> Option<CaseFigure> {
        let first_group = self.data.groups_with(Role::Headline).next();
        let of_group: Vec<ObservationId> =
            first_group.into_iter().flat_map(|group| self.quantities(community, group)).collect();
        let salience = |id: &ObservationId| self.data.observation(*id).salience;
        let instead = || {
            let mut all = self.tables.figures_of(community).filter(|id| is_quantity(self.data.observation(*id)));
            all.find(|id| salience(id) == Salience::Core)
        };
        let id = order::sorted_by_key(&of_group, salience).first().copied().or_else(instead)?;
        let row = self.data.observation(id);
        let missing = first_group.filter(|_| of_group.is_empty());
        let missing = missing.map(|group| self.words.fill(Msg::NotReportedLine, &[&self.lower_code(group)]));
        Some(CaseFigure {
            id,
            value: self.value(row).text,
            definition: self.words.dotted(&[self.indicator(row), self.scope_name(row), missing.unwrap_or_default()]),
            spoken: self.spoken(row),
            mark: dot(item_of(row)),
        })
    }

    /// `长沙市开福区`: the places above a community between two levels, from the largest.
    fn places_between(&self, community: CommunityId, from: PlaceLevel, down_to: PlaceLevel) -> String {
        let names: Vec<String> = PlaceLevel::ALL
            .iter()
            .filter(|level| from <= **level && **level <= down_to)
            .filter_map(|level| self.place_name(community, *level))
            .collect();
        if self.words.locale.is_chinese() {
            names.concat()
        } else {
            names.into_iter().rev().collect::<Vec<_>>().join(", ")
        }
    }

    /// `长沙市`: the place of a level that a community lies in, where the package says it.
    pub fn place_name(&self, community: CommunityId, level: PlaceLevel) -> Option<String> {
        self.data.place_at(community, level).map(|id| self.words.text(&self.data.place(id).name))
    }

    /// `湖南省长沙市`: the places above a community down to a level, from the largest.
    pub fn place_path(&self, community: CommunityId, down_to: PlaceLevel) -> String {
        self.places_between(community, PlaceLevel::Province, down_to)
    }
}

/// What the mark of a figure is called in the key.
pub(super) fn item_of(row: &Observation) -> KeyItem {
    match row.bound {
        _ if row.status == ObsStatus::Planned => KeyItem::DotPlanned,
        Bound::Exact => KeyItem::DotExact,
        Bound::About => KeyItem::DotAbout,
        Bound::AtLeast => KeyItem::DotAtLeast,
        Bound::Nearly | Bound::LessThan => KeyItem::DotBelow,
    }
}
