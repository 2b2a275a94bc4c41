//! The list of speakers and the meeting file's word on it, without names. Everything else is as it was.

use super::{Domain, Veil};
use crate::room::command::Entry;
use crate::room::event::{Definition, Event, SessionEvent};
use crate::room::floor::Details;

impl Veil {
    /// The join code lets people in, so it goes as well; who moderates and sits on the panel is in the documents.
    pub(super) fn definition(&mut self, mut definition: Definition) -> Definition {
        definition.join_code.clear();
        definition.moderators.clear();
        definition.panellists.clear();
        definition.speakers = definition.speakers.into_iter().map(|entry| self.entry(entry)).collect();
        for paper in &mut definition.polls {
            self.electorate(paper);
        }
        definition
    }

    /// An event of the list, or one that names nobody.
    pub(super) fn on_the_floor(&mut self, event: Event) -> Event {
        match event {
            Event::FloorRequested { request, seat, details } => Event::FloorRequested {
                request,
                seat: self.seat(Domain::Seat, &seat),
                details: self.details(details),
            },
            Event::SpeakerQueued { request, entry } => Event::SpeakerQueued {
                request,
                entry: self.entry(entry),
            },
            Event::SpeakerChanged { request, seat, details } => Event::SpeakerChanged {
                request,
                seat: seat.map(|seat| self.seat(Domain::Seat, &seat)),
                details: self.details(details),
            },
            Event::AllowanceSet { seat, seconds } => Event::AllowanceSet {
                seat: self.seat(Domain::Seat, &seat),
                seconds,
            },
            other => without_reason(other),
        }
    }

    fn entry(&mut self, entry: Entry) -> Entry {
        Entry {
            profile: self.profile(&entry.profile),
            lane: entry.lane,
            on_behalf_of: None,
            language: None,
            remote: entry.remote,
            note: None,
        }
    }

    fn details(&mut self, details: Details) -> Details {
        Details {
            speaker: details.speaker.map(|speaker| self.profile(&speaker)),
            on_behalf_of: None,
            language: None,
            ..details
        }
    }
}

/// Without the own words of chair and organiser.
fn without_reason(mut event: Event) -> Event {
    match &mut event {
        Event::RequestWithdrawn { reason, .. }
        | Event::RequestSkipped { reason, .. }
        | Event::RequestMoved { reason, .. }
        | Event::LaneChanged { reason, .. }
        | Event::FloorGiven { reason, .. } => *reason = None,
        Event::RequestNoted { note, .. } => note.clear(),
        Event::Session(SessionEvent::Announced { message, .. }) => message.clear(),
        Event::Session(SessionEvent::CountdownSet { label, .. }) => label.clear(),
        Event::Session(SessionEvent::HelpCalled { reason, .. }) => reason.clear(),
        _ => {}
    }
    event
}
