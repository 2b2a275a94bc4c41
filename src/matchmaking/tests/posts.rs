//! Posting, saying it otherwise, taking it back; and what the organiser sets.

use super::support::{QUARTER, Session, details, seat, settings, who};
use crate::matchmaking::Command;
use crate::matchmaking::limits::POSTS_PER_SEAT_MAX;
use crate::matchmaking::post::{Details, Kind, Visibility};
use crate::matchmaking::settings::{NeedsFrom, Settings, Slot, SlotId, Stage};
use crate::matchmaking::who::{Introduction, nobody_listed};
use crate::room::ids::Millis;
use crate::room::refusal::Code;
use crate::room::seat::Role;

fn posting(kind: Kind) -> Command {
    Command::Post {
        kind,
        details: details("Training of analysts"),
    }
}

#[test]
fn nobody_posts_before_they_have_said_who_they_are() {
    let mut session = Session::default();
    assert_eq!(session.refused("ana", &posting(Kind::Need)), Code::IntroductionMissing);
    session.introduce("ana");
    session.ask("ana", &posting(Kind::Need)).unwrap();
}

#[test]
fn an_introduction_needs_a_name_and_a_delegation_and_no_contact() {
    let mut session = Session::default();
    let introduce = |name: &str, delegation: &str| Command::Introduce {
        introduction: Introduction {
            name: name.to_owned(),
            delegation: delegation.to_owned(),
            contact: String::new(),
        },
    };
    assert_eq!(session.refused("ana", &introduce(" ", "Kiribati")), Code::TextInvalid);
    assert_eq!(session.refused("ana", &introduce("Ana", "")), Code::TextInvalid);
    session.ask("ana", &introduce("Ana", "Kiribati")).unwrap();
}

#[test]
fn a_screen_takes_no_part_and_an_organiser_neither_posts_nor_answers() {
    let mut session = Session::default();
    for role in [Role::Screen, Role::Organiser] {
        let refusal = session.ask_as(role, "ana", &posting(Kind::Offer)).unwrap_err();
        assert_eq!(refusal.code, Code::NotAllowed);
    }
    for command in [
        Command::Assign,
        Command::Stage { stage: Stage::Closed },
        Command::Settings {
            seen: Settings::default(),
            settings: settings(1, 1),
        },
    ] {
        assert_eq!(session.refused("ana", &command), Code::NotAllowed);
    }
}

#[test]
fn where_needs_are_for_states_others_post_offers() {
    let mut session = Session::default();
    let only_states = Settings {
        needs_from: NeedsFrom::States,
        ..settings(1, 1)
    };
    session.set(only_states).unwrap();
    session.introduce("company");
    assert_eq!(session.refused("company", &posting(Kind::Need)), Code::NotAllowed);
    session.ask("company", &posting(Kind::Offer)).unwrap();
    let introduction = Introduction {
        delegation: "côte d'ivoire".to_owned(),
        ..who("state")
    };
    session.ask("state", &Command::Introduce { introduction }).unwrap();
    session.ask("state", &posting(Kind::Need)).unwrap();
}

#[test]
fn an_empty_sentence_a_wrong_language_and_an_offer_that_nobody_sees_are_refused() {
    let mut session = Session::default();
    session.introduce("ana");
    let mut refused = |details: Details| {
        let kind = Kind::Offer;
        session.refused("ana", &Command::Post { kind, details })
    };
    assert_eq!(refused(details(" ")), Code::TextInvalid);
    assert_eq!(refused(details(&"a".repeat(281))), Code::TextInvalid);
    let languages = ["French".to_owned()].into();
    assert_eq!(
        refused(Details {
            languages,
            ..details("x")
        }),
        Code::TextInvalid
    );
    let visibility = Visibility::Secretariat;
    assert_eq!(
        refused(Details {
            visibility,
            ..details("x")
        }),
        Code::OutOfBounds
    );
}

#[test]
fn a_seat_has_so_many_posts_and_may_post_again_when_it_takes_one_back() {
    let mut session = Session::default();
    let first = session.need("ana");
    for _ in 1..POSTS_PER_SEAT_MAX {
        session.need("ana");
    }
    assert_eq!(session.refused("ana", &posting(Kind::Need)), Code::TooMany);
    session.ask("ana", &Command::Withdraw { post: first }).unwrap();
    session.ask("ana", &posting(Kind::Need)).unwrap();
}

