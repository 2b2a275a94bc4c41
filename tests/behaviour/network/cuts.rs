//! Connections that are cut at any byte, in either direction, while the room goes on.

use super::{come_back, limit, over};
use crate::extent::{Chance, extent};
use crate::support::door::{Participant, with_id};
use crate::support::live::Live;
use crate::support::proxy::{Proxy, Way};
use crate::support::run_for;
use crate::support::server::TestServer;
use roundtable::hub::recall::FRAMES_MAX;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

/// Limits that the chair sets, one after the other, again and again.
const LIMITS: std::ops::Range<u64> = 30..3_000;
/// Commands in all: every change of the limit tells of each request on the list, so that it has to stay short.
const COMMANDS_MAX: usize = 60;

/// Somebody whose connection is cut again and again: what they know, what they have asked, and what was answered.
struct Roamer {
    person: Participant,
    live: Live,
    limit: u64,
    unanswered: Vec<Value>,
    answers: HashMap<String, Value>,
    asked: usize,
    resumed: usize,
    fresh: usize,
}

impl Roamer {
    async fn begin(person: Participant) -> Self {
        let live = person.live().await;
        Self {
            limit: limit(&live),
            person,
            live,
            unanswered: Vec::new(),
            answers: HashMap::new(),
            asked: 0,
            resumed: 0,
            fresh: 0,
        }
    }

    /// Reads until something is so, or the connection ends: then it is false.
    async fn read_until(&mut self, mut so: impl FnMut(&Self) -> bool) -> bool {
        while !so(self) {
            self.live.next().await;
            if self.live.closed.is_some() {
                return false;
            }
            self.take();
        }
        true
    }

    /// Looks at the newest frame: no change is missing, none comes twice, and no answer differs from an earlier one.
    fn take(&mut self) {
        let frame = self.live.last().clone();
        match frame["type"].as_str().unwrap() {
            "welcome" => {
                self.fresh += 1;
                self.limit = limit(&self.live);
            }
            "resumed" => self.resumed += 1,
            "change" => {
                if let Some(limit) = frame["patch"]["floor"]["limit_s"].as_u64() {
                    assert_eq!(
                        limit,
                        after(self.limit),
                        "a change is missing or came twice: {:#?}",
                        self.live.raw
                    );
                    self.limit = limit;
                }
            }
            "done" | "refused" => {
                assert_eq!(frame["type"], "done", "{frame}");
                let id = frame["id"].as_str().unwrap().to_owned();
                self.unanswered.retain(|asked| asked["id"] != frame["id"]);
                let first = self.answers.entry(id).or_insert_with(|| frame.clone());
                assert_eq!(*first, frame, "a repeat got another answer");
            }
            _ => {}
        }
    }

    /// Comes back over whatever network there is, and asks again what has no answer.
    async fn come_back(&mut self) {
        loop {
            let Some(live) = come_back(&self.person, &self.live).await else {
                continue;
            };
            self.live = live;
            for asked in &self.unanswered {
                self.live.socket.try_text(asked.to_string()).await;
            }
            return;
        }
    }

    /// Puts a speaker on the list, perhaps in vain.
    async fn ask(&mut self) {
        self.asked += 1;
        let asked = with_id(json!({ "tool": "floor", "do": "queue", "name": format!("Speaker {}", self.asked) }));
        self.unanswered.push(asked.clone());
        self.live.socket.try_text(asked.to_string()).await;
    }
}

fn after(limit: u64) -> u64 {
    if limit + 1 == LIMITS.end { LIMITS.start } else { limit + 1 }
}

