//! Writers write the shared notes; every phone notes which edits it sees and when.

use super::FullRoom;
use super::attendee::Attendee;
use super::author::{Author, OwnEdits, Written};
use super::equality::{self, Newcomers, Page};
use super::meter::Meter;
use super::onlooker::Onlooker;
use super::stage::Stage;
use super::witness::Witness;
use crate::fault::Fault;
use crate::ledger::Ledger;
use crate::phone::{Mouth, Phone};
use crate::report::Report;
use crate::schedule::Schedule;
use crate::settings::Settings;
use crate::story::{Audience, Diary};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// What is written in each room.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// How many write.
    pub writers: usize,
    /// How often each of them.
    pub interval: Duration,
    /// How many times.
    pub edits: u32,
    /// How much at a time.
    pub characters: usize,
}

impl Work {
    /// As the settings say.
    pub fn of(settings: &Settings) -> Self {
        Self {
            writers: settings.writers,
            interval: settings.interval(),
            edits: settings.edits_per_writer(),
            characters: settings.characters,
        }
    }

    /// How long it takes.
    pub fn lasting(&self) -> Duration {
        self.interval * self.edits
    }
}

/// Writes for the time of the settings, waits for the last deliveries and compares every phone.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    write(stage, rooms, Work::of(stage.settings), meter, report).await.map(|_| ())
}

/// The same with any work; the answer is the time from the first sending to the last seeing.
pub async fn write(
    stage: &Stage<'_>,
    rooms: Vec<FullRoom>,
    work: Work,
    meter: &Meter,
    report: &mut Report,
) -> Result<Duration, Fault> {
    let (stop, stopped) = watch::channel(false);
    let window = meter.begin();
    let mut crowd = Crowd::new(work, rooms.len());
    for (index, room) in rooms.into_iter().enumerate() {
        for (nth, phone) in room.phones.into_iter().enumerate() {
            crowd.add(stage, index, nth, phone, &stopped);
        }
    }
    let written = crowd.writing.join_all().await;
    written.iter().for_each(|written| report.lateness.merge(&written.lateness));
    let listeners: Vec<usize> = (0..stage.rooms()).map(|room| stage.phones_in(room) - 1).collect();
    wait_for_all(stage, &crowd.ledgers, &listeners, report).await;
    meter.end(&window, report);
    let newcomers = Newcomers::enter(stage, &[Audience::Participant], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let pages = pages(crowd.attending.join_all().await, written, report);
    let (newcomers, ledgers) = (newcomers.leave().await, crowd.ledgers);
    for newcomer in newcomers.iter().filter(|_| stage.site.keeps_notes()) {
        report.lost_to_latecomers += u64::from(newcomer.seen.missing(ledgers[newcomer.room].sent()));
    }
    equality::compare(&newcomers, &pages, report);
    ledgers
        .iter()
        .for_each(|ledger| report.everyone.merge(&ledger.until_everyone()));
    Ok(ledgers.iter().map(|ledger| ledger.span()).max().unwrap_or_default())
}

/// Waits until every phone has seen every edit of another, and every edit is answered where the server does that; `listeners` are
/// how many others each room's edits go to.
pub async fn wait_for_all(stage: &Stage<'_>, ledgers: &[Arc<Ledger>], listeners: &[usize], report: &mut Report) {
    for (ledger, listeners) in ledgers.iter().zip(listeners) {
        let sent = u64::from(ledger.sent());
        report.sent += sent;
        report.expected += sent * *listeners as u64;
    }
    let answered = || ledgers.iter().map(|ledger| ledger.answered()).sum::<u64>();
    let delivered = || ledgers.iter().map(|ledger| ledger.deliveries()).sum::<u64>();
    let to_answer = if stage.site.says_saved() { report.sent } else { 0 };
    stage.wait_for(report.expected + to_answer, || delivered() + answered()).await;
    report.unanswered += to_answer.saturating_sub(answered());
}

/// What every phone ends with, its own edits among it.
pub fn pages(attendees: Vec<Attendee>, written: Vec<Written>, report: &mut Report) -> Vec<Page> {
    let mut own: HashMap<u32, Vec<Vec<u8>>> = written
        .into_iter()
        .map(|written| (written.number, written.messages))
        .collect();
    let pages = attendees.into_iter().map(|attendee| {
        let own = own.remove(&attendee.witness.number).unwrap_or_default();
        attendee.account(own, report)
    });
    pages.collect()
}

/// The phones at work.
struct Crowd {
    work: Work,
    start: Instant,
    ledgers: Vec<Arc<Ledger>>,
    writing: JoinSet<Written>,
    attending: JoinSet<Attendee>,
}

impl Crowd {
    fn new(work: Work, rooms: usize) -> Self {
        let writers = u32::try_from(work.writers).unwrap_or(u32::MAX);
        let edits_max = work.edits.saturating_mul(writers);
        Self {
            work,
            start: Instant::now(),
            ledgers: (0..rooms).map(|_| Arc::new(Ledger::new(edits_max))).collect(),
            writing: JoinSet::new(),
            attending: JoinSet::new(),
        }
    }

    /// Lets a phone listen, and write as well if it is one of the first of its room.
    fn add(&mut self, stage: &Stage<'_>, room: usize, nth: usize, phone: Phone, stop: &watch::Receiver<bool>) {
        let (number, work) = (phone.number, self.work);
        let edits = if nth < work.writers { work.edits } else { 0 };
        let (own, ledger) = (OwnEdits::new(edits), Arc::clone(&self.ledgers[room]));
        let weather = stage.weather(room, nth, self.start, work.lasting());
        let witness = Witness::new(number, Arc::clone(&ledger), Arc::clone(&own)).in_weather(weather.is_fair());
        let diary = Diary::new(&stage.stories[room], Audience::Participant);
        let attendee = Attendee::new(room, diary, witness, Onlooker::default());
        let (ear, mouth) = phone.split();
        self.attending.spawn(attendee.attend(ear, weather, stop.clone()));
        if edits > 0 {
            self.let_write(stage, (room, nth), number, mouth, (ledger, own));
        }
    }

    fn let_write(
        &mut self,
        stage: &Stage<'_>,
        (room, nth): (usize, usize),
        number: u32,
        mouth: Mouth,
        (ledger, own): (Arc<Ledger>, Arc<OwnEdits>),
    ) {
        let (work, rooms) = (self.work, stage.rooms());
        let schedule = Schedule::new(
            self.start,
            work.interval,
            work.edits,
            nth * rooms + room,
            work.writers * rooms,
        );
        let author = Author {
            number,
            run: stage.run,
            characters: work.characters,
            ledger,
            own,
        };
        self.writing.spawn(author.write(mouth, schedule));
    }
}
