//! What reaches a room that is open already when its plan is changed, and what is left as the room has made it.

use super::scene::{choosing, definition, does, moves, next, paper, room, stamp};
use crate::room::Room;
use crate::room::command::{BoardCommand, BoardRule, Entry, FloorCommand, NotesCommand, PollCommand, PollKind, Writers};
use crate::room::event::{Definition, Event};
use crate::room::following;
use crate::room::ids::{PollId, RequestId};
use crate::room::seat::{Profile, Rank};
use crate::room::view::{ListState, PollState};

/// The plan says this now; how much happened by it.
fn plan(room: &mut Room, said: Definition) -> usize {
    let events = following::decide(room, &said);
    for (by, event) in &events {
        let mut stamp = stamp("nobody", 30);
        stamp.by.clone_from(by);
        room.apply(&stamp, event);
    }
    events.len()
}

fn with_polls(questions: &[&str]) -> Definition {
    let asking = |question: &&str| {
        let mut poll = paper(PollKind::Single, &["North", "South"]);
        poll.question = (*question).to_owned();
        poll
    };
    Definition {
        polls: questions.iter().map(asking).collect(),
        ..definition()
    }
}

fn opened(definition: Definition) -> Room {
    let mut room = Room::new();
    let definition = Box::new(definition);
    room.apply(&stamp("organiser", 0), &Event::RoomOpened { definition });
    room
}

fn asked(room: &Room) -> Vec<(u32, &str, PollState)> {
    let polls = room.polls.iter();
    polls
        .map(|(PollId(id), poll)| (id, poll.paper.question.as_str(), poll.state))
        .collect()
}

fn delegate(delegation: &str, rank: Rank) -> Entry {
    let profile = Profile {
        delegation: Some(delegation.to_owned()),
        rank: Some(rank),
        ..Profile::default()
    };
    Entry {
        profile,
        ..Entry::default()
    }
}

fn with_speakers(speakers: &[(&str, Rank)]) -> Definition {
    Definition {
        speakers: speakers.iter().map(|(name, rank)| delegate(name, *rank)).collect(),
        ..definition()
    }
}

fn waiting(room: &Room) -> Vec<(u32, String)> {
    let waiting = room.floor.waiting.iter();
    waiting
        .map(|request| (request.id.0, request.speaker(&room.seats).called()))
        .collect()
}

#[test]
fn a_poll_that_is_new_in_the_plan_comes_into_an_open_room_as_a_draft_and_once() {
    let mut room = opened(with_polls(&["One?"]));
    let said = with_polls(&["One?", "Two?", "Two?"]);
    assert_eq!(plan(&mut room, said.clone()), 3);
    let drafts = [
        (1, "One?", PollState::Draft),
        (2, "Two?", PollState::Draft),
        (3, "Two?", PollState::Draft),
    ];
    assert_eq!(asked(&room), drafts);
    assert_eq!(plan(&mut room, said.clone()), 0, "the same plan again is no news");
    let mut reordered = said;
    reordered.polls.reverse();
    plan(&mut room, reordered);
    assert_eq!(asked(&room), drafts, "another order makes no other polls");
}

#[test]
fn a_draft_that_nobody_has_touched_follows_the_plan() {
    let mut room = opened(with_polls(&["One?", "Two?", "Three?"]));
    plan(&mut room, with_polls(&["One?", "Two, rather?"]));
    assert_eq!(
        asked(&room),
        [(1, "One?", PollState::Draft), (2, "Two, rather?", PollState::Draft)]
    );
}

#[test]
fn a_poll_that_was_asked_or_changed_or_thrown_away_in_the_room_stays_so() {
    let mut room = room();
    plan(&mut room, with_polls(&["One?", "Two?", "Three?"]));
    let [first, second, third] = [1, 2, 3].map(|at| room.polls.iter().nth(at - 1).unwrap().0);
    does(&mut room, "chair", 31, &PollCommand::Open { poll: first }.into());
    let (poll, ballot) = (first, choosing(&[1]));
    does(&mut room, "ana", 32, &PollCommand::Cast { poll, ballot }.into());
    let mut mine = paper(PollKind::Single, &["North", "South"]);
    mine.question = "Mine?".to_owned();
    let edit = PollCommand::Edit {
        poll: second,
        paper: Box::new(mine),
    };
    does(&mut room, "chair", 33, &edit.into());
    does(&mut room, "chair", 34, &PollCommand::Discard { poll: third }.into());
    plan(&mut room, with_polls(&["Four?"]));
    let told: Vec<_> = asked(&room)
        .into_iter()
        .map(|(_, question, state)| (question, state))
        .collect();
    assert_eq!(told[..2], [("One?", PollState::Open), ("Mine?", PollState::Draft)]);
    assert_eq!(told[2..], [("Four?", PollState::Draft)]);
    assert_eq!(room.polls.get(first).map(crate::room::polls::Poll::turnout), Some(1));
}

