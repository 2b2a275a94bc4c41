//! The list of participants over real requests and sockets: a file is taken over as a whole or not at all; a personal code opens its
//! person's rooms and no others; whoever is moved is led on, whoever is taken off is out; and all of it holds after a restart.

mod together;

use crate::support::door::{Answer, MEETING, Participant, ask, with_id};
use crate::support::faulty_journal::Moment;
use crate::support::run;
use crate::support::server::{MEETING_FILE, TestServer};
use crate::support::socket::Socket;
use reqwest::Method;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// The close code that says that the seat is not here any more.
const NOT_HERE: u16 = 4003;
/// How soon a socket has to end.
const AT_ONCE: Duration = Duration::from_secs(1);

const FILE: &str = "\u{feff}name;delegation;class;rank;language;room;code\r\n\
    Ana Lima;Brazil;;minister;pt-BR;Alpha;K7M2QX4P\r\n\
    Ben Okoro;Nigeria;;;en;beta;\r\n\
    Cleo Roy;ICRC;organization;;fr;;\r\n";

struct Secretariat(Participant);

impl Secretariat {
    async fn of(server: &TestServer) -> Self {
        Self(server.seat("alpha", Role::Organiser).await)
    }

    fn path(rest: &str) -> String {
        format!("/api/meetings/{MEETING}/{rest}")
    }

    async fn import(&self, query: &str, csv: impl Into<Vec<u8>>) -> Answer {
        let path = Self::path(&format!("people/import{query}"));
        let request = self.0.request(Method::POST, &path).header("content-type", "text/csv");
        ask(request.body(csv.into())).await
    }

    async fn ask(&self, command: Value) -> Answer {
        command_by(&self.0, command).await
    }

    async fn order(&self, command: Value) {
        let answer = self.ask(command.clone()).await;
        assert_eq!(answer.status, 200, "{command}: {answer:?}");
    }

    async fn list(&self) -> Value {
        let answer = ask(self.0.request(Method::GET, &Self::path("people"))).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.body
    }

    async fn person(&self, name: &str) -> Value {
        let list = self.list().await;
        let found = list["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["name"] == name);
        found.unwrap_or_else(|| panic!("{name} is not on {list}")).clone()
    }

    /// Somebody of the list, who joins with their own code.
    async fn guest(&self, name: &str) -> Participant {
        let code = self.person(name).await["code"].clone();
        self.0.door.join_as(&json!({ "code": code })).await
    }
}

async fn command_by(who: &Participant, command: Value) -> Answer {
    ask(who
        .request(Method::POST, &Secretariat::path("people/commands"))
        .json(&with_id(command)))
    .await
}

async fn day(who: &Participant) -> Answer {
    ask(who.request(Method::GET, &Secretariat::path("day"))).await
}

#[test]
fn a_file_is_weighed_first_then_taken_over_and_comes_back_as_it_was() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let weighed = desk.import("?dry_run=true", FILE).await;
        assert_eq!((weighed.status, &weighed.body["new"]), (200, &json!(3)));
        assert_eq!(desk.list().await["people"], json!([]), "it was only weighed");
        assert_eq!(desk.import("", FILE).await.body["new"], 3);
        assert_eq!(desk.import("", FILE).await.body["unchanged"], 3);
        let ana = desk.person("Ana Lima").await;
        assert_eq!(ana["code"], "K7M2 QX4P");
        assert_eq!(
            (&ana["region"], &ana["class"]),
            (&json!("Latin American and Caribbean"), &json!("state"))
        );
        assert_eq!(ana["groups"], json!({ "": "alpha" }));
        let file = ask(desk.0.request(Method::GET, &Secretariat::path("people.csv"))).await;
        let again = desk.import("?dry_run=true", file.body.as_str().unwrap()).await;
        assert_eq!(again.body["unchanged"], 3, "{again:?}");
        let server = server.restart().await;
        let desk = Secretariat(desk.0.at(&server));
        assert_eq!(desk.person("Ana Lima").await, ana);
    });
}

#[test]
fn a_file_that_was_weighed_against_another_list_is_not_taken_over() {
    run(async {
        let server = TestServer::start().await;
        let secretariat = Secretariat::of(&server).await;
        let seen = secretariat.import("?dry_run=true", FILE).await.body["seen"].clone();
        secretariat.order(json!({ "do": "add", "name": "Somebody else" })).await;
        let refused = secretariat.import(&format!("?seen={seen}"), FILE).await;
        assert_eq!(
            (refused.status, &refused.body["code"]),
            (409, &json!("participants-changed")),
            "{refused:?}"
        );
        assert_eq!(secretariat.list().await["people"].as_array().unwrap().len(), 1);
        let seen = secretariat.import("?dry_run=true", FILE).await.body["seen"].clone();
        assert_eq!(secretariat.import(&format!("?seen={seen}"), FILE).await.status, 200);
    });
}

