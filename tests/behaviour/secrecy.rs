//! What a role may not see is in no frame that it gets, and the process says nothing of it in its log.

use crate::support::author::Author;
use crate::support::child::ChildServer;
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

fn cast(choice: &str) -> Value {
    json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": [choice] })
}

/// Whether any frame that somebody got names a thing.
fn was_told(live: &Live, name: &str) -> bool {
    live.raw.iter().any(|frame| frame.contains(name))
}

#[test]
fn a_draft_is_the_chairs_alone() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let mut others = Vec::new();
        for role in [Role::Participant, Role::Rapporteur, Role::Screen] {
            others.push(server.seat("alpha", role).await.live().await);
        }
        assert!(was_told(&chair, "Which first?"));
        let draft = json!({ "tool": "polls", "do": "draft", "question": "A canary?", "kind": "single", "options": ["y", "n"] });
        let made = chair.order(draft).await["made"].clone();
        let edit = json!({ "tool": "polls", "do": "edit", "poll": made, "question": "Another canary?", "kind": "single", "options": ["y", "n"] });
        chair.order(edit).await;
        for other in &mut others {
            other.ping().await;
            assert!(
                !was_told(other, "Which first?") && !was_told(other, "canary"),
                "{:#?}",
                other.raw
            );
        }
        let participant = &mut others[0];
        assert_eq!(
            participant
                .refused(json!({ "tool": "polls", "do": "cast", "poll": made, "choice": ["o1"] }))
                .await,
            "unknown-poll"
        );
    });
}

#[test]
fn nobody_but_the_chair_sees_a_tally_before_it_is_shown_and_nobody_anothers_ballot() {
    run(async {
        let server = TestServer::start().await;
        let mut chair = server.chair().await.live().await;
        let mut voters = [
            server.participant("Ana").await.live().await,
            server.participant("Ben").await.live().await,
        ];
        let mut onlookers = Vec::new();
        for role in [Role::Participant, Role::Rapporteur, Role::Screen] {
            onlookers.push(server.seat("alpha", role).await.live().await);
        }
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        for (voter, choice) in voters.iter_mut().zip(["o1", "o3"]) {
            voter.wait_for(|view| view["polls"]["items"]["p1"]["state"] == "open").await;
            voter.order(cast(choice)).await;
            voter.wait_until(|live| live.you["ballots"]["p1"] == json!([choice])).await;
        }
        chair.wait_for(|view| view["polls"]["items"]["p1"]["turnout"] == 2).await;
        assert!(
            !was_told(&chair, "\"tally\""),
            "an open poll has no tally, not for the chair either"
        );
        let closed = chair.order(json!({ "tool": "polls", "do": "close", "poll": "p1" })).await;
        chair.wait_for_seq(closed["seq"].as_u64().unwrap()).await;
        assert_eq!(
            chair.view["polls"]["items"]["p1"]["tally"],
            json!({ "o1": 1, "o2": 0, "o3": 1 })
        );
        for other in voters.iter_mut().chain(&mut onlookers) {
            other.wait_for(|view| view["polls"]["items"]["p1"]["state"] == "closed").await;
            assert_eq!(other.view["polls"]["items"]["p1"]["turnout"], 2);
            assert!(!was_told(other, "\"tally\""), "{:#?}", other.raw);
        }
        for onlooker in &onlookers {
            let own: Vec<&Value> = onlooker.frames.iter().filter(|frame| frame["type"] == "you").collect();
            assert!(own.iter().all(|frame| frame["you"]["ballots"] == json!({})), "{own:?}");
        }
        chair.order(json!({ "tool": "polls", "do": "show", "poll": "p1" })).await;
        for other in voters.iter_mut().chain(&mut onlookers) {
            other.wait_for(|view| view["polls"]["items"]["p1"]["tally"]["o1"] == 1).await;
        }
        chair.order(json!({ "tool": "polls", "do": "hide", "poll": "p1" })).await;
        for other in voters.iter_mut().chain(&mut onlookers) {
            other.wait_for(|view| view["polls"]["items"]["p1"]["tally"].is_null()).await;
        }
    });
}

#[test]
fn a_participant_learns_no_names_but_of_those_who_ask_for_the_floor() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = server.participant("Ana").await.live().await;
        let mut rapporteur = server.seat("alpha", Role::Rapporteur).await.live().await;
        let ben = server.participant("Benedict the quiet").await;
        let cem = server.participant("Cem the speaker").await;
        cem.order(json!({ "tool": "floor", "do": "request" })).await;
        ana.wait_for(|view| view["floor"]["requests"]["r1"]["name"] == "Cem the speaker")
            .await;
        rapporteur
            .wait_for(|view| view["people"]["seats"][&ben.seat]["name"] == "Benedict the quiet")
            .await;
        assert!(!was_told(&ana, "Benedict") && !was_told(&ana, &ben.seat), "{:#?}", ana.raw);
    });
}

#[test]
fn the_log_names_nobody_and_no_code_token_text_or_vote() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let mut child = ChildServer::start(&folder.path().join("data"));
        let codes = [child.code("participant"), child.code("chair"), child.code("organiser")];
        let ana = child.door.join(&codes[0], "Canary Name").await;
        let chair = child.door.join(&codes[1], "Canary Chair").await;
        child
            .door
            .try_join(&json!({ "code": "CANARY", "name": "Canary Stranger" }))
            .await;
        chair.order(json!({ "tool": "polls", "do": "draft", "question": "Canary question?", "kind": "single", "options": ["Canary a", "b"] })).await;
        chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
        ana.order(cast("o2")).await;
        ana.post(&json!("Canary that is no command")).await;
        let mut live = ana.live().await;
        live.socket.text("Canary garbage").await;
        live.next_of("refused").await;
        let mut author = Author::live(&ana, 4_711).await;
        author.write("Canary notes").await;
        author.send(b"Canary update").await;
        author.wait_for_answers().await;
        let path = ana.path(&format!("/live?token={}", ana.token));
        live = Live::begin(
            crate::support::socket::Socket::open(&crate::support::socket::Address::new(child.door.address, &path)).await,
        )
        .await;
        live.ping().await;
        let (_, log) = child.terminate();
        assert!(log.contains("listening"), "this is not the log: {log}");
        let lower = log.to_lowercase();
        let signature = ana.token.split_once('.').unwrap().1.to_lowercase();
        let secrets = codes
            .iter()
            .map(|code| code.to_lowercase())
            .chain([signature, "canary".into(), ana.seat.to_lowercase()]);
        for secret in secrets {
            assert!(!lower.contains(&secret), "the log holds {secret}: {log}");
        }
    });
}
