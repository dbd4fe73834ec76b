//! The cells of the matrix that compares: which figure tells most, and where it stands on the axis of its row.

use super::Context;
use super::community::Figure;
use super::strip::quantity_of;
use crate::chart::{MiniStrip, Scale, StripAxis, Who};
use crate::measure::{self, Per};
use crate::model::order;
use crate::model::*;
use crate::query::is_quantity;
use crate::state::{Comparison, ScaleChoice};
use crate::text::FarMsg;

/// What a community says in a group.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// The figure that compares best.
    Figure(CellFigure),
    /// Nothing, in words: not reported, or not in the excerpt.
    Silent(String),
    /// Nothing yet: the reader's own community.
    Enter,
}

/// The figure of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct CellFigure {
    /// Its label is its definition; its detail scope and time.
    pub figure: Figure,
    /// Where it stands; `None` where the row has no one axis, or the value is computed.
    pub strip: Option<MiniStrip>,
    /// How many figures more it has in this group, in words; empty where there are none.
    pub more: String,
    /// Whether the value is computed by us.
    pub is_computed: bool,
}

/// The axis that all cells of a row share.
pub(super) struct RowAxis {
    /// From where to where, and the unit, in words.
    pub(super) words: String,
    pub(super) scale: Scale,
    unit: UnitId,
}

impl Context<'_> {
    /// Whose figures these are, as far as the eye is to know.
    pub(super) fn column_who(&self, community: CommunityId, comparison: &Comparison) -> Who {
        if comparison.highlight == Some(community) {
            Who::Lit
        } else if self.data.own == Some(community) {
            Who::Own
        } else {
            Who::Case
        }
    }

    /// Of a community's figures of a group the one that tells most beside others': the one a person picked, else one that most
    /// of those compared share the row of, else most of all there are, else what carries most and speaks of the whole place.
    pub(super) fn telling(
        &self,
        own: &[ObservationId],
        others: &[ObservationId],
        comparison: &Comparison,
    ) -> Option<ObservationId> {
        let key = |id: ObservationId| measure::row_key(self.data, self.data.observation(id));
        let worth = |id: ObservationId| {
            let row = self.data.observation(id);
            let partners: Vec<CommunityId> = others
                .iter()
                .filter(|other| key(**other) == key(id))
                .map(|other| self.data.observation(*other).community)
                .collect();
            let is_whole = match self.data.community(row.community).kind {
                CommunityKind::Community => row.scope == Scope::Community,
                CommunityKind::Compound => row.scope == Scope::Compound,
            };
            let known = self.row_of(id).len();
            let carries = row.salience == Salience::Core;
            let is_seen = row.status == ObsStatus::Reported;
            (comparison.picked.contains(&id), order::distinct(&partners).len(), known, carries, is_whole, is_seen)
        };
        own.iter().copied().fold(None, |best: Option<ObservationId>, next| match best {
            Some(best) if worth(best) >= worth(next) => Some(best),
            _ => Some(next),
        })
    }

    /// A cell: what one community says in a group.
    pub(super) fn cell(
        &self,
        community: CommunityId,
        figures: &[ObservationId],
        telling: Option<ObservationId>,
        axis: Option<&RowAxis>,
        comparison: &Comparison,
    ) -> Cell {
        let Some(id) = telling else {
            return match self.data.own == Some(community) {
                true => Cell::Enter,
                false => Cell::Silent(self.silence(community)),
            };
        };
        let row = self.data.observation(id);
        let more = match figures.len() {
            0 | 1 => String::new(),
            count => self.words.fill(FarMsg::MatrixAlso, &[&(count - 1).to_string()]),
        };
        // That no time is given the receipt says, and the verdict where it matters.
        let time = if row.period == Period::Unstated { String::new() } else { self.period_short(row) };
        let figure = Figure { detail: self.words.dotted(&[self.scope_name(row), time]), ..self.figure(id) };
        if comparison.per != Per::Count {
            let figure = Figure { value: self.shown(id, comparison).text, ..figure };
            return Cell::Figure(CellFigure { figure, strip: None, more, is_computed: true });
        }
        let strip = axis.and_then(|axis| {
            let value = self.length(row, axis.unit)?;
            let others = self.row_of(id).into_iter().filter(|other| *other != id);
            let others = others.filter_map(|other| self.length(self.data.observation(other), axis.unit)).collect();
            Some(MiniStrip {
                scale: axis.scale,
                others,
                at: quantity_of(row, value),
                who: self.column_who(community, comparison),
            })
        });
        Cell::Figure(CellFigure { figure, strip, more, is_computed: false })
    }

    /// The figures of the whole package that stand in the row of one.
    pub(super) fn row_of(&self, id: ObservationId) -> Vec<ObservationId> {
        let row = self.data.observation(id);
        let group = self.data.indicator(row.indicator).group;
        let key = measure::row_key(self.data, row);
        let all = self.tables.indicators_in(group);
        let figures = all.flat_map(|indicator| self.evidence().figures_of_indicator(indicator));
        let same = figures.filter(|other| {
            let other = self.data.observation(*other);
            is_quantity(other) && measure::row_key(self.data, other) == key
        });
        same.collect()
    }

    /// The axis of the figures that a row shows, made from the whole package, so that choosing communities moves nothing; `None`
    /// where they do not share one.
    pub(super) fn row_axis(&self, shown: &[ObservationId], choice: Option<ScaleChoice>) -> Option<RowAxis> {
        let first = self.data.observation(*shown.first()?);
        let axis = measure::axis_key(self.data, first);
        if shown.iter().any(|id| measure::axis_key(self.data, self.data.observation(*id)) != axis) {
            return None;
        }
        let indicator = self.data.indicator(first.indicator);
        let StripAxis { scale, ticks } = self.strip_axis(indicator.group, axis, indicator, choice, &mut false);
        let [from, end] = [ticks.first()?, ticks.last()?].map(|(_, words)| words.as_str());
        let range = [from, end].join(&self.words.pair("—", "–"));
        let unit = self.words.text(&self.data.unit(indicator.unit).name);
        let log = match scale {
            Scale::Log { .. } => self.words.msg(FarMsg::MatrixLog),
            Scale::Linear { .. } => String::new(),
        };
        Some(RowAxis { words: self.words.dotted(&[[range, unit].join(" "), log]), scale, unit: indicator.unit })
    }
}
