//! Joining with a code: who gets a seat, which one, and what is refused.

use crate::support::door::ask;
use crate::support::server::TestServer;
use crate::support::{fresh_id, run};
use reqwest::Method;
use roundtable::room::limits::{DELEGATION_CHARACTERS_MAX, NAME_CHARACTERS_MAX};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn a_code_opens_its_room_however_it_is_typed() {
    run(async {
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        for typed in [code.clone(), code.to_lowercase(), spaced.to_lowercase()] {
            let joined = server.try_join(&json!({ "code": typed })).await;
            assert_eq!(joined.status, 200, "{typed}");
            assert_eq!(joined.body["role"], "participant");
            assert_eq!(joined.body["meeting"], "tests");
            assert_eq!(joined.body["room"], "alpha");
        }
        let invitation = ask(server.request(Method::GET, &format!("/api/join/{}", code.to_lowercase()))).await;
        assert_eq!(invitation.body["room"]["title"], "Alpha");
        assert_eq!(invitation.body["meeting"]["title"], "A meeting of tests");
    });
}

#[test]
fn every_role_has_a_code_of_its_own() {
    run(async {
        let server = TestServer::start().await;
        let mut codes = BTreeSet::new();
        for role in Role::ALL {
            let code = server.code("beta", role);
            let joined = server.try_join(&json!({ "code": code })).await;
            assert_eq!(joined.body["role"], json!(role));
            assert_eq!(joined.body["room"] == Value::Null, role == Role::Organiser);
            codes.insert(code);
        }
        assert_eq!(codes.len(), Role::ALL.len());
    });
}

#[test]
fn an_unknown_code_is_a_404_and_says_what_to_do() {
    run(async {
        let server = TestServer::start().await;
        for code in ["ZZZZZZ", "", "no code at all", "ZZZZZZZZZZZZZZZZ"] {
            let refused = server.try_join(&json!({ "code": code })).await;
            assert_eq!((refused.status, refused.code()), (404, "unknown-code"), "{code}");
        }
        let refused = ask(server.request(Method::GET, "/api/join/ZZZZZZ")).await;
        assert_eq!((refused.status, refused.code()), (404, "unknown-code"));
    });
}

#[test]
fn the_same_id_is_the_same_seat_and_no_id_a_new_one() {
    run(async {
        let server = TestServer::start().await;
        let (alpha, beta) = (
            server.code("alpha", Role::Participant),
            server.code("beta", Role::Participant),
        );
        let id = fresh_id();
        let first = server.join_as(&json!({ "code": alpha, "id": id, "name": "Ana" })).await;
        let again = server
            .join_as(&json!({ "code": alpha.to_lowercase(), "id": id, "name": "Ana" }))
            .await;
        assert_eq!(first.seat, again.seat);
        assert_eq!(first.look().await["view"]["people"]["seats_taken"], 1);

        let elsewhere = server.join_as(&json!({ "code": beta, "id": id })).await;
        assert_ne!(first.seat, elsewhere.seat, "an id counts with its code alone");

        let one = server.participant("Ben").await;
        let other = server.participant("Ben").await;
        assert_ne!(one.seat, other.seat);
        assert_eq!(first.look().await["view"]["people"]["seats_taken"], 3);
    });
}

#[test]
fn a_repeated_join_is_the_same_seat_after_a_restart_too() {
    run(async {
        let server = TestServer::start().await;
        let body = json!({ "code": server.code("alpha", Role::Participant), "id": fresh_id() });
        let before = server.join_as(&body).await;
        let server = server.restart().await;
        let after = server.join_as(&body).await;
        assert_eq!(before.seat, after.seat);
        assert_eq!(after.look().await["view"]["people"]["seats_taken"], 1);
    });
}

#[test]
fn the_cookie_is_out_of_reach_for_scripts_and_other_sites() {
    run(async {
        for (server, secure) in [
            (TestServer::start().await, false),
            (TestServer::start_at("https://meeting.example").await, true),
        ] {
            let body = json!({ "code": server.code("alpha", Role::Participant) });
            let response = server.request(Method::POST, "/api/join").json(&body).send().await.unwrap();
            let cookie = response.headers()["set-cookie"].to_str().unwrap().to_owned();
            assert_eq!(response.headers()["cache-control"], "no-store");
            let joined: Value = response.json().await.unwrap();
            let (pair, attributes) = cookie.split_once("; ").unwrap();
            assert_eq!(pair.split_once('=').unwrap().1, joined["token"]);
            let attributes: BTreeSet<&str> = attributes.split("; ").collect();
            assert!(attributes.contains("HttpOnly"), "{cookie}");
            assert!(attributes.contains("SameSite=Lax"), "{cookie}");
            assert!(attributes.contains("Path=/"), "{cookie}");
            assert_eq!(attributes.contains("Secure"), secure, "{cookie}");
        }
    });
}

#[test]
fn a_profile_that_cannot_be_shown_is_refused() {
    run(async {
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        for profile in [
            json!({ "name": "x".repeat(NAME_CHARACTERS_MAX + 1) }),
            json!({ "delegation": "x".repeat(DELEGATION_CHARACTERS_MAX + 1) }),
            json!({ "name": "two\nlines" }),
            json!({ "name": "a\u{0}b" }),
            json!({ "name": "turned \u{202e} around" }),
        ] {
            let mut body = profile.clone();
            body["code"] = json!(code);
            let refused = server.try_join(&body).await;
            assert_eq!((refused.status, refused.code()), (422, "text-invalid"), "{profile}");
        }
        let longest = json!({ "code": code, "name": "é".repeat(NAME_CHARACTERS_MAX) });
        let joined = server.join_as(&longest).await;
        assert_eq!(joined.look().await["you"]["name"], longest["name"]);
        assert_eq!(
            joined.look().await["view"]["people"]["seats_taken"],
            1,
            "who was refused has no seat"
        );
    });
}

#[test]
fn a_body_that_is_no_join_is_a_400_in_one_sentence() {
    run(async {
        let server = TestServer::start().await;
        for body in [
            json!({}),
            json!([]),
            json!({ "code": 7 }),
            json!({ "code": "A", "id": "no uuid" }),
        ] {
            let refused = server.try_join(&body).await;
            assert_eq!((refused.status, refused.code()), (400, "bad-request"), "{body}");
        }
        let unread = ask(server.request(Method::POST, "/api/join").body("code=ABC")).await;
        assert_eq!((unread.status, unread.code()), (400, "bad-request"));
    });
}

#[test]
fn a_state_is_known_by_its_name() {
    run(async {
        let server = TestServer::start().await;
        let code = server.code("alpha", Role::Participant);
        let joined = server
            .join_as(&json!({ "code": code, "delegation": "Kenya", "rank": "minister" }))
            .await;
        let you = &joined.look().await["you"];
        assert_eq!((&you["class"], &you["rank"]), (&json!("state"), &json!("minister")));
    });
}
