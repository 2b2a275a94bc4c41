//! Putting a draft to the room. The chair may; several polls may be open at once. Refused when it is not a draft any more, when
//! nobody who may vote has joined and those who join later may not, and when more than a thousand would vote by name.
//! Afterwards everybody sees question and answers, the electorate is fixed, and all see how many have voted.
//!
//! The deadline of an open poll: the chair sets it, moves it or takes it away. Refused when the poll is not open, and outside
//! the bounds. Afterwards all see the countdown, and the server closes the poll when it is over.

use super::close::find_open;
use super::draft;
use super::electorate::Electorate;
use crate::room::command::Secrecy;
use crate::room::event::Event;
use crate::room::ids::{Millis, PollId};
use crate::room::limits::{NAMED_VOTERS_MAX, POLL_S_MAX, POLL_S_MIN};
use crate::room::refusal::{Code, Refusal};
use crate::room::{Context, Room};

pub(super) fn decide(room: &Room, poll: PollId, context: &Context) -> Result<Vec<Event>, Refusal> {
    let rules = &draft::find(room, poll)?.paper.rules;
    let voters = Electorate::of(rules, rules.late, room.seats.values()).count();
    if voters == 0 && !rules.late {
        return Err(Refusal::new(
            Code::NobodyEntitled,
            "Nobody who may vote in this poll has joined yet. Open it when they have, or let those who join later vote too.",
        ));
    }
    if rules.secrecy == Secrecy::Named && usize::try_from(voters).is_ok_and(|voters| voters > NAMED_VOTERS_MAX) {
        return Err(Refusal::new(
            Code::TooMany,
            format!("{voters} would vote by name; a named poll is for at most {NAMED_VOTERS_MAX}. Choose another secrecy."),
        ));
    }
    Ok(vec![Event::PollOpened {
        poll,
        fixed: !rules.late,
        closes_at: rules.duration_s.map(|seconds| after(context.now, seconds)),
    }])
}

pub(super) fn decide_deadline(room: &Room, poll: PollId, in_s: Option<u32>, context: &Context) -> Result<Vec<Event>, Refusal> {
    find_open(room, poll)?;
    if in_s.is_some_and(|seconds| !(POLL_S_MIN..=POLL_S_MAX).contains(&seconds)) {
        return Err(Refusal::new(
            Code::OutOfBounds,
            format!("A deadline is {POLL_S_MIN} to {POLL_S_MAX} seconds from now."),
        ));
    }
    Ok(vec![Event::DeadlineSet {
        poll,
        at: in_s.map(|seconds| after(context.now, seconds)),
    }])
}

fn after(now: Millis, seconds: u32) -> Millis {
    Millis(now.0.saturating_add(i64::from(seconds) * 1_000))
}
