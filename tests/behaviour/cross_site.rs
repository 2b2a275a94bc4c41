//! Other sites' pages, and headers that somebody invents: what a browser sends for a page that is not ours changes nothing and opens
//! nothing, and nobody becomes somebody else by saying where a request came from.

use crate::extent::{Chance, extent};
use crate::support::door::{Answer, Door, MEETING, Participant, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::{Address, Socket};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Method, RequestBuilder};
use roundtable::http::token::LIFETIME_MS;
use roundtable::room::seat::Role;
use serde_json::json;
use std::collections::BTreeSet;
use tokio::time::Instant;

const OURS: &str = "https://meeting.example";

/// What a browser sends for pages that are not ours.
const FOREIGN: [&[(&str, &str)]; 6] = [
    &[("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("origin", OURS), ("sec-fetch-site", "cross-site")],
];

/// What it sends for ours, and where somebody typed the address.
const OWN: [&[(&str, &str)]; 4] = [
    &[("origin", OURS), ("sec-fetch-site", "same-origin")],
    &[("origin", OURS)],
    &[("sec-fetch-site", "none")],
    &[],
];

/// What is brought to a meeting as a whole. Whose page it came from is asked before what it says, so nothing has to be said.
const TO_THE_MEETING: [&str; 8] = [
    "/desk/commands",
    "/keeping/commands",
    "/matchmaking/commands",
    "/people/commands",
    "/people/import",
    "/plan/commands",
    "/plenary/commands",
    "/schedule",
];

/// Everything by which something changes: method, address, body.
fn changes(seat: &str) -> Vec<(&'static str, String, String, String)> {
    let card = with_id(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "x" }));
    let room = format!("/api/meetings/{MEETING}/rooms/alpha");
    let to_the_meeting = TO_THE_MEETING.map(|rest| {
        let address = format!("/api/meetings/{MEETING}{rest}");
        ("POST", format!("/api/meetings/{{meeting}}{rest}"), address, "{}".to_owned())
    });
    let others = [
        (
            "POST",
            "/api/meetings/{meeting}/rooms/{room}/commands".into(),
            format!("{room}/commands"),
            card.to_string(),
        ),
        (
            "DELETE",
            "/api/meetings/{meeting}/rooms/{room}/seats/{seat}".into(),
            format!("{room}/seats/{seat}"),
            String::new(),
        ),
        (
            "POST",
            "/api/meetings/{meeting}/links".into(),
            format!("/api/meetings/{MEETING}/links"),
            json!({ "role": "screen", "room": "alpha" }).to_string(),
        ),
        (
            "POST",
            "/api/join".into(),
            "/api/join".into(),
            json!({ "code": "ZZZZZZ" }).to_string(),
        ),
        (
            "POST",
            "/api/meetings".into(),
            "/api/meetings".into(),
            json!({ "id": "next", "title": "Next", "date": "2025-05-09", "timezone": "UTC" }).to_string(),
        ),
    ];
    others.into_iter().chain(to_the_meeting).collect()
}

fn with_headers(mut request: RequestBuilder, headers: &[(&str, &str)]) -> RequestBuilder {
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
}

fn request(door: &Door, (method, _, path, body): &(&str, String, String, String), headers: &[(&str, &str)]) -> RequestBuilder {
    let request = door
        .request(method.parse().unwrap(), path)
        .header("content-type", "application/json");
    with_headers(request.body(body.clone()), headers)
}

/// The cookies of a chair who is also organiser.
fn cookies(chair: &Participant, organiser: &Participant) -> String {
    format!(
        "roundtable.tests.alpha.chair={}; roundtable.tests..organiser={}",
        chair.token, organiser.token
    )
}

