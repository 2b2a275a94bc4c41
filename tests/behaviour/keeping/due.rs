//! When the day has passed.

use super::*;
use crate::support::author::Author;
use crate::support::run;

/// From noon of 10 May, at which the tests take place, to the midnight of the place after 12 May.
pub(super) const TO_THE_END_MS: i64 = 2 * 86_400_000 + 12 * 3_600_000;

const WITH_PEOPLE: &str = "moderators = [\"Zyxwvutsrname the moderator\"]\npanellists = [\"Zyxwvutsrname the panellist\"]\n\
    [[rooms.speakers]]\nname = \"Zyxwvutsrname the first speaker\"\n";

/// The tests' meeting with people in its plan.
fn file() -> String {
    format!("{}\n{WITH_PEOPLE}", crate::support::server::MEETING_FILE)
}

/// A meeting in which somebody does a little of everything, with a date that has been told; and its organiser.
async fn meeting() -> (TestServer, Participant, Participant) {
    let server = TestServer::start_meeting(&file()).await;
    let organiser = organiser(&server).await;
    ordered(&organiser, until("2024-05-12")).await;
    let code = server.code("alpha", Role::Participant);
    let ana = json!({ "code": code, "name": CANARY, "delegation": "Kenya", "rank": "minister" });
    let ana = server.join_as(&ana).await;
    ana.order(json!({ "tool": "floor", "do": "request" })).await;
    ana.order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "People leave" }))
        .await;
    let mut author = Author::live(&ana, 1).await;
    author.write("We agreed on a budget").await;
    author.wait_for_answers().await;
    (server, organiser, ana)
}

#[test]
fn the_names_go_by_themselves_at_midnight_and_the_outcome_stays() {
    run(async {
        let (server, organiser, ana) = meeting().await;
        server.kept.clock.advance(TO_THE_END_MS - 1);
        server.hub.forget_what_is_due().await;
        assert_eq!(told(&organiser).await["state"], "kept");
        assert!(!streams_with(&server, CANARY).await.is_empty());
        let mut live = ana.live().await;
        server.kept.clock.advance(1);
        server.hub.forget_what_is_due().await;
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
        live.wait_until(|live| live.closed.is_some()).await;
        assert_eq!(ask(ana.request(Method::GET, &ana.path(""))).await.status, 401);
        let seen = told(&organiser).await;
        assert_eq!(
            (&seen["state"], &seen["organiser"]["open_rooms"]),
            (&json!("deleted"), &json!([]))
        );
        let view = organiser.look().await["view"].clone();
        assert_eq!(view["room"]["state"], "closed", "it was open still, and closed first");
        assert_eq!(view["board"]["cards"]["c1"]["text"], "People leave");
        let outcome = ask(organiser.request(Method::GET, &organiser.path("/outcome.json"))).await;
        assert_eq!(outcome.body["status"], "final");
        assert!(outcome.body.to_string().contains("We agreed on a budget"));
        assert!(server.kept.outcomes().join("tests/alpha/revision-1/manifest.sig").exists());
        assert!(!server.kept.outcomes().join("tests/beta").exists(), "nobody was ever in it");
    });
}

#[test]
fn afterwards_nobody_comes_in_any_more_and_the_meeting_file_brings_nobody_back() {
    run(async {
        let (server, organiser, _) = meeting().await;
        let codes = [Role::Participant, Role::Chair].map(|role| server.code("alpha", role));
        server.kept.clock.advance(TO_THE_END_MS);
        server.hub.forget_what_is_due().await;
        let server = server.restart_with(&format!("{}\n", file())).await;
        let organiser = organiser.at(&server);
        for code in codes {
            assert_eq!(invitation(&server, &code).await.status, 404);
        }
        assert_eq!(server.hub.registry.code(MEETING, Some("alpha"), Role::Participant), None);
        organiser.look().await;
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
        let refused = ask(organiser
            .request(Method::POST, &format!("/api/meetings/{MEETING}/schedule"))
            .body("{}"))
        .await;
        assert_eq!((refused.status, refused.code()), (409, "meeting-forgotten"));
        let refused = asked(&organiser, until("2024-06-01")).await;
        assert_eq!((refused.status, refused.code()), (409, "too-late"));
    });
}

#[test]
fn it_is_looked_at_the_start_so_a_day_that_passed_while_the_server_was_away_is_kept_too() {
    run(async {
        let (server, organiser, _) = meeting().await;
        let kept = server.stop().await;
        kept.clock.advance(TO_THE_END_MS);
        let server = TestServer::start_again(kept, std::time::Duration::from_secs(3_600)).await;
        let organiser = organiser.at(&server);
        crate::support::until("the deletion", async || told(&organiser).await["state"] == "deleted").await;
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
    });
}

#[test]
fn nothing_is_deleted_while_an_outcome_is_missing_that_could_not_be_made_again_and_the_organiser_is_told() {
    run(async {
        let (server, organiser, _) = meeting().await;
        let chair = server.chair().await;
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        let sealed = server.kept.outcomes().join("tests/alpha/revision-1/outcome.md");
        std::fs::write(&sealed, "altered").unwrap();
        ordered(&organiser, json!({ "do": "delete-now", "confirm": MEETING })).await;
        crate::support::until("the trouble", async || {
            told(&organiser).await["organiser"]["trouble"].is_string()
        })
        .await;
        let seen = told(&organiser).await;
        assert_eq!(seen["state"], "deleting");
        assert!(seen["organiser"]["trouble"].as_str().unwrap().contains("alpha"), "{seen}");
        assert!(!streams_with(&server, CANARY).await.is_empty());
        std::fs::remove_dir_all(sealed.parent().unwrap()).unwrap();
        server.hub.forget_what_is_due().await;
        let seen = told(&organiser).await;
        assert_eq!((&seen["state"], seen["organiser"].get("trouble")), (&json!("deleted"), None));
        assert_eq!(streams_with(&server, CANARY).await, Vec::<String>::new());
        assert!(sealed.exists(), "it was made again, from the names, before they went");
    });
}

#[test]
fn forgetting_twice_is_forgetting_once() {
    run(async {
        let (server, ..) = meeting().await;
        server.kept.clock.advance(TO_THE_END_MS);
        server.hub.forget_what_is_due().await;
        let before = everything(&server).await;
        server.hub.forget_people(MEETING).await.unwrap();
        let after = everything(&server).await;
        let rooms = |all: &[(String, Vec<Vec<u8>>)]| {
            all.iter()
                .filter(|(stream, _)| stream.contains('/'))
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(rooms(&before), rooms(&after));
    });
}

/// All records by their streams.
async fn everything(server: &TestServer) -> Vec<(String, Vec<Vec<u8>>)> {
    let mut all = Vec::new();
    for (stream, last) in server.kept.memory.streams().await.unwrap() {
        let records = server
            .kept
            .memory
            .read(&stream, 0, usize::try_from(last).unwrap())
            .await
            .unwrap();
        all.push((
            stream.to_string(),
            records.iter().map(|record| record.payload.to_vec()).collect(),
        ));
    }
    all
}
