//! The plenary from the first inscribed minister to the last right of reply, told once, against a server that dies on the way.

use super::crash::a_point_of_order_is_cut_by_the_crash;
use super::hall::{ALL, Hall};
use super::{INSCRIBED, by_protocol, by_the_rule, delegate, lasted, rank_of, shown, state};
use crate::support::floor::{asks_in, first, floor, order, request_of, speaking};
use crate::support::run;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn a_plenary_of_sixty_inscribed_speakers_hears_everybody_through_points_of_order_replies_and_a_crash() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let mut hall = Hall::convened(&folder.path().join("data")).await;
        everybody_stands_by_protocol(&mut hall).await;
        a_delegation_has_one_place(&mut hall).await;
        the_chair_moves_somebody_to_the_front(&mut hall).await;
        a_point_of_order_is_heard_at_once(&mut hall).await;
        the_rule_changes_for_five_speeches(&mut hall).await;
        a_question_gets_its_answer(&mut hall).await;
        somebody_is_called_out_of_turn_and_somebody_passed_over(&mut hall).await;
        a_press_too_early_is_undone(&mut hall).await;
        a_point_of_order_is_cut_by_the_crash(&mut hall).await;
        the_list_closes_and_takes_only_points_of_order_and_replies(&mut hall).await;
        everybody_is_heard_and_the_replies_come_last(&mut hall).await;
        the_room_closes_with_every_speech_on_record(&mut hall).await;
    });
}

async fn everybody_stands_by_protocol(hall: &mut Hall) {
    let view = hall.view();
    assert_eq!((order(view).len(), &view["floor"]["rule"]), (ALL, &json!("protocol")));
    assert_eq!(order(view), by_protocol(view));
    for id in order(view) {
        let request = &view["floor"]["requests"][&id];
        let told = ["rank", "class"].map(|part| request["why"][part] == request[part]);
        assert_eq!((&request["why"]["by"], told), (&json!("protocol"), [true, true]), "{request}");
    }
}

/// A colleague cannot ask again, but can name another speaker: the delegation keeps its place.
async fn a_delegation_has_one_place(hall: &mut Hall) {
    assert_eq!(hall.phones[0].live.refused(floor("request")).await, "already-on-list");
    let before = order(hall.view());
    let change = json!({ "tool": "floor", "do": "change", "name": "A colleague", "rank": rank_of(0) });
    hall.asks(0, change).await;
    assert_eq!(order(hall.view()), before);
    let request = request_of(hall.view(), state(0), "list");
    assert_eq!(hall.view()["floor"]["requests"][&request]["name"], "A colleague");
}

async fn the_chair_moves_somebody_to_the_front(hall: &mut Hall) {
    let (last, head) = (order(hall.view()).pop().unwrap(), first(hall.view()));
    hall.decides(json!({ "tool": "floor", "do": "move", "request": last, "before": head, "reason": "Leaves at ten" }))
        .await;
    hall.record.overridden(&last, "moved to place 1", "Leaves at ten");
    let why = &hall.view()["floor"]["requests"][&last]["why"];
    assert_eq!(*why, json!({ "by": "moved", "place": 1, "reason": "Leaves at ten" }));
    assert_eq!(
        by_the_rule(hall.view()),
        by_protocol(hall.view()),
        "the others stand as before"
    );
    assert_eq!(hall.next().await, last);
}

/// The first point of order: afterwards the speaker has the floor again, with the clock standing until the chair lets it run.
async fn a_point_of_order_is_heard_at_once(hall: &mut Hall) {
    let speaker = hall.next().await;
    hall.time_passes().await;
    let point = hall.asks(0, asks_in("point-of-order")).await;
    assert_eq!(first(hall.view()), point);
    let spoken = hall.view()["floor"]["spoken"].clone();
    assert_eq!(hall.next().await, point);
    let (interrupted, at) = (hall.view()["floor"]["interrupted"].clone(), hall.step_at());
    assert_eq!(
        (&interrupted["request"], &interrupted["paused_at"]),
        (&json!(speaker), &json!(at))
    );
    hall.time_passes().await;
    hall.decides(floor("end")).await;
    assert_eq!(*speaking(hall.view()), interrupted);
    assert_eq!(hall.view()["floor"]["spoken"], spoken, "a point of order is no speech");
    hall.decides(floor("resume")).await;
    keeps_its_time(hall, &interrupted);
}

/// The speech runs again, since the chair's last step, and has lasted as long as when it was interrupted.
fn keeps_its_time(hall: &Hall, interrupted: &Value) {
    let (running, at) = (speaking(hall.view()), hall.step_at());
    assert_eq!(
        (&running["request"], &running["paused_at"]),
        (&interrupted["request"], &Value::Null)
    );
    assert_eq!(lasted(running, at), lasted(interrupted, at));
}

/// While it is running, the list is ordered by a rotation over the regional groups, and by protocol again.
async fn the_rule_changes_for_five_speeches(hall: &mut Hall) {
    hall.decides(json!({ "tool": "floor", "do": "rule", "rule": "alternate-regions" }))
        .await;
    let mut groups = BTreeSet::new();
    for turn in 1..=5 {
        let why = hall.view()["floor"]["requests"][first(hall.view())]["why"].clone();
        let spoke = &speaking(hall.view())["group"];
        assert_eq!((&why["by"], &why["after"]), (&json!("alternate-regions"), spoke), "{turn}");
        hall.next().await;
        let group = speaking(hall.view())["group"].as_str().unwrap().to_owned();
        assert_eq!(why["group"], json!(group));
        groups.insert(group);
    }
    assert_eq!(groups.len(), 5, "no group speaks again before the others: {groups:?}");
    hall.decides(json!({ "tool": "floor", "do": "rule", "rule": "protocol" }))
        .await;
    assert_eq!(order(hall.view()), by_protocol(hall.view()));
}

