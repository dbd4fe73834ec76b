//! What a chart shows, in a sentence: the title of its card, made from the lines that are drawn and from nothing else.
//!
//! Numbers are those of the lines; values stand in the words of their sources, with their bounds. Nothing is called the most or the
//! least: a bound has no place.

use super::Context;
use super::community::lower_first;
use super::strip::Line;
use crate::model::*;
use crate::text::Msg;

impl Context<'_> {
    /// The finding of a group's lines.
    pub(super) fn finding(&self, group: CodeId, lines: &[Line]) -> String {
        let (words, what) = (self.words, self.lower_code(group));
        let counted: Vec<&Line> = lines.iter().filter(|line| line.reporting > 0).collect();
        let Some(first) = counted.first() else { return words.fill(Msg::FindingNone, &[&self.code(group)]) };
        let who = self.reporting(lines);
        let reporting = self.places_counted(&who);
        let [definitions, several] = [counted.len(), first.reporting].map(|count| count.to_string());
        let ends = self.ends(first);
        match (&who[..], counted.len()) {
            ([only], 1) if first.figures.len() == 1 => {
                words.fill(Msg::FindingOne, &[&self.community(*only), &self.lower(&self.line_name(first)), &ends[0]])
            }
            ([only], _) => words.fill(Msg::FindingSole, &[&self.community(*only), &what, &definitions]),
            (_, 1) if ends[0] == ends[1] => {
                words.fill(Msg::FindingAlike, &[&reporting, &self.lower(&self.line_name(first)), &ends[0]])
            }
            (_, 1) => {
                let name = self.lower(&self.line_name(first));
                words.fill(Msg::FindingRange, &[&reporting, &name, &ends[0], &ends[1]])
            }
            _ if first.reporting == 1 => words.fill(Msg::FindingEach, &[&reporting, &what, &definitions]),
            _ => {
                let name = self.line_name(first);
                let said = [&*reporting, &what, &definitions, &name, &several, &ends[0], &ends[1]];
                words.fill(Msg::FindingMany, &said)
            }
        }
    }

    /// `38个社区`; compounds are named where there are any.
    pub(super) fn places_counted(&self, places: &[CommunityId]) -> String {
        let is_compound = |id: &CommunityId| self.data.community(*id).kind == CommunityKind::Compound;
        match places.iter().filter(|id| is_compound(id)).count() {
            0 => self.words.counted(places.len(), Msg::CountCommunities),
            count if count == places.len() => self.words.counted(count, Msg::CountCompounds),
            _ => self.words.fill(Msg::CountPlaces, &[&places.len().to_string()]),
        }
    }

    /// Who reports anything in some lines; a community of one's own is not counted.
    pub(super) fn reporting(&self, lines: &[Line]) -> Vec<CommunityId> {
        let figures = lines.iter().flat_map(|line| &line.figures);
        let who: Vec<CommunityId> = figures.map(|id| self.data.observation(*id).community).collect();
        order::distinct(&who).into_iter().filter(|id| Some(*id) != self.data.own).collect()
    }

    /// The smallest and the greatest number of a line, as their sources say them.
    pub(super) fn ends(&self, line: &Line) -> [String; 2] {
        let rows: Vec<&Observation> = line
            .figures
            .iter()
            .map(|id| self.data.observation(*id))
            .filter(|row| Some(row.community) != self.data.own)
            .collect();
        let unit = rows.first().map(|row| row.unit);
        let value = |at: usize| unit.and_then(|unit| self.length(rows[at], unit)).unwrap_or_default();
        let order = order::places(rows.len(), &|a, b| value(a).total_cmp(&value(b)));
        let text = |at: Option<&usize>| at.map(|at| self.value(rows[*at]).text).unwrap_or_default();
        [text(order.first()), text(order.last())]
    }

    /// A name inside a sentence.
    fn lower(&self, name: &str) -> String {
        if self.words.locale.is_chinese() { name.to_string() } else { lower_first(name) }
    }
}
