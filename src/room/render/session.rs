//! The course of the session: the same for all, but for a call for help, which is between those who run the room and the organiser.

use crate::room::Room;
use crate::room::view::{Audience, SessionView};

/// All of it.
pub(super) fn view(room: &Room, audience: Audience) -> SessionView {
    let session = &room.session;
    let runs = matches!(audience, Audience::Chair | Audience::Rapporteur);
    SessionView {
        announcement: session.announcement.clone(),
        countdown: session.countdown.clone(),
        extended_min: session.extended.last().map_or(0, |extension| extension.minutes),
        extended: if room.definition.later.is_empty() {
            Vec::new()
        } else {
            session
                .extended
                .iter()
                .filter(|extension| extension.minutes > 0)
                .cloned()
                .collect()
        },
        screen: session.shows,
        help: session.help.clone().filter(|_| runs),
    }
}
