//! Who is let in where: tokens, other rooms, other sites' pages. What may not be seen answers exactly as what is not there.

use crate::support::door::{Answer, Door, MEETING, Participant, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::{Address, Socket};
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, COOKIE, ORIGIN};
use roundtable::http::token::LIFETIME_MS;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// Everything below a meeting that a token is needed for; `{room}` is a room.
const GUARDED: [(&str, &str); 8] = [
    ("GET", "/api/meetings/tests/rooms/{room}"),
    ("POST", "/api/meetings/tests/rooms/{room}/commands"),
    ("GET", "/api/meetings/tests/rooms/{room}/outcome.md"),
    ("GET", "/api/meetings/tests/rooms/{room}/outcome.json"),
    ("GET", "/api/meetings/tests/rooms/{room}/polls.csv"),
    ("GET", "/api/meetings/tests/rooms/{room}/speakers.csv"),
    ("GET", "/api/meetings/tests/rooms/{room}/live"),
    ("GET", "/api/meetings/tests/rooms/{room}/notes"),
];

/// Asks for each guarded thing of a room with this token.
async fn knock_everywhere(door: &Door, room: &str, token: Option<&str>) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for (method, path) in GUARDED {
        let path = path.replace("{room}", room);
        let mut request = door.request(method.parse().unwrap(), &path).body(command().to_string());
        if let Some(token) = token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        answers.push((format!("{method} {path}"), ask(request).await));
    }
    answers
}

fn command() -> Value {
    with_id(json!({ "tool": "floor", "do": "request" }))
}

/// What the server says of something that was never there.
async fn nothing_there(door: &Door) -> Answer {
    ask(door.request(Method::GET, "/api/meetings/none/rooms/none")).await
}

fn tampered(token: &str) -> String {
    let (payload, tag) = token.split_once('.').unwrap();
    let first = if tag.starts_with('A') { 'B' } else { 'A' };
    format!("{payload}.{first}{}", &tag[1..])
}

#[test]
fn without_a_token_or_with_a_wrong_one_there_is_nothing_to_see() {
    run(async {
        let server = TestServer::start().await;
        let token = server.participant("Ana").await.token;
        let nothing = nothing_there(&server).await;
        assert_eq!((nothing.status, nothing.code()), (404, "not-found"));
        for token in [None, Some(""), Some("nonsense"), Some("a.b"), Some(tampered(&token).as_str())] {
            for (what, answer) in knock_everywhere(&server, "alpha", token).await {
                assert_eq!(answer, nothing, "{what} with {token:?}");
            }
        }
        let meeting = ask(server.request(Method::GET, "/api/meetings/tests")).await;
        assert_eq!(meeting, nothing);
    });
}

#[test]
fn another_room_answers_as_one_that_is_not_there() {
    run(async {
        let server = TestServer::start().await;
        for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen] {
            let token = server.seat("alpha", role).await.token;
            let foreign = knock_everywhere(&server, "beta", Some(&token)).await;
            let missing = knock_everywhere(&server, "gamma", Some(&token)).await;
            for ((what, foreign), (_, missing)) in foreign.into_iter().zip(missing) {
                assert_eq!(foreign.status, 404, "{role:?}: {what}");
                assert_eq!(foreign, missing, "{role:?}: {what}");
            }
        }
    });
}

#[test]
fn an_organiser_sees_every_room_and_others_their_own() {
    run(async {
        let server = TestServer::start().await;
        let organiser = server.seat("alpha", Role::Organiser).await;
        organiser.look().await;
        organiser.in_room("beta").look().await;
        let path = format!("/api/meetings/{MEETING}");
        let all = ask(organiser.request(Method::GET, &path)).await.body;
        assert_eq!(all["order"], json!(["alpha", "beta"]));
        assert_eq!(all["links"]["rooms"][1]["chair"]["code"], server.code("beta", Role::Chair));
        for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen] {
            let own = ask(server.seat("alpha", role).await.request(Method::GET, &path)).await.body;
            assert_eq!(own["order"], json!(["alpha"]));
            assert_eq!(own["links"], Value::Null, "{role:?}");
            assert!(!own.to_string().contains(&server.code("alpha", Role::Chair)) || role == Role::Chair);
        }
    });
}

#[test]
fn a_token_in_the_address_opens_the_two_sockets_and_nothing_else() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        for rest in ["/live", "/notes"] {
            let path = ana.path(&format!("{rest}?token={}", ana.token));
            Socket::open(&Address::new(server.address, &path)).await;
        }
        let nothing = nothing_there(&server).await;
        for rest in ["", "/outcome.md", "/polls.csv"] {
            let path = ana.path(&format!("{rest}?token={}", ana.token));
            assert_eq!(ask(server.request(Method::GET, &path)).await, nothing, "{rest}");
        }
        let path = ana.path(&format!("/commands?token={}", ana.token));
        let request = server.request(Method::POST, &path).body(command().to_string());
        assert_eq!(ask(request).await, nothing);
    });
}

/// The cookie that a browser would send for somebody.
fn cookie(participant: &Participant) -> String {
    format!(
        "other=1; roundtable.tests.{}.participant={}",
        participant.room, participant.token
    )
}

