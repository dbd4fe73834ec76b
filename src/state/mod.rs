//! What a person is looking at, as one plain value, and everything they can do to it.
//!
//! Owns: [`ViewState`], [`Action`], [`ViewState::apply`] and the form it takes in the address (`url`). May use: `query`,
//! `measure` (what can be asked of figures), `text` (locale), `model`. Deliberately absent: signals, the browser, anything derived from the data.

mod chart;
mod comparison;
pub mod embed;
pub mod host;
pub mod url;

pub use chart::{ChartId, ComparedChart, OverviewChart};
pub use comparison::{AxisMode, Comparison};

use crate::measure::{Asked, Forced, Per, Verdict};
use crate::model::order;
use crate::model::{CommunityId, IndicatorId, ObservationId, PracticeId, SystemId};
use crate::query::{DimId, Selection};
use crate::text::{Locale, plain};

/// A page of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// Headline figures and charts.
    #[default]
    Overview,
    /// Every figure, row by row.
    Table,
    /// One community.
    Community(CommunityId),
    /// What the data are and are not.
    About,
    /// Communities side by side.
    Compare,
    /// Every governance system, by motif and topic.
    Atlas,
    /// One governance system.
    System(SystemId),
    /// Problems and what was done about them.
    Practices,
    /// What the sources' own figures confirm.
    Checks,
    /// One chart by itself, and the definition of it that is seen as bars.
    Chart(OverviewChart, Option<IndicatorId>),
    /// One figure and its receipt.
    Figure(ObservationId),
    /// Where snippets for other pages are made.
    Embed,
}

/// Light, dark, or whatever the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];
    /// The word in URLs and on the root element.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
    /// The theme for a word.
    pub fn from_code(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// How large everything is: by a switch of our own, because office browsers hide theirs and kiosks have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// As the browser says.
    #[default]
    Usual,
    /// A quarter larger.
    Larger,
    /// Half as large again.
    Large,
    /// Twice as large.
    Double,
    /// For older people: large words and targets, fewer columns, strong contrast, figures read aloud.
    Elder,
}

impl Size {
    /// Every size, in the order of the switch.
    pub const ALL: [Size; 5] = [Size::Usual, Size::Larger, Size::Large, Size::Double, Size::Elder];
    /// The word in URLs and on the root element.
    pub const fn code(self) -> &'static str {
        match self {
            Size::Usual => "100",
            Size::Larger => "125",
            Size::Large => "150",
            Size::Double => "200",
            Size::Elder => "elder",
        }
    }
    /// The size for a word.
    pub fn from_code(code: &str) -> Option<Size> {
        Size::ALL.into_iter().find(|size| size.code() == code)
    }
    /// How many times the usual size.
    pub const fn times(self) -> f64 {
        match self {
            Size::Usual => 1.0,
            Size::Larger => 1.25,
            // The smallest words are 12 px otherwise, and nothing is under 18 here.
            Size::Large | Size::Elder => 1.5,
            Size::Double => 2.0,
        }
    }
}

/// How the axes of strip charts are divided, where a reader has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScaleChoice {
    /// From zero, in equal steps for equal differences.
    Linear,
    /// In equal steps for equal ratios.
    Log,
}

impl ScaleChoice {
    /// Both, in the order of the switch.
    pub const ALL: [ScaleChoice; 2] = [ScaleChoice::Log, ScaleChoice::Linear];
    /// The word in URLs.
    pub const fn code(self) -> &'static str {
        match self {
            ScaleChoice::Linear => "linear",
            ScaleChoice::Log => "log",
        }
    }
    /// The choice for a word.
    pub fn from_code(code: &str) -> Option<ScaleChoice> {
        ScaleChoice::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// A column of the table of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableColumn {
    /// The figure's key.
    Key,
    /// Its community.
    Community,
    /// Its indicator group.
    Group,
    /// Its indicator.
    Indicator,
    /// What it is about.
    Scope,
    /// The value with its qualifier and unit.
    Value,
    /// What kind of statement it is.
    Status,
    /// The time it speaks of.
    Period,
    /// The text it stands in.
    Source,
    /// How much it carries.
    Salience,
}

