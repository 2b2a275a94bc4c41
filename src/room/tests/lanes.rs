//! The lanes: what each takes, when, and what giving the floor in it does to the speech under way.

use super::scene::{close, end, give, next};
use super::session::{Session, asks_in};
use crate::room::command::FloorCommand;
use crate::room::floor::{Decision, Lane};
use crate::room::ids::RequestId;
use crate::room::refusal::Code;

fn into_lane(request: RequestId, lane: Lane) -> FloorCommand {
    FloorCommand::Lane {
        request,
        lane,
        reason: Some("A panellist".to_owned()),
    }
}

#[test]
fn points_of_order_are_taken_in_every_state_of_the_list() {
    let mut session = Session::begin();
    session.does("chair", close());
    session.does("kenya", asks_in(Lane::PointOfOrder));
    assert_eq!(session.refusal("japan", asks_in(Lane::List)), Code::ListClosed);
}

#[test]
fn a_reply_needs_a_speech_and_is_taken_while_the_list_is_closed() {
    let mut session = Session::with(["kenya"]);
    assert_eq!(session.refusal("japan", asks_in(Lane::Reply)), Code::NothingToReply);
    session.does("chair", next()).does("chair", close());
    session.does("japan", asks_in(Lane::Reply));
    session.does("kenya", asks_in(Lane::Reply));
    assert_eq!(
        session.order(),
        ["japan", "kenya"],
        "whoever speaks may ask for a reply to come"
    );
}

#[test]
fn a_question_needs_a_speaker_other_than_oneself_and_an_open_list() {
    let mut session = Session::with(["kenya"]);
    assert_eq!(session.refusal("japan", asks_in(Lane::Question)), Code::NothingToAsk);
    session.does("chair", next());
    assert_eq!(session.refusal("kenya-b", asks_in(Lane::Question)), Code::AlreadySpeaking);
    session.does("chair", end());
    assert_eq!(session.refusal("kenya", asks_in(Lane::Question)), Code::NothingToAsk);
    session.does("japan", asks_in(Lane::Question)).does("chair", close());
    assert_eq!(session.refusal("ghana", asks_in(Lane::Question)), Code::ListClosed);
}

#[test]
fn precedence_and_answers_are_not_the_askers_to_choose() {
    let session = Session::begin();
    for lane in [Lane::Precedence, Lane::Answer] {
        assert_eq!(session.refusal("kenya", asks_in(lane)), Code::WrongLane);
    }
}

#[test]
fn a_question_that_gets_the_floor_queues_the_answer_of_the_one_who_was_asked() {
    let mut session = Session::with(["kenya", "japan"]);
    session
        .does("chair", next())
        .does("ghana", asks_in(Lane::Question))
        .does("chair", next());
    assert_eq!(session.speaker().as_deref(), Some("ghana"));
    assert_eq!(session.order(), ["kenya", "japan"]);
    let floor = session.floor();
    let answer = &floor.requests[&floor.order[0]];
    assert_eq!((answer.lane, answer.about.as_deref()), (Lane::Answer, Some("Ghana (ghana)")));
    assert_eq!(floor.speaking.unwrap().who.about.as_deref(), Some("Kenya (kenya)"));
}

#[test]
fn a_point_of_order_stops_the_clock_of_the_speech_under_way_and_takes_none_of_its_time() {
    let mut session = Session::with(["kenya", "japan"]);
    session
        .does("chair", next())
        .after(30)
        .does("france", asks_in(Lane::PointOfOrder));
    session.does("chair", next()).after(60);
    assert_eq!(
        session.floor().interrupted.unwrap().who.profile.name.as_deref(),
        Some("kenya")
    );
    session.does("chair", next());
    assert_eq!(session.speaker().as_deref(), Some("kenya"), "next gives the floor back");
    session.after(15).does("chair", end());
    let speech = &session.room.floor.interventions[1];
    assert_eq!(speech.used().0, 45_000);
    assert_eq!(session.floor().spoken, 1);
}

