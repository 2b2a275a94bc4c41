//! Everybody at work in a meeting: who writes, who asks, who decides, and when the vote is.

use super::ballot::{self, Ballot, Vote};
use crate::fault::Fault;
use crate::ledger::Ledger;
use crate::phone::{Phone, Weather};
use crate::scenario::FullRoom;
use crate::scenario::attendee::Attendee;
use crate::scenario::author::{Author, OwnEdits, Written};
use crate::scenario::chair::Chair;
use crate::scenario::commands::Commands;
use crate::scenario::floor::{self, Asker, Voice};
use crate::scenario::onlooker::Onlooker;
use crate::scenario::stage::{ASKERS, Stage};
use crate::scenario::witness::Witness;
use crate::schedule::Schedule;
use crate::story::{Audience, Diary};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// A person who asks, and a chair who decides, does it so often.
const FLOOR_INTERVAL: Duration = Duration::from_secs(2);

/// Somebody who takes a seat.
struct Arrival {
    room: usize,
    audience: Audience,
    own: Arc<OwnEdits>,
    weather: Weather,
    phone: Phone,
}

/// Everybody at work.
pub struct Meeting {
    start: Instant,
    stop: watch::Receiver<bool>,
    /// Of each room.
    pub ledgers: Vec<Arc<Ledger>>,
    /// How many chairs sit in each room.
    pub chairs: Vec<usize>,
    /// Who writes the notes.
    pub writing: JoinSet<Written>,
    /// Who asks for the floor, and the chairs.
    pub asking: JoinSet<Asker>,
    /// The rooms' votes.
    pub voting: JoinSet<Result<Vote, Fault>>,
    /// Everybody.
    pub attending: JoinSet<Attendee>,
}

impl Meeting {
    /// Before anybody is there.
    pub fn new(stage: &Stage<'_>, stop: watch::Receiver<bool>) -> Self {
        let writers = u32::try_from(stage.settings.writers).unwrap_or(u32::MAX);
        let edits_max = stage.settings.edits_per_writer().saturating_mul(writers);
        Self {
            start: Instant::now(),
            stop,
            ledgers: (0..stage.rooms()).map(|_| Arc::new(Ledger::new(edits_max))).collect(),
            chairs: vec![0; stage.rooms()],
            writing: JoinSet::new(),
            asking: JoinSet::new(),
            voting: JoinSet::new(),
            attending: JoinSet::new(),
        }
    }

    /// Lets everybody of a room do what there is to do.
    pub fn add_room(&mut self, stage: &Stage<'_>, index: usize, room: FullRoom) {
        let settings = stage.settings;
        let lasting = Duration::from_secs(settings.seconds);
        let mut ballots = Vec::new();
        for (nth, phone) in room.phones.into_iter().enumerate() {
            let writes = nth < settings.writers;
            let arrival = Arrival {
                room: index,
                audience: Audience::Participant,
                own: OwnEdits::new(if writes { settings.edits_per_writer() } else { 0 }),
                weather: stage.weather(index, nth, self.start, lasting),
                phone,
            };
            let (own, is_fair) = (Arc::clone(&arrival.own), arrival.weather.is_fair());
            let commands = self.seat(stage, arrival);
            if writes {
                self.let_write(stage, index, nth, &commands, own);
            } else if nth < settings.writers + ASKERS {
                self.let_ask(stage, index, Arc::clone(&commands), Voice::Participant { asks: false }, 0);
            }
            ballots.push(Ballot { nth, commands, is_fair });
        }
        if let Some(phone) = room.chair {
            self.add_chair(stage, index, phone, ballots);
        }
    }

    fn add_chair(&mut self, stage: &Stage<'_>, room: usize, phone: Phone, ballots: Vec<Ballot>) {
        let arrival = Arrival {
            room,
            audience: Audience::Chair,
            own: OwnEdits::new(0),
            weather: Weather::fair(),
            phone,
        };
        self.chairs[room] = 1;
        let chair = self.seat(stage, arrival);
        self.let_ask(stage, room, Arc::clone(&chair), Voice::Chair(Chair::new(stage.run)), 1);
        let within = Duration::from_millis(stage.settings.within_ms);
        let opens = self.start + Duration::from_secs(stage.settings.seconds) / 3;
        self.voting.spawn(ballot::vote(room, chair, ballots, opens, within));
    }

    fn seat(&mut self, stage: &Stage<'_>, arrival: Arrival) -> Arc<Commands> {
        let (room, number) = (arrival.room, arrival.phone.number);
        let witness = Witness::new(number, Arc::clone(&self.ledgers[room]), arrival.own);
        let diary = Diary::new(&stage.stories[room], arrival.audience);
        let attendee = Attendee::new(room, diary, witness, Onlooker::default()).in_weather(&arrival.weather);
        let (ear, mouth) = arrival.phone.split();
        let patience = Duration::from_secs(stage.settings.patience);
        let commands = Commands::of(mouth, attendee.waiting.clone(), stage.run, number, patience);
        self.attending.spawn(attendee.attend(ear, arrival.weather, self.stop.clone()));
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
