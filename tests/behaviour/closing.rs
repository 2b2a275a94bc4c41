//! The close is final: what keeps a room open, what stands on disk afterwards, and what opening it again makes of it.

use crate::support::author::Author;
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use reqwest::header::IF_NONE_MATCH;
use roundtable::archive;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::fs;

/// Everything of a room's outcome that can be downloaded.
const DOCUMENTS: [&str; 9] = [
    "outcome.docx",
    "outcome.pdf",
    "outcome.html",
    "outcome.md",
    "outcome.json",
    "points.csv",
    "polls.csv",
    "speakers.csv",
    "board.csv",
];

fn close(settle: bool) -> Value {
    json!({ "tool": "room", "do": "close", "settle": settle })
}

async fn download(person: &Participant, document: &str) -> reqwest::Response {
    let request = person.request(Method::GET, &person.path(&format!("/{document}")));
    request.send().await.unwrap()
}

fn tag(response: &reqwest::Response) -> String {
    response.headers()["etag"].to_str().unwrap().to_owned()
}

#[test]
fn a_room_in_which_something_is_open_says_what_and_stays_open() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = server.participant("Ana").await.live().await;
        let mut chair = server.chair().await.live().await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        chair.order(json!({ "tool": "floor", "do": "give" })).await;
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        let refused = chair.command(close(false)).await;
        assert_eq!(refused["code"], "still-open");
        let message = refused["message"].as_str().unwrap();
        assert!(
            message.contains("Ana") && message.contains("p1") && message.contains("Which first?"),
            "{message}"
        );
        assert_eq!(server.chair().await.look().await["view"]["room"]["state"], "open");
        assert!(!server.kept.outcomes().exists());

        let done = chair.order(close(true)).await;
        ana.wait_for_seq(done["seq"].as_u64().unwrap()).await;
        assert_eq!(ana.view["room"]["state"], "closed");
        assert_eq!(ana.view["floor"]["speaking"], Value::Null);
        assert_eq!(ana.view["polls"]["items"]["p1"]["state"], "closed");
    });
}

#[test]
fn a_closed_room_is_read_only_for_everybody() {
    run(async {
        let server = TestServer::start().await;
        let mut seats = Vec::new();
        for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Organiser] {
            seats.push((role, server.seat("alpha", role).await));
        }
        let mut author = Author::live(&seats[2].1, 1).await;
        let chair = &seats[1].1;
        chair.order(close(false)).await;
        for (role, seat) in &seats {
            let command = match role {
                Role::Participant | Role::Rapporteur => json!({ "tool": "floor", "do": "request" }),
                _ => json!({ "tool": "polls", "do": "open", "poll": "p1" }),
            };
            let refused = seat.ask(command).await;
            assert_eq!((refused.status, refused.code()), (409, "room-closed"), "{role:?}");
        }
        author.write("too late").await;
        author.wait_for_answers().await;
        assert_eq!(author.texts.last().unwrap()["code"], "room-closed");
        let late = server.participant("Late").await;
        assert_eq!(late.look().await["view"]["room"]["state"], "closed");
        assert_eq!(
            chair.ask(json!({ "tool": "room", "do": "reopen" })).await.code(),
            "not-allowed"
        );
    });
}

#[test]
fn a_draft_is_downloaded_while_open_and_the_sealed_bytes_once_closed() {
    run(async {
        let server = TestServer::start().await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut author = Author::live(&rapporteur, 1).await;
        author.write("A need that many named").await;
        author.wait_for_answers().await;
        let draft = download(&rapporteur, "outcome.md").await;
        let draft_tag = tag(&draft);
        assert!(draft.text().await.unwrap().contains("A need that many named"));
        author.write("And another").await;
        author.wait_for_answers().await;
        let newer = download(&rapporteur, "outcome.md").await;
        assert_ne!(tag(&newer), draft_tag, "what has changed has another tag");

        server.chair().await.order(close(false)).await;
        let folder = server.kept.outcomes().join("tests/alpha/revision-1");
        let manifest = archive::verify(&folder, None).unwrap().manifest;
        assert_eq!((manifest.room.as_str(), manifest.revision), ("alpha", 1));
        for document in DOCUMENTS {
            let response = download(&rapporteur, document).await;
            let sealed_tag = tag(&response);
            assert_eq!(response.status().as_u16(), 200);
            assert_eq!(
                response.bytes().await.unwrap(),
                fs::read(folder.join(document)).unwrap(),
                "{document}"
            );
            let again = rapporteur.request(Method::GET, &rapporteur.path(&format!("/{document}")));
            let again = again.header(IF_NONE_MATCH, &sealed_tag).send().await.unwrap();
            assert_eq!(again.status().as_u16(), 304);
            assert_eq!(again.bytes().await.unwrap().len(), 0);
        }
        let text = fs::read_to_string(folder.join("outcome.md")).unwrap();
        assert!(
            text.contains("A need that many named") && text.contains("And another"),
            "{text}"
        );
    });
}

