//! One seat from several places at once: another address, other tabs.

use super::limit;
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::Socket;
use serde_json::json;

/// Tabs of one browser.
const TABS: usize = 10;

#[test]
fn a_phone_that_changes_its_address_goes_on_where_it_was() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let ana = server.participant("Ana").await;
        let at_home = ana.live().await;
        for seconds in 31..34 {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        // The old connection is still open: nobody has told the server that the phone went elsewhere.
        let since = ana.to(&format!("/live?since={}.{}", at_home.epoch, at_home.seq));
        let mut elsewhere = Live::silent(Socket::open(&since.from("127.0.0.2")).await);
        (elsewhere.view, elsewhere.seq) = (at_home.view.clone(), at_home.seq);
        elsewhere.next().await;
        assert_eq!(elsewhere.last()["type"], "resumed");
        elsewhere.wait_until(|live| limit(live) == 33).await;
        let changes = elsewhere.frames.iter().filter(|frame| frame["type"] == "change");
        let limits: Vec<u64> = changes
            .filter_map(|frame| frame["patch"]["floor"]["limit_s"].as_u64())
            .collect();
        assert_eq!(limits, [31, 32, 33]);
        elsewhere.order(json!({ "tool": "floor", "do": "request" })).await;
        assert_eq!(elsewhere.you["seat"], at_home.you["seat"]);
        chair.wait_until(|live| live.presence["count"] == 2).await;
        drop(at_home);
        elsewhere.ping().await;
        chair.wait_for(|view| view["floor"]["order"] == json!(["r1"])).await;
        assert_eq!(chair.presence["count"], 2);
    });
}

#[test]
fn ten_tabs_of_one_seat_are_one_person_and_all_of_them_see_everything() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let ana = server.participant("Ana").await;
        let mut tabs = Vec::new();
        for _ in 0..TABS {
            tabs.push(ana.live().await);
        }
        chair.wait_until(|live| live.presence["count"] == 2).await;
        assert_eq!(chair.presence["seats"].as_array().unwrap().len(), 2);
        // Each tab asks for the floor: it is asked for once, and every tab shows it as its own.
        let mut refused = 0;
        for tab in &mut tabs {
            let answer = tab.command(json!({ "tool": "floor", "do": "request" })).await;
            refused += usize::from(answer["type"] == "refused");
        }
        assert_eq!(refused, TABS - 1);
        for seconds in 31..41 {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        for tab in &mut tabs {
            tab.wait_until(|live| limit(live) == 40 && live.you["requests"] == json!(["r1"]))
                .await;
            let changes = tab.frames.iter().filter(|frame| frame["type"] == "change");
            let limits: Vec<u64> = changes
                .filter_map(|frame| frame["patch"]["floor"]["limit_s"].as_u64())
                .collect();
            assert_eq!(limits, (31..41).collect::<Vec<u64>>());
        }
        let mut last = tabs.pop().unwrap();
        drop(tabs);
        last.order(json!({ "tool": "floor", "do": "withdraw" })).await;
        chair.wait_for(|view| view["floor"]["order"] == json!([])).await;
        assert_eq!(chair.presence["count"], 2, "the tab that is left is a person");
        drop(last);
        chair.wait_until(|live| live.presence["count"] == 1).await;
    });
}
