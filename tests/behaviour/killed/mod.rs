//! kill -9 at an instant that nothing foresees, while a whole room works: chairs, participants and authors at once. Nothing that was
//! acknowledged is lost or done twice, nothing that anybody was shown is missing afterwards, and all see the same again.

mod authors;
mod shown;
mod workers;

use crate::extent::{Chance, extent};
use crate::support::child::{ChildServer, roundtable};
use crate::support::run;
use crate::support::server::MEETING_FILE;
use authors::{Pen, Reader};
use shown::{Follower, fingerprint};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use workers::{Log, Worker};

/// Kills of one data directory; then another one is begun, so that no limit of a room is met.
const KILLS_PER_ROOM: usize = 10;
/// The latest instant at which a room at work is killed.
const KILLED_WITHIN_MICROS: u64 = 250_000;
/// The latest instant at which a server that starts is killed.
const STARTING_MICROS: u64 = 80_000;
/// From the start of the new process to the first welcome, at most: a server that nobody optimised, on a machine that is busy. The
/// figure that is printed is the one to look at.
const SERVED_WITHIN: Duration = Duration::from_secs(8);

/// Everybody of a room, and what they know.
struct Crowd {
    workers: Vec<Worker>,
    pens: Vec<Pen>,
    reader: Reader,
}

impl Crowd {
    async fn join(child: &ChildServer) -> Self {
        let (chair, participant) = (child.code("chair"), child.code("participant"));
        let mut workers = Vec::new();
        for (code, name) in [(&chair, "First chair"), (&chair, "Second chair")] {
            workers.push(Worker::chair(child.door.join(code, name).await));
        }
        for name in ["Ana", "Ben", "Cy", "Dora"] {
            workers.push(Worker::participant(child.door.join(&participant, name).await));
        }
        let pens = vec![
            Pen::new(child.door.join(&participant, "Eve").await, 1),
            Pen::new(child.door.join(&participant, "Finn").await, 2),
        ];
        let reader = Reader::new(child.door.join(&participant, "Gil").await);
        Self { workers, pens, reader }
    }

    /// Everybody works at once until the server is gone. Returns what the workers have to tell.
    async fn work_until_killed(&mut self, child: &mut ChildServer, chance: &mut Chance) -> Vec<Log> {
        let mut at_work = JoinSet::new();
        for worker in &self.workers {
            at_work.spawn(worker.at(&child.door).work(Chance::with(chance.number())));
        }
        let mut writing = JoinSet::new();
        for pen in self.pens.drain(..) {
            writing.spawn(pen.at(&child.door).write(chance.number()));
        }
        let reading = tokio::spawn(self.reader.at(&child.door).read());
        // The instant is what this is about, so here a time has to pass.
        tokio::time::sleep(Duration::from_micros(chance.below(KILLED_WITHIN_MICROS))).await;
        child.kill();
        let mut logs = Vec::new();
        while let Some(log) = at_work.join_next().await {
            logs.push(log.unwrap());
        }
        while let Some(pen) = writing.join_next().await {
            self.pens.push(pen.unwrap());
        }
        self.reader = reading.await.unwrap();
        logs
    }

    /// Looks whether everything is there that anybody was told, and whether all see the same.
    async fn check(&mut self, child: &ChildServer, logs: &[Log], follower: &Follower) {
        let mut views = Vec::new();
        for worker in &self.workers {
            let live = worker.at(&child.door).person.live().await;
            views.push((worker.audience, live.seq, fingerprint(&live.view)));
        }
        for (audience, seq, view) in &views {
            assert_eq!(
                (*seq, *view),
                follower.now(*audience),
                "somebody sees another room than the journal has"
            );
        }
        for log in logs {
            log.ask_again(&child.door).await;
        }
        let text = self.reader.fresh_text(&child.door).await;
        self.reader.check(&text);
        for pen in &mut self.pens {
            pen.check(&text);
        }
    }
}

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
        assert!(longest < SERVED_WITHIN, "somebody waited {longest:?} for the first welcome");
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
        let logs = crowd.work_until_killed(&mut child, chance).await;
        let told: usize = logs.iter().map(|log| log.shown.len()).sum();
        follower.follow(&data, &logs).await;
        logs.iter().for_each(|log| follower.has_done(log));
        if chance.percent(25) {
            killed_while_it_starts(&data, chance);
        }
        let began = Instant::now();
        child = ChildServer::start(&data);
        crowd.workers[0].at(&child.door).person.live().await;
        tally.served_after.push(began.elapsed());
        crowd.check(&child, &logs, &follower).await;
        follower.follow(&data, &[]).await;
        tally.kills += 1;
        tally.shown += told;
        tally.answered += logs.iter().map(|log| log.done.len()).sum::<usize>();
    }
    tally.saved += crowd.pens.iter().map(Pen::saved).sum::<usize>();
}

#[test]
fn nothing_told_to_anybody_is_lost_or_done_twice_whenever_the_server_is_killed() {
    let mut chance = Chance::of("killed");
    let mut tally = Tally::default();
    let kills = extent(5, 200);
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
