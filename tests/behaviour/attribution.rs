//! Under the Chatham House Rule nobody learns who said what: not from what pages get, not from the history, not from the sealed
//! files, and not from anything that can be downloaded.

use crate::support::author::Author;
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use reqwest::Method;
use roundtable::archive;
use roundtable::protocol::notes::{AwarenessState, awareness};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Cursor, Read};

/// The meeting of the tests with a room in which nobody is told who said what.
fn with_gamma() -> String {
    let gamma = "[[rooms]]\nid = \"gamma\"\ntitle = \"Gamma\"\nattribution = \"chatham-house\"\nwriters = \"everyone\"\n";
    format!("{MEETING_FILE}\n{gamma}")
}

/// In names and delegations of everybody who says something, and nowhere else.
const CANARY: &str = "Kanarienvogel";

async fn speaker(server: &TestServer, who: &str) -> Participant {
    let body = json!({
        "code": server.code("gamma", Role::Participant), "name": format!("{who} {CANARY}"), "delegation": format!("{CANARY} of {who}"),
    });
    server.join_as(&body).await.in_room("gamma")
}

fn holds_canary(bytes: &[u8]) -> bool {
    bytes
        .windows(CANARY.len())
        .any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()))
}

/// A file, or what is packed in it.
fn unpacked(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    if ![".docx", ".zip"].iter().any(|ending| name.ends_with(ending)) {
        return bytes;
    }
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for part in 0..package.len() {
        let mut entry = package.by_index(part).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        drop(entry);
        all.extend(unpacked(&name, bytes));
    }
    all
}

/// What a page gets of what was said; the list of speakers and who is in the room tell who sits there, not who said what.
async fn said(person: &Participant) -> Value {
    let mut view = person.look().await["view"].clone();
    for section in ["people", "floor"] {
        view.as_object_mut().unwrap().remove(section);
    }
    // Who has not voted yet is the chair's to know, and says nothing of what anybody voted.
    for poll in view["polls"]["items"].as_object_mut().unwrap().values_mut() {
        poll.as_object_mut().unwrap().remove("missing");
    }
    view
}

async fn download(person: &Participant, file: &str) -> Vec<u8> {
    let request = person.request(Method::GET, &person.path(&format!("/{file}")));
    let response = request.send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{file}");
    response.bytes().await.unwrap().to_vec()
}

/// Two people write, contribute, comment, remark and vote; answers with the chair and the rapporteur.
async fn a_session(server: &TestServer) -> (Participant, Participant, Participant) {
    let (ana, ben) = (speaker(server, "Ana").await, speaker(server, "Ben").await);
    let chair = server.seat("gamma", Role::Chair).await;
    let rapporteur = server.seat("gamma", Role::Rapporteur).await;
    let mut author = Author::live(&ana, 1).await;
    author.write("Strategies need a budget").await;
    author.wait_for_answers().await;
    let card = json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Trained people leave" });
    assert_eq!(ana.order(card).await["made"], "c1");
    ben.order(json!({ "tool": "board", "do": "support", "card": "c1" })).await;
    let anchor = json!({ "start": "AA==", "end": "AA==" });
    let comment = json!({ "tool": "comments", "do": "add", "anchor": anchor, "quote": "budget", "text": "Which one?" });
    ben.order(comment).await;
    let draft = json!({ "tool": "polls", "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"] });
    let poll = chair.order(draft).await["made"].clone();
    chair.order(json!({ "tool": "polls", "do": "open", "poll": poll })).await;
    ana.order(json!({ "tool": "polls", "do": "cast", "poll": poll, "choice": ["o1"] }))
        .await;
    rapporteur
        .order(json!({ "tool": "report", "do": "circulate", "for_s": 600 }))
        .await;
    ana.order(json!({ "tool": "report", "do": "remark", "paragraph": 1, "text": "Say: a stable one" }))
        .await;
    rapporteur
        .order(json!({ "tool": "report", "do": "answer", "remark": "m1", "verdict": "declined", "word": "Not agreed" }))
        .await;
    (ana, chair, rapporteur)
}

#[test]
fn nobody_learns_who_said_what_from_a_page_or_the_history() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma()).await;
        let (ana, chair, rapporteur) = a_session(&server).await;
        let organiser = server.seat("gamma", Role::Organiser).await.in_room("gamma");
        for person in [&chair, &rapporteur, &organiser] {
            let seen = said(person).await.to_string();
            for told in ["Trained people leave", "Which one?", "Say: a stable one"] {
                assert!(seen.contains(told), "{told} is to be seen: {seen}");
            }
            assert!(!holds_canary(seen.as_bytes()), "{seen}");
            let steps = ask(person.request(Method::GET, &person.path("/notes/history"))).await.body;
            assert!(!steps["steps"].as_array().unwrap().is_empty());
            assert!(!holds_canary(steps.to_string().as_bytes()), "{steps}");
            let seq = &steps["steps"][0]["seq"];
            let past = ask(person.request(Method::GET, &person.path(&format!("/notes/history/{seq}"))))
                .await
                .body;
            assert_eq!(
                (past.get("writers"), holds_canary(past.to_string().as_bytes())),
                (None, false)
            );
        }
        let draft = ask(ana.request(Method::GET, &ana.path("/drafts/1"))).await.body;
        assert!(draft.to_string().contains("Strategies need a budget"));
        let named = json!({ "tool": "polls", "do": "draft", "question": "Q?", "kind": "yes-no", "secrecy": "named" });
        assert_eq!(chair.ask(named).await.code(), "attribution-forbids");
    });
}

