//! Calling the organiser to the room. Chair and rapporteur may; refused where the room calls already, so that the first call is the
//! one that is answered, or the reason is too long. The organiser answers once, and either side says when it is over. Chair,
//! rapporteur and organiser see it; participants and the screen do not.

use super::Session;
use crate::room::Context;
use crate::room::event::{SessionEvent, Stamp};
use crate::room::limits::REASON_CHARACTERS_MAX;
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use crate::room::view::HelpView;

pub(super) fn decide(session: &Session, reason: &str, context: &Context) -> Result<SessionEvent, Refusal> {
    if session.help.is_some() {
        return Err(Refusal::new(
            Code::HelpCalled,
            "The organiser has been called to this room already.",
        ));
    }
    let reason = text::checked("The reason", reason, REASON_CHARACTERS_MAX)
        .map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
    let role = context.role;
    Ok(SessionEvent::HelpCalled { reason, role })
}

pub(super) fn decide_answer(session: &Session) -> Result<SessionEvent, Refusal> {
    match &session.help {
        Some(help) if help.coming => Err(Refusal::new(Code::HelpCalled, "Help is on its way to this room already.")),
        Some(_) => Ok(SessionEvent::HelpAnswered),
        None => Err(nobody_calls()),
    }
}

pub(super) fn decide_end(session: &Session) -> Result<SessionEvent, Refusal> {
    match session.help {
        Some(_) => Ok(SessionEvent::HelpEnded),
        None => Err(nobody_calls()),
    }
}

fn nobody_calls() -> Refusal {
    Refusal::new(Code::NoHelpCalled, "This room does not call for help.")
}

pub(super) fn apply(session: &mut Session, stamp: &Stamp, event: &SessionEvent) {
    match event {
        SessionEvent::HelpCalled { reason, role } => {
            session.help = Some(HelpView {
                reason: reason.clone(),
                at: stamp.at,
                role: *role,
                coming: false,
            });
        }
        SessionEvent::HelpAnswered => {
            if let Some(help) = &mut session.help {
                help.coming = true;
            }
        }
        _ => session.help = None,
    }
}
