//! The command line: what it prints, what it refuses, and with which exit code.

use crate::support::child::{ChildServer, links, roundtable, run as command, said};
use crate::support::run;
use crate::support::server::MEETING_FILE;
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Output;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Asserts how a command ended; answers with what it said of it.
fn failed(output: &Output, code: i32) -> String {
    let said = said(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn serve(data: &Path, listen: &str) -> Output {
    command(["serve", "--listen", listen, "--data", text(data)])
}

/// A meeting file in a folder of its own.
fn file(folder: &Path, content: &str) -> PathBuf {
    let path = folder.join("meeting.toml");
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_port_that_is_taken_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = failed(&serve(&folder.path().join("data"), &address), 1);
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
}

#[test]
fn a_data_directory_in_use_is_left_to_its_server() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let child = ChildServer::start(&data);
        let said = failed(&serve(&data, "127.0.0.1:0"), 1);
        assert!(said.contains("another") && said.contains("--data"), "{said}");
        child.door.join(&child.code("participant"), "Ana").await.look().await;
    });
}

#[test]
fn a_data_directory_that_cannot_be_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for data in [file.clone(), file.join("data")] {
        let said = failed(&serve(&data, "127.0.0.1:0"), 1);
        assert!(said.contains(text(&data)) && said.contains("--data"), "{said}");
    }
}

#[test]
fn a_broken_meeting_file_lists_every_error_with_line_and_field() {
    let folder = tempfile::tempdir().unwrap();
    let broken = MEETING_FILE
        .replace("speaking_limit_s = 120", "speaking_limit_s = 3")
        .replace("writers = \"chosen\"", "writers = \"nobody\"");
    let (path, line_of) = (file(folder.path(), &broken), |part: &str| {
        broken.lines().position(|line| line.contains(part)).unwrap() + 1
    });
    let data = folder.path().join("data");
    for output in [
        command(["check", text(&path)]),
        command(["serve", text(&path), "--listen", "127.0.0.1:0", "--data", text(&data)]),
    ] {
        let said = failed(&output, 2);
        for field in ["speaking_limit_s", "writers = \"nobody\""] {
            let name = field.split(' ').next().unwrap();
            let line = format!("line {}, ", line_of(field));
            let found = said.lines().any(|said| said.contains(&line) && said.contains(name));
            assert!(found, "{line}{name}: {said}");
        }
    }
    assert!(!data.exists(), "a server that did not start left its directory behind");
    assert_eq!(
        command(["check", text(&file(folder.path(), MEETING_FILE))]).status.code(),
        Some(0)
    );
    failed(&command(["check", text(&folder.path().join("none.toml"))]), 2);
}

#[test]
fn a_broken_list_of_speakers_is_told_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let list = "order = \"alphabet\"\nspeaking_limits = { organization = 5 }\n[[rooms.speakers]]\ndelegation = \"Kenya\"\n\
        rank = \"boss\"\n[[rooms.speakers]]\ndelegation = \"KEN\"\n[[rooms.speakers]]\nlane = \"reply\"\n";
    let broken = format!("{MEETING_FILE}{list}");
    let first = MEETING_FILE.lines().count() + 1;
    let said = failed(&command(["check", text(&file(folder.path(), &broken))]), 2);
    for (line, field) in [
        (0, "rooms[1].order: `alphabet`"),
        (1, "rooms[1].speaking_limits.organization: 5"),
        (4, "rooms[1].speakers[0].rank: `boss`"),
        (6, "rooms[1].speakers[1].delegation: `KEN`"),
        (7, "rooms[1].speakers[2]: it is not said who speaks"),
    ] {
        let told = format!("line {}, {field}", first + line);
        assert!(said.contains(&told), "{told}: {said}");
    }
    assert_eq!(said.matches("\n  line ").count(), 5, "{said}");
}

#[test]
fn a_broken_poll_is_told_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let polls = "[[rooms.polls]]\nquestion = \"Which?\"\nkind = \"rankng\"\noptions = [\"a\", \"b\"]\n\
        [[rooms.polls]]\ntemplate = \"readyness\"\nsecrecy = \"hidden\"\nduration_s = 1\n\
        [[rooms.polls]]\nquestion = \"Which?\"\nkind = \"ideas\"\nsecrecy = \"secret\"\n\
        [rooms.polls.translations.fr]\nquestion = \"\"\n\
        [[rooms.polls]]\nquestion = \"Which?\"\nkind = \"ideas\"\nsecrecy = \"secret\"\n";
    let broken = format!("{MEETING_FILE}{polls}");
    let first = MEETING_FILE.lines().count() + 1;
    let said = failed(&command(["check", text(&file(folder.path(), &broken))]), 2);
    for (line, field) in [
        (2, "rooms[1].polls[0].kind: `rankng` is none of"),
        (5, "rooms[1].polls[1].template: `readyness` is none of"),
        (6, "rooms[1].polls[1].secrecy: `hidden` is none of"),
        (7, "rooms[1].polls[1].duration_s: 1 is out of bounds"),
        (13, "rooms[1].polls[2].translations.fr.question: it is empty"),
        (14, "rooms[1].polls[3]: Ideas cannot be secret"),
    ] {
        let told = format!("line {}, {field}", first + line);
        assert!(said.contains(&told), "{told}: {said}");
    }
    assert_eq!(said.matches("\n  line ").count(), 6, "{said}");
}

