//! What is made of a data directory without a server: documents in every format, and a journal without names.

use crate::support::author::Author;
use crate::support::child::{ChildServer, run as command, said};
use crate::support::door::{Participant, ask, with_id};
use crate::support::run;
use reqwest::Method;
use roundtable::archive;
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CANARY: &str = "Kanarienvogel";
const ROOM: &str = "tests/alpha";

/// A room that somebody has spoken and contributed in, closed, and its server.
async fn a_closed_room(folder: &TempDir) -> (ChildServer, Participant) {
    let server = ChildServer::start(&folder.path().join("data"));
    let ana = server.door.join(&server.code("participant"), CANARY).await;
    let chair = server.door.join(&server.code("chair"), "Chair").await;
    ana.order(json!({ "tool": "floor", "do": "request" })).await;
    let mut author = Author::live(&ana, 1).await;
    author.write("We agreed on a budget").await;
    author.wait_for_answers().await;
    ana.order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "People leave" }))
        .await;
    chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
    (server, chair)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Files of the journal that hold the canary.
fn with_canary(data: &Path) -> Vec<String> {
    let holds = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        bytes
            .windows(CANARY.len())
            .any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()))
    };
    let files = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let journal = files.filter(|path| path.is_file() && holds(path));
    journal.map(|path| path.display().to_string()).collect()
}

#[test]
fn names_are_erased_from_a_closed_rooms_journal_and_what_was_sealed_stays() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, chair) = a_closed_room(&folder).await;
        let data = server.data.clone();
        let erase = || command(["erase", "--room", ROOM, "--data", text(&data)]);
        let refused = erase();
        assert_eq!(
            refused.status.code(),
            Some(1),
            "a server is running: {}",
            said(&refused.stderr)
        );
        let (_, log) = server.terminate();
        assert!(!log.contains(CANARY), "logs hold no names: {log}");
        assert!(!with_canary(&data).is_empty());
        let erased = erase();
        assert_eq!(erased.status.code(), Some(0), "{}", said(&erased.stderr));
        assert_eq!(with_canary(&data), Vec::<String>::new());
        let sealed = data.join("outcomes/tests/alpha/revision-1");
        archive::verify(&sealed, None).unwrap();
        assert!(fs::read_to_string(sealed.join("record.jsonl")).unwrap().contains(CANARY));
        let mut server = ChildServer::start(&data);
        let view = chair.at(&server.door).look().await["view"].clone();
        assert_eq!(view["room"]["state"], "closed");
        assert_eq!(view["board"]["cards"]["c1"]["text"], "People leave");
        let chair = chair.at(&server.door);
        let history = ask(chair.request(Method::GET, &chair.path("/notes/history"))).await.body;
        assert_eq!(history["steps"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&history["authors"], history["steps"][0].get("by")),
            (&json!({}), None),
            "{history}"
        );
        server.terminate();
    });
}

#[test]
fn an_open_room_and_one_that_is_not_there_keep_their_names() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut server = ChildServer::start(&data);
        server.door.join(&server.code("participant"), CANARY).await;
        server.terminate();
        for (room, why) in [(ROOM, "is open"), ("tests/nowhere", "no room")] {
            let refused = command(["erase", "--room", room, "--data", text(&data)]);
            let message = said(&refused.stderr);
            assert_eq!(refused.status.code(), Some(2), "{message}");
            assert!(message.contains(why), "{message}");
        }
        assert!(!with_canary(&data).is_empty());
    });
}

fn export(data: &Path, format: &str, out: &Path) -> std::process::Output {
    let (out, data) = (text(out), text(data));
    command(["export", "--room", ROOM, "--format", format, "--out", out, "--data", data])
}

#[test]
fn of_a_closed_room_what_was_sealed_is_exported_whoever_came_in_since_and_whatever_was_erased() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, _) = a_closed_room(&folder).await;
        let data = server.data.clone();
        server.door.join(&server.code("participant"), "Late").await;
        server.terminate();
        let (out, sealed) = (folder.path().join("out"), data.join("outcomes/tests/alpha/revision-1"));
        let documents = [
            ("json", "outcome.json"),
            ("md", "outcome.md"),
            ("speakers-csv", "speakers.csv"),
            ("pdf", "outcome.pdf"),
        ];
        let exported_as_sealed = || {
            for (format, name) in documents {
                let exported = export(&data, format, &out);
                assert!(exported.status.success(), "{}", said(&exported.stderr));
                assert_eq!(fs::read(&out).unwrap(), fs::read(sealed.join(name)).unwrap(), "{format}");
            }
        };
        exported_as_sealed();
        // Without the folder a document is made anew, as it was; an archive would not be what was sealed.
        let aside = folder.path().join("aside");
        fs::rename(&sealed, &aside).unwrap();
        for (format, name) in documents {
            assert!(export(&data, format, &out).status.success());
            assert_eq!(fs::read(&out).unwrap(), fs::read(aside.join(name)).unwrap(), "{format}");
        }
        let refused = export(&data, "zip", &out);
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            said(&refused.stderr).contains("is not in its place"),
            "{}",
            said(&refused.stderr)
        );
        fs::rename(&aside, &sealed).unwrap();
        let erased = command(["erase", "--room", ROOM, "--data", text(&data)]);
        assert_eq!(erased.status.code(), Some(0), "{}", said(&erased.stderr));
        exported_as_sealed();
    });
}

