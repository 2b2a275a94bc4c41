//! The clock of a speech, the limits by lane and class, the pace of the list, its balance, and its states.

use super::scene::{NOON, close, end, limit, next, seat_id};
use super::session::{Session, asks_in};
use crate::room::command::FloorCommand;
use crate::room::event::Event;
use crate::room::floor::{Group, Lane, Scope};
use crate::room::ids::Millis;
use crate::room::limits::{ALLOWANCE_S_MAX, SPEECH_S_MAX};
use crate::room::refusal::Code;
use crate::room::view::{Audience, ListState, PaceView};

fn limit_of(scope: Scope, seconds: Option<u32>) -> FloorCommand {
    FloorCommand::Limit {
        seconds,
        scope: Some(scope),
    }
}

fn allow(name: &str, seconds: u32) -> FloorCommand {
    FloorCommand::Allowance {
        seat: seat_id(name),
        seconds,
    }
}

fn announce(in_s: u32) -> FloorCommand {
    FloorCommand::Close { in_s: Some(in_s) }
}

#[test]
fn what_the_clock_stood_is_no_part_of_the_time_used() {
    let mut session = Session::with(["kenya"]);
    session
        .does("chair", next())
        .after(20)
        .does("chair", FloorCommand::Pause { request: None })
        .after(300);
    session
        .does("chair", FloorCommand::Resume { request: None })
        .after(10)
        .does("chair", end());
    assert_eq!(session.room.floor.interventions[0].used().0, 30_000);
}

#[test]
fn the_clock_stops_and_runs_once_and_only_while_somebody_speaks() {
    let mut session = Session::with(["kenya"]);
    for command in [
        FloorCommand::Pause { request: None },
        FloorCommand::Resume { request: None },
        FloorCommand::More {
            seconds: 60,
            request: None,
        },
    ] {
        assert_eq!(session.refusal("chair", command), Code::NobodySpeaking);
    }
    session.does("chair", next());
    assert_eq!(
        session.refusal("chair", FloorCommand::Resume { request: None }),
        Code::NotPaused
    );
    session.does("chair", FloorCommand::Pause { request: None });
    assert_eq!(
        session.refusal("cochair", FloorCommand::Pause { request: None }),
        Code::AlreadyPaused
    );
}

#[test]
fn more_time_has_bounds_for_each_time_and_in_all() {
    let mut session = Session::with(["kenya"]);
    session.does("chair", next());
    for seconds in [0, 9, 3_601, u32::MAX] {
        assert_eq!(
            session.refusal("chair", FloorCommand::More { seconds, request: None }),
            Code::OutOfBounds
        );
    }
    session.does(
        "chair",
        FloorCommand::More {
            seconds: 3_600,
            request: None,
        },
    );
    assert_eq!(
        session.refusal(
            "chair",
            FloorCommand::More {
                seconds: 3_600,
                request: None
            }
        ),
        Code::OutOfBounds
    );
    session.does(
        "chair",
        FloorCommand::More {
            seconds: SPEECH_S_MAX - 3_780,
            request: None,
        },
    );
    assert_eq!(session.speech().limit_s, SPEECH_S_MAX);
}

#[test]
fn the_limit_is_that_of_the_lane_else_of_the_class_else_of_the_list() {
    let mut session = Session::with(["kenya", "acme", "expert"]);
    session
        .does("chair", limit(120))
        .does("chair", limit_of(Scope::State, Some(300)));
    session
        .does("chair", limit_of(Scope::Stakeholder, Some(60)))
        .does("chair", limit_of(Scope::PointOfOrder, Some(30)));
    session.does("kenya-b", asks_in(Lane::PointOfOrder));
    for limit_s in [30, 300, 60, 120] {
        session.does("chair", next());
        assert_eq!(session.speech().limit_s, limit_s, "{:?}", session.speaker());
    }
    session
        .does("chair", limit_of(Scope::State, None))
        .does("kenya", asks_in(Lane::List))
        .does("chair", next());
    assert_eq!(
        session.speech().limit_s,
        120,
        "without one of its own, it is that of the list"
    );
}

#[test]
fn a_limit_without_seconds_or_scope_says_nothing() {
    let command = FloorCommand::Limit {
        seconds: None,
        scope: None,
    };
    assert_eq!(Session::begin().refusal("chair", command), Code::BadCommand);
    assert_eq!(
        Session::begin().refusal("chair", limit_of(Scope::State, Some(86_400))),
        Code::OutOfBounds
    );
}

#[test]
fn a_private_allowance_is_in_the_limit_of_each_speech_of_the_seat_and_only_the_chair_sees_it() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("chair", allow("japan", 90)).does("chair", next());
    assert_eq!(session.speech().limit_s, 180);
    session.does("chair", next());
    assert_eq!(session.speech().limit_s, 270);
    for audience in [Audience::Participant, Audience::Rapporteur, Audience::Screen] {
        assert_eq!(session.room.view(audience).floor.desk, None);
    }
    assert_eq!(session.floor().desk.unwrap().allowances.len(), 1);
    session.does("chair", allow("japan", 0));
    assert!(session.floor().desk.unwrap().allowances.is_empty());
    assert_eq!(
        session.refusal("chair", allow("japan", ALLOWANCE_S_MAX + 1)),
        Code::OutOfBounds
    );
    assert_eq!(session.refusal("chair", allow("nobody", 60)), Code::UnknownSeat);
}

