//! Where a figure stands among all of its definition, whatever filters leave: a strip of one row, and a sentence with its own
//! count.
//!
//! The row is that of the strip chart ([`super::strip`]), on the same axis. A place by rank is said only where
//! [`measure::ranking`] gives one.

use super::Context;
use super::strip::{Line, Look};
use crate::chart::{Spec, Who};
use crate::measure::{self, Rank, Refusal};
use crate::model::*;
use crate::query::{Selection, is_quantity};
use crate::state::{Action, OverviewChart, Page, ScaleChoice};
use crate::text::FarMsg;

/// A figure among those of its definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Among {
    /// The row of the definition, this figure lit; `None` where the figure is alone.
    pub strip: Option<Spec>,
    /// How many report it, from what to what; or that it is alone.
    pub says: String,
    /// Its rank among exact figures, where there is one.
    pub rank: Option<String>,
    /// How many are silent, where any is.
    pub silent: String,
    /// To the bars of the definition; `None` where there is nothing to compare.
    pub more: Option<Action>,
}

impl Context<'_> {
    /// A figure among all of its definition; `None` for what is no quantity, such as a number in a name.
    pub fn among(&self, id: ObservationId, scale: Option<ScaleChoice>) -> Option<Among> {
        let row = self.data.observation(id);
        if !is_quantity(row) {
            return None;
        }
        let group = self.data.indicator(row.indicator).group;
        let lines = self.lines_of(group, &self.tables.find(&Selection::default()));
        let line = lines.into_iter().find(|line| line.figures.contains(&id))?;
        let is_alone = line.figures.len() == 1;
        Some(Among {
            strip: (!is_alone).then(|| self.strip_among(id, &line, group, scale)),
            says: self.says_among(&line),
            rank: self.rank_among(id, &line),
            silent: self.silent_of(&line),
            more: (!is_alone).then_some(Action::Go(Page::Chart(OverviewChart::Group(group), Some(row.indicator)))),
        })
    }

    fn strip_among(&self, id: ObservationId, line: &Line, group: CodeId, scale: Option<ScaleChoice>) -> Spec {
        let look = Look { scale, lit: None, is_whole: true };
        let (mut chart, _) = self.strip_chart(std::slice::from_ref(line), group, look);
        let key = &self.data.observation(id).key;
        for row in chart.blocks.iter_mut().flat_map(|block| &mut block.rows) {
            // The words beside it say what is counted, and of how many; a link beside it leads on.
            [&mut row.key, &mut row.label, &mut row.sub, &mut row.reported, &mut row.silent]
                .into_iter()
                .for_each(String::clear);
            for dot in &mut row.dots {
                dot.who = match dot.who {
                    _ if dot.key == *key => Who::Lit,
                    Who::Own => Who::Own,
                    _ => Who::Other,
                };
            }
        }
        Spec::StripChart(chart)
    }

    fn says_among(&self, line: &Line) -> String {
        let words = self.words;
        let places = self.places_counted(&self.reporting(std::slice::from_ref(line)));
        let [least, greatest] = self.ends(line);
        // What somebody entered here is drawn, and counted nowhere.
        let stated = line.figures.iter().filter(|id| !self.is_own(**id)).count();
        match (line.reporting, stated) {
            _ if line.figures.len() == 1 => words.msg(FarMsg::AmongAlone),
            (_, 0) => words.msg(FarMsg::AmongOwn),
            (_, 1) => words.fill(FarMsg::AmongOne, &[&places, &least]),
            (1, count) => words.fill(FarMsg::AmongSole, &[&count.to_string(), &least, &greatest]),
            _ if least == greatest => words.fill(FarMsg::AmongAlike, &[&places, &least]),
            _ => words.fill(FarMsg::AmongRange, &[&places, &least, &greatest]),
        }
    }

    /// Who of a line's figures could have a rank, and the ranks or what forbids them. Bounds and one's own figures have none.
    pub(super) fn ranks_of(&self, figures: &[ObservationId]) -> (Vec<ObservationId>, Result<Vec<Rank>, Vec<Refusal>>) {
        let is_exact = |id: &&ObservationId| self.data.observation(**id).bound == Bound::Exact && !self.is_own(**id);
        let exact: Vec<ObservationId> = figures.iter().filter(is_exact).copied().collect();
        let ranks = measure::ranking(self.data, &exact, false);
        (exact, ranks)
    }

    fn rank_among(&self, id: ObservationId, line: &Line) -> Option<String> {
        let (exact, ranks) = self.ranks_of(&line.figures);
        let at = exact.iter().position(|other| *other == id).filter(|_| exact.len() > 1)?;
        let rank = *ranks.ok()?.get(at)?;
        let said = if rank.is_tied { FarMsg::AmongTied } else { FarMsg::AmongRank };
        Some(self.words.fill(said, &[&rank.at.to_string(), &exact.len().to_string()]))
    }

    /// `未报告4个 · 摘录未见50个`; empty where nobody is silent.
    pub(super) fn silent_of(&self, line: &Line) -> String {
        let said = |count: usize, msg: FarMsg| match count {
            0 => String::new(),
            count => self.words.fill(msg, &[&count.to_string()]),
        };
        self.words.dotted(&[said(line.not_reported, FarMsg::SilentCount), said(line.unseen, FarMsg::UnseenCount)])
    }
}
