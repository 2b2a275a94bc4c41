//! Setting the speaking time. The chair may, from ten seconds to an hour; refused outside. Afterwards everybody sees the new
//! limit; the speech under way keeps the one it began with.

use crate::room::event::Event;
use crate::room::limits::{SPEAKING_LIMIT_S_MAX, SPEAKING_LIMIT_S_MIN};
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(seconds: u32) -> Result<Vec<Event>, Refusal> {
    if (SPEAKING_LIMIT_S_MIN..=SPEAKING_LIMIT_S_MAX).contains(&seconds) {
        return Ok(vec![Event::LimitSet { seconds }]);
    }
    let sentence = format!("The speaking time is from {SPEAKING_LIMIT_S_MIN} to {SPEAKING_LIMIT_S_MAX} seconds, not {seconds}.");
    Err(Refusal::new(Code::OutOfBounds, sentence))
}
