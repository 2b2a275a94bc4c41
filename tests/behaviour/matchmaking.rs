//! Matchmaking over the network: nobody learns who somebody is before both said yes, everybody is told of their table, and what is
//! acknowledged is there after a restart.

use crate::support::door::{Answer, Participant, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

const HERE: &str = "/api/meetings/tests/matchmaking";
const HOUR: i64 = 3_600_000;

async fn asked(by: &Participant, command: Value) -> Answer {
    let path = format!("{HERE}/commands");
    ask(by.request(Method::POST, &path).json(&with_id(command))).await
}

async fn done(by: &Participant, command: Value) {
    let answer = asked(by, command.clone()).await;
    assert_eq!(answer.status, 200, "{command}: {:?}", answer.body);
}

async fn seen(by: &Participant) -> Value {
    let answer = ask(by.request(Method::GET, HERE)).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    answer.body
}

async fn introduce(by: &Participant, name: &str) {
    let introduction = json!({ "name": name, "delegation": format!("Land of {name}"), "contact": format!("{name}@example.org") });
    done(by, json!({ "do": "introduce", "introduction": introduction })).await;
}

async fn post(by: &Participant, kind: &str) {
    let details = json!({ "component": "people", "level": "national", "languages": ["fr"], "sentence": format!("The {kind}") });
    done(by, json!({ "do": "post", "kind": kind, "details": details })).await;
}

/// Two people, one with a need and one with an offer; and the organiser, who has set up a table and an hour.
async fn three(server: &TestServer) -> [Participant; 3] {
    let people = [
        server.participant("Ana").await,
        server.seat("beta", Role::Participant).await,
        server.seat("alpha", Role::Organiser).await,
    ];
    introduce(&people[0], "Needana").await;
    introduce(&people[1], "Offerbo").await;
    post(&people[0], "need").await;
    post(&people[1], "offer").await;
    let now = seen(&people[2]).await["now"].as_i64().unwrap();
    let slots = json!([{ "starts": now + HOUR, "ends": now + 2 * HOUR }]);
    done(
        &people[2],
        json!({ "do": "settings", "settings": { "tables": 1, "slots": slots } }),
    )
    .await;
    people
}

#[test]
fn two_of_different_rooms_find_each_other_and_learn_names_with_the_second_yes() {
    run(async {
        let server = TestServer::start().await;
        let [ana, bo, organiser] = three(&server).await;
        let own = seen(&ana).await["view"]["posts"][0].clone();
        let proposed = &own["fitting"][0];
        assert_eq!(proposed["sentence"], "The offer");
        assert!(
            proposed["reasons"]
                .as_array()
                .unwrap()
                .contains(&json!({ "reason": "language", "languages": ["fr"] }))
        );
        done(
            &ana,
            json!({ "do": "choose", "need": own["post"], "offer": proposed["post"] }),
        )
        .await;
        for (reader, other) in [
            (&ana, "Offerbo"),
            (&bo, "Needana"),
            (&organiser, "Needana"),
            (&organiser, "Offerbo"),
        ] {
            let told = seen(reader).await.to_string();
            assert!(!told.contains(other), "{told}");
        }
        let pairing = seen(&bo).await["view"]["pairings"][0]["pairing"].clone();
        done(&bo, json!({ "do": "accept", "pairing": pairing })).await;
        assert_eq!(
            seen(&ana).await["view"]["pairings"][0]["partner"]["contact"],
            "Offerbo@example.org"
        );
        done(&organiser, json!({ "do": "assign" })).await;
        let server = server.restart().await;
        let [ana, bo] = [ana.at(&server), bo.at(&server)];
        for by in [&ana, &bo] {
            assert_eq!(
                seen(by).await["view"]["pairings"][0]["sitting"],
                json!({ "slot": 1, "table": 1 })
            );
        }
    });
}

#[test]
fn what_both_let_is_in_the_outcome_for_the_organiser_alone() {
    run(async {
        let server = TestServer::start().await;
        let [ana, bo, organiser] = three(&server).await;
        let own = seen(&ana).await["view"]["posts"][0].clone();
        done(
            &ana,
            json!({ "do": "choose", "need": own["post"], "offer": own["fitting"][0]["post"] }),
        )
        .await;
        let pairing = seen(&bo).await["view"]["pairings"][0]["pairing"].clone();
        done(&bo, json!({ "do": "accept", "pairing": pairing })).await;
        done(&bo, json!({ "do": "write", "pairing": pairing, "text": "We begin in June" })).await;
        let outcome = format!("{HERE}/outcome.json");
        done(&ana, json!({ "do": "consent", "pairing": pairing, "version": 1 })).await;
        let told = ask(organiser.request(Method::GET, &outcome)).await.body;
        assert_eq!(told, json!({ "partnerships": [] }));
        done(&bo, json!({ "do": "consent", "pairing": pairing, "version": 1 })).await;
        let told = ask(organiser.request(Method::GET, &outcome)).await.body;
        assert_eq!(told["partnerships"][0]["agreed"], "We begin in June");
        assert_eq!(told["partnerships"][0]["offered_by"], "Land of Offerbo");
        assert_eq!(ask(ana.request(Method::GET, &outcome)).await.status, 404);
    });
}

#[test]
fn what_cannot_be_done_is_refused_with_a_code_and_a_sentence() {
    run(async {
        let server = TestServer::start().await;
        let [ana, bo, organiser] = three(&server).await;
        let cases = [
            (&ana, json!({ "do": "assign" }), 403, "not-allowed"),
            (&organiser, json!({ "do": "assign", "id": "no-uuid" }), 400, "bad-command"),
            (&ana, json!({ "do": "dance" }), 400, "bad-command"),
            (&bo, json!({ "do": "busy", "slots": [7] }), 422, "out-of-bounds"),
            (
                &bo,
                json!({ "do": "accept", "pairing": "00000000-0000-4000-8000-000000000000" }),
                404,
                "unknown-pairing",
            ),
        ];
        for (by, command, status, code) in cases {
            let path = format!("{HERE}/commands");
            let body = if command["id"].is_string() {
                command
            } else {
                with_id(command)
            };
            let answer = ask(by.request(Method::POST, &path).json(&body)).await;
            assert_eq!((answer.status, answer.code()), (status, code), "{body}: {:?}", answer.body);
        }
        let screen = server.seat("alpha", Role::Screen).await;
        assert_eq!(ask(screen.request(Method::GET, HERE)).await.status, 404);
    });
}