#[test]
fn nothing_that_is_sealed_or_downloaded_says_who_said_what() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma()).await;
        let (ana, chair, rapporteur) = a_session(&server).await;
        let drafts = download(&rapporteur, "outcome.zip").await;
        assert!(!holds_canary(&unpacked("outcome.zip", drafts)));
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let folder = server.kept.outcomes().join("tests/gamma/revision-1");
        archive::verify(&folder, None).unwrap();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(!holds_canary(&unpacked(&name, fs::read(&path).unwrap())), "{name}");
        }
        let record = fs::read_to_string(folder.join("record.jsonl")).unwrap();
        let seat = ana.look().await["you"]["seat"].as_str().unwrap().to_owned();
        assert!(
            record.contains("\"notes-1\"") && record.contains("\"board-1\"") && !record.contains(&seat),
            "{record}"
        );
        let organiser = server.seat("gamma", Role::Organiser).await;
        for file in ["report.html", "report.json", "points.csv", "outcome.zip"] {
            let request = organiser.request(Method::GET, &format!("/api/meetings/tests/{file}"));
            let bytes = request.send().await.unwrap().bytes().await.unwrap().to_vec();
            assert!(bytes.len() > 10 && !holds_canary(&unpacked(file, bytes)), "{file}");
            let refused = chair
                .request(Method::GET, &format!("/api/meetings/tests/{file}"))
                .send()
                .await
                .unwrap();
            assert_eq!(refused.status().as_u16(), 404, "{file} is the organiser's");
        }
    });
}

/// Says the canary wherever something can be written, and takes it out again before the close.
async fn a_session_with_slips(server: &TestServer) -> Participant {
    let (ana, chair, rapporteur) = a_session(server).await;
    let slip = |what: &str| format!("{CANARY} said it in a {what}");
    let anchor = || json!({ "start": "AA==", "end": "AA==" });
    // Remarks are under way on the first draft.
    ana.order(json!({ "tool": "report", "do": "remark", "paragraph": 1, "text": slip("remark") }))
        .await;
    ana.order(json!({ "tool": "report", "do": "withdraw", "remark": "m2" })).await;
    for word in [slip("word"), "Not agreed".to_owned()] {
        rapporteur
            .order(json!({ "tool": "report", "do": "answer", "remark": "m1", "verdict": "declined", "word": word }))
            .await;
    }
    rapporteur.order(json!({ "tool": "report", "do": "deadline" })).await;
    let mut author = Author::live(&rapporteur, 2).await;
    author.write(&slip("passage")).await;
    author.wait_for_answers().await;
    rapporteur
        .order(json!({ "tool": "report", "do": "circulate", "for_s": 600 }))
        .await;
    rapporteur.order(json!({ "tool": "report", "do": "deadline" })).await;
    rapporteur
        .order(json!({ "tool": "notes", "do": "name", "name": slip("version") }))
        .await;
    author.take_out_last().await;
    author.wait_for_answers().await;
    let comment = json!({ "tool": "comments", "do": "add", "anchor": anchor(), "quote": slip("quote"), "text": slip("comment") });
    let comment = ana.order(comment).await["made"].clone();
    ana.order(json!({ "tool": "comments", "do": "delete", "comment": comment }))
        .await;
    let standing =
        json!({ "tool": "comments", "do": "add", "anchor": anchor(), "quote": slip("quote"), "text": slip("standing comment") });
    ana.order(standing).await;
    let card = json!({ "tool": "board", "do": "add", "kind": "gap", "text": slip("card") });
    let card = ana.order(card).await["made"].clone();
    ana.order(json!({ "tool": "board", "do": "edit", "card": card, "kind": "gap", "text": "Nobody's card" }))
        .await;
    let card = json!({ "tool": "board", "do": "add", "kind": "gap", "text": slip("card") });
    let card = ana.order(card).await["made"].clone();
    ana.order(json!({ "tool": "board", "do": "withdraw", "card": card })).await;
    let draft = json!({ "tool": "polls", "do": "draft", "question": slip("question"), "kind": "single", "options": ["a", "b"] });
    let poll = chair.order(draft).await["made"].clone();
    let edited =
        json!({ "tool": "polls", "do": "edit", "poll": poll, "question": "Again?", "kind": "single", "options": ["a", "b"] });
    chair.order(edited).await;
    chair.order(json!({ "tool": "polls", "do": "open", "poll": poll })).await;
    chair
        .order(json!({ "tool": "polls", "do": "void", "poll": poll, "reason": slip("reason") }))
        .await;
    rapporteur
        .order(json!({ "tool": "report", "do": "circulate", "for_s": 600 }))
        .await;
    chair
}

