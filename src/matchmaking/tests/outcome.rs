//! What goes into the outcome: what both let.

use super::support::Session;
use crate::matchmaking::agreeing::PairingId;
use crate::matchmaking::who::nobody_listed;
use crate::matchmaking::{Command, consented};
use crate::room::refusal::Code;

fn write(pairing: PairingId, text: &str) -> Command {
    let text = text.to_owned();
    Command::Write { pairing, text }
}

fn consent(pairing: PairingId, version: u32) -> Command {
    Command::Consent { pairing, version }
}

#[test]
fn nothing_goes_into_the_outcome_before_both_let_it() {
    let mut session = Session::default();
    let pairing = session.agreed("ana", "bo");
    session
        .ask("ana", &write(pairing, "Ten analysts are trained by June"))
        .unwrap();
    session.ask("ana", &consent(pairing, 1)).unwrap();
    assert_eq!(consented(&session.matchmaking, &nobody_listed), []);
    session.ask("bo", &consent(pairing, 1)).unwrap();
    let told = consented(&session.matchmaking, &nobody_listed);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].agreed, "Ten analysts are trained by June");
    assert_eq!(
        (told[0].needed_by.as_str(), told[0].offered_by.as_str()),
        ("Delegation of ana", "Delegation of bo")
    );
    let written = serde_json::to_string(&told).unwrap();
    assert!(!written.contains("Name of") && !written.contains("@example.org"), "{written}");
}

#[test]
fn consent_is_to_the_text_that_was_read() {
    let mut session = Session::default();
    let pairing = session.agreed("ana", "bo");
    session.ask("ana", &consent(pairing, 0)).unwrap();
    session.ask("bo", &write(pairing, "Something else")).unwrap();
    assert_eq!(session.refused("ana", &consent(pairing, 0)), Code::TextChanged);
    session.ask("bo", &consent(pairing, 1)).unwrap();
    assert_eq!(
        consented(&session.matchmaking, &nobody_listed),
        [],
        "consent to the earlier text does not count"
    );
    session.ask("ana", &consent(pairing, 1)).unwrap();
    assert_eq!(consented(&session.matchmaking, &nobody_listed).len(), 1);
}

#[test]
fn consent_is_taken_back_by_each_side_alone_and_ends_when_the_meeting_is_given_up() {
    let mut session = Session::default();
    let pairing = session.agreed("ana", "bo");
    for by in ["ana", "bo"] {
        session.ask(by, &consent(pairing, 0)).unwrap();
    }
    session.ask("bo", &Command::WithdrawConsent { pairing }).unwrap();
    assert_eq!(consented(&session.matchmaking, &nobody_listed), []);
    session.ask("bo", &consent(pairing, 0)).unwrap();
    session.ask("ana", &Command::GiveUp { pairing }).unwrap();
    assert_eq!(consented(&session.matchmaking, &nobody_listed), []);
}

#[test]
fn nobody_consents_for_the_other_or_before_both_said_yes() {
    let mut session = Session::default();
    let (need, offer) = (session.need("ana"), session.offer("bo"));
    let pairing = session.choose("ana", need, offer);
    assert_eq!(session.refused("ana", &consent(pairing, 0)), Code::NotAgreed);
    session.accept("bo", pairing);
    session.ask("ana", &consent(pairing, 0)).unwrap();
    session.ask("ana", &consent(pairing, 0)).unwrap();
    assert_eq!(consented(&session.matchmaking, &nobody_listed), []);
}
