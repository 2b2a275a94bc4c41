//! A whole room at work over a disk that fails, is full, tears writes in two or is slow, at any instant and for any time; and then it is
//! killed, in the middle of that or later. Nothing that was acknowledged or shown is missing.

use crate::extent::{Chance, extent};
use crate::support::child::ChildServer;
use crate::support::crowd::{Crowd, Follower};
use crate::support::run;
use crate::support::shim::{BROKEN, FULL, Shim};
use std::path::Path;
use std::time::Duration;

/// Rounds with one data directory.
const ROUNDS_PER_ROOM: usize = 6;
/// How long each part of a round lasts at most: before the trouble, in it, and after it.
const PART_MICROS: u64 = 150_000;
/// Calls that still work, at most, before the trouble.
const PASSED_MAX: u64 = 12;

/// Something goes wrong with the disk.
fn trouble(shim: &Shim, chance: &mut Chance) {
    let passed = i64::try_from(chance.below(PASSED_MAX)).unwrap();
    match chance.below(6) {
        0 => shim.syncs_fail(BROKEN, passed),
        1 => shim.syncs_fail(FULL, passed),
        2 => shim.writes_fail(BROKEN, passed),
        3 => shim.writes_fail(FULL, passed),
        4 => {
            shim.writes_are_torn();
            shim.writes_fail(BROKEN, passed);
        }
        _ => shim.syncs_take(30_000),
    }
}

/// The instants are what this is about, so here time has to pass.
async fn for_a_while(chance: &mut Chance) {
    tokio::time::sleep(Duration::from_micros(chance.below(PART_MICROS))).await;
}

struct Tally {
    answered: usize,
    saved: usize,
    shown: usize,
}

async fn round(data: &Path, crowd: &mut Option<Crowd>, follower: &mut Follower, chance: &mut Chance, tally: &mut Tally) {
    let shim = Shim::over(data);
    let mut child = ChildServer::start_behind(data, &shim);
    if crowd.is_none() {
        *crowd = Some(Crowd::join(&child).await);
    }
    let crowd = crowd.as_mut().unwrap();
    let at_work = crowd.begin(&child.door, chance);
    for _ in 0..=chance.below(2) {
        for_a_while(chance).await;
        trouble(&shim, chance);
        for_a_while(chance).await;
        if chance.percent(60) {
            shim.mend();
            for_a_while(chance).await;
        }
    }
    at_work.is_over();
    child.kill();
    let logs = at_work.end(crowd).await;
    follower.follow(data, &logs).await;
    let child = ChildServer::start(data);
    for log in &logs {
        follower.has_done(log);
        tally.answered += log.done.len();
        tally.shown += log.shown.len();
    }
    crowd.check(&child.door, &logs, follower).await;
    follower.follow(data, &[]).await;
}

#[test]
fn whatever_a_disk_does_nothing_is_acknowledged_or_shown_that_is_not_there_afterwards() {
    let mut chance = Chance::of("disk");
    let mut tally = Tally {
        answered: 0,
        saved: 0,
        shown: 0,
    };
    let rounds = extent(4, 150);
    for begun in (0..rounds).step_by(ROUNDS_PER_ROOM) {
        run(async {
            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("data");
            let (mut crowd, mut follower) = (None, Follower::new());
            for _ in begun..rounds.min(begun + ROUNDS_PER_ROOM) {
                round(&data, &mut crowd, &mut follower, &mut chance, &mut tally).await;
            }
            tally.saved += crowd.unwrap().saved();
        });
    }
    println!(
        "{rounds} troubled disks: {} commands and {} edits acknowledged, {} views shown, none lost",
        tally.answered, tally.saved, tally.shown
    );
}
