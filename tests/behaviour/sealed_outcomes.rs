//! What a closed room hands out is what was sealed: the same bytes whoever asks, however many ask at once, and whatever happened since.

use crate::support::author::Author;
use crate::support::door::{Participant, ask};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use reqwest::header::IF_NONE_MATCH;
use roundtable::archive::{self, Manifest, Meta};
use roundtable::journal::{Journal, Stream};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::PathBuf;

async fn get(person: &Participant, path: &str) -> (u16, Vec<u8>) {
    let response = person.request(Method::GET, path).send().await.unwrap();
    (response.status().as_u16(), response.bytes().await.unwrap().to_vec())
}

async fn download(person: &Participant, file: &str) -> Vec<u8> {
    let (status, bytes) = get(person, &person.path(&format!("/{file}"))).await;
    assert_eq!(status, 200, "{file}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

async fn of_meeting(server: &TestServer, file: &str) -> Vec<u8> {
    let organiser = server.seat("alpha", Role::Organiser).await;
    let (status, bytes) = get(&organiser, &format!("/api/meetings/tests/{file}")).await;
    assert_eq!(status, 200, "{file}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

/// Room alpha, closed after somebody wrote in it; its chair and its sealed folder.
async fn closed(server: &TestServer) -> (Participant, PathBuf) {
    let chair = server.chair().await;
    let mut author = Author::live(&chair, 1).await;
    author.write("To be kept").await;
    author.wait_for_answers().await;
    server.participant("Ana").await;
    chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
    (chair, server.kept.outcomes().join("tests/alpha/revision-1"))
}

fn names(zip: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

fn inside(zip: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The folder sealed anew with other files: as if some had never been made.
fn sealed_without(server: &TestServer, folder: &PathBuf, missing: &str, reason: Option<&str>) -> Manifest {
    let manifest = archive::verify(folder, None).unwrap().manifest;
    let kept = manifest.files.keys().filter(|name| *name != missing);
    let files: Vec<(String, Vec<u8>)> = kept
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect();
    fs::remove_dir_all(folder).unwrap();
    let meta = Meta {
        meeting: "tests".to_owned(),
        room: "alpha".to_owned(),
        revision: 1,
        sealed_at: manifest.sealed_at.clone(),
        seq: manifest.seq,
        not_made: reason
            .map(|reason| (missing.to_owned(), reason.to_owned()))
            .into_iter()
            .collect::<BTreeMap<_, _>>(),
    };
    let prepared = archive::prepare(server.kept.folder.path(), &meta, &files, &[7; 32]).unwrap();
    prepared.commit().unwrap();
    manifest
}

#[test]
fn many_who_ask_at_once_for_a_missing_revision_have_it_written_once_and_whole() {
    run(async {
        let server = TestServer::start().await;
        let (chair, folder) = closed(&server).await;
        let manifest = fs::read(folder.join("manifest.json")).unwrap();
        let text = fs::read(folder.join("outcome.md")).unwrap();
        for _ in 0..3 {
            fs::remove_dir_all(&folder).unwrap();
            let asked = (0..12).map(|number| {
                let chair = chair.clone();
                let file = ["outcome.md", "outcome.md?revision=1", "outcome.zip"][number % 3];
                tokio::spawn(async move { (file, download(&chair, file).await) })
            });
            for asking in asked.collect::<Vec<_>>() {
                let (file, bytes) = asking.await.unwrap();
                let found = if file == "outcome.zip" {
                    inside(&bytes, "outcome.md")
                } else {
                    bytes
                };
                assert_eq!(found, text, "{file}");
            }
            archive::verify(&folder, None).unwrap();
            assert_eq!(fs::read(folder.join("manifest.json")).unwrap(), manifest);
            assert_eq!(
                fs::read_dir(folder.parent().unwrap()).unwrap().count(),
                1,
                "nothing unfinished is left"
            );
        }
    });
}

#[test]
fn a_revision_is_written_again_beside_a_room_that_closes_again() {
    run(async {
        let server = TestServer::start().await;
        let (chair, folder) = closed(&server).await;
        let organiser = server.seat("alpha", Role::Organiser).await.in_room("alpha");
        for revision in 2..5 {
            organiser.order(json!({ "tool": "room", "do": "reopen" })).await;
            fs::remove_dir_all(&folder).unwrap();
            let asking = (0..4).map(|_| {
                let chair = chair.clone();
                tokio::spawn(async move { download(&chair, "outcome.md?revision=1").await })
            });
            let asking: Vec<_> = asking.collect();
            chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
            for asked in asking {
                asked.await.unwrap();
            }
            for sealed in 1..=revision {
                archive::verify(&folder.with_file_name(format!("revision-{sealed}")), None).unwrap();
            }
        }
    });
}

#[test]
fn who_comes_in_to_read_after_the_close_changes_no_document() {
    run(async {
        let server = TestServer::start().await;
        let (chair, folder) = closed(&server).await;
        let (zip, report) = (
            download(&chair, "outcome.zip").await,
            of_meeting(&server, "report.json").await,
        );
        server.participant("Late").await;
        assert_eq!(download(&chair, "outcome.zip").await, zip);
        assert_eq!(of_meeting(&server, "report.json").await, report);
        let sealed: Value = serde_json::from_slice(&fs::read(folder.join("outcome.json")).unwrap()).unwrap();
        let report: Value = serde_json::from_slice(&report).unwrap();
        assert_eq!(report["rooms"][0]["participation"], sealed["participation"]);
        let packed = of_meeting(&server, "outcome.zip").await;
        let bytes = fs::read(folder.join("outcome.json")).unwrap();
        assert_eq!(inside(&packed, "alpha/outcome.json"), bytes);
    });
}

#[test]
fn an_archive_of_a_closed_room_has_what_was_sealed_and_never_a_draft_though_the_folder_was_gone() {
    run(async {
        let server = TestServer::start().await;
        let (chair, folder) = closed(&server).await;
        fs::remove_dir_all(&folder).unwrap();
        let everything = names(&of_meeting(&server, "outcome.zip").await);
        assert!(everything.contains(&"alpha/manifest.sig".to_owned()), "{everything:?}");
        assert!(!everything.iter().any(|name| name.contains("draft")), "{everything:?}");
        archive::verify(&folder, None).unwrap();
        // What a desktop leaves in a folder is not in the way, and not sent.
        fs::write(folder.join(".DS_Store"), "x").unwrap();
        let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
        let packed = names(&download(&chair, "outcome.zip").await);
        assert_eq!(packed.len(), manifest.files.len() + 2, "{packed:?}");
        // Where it can be neither found nor written, that is said.
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
        fs::write(folder.parent().unwrap(), "in the way").unwrap();
        for file in ["outcome.zip", "outcome.md"] {
            let refused = ask(chair.request(Method::GET, &chair.path(&format!("/{file}")))).await;
            assert_eq!((refused.status, refused.code()), (503, "storage-fault"), "{file}");
        }
    });
}

#[test]
fn a_document_that_the_close_went_on_without_is_said_to_be_missing_and_why() {
    run(async {
        let server = TestServer::start().await;
        let (chair, folder) = closed(&server).await;
        for reason in [Some("the typesetter failed"), None] {
            sealed_without(&server, &folder, "outcome.pdf", reason);
            let refused = ask(chair.request(Method::GET, &chair.path("/outcome.pdf"))).await;
            assert_eq!((refused.status, refused.code()), (404, "not-made"));
            let message = refused.body["message"].as_str().unwrap();
            assert!(
                message.contains("outcome.pdf") && message.contains(reason.unwrap_or("not among")),
                "{message}"
            );
            assert!(!names(&download(&chair, "outcome.zip").await).contains(&"outcome.pdf".to_owned()));
            download(&chair, "outcome.md").await;
        }
    });
}

#[test]
fn a_revision_that_was_never_made_is_refused_at_once() {
    run(async {
        let server = TestServer::start().await;
        let (chair, _) = closed(&server).await;
        for revision in ["0", "2", "4000000000"] {
            for file in ["outcome.md", "outcome.zip"] {
                let refused = ask(chair.request(Method::GET, &chair.path(&format!("/{file}?revision={revision}")))).await;
                assert_eq!(
                    (refused.status, refused.code()),
                    (404, "unknown-revision"),
                    "{file} {revision}"
                );
            }
        }
    });
}

#[test]
fn what_a_client_has_is_not_made_again_of_open_and_of_closed_rooms() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let of_room = ["outcome.md", "outcome.zip"].map(|file| (chair.clone(), chair.path(&format!("/{file}"))));
        let of_all = ["report.html", "outcome.zip"].map(|file| (organiser.clone(), format!("/api/meetings/tests/{file}")));
        for state in ["open", "closed"] {
            for (person, path) in of_room.iter().chain(&of_all) {
                let first = person.request(Method::GET, path).send().await.unwrap();
                let tag = first.headers()["etag"].clone();
                assert_eq!(first.status().as_u16(), 200, "{state} {path}");
                let again = person
                    .request(Method::GET, path)
                    .header(IF_NONE_MATCH, tag)
                    .send()
                    .await
                    .unwrap();
                assert_eq!(again.status().as_u16(), 304, "{state} {path}");
            }
            if state == "open" {
                chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
            }
        }
    });
}

#[test]
fn a_report_of_the_meeting_opens_no_room_that_nobody_has_opened() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let early = ask(organiser.request(Method::GET, "/api/meetings/tests/report.json")).await;
        assert_eq!((early.status, early.code()), (404, "nothing-yet"));
        server.chair().await;
        let report: Value = serde_json::from_slice(&of_meeting(&server, "report.json").await).unwrap();
        assert_eq!(report["rooms"].as_array().unwrap().len(), 1);
        let beta = server.kept.memory.read(&Stream::new("tests/beta"), 0, 1).await.unwrap();
        assert!(beta.is_empty(), "reading a report writes nothing");
    });
}