async fn a_question_gets_its_answer(hall: &mut Hall) {
    hall.next().await;
    let asked = speaking(hall.view())["delegation"].as_str().unwrap().to_owned();
    let phone = hall.phones.len() - 3;
    let question = hall.asks(phone, asks_in("question")).await;
    assert_eq!(hall.next().await, question);
    let answer = request_of(hall.view(), &asked, "answer");
    assert_eq!(hall.next().await, answer, "right behind the question, ahead of the list");
    let asker = hall.phones[phone].live.you["name"].as_str().unwrap();
    let about = speaking(hall.view())["about"].as_str().unwrap();
    assert!(about.contains(asker), "the answer says to whom: {about}");
}

/// Whoever was passed over is queued anew, without a device, and will be heard.
async fn somebody_is_called_out_of_turn_and_somebody_passed_over(hall: &mut Hall) {
    let called = order(hall.view())[6].clone();
    hall.decides(json!({ "tool": "floor", "do": "give", "request": called, "reason": "Has a plane to catch" }))
        .await;
    assert_eq!(hall.speaks(), called);
    let absent = first(hall.view());
    let who = hall.view()["floor"]["requests"][&absent].clone();
    hall.decides(json!({ "tool": "floor", "do": "skip", "request": absent, "reason": "Not in the room" }))
        .await;
    assert!(!order(hall.view()).contains(&absent));
    let mut entry = json!({ "tool": "floor", "do": "queue", "note": "Came after the coffee" });
    for part in ["name", "delegation", "class", "rank"] {
        entry[part] = who[part].clone();
    }
    hall.decides(entry).await;
    hall.record
        .overridden(&called, "called-out-of-turn ahead of 6", "Has a plane to catch");
    assert_eq!(order(hall.view()), by_protocol(hall.view()));
}

async fn a_press_too_early_is_undone(hall: &mut Hall) {
    hall.next().await;
    let (before, heard) = (shown(hall.view()), hall.record.speeches.len());
    hall.next().await;
    let step = hall.desk()["undo"]["step"].clone();
    hall.decides(json!({ "tool": "floor", "do": "undo", "step": step })).await;
    assert_eq!(
        shown(hall.view()),
        before,
        "the same speech since the same moment, the same list"
    );
    hall.record.speeches.truncate(heard);
}

/// Whoever comes late is refused; a third point of order and two replies are taken. "Next" lets the speaker go on at once.
async fn the_list_closes_and_takes_only_points_of_order_and_replies(hall: &mut Hall) {
    hall.decides(floor("close")).await;
    assert_eq!(hall.view()["floor"]["list"], "closed");
    let late = delegate(&hall.server.door, &hall.server.code("participant"), 100).await;
    let mut late = late.live().await;
    for wish in [floor("request"), asks_in("question")] {
        assert_eq!(late.refused(wish).await, "list-closed");
    }
    let replies = [hall.asks(3, asks_in("reply")).await, hall.asks(0, asks_in("reply")).await];
    assert!(order(hall.view()).ends_with(&replies), "at the end, in the order of asking");
    let point = hall.asks(2, asks_in("point-of-order")).await;
    assert_eq!(hall.next().await, point);
    let interrupted = hall.view()["floor"]["interrupted"].clone();
    hall.time_passes().await;
    hall.next().await;
    keeps_its_time(hall, &interrupted);
}

async fn everybody_is_heard_and_the_replies_come_last(hall: &mut Hall) {
    while !order(hall.view()).is_empty() {
        assert_eq!(by_the_rule(hall.view()), by_protocol(hall.view()));
        hall.next().await;
    }
    hall.decides(floor("end")).await;
    assert_eq!(hall.view()["floor"]["list"], "exhausted");
    let heard = &hall.record.speeches;
    let lanes: Vec<&Value> = heard.iter().map(|speech| &speech["lane"]).collect();
    assert_eq!(lanes[lanes.len() - 3..], ["list", "reply", "reply"]);
    let on_list = heard.iter().filter(|speech| speech["lane"] == "list");
    let delegations: Vec<&str> = on_list.map(|speech| speech["delegation"].as_str().unwrap()).collect();
    let distinct: BTreeSet<&str> = delegations.iter().copied().collect();
    assert_eq!((delegations.len(), distinct.len()), (ALL, ALL), "each once");
    assert!((0..INSCRIBED).all(|number| distinct.contains(state(number))));
    for (lane, count) in [("point-of-order", 3), ("question", 1), ("answer", 1), ("reply", 2)] {
        assert_eq!(hall.record.heard_in(lane).len(), count, "{lane}");
    }
    assert_eq!(
        hall.view()["floor"]["spoken"],
        heard.len() - 3,
        "points of order are no speeches"
    );
}

async fn the_room_closes_with_every_speech_on_record(hall: &mut Hall) {
    hall.decides(json!({ "tool": "room", "do": "close" })).await;
    assert_eq!(hall.view()["room"]["state"], "closed");
    hall.record.is_kept_by_the_server(&hall.chair.who).await;
}