#[test]
fn before_the_first_speech_a_turn_is_reckoned_as_the_speaking_time() {
    let session = Session::with(["kenya"]);
    let expected = PaceView {
        turn_s: 180,
        speeches: 0,
        use_percent: 100,
        gap_s: 0,
    };
    assert_eq!(session.floor().pace, expected);
}

#[test]
fn a_turn_is_the_mean_of_the_last_eight_speeches_with_the_pauses_between_them() {
    let mut session = Session::with([
        "kenya", "japan", "ghana", "poland", "chile", "france", "itu", "acme", "expert", "ivory",
    ]);
    for _ in 0..2 {
        session.does("chair", next()).after(600).does("chair", end());
    }
    for _ in 0..8 {
        session.after(10).does("chair", next()).after(100).does("chair", end());
    }
    let expected = PaceView {
        turn_s: 110,
        speeches: 8,
        use_percent: 55,
        gap_s: 10,
    };
    assert_eq!(session.floor().pace, expected);
}

#[test]
fn a_break_does_not_make_the_turns_longer() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("chair", next()).after(100).does("chair", end()).after(3_600);
    session.does("chair", next()).after(100).does("chair", end());
    assert_eq!(session.floor().pace.turn_s, 100);
}

#[test]
fn the_balance_counts_speeches_and_time_by_class_and_region_without_points_of_order() {
    let mut session = Session::with(["kenya", "ghana", "itu"]);
    session
        .does("chair", next())
        .after(60)
        .does("france", asks_in(Lane::PointOfOrder));
    session.does("chair", next()).after(30).does("chair", next()).after(1);
    session
        .does("chair", next())
        .after(40)
        .does("chair", next())
        .after(20)
        .does("chair", end());
    let desk = session.floor().desk.unwrap();
    let heard = |of: &std::collections::BTreeMap<Group, _>, group| {
        let view: Option<&crate::room::view::HeardView> = of.get(&group);
        view.map(|heard| (heard.speeches, heard.seconds))
    };
    assert_eq!(heard(&desk.classes, Group::State), Some((2, 101)));
    assert_eq!(heard(&desk.classes, Group::Organization), Some((1, 20)));
    assert_eq!(heard(&desk.regions, Group::African), Some((2, 101)));
    assert_eq!(heard(&desk.regions, Group::WesternEuropeanAndOthers), None);
}

#[test]
fn an_announced_closing_takes_requests_until_its_very_millisecond() {
    let mut session = Session::begin();
    session.does("chair", announce(60));
    assert_eq!(
        (session.floor().list, session.floor().closes_at),
        (ListState::Closing, Some(Millis(NOON + 60_000)))
    );
    session.after_ms(59_999);
    assert_eq!(session.room.decide_due(session.now, None), []);
    session.does("kenya", asks_in(Lane::List)).after_ms(1);
    assert_eq!(
        session.refusal("japan", asks_in(Lane::List)),
        Code::ListClosed,
        "heard of or not"
    );
    assert_eq!(session.room.decide_due(session.now, None), [Event::ListClosed]);
    session.happens(None, &[Event::ListClosed]);
    assert_eq!((session.floor().list, session.floor().closes_at), (ListState::Closed, None));
    assert_eq!(session.room.due_at(), None);
}

#[test]
fn an_announced_closing_is_moved_taken_back_and_brought_forward() {
    let mut session = Session::begin();
    session.does("chair", announce(60)).does("chair", announce(120));
    assert_eq!(session.room.due_at(), Some(Millis(NOON + 120_000)));
    session.does("chair", FloorCommand::Open);
    assert_eq!((session.floor().list, session.room.due_at()), (ListState::Open, None));
    session.does("chair", announce(60)).does("chair", close());
    assert_eq!((session.floor().list, session.room.due_at()), (ListState::Exhausted, None));
    for in_s in [0, 9, 14_401, 86_400] {
        assert_eq!(Session::begin().refusal("chair", announce(in_s)), Code::OutOfBounds);
    }
    assert_eq!(session.refusal("chair", announce(60)), Code::ListClosed);
}

#[test]
fn a_list_whose_time_has_come_opens_as_one_that_was_closed() {
    let mut session = Session::begin();
    session.does("chair", announce(60)).after(60);
    let events = session.decide("chair", FloorCommand::Open).unwrap();
    assert_eq!(events[1..], [Event::ListClosed, Event::ListOpened]);
}

#[test]
fn a_closed_list_on_which_everybody_was_heard_is_exhausted() {
    let mut session = Session::with(["kenya"]);
    session.does("chair", close()).does("chair", next());
    assert_eq!(session.floor().list, ListState::Closed);
    session.does("chair", end());
    assert_eq!(session.floor().list, ListState::Exhausted);
    assert_eq!(session.refusal("chair", close()), Code::ListClosed);
    session.does("chair", FloorCommand::Open);
    assert_eq!(session.floor().list, ListState::Open);
}
