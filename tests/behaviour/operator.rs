//! What those who run the server see of it: alive, ready, and figures that name nobody.

use crate::support::door::{Answer, ask};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::journal::Journal;
use serde_json::{Value, json};

async fn get(server: &TestServer, path: &str) -> Answer {
    ask(server.request(Method::GET, path)).await
}

#[test]
fn a_server_whose_journal_does_not_answer_is_alive_but_not_ready() {
    run(async {
        let server = TestServer::start().await;
        assert_eq!(get(&server, "/healthz").await.status, 200);
        assert_eq!(get(&server, "/readyz").await.status, 200);
        server.kept.memory.close().await.unwrap();
        assert_eq!(get(&server, "/readyz").await.status, 503);
        assert_eq!(get(&server, "/healthz").await.status, 200);
    });
}

#[test]
fn being_ready_costs_the_same_however_many_rooms_there_are() {
    run(async {
        let server = TestServer::start().await;
        let before = server.kept.journal.listings();
        assert_eq!(get(&server, "/readyz").await.status, 200);
        assert_eq!(server.kept.journal.listings(), before, "every stream was listed");
    });
}

#[test]
fn the_figures_name_no_room_and_nobody() {
    run(async {
        let server = TestServer::start().await;
        let mut ana = server.participant("Canary").await.live().await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        let figures = get(&server, "/metrics").await.body;
        let Value::String(figures) = figures else {
            panic!("{figures}")
        };
        assert!(figures.contains("roundtable_connections"), "{figures}");
        for secret in ["Canary", "alpha", ana.you["seat"].as_str().unwrap()] {
            assert!(!figures.contains(secret), "{figures}");
        }
    });
}

#[test]
fn the_description_names_every_address_of_the_surface() {
    run(async {
        let server = TestServer::start().await;
        let description = get(&server, "/openapi.json").await.body;
        for path in [
            "/api/join",
            "/api/join/{code}",
            "/api/meetings/{meeting}",
            "/api/meetings/{meeting}/rooms/{room}",
            "/api/meetings/{meeting}/rooms/{room}/commands",
            "/api/meetings/{meeting}/rooms/{room}/live",
            "/api/meetings/{meeting}/rooms/{room}/notes",
        ] {
            assert!(description["paths"][path].is_object(), "{path}");
        }
    });
}

#[test]
fn what_is_not_there_is_a_json_404_for_programs_and_a_page_for_people() {
    run(async {
        let server = TestServer::start().await;
        let missing = get(&server, "/api/none").await;
        assert_eq!((missing.status, missing.code()), (404, "not-found"));
        let page = ask(server.request(Method::GET, "/none").header("accept", "text/html")).await;
        assert_eq!(page.status, 404);
        assert!(page.body.as_str().unwrap().contains("<!doctype html>"), "{}", page.body);
        let tag = server.request(Method::GET, "/").send().await.unwrap().headers()["etag"].clone();
        let known = server.request(Method::GET, "/none").header("accept", "text/html");
        let again = ask(known.header("if-none-match", tag)).await;
        assert_eq!(
            again, page,
            "a browser that knows the page sees it under the wrong address too"
        );
        let wrong = ask(server.request(Method::DELETE, "/api/join")).await;
        assert_eq!((wrong.status, wrong.code()), (405, "wrong-method"));
    });
}
