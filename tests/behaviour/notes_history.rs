//! The history of the notes: every state as it was, and who wrote what where that may be told.

use crate::support::author::Author;
use crate::support::door::{Answer, Participant, ask};
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use reqwest::Method;
use reqwest::header::{ETAG, IF_NONE_MATCH};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use yrs::updates::decoder::Decode;
use yrs::{GetString, Transact, Update};

async fn get(reader: &Participant, rest: &str) -> Answer {
    ask(reader.request(Method::GET, &reader.path(&format!("/notes/history{rest}")))).await
}

async fn read(reader: &Participant, rest: &str) -> Value {
    let Answer { status, body } = get(reader, rest).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn steps(reader: &Participant) -> Vec<Value> {
    read(reader, "").await["steps"].as_array().unwrap().clone()
}

/// The text of a past state, as a fresh Yjs document has it.
async fn text_at(reader: &Participant, seq: &Value) -> String {
    let past = read(reader, &format!("/{seq}")).await;
    let update = BASE64.decode(past["update"].as_str().unwrap()).unwrap();
    let doc = Author::document(4_000_000);
    doc.transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
    let root = doc.get_or_insert_xml_fragment("notes");
    root.get_string(&doc.transact())
}

/// The tests' meeting under another rule of attribution.
fn under(rule: &str) -> String {
    let theme = "theme = \"Everybody writes\"";
    MEETING_FILE.replace(theme, &format!("{theme}\nattribution = \"{rule}\""))
}

/// Ana, Ben and Ana again write, each long after the other. Answers with the text after each.
async fn written_in_turns(server: &TestServer, ana: &mut Author, ben: &mut Author) -> Vec<String> {
    let mut texts = Vec::new();
    for turn in 0..3 {
        let author = if turn == 1 { &mut *ben } else { &mut *ana };
        for part in 0..3 {
            author.write(&format!("turn {turn} part {part}")).await;
            author.wait_for_answers().await;
        }
        texts.push(author.text());
        for author in [&mut *ana, &mut *ben] {
            author.wait_for_text(&format!("turn {turn} part 2")).await;
        }
        server.kept.clock.advance(60_000);
    }
    texts
}

#[test]
fn every_step_is_as_it_was_and_says_who_wrote_it() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana of Testland").await, server.participant("Ben").await);
        let (mut first, mut second) = (Author::live(&ana, 11).await, Author::live(&ben, 12).await);
        let texts = written_in_turns(&server, &mut first, &mut second).await;
        let history = read(&ana, "").await;
        let steps = history["steps"].as_array().unwrap();
        assert_eq!(steps.len(), 3, "{history}");
        for (step, text) in steps.iter().zip(&texts) {
            assert_eq!(&text_at(&ana, &step["seq"]).await, text);
        }
        assert_eq!(steps.iter().map(|step| &step["by"]).collect::<Vec<_>>(), ["a1", "a2", "a1"]);
        let minutes = steps[1]["at"].as_i64().unwrap() - steps[0]["at"].as_i64().unwrap();
        assert_eq!(minutes, 60_000);
        assert_eq!(history["authors"]["a1"]["name"], "Ana of Testland");
        assert_eq!(history["authors"]["a2"], json!({ "name": "Ben", "role": "participant" }));
        let past = read(&ana, &format!("/{}", steps[1]["seq"])).await;
        assert_eq!(past["writers"], json!({ "11": "a1", "12": "a2" }));
        let server = server.restart().await;
        assert_eq!(read(&ana.at(&server), "").await, history, "the journal alone tells it");
    });
}

#[test]
fn the_first_headings_are_a_step_by_nobody() {
    run(async {
        let theme = "theme = \"Everybody writes\"";
        let file = MEETING_FILE.replace(theme, &format!("{theme}\nsections = [\"Key issues\"]"));
        let server = TestServer::start_meeting(&file).await;
        let chair = server.chair().await;
        let history = read(&chair, "").await;
        assert_eq!(history["authors"], json!({ "a1": {} }));
        let seq = &history["steps"][0]["seq"];
        assert!(text_at(&chair, seq).await.contains("Key issues"));
        assert_eq!(text_at(&chair, &json!(1)).await, "", "before it there was nothing");
    });
}

