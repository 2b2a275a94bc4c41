//! The polls. Drafts are for the chair alone. While a poll is open everybody, the chair too, sees how many have voted and
//! nobody sees how. The tally is the chair's once the poll is closed and everybody's while it is shown.

use crate::room::Room;
use crate::room::ids::OptionId;
use crate::room::polls::{Poll, paper};
use crate::room::view::{Audience, PollState, PollView, PollsView};
use std::collections::BTreeMap;

pub(super) fn view(room: &Room, audience: Audience) -> PollsView {
    let seen = || room.polls.iter().filter(|(_, poll)| sees(audience, poll));
    PollsView {
        items: seen().map(|(id, poll)| (id, poll_view(room, audience, poll))).collect(),
        order: seen().map(|(id, _)| id).collect(),
    }
}

fn sees(audience: Audience, poll: &Poll) -> bool {
    poll.state != PollState::Draft || audience == Audience::Chair
}

fn poll_view(room: &Room, audience: Audience, poll: &Poll) -> PollView {
    let (min, max) = paper::bounds(&poll.paper);
    PollView {
        question: poll.paper.question.clone(),
        kind: poll.paper.kind,
        options: paper::options(&poll.paper).map(|(id, text)| (id, text.to_owned())).collect(),
        option_order: paper::options(&poll.paper).map(|(id, _)| id).collect(),
        min,
        max,
        state: poll.state,
        shown: poll.shown_at.is_some(),
        shown_at: poll.shown_at,
        turnout: poll.turnout(),
        electorate: poll
            .result
            .as_ref()
            .map_or(room.headcount.participants, |result| result.electorate),
        tally: tally(audience, poll),
    }
}

fn tally(audience: Audience, poll: &Poll) -> Option<BTreeMap<OptionId, u32>> {
    let seen = audience == Audience::Chair || poll.shown_at.is_some();
    poll.result.as_ref().filter(|_| seen).map(|result| result.tally.clone())
}
