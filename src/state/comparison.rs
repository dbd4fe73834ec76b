//! What a person compares, and how; and the form it takes in the address.
//!
//! Owns: [`Comparison`] and its keys: `c` communities, `h` the one that stands out, `axis`, `per`, `force` the refusals
//! overridden, `pick` the figures preferred, `xy` the indicators drawn against each other, `d` the indicators defined.

use crate::measure::{Asked, Forced, Per, Preferences, Ratio};
use crate::model::order;
use crate::model::{CodeList, CommunityId, Dataset, IndicatorId, ObservationId};

/// How many overridden refusals, preferred figures or defined indicators a view has at most; a link carries them all.
pub(super) const MOST: usize = 12;

/// How the axes of several communities go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisMode {
    /// Everybody at their value on one axis, a row for each definition.
    #[default]
    Strip,
    /// A panel each, equal lengths mean equal numbers.
    Shared,
    /// A panel each, every axis as long as its own figure needs.
    Free,
    /// Everybody on one axis, where that is honest.
    One,
}

impl AxisMode {
    /// Every way, in the order of the switch.
    pub const ALL: [AxisMode; 4] = [AxisMode::Strip, AxisMode::Shared, AxisMode::Free, AxisMode::One];
}

/// What a person compares, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The communities compared, in file order; all of them where empty.
    pub communities: Vec<CommunityId>,
    /// The community that stands out in every chart.
    pub highlight: Option<CommunityId>,
    /// How axes go together.
    pub axis: AxisMode,
    /// What figures are shown per.
    pub per: Per,
    /// The refusals overridden.
    pub forced: Vec<Forced>,
    /// The figures preferred to others that say the same differently, or to other bases.
    pub picked: Vec<ObservationId>,
    /// The indicators drawn against each other: to the right, upwards.
    pub pair: Option<(IndicatorId, IndicatorId)>,
    /// Indicators defined on the page.
    pub asked: Vec<Asked>,
}

impl Comparison {
    /// How figures are chosen and refusals overridden.
    pub fn choices(&self) -> Preferences<'_> {
        Preferences { picked: &self.picked, forced: &self.forced }
    }
}

/// The keys of a comparison with their words; those that say nothing new are left out.
pub(super) fn encode(it: &Comparison, data: &Dataset, put: &mut dyn FnMut(&'static str, String)) {
    let indicator = |id: IndicatorId| data.indicator(id).key.as_str();
    let pair = |x: IndicatorId, y: IndicatorId| [indicator(x), ".", indicator(y)].concat();
    let forced = |forced: &Forced| match forced {
        Forced::Group(group) => data.code(*group).code.clone(),
        Forced::Ratio(ratio) => pair(ratio.numerator, ratio.denominator),
    };
    let asked =
        |asked: &Asked| [&pair(asked.ratio.numerator, asked.ratio.denominator), ".", &asked.scale.to_string()].concat();
    let mut put_list = |key, words: &mut dyn Iterator<Item = String>| {
        let words: Vec<String> = words.collect();
        if !words.is_empty() {
            put(key, super::url::listed(&words));
        }
    };
    put_list("c", &mut it.communities.iter().map(|id| data.community(*id).key.clone()));
    put_list("h", &mut it.highlight.iter().map(|id| data.community(*id).key.clone()));
    put_list("force", &mut it.forced.iter().map(forced));
    put_list("pick", &mut it.picked.iter().map(|id| data.observation(*id).key.clone()));
    put_list("xy", &mut it.pair.iter().map(|(x, y)| pair(*x, *y)));
    put_list("d", &mut it.asked.iter().map(asked));
    let axis = match it.axis {
        AxisMode::Strip => None,
        AxisMode::Shared => Some("shared"),
        AxisMode::Free => Some("free"),
        AxisMode::One => Some("one"),
    };
    let per = match it.per {
        Per::Count => None,
        Per::Thousand => Some("thousand"),
        Per::Household => Some("household"),
    };
    put_list("axis", &mut axis.map(String::from).into_iter());
    put_list("per", &mut per.map(String::from).into_iter());
}

/// Reads one key; `None` where it is none of a comparison's, else whether all of it was understood.
pub(super) fn decode(it: &mut Comparison, data: &Dataset, key: &str, value: &str) -> Option<bool> {
    let words = || value.split(',');
    let count = words().count();
    Some(match key {
        "c" => {
            let known: Vec<CommunityId> = words().filter_map(|word| data.community_by_key(word)).collect();
            it.communities = order::distinct(&known);
            known.len() == count
        }
        "h" => {
            it.highlight = data.community_by_key(value);
            it.highlight.is_some()
        }
        "force" => {
            it.forced = each(words(), |word| forced(data, word));
            it.forced.len() == count
        }
        "pick" => {
            it.picked = each(words(), |word| data.observation_by_key(word));
            it.picked.len() == count
        }
        "xy" => {
            it.pair = ratio(data, value).map(|ratio| (ratio.numerator, ratio.denominator));
            it.pair.is_some()
        }
        "d" => {
            it.asked = each(words(), |word| asked(data, word));
            it.asked.len() == count
        }
        "axis" => {
            it.axis = match value {
                "shared" => AxisMode::Shared,
                "free" => AxisMode::Free,
                "one" => AxisMode::One,
                _ => AxisMode::Strip,
            };
            matches!(value, "strip" | "shared" | "free" | "one")
        }
        "per" => {
            it.per = match value {
                "thousand" => Per::Thousand,
                "household" => Per::Household,
                _ => Per::Count,
            };
            matches!(value, "count" | "thousand" | "household")
        }
        _ => return None,
    })
}

/// What is understood of a list, each once, as many as a link may carry.
fn each<'w, T: PartialEq>(words: impl Iterator<Item = &'w str>, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut all = Vec::new();
    for item in words.filter_map(read) {
        if all.len() < MOST && !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

fn ratio(data: &Dataset, word: &str) -> Option<Ratio> {
    let (numerator, denominator) = word.split_once('.')?;
    Some(Ratio { numerator: data.indicator_by_key(numerator)?, denominator: data.indicator_by_key(denominator)? })
}

fn forced(data: &Dataset, word: &str) -> Option<Forced> {
    match word.contains('.') {
        true => ratio(data, word).map(Forced::Ratio),
        false => data.code_by_key(CodeList::IndicatorGroup, word).map(Forced::Group),
    }
}

fn asked(data: &Dataset, word: &str) -> Option<Asked> {
    let (ratio_word, scale) = word.rsplit_once('.')?;
    let scale = Asked::SCALES.into_iter().find(|known| known.to_string() == scale)?;
    Some(Asked { ratio: ratio(data, ratio_word)?, scale })
}