#[test]
fn another_sites_page_changes_nothing_and_opens_nothing() {
    run(async {
        let server = TestServer::start_at(OURS).await;
        let (chair, organiser) = (server.chair().await, server.seat("alpha", Role::Organiser).await);
        let ana = server.participant("Ana").await;
        let cookies = cookies(&chair, &organiser);
        let before = chair.look().await;
        for headers in FOREIGN {
            for change in changes(&ana.seat) {
                for media_type in ["application/json", "text/plain", "application/x-www-form-urlencoded"] {
                    let asked = server.request(change.0.parse().unwrap(), &change.2).body(change.3.clone());
                    let asked = with_headers(asked.header("content-type", media_type).header(COOKIE, &cookies), headers);
                    let refused = ask(asked).await;
                    // Who may join at all is asked for in JSON: a form that a page may send anywhere is no such request.
                    let no_json = change.2 == "/api/join" && media_type != "application/json" && refused.code() == "bad-request";
                    assert!(
                        no_json || (refused.status, refused.code()) == (403, "foreign-origin"),
                        "{change:?} {headers:?} {refused:?}"
                    );
                }
            }
            for rest in ["/live", "/notes"] {
                let mut address = Address::new(server.address, &chair.path(rest)).header("cookie", cookies.as_str());
                for (name, value) in headers {
                    address = address.header(name, *value);
                }
                let refused = Socket::try_open(&address).await.err().unwrap();
                assert!(
                    refused.0 == 403 && refused.1.contains("foreign-origin"),
                    "{rest} {headers:?} {refused:?}"
                );
            }
        }
        let after = chair.look().await;
        assert_eq!((&after["seq"], &after["view"]), (&before["seq"], &before["view"]));
        ana.look().await;
    });
}

#[test]
fn every_change_that_the_server_knows_is_tried() {
    run(async {
        let server = TestServer::start().await;
        let description = ask(server.request(Method::GET, "/openapi.json")).await.body;
        let mut known = BTreeSet::new();
        for (path, methods) in description["paths"].as_object().unwrap() {
            let changing = methods.as_object().unwrap().keys().filter(|method| *method != "get");
            known.extend(changing.map(|method| (method.to_uppercase(), path.clone())));
        }
        let tried = changes("x").into_iter();
        let tried: BTreeSet<_> = tried.map(|(method, pattern, ..)| (method.to_owned(), pattern)).collect();
        assert_eq!(tried, known);
    });
}

#[test]
fn our_own_page_and_who_wrote_the_token_on_purpose_get_through() {
    run(async {
        let server = TestServer::start_at(OURS).await;
        let (chair, organiser) = (server.chair().await, server.seat("alpha", Role::Organiser).await);
        let passes = |answer: &Answer| answer.code() != "foreign-origin";
        for headers in OWN {
            let ana = server.participant("Ana").await;
            for change in changes(&ana.seat) {
                let asked = request(&server, &change, headers).header(COOKIE, cookies(&chair, &organiser));
                let answer = ask(asked).await;
                assert!(passes(&answer), "{change:?} {headers:?} {answer:?}");
            }
        }
        for headers in FOREIGN {
            let ana = server.participant("Ana").await;
            for change in changes(&ana.seat).into_iter().take(3) {
                let token = if change.2.ends_with("/links") {
                    &organiser.token
                } else {
                    &chair.token
                };
                let answer = ask(request(&server, &change, headers).bearer_auth(token)).await;
                assert!(answer.status < 300, "{change:?} {headers:?} {answer:?}");
            }
            for rest in ["/live", "/notes"] {
                let in_address = Address::new(server.address, &chair.path(&format!("{rest}?token={}", chair.token)));
                for mut address in [chair.to(rest), in_address] {
                    for (name, value) in headers {
                        address = address.header(name, *value);
                    }
                    Socket::open(&address).await;
                }
            }
        }
    });
}

#[test]
fn nothing_is_handed_to_other_sites_scripts() {
    run(async {
        let server = TestServer::start_at(OURS).await;
        let chair = server.chair().await;
        let paths = [
            "/api/join".to_owned(),
            chair.path(""),
            chair.path("/outcome.json"),
            chair.path("/commands"),
        ];
        for path in paths {
            for method in [Method::GET, Method::OPTIONS, Method::POST] {
                let request = server.request(method, &path).header(ORIGIN, "https://evil.example");
                let request = request
                    .header("access-control-request-method", "POST")
                    .header(COOKIE, cookies(&chair, &chair));
                let response = request.send().await.unwrap();
                let shared = response
                    .headers()
                    .keys()
                    .find(|name| name.as_str().starts_with("access-control-"));
                assert_eq!(shared, None, "{path}");
            }
        }
    });
}

