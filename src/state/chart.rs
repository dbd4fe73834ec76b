//! Which chart: those of the overview, which are the package's own groups, and those of the page that compares.
//!
//! Owns: the ids of charts and their words. May use: `model`. Deliberately absent: what a chart draws.

use crate::model::{CodeId, CodeList, Dataset, IndicatorId, Role};

/// A chart that follows the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OverviewChart {
    /// A group of indicators of the package.
    Group(CodeId),
    /// Who reports what.
    Coverage,
    /// Dated facts and founding dates.
    Timeline,
}

/// A chart of the page that compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ComparedChart {
    /// A group of indicators.
    Group(CodeId),
    /// Derived indicators.
    Derived,
    /// Where each community stands among those compared.
    Strips,
    /// Two indicators against each other.
    Scatter,
}

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartId {
    /// One that follows the filters.
    Overview(OverviewChart),
    /// The same by itself and whole: nothing is folded.
    Whole(OverviewChart),
    /// The definition an indicator stands for, as bars.
    Ranked(IndicatorId),
    /// A group over time.
    OverTime(CodeId),
    /// One of the page that compares.
    Compared(ComparedChart),
}

/// Stands before the code of a group that is called like a chart of another kind. No code has a dot.
const GROUP: &str = "group.";

impl OverviewChart {
    const FIXED: [(&'static str, OverviewChart); 2] =
        [("coverage", OverviewChart::Coverage), ("timeline", OverviewChart::Timeline)];

    /// The charts that the overview always shows, in reading order: the groups that the package wants there, and who reports what.
    pub fn main(data: &Dataset) -> Vec<OverviewChart> {
        let groups = data.groups_with(Role::Overview).map(OverviewChart::Group);
        groups.chain([OverviewChart::Coverage]).collect()
    }

    /// Its word in addresses, element ids and file names.
    pub fn word(self, data: &Dataset) -> String {
        match self {
            OverviewChart::Group(id) => group_word(data, id, &Self::FIXED.map(|(word, _)| word)),
            fixed => fixed_word(fixed, &Self::FIXED).to_string(),
        }
    }

    /// The chart for a word.
    pub fn from_word(data: &Dataset, word: &str) -> Option<OverviewChart> {
        let fixed = Self::FIXED.into_iter().find(|(known, _)| *known == word).map(|(_, chart)| chart);
        fixed.or_else(|| group(data, word).map(OverviewChart::Group))
    }
}

impl ComparedChart {
    const FIXED: [(&'static str, ComparedChart); 3] =
        [("derived", ComparedChart::Derived), ("strips", ComparedChart::Strips), ("scatter", ComparedChart::Scatter)];

    /// Its word in addresses, element ids and file names.
    pub fn word(self, data: &Dataset) -> String {
        match self {
            ComparedChart::Group(id) => group_word(data, id, &Self::FIXED.map(|(word, _)| word)),
            fixed => fixed_word(fixed, &Self::FIXED).to_string(),
        }
    }

    /// The chart for a word.
    pub fn from_word(data: &Dataset, word: &str) -> Option<ComparedChart> {
        let fixed = Self::FIXED.into_iter().find(|(known, _)| *known == word).map(|(_, chart)| chart);
        fixed.or_else(|| group(data, word).map(ComparedChart::Group))
    }
}

impl ChartId {
    /// Its word in element ids and file names.
    pub fn code(self, data: &Dataset) -> String {
        match self {
            ChartId::Overview(chart) | ChartId::Whole(chart) => chart.word(data),
            ChartId::Ranked(indicator) => data.indicator(indicator).key.clone(),
            ChartId::Compared(chart) => chart.word(data),
            ChartId::OverTime(group) => [&data.code(group).code, ".time"].concat(),
        }
    }
}

fn fixed_word<T: PartialEq>(chart: T, fixed: &[(&'static str, T)]) -> &'static str {
    fixed.iter().find(|(_, known)| *known == chart).map_or("", |(word, _)| *word)
}

fn group_word(data: &Dataset, id: CodeId, fixed: &[&str]) -> String {
    let code = &data.code(id).code;
    if fixed.contains(&code.as_str()) { [GROUP, code].concat() } else { code.clone() }
}

fn group(data: &Dataset, word: &str) -> Option<CodeId> {
    data.code_by_key(CodeList::IndicatorGroup, word.strip_prefix(GROUP).unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Roles, Text};

    #[test]
    fn every_chart_has_a_word_that_leads_back_to_it() {
        let code = |code: &str| Code {
            list: CodeList::IndicatorGroup,
            code: code.into(),
            name: Text::default(),
            note: Text::default(),
            roles: Roles::default().with(Role::Overview),
        };
        // A package may call its groups as it likes.
        let codes = ["books", "coverage", "timeline", "strips", "group"].map(code).to_vec();
        let data = Dataset { codes, ..Dataset::default() };
        let main = OverviewChart::main(&data);
        assert_eq!(main.len(), 6);
        let mut words = Vec::new();
        for chart in main.into_iter().chain([OverviewChart::Timeline]) {
            assert_eq!(OverviewChart::from_word(&data, &chart.word(&data)), Some(chart));
            words.push(chart.word(&data));
        }
        assert_eq!(words, ["books", "group.coverage", "group.timeline", "strips", "group", "coverage", "timeline"]);
        let groups = data.codes_in(CodeList::IndicatorGroup).map(ComparedChart::Group);
        for chart in groups.chain([ComparedChart::Derived, ComparedChart::Strips, ComparedChart::Scatter]) {
            assert_eq!(ComparedChart::from_word(&data, &chart.word(&data)), Some(chart));
        }
        assert_eq!(OverviewChart::from_word(&data, "films"), None);
    }
}
