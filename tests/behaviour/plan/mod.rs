//! The plan of a meeting, changed while the day runs: by its organisers alone, part by part, and nothing that people did is lost.

mod extended;
mod meetings;
mod restarts;

use crate::support::door::{Answer, Door, MEETING, Participant, ask, with_id};
use crate::support::run;
use crate::support::server::TestServer;
use reqwest::Method;
use roundtable::meeting;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// The path of something of the plan.
fn path(rest: &str) -> String {
    format!("/api/meetings/{MEETING}/plan{rest}")
}

/// The plan as an organiser sees it.
async fn seen(organiser: &Participant) -> Value {
    let answer = ask(organiser.request(Method::GET, &path(""))).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

async fn change(organiser: &Participant, command: Value) -> Answer {
    ask(organiser.request(Method::POST, &path("/commands")).json(&with_id(command))).await
}

/// A change that has to be done.
async fn changed(organiser: &Participant, command: Value) -> Value {
    let answer = change(organiser, command).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

async fn organiser(server: &TestServer) -> Participant {
    server.seat("alpha", Role::Organiser).await
}

fn new_room(id: &str) -> Value {
    json!({ "id": id, "title": "Gamma", "writers": "everyone", "speaking_limit_s": 60, "list": "open", "questions": ["Why?"] })
}

#[test]
fn a_room_is_added_while_the_day_runs_and_people_join_it_at_once() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let session = json!({ "id": "groups", "date": "2024-05-10", "starts": "15:00", "ends": "17:00", "title": "Groups", "kind": "breakout" });
        let warned = changed(&organiser, json!({ "do": "put-session", "session": session })).await;
        assert_eq!(warned["warnings"][0]["code"], "no-rooms");
        changed(
            &organiser,
            json!({ "do": "put-room", "room": new_room("gamma"), "session": "groups" }),
        )
        .await;
        let joined = server.participant_of("gamma").await;
        let view = joined.look().await;
        assert_eq!(view["view"]["room"]["title"], "Gamma", "{view}");
        assert_eq!(view["view"]["room"]["session"], "Groups", "{view}");
        let plan = seen(&organiser).await;
        assert_eq!(plan["plan"]["programme"][0]["rooms"], json!(["gamma"]));
        assert_eq!(
            plan["rooms_now"]["gamma"],
            json!({ "people": 0, "entered": true, "closed": false, "attribution": "on-the-record" })
        );
    });
}

impl TestServer {
    async fn participant_of(&self, room: &str) -> Participant {
        self.seat(room, Role::Participant).await
    }
}

#[test]
fn who_is_in_a_room_sees_what_is_changed_in_its_plan() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let participant = server.participant("Ana").await;
        let mut live = participant.live().await;
        let room = seen(&organiser).await["plan"]["rooms"][0].clone();
        let mut wanted = room.clone();
        wanted["theme"] = json!("Another theme");
        changed(&organiser, json!({ "do": "put-room", "seen": room, "room": wanted })).await;
        live.wait_until(|live| live.closed.is_some()).await;
        assert_eq!(participant.live().await.view["room"]["theme"], "Another theme");
    });
}

#[test]
fn a_poll_prepared_while_a_room_is_open_waits_there_as_a_draft_once_also_after_a_restart() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let chair = server.chair().await;
        server.participant("Ana").await;
        let room = seen(&organiser).await["plan"]["rooms"][0].clone();
        let mut wanted = room.clone();
        let poll = json!({ "question": "Who reports?", "kind": "yes-no" });
        wanted["polls"].as_array_mut().unwrap().push(poll);
        wanted["speakers"] = json!([{ "delegation": "Fiji" }]);
        changed(&organiser, json!({ "do": "put-room", "seen": room, "room": wanted })).await;
        let drafts = |view: &Value| {
            let polls = view["polls"]["items"].as_object().unwrap().values();
            polls.filter(|poll| poll["question"] == "Who reports?").count()
        };
        let mut live = chair.live().await;
        assert_eq!(
            (drafts(&live.view), live.view["floor"]["order"].as_array().unwrap().len()),
            (1, 1)
        );
        let id = live.view["polls"]["order"].as_array().unwrap().last().unwrap().clone();
        live.order(json!({ "tool": "polls", "do": "open", "poll": id })).await;
        let server = server.restart().await;
        let view = chair.at(&server).look().await["view"].clone();
        assert_eq!(
            (drafts(&view), &view["polls"]["items"][id.as_str().unwrap()]["state"]),
            (1, &json!("open"))
        );
    });
}

#[test]
fn of_two_organisers_who_change_the_same_room_the_second_is_told_and_sees_both() {
    run(async {
        let server = TestServer::start().await;
        let (first, second) = (organiser(&server).await, organiser(&server).await);
        let room = seen(&first).await["plan"]["rooms"][0].clone();
        let with = |theme: &str| {
            let mut wanted = room.clone();
            wanted["theme"] = json!(theme);
            json!({ "do": "put-room", "seen": room, "room": wanted })
        };
        let (one, other) = tokio::join!(change(&first, with("one")), change(&second, with("other")));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let refused = if one.status == 409 { &one } else { &other };
        assert_eq!(refused.code(), "changed-meanwhile");
        let kept = seen(&second).await["plan"]["rooms"][0]["theme"].clone();
        assert_eq!(kept == "one", one.status == 200);
    });
}

