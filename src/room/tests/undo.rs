//! Undoing: every step of the chair, for ten seconds, and what others asked meanwhile stands.

use super::scene::{close, end, give, limit, moves, next, seat_id, skip, withdraw};
use super::session::{Session, asks_in};
use crate::room::command::{Command, Entry, FloorCommand};
use crate::room::event::Event;
use crate::room::floor::{Lane, OrderRule, Step};
use crate::room::ids::RequestId;
use crate::room::refusal::Code;
use crate::room::view::{FloorView, ListState};

fn undo(step: u32) -> FloorCommand {
    FloorCommand::Undo { step }
}

fn guest() -> Entry {
    let mut entry = Entry::default();
    entry.profile.name = Some("Guest".to_owned());
    entry
}

/// Every step, as it can be taken while Kenya speaks and Japan and Ghana wait (requests 1 to 3).
fn every_step() -> Vec<(Step, Command)> {
    let (japan, ghana) = (RequestId(2), RequestId(3));
    let lane = FloorCommand::Lane {
        request: ghana,
        lane: Lane::Precedence,
        reason: None,
    };
    let import = FloorCommand::Import {
        csv: "name\nOne\nTwo\n".to_owned(),
    };
    vec![
        (Step::Give, give(ghana).into()),
        (Step::End, end()),
        (Step::Skip, skip(japan).into()),
        (Step::Move, moves(ghana, Some(japan)).into()),
        (Step::Lane, lane.into()),
        (Step::Withdraw, withdraw(Some(japan)).into()),
        (Step::Queue, FloorCommand::Queue(guest()).into()),
        (Step::Import, import.into()),
        (Step::Open, FloorCommand::Open.into()),
        (Step::Close, close()),
        (
            Step::Rule,
            FloorCommand::Rule {
                rule: OrderRule::Protocol,
            }
            .into(),
        ),
        (Step::Limit, limit(60).into()),
        (
            Step::More,
            FloorCommand::More {
                seconds: 60,
                request: None,
            }
            .into(),
        ),
    ]
}

/// Kenya speaks; the list is closed only where the step is to open it.
fn before(step: Step) -> Session {
    let mut session = Session::with(["kenya", "japan", "ghana"]);
    session.does("chair", next()).after(20);
    if step == Step::Open {
        session.does("chair", close());
    }
    session
}

/// The last step is undone.
fn undoes(session: &mut Session, name: &str) {
    let last = session.step();
    session.does(name, undo(last));
}

fn without_undo(session: &Session) -> FloorView {
    let mut floor = session.floor();
    floor.desk.as_mut().unwrap().undo = None;
    floor
}

#[test]
fn every_step_can_be_undone_and_then_all_is_as_before() {
    for (step, command) in every_step() {
        let mut session = before(step);
        let view = without_undo(&session);
        session.does("chair", command);
        assert_ne!(view, without_undo(&session), "{step:?} changes something");
        assert_eq!(session.floor().desk.unwrap().undo.unwrap().what, step);
        undoes(session.after(5), "cochair");
        assert_eq!(view, without_undo(&session), "{step:?}");
    }
}

#[test]
fn what_others_asked_meanwhile_stands_whatever_step_is_undone() {
    for (step, command) in every_step() {
        let mut session = before(step);
        session.does("chair", command);
        session
            .does("france", asks_in(Lane::PointOfOrder))
            .does("kenya-b", asks_in(Lane::Reply));
        if session.room.floor.waiting.iter().any(|request| request.id == RequestId(3)) {
            session.does("ghana", withdraw(None));
        }
        let note = FloorCommand::Note {
            request: session.request_of("france"),
            note: "Insists".to_owned(),
        };
        undoes(session.does("chair", note), "chair");
        let order = session.order();
        assert_eq!(order.first().map(String::as_str), Some("france"), "{step:?}");
        assert_eq!(order.last().map(String::as_str), Some("kenya-b"), "{step:?}");
        assert_eq!(order.contains(&"ghana".to_owned()), step == Step::Give, "{step:?}");
        assert_eq!(session.floor().desk.unwrap().notes.len(), 1, "{step:?}");
        assert_eq!(session.speaker().as_deref(), Some("kenya"), "{step:?}");
    }
}

#[test]
fn a_step_is_undone_for_ten_seconds_and_what_the_way_takes() {
    let mut session = before(Step::Skip);
    session.does("chair", skip(RequestId(2)));
    let step = session.step();
    session.after(12);
    assert!(session.decide("chair", undo(step)).is_ok());
    session.after_ms(1);
    assert_eq!(session.refusal("chair", undo(step)), Code::TooLate);
}

#[test]
fn only_the_last_step_is_undone_and_once() {
    let mut session = before(Step::Skip);
    session.does("chair", skip(RequestId(2)));
    let first = session.step();
    session.does("cochair", limit(60));
    assert_eq!(session.refusal("chair", undo(first)), Code::TooLate);
    let last = session.step();
    session.does("chair", undo(last));
    assert_eq!(session.refusal("cochair", undo(last)), Code::TooLate);
    session.does("chair", limit(70));
    assert!(session.step() > last, "a number is not used again");
}

#[test]
fn what_a_seat_asks_for_itself_is_no_step_of_the_chair() {
    let mut session = before(Step::Skip);
    session.does("chair", skip(RequestId(2)));
    let step = session.step();
    session.does("japan", asks_in(Lane::List)).does("japan", withdraw(None));
    assert_eq!(session.step(), step);
}

#[test]
fn a_clock_that_was_stopped_after_a_step_is_not_let_run_by_undoing_that_step() {
    let mut session = before(Step::Skip);
    session.does("chair", limit(70));
    let step = session.step();
    session.does("chair", FloorCommand::Pause { request: None });
    assert_eq!(session.refusal("cochair", undo(step)), Code::TooLate);
    undoes(&mut session, "chair");
    assert!(session.room.floor.speaking.iter().all(|speech| speech.paused_at.is_none()));
}

#[test]
fn whoever_spoke_until_the_step_speaks_again_and_does_not_wait_as_well() {
    let mut session = before(Step::End);
    session.does("chair", end()).does("kenya", asks_in(Lane::List));
    undoes(&mut session, "chair");
    assert_eq!(session.speaker().as_deref(), Some("kenya"));
    assert_eq!(session.order(), ["japan", "ghana"]);
}

#[test]
fn a_delegation_that_was_corrected_meanwhile_stays_corrected() {
    let mut session = before(Step::Skip);
    session.does("chair", skip(RequestId(2)));
    let profile = super::session::delegate("ghana", Some("Nauru"), None, None);
    session.does("ghana", crate::room::command::SeatCommand::Update { profile });
    undoes(&mut session, "chair");
    let seat = &session.room.seats[&seat_id("ghana")];
    assert_eq!(session.room.you(&seat.id, seat.role).requests, [RequestId(3)]);
}

#[test]
fn an_announcement_that_came_due_meanwhile_is_undone_as_well_and_an_earlier_one_is_not() {
    let announce = FloorCommand::Close { in_s: Some(10) };
    let mut session = before(Step::Close);
    session
        .does("chair", announce.clone())
        .after(10)
        .happens(None, &[Event::ListClosed]);
    undoes(&mut session, "chair");
    assert_eq!(session.floor().list, ListState::Open);

    let mut session = before(Step::Close);
    session.does("chair", announce).after(5).does("chair", limit(60));
    undoes(session.after(5).happens(None, &[Event::ListClosed]), "chair");
    assert_eq!(session.floor().list, ListState::Closed);
}
