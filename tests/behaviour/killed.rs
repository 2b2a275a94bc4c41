//! kill -9 at an instant that nothing foresees, while a whole room works: chairs, participants and authors at once. Nothing that was
//! acknowledged is lost or done twice, nothing that anybody was shown is missing afterwards, and all see the same again.

use crate::extent::{Chance, extent};
use crate::support::child::{ChildServer, roundtable};
use crate::support::crowd::{Crowd, Follower};
use crate::support::run;
use crate::support::server::MEETING_FILE;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::time::Instant;

/// Kills of one data directory; then another one is begun, so that no limit of a room is met.
const KILLS_PER_ROOM: usize = 10;
/// The latest instant at which a room at work is killed.
const KILLED_WITHIN_MICROS: u64 = 250_000;
/// The latest instant at which a server that starts is killed.
const STARTING_MICROS: u64 = 80_000;
/// From the start of the new process to the first welcome, at most: in the short form on a machine that may be busy.
const SERVED_WITHIN: (Duration, Duration) = (Duration::from_secs(8), Duration::from_secs(1));

/// What the rounds have seen together.
#[derive(Default)]
struct Tally {
    kills: usize,
    answered: usize,
    shown: usize,
    saved: usize,
    served_after: Vec<Duration>,
}

impl Tally {
    fn print(&mut self) {
        self.served_after.sort();
        let (median, longest) = (
            self.served_after[self.served_after.len() / 2],
            self.served_after[self.served_after.len() - 1],
        );
        println!(
            "killed {} times: {} commands and {} edits acknowledged, {} views shown, none lost; first welcome after {} ms (median), {} ms (longest)",
            self.kills,
            self.answered,
            self.saved,
            self.shown,
            median.as_millis(),
            longest.as_millis(),
        );
        assert!(
            longest < extent(SERVED_WITHIN.0, SERVED_WITHIN.1),
            "somebody waited {longest:?} for the first welcome"
        );
    }
}

/// Starts a server and kills it before anybody could be served, or just then.
fn killed_while_it_starts(data: &Path, chance: &mut Chance) {
    let meeting = data.with_extension("toml");
    let mut command = roundtable();
    command
        .arg("serve")
        .arg(&meeting)
        .args(["--listen", "127.0.0.1:0", "--data"])
        .arg(data);
    let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_micros(chance.below(STARTING_MICROS)));
    process.kill().unwrap();
    process.wait().unwrap();
}

/// One data directory, killed again and again.
async fn room(kills: usize, chance: &mut Chance, tally: &mut Tally) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::write(data.with_extension("toml"), MEETING_FILE).unwrap();
    let mut follower = Follower::new();
    let mut child = ChildServer::start(&data);
    let mut crowd = Crowd::join(&child).await;
    for _ in 0..kills {
        let at_work = crowd.begin(&child.door, chance);
        // The instant is what this is about, so here a time has to pass.
        tokio::time::sleep(Duration::from_micros(chance.below(KILLED_WITHIN_MICROS))).await;
        at_work.is_over();
        child.kill();
        let logs = at_work.end(&mut crowd).await;
        let told: usize = logs.iter().map(|log| log.shown.len()).sum();
        follower.follow(&data, &logs).await;
        logs.iter().for_each(|log| follower.has_done(log));
        if chance.percent(25) {
            killed_while_it_starts(&data, chance);
        }
        let began = Instant::now();
        child = ChildServer::start(&data);
        crowd.is_served(&child.door).await;
        tally.served_after.push(began.elapsed());
        crowd.check(&child.door, &logs, &follower).await;
        follower.follow(&data, &[]).await;
        tally.kills += 1;
        tally.shown += told;
        tally.answered += logs.iter().map(|log| log.done.len()).sum::<usize>();
    }
    tally.saved += crowd.saved();
}

#[test]
fn nothing_told_to_anybody_is_lost_or_done_twice_whenever_the_server_is_killed() {
    let mut chance = Chance::of("killed");
    let mut tally = Tally::default();
    let kills = extent(4, 200);
    while tally.kills < kills {
        let of_this_room = KILLS_PER_ROOM.min(kills - tally.kills);
        run(async { room(of_this_room, &mut chance, &mut tally).await });
    }
    assert!(
        tally.answered > tally.kills && tally.saved > 0,
        "hardly anything was under way"
    );
    tally.print();
}
