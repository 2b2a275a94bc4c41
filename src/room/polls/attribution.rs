//! Polls in rooms that are not on the record. There nobody may learn who voted how, so that a poll of secrecy `named` or `chair` is
//! refused when it is drafted (also from a ready-made poll, or as the next round), edited, and opened: a draft may be older than the
//! room's rule. A poll that was opened so before goes on, and nobody is shown who voted how in it; the views ask here.

use super::Polls;
use crate::room::command::{Secrecy, VotingRules};
use crate::room::event::{Attribution, Event};
use crate::room::refusal::{Code, Refusal};

/// Refuses what these events would make of a poll.
pub(super) fn refuse_naming(attribution: Attribution, polls: &Polls, events: &[Event]) -> Result<(), Refusal> {
    let rules = events.iter().filter_map(|event| match event {
        Event::PollDrafted { paper, .. } | Event::PollEdited { paper, .. } => Some(&paper.rules),
        Event::PollOpened { poll, .. } => polls.get(*poll).map(|poll| &poll.paper.rules),
        _ => None,
    });
    let mut refused = rules.filter(|rules| !may_have(attribution, rules));
    match refused.next() {
        None => Ok(()),
        Some(_) => Err(Refusal::new(Code::AttributionForbids, FORBIDDEN)),
    }
}

/// What somebody reads who asks for such a poll; the check of a meeting file says the same.
pub const FORBIDDEN: &str = "This room is not on the record, so nobody in it may learn who voted how: choose the secrecy \
                             `undisclosed` or `secret`.";

/// Whether a room of that rule may have a poll of these.
pub fn may_have(attribution: Attribution, rules: &VotingRules) -> bool {
    as_told(attribution, rules.secrecy) == rules.secrecy
}

/// The secrecy that counts where it is told who voted how.
pub fn as_told(attribution: Attribution, secrecy: Secrecy) -> Secrecy {
    match secrecy {
        Secrecy::Named | Secrecy::Chair if !attribution.is_on_the_record() => Secrecy::Undisclosed,
        secrecy => secrecy,
    }
}
