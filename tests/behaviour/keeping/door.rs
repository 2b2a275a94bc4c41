//! What is promised, to whom, and by whom.

use super::*;
use crate::support::run;

#[test]
fn the_date_is_told_at_the_door_and_to_everybody_with_a_seat() {
    run(async {
        let server = TestServer::start().await;
        let (organiser, code) = (organiser(&server).await, server.code("alpha", Role::Participant));
        assert_eq!(invitation(&server, &code).await.body.get("keeping"), None);
        ordered(&organiser, until("2024-06-01")).await;
        let promise = json!({ "until": "2024-06-01", "by": "The secretariat, data@example.org" });
        assert_eq!(invitation(&server, &code).await.body["keeping"], promise);
        let ana = server.participant("Ana").await;
        let seen = told(&ana).await;
        assert_eq!(
            (&seen["promise"], &seen["state"], seen.get("organiser")),
            (&promise, &json!("kept"), None)
        );
        let meeting = ask(ana.request(Method::GET, &format!("/api/meetings/{MEETING}"))).await.body;
        assert_eq!(meeting["keeping"], promise);
        let server = server.restart().await;
        assert_eq!(invitation(&server, &code).await.body["keeping"], promise);
    });
}

#[test]
fn once_people_have_come_in_the_date_is_made_earlier_only() {
    run(async {
        let server = TestServer::start().await;
        let organiser = organiser(&server).await;
        ordered(&organiser, until("2024-06-01")).await;
        ordered(&organiser, until("2024-06-30")).await;
        server.participant("Ana").await;
        let refused = asked(&organiser, until("2024-07-01")).await;
        assert_eq!((refused.status, refused.code()), (422, "out-of-bounds"), "{}", refused.body);
        let refused = asked(&organiser, json!({ "do": "unset" })).await;
        assert_eq!((refused.status, refused.code()), (422, "out-of-bounds"));
        ordered(&organiser, until("2024-06-02")).await;
        assert_eq!(told(&organiser).await["promise"]["until"], "2024-06-02");
    });
}

#[test]
fn what_is_wrong_gets_a_sentence_and_whoever_is_no_organiser_finds_nothing_to_ask() {
    run(async {
        let server = TestServer::start().await;
        let (organiser, chair) = (organiser(&server).await, server.chair().await);
        for (command, status, code) in [
            (until("2024-05-09"), 422, "out-of-bounds"),
            (until("1 June"), 422, "out-of-bounds"),
            (json!({ "do": "set", "until": "2024-06-01", "by": " " }), 422, "text-invalid"),
            (json!({ "do": "set", "until": "2024-06-01" }), 400, "bad-request"),
            (json!({ "do": "begin" }), 400, "bad-request"),
            (json!({ "do": "finish", "rooms": 1 }), 400, "bad-request"),
            (json!({ "do": "delete-now", "confirm": "yes" }), 422, "text-invalid"),
            (json!({ "do": "delete-now", "confirm": MEETING }), 409, "room-open"),
        ] {
            let refused = asked(&organiser, command.clone()).await;
            assert_eq!(
                (refused.status, refused.code()),
                (status, code),
                "{command}: {}",
                refused.body
            );
        }
        assert_eq!(told(&organiser).await["state"], "kept");
        for command in [until("2024-06-01"), json!({ "do": "nothing" })] {
            assert_eq!(asked(&chair, command).await.status, 404);
        }
    });
}
