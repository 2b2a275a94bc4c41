//! Should an update ever slip past the guard that the engine of the notes can't bear: one room falls and is opened again without it, as
//! often as it comes, and the others do not notice.

use crate::extent::extent;
use crate::support::author::Author;
use crate::support::run;
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::json;
use std::time::Duration;
use tokio::time::Instant;

#[test]
fn an_update_that_makes_a_room_panic_ends_that_room_alone_and_it_comes_back_without_it() {
    run(async {
        let server = TestServer::start().await;
        let (ana, ben) = (server.participant("Ana").await, server.participant("Ben").await);
        let beta = server.seat("beta", Role::Chair).await;
        let (mut onlooker, mut elsewhere) = (beta.live().await, Author::live(&beta, 9).await);
        let epoch = onlooker.epoch.clone();
        let mut slowest = Duration::ZERO;
        let rounds = extent(4, 30);
        for round in 0..rounds {
            let mut victim = Author::live(&ben, 1_000 + round).await;
            victim.write(&format!("kept {round};")).await;
            victim.wait_for_answers().await;
            server.kept.journal.panic_over("poison");
            let mut attacker = Author::live(&ana, 2_000 + round).await;
            attacker.write("poison").await;
            let begun = Instant::now();
            onlooker
                .order(json!({ "tool": "floor", "do": "limit", "seconds": 30 + round }))
                .await;
            elsewhere.write("undisturbed;").await;
            elsewhere.wait_for_answers().await;
            slowest = slowest.max(begun.elapsed());
            for author in [&mut attacker, &mut victim] {
                author.wait_until(|author| author.closed.is_some()).await;
                assert_eq!(author.closed, Some(4000));
            }
            // It is brought again: its author's page keeps what was not saved.
            let mut again = Author::live(&ana, 3_000 + round).await;
            again.write("poison once more").await;
            again.wait_until(|author| author.closed.is_some()).await;
            assert_eq!(attacker.answered, 0, "a poison was acknowledged");
            server.kept.journal.panic_over_nothing();
        }
        let reader = Author::live(&ben, 4_000).await;
        let kept: String = (0..rounds)
            .map(|round| format!("<paragraph>kept {round};</paragraph>"))
            .collect();
        assert_eq!(reader.text(), kept, "all that was acknowledged, and no poison");
        assert_eq!((onlooker.closed, elsewhere.closed), (None, None));
        assert_eq!(beta.live().await.epoch, epoch, "the other room was opened again");
        println!(
            "panics: a room fell {} times, the other answered within {slowest:?}",
            2 * rounds
        );
    });
}
