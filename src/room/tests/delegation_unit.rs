//! The delegation is the unit of the list: whoever of it asks, however it is written, and whoever speaks for it in the end.

use super::scene::{next, seat_id, withdraw};
use super::session::{DELEGATES, Session, asks_in, delegate};
use crate::room::command::{Change, Command, Entry, FloorCommand, SeatCommand};
use crate::room::event::Event;
use crate::room::floor::Lane;
use crate::room::refusal::Code;
use crate::room::seat::Rank;

fn change(change: Change) -> Command {
    FloorCommand::Change(change).into()
}

fn corrects(name: &str, delegation: &str) -> Command {
    SeatCommand::Update {
        profile: delegate(name, Some(delegation), None, None),
    }
    .into()
}

fn queue(name: Option<&str>, delegation: Option<&str>, lane: Option<Lane>) -> FloorCommand {
    let mut entry = Entry {
        lane,
        ..Entry::default()
    };
    entry.profile.name = name.map(str::to_owned);
    entry.profile.delegation = delegation.map(str::to_owned);
    FloorCommand::Queue(entry)
}

#[test]
fn a_delegation_has_one_request_on_the_list_whoever_asks_and_however_it_is_written() {
    let mut session = Session::with(["kenya", "ivory"]);
    for (colleague, sentence) in [
        ("kenya-b", "Your delegation is on the list of speakers already."),
        ("ivory-b", "Your delegation is on the list of speakers already."),
    ] {
        assert_eq!(session.refusal(colleague, asks_in(Lane::List)), Code::AlreadyOnList);
        assert_eq!(session.told(colleague, asks_in(Lane::List)), sentence);
    }
    session.does("chair", next());
    assert_eq!(session.refusal("kenya-b", asks_in(Lane::List)), Code::AlreadySpeaking);
    assert!(session.told("kenya-b", asks_in(Lane::List)).contains("kenya) speaks"));
}

#[test]
fn a_delegation_has_one_request_in_each_further_lane() {
    let mut session = Session::with(["kenya"]);
    session.does("kenya-b", asks_in(Lane::PointOfOrder));
    assert_eq!(session.refusal("kenya", asks_in(Lane::PointOfOrder)), Code::AlreadyOnList);
    assert_eq!(session.order(), ["kenya-b", "kenya"]);
}

#[test]
fn who_has_no_delegation_is_one_alone() {
    let mut session = Session::with(["expert"]);
    session.does("ana", asks_in(Lane::List));
    assert_eq!(
        session.told("ana", asks_in(Lane::List)),
        "You are on the list of speakers already."
    );
}

#[test]
fn a_colleague_withdraws_and_changes_what_the_delegation_asked() {
    let mut session = Session::with(["kenya", "japan"]);
    let minister = Change {
        seat: Some(seat_id("kenya-b")),
        ..Change::default()
    };
    session.does("kenya-b", change(minister));
    assert_eq!(session.order(), ["kenya-b", "japan"], "the place is the delegation's");
    session.does("kenya", withdraw(None));
    assert_eq!(session.order(), ["japan"]);
}

#[test]
fn a_changed_speaker_keeps_the_place_and_is_told_to_all() {
    let mut session = Session::with(["kenya", "japan"]);
    let minister = Change {
        name: Some("Minister Atieno".to_owned()),
        rank: Some(Rank::Minister),
        on_behalf_of: Some("African Group".to_owned()),
        language: Some("fr".to_owned()),
        remote: true,
        ..Change::default()
    };
    session.does("kenya", change(minister));
    assert_eq!(session.order(), ["Minister Atieno", "japan"]);
    let request = session
        .floor()
        .requests
        .remove(&session.request_of("Minister Atieno"))
        .unwrap();
    assert_eq!(request.profile.delegation.as_deref(), Some("Kenya"));
    assert_eq!((request.language.as_deref(), request.remote), (Some("fr"), true));
    session.does("kenya", change(Change::default()));
    assert_eq!(session.order(), ["kenya", "japan"], "left out, the seat itself speaks");
}

