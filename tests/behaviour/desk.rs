//! The organiser's desk: all rooms in a few lines, and one command for several of them.

use crate::support::child::ChildServer;
use crate::support::door::{Answer, MEETING, Participant, ask, with_id};
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::fmt::Write;
use std::time::Duration;
use tokio::time::Instant;

/// Phones in each room where it is measured how fast an announcement is.
const PHONES: usize = 10;
/// Within which it is on all of them.
const REACHED_MAX: Duration = Duration::from_secs(1);

async fn organiser(server: &TestServer) -> Participant {
    server.seat("alpha", Role::Organiser).await
}

async fn desk(organiser: &Participant) -> Value {
    let Answer { status, body } = ask(organiser.request(Method::GET, &format!("/api/meetings/{MEETING}/desk"))).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn post(organiser: &Participant, command: &Value) -> Answer {
    let request = organiser.request(Method::POST, &format!("/api/meetings/{MEETING}/desk/commands"));
    ask(request.json(command)).await
}

fn announcement(rooms: Value) -> Value {
    with_id(json!({ "rooms": rooms, "tool": "session", "do": "announce", "message": "Ten minutes left" }))
}

fn announced(view: &Value) -> &str {
    view["session"]["announcement"]["message"].as_str().unwrap_or_default()
}

#[test]
fn the_desk_says_of_every_room_how_it_stands_and_opens_none() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let looked = desk(&organiser).await;
        assert_eq!(looked["rooms"]["alpha"]["stands"], "not-begun");
        assert_eq!(
            desk(&organiser).await["rooms"]["alpha"]["stands"],
            "not-begun",
            "looking opened none"
        );

        let chair = server.chair().await;
        let ana = server.participant("Ana").await;
        let mut live = chair.live().await;
        let _phone = ana.live().await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        chair.order(json!({ "tool": "floor", "do": "give" })).await;
        chair
            .order(json!({ "tool": "polls", "do": "draft", "question": "Which way?", "kind": "single", "options": ["a", "b"] }))
            .await;
        live.order(json!({ "tool": "session", "do": "call-for-help", "reason": "It is dark" }))
            .await;
        live.wait_until(|live| live.presence["count"] == 2).await;

        let looked = desk(&organiser).await;
        let room = &looked["rooms"]["alpha"];
        let summary = &room["summary"];
        assert_eq!((&room["stands"], &room["people"]), (&json!("begun"), &json!(2)));
        assert_eq!((&summary["state"], &summary["seats_taken"]), (&json!("open"), &json!(2)));
        assert_eq!(summary["speaking"]["name"], "Ana");
        assert_eq!((&summary["waiting"], &summary["list"]), (&json!(0), &json!("open")));
        assert_eq!(summary["polls"], json!([]), "a draft is no open poll");
        assert_eq!(
            (&summary["session"]["help"]["reason"], &summary["report"]),
            (&json!("It is dark"), &json!("draft"))
        );
        assert_eq!(looked["rooms"]["beta"]["stands"], "not-begun");
    });
}

#[test]
fn what_the_rooms_are_told_is_told_on_the_pages_of_the_meeting_too_to_those_of_the_room() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let (ana, ben) = (server.participant("Ana").await, server.seat("beta", Role::Participant).await);
        let (_here, _there) = (ana.live().await, ben.live().await);
        let course = async |who: &Participant| {
            let Answer { status, body } = ask(who.request(Method::GET, &format!("/api/meetings/{MEETING}/course"))).await;
            assert_eq!(status, 200, "{body}");
            body
        };
        assert_eq!(course(&ana).await["announcement"], Value::Null);
        post(&organiser, &announcement(json!(["alpha"]))).await;
        let count = json!({ "rooms": "all", "tool": "session", "do": "countdown", "seconds": 300, "label": "Coffee" });
        assert_eq!(post(&organiser, &with_id(count)).await.status, 200);
        let told = course(&ana).await;
        assert_eq!(told["announcement"]["message"], "Ten minutes left");
        assert_eq!(told["countdown"]["label"], "Coffee");
        let elsewhere = course(&ben).await;
        assert_eq!(elsewhere["announcement"], Value::Null, "that was for the other room");
        assert_eq!(elsewhere["countdown"]["label"], "Coffee");
        assert_eq!(course(&organiser).await["announcement"]["message"], "Ten minutes left");
    });
}

#[test]
fn an_announcement_for_all_goes_to_the_rooms_that_have_begun_once_and_beside_the_view() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let ana = server.participant("Ana").await;
        let mut phone = ana.live().await;
        let command = announcement(json!("all"));
        let first = post(&organiser, &command).await;
        assert_eq!(first.status, 200, "{first:?}");
        assert_eq!(first.body["rooms"].as_object().unwrap().keys().collect::<Vec<_>>(), ["alpha"]);
        assert_eq!(first.body["rooms"]["alpha"]["type"], "done");
        phone.wait_for(|view| announced(view) == "Ten minutes left").await;
        phone.ping().await;
        let notices = |phone: &Live| phone.frames.iter().filter(|frame| frame["type"] == "notice").count();
        assert_eq!(notices(&phone), 1);
        assert_eq!(post(&organiser, &command).await, first, "a repeat gets the first answer");
        phone.ping().await;
        assert_eq!(
            (notices(&phone), &phone.view["session"]["announcement"]["number"]),
            (1, &json!(1))
        );
    });
}

