//! A reader that stops reading costs nobody anything; when it reads again it gets a fresh view, and never a gap.

use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::Socket;
use serde_json::{Value, json};

/// Edits of the poll: some 10 MB, more than any network between two processes holds.
const EDITS: usize = 600;

/// As long as a poll can be; its question says which one it is.
fn long_poll(number: usize) -> Value {
    let options: Vec<String> = (0..20)
        .map(|option| format!("{option} {}", "🌍".repeat(190 + number % 2)))
        .collect();
    json!({ "tool": "polls", "do": "edit", "poll": "p1", "question": format!("{number}"), "kind": "single", "options": options })
}

fn number(question: &Value) -> usize {
    question.as_str().unwrap().parse().unwrap()
}

#[test]
fn a_reader_that_stops_is_given_a_fresh_view_when_it_reads_again() {
    run(async {
        let server = TestServer::start().await;
        let person = server.chair().await;
        let mut slow = Live::begin(Socket::open(&person.to("/live").small_buffer()).await).await;
        let mut chair = server.chair().await.live().await;
        for number in 1..=EDITS {
            chair.order(long_poll(number)).await;
        }
        let last = EDITS.to_string();
        slow.wait_for(|view| view["polls"]["items"]["p1"]["question"].as_str() == Some(last.as_str()))
            .await;

        let welcomes: Vec<usize> = (0..slow.frames.len())
            .filter(|at| slow.frames[*at]["type"] == "welcome")
            .collect();
        assert!(welcomes.len() > 1, "the reader never fell behind; make the polls longer");
        let question = |frame: &Value| frame["patch"]["polls"]["items"]["p1"]["question"].clone();
        let mut before = 0;
        for frame in &slow.frames[1..] {
            if frame["type"] == "welcome" {
                before = number(&frame["view"]["polls"]["items"]["p1"]["question"]);
            } else if frame["type"] == "change" && question(frame).is_string() {
                assert_eq!(number(&question(frame)), before + 1, "a change is missing");
                before += 1;
            }
        }
        assert_eq!(before, EDITS);
        assert_eq!(slow.view, person.look().await["view"]);
        slow.order(json!({ "tool": "floor", "do": "limit", "seconds": 77 })).await;
    });
}
