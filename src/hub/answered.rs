//! Which commands have been answered, and how: what makes a retry harmless. The ids of accepted commands are in the
//! journal with their records, so this holds across a restart. A refused command changed nothing; its answer is
//! remembered while the room is in memory.

use crate::room::ids::{SeatId, Seq};
use crate::room::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use uuid::Uuid;

/// Ids remembered for each seat: far more than a person has under way on the worst network. Kept by seat, so that a
/// busy one never pushes out another's.
pub const IDS_PER_SEAT_MAX: usize = 64;

/// The first answer to a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It took effect at this position and perhaps made something.
    Done {
        /// The position.
        seq: Seq,
        /// The id of what it made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        made: Option<String>,
    },
    /// The rules said no.
    Refused(Refusal),
}

/// The memory of answers, by seat.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Answered(BTreeMap<SeatId, VecDeque<(Uuid, Outcome)>>);

impl Answered {
    /// The first answer to this id of this seat.
    pub fn get(&self, seat: &SeatId, id: Uuid) -> Option<&Outcome> {
        self.0
            .get(seat)?
            .iter()
            .rev()
            .find(|(known, _)| *known == id)
            .map(|(_, outcome)| outcome)
    }

    /// Remembers an answer.
    pub fn remember(&mut self, seat: &SeatId, id: Uuid, outcome: Outcome) {
        let ids = self.0.entry(seat.clone()).or_default();
        if ids.len() == IDS_PER_SEAT_MAX {
            ids.pop_front();
        }
        ids.push_back((id, outcome));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(name: &str) -> SeatId {
        SeatId::new(name).unwrap()
    }

    #[test]
    fn a_repeat_gets_the_first_answer_and_only_its_own() {
        let mut answered = Answered::default();
        let id = Uuid::from_u128(7);
        let outcome = Outcome::Done { seq: Seq(3), made: None };
        answered.remember(&seat("a"), id, outcome.clone());
        assert_eq!(answered.get(&seat("a"), id), Some(&outcome));
        assert_eq!(answered.get(&seat("b"), id), None);
    }

    #[test]
    fn one_busy_seat_does_not_push_out_the_ids_of_another() {
        let mut answered = Answered::default();
        let id = Uuid::from_u128(7);
        answered.remember(&seat("quiet"), id, Outcome::Done { seq: Seq(1), made: None });
        for number in 0..1000 {
            answered.remember(
                &seat("busy"),
                Uuid::from_u128(1000 + number),
                Outcome::Done { seq: Seq(2), made: None },
            );
        }
        assert!(answered.get(&seat("quiet"), id).is_some());
    }
}
