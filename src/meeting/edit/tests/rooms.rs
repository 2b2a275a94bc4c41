//! Rooms of the plan.

use super::*;

const OPEN: RoomNow = RoomNow {
    people: 3,
    entered: true,
    closed: false,
    attribution: Attribution::ChathamHouse,
};

fn put(seen: Option<&RoomPlan>, room: RoomPlan) -> Command {
    Command::PutRoom {
        seen: seen.cloned().map(Box::new),
        room: Box::new(room),
        session: None,
    }
}

fn remove(plan: &Meeting, with_contents: bool) -> Command {
    Command::RemoveRoom {
        seen: Box::new(plan.rooms[0].clone()),
        with_contents,
    }
}

#[test]
fn a_new_room_meets_in_the_session_that_it_is_added_to() {
    let plan = plan();
    let command = |session: &str| Command::PutRoom {
        seen: None,
        room: Box::new(plain_room("three")),
        session: Some(session.to_owned()),
    };
    let changed = done(&plan, &command("groups"));
    assert_eq!(changed.programme[1].rooms, ["one", "two", "three"]);
    assert_eq!(code(&plan, &command("nowhere"), None), Code::ChangedMeanwhile);
}

#[test]
fn every_rule_of_the_meeting_file_holds_of_a_room_that_is_typed_too() {
    let plan = plan();
    let poll = |text: &str| serde_json::from_str(text).unwrap();
    let wrong = RoomPlan {
        title: String::new(),
        questions: vec!["Why?".to_owned(), " ".to_owned()],
        speaking_limit_s: 5,
        attribution: Attribution::Closed,
        polls: vec![
            poll(r#"{"question":"Who?","kind":"single","options":["a","b"],"secrecy":"named"}"#),
            poll(r#"{"question":"One?","kind":"single","options":["a"]}"#),
        ],
        ..plain_room("three")
    };
    let refused = decide(&plan, &put(None, wrong), None).unwrap_err();
    let mut fields: Vec<&str> = refused.faults.iter().map(|fault| fault.field.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        ["polls[0].secrecy", "polls[1]", "questions[1]", "speaking_limit_s", "title"]
    );
}

#[test]
fn an_id_is_as_in_a_file_belongs_to_one_room_and_stays() {
    let plan = plan();
    assert_eq!(code(&plan, &put(None, plain_room("Group 1")), None), Code::PlanInvalid);
    assert_eq!(code(&plan, &put(None, plain_room("con")), None), Code::PlanInvalid);
    assert_eq!(code(&plan, &put(None, plain_room("one")), None), Code::IdTaken);
    assert_eq!(
        code(&plan, &put(Some(&plan.rooms[0]), plain_room("three")), None),
        Code::PlanInvalid
    );
}

#[test]
fn under_people_who_are_in_it_a_room_is_never_made_looser() {
    let plan = plan();
    let under = |attribution| {
        put(
            Some(&plan.rooms[0]),
            RoomPlan {
                attribution,
                theme: "A theme".to_owned(),
                ..plan.rooms[0].clone()
            },
        )
    };
    let looser = under(Attribution::OnTheRecord);
    assert_eq!(code(&plan, &looser, Some(&OPEN)), Code::AttributionForbids);
    assert!(decide(&plan, &looser, Some(&RoomNow { entered: false, ..OPEN })).is_ok());
    assert!(decide(&plan, &under(Attribution::Closed), Some(&OPEN)).is_ok());
}

#[test]
fn a_room_that_nobody_was_in_goes_and_its_sessions_no_longer_name_it() {
    let plan = plan();
    let changed = done(&plan, &remove(&plan, false));
    assert_eq!((changed.rooms.len(), changed.programme[1].rooms.len()), (1, 1));
    assert_eq!(done(&changed, &remove(&plan, false)), changed, "a repeat changes nothing");
}

#[test]
fn a_room_with_people_or_contents_stays_until_it_is_closed_and_its_going_confirmed() {
    let plan = plan();
    for (with_contents, now, told) in [
        (false, OPEN, "3 people are in “Group one”"),
        (true, OPEN, "Close the room first"),
        (true, RoomNow { people: 1, ..OPEN }, "One person is in"),
        (false, RoomNow { people: 0, ..OPEN }, "holds what people have written"),
        (false, RoomNow { closed: true, ..OPEN }, "Confirm"),
    ] {
        let refused = decide(&plan, &remove(&plan, with_contents), Some(&now)).unwrap_err();
        assert_eq!(refused.refusal.code, Code::RoomInUse);
        assert!(refused.refusal.message.contains(told), "{}", refused.refusal.message);
    }
    let closed = RoomNow { closed: true, ..OPEN };
    assert_eq!(decide(&plan, &remove(&plan, true), Some(&closed)).unwrap().rooms.len(), 1);
}

#[test]
fn rooms_change_places_only_as_a_whole() {
    let plan = plan();
    let order = |seen: &[&str], order: &[&str]| Command::OrderRooms {
        seen: seen.iter().map(|id| (*id).to_owned()).collect(),
        order: order.iter().map(|id| (*id).to_owned()).collect(),
    };
    let changed = done(&plan, &order(&["one", "two"], &["two", "one"]));
    assert_eq!(changed.rooms[0].id, "two");
    assert_eq!(code(&plan, &order(&["one"], &["two", "one"]), None), Code::ChangedMeanwhile);
    for wrong in [&["one"][..], &["one", "one"], &["two", "three"]] {
        assert_eq!(code(&plan, &order(&["one", "two"], wrong), None), Code::PlanInvalid);
    }
}
