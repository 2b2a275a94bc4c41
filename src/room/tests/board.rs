//! The board of contributions: cards, their support, and what chair and rapporteur do with them.

use super::scene::{asked_by, asks, does, given, seat_id, sentence};
use crate::room::Room;
use crate::room::command::{BoardCommand, BoardRule, CardKind, Command};
use crate::room::event::{BoardEvent, Event};
use crate::room::ids::CardId;
use crate::room::limits::{CARD_CHARACTERS_MAX, CARDS_PER_SEAT_MAX};
use crate::room::refusal::Code;
use crate::room::view::{Audience, BoardView};

const C1: CardId = CardId(1);
const C2: CardId = CardId(2);
const C3: CardId = CardId(3);

fn add(text: &str) -> Command {
    BoardCommand::Add {
        kind: CardKind::Gap,
        text: text.to_owned(),
    }
    .into()
}

fn edit(card: CardId, text: &str) -> Command {
    BoardCommand::Edit {
        card,
        kind: CardKind::Need,
        text: text.to_owned(),
    }
    .into()
}

fn rule(rule: BoardRule) -> Command {
    BoardCommand::Rule { rule }.into()
}

fn support(card: CardId) -> Command {
    BoardCommand::Support { card }.into()
}

fn merge(card: CardId, into: CardId) -> Command {
    BoardCommand::Merge { card, into }.into()
}

fn pin(card: CardId) -> Command {
    BoardCommand::Pin { card }.into()
}

fn note(card: CardId) -> Command {
    BoardCommand::Note { card }.into()
}

fn hold(card: CardId) -> Command {
    BoardCommand::Hold { card }.into()
}

fn pass(cards: &[CardId]) -> Command {
    BoardCommand::Pass { cards: cards.to_vec() }.into()
}

fn seen(room: &Room, audience: Audience) -> BoardView {
    room.view(audience).board
}

fn support_of(room: &Room, card: CardId) -> u32 {
    seen(room, Audience::Chair).cards[&card].support
}

/// Two cards of ana's and one of ben's.
fn board() -> Room {
    given([("ana", add("Money")), ("ana", add("Time")), ("ben", add("Funds"))])
}

#[test]
fn a_card_is_on_everybodys_page_with_its_author_on_the_record() {
    let room = board();
    for audience in Audience::ALL {
        let view = seen(&room, audience);
        assert_eq!(view.order, [C1, C2, C3]);
        let card = &view.cards[&C1];
        assert_eq!((card.text.as_str(), card.support, card.waits), ("Money", 0, false));
        assert_eq!(card.by.as_ref().unwrap().name.as_deref(), Some("Name of ana"));
    }
    let own = room.you(&seat_id("ana"), crate::room::seat::Role::Participant);
    assert_eq!(own.cards.keys().copied().collect::<Vec<_>>(), [C1, C2]);
}

#[test]
fn a_card_needs_words_and_not_too_many() {
    let room = board();
    assert_eq!(asks(&room, "ana", add(" ")), Err(Code::TextInvalid));
    assert_eq!(
        asks(&room, "ana", add(&"x".repeat(CARD_CHARACTERS_MAX + 1))),
        Err(Code::TextInvalid)
    );
    assert_eq!(asks(&room, "ana", edit(C1, "")), Err(Code::TextInvalid));
}

#[test]
fn a_seat_puts_so_many_cards_on_the_board_withdrawn_ones_among_them() {
    let mut room = board();
    does(&mut room, "ana", 5, &BoardCommand::Withdraw { card: C1 }.into());
    for _ in 2..CARDS_PER_SEAT_MAX {
        does(&mut room, "ana", 6, &add("More"));
    }
    assert_eq!(asks(&room, "ana", add("One more")), Err(Code::TooMany));
    assert!(asks(&room, "ben", add("Another")).is_ok());
}

#[test]
fn a_closed_board_takes_no_cards_and_keeps_those_it_has() {
    let mut room = board();
    does(&mut room, "chair", 5, &rule(BoardRule::Closed));
    for name in ["ana", "chair", "rapporteur"] {
        assert_eq!(asks(&room, name, add("Late")), Err(Code::BoardClosed));
    }
    assert_eq!(asks(&room, "ana", edit(C1, "Late")), Err(Code::BoardClosed));
    assert!(asks(&room, "ben", support(C1)).is_ok());
    assert_eq!(seen(&room, Audience::Participant).cards.len(), 3);
}

