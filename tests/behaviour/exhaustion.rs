//! What one device can use up: a seat that floods is slowed and loses nothing, others do not notice; a delegation behind one address
//! gets in; hundreds of phones that take nothing cost little.

use crate::extent::extent;
use crate::support::child::ChildServer;
use crate::support::door::{MEETING, Participant, ask, with_id};
use crate::support::live::Live;
use crate::support::server::TestServer;
use crate::support::socket::Socket;
use crate::support::{run, run_for, until};
use futures_util::future::join_all;
use reqwest::{Method, StatusCode};
use roundtable::protocol::notes;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

/// What a seat may say at once, and each second after that, as docs/protocol.md has it.
const COMMANDS_AT_ONCE: usize = 2_000;
const COMMANDS_PER_SECOND: usize = 100;
const SOCKETS_AT_ONCE: usize = 200;
const SYNCS_AT_ONCE: usize = 200;
const SYNCS_PER_SECOND: usize = 10;
/// And an address.
const INVITATIONS_AT_ONCE: usize = 6_000;
/// What stalled phones may cost together, bytes.
const STALLED_BYTES_MAX: u64 = 128 * 1_024 * 1_024;

/// Sends so many pings at once over several sockets of a seat and waits until all are answered.
async fn flood(wild: &Participant, pings: usize, sockets: usize) -> Duration {
    let opened = join_all((0..sockets).map(|_| wild.live())).await;
    let began = Instant::now();
    join_all(opened.into_iter().map(|mut live| async move {
        for _ in 0..pings / sockets {
            live.send(&json!({ "type": "ping" })).await;
        }
        for _ in 0..pings / sockets {
            live.next_of("pong").await;
        }
    }))
    .await;
    began.elapsed()
}

#[test]
fn a_seat_that_floods_is_slowed_loses_nothing_and_keeps_nobody_waiting() {
    run(async {
        let server = TestServer::start().await;
        let (wild, calm) = (server.participant("Wild").await, server.participant("Calm").await);
        let mut live = calm.live().await;
        let over = extent(100, 1_000);
        let flooding = flood(&wild, COMMANDS_AT_ONCE + over, 10);
        let working = async {
            let mut longest = Duration::ZERO;
            for number in 0..50 {
                let began = Instant::now();
                let order = if number % 2 == 0 { "request" } else { "withdraw" };
                live.order(json!({ "tool": "floor", "do": order })).await;
                longest = longest.max(began.elapsed());
            }
            longest
        };
        let (took, longest) = tokio::join!(flooding, working);
        println!("flood: slowed to {took:?}; another's slowest command {longest:?}");
        let least = Duration::from_millis((over * 900 / COMMANDS_PER_SECOND) as u64);
        assert!(took > least, "not slowed: {took:?}");
        assert!(longest < Duration::from_secs(5), "another waited {longest:?}");
        let metrics = ask(server.request(Method::GET, "/metrics")).await;
        let slowed = r#"roundtable_slowed_total{kind="command"}"#;
        assert!(metrics.body.as_str().unwrap().contains(slowed));
    });
}

#[test]
fn requests_of_a_seat_that_floods_are_told_when_to_come_back_and_nothing_is_done() {
    run(async {
        let server = TestServer::start().await;
        let wild = server.participant("Wild").await;
        flood(&wild, COMMANDS_AT_ONCE, 4).await;
        let command = with_id(json!({ "tool": "floor", "do": "withdraw" }));
        let refused = loop {
            let request = wild.request(Method::POST, &wild.path("/commands"));
            let answer = request.json(&command).send().await.unwrap();
            if answer.status() == 429 {
                break answer;
            }
        };
        let seconds: u64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=10).contains(&seconds), "{seconds}");
        assert_eq!(refused.json::<Value>().await.unwrap()["code"], "slow-down");
        until("it is let through again", async || {
            wild.post(&with_id(json!({ "tool": "floor", "do": "request" }))).await.status == 200
        })
        .await;
    });
}

#[test]
fn a_seat_that_opens_sockets_without_end_is_stopped_and_another_is_not() {
    run(async {
        let server = TestServer::start().await;
        let (wild, calm) = (server.participant("Wild").await, server.participant("Calm").await);
        let mut opened = 0;
        let refused = loop {
            match Socket::try_open(&wild.to("/live")).await {
                Ok(_) => opened += 1,
                Err((status, body)) => break (status, body),
            }
            assert!(opened < 10 * SOCKETS_AT_ONCE, "nobody stops it");
        };
        assert!(
            opened >= SOCKETS_AT_ONCE,
            "a phone in bad Wi-Fi comes back more often than {opened} times"
        );
        assert_eq!(refused.0, 429);
        assert!(refused.1.contains("slow-down"), "{}", refused.1);
        calm.live().await;
    });
}

#[test]
fn a_whole_conference_behind_one_address_gets_in() {
    run(async {
        let server = TestServer::start().await;
        let people = extent(300, 3_000);
        let code = server.code("alpha", Role::Participant);
        let joined = join_all((0..people).map(|number| {
            let body = json!({ "code": code, "name": format!("Delegate {number}") });
            let server = &server;
            async move { server.try_join(&body).await.status }
        }))
        .await;
        assert!(joined.iter().all(|status| *status == 200));
    });
}

/// The memory of a process, bytes.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1_024
}

