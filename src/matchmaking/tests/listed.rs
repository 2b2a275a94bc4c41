//! Whoever is on the list of participants need not say who they are, and says nothing else of themselves than the list.

use super::support::{Session, details, seat, who};
use crate::matchmaking::Command;
use crate::matchmaking::post::{Kind, PostId};
use crate::matchmaking::who::{Introduction, Listed, nobody_listed};
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::Code;
use uuid::Uuid;

fn listed(name: &str, delegation: Option<&str>) -> Listed {
    Listed {
        name: name.to_owned(),
        delegation: delegation.map(str::to_owned),
    }
}

fn session_with(by: &str, listed: Listed) -> Session {
    let mut session = Session::default();
    session.listed.insert(by.to_owned(), listed);
    session
}

fn posting(kind: Kind) -> Command {
    let details = details("Help with something");
    Command::Post { kind, details }
}

/// Who Ana is, as others will be told it.
fn introduction_of(session: &Session) -> Introduction {
    session.matchmaking.introduction(&seat("ana")).cloned().unwrap()
}

#[test]
fn a_post_of_somebody_on_the_list_carries_name_and_delegation_of_the_list() {
    let mut session = session_with("ana", listed("Ana Sow", Some("Senegal")));
    session.ask("ana", &posting(Kind::Need)).unwrap();
    let expected = Introduction {
        name: "Ana Sow".to_owned(),
        delegation: "Senegal".to_owned(),
        contact: String::new(),
    };
    assert_eq!(introduction_of(&session), expected);
    assert_eq!(session.replayed(), session.matchmaking);
}

#[test]
fn who_is_on_the_list_cannot_pass_for_somebody_else() {
    let mut session = session_with("ana", listed("Ana Sow", Some("Senegal")));
    let introduction = Introduction {
        name: "Somebody else".to_owned(),
        delegation: "Norway".to_owned(),
        ..who("ana")
    };
    session.ask("ana", &Command::Introduce { introduction }).unwrap();
    let known = introduction_of(&session);
    assert_eq!((known.name.as_str(), known.delegation.as_str()), ("Ana Sow", "Senegal"));
    assert_eq!(known.contact, who("ana").contact);
}

#[test]
fn a_delegation_that_the_list_does_not_have_is_said_before_posting() {
    let mut session = session_with("ana", listed("Ana Sow", None));
    assert_eq!(session.refused("ana", &posting(Kind::Need)), Code::IntroductionMissing);
    let introduction = who("ana");
    session.ask("ana", &Command::Introduce { introduction }).unwrap();
    session.ask("ana", &posting(Kind::Need)).unwrap();
    let known = introduction_of(&session);
    assert_eq!((known.name, known.delegation), ("Ana Sow".to_owned(), who("ana").delegation));
}

#[test]
fn a_name_that_was_mended_on_the_list_is_taken_over_with_the_next_post() {
    let mut session = session_with("ana", listed("Ana Sou", Some("Senegal")));
    session.ask("ana", &posting(Kind::Need)).unwrap();
    let contact = who("ana").contact;
    let introduction = Introduction {
        contact: contact.clone(),
        ..introduction_of(&session)
    };
    session.ask("ana", &Command::Introduce { introduction }).unwrap();
    session.listed.insert("ana".to_owned(), listed("Ana Sow", Some("Senegal")));
    session.ask("ana", &posting(Kind::Offer)).unwrap();
    assert_eq!(introduction_of(&session).name, "Ana Sow");
    assert_eq!(introduction_of(&session).contact, contact);
}

#[test]
fn the_page_is_told_what_the_list_says_of_its_reader() {
    let session = session_with("ana", listed("Ana Sow", None));
    let view = session
        .matchmaking
        .view(&seat("ana"), &|seat| session.listed.get(seat.as_str()).cloned());
    assert_eq!(view.listed, Some(listed("Ana Sow", None)));
    assert_eq!(session.matchmaking.view(&seat("bo"), &nobody_listed).listed, None);
}

#[test]
fn what_is_put_right_on_the_list_is_right_for_partners_at_once_and_in_the_outcome() {
    let mut session = session_with("ana", listed("Ana Saw", Some("Senegal")));
    session.ask("ana", &posting(Kind::Offer)).unwrap();
    let (need, offer) = (session.need("ben"), PostId(Uuid::from_u128(1)));
    let pairing = session.choose("ben", need, offer);
    session.listed.insert("ana".to_owned(), listed("Ana Sow", Some("Mali")));
    let list = session.listed.clone();
    let directory = |seat: &SeatId| list.get(seat.as_str()).cloned();
    let partner = |session: &Session| session.matchmaking.view(&seat("ben"), &directory).pairings[0].partner.clone();
    assert_eq!(partner(&session), None, "both have to say yes");
    session.accept("ana", pairing);
    let seen = partner(&session).unwrap();
    assert_eq!((seen.name.as_str(), seen.delegation.as_str()), ("Ana Sow", "Mali"));
    let organiser = session.matchmaking.organiser_view(Millis(0), &directory);
    assert_eq!(organiser.agreed[0].provider.name, "Ana Sow");
}
