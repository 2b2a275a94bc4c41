//! One browser, several seats: each has a cookie of its own, and a page says as which of them it acts. And what a browser has
//! already it need not fetch again.

use crate::support::door::{Answer, MEETING, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::{Address, Socket};
use reqwest::Method;
use reqwest::header::{CACHE_CONTROL, COOKIE, ETAG, IF_NONE_MATCH, VARY};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A browser: it keeps one cookie under each name, as browsers do.
#[derive(Default)]
struct Browser {
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// Joins, and keeps the cookie; answers with the seat.
    async fn join(&mut self, server: &TestServer, room: &str, role: Role) -> String {
        let body = json!({ "code": server.code(room, role), "name": format!("{role:?}") });
        let request = server.request(Method::POST, "/api/join").json(&body);
        let response = request.send().await.unwrap();
        let cookie = response.headers()["set-cookie"].to_str().unwrap().to_owned();
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        self.cookies.insert(name.to_owned(), value.to_owned());
        let joined: Value = response.json().await.unwrap();
        joined["participant"].as_str().unwrap().to_owned()
    }

    fn header(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// Asks for a page's data, as a role where one is named.
    async fn get(&self, server: &TestServer, path: &str, role: Option<&str>) -> Answer {
        let mut request = server.request(Method::GET, path).header(COOKIE, self.header());
        if let Some(role) = role {
            request = request.header("Roundtable-As", role);
        }
        ask(request).await
    }
}

fn room(rest: &str) -> String {
    format!("/api/meetings/{MEETING}/rooms/alpha{rest}")
}

/// Chair, screen and participant of room alpha in one browser; the participant joined last.
async fn three_seats(server: &TestServer) -> (Browser, [String; 3]) {
    let mut browser = Browser::default();
    let mut seats = [const { String::new() }; 3];
    for (seat, role) in seats.iter_mut().zip([Role::Chair, Role::Screen, Role::Participant]) {
        *seat = browser.join(server, "alpha", role).await;
        server.kept.clock.advance(1_000);
    }
    (browser, seats)
}

#[test]
fn every_seat_has_a_cookie_of_its_own() {
    run(async {
        let server = TestServer::start().await;
        let mut browser = Browser::default();
        for room in ["alpha", "beta"] {
            for role in Role::ALL {
                browser.join(&server, room, role).await;
            }
        }
        let names: Vec<&String> = browser.cookies.keys().collect();
        assert_eq!(names.len(), 9, "four roles in two rooms and one organiser: {names:?}");
        assert!(names.contains(&&"roundtable.tests.alpha.chair".to_owned()), "{names:?}");
        assert!(names.contains(&&"roundtable.tests..organiser".to_owned()), "{names:?}");
    });
}

#[test]
fn a_page_acts_as_the_role_that_it_names_and_else_as_the_newest() {
    run(async {
        let server = TestServer::start().await;
        let (browser, [chair, screen, participant]) = three_seats(&server).await;
        for (role, seat) in [
            (Some("chair"), &chair),
            (Some("screen"), &screen),
            (Some("participant"), &participant),
            (None, &participant),
        ] {
            let seen = browser.get(&server, &room(""), role).await;
            assert_eq!(seen.body["you"]["seat"], **seat, "as {role:?}");
        }
        for missing in ["rapporteur", "organiser"] {
            let seen = browser.get(&server, &room(""), Some(missing)).await;
            assert_eq!((seen.status, seen.code()), (404, "not-found"), "as {missing}");
        }
        let all = format!("/api/meetings/{MEETING}");
        assert_eq!(browser.get(&server, &all, Some("chair")).await.body["you"]["role"], "chair");
    });
}

#[test]
fn a_command_and_a_socket_are_of_the_role_that_the_page_names() {
    run(async {
        let server = TestServer::start().await;
        let (browser, [chair, ..]) = three_seats(&server).await;
        let command = || {
            server
                .request(Method::POST, &room("/commands"))
                .header(COOKIE, browser.header())
                .body(with_id(json!({ "tool": "floor", "do": "limit", "seconds": 90 })).to_string())
        };
        assert_eq!(
            ask(command()).await.code(),
            "not-allowed",
            "the newest seat is the participant's"
        );
        assert_eq!(ask(command().header("Roundtable-As", "chair")).await.status, 200);

        let address = |rest: &str| Address::new(server.address, &room(rest)).header("cookie", browser.header());
        let mut live = Socket::open(&address("/live?as=chair")).await;
        let crate::support::socket::Came::Text(welcome) = live.next().await else {
            panic!("no welcome came")
        };
        let welcome: Value = serde_json::from_str(&welcome).unwrap();
        assert_eq!(welcome["you"]["seat"], chair);
        Socket::open(&address("/notes?as=chair")).await;
        for rest in ["/live?as=rapporteur", "/notes?as=rapporteur"] {
            assert_eq!(Socket::try_open(&address(rest)).await.err().unwrap().0, 404, "{rest}");
        }
    });
}

#[test]
fn a_download_link_names_its_role_in_the_address() {
    run(async {
        let server = TestServer::start().await;
        let (browser, _) = three_seats(&server).await;
        let got = browser.get(&server, &room("/polls.csv?as=chair"), None).await;
        assert_eq!(got.status, 200, "{}", got.body);
        for rest in ["/polls.csv", "/polls.csv?as=participant"] {
            assert_eq!(browser.get(&server, &room(rest), None).await.status, 404, "{rest}");
        }
    });
}

#[test]
fn an_invitation_tells_of_the_seat_that_the_browser_has() {
    run(async {
        let server = TestServer::start().await;
        let path = |room, role| format!("/api/join/{}", server.code(room, role));
        let mut browser = Browser::default();
        let alpha = path("alpha", Role::Participant);
        assert_eq!(browser.get(&server, &alpha, None).await.body["you"], Value::Null);

        let seat = browser.join(&server, "alpha", Role::Participant).await;
        let you = browser.get(&server, &alpha, None).await.body["you"].clone();
        assert_eq!(you, json!({ "seat": seat, "name": "Participant" }));
        for (room, role) in [
            ("beta", Role::Participant),
            ("alpha", Role::Chair),
            ("alpha", Role::Organiser),
        ] {
            let invitation = browser.get(&server, &path(room, role), None).await;
            assert_eq!(invitation.status, 200);
            assert_eq!(invitation.body["you"], Value::Null, "{role:?} of {room}");
        }
        let organiser = browser.join(&server, "alpha", Role::Organiser).await;
        let you = browser.get(&server, &path("alpha", Role::Organiser), None).await.body["you"].clone();
        assert_eq!(you, json!({ "seat": organiser }));
        let you = browser.get(&server, &path("alpha", Role::Chair), None).await.body["you"].clone();
        assert_eq!(you, Value::Null, "an organiser has no chair's seat");
    });
}

#[test]
fn a_page_that_the_browser_has_is_not_sent_again() {
    run(async {
        let server = TestServer::start().await;
        let page = server.request(Method::GET, "/").send().await.unwrap();
        let tag = page.headers()[ETAG].to_str().unwrap().to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", W/{tag}"), "*".to_owned()] {
            let again = server.request(Method::GET, "/").header(IF_NONE_MATCH, &known);
            let again = again.send().await.unwrap();
            assert_eq!(again.status(), 304, "{known}");
            for name in [ETAG, CACHE_CONTROL, VARY] {
                assert_eq!(again.headers().get(&name), page.headers().get(&name), "{name} for {known}");
            }
        }
        let again = server.request(Method::GET, "/").header(IF_NONE_MATCH, "\"other\"");
        assert_eq!(again.send().await.unwrap().status(), 200);
    });
}

#[test]
fn an_outcome_that_the_browser_has_is_not_sent_again() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let get = || chair.request(Method::GET, &chair.path("/outcome.json"));
        let tag = get().send().await.unwrap().headers()[ETAG].to_str().unwrap().to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let again = get().header(IF_NONE_MATCH, &known).send().await.unwrap();
            assert_eq!(again.status(), 304, "{known}");
            assert_eq!(again.headers()[ETAG], tag.as_str());
        }
    });
}
