//! A whole room at work: chairs, participants and authors at once, over one connection after the other, until the server is gone. They
//! remember whatever they are told and shown, so that it can be held against the journal, and against the server's next run.

mod authors;
mod follower;
mod workers;

pub use follower::Follower;
pub use workers::Log;

use super::child::ChildServer;
use super::door::Door;
use crate::extent::Chance;
use authors::{Pen, Reader};
use follower::fingerprint;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::task::{JoinHandle, JoinSet};
use workers::Worker;

/// Everybody of room alpha, and what they know.
pub struct Crowd {
    workers: Vec<Worker>,
    pens: Vec<Pen>,
    reader: Reader,
}

/// The same while they work.
pub struct AtWork {
    is_over: Arc<AtomicBool>,
    working: JoinSet<Log>,
    writing: JoinSet<Pen>,
    reading: JoinHandle<Reader>,
}

impl Crowd {
    /// Takes their seats.
    pub async fn join(child: &ChildServer) -> Self {
        let (chair, participant) = (child.code("chair"), child.code("participant"));
        let mut workers = Vec::new();
        for name in ["First chair", "Second chair"] {
            workers.push(Worker::chair(child.door.join(&chair, name).await));
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

    /// Everybody begins.
    pub fn begin(&mut self, door: &Door, chance: &mut Chance) -> AtWork {
        let is_over = Arc::new(AtomicBool::new(false));
        let mut working = JoinSet::new();
        for worker in &self.workers {
            working.spawn(worker.at(door).work(Chance::with(chance.number()), is_over.clone()));
        }
        let mut writing = JoinSet::new();
        for pen in self.pens.drain(..) {
            writing.spawn(pen.at(door).write(is_over.clone()));
        }
        let reading = tokio::spawn(self.reader.at(door).read(is_over.clone()));
        AtWork {
            is_over,
            working,
            writing,
            reading,
        }
    }

    /// Waits until one of them is welcomed.
    pub async fn is_served(&self, door: &Door) {
        self.workers[0].at(door).person.live().await;
    }

    /// How many edits were said to be saved.
    pub fn saved(&self) -> usize {
        self.pens.iter().map(Pen::saved).sum()
    }

    /// Looks whether everything is there that anybody was told, and whether all see the same.
    pub async fn check(&mut self, door: &Door, logs: &[Log], follower: &Follower) {
        for worker in &self.workers {
            let live = worker.at(door).person.live().await;
            let seen = (live.seq, fingerprint(&live.view));
            assert_eq!(
                seen,
                follower.now(worker.audience),
                "somebody sees another room than the journal has"
            );
        }
        for log in logs {
            log.ask_again(door).await;
        }
        let text = self.reader.fresh_text(door).await;
        self.reader.check(&text);
        for pen in &self.pens {
            pen.check(&text);
        }
    }
}

impl AtWork {
    /// To be called when the server is about to go: nobody comes back any more.
    pub fn is_over(&self) {
        self.is_over.store(true, Ordering::Release);
    }

    /// Waits until everybody has noticed that the server is gone. Returns what they have to tell.
    pub async fn end(mut self, crowd: &mut Crowd) -> Vec<Log> {
        let mut logs = Vec::new();
        while let Some(log) = self.working.join_next().await {
            logs.push(log.unwrap());
        }
        while let Some(pen) = self.writing.join_next().await {
            crowd.pens.push(pen.unwrap());
        }
        crowd.reader = self.reading.await.unwrap();
        logs
    }
}
