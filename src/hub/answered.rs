//! Which commands have been answered, and how: what makes a retry harmless. The ids of accepted commands are in the
//! journal with their records, so this holds across a restart. A refused command changed nothing; its answer is
//! remembered while the room is in memory. A secret ballot is not remembered here, where it would have a position and a place in
//! a row: the room itself knows its repeat (`Room::has_taken`).

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

/// Refusals remembered for each seat: enough for what a retry can meet. Apart from what was done, so that a row of
/// refusals never makes something be done twice.
pub const REFUSALS_PER_SEAT_MAX: usize = 16;

/// The memory of answers, by seat.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Answered(BTreeMap<SeatId, OfSeat>);

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct OfSeat {
    done: VecDeque<(Uuid, Outcome)>,
    /// In memory alone: what was wrong with a secret ballot may tell a part of it.
    #[serde(skip)]
    refused: VecDeque<(Uuid, Outcome)>,
}

impl Answered {
    /// The first answer to this id of this seat.
    pub fn get(&self, seat: &SeatId, id: Uuid) -> Option<&Outcome> {
        let own = self.0.get(seat)?;
        let mut newest_first = own.done.iter().rev().chain(own.refused.iter().rev());
        newest_first.find(|(known, _)| *known == id).map(|(_, outcome)| outcome)
    }

    /// Remembers an answer.
    pub fn remember(&mut self, seat: &SeatId, id: Uuid, outcome: Outcome) {
        let own = self.0.entry(seat.clone()).or_default();
        let (ids, ids_max) = match outcome {
            Outcome::Done { .. } => (&mut own.done, IDS_PER_SEAT_MAX),
            Outcome::Refused(_) => (&mut own.refused, REFUSALS_PER_SEAT_MAX),
        };
        if ids.len() == ids_max {
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
    fn what_was_refused_is_no_part_of_what_is_stored() {
        let mut answered = Answered::default();
        let refusal = Refusal::new(crate::room::refusal::Code::ChoiceInvalid, "option o7 is not offered");
        answered.remember(&seat("a"), Uuid::from_u128(7), Outcome::Refused(refusal));
        let stored = serde_json::to_string(&answered).unwrap();
        assert!(!stored.contains("o7"), "{stored}");
        let read: Answered = serde_json::from_str(&stored).unwrap();
        assert_eq!(read.get(&seat("a"), Uuid::from_u128(7)), None);
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

    #[test]
    fn a_row_of_refusals_does_not_push_out_what_was_done() {
        let mut answered = Answered::default();
        let id = Uuid::from_u128(7);
        answered.remember(&seat("a"), id, Outcome::Done { seq: Seq(1), made: None });
        for number in 0..1000 {
            let refusal = Refusal::new(crate::room::refusal::Code::ListClosed, "closed");
            answered.remember(&seat("a"), Uuid::from_u128(1000 + number), Outcome::Refused(refusal));
        }
        assert!(answered.get(&seat("a"), id).is_some());
    }
}