#[test]
fn on_a_moderated_board_a_card_waits_for_chair_or_rapporteur_and_theirs_do_not() {
    let mut room = given([
        ("chair", rule(BoardRule::Moderated)),
        ("ana", add("Money")),
        ("rapporteur", add("Time")),
    ]);
    for (audience, cards) in [
        (Audience::Participant, vec![C2]),
        (Audience::Screen, vec![C2]),
        (Audience::Chair, vec![C1, C2]),
        (Audience::Rapporteur, vec![C1, C2]),
    ] {
        assert_eq!(seen(&room, audience).order, cards, "{audience:?}");
    }
    let own = room.you(&seat_id("ana"), crate::room::seat::Role::Participant);
    assert!(own.cards[&C1].waits);
    assert_eq!(asks(&room, "ben", support(C1)), Err(Code::UnknownCard));
    assert_eq!(asks(&room, "chair", pin(C1)), Err(Code::UnknownCard));
    does(&mut room, "rapporteur", 6, &pass(&[]));
    assert_eq!(seen(&room, Audience::Participant).order, [C1, C2]);
    assert_eq!(asks(&room, "chair", pass(&[])), Err(Code::UnknownCard));
    assert!(
        asks(&room, "cochair", pass(&[C1])).is_ok(),
        "two who press at once are no fault"
    );
}

#[test]
fn a_card_waits_again_when_it_is_changed_on_a_moderated_board_and_stays_held_when_it_was() {
    let mut room = board();
    does(&mut room, "chair", 5, &pin(C1));
    does(&mut room, "chair", 5, &rule(BoardRule::Moderated));
    does(&mut room, "ana", 6, &edit(C1, "Money for teams"));
    let view = seen(&room, Audience::Participant);
    assert_eq!((view.order.as_slice(), view.pinned), ([C2, C3].as_slice(), None));
    does(&mut room, "chair", 7, &rule(BoardRule::Open));
    does(&mut room, "ana", 8, &edit(C1, "Money, anyway"));
    assert!(!seen(&room, Audience::Participant).cards.contains_key(&C1));
}

#[test]
fn support_counts_each_seat_once_and_can_be_taken_back() {
    let mut room = board();
    for second in [5, 6] {
        does(&mut room, "ben", second, &support(C1));
    }
    does(&mut room, "cleo", 7, &support(C1));
    assert_eq!(support_of(&room, C1), 2);
    for second in [8, 9] {
        does(&mut room, "ben", second, &BoardCommand::Unsupport { card: C1 }.into());
    }
    assert_eq!(support_of(&room, C1), 1);
    assert_eq!(
        room.you(&seat_id("cleo"), crate::room::seat::Role::Participant).supports,
        [C1]
    );
}

#[test]
fn nobody_supports_their_own_card() {
    let room = board();
    assert_eq!(asks(&room, "ana", support(C1)), Err(Code::OwnCard));
    assert_eq!(asks(&room, "ana", support(CardId(9))), Err(Code::UnknownCard));
}

#[test]
fn the_most_supported_stand_first_then_the_older() {
    let mut room = board();
    does(&mut room, "cleo", 5, &support(C3));
    assert_eq!(seen(&room, Audience::Screen).order, [C3, C1, C2]);
}

#[test]
fn what_others_support_or_the_notes_have_is_not_said_otherwise() {
    let mut room = board();
    does(&mut room, "ben", 5, &support(C1));
    assert_eq!(asks(&room, "ana", edit(C1, "Else")), Err(Code::CardInUse));
    does(&mut room, "rapporteur", 6, &note(C2));
    assert_eq!(asks(&room, "ana", edit(C2, "Else")), Err(Code::CardInUse));
    assert_eq!(asks(&room, "ben", edit(C2, "Else")), Err(Code::UnknownCard));
    assert!(seen(&room, Audience::Participant).cards[&C2].noted);
}

#[test]
fn one_takes_back_ones_own_card_and_chair_or_rapporteur_any_but_not_one_in_the_notes() {
    let mut room = board();
    let withdraw = |card| BoardCommand::Withdraw { card };
    assert_eq!(asks(&room, "ben", withdraw(C1)), Err(Code::UnknownCard));
    does(&mut room, "ben", 5, &support(C1));
    does(&mut room, "chair", 5, &pin(C1));
    does(&mut room, "ana", 6, &withdraw(C1).into());
    let view = seen(&room, Audience::Chair);
    assert_eq!((view.order.as_slice(), view.pinned), ([C2, C3].as_slice(), None));
    does(&mut room, "organiser", 7, &withdraw(C3).into());
    does(&mut room, "rapporteur", 8, &note(C2));
    for name in ["ana", "chair"] {
        assert_eq!(asks(&room, name, withdraw(C2)), Err(Code::CardInUse));
    }
}