fn long_poll(number: usize) -> Value {
    let options: Vec<String> = (0..20)
        .map(|option| format!("{option} {}", "🌍".repeat(190 + number % 2)))
        .collect();
    json!({ "tool": "polls", "do": "edit", "poll": "p1", "question": format!("{number}"), "kind": "single", "options": options })
}

#[cfg(target_os = "linux")]
#[test]
fn hundreds_of_phones_that_take_nothing_cost_little_and_nobody_else_time() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let child = ChildServer::start(&folder.path().join("data"));
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let mut live = chair.live().await;
        live.order(json!({ "tool": "polls", "do": "draft", "question": "0", "kind": "single", "options": ["a", "b"] }))
            .await;
        let (phones, edits) = extent((100, 300), (500, 600));
        // Chairs see drafts of polls: what is told here is 15 kB each time.
        let code = child.code("chair");
        let mut stalled = Vec::new();
        for number in 0..phones {
            let phone = child.door.join(&code, &format!("Phone {number}")).await;
            stalled.push(Socket::open(&phone.to("/live").small_buffer()).await);
        }
        let before = memory(child.id());
        let mut longest = Duration::ZERO;
        for number in 1..=edits {
            let began = Instant::now();
            live.order(long_poll(number)).await;
            longest = longest.max(began.elapsed());
        }
        let cost = memory(child.id()).saturating_sub(before);
        println!(
            "{phones} stalled phones, {edits} changes of 15 kB: {} kB in all; slowest command {longest:?}",
            cost / 1_024
        );
        assert!(cost < STALLED_BYTES_MAX, "{cost} bytes");
        assert!(longest < Duration::from_secs(5), "the chair waited {longest:?}");
        let mut woken = Live::begin(stalled.pop().unwrap()).await;
        woken
            .wait_for(|view| view["polls"]["items"]["p1"]["question"] == json!(edits.to_string()))
            .await;
    });
}

#[test]
fn pings_and_empty_updates_without_end_are_slowed_too() {
    run(async {
        let server = TestServer::start().await;
        let mut wild = server.participant("Wild").await.live().await;
        let began = Instant::now();
        for _ in 0..COMMANDS_AT_ONCE / 2 {
            wild.socket.send(Message::Ping(bytes::Bytes::new())).await;
            wild.socket.binary(notes::update(&notes::EMPTY_UPDATE)).await;
        }
        for _ in 0..COMMANDS_PER_SECOND {
            wild.socket.send(Message::Ping(bytes::Bytes::new())).await;
        }
        wild.ping().await;
        let took = began.elapsed();
        assert!(took > Duration::from_millis(900), "not slowed: {took:?}");
    });
}

#[test]
fn fresh_views_without_end_are_slowed() {
    run(async {
        let server = TestServer::start().await;
        let mut wild = server.participant("Wild").await.live().await;
        let began = Instant::now();
        for _ in 0..SYNCS_AT_ONCE + SYNCS_PER_SECOND {
            wild.send(&json!({ "type": "refresh" })).await;
            wild.next_of("welcome").await;
        }
        let took = began.elapsed();
        assert!(took > Duration::from_millis(900), "not slowed: {took:?}");
    });
}

#[test]
fn links_are_not_replaced_and_seats_not_ended_without_end() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let guest = server.participant("Guest").await;
        let link = json!({ "role": "screen", "room": "beta", "seats": "keep" });
        let replacing = async || {
            let links = organiser.request(Method::POST, &format!("/api/meetings/{MEETING}/links"));
            ask(links.json(&link)).await
        };
        let ending = async || {
            let seat = organiser.path(&format!("/seats/{}", guest.seat));
            ask(organiser.request(Method::DELETE, &seat)).await
        };
        let asking = async {
            until("that too many links were asked for", async || {
                replacing().await.code() == "slow-down"
            })
            .await;
            // It owes for seconds by now.
            assert_eq!(ending().await.status, 429);
            assert_eq!(replacing().await.status, 429);
            guest.look().await;
        };
        tokio::select! {
            _ = flood(&organiser, COMMANDS_AT_ONCE + 40 * COMMANDS_PER_SECOND, 20) => panic!("nobody was refused"),
            () = asking => {}
        }
    });
}

#[test]
fn one_address_looks_at_what_a_code_opens_as_often_as_a_hall_does_and_no_more() {
    run_for(Duration::from_secs(300), async {
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        let look = async |rest: &str| {
            server
                .request(Method::GET, &format!("/api/join/{code}{rest}"))
                .send()
                .await
                .unwrap()
                .status()
        };
        let mut looks = 0;
        if extent(true, false) {
            // To use all of it up takes a minute on a busy machine.
            assert!(join_all((0..500).map(|_| look(""))).await.iter().all(StatusCode::is_success));
            return;
        }
        let refused = loop {
            let statuses = join_all((0..200).map(|_| look(""))).await;
            if statuses.contains(&StatusCode::TOO_MANY_REQUESTS) {
                break looks;
            }
            assert!(statuses.iter().all(StatusCode::is_success));
            looks += statuses.len();
        };
        assert!(refused >= INVITATIONS_AT_ONCE - 200, "after {refused}");
        until("that its QR code is refused too", async || {
            // What comes back meanwhile goes with the looks beside it.
            let (_, code) = tokio::join!(join_all((0..200).map(|_| look(""))), look("/qr.svg"));
            code == StatusCode::TOO_MANY_REQUESTS
        })
        .await;
        // Who has looked before joins all the same.
        server.participant("Ana").await;
    });
}
