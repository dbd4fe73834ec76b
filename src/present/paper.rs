//! What stands on paper only: sources once for all charts, by numbers.

use super::Context;
use crate::model::SourceId;
use crate::query::Found;
use crate::text::FarMsg;

impl Context<'_> {
    /// The sources of all figures found, in the order of their numbers, which begin at 1.
    pub fn sources_on_paper(&self, found: &Found) -> Vec<SourceId> {
        self.sources_of(found.figures())
    }

    /// The numbers of some sources among all, neighbours as a span: `来源见文末:1—3、7`; nothing where none of them has a number.
    pub fn source_numbers(&self, used: &[SourceId], all: &[SourceId]) -> String {
        let at = |id: &SourceId| all.iter().position(|other| other == id);
        let mut numbers: Vec<usize> = used.iter().filter_map(at).map(|at| at + 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let dash = self.words.pair("—", "–");
        let spans: Vec<String> = numbers
            .chunk_by(|before, next| before + 1 == *next)
            .flat_map(|run| match run {
                [first, _, .., last] => vec![format!("{first}{dash}{last}")],
                few => few.iter().map(usize::to_string).collect(),
            })
            .collect();
        match spans.is_empty() {
            true => String::new(),
            false => self.words.fill(FarMsg::PaperSources, &[&spans.join(&self.words.pair("、", ", "))]),
        }
    }
}
