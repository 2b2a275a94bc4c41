//! Coming back with `?since=E.N`: the missed changes where the server can prove that it has them all, else a fresh view.

use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::hub::recall::FRAMES_MAX;
use serde_json::json;

#[test]
fn whoever_comes_back_gets_what_was_missed_and_nothing_twice() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let chair = server.chair().await;
        chair.order(json!({ "tool": "floor", "do": "limit", "seconds": 30 })).await;
        let mut before = ana.live().await;
        let seen = chair.order(json!({ "tool": "floor", "do": "limit", "seconds": 31 })).await;
        before.wait_for_seq(seen["seq"].as_u64().unwrap()).await;
        for seconds in 32..36 {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        let mut after = ana.live_since(&before).await;
        assert_eq!(after.last()["type"], "resumed");
        assert_eq!(after.last()["seq"], ana.look().await["seq"]);
        after.seq = before.seq;
        after.wait_for(|view| view["floor"]["limit_s"] == 35).await;
        let told: Vec<u64> = after
            .frames
            .iter()
            .filter(|frame| frame["type"] == "change")
            .map(|frame| frame["patch"]["floor"]["limit_s"].as_u64().unwrap())
            .collect();
        assert_eq!(told, [32, 33, 34, 35]);
        assert_eq!(after.view, ana.look().await["view"]);
    });
}

#[test]
fn whoever_missed_nothing_gets_nothing() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let before = ana.live().await;
        let mut after = ana.live_since(&before).await;
        assert_eq!(after.last()["type"], "resumed");
        after.ping().await;
        let told: Vec<_> = after.frames.iter().filter(|frame| frame["type"] == "change").collect();
        assert!(told.is_empty(), "{told:?}");
    });
}

#[test]
fn a_position_that_proves_nothing_gets_a_fresh_view() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let live = ana.live().await;
        for since in [
            format!("OTHER.{}", live.seq),
            format!("{}.{}", live.epoch, live.seq + 1),
            format!("{}.18446744073709551615", live.epoch),
            format!("{}.-1", live.epoch),
            live.epoch.clone(),
            String::new(),
        ] {
            let fresh = Live::begin(ana.socket(&format!("/live?since={since}")).await).await;
            assert_eq!(fresh.view, live.view, "since {since}");
        }
        let server = server.restart().await;
        let fresh = ana.at(&server).live_since(&live).await;
        assert_eq!(
            fresh.last()["type"],
            "welcome",
            "positions of another run of the room mean nothing"
        );
        assert_ne!(fresh.epoch, live.epoch);
        assert_eq!(fresh.view, live.view);
    });
}

#[test]
fn whoever_was_away_for_longer_than_the_room_recalls_gets_a_fresh_view() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let before = ana.live().await;
        let mut chair = server.chair().await.live().await;
        for number in 0..=FRAMES_MAX {
            let seconds = 30 + number % 2;
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        let after = ana.live_since(&before).await;
        assert_eq!(after.last()["type"], "welcome");
        assert_eq!(after.view, ana.look().await["view"]);
    });
}

#[test]
fn a_page_that_comes_back_to_a_quiet_room_is_told_what_it_should_have() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut first = ana.live().await;
        first.next_of("check").await;
        // Nothing has changed since.
        let mut back = ana.live_since(&first).await;
        assert_eq!(back.last()["type"], "resumed");
        back.next_of("check").await;
    });
}