#[test]
fn a_check_tells_which_inscribed_delegations_no_rule_can_place() {
    let folder = tempfile::tempdir().unwrap();
    let speaker = |fields: &str| format!("[[rooms.speakers]]\n{fields}\n");
    let list = [
        "delegation = \"Kenya\"",
        "delegation = \"Kenja\"",
        "delegation = \"Ruritania\"\nclass = \"state\"",
        "delegation = \"African Union\"\nclass = \"organization\"",
        "name = \"An expert\"",
    ];
    let text_of_file = format!("{MEETING_FILE}{}", list.map(speaker).concat());
    let output = command(["check", text(&file(folder.path(), &text_of_file))]);
    let said = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let notices: Vec<&str> = said.lines().skip(1).map(str::trim).collect();
    assert_eq!(
        notices,
        [
            "beta: “Kenja” is not the short name of a State, and its `class` is not said, so it comes last by class and is in no \
            regional group.",
            "beta: “Ruritania” is not the short name of a State, so it is in no regional group.",
        ]
    );
    assert_eq!(
        command(["check", "src/meeting/example.toml"])
            .stdout
            .iter()
            .filter(|byte| **byte == b'\n')
            .count(),
        1
    );
}

#[test]
fn wrong_use_is_exit_code_2() {
    failed(&command(["serve", "--no-such-flag"]), 2);
    failed(&command(["dance"]), 2);
    failed(&command(["serve", "--listen", "nowhere"]), 2);
    failed(&command(["serve", "--public-url", "meeting.example"]), 2);
    failed(&command([]), 2);
    assert_eq!(command(["--help"]).status.code(), Some(0));
}

#[test]
fn every_flag_is_a_variable_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let output = roundtable()
        .arg("serve")
        .env("ROUNDTABLE_DATA", &file)
        .env("ROUNDTABLE_LISTEN", "127.0.0.1:0")
        .output()
        .unwrap();
    assert!(failed(&output, 1).contains(text(&file)));
}

#[test]
fn the_links_are_printed_while_the_server_runs_and_stay_the_same() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        failed(&command(["links", "--json", "--data", text(&data)]), 1);
        let mut child = ChildServer::start(&data);
        let printed = child.links();
        assert_eq!(printed["meeting"], "tests");
        let rooms: Vec<&Value> = printed["rooms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|room| &room["room"])
            .collect();
        assert_eq!(rooms, [&json!("alpha"), &json!("beta")]);
        let links_of_rooms = printed["rooms"].as_array().unwrap().iter();
        let every_link = links_of_rooms
            .flat_map(|room| ["participant", "chair", "rapporteur", "screen"].map(|role| &room[role]))
            .chain([&printed["organiser"]]);
        for link in every_link {
            let (code, url) = (link["code"].as_str().unwrap(), link["url"].as_str().unwrap());
            assert!(url.ends_with(&format!("/j/{code}")), "{link}");
            child.door.join(code, "Somebody").await;
        }
        child.terminate();
        assert_eq!(links(&data), printed, "after the server has stopped");
        let again = ChildServer::start(&data);
        let [before, after] = [&printed, &again.links()].map(|links| links["rooms"][1]["chair"].clone());
        assert_eq!(after["code"], before["code"], "after it was started again");
        let listens_at = format!("http://{}/", again.door.address);
        assert!(after["url"].as_str().unwrap().starts_with(&listens_at), "{after}");
    });
}

/// A server whose room is closed: its data, and the sealed folder.
async fn with_a_closed_room(folder: &Path) -> (ChildServer, PathBuf, PathBuf) {
    let data = folder.join("data");
    let child = ChildServer::start(&data);
    let chair = child.door.join(&child.code("chair"), "Chair").await;
    chair.order(json!({ "tool": "room", "do": "close" })).await;
    let sealed = data.join("outcomes/tests/alpha/revision-1");
    (child, data, sealed)
}

fn export(data: &Path, room: &str, format: &str, out: &Path) -> Output {
    let (out, data) = (text(out), text(data));
    command(["export", "--room", room, "--format", format, "--out", out, "--data", data])
}

#[test]
fn a_sealed_folder_is_verified_and_the_altered_file_named() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (_child, _data, sealed) = with_a_closed_room(folder.path()).await;
        let verified = command(["verify", text(&sealed)]);
        assert_eq!(verified.status.code(), Some(0), "{}", said(&verified.stderr));
        fs::write(sealed.join("polls.csv"), "altered").unwrap();
        assert!(failed(&command(["verify", text(&sealed)]), 1).contains("polls.csv"));
        let nowhere = folder.path().join("none");
        for (path, why) in [
            (nowhere.as_path(), "there is no such folder"),
            (folder.path(), "it has no manifest.json"),
        ] {
            let said = failed(&command(["verify", text(path)]), 1);
            assert!(said.contains("is no sealed folder") && said.contains(why), "{said}");
        }
    });
}

#[test]
fn what_is_exported_is_what_was_sealed_by_the_name_of_its_format_or_of_its_file() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let (_child, data, sealed) = with_a_closed_room(folder.path()).await;
        let out = folder.path().join("exported");
        for (format, file) in [
            ("md", "outcome.md"),
            ("polls.csv", "polls.csv"),
            ("board.csv", "board.csv"),
            ("outcome.json", "outcome.json"),
        ] {
            let exported = export(&data, "tests/alpha", format, &out);
            assert_eq!(exported.status.code(), Some(0), "{}", said(&exported.stderr));
            assert_eq!(fs::read(&out).unwrap(), fs::read(sealed.join(file)).unwrap());
        }
        failed(&export(&data, "tests/none", "md", &out), 2);
        failed(&export(&data, "tests/alpha", "exe", &out), 2);
    });
}

/// Whoever begins with the meeting that the README writes down can serve it.
#[test]
fn the_meeting_in_the_readme_is_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let readme = fs::read_to_string("README.md").unwrap();
    let written = readme
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let output = command(["check", text(&file(folder.path(), written))]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
