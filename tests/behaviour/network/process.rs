//! A client that sleeps: a process of its own, stopped as a phone's is in a pocket, and woken up. It is this very test program, started
//! once more with one test that is none otherwise.

use super::{come_back, limit, over};
use crate::support::door::{Door, Participant};
use crate::support::live::Live;
use crate::support::proxy::Proxy;
use crate::support::server::TestServer;
use crate::support::{run, run_for, within};
use roundtable::hub::recall::FRAMES_MAX;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::sync::mpsc;

/// Where the sleeper finds who it is: address, token and room.
const WHO: &str = "ROUNDTABLE_TEST_SLEEPER";
/// How each line of its report begins, among what the test program itself prints.
const REPORT: &str = "sleeper: ";

/// Reads along and reports each frame that says something of the limit, until it is ended from outside.
#[test]
#[ignore = "it is started by the tests below, as a process of its own"]
fn sleeper() {
    run_for(Duration::from_secs(600), async {
        // Nobody has started it as a sleeper: whoever runs every test that is ignored.
        let Ok(who) = std::env::var(WHO) else { return };
        let who: Value = serde_json::from_str(&who).unwrap();
        let text = |key: &str| who[key].as_str().unwrap().to_owned();
        let door = Door::new(text("address").parse().unwrap());
        let (token, room, seat) = (text("token"), text("room"), String::new());
        let person = Participant { door, token, seat, room };
        let mut live = person.live().await;
        report(&live);
        loop {
            live.next_in_hours().await;
            if live.closed.is_some() {
                live = come_back(&person, &live).await.unwrap();
            } else {
                report(&live);
            }
        }
    });
}

fn report(live: &Live) {
    let kind = live.last()["type"].as_str().unwrap_or_default();
    if ["welcome", "resumed", "change"].contains(&kind) {
        println!("\n{REPORT}{}", json!({ "type": kind, "limit": limit(live) }));
    }
}

struct Sleeper {
    process: Child,
    reports: mpsc::UnboundedReceiver<Value>,
}

impl Drop for Sleeper {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Sleeper {
    /// Starts it, and waits until it is in the room.
    async fn start(person: &Participant) -> Self {
        let who = json!({ "address": person.door.address.to_string(), "token": person.token, "room": person.room });
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "network::process::sleeper", "--ignored", "--nocapture"])
            .env(WHO, who.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let (sender, reports) = mpsc::unbounded_channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                if let Some(report) = line.strip_prefix(REPORT) {
                    let _ = sender.send(serde_json::from_str(report).unwrap());
                }
            }
        });
        let mut sleeper = Self { process, reports };
        assert_eq!(sleeper.next().await["type"], "welcome");
        sleeper
    }

    fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// What it reports next.
    async fn next(&mut self) -> Value {
        let report = within("a report of the sleeper", self.reports.recv()).await;
        report.expect("the sleeper has ended")
    }

    /// All that it reports until it shows this limit.
    async fn until(&mut self, limit: u64) -> Vec<Value> {
        let mut reports = Vec::new();
        while reports.last().is_none_or(|report: &Value| report["limit"] != limit) {
            reports.push(self.next().await);
        }
        reports
    }
}

#[test]
fn a_client_that_slept_for_a_moment_gets_every_change_when_it_wakes() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let mut sleeper = Sleeper::start(&server.participant("Ana").await).await;
        sleeper.signal("-STOP");
        for seconds in 31..61 {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": seconds }))
                .await;
        }
        sleeper.signal("-CONT");
        let reports = sleeper.until(60).await;
        let limits = |kind: &str| -> Vec<u64> {
            let of_kind = reports.iter().filter(|report| report["type"] == kind);
            of_kind.map(|report| report["limit"].as_u64().unwrap()).collect()
        };
        let told: Vec<u64> = limits("change").into_iter().filter(|limit| *limit <= 60).collect();
        assert_eq!(told, (31..61).collect::<Vec<u64>>());
        assert!(limits("welcome").is_empty());
    });
}

#[test]
fn a_client_that_slept_for_an_hour_gets_a_fresh_view_when_it_wakes() {
    run(async {
        let server = TestServer::start().await;
        let proxy = Proxy::to(server.address).await;
        let mut chair = server.chair().await.live().await;
        let mut sleeper = Sleeper::start(&over(&proxy, &server.participant("Ana").await)).await;
        chair.wait_until(|live| live.presence["count"] == 2).await;
        sleeper.signal("-STOP");
        // Within an hour the server has given the connection up, and more has happened than it recalls.
        proxy.cut();
        chair.wait_until(|live| live.presence["count"] == 1).await;
        for number in 0..=FRAMES_MAX {
            chair
                .order(json!({ "tool": "floor", "do": "limit", "seconds": 31 + number % 2 }))
                .await;
        }
        chair.order(json!({ "tool": "floor", "do": "limit", "seconds": 99 })).await;
        sleeper.signal("-CONT");
        let reports = sleeper.until(99).await;
        assert_eq!(reports, [json!({ "type": "welcome", "limit": 99 })]);
        chair.wait_until(|live| live.presence["count"] == 2).await;
        chair.order(json!({ "tool": "floor", "do": "limit", "seconds": 98 })).await;
        assert_eq!(sleeper.until(98).await, [json!({ "type": "change", "limit": 98 })]);
    });
}
