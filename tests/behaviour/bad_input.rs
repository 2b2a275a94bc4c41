//! What is no command gets one clear refusal or a close with a fitting code, and nobody else notices.

use crate::support::door::with_id;
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::Came;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

#[test]
fn what_is_no_command_is_refused_once_and_the_connection_lives() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut live = ana.live().await;
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for text in [
            "",
            "{",
            "null",
            "[]",
            "{\"type\":\"unknown\"}",
            "{\"id\":7}",
            "\u{0}",
            deep.as_str(),
        ] {
            let before = live.frames.len();
            live.socket.text(text).await;
            live.ping().await;
            let refusals: Vec<&Value> = live.frames[before..]
                .iter()
                .filter(|frame| frame["type"] == "refused")
                .collect();
            assert_eq!(refusals.len(), 1, "{text:.40}: {refusals:?}");
            assert_eq!(refusals[0]["code"], "bad-command", "{text:.40}");
            assert!(refusals[0]["message"].as_str().unwrap().len() > 20);
            let posted = ana
                .request(reqwest::Method::POST, &ana.path("/commands"))
                .body(text.to_owned());
            let posted = crate::support::door::ask(posted).await;
            assert_eq!((posted.status, posted.code()), (400, "bad-command"), "{text:.40}");
        }
        live.order(json!({ "tool": "floor", "do": "request" })).await;
    });
}

#[test]
fn a_wrong_field_is_named_and_the_commands_id_comes_back() {
    run(async {
        let server = TestServer::start().await;
        let mut live = server.chair().await.live().await;
        for (command, named) in [
            (json!({ "tool": "dance", "do": "request" }), "dance"),
            (json!({ "tool": "floor", "do": "dance" }), "dance"),
            (json!({ "tool": "floor", "do": "limit" }), "seconds"),
            (json!({ "tool": "floor", "do": "skip", "request": "p1" }), "r1"),
        ] {
            let command = with_id(command);
            let refused = live.ask(&command).await;
            assert_eq!(refused["code"], "bad-command");
            assert!(refused["message"].as_str().unwrap().contains(named), "{refused}");
        }
    });
}

#[test]
fn a_frame_that_is_too_large_ends_its_connection_and_no_other() {
    run(async {
        let server = TestServer::start().await;
        let mut ben = server.participant("Ben").await.live().await;
        for bytes in [64 * 1_024 + 1, 320 * 1_024 + 1] {
            let mut ana = server.participant("Ana").await.live().await;
            ana.socket.text("x".repeat(bytes)).await;
            assert_eq!(ana.wait_for_close().await, 1009, "{bytes} bytes");
        }
        let mut plain = server.participant("Cem").await.socket("/notes").await;
        plain.binary(vec![0; 320 * 1_024 + 1]).await;
        assert_eq!(plain.closed().await, 1009);
        ben.order(json!({ "tool": "floor", "do": "request" })).await;
    });
}

#[test]
fn a_body_that_is_too_large_is_a_413() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let request = ana.request(reqwest::Method::POST, &ana.path("/commands"));
        let answer = crate::support::door::ask(request.body(" ".repeat(64 * 1_024 + 1))).await;
        assert_eq!(answer.status, 413);
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
    });
}

#[test]
fn binary_garbage_is_refused_on_the_live_socket_and_ends_the_notes_socket() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let mut live = ana.live().await;
        for garbage in [&b""[..], &[255; 20], &[0, 2, 200, 1], &[9], b"hello"] {
            live.socket.binary(garbage).await;
            let refused = live.next_of("refused").await;
            assert_eq!(refused["code"], "notes-invalid", "{garbage:?}");
            let mut plain = ana.socket("/notes").await;
            plain.binary(garbage).await;
            assert_eq!(plain.closed().await, 1007, "{garbage:?}");
        }
        let mut plain = ana.socket("/notes").await;
        plain.text("{\"type\":\"ping\"}").await;
        assert_eq!(plain.closed().await, 1007);
        live.order(json!({ "tool": "floor", "do": "request" })).await;
    });
}

#[test]
fn text_that_is_no_utf_8_ends_its_connection() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = server.participant("Ana").await.live().await;
        let broken = Frame::message(vec![0xff, 0xfe], OpCode::Data(Data::Text), true);
        ana.socket.send(Message::Frame(broken)).await;
        assert_eq!(ana.wait_for_close().await, 1007);
    });
}

#[test]
fn a_socket_that_is_never_read_from_the_start_keeps_nobody_waiting() {
    run(async {
        let server = TestServer::start().await;
        let person = server.participant("Ana").await;
        let mut unread = person.socket("/live").await;
        let mut ben = server.participant("Ben").await.live().await;
        // More questions than a connection may have open.
        for number in 0..500 {
            unread
                .text(with_id(json!({ "tool": "floor", "do": "withdraw", "n": number })).to_string())
                .await;
        }
        ben.order(json!({ "tool": "floor", "do": "request" })).await;
        let mut answers = 0;
        while answers < 500 {
            match unread.next().await {
                Came::Text(text) => answers += usize::from(text.contains("\"refused\"")),
                other => panic!("{other:?} after {answers} answers"),
            }
        }
    });
}