#[test]
fn the_outcome_is_for_those_who_run_the_room() {
    run(async {
        let server = TestServer::start().await;
        for role in Role::ALL {
            let seat = server.seat("alpha", role).await;
            let may = !matches!(role, Role::Participant | Role::Screen);
            for document in DOCUMENTS {
                let status = download(&seat, document).await.status().as_u16();
                assert_eq!(status, if may { 200 } else { 404 }, "{role:?}: {document}");
            }
        }
        let chair = server.chair().await;
        let unknown = ask(chair.request(Method::GET, &chair.path("/outcome.exe"))).await;
        assert_eq!((unknown.status, unknown.code()), (404, "unknown-format"));
        let unknown = ask(chair.request(Method::GET, &chair.path("/outcome.md?revision=7"))).await;
        assert_eq!((unknown.status, unknown.code()), (404, "unknown-revision"));
    });
}

#[test]
fn opening_again_makes_a_second_revision_beside_the_first() {
    run(async {
        let server = TestServer::start().await;
        let (chair, organiser) = (server.chair().await, server.seat("alpha", Role::Organiser).await);
        chair.order(close(false)).await;
        let folder = server.kept.outcomes().join("tests/alpha");
        let first = fs::read(folder.join("revision-1/outcome.md")).unwrap();
        organiser.order(json!({ "tool": "room", "do": "reopen" })).await;
        assert_eq!(chair.look().await["view"]["room"]["revision"], 2);
        let mut author = Author::live(&chair, 1).await;
        author.write("Said after the reopening").await;
        author.wait_for_answers().await;
        chair.order(close(false)).await;

        assert_eq!(fs::read(folder.join("revision-1/outcome.md")).unwrap(), first);
        let second = fs::read_to_string(folder.join("revision-2/outcome.md")).unwrap();
        assert!(second.contains("Said after the reopening"));
        for revision in ["revision-1", "revision-2"] {
            archive::verify(&folder.join(revision), None).unwrap();
        }
        let current = download(&chair, "outcome.md").await.text().await.unwrap();
        assert_eq!(current, second);
        let earlier = download(&chair, "outcome.md?revision=1").await.bytes().await.unwrap();
        assert_eq!(earlier, first);
    });
}

#[test]
fn a_close_that_cannot_be_written_is_not_done_and_can_be_tried_again() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        // A file where the folder has to be: as unwritable as a full disk, also for root.
        fs::write(server.kept.outcomes(), "in the way").unwrap();
        let failed = chair.ask(close(false)).await;
        assert_eq!((failed.status, failed.code()), (507, "outcome-not-written"), "{failed:?}");
        assert_eq!(chair.look().await["view"]["room"]["state"], "open");
        fs::remove_file(server.kept.outcomes()).unwrap();
        chair.order(close(false)).await;
        archive::verify(&server.kept.outcomes().join("tests/alpha/revision-1"), None).unwrap();
    });
}

#[test]
fn an_outcome_that_a_crash_kept_from_its_place_is_written_when_the_room_is_next_opened() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let mut author = Author::live(&chair, 1).await;
        author.write("To be kept").await;
        author.wait_for_answers().await;
        chair.order(close(false)).await;
        let folder = server.kept.outcomes().join("tests/alpha/revision-1");
        let sealed = fs::read(folder.join("manifest.json")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let server = server.restart().await;
        let text = download(&chair.at(&server), "outcome.md").await.text().await.unwrap();
        assert!(text.contains("To be kept"));
        assert_eq!(
            fs::read(folder.join("manifest.json")).unwrap(),
            sealed,
            "the same journal gives the same bytes"
        );
        archive::verify(&folder, None).unwrap();
    });
}

#[test]
fn a_close_that_cannot_be_written_is_told_over_the_socket_and_disturbs_nobody() {
    run(async {
        let server = TestServer::start().await;
        let (mut chair, mut ana) = (
            server.chair().await.live().await,
            server.participant("Ana").await.live().await,
        );
        fs::write(server.kept.outcomes(), "in the way").unwrap();
        assert_eq!(chair.refused(close(false)).await, "outcome-not-written");
        // Both are still connected to the same run of the room.
        ana.ping().await;
        chair.ping().await;
        fs::remove_file(server.kept.outcomes()).unwrap();
        chair.order(close(false)).await;
        ana.wait_for(|view| view["room"]["state"] == "closed").await;
    });
}

#[test]
fn an_outcome_that_is_missing_is_written_when_it_is_asked_for_also_after_a_reopening() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let organiser = server.seat("alpha", Role::Organiser).await.in_room("alpha");
        chair.order(close(false)).await;
        let folder = server.kept.outcomes().join("tests/alpha/revision-1");
        let sealed = fs::read(folder.join("manifest.json")).unwrap();
        organiser.order(json!({"tool": "room", "do": "reopen"})).await;
        fs::remove_dir_all(&folder).unwrap();
        let text = download(&chair, "outcome.md?revision=1").await.text().await.unwrap();
        assert!(text.contains("revision 1"), "{text}");
        assert_eq!(fs::read(folder.join("manifest.json")).unwrap(), sealed);
    });
}