/// Every text inside of a JSON value that is base64, decoded.
fn decoded(value: &Value, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::String(text) => found.extend(BASE64.decode(text)),
        Value::Array(items) => items.iter().for_each(|item| decoded(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| decoded(field, found)),
        _ => {}
    }
}

#[test]
fn what_was_written_and_taken_out_again_is_in_no_sealed_file() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma()).await;
        let chair = a_session_with_slips(&server).await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let folder = server.kept.outcomes().join("tests/gamma/revision-1");
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(!holds_canary(&unpacked(&name, fs::read(&path).unwrap())), "{name}");
        }
        let record = fs::read_to_string(folder.join("record.jsonl")).unwrap();
        let mut binary = Vec::new();
        for line in record.lines() {
            decoded(&serde_json::from_str(line).unwrap(), &mut binary);
        }
        assert!(!binary.iter().any(|bytes| holds_canary(bytes)));
        for told in [
            "draft-circulated",
            "remark-withdrawn",
            "Nobody's card",
            "Again?",
            "Not agreed",
        ] {
            assert!(record.contains(told), "{told}: {record}");
        }
        let outcome = fs::read_to_string(folder.join("outcome.json")).unwrap();
        assert!(outcome.contains("Strategies need a budget"), "{outcome}");
    });
}

#[test]
fn a_draft_can_be_checked_by_whoever_has_it() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma()).await;
        let (ana, ..) = a_session(&server).await;
        let response = ana.request(Method::GET, &ana.path("/drafts/1")).send().await.unwrap();
        let text = response.text().await.unwrap();
        // As it came over the wire: what stands between `"blocks":` and `,"paragraphs"`.
        let blocks = text
            .split_once("\"blocks\":")
            .unwrap()
            .1
            .split_once(",\"paragraphs\"")
            .unwrap()
            .0;
        let digest: String = Sha256::digest(blocks).iter().map(|byte| format!("{byte:02x}")).collect();
        let draft: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(draft["sha256"], digest.as_str(), "{blocks}");
    });
}

#[test]
fn on_the_record_the_sealed_record_names_people_but_no_code_and_no_ballot() {
    run(async {
        let server = TestServer::start().await;
        let (ana, chair) = (server.participant(CANARY).await, server.chair().await);
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        ana.order(json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": ["o1"] }))
            .await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let folder = server.kept.outcomes().join("tests/alpha/revision-1");
        let record = fs::read_to_string(folder.join("record.jsonl")).unwrap();
        let lines: Vec<Value> = record.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["seq"], 1);
        assert!(record.contains(CANARY) && record.contains("poll-closed") && record.contains("room-closed"));
        assert!(
            !record.contains("ballot-cast") && !record.contains(&server.code("alpha", Role::Participant)),
            "{record}"
        );
        let key = ask(chair.request(Method::GET, "/api/seal-key")).await.body;
        let manifest = archive::verify(&folder, None).unwrap().manifest;
        assert_eq!(key["public_key"], manifest.public_key.as_str());
    });
}

/// The text frame about who is connected that somebody got last.
fn presence(author: &Author) -> &Value {
    let told = author.texts.iter().rev().find(|frame| frame["count"].is_u64());
    told.unwrap_or(&Value::Null)
}

#[test]
fn no_cursor_comes_or_goes_with_anybody_from_which_it_could_be_told_whose_letters_are_whose() {
    run(async {
        let server = TestServer::start_meeting(&with_gamma()).await;
        let mut chair = Author::live(&server.seat("gamma", Role::Chair).await, 1).await;
        let mut rapporteur = Author::plain(&server.seat("gamma", Role::Rapporteur).await, 2).await;
        let ana = speaker(&server, "Ana").await;
        let mut author = Author::live(&ana, 77).await;
        let state = json!({ "user": { "name": "Ana" }, "cursor": { "anchor": 1 } });
        let cursor = AwarenessState {
            client: 77,
            clock: 1,
            state: Some(state),
        };
        author.socket.binary(awareness(&[cursor])).await;
        author.write("said by somebody").await;
        author.wait_for_answers().await;
        let is_here = |author: &Author| presence(author)["seats"].to_string().contains(&ana.seat);
        chair
            .wait_until(|chair| chair.text().contains("said by somebody") && is_here(chair))
            .await;
        let newcomer = Author::live(&server.seat("gamma", Role::Organiser).await.in_room("gamma"), 3).await;
        drop(author);
        chair.wait_until(|chair| !is_here(chair)).await;
        // Whatever was told with it has come before this.
        let mut ben = Author::live(&speaker(&server, "Ben").await, 4).await;
        ben.write("said later").await;
        for author in [&mut chair, &mut rapporteur] {
            author.wait_for_text("said later").await;
        }
        for author in [&chair, &rapporteur, &newcomer, &ben] {
            assert!(author.cursors.is_empty(), "{:?}", author.cursors);
        }
    });
}
