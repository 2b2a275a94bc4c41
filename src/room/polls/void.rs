//! Declaring a poll void. The chair may, with a reason that everybody reads. Refused when the poll is a draft (discard it) or void
//! already, and without a reason. Afterwards nobody votes in it any more, it has no result, its ballots are counted nowhere,
//! and the outcome says that it was void and why. Whoever has cast a secret ballot and never heard so is still told that it was
//! taken.

use crate::room::Room;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::limits::REASON_CHARACTERS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use crate::room::view::PollState;

pub(super) fn decide(room: &Room, poll: PollId, reason: &str) -> Result<Vec<Event>, Refusal> {
    let found = room.polls.find(poll)?;
    match found.state {
        PollState::Draft => {
            return Err(Refusal::new(
                Code::PollNotOpen,
                format!("Poll {poll} is a draft; discard it instead."),
            ));
        }
        PollState::Void => return Err(Refusal::new(Code::PollNotOpen, format!("Poll {poll} is void already."))),
        PollState::Open | PollState::Closed => {}
    }
    let invalid = |sentence| Refusal::new(Code::TextInvalid, sentence);
    let reason = text::checked("The reason", reason, REASON_CHARACTERS_MAX).map_err(invalid)?;
    if reason.is_empty() {
        return Err(invalid("Say why the poll is void: the reason is empty.".to_owned()));
    }
    let receipts = found.secret.receipts();
    Ok(vec![Event::PollVoided { poll, reason, receipts }])
}
