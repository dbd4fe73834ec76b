//! View models: what each part of the page says, in words, ready to be shown.
//!
//! Owns: the step from (package, view) to words and chart specs. May use: everything below it. Deliberately absent: HTML,
//! signals, the browser. A component binds what stands here and decides nothing.

pub mod about;
pub mod among;
pub mod atlas;
pub mod card;
pub mod cases;
pub mod charts;
pub mod checks;
pub mod community;
pub mod compare;
pub mod compare_cell;
mod compare_chart;
pub mod compare_rank;
mod compare_strip;
mod coverage;
pub mod derived;
pub mod embed;
pub mod facets;
pub mod figures;
mod finding;
pub mod flows;
pub mod key;
pub mod layout;
pub mod map;
pub mod marks;
mod over_time;
mod paper;
pub mod peers;
pub mod practices;
mod ranked;
pub mod receipt;
pub mod search;
pub mod sentence;
pub mod standing;
pub mod strip;
pub mod table;
mod timeline;

use crate::model::*;
use crate::query::{Coverage, Evidence, Found, Tables};
use crate::text::{Lexicon, Words};
use crate::wire::own::{self, OwnEntry, OwnFinding};
use std::sync::Arc;

/// A package made ready: its data, the tables its filters need, its traditional forms and pinyin.
#[derive(Debug)]
pub struct Package {
    /// The data.
    pub data: Dataset,
    /// The tables filters run on.
    pub tables: Tables,
    /// Traditional forms and pinyin of every character that occurs.
    pub lexicon: Arc<Lexicon>,
    /// Whether all words are there; else only what the overview shows in simplified Chinese.
    pub is_complete: bool,
}

impl Package {
    /// Makes a package ready.
    pub fn new(data: Dataset, lexicon: Lexicon) -> Package {
        let tables = Tables::new(&data);
        Package { data, tables, lexicon: Arc::new(lexicon), is_complete: true }
    }

    /// The same package with a community of one's own behind all others, and what of it could not be used.
    pub fn with_own(self: &Arc<Package>, entry: &OwnEntry) -> (Arc<Package>, Vec<OwnFinding>) {
        let (data, findings) = own::with_own(&self.data, entry, &|indicator| {
            self.tables.evidence(&self.data).figures_of_indicator(indicator).next()
        });
        if data.own.is_none() {
            return (self.clone(), findings);
        }
        let tables = Tables::new(&data);
        let package = Package { data, tables, lexicon: self.lexicon.clone(), is_complete: self.is_complete };
        (Arc::new(package), findings)
    }

    /// A package of which only the first part is there.
    pub fn first(data: Dataset) -> Package {
        Package { is_complete: false, ..Package::new(data, Lexicon::default()) }
    }
}

/// A package in one voice.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The tables filters run on.
    pub tables: &'a Tables,
    /// The voice.
    pub words: &'a Words,
}

impl<'a> Context<'a> {
    /// A package in one voice.
    pub fn new(package: &'a Package, words: &'a Words) -> Context<'a> {
        Context { data: &package.data, tables: &package.tables, words }
    }

    /// A community's quantities in one group.
    pub fn quantities(&self, community: CommunityId, group: CodeId) -> impl Iterator<Item = ObservationId> + 'a {
        self.tables.quantities(self.data, community, group)
    }

    /// What a community reports in one group, within what was found.
    pub fn coverage(&self, found: &Found, community: CommunityId, group: CodeId) -> Coverage {
        self.tables.coverage(self.data, found, community, group)
    }

    /// Systems, practices and checks by what they belong to.
    pub fn evidence(&self) -> &'a Evidence {
        self.tables.evidence(self.data)
    }

    /// A community's name.
    pub fn community(&self, id: CommunityId) -> String {
        self.words.text(&self.data.community(id).name)
    }

    /// A system's name.
    pub fn system(&self, id: SystemId) -> String {
        self.words.text(&self.data.system(id).name)
    }

    /// A word of an open vocabulary.
    pub fn code(&self, id: CodeId) -> String {
        self.words.text(&self.data.code(id).name)
    }
}
