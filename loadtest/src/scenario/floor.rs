//! Writers ask for the floor and withdraw, in turn, and a chair decides; every phone keeps its view and notes when it had which
//! position.

use super::chair::Chair;
use super::command_ids::CommandIds;
use super::meter::Meter;
use super::onlooker::{Done, Onlooker};
use super::{FullRoom, Stage};
use crate::latency::Latencies;
use crate::phone::Mouth;
use crate::report::Report;
use crate::schedule::Schedule;
use serde_json::{Value, json};
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
    /// Whether it is a chair's decision.
    decision: bool,
}

/// Whose commands they are.
#[derive(Debug)]
enum Voice {
    /// A participant's, who asks for the floor and withdraws in turn.
    Participant { asks: bool },
    /// A chair's.
    Chair(Chair),
}

impl Voice {
    /// The next command, and whether it is a decision that is timed.
    fn next(&mut self) -> (Value, bool) {
        match self {
            Self::Participant { asks } => {
                *asks = !*asks;
                (json!({ "do": if *asks { "request" } else { "withdraw" } }), false)
            }
            Self::Chair(chair) => {
                let timed = chair.has_begun();
                (chair.decide(), timed)
            }
        }
    }

    fn made(&mut self, request: Option<String>) {
        if let Self::Chair(chair) = self {
            chair.made(request);
        }
    }
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
    let patience = Duration::from_secs(settings.patience);
    let mut positions: Vec<(usize, Arc<AtomicU64>)> = Vec::new();
    for (index, room) in rooms.into_iter().enumerate() {
        let with_turn = |(nth, phone)| {
            let writers = settings.writers * settings.rooms;
            let turn = (nth < settings.writers).then(|| (settings.turn(index, nth), writers));
            (phone, turn, Voice::Participant { asks: false })
        };
        let participants = room.phones.into_iter().enumerate().map(with_turn);
        // The chair decides between two participants' turns.
        let chair = room
            .chair
            .map(|phone| (phone, Some((1, 2)), Voice::Chair(Chair::new(stage.run))));
        for (phone, turn, voice) in participants.chain(chair) {
            let (answers, answered) = mpsc::channel(ANSWERS_MAX);
            let onlooker = Onlooker::new(index, &phone, answers);
            positions.push((index, onlooker.position()));
            let ids = CommandIds::of(stage.run, phone.number);
            let (ear, mouth) = phone.split();
            watching.spawn(onlooker.watch(ear, stopped.clone()));
            let Some((turn, of)) = turn else { continue };
            let schedule = Schedule::new(start, settings.interval(), settings.edits_per_writer(), turn, of);
            let asker = ask(mouth, voice, schedule, answered, ids, patience);
            asking.spawn(async move { (index, asker.await) });
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

/// Says one command after the other. The next one waits for the answer to the one before, as a person's would.
async fn ask(
    mut mouth: Mouth,
    mut voice: Voice,
    schedule: Schedule,
    mut answered: mpsc::Receiver<Done>,
    mut ids: CommandIds,
    patience: Duration,
) -> Asker {
    let mut asker = Asker::default();
    for due in schedule {
        tokio::time::sleep_until(due).await;
        asker.lateness.record(due.elapsed());
        let (id, (mut command, decision)) = (ids.next(), voice.next());
        command["id"] = json!(id);
        command["tool"] = json!("floor");
        let at = Instant::now();
        if mouth.send_text(command.to_string()).await.is_err() {
            break;
        }
        match timeout(patience, answered.recv()).await {
            Ok(Some(done)) if done.id == id => {
                asker.sent.push(Sent {
                    at,
                    answered: done.at,
                    seq: done.seq,
                    decision,
                });
                voice.made(done.made);
            }
            _ => {
                asker.unanswered += 1;
                break;
            }
        }
    }
    asker
}

fn account(askers: &[(usize, Asker)], mut onlookers: Vec<Onlooker>, report: &mut Report) {
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
                        if sent.decision {
                            report.deciding.record(after);
                        }
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
    for onlooker in &mut onlookers {
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
