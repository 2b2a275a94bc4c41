//! What of a plenary takes minutes: how long speeches last and an announced closing, on a clock that the test moves on.

use super::record::speakers_csv;
use super::{delegate, lasted, prepared};
use crate::support::floor::{asks_in, decides, floor, next, order, speaking};
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::clock::Clock;
use roundtable::room::seat::Role;
use serde_json::json;

/// How many are on the prepared list here.
const PREPARED: usize = 3;

/// The chair and three delegates who are not on the prepared list.
struct Sitting {
    server: TestServer,
    chair: Live,
    delegates: Vec<Live>,
}

impl Sitting {
    async fn begun() -> Self {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        decides(
            &mut chair,
            json!({ "tool": "floor", "do": "import", "csv": prepared(PREPARED) }),
        )
        .await;
        let code = server.code("alpha", Role::Participant);
        let mut delegates = Vec::new();
        for number in PREPARED..PREPARED + 3 {
            delegates.push(delegate(&server, &code, number).await.live().await);
        }
        Self {
            server,
            chair,
            delegates,
        }
    }

    fn after(&self, seconds: i64) {
        self.server.kept.clock.advance(seconds * 1_000);
    }

    fn now(&self) -> i64 {
        self.server.kept.clock.now().0
    }

    /// A delegate asks, and the chair has seen it.
    async fn asks(&mut self, number: usize, lane: &str) {
        let done = self.delegates[number].order(asks_in(lane)).await;
        self.chair.wait_for_seq(done["seq"].as_u64().unwrap()).await;
    }
}

#[test]
fn three_points_of_order_in_a_row_take_nothing_of_the_speakers_time() {
    run(async {
        let mut sitting = Sitting::begun().await;
        next(&mut sitting.chair).await;
        sitting.after(30);
        for number in 0..3 {
            sitting.asks(number, "point-of-order").await;
        }
        for _ in 0..3 {
            next(&mut sitting.chair).await;
            let interrupted = &sitting.chair.view["floor"]["interrupted"];
            assert_eq!(lasted(interrupted, sitting.now()), 30_000, "the clock stands");
            sitting.after(20);
        }
        decides(&mut sitting.chair, floor("end")).await;
        sitting.after(60);
        assert_eq!(
            lasted(speaking(&sitting.chair.view), sitting.now()),
            30_000,
            "and waits for the chair"
        );
        decides(&mut sitting.chair, floor("resume")).await;
        sitting.after(10);
        assert_eq!(lasted(speaking(&sitting.chair.view), sitting.now()), 40_000);
    });
}

#[test]
fn an_announced_closing_comes_at_its_time_and_those_on_the_list_still_speak() {
    run(async {
        let mut sitting = Sitting::begun().await;
        decides(&mut sitting.chair, json!({ "tool": "floor", "do": "close", "in_s": 300 })).await;
        let (at, list) = {
            let list = &sitting.chair.view["floor"];
            (list["closes_at"].as_i64(), list["list"].clone())
        };
        assert_eq!((at, list), (Some(sitting.now() + 300_000), json!("closing")));
        sitting.server.kept.clock.advance(299_999);
        sitting.asks(0, "list").await;
        sitting.server.kept.clock.advance(1);
        assert_eq!(sitting.delegates[1].refused(floor("request")).await, "list-closed");
        sitting.delegates[1].wait_for(|view| view["floor"]["list"] == "closed").await;
        next(&mut sitting.chair).await;
        sitting.asks(1, "point-of-order").await;
        sitting.asks(2, "reply").await;
    });
}

#[test]
fn every_speech_is_on_record_with_the_time_that_it_took() {
    run(async {
        let mut sitting = Sitting::begun().await;
        for number in 0..3 {
            sitting.asks(number, "list").await;
        }
        let mut seconds = 100;
        while !order(&sitting.chair.view).is_empty() {
            next(&mut sitting.chair).await;
            if seconds == 102 {
                decides(&mut sitting.chair, json!({ "tool": "floor", "do": "more", "seconds": 60 })).await;
            }
            sitting.after(seconds);
            seconds += 1;
        }
        decides(&mut sitting.chair, floor("end")).await;
        let speeches = speakers_csv(&sitting.server.chair().await).await;
        let told = |field: &str| -> Vec<&str> { speeches.iter().map(|speech| speech[field].as_str().unwrap()).collect() };
        assert_eq!(told("duration_s"), ["100", "101", "102", "103", "104", "105"]);
        assert_eq!(told("limit_s"), ["120", "120", "180", "120", "120", "120"]);
    });
}