#[test]
fn with_a_fault_nothing_of_a_file_is_taken_over() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let chair_code = server.code("alpha", Role::Participant);
        let csv = format!("name,rank,room,code\nAna,,Alpha,\nBen,king,,\nCleo,,Gamma,\nDina,,alpha|beta,\nEli,,,{chair_code}\n");
        let refused = desk.import("", csv.as_str()).await;
        assert_eq!((refused.status, refused.code()), (422, "import-invalid"), "{refused:?}");
        let faults = refused.body["faults"].as_array().unwrap();
        let places: Vec<_> = faults
            .iter()
            .map(|fault| (fault["row"].as_u64().unwrap(), fault["field"].as_str().unwrap()))
            .collect();
        assert_eq!(places, [(3, "rank"), (4, "room"), (5, "room"), (6, "code")]);
        let weighed = desk.import("?dry_run=true", csv.as_str()).await;
        assert_eq!((weighed.status, &weighed.body["faulty"]), (200, &json!(4)));
        assert_eq!(desk.list().await["people"], json!([]));
        for (bytes, code) in [
            (&b"name\nZo\xeb\n"[..], "csv-encoding"),
            (b"PK\x03\x04", "csv-workbook"),
            (b"who\nAna\n", "csv-columns"),
            (b"", "csv-empty"),
        ] {
            let refused = desk.import("", bytes).await;
            assert_eq!((refused.status, refused.code()), (400, code));
        }
        let large = vec![b'a'; 13 * 1_024 * 1_024];
        let refused = desk.import("", large).await;
        assert_eq!((refused.status, refused.code()), (413, "too-large"));
    });
}

#[test]
fn a_disk_that_fails_leaves_the_list_as_it_was_and_the_same_request_does_it_once() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        server.kept.journal.fail_next_append(Moment::BeforeWriting);
        let query = "?id=00000000-0000-4000-8000-000000000001";
        assert_eq!(desk.import(query, FILE).await.status, 503);
        assert_eq!(desk.list().await["people"], json!([]));
        assert_eq!(desk.import(query, FILE).await.status, 200);
        let people = desk.list().await["people"].clone();
        assert_eq!(desk.import(query, FILE).await.status, 200);
        assert_eq!(desk.list().await["people"], people);
    });
}

#[test]
fn a_personal_code_opens_the_rooms_of_its_person_and_no_others() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let asked = ask(server.request(Method::GET, "/api/join/k7m2-qx4p")).await.body;
        assert_eq!(
            (&asked["personal"], &asked["room"]["id"], &asked["role"]),
            (&json!(true), &json!("alpha"), &json!("participant"))
        );
        let ana = desk.guest("Ana Lima").await;
        assert_eq!((ana.room.as_str(), ana.seat.len()), ("alpha", 16));
        let you = ana.look().await["you"].clone();
        assert_eq!(
            (&you["name"], &you["delegation"], &you["rank"]),
            (&json!("Ana Lima"), &json!("Brazil"), &json!("minister"))
        );
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        let other = ask(ana.request(Method::GET, &ana.in_room("beta").path(""))).await;
        assert_eq!((other.status, other.code()), (404, "not-found"));
        let refused = Socket::try_open(&ana.in_room("beta").to("/live")).await.err().unwrap();
        assert_eq!(refused.0, 404);
        let meeting = ask(ana.request(Method::GET, &format!("/api/meetings/{MEETING}"))).await.body;
        assert_eq!(meeting["order"], json!(["alpha"]));
        assert!(meeting.get("links").is_none());
        let cleo = desk.guest("Cleo Roy").await;
        assert_eq!(cleo.room, "", "she is in no group yet");
        let own = day(&cleo).await.body;
        assert_eq!(
            (&own["you"]["name"], &own["sessions"][0]["groups"]),
            (&json!("Cleo Roy"), &json!(true))
        );
        assert!(own["sessions"][0].get("room").is_none());
        let again = desk.guest("Ana Lima").await;
        assert_eq!(again.seat, ana.seat, "the same person has the same seat");
    });
}

#[test]
fn nobody_but_the_organiser_sees_the_list_or_a_code() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let mut others = vec![desk.guest("Ana Lima").await];
        for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen] {
            others.push(server.seat("alpha", role).await);
        }
        for other in others {
            for path in ["people", "people.csv"] {
                let answer = ask(other.request(Method::GET, &Secretariat::path(path))).await;
                assert_eq!((answer.status, answer.code()), (404, "not-found"));
            }
            let import = ask(other.request(Method::POST, &Secretariat::path("people/import")).body(FILE)).await;
            assert_eq!(import.status, 404);
            let refused = command_by(&other, json!({ "do": "doors", "open": false })).await;
            assert!(matches!(refused.status, 403 | 404), "{refused:?}");
            for path in [
                format!("/api/meetings/{MEETING}"),
                format!("/api/meetings/{MEETING}/rooms/alpha"),
            ] {
                let seen = ask(other.request(Method::GET, &path)).await.body.to_string();
                assert!(!seen.contains("K7M2"), "{seen}");
            }
        }
    });
}

