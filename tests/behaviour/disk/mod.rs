//! The server's disk fails, is full, or is slow. Nothing is acknowledged that is not there, people are told, and work goes on when the disk
//! does.

mod damaged;
mod stuck;
mod troubles;

use crate::extent::extent;
use crate::support::author::Author;
use crate::support::child::ChildServer;
use crate::support::door::{Door, Participant, ask, with_id};
use crate::support::live::Live;
use crate::support::server::MEETING_FILE;
use crate::support::shim::{BROKEN, FULL, Shim};
use crate::support::small_disk::SmallDisk;
use crate::support::{run, until};
use reqwest::Method;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tokio::time::Instant;

/// A disk on which a journal fits, but not many changes of it.
const SMALL_DISK_BYTES: usize = 1_024 * 1_024;
/// How much longer a sync takes on a slow disk.
const SLOW: Duration = Duration::from_millis(300);

fn limit(seconds: u32) -> Value {
    json!({ "tool": "floor", "do": "limit", "seconds": seconds })
}

/// A room with a chair and an author.
struct Scene {
    child: ChildServer,
    chair: Participant,
    author: Participant,
}

impl Scene {
    async fn of(child: ChildServer) -> Self {
        let chair = child.door.join(&child.code("chair"), "Chair").await;
        let author = child.door.join(&child.code("participant"), "Eve").await;
        chair.order(limit(60)).await;
        Self { child, chair, author }
    }

    /// Asks for a change; over a disk that takes nothing it gets no answer, and everybody is told to come back.
    async fn asked_for(&self, command: &Value) -> Live {
        let mut live = self.chair.live().await;
        live.send(command).await;
        live.wait_until(|live| live.closed.is_some() || live.last()["type"] == "done")
            .await;
        live
    }

    /// What people see, and are told, while the disk takes nothing.
    async fn is_for_reading_only(&self, trouble: &str) {
        let mut live = self.chair.live().await;
        live.wait_until(|live| live.presence["storage"] == trouble).await;
        assert_eq!(live.view["floor"]["limit_s"], 60, "something that is not on disk is shown");
        assert_eq!(live.refused(limit(88)).await, "storage-fault");
        let refused = self.chair.ask(limit(88)).await;
        assert_eq!((refused.status, refused.code()), (503, "storage-fault"));
        let body = json!({ "code": self.child.code("participant"), "name": "Late" });
        let refused = self.child.door.try_join(&body).await;
        assert_eq!((refused.status, refused.code()), (503, "storage-fault"));
        assert_eq!(self.author.look().await["view"]["floor"]["limit_s"], 60);
        assert_eq!(is_alive(&self.child.door).await, 200);
        let (status, reason) = is_ready(&self.child.door).await;
        let expected = if trouble == "full" { "make space" } else { "can't be written" };
        assert!(status == 503 && reason.contains(expected), "{reason}");
        live.ping().await;
        assert_eq!(live.closed, None, "a refusal costs nobody the connection");
    }

    /// The disk takes something again: people are told, and whatever they kept is written.
    async fn goes_on(&self, command: &Value, mut author: Author) {
        let mut live = self.chair.live().await;
        live.wait_until(|live| live.presence["storage"].is_null()).await;
        until("that it is ready", async || is_ready(&self.child.door).await.0 == 200).await;
        assert_eq!(live.ask(command).await["type"], "done");
        assert_eq!(self.chair.post(command).await.status, 200);
        author.wait_until(|author| author.closed.is_some()).await;
        assert_eq!((author.closed, author.answered), (Some(4000), 0));
        let mut again = Author::open(&self.author, "/live", author.doc.clone()).await;
        again.wait_for_answers().await;
    }
}

async fn is_alive(door: &Door) -> u16 {
    ask(door.request(Method::GET, "/healthz")).await.status
}

async fn is_ready(door: &Door) -> (u16, String) {
    let answer = ask(door.request(Method::GET, "/readyz")).await;
    (answer.status, answer.body.as_str().unwrap_or_default().to_owned())
}

/// What was acknowledged is there in the next run.
async fn is_there_afterwards(data: &Path, chair: &Participant) {
    let child = ChildServer::start(data);
    let chair = chair.at(&child.door);
    assert_eq!(chair.look().await["view"]["floor"]["limit_s"], 77);
    let text = Author::live(&chair, 9).await.text();
    assert_eq!(text.matches("Kept on the page").count(), 1, "{text}");
}

