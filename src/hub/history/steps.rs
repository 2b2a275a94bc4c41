//! Edits of the notes as steps of a history: what one author wrote within some seconds is one step, and where there are more
//! steps than anybody looks through, older ones are joined to longer ones. A step is named by the position of its last edit.
//!
//! A step at whose end the notes were given a name is joined to nothing that came after as long as the name stands; there are fewer
//! names than steps, so that joining always makes few enough.

use crate::room::ids::{Millis, Seq, VersionId};
use crate::room::limits::VERSIONS_MAX;

/// Steps that a history has at most; a slider of a thousand pixels shows no more.
pub const STEPS_MAX: usize = 500;
const _: () = assert!(VERSIONS_MAX < STEPS_MAX, "steps that are named can all be told");
/// A pause of an author that ends a step, milliseconds.
const PAUSE_MS: i64 = 5_000;
/// The longest that a step lasts, milliseconds.
const LENGTH_MS: i64 = 30_000;
/// The length up to which steps of whomever are joined at first where they are too many; doubled until they are few enough.
const JOINED_MS: i64 = 5_000;

/// Some edits one after the other. `A` names an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<A> {
    /// The position of the last edit.
    pub seq: Seq,
    /// When the first edit was made.
    pub began_at: Millis,
    /// When the last one was made.
    pub at: Millis,
    /// Who made them, in order of appearance; several only where steps were joined for their number.
    pub by: Vec<A>,
    /// The names that the notes were given at its end and still have: while there is one, nothing is joined to it, or that state
    /// would be in no step.
    names: Vec<VersionId>,
}

/// Steps that are gathered edit by edit, in bounded room.
#[derive(Debug, Clone)]
pub struct Steps<A> {
    joined_ms: i64,
    steps: Vec<Step<A>>,
}

impl<A: PartialEq> Steps<A> {
    /// Without an edit.
    pub fn new() -> Self {
        Self {
            joined_ms: JOINED_MS,
            steps: Vec::new(),
        }
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Adds an edit behind all others. Without an author its step tells when alone.
    pub fn add(&mut self, seq: Seq, at: Millis, author: Option<A>) {
        let step = Step {
            seq,
            began_at: at,
            at,
            by: author.into_iter().collect(),
            names: Vec::new(),
        };
        match self.steps.last_mut() {
            Some(last)
                if last.names.is_empty()
                    && last.by == step.by
                    && last.pause_before(&step) <= PAUSE_MS
                    && last.length_with(&step) <= LENGTH_MS =>
            {
                last.join(step)
            }
            _ => self.steps.push(step),
        }
        if self.steps.len() > 2 * STEPS_MAX {
            self.reduce();
        }
    }

    /// The notes as they are now were given a name.
    pub fn name(&mut self, version: VersionId) {
        if let Some(last) = self.steps.last_mut() {
            last.names.push(version);
        }
    }

    /// A name was taken away.
    pub fn unname(&mut self, version: VersionId) {
        if let Some(named) = self.steps.iter_mut().rev().find(|step| step.names.contains(&version)) {
            named.names.retain(|name| *name != version);
        }
    }

    /// All steps, at most [`STEPS_MAX`].
    pub fn finish(mut self) -> Vec<Step<A>> {
        if self.steps.len() > STEPS_MAX {
            self.reduce();
        }
        self.steps
    }

    /// Ends at the latest with steps of any length, when only those with a name are left apart.
    fn reduce(&mut self) {
        self.join_neighbours();
        while self.steps.len() > STEPS_MAX && self.joined_ms < i64::MAX {
            self.joined_ms = self.joined_ms.saturating_mul(2);
            self.join_neighbours();
        }
    }

    fn join_neighbours(&mut self) {
        let mut wide: Vec<Step<A>> = Vec::with_capacity(self.steps.len());
        for step in self.steps.drain(..) {
            match wide.last_mut() {
                Some(last) if last.names.is_empty() && last.length_with(&step) <= self.joined_ms => last.join(step),
                _ => wide.push(step),
            }
        }
        self.steps = wide;
    }
}

impl<A: PartialEq> Step<A> {
    /// Milliseconds between its end and the beginning of the `next`; less than none where the clock was put back.
    fn pause_before(&self, next: &Self) -> i64 {
        next.began_at.0.saturating_sub(self.at.0)
    }