async fn command_from(server: &TestServer, participant: &Participant, origin: Option<&str>) -> Answer {
    let mut request = server
        .request(Method::POST, &participant.path("/commands"))
        .header(COOKIE, cookie(participant))
        .body(with_id(json!({ "tool": "seat", "do": "update", "name": "Ana" })).to_string());
    if let Some(origin) = origin {
        request = request.header(ORIGIN, origin);
    }
    ask(request).await
}

#[test]
fn another_sites_page_cannot_use_the_cookie() {
    run(async {
        let server = TestServer::start_at("https://meeting.example").await;
        let ana = server.participant("Ana").await;
        let listening = format!("http://{}", server.address);
        for foreign in [
            "https://evil.example",
            "null",
            "https://meeting.example.evil.example",
            "http://meeting.example",
            "https://meeting.example:8443",
            listening.as_str(),
        ] {
            let refused = command_from(&server, &ana, Some(foreign)).await;
            assert_eq!((refused.status, refused.code()), (403, "foreign-origin"), "{foreign}");
            for rest in ["/live", "/notes"] {
                let address = Address::new(server.address, &ana.path(rest)).header("cookie", cookie(&ana));
                let refused = Socket::try_open(&address.header("origin", foreign)).await.err().unwrap();
                assert_eq!(refused.0, 403, "{rest} from {foreign}");
            }
            let body = json!({ "code": server.code("alpha", Role::Participant) });
            let join = server.request(Method::POST, "/api/join").header(ORIGIN, foreign).json(&body);
            assert_eq!(ask(join).await.code(), "foreign-origin");
        }
        for fine in [None, Some("https://meeting.example")] {
            assert_eq!(command_from(&server, &ana, fine).await.status, 200, "{fine:?}");
            for rest in ["/live", "/notes"] {
                let mut address = Address::new(server.address, &ana.path(rest)).header("cookie", cookie(&ana));
                if let Some(origin) = fine {
                    address = address.header("origin", origin);
                }
                Socket::open(&address).await;
            }
        }
    });
}

#[test]
fn where_nobody_said_where_people_reach_the_server_its_own_page_is_where_the_request_went() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        for scheme in ["http", "https"] {
            let own = format!("{scheme}://{}", server.address);
            assert_eq!(command_from(&server, &ana, Some(&own)).await.status, 200, "{own}");
        }
        let port = server.address.port();
        for foreign in [
            format!("http://localhost:{port}"),
            format!("ftp://{}", server.address),
            "http://".into(),
            "".into(),
        ] {
            let refused = command_from(&server, &ana, Some(&foreign)).await;
            assert_eq!((refused.status, refused.code()), (403, "foreign-origin"), "{foreign}");
        }
    });
}

#[test]
fn where_somebody_wrote_the_token_on_purpose_the_origin_does_not_matter() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let request = ana.request(Method::POST, &ana.path("/commands"));
        let request = request
            .header(ORIGIN, "https://elsewhere.example")
            .body(command().to_string());
        assert_eq!(ask(request).await.status, 200);
        Socket::open(&ana.to("/live").header("origin", "https://elsewhere.example")).await;
    });
}

#[test]
fn of_several_cookies_the_newest_that_fits_the_room_counts() {
    run(async {
        let server = TestServer::start().await;
        let first = server.seat("alpha", Role::Participant).await;
        server.kept.clock.advance(1_000);
        let chair = server.seat("alpha", Role::Chair).await;
        server.kept.clock.advance(1_000);
        let other_room = server.seat("beta", Role::Participant).await;
        let cookies = [&chair, &first, &other_room].map(|seat| format!("roundtable.tests.{}={}", seat.seat, seat.token));
        let request = server
            .request(Method::GET, &first.path(""))
            .header(COOKIE, cookies.join("; "));
        assert_eq!(ask(request).await.body["you"]["seat"], chair.seat);
    });
}

#[test]
fn a_token_ends_after_its_time() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        server.kept.clock.advance(LIFETIME_MS);
        ana.look().await;
        server.kept.clock.advance(1);
        // Wherever it is shown, also where it never opened anything.
        let mut answers = Vec::new();
        for room in ["alpha", "beta", "gamma"] {
            answers.extend(knock_everywhere(&server, room, Some(&ana.token)).await);
        }
        for (what, answer) in &answers {
            assert_eq!((answer.status, answer.code()), (401, "token-expired"), "{what}");
            assert_eq!(*answer, answers[0].1, "{what}");
        }
        for (what, answer) in knock_everywhere(&server, "alpha", Some(&tampered(&ana.token))).await {
            assert_eq!(answer.status, 404, "{what}");
        }
    });
}

#[test]
fn a_token_of_another_server_is_worth_nothing_here() {
    run(async {
        let (here, elsewhere) = (TestServer::start().await, TestServer::start().await);
        let stranger = elsewhere.seat("alpha", Role::Organiser).await;
        let nothing = nothing_there(&here).await;
        for (what, answer) in knock_everywhere(&here, "alpha", Some(&stranger.token)).await {
            assert_eq!(answer, nothing, "{what}");
        }
    });
}

#[test]
fn a_token_holds_after_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let server = server.restart().await;
        assert_eq!(ana.at(&server).look().await["you"]["name"], "Ana");
    });
}