#[test]
fn the_cookie_is_for_our_server_alone_and_no_script_reads_it() {
    run(async {
        for (url, secure) in [(Some(OURS), true), (Some("http://meeting.example"), false), (None, false)] {
            let server = match url {
                Some(url) => TestServer::start_at(url).await,
                None => TestServer::start().await,
            };
            for role in Role::ALL {
                let join = server.request(Method::POST, "/api/join");
                let response = join
                    .json(&json!({ "code": server.code("alpha", role) }))
                    .send()
                    .await
                    .unwrap();
                let cookies: Vec<_> = response.headers().get_all(SET_COOKIE).iter().collect();
                assert_eq!(cookies.len(), 1);
                let cookie = cookies[0].to_str().unwrap();
                let parts: BTreeSet<&str> = cookie.split("; ").skip(1).collect();
                let age = format!("Max-Age={}", LIFETIME_MS / 1_000);
                let mut expected = BTreeSet::from(["Path=/", "HttpOnly", "SameSite=Lax", age.as_str()]);
                if secure {
                    expected.insert("Secure");
                }
                assert_eq!(parts, expected, "{role:?} at {url:?}");
            }
        }
    });
}

/// A header by which somebody says that a request came from elsewhere, made up anew each time.
fn invented(chance: &mut Chance) -> (&'static str, String) {
    let address = match chance.below(4) {
        0 => format!("203.0.113.{}", chance.below(256)),
        1 => format!("::ffff:203.0.113.{}", chance.below(256)),
        2 => format!("[2001:db8:{:x}::1]:{}", chance.below(65_536), 1 + chance.below(60_000)),
        _ => format!("2001:db8:{:x}::{:x}", chance.below(65_536), chance.below(65_536)),
    };
    match chance.below(6) {
        0 => ("forwarded", format!("for=\"{address}\"")),
        1 => ("x-real-ip", address),
        2 => ("x-client-ip", address),
        3 => ("x-forwarded-for", format!("{address}, {address}, unknown")),
        4 => ("cf-connecting-ip", address),
        _ => ("x-forwarded-for", address),
    }
}

async fn try_code(server: &TestServer, code: &str, headers: &[(&str, &str)]) -> u16 {
    let request = server.request(Method::POST, "/api/join").json(&json!({ "code": code }));
    ask(with_headers(request, headers)).await.status
}

#[test]
fn whoever_guesses_is_stopped_whatever_they_say_of_where_they_are() {
    run(async {
        let mut chance = Chance::of("guessing under invented addresses");
        for proxies in [&[][..], &["10.0.0.0/8"]] {
            let server = TestServer::start_behind(proxies).await;
            let mut tries = 0;
            loop {
                let (name, value) = invented(&mut chance);
                if try_code(&server, "ZZZZZZ", &[(name, &value)]).await == 429 {
                    break;
                }
                tries += 1;
                assert!(tries <= 400, "nobody stops the guessing");
            }
            let right = server.code("alpha", Role::Participant);
            let stopped = Instant::now();
            let mut told = 0;
            for _ in 0..extent(20, 500) {
                for code in [&right, "ZZZZZZ"] {
                    let (name, value) = invented(&mut chance);
                    told += u128::from(try_code(&server, code, &[(name, &value)]).await != 429);
                }
            }
            // An address is given a try back every half second, and an invented one must not make it more. A right code takes none, so
            // that each try given back tells of two codes at the most; one was given back before the clock was read.
            let given_back = 1 + stopped.elapsed().as_millis() / 500;
            assert!(told <= 2 * given_back, "{told} told, {given_back} tries given back");
            println!(
                "guessing under invented addresses: stopped after {tries} wrong codes, then {told} told of for {given_back} tries given back, \
                 behind {proxies:?}"
            );
        }
    });
}

#[test]
fn nobody_is_locked_out_by_what_somebody_else_invents() {
    run(async {
        let server = TestServer::start_behind(&["127.0.0.1"]).await;
        let right = server.code("alpha", Role::Participant);
        // The proxy adds the address that it saw behind whatever came.
        let (guesser, others) = ("203.0.113.66", ["203.0.113.7", "198.51.100.7", "2001:db8::7"]);
        for tries in 0..1_000 {
            let line = format!("{}, {guesser}", others[tries % others.len()]);
            if try_code(
                &server,
                "ZZZZZZ",
                &[("x-forwarded-for", &line), ("forwarded", "for=203.0.113.7")],
            )
            .await
                == 429
            {
                break;
            }
        }
        assert_eq!(try_code(&server, &right, &[("x-forwarded-for", guesser)]).await, 429);
        for other in others {
            assert_eq!(try_code(&server, &right, &[("x-forwarded-for", other)]).await, 200, "{other}");
        }
    });
}