#[test]
fn while_the_disk_takes_nothing_the_room_is_for_reading_only_and_goes_on_without_a_restart() {
    type Breaking = fn(&Shim);
    let troubles: [(Breaking, &str); 4] = [
        (|shim| shim.syncs_fail(BROKEN, 0), "failing"),
        (|shim| shim.writes_fail(FULL, 0), "full"),
        (|shim| shim.writes_fail(BROKEN, 0), "failing"),
        (|shim| shim.writes_fail(FULL, 1), "full"),
    ];
    for (breaking, trouble) in troubles.into_iter().take(extent(2, 4)) {
        run(async move {
            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("data");
            let shim = Shim::over(&data);
            let mut scene = Scene::of(ChildServer::start_behind(&data, &shim)).await;
            let command = with_id(limit(77));
            breaking(&shim);
            assert_eq!(scene.asked_for(&command).await.closed, Some(4000));
            scene.is_for_reading_only(trouble).await;
            let mut author = Author::live(&scene.author, 1).await;
            author.write("Kept on the page").await;
            author.socket.text(json!({ "type": "ping" }).to_string()).await;
            author
                .wait_until(|author| author.texts.iter().any(|frame| frame["type"] == "pong"))
                .await;
            assert_eq!(author.answered, 0, "said to be saved on a disk that takes nothing");
            shim.mend();
            scene.goes_on(&command, author).await;
            scene.child.kill();
            is_there_afterwards(&data, &scene.chair).await;
        });
    }
}

#[test]
fn a_disk_that_is_really_full_says_so_and_space_that_is_made_is_used_at_once() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let Some(disk) = SmallDisk::mounted_at(&data, SMALL_DISK_BYTES) else {
            println!("skipped: no file system can be mounted here, so none can be filled");
            return;
        };
        let mut scene = Scene::of(ChildServer::start(&data)).await;
        disk.fill_but_for(0);
        let command = with_id(limit(77));
        assert_eq!(scene.asked_for(&command).await.closed, Some(4000));
        scene.is_for_reading_only("full").await;
        let mut author = Author::live(&scene.author, 1).await;
        author.write("Kept on the page").await;
        disk.make_space();
        scene.goes_on(&command, author).await;
        scene.child.kill();
        is_there_afterwards(&data, &scene.chair).await;
        // The disk goes before its folder does.
        drop(disk);
    });
}

#[test]
fn on_a_slow_disk_an_answer_waits_for_it_and_nobody_sees_anything_before() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let shim = Shim::over(&data);
        let scene = Scene::of(ChildServer::start_behind(&data, &shim)).await;
        let (mut live, mut other) = (scene.chair.live().await, scene.author.live().await);
        shim.syncs_take(i64::try_from(SLOW.as_micros()).unwrap());
        let asked = Instant::now();
        live.send(&with_id(limit(77))).await;
        live.ping().await;
        other.ping().await;
        assert_eq!(other.view["floor"]["limit_s"], 60);
        let is_done = |live: &Live| live.frames.iter().any(|frame| frame["type"] == "done");
        assert!(!is_done(&live) || asked.elapsed() >= SLOW, "answered before it was on disk");
        other.wait_for(|view| view["floor"]["limit_s"] == 77).await;
        assert!(
            asked.elapsed() >= SLOW,
            "seen after {:?}, before it was on disk",
            asked.elapsed()
        );
        live.wait_until(is_done).await;
    });
}

#[test]
fn a_room_whose_meeting_file_is_new_is_read_as_it_is_on_record_while_the_disk_is_full_and_follows_the_file_afterwards() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let chair = {
            let child = ChildServer::start(&data);
            let chair = child.door.join(&child.code("chair"), "Chair").await;
            chair.order(limit(60)).await;
            chair
        };
        let file = MEETING_FILE.replacen("title = \"Alpha\"", "title = \"Alpha anew\"", 1);
        let shim = Shim::over(&data);
        let child = ChildServer::start_meeting_behind(&data, &file, &shim);
        let chair = chair.at(&child.door);
        shim.writes_fail(FULL, 0);
        let mut live = chair.live().await;
        live.wait_until(|live| live.presence["storage"] == "full").await;
        assert_eq!(live.view["room"]["title"], "Alpha");
        assert_eq!(live.view["floor"]["limit_s"], 60);
        assert_eq!(live.refused(limit(88)).await, "storage-fault");
        shim.mend();
        assert_eq!(live.wait_for_close().await, 4000, "it is opened anew");
        let mut again = chair.live().await;
        assert_eq!(again.view["room"]["title"], "Alpha anew");
        again.order(limit(88)).await;
    });
}