#[test]
fn names_stay_where_the_outcome_of_a_close_is_the_copy_of_another() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, chair) = a_closed_room(&folder).await;
        let organiser = server
            .door
            .join(&server.code("organiser"), "Organiser")
            .await
            .in_room("alpha");
        organiser.order(json!({ "tool": "room", "do": "reopen" })).await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let data = server.data.clone();
        server.terminate();
        let outcomes = data.join("outcomes/tests/alpha");
        fs::remove_dir_all(outcomes.join("revision-2")).unwrap();
        fs::create_dir(outcomes.join("revision-2")).unwrap();
        for file in fs::read_dir(outcomes.join("revision-1")).unwrap() {
            let path = file.unwrap().path();
            fs::copy(&path, outcomes.join("revision-2").join(path.file_name().unwrap())).unwrap();
        }
        archive::verify(&outcomes.join("revision-2"), None).unwrap();
        let refused = command(["erase", "--room", ROOM, "--data", text(&data)]);
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused.stderr));
        assert!(said(&refused.stderr).contains("revision-2") && !with_canary(&data).is_empty());
    });
}

#[test]
fn every_format_is_written_of_a_room_and_of_the_meeting() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, _) = a_closed_room(&folder).await;
        let data = server.data.clone();
        let out = folder.path().join("out");
        let both = ["docx", "pdf", "html", "md", "json", "csv", "points-csv", "zip"];
        let of_rooms = ["speakers-csv", "board-csv"];
        let archive = |flag, name| {
            let (out, data) = (text(&out), text(&data));
            command(["export", flag, name, "--format", "archive", "--out", out, "--data", data])
        };
        assert_eq!(archive("--room", ROOM).status.code(), Some(2));
        assert_eq!(archive("--meeting", "tests").status.code(), Some(0));
        for (flag, name) in [("--room", ROOM), ("--meeting", "tests")] {
            for format in both.iter().chain(&of_rooms) {
                let _ = fs::remove_file(&out);
                let written = command([
                    "export",
                    flag,
                    name,
                    "--format",
                    format,
                    "--out",
                    text(&out),
                    "--data",
                    text(&data),
                ]);
                let may = flag == "--room" || both.contains(format);
                let code = if may { Some(0) } else { Some(2) };
                assert_eq!(written.status.code(), code, "{flag} {format}: {}", said(&written.stderr));
                assert_eq!(out.exists(), may, "{flag} {format}");
            }
        }
        let none = command([
            "export",
            "--room",
            "tests/nowhere",
            "--format",
            "pdf",
            "--out",
            text(&out),
            "--data",
            text(&data),
        ]);
        assert_eq!(none.status.code(), Some(2));
        server.terminate();
    });
}

#[test]
fn what_is_exported_without_a_server_has_what_the_plenary_made_of_the_points_as_the_server_says_it() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let mut server = ChildServer::start(&folder.path().join("data"));
        let organiser = server.door.join(&server.code("organiser"), "Organiser").await;
        let chair = server.door.join(&server.code("chair"), "Chair").await;
        let mut author = Author::live(&chair, 1).await;
        author.mark(&[("point", "gap")], "Nobody answers at night.").await;
        author.wait_for_answers().await;
        let order = async |who: &Participant, command: serde_json::Value| {
            let request = who.request(Method::POST, "/api/meetings/tests/plenary/commands");
            let answer = ask(request.json(&with_id(command))).await;
            assert_eq!(answer.status, 200, "{answer:?}");
        };
        order(&organiser, json!({ "do": "phase", "phase": "shown" })).await;
        order(&organiser, json!({ "do": "open-support" })).await;
        let get = async |path: &str| ask(organiser.request(Method::GET, path)).await.body;
        let board = get("/api/meetings/tests/plenary").await;
        let point = board["board"]["themes"][0]["points"][0]["id"].clone();
        let ana = server.door.join(&server.code("participant"), "Ana").await;
        order(&ana, json!({ "do": "support", "point": point })).await;
        let sent = get("/api/meetings/tests/report.json").await;
        assert_eq!(sent["plenary"]["themes"][0]["points"][0]["support"], 1);
        server.terminate();
        let out = folder.path().join("report.json");
        let export = |format: &str, out: &Path| {
            let made = command([
                "export",
                "--meeting",
                "tests",
                "--format",
                format,
                "--out",
                text(out),
                "--data",
                text(&server.data),
            ]);
            assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
        };
        export("json", &out);
        let exported: serde_json::Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
        assert_eq!(exported, sent);
        for format in ["zip", "archive"] {
            let out = folder.path().join(format);
            export(format, &out);
            let packed = fs::read(&out).unwrap();
            let holds = |name: &str| packed.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(holds("mapping.json") && holds("mapping.csv"), "{format}");
        }
    });
}
