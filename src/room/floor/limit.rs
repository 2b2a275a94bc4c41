//! Setting the speaking time: of the list, or of a class or lane that is to differ from it. The chair may, from ten seconds to
//! an hour; refused outside. Afterwards everybody sees the new limit; the speech under way keeps the one it began with.

use super::{Floor, Scope};
use crate::room::event::Event;
use crate::room::limits::{SPEAKING_LIMIT_S_MAX, SPEAKING_LIMIT_S_MIN};
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(seconds: Option<u32>, scope: Option<Scope>) -> Result<Vec<Event>, Refusal> {
    let bounds = format!("from {SPEAKING_LIMIT_S_MIN} to {SPEAKING_LIMIT_S_MAX} seconds");
    let (code, sentence) = match (seconds, scope) {
        (Some(seconds), scope) if (SPEAKING_LIMIT_S_MIN..=SPEAKING_LIMIT_S_MAX).contains(&seconds) => {
            return Ok(vec![Event::LimitSet { seconds, scope }]);
        }
        (None, Some(scope)) => return Ok(vec![Event::LimitCleared { scope }]),
        (Some(seconds), _) => (Code::OutOfBounds, format!("The speaking time is {bounds}, not {seconds}.")),
        (None, None) => (
            Code::BadCommand,
            format!("The speaking time of the list is missing: `seconds`, {bounds}."),
        ),
    };
    Err(Refusal::new(code, sentence))
}

pub(super) fn apply(floor: &mut Floor, seconds: Option<u32>, scope: Option<Scope>) {
    match (seconds, scope) {
        (Some(seconds), None) => floor.limit_s = seconds,
        (Some(seconds), Some(scope)) => {
            floor.limits.insert(scope, seconds);
        }
        (None, Some(scope)) => {
            floor.limits.remove(&scope);
        }
        (None, None) => {}
    }
}