#[test]
fn a_post_is_its_owners_to_change_and_only_until_somebody_said_yes_to_it() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let change = |post| Command::Change {
        post,
        details: details("Said otherwise"),
    };
    assert_eq!(session.refused("bo", &change(need)), Code::UnknownPost);
    session.ask("ana", &change(need)).unwrap();
    assert_eq!(session.matchmaking.posts[&need].details.sentence, "Said otherwise");
    let pairing = session.choose("ana", need, offer);
    assert_eq!(session.refused("ana", &change(need)), Code::PostInUse);
    assert_eq!(session.refused("bo", &change(offer)), Code::PostInUse);
    session.ask("ana", &Command::GiveUp { pairing }).unwrap();
    session.ask("bo", &change(offer)).unwrap();
}

#[test]
fn what_is_closed_takes_no_post_and_no_yes_but_lets_people_go() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    session.organise(&Command::Stage { stage: Stage::Closed }).unwrap();
    assert_eq!(session.refused("ana", &posting(Kind::Need)), Code::MatchmakingClosed);
    assert_eq!(
        session.refused("ana", &Command::Choose { need, offer }),
        Code::MatchmakingClosed
    );
    assert_eq!(session.refused("bo", &Command::Accept { pairing }), Code::MatchmakingClosed);
    session.ask("bo", &Command::Decline { pairing }).unwrap();
    session.ask("ana", &Command::Withdraw { post: need }).unwrap();
}

#[test]
fn slots_come_one_after_the_other_and_end_after_they_start() {
    let slot = |starts: i64, ends: i64| Slot {
        starts: Millis(starts * QUARTER),
        ends: Millis(ends * QUARTER),
    };
    let mut session = Session::default();
    let mut of = |slots: Vec<Slot>| {
        let settings = Settings { slots, ..settings(3, 0) };
        session.set(settings).map_err(|refusal| refusal.message)
    };
    assert!(of(vec![slot(1, 2), slot(2, 3)]).is_ok());
    assert_eq!(of(vec![slot(1, 2), slot(3, 3)]).unwrap_err(), "Slot 2 ends before it starts.");
    assert_eq!(
        of(vec![slot(1, 3), slot(2, 4)]).unwrap_err(),
        "Slot 2 starts before the one before it has ended."
    );
    assert_eq!(of(vec![slot(1, 99)]).unwrap_err(), "Slot 1 is longer than eight hours.");
    let too_many = settings(501, 1);
    let refusal = session.set(too_many).unwrap_err();
    assert_eq!(refusal.code, Code::OutOfBounds);
}

#[test]
fn of_two_organisers_who_say_when_people_meet_the_second_is_told_that_the_first_was_quicker() {
    let mut session = Session::default();
    let seen = Settings::default();
    let says = |settings: Settings| Command::Settings {
        seen: seen.clone(),
        settings,
    };
    session.organise(&says(settings(5, 4))).unwrap();
    let refusal = session.organise(&says(settings(9, 4))).unwrap_err();
    assert_eq!(refusal.code, Code::ChangedMeanwhile);
    assert_eq!(session.matchmaking.settings, settings(5, 4));
    session.set(settings(9, 4)).unwrap();
    assert_eq!(session.matchmaking.settings.tables, 9);
}

#[test]
fn settings_that_are_so_already_are_done_whatever_was_seen() {
    let mut session = Session::default();
    session.set(settings(5, 4)).unwrap();
    let command = Command::Settings {
        seen: Settings::default(),
        settings: settings(5, 4),
    };
    session.organise(&command).unwrap();
    assert_eq!(session.events.len(), 1);
}

#[test]
fn people_are_busy_in_slots_that_there_are() {
    let mut session = Session::default();
    session.set(settings(1, 2)).unwrap();
    let busy = |slot: u32| Command::Busy {
        slots: [SlotId(slot)].into(),
    };
    assert_eq!(session.refused("ana", &busy(3)), Code::OutOfBounds);
    session.ask("ana", &busy(2)).unwrap();
    assert_eq!(
        session.matchmaking.view(&seat("ana"), &nobody_listed).busy,
        [SlotId(2)].into()
    );
    session.set(settings(1, 1)).unwrap();
    assert_eq!(
        session.matchmaking.view(&seat("ana"), &nobody_listed).busy,
        [].into(),
        "a slot that is gone is nobody's matter"
    );
}
