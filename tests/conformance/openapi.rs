//! Requests made from the server's own description, by `schemathesis`, as a participant, a chair and an organiser would send them; and by
//! nobody.

use super::extent::{Chance, extent};
use super::support::author::Author;
use super::support::child::ChildServer;
use super::support::door::{MEETING, ask};
use super::support::server::TestServer;
use super::tools;
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::path::Path;

/// What is looked for in each answer. Not that a request without a seat gets 401: it gets 404, as whoever asks for what there is not, and
/// the last test looks for that.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,\
                      response_headers_conformance,negative_data_rejection,unsupported_method,allow_header_conformance";
/// What is put right in the requests before they are sent.
const HOOKS: &str = include_str!("hooks.py");
/// The two sockets are no requests.
const SOCKETS: &str = "/(live|notes|news)$";

#[test]
#[ignore = "needs schemathesis: cargo xtask long openapi"]
fn every_answer_is_as_the_description_says() {
    super::run(async {
        let seed = Chance::of("openapi conformance").below(1 << 32);
        let examples = extent(10, 40);
        let mut wrong = Vec::new();
        for role in ["participant", "chair", "organiser"] {
            let folder = tempfile::tempdir().unwrap();
            // One for each: wrong codes, of which some are made, are counted by address.
            let server = ChildServer::start(&folder.path().join("data"));
            begin(&server).await;
            let token = server.door.join(&server.code(role), role).await.token;
            let (passed, said) = examine(&server, folder.path(), &token, seed, examples).await;
            let figures = said
                .lines()
                .rev()
                .find(|line| line.contains(" generated"))
                .unwrap_or_default();
            println!(
                "openapi conformance: {role}: {}, {examples} examples of each request",
                figures.trim()
            );
            if !passed || figures.is_empty() {
                wrong.push(said);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Has something of everything going on in the room, so that there is something to be told.
async fn begin(server: &ChildServer) {
    let chair = server.door.join(&server.code("chair"), "Chair").await;
    let delegate = json!({ "code": server.code("participant"), "name": "Ana", "delegation": "Kenya" });
    let delegate = server.door.join_as(&delegate).await;
    delegate.order(json!({ "tool": "floor", "do": "request" })).await;
    delegate
        .order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Nobody knows whom to ask" }))
        .await;
    chair.order(json!({ "tool": "floor", "do": "give" })).await;
    chair.order(json!({ "tool": "polls", "do": "open", "poll": "p1" })).await;
    delegate
        .order(json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": ["o1"] }))
        .await;
    let mut author = Author::live(&delegate, 1).await;
    author.write("Keep a list of contacts").await;
    author.wait_for_answers().await;
    chair
        .order(json!({ "tool": "report", "do": "circulate", "for_s": 600 }))
        .await;
}

/// Whether all checks passed, and all that was said.
async fn examine(server: &ChildServer, folder: &Path, token: &str, seed: u64, examples: u32) -> (bool, String) {
    let settings = folder.join("schemathesis.toml");
    let code = server.code("participant");
    // All else is made up; a made-up address would name nothing.
    let names = format!("[parameters]\n\"path.meeting\" = \"tests\"\n\"path.room\" = \"alpha\"\n\"path.code\" = \"{code}\"\n");
    std::fs::write(&settings, format!("hooks = \"hooks.py\"\n{names}")).unwrap();
    std::fs::write(folder.join("hooks.py"), HOOKS).unwrap();
    let mut command = tools::tool("schemathesis");
    command.current_dir(folder).env("CONFORMANCE_CODE", &code);
    command.arg("--config-file").arg(&settings);
    command.args([
        "run",
        "--phases",
        "examples,coverage,fuzzing",
        "--continue-on-failure",
        "--warnings",
        "off",
    ]);
    command.args([
        "--checks",
        CHECKS,
        "--exclude-path-regex",
        SOCKETS,
        "--generation-database",
        "none",
    ]);
    command.args(["--seed", &seed.to_string(), "--max-examples", &examples.to_string()]);
    command.args(["--header", &format!("Authorization: Bearer {token}")]);
    command.arg(format!("http://{}/openapi.json", server.door.address));
    tools::run(command).await
}

#[test]
fn whatever_asks_for_a_seat_gives_nothing_without_one() {
    super::run(async {
        let server = TestServer::start().await;
        let description = ask(server.request(Method::GET, "/openapi.json")).await.body;
        let neighbour = server.seat("beta", Role::Chair).await;
        let forged = format!("A{}", neighbour.token);
        let guarded = guarded(&description);
        for (method, path) in &guarded {
            let mut tokens = vec![None, Some(&forged)];
            if path.contains("/alpha") {
                tokens.push(Some(&neighbour.token));
            }
            for token in tokens {
                let mut request = server.request(method.clone(), path);
                if let Some(token) = token {
                    request = request.header(AUTHORIZATION, format!("Bearer {token}"));
                }
                let answer = ask(request).await;
                assert_eq!(
                    (answer.status, answer.code()),
                    (404, "not-found"),
                    "{method} {path} with {token:?}"
                );
            }
        }
        println!("openapi conformance: {} requests give nothing without a seat", guarded.len());
    });
}

#[test]
fn a_document_is_of_one_type() {
    super::run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        organiser.look().await;
        for (path, wanted) in [
            (organiser.path("/outcome.html"), "text/html; charset=utf-8"),
            (organiser.path("/polls.csv"), "text/csv; charset=utf-8; header=present"),
            (organiser.path("/outcome.zip"), "application/zip"),
            (format!("/api/meetings/{MEETING}/report.json"), "application/json"),
        ] {
            let answer = organiser.request(Method::GET, &path).send().await.unwrap();
            let types: Vec<_> = answer.headers().get_all(CONTENT_TYPE).iter().collect();
            assert_eq!(types, [wanted], "{path}");
        }
    });
}

/// The requests that need a seat, with names in their addresses. Everything below a meeting has to be one.
fn guarded(description: &Value) -> Vec<(Method, String)> {
    const NAMES: &[(&str, &str)] = &[
        ("{meeting}", MEETING),
        ("{room}", "alpha"),
        ("{document}", "outcome.json"),
        ("{file}", "outcome.zip"),
        ("{draft}", "1"),
        ("{seq}", "1"),
        ("{seat}", "seat-1"),
    ];
    let mut guarded = Vec::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let needs_seat = operation["security"][0]["seat"].is_array();
            assert_eq!(needs_seat, path.starts_with("/api/meetings"), "{method} {path}");
            if needs_seat {
                let address = NAMES
                    .iter()
                    .fold(path.clone(), |path, (name, value)| path.replace(name, value));
                assert!(!address.contains('{'), "{address} has a name that this test does not know");
                guarded.push((method.to_uppercase().parse().unwrap(), address));
            }
        }
    }
    guarded
}