#[test]
fn what_breaks_a_rule_is_refused_with_every_field_that_does() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let mut wrong = new_room("gamma");
        wrong["title"] = json!("");
        wrong["speaking_limit_s"] = json!(1);
        let refused = change(&organiser, json!({ "do": "put-room", "room": wrong })).await;
        assert_eq!((refused.status, refused.code()), (422, "plan-invalid"));
        let faults = refused.body["faults"].as_array().unwrap();
        let fields: Vec<&str> = faults.iter().map(|fault| fault["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["title", "speaking_limit_s"]);
        assert_eq!(
            (&faults[0]["code"], &faults[0]["args"]["name"]),
            (&json!("missing"), &json!("title"))
        );
        let bounds = json!({ "written": "1", "min": 10, "max": 3600 });
        assert_eq!((&faults[1]["code"], &faults[1]["args"]), (&json!("out-of-bounds"), &bounds));
        let backwards =
            json!({ "id": "s", "date": "2024-05-10", "starts": "15:00", "ends": "14:00", "title": "S", "kind": "panel" });
        let refused = change(&organiser, json!({ "do": "put-session", "session": backwards })).await;
        assert_eq!(refused.body["faults"][0]["field"], "ends");
        assert_eq!(change(&organiser, json!({ "do": "put-everything" })).await.status, 400);
        assert_eq!(seen(&organiser).await["plan"]["rooms"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_room_with_people_in_it_goes_only_when_it_is_closed_and_comes_back_with_everything() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let participant = server.participant("Ana").await;
        let mut live = participant.live().await;
        participant
            .order(json!({ "tool": "board", "do": "add", "kind": "gap", "text": "Nobody knows whom to ask" }))
            .await;
        let room = seen(&organiser).await["plan"]["rooms"][0].clone();
        let remove = |with_contents: bool| json!({ "do": "remove-room", "seen": room, "with_contents": with_contents });
        for with_contents in [false, true] {
            let refused = change(&organiser, remove(with_contents)).await;
            assert_eq!((refused.status, refused.code()), (409, "room-in-use"));
            assert!(refused.body["message"].as_str().unwrap().contains("Close the room first"));
        }
        organiser.order(json!({ "tool": "room", "do": "close" })).await;
        assert_eq!(change(&organiser, remove(false)).await.code(), "room-in-use");
        changed(&organiser, remove(true)).await;
        live.wait_until(|live| live.closed.is_some()).await;
        assert_eq!(ask(participant.request(Method::GET, &participant.path(""))).await.status, 404);
        let code = server.code("alpha", Role::Participant);
        assert_eq!(
            server.try_join(&json!({ "code": code, "name": "Late" })).await.code(),
            "unknown-code"
        );
        assert!(server.kept.outcomes().join(MEETING).join("alpha").is_dir());
        let plan = seen(&organiser).await;
        assert_eq!(plan["removed"][0], room);
        changed(&organiser, json!({ "do": "put-room", "room": plan["removed"][0] })).await;
        let view = participant.look().await;
        assert_eq!(
            view["view"]["board"]["cards"]["c1"]["text"], "Nobody knows whom to ask",
            "{view}"
        );
        assert_eq!(seen(&organiser).await["removed"], json!([]));
    });
}

#[test]
fn the_plan_is_the_organisers_alone_and_for_others_not_there() {
    run(async {
        let server = TestServer::start().await;
        let command = json!({ "do": "put-room", "room": new_room("gamma") });
        for role in [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen] {
            let other = server.seat("alpha", role).await;
            for rest in ["", ".toml"] {
                assert_eq!(ask(other.request(Method::GET, &path(rest))).await.status, 404, "{role:?}");
            }
            assert_eq!(change(&other, command.clone()).await.status, 404, "{role:?}");
        }
    });
}

#[test]
fn a_change_that_the_disk_did_not_take_is_not_made_and_can_be_sent_again() {
    use crate::support::faulty_journal::Moment;
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        let command = with_id(json!({ "do": "put-room", "room": new_room("gamma") }));
        for moment in [Moment::BeforeWriting, Moment::AfterWriting] {
            server.kept.journal.fail_next_append(moment);
            let send = || ask(organiser.request(Method::POST, &path("/commands")).json(&command));
            assert_eq!(send().await.status, 503);
            assert_eq!(
                seen(&organiser).await["plan"]["rooms"].as_array().unwrap().len(),
                2,
                "{moment:?}"
            );
            if moment == Moment::AfterWriting {
                assert_eq!(send().await.status, 200);
            }
        }
        assert_eq!(seen(&organiser).await["plan"]["rooms"].as_array().unwrap().len(), 3);
    });
}

#[test]
fn an_exported_plan_is_a_meeting_file_that_says_the_same() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        changed(&organiser, json!({ "do": "put-room", "room": new_room("gamma") })).await;
        let answer = ask(organiser.request(Method::GET, &path(".toml"))).await;
        let file = answer.body.as_str().unwrap().to_owned();
        let read = meeting::parse(&file).unwrap();
        assert_eq!(read, *server.hub.registry.meeting(MEETING).unwrap());
        assert_eq!(read.rooms[2].questions, ["Why?"]);
    });
}
