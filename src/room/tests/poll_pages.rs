//! What no page may show of a poll, and what its count must be: looked for in the pages themselves, by rules written once more from
//! the words of the protocol.

use crate::room::Room;
use crate::room::command::{Ballot, PollKind, Results, Secrecy};
use crate::room::ids::PollId;
use crate::room::polls::Poll;
use crate::room::polls::count::Count;
use crate::room::polls::texts::TextId;
use crate::room::seat::Seat;
use crate::room::view::{Audience, PollState};
use serde_json::Value;
use std::collections::BTreeSet;

/// Whether an audience may see the figures of a poll now: written once more, from the words of the protocol.
fn may_see(audience: Audience, poll: &Poll) -> bool {
    match poll.state {
        PollState::Draft | PollState::Void => false,
        PollState::Open => poll.paper.rules.results == Results::Live && (!poll.is_secret() || poll.turnout() >= 5),
        PollState::Closed => audience == Audience::Chair || poll.shown_at.is_some(),
    }
}

/// Nobody's page shows what is hidden from them.
pub fn assert_views(room: &Room) {
    for audience in Audience::ALL {
        let polls = serde_json::to_value(room.view(audience).polls).unwrap();
        for (id, poll) in room.polls.iter() {
            let seen = &polls["items"][id.to_string()];
            assert_eq!(seen.is_null(), poll.state == PollState::Draft && audience != Audience::Chair);
            assert_poll(audience, id, poll, seen);
        }
    }
    for seat in room.seats.values() {
        assert_own_page(room, seat);
    }
}

fn assert_poll(audience: Audience, id: PollId, poll: &Poll, seen: &Value) {
    let text = seen.to_string();
    let may_see = may_see(audience, poll);
    for key in ["tally", "count", "roll", "\"o1\":{\"ballots\"", "spread", "borda", "runoff"] {
        assert!(may_see || !text.contains(key), "{audience:?} sees {key} of {id}: {text}");
    }
    assert!(!text.contains("receipt"), "{audience:?} sees receipts of {id}");
    if poll.is_secret() && poll.state == PollState::Open && seen.get("tally").is_some() {
        assert!(
            seen["count"]["ballots"].as_u64().unwrap() >= 5,
            "a live count of {id} is of fewer than five"
        );
    }
    let knows_names = match poll.paper.rules.secrecy {
        Secrecy::Named => may_see,
        Secrecy::Chair => may_see && audience == Audience::Chair,
        Secrecy::Undisclosed | Secrecy::Secret => false,
    };
    assert!(
        knows_names || seen.get("roll").is_none(),
        "{audience:?} sees the roll of {id}"
    );
    let missing = audience == Audience::Chair && poll.state == PollState::Open && may_miss(poll);
    assert!(
        missing || seen.get("missing").is_none(),
        "{audience:?} sees who is missing in {id}"
    );
    assert!(
        knows_names || missing || !text.contains("Canary"),
        "{audience:?} sees a name in {id}: {text}"
    );
    assert_markers(audience, id, poll, &text, may_see);
}

/// Whether those who have not voted are told to the chair: not where a figure could be told to be theirs when they have.
fn may_miss(poll: &Poll) -> bool {
    let grows = poll.paper.rules.results == Results::Live
        || matches!(poll.paper.kind, PollKind::Text | PollKind::Ideas | PollKind::Agreement);
    match poll.paper.rules.secrecy {
        Secrecy::Named | Secrecy::Chair => true,
        Secrecy::Undisclosed => !grows,
        Secrecy::Secret => false,
    }
}

/// What was written is where the chair let it through, and with the chair.
fn assert_markers(audience: Audience, id: PollId, poll: &Poll, seen: &str, may_see: bool) {
    for ballot in poll.cast_ballots() {
        for text in &ballot.texts {
            let is_reason = poll.paper.kind == PollKind::Agreement;
            let about = ballot.choice.first().copied().filter(|_| is_reason);
            let passed = poll.passed.has(&TextId::of(text, about));
            let reads = match (audience, poll.is_secret() && poll.state == PollState::Open) {
                (_, true) => false,
                (Audience::Chair, false) => !is_reason || may_see,
                (_, false) => passed && (!is_reason || may_see),
            };
            assert!(
                reads || !seen.contains(text.as_str()),
                "{audience:?} reads {text:?} of {id}: {seen}"
            );
        }
    }
}

/// On its own page a seat sees its own ballots, and of secret ones nothing.
fn assert_own_page(room: &Room, seat: &Seat) {
    let you = room.you(&seat.id, seat.role);
    let text = serde_json::to_string(&you).unwrap();
    assert!(!text.contains("receipt"));
    for (id, poll) in room.polls.iter() {
        let own = poll.voter_of(seat).and_then(|voter| poll.ballots.get(&voter));
        for (voter, cast) in &poll.ballots {
            let is_own = own == Some(cast);
            let written = cast.ballot.texts.iter().find(|written| text.contains(written.as_str()));
            assert!(is_own || written.is_none(), "{} reads what {voter:?} wrote in {id}", seat.id);
        }
        assert!(!poll.is_secret() || you.cast.get(&id).is_none_or(|ballot| *ballot == Ballot::default()));
        assert!(!poll.is_secret() || !you.ballots.contains_key(&id));
    }
}

/// Nobody is counted twice, and the tally is the recount.
pub fn assert_counts(room: &Room) {
    for (id, poll) in room.polls.iter() {
        if let Some(result) = &poll.result {
            assert!(result.ballots <= result.electorate, "{id}: more ballots than voters");
            assert!(
                result
                    .present
                    .is_none_or(|present| result.ballots <= present && present <= result.electorate)
            );
            for group in result.classes.values().chain(result.regions.values()) {
                assert!(group.ballots >= 5, "{id} tells of a group of {}", group.ballots);
            }
            if !poll.is_secret() {
                assert_eq!(result.ballots as usize, poll.ballots.len(), "{id}");
                let recount = Count::of(&poll.paper, poll.ballots.values().map(|cast| &cast.ballot));
                assert_eq!((&recount.tally, &recount.detail), (&result.tally, &result.detail), "{id}");
            }
            if poll.paper.kind == PollKind::Single {
                assert!(result.tally.values().sum::<u32>() + result.detail.abstentions == result.ballots);
            }
        }
        let hands: Vec<_> = poll.ballots.values().filter_map(|cast| cast.seat.as_ref()).collect();
        let distinct: BTreeSet<_> = hands.iter().collect();
        assert_eq!(hands.len(), distinct.len(), "{id}: a seat has two ballots");
    }
}
