//! Matchmaking over the network: nobody learns who somebody is before both said yes, everybody is told of their table, and what is
//! acknowledged is there after a restart.

use crate::support::door::{Answer, Participant, ask, with_id};
use crate::support::server::TestServer;
use crate::support::{run, within};
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

fn details(kind: &str) -> Value {
    json!({ "component": "people", "level": "national", "languages": ["fr"], "sentence": format!("The {kind}") })
}

async fn post(by: &Participant, kind: &str) {
    done(by, json!({ "do": "post", "kind": kind, "details": details(kind) })).await;
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
    done(&people[2], settings(&people[2], &nothing(), 1).await).await;
    people
}

/// What holds before anything was said.
fn nothing() -> Value {
    json!({ "tables": 0, "slots": [] })
}

/// So many tables and an hour from now, by an organiser who has seen other settings.
async fn settings(organiser: &Participant, seen_before: &Value, tables: u32) -> Value {
    let now = seen(organiser).await["now"].as_i64().unwrap();
    let slots = json!([{ "starts": now + HOUR, "ends": now + 2 * HOUR }]);
    json!({ "do": "settings", "seen": seen_before, "settings": { "tables": tables, "slots": slots } })
}

/// The first chooses what fits the first post of hers, and the second says yes.
async fn agree(needer: &Participant, provider: &Participant) -> Value {
    let own = seen(needer).await["view"]["posts"][0].clone();
    let offer = &own["fitting"][0]["post"];
    done(needer, json!({ "do": "choose", "need": own["post"], "offer": offer })).await;
    let pairing = seen(provider).await["view"]["pairings"][0]["pairing"].clone();
    done(provider, json!({ "do": "accept", "pairing": pairing })).await;
    pairing
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

/// The archive, unless it is the one with that tag.
async fn archive(organiser: &Participant, known: &str) -> reqwest::Response {
    let request = organiser.request(Method::GET, "/api/meetings/tests/archive.zip");
    within("the archive", request.header("if-none-match", known).send())
        .await
        .unwrap()
}

#[test]
fn what_both_let_is_in_the_outcome_for_the_organiser_alone() {
    run(async {
        let server = TestServer::start().await;
        let [ana, bo, organiser] = three(&server).await;
        let pairing = agree(&ana, &bo).await;
        done(&bo, json!({ "do": "write", "pairing": pairing, "text": "We begin in June" })).await;
        let outcome = format!("{HERE}/outcome.json");
        done(&ana, json!({ "do": "consent", "pairing": pairing, "version": 1 })).await;
        let told = ask(organiser.request(Method::GET, &outcome)).await.body;
        assert_eq!(told, json!({ "partnerships": [] }));
        let before = archive(&organiser, "").await;
        let tag = before.headers()["etag"].to_str().unwrap();
        assert_eq!(archive(&organiser, tag).await.status(), 304);
        done(&bo, json!({ "do": "consent", "pairing": pairing, "version": 1 })).await;
        let told = ask(organiser.request(Method::GET, &outcome)).await.body;
        assert_eq!(told["partnerships"][0]["agreed"], "We begin in June");
        assert_eq!(told["partnerships"][0]["offered_by"], "Land of Offerbo");
        assert_eq!(archive(&organiser, tag).await.status(), 200, "there is something new in it");
        let report = ask(organiser.request(Method::GET, "/api/meetings/tests/report.md")).await;
        let text = report.body.as_str().unwrap();
        assert!(
            text.contains("## Partnerships") && text.contains("We begin in June"),
            "{text}"
        );
        assert_eq!(ask(ana.request(Method::GET, &outcome)).await.status, 404);
    });
}

#[test]
fn an_agreement_after_tables_were_assigned_has_a_table_with_the_second_yes() {
    run(async {
        let server = TestServer::start().await;
        let [ana, bo, organiser] = three(&server).await;
        done(&organiser, json!({ "do": "assign" })).await;
        agree(&ana, &bo).await;
        let place = json!({ "slot": 1, "table": 1 });
        assert_eq!(seen(&bo).await["view"]["pairings"][0]["sitting"], place);
        let figures = seen(&organiser).await["view"]["figures"].clone();
        assert_eq!((&figures["seated"], &figures["waiting"]), (&json!(1), &json!(0)));
        let server = server.restart().await;
        assert_eq!(seen(&ana.at(&server)).await["view"]["pairings"][0]["sitting"], place);
    });
}

#[test]
fn of_two_organisers_who_set_tables_the_second_is_told_that_the_first_was_quicker() {
    run(async {
        let server = TestServer::start().await;
        let organisers = [
            server.seat("alpha", Role::Organiser).await,
            server.seat("beta", Role::Organiser).await,
        ];
        done(&organisers[0], settings(&organisers[0], &nothing(), 5).await).await;
        let late = settings(&organisers[1], &nothing(), 9).await;
        let answer = asked(&organisers[1], late.clone()).await;
        assert_eq!(
            (answer.status, answer.code()),
            (409, "changed-meanwhile"),
            "{:?}",
            answer.body
        );
        let view = seen(&organisers[1]).await["view"].clone();
        assert_eq!(view["tables"], 5);
        let now = json!({ "tables": 5, "slots": view["slots"], "needs_from": view["needs_from"] });
        done(
            &organisers[1],
            json!({ "seen": now, "do": "settings", "settings": late["settings"] }),
        )
        .await;
        assert_eq!(seen(&organisers[0]).await["view"]["tables"], 9);
    });
}

#[test]
fn who_came_with_a_personal_code_posts_under_the_name_of_the_list() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        let import = organiser.request(Method::POST, "/api/meetings/tests/people/import");
        let csv = "name,delegation,code\nAna Sow,Senegal,K7M2QX4P\n";
        let imported = ask(import.header("content-type", "text/csv").body(csv)).await;
        assert_eq!(imported.status, 200, "{:?}", imported.body);
        let ana = organiser.door.join_as(&json!({ "code": "K7M2QX4P" })).await;
        let listed = json!({ "name": "Ana Sow", "delegation": "Senegal" });
        assert_eq!(seen(&ana).await["view"]["listed"], listed);
        post(&ana, "need").await;
        let known = json!({ "name": "Ana Sow", "delegation": "Senegal", "contact": "" });
        assert_eq!(seen(&ana).await["view"]["introduction"], known);
        introduce(&ana, "Somebody else").await;
        assert_eq!(seen(&ana).await["view"]["introduction"]["name"], "Ana Sow");
        let other = server.participant("Bo").await;
        assert_eq!(seen(&other).await["view"]["listed"], Value::Null);
        let refused = asked(&other, json!({ "do": "post", "kind": "need", "details": details("need") })).await;
        assert_eq!(refused.code(), "introduction-missing");
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
