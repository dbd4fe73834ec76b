//! Arithmetic with numbers that are only bounded.
//!
//! 余, 多 and 超 mean [v, ∞); 近 and 不到 mean (0, v], because nothing that is counted here is negative; 约 is a number near v
//! with no width invented for it. A result that is bounded on neither side says nothing, and is refused.

use crate::model::Bound;

/// Everything a number may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Not less than this.
    pub low: f64,
    /// Not more than this; infinite where nothing bounds it.
    pub high: f64,
    /// Whether it rests on a number that is only near what was said (约).
    pub about: bool,
}

/// An operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// a + b
    Add,
    /// a - b
    Subtract,
    /// a × b
    Multiply,
    /// a ÷ b
    Divide,
}

impl Op {
    /// Every operation.
    pub const ALL: [Op; 4] = [Op::Add, Op::Subtract, Op::Multiply, Op::Divide];

    /// The operation on plain numbers. All four grow with `a`; the second and fourth fall with `b`.
    pub fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Op::Add => a + b,
            Op::Subtract => a - b,
            Op::Multiply => a * b,
            Op::Divide => a / b,
        }
    }

    const fn falls(self) -> bool {
        matches!(self, Op::Subtract | Op::Divide)
    }
}

impl Interval {
    /// One number.
    pub const fn exact(value: f64) -> Interval {
        Interval { low: value, high: value, about: false }
    }

    /// What a stated number may be.
    pub fn of(value: f64, bound: Bound) -> Interval {
        let exact = Interval::exact(value);
        match bound {
            Bound::Exact => exact,
            Bound::About => Interval { about: true, ..exact },
            Bound::AtLeast => Interval { high: f64::INFINITY, ..exact },
            Bound::Nearly | Bound::LessThan => Interval { low: 0.0, ..exact },
        }
    }

    /// The result of an operation; `None` where it is bounded on neither side, or a division could be by zero alone.
    pub fn combine(self, op: Op, other: Interval) -> Option<Interval> {
        let (nearest, farthest) = if op.falls() { (other.high, other.low) } else { (other.low, other.high) };
        // ∞ × 0 and 0 ÷ 0 are decided by the bounded side: the product of what is at least 0 is at least 0.
        let known = |result: f64, otherwise: f64| if result.is_nan() { otherwise } else { result };
        let low = known(op.of(self.low, nearest), 0.0);
        let high = known(op.of(self.high, farthest), f64::INFINITY);
        let floor = if op == Op::Subtract { f64::NEG_INFINITY } else { 0.0 };
        let says_nothing = low <= floor && high == f64::INFINITY;
        (!says_nothing && !low.is_infinite() | high.is_finite()).then_some(Interval {
            low,
            high,
            about: self.about || other.about,
        })
    }

    /// Multiplied by a plain positive number.
    pub fn scaled(self, by: f64) -> Interval {
        Interval { low: self.low * by, high: self.high * by, ..self }
    }

    /// The one number it is shown by, and how it is bounded. A result between two numbers is shown by its lower one.
    pub fn shown(self) -> (f64, Bound) {
        if self.low == self.high {
            (self.low, if self.about { Bound::About } else { Bound::Exact })
        } else if self.high.is_finite() && self.low <= 0.0 {
            (self.high, Bound::LessThan)
        } else {
            (self.low, Bound::AtLeast)
        }
    }

