//! Putting back on the list who was passed over or taken off.

use super::scene::{next, skip, withdraw};
use super::session::{Session, asks_in};
use crate::room::command::FloorCommand;
use crate::room::floor::Lane;
use crate::room::ids::RequestId;
use crate::room::refusal::Code;

fn restore(request: RequestId) -> FloorCommand {
    FloorCommand::Restore { request }
}

#[test]
fn who_was_passed_over_is_put_back_where_the_rule_puts_them_also_on_a_closed_list() {
    let mut session = Session::with(["kenya", "japan", "ghana"]);
    let kenya = session.request_of("kenya");
    session.does("chair", skip(kenya)).does("chair", super::scene::close());
    assert_eq!(session.order(), ["japan", "ghana"]);
    assert!(session.floor().desk.unwrap().dismissed.contains_key(&kenya));
    session.does("chair", restore(kenya));
    assert_eq!(session.order(), ["kenya", "japan", "ghana"]);
    assert!(session.floor().desk.unwrap().dismissed.is_empty());
}

#[test]
fn who_was_taken_off_is_put_back_and_both_decisions_stay_on_record() {
    let mut session = Session::with(["kenya", "japan"]);
    let kenya = session.request_of("kenya");
    session.does("chair", withdraw(Some(kenya))).does("chair", restore(kenya));
    let request = session.room.floor.waiting.iter().find(|request| request.id == kenya).unwrap();
    assert_eq!(request.overrides.len(), 2);
}

#[test]
fn only_who_was_passed_over_or_taken_off_is_put_back_and_only_where_they_do_not_wait_or_speak_by_now() {
    let mut session = Session::with(["kenya", "japan"]);
    let (kenya, japan) = (session.request_of("kenya"), session.request_of("japan"));
    assert_eq!(session.refusal("chair", restore(japan)), Code::UnknownRequest);
    assert_eq!(session.refusal("japan", restore(japan)), Code::NotAllowed);
    session.does("chair", skip(kenya)).does("kenya", asks_in(Lane::List));
    assert_eq!(session.refusal("chair", restore(kenya)), Code::AlreadyOnList);
    session.does("chair", next()).does("chair", next());
    assert_eq!(session.speaker().as_deref(), Some("kenya"));
    assert_eq!(session.refusal("chair", restore(kenya)), Code::AlreadyOnList);
}
