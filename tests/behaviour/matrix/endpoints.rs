//! Every address, by everybody who can knock at it, in every phase.

use super::Phase;
use crate::support::author::Author;
use crate::support::door::{Answer, Door, MEETING, Participant, ask, with_id};
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use crate::support::socket::{Address, Socket};
use reqwest::{Method, RequestBuilder};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where addresses are said that the description does not tell of: pages, and the description itself.
const ROUTES: &str = include_str!("../../../src/http/mod.rs");

/// Who knocks, in the order of the table's columns.
const CALLERS: [&str; 11] = [
    "nobody",
    "somebody with a token that was altered",
    "a participant",
    "the chair",
    "the rapporteur",
    "the screen",
    "the organiser",
    "a participant of another room",
    "the chair of another room",
    "a participant of another meeting",
    "the organiser of another meeting",
];

/// A method and an address as the server describes it, the address that is asked (none: the same), and what each caller gets: `+` what is
/// there, `!` that the request itself is none, `u` that there is none of that name, `-` what is said of something that was never there.
type Line = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ADDRESSES: &[Line] = &[
    //                                                                                              nobody, altered
    //                                                                                              |  participant, chair, rapporteur, screen, organiser
    //                                                                                              |  |     of another room: participant, chair
    //                                                                                              |  |     |  of another meeting: participant, organiser
    ("GET",    "/api/join/{code}",                                      "",                        "++ +++++ ++ ++"),
    ("GET",    "/api/join/{code}/qr.svg",                               "",                        "++ +++++ ++ ++"),
    ("POST",   "/api/join",                                             "",                        "!! !!!!! !! !!"),
    ("GET",    "/api/delegations",                                      "",                        "++ +++++ ++ ++"),
    ("GET",    "/api/polls/ready-made",                                 "",                        "++ +++++ ++ ++"),
    ("GET",    "/api/meetings",                                         "",                        "-- ----+ -- -+"),
    ("POST",   "/api/meetings",                                         "",                        "-- ----! -- -!"),
    ("GET",    "/api/meetings/{meeting}",                               "",                        "-- +++++ ++ --"),
    ("GET",    "/api/meetings/{meeting}/plan",                          "",                        "-- ----+ -- --"),
    ("POST",   "/api/meetings/{meeting}/plan/commands",                 "",                        "-- ----! -- --"),
    ("GET",    "/api/meetings/{meeting}/plan.toml",                     "",                        "-- ----+ -- --"),
    ("GET",    "/api/meetings/{meeting}/news",                          "",                        "-- +++++ ++ --"),
    ("GET",    "/api/meetings/{meeting}/desk",                          "",                        "-- ----+ -- --"),
    ("POST",   "/api/meetings/{meeting}/desk/commands",                 "",                        "-- ----! -- --"),
    ("GET",    "/api/meetings/{meeting}/plenary",                       "",                        "-- +++++ ++ --"),
    ("POST",   "/api/meetings/{meeting}/plenary/commands",              "",                        "-- !!!-! !! --"),
    ("GET",    "/api/meetings/{meeting}/mapping.json",                  "",                        "-- --+-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/mapping.csv",                   "",                        "-- --+-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/matchmaking",                   "",                        "-- +++-+ ++ --"),
    ("POST",   "/api/meetings/{meeting}/matchmaking/commands",          "",                        "-- !!!-! !! --"),
    ("GET",    "/api/meetings/{meeting}/matchmaking/outcome.json",      "",                        "-- ----+ -- --"),
    ("POST",   "/api/meetings/{meeting}/links",                         "",                        "-- ----! -- --"),
    ("GET",    "/api/meetings/{meeting}/people",                        "",                        "-- ----+ -- --"),
    ("POST",   "/api/meetings/{meeting}/people/commands",               "",                        "-- ----! -- --"),
    ("POST",   "/api/meetings/{meeting}/people/import",                 "",                        "-- ----! -- --"),
    ("GET",    "/api/meetings/{meeting}/people.csv",                    "",                        "-- ----+ -- --"),
    ("GET",    "/api/meetings/{meeting}/course",                        "",                        "-- +++++ ++ --"),
    ("GET",    "/api/meetings/{meeting}/day",                           "",                        "-- ----- -- --"),
    ("GET",    "/api/meetings/{meeting}/{file}",                        "report.json",             "-- ----+ -- --"),
    ("GET",    "/api/meetings/{meeting}/{file}",                        "points.csv",              "-- ----+ -- --"),
    ("GET",    "/api/meetings/{meeting}/{file}",                        "none.md",                 "-- ----u -- --"),
    ("GET",    "/api/meetings/{meeting}/archive.zip",                   "",                        "-- ----+ -- --"),
    ("GET",    "/api/meetings/{meeting}/programme.ics",                 "",                        "-- +++++ ++ --"),
    ("GET",    "/api/meetings/{meeting}/keeping",                       "",                        "-- +++++ ++ --"),
    ("POST",   "/api/meetings/{meeting}/keeping/commands",              "",                        "-- ----! -- --"),
    ("POST",   "/api/meetings/{meeting}/schedule",                      "",                        "-- ----! -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}",                  "",                        "-- +++++ -- --"),
    ("POST",   "/api/meetings/{meeting}/rooms/{room}/commands",         "",                        "-- !!!!! -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/live",             "",                        "-- +++++ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/notes",            "",                        "-- +++++ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/notes/history",    "",                        "-- +++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/notes/history/{seq}", "1",                    "-- +++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/notes/history/{seq}", "99999",                "-- uuu-u -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/drafts/{draft}",   "1",                       "-- +++++ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/drafts/{draft}",   "9",                       "-- uuuuu -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/named",            "",                        "-- -++-+ -- --"),
    ("DELETE", "/api/meetings/{meeting}/rooms/{room}/seats/{seat}",     "0123456789ABCDEF",        "-- -u--u -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "outcome.md",              "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "outcome.html",            "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "outcome.json",            "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "points.csv",              "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "polls.csv",               "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "speakers.csv",            "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "board.csv",               "-- -++-+ -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "outcome.none",            "-- -uu-u -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "outcome.md?revision=9",   "-- -uu-u -- --"),
    ("GET",    "/api/meetings/{meeting}/rooms/{room}/{document}",       "none",                    "-- ----- -- --"),
    ("GET",    "/api/seal-key",                                         "",                        "++ +++++ ++ ++"),
    ("GET",    "/healthz",                                              "",                        "++ +++++ ++ ++"),
    ("GET",    "/readyz",                                               "",                        "++ +++++ ++ ++"),
    ("GET",    "/metrics",                                              "",                        "++ +++++ ++ ++"),
    ("GET",    "/openapi.json",                                         "",                        "++ +++++ ++ ++"),
    ("GET",    "/outcome.schema.json",                                  "",                        "++ +++++ ++ ++"),
    ("GET",    "/report.schema.json",                                   "",                        "++ +++++ ++ ++"),
    ("GET",    "/mapping.schema.json",                                  "",                        "++ +++++ ++ ++"),
    ("GET",    "/",                                                     "",                        "++ +++++ ++ ++"),
    ("GET",    "/j/{code}",                                             "",                        "++ +++++ ++ ++"),
    ("GET",    "/m/{meeting}",                                          "",                        "++ +++++ ++ ++"),
    ("GET",    "/m/{meeting}/{room}",                                   "",                        "++ +++++ ++ ++"),
    ("GET",    "/m/{meeting}/{room}/screen",                            "",                        "++ +++++ ++ ++"),
    ("GET",    "/o/{meeting}",                                          "",                        "++ +++++ ++ ++"),
    ("GET",    "/o/{meeting}/{part}",                                   "desk",                    "++ +++++ ++ ++"),
    ("GET",    "/p/{meeting}/{part}",                                   "board",                   "++ +++++ ++ ++"),
    ("GET",    "/assets/{*path}",                                       "none.js",                 "-- ----- -- --"),
    ("GET",    "/favicon.svg",                                          "",                        "== ===== == =="),
    ("GET",    "/none/of/these",                                        "",                        "-- ----- -- --"),
];

/// Documents that take long to make, and that nobody else gets either: asked for by those alone who get nothing.
const SLOW: [&str; 3] = ["outcome.pdf", "outcome.docx", "outcome.zip"];

/// The address to ask: what is between braces has the names of the tests' room, or the line's own.
fn address((_, pattern, last, _): &Line, code: &str) -> String {
    let named = pattern
        .replace("{meeting}", "tests")
        .replace("{room}", "alpha")
        .replace("{code}", code);
    match named.split_once('{') {
        Some((start, _)) => format!("{start}{last}"),
        None => named,
    }
}

fn column(line: &Line) -> Vec<char> {
    line.3.chars().filter(|sign| *sign != ' ').collect()
}

/// Everybody of [`CALLERS`], by their tokens; none has none.
async fn callers(server: &TestServer) -> Vec<Option<String>> {
    let participant = server.participant("Ana").await.token;
    let (payload, tag) = participant.split_once('.').unwrap();
    let first = if tag.starts_with('A') { 'B' } else { 'A' };
    let mut tokens = vec![None, Some(format!("{payload}.{first}{}", &tag[1..]))];
    tokens.push(Some(participant.clone()));
    for role in [Role::Chair, Role::Rapporteur, Role::Screen, Role::Organiser] {
        tokens.push(Some(server.seat("alpha", role).await.token));
    }
    for role in [Role::Participant, Role::Chair] {
        tokens.push(Some(server.seat("beta", role).await.token));
    }
    for (room, role) in [(Some("alpha"), Role::Participant), (None, Role::Organiser)] {
        let code = server.hub.registry.code("others", room, role).unwrap();
        tokens.push(Some(server.join(&code, "Somebody else").await.token));
    }
    tokens
}

async fn knock(door: &Door, method: &str, path: &str, token: Option<&str>) -> Answer {
    if path.ends_with("/live") || path.ends_with("/notes") {
        let mut address = Address::new(door.address, path);
        if let Some(token) = token {
            address = address.bearer(token);
        }
        return match Socket::try_open(&address).await {
            Ok(_) => Answer {
                status: 101,
                body: Value::Null,
            },
            Err((status, body)) => Answer {
                status,
                body: serde_json::from_str(&body).unwrap(),
            },
        };
    }
    let mut request = door.request(method.parse().unwrap(), path);
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if method == "POST" {
        request = request.json(&json!({}));
    }
    if path.ends_with("/news") {
        return ask_without_end(request).await;
    }
    ask(request).await
}

/// The same for an answer that goes on for ever where it is none of refusal.
async fn ask_without_end(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let body = if status == 200 {
        Value::Null
    } else {
        serde_json::from_str(&response.text().await.unwrap()).unwrap()
    };
    Answer { status, body }
}

/// The sign of an answer.
fn sign(answer: &Answer, nothing: &Answer) -> char {
    match answer.status {
        _ if answer == nothing => '-',
        101 | 200 => '+',
        400 | 422 => '!',
        404 if answer.code().starts_with("unknown-") => 'u',
        _ => '?',
    }
}

/// Something in room alpha of everything that an address names: a step of the notes, a draft.
async fn furnish(server: &TestServer) {
    let rapporteur = server.seat("alpha", Role::Rapporteur).await;
    let mut author = Author::live(&rapporteur, 1).await;
    author.write("Agreed.").await;
    author.wait_for_answers().await;
    for command in [
        json!({ "do": "circulate", "for_s": 60 }),
        json!({ "do": "deadline" }),
        json!({ "do": "finish" }),
    ] {
        let mut command = command;
        command["tool"] = json!("report");
        rapporteur.order(command).await;
    }
}

/// A server of two meetings; the other has the same rooms.
async fn two_meetings() -> TestServer {
    let other = MEETING_FILE.replace("id = \"tests\"", "id = \"others\"");
    let server = TestServer::start_meeting(&other).await;
    server.restart_with(MEETING_FILE).await
}

#[test]
fn every_address_by_every_caller_in_every_phase() {
    run(async {
        let server = two_meetings().await;
        let (chair, organiser) = (server.chair().await, server.seat("alpha", Role::Organiser).await);
        let code = server.code("alpha", Role::Participant);
        let tokens = callers(&server).await;
        furnish(&server).await;
        let nothing = knock(&server, "GET", "/api/meetings/none/rooms/none", None).await;
        let (mut asked, mut wrong) = (0, Vec::new());
        for phase in Phase::ALL {
            phase.begin(&chair, &organiser).await;
            for line in ADDRESSES {
                let path = address(line, &code);
                let mut of_nobody = None;
                for ((caller, token), expected) in CALLERS.iter().zip(&tokens).zip(column(line)) {
                    let answer = knock(&server, line.0, &path, token.as_deref()).await;
                    asked += 1;
                    let got = sign(&answer, &nothing);
                    let of_nobody = of_nobody.get_or_insert(answer.status);
                    if got != expected && !(expected == '=' && answer.status == *of_nobody) {
                        wrong.push(format!(
                            "{caller}, {phase:?}: {} {path}: {got}, not {expected}: {answer:?}",
                            line.0
                        ));
                    }
                }
            }
            asked += refused_slow_documents(&server, &tokens, &nothing).await;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        println!("addresses by caller and phase: {asked} asked, each as its line says");
    });
}

async fn refused_slow_documents(server: &TestServer, tokens: &[Option<String>], nothing: &Answer) -> usize {
    let gets_nothing = |caller: &usize| column(&("", "", "", "-- -++-+ -- --"))[*caller] == '-';
    let mut asked = 0;
    for caller in (0..CALLERS.len()).filter(gets_nothing) {
        for document in SLOW {
            let path = format!("/api/meetings/tests/rooms/alpha/{document}");
            let answer = knock(server, "GET", &path, tokens[caller].as_deref()).await;
            assert_eq!(answer, *nothing, "{}: {document}", CALLERS[caller]);
            asked += 1;
        }
    }
    asked
}

/// Somebody on the list of participants, in a group, by their token.
async fn guest(server: &TestServer, room: &str) -> Participant {
    let organiser = server.seat("alpha", Role::Organiser).await;
    let commands = format!("/api/meetings/{MEETING}/people/commands");
    let code = if room == "alpha" { "GAST0001" } else { "GAST0002" };
    let add = with_id(json!({ "do": "add", "name": format!("Guest of {room}"), "code": code, "rooms": [room] }));
    let added = ask(organiser.request(Method::POST, &commands).json(&add)).await;
    assert_eq!(added.status, 200, "{added:?}");
    server.join(code, "").await
}

#[test]
fn somebody_on_the_list_gets_what_participants_of_their_room_get_and_no_other_room() {
    run(async {
        let server = two_meetings().await;
        furnish(&server).await;
        let (here, there) = (guest(&server, "alpha").await, guest(&server, "beta").await);
        let nothing = knock(&server, "GET", "/api/meetings/none/rooms/none", None).await;
        let code = server.code("alpha", Role::Participant);
        for line in ADDRESSES {
            let path = address(line, &code);
            let of_here = knock(&server, line.0, &path, Some(&here.token)).await;
            let of_there = knock(&server, line.0, &path, Some(&there.token)).await;
            let (expected, elsewhere) = match line.1 {
                // Those on the list may choose their group, and have a day.
                "/api/meetings/{meeting}/people/commands" => ('!', '!'),
                "/api/meetings/{meeting}/day" => ('+', '+'),
                _ => (column(line)[2], column(line)[7]),
            };
            for (expected, answer) in [(expected, of_here), (elsewhere, of_there)] {
                let got = sign(&answer, &nothing);
                assert!(
                    got == expected || expected == '=',
                    "{} {}: {got}, not {expected}: {answer:?}",
                    line.0,
                    line.1
                );
            }
        }
    });
}

/// What the server itself says that it has, by method and address.
async fn described(door: &Door) -> BTreeSet<(String, String)> {
    let description = ask(door.request(Method::GET, "/openapi.json")).await.body;
    let mut found = BTreeSet::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        found.extend(
            methods
                .as_object()
                .unwrap()
                .keys()
                .map(|method| (method.to_uppercase(), path.clone())),
        );
    }
    for route in ROUTES.split("route(").skip(1) {
        let path = route.split('"').nth(1).unwrap();
        found.insert(("GET".to_owned(), path.to_owned()));
    }
    found
}

#[test]
fn every_address_of_the_server_has_a_line() {
    run(async {
        let server = TestServer::start().await;
        let described = described(&server).await;
        let lines: BTreeSet<_> = ADDRESSES
            .iter()
            .filter(|(_, pattern, ..)| *pattern != "/none/of/these")
            .map(|(method, pattern, ..)| ((*method).to_owned(), (*pattern).to_owned()))
            .collect();
        assert_eq!(lines, described);
    });
}

#[test]
fn no_address_takes_another_method_from_anybody() {
    run(async {
        let server = TestServer::start().await;
        let organiser: Participant = server.seat("alpha", Role::Organiser).await;
        let described = described(&server).await;
        let code = server.code("alpha", Role::Participant);
        for line in ADDRESSES.iter().filter(|(_, pattern, ..)| *pattern != "/none/of/these") {
            let path = address(line, &code);
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
                if described.contains(&(method.to_owned(), line.1.to_owned())) {
                    continue;
                }
                for token in [None, Some(organiser.token.as_str())] {
                    let mut request = server.request(method.parse().unwrap(), &path);
                    if let Some(token) = token {
                        request = request.bearer_auth(token);
                    }
                    let answer = ask(request).await;
                    assert_eq!((answer.status, answer.code()), (405, "wrong-method"), "{method} {path}");
                }
            }
        }
    });
}
