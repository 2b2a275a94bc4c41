//! Half-open connections: one side speaks and nobody hears it, and neither is told.

use super::over;
use crate::extent::extent;
use crate::support::author::Author;
use crate::support::proxy::{Proxy, Way};
use crate::support::run_for;
use crate::support::server::TestServer;
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;

#[test]
fn what_never_reached_the_server_is_not_called_saved_and_what_did_is_saved_once() {
    run_for(Duration::from_secs(60), async {
        let server = TestServer::start().await;
        let mut reader = Author::live(&server.participant("Ben").await, 9).await;
        let ana = server.participant("Ana").await;
        for (way, client) in [(Way::Up, 1), (Way::Down, 2)] {
            let proxy = Proxy::to(server.address).await;
            let mut author = Author::live(&over(&proxy, &ana), client).await;
            proxy.stall(way);
            let text = format!("Written into silence {client}");
            author.write(&text).await;
            if way == Way::Down {
                reader.wait_for_text(&text).await;
            }
            // The page has had enough of the silence, and goes on over a new connection with the same document.
            let mut back = Author::open(&ana, "/live", author.doc.clone()).await;
            back.wait_for_answers().await;
            assert_eq!(author.answered, 0, "{way:?}: nobody said that it is saved");
            let lacked = u64::from(way == Way::Up);
            assert_eq!(back.sent, lacked, "{way:?}: only what the server lacks is sent again");
            reader.wait_for_text(&text).await;
            // What was held back arrives after all, and says nothing new.
            proxy.release();
            author.wait_for_answers().await;
            back.write("And on").await;
            back.wait_for_answers().await;
            reader.wait_until(|reader| reader.text() == back.text()).await;
            assert_eq!(reader.text().matches(&text).count(), 1);
        }
    });
}

#[test]
fn the_seat_of_a_connection_that_fell_silent_is_usable_at_once_and_freed_in_time() {
    run_for(Duration::from_secs(150), async {
        let server = TestServer::start().await;
        let proxy = Proxy::to(server.address).await;
        let mut chair = server.chair().await.live().await;
        let ana = server.participant("Ana").await;
        let silent = over(&proxy, &ana).live().await;
        chair.wait_until(|live| live.presence["count"] == 2).await;
        proxy.stall(Way::Up);
        proxy.stall(Way::Down);
        let started = Instant::now();
        let mut back = ana.live_since(&silent).await;
        back.order(json!({ "tool": "floor", "do": "request" })).await;
        chair.wait_for(|view| view["floor"]["order"] == json!(["r1"])).await;
        assert_eq!(chair.presence["count"], 2, "one person, whichever connections there are");
        drop(back);
        // That takes the server most of a minute, by design: a phone in a pocket is not gone at once.
        if extent(false, true) {
            let noticed = async {
                while chair.presence["count"] != 1 {
                    chair.next_in_hours().await;
                }
            };
            let in_time = tokio::time::timeout(Duration::from_secs(90), noticed).await;
            assert!(in_time.is_ok(), "the silent connection still counts");
            println!("silence: noticed after {} s", started.elapsed().as_secs());
        }
    });
}
