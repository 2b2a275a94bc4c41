//! What a room takes over when its plan has come to say something else, beside what `definition` makes of the words alone. Each part
//! follows the plan as long as the room has left it as the plan had it, and nothing that people did is undone:
//!
//! - a poll that is new in the plan becomes a draft; a draft that nobody has changed or asked is changed with it, and goes with it;
//! - a speaker who is new in the plan comes onto the list; one who still waits as planned is changed with it, and goes with it;
//! - who may write, and who sees a new card, where the room has not decided otherwise;
//! - whether the list is open at first, until somebody has come in: after that the chair opens and closes it;
//! - the headings of the notes, until somebody has written in them (`notes::template`).
//!
//! What follows is in the same commit as the news of the plan, so that it happens once, whatever the machine does. A closed room's list
//! stays as it was closed.

use super::Room;
use super::event::{BoardEvent, Definition, Event};
use super::ids::SeatId;
use super::notes::template;
use super::view::{ListState, RoomState};

/// What happens in a room whose plan says this now, each thing by whom, in this order; nothing where the plan says what it said.
pub fn decide(room: &Room, said: &Definition) -> Vec<(Option<SeatId>, Event)> {
    if room.definition == *said {
        return Vec::new();
    }
    let configured = Event::RoomConfigured {
        definition: Box::new(said.clone()),
    };
    let polls = room.polls.follow_plan(&room.definition.polls, &said.polls);
    let by_nobody = std::iter::once(configured)
        .chain(polls)
        .chain(list(room, said))
        .chain(rules(room, said));
    let notes = template::edit_anew(room, said).map(|(author, edit)| (Some(author), edit));
    by_nobody.map(|event| (None, event)).chain(notes).collect()
}

fn list(room: &Room, said: &Definition) -> Vec<Event> {
    if room.state == RoomState::Closed {
        return Vec::new();
    }
    let before = &room.definition;
    let mut events = room.floor.follow_plan(&before.speakers, &said.speakers, &room.seats);
    let is_as_planned = (room.floor.list == ListState::Open) == before.list_open;
    if before.list_open != said.list_open && is_as_planned && !room.has_begun() {
        events.push(if said.list_open {
            Event::ListOpened
        } else {
            Event::ListClosed
        });
    }
    events
}

fn rules(room: &Room, said: &Definition) -> Vec<Event> {
    let before = &room.definition;
    let writers =
        (before.writers != said.writers && room.writers == before.writers).then_some(Event::WritersSet { writers: said.writers });
    let board = (before.board != said.board && room.board.rule == before.board)
        .then_some(Event::Board(BoardEvent::BoardRuleSet { rule: said.board }));
    writers.into_iter().chain(board).collect()
}

/// What is in the first and not in the second, each as often as it is there more often.
pub(super) fn without<'a, T: PartialEq>(these: &'a [T], those: &[T]) -> Vec<&'a T> {
    let mut those: Vec<&T> = those.iter().collect();
    let is_more = |item: &&T| match those.iter().position(|other| *other == *item) {
        Some(at) => {
            those.swap_remove(at);
            false
        }
        None => true,
    };
    these.iter().filter(is_more).collect()
}
