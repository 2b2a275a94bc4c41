//! A room whose history reaches its largest size: those who run it are warned, participants are refused in a sentence, the room is brought
//! to a proper end, and other rooms notice nothing; all of it also after a restart.

use crate::support::author::Author;
use crate::support::door::{MEETING, Participant};
use crate::support::live::Live;
use crate::support::run_for;
use crate::support::server::{Kept, TestServer};
use bytes::Bytes;
use roundtable::journal::{Journal, Stream};
use roundtable::room::limits::{HISTORY_BYTES_MAX, HISTORY_FINISHING_BYTES, HISTORY_RESERVE_BYTES, HISTORY_WARNING_BYTES};
use roundtable::room::seat::Role;
use serde_json::json;
use std::time::Duration;

/// Longer than the reading of some hundred megabytes takes.
const DEADLINE: Duration = Duration::from_secs(180);
const PIECE: u64 = 32 * 1_024 * 1_024;
/// Room that what else is written here does not fill.
const SOME: u64 = 64 * 1_024;
const NEVER: Duration = Duration::from_secs(3_600);

/// A record that says nothing and takes so much place.
fn filler(bytes: u64) -> Bytes {
    let mut record = br#"{"v":1,"at":0,"events":[]}"#.to_vec();
    record.resize(usize::try_from(bytes).unwrap(), b' ');
    record.into()
}

async fn held(kept: &Kept) -> (u64, u64) {
    let stream = Stream::new(&format!("{MEETING}/alpha"));
    let records = kept.memory.read(&stream, 0, usize::MAX).await.unwrap();
    let bytes = records.iter().map(|record| record.payload.len() as u64).sum();
    (records.len() as u64, bytes)
}

/// Stops the server, lets room alpha have so many bytes of history, and starts it again.
async fn grow(server: TestServer, to: u64) -> TestServer {
    let kept = server.stop().await;
    kept.memory.reopen();
    let (seq, bytes) = held(&kept).await;
    let missing = to - bytes;
    let whole = vec![filler(PIECE); usize::try_from(missing / PIECE).unwrap()];
    let records = whole.into_iter().chain([filler((missing % PIECE).max(64))]).collect();
    let stream = Stream::new(&format!("{MEETING}/alpha"));
    kept.memory.append(&stream, seq, records).await.unwrap();
    TestServer::start_again(kept, NEVER).await
}

fn warned(live: &Live, code: &str) -> bool {
    live.frames
        .iter()
        .any(|frame| frame["type"] == "notice" && frame["code"] == code)
}

/// The code with which an edit is refused; none where it is saved.
async fn code_of_edit(writer: &Participant, client: u64) -> Option<String> {
    let mut author = Author::live(writer, client).await;
    author.write("One more line").await;
    author.wait_for_answers().await;
    let refused = author.texts.iter().find(|frame| frame["type"] == "refused")?;
    Some(refused["code"].as_str().unwrap().to_owned())
}

async fn code_of(who: &Participant, command: serde_json::Value) -> String {
    let answer = who.ask(command).await;
    if answer.status == 200 {
        "done".to_owned()
    } else {
        answer.code().to_owned()
    }
}

#[test]
fn those_who_run_a_room_are_warned_before_its_history_is_full_and_nobody_else_is() {
    run_for(DEADLINE, async {
        let server = TestServer::start().await;
        let (chair, ana) = (server.chair().await, server.participant("Ana").await);
        chair
            .order(json!({ "tool": "notes", "do": "writers", "writers": "everyone" }))
            .await;
        let server = grow(server, HISTORY_WARNING_BYTES - 1_024).await;
        let (chair, ana) = (chair.at(&server), ana.at(&server));
        let (mut seen, mut other) = (chair.live().await, ana.live().await);
        seen.ping().await;
        assert!(!warned(&seen, "history-nearly-full"), "it is not yet so far");
        let mut author = Author::live(&ana, 7).await;
        author.write(&"A sentence. ".repeat(200)).await;
        author.wait_for_answers().await;
        seen.wait_until(|live| warned(live, "history-nearly-full")).await;
        other.wait_for_seq(seen.seq).await;
        other.ping().await;
        assert!(!warned(&other, "history-nearly-full"));
        let mut again = chair.live_since(&seen).await;
        again.ping().await;
        assert!(warned(&again, "history-nearly-full"), "who comes later is told too");
        let server = server.restart().await;
        let mut later = chair.at(&server).live().await;
        later.ping().await;
        assert!(warned(&later, "history-nearly-full"), "also after a restart");
    });
}

#[test]
fn a_room_whose_history_is_full_is_brought_to_its_end_and_other_rooms_notice_nothing() {
    run_for(DEADLINE, async {
        let server = TestServer::start().await;
        let (chair, ana) = (server.chair().await, server.participant("Ana").await);
        let rapporteur = server.seat("alpha", Role::Rapporteur).await;
        chair
            .order(json!({ "tool": "notes", "do": "writers", "writers": "everyone" }))
            .await;
        let server = grow(server, HISTORY_BYTES_MAX).await;
        let (chair, ana, rapporteur) = (chair.at(&server), ana.at(&server), rapporteur.at(&server));
        assert_eq!(
            code_of(&ana, json!({ "tool": "floor", "do": "request" })).await,
            "history-full"
        );
        assert_eq!(code_of_edit(&ana, 7).await.as_deref(), Some("history-full"));
        assert_eq!(code_of_edit(&rapporteur, 8).await, None);
        assert_eq!(
            code_of(&chair, json!({ "tool": "floor", "do": "queue", "name": "Ben" })).await,
            "done"
        );
        assert_eq!(code_of(&chair, json!({ "tool": "floor", "do": "give" })).await, "done");
        server.participant("Late").await;
        let beside = server.seat("beta", Role::Participant).await;
        assert_eq!(code_of(&beside, json!({ "tool": "floor", "do": "request" })).await, "done");

        let server = grow(server, HISTORY_BYTES_MAX + HISTORY_FINISHING_BYTES + SOME).await;
        let (chair, rapporteur) = (chair.at(&server), rapporteur.at(&server));
        assert_eq!(code_of_edit(&rapporteur, 9).await.as_deref(), Some("history-full"));
        let poll = json!({ "tool": "polls", "do": "draft", "question": "Done?", "kind": "yes-no" });
        let poll = chair.order(poll).await["made"].clone();
        assert_eq!(
            code_of(&chair, json!({ "tool": "polls", "do": "open", "poll": poll })).await,
            "done"
        );

        let server = grow(server, HISTORY_BYTES_MAX + HISTORY_RESERVE_BYTES + SOME).await;
        let chair = chair.at(&server);
        assert_eq!(code_of(&chair, json!({ "tool": "floor", "do": "end" })).await, "history-full");
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let outcome = crate::support::door::ask(chair.request(reqwest::Method::GET, &chair.path("/outcome.md"))).await;
        assert_eq!(outcome.status, 200);
        assert!(outcome.body.as_str().unwrap().contains("One more line"));
    });
}
