//! Components of the later half: what receipts, downloads, searching and every page but the overview are made of.
//!
//! May use: `components::near` and all it may use. Deliberately absent: the pages. Only the seam (`rest`) and far pages name them.

pub mod among;
pub mod codebook;
pub mod compare_matrix;
pub mod compare_picker;
pub mod compare_said;
pub mod compare_tools;
pub mod define;
pub mod download;
pub mod filter_menus;
pub mod find;
pub mod finder;
pub mod flows;
pub mod focus;
pub mod go_to;
pub mod guest;
pub mod own;
pub mod paper;
pub mod practices;
pub mod reading;
pub mod readout;
pub mod receipt;
pub mod rows;
pub mod share_menu;
pub mod systems;
pub mod walk;
