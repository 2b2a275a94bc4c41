//! "Did you mean …": the known name that is nearest to one that is not known.

use crate::meeting::wrong::{Hint, Names};

/// What may be meant by a name that is not known: the nearest, or all of them where none is near.
pub(super) fn hint(wrong: &str, known: &[&str]) -> Hint {
    match nearest(wrong, known).as_slice() {
        [] if known.is_empty() => Hint::None,
        [] => Hint::Known { names: Names::of(known) },
        near => Hint::Near { names: Names::of(near) },
    }
}

/// One known name that is meant, probably, by one that is not known.
pub(crate) fn only_near<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    nearest(wrong, known).first().copied()
}

/// The known names with the fewest changes, where these are few for their length. What is only not written to its end is one
/// change away.
fn nearest<'a>(wrong: &str, known: &[&'a str]) -> Vec<&'a str> {
    let wrong = wrong.to_lowercase();
    let length = wrong.chars().count();
    let allowed = (length / 3).clamp(1, 4);
    let near: Vec<(usize, &str)> = known
        .iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        .map(|name| (if name.starts_with(&wrong) { 1 } else { changes(&wrong, name) }, *name))
        .filter(|(changes, _)| *changes <= allowed)
        .collect();
    let fewest = near.iter().map(|(changes, _)| *changes).min();
    near.into_iter()
        .filter(|(changes, _)| Some(*changes) == fewest)
        .map(|(_, name)| name)
        .collect()
}

/// How many characters must be put in, taken out, replaced or swapped with their neighbour to turn one name into the other.
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (row, letter) in from.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let replaced = last[column] + usize::from(letter != *other);
            let mut best = replaced.min(last[column + 1] + 1).min(current[column] + 1);
            if column > 0 && previous == Some(*other) && to[column - 1] == letter {
                best = best.min(before_last[column - 1] + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(letter);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::{changes, hint};

    fn told(wrong: &str, known: &[&str]) -> String {
        hint(wrong, known).to_string()
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        assert_eq!(told("titel", &["title", "time"]), "did you mean `title`?");
        assert_eq!(
            told("speaking_limit", &["speaking_limit_s", "polls"]),
            "did you mean `speaking_limit_s`?"
        );
    }

    #[test]
    fn names_that_are_equally_near_are_all_told() {
        assert_eq!(
            told("speaking_limit", &["speaking_limit_s", "speaking_limits", "polls"]),
            "did you mean `speaking_limit_s` or `speaking_limits`?"
        );
    }

    #[test]
    fn a_name_far_from_all_gets_the_whole_list() {
        assert_eq!(told("banana", &["title", "polls"]), "known here: `title`, `polls`");
    }

    #[test]
    fn swapped_neighbours_are_one_change() {
        assert_eq!(changes("tilte", "title"), 1);
        assert_eq!(changes("", "abc"), 3);
        assert_eq!(changes("abc", "abc"), 0);
    }
}
