//! "Did you mean …?"
//!
//! Owns: the distance between two words. May use: `std`. Deliberately absent: wording.

/// The known word nearest to a mistyped one, `None` where none is near: a third of its letters may differ.
pub fn nearest<'w>(word: &str, known: &mut dyn Iterator<Item = &'w str>) -> Option<&'w str> {
    // Nobody mistypes a page of text, and comparing it takes long.
    if word.len() > 200 {
        return None;
    }
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let mut best = (letters.len() / 3).max(1) + 1;
    let mut found = None;
    for candidate in known {
        let distance = distance(&letters, candidate);
        if distance < best {
            (best, found) = (distance, Some(candidate));
        }
    }
    found
}

/// How many letters must be put in, taken out or changed.
fn distance(letters: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (down, letter) in other.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], down + 1);
        for (across, own) in letters.iter().enumerate() {
            let changed = diagonal + usize::from(*own != letter);
            diagonal = row[across + 1];
            row[across + 1] = changed.min(diagonal + 1).min(row[across] + 1);
        }
    }
    row[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_of_the_finger_and_nothing_far_off() {
        let near = |word| nearest(word, &mut ["people", "person_time", "m2"].into_iter());
        assert_eq!(near("peple"), Some("people"));
        assert_eq!(near("Person-Time"), Some("person_time"));
        assert_eq!(near("m3"), Some("m2"));
        assert_eq!(near("households"), None);
    }
}
