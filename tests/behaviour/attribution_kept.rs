//! What people were promised at the door outlives the meeting file: a file that says a looser attribution rule later changes nothing
//! of what is told, neither of an open room nor of a closed one.

use crate::support::author::Author;
use crate::support::child::{ChildServer, run as command, said};
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use reqwest::Method;
use roundtable::archive;
use roundtable::journal::{Journal, Stream};
use roundtable::room::seat::Role;
use serde_json::json;
use std::fs;

/// A free port.
const LISTEN: [&str; 2] = ["--listen", "127.0.0.1:0"];
/// In names and delegations of everybody who says something, and nowhere else.
const CANARY: &str = "Kanarienvogel";

/// The meeting of the tests with room gamma under this rule.
fn with_gamma(attribution: &str) -> String {
    let gamma =
        format!("[[rooms]]\nid = \"gamma\"\ntitle = \"Gamma\"\nattribution = \"{attribution}\"\nwriters = \"everyone\"\n");
    format!("{MEETING_FILE}\n{gamma}")
}

/// Somebody writes, contributes and comments in gamma.
async fn a_session(server: &TestServer) -> Participant {
    let body = json!({ "code": server.code("gamma", Role::Participant), "name": CANARY, "delegation": format!("{CANARY}land") });
    let ana = server.join_as(&body).await.in_room("gamma");
    let mut author = Author::live(&ana, 1).await;
    author.write("Strategies need a budget").await;
    author.wait_for_answers().await;
    ana.order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Trained people leave" }))
        .await;
    let anchor = json!({ "start": "AA==", "end": "AA==" });
    ana.order(json!({ "tool": "comments", "do": "add", "anchor": anchor, "quote": "budget", "text": "Which one?" }))
        .await;
    server.seat("gamma", Role::Chair).await
}

async fn text(person: &Participant, path: &str) -> String {
    let response = person.request(Method::GET, path).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{path}");
    response.text().await.unwrap()
}

/// Nobody is named on the chair's page, in the history, in the documents or in the meeting's report.
async fn assert_nobody_is_named(server: &TestServer, chair: &Participant) {
    let view = chair.look().await["view"].clone();
    assert_eq!(view["room"]["attribution"], "chatham-house");
    for section in ["board", "comments", "report", "polls"] {
        assert!(!view[section].to_string().contains(CANARY), "{section}: {}", view[section]);
    }
    assert!(view["board"].to_string().contains("Trained people leave"));
    let organiser = server.seat("gamma", Role::Organiser).await;
    for file in ["notes/history", "outcome.json", "outcome.md", "board.csv"] {
        let told = text(chair, &chair.path(&format!("/{file}"))).await;
        assert!(!told.contains(CANARY), "{file}: {told}");
    }
    let report = text(&organiser, "/api/meetings/tests/report.json").await;
    assert!(!report.contains(CANARY), "{report}");
    let code = server.code("gamma", Role::Participant);
    let door = ask(server.request(Method::GET, &format!("/api/join/{code}"))).await.body;
    assert_eq!(door["room"]["attribution"], "chatham-house", "the door says what holds");
}

#[test]
fn a_looser_rule_in_the_file_names_nobody_in_a_room_that_is_open() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma("chatham-house")).await;
        let chair = a_session(&server).await;
        let server = server.restart_with(&with_gamma("on-the-record")).await;
        let chair = chair.at(&server);
        assert_nobody_is_named(&server, &chair).await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let folder = server.kept.outcomes().join("tests/gamma/revision-1");
        archive::verify(&folder, None).unwrap();
        for name in ["record.jsonl", "outcome.json"] {
            let sealed = fs::read_to_string(folder.join(name)).unwrap();
            assert!(!sealed.contains(CANARY), "{name}: {sealed}");
        }
    });
}

#[test]
fn a_looser_rule_in_the_file_names_nobody_in_a_room_that_was_closed() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma("chatham-house")).await;
        let chair = a_session(&server).await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let server = server.restart_with(&with_gamma("on-the-record")).await;
        assert_nobody_is_named(&server, &chair.at(&server)).await;
        // Not even where the sealed folder has to be written anew.
        let folder = server.kept.outcomes().join("tests/gamma/revision-1");
        fs::remove_dir_all(&folder).unwrap();
        assert_nobody_is_named(&server, &chair.at(&server)).await;
        archive::verify(&folder, None).unwrap();
        assert!(!fs::read_to_string(folder.join("record.jsonl")).unwrap().contains(CANARY));
    });
}

#[test]
fn a_looser_rule_is_not_written_down_at_every_start() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma("chatham-house")).await;
        let chair = a_session(&server).await;
        let seq = chair.look().await["seq"].clone();
        let mut server = server;
        for _ in 0..2 {
            server = server.restart_with(&with_gamma("on-the-record")).await;
            assert_eq!(chair.at(&server).look().await["seq"], seq);
        }
        let stricter = server.restart_with(&with_gamma("closed")).await;
        assert_eq!(chair.at(&stricter).look().await["view"]["room"]["attribution"], "closed");
    });
}

#[test]
fn at_a_door_that_nobody_has_passed_the_files_rule_is_said_and_the_room_is_not_opened() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma("chatham-house")).await;
        let server = server.restart_with(&with_gamma("on-the-record")).await;
        let code = server.code("gamma", Role::Participant);
        let door = ask(server.request(Method::GET, &format!("/api/join/{code}"))).await.body;
        assert_eq!(door["room"]["attribution"], "on-the-record");
        let records = server.kept.memory.read(&Stream::new("tests/gamma"), 0, 1).await.unwrap();
        assert!(records.is_empty(), "looking writes nothing");
    });
}

#[test]
fn the_operator_is_told_at_the_start_which_room_keeps_its_rule() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let file =
            |rule: &str| MEETING_FILE.replace("title = \"Alpha\"", &format!("title = \"Alpha\"\nattribution = \"{rule}\""));
        let mut server = ChildServer::start_meeting(&data, &file("closed"), &LISTEN);
        server.door.join(&server.code("participant"), CANARY).await;
        server.terminate();
        let mut server = ChildServer::start_meeting(&data, &file("chatham-house"), &LISTEN);
        let view = server.door.join(&server.code("chair"), "Chair").await.look().await["view"].clone();
        assert_eq!(view["room"]["attribution"], "closed");
        let (_, log) = server.terminate();
        let warned = log.lines().find(|line| line.contains("looser attribution rule")).unwrap();
        assert!(warned.contains("tests/alpha") && !log.contains(CANARY), "{log}");
        let out = folder.path().join("out");
        let (out_path, data_path) = (out.to_str().unwrap(), data.to_str().unwrap());
        let exported = command([
            "export",
            "--room",
            "tests/alpha",
            "--format",
            "json",
            "--out",
            out_path,
            "--data",
            data_path,
        ]);
        assert!(exported.status.success(), "{}", said(&exported.stderr));
        assert!(fs::read_to_string(&out).unwrap().contains("\"attribution\": \"closed\""));
    });
}