#[test]
fn the_place_is_not_given_to_another_delegation_nor_by_one() {
    let session = Session::with(["kenya", "japan"]);
    let (request, seat) = (Some(session.request_of("kenya")), Some(seat_id("japan")));
    let to_japan = Change {
        request,
        seat,
        ..Change::default()
    };
    assert_eq!(session.refusal("kenya", change(to_japan.clone())), Code::OtherDelegation);
    assert_eq!(session.refusal("japan", change(to_japan.clone())), Code::NotAllowed);
    assert_eq!(session.refusal("chair", change(to_japan)), Code::OtherDelegation);
    assert_eq!(session.refusal("ghana", change(Change::default())), Code::NotOnList);
    let language = Some("French, please".to_owned());
    let wrong = Change {
        language,
        ..Change::default()
    };
    assert_eq!(session.refusal("kenya", change(wrong)), Code::TextInvalid);
}

#[test]
fn requests_follow_a_seat_that_corrects_its_delegation() {
    let mut session = Session::with(["kenya"]);
    session
        .does("kenya", asks_in(Lane::PointOfOrder))
        .does("kenya", corrects("kenya", "Nauru"));
    session.does("kenya-b", asks_in(Lane::List));
    assert_eq!(session.order(), ["kenya", "kenya", "kenya-b"]);
    let own = |name: &str| {
        let seat = session.room.seats[&seat_id(name)].clone();
        session.room.you(&seat.id, seat.role).requests.len()
    };
    assert_eq!((own("kenya"), own("kenya-b")), (2, 1));
}

#[test]
fn a_corrected_delegation_that_waits_already_keeps_its_one_place() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("kenya", corrects("kenya", "Japan"));
    assert_eq!(session.refusal("kenya", asks_in(Lane::List)), Code::AlreadyOnList);
    session.does("kenya", withdraw(None));
    assert_eq!(session.order(), ["japan"], "it was their own that they took back");
}

#[test]
fn whose_request_changes_hands_is_told_to_both_delegations() {
    let mut session = Session::with(["kenya"]);
    session.room.take_touched();
    session.does("kenya", corrects("kenya", "Ghana"));
    let touched = session.room.take_touched();
    for name in ["kenya", "kenya-b", "ghana"] {
        assert!(touched.seats.contains(&seat_id(name)), "{name}: {:?}", touched.seats);
    }
}

#[test]
fn who_corrects_the_delegation_in_mid_speech_does_not_wait_meanwhile() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("chair", next()).does("kenya", corrects("kenya", "Japan"));
    assert_eq!(session.refusal("kenya", asks_in(Lane::List)), Code::AlreadySpeaking);
}

#[test]
fn somebody_without_a_device_is_queued_in_any_state_and_once() {
    let mut session = Session::with(["kenya"]);
    session.does("chair", super::scene::close());
    session
        .does("chair", queue(Some("Guest"), None, None))
        .does("chair", queue(None, Some("Nauru"), Some(Lane::Reply)));
    assert_eq!(
        session
            .floor()
            .requests
            .values()
            .filter(|request| request.seat.is_none())
            .count(),
        2
    );
    for (entry, code) in [
        (queue(None, None, None), Code::TextInvalid),
        (queue(Some(" guest "), None, None), Code::AlreadyOnList),
        (queue(Some("Another"), Some("KEN"), None), Code::AlreadyOnList),
        (queue(Some("x"), None, Some(Lane::Answer)), Code::WrongLane),
        (queue(Some("x"), None, Some(Lane::Question)), Code::WrongLane),
    ] {
        assert_eq!(session.refusal("chair", entry.clone()), code, "{entry:?}");
    }
    session.does("chair", next());
    assert_eq!(
        session.refusal("chair", queue(None, Some("Kenya"), None)),
        Code::AlreadySpeaking
    );
}

#[test]
fn whoever_was_queued_for_a_delegation_can_be_withdrawn_by_it() {
    let mut session = Session::begin();
    session.does("chair", queue(Some("The minister"), Some("Kenya"), None));
    let events = session.decide("kenya", withdraw(None)).unwrap();
    assert!(matches!(events[..], [Event::RequestWithdrawn { by_chair: false, .. }]));
}

#[test]
fn every_delegate_of_the_tests_is_counted_for_whom_they_say() {
    let mut session = Session::begin();
    let asked = DELEGATES
        .iter()
        .filter(|(name, ..)| session.decide(name, asks_in(Lane::List)).is_ok())
        .count();
    assert_eq!(asked, DELEGATES.len());
    for (name, ..) in DELEGATES.iter().filter(|(name, ..)| !name.ends_with("-b")) {
        session.does(name, asks_in(Lane::List));
    }
    assert_eq!(session.order().len(), DELEGATES.len() - 2);
}
