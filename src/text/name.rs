//! Names short enough to stand beside a mark.

/// What a kind of place is called at the end of its name.
const KINDS: [&str; 7] = ["社区", "社區", "小区", "小區", "居民区", " Community", " Compound"];

/// A community's name without what kind of place it is, where something is left that tells it from others.
///
/// ```
/// use linpu::text::name::short;
/// assert_eq!(short("竹隐社区"), "竹隐");
/// assert_eq!(short("Zhuyin Community"), "Zhuyin");
/// assert_eq!(short("新社区"), "新社区");
/// ```
pub fn short(name: &str) -> &str {
    let rest = KINDS.iter().find_map(|kind| name.strip_suffix(kind));
    rest.filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(name)
}