#[test]
fn next_hears_one_point_of_order_after_another_before_the_interrupted_speaker_goes_on() {
    let mut session = Session::with(["kenya"]);
    session.does("chair", next());
    session
        .does("france", asks_in(Lane::PointOfOrder))
        .does("japan", asks_in(Lane::PointOfOrder));
    for expected in ["france", "japan", "kenya"] {
        session.after(5).does("chair", next());
        assert_eq!(session.speaker().as_deref(), Some(expected));
    }
    assert!(session.speech().paused_at.is_none(), "given back by next, the clock runs");
}

#[test]
fn after_a_point_of_order_that_was_ended_the_clock_waits_for_the_chair() {
    let mut session = Session::with(["kenya"]);
    session
        .does("chair", next())
        .does("france", asks_in(Lane::PointOfOrder))
        .does("chair", next());
    session.after(10).does("chair", end());
    assert_eq!(session.speaker().as_deref(), Some("kenya"));
    assert!(session.speech().paused_at.is_some());
}

#[test]
fn whoever_is_called_from_the_list_during_a_point_of_order_ends_both_speeches() {
    let mut session = Session::with(["kenya", "japan"]);
    session
        .does("chair", next())
        .does("france", asks_in(Lane::PointOfOrder))
        .does("chair", next());
    session.does("chair", give(session.request_of("japan")));
    assert_eq!(session.room.floor.interventions.len(), 2);
    assert!(session.floor().interrupted.is_none());
}

#[test]
fn two_chairs_who_press_next_after_a_point_of_order_give_the_floor_back_once() {
    let mut session = Session::with(["kenya", "japan"]);
    session
        .does("chair", next())
        .after(30)
        .does("france", asks_in(Lane::PointOfOrder));
    session.does("chair", next()).after(30).does("chair", next());
    assert_eq!(session.refusal("cochair", next()), Code::AlreadySpeaking);
    assert!(session.decide("chair", next()).is_ok(), "one's own advance has been seen");
    session.after(2);
    assert!(
        session.decide("cochair", next()).is_ok(),
        "two seconds later it is a press of its own"
    );
}

#[test]
fn precedence_comes_before_the_list_and_stays_on_record_with_its_reason() {
    let mut session = Session::with(["kenya", "japan"]);
    let request = session.request_of("japan");
    session.does("chair", into_lane(request, Lane::Precedence));
    assert_eq!(session.order(), ["japan", "kenya"]);
    session.does("chair", next());
    let overrides = &session.speech().request.overrides;
    assert_eq!(
        overrides.len(),
        1,
        "called in its turn, it was not called out of turn: {overrides:?}"
    );
    assert_eq!(overrides[0].what, Decision::LaneChanged(Lane::Precedence));
    assert_eq!(overrides[0].reason.as_deref(), Some("A panellist"));
}

#[test]
fn a_request_is_not_put_where_it_stands_nor_among_questions_and_answers() {
    let session = Session::with(["kenya"]);
    let request = session.request_of("kenya");
    for lane in [Lane::List, Lane::Question, Lane::Answer] {
        assert_eq!(session.refusal("chair", into_lane(request, lane)), Code::WrongLane);
    }
    assert_eq!(
        session.refusal("chair", into_lane(RequestId(9), Lane::Reply)),
        Code::UnknownRequest
    );
}

#[test]
fn a_request_is_not_put_into_a_lane_where_its_delegation_waits_or_on_the_list_while_it_speaks() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("japan", asks_in(Lane::PointOfOrder));
    let order = session.floor().order[0];
    assert_eq!(session.refusal("chair", into_lane(order, Lane::List)), Code::AlreadyOnList);
    session
        .does("chair", give(session.request_of("kenya")))
        .does("kenya", asks_in(Lane::Reply));
    let reply = session.request_of("kenya");
    assert_eq!(session.refusal("chair", into_lane(reply, Lane::List)), Code::AlreadySpeaking);
}

#[test]
fn a_point_of_order_can_be_taken_for_a_statement() {
    let mut session = Session::with(["kenya"]);
    session.does("japan", asks_in(Lane::PointOfOrder));
    session.does("chair", into_lane(session.request_of("japan"), Lane::List));
    assert_eq!(session.order(), ["kenya", "japan"]);
}
