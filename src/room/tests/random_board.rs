//! Random histories of the board: whatever is asked, a seat's support counts once, a replay gives the same board, and what waits is
//! seen by nobody who may not see it.

use super::histories::{everything_seen, replay};
use super::scene::{PEOPLE, asked_by, beginning};
use crate::room::Room;
use crate::room::command::{BoardCommand, BoardRule, CardKind, Command};
use crate::room::ids::{CardId, Millis};
use crate::room::record::Record;
use crate::room::seat::Role;
use crate::room::view::{Audience, You};
use proptest::collection::vec;
use proptest::prelude::*;

/// A command, whose texts get the number of their place in the history, so that each is found in any view.
fn board() -> impl Strategy<Value = BoardCommand> {
    let card = || (1..7u32).prop_map(CardId);
    let kind = CardKind::Gap;
    let rules = prop::sample::select(vec![
        BoardRule::Open,
        BoardRule::Moderated,
        BoardRule::Moderated,
        BoardRule::Closed,
    ]);
    prop_oneof![
        5 => Just(BoardCommand::Add { kind, text: String::new() }),
        2 => card().prop_map(move |card| BoardCommand::Edit { card, kind, text: String::new() }),
        1 => card().prop_map(|card| BoardCommand::Withdraw { card }),
        8 => card().prop_map(|card| BoardCommand::Support { card }),
        2 => card().prop_map(|card| BoardCommand::Unsupport { card }),
        1 => vec(card(), 0..3).prop_map(|cards| BoardCommand::Pass { cards }),
        2 => card().prop_map(|card| BoardCommand::Hold { card }),
        3 => (card(), card()).prop_map(|(card, into)| BoardCommand::Merge { card, into }),
        2 => card().prop_map(|card| BoardCommand::Pin { card }),
        1 => Just(BoardCommand::Unpin),
        1 => card().prop_map(|card| BoardCommand::Note { card }),
        2 => rules.prop_map(|rule| BoardCommand::Rule { rule }),
    ]
}

fn history() -> impl Strategy<Value = Vec<(&'static str, BoardCommand)>> {
    let names: Vec<&str> = PEOPLE.iter().map(|(name, _)| *name).chain(["organiser"]).collect();
    vec((prop::sample::select(names), board()), 0..80)
}

/// What the text of that place in the history looks like; no text is part of another.
fn canary(place: usize) -> String {
    format!("canary-{place}-sings")
}

fn with_text(command: &BoardCommand, place: usize) -> Command {
    let mut command = command.clone();
    if let BoardCommand::Add { text, .. } | BoardCommand::Edit { text, .. } = &mut command {
        *text = canary(place);
    }
    command.into()
}

/// Plays the history; gives the room and its journal.
fn play(history: &[(&'static str, BoardCommand)]) -> (Room, Vec<Vec<u8>>) {
    let mut room = Room::new();
    let mut journal = Vec::new();
    let mut write = |room: &mut Room, record: Record| {
        record.events.iter().for_each(|event| room.apply(&record.stamp(), event));
        journal.push(record.encode());
    };
    let record = |at, by, events| Record {
        at,
        by,
        request: None,
        made: None,
        events,
    };
    write(&mut room, record(Millis(0), None, beginning()));
    for (place, (name, command)) in history.iter().enumerate() {
        let context = asked_by(name, i64::try_from(place).unwrap());
        if let Ok(events) = room.decide(&with_text(command, place), &context) {
            write(&mut room, record(context.now, Some(context.seat), events));
        }
    }
    (room, journal)
}

fn pages(room: &Room) -> Vec<You> {
    room.seats.values().map(|seat| room.you(&seat.id, seat.role)).collect()
}

/// A seat counts once for a card, and only for one that is not its own.
fn assert_counted_once(room: &Room) {
    let view = room.view(Audience::Chair).board;
    for (id, card) in &view.cards {
        let found = room.board.card(*id).unwrap();
        assert_eq!(card.support as usize, found.supporters.len());
        assert!(
            !found.by.iter().any(|author| found.supporters.contains(author)),
            "{id} has its author's support"
        );
        if !card.waits {
            let say_so = pages(room).iter().filter(|page| page.supports.contains(id)).count();
            assert_eq!(card.support as usize, say_so, "{id}: as many as say so on their own pages");
        }
    }
    for (id, card) in room.board.cards().filter(|(_, card)| !card.is_seen_by(true)) {
        let (stands, other) = room.board.standing_for(id).unwrap();
        assert!(
            card.supporters.is_empty() && other.is_seen_by(true) && other.merged.contains(&id),
            "{id} is one with {stands}"
        );
    }
    if let Some(pinned) = view.pinned {
        assert!(
            room.view(Audience::Screen).board.cards.contains_key(&pinned),
            "the screen shows what all see"
        );
    }
}

/// What waits, or is one with another, is in no view of those who may not see it.
fn assert_hidden(room: &Room) {
    let seen = |audience: Audience| serde_json::to_string(&room.view(audience)).unwrap();
    let of_all = [Audience::Participant, Audience::Screen].map(seen);
    for (id, card) in room.board.cards().filter(|(_, card)| !card.is_seen_by(false)) {
        assert!(of_all.iter().all(|view| !view.contains(&card.text)), "{id} is seen");
        for page in pages(room).iter().filter(|page| Some(&page.seat) != card.by.as_ref()) {
            assert!(
                !serde_json::to_string(page).unwrap().contains(&card.text),
                "{id} is on the page of {}",
                page.seat
            );
            let may_see = card.is_seen_by(page.role != Role::Participant);
            assert!(
                may_see || !page.supports.contains(&id),
                "{id} is among what {} supports",
                page.seat
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_of_the_board_support_counts_once_and_what_waits_is_hidden(history in history()) {
        let (room, journal) = play(&history);
        assert_counted_once(&room);
        assert_hidden(&room);
        let replayed = replay(&journal);
        prop_assert_eq!(everything_seen(&room), everything_seen(&replayed));
        let restored = Room::restore(&room.snapshot()).unwrap();
        prop_assert_eq!((&room.board, &room.board), (&replayed.board, &restored.board));
    }
}