#[test]
fn whoever_is_moved_leaves_the_old_room_at_once_and_is_let_into_the_new_one() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let (ana, ben) = (desk.guest("Ana Lima").await, desk.guest("Ben Okoro").await);
        let stranger = server.participant("A stranger").await;
        let (mut live, mut notes) = (ana.socket("/live").await, ana.socket("/notes").await);
        let (mut beside, mut other) = (stranger.live().await, ben.live().await);
        let since = Instant::now();
        desk.order(json!({ "do": "move", "people": [ana.seat], "session": "", "room": "beta" }))
            .await;
        assert_eq!((live.closed().await, notes.closed().await), (NOT_HERE, NOT_HERE));
        assert!(since.elapsed() < AT_ONCE, "{:?}", since.elapsed());
        assert_eq!(ask(ana.request(Method::GET, &ana.path(""))).await.status, 404);
        assert_eq!(day(&ana).await.body["sessions"][0]["room"]["id"], "beta");
        let moved = ana.in_room("beta");
        assert_eq!(moved.live().await.view["room"]["title"], "Beta");
        beside.ping().await;
        other.ping().await;
        let server = server.restart().await;
        assert_eq!(moved.at(&server).look().await["you"]["name"], "Ana Lima");
        assert_eq!(ask(ana.at(&server).request(Method::GET, &ana.path(""))).await.status, 404);
    });
}

#[test]
fn whoever_is_taken_off_or_has_another_code_is_out_at_once() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let (ana, ben) = (desk.guest("Ana Lima").await, desk.guest("Ben Okoro").await);
        for (person, command) in [
            (&ana, json!({ "do": "code", "person": ana.seat })),
            (&ben, json!({ "do": "remove", "people": [ben.seat] })),
        ] {
            let mut socket = person.socket("/live").await;
            let since = Instant::now();
            desk.order(command).await;
            assert_eq!(socket.closed().await, NOT_HERE);
            assert!(since.elapsed() < AT_ONCE);
            for path in [person.path(""), Secretariat::path("day"), format!("/api/meetings/{MEETING}")] {
                let answer = ask(person.request(Method::GET, &path)).await;
                assert_eq!((answer.status, answer.code()), (401, "token-expired"), "{path}");
            }
        }
        let old = server.try_join(&json!({ "code": "K7M2QX4P" })).await;
        assert_eq!((old.status, old.code()), (404, "unknown-code"));
        let new = desk.guest("Ana Lima").await;
        assert_eq!(
            (new.seat.as_str(), &new.look().await["you"]["name"]),
            (ana.seat.as_str(), &json!("Ana Lima"))
        );
        let server = server.restart().await;
        assert_eq!(ask(ana.at(&server).request(Method::GET, &ana.path(""))).await.status, 401);
        assert_eq!(new.at(&server).look().await["you"]["name"], "Ana Lima");
    });
}

#[test]
fn a_person_shown_out_by_the_chair_stays_out() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let (ana, chair) = (desk.guest("Ana Lima").await, server.chair().await);
        let mut socket = ana.socket("/live").await;
        let ended = ask(chair.request(Method::DELETE, &chair.path(&format!("/seats/{}", ana.seat)))).await;
        assert_eq!((ended.status, socket.closed().await), (204, NOT_HERE));
        assert_eq!(day(&ana).await.status, 401);
        let again = server.try_join(&json!({ "code": "K7M2QX4P" })).await;
        assert_eq!((again.status, again.code()), (403, "seat-ended"));
    });
}

#[test]
fn people_choose_as_long_as_there_are_places_whatever_races() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let rows: String = (0..30).map(|number| format!("Person {number}\n")).collect();
        desk.import("", format!("name\n{rows}")).await;
        let closed = command_by(
            &desk.guest("Person 0").await,
            json!({ "do": "choose", "session": "", "room": "alpha" }),
        )
        .await;
        assert_eq!((closed.status, closed.code()), (409, "choice-closed"));
        desk.order(json!({ "do": "cap", "room": "alpha", "cap": 10 })).await;
        desk.order(json!({ "do": "open-choice", "session": "" })).await;
        let mut guests = Vec::new();
        for number in 0..30 {
            guests.push(desk.guest(&format!("Person {number}")).await);
        }
        let asking = guests
            .iter()
            .map(|guest| command_by(guest, json!({ "do": "choose", "session": "", "room": "alpha" })));
        let answers = futures_util::future::join_all(asking).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 10);
        assert!(
            answers
                .iter()
                .all(|answer| answer.status == 200 || answer.code() == "group-full"),
            "{answers:?}"
        );
        assert_eq!(desk.list().await["sessions"][0]["rooms"][0]["make"]["people"], 10);
        let full = day(&guests[0]).await.body["sessions"][0]["choice"].clone();
        assert_eq!((&full[0]["free"], full[1].get("free")), (&json!(0), None));
    });
}

