//! Whatever is refused over HTTP is refused in one form: a fitting status, a stable code, one sentence for people. And the
//! sentence says nothing of the machine.

use crate::support::door::{Answer, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::header::{CONTENT_TYPE, COOKIE};
use reqwest::{Method, RequestBuilder};
use roundtable::journal::{Journal, JournalFault, Stream};
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// Asserts the form and the code; answers with the sentence.
async fn refused(request: RequestBuilder, status: u16, code: &str) -> String {
    let Answer { status: got, body } = ask(request).await;
    assert_eq!((got, &body["code"]), (status, &json!(code)), "{body}");
    let message = body["message"].as_str().unwrap().to_owned();
    assert!(message.len() > 20, "{message}");
    message
}

#[test]
fn what_cannot_be_read_is_refused_in_the_form_of_every_refusal() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let large = " ".repeat(64 * 1_024 + 1);
        let post = |path: &str| chair.request(Method::POST, path);
        let get = |path: &str| chair.request(Method::GET, path);
        let json_type = |request: RequestBuilder| request.header(CONTENT_TYPE, "application/json");

        refused(post(&chair.path("/commands")).body(large.clone()), 413, "too-large").await;
        refused(json_type(post("/api/join")).body(large), 413, "too-large").await;
        refused(json_type(post("/api/join")).body("{"), 400, "bad-request").await;
        refused(post("/api/join").body("{\"code\":\"ABCDEF\"}"), 400, "bad-request").await;
        for (rest, named) in [
            ("/outcome.md?revision=abc", "revision"),
            ("/outcome.md?as=king", "as"),
            ("/live?as=king", "as"),
            ("/notes?as=king", "as"),
        ] {
            let message = refused(get(&chair.path(rest)), 400, "bad-request").await;
            assert!(message.contains(&format!("{named}:")), "{rest}: {message}");
        }
        for path in [
            "/api/meetings/%ff",
            "/api/meetings/tests/rooms/%ff",
            "/api/meetings/tests/rooms/%ff/outcome.md",
            "/api/meetings/%ff/rooms/alpha/live",
            "/assets/none.js",
            "/assets/%ff",
            "/api/none",
        ] {
            refused(get(path), 404, "not-found").await;
        }
        refused(get("/api/join/%ff"), 404, "not-found").await;
        refused(post("/api/delegations"), 405, "wrong-method").await;
        refused(get(&chair.path("/live")), 400, "bad-request").await;
    });
}

#[test]
fn a_role_that_is_none_is_refused_by_its_name() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        for wrong in ["king", "", "Chair"] {
            let request = chair.request(Method::GET, &chair.path("")).header("roundtable-as", wrong);
            let message = refused(request, 400, "bad-request").await;
            assert!(
                message.contains("Roundtable-As") && message.contains("rapporteur"),
                "{message}"
            );
        }
    });
}

#[test]
fn a_fault_of_the_machine_is_told_without_its_folders() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let folder = server.kept.folder.path().to_str().unwrap().to_owned();
        let post = |command: Value| {
            chair
                .request(Method::POST, &chair.path("/commands"))
                .body(with_id(command).to_string())
        };

        server.kept.journal.refuse_next_append(JournalFault::Full {
            path: "/srv/roundtable/journal.db".into(),
        });
        let message = refused(post(json!({ "tool": "floor", "do": "close" })), 503, "storage-fault").await;
        assert!(!message.contains('/'), "{message}");

        std::fs::write(server.kept.outcomes(), "in the way").unwrap();
        let message = refused(post(json!({ "tool": "room", "do": "close" })), 507, "outcome-not-written").await;
        assert!(!message.contains('/') && !message.contains(&folder), "{message}");
        assert!(message.contains("stays open"), "{message}");
    });
}

#[test]
fn a_room_that_cannot_be_opened_does_not_hide_the_others() {
    run(async {
        let server = TestServer::start().await;
        let damaged = server
            .kept
            .memory
            .append(&Stream::new("tests/beta"), 0, vec!["no record".into()]);
        damaged.await.unwrap();
        let organiser = server.seat("alpha", Role::Organiser).await;
        let seen = ask(organiser.request(Method::GET, "/api/meetings/tests")).await;
        assert_eq!(seen.status, 200, "{}", seen.body);
        assert_eq!(seen.body["rooms"]["alpha"]["state"], "open");
        assert_eq!(seen.body["rooms"]["alpha"]["people"], 0);
        assert_eq!(seen.body["rooms"]["beta"]["title"], "Beta");
        assert_eq!(seen.body["rooms"]["beta"]["state"], Value::Null);
        assert_eq!(seen.body["order"], json!(["alpha", "beta"]));
        let request = organiser.request(Method::GET, "/api/meetings/tests/rooms/beta");
        refused(request, 503, "storage-fault").await;
    });
}

#[test]
fn a_cookie_that_is_no_token_is_as_none() {
    run(async {
        let server = TestServer::start().await;
        let path = "/api/meetings/tests/rooms/alpha";
        let request = server
            .request(Method::GET, path)
            .header(COOKIE, "roundtable.tests.alpha.chair=nonsense; roundtable.");
        refused(request, 404, "not-found").await;
    });
}
