//! The course of the session: what everybody is told, the countdown, how much longer it lasts, whether the room calls for help, and
//! what its screen shows.
//!
//! Chair and organiser tell and count, chair and rapporteur call for help, the organiser answers. Nothing of it is part of the
//! outcome, and all but more time may be asked of a closed room as well, because people sit in it until they leave. That the time
//! of an announcement or a countdown has come is no event: pages see it by their clocks.

mod announcement;
mod countdown;
mod help;

use super::command::{SessionCommand, Shows};
use super::event::{Definition, Event, SessionEvent, Stamp};
use super::refusal::Refusal;
use super::sittings::{Extension, SittingTimes};
use super::view::{AnnouncementView, CountdownView, HelpView};
use super::{Context, Room};
use serde::{Deserialize, Serialize};

/// The course of the session.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// What was announced last.
    pub announcement: Option<AnnouncementView>,
    /// How many announcements there were.
    pub announced: u32,
    /// The countdown.
    pub countdown: Option<CountdownView>,
    /// The sessions of the room that last longer than planned; last the one that was given time last.
    pub extended: Vec<Extension>,
    /// That the room calls for help.
    pub help: Option<HelpView>,
    /// What the screen shows.
    pub shows: Shows,
}

/// What a command makes happen.
pub(super) fn decide(room: &Room, command: &SessionCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let session = &room.session;
    let events = match command {
        SessionCommand::Announce { message, for_s } => vec![announcement::decide(message, *for_s, context)?],
        SessionCommand::Unannounce => vec![announcement::decide_withdrawal(session)?],
        SessionCommand::Countdown { seconds, label } => vec![countdown::decide(*seconds, label, context)?],
        SessionCommand::StopCountdown => vec![countdown::decide_stop(session)?],
        SessionCommand::Extend { minutes, seen } => countdown::decide_more(room, *minutes, *seen, context)?,
        SessionCommand::EndAsPlanned { seen } => countdown::decide_as_planned(room, *seen, context)?,
        SessionCommand::CallForHelp { reason } => vec![help::decide(session, reason, context)?],
        SessionCommand::AnswerHelp => vec![help::decide_answer(session)?],
        SessionCommand::EndHelp => vec![help::decide_end(session)?],
        SessionCommand::Screen { shows } => vec![SessionEvent::ScreenSet { shows: *shows }],
    };
    Ok(events.into_iter().map(Event::Session).collect())
}

impl Session {
    /// Makes an event so.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &SessionEvent, definition: &Definition) {
        match event {
            SessionEvent::Announced { .. } | SessionEvent::AnnouncementWithdrawn => announcement::apply(self, stamp, event),
            SessionEvent::CountdownSet { ends_at, label } => {
                self.countdown = Some(CountdownView {
                    ends_at: *ends_at,
                    label: label.clone(),
                });
            }
            SessionEvent::CountdownStopped => self.countdown = None,
            SessionEvent::SessionExtended { minutes, sitting } => self.extend(meant(sitting, definition), *minutes),
            SessionEvent::ExtensionTakenBack { sitting } => {
                let times = meant(sitting, definition);
                for extension in self.extended.iter_mut().filter(|extension| extension.times == times) {
                    (extension.minutes, extension.turns) = (0, extension.turns.saturating_add(1));
                }
            }
            SessionEvent::HelpCalled { .. } | SessionEvent::HelpAnswered | SessionEvent::HelpEnded => {
                help::apply(self, stamp, event);
            }
            SessionEvent::ScreenSet { shows } => self.shows = *shows,
        }
    }

    /// The session has closed: there is nothing left to count down to.
    pub(super) fn close(&mut self) {
        self.countdown = None;
    }

    fn extend(&mut self, times: SittingTimes, minutes: u32) {
        let known = self.extended.iter().position(|extension| extension.times == times);
        let before = known.map(|at| self.extended.remove(at));
        let (had, turns) = before.map_or((0, 0), |before| (before.minutes, before.turns));
        self.extended.push(Extension {
            times,
            minutes: had.saturating_add(minutes),
            turns: turns.saturating_add(minutes),
        });
    }

    /// The room meets at these times now. What a session was extended by counted from its old ones.
    pub(super) fn plan_anew(&mut self, sittings: &[SittingTimes]) {
        self.extended.retain(|extension| sittings.contains(&extension.times));
    }
}

/// The session that an event says, or the first.
fn meant(sitting: &Option<SittingTimes>, definition: &Definition) -> SittingTimes {
    let first = || definition.sittings().into_iter().next();
    sitting.clone().or_else(first).unwrap_or_default()
}
