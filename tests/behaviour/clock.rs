//! The machine's wall clock jumps by hours, forwards and back, while the server runs and while it is stopped. What is counted goes on by
//! the time that really passes, and nothing is older than what came before it.

use crate::extent::extent;
use crate::support::child::ChildServer;
use crate::support::door::Participant;
use crate::support::live::Live;
use crate::support::run;
use crate::support::shim::Shim;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

const HOUR_S: i64 = 3_600;
/// Far more than any of this takes, and far less than the jumps.
const SOON_MS: i64 = 10 * 60 * 1_000;
/// How much earlier than by our own clock something may seem to come: the two are not read in the same instant.
const SLACK: Duration = Duration::from_millis(100);

/// The server's time.
async fn now(live: &mut Live) -> i64 {
    live.ping().await["now"].as_i64().unwrap()
}

/// A poll that ends by itself.
async fn opened(chair: &mut Live, seconds: i64) -> String {
    let draft = json!({
        "tool": "polls", "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"], "duration_s": seconds,
    });
    let poll = chair.order(draft).await["made"].as_str().unwrap().to_owned();
    chair.order(json!({ "tool": "polls", "do": "open", "poll": poll })).await;
    poll
}

async fn asks(person: &Participant) -> Value {
    person.order(json!({ "tool": "floor", "do": "request" })).await["made"].clone()
}

/// The times at which those who wait asked, in the order of the list.
fn asked_at(view: &Value) -> Vec<i64> {
    let order = view["floor"]["order"].as_array().unwrap();
    let of = |id: &Value| view["floor"]["requests"][id.as_str().unwrap()]["asked_at"].as_i64().unwrap();
    order.iter().map(of).collect()
}

/// Waits until something has come by itself, and says how long that took.
async fn came_after(began: Instant, live: &mut Live, shows: impl FnMut(&Value) -> bool) -> Duration {
    live.wait_for(shows).await;
    began.elapsed()
}

#[test]
fn while_the_wall_clock_jumps_both_ways_countdowns_and_speaking_times_go_on_and_the_order_stays() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let shim = Shim::over(&data);
        let child = ChildServer::start_behind(&data, &shim);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let mut people = Vec::new();
        for name in ["Ana", "Ben", "Cy", "Dora"] {
            people.push(child.door.join(&child.code("participant"), name).await);
        }
        let mut live = chair.live().await;
        let speaker = asks(&people[0]).await;
        live.order(json!({ "tool": "floor", "do": "give", "request": speaker })).await;
        let before = now(&mut live).await;
        let began = Instant::now();
        // Only the long form waits for them to end.
        let (poll_s, closing_s) = extent((60, 60), (12, 20));
        let poll = opened(&mut live, poll_s).await;
        live.order(json!({ "tool": "floor", "do": "close", "in_s": closing_s })).await;

        let mut waiting = Vec::new();
        for (person, hours) in people[1..].iter().zip([5, -9, 24]) {
            waiting.push(asks(person).await);
            shim.wall_clock_is_off_by(hours * HOUR_S);
            live.ping().await;
            assert_eq!(
                live.view["polls"]["items"][&poll]["state"], "open",
                "ended by a jump of {hours} h"
            );
            assert_eq!(live.view["floor"]["list"], "closing");
        }
        live.wait_for(|view| view["floor"]["order"] == json!(waiting)).await;
        assert!(asked_at(&live.view).is_sorted(), "{:?}", asked_at(&live.view));

        let left = |view: &Value, now| {
            let ends = [&view["polls"]["items"][&poll]["closes_at"], &view["floor"]["closes_at"]];
            ends.map(|end| end.as_i64().unwrap() - now)
        };
        let after = now(&mut live).await;
        let [poll_ms, list_ms] = left(&live.view, after);
        assert!(
            poll_ms <= poll_s * 1_000 && list_ms <= closing_s * 1_000,
            "{poll_ms} and {list_ms} ms left"
        );
        if extent(false, true) {
            let took = came_after(began, &mut live, |view| view["polls"]["items"][&poll]["state"] == "closed").await;
            assert!(took + SLACK >= Duration::from_secs(12), "the poll ended after {took:?}");
            let took = came_after(began, &mut live, |view| view["floor"]["list"] == "closed").await;
            assert!(took + SLACK >= Duration::from_secs(20), "the list closed after {took:?}");
        }
        live.order(json!({ "tool": "floor", "do": "end" })).await;
        let spoken = speaking_time(&chair).await;
        assert!((0..SOON_MS).contains(&spoken), "spoke for {spoken} ms");
        let passed = now(&mut live).await - before;
        assert!((1..SOON_MS).contains(&passed), "{passed} ms seem to have passed");
    });
}

/// How long the one speech took, as the outcome has it.
async fn speaking_time(chair: &Participant) -> i64 {
    let csv = crate::support::door::ask(chair.request(reqwest::Method::GET, &chair.path("/speakers.csv"))).await;
    let text = csv.body.as_str().unwrap().to_owned();
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
    let place = columns
        .iter()
        .position(|name| *name == "duration_s")
        .unwrap_or_else(|| panic!("{text}"));
    let seconds: i64 = lines.next().unwrap().split(',').nth(place).unwrap().parse().unwrap();
    seconds * 1_000
}

#[test]
fn a_clock_that_was_set_back_while_the_server_was_away_goes_on_from_the_last_record() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let shim = Shim::over(&data);
        let mut child = ChildServer::start_behind(&data, &shim);
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let ana = child.door.join(&child.code("participant"), "Ana").await;
        let mut live = chair.live().await;
        let poll = opened(&mut live, 60).await;
        asks(&ana).await;
        let before = chair.look().await;
        let last = asked_at(&before["view"])[0];
        child.kill();

        shim.wall_clock_is_off_by(-5 * HOUR_S);
        let child = ChildServer::start_behind(&data, &shim);
        let chair = chair.at(&child.door);
        let mut live = chair.live().await;
        let after = now(&mut live).await;
        assert!(
            (0..SOON_MS).contains(&(after - last)),
            "the server's time is {after}, and the last record's {last}"
        );
        let poll = &live.view["polls"]["items"][&poll];
        let left = poll["closes_at"].as_i64().unwrap() - after;
        assert!(
            poll["state"] == "open" && (1..=60_000).contains(&left),
            "{left} ms left of {poll}"
        );
        let ben = child.door.join(&child.code("participant"), "Ben").await;
        asks(&ben).await;
        live.wait_for(|view| view["floor"]["order"].as_array().unwrap().len() == 2)
            .await;
        assert!(asked_at(&live.view).is_sorted(), "{:?}", asked_at(&live.view));
    });
}