#[test]
fn a_draft_that_goes_round_is_the_same_for_all_and_is_not_sent_twice() {
    run(async {
        let server = TestServer::start().await;
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        let mut author = Author::live(&rapporteur, 1).await;
        author.write("Strategies need a budget").await;
        author.wait_for_answers().await;
        rapporteur
            .order(json!({ "tool": "report", "do": "circulate", "for_s": 600 }))
            .await;
        let ana = server.participant("Ana").await;
        let path = ana.path("/drafts/1");
        let asked = |tag: Option<String>| {
            let request = ana.request(Method::GET, &path);
            async move {
                let request = tag.iter().fold(request, |request, tag| request.header(IF_NONE_MATCH, tag));
                let response = request.send().await.unwrap();
                let tag = response.headers()["etag"].to_str().unwrap().to_owned();
                (response.status().as_u16(), tag, response.bytes().await.unwrap())
            }
        };
        let (status, tag, body) = asked(None).await;
        assert_eq!(status, 200);
        assert_eq!(asked(None).await, (200, tag.clone(), body.clone()));
        assert_eq!(asked(Some(tag.clone())).await.0, 304);
        // The time for remarks is in the answer too.
        rapporteur
            .order(json!({ "tool": "report", "do": "deadline", "in_s": 900 }))
            .await;
        let (status, later, longer) = asked(Some(tag.clone())).await;
        assert_eq!(status, 200);
        assert_ne!((&later, &longer), (&tag, &body));
    });
}
