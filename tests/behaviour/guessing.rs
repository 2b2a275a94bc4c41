//! Guessing join codes is bounded by address: by that of the connection, or by what a proxy passes on that the operator
//! trusts. Codes that cannot be guessed are never held up.

use crate::support::door::{Answer, ask};
use crate::support::server::TestServer;
use crate::support::{run, until};
use reqwest::Method;
use roundtable::room::seat::Role;
use serde_json::json;

/// Tries a code as a request that came on behalf of somebody.
async fn try_code(server: &TestServer, code: &str, forwarded: Option<&str>) -> Answer {
    let mut request = server.request(Method::POST, "/api/join").json(&json!({ "code": code }));
    if let Some(forwarded) = forwarded {
        request = request.header("x-forwarded-for", forwarded);
    }
    ask(request).await
}

/// Tries wrong codes until no more are taken; answers with how many were.
async fn guess_until_stopped(server: &TestServer, forwarded: Option<&str>) -> usize {
    for tries in 0..1_000 {
        let refused = try_code(server, "ZZZZZZ", forwarded).await;
        if refused.status == 429 {
            assert_eq!(refused.code(), "too-many-tries");
            return tries;
        }
        assert_eq!((refused.status, refused.code()), (404, "unknown-code"));
    }
    panic!("nobody stops the guessing");
}

#[test]
fn after_too_many_wrong_codes_even_the_right_short_one_has_to_wait() {
    run(async {
        let server = TestServer::start().await;
        let right = server.code("alpha", Role::Participant);
        let tries = guess_until_stopped(&server, None).await;
        assert!(
            tries >= 200,
            "a delegation behind one address mistypes more often than {tries} times"
        );
        assert_eq!(try_code(&server, &right, None).await.status, 429);
        let asked = ask(server.request(Method::GET, &format!("/api/join/{right}"))).await;
        assert_eq!(asked.status, 429, "asking would tell the right code from the wrong ones");
        until("the right code is taken again", async || {
            try_code(&server, &right, None).await.status == 200
        })
        .await;
    });
}

#[test]
fn codes_that_cannot_be_guessed_are_never_held_up() {
    run(async {
        let server = TestServer::start().await;
        guess_until_stopped(&server, None).await;
        for role in [Role::Chair, Role::Rapporteur, Role::Screen, Role::Organiser] {
            let code = server.code("alpha", role);
            assert_eq!(try_code(&server, &code, None).await.status, 200, "{role:?}");
        }
        for wrong in ["ZZZZZZZZZZZZZZZZ", "", "no code at all"] {
            let refused = try_code(&server, wrong, None).await;
            assert_eq!((refused.status, refused.code()), (404, "unknown-code"), "{wrong}");
        }
    });
}

#[test]
fn behind_a_trusted_proxy_each_client_has_an_allowance_of_its_own() {
    run(async {
        let server = TestServer::start_behind(&["127.0.0.1", "10.0.0.0/8"]).await;
        let right = server.code("alpha", Role::Participant);
        // IPv4 clients as a proxy names them that listens on an IPv6 socket.
        guess_until_stopped(&server, Some("::ffff:203.0.113.1, 10.0.0.2")).await;
        assert_eq!(try_code(&server, &right, Some("203.0.113.1")).await.status, 429);
        assert_eq!(
            try_code(&server, &right, Some("203.0.113.9, 203.0.113.1")).await.status,
            429,
            "what the client itself wrote into the header is not believed"
        );
        for other in ["::ffff:203.0.113.2", "203.0.113.3", "2001:db8::1"] {
            assert_eq!(try_code(&server, &right, Some(other)).await.status, 200, "{other}");
        }
    });
}

#[test]
fn an_address_that_somebody_invents_counts_for_nothing() {
    run(async {
        let server = TestServer::start_behind(&["10.0.0.0/8"]).await;
        guess_until_stopped(&server, Some("203.0.113.1")).await;
        let right = server.code("alpha", Role::Participant);
        assert_eq!(try_code(&server, &right, Some("203.0.113.2")).await.status, 429);
    });
}
