//! A server that falls in the middle of a deletion goes on at the next start, and in the end the name is in no file.

use super::*;
use crate::support::author::Author;
use crate::support::child::ChildServer;
use crate::support::{run, until};
use std::fs;
use std::path::Path;

/// Files of the data directory that hold the name, but for what was sealed: in a room on the record, that says who spoke.
fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("outcomes") {
            found.extend(files_with(&path, word));
        } else if path.is_file() {
            let bytes = fs::read(&path).unwrap_or_default();
            if bytes
                .windows(word.len())
                .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
            {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// A room that somebody has spoken in, closed.
async fn closed(server: &ChildServer) -> Participant {
    let organiser = server
        .door
        .join(&server.code("organiser"), "Organiser")
        .await
        .in_room("alpha");
    let ana = json!({ "code": server.code("participant"), "name": CANARY, "delegation": CANARY });
    let ana = server.door.join_as(&ana).await;
    let chair = server.door.join(&server.code("chair"), CANARY).await;
    ana.order(json!({ "tool": "floor", "do": "request" })).await;
    let mut author = Author::live(&ana, 1).await;
    for line in 0..50 {
        author.write(&format!("Line {line}")).await;
    }
    author.wait_for_answers().await;
    chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
    organiser
}

#[test]
fn wherever_the_server_falls_in_a_deletion_the_next_one_comes_to_its_end() {
    run(async {
        for looks in [0, 1, 2, 4, 8, 16, 32] {
            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("data");
            let mut server = ChildServer::start(&data);
            let organiser = closed(&server).await;
            assert!(!files_with(&data, CANARY).is_empty());
            ordered(&organiser, json!({ "do": "delete-now", "confirm": MEETING })).await;
            for _ in 0..looks {
                told(&organiser).await;
            }
            server.kill();
            let mut server = ChildServer::start(&data);
            let organiser = organiser.at(&server.door);
            until("the deletion", async || told(&organiser).await["state"] == "deleted").await;
            assert_eq!(organiser.look().await["view"]["room"]["state"], "closed");
            until("the emptying of the log", async || files_with(&data, CANARY).is_empty()).await;
            let (exit, log) = server.terminate();
            assert!(exit.success() && !log.contains(CANARY), "logs hold no names: {log}");
            assert_eq!(files_with(&data, CANARY), Vec::<String>::new());
            roundtable::archive::verify(&data.join("outcomes/tests/alpha/revision-1"), None).unwrap();
        }
    });
}