#[test]
fn merging_unites_the_support_and_counts_the_author_of_the_one_that_goes() {
    let mut room = board();
    for (name, card) in [("cleo", C1), ("cleo", C3), ("chair", C3)] {
        does(&mut room, name, 5, &support(card));
    }
    does(&mut room, "chair", 5, &pin(C3));
    does(&mut room, "chair", 6, &merge(C3, C1));
    assert_eq!(support_of(&room, C1), 3, "cleo once, the chair, and ben whose card it was");
    let view = seen(&room, Audience::Participant);
    assert_eq!((view.order.as_slice(), view.pinned), ([C1, C2].as_slice(), None));
    assert_eq!(view.cards[&C1].merged, [C3]);
    let own = room.you(&seat_id("ben"), crate::room::seat::Role::Participant);
    assert_eq!((own.cards[&C3].merged_into, own.supports), (Some(C1), vec![C1]));
}

#[test]
fn an_author_does_not_come_to_support_their_own_card_by_a_merger() {
    let mut room = board();
    does(&mut room, "ana", 5, &support(C3));
    does(&mut room, "chair", 6, &merge(C3, C1));
    assert_eq!(support_of(&room, C1), 1, "ben");
    does(&mut room, "chair", 7, &merge(C2, C1));
    assert_eq!(support_of(&room, C1), 1, "both are ana's");
}

#[test]
fn mergers_go_on_to_the_last_and_each_card_goes_once() {
    let mut room = board();
    does(&mut room, "rapporteur", 5, &note(C3));
    does(&mut room, "chair", 5, &merge(C3, C2));
    does(&mut room, "chair", 6, &merge(C2, C1));
    let card = &seen(&room, Audience::Participant).cards[&C1];
    assert_eq!((card.merged.as_slice(), card.noted), ([C2, C3].as_slice(), true));
    let own = room.you(&seat_id("ben"), crate::room::seat::Role::Participant);
    assert_eq!(own.cards[&C3].merged_into, Some(C1));
    for (card, into) in [(C1, C1), (C2, C1), (C1, C3), (C1, CardId(9))] {
        assert_eq!(asks(&room, "chair", merge(card, into)), Err(Code::UnknownCard));
    }
    assert_eq!(
        sentence(room.decide(&support(C2), &asked_by("cleo", 60))),
        "Card c2 is one with c1 now."
    );
}

#[test]
fn cards_that_are_one_go_together_and_their_author_does_not_take_those_of_others_along() {
    let mut room = board();
    does(&mut room, "chair", 5, &merge(C3, C1));
    assert_eq!(asks(&room, "ana", BoardCommand::Withdraw { card: C1 }), Err(Code::CardInUse));
    does(&mut room, "chair", 6, &BoardCommand::Withdraw { card: C1 }.into());
    let own = room.you(&seat_id("ben"), crate::room::seat::Role::Participant);
    assert!(own.cards.is_empty());
}

#[test]
fn what_was_written_into_the_notes_while_the_card_was_merged_is_noted_of_the_one_that_stays() {
    let mut room = board();
    does(&mut room, "chair", 5, &merge(C3, C1));
    assert_eq!(
        asks(&room, "rapporteur", note(C3)),
        Ok(vec![Event::Board(BoardEvent::CardNoted { card: C1 })])
    );
}

#[test]
fn the_screen_shows_one_card_and_none_that_is_held() {
    let mut room = board();
    does(&mut room, "chair", 5, &pin(C1));
    does(&mut room, "rapporteur", 6, &pin(C2));
    assert_eq!(seen(&room, Audience::Screen).pinned, Some(C2));
    does(&mut room, "chair", 7, &hold(C2));
    assert_eq!(seen(&room, Audience::Screen).pinned, None);
    does(&mut room, "chair", 8, &pin(C1));
    does(&mut room, "chair", 9, &BoardCommand::Unpin.into());
    assert_eq!(seen(&room, Audience::Screen).pinned, None);
}

#[test]
fn a_card_that_waits_is_not_among_those_that_its_supporters_see() {
    let mut room = board();
    does(&mut room, "ben", 5, &support(C1));
    does(&mut room, "cochair", 5, &support(C1));
    does(&mut room, "chair", 6, &hold(C1));
    let supports = |name| room.you(&seat_id(name), super::scene::role_of(name)).supports;
    assert_eq!((supports("ben"), supports("cochair")), (vec![], vec![C1]));
}