impl TableColumn {
    /// Every column, in reading order.
    pub const ALL: [TableColumn; 10] = [
        TableColumn::Key,
        TableColumn::Community,
        TableColumn::Group,
        TableColumn::Indicator,
        TableColumn::Scope,
        TableColumn::Value,
        TableColumn::Status,
        TableColumn::Period,
        TableColumn::Source,
        TableColumn::Salience,
    ];
    /// The columns shown until somebody chooses otherwise.
    pub const DEFAULT: [TableColumn; 6] = [
        TableColumn::Community,
        TableColumn::Indicator,
        TableColumn::Scope,
        TableColumn::Value,
        TableColumn::Period,
        TableColumn::Source,
    ];
    /// The word in URLs.
    pub const fn code(self) -> &'static str {
        match self {
            TableColumn::Key => "id",
            TableColumn::Community => "community",
            TableColumn::Group => "group",
            TableColumn::Indicator => "indicator",
            TableColumn::Scope => "scope",
            TableColumn::Value => "value",
            TableColumn::Status => "status",
            TableColumn::Period => "period",
            TableColumn::Source => "source",
            TableColumn::Salience => "salience",
        }
    }
    /// The column for a word.
    pub fn from_code(code: &str) -> Option<TableColumn> {
        TableColumn::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// How the table of figures is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableState {
    /// Sorted by; file order where `None`.
    pub sort: Option<(TableColumn, Direction)>,
    /// Columns shown, in reading order.
    pub columns: Vec<TableColumn>,
    /// Whether rows for what nobody reported are listed too.
    pub missing: bool,
}

impl Default for TableState {
    fn default() -> Self {
        TableState { sort: None, columns: TableColumn::DEFAULT.to_vec(), missing: true }
    }
}

/// Everything a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The page.
    pub page: Page,
    /// The language and script; `None`: as this browser last chose.
    pub locale: Option<Locale>,
    /// The theme; `None`: as this browser last chose.
    pub theme: Option<Theme>,
    /// How large everything is; `None`: as this browser last chose.
    pub size: Option<Size>,
    /// The filters.
    pub selection: Selection,
    /// The figure whose receipt is open.
    pub receipt: Option<ObservationId>,
    /// How axes are divided; `None`: as the figures want it.
    pub scale: Option<ScaleChoice>,
    /// The table.
    pub table: TableState,
    /// What is compared.
    pub comparison: Comparison,
    /// What is looked for among the practices.
    pub need: String,
    /// The practice that is open.
    pub practice: Option<PracticeId>,
    /// The only verdict whose checks are shown; `None`: all.
    pub verdict: Option<Verdict>,
    /// Keys from a newer version, kept as they are.
    pub kept: Vec<(String, String)>,
}

/// Everything a person can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Go to a page.
    Go(Page),
    /// Choose a language.
    ChooseLocale(Locale),
    /// Choose a theme.
    ChooseTheme(Theme),
    /// Choose how large everything is.
    ChooseSize(Size),
    /// Choose an option of a filter, or take it back.
    Toggle(DimId, u16),
    /// Choose exactly one option of a filter.
    Only(DimId, u16),
    /// Go to the figures of exactly one option of each of two filters, in the table; other filters stay.
    List([(DimId, u16); 2]),
    /// Lift one filter.
    Clear(DimId),
    /// Lift all filters.
    ClearAll,
    /// Back to the view a bare link shows; language, theme and size stay.
    Reset,
    /// Open a receipt.
    Open(ObservationId),
    /// Close the receipt.
    Close,
    /// Choose how axes are divided.
    ChooseScale(ScaleChoice),
    /// Sort the table by a column; once more turns the order round, a third time lifts it.
    Sort(TableColumn),
    /// Show or hide a column.
    ToggleColumn(TableColumn),
    /// List what nobody reported, or not.
    ShowMissing(bool),
    /// Take exactly these communities side by side.
    Compare(Vec<CommunityId>),
    /// Let one community stand out, or none.
    Highlight(Option<CommunityId>),
    /// Choose how axes go together.
    Axes(AxisMode),
    /// Choose what figures are shown per.
    Per(Per),
    /// Override a refusal, or take that back.
    Force(Forced),
    /// Prefer a figure to others.
    Pick(ObservationId, Vec<ObservationId>),
    /// Draw two indicators against each other.
    Plot(IndicatorId, IndicatorId),
    /// Define an indicator, or drop it.
    Define(Asked),
    /// Look for a need among the practices.
    FindPractices(String),
    /// Open a practice where it is listed, or close the one that is open.
    OpenPractice(Option<PracticeId>),
    /// Show the checks of one verdict, or of all.
    FilterChecks(Option<Verdict>),
}

