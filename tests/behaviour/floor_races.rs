//! Two who decide in the same instant, and what does not hold up: one clear answer each, and the list is as it was.

use crate::support::door::with_id;
use crate::support::floor::{about, asks_in, first, floor, order, speaking};
use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// Two chairs, and delegates who wait.
struct Race {
    server: TestServer,
    chair: Live,
    cochair: Live,
    delegates: Vec<Live>,
}

impl Race {
    async fn with(names: &[&str]) -> Self {
        let server = TestServer::start().await;
        let (mut chair, mut cochair) = (server.chair().await.live().await, server.chair().await.live().await);
        let mut delegates = Vec::new();
        for name in names {
            let mut live = server.participant(name).await.live().await;
            live.order(floor("request")).await;
            delegates.push(live);
        }
        for live in delegates.iter_mut().chain([&mut chair, &mut cochair]) {
            live.wait_for(|view| order(view).len() == names.len()).await;
        }
        Self {
            server,
            chair,
            cochair,
            delegates,
        }
    }

    /// Both chairs send before either reads; their answers, the first sent first.
    async fn both(&mut self, command: Value) -> [Value; 2] {
        let (one, other) = (with_id(command.clone()), with_id(command));
        self.chair.send(&one).await;
        self.cochair.send(&other).await;
        [
            answer_to(&mut self.chair, &one).await,
            answer_to(&mut self.cochair, &other).await,
        ]
    }
}

async fn answer_to(live: &mut Live, frame: &Value) -> Value {
    let is_answer = |answer: &Value| answer["id"] == frame["id"];
    live.wait_until(|live| live.frames.iter().any(is_answer)).await;
    live.frames.iter().find(|answer| is_answer(answer)).unwrap().clone()
}

/// How many were done, and the code of the other.
fn outcome(answers: &[Value]) -> (usize, Option<&str>) {
    let done = answers.iter().filter(|answer| answer["type"] == "done").count();
    let refused = answers.iter().find(|answer| answer["type"] == "refused");
    (done, refused.and_then(|answer| answer["code"].as_str()))
}

#[test]
fn two_chairs_who_press_next_in_the_same_instant_advance_once() {
    run(async {
        for with_expects in [false, true] {
            let mut race = Race::with(&["Ana", "Ben", "Cem"]).await;
            let mut next = floor("give");
            if with_expects {
                next["expects"] = json!(first(&race.chair.view));
            }
            let answers = race.both(next).await;
            assert_eq!(outcome(&answers), (1, Some("already-speaking")), "{answers:?}");
            race.chair.wait_for(|view| !speaking(view).is_null()).await;
            assert_eq!(order(&race.chair.view), ["r2", "r3"]);
        }
    });
}

#[test]
fn two_chairs_who_end_a_point_of_order_by_next_go_back_to_the_speaker_and_no_further() {
    run(async {
        let mut race = Race::with(&["Ana", "Ben", "Cem"]).await;
        race.chair.order(floor("give")).await;
        race.server.kept.clock.advance(30_000);
        race.delegates[1].order(asks_in("point-of-order")).await;
        race.chair.order(floor("give")).await;
        race.server.kept.clock.advance(30_000);
        let answers = race.both(floor("give")).await;
        assert_eq!(outcome(&answers), (1, Some("already-speaking")), "{answers:?}");
        race.chair.wait_for(|view| view["floor"]["interrupted"].is_null()).await;
        assert_eq!(speaking(&race.chair.view)["name"], "Ana");
    });
}

#[test]
fn a_speech_that_is_named_ends_once() {
    run(async {
        let mut race = Race::with(&["Ana", "Ben"]).await;
        race.chair.order(floor("give")).await;
        let answers = race.both(about("end", "r1")).await;
        assert_eq!(outcome(&answers), (1, Some("nobody-speaking")));
        race.chair.order(floor("give")).await;
        assert_eq!(race.cochair.refused(about("end", "r1")).await, "already-ended");
        race.chair.wait_for(|view| speaking(view)["name"] == "Ben").await;
    });
}

#[test]
fn who_has_left_the_list_does_not_get_the_floor() {
    run(async {
        let mut race = Race::with(&["Ana", "Ben"]).await;
        race.delegates[0].order(floor("withdraw")).await;
        // The chair has not seen it yet and presses what is on the page.
        assert_eq!(race.chair.refused(about("give", "r1")).await, "unknown-request");
        let as_seen = json!({ "tool": "floor", "do": "give", "expects": "r1" });
        assert_eq!(race.cochair.refused(as_seen).await, "list-changed");
        assert_eq!(speaking(&race.chair.view), &Value::Null);
    });
}

#[test]
fn whoever_asks_twice_or_when_it_is_closed_is_told_so() {
    run(async {
        let mut race = Race::with(&["Ana"]).await;
        assert_eq!(race.delegates[0].refused(floor("request")).await, "already-on-list");
        race.chair.order(floor("give")).await;
        assert_eq!(race.delegates[0].refused(floor("request")).await, "already-speaking");
        race.chair.order(floor("close")).await;
        let mut late = race.server.participant("Late").await.live().await;
        assert_eq!(late.refused(floor("request")).await, "list-closed");
    });
}

