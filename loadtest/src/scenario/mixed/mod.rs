//! A whole meeting at once: in every room the writers write the notes, somebody asks for the floor and withdraws, the chair decides,
//! and everybody votes; and the plenary, the first room, does the same with many more phones. Each kind has figures of its own.

mod ballot;

use super::FullRoom;
use super::attendee::Attendee;
use super::author::{Author, OwnEdits, Written};
use super::chair::Chair;
use super::commands::Commands;
use super::equality::{self, Newcomers, Page};
use super::floor::{self, Asker, Voice};
use super::meter::Meter;
use super::onlooker::Onlooker;
use super::stage::{ASKERS, Stage};
use super::witness::Witness;
use crate::fault::Fault;
use crate::figures::Figure;
use crate::ledger::Ledger;
use crate::phone::{Phone, Weather};
use crate::report::Report;
use crate::schedule::Schedule;
use crate::story::{Audience, Diary};
use ballot::{Ballot, Vote};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// A person who asks, and a chair who decides, does it so often.
const FLOOR_INTERVAL: Duration = Duration::from_secs(2);

/// What is seen by everyone within this, 99 of 100 times, and what is the final tally on the last phone.
const SEEN_P99_MS: f64 = 10.0;
const TALLY_MS: f64 = 500.0;

/// Lets the meeting happen for the time of the settings.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let window = meter.begin();
    let mut meeting = Meeting::new(stage);
    for (index, room) in rooms.into_iter().enumerate() {
        meeting.add_room(stage, index, room, &stopped);
    }
    let written = meeting.writing.join_all().await;
    let askers = meeting.asking.join_all().await;
    let votes = meeting
        .voting
        .join_all()
        .await
        .into_iter()
        .collect::<Result<Vec<Vote>, Fault>>()?;
    let ledgers = &meeting.ledgers;
    let sent = |room: usize| u64::from(ledgers[room].sent());
    let (edits, expected) = (0..stage.rooms()).fold((0, 0), |(edits, expected), room| {
        let listeners = (stage.phones_in(room) + meeting.chairs[room] - 1) as u64;
        (edits + sent(room), expected + sent(room) * listeners)
    });
    let answered = || ledgers.iter().map(|ledger| ledger.answered()).sum::<u64>();
    let delivered = || ledgers.iter().map(|ledger| ledger.deliveries()).sum::<u64>();
    stage.wait_for(expected + edits, || delivered() + answered()).await;
    meter.end(&window, report);
    report.unanswered = edits.saturating_sub(answered());
    let newcomers = Newcomers::enter(stage, &[Audience::Participant, Audience::Chair], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let attendees = meeting.attending.join_all().await;
    let mut notes = Report::default();
    ledgers
        .iter()
        .for_each(|ledger| notes.everyone.merge(&ledger.until_everyone()));
    let mut figures = vec![Figure::time(
        "notes: seen by everyone, p99",
        notes.everyone.quantile(0.99),
        Some(SEEN_P99_MS),
    )];
    figures.extend(account_for_floor(&askers, &attendees, report));
    figures.extend(account_for_votes(&votes, &attendees, report));
    report.sent += edits;
    report.expected += expected;
    let pages = pages(attendees, written, report);
    report.everyone.merge(&notes.everyone);
    let newcomers = newcomers.leave().await;
    for newcomer in newcomers
        .iter()
        .filter(|newcomer| newcomer.audience() == Audience::Participant)
    {
        report.lost_to_latecomers += u64::from(newcomer.seen.missing(ledgers[newcomer.room].sent()));
        let phones = stage.phones_in(newcomer.room) as u64;
        report.lost += newcomer.turnout().map_or(0, |turnout| phones.abs_diff(turnout));
    }
    equality::compare(&newcomers, &pages, report);
    figures.push(Figure::new("server CPU, of one core", share(report), "%", None));
    report.own_figures.extend(figures);
    Ok(())
}

fn share(report: &Report) -> Option<f64> {
    Some(report.server_cpu?.as_secs_f64() * 100.0 / report.window.as_secs_f64().max(f64::EPSILON))
}

fn account_for_floor(askers: &[Asker], attendees: &[Attendee], report: &mut Report) -> [Figure; 2] {
    let mut floor = Report::default();
    floor::account(askers, attendees, &mut floor);
    report.lateness.merge(&floor.lateness);
    report.sent += floor.sent;
    report.expected += floor.expected;
    report.deliveries += floor.deliveries;
    report.lost += floor.lost;
    report.unanswered += floor.unanswered;
    report.saving.merge(&floor.saving);
    floor
        .refusals
        .first
        .into_iter()
        .for_each(|message| report.note_refused(message));
    [
        Figure::time(
            "floor: seen by everyone, p99",
            floor.everyone.quantile(0.99),
            Some(SEEN_P99_MS),
        ),
        Figure::time("chair's decision on each phone, p99", floor.deciding.quantile(0.99), None),
    ]
}

