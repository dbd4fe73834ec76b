//! The digits inside a name. Owns: which characters are digits. May use: `std`. Deliberately absent: what they count.

/// The digits of a name, Arabic or Chinese.
pub fn digits_of(name: &str) -> Vec<f64> {
    let digit = |c: char| match c {
        '双' | '两' => Some(2),
        _ => c.to_digit(10).or_else(|| "〇一二三四五六七八九".chars().position(|han| han == c).map(|at| at as u32)),
    };
    name.chars().filter_map(digit).map(f64::from).collect()
}

#[cfg(test)]
mod tests {
    use super::digits_of;

    #[test]
    fn names_give_their_digits_in_order() {
        assert_eq!(digits_of("“1231”制度"), [1.0, 2.0, 3.0, 1.0]);
        assert_eq!(digits_of("三级六步"), [3.0, 6.0]);
        assert_eq!(digits_of("双学双做、两委"), [2.0, 2.0, 2.0]);
        assert!(digits_of("雷锋哨").is_empty());
    }
}
