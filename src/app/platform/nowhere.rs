//! No browser: on the build machine the first paint is written and nothing else happens.

#![allow(dead_code, reason = "the first paint is not connected to anything")]

use super::{Arrival, Arrived, Fault, Handed, Step};
use crate::app::element::Event;

pub fn fragment() -> String {
    String::new()
}
pub fn set_fragment(_: &str, _: Step) -> bool {
    false
}
pub fn back() {}
pub fn on_fragment_change(_: impl Fn() + 'static) {}
pub fn on_resize(_: impl Fn() + 'static) {}
pub fn on_key(_: impl Fn(&dyn Event) + 'static) {}
pub fn on_go_to(_: &'static str) {}
pub fn keep_in_view(_: &'static str, _: String) {}
pub fn on_print(_: &'static str, _: impl Fn(Option<String>) + 'static) {}
pub fn in_sight(_: &str) -> Vec<(String, bool)> {
    Vec::new()
}
pub fn let_go(_: &str) {}
pub fn is_out_of_mind(_: &str) -> bool {
    false
}
pub fn before_frame(_: impl FnOnce() + 'static) {}
pub fn after_frame(_: impl FnOnce() + 'static) {}
pub fn when_idle(_: impl FnOnce() + 'static) {}
pub fn leave_out(_: &mut dyn Iterator<Item = &String>, _: bool) {}
pub fn wants_a_place() -> bool {
    false
}
pub fn address() -> String {
    String::new()
}
pub fn times() -> f64 {
    1.0
}
pub fn viewport_width() -> Option<f64> {
    None
}
pub fn remembered(_: &str) -> Option<String> {
    None
}
pub fn remember(_: &str, _: &str) -> bool {
    true
}
pub fn set_document(_: &str, _: &str, _: &str) {}
pub fn download(_: &str, _: &str, _: &[u8]) -> Result<(), Fault> {
    Ok(())
}
pub fn download_package(_: &str, _: impl Fn(Result<(), Fault>) + 'static) {}
pub fn today() -> String {
    String::new()
}
pub fn download_png(_: &str, _: &str, _: (f64, f64), _: impl Fn(Result<(), Fault>) + 'static) {}
pub fn copy(_: &str, _: &str, _: impl Fn(bool) + 'static) {}
pub fn can_share() -> bool {
    false
}
pub fn share(_: &str, _: impl FnOnce() + 'static) {}
pub fn want_rest() {}
pub fn on_return(_: impl Fn() + 'static) {}
pub fn tell_of_panics() {}
/// Nothing is loaded here: all of it is there.
pub fn arrived() -> Arrived {
    Arrived(())
}
pub fn focus(_: &str) {}
pub fn focus_later(_: &str) {}
pub fn take_over_scrolling(_: &'static [&'static str]) {}
pub fn arrived_at() -> Arrival {
    Arrival::New
}
pub fn want_top() {}
pub fn want_element(_: String) {}
pub fn settle() {}
pub fn on_stored(_: &'static str, _: impl Fn(Option<String>) + 'static) {}
pub fn in_a_moment(_: impl FnOnce() + 'static) {}
pub fn is_typing_in(_: &str) -> bool {
    false
}
pub fn tag() -> String {
    String::new()
}
pub fn seeks() -> bool {
    false
}
pub fn remember_focus() {}
pub fn restore_focus(_: &'static str) {}
pub fn focus_heading(_: &'static str) {}
pub fn parts(_: &str) -> Vec<String> {
    Vec::new()
}
pub fn go_to_part(_: &str, _: usize) {}
pub fn shut(_: &'static str, _: bool) {}
pub fn reveal(_: String) {}
pub fn enlarge(_: &str, _: f64, _: fn(&str, f64) -> String) {}
pub fn focused_row(_: &str) -> Option<usize> {
    None
}
pub fn meet_darkness() {}
pub fn keep_focus_seen() {}
pub fn can_speak() -> bool {
    false
}
pub fn speak(_: &[(String, String)]) {}
pub fn keep_focus_inside(_: &str, _: &dyn Event) {}
pub fn point_in(_: &dyn Event, _: &str) -> Option<(f64, f64)> {
    None
}
pub fn surroundings(_: &str) -> Option<(f64, f64, f64)> {
    None
}
pub fn scroll_position(_: &str) -> Option<(f64, f64)> {
    None
}
pub fn row_height(_: &str) -> Option<f64> {
    None
}
pub fn is_framed() -> bool {
    false
}
pub fn mark_root(_: &[(&str, bool)]) {}
pub fn set_property(_: &str, _: Option<&str>) {}
pub fn on_height(_: &str, _: &'static str, _: impl Fn(f64, f64) + 'static) {}
pub fn say_height(_: u32) {}
pub fn on_told(_: impl Fn(String, f64) + 'static) {}
pub struct Listening;
pub fn on_height_of(_: &'static str, _: impl Fn(f64) + 'static) -> Listening {
    Listening
}
pub fn be_a_guest() {}
pub fn on_handed(_: impl Fn(String, Handed) + 'static) {}
pub fn query() -> String {
    String::new()
}
pub fn open_window(_: &str) -> bool {
    true
}
