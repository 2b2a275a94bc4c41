//! Writers write the shared notes; every phone notes which edits it sees and when.

use super::author::{Author, OwnEdits};
use super::meter::Meter;
use super::witness::Witness;
use super::{FullRoom, Stage};
use crate::fault::Fault;
use crate::latency::Latencies;
use crate::ledger::{Ledger, Seen};
use crate::marker;
use crate::phone::{Phone, Way};
use crate::report::Report;
use crate::schedule::Schedule;
use std::sync::Arc;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Writes for the time of the settings, waits for the last deliveries and compares every phone.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let mut crowd = Crowd::new(stage, rooms.len());
    let (stop, stopped) = watch::channel(false);
    let window = meter.begin();
    let start = Instant::now();
    for (index, room) in rooms.into_iter().enumerate() {
        for (nth, phone) in room.phones.into_iter().enumerate() {
            crowd.add(stage, index, nth, phone, start, &stopped);
        }
    }
    let Crowd {
        ledgers,
        writing,
        watching,
    } = crowd;
    writing
        .join_all()
        .await
        .iter()
        .for_each(|lateness| report.lateness.merge(lateness));
    let others = stage.settings.phones as u64 - 1;
    let sent: u64 = ledgers.iter().map(|ledger| u64::from(ledger.sent())).sum();
    let answered = || ledgers.iter().map(|ledger| ledger.answered()).sum::<u64>();
    let delivered = || ledgers.iter().map(|ledger| ledger.deliveries()).sum::<u64>();
    stage.wait_for(sent * others + sent, || delivered() + answered()).await;
    meter.end(&window, report);
    let _ = stop.send(true);
    report.sent = sent;
    report.expected = sent * others;
    report.unanswered = sent.saturating_sub(answered());
    for witness in watching.join_all().await {
        account(witness, &ledgers, report);
    }
    ledgers
        .iter()
        .for_each(|ledger| report.everyone.merge(&ledger.until_everyone()));
    latecomers(stage, &ledgers, report).await
}

/// The phones at work.
struct Crowd {
    ledgers: Vec<Arc<Ledger>>,
    writing: JoinSet<Latencies>,
    watching: JoinSet<Witness>,
}

impl Crowd {
    fn new(stage: &Stage<'_>, rooms: usize) -> Self {
        let writers = u32::try_from(stage.settings.writers).unwrap_or(u32::MAX);
        let edits_max = stage.settings.edits_per_writer().saturating_mul(writers);
        let ledgers = (0..rooms).map(|_| Arc::new(Ledger::new(edits_max))).collect();
        Self {
            ledgers,
            writing: JoinSet::new(),
            watching: JoinSet::new(),
        }
    }

    /// Lets a phone listen, and write as well if it is one of the first of its room.
    fn add(&mut self, stage: &Stage<'_>, room: usize, nth: usize, phone: Phone, start: Instant, stop: &watch::Receiver<bool>) {
        let settings = stage.settings;
        let edits = if nth < settings.writers {
            settings.edits_per_writer()
        } else {
            0
        };
        let (own, ledger) = (OwnEdits::new(edits), Arc::clone(&self.ledgers[room]));
        let witness = Witness::new(room, phone.number, stage.run);
        let number = phone.number;
        let (ear, mouth) = phone.split();
        self.watching
            .spawn(witness.watch(ear, Arc::clone(&ledger), Arc::clone(&own), stop.clone()));
        if edits > 0 {
            let schedule = Schedule::new(
                start,
                settings.interval(),
                edits,
                settings.turn(room, nth),
                settings.writers * settings.rooms,
            );
            let author = Author {
                number,
                run: stage.run,
                characters: settings.characters,
                ledger,
                own,
            };
            self.writing.spawn(author.write(mouth, schedule));
        }
    }
}

fn account(mut witness: Witness, ledgers: &[Arc<Ledger>], report: &mut Report) {
    let missing = witness.missing(&ledgers[witness.room]);
    report.lost += u64::from(missing);
    report.differing += u64::from(missing > 0);
    report.deliveries += witness.seeing.count();
    report.messages += witness.messages;
    report.bytes += witness.bytes;
    report.seeing.merge(&witness.seeing);
    report.saving.merge(&witness.saving);
    witness.refused.drain(..).for_each(|message| report.note_refused(message));
    witness.ended.take().into_iter().for_each(|why| report.note_ended(why));
}

/// Somebody who comes into each room afterwards must find every edit in the notes.
async fn latecomers(stage: &Stage<'_>, ledgers: &[Arc<Ledger>], report: &mut Report) -> Result<(), Fault> {
    for (index, (room, ledger)) in stage.links.rooms.iter().zip(ledgers).enumerate() {
        let way = Way {
            door: &stage.door,
            venue: &stage.venue,
            meeting: &stage.links.meeting,
            room,
        };
        let number = stage.settings.phones * stage.settings.rooms + index;
        let phone = Phone::enter(&way, u32::try_from(number).unwrap_or(u32::MAX)).await?;
        let mut seen = Seen::default();
        marker::scan(&phone.document, stage.run, |edit| {
            seen.insert(edit);
        });
        report.lost_to_latecomers += u64::from(seen.missing(ledger.sent()));
    }
    Ok(())
}
