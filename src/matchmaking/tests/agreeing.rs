//! Choosing, answering, giving up.

use super::support::{Session, details, seat};
use crate::matchmaking::Command;
use crate::matchmaking::agreeing::{PairingId, Standing};
use crate::matchmaking::post::{Details, Kind, Visibility};
use crate::matchmaking::who::nobody_listed;
use crate::room::refusal::Code;
use uuid::Uuid;

fn standing(session: &Session, pairing: PairingId) -> Standing {
    session.matchmaking.pairings[&pairing].standing
}

#[test]
fn who_needs_chooses_and_who_offers_answers() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    assert_eq!(session.refused("bo", &Command::Choose { need, offer }), Code::UnknownPost);
    let turned = Command::Choose {
        need: offer,
        offer: need,
    };
    assert_eq!(session.refused("bo", &turned), Code::NotAllowed);
    let pairing = session.choose("ana", need, offer);
    assert_eq!(session.refused("ana", &Command::Accept { pairing }), Code::NotAllowed);
    assert_eq!(session.refused("cyd", &Command::Accept { pairing }), Code::UnknownPairing);
    session.accept("bo", pairing);
    assert_eq!(standing(&session, pairing), Standing::Agreed);
    assert_eq!(session.refused("bo", &Command::Accept { pairing }), Code::AlreadyAgreed);
}

#[test]
fn a_yes_may_follow_a_not_now() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    session.ask("bo", &Command::Decline { pairing }).unwrap();
    assert_eq!(standing(&session, pairing), Standing::Declined);
    session.accept("bo", pairing);
    assert_eq!(standing(&session, pairing), Standing::Agreed);
}

#[test]
fn nobody_chooses_twice_or_what_is_theirs_or_what_they_may_not_see() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    session.choose("ana", need, offer);
    assert_eq!(session.refused("ana", &Command::Choose { need, offer }), Code::AlreadyChosen);
    let own = session.offer("ana");
    assert_eq!(
        session.refused("ana", &Command::Choose { need, offer: own }),
        Code::UnknownPost
    );
    let hidden = Details {
        component: crate::room::notes::point::Component::Technology,
        visibility: Visibility::Proposed,
        ..details("For those whom it fits")
    };
    let hidden = session.post("bo", Kind::Offer, hidden);
    assert_eq!(
        session.refused("ana", &Command::Choose { need, offer: hidden }),
        Code::UnknownPost
    );
}

#[test]
fn what_was_given_up_can_be_chosen_again_and_not_answered_any_more() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    assert_eq!(session.refused("bo", &Command::GiveUp { pairing }), Code::NotAllowed);
    session.ask("ana", &Command::GiveUp { pairing }).unwrap();
    assert_eq!(session.refused("bo", &Command::Accept { pairing }), Code::UnknownPairing);
    assert_eq!(session.refused("ana", &Command::GiveUp { pairing }), Code::UnknownPairing);
    let again = session.choose("ana", need, offer);
    session.accept("bo", again);
    assert_eq!(standing(&session, again), Standing::Agreed);
}

#[test]
fn a_post_that_is_taken_back_takes_along_what_was_not_agreed() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let agreed = session.choose("ana", need, offer);
    session.accept("bo", agreed);
    let other = session.need("cyd");
    let asked = session.choose("cyd", other, offer);
    session.ask("bo", &Command::Withdraw { post: offer }).unwrap();
    assert_eq!(standing(&session, agreed), Standing::Agreed);
    assert_eq!(standing(&session, asked), Standing::GivenUp);
    assert_eq!(session.refused("ana", &Command::Choose { need, offer }), Code::UnknownPost);
}

#[test]
fn an_organiser_cancels_what_was_agreed_and_nothing_else() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    let cancel = Command::GiveUp { pairing };
    assert_eq!(session.organise(&cancel).unwrap_err().code, Code::UnknownPairing);
    session.accept("bo", pairing);
    session.organise(&cancel).unwrap();
    assert_eq!(standing(&session, pairing), Standing::GivenUp);
    let seen = session.matchmaking.view(&seat("ana"), &nobody_listed);
    assert_eq!(
        seen.pairings[0].standing,
        Standing::GivenUp,
        "both are told that it was cancelled"
    );
    assert_eq!(seen.pairings[0].partner, None);
}

#[test]
fn what_is_between_two_is_unknown_to_a_third() {
    let mut session = Session::default();
    let pairing = session.agreed("ana", "bo");
    let unknown = PairingId(Uuid::from_u128(99));
    for pairing in [pairing, unknown] {
        for command in [
            Command::Accept { pairing },
            Command::Decline { pairing },
            Command::GiveUp { pairing },
            Command::Consent { pairing, version: 0 },
            Command::WithdrawConsent { pairing },
            Command::Write {
                pairing,
                text: String::new(),
            },
        ] {
            assert_eq!(session.refused("cyd", &command), Code::UnknownPairing);
        }
    }
    assert_eq!(session.matchmaking.view(&seat("cyd"), &nobody_listed).pairings, []);
}