    /// Milliseconds that both last together.
    fn length_with(&self, next: &Self) -> i64 {
        next.at.0.saturating_sub(self.began_at.0)
    }

    fn join(&mut self, next: Self) {
        self.seq = next.seq;
        self.at = next.at;
        self.names = next.names;
        for author in next.by {
            if !self.by.contains(&author) {
                self.by.push(author);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(edits: &[(i64, &'static str)]) -> Vec<(u64, Vec<&'static str>)> {
        let mut steps = Steps::new();
        for (seq, (at, author)) in edits.iter().enumerate() {
            steps.add(Seq(seq as u64 + 1), Millis(*at), Some(*author));
        }
        steps.finish().into_iter().map(|step| (step.seq.0, step.by)).collect()
    }

    #[test]
    fn what_one_author_writes_within_seconds_is_one_step() {
        let edits = [(0, "a"), (100, "a"), (4_000, "a"), (4_100, "b"), (4_200, "a"), (20_000, "a")];
        assert_eq!(
            steps(&edits),
            [(3, vec!["a"]), (4, vec!["b"]), (5, vec!["a"]), (6, vec!["a"])]
        );
    }

    #[test]
    fn a_state_that_was_given_a_name_ends_a_step_however_many_there_are() {
        let mut steps = Steps::new();
        for number in 0..20_000 {
            steps.add(Seq(number + 1), Millis(number.cast_signed() * 100), Some("a"));
            if number % 1_000 == 499 {
                steps.name(VersionId(u32::try_from(number).unwrap()));
            }
        }
        let ends: Vec<u64> = steps.finish().into_iter().map(|step| step.seq.0).collect();
        assert!((500..20_000).step_by(1_000).all(|named| ends.contains(&named)), "{ends:?}");
    }

    #[test]
    fn names_that_were_taken_away_again_keep_no_steps_apart() {
        let mut steps = Steps::new();
        for number in 0..1_200 {
            steps.add(Seq(u64::from(number) + 1), Millis(i64::from(number) * 60_000), Some("a"));
            steps.name(VersionId(number));
            if number >= 100 {
                steps.unname(VersionId(number - 100));
            }
        }
        let ends: Vec<u64> = steps.finish().into_iter().map(|step| step.seq.0).collect();
        assert!(ends.len() <= STEPS_MAX, "{}", ends.len());
        assert!(
            (1_101..=1_200).all(|named| ends.contains(&named)),
            "those that stand do: {ends:?}"
        );
    }

    #[test]
    fn who_never_pauses_makes_more_than_one_step() {
        let edits: Vec<(i64, &str)> = (0..100).map(|number| (number * 1_000, "a")).collect();
        assert_eq!(steps(&edits).len(), 4);
    }

    #[test]
    fn many_steps_are_joined_until_they_are_few_and_keep_their_authors() {
        let edits: Vec<(i64, &str)> = (0..20_000)
            .map(|number| (number * 400, if number % 2 == 0 { "a" } else { "b" }))
            .collect();
        let joined = steps(&edits);
        assert!(joined.len() <= STEPS_MAX && joined.len() > STEPS_MAX / 4, "{}", joined.len());
        assert_eq!(joined[0].1, ["a", "b"]);
        assert_eq!(joined.last().unwrap().0, 20_000);
    }

    #[test]
    fn edits_at_one_moment_and_a_clock_that_is_put_back_are_no_harm() {
        let edits: Vec<(i64, &str)> = (0..5_000)
            .map(|number| (-number * 100_000, if number % 2 == 0 { "a" } else { "b" }))
            .collect();
        assert!(steps(&edits).len() <= STEPS_MAX);
    }
}