/// What a view, and so a link, has no room for. Whoever asked for it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Full {
    /// Another overridden refusal.
    Forced,
    /// Another preferred figure.
    Picked,
    /// Another defined indicator.
    Asked,
    /// The end of a long need.
    Need,
    /// Whatever would make the address longer than a link may be.
    Link,
}

impl Full {
    /// How many there may be: things, characters of a need, or characters of an address.
    pub const fn most(self) -> usize {
        match self {
            Full::Forced | Full::Picked | Full::Asked => comparison::MOST,
            Full::Need => LONGEST_NEED,
            Full::Link => url::LONGEST,
        }
    }
}

/// Nobody describes a need at greater length, in characters.
const LONGEST_NEED: usize = 80;

/// A need as a view holds it, and whether that is all of it.
fn need(typed: &str) -> (String, bool) {
    let clean = plain::clean(typed);
    let need: String = clean.chars().take(LONGEST_NEED).collect();
    let is_all = need.len() == clean.len();
    (need, is_all)
}

impl ViewState {
    /// Carries out an action, and says what of it there was no room for: that is left out, for a link must carry every view.
    /// (How long the link gets, [`url::after`] sees to.)
    #[must_use = "a person has to be told"]
    pub fn apply(&mut self, action: Action) -> Option<Full> {
        let mut full = None;
        match action {
            Action::Go(page) => {
                self.page = page;
                (self.receipt, self.practice) = (None, None);
                self.kept.retain(|(key, _)| key != embed::OF);
            }
            Action::ChooseLocale(locale) => self.locale = Some(locale),
            Action::ChooseTheme(theme) => self.theme = Some(theme),
            Action::ChooseSize(size) => self.size = Some(size),
            Action::Toggle(dim, option) => self.selection.toggle(dim, option),
            Action::Only(dim, option) => self.selection.set(dim, [option].into()),
            Action::List(filters) => {
                for (dim, option) in filters {
                    self.selection.set(dim, [option].into());
                }
                (self.page, self.receipt, self.practice) = (Page::Table, None, None);
            }
            Action::Clear(dim) => self.selection.set(dim, Default::default()),
            Action::ClearAll => self.selection = Selection::default(),
            Action::Reset => {
                *self = ViewState {
                    page: self.page,
                    locale: self.locale,
                    theme: self.theme,
                    size: self.size,
                    kept: std::mem::take(&mut self.kept),
                    ..ViewState::default()
                }
            }
            Action::Open(figure) => self.receipt = Some(figure),
            Action::Close => self.receipt = None,
            Action::ChooseScale(scale) => self.scale = Some(scale),
            Action::Sort(column) => {
                self.table.sort = match self.table.sort {
                    Some((sorted, Direction::Ascending)) if sorted == column => Some((column, Direction::Descending)),
                    Some((sorted, Direction::Descending)) if sorted == column => None,
                    _ => Some((column, Direction::Ascending)),
                }
            }
            Action::ToggleColumn(column) => {
                let columns = &mut self.table.columns;
                match columns.iter().position(|shown| *shown == column) {
                    // A table keeps at least one column.
                    Some(at) if columns.len() > 1 => drop(columns.remove(at)),
                    Some(_) => {}
                    None => {
                        columns.push(column);
                        *columns = order::distinct(columns);
                    }
                }
            }
            Action::ShowMissing(missing) => self.table.missing = missing,
            Action::Compare(communities) => self.comparison.communities = order::distinct(&communities),
            Action::Highlight(community) => self.comparison.highlight = community,
            Action::Axes(mode) => self.comparison.axis = mode,
            Action::Per(per) => self.comparison.per = per,
            Action::Force(forced) => {
                full = (!toggle(&mut self.comparison.forced, forced)).then_some(Full::Forced);
            }
            Action::Pick(figure, others) => {
                let picked = &mut self.comparison.picked;
                picked.retain(|picked| !others.contains(picked) && *picked != figure);
                full = (!toggle(picked, figure)).then_some(Full::Picked);
            }
            Action::Plot(x, y) => self.comparison.pair = Some((x, y)),
            Action::Define(asked) => full = (!toggle(&mut self.comparison.asked, asked)).then_some(Full::Asked),
            Action::FindPractices(typed) => {
                let (need, is_all) = need(&typed);
                (self.need, self.practice) = (need, None);
                full = (!is_all).then_some(Full::Need);
            }
            Action::OpenPractice(practice) => self.practice = practice,
            Action::FilterChecks(verdict) => self.verdict = verdict,
        }
        full
    }
}

