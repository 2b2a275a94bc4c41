//! Sessions of the plan.

use super::*;

fn put(seen: Option<&Session>, session: Session) -> Command {
    Command::PutSession {
        seen: seen.cloned(),
        session,
    }
}

#[test]
fn a_new_session_stands_in_the_place_of_its_time() {
    let plan = plan();
    let panel = session("panel", "9:30", "10:00", SessionKind::Panel, &[]);
    let changed = done(&plan, &put(None, panel));
    let ids: Vec<&str> = changed.programme.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(ids, ["opening", "panel", "groups"]);
    assert_eq!(changed.programme[1].starts, "09:30");
}

#[test]
fn a_session_that_ends_before_it_starts_is_refused_with_its_field() {
    let plan = plan();
    for ends in ["08:00", "09:00"] {
        let refused = decide(&plan, &put(None, session("s", "09:00", ends, SessionKind::Panel, &[])), None).unwrap_err();
        assert_eq!(refused.faults[0].field, "ends");
        assert!(
            refused.refusal.message.contains("has to end later"),
            "{}",
            refused.refusal.message
        );
    }
}

#[test]
fn a_session_names_rooms_that_are_there_each_once() {
    let plan = plan();
    let with = |rooms: &[&str]| put(None, session("s", "13:00", "14:00", SessionKind::Panel, rooms));
    let refused = decide(&plan, &with(&["one", "tow"]), None).unwrap_err();
    assert_eq!(refused.faults[0].field, "rooms[1]");
    assert!(refused.faults[0].message.contains("did you mean `two`"));
    assert_eq!(code(&plan, &with(&["one", "one"]), None), Code::PlanInvalid);
    let again = done(&plan, &with(&["one"]));
    assert_eq!(again.session_of("one").map(|session| session.id.as_str()), Some("groups"));
}

#[test]
fn an_id_belongs_to_one_session_and_stays() {
    let plan = plan();
    let other = session("groups", "13:00", "14:00", SessionKind::Panel, &[]);
    assert_eq!(code(&plan, &put(None, other.clone()), None), Code::IdTaken);
    assert_eq!(code(&plan, &put(Some(&plan.programme[0]), other), None), Code::PlanInvalid);
}

#[test]
fn a_session_that_was_changed_or_removed_meanwhile_is_not_overwritten() {
    let plan = plan();
    let seen = plan.programme[1].clone();
    let wanted = Session {
        title: "Mine".to_owned(),
        ..seen.clone()
    };
    let mut changed = plan.clone();
    changed.programme[1].title = "Theirs".to_owned();
    assert_eq!(
        code(&changed, &put(Some(&seen), wanted.clone()), None),
        Code::ChangedMeanwhile
    );
    assert_eq!(
        code(&changed, &Command::RemoveSession { seen: seen.clone() }, None),
        Code::ChangedMeanwhile
    );
    changed.programme.remove(1);
    assert_eq!(
        code(&changed, &put(Some(&seen), wanted.clone()), None),
        Code::ChangedMeanwhile
    );
    assert_eq!(done(&changed, &Command::RemoveSession { seen }), changed);
    assert_eq!(done(&changed, &put(None, wanted)).programme[1].title, "Mine");
}

#[test]
fn a_session_that_moves_stays_as_long_as_it_is_and_on_one_day() {
    let plan = plan();
    let to = |starts: &str| Command::MoveSession {
        seen: plan.programme[1].clone(),
        date: "2024-05-10".to_owned(),
        starts: starts.to_owned(),
    };
    let changed = done(&plan, &to("07:15"));
    assert_eq!(
        (changed.programme[0].id.as_str(), changed.programme[0].ends.as_str()),
        ("groups", "09:15")
    );
    assert_eq!(code(&plan, &to("22:30"), None), Code::PlanInvalid);
    assert_eq!(code(&plan, &to("noon"), None), Code::PlanInvalid);
}