    /// Whether both may be the same number, told apart by no more than `grain`: half of the last digit that was stated.
    pub fn meets(self, other: Interval, grain: f64) -> bool {
        self.low <= other.high + grain && other.low <= self.high + grain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers a stated one may be, its ends and far away included.
    fn samples(value: f64, bound: Bound) -> Vec<f64> {
        let fractions = [1e-9, 1e-3, 0.1, 0.5, 0.9, 0.999];
        match bound {
            Bound::Exact | Bound::About => vec![value],
            Bound::AtLeast => [1.0, 1.001, 1.5, 10.0, 1e3, 1e9].map(|factor| value * factor).to_vec(),
            Bound::Nearly | Bound::LessThan => fractions.map(|part| value * part).into_iter().chain([value]).collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12_000))]
        #[test]
        fn agrees_with_trying_every_number(
            a in 1u32..100_000, b in 1u32..100_000, bounds in (0usize..5, 0usize..5), op in 0usize..4,
        ) {
            let (a, b, op) = (f64::from(a), f64::from(b), Op::ALL[op]);
            let bounds = (Bound::ALL[bounds.0], Bound::ALL[bounds.1]);
            let result = Interval::of(a, bounds.0).combine(op, Interval::of(b, bounds.1));
            let tried: Vec<f64> = samples(a, bounds.0)
                .into_iter()
                .flat_map(|x| samples(b, bounds.1).into_iter().map(move |y| op.of(x, y)))
                .collect();
            let least = tried.iter().copied().fold(f64::INFINITY, f64::min);
            let most = tried.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            // What is bounded stays near what the two numbers themselves give; trying far numbers shows which side runs away.
            let near = if matches!(op, Op::Add | Op::Subtract) { a + b } else { op.of(a, b) };
            let runs_up = most > near * 1e3;
            let runs_down = match op {
                Op::Subtract => least < -near * 1e3,
                Op::Add => least < a.min(b) * 1e-3,
                _ => least < near * 1e-3,
            };
            match result {
                None => prop_assert!(runs_up && runs_down, "refused {a} {:?} {b} {:?} {op:?}", bounds.0, bounds.1),
                Some(result) => {
                    prop_assert!(!(runs_up && runs_down), "kept {a} {:?} {b} {:?} {op:?}", bounds.0, bounds.1);
                    for number in &tried {
                        let slack = 1e-9 * number.abs().max(1.0);
                        prop_assert!(*number >= result.low - slack && *number <= result.high + slack);
                    }
                    prop_assert_eq!(result.high.is_infinite(), runs_up);
                    if !runs_up { prop_assert!((result.high - most).abs() <= 1e-6 * near.max(most.abs())); }
                    if !runs_down { prop_assert!((result.low - least).abs() <= 1e-6 * near.max(least.abs())); }
                    let about = [bounds.0, bounds.1].contains(&Bound::About);
                    prop_assert_eq!(result.about, about);
                }
            }
        }
    }

    #[test]
    fn at_least_over_at_least_is_refused_and_one_side_is_kept() {
        let (at_least, exact, less) = (Bound::AtLeast, Bound::Exact, Bound::LessThan);
        let ratio = |a, b| Interval::of(100.0, a).combine(Op::Divide, Interval::of(50.0, b)).map(Interval::shown);
        assert_eq!(ratio(at_least, at_least), None);
        assert_eq!(ratio(less, less), None);
        assert_eq!(ratio(at_least, exact), Some((2.0, Bound::AtLeast)));
        assert_eq!(ratio(exact, at_least), Some((2.0, Bound::LessThan)));
        assert_eq!(ratio(at_least, less), Some((2.0, Bound::AtLeast)));
        assert_eq!(ratio(Bound::About, exact), Some((2.0, Bound::About)));
    }

    #[test]
    fn the_four_operations_are_those() {
        let of = |a, b| Op::ALL.map(|op| op.of(a, b));
        assert_eq!(of(12.0, 4.0), [16.0, 8.0, 48.0, 3.0]);
        assert_eq!(Interval::exact(3.0).scaled(4.0), Interval::exact(12.0));
        let open = Interval { low: 3.0, high: f64::INFINITY, about: true };
        assert_eq!(open.scaled(2.0), Interval { low: 6.0, ..open });
    }

    #[test]
    fn what_is_between_two_numbers_is_shown_by_one_and_bounded() {
        let shown = |low, high| Interval { low, high, about: false }.shown();
        assert_eq!(shown(2.0, 2.0), (2.0, Bound::Exact));
        assert_eq!(shown(2.0, 5.0), (2.0, Bound::AtLeast));
        assert_eq!(shown(0.0, 5.0), (5.0, Bound::LessThan));
        assert_eq!(shown(-3.0, 5.0), (5.0, Bound::LessThan));
        assert_eq!(shown(0.0, f64::INFINITY), (0.0, Bound::AtLeast));
        assert_eq!(shown(7.0, f64::INFINITY), (7.0, Bound::AtLeast));
        assert_eq!(Interval::of(7.0, Bound::About).shown(), (7.0, Bound::About));
    }

    #[test]
    fn two_numbers_meet_where_one_could_be_the_other() {
        let between = |low, high| Interval { low, high, about: false };
        let check = |a: Interval, b: Interval, grain: f64, expected: bool| {
            assert_eq!(a.meets(b, grain), expected, "{a:?} {b:?} {grain}");
            assert_eq!(b.meets(a, grain), expected, "{b:?} {a:?} {grain}");
        };
        check(between(1.0, 2.0), between(2.0, 3.0), 0.0, true);
        check(between(1.0, 2.0), between(2.5, 3.0), 0.0, false);
        check(between(1.0, 2.0), between(2.5, 3.0), 0.5, true);
        check(between(1.0, 2.0), between(2.5, 3.0), 0.4, false);
        check(between(1.0, 9.0), between(4.0, 5.0), 0.0, true);
        check(Interval::of(10.0, Bound::AtLeast), Interval::exact(9.0), 0.5, false);
        check(Interval::of(10.0, Bound::AtLeast), Interval::exact(99.0), 0.0, true);
        check(Interval::of(10.0, Bound::LessThan), Interval::exact(0.0), 0.0, true);
    }
}
