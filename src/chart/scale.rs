//! Round numbers for axes.
//!
//! Owns: the choice of ticks. May use: `std`. Deliberately absent: their wording.

/// Ticks 0, step, 2·step … with a step of 1, 2 or 5 times a power of ten; the last one is the first not below `max`, and
/// there are about `target_count` steps.
///
/// ```
/// use linpu::chart::scale::nice_ticks;
/// assert_eq!(nice_ticks(4195.0, 5), [0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0]);
/// assert_eq!(nice_ticks(0.3, 3), [0.0, 0.1, 0.2, 0.3]);
/// ```
pub fn nice_ticks(max: f64, target_count: usize) -> Vec<f64> {
    if !(max.is_finite() && max > 0.0) {
        return vec![0.0, 1.0];
    }
    let rough = max / target_count.max(1) as f64;
    // The power of ten is kept as a whole number above or below the line, so that ticks are the nearest floats: 0.3, not
    // 0.30000000000000004.
    let (mut above, mut below) = (1.0, 1.0);
    while above * 10.0 <= rough {
        above *= 10.0;
    }
    while above / below > rough {
        below *= 10.0;
    }
    let unit = above / below;
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * unit >= rough * 0.999_999).unwrap_or(10.0);
    let count = (max / (factor * unit) - 1e-9).ceil().max(1.0) as usize;
    (0..=count).map(|at| at as f64 * factor * above / below).collect()
}

/// 1, 2 and 5 times powers of ten, from the last not above `min` to the first not below `max`; none where there is no number
/// over zero.
///
/// ```
/// use linpu::chart::scale::log_ticks;
/// assert_eq!(log_ticks(96.0, 1_333.0), [50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0]);
/// assert_eq!(log_ticks(0.05, 0.05), [0.05]);
/// ```
pub fn log_ticks(min: f64, max: f64) -> Vec<f64> {
    if !(min > 0.0 && max >= min && max.is_finite()) {
        return Vec::new();
    }
    // The power of ten as whole numbers above and below the line, as above.
    let (mut above, mut below) = (1.0, 1.0);
    while above * 10.0 <= min {
        above *= 10.0;
    }
    while above / below > min {
        below *= 10.0;
    }
    let mut ticks: Vec<f64> = Vec::new();
    loop {
        for factor in [1.0, 2.0, 5.0] {
            let tick = factor * above / below;
            if tick <= min {
                ticks.clear();
            }
            ticks.push(tick);
            if tick >= max {
                return ticks;
            }
        }
        if below > 1.0 { below /= 10.0 } else { above *= 10.0 }
    }
}

/// Whole years from `start` to `end` in steps of 1, 2, 5, 10, 20 … years, at most `target_count` of them.
///
/// ```
/// use linpu::chart::scale::year_ticks;
/// assert_eq!(year_ticks(2018.5, 2022.2, 6), [2019.0, 2020.0, 2021.0, 2022.0]);
/// assert_eq!(year_ticks(2000.0, 2022.0, 6), [2000.0, 2005.0, 2010.0, 2015.0, 2020.0]);
/// ```
pub fn year_ticks(start: f64, end: f64, target_count: usize) -> Vec<f64> {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(12) {
        if ((end / step).floor() - (start / step).ceil()) < target_count.max(1) as f64 {
            break;
        }
        step *= factor;
    }
    let (first, last) = ((start / step).ceil() as i64, (end / step).floor() as i64);
    (first..=last).take(64).map(|at| at as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_reach_the_greatest_value_and_stay_round() {
        for max in [0.07, 0.28, 1.0, 3.0, 5.0, 95.3, 115.0, 858.0, 26_000.0, 1e6, 123_456_789.0] {
            let ticks = nice_ticks(max, 4);
            assert_eq!(ticks[0], 0.0);
            assert!(ticks.last().is_some_and(|last| *last >= max), "{max}: {ticks:?}");
            assert!((3..=7).contains(&ticks.len()), "{max}: {ticks:?}");
        }
    }

    #[test]
    fn ticks_of_a_logarithmic_axis_enclose_what_it_shows() {
        for (min, max) in [(0.045, 23.6), (1.0, 1.0), (3.0, 4.0), (96.0, 28_058.0), (1e-9, 1e12), (5.0, 5.0)] {
            let ticks = log_ticks(min, max);
            assert!(ticks[0] <= min && ticks.last().is_some_and(|last| *last >= max), "{min} {max} {ticks:?}");
            assert!(ticks.windows(2).all(|pair| pair[1] / pair[0] > 1.9 && pair[1] / pair[0] < 2.6), "{ticks:?}");
            assert!(ticks.get(1).is_none_or(|second| *second > min), "{ticks:?}");
        }
        for (min, max) in [(0.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
            assert!(log_ticks(min, max).is_empty());
        }
    }

    #[test]
    fn nothing_to_show_still_has_an_axis() {
        for max in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(nice_ticks(max, 4), [0.0, 1.0]);
        }
    }

    #[test]
    fn years_are_whole_and_not_too_many() {
        assert_eq!(year_ticks(2019.2, 2019.8, 4), Vec::<f64>::new());
        assert!(year_ticks(1900.0, 2022.0, 5).len() <= 5);
    }
}
