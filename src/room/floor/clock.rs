//! The clock of the speech under way: the chair stops it, lets it run again, and gives more time. Refused when nobody speaks,
//! when the speech that is named is not under way any more, when it stands or runs already, and when the time is outside its bounds. Afterwards everybody's clock shows it; what the
//! clock stood is no part of the time used.

use super::{Decision, Floor, Override, Speech};
use crate::room::Room;
use crate::room::event::{Event, Stamp};
use crate::room::ids::RequestId;
use crate::room::limits::{SPEAKING_LIMIT_S_MAX, SPEAKING_LIMIT_S_MIN, SPEECH_S_MAX};
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide_pause(room: &Room, meant: Option<RequestId>) -> Result<Vec<Event>, Refusal> {
    match speech(room, meant)?.paused_at {
        None => Ok(vec![Event::SpeechPaused]),
        Some(_) => Err(Refusal::new(Code::AlreadyPaused, "The clock stands already.")),
    }
}

pub(super) fn decide_resume(room: &Room, meant: Option<RequestId>) -> Result<Vec<Event>, Refusal> {
    match speech(room, meant)?.paused_at {
        Some(_) => Ok(vec![Event::SpeechResumed]),
        None => Err(Refusal::new(Code::NotPaused, "The clock is running already.")),
    }
}

pub(super) fn decide_more(room: &Room, seconds: u32, meant: Option<RequestId>) -> Result<Vec<Event>, Refusal> {
    let speech = speech(room, meant)?;
    if !(SPEAKING_LIMIT_S_MIN..=SPEAKING_LIMIT_S_MAX).contains(&seconds) {
        let bounds = format!("from {SPEAKING_LIMIT_S_MIN} to {SPEAKING_LIMIT_S_MAX} seconds");
        let sentence = format!("More time is given {bounds}, not {seconds}.");
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    if speech.limit_s + seconds > SPEECH_S_MAX {
        let sentence = format!("No speech may get longer than {} minutes in all.", SPEECH_S_MAX / 60);
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    Ok(vec![Event::TimeGiven { seconds }])
}

/// The speech under way, where it is the one that is meant: another chair may have gone on meanwhile.
pub(super) fn speech(room: &Room, meant: Option<RequestId>) -> Result<&Speech, Refusal> {
    let speaking = room.floor.speaking.as_ref();
    let speech = speaking.ok_or_else(|| Refusal::new(Code::NobodySpeaking, "Nobody has the floor."))?;
    match meant {
        Some(meant) if speech.request.id != meant => {
            let sentence = format!("The speech of request {meant} is not under way any more; nothing was changed.");
            Err(Refusal::new(Code::AlreadyEnded, sentence))
        }
        _ => Ok(speech),
    }
}

pub(super) fn apply(floor: &mut Floor, stamp: &Stamp, event: &Event) {
    let Some(speech) = &mut floor.speaking else { return };
    match event {
        Event::SpeechPaused => speech.pause(stamp.at),
        Event::SpeechResumed => speech.resume(stamp.at),
        Event::TimeGiven { seconds } => {
            speech.limit_s = speech.limit_s.saturating_add(*seconds);
            let decision = Override::of(stamp, Decision::TimeGiven(*seconds), None);
            speech.request.decided(decision);
        }
        _ => {}
    }
}
