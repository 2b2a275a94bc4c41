//! Everybody in a room sees the same, in the same order, and it is what the server itself shows a newcomer.

use crate::support::live::Live;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::{Value, json};

/// The list of speakers by names.
fn waiting(view: &Value) -> Vec<String> {
    let order = view["floor"]["order"].as_array().unwrap();
    let name = |request: &Value| view["floor"]["requests"][request.as_str().unwrap()]["name"].as_str();
    order.iter().map(|request| name(request).unwrap().to_owned()).collect()
}

/// The positions and patches that somebody was told.
fn changes(live: &Live) -> Vec<&Value> {
    live.frames.iter().filter(|frame| frame["type"] == "change").collect()
}

#[test]
fn the_list_of_speakers_is_the_same_for_everybody() {
    run(async {
        let server = TestServer::start().await;
        let mut people = Vec::new();
        for name in ["Ana", "Ben", "Cem", "Dia"] {
            people.push(server.participant(name).await.live().await);
        }
        let mut chair = server.chair().await.live().await;
        for person in &mut people {
            person.order(json!({ "tool": "floor", "do": "request" })).await;
        }
        assert_eq!(
            people[0].refused(json!({ "tool": "floor", "do": "request" })).await,
            "already-on-list"
        );
        chair
            .wait_for(|view| view["floor"]["order"].as_array().unwrap().len() == 4)
            .await;
        assert_eq!(waiting(&chair.view), ["Ana", "Ben", "Cem", "Dia"]);

        chair
            .order(json!({ "tool": "floor", "do": "move", "request": "r4", "before": "r1" }))
            .await;
        chair.order(json!({ "tool": "floor", "do": "skip", "request": "r2" })).await;
        people[2].order(json!({ "tool": "floor", "do": "withdraw" })).await;
        let given = chair.order(json!({ "tool": "floor", "do": "give" })).await;
        let seq = given["seq"].as_u64().unwrap();
        for person in people.iter_mut().chain([&mut chair]) {
            person.wait_for_seq(seq).await;
            assert_eq!(person.view["floor"]["speaking"]["name"], "Dia");
            assert_eq!(waiting(&person.view), ["Ana"]);
        }
        assert_eq!(changes(&people[0]).last(), changes(&people[1]).last());

        let closed = chair.order(json!({ "tool": "floor", "do": "close" })).await;
        people[1].wait_for_seq(closed["seq"].as_u64().unwrap()).await;
        assert_eq!(
            people[1].refused(json!({ "tool": "floor", "do": "request" })).await,
            "list-closed"
        );
    });
}

#[test]
fn a_race_for_the_floor_ends_in_one_order_for_all() {
    run(async {
        let server = TestServer::start().await;
        let mut people = Vec::new();
        for number in 0..8 {
            people.push(server.participant(&format!("Person {number}")).await.live().await);
        }
        for (number, person) in people.iter_mut().enumerate() {
            let id = uuid::Uuid::from_u128(number as u128);
            person.send(&json!({ "id": id, "tool": "floor", "do": "request" })).await;
        }
        for person in &mut people {
            person
                .wait_for(|view| view["floor"]["order"].as_array().unwrap().len() == 8)
                .await;
        }
        let first = waiting(&people[0].view);
        for person in &people {
            assert_eq!(waiting(&person.view), first);
        }
    });
}

#[test]
fn what_each_role_merged_is_what_a_newcomer_of_that_role_is_shown() {
    run(async {
        let server = TestServer::start().await;
        let roles = [
            Role::Participant,
            Role::Chair,
            Role::Rapporteur,
            Role::Screen,
            Role::Organiser,
        ];
        let mut seats = Vec::new();
        for role in roles {
            let seat = server.seat("alpha", role).await;
            let live = seat.live().await;
            seats.push((seat, live));
        }
        let ana = server.participant("Ana").await;
        ana.order(json!({ "tool": "floor", "do": "request" })).await;
        let chair = server.chair().await;
        for command in [
            json!({ "tool": "floor", "do": "give" }),
            json!({ "tool": "floor", "do": "limit", "seconds": 90 }),
            json!({ "tool": "polls", "do": "draft", "question": "More?", "kind": "multiple", "options": ["a", "b", "c"], "max": 2 }),
            json!({ "tool": "polls", "do": "open", "poll": "p1" }),
            json!({ "tool": "notes", "do": "writers", "writers": "chosen" }),
            json!({ "tool": "notes", "do": "allow", "seat": ana.seat }),
        ] {
            chair.order(command).await;
        }
        ana.order(json!({ "tool": "polls", "do": "cast", "poll": "p1", "choice": ["o2"] }))
            .await;
        chair.order(json!({ "tool": "polls", "do": "close", "poll": "p1" })).await;
        chair.order(json!({ "tool": "polls", "do": "show", "poll": "p1" })).await;
        let last = ana
            .order(json!({ "tool": "seat", "do": "update", "name": "Ana María" }))
            .await;
        for (seat, live) in &mut seats {
            let seen = seat.look().await;
            assert_eq!(seen["seq"], last["seq"]);
            live.wait_for(|view| *view == seen["view"]).await;
            assert_eq!(live.you, seen["you"]);
            assert!(live.seq <= last["seq"].as_u64().unwrap());
        }
    });
}

#[test]
fn the_right_to_write_is_told_to_whom_it_concerns() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (
            server.seat("beta", Role::Participant).await,
            server.seat("beta", Role::Participant).await,
        );
        let (mut ana, mut ben) = (ana.live().await, ben.live().await);
        assert_eq!(ana.you["writes"], false);
        let mut chair = server.seat("beta", Role::Chair).await.live().await;
        assert_eq!(chair.you["writes"], true);
        let seat = ana.you["seat"].clone();
        chair.order(json!({ "tool": "notes", "do": "allow", "seat": seat })).await;
        ana.wait_until(|live| live.you["writes"] == true).await;
        chair.order(json!({ "tool": "notes", "do": "disallow", "seat": seat })).await;
        ana.wait_until(|live| live.you["writes"] == false).await;
        chair
            .order(json!({ "tool": "notes", "do": "writers", "writers": "everyone" }))
            .await;
        ben.wait_until(|live| live.you["writes"] == true).await;
        let told = ben.frames.iter().filter(|frame| frame["type"] == "you").count();
        assert_eq!(told, 1, "what concerned Ana alone was told to Ben: {:#?}", ben.frames);
    });
}
