//! Writers ask for the floor and withdraw, in turn, and a chair decides; every phone keeps its view and notes when it had which
//! position.

use super::FullRoom;
use super::attendee::Attendee;
use super::chair::Chair;
use super::commands::{Commands, Undone};
use super::equality::{self, Newcomers, Page};
use super::meter::Meter;
use super::stage::Stage;
use crate::fault::Fault;
use crate::latency::Latencies;
use crate::phone::{Ear, Phone, Weather};
use crate::report::Report;
use crate::schedule::Schedule;
use crate::story::Audience;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// One command: when it was sent, when it was answered, and from which position on everyone must show it.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// When it went out.
    pub at: Instant,
    /// When the answer came.
    pub answered: Instant,
    /// The position.
    pub seq: u64,
    /// Whether it is a chair's decision.
    pub decision: bool,
}

/// Whose commands they are.
#[derive(Debug)]
pub enum Voice {
    /// A participant's, who asks for the floor and withdraws in turn.
    Participant {
        /// Whether it is on the list.
        asks: bool,
    },
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
pub struct Asker {
    /// The index of the room.
    pub room: usize,
    sent: Vec<Sent>,
    lateness: Latencies,
    refused: Vec<String>,
    unanswered: u64,
}

/// Asks for the time of the settings, waits until every phone shows the last of it and compares all views.
pub async fn play(stage: &Stage<'_>, rooms: Vec<FullRoom>, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let window = meter.begin();
    let mut list = List::new(Instant::now());
    for (index, room) in rooms.into_iter().enumerate() {
        list.add(stage, index, room, &stopped);
    }
    let askers = list.asking.join_all().await;
    let last = last_positions(&askers, stage.rooms());
    let positions = list.positions;
    let arrived = || {
        let has_it = |(room, at): &&(usize, Arc<AtomicU64>)| at.load(Ordering::Acquire) >= last[*room];
        positions.iter().filter(has_it).count() as u64
    };
    stage.wait_for(positions.len() as u64, arrived).await;
    meter.end(&window, report);
    let newcomers = Newcomers::enter(stage, &[Audience::Participant, Audience::Chair], &stopped).await?;
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    let attendees = list.attending.join_all().await;
    account(&askers, &attendees, report);
    let attendees = attendees.into_iter();
    let pages: Vec<Page> = attendees.map(|attendee| attendee.account(Vec::new(), report)).collect();
    equality::compare(&newcomers.leave().await, &pages, report);
    Ok(())
}

/// Everybody at work.
struct List {
    start: Instant,
    asking: JoinSet<Asker>,
    attending: JoinSet<Attendee>,
    /// Of every phone, with the index of its room.
    positions: Vec<(usize, Arc<AtomicU64>)>,
}

impl List {
    fn new(start: Instant) -> Self {
        Self {
            start,
            asking: JoinSet::new(),
            attending: JoinSet::new(),
            positions: Vec::new(),
        }
    }

    fn add(&mut self, stage: &Stage<'_>, index: usize, room: FullRoom, stop: &watch::Receiver<bool>) {
        let settings = stage.settings;
        for (nth, phone) in room.phones.into_iter().enumerate() {
            let weather = stage.weather(index, nth, self.start, Duration::from_secs(settings.seconds));
            let (attendee, ear, commands) = self.seat(stage, index, phone, Audience::Participant, &weather);
            self.attending.spawn(attendee.attend(ear, weather, stop.clone()));
            if nth < settings.writers {
                let (turn, of) = (settings.turn(index, nth), settings.writers * settings.rooms);
                let schedule = Schedule::new(self.start, settings.interval(), settings.edits_per_writer(), turn, of);
                let voice = Voice::Participant { asks: false };
                self.asking.spawn(ask(index, Arc::new(commands), voice, schedule));
            }
        }
        let Some(phone) = room.chair else { return };
        let (attendee, ear, commands) = self.seat(stage, index, phone, Audience::Chair, &Weather::fair());
        self.attending.spawn(attendee.attend(ear, Weather::fair(), stop.clone()));
        // The chair decides between two participants' turns.
        let schedule = Schedule::new(self.start, settings.interval(), settings.edits_per_writer(), 1, 2);
        let voice = Voice::Chair(Chair::new(stage.run));
        self.asking.spawn(ask(index, Arc::new(commands), voice, schedule));
    }

    fn seat(
        &mut self,
        stage: &Stage<'_>,
        room: usize,
        phone: Phone,
        audience: Audience,
        weather: &Weather,
    ) -> (Attendee, Ear, Commands) {
        let number = phone.number;
        let attendee = Attendee::reading(stage, room, number, audience).in_weather(weather);
        self.positions.push((room, attendee.onlooker.position()));
        let (ear, mouth) = phone.split();
        let patience = Duration::from_secs(stage.settings.patience);
        let commands = Commands::of(mouth, attendee.waiting.clone(), stage.run, number, patience);
        (attendee, ear, commands)
    }
}

/// The last position of each room's commands.
pub fn last_positions(askers: &[Asker], rooms: usize) -> Vec<u64> {
    let mut last = vec![0; rooms];
    for asker in askers {
        last[asker.room] = asker.sent.iter().map(|sent| sent.seq).fold(last[asker.room], u64::max);
    }
    last
}

/// Says one command after the other. The next one waits for the answer to the one before, as a person's would.
pub async fn ask(room: usize, commands: Arc<Commands>, mut voice: Voice, schedule: Schedule) -> Asker {
    let mut asker = Asker {
        room,
        ..Asker::default()
    };
    for due in schedule {
        tokio::time::sleep_until(due).await;
        asker.lateness.record(due.elapsed());
        let (mut command, decision) = voice.next();
        command["tool"] = json!("floor");
        let at = Instant::now();
        match commands.ask(command).await {
            Ok(done) => {
                asker.sent.push(Sent {
                    at,
                    answered: done.at,
                    seq: done.seq,
                    decision,
                });
                voice.made(done.made);
            }
            Err(Undone::Refused(message)) => {
                asker.refused.push(message);
                break;
            }
            Err(Undone::Unanswered) => {
                asker.unanswered += 1;
                break;
            }
        }
    }
    asker
}

/// Which command was shown by which phone, and when.
pub fn account(askers: &[Asker], attendees: &[Attendee], report: &mut Report) {
    for asker in askers {
        report.lateness.merge(&asker.lateness);
        report.sent += asker.sent.len() as u64 + asker.unanswered;
        report.unanswered += asker.unanswered;
        asker.refused.iter().for_each(|message| report.note_refused(message.clone()));
        for sent in &asker.sent {
            report.saving.record(sent.answered - sent.at);
            let in_room = attendees.iter().filter(|attendee| attendee.room == asker.room);
            seen_by_everyone(sent, in_room, report);
        }
    }
}

fn seen_by_everyone<'a>(sent: &Sent, attendees: impl Iterator<Item = &'a Attendee>, report: &mut Report) {
    let mut slowest = Duration::ZERO;
    for attendee in attendees {
        report.expected += 1;
        let Some(moment) = attendee.onlooker.showed(sent.seq) else {
            report.lost += 1;
            continue;
        };
        report.deliveries += 1;
        let after = moment.saturating_duration_since(sent.at);
        if !attendee.witness.is_fair() {
            report.catching_up.record(after);
            continue;
        }
        report.seeing.record(after);
        if sent.decision {
            report.deciding.record(after);
        }
        slowest = slowest.max(after);
    }
    report.everyone.record(slowest);
}
