//! The names that stand in what a room under the Chatham House Rule would tell.

use crate::fixture::busy;
use crate::fixture::rich::cleared;
use crate::fixture::{person, seat};
use roundtable::outcome::attribution::{Named, NamedPlace, NamedWhat, named_in};
use roundtable::room::Room;
use roundtable::room::command::CardKind;
use roundtable::room::event::{Attribution, BoardEvent, Event};
use roundtable::room::ids::CardId;
use roundtable::room::seat::Role;

/// A room in which somebody wrote a card.
fn with_card(rule: Attribution, text: &str) -> Room {
    let mut story = busy(rule);
    let event = BoardEvent::CardAdded {
        card: CardId(1),
        kind: CardKind::Gap,
        text: text.to_owned(),
        waits: true,
    };
    story.by(Some(seat("a")), Event::Board(event));
    story.room
}

fn words(named: &[Named]) -> Vec<&str> {
    named.iter().map(|named| named.words.as_str()).collect()
}

#[test]
fn names_and_delegations_of_those_in_the_room_are_found_where_they_stand() {
    let named = named_in(&with_card(Attribution::ChathamHouse, "As mr o\u{2019}neill of IRELAND said"));
    assert_eq!(words(&named), ["O'Neill", "Ireland"]);
    assert_eq!(
        named.iter().map(|named| named.what).collect::<Vec<_>>(),
        [NamedWhat::Person, NamedWhat::Delegation]
    );
    let passage = &named[0].passages[0];
    assert_eq!((passage.place, passage.id.as_deref()), (NamedPlace::Card, Some("c1")));
    assert!(passage.excerpt.starts_with("As mr"));
}

#[test]
fn nothing_is_said_under_the_other_rules_and_of_words_that_are_nobodys() {
    for rule in [Attribution::OnTheRecord, Attribution::Closed] {
        assert!(named_in(&with_card(rule, "Ireland")).is_empty());
    }
    assert!(named_in(&with_card(Attribution::ChathamHouse, "Icelandic islands")).is_empty());
}

#[test]
fn owners_of_points_are_looked_at_too() {
    let mut story = cleared(Attribution::ChathamHouse);
    story.join("f", Role::Participant, person("", "African Union Commission", None));
    let named = named_in(&story.room);
    let place = named
        .iter()
        .find(|named| named.words == "African Union Commission")
        .map(|named| named.passages[0].place);
    assert_eq!(place, Some(NamedPlace::Owner));
}
