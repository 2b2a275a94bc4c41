//! The countdown and more time. Chair and organiser may. Refused where the time is outside its bounds, the label is too long, or
//! there is no countdown to stop; a closed session gets no more time. Afterwards every page and the screen count; what is extended
//! ends later, and with it the countdown: from its end, or from now where that has come already.

use super::Session;
use crate::room::event::SessionEvent;
use crate::room::ids::Millis;
use crate::room::limits::{COUNTDOWN_S_MAX, COUNTDOWN_S_MIN, EXTENDED_MIN_MAX, LABEL_CHARACTERS_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::sittings::{SittingTimes, minutes_of};
use crate::room::{Context, Room, closing, text};

pub(super) fn decide(seconds: u32, label: &str, context: &Context) -> Result<SessionEvent, Refusal> {
    if !(COUNTDOWN_S_MIN..=COUNTDOWN_S_MAX).contains(&seconds) {
        let bounds = format!("from {COUNTDOWN_S_MIN} seconds to {} hours", COUNTDOWN_S_MAX / 3_600);
        let sentence = format!("A countdown runs {bounds}, not {seconds} seconds.");
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    let label = text::checked("What is counted down to", label, LABEL_CHARACTERS_MAX)
        .map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
    let ends_at = Millis(context.now.0 + i64::from(seconds) * 1_000);
    Ok(SessionEvent::CountdownSet { ends_at, label })
}

pub(super) fn decide_stop(session: &Session) -> Result<SessionEvent, Refusal> {
    match session.countdown {
        Some(_) => Ok(SessionEvent::CountdownStopped),
        None => Err(Refusal::new(Code::NoCountdown, "There is no countdown in this room.")),
    }
}

pub(super) fn decide_more(room: &Room, minutes: u32, seen: Option<u32>, context: &Context) -> Result<Vec<SessionEvent>, Refusal> {
    closing::require_open(room)?;
    let extended = &room.session.extended;
    let sitting = room.definition.sitting_at(context.now, extended);
    let had = minutes_of(extended, &sitting);
    require_as_seen(had, seen)?;
    let left_min = EXTENDED_MIN_MAX.saturating_sub(had);
    if !(1..=left_min).contains(&minutes) {
        let hours = EXTENDED_MIN_MAX / 60;
        let sentence =
            format!("A session is extended by 1 minute or more, and by {hours} hours in all, not by {minutes} minutes.");
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    let later = room.session.countdown.as_ref().map(|countdown| SessionEvent::CountdownSet {
        ends_at: Millis(countdown.ends_at.0.max(context.now.0) + i64::from(minutes) * 60_000),
        label: countdown.label.clone(),
    });
    let sitting = named(room, sitting);
    Ok(std::iter::once(SessionEvent::SessionExtended { minutes, sitting })
        .chain(later)
        .collect())
}

/// What is so already changes nothing.
pub(super) fn decide_as_planned(room: &Room, seen: Option<u32>, context: &Context) -> Result<Vec<SessionEvent>, Refusal> {
    closing::require_open(room)?;
    let extended = &room.session.extended;
    let sitting = room.definition.sitting_at(context.now, extended);
    let had = minutes_of(extended, &sitting);
    if had == 0 {
        return Ok(Vec::new());
    }
    require_as_seen(had, seen)?;
    let sitting = named(room, sitting);
    Ok(vec![SessionEvent::ExtensionTakenBack { sitting }])
}

/// Two who give the same session time in the same moment would give it twice.
fn require_as_seen(had: u32, seen: Option<u32>) -> Result<(), Refusal> {
    if seen.is_none_or(|seen| seen == had) {
        return Ok(());
    }
    let now = match had {
        0 => "it ends as planned".to_owned(),
        minutes => format!("it lasts {minutes} minutes longer than planned"),
    };
    let sentence = format!(
        "Somebody else has changed meanwhile how long this session lasts: {now} by now. Nothing was done by you; do it again where that is still wanted."
    );
    Err(Refusal::new(Code::ExtendedMeanwhile, sentence))
}

/// A room that meets once need not say when.
fn named(room: &Room, sitting: SittingTimes) -> Option<SittingTimes> {
    (!room.definition.later.is_empty()).then_some(sitting)
}
