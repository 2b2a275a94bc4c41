//! A room in a few lines for the organiser, from the same views that the organiser has of it.

use super::{floor, polls, report, session};
use crate::room::Room;
use crate::room::limits::LAST_WORDS_CHARACTERS_MAX;
use crate::room::view::{Audience, OpenPollView, PollState, RoomSummary};

impl Room {
    /// The room in a few lines.
    pub fn summary(&self) -> RoomSummary {
        let audience = Audience::Chair;
        let floor = floor::view(self, audience);
        let report = report::view(self);
        RoomSummary {
            state: self.state,
            revision: self.revision,
            closed_at: self.closed_at,
            gathering: self.definition.gathering,
            attribution: self.definition.attribution,
            seats_taken: self.headcount.seats_taken,
            without: self.definition.without.clone(),
            list: floor.list,
            waiting: u32::try_from(floor.order.len()).unwrap_or(u32::MAX),
            speaking: floor.speaking,
            polls: open_polls(self, audience),
            notes: self.notes.last_words(LAST_WORDS_CHARACTERS_MAX),
            report: report.state,
            remarks_waiting: report.drafts.last_key_value().map_or(0, |(_, draft)| draft.waiting),
            session: session::view(self, audience),
        }
    }
}

fn open_polls(room: &Room, audience: Audience) -> Vec<OpenPollView> {
    let views = polls::view(room, audience);
    let open = views.items.into_iter().filter(|(_, poll)| poll.state == PollState::Open);
    let told = open.map(|(poll, view)| OpenPollView {
        poll,
        question: view.question,
        turnout: view.turnout,
        electorate: view.electorate,
        closes_at: view.closes_at,
    });
    told.collect()
}
