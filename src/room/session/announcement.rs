//! Telling everybody something. Chair and organiser may, one thing at a time: what is new takes the place of what was. Refused where
//! the text is empty or too long, or the time is outside its bounds. Afterwards it is on every page and the screen until its time
//! has come; whoever has read it puts it away for themselves, and whoever announced it may take it back.

use super::Session;
use crate::room::Context;
use crate::room::event::{SessionEvent, Stamp};
use crate::room::ids::Millis;
use crate::room::limits::{ANNOUNCED_S_DEFAULT, ANNOUNCED_S_MAX, ANNOUNCED_S_MIN, ANNOUNCEMENT_CHARACTERS_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use crate::room::view::AnnouncementView;

pub(super) fn decide(message: &str, for_s: Option<u32>, context: &Context) -> Result<SessionEvent, Refusal> {
    let message = text::filled("The announcement", message, ANNOUNCEMENT_CHARACTERS_MAX)?;
    let for_s = for_s.unwrap_or(ANNOUNCED_S_DEFAULT);
    if !(ANNOUNCED_S_MIN..=ANNOUNCED_S_MAX).contains(&for_s) {
        let bounds = format!("from {ANNOUNCED_S_MIN} seconds to {} hours", ANNOUNCED_S_MAX / 3_600);
        let sentence = format!("An announcement is shown {bounds}, not {for_s} seconds.");
        return Err(Refusal::new(Code::OutOfBounds, sentence));
    }
    Ok(SessionEvent::Announced {
        message,
        until: Millis(context.now.0 + i64::from(for_s) * 1_000),
        role: context.role,
    })
}

pub(super) fn decide_withdrawal(session: &Session) -> Result<SessionEvent, Refusal> {
    match session.announcement {
        Some(_) => Ok(SessionEvent::AnnouncementWithdrawn),
        None => Err(Refusal::new(Code::NothingAnnounced, "Nothing is announced in this room.")),
    }
}

pub(super) fn apply(session: &mut Session, stamp: &Stamp, event: &SessionEvent) {
    session.announcement = match event {
        SessionEvent::Announced { message, until, role } => {
            session.announced = session.announced.saturating_add(1);
            Some(AnnouncementView {
                number: session.announced,
                message: message.clone(),
                at: stamp.at,
                until: *until,
                role: *role,
            })
        }
        _ => None,
    };
}
