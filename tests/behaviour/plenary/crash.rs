//! The power cuts of the plenary: the server is killed while a point of order has the floor, and started again on the same data;
//! once when all that it can read back are the records of the journal, and once more when there is a snapshot before them.

use super::hall::{Hall, Page, start};
use super::{by_protocol, by_the_rule, lasted, moment, shown_of};
use crate::support::child::recovered;
use crate::support::door::with_id;
use crate::support::floor::{asks_in, first, floor, order, speaking};
use crate::support::until;
use serde_json::{Value, json};

/// After how many records a room is written down whole.
const SNAPSHOT_RECORDS: usize = 2_000;

/// A long speech, its clock stopped before and its time lengthened, is interrupted by a point of order; the server dies.
pub async fn a_point_of_order_is_cut_by_the_crash(hall: &mut Hall) {
    hall.next().await;
    hall.time_passes().await;
    let interrupted = stopped_and_lengthened(hall).await;
    let point = hall.asks(1, asks_in("point-of-order")).await;
    assert_eq!(hall.next().await, point);
    hall.time_passes().await;
    let speech = hall.view()["floor"]["interrupted"].clone();
    assert_eq!(speech["request"], interrupted);
    assert!(moment(&speech, "paused_ms") >= Some(5) && moment(&speech, "paused_at").is_some());
    assert_eq!(speech["limit_s"], 120 + 45);

    for has_snapshot in [false, true] {
        if has_snapshot {
            the_journal_gets_a_snapshot(hall).await;
        }
        assert_eq!(stands_in_snapshot(hall).await, has_snapshot);
        let before = hall.chair.live.view["floor"].clone();
        crash(hall).await;
        everything_is_as_it_was(hall, &before);
        a_repeated_press_is_answered_again_and_does_nothing(hall, &before).await;
    }
    the_interrupted_speech_has_the_time_it_had(hall, &speech).await;
}

/// The clock of whoever speaks stands for a while and runs again, and the chair gives more time.
async fn stopped_and_lengthened(hall: &mut Hall) -> String {
    let speaker = hall.speaks();
    hall.decides(floor("pause")).await;
    hall.time_passes().await;
    hall.decides(floor("resume")).await;
    hall.decides(json!({ "tool": "floor", "do": "more", "seconds": 45, "request": speaker }))
        .await;
    hall.record.overridden(&speaker, "time-given 45 s", "");
    hall.time_passes().await;
    speaker
}

/// The chair writes notes until the room has been written down whole; then it gives the point of order more time.
async fn the_journal_gets_a_snapshot(hall: &mut Hall) {
    let (point, noted) = (hall.speaks(), first(hall.view()));
    for number in 1..=SNAPSHOT_RECORDS {
        let note = json!({ "tool": "floor", "do": "note", "request": noted, "note": format!("Note {number}") });
        hall.chair.live.send(&with_id(note)).await;
        // A connection may have so many commands under way and no more.
        if number % 50 == 0 {
            hall.chair.live.ping().await;
        }
    }
    until("a snapshot, once the room is quiet", async || {
        recovered(&hall.server.data).await.snapshot.is_some()
    })
    .await;
    hall.decides(json!({ "tool": "floor", "do": "more", "seconds": 10, "request": point }))
        .await;
    hall.record.overridden(&point, "time-given 10 s", "");
    assert_eq!(hall.desk()["notes"][&noted], format!("Note {SNAPSHOT_RECORDS}"));
}

/// Whether the point of order's speech is in a snapshot of the room, with records after it.
async fn stands_in_snapshot(hall: &Hall) -> bool {
    let recovered = recovered(&hall.server.data).await;
    assert!(!recovered.records.is_empty());
    recovered.snapshot.is_some()
}

/// The server ends at once and starts again; everybody comes back to where they were.
async fn crash(hall: &mut Hall) {
    hall.server.kill();
    let data = hall.server.data.clone();
    hall.server = start(&data);
    let door = hall.server.door.clone();
    for page in hall.phones.iter_mut().chain([&mut hall.chair, &mut hall.screen]) {
        let who = page.who.at(&door);
        let live = who.live_since(&page.live).await;
        let answer = &live.last()["type"];
        assert!(answer == "resumed" || answer == "welcome", "{answer}");
        assert_eq!(
            live.seq, page.live.seq,
            "nothing was lost, and nothing has happened meanwhile"
        );
        // Whoever resumes keeps the old view: what the server itself has now is looked at anew.
        assert_eq!(who.look().await["view"], live.view);
        *page = Page { who, live };
    }
}

/// Said of each part on its own, so that a failure names what was lost; then of the whole.
fn everything_is_as_it_was(hall: &Hall, before: &Value) {
    for page in hall.phones.iter().chain([&hall.chair, &hall.screen]) {
        let after = &page.live.view["floor"];
        for part in ["request", "started_at"] {
            assert_eq!(
                after["speaking"][part], before["speaking"][part],
                "the point of order's {part}"
            );
        }
        for part in ["request", "started_at", "paused_at", "paused_ms", "limit_s"] {
            assert_eq!(
                after["interrupted"][part], before["interrupted"][part],
                "the interrupted speech's {part}"
            );
        }
        assert_eq!(after["order"], before["order"]);
        for id in order(&page.live.view) {
            let (after, before) = (&after["requests"][&id], &before["requests"][&id]);
            assert!(
                !after["why"].is_null() && after["why"] == before["why"],
                "{after} is not {before}"
            );
        }
    }
    assert_eq!(hall.chair.live.view["floor"], *before, "and the chair's desk");
    hall.all_see_the_same();
    assert_eq!(by_the_rule(hall.view()), by_protocol(hall.view()));
}

/// Whoever did not hear the answer asks again with the same id: one advance, not two.
async fn a_repeated_press_is_answered_again_and_does_nothing(hall: &mut Hall, before: &Value) {
    let (press, answer) = hall.last.clone();
    assert_eq!(hall.chair.live.ask(&press).await, answer);
    hall.chair.live.ping().await;
    assert_eq!(hall.chair.live.view["floor"], *before);
}

/// The floor goes back with the clock standing; when it runs again, all that it stood is in `paused_ms`, the time without a
/// server too, and nothing of the speaker's time is gone.
async fn the_interrupted_speech_has_the_time_it_had(hall: &mut Hall, interrupted: &Value) {
    hall.decides(floor("end")).await;
    let standing = speaking(hall.view()).clone();
    assert_eq!(standing, *interrupted, "it has the floor as it left it, its clock standing");
    let (paused_at, stood_before) = (
        moment(interrupted, "paused_at").unwrap(),
        moment(interrupted, "paused_ms").unwrap(),
    );
    hall.time_passes().await;
    let earliest = hall.now().await;
    hall.decides(floor("resume")).await;
    let (resumed_at, latest) = (hall.step_at(), hall.now().await);
    assert!(
        (earliest..=latest).contains(&resumed_at),
        "{earliest} <= {resumed_at} <= {latest}"
    );
    let running = speaking(hall.view()).clone();
    assert_eq!(moment(&running, "paused_at"), None);
    assert_eq!(moment(&running, "paused_ms").unwrap() - stood_before, resumed_at - paused_at);
    assert_eq!(running["started_at"], interrupted["started_at"]);
    assert_eq!(
        lasted(&running, resumed_at),
        lasted(interrupted, resumed_at),
        "exactly the time it had"
    );
    assert!(shown_of(hall.view())["interrupted"].is_null());
}
