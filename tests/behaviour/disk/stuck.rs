//! A disk that does not come back while the server is told to stop.

use super::{Scene, limit};
use crate::extent::extent;
use crate::support::child::ChildServer;
use crate::support::door::with_id;
use crate::support::run;
use crate::support::shim::Shim;
use std::time::Duration;
use tokio::time::Instant;

/// Longer than anybody waits for a server to stop.
const STUCK_MICROS: i64 = 40_000_000;
/// A supervisor waits so long before it uses force.
const STOPPED_WITHIN: Duration = Duration::from_secs(10);

#[test]
fn a_server_whose_disk_is_stuck_stops_in_time_all_the_same_and_tells_everybody_to_come_back() {
    if !extent(false, true) {
        println!("left to the long form: it takes as long as a server that stops may take at most");
        return;
    }
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let shim = Shim::over(&data);
        let Scene {
            mut child,
            chair,
            author,
        } = Scene::of(ChildServer::start_behind(&data, &shim)).await;
        let (mut live, mut other) = (chair.live().await, author.live().await);
        shim.syncs_take(STUCK_MICROS);
        live.send(&with_id(limit(77))).await;
        live.ping().await;
        let told = Instant::now();
        let ending = std::thread::spawn(move || (child.terminate(), told.elapsed()));
        assert_eq!(live.wait_for_close().await, 1012);
        assert_eq!(other.wait_for_close().await, 1012);
        let ((exit, log), took) = ending.join().unwrap();
        assert_eq!(exit.code(), Some(0), "{log}");
        assert!(took < STOPPED_WITHIN, "the process was there for {took:?}");
        for live in [&live, &other] {
            assert_eq!(live.view["floor"]["limit_s"], 60, "shown and not on disk");
        }
        let child = ChildServer::start(&data);
        chair.at(&child.door).order(limit(78)).await;
    });
}