#[test]
fn a_limit_of_nothing_or_of_a_day_is_out_of_bounds() {
    run(async {
        let mut race = Race::with(&["Ana"]).await;
        race.chair.order(floor("give")).await;
        for seconds in [0, 9, 86_400] {
            for command in [
                json!({ "tool": "floor", "do": "limit", "seconds": seconds }),
                json!({ "tool": "floor", "do": "limit", "seconds": seconds, "scope": "state" }),
                json!({ "tool": "floor", "do": "more", "seconds": seconds }),
                json!({ "tool": "floor", "do": "close", "in_s": if seconds == 9 { 9 } else { seconds } }),
            ] {
                assert_eq!(race.chair.refused(command.clone()).await, "out-of-bounds", "{command}");
            }
        }
        assert_eq!(race.chair.view["floor"]["limit_s"], 120);
    });
}

#[test]
fn a_prepared_list_with_a_bad_row_is_refused_with_its_line_and_field_and_nothing_is_taken() {
    run(async {
        let mut race = Race::with(&["Ana"]).await;
        for (csv, line, field) in [
            ("name,rank\nOne,minister\nTwo,king\n", "Line 3", "rank"),
            ("name,delegation\nOne,France\n\n,\nTwo,FRA\n", "Line 5", "delegation"),
            ("name,colour\nOne,red\n", "Line 1", "colour"),
            ("name,rank\n\n\nOne,king\n", "Line 4", "rank"),
            ("name,lane\r\nOne,list\r\nTwo,answer\r\n", "Line 3", "lane"),
        ] {
            let refused = race
                .chair
                .command(json!({ "tool": "floor", "do": "import", "csv": csv }))
                .await;
            assert_eq!(refused["code"], "import-invalid", "{refused}");
            let message = refused["message"].as_str().unwrap();
            assert!(message.starts_with(line) && message.contains(field), "{csv:?}: {message}");
            assert!(message.ends_with("Nothing was imported."), "{message}");
        }
        race.chair.order(floor("give")).await;
        race.chair.wait_for(|view| !speaking(view).is_null()).await;
        assert_eq!(order(&race.chair.view), Vec::<String>::new());
    });
}

#[test]
fn a_step_is_undone_for_ten_seconds_by_either_chair_and_once() {
    run(async {
        let mut race = Race::with(&["Ana", "Ben"]).await;
        let skip = race.chair.order(about("skip", "r1")).await;
        race.cochair.wait_for_seq(skip["seq"].as_u64().unwrap()).await;
        let step = race.cochair.view["floor"]["desk"]["undo"]["step"].clone();
        let undo = json!({ "tool": "floor", "do": "undo", "step": step });
        race.server.kept.clock.advance(10_000);
        let answers = race.both(undo.clone()).await;
        assert_eq!(outcome(&answers), (1, Some("too-late")));
        race.chair.wait_for(|view| order(view) == ["r1", "r2"]).await;

        let skip = race.chair.order(about("skip", "r1")).await;
        race.chair.wait_for_seq(skip["seq"].as_u64().unwrap()).await;
        let step = race.chair.view["floor"]["desk"]["undo"]["step"].clone();
        race.server.kept.clock.advance(12_001);
        let late = json!({ "tool": "floor", "do": "undo", "step": step });
        assert_eq!(race.chair.refused(late).await, "too-late");
    });
}

#[test]
fn notes_and_allowances_are_on_the_chairs_wire_alone() {
    run(async {
        let mut race = Race::with(&["Ana", "Ben"]).await;
        let seat = race.delegates[0].you["seat"].clone();
        let mut others = Vec::new();
        for role in [Role::Participant, Role::Rapporteur, Role::Screen] {
            others.push(race.server.seat("alpha", role).await.live().await);
        }
        others.append(&mut race.delegates);
        for command in [
            json!({ "tool": "floor", "do": "note", "request": "r1", "note": "Secret-note" }),
            json!({ "tool": "floor", "do": "allowance", "seat": seat, "seconds": 77 }),
            json!({ "tool": "floor", "do": "queue", "name": "Guest", "note": "Secret-too" }),
        ] {
            race.chair.order(command).await;
        }
        let done = race.chair.order(floor("give")).await;
        race.chair.wait_for_seq(done["seq"].as_u64().unwrap()).await;
        let desk = &race.chair.view["floor"]["desk"];
        assert_eq!(desk["notes"], json!({ "r1": "Secret-note", "r3": "Secret-too" }));
        assert_eq!(desk["allowances"], json!({ seat.as_str().unwrap(): 77 }));
        for live in &mut others {
            live.wait_for_seq(done["seq"].as_u64().unwrap()).await;
            for frame in &live.raw {
                for secret in ["Secret", "allowances", "notes\":{\"r", "\"desk\"", "\"undo\""] {
                    assert!(!frame.contains(secret), "{secret} is told: {frame}");
                }
            }
        }
        for role in [Role::Participant, Role::Rapporteur, Role::Screen] {
            let looked = race.server.seat("alpha", role).await.look().await;
            assert!(looked["view"]["floor"].get("desk").is_none(), "{role:?}");
        }
    });
}
