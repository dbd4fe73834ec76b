//! Putting things in order. The sort of the standard library is compiled anew for every type, some 5 kB each; here it is
//! compiled once, for places in a list.

use std::cmp::Ordering;

/// The places of so many things in their order; equal things stay as they were.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Things in the order of something about them.
pub fn sorted_by_key<T: Clone, K: Ord>(things: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    let order = places(things.len(), &|a, b| key(&things[a]).cmp(&key(&things[b])));
    order.into_iter().map(|at| things[at].clone()).collect()
}

/// Each thing once, in order.
pub fn distinct<T: Clone + Ord>(things: &[T]) -> Vec<T> {
    let mut things = sorted_by_key(things, T::clone);
    things.dedup();
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_things_stay_as_they_were_and_each_is_kept_once() {
        assert_eq!(sorted_by_key(&["bb", "a", "cc", "d"], |word| word.len()), ["a", "d", "bb", "cc"]);
        assert_eq!(distinct(&[3, 1, 3, 2, 1]), [1, 2, 3]);
        assert!(distinct::<u8>(&[]).is_empty());
    }
}
