//! A map of tiles: the units of the first level, each a tile at about its place, as a filter with counts.
//!
//! Positions only: no tile says how large a unit is or where it ends.

use super::Context;
use crate::query::{Choice, DimId, Found, Selection};
use crate::text::Msg;

/// The tiles row by row, each the first two digits of its unit after GB/T 2260; a dot where there is none.
const ROWS: [[&str; COLUMNS]; 8] = [
    [".", ".", ".", ".", ".", ".", "23"],
    [".", ".", ".", ".", "15", "11", "22"],
    ["65", "62", "64", "14", "13", "12", "21"],
    [".", "63", "61", "41", "37", ".", "."],
    ["54", "51", "50", "42", "34", "32", "31"],
    [".", "53", "52", "43", "36", "33", "."],
    [".", ".", "45", "44", "35", ".", "71"],
    [".", ".", "46", "82", "81", ".", "."],
];

/// How many tiles a row has room for.
const COLUMNS: usize = 7;

/// How many communities make a tile darker.
const STEPS: [(u32, &str); 4] = [(1, "1"), (2, "2–3"), (4, "4–6"), (7, "7+")];

/// One tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its column, from the left, the first is 1.
    pub column: usize,
    /// Its row, from the top, the first is 1.
    pub row: usize,
    /// Its name as short as it gets: two characters or two letters.
    pub short: String,
    /// Name and count.
    pub spoken: String,
    /// How many communities choosing it gives.
    pub count: u32,
    /// How dark it is, from 0, for none, to 4.
    pub step: usize,
    /// What choosing it chooses; `None` where the package has nothing there.
    pub option: Option<u16>,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Tile {
    /// Whether there is anything to choose, or to take back.
    pub fn is_open(&self) -> bool {
        self.option.is_some() && (self.count > 0 || self.chosen)
    }
}

/// The map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileMap {
    /// How many units have communities.
    pub title: String,
    /// What it filters by.
    pub dim: DimId,
    /// Its tiles, row by row.
    pub tiles: Vec<Tile>,
    /// The steps that occur, with their counts.
    pub steps: Vec<(usize, &'static str)>,
}

/// How dark a tile is that stands for so many.
pub(super) fn step(count: u32) -> usize {
    STEPS.iter().filter(|(from, _)| count >= *from).count()
}

impl Context<'_> {
    /// The map; `None` where no place of the package has a tile.
    pub fn tile_map(&self, found: &Found, selection: &Selection) -> Option<TileMap> {
        let dim = self.tables.dim("province")?;
        let (counts, chosen) = (found.counts(dim), selection.of(dim));
        let options: Vec<&str> = self.tables.options(dim).iter().map(|choice| self.first_digits(*choice)).collect();
        let names = self.words.msg(Msg::MapUnits);
        let mut tiles = Vec::new();
        for (row, codes) in ROWS.iter().enumerate() {
            for (column, code) in codes.iter().enumerate() {
                let Some(name) = names.split('|').find_map(|name| name.strip_prefix(code)) else { continue };
                let option = options.iter().position(|digits| digits == code).map(|at| at as u16);
                let count = option.and_then(|option| counts.get(usize::from(option))).copied().unwrap_or(0);
                let (short, name) = self.short_and_whole(name);
                let spoken = self.words.fill(Msg::MapTile, &[name, &count.to_string()]);
                let chosen = option.is_some_and(|option| chosen.contains(&option));
                tiles.push(Tile {
                    column: column + 1,
                    row: row + 1,
                    short,
                    spoken,
                    count,
                    step: step(count),
                    option,
                    chosen,
                });
            }
        }
        tiles.iter().any(|tile| tile.option.is_some()).then(|| {
            let with = tiles.iter().filter(|tile| tile.count > 0).count();
            let most = tiles.iter().map(|tile| tile.step).max().unwrap_or(0);
            TileMap {
                title: self.words.counted(with, Msg::Map),
                dim,
                steps: STEPS.iter().enumerate().take(most).map(|(at, (_, label))| (at + 1, *label)).collect(),
                tiles,
            }
        })
    }

    fn first_digits(&self, choice: Choice) -> &str {
        match choice {
            Choice::Place(id) => {
                self.data.place(id).gb2260.as_deref().and_then(|code| code.get(..2)).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// `BJ Beijing` is two letters and a name; in Chinese the first two characters are the short name.
    fn short_and_whole<'n>(&self, name: &'n str) -> (String, &'n str) {
        match name.split_once(' ') {
            Some((short, whole)) if !self.words.locale.is_chinese() => (short.to_string(), whole),
            _ => (name.chars().take(2).collect(), name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_one_tile_and_a_name_in_both_languages() {
        let mut codes: Vec<&str> = ROWS.iter().flatten().copied().filter(|code| *code != ".").collect();
        codes.sort_unstable();
        for names in [Msg::MapUnits.zh(), Msg::MapUnits.en()] {
            let mut named: Vec<&str> = names.split('|').map(|name| &name[..2]).collect();
            named.sort_unstable();
            assert_eq!(named, codes);
        }
        codes.dedup();
        assert_eq!(codes.len(), 34);
    }

    #[test]
    fn more_communities_are_darker() {
        let steps: Vec<usize> = [0, 1, 2, 3, 4, 6, 7, 600].into_iter().map(step).collect();
        assert_eq!(steps, [0, 1, 2, 2, 3, 3, 4, 4]);
    }
}