#[test]
fn one_room_that_refuses_keeps_no_other_from_doing_it() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let (alpha, beta) = (server.chair().await, server.seat("beta", Role::Chair).await);
        alpha.order(json!({ "tool": "room", "do": "close" })).await;
        let rooms = json!(["alpha", "beta"]);
        let closed = post(&organiser, &with_id(json!({ "rooms": rooms, "tool": "room", "do": "close" }))).await;
        let answers = &closed.body["rooms"];
        assert_eq!(
            (&answers["alpha"]["type"], &answers["alpha"]["code"]),
            (&json!("refused"), &json!("room-closed"))
        );
        assert_eq!(answers["beta"]["type"], "done");
        let nowhere = post(&organiser, &announcement(json!(["gamma"]))).await;
        assert_eq!(nowhere.body["rooms"]["gamma"]["code"], "not-found");
        assert_eq!(beta.look().await["view"]["room"]["state"], "closed");

        let again = post(
            &organiser,
            &with_id(json!({ "rooms": "all", "tool": "room", "do": "reopen" })),
        )
        .await;
        assert_eq!(
            (&again.body["rooms"]["alpha"]["type"], &again.body["rooms"]["beta"]["type"]),
            (&json!("done"), &json!("done"))
        );
        let room = alpha.look().await["view"]["room"].clone();
        assert_eq!(
            (&room["state"], &room["revision"]),
            (&json!("open"), &json!(2)),
            "with the same people: {}",
            alpha.seat
        );
    });
}

#[test]
fn what_names_no_room_or_is_no_command_is_refused_whole() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        for rooms in [
            json!([]),
            json!((0..9).map(|number| format!("r{number}")).collect::<Vec<_>>()),
        ] {
            let answer = post(&organiser, &announcement(rooms)).await;
            assert_eq!((answer.status, answer.code()), (422, "out-of-bounds"));
        }
        let some = post(&organiser, &announcement(json!("some"))).await;
        assert_eq!((some.status, some.code()), (400, "bad-request"));
    });
}

#[test]
fn the_chair_hears_that_help_is_coming_and_the_participants_hear_nothing() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let (chair, ana) = (server.chair().await, server.participant("Ana").await);
        let (mut desk, mut phone) = (chair.live().await, ana.live().await);
        desk.order(json!({ "tool": "session", "do": "call-for-help" })).await;
        post(
            &organiser,
            &with_id(json!({ "rooms": ["alpha"], "tool": "session", "do": "answer-help" })),
        )
        .await;
        desk.wait_for(|view| view["session"]["help"]["coming"] == true).await;
        phone.ping().await;
        assert!(!phone.raw.iter().any(|frame| frame.contains("help")), "{:?}", phone.raw);
    });
}

/// A meeting with so many rooms.
fn meeting_of(rooms: usize) -> String {
    let mut file = format!("id = \"{MEETING}\"\ntitle = \"Many rooms\"\ndate = \"2024-05-10\"\ntimezone = \"UTC\"\n");
    for room in 0..rooms {
        write!(file, "\n[[rooms]]\nid = \"room-{room}\"\ntitle = \"Room {room}\"\n").unwrap();
    }
    file
}

/// From the organiser's press until the last phone of all rooms shows it, on the real server with its journal on disk.
fn reaches_all(rooms: usize) {
    run(async move {
        let folder = tempfile::tempdir().unwrap();
        let server = ChildServer::start_meeting(&folder.path().join("data"), &meeting_of(rooms), &["--listen", "127.0.0.1:0"]);
        let links = server.links();
        let organiser = server
            .door
            .join(links["organiser"]["code"].as_str().unwrap(), "Secretariat")
            .await;
        let mut phones = Vec::new();
        for room in links["rooms"].as_array().unwrap() {
            let code = room["participant"]["code"].as_str().unwrap();
            for phone in 0..PHONES {
                let person = server.door.join(code, &format!("Delegate {phone}")).await;
                phones.push(person.live().await);
            }
        }
        let began = Instant::now();
        let waits = phones.into_iter().map(|mut phone| {
            tokio::spawn(async move {
                phone.wait_for(|view| announced(view) == "Ten minutes left").await;
                began.elapsed()
            })
        });
        let waits: Vec<_> = waits.collect();
        let answer = post(&organiser, &announcement(json!("all"))).await;
        let answered = began.elapsed();
        let done = answer.body["rooms"]
            .as_object()
            .unwrap()
            .values()
            .filter(|room| room["type"] == "done")
            .count();
        assert_eq!(done, rooms);
        let mut last = Duration::ZERO;
        for wait in waits {
            last = last.max(wait.await.unwrap());
        }
        println!(
            "announcement to {rooms} rooms of {PHONES} phones: on the last phone after {last:?}, answered after {answered:?}"
        );
        assert!(last < REACHED_MAX, "{last:?}");
    });
}

#[test]
fn an_announcement_is_on_all_phones_of_four_rooms_within_a_second() {
    reaches_all(4);
}

#[test]
fn an_announcement_is_on_all_phones_of_forty_rooms_within_a_second() {
    reaches_all(40);
}
