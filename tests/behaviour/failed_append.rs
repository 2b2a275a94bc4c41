//! An append whose outcome is unknown: nobody was told, everybody comes back, and the journal decides what is true.

use crate::support::author::Author;
use crate::support::door::with_id;
use crate::support::faulty_journal::Moment;
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::socket::Came;
use roundtable::journal::{Journal, JournalFault};
use roundtable::room::seat::Role;
use serde_json::json;

#[test]
fn after_an_unknown_outcome_the_journal_says_what_is_true_and_a_retry_works() {
    for moment in [Moment::BeforeWriting, Moment::AfterWriting] {
        run(async move {
            let server = TestServer::start().await;
            let chair = server.chair().await;
            let ana = server.participant("Ana").await;
            let (mut live, mut other) = (chair.live().await, ana.live().await);
            let before = live.seq;
            let command = with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 }));
            server.kept.journal.fail_next_append(moment);
            live.send(&command).await;
            for live in [&mut live, &mut other] {
                assert_eq!(live.wait_for_close().await, 4000);
                let told = live.frames[1..].iter().filter(|frame| frame["type"] != "presence");
                assert_eq!(told.count(), 0, "{:#?}", live.raw);
            }
            let back = ana.live_since(&other).await;
            assert_eq!(back.last()["type"], "welcome", "another run of the room");
            let written = moment == Moment::AfterWriting;
            assert_eq!(back.view["floor"]["limit_s"], if written { 77 } else { 120 });
            assert_eq!(back.seq > before, written);

            let done = chair.live().await.ask(&command).await;
            assert_eq!(done["type"], "done");
            assert_eq!(chair.look().await["view"]["floor"]["limit_s"], 77);
            assert_eq!(chair.look().await["seq"], done["seq"], "the retry was a second change");
        });
    }
}

#[test]
fn a_request_and_a_join_that_met_an_unknown_outcome_say_so_and_can_be_tried_again() {
    run(async {
        let server = TestServer::start().await;
        let ana = server.participant("Ana").await;
        let command = with_id(json!({ "tool": "floor", "do": "request" }));
        server.kept.journal.fail_next_append(Moment::AfterWriting);
        let failed = ana.post(&command).await;
        assert_eq!((failed.status, failed.code()), (503, "storage-fault"));
        assert_eq!(ana.post(&command).await.body["made"], "r1");
        assert_eq!(ana.look().await["view"]["floor"]["order"], json!(["r1"]));

        let body = json!({ "code": server.code("alpha", Role::Participant), "id": uuid::Uuid::from_u128(5) });
        server.kept.journal.fail_next_append(Moment::BeforeWriting);
        let failed = server.try_join(&body).await;
        assert_eq!(failed.status, 503, "{failed:?}");
        assert_eq!(ana.look().await["view"]["people"]["seats_taken"], 1);
        server.join_as(&body).await;
        assert_eq!(ana.look().await["view"]["people"]["seats_taken"], 2);
    });
}

#[test]
fn notes_that_met_an_unknown_outcome_are_brought_again_by_their_author() {
    run(async {
        let server = TestServer::start().await;
        let person = server.participant("Ana").await;
        let mut ana = Author::live(&person, 1).await;
        ana.write("First.").await;
        ana.wait_for_answers().await;
        server.kept.journal.fail_next_append(Moment::BeforeWriting);
        ana.write("Second.").await;
        ana.wait_until(|author| author.closed.is_some()).await;
        assert_eq!((ana.closed, ana.answered), (Some(4000), 1));

        let mut again = Author::open(&person, "/live", ana.doc.clone()).await;
        again.wait_until(|author| author.sent > 0).await;
        again.wait_for_answers().await;
        let reader = Author::live(&person, 2).await;
        assert_eq!(reader.text(), "<paragraph>First.</paragraph><paragraph>Second.</paragraph>");
    });
}

#[test]
fn whoever_connects_while_the_room_fails_is_told_to_come_back() {
    run(async {
        let server = TestServer::start().await;
        let (chair, ana) = (server.chair().await, server.participant("Ana").await);
        let mut live = chair.live().await;
        let mut stall = server.kept.journal.stall_next_append(Moment::BeforeWriting);
        live.send(&with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 })))
            .await;
        stall.reached().await;
        let mut waiting = Vec::new();
        for _ in 0..10 {
            waiting.push(ana.socket("/live").await);
        }
        server.kept.memory.close().await.unwrap();
        stall.release();
        assert_eq!(live.wait_for_close().await, 4000);
        for mut socket in waiting {
            assert_eq!(socket.next().await, Came::Closed(4000));
        }
        server.kept.memory.reopen();
        assert_eq!(ana.live().await.view["floor"]["limit_s"], 120);
    });
}

#[test]
fn a_full_disk_is_said_so_and_nothing_is_changed() {
    run(async {
        let server = TestServer::start().await;
        let chair = server.chair().await;
        let full = JournalFault::Full {
            path: "journal.db".into(),
        };
        server.kept.journal.refuse_next_append(full);
        let command = with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 }));
        let failed = chair.post(&command).await;
        assert_eq!((failed.status, failed.code()), (503, "storage-fault"));
        assert_eq!(chair.look().await["view"]["floor"]["limit_s"], 120);
        assert_eq!(chair.post(&command).await.status, 200);
    });
}

#[test]
fn one_rooms_fault_leaves_the_others_alone() {
    run(async {
        let server = TestServer::start().await;
        let mut beta = server.seat("beta", Role::Chair).await.live().await;
        let chair = server.chair().await;
        let mut alpha = chair.live().await;
        server.kept.journal.fail_next_append(Moment::BeforeWriting);
        alpha
            .send(&with_id(json!({ "tool": "floor", "do": "limit", "seconds": 77 })))
            .await;
        assert_eq!(alpha.wait_for_close().await, 4000);
        beta.order(json!({ "tool": "floor", "do": "limit", "seconds": 78 })).await;
    });
}