/// All that the server tells of the history, as text.
async fn all_told(reader: &Participant) -> String {
    let mut told = read(reader, "").await.to_string();
    for step in steps(reader).await {
        let past = read(reader, &format!("/{}", step["seq"])).await;
        let update = BASE64.decode(past["update"].as_str().unwrap()).unwrap();
        told += &past.to_string();
        told += &String::from_utf8_lossy(&update);
    }
    told
}

#[test]
fn off_the_record_nobody_is_told_who_wrote_what() {
    run(async {
        for rule in ["chatham-house", "closed"] {
            let server = TestServer::start_meeting(&under(rule)).await;
            let ana = server
                .join_as(
                    &json!({ "code": server.code("alpha", Role::Participant), "name": "Canaryname", "delegation": "Canaryland" }),
                )
                .await;
            let ben = server.participant("Ben").await;
            let (mut first, mut second) = (Author::live(&ana, 11).await, Author::live(&ben, 12).await);
            written_in_turns(&server, &mut first, &mut second).await;
            for reader in [&ana, &server.chair().await, &server.seat("alpha", Role::Organiser).await] {
                let told = all_told(reader).await;
                assert!(told.contains("turn 2 part 2"), "{rule}: what was said is told");
                for canary in [
                    "Canary", &ana.seat, &ben.seat, "Ben", "\"by\"", "\"with\"", "authors", "writers", "\"a1\"",
                ] {
                    assert!(!told.contains(canary), "{rule}: {canary} in {told}");
                }
            }
        }
    });
}

#[test]
fn what_was_written_off_the_record_stays_so_when_the_rule_changes() {
    run(async {
        for (before, after) in [("chatham-house", "on-the-record"), ("on-the-record", "chatham-house")] {
            let server = TestServer::start_meeting(&under(before)).await;
            let mut ana = Author::live(&server.participant("Canaryname").await, 11).await;
            ana.write("said").await;
            ana.wait_for_answers().await;
            let server = server.restart_with(&under(after)).await;
            let told = all_told(&server.chair().await).await;
            assert!(
                told.contains("said") && !told.contains("Canary") && !told.contains("writers"),
                "{told}"
            );
        }
    });
}

#[test]
fn it_is_there_for_those_who_may_write_alone() {
    run(async {
        let server = TestServer::start().await;
        let rapporteur = server.seat("beta", Role::Rapporteur).await;
        Author::live(&rapporteur, 1).await.write("noted").await;
        let seat = server.seat("beta", Role::Participant).await;
        for reader in [
            &seat,
            &server.seat("beta", Role::Screen).await,
            &server.participant("Ana").await.in_room("beta"),
        ] {
            for rest in ["", "/1", "/x"] {
                let answer = get(reader, rest).await;
                assert_eq!((answer.status, answer.code()), (404, "not-found"), "{rest}");
            }
        }
        let chair = server.seat("beta", Role::Chair).await;
        for reader in [&rapporteur, &chair, &server.seat("beta", Role::Organiser).await] {
            assert_eq!(get(reader, "").await.status, 200);
        }
        chair
            .order(json!({ "tool": "notes", "do": "allow", "seat": seat.seat }))
            .await;
        assert_eq!(get(&seat, "").await.status, 200, "once let, the same participant sees it");
        chair.order(json!({ "tool": "room", "do": "close" })).await;
        assert_eq!(get(&seat, "").await.status, 200, "and after the close");
    });
}

#[test]
fn a_position_that_never_was_is_not_there() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        for rest in ["/0", "/99999", "/18446744073709551616", "/-1", "/x", "/1.5", "/%00"] {
            let answer = get(&chair, rest).await;
            assert_eq!((answer.status, answer.code()), (404, "unknown-version"), "{rest}");
        }
        assert_eq!(text_at(&chair, &json!(1)).await, "");
    });
}

#[test]
fn a_browser_that_has_a_state_is_not_sent_it_again() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let path = chair.path("/notes/history/1");
        let first = chair.request(Method::GET, &path).send().await.unwrap();
        let tag = first.headers()[ETAG].clone();
        let mut ana = Author::live(&server.participant("Ana").await, 1).await;
        ana.write("later").await;
        ana.wait_for_answers().await;
        let again = chair.request(Method::GET, &path).header(IF_NONE_MATCH, tag);
        assert_eq!(ask(again).await.status, 304);
    });
}
