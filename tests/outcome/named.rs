//! The names that stand in what a room under the Chatham House Rule would tell.

use crate::fixture::polls::polled_and_closed;
use crate::fixture::rich::cleared;
use crate::fixture::{busy, paper, person, seat};
use roundtable::outcome::attribution::{Named, NamedPlace, NamedWhat, named_in};
use roundtable::room::Room;
use roundtable::room::command::{CardKind, PollKind, Verdict};
use roundtable::room::event::{Attribution, BoardEvent, Event, ReportEvent};
use roundtable::room::ids::{CardId, Millis, RemarkId};
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

/// A room in which every text that would be told names a delegation.
fn with_names_everywhere() -> Room {
    let mut story = cleared(Attribution::ChathamHouse);
    story.report(ReportEvent::ReportResumed {
        reason: "Ireland found a mistake".to_owned(),
    });
    let (blocks, sha256) = (story.room.notes.blocks(), String::new());
    let until = Millis(story.now().0 + 600_000);
    story.report(ReportEvent::DraftCirculated {
        draft: 3,
        blocks,
        sha256,
        until,
    });
    story.by(
        Some(seat("b")),
        Event::Report(ReportEvent::RemarkMade {
            remark: RemarkId(3),
            paragraph: 1,
            text: "Ireland did not say so".to_owned(),
        }),
    );
    story.report(ReportEvent::RemarkAnswered {
        remark: RemarkId(3),
        verdict: Verdict::Declined,
        word: "As Ireland wishes".to_owned(),
    });
    story.drafts(
        5,
        paper("What does Ireland need?", PollKind::Single, &["Yes", "Ask Ireland"], None),
    );
    story.opens(5);
    story.drafts(6, paper("Ireland, once more?", PollKind::Single, &["Yes", "No"], None));
    story.room
}

#[test]
fn whatever_would_be_told_is_looked_at() {
    let named = named_in(&with_names_everywhere());
    let ireland = named.iter().find(|named| named.words == "Ireland").unwrap();
    let found: Vec<(NamedPlace, Option<&str>, &str)> = ireland
        .passages
        .iter()
        .map(|passage| (passage.place, passage.id.as_deref(), passage.excerpt.as_str()))
        .collect();
    let expected = [
        (NamedPlace::Remark, Some("m3"), "Ireland did not say so"),
        (NamedPlace::Remark, Some("m3"), "As Ireland wishes"),
        (NamedPlace::Resumed, None, "Ireland found a mistake"),
        (NamedPlace::Poll, Some("p5"), "What does Ireland need?"),
        (NamedPlace::Poll, Some("p5"), "Ask Ireland"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn texts_of_voters_are_looked_at_where_the_chair_let_them_through() {
    let mut story = polled_and_closed(Attribution::ChathamHouse);
    story.join("z", Role::Participant, person("", "Shared point", None));
    story.join("y", Role::Participant, person("", "held back", None));
    let named = named_in(&story.room);
    assert_eq!(words(&named), ["Shared point"]);
    assert_eq!(named[0].passages[0].place, NamedPlace::Poll);
}