/// Puts something into a list, or takes it out; `false` where the list is full.
fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) -> bool {
    match list.iter().position(|other| *other == item) {
        Some(at) => drop(list.remove(at)),
        None if list.len() < comparison::MOST => list.push(item),
        None => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_goes_up_down_and_back_to_file_order() {
        let mut view = ViewState::default();
        for expected in [Some(Direction::Ascending), Some(Direction::Descending), None] {
            assert_eq!(view.apply(Action::Sort(TableColumn::Value)), None);
            assert_eq!(view.table.sort.map(|(_, direction)| direction), expected);
        }
    }

    #[test]
    fn sorting_by_another_column_starts_anew() {
        for presses in [1, 2] {
            let mut view = ViewState::default();
            for _ in 0..presses {
                assert_eq!(view.apply(Action::Sort(TableColumn::Value)), None);
            }
            assert_eq!(view.apply(Action::Sort(TableColumn::Community)), None);
            assert_eq!(view.table.sort, Some((TableColumn::Community, Direction::Ascending)));
        }
    }

    #[test]
    fn a_preferred_figure_takes_the_place_of_the_others_it_is_preferred_to() {
        let [one, other, third] = [0, 1, 2].map(ObservationId);
        let mut view = ViewState::default();
        for (figure, others, expected) in
            [(one, vec![other], vec![one]), (third, vec![], vec![one, third]), (other, vec![one], vec![third, other])]
        {
            assert_eq!(view.apply(Action::Pick(figure, others)), None);
            assert_eq!(view.comparison.picked, expected);
        }
    }

    #[test]
    fn the_last_column_stays() {
        let mut view = ViewState::default();
        for column in TableColumn::ALL.into_iter().chain(TableColumn::DEFAULT) {
            if view.table.columns.contains(&column) {
                assert_eq!(view.apply(Action::ToggleColumn(column)), None);
            }
        }
        assert_eq!(view.table.columns.len(), 1);
    }

    #[test]
    fn reset_keeps_language_theme_size_and_page() {
        let mut view = ViewState::default();
        let (locale, theme) = (Action::ChooseLocale(Locale::En), Action::ChooseTheme(Theme::Dark));
        let size = Action::ChooseSize(Size::Elder);
        for action in [locale, theme, size, Action::Go(Page::Table), Action::Toggle(DimId(0), 0), Action::Reset] {
            assert_eq!(view.apply(action), None);
        }
        assert!(view.selection.is_empty());
        assert_eq!((view.page, view.locale, view.theme), (Page::Table, Some(Locale::En), Some(Theme::Dark)));
        assert_eq!(view.size, Some(Size::Elder));
    }
}
