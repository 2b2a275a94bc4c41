//! A disk that is really full while a room closes: a small file system of its own, where this machine lets the tests make one.

use crate::support::author::Author;
use crate::support::run;
use crate::support::server::TestServer;
use crate::support::small_disk::SmallDisk;
use roundtable::archive;
use serde_json::json;
use std::fs;

/// Twice of what a small outcome takes.
const DISK_BYTES: usize = 2 * 1_024 * 1_024;

#[test]
fn on_a_full_disk_a_close_is_refused_leaves_nothing_half_written_and_works_after_space_is_made() {
    run(async {
        let server = TestServer::start().await;
        let Some(disk) = SmallDisk::mounted_at(&server.kept.outcomes(), DISK_BYTES) else {
            println!("skipped: no file system can be mounted here, so none can be filled");
            return;
        };
        let chair = server.chair().await;
        let mut author = Author::live(&chair, 1).await;
        author.write("To be kept").await;
        author.wait_for_answers().await;
        let room = server.kept.outcomes().join("tests/alpha");
        // Full from the first file on, and full half way.
        for left in [0, 64 * 1_024] {
            disk.fill_but_for(left);
            let refused = chair.ask(json!({ "tool": "room", "do": "close", "settle": true })).await;
            assert_eq!((refused.status, refused.code()), (507, "outcome-not-written"), "{left} left");
            assert!(refused.body["message"].as_str().unwrap().contains("make space"));
            assert_eq!(chair.look().await["view"]["room"]["state"], "open");
            let there = fs::read_dir(&room).map_or(0, Iterator::count);
            assert_eq!(there, 0, "nothing half-written with {left} left");
            author.write("Work goes on").await;
            author.wait_for_answers().await;
            disk.make_space();
        }
        chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await;
        archive::verify(&room.join("revision-1"), None).unwrap();
        let sealed = fs::read_to_string(room.join("revision-1/outcome.md")).unwrap();
        assert!(sealed.contains("To be kept") && sealed.contains("Work goes on"));
    });
}