fn account_for_votes(votes: &[Vote], attendees: &[Attendee], report: &mut Report) -> [Figure; 2] {
    let mut tally = crate::latency::Latencies::default();
    let mut answering = crate::latency::Latencies::default();
    for vote in votes {
        report.unanswered += vote.unanswered;
        report.sent += vote.sent;
        answering.merge(&vote.answering);
        vote.refused.iter().for_each(|message| report.note_refused(message.clone()));
        let (Some(last), Some(seq)) = (vote.last_sent, vote.last_seq) else {
            continue;
        };
        for attendee in attendees.iter().filter(|attendee| attendee.room == vote.room) {
            match attendee.onlooker.showed(seq) {
                Some(moment) if attendee.witness.is_fair() => tally.record(moment.saturating_duration_since(last)),
                Some(_) => {}
                None => report.lost += 1,
            }
        }
    }
    [
        Figure::time("votes: last ballot to the last phone's tally", tally.max(), Some(TALLY_MS)),
        Figure::time("votes: ballot to its answer, p99", answering.quantile(0.99), None),
    ]
}

fn pages(attendees: Vec<Attendee>, written: Vec<Written>, report: &mut Report) -> Vec<Page> {
    written.iter().for_each(|written| report.lateness.merge(&written.lateness));
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

/// Everybody at work.
struct Meeting {
    start: Instant,
    ledgers: Vec<Arc<Ledger>>,
    /// How many chairs sit in each room.
    chairs: Vec<usize>,
    writing: JoinSet<Written>,
    asking: JoinSet<Asker>,
    voting: JoinSet<Result<Vote, Fault>>,
    attending: JoinSet<Attendee>,
}

impl Meeting {
    fn new(stage: &Stage<'_>) -> Self {
        let writers = u32::try_from(stage.settings.writers).unwrap_or(u32::MAX);
        let edits_max = stage.settings.edits_per_writer().saturating_mul(writers);
        Self {
            start: Instant::now(),
            ledgers: (0..stage.rooms()).map(|_| Arc::new(Ledger::new(edits_max))).collect(),
            chairs: vec![0; stage.rooms()],
            writing: JoinSet::new(),
            asking: JoinSet::new(),
            voting: JoinSet::new(),
            attending: JoinSet::new(),
        }
    }

    fn add_room(&mut self, stage: &Stage<'_>, index: usize, room: FullRoom, stop: &watch::Receiver<bool>) {
        let lasting = Duration::from_secs(stage.settings.seconds);
        let mut ballots = Vec::new();
        for (nth, phone) in room.phones.into_iter().enumerate() {
            let weather = stage.weather(index, nth, self.start, lasting);
            let edits = if nth < stage.settings.writers {
                stage.settings.edits_per_writer()
            } else {
                0
            };
            let own = OwnEdits::new(edits);
            let commands = self.seat(stage, index, phone, &own, weather, Audience::Participant, stop);
            if edits > 0 {
                self.let_write(stage, index, nth, &commands, own);
            } else if nth < stage.settings.writers + ASKERS {
                self.let_ask(stage, index, Arc::clone(&commands), Voice::Participant { asks: false }, 0);
            }
            ballots.push(Ballot { nth, commands });
        }
        let Some(phone) = room.chair else { return };
        self.chairs[index] = 1;
        let chair = self.seat(stage, index, phone, &OwnEdits::new(0), Weather::fair(), Audience::Chair, stop);
        self.let_ask(stage, index, Arc::clone(&chair), Voice::Chair(Chair::new(stage.run)), 1);
        let within = Duration::from_millis(stage.settings.within_ms);
        self.voting
            .spawn(ballot::vote(index, chair, ballots, self.start + lasting / 3, within));
    }

    #[expect(clippy::too_many_arguments, reason = "each says another thing about one phone")]
    fn seat(
        &mut self,
        stage: &Stage<'_>,
        room: usize,
        phone: Phone,
        own: &Arc<OwnEdits>,
        weather: Weather,
        audience: Audience,
        stop: &watch::Receiver<bool>,
    ) -> Arc<Commands> {
        let number = phone.number;
        let witness = Witness::new(number, Arc::clone(&self.ledgers[room]), Arc::clone(own)).in_weather(weather.is_fair());
        let diary = Diary::new(&stage.stories[room], audience);
        let attendee = Attendee::new(room, diary, witness, Onlooker::default());
        let (ear, mouth) = phone.split();
        let patience = Duration::from_secs(stage.settings.patience);
        let commands = Commands::of(mouth, attendee.waiting.clone(), stage.run, number, patience);
        self.attending.spawn(attendee.attend(ear, weather, stop.clone()));
        Arc::new(commands)
    }

    fn let_write(&mut self, stage: &Stage<'_>, room: usize, nth: usize, commands: &Commands, own: Arc<OwnEdits>) {
        let (settings, rooms) = (stage.settings, stage.rooms());
        let turn = nth * rooms + room;
        let edits = settings.edits_per_writer();
        let schedule = Schedule::new(self.start, settings.interval(), edits, turn, settings.writers * rooms);
        let author = Author {
            number: commands.phone(),
            run: stage.run,
            characters: settings.characters,
            ledger: Arc::clone(&self.ledgers[room]),
            own,
        };
        self.writing.spawn(author.write(commands.mouth(), schedule));
    }

    fn let_ask(&mut self, stage: &Stage<'_>, room: usize, commands: Arc<Commands>, voice: Voice, turn: usize) {
        let times = (stage.settings.seconds as f64 / FLOOR_INTERVAL.as_secs_f64()).ceil() as u32;
        // The rooms one after the other, and in each the chair between two who ask.
        let turn = room * 2 + turn;
        let schedule = Schedule::new(self.start, FLOOR_INTERVAL, times, turn, stage.rooms() * 2);
        self.asking.spawn(floor::ask(room, commands, voice, schedule));
    }
}
