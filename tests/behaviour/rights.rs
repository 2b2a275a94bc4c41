//! Every role asks every command over HTTP, and the answer agrees with the table of access.

use crate::support::door::with_id;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::protocol::client::CommandFrame;
use roundtable::room::access::{Right, TABLE, may};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One command of every kind, as a client writes it.
fn every_command() -> Vec<Value> {
    let floor = [
        json!({ "do": "request" }),
        json!({ "do": "withdraw" }),
        json!({ "do": "give" }),
        json!({ "do": "end" }),
        json!({ "do": "skip", "request": "r1" }),
        json!({ "do": "move", "request": "r1" }),
        json!({ "do": "open" }),
        json!({ "do": "close" }),
        json!({ "do": "limit", "seconds": 60 }),
        json!({ "do": "queue", "name": "x" }),
        json!({ "do": "import", "csv": "name\ny" }),
        json!({ "do": "change" }),
        json!({ "do": "lane", "request": "r1", "lane": "precedence" }),
        json!({ "do": "rule", "rule": "protocol" }),
        json!({ "do": "more", "seconds": 60 }),
        json!({ "do": "pause" }),
        json!({ "do": "resume" }),
        json!({ "do": "allowance", "seat": "x", "seconds": 60 }),
        json!({ "do": "note", "request": "r1", "note": "x" }),
        json!({ "do": "undo", "step": 1 }),
    ];
    let paper = json!({ "question": "Q?", "kind": "single", "options": ["a", "b"] });
    let polls = [
        json!({ "do": "draft", "question": "Q?", "kind": "single", "options": ["a", "b"] }),
        json!({ "do": "edit", "poll": "p1", "question": paper["question"], "kind": "single", "options": paper["options"] }),
        json!({ "do": "discard", "poll": "p9" }),
        json!({ "do": "open", "poll": "p1" }),
        json!({ "do": "template", "template": "show-of-hands" }),
        json!({ "do": "deadline", "poll": "p1" }),
        json!({ "do": "cast", "poll": "p1", "choice": ["o1"] }),
        json!({ "do": "enter", "poll": "p1", "voter": { "name": "x" }, "choice": ["o1"] }),
        json!({ "do": "pass", "poll": "p1" }),
        json!({ "do": "hold", "poll": "p1" }),
        json!({ "do": "close", "poll": "p1" }),
        json!({ "do": "show", "poll": "p1" }),
        json!({ "do": "hide", "poll": "p1" }),
        json!({ "do": "again", "poll": "p1" }),
        json!({ "do": "shortlist", "poll": "p1", "ideas": 2, "kind": "single" }),
        json!({ "do": "void", "poll": "p9", "reason": "x" }),
    ];
    let notes = [
        json!({ "do": "writers", "writers": "everyone" }),
        json!({ "do": "allow", "seat": "x" }),
        json!({ "do": "disallow", "seat": "x" }),
        json!({ "do": "name", "name": "x" }),
        json!({ "do": "unname", "version": "v9" }),
    ];
    let seat = [json!({ "do": "update", "name": "x" })];
    let (comments, board, report) = on_the_way_to_the_outcome();
    // Last, because a closed room refuses everything else.
    let room = [json!({ "do": "reopen" }), json!({ "do": "close", "settle": true })];
    let with_tool = |tool: &str, commands: &[Value]| {
        let tagged = commands.iter().cloned().map(|mut command| {
            command["tool"] = json!(tool);
            command
        });
        tagged.collect::<Vec<_>>()
    };
    [
        with_tool("floor", &floor),
        with_tool("polls", &polls),
        with_tool("notes", &notes),
        with_tool("comments", &comments),
        with_tool("board", &board),
        with_tool("report", &report),
        with_tool("seat", &seat),
        with_tool("room", &room),
    ]
    .concat()
}

/// Comments on the notes, the board, and the clearing of the report.
fn on_the_way_to_the_outcome() -> (Vec<Value>, Vec<Value>, Vec<Value>) {
    let anchor = json!({ "start": "AA==", "end": "AA==" });
    let comments = [
        json!({ "do": "add", "anchor": anchor, "quote": "x", "text": "x" }),
        json!({ "do": "reply", "comment": "k9", "text": "x" }),
        json!({ "do": "resolve", "comment": "k9" }),
        json!({ "do": "reopen", "comment": "k9" }),
        json!({ "do": "delete", "comment": "k9" }),
    ];
    let board = [
        json!({ "do": "add", "kind": "gap", "text": "x" }),
        json!({ "do": "edit", "card": "c9", "kind": "gap", "text": "x" }),
        json!({ "do": "withdraw", "card": "c9" }),
        json!({ "do": "support", "card": "c9" }),
        json!({ "do": "unsupport", "card": "c9" }),
        json!({ "do": "pass" }),
        json!({ "do": "hold", "card": "c9" }),
        json!({ "do": "merge", "card": "c9", "into": "c8" }),
        json!({ "do": "pin", "card": "c9" }),
        json!({ "do": "unpin" }),
        json!({ "do": "note", "card": "c9" }),
        json!({ "do": "rule", "rule": "open" }),
    ];
    let report = [
        json!({ "do": "circulate", "for_s": 60 }),
        json!({ "do": "deadline" }),
        json!({ "do": "remark", "paragraph": 1, "text": "x" }),
        json!({ "do": "withdraw", "remark": "m9" }),
        json!({ "do": "answer", "remark": "m9", "verdict": "taken" }),
        json!({ "do": "finish" }),
        json!({ "do": "resume", "reason": "x" }),
    ];
    (comments.into(), board.into(), report.into())
}

fn right_of(command: &Value) -> Right {
    let frame: CommandFrame = serde_json::from_value(with_id(command.clone())).unwrap();
    Right::needed(&frame.command)
}

#[test]
fn every_role_may_over_http_what_the_table_says() {
    run(async {
        let server = TestServer::start().await;
        // Who may least comes first, so that the closing comes last.
        for role in [
            Role::Screen,
            Role::Participant,
            Role::Rapporteur,
            Role::Chair,
            Role::Organiser,
        ] {
            let seat = server.seat("alpha", role).await;
            for command in every_command() {
                let answer = seat.ask(command.clone()).await;
                let right = right_of(&command);
                let turned_away = (answer.status, answer.code()) == (403, "not-allowed");
                assert_eq!(!turned_away, may(role, right), "{role:?} asks {command}: {answer:?}");
            }
        }
    });
}

#[test]
fn every_right_of_the_table_is_asked_for_above() {
    let asked: BTreeSet<Right> = every_command().iter().map(right_of).collect();
    // Naming somebody else's request and writing the notes need no other command.
    let beside = [Right::WithdrawOthers, Right::ChangeOthers, Right::EditNotes];
    let missing: Vec<Right> = TABLE
        .iter()
        .map(|row| row.right)
        .filter(|right| !asked.contains(right))
        .collect();
    assert_eq!(missing, beside);
}