#[test]
fn a_speaker_who_is_new_in_the_plan_comes_onto_the_list_and_who_was_heard_does_not_again() {
    use Rank::{Delegate, Minister};
    let mut room = opened(with_speakers(&[("Peru", Delegate), ("Kenya", Delegate)]));
    for (by, event) in super::scene::beginning().into_iter().skip(1).map(|event| ("chair", event)) {
        room.apply(&stamp(by, 1), &event);
    }
    does(&mut room, "chair", 2, &next());
    does(&mut room, "chair", 3, &next());
    plan(
        &mut room,
        with_speakers(&[("Peru", Minister), ("Kenya", Delegate), ("Fiji", Delegate)]),
    );
    assert_eq!(waiting(&room), [(3, "Fiji".to_owned())]);
}

#[test]
fn who_waits_as_planned_is_changed_with_the_plan_and_goes_with_it_but_not_whom_the_chair_has_moved() {
    use Rank::{Delegate, Minister};
    let planned = [("Peru", Delegate), ("Kenya", Delegate), ("Fiji", Delegate)];
    let mut room = opened(with_speakers(&planned));
    does(&mut room, "chair", 1, &moves(RequestId(3), Some(RequestId(1))).into());
    plan(&mut room, with_speakers(&[("Peru", Minister)]));
    assert_eq!(waiting(&room), [(1, "Peru".to_owned()), (3, "Fiji".to_owned())]);
    let peru = &room.floor.waiting[0].details.speaker;
    assert_eq!(peru.as_ref().and_then(|speaker| speaker.rank), Some(Minister));
    assert!(room.floor.dismissed.is_empty(), "nobody in the room has decided anything");
}

#[test]
fn who_is_new_in_the_plan_stays_on_the_list_when_the_chair_undoes_a_step() {
    let mut room = room();
    does(&mut room, "chair", 29, &FloorCommand::Close { in_s: None }.into());
    plan(&mut room, with_speakers(&[("Fiji", Rank::Delegate)]));
    does(&mut room, "chair", 31, &FloorCommand::Undo { step: 1 }.into());
    assert_eq!((room.floor.list, waiting(&room).len()), (ListState::Open, 1));
}

#[test]
fn who_may_write_and_who_sees_a_card_follow_until_the_room_decides_otherwise() {
    let said = |writers, board| Definition {
        writers,
        board,
        ..definition()
    };
    let mut room = room();
    plan(&mut room, said(Writers::Everyone, BoardRule::Moderated));
    assert_eq!((room.writers, room.board.rule), (Writers::Everyone, BoardRule::Moderated));
    let writers = Writers::Chosen;
    does(&mut room, "chair", 31, &NotesCommand::Writers { writers }.into());
    let rule = BoardRule::Closed;
    does(&mut room, "chair", 32, &BoardCommand::Rule { rule }.into());
    plan(&mut room, said(Writers::Chosen, BoardRule::Open));
    plan(&mut room, said(Writers::Everyone, BoardRule::Moderated));
    assert_eq!((room.writers, room.board.rule), (Writers::Everyone, BoardRule::Closed));
}

#[test]
fn the_list_is_open_at_first_as_the_plan_says_until_somebody_has_come_in() {
    let said = |list_open| Definition {
        list_open,
        ..definition()
    };
    let mut empty = opened(said(true));
    plan(&mut empty, said(false));
    assert_eq!(empty.floor.list, ListState::Closed);
    plan(&mut empty, said(true));
    assert_eq!(empty.floor.list, ListState::Open);
    let mut used = room();
    plan(&mut used, said(false));
    assert_eq!(used.floor.list, ListState::Open, "people are on their way to it");
}