#[test]
fn whoever_is_cut_off_at_any_byte_misses_nothing_and_does_nothing_twice() {
    run_for(Duration::from_secs(900), async {
        let mut chance = Chance::of("cuts");
        let rounds = extent(60, 1_000);
        // Nobody's connection breaks so often that coming back is slowed; here it does.
        let server = TestServer::start_allowing(20).await;
        let proxy = Proxy::to(server.address).await;
        let mut chair = server.chair().await.live().await;
        chair
            .order(json!({ "tool": "floor", "do": "limit", "seconds": LIMITS.start }))
            .await;
        let mut roamer = Roamer::begin(over(&proxy, &server.chair().await)).await;
        let mut told = LIMITS.start;
        for _ in 0..rounds {
            // A welcome of this room is some thousand bytes, a change a hundred, a command as many.
            let (way, bytes) = *chance.one_of(&[(Way::Down, 6_000), (Way::Down, 1_500), (Way::Up, 1_200)]);
            proxy.cut_after(way, Some(usize::try_from(chance.below(bytes)).unwrap()));
            proxy.cut();
            // Sometimes more than the room recalls, so that only a fresh view can help.
            let changes = if chance.percent(2) {
                FRAMES_MAX as u64 + 10
            } else {
                chance.below(8)
            };
            for _ in 0..changes {
                told = after(told);
                chair.order(json!({ "tool": "floor", "do": "limit", "seconds": told })).await;
            }
            while roamer.read_until(|_| false).await {}
            let opened = come_back(&roamer.person, &roamer.live).await;
            if let Some(live) = opened {
                roamer.live = live;
                if roamer.asked < COMMANDS_MAX {
                    roamer.ask().await;
                }
                told = after(told);
                chair.order(json!({ "tool": "floor", "do": "limit", "seconds": told })).await;
                roamer
                    .read_until(|roamer| roamer.limit == told && roamer.unanswered.is_empty())
                    .await;
            }
            proxy.cut_after(Way::Down, None);
            proxy.cut_after(Way::Up, None);
            proxy.cut();
            if roamer.live.closed.is_none() {
                while roamer.read_until(|_| false).await {}
            }
            roamer.come_back().await;
            assert!(
                roamer
                    .read_until(|roamer| roamer.limit == told && roamer.unanswered.is_empty())
                    .await
            );
        }
        let names: Vec<String> = (1..=roamer.asked).map(|number| format!("Speaker {number}")).collect();
        let look = server.chair().await.look().await;
        let requests = &look["view"]["floor"]["requests"];
        let order = look["view"]["floor"]["order"].as_array().unwrap();
        let listed: Vec<&str> = order
            .iter()
            .map(|id| requests[id.as_str().unwrap()]["name"].as_str().unwrap())
            .collect();
        assert_eq!(
            listed, names,
            "each command took effect once, in the order in which it was asked"
        );
        let seq = look["seq"].as_u64().unwrap();
        assert!(roamer.read_until(|roamer| roamer.live.seq >= seq).await);
        assert_eq!(roamer.live.view, look["view"]);
        println!(
            "cuts: {rounds} rounds, {} resumed, {} fresh views, {} commands, none lost or twice",
            roamer.resumed, roamer.fresh, roamer.asked
        );
    });
}

#[test]
fn what_was_asked_over_a_slow_connection_and_arrives_after_its_repeat_changes_nothing() {
    run_for(Duration::from_secs(60), async {
        let server = TestServer::start().await;
        let proxy = Proxy::to(server.address).await;
        let mut chair = server.chair().await.live().await;
        let ana = server.participant("Ana").await;
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        let cast = |choice: &str| with_id(json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": [choice] }));
        let (first, second) = (cast("o1"), cast("o2"));
        let mut slow = over(&proxy, &ana).live().await;
        proxy.stall(Way::Up);
        slow.send(&first).await;
        // The page gives the connection up, and does over the next one what it always does: first what has no answer.
        let mut quick = ana.live_since(&slow).await;
        let answer = quick.ask(&first).await;
        quick.ask(&second).await;
        proxy.release();
        slow.wait_until(|live| live.frames.iter().any(|frame| frame["id"] == first["id"]))
            .await;
        let late = slow.frames.iter().find(|frame| frame["id"] == first["id"]).unwrap();
        assert_eq!(*late, answer);
        chair.order(json!({ "tool": "polls", "do": "close", "poll": "p1" })).await;
        chair.order(json!({ "tool": "polls", "do": "show", "poll": "p1" })).await;
        chair.wait_for(|view| view["polls"]["items"]["p1"]["tally"]["o2"] == 1).await;
        assert_eq!(chair.view["polls"]["items"]["p1"]["turnout"], 1);
        assert_eq!(
            ana.look().await["you"]["ballots"]["p1"],
            json!(["o2"]),
            "the newest vote stands"
        );
    });
}

#[test]
fn over_a_network_that_takes_its_time_everything_comes_only_later() {
    run_for(Duration::from_secs(60), async {
        let server = TestServer::start().await;
        let proxy = Proxy::to(server.address).await;
        proxy.delay(Duration::from_millis(150));
        let mut far = over(&proxy, &server.participant("Ana").await).live().await;
        let mut chair = server.chair().await.live().await;
        for seconds in 31..41 {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        far.order(json!({ "tool": "floor", "do": "request" })).await;
        far.wait_for(|view| view["floor"]["order"] == json!(["r1"])).await;
        let patches = far.frames.iter().filter(|frame| frame["type"] == "change");
        let limits: Vec<u64> = patches
            .filter_map(|frame| frame["patch"]["floor"]["limit_s"].as_u64())
            .collect();
        assert_eq!(limits, (31..41).collect::<Vec<u64>>());
    });
}