#[test]
fn the_rule_is_shown_first_and_then_does_what_was_shown() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        let rows: String = ["Brazil", "Chad", "Kenya", "France", "Japan", "Fiji", "Peru"]
            .iter()
            .enumerate()
            .map(|(number, state)| format!("Person {number},{state}\n"))
            .collect();
        desk.import("", format!("name,delegation\n{rows}")).await;
        let path = Secretariat::path("people/commands?dry_run=true");
        let spread = with_id(json!({ "do": "spread", "session": "" }));
        let preview = ask(desk.0.request(Method::POST, &path).json(&spread)).await.body;
        assert_eq!((&preview["placed"], &preview["left"]), (&json!(7), &json!(0)));
        assert_eq!(desk.list().await["sessions"][0]["rooms"][0]["make"]["people"], 0);
        desk.order(spread).await;
        let session = desk.list().await["sessions"][0].clone();
        assert_eq!(
            session["differences"],
            json!({ "size": 1, "class": 1, "region": 1, "delegation": 1 })
        );
        assert_eq!(session["rooms"][0]["make"], preview["rooms"][0]);
    });
}

#[test]
fn where_joining_is_closed_only_those_on_the_list_come_in_and_who_is_in_stays() {
    run(async {
        let server = TestServer::start().await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let inside = server.participant("Early").await;
        desk.order(json!({ "do": "doors", "room": "alpha", "open": false })).await;
        let code = server.code("alpha", Role::Participant);
        let refused = server.try_join(&json!({ "code": code, "name": "Late" })).await;
        assert_eq!((refused.status, refused.code()), (403, "joining-closed"));
        let shown = ask(server.request(Method::GET, &format!("/api/join/{code}"))).await;
        assert_eq!((shown.status, shown.code()), (403, "joining-closed"));
        let known = ask(inside.request(Method::GET, &format!("/api/join/{code}"))).await;
        assert_eq!((known.status, known.body["you"]["name"].as_str()), (200, Some("Early")));
        inside.look().await;
        desk.guest("Ana Lima").await.look().await;
        server.seat("alpha", Role::Chair).await;
        server.seat("beta", Role::Participant).await;
        let server = server.restart().await;
        assert_eq!(
            server.try_join(&json!({ "code": code, "name": "Late" })).await.code(),
            "joining-closed"
        );
        let desk = Secretariat(desk.0.at(&server));
        desk.order(json!({ "do": "doors", "room": "alpha", "open": true })).await;
        server.join(&code, "Late").await;
    });
}

#[test]
fn codes_are_unique_over_all_meetings_of_the_server() {
    run(async {
        let other = MEETING_FILE.replace("id = \"tests\"", "id = \"others\"");
        let server = TestServer::start_meeting(&other).await;
        let server = server.restart_with(MEETING_FILE).await;
        let desk = Secretariat::of(&server).await;
        desk.import("", FILE).await;
        let code = server.hub.registry.code("others", None, Role::Organiser).unwrap();
        let there = server.join(&code, "").await;
        let add = with_id(json!({ "do": "add", "name": "Zoe", "code": "k7m2 qx4p" }));
        let refused = ask(there.request(Method::POST, "/api/meetings/others/people/commands").json(&add)).await;
        assert_eq!((refused.status, refused.code()), (409, "code-taken"));
        let participant = server.code("alpha", Role::Participant);
        let refused = desk.ask(json!({ "do": "add", "name": "Zoe", "code": participant })).await;
        assert_eq!((refused.status, refused.code()), (409, "code-taken"));
    });
}

#[test]
fn guessing_personal_codes_is_counted_like_guessing_those_of_rooms() {
    run(async {
        let server = TestServer::start().await;
        Secretariat::of(&server).await.import("", FILE).await;
        let mut refused = 0;
        for number in 0..320 {
            let answer = server.try_join(&json!({ "code": format!("ZZZZ{number:04}") })).await;
            refused += usize::from(answer.code() == "too-many-tries");
        }
        assert!(refused > 0);
        let right = server.try_join(&json!({ "code": "K7M2QX4P" })).await;
        assert_eq!(right.code(), "too-many-tries", "or the bound would tell the right one");
    });
}
