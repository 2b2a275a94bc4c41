//! Writers ask for the floor and withdraw, in turn; every phone keeps its view and notes when it had which position.

use super::meter::Meter;
use super::onlooker::{Done, Onlooker};
use super::{FullRoom, Stage};
use crate::latency::Latencies;
use crate::phone::Mouth;
use crate::report::Report;
use crate::schedule::Schedule;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

/// A writer has one command on its way at a time; a few more answers than that never wait here.
const ANSWERS_MAX: usize = 8;

/// One command: when it was sent, when it was answered, and from which position on everyone must show it.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    at: Instant,
    answered: Instant,
    seq: u64,
}

/// What a writer has to tell at the end.
#[derive(Debug, Default)]
struct Asker {
    sent: Vec<Sent>,
    lateness: Latencies,
    unanswered: u64,
}

/// Asks for the time of the settings, waits until every phone shows the last of it and compares all views.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) {
    let (stop, stopped) = watch::channel(false);
    let settings = stage.settings;
    let (mut asking, mut watching) = (JoinSet::new(), JoinSet::new());
    let window = meter.begin();
    let start = Instant::now();
    let mut positions: Vec<(usize, Arc<AtomicU64>)> = Vec::new();
    for (index, room) in rooms.into_iter().enumerate() {
        for (nth, phone) in room.phones.into_iter().enumerate() {
            let (answers, answered) = mpsc::channel(ANSWERS_MAX);
            let onlooker = Onlooker::new(index, &phone, answers);
            positions.push((index, onlooker.position()));
            let number = phone.number;
            let (ear, mouth) = phone.split();
            watching.spawn(onlooker.watch(ear, stopped.clone()));
            if nth < settings.writers {
                let schedule = Schedule::new(
                    start,
                    settings.interval(),
                    settings.edits_per_writer(),
                    settings.turn(index, nth),
                    settings.writers * settings.rooms,
                );
                let patience = Duration::from_secs(settings.patience);
                let asker = ask(
                    mouth,
                    schedule,
                    answered,
                    CommandIds {
                        run: stage.run,
                        phone: number,
                        next: 0,
                    },
                    patience,
                );
                asking.spawn(async move { (index, asker.await) });
            }
        }
    }
    let askers = asking.join_all().await;
    let last = last_positions(&askers, settings.rooms);
    let arrived = || {
        positions
            .iter()
            .filter(|(room, at)| at.load(Ordering::Acquire) >= last[*room])
            .count() as u64
    };
    stage.wait_for(positions.len() as u64, arrived).await;
    meter.end(&window, report);
    let _ = stop.send(true);
    account(&askers, watching.join_all().await, report);
}

fn last_positions(askers: &[(usize, Asker)], rooms: usize) -> Vec<u64> {
    let mut last = vec![0; rooms];
    for (room, asker) in askers {
        last[*room] = asker.sent.iter().map(|sent| sent.seq).fold(last[*room], u64::max);
    }
    last
}

/// Makes the ids of one phone's commands.
struct CommandIds {
    run: u32,
    phone: u32,
    next: u32,
}

impl CommandIds {
    fn next(&mut self) -> String {
        self.next += 1;
        format!(
            "{:08x}-0000-4000-8000-{:06x}{:06x}",
            self.run,
            self.phone & 0xff_ffff,
            self.next & 0xff_ffff
        )
    }
}

/// Requests and withdraws in turn. The next command waits for the answer to the one before, as a person's would.
async fn ask(
    mut mouth: Mouth,
    schedule: Schedule,
    mut answered: mpsc::Receiver<Done>,
    mut ids: CommandIds,
    patience: Duration,
) -> Asker {
    let mut asker = Asker::default();
    for (nth, due) in schedule.enumerate() {
        tokio::time::sleep_until(due).await;
        asker.lateness.record(due.elapsed());
        let (id, wish) = (ids.next(), if nth % 2 == 0 { "request" } else { "withdraw" });
        let at = Instant::now();
        let frame = format!(r#"{{"id":"{id}","tool":"floor","do":"{wish}"}}"#);
        if mouth.send_text(frame).await.is_err() {
            break;
        }
        match timeout(patience, answered.recv()).await {
            Ok(Some(done)) if done.id == id => asker.sent.push(Sent {
                at,
                answered: done.at,
                seq: done.seq,
            }),
            _ => {
                asker.unanswered += 1;
                break;
            }
        }
    }
    asker
}

fn account(askers: &[(usize, Asker)], onlookers: Vec<Onlooker>, report: &mut Report) {
    for (room, asker) in askers {
        report.lateness.merge(&asker.lateness);
        report.sent += asker.sent.len() as u64 + asker.unanswered;
        report.unanswered += asker.unanswered;
        for sent in &asker.sent {
            report.saving.record(sent.answered - sent.at);
            let mut slowest = Duration::ZERO;
            for onlooker in onlookers.iter().filter(|onlooker| onlooker.room == *room) {
                report.expected += 1;
                match onlooker.showed(sent.seq) {
                    Some(moment) => {
                        let after = moment.saturating_duration_since(sent.at);
                        report.seeing.record(after);
                        report.deliveries += 1;
                        slowest = slowest.max(after);
                    }
                    None => report.lost += 1,
                }
            }
            report.everyone.record(slowest);
        }
    }
    let mut shown: Vec<BTreeSet<String>> = Vec::new();
    for onlooker in &onlookers {
        shown.resize(shown.len().max(onlooker.room + 1), BTreeSet::new());
        shown[onlooker.room].insert(onlooker.list());
    }
    report.differing += shown.iter().map(|lists| lists.len().saturating_sub(1) as u64).sum::<u64>();
    for onlooker in onlookers {
        report.messages += onlooker.messages;
        report.bytes += onlooker.bytes;
        onlooker.refused.into_iter().for_each(|message| report.note_refused(message));
        onlooker.ended.into_iter().for_each(|why| report.note_ended(why));
    }
}
