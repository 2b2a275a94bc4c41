//! One run: people come, ask, vote and write while the disk stalls and fails, phones take nothing, connections break and the server
//! crashes; then everything comes to rest and is judged. Whatever happens follows from the seed.

use crate::author::Author;
use crate::client::Client;
use crate::extent::Chance;
use crate::hall::{Hall, MEETING, Running};
use crate::ledger::{Answer, Asked, Ledger};
use crate::oracle;
use crate::people::{self, Person};
use crate::phone::Appetite;
use crate::wishes::{Hand, wish};
use roundtable::hub::message::Message;
use roundtable::room::seat::{Role, Seat};
use serde_json::Value;
use std::time::Duration;
use tokio::sync::oneshot;
use uuid::Uuid;

/// Steps of a run.
const STEPS_LEAST: u64 = 20;
const STEPS_MOST: u64 = 100;
/// Times that everybody is looked after at the end, before it is said that it does not come to rest.
const ROUNDS_MAX: usize = 400;
/// Commands back that are asked again: as few as the room remembers of refusals.
const REPEATS_BACK: usize = 6;

/// What a run was like.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub commands: u64,
    pub frames: u64,
    pub records: u64,
    pub ballots: u64,
    pub crashes: u64,
    pub lost: u64,
    pub failed_writes: u64,
    /// The same for two runs in which the same happened.
    pub fingerprint: u64,
}

/// A run under way.
pub struct Story {
    pub(crate) chance: Chance,
    pub(crate) hall: Hall,
    pub(crate) hub: Running,
    pub(crate) clients: Vec<Client>,
    pub(crate) ledger: Ledger,
    /// Those who will come later.
    pub(crate) late: Vec<Person>,
    pub(crate) seats: Vec<String>,
    /// What each client has asked, in order.
    asked: Vec<Vec<Uuid>>,
    pub(crate) figures: Figures,
}

impl Story {
    /// Everybody has a seat, and nobody is connected.
    pub async fn begin(seed: u64) -> Self {
        let mut chance = Chance::with(seed);
        let hall = Hall::new(&mut chance);
        let mut ledger = Ledger::new();
        let (early, late) = people::all(&mut ledger.canaries);
        let mut story = Self {
            hub: hall.hub(),
            chance,
            hall,
            clients: Vec::new(),
            ledger,
            late,
            seats: Vec::new(),
            asked: Vec::new(),
            figures: Figures::default(),
        };
        for person in early {
            story.comes(person).await;
        }
        for _ in 0..story.clients.len() {
            story.somebody_connects().await;
        }
        story
    }

    /// Somebody takes a seat, however often it takes, and has a page or two.
    pub(crate) async fn comes(&mut self, person: Person) {
        if let Some(seat) = person.joins() {
            while !self.takes_seat(&seat).await {
                // A disk that takes nothing is tried again after a second.
                pass(500).await;
            }
            self.seats.push(seat.id.to_string());
            self.ledger
                .delegations
                .insert(seat.id.clone(), seat.profile.delegation.clone());
        }
        for kind in &person.pages {
            let number = self.clients.len();
            let mut client = Client::new(number, &person.seat.id, person.seat.role, *kind);
            client.is_veiled = self.hall.room == "veiled";
            client.author = person.writes.then(|| Author::new(client.next_document()));
            self.clients.push(client);
            self.asked.push(Vec::new());
        }
    }

    async fn takes_seat(&mut self, seat: &Seat) -> bool {
        let (sender, receiver) = oneshot::channel();
        let sent = self
            .hub
            .send(MEETING, self.hall.room, Message::TakeSeat(seat.clone(), sender));
        sent.await.is_ok() && matches!(receiver.await, Ok(Ok(())))
    }

    /// Goes on for a while, then comes to rest and is judged.
    pub async fn play(mut self) -> Figures {
        for _ in 0..STEPS_LEAST + self.chance.below(STEPS_MOST - STEPS_LEAST) {
            self.step().await;
        }
        self.rest().await;
        self.figures.ballots = oracle::judge(&self.ledger, &self.hall, &self.clients).await;
        self.figures.records = self.hall.stored_seq().await;
        self.figures.frames = self.ledger.frames;
        self.figures.failed_writes = self.hall.disk.failed();
        self.figures.fingerprint = self.ledger.fingerprint();
        self.figures
    }

    async fn step(&mut self) {
        match self.chance.below(200) {
            0..90 => {
                for _ in 0..=self.chance.below(4) {
                    self.somebody_asks().await;
                }
            }
            90..104 => self.somebody_writes().await,
            104..112 => self.somebody_repeats(),
            112..124 => self.a_phone_changes(),
            124..134 => self.a_connection_breaks().await,
            134..170 => self.somebody_connects().await,
            170..174 => self.somebody_looks().await,
            174..178 => self.somebody_comes_late().await,
            178..181 => self.crash().await,
            181 => self.restart().await,
            182 => self.everybody_leaves().await,
            _ => {}
        }
        self.time_passes().await;
        self.some_have_their_turn().await;
    }

    async fn time_passes(&mut self) {
        match self.chance.below(20) {
            0..8 => {}
            8..16 => pass(1 + self.chance.below(10)).await,
            16..19 => pass(self.chance.below(300)).await,
            _ => pass(self.chance.below(12_000)).await,
        }
        for _ in 0..self.chance.below(4) {
            tokio::task::yield_now().await;
        }
    }

    pub(crate) async fn some_have_their_turn(&mut self) {
        for client in &mut self.clients {
            if self.chance.percent(40) {
                client.pump(&mut self.ledger, &self.hall).await;
            }
        }
    }

    async fn somebody_asks(&mut self) {
        let index = self.somebody();
        let mut hand = Hand {
            chance: &mut self.chance,
            page: &self.clients[index],
            canaries: &mut self.ledger.canaries,
            seats: &self.seats,
        };
        let Some(command) = wish(&mut hand) else { return };
        self.figures.commands += 1;
        let id = Uuid::from_u128(self.figures.commands.into());
        self.asks(index, id, command).await;
    }

    async fn asks(&mut self, index: usize, id: Uuid, command: Value) {
        let client = &mut self.clients[index];
        self.ledger
            .event(format!("{index} {} asks {} {command}", client.seat, id.as_u128()));
        let poll = command["poll"].as_str().filter(|_| command["do"] == "cast");
        let is_secret = |poll: &&str| client.view["polls"]["items"][*poll]["secrecy"] == "secret";
        let asked = Asked {
            seat: client.seat.clone(),
            secret_poll: poll.filter(is_secret).map(str::to_owned),
            command: command.clone(),
        };
        self.ledger.asked.insert(id, asked);
        self.asked[index].push(id);
        match client.role == Role::Organiser || self.chance.percent(10) {
            true => client.post(&self.hub, &self.hall, id, &command).await,
            false => client.ask(id, command),
        }
    }

    /// A command that has its answer is asked again.
    fn somebody_repeats(&mut self) {
        let index = self.somebody();
        let answered = self.asked[index].iter().rev().take(REPEATS_BACK);
        let answered: Vec<Uuid> = answered.filter(|id| self.ledger.answers.contains_key(id)).copied().collect();
        if answered.is_empty() || self.clients[index].role == Role::Organiser {
            return;
        }
        let id = *self.chance.one_of(&answered);
        self.ledger.event(format!("{index} repeats {}", id.as_u128()));
        self.clients[index].ask(id, self.ledger.asked[&id].command.clone());
    }

    async fn somebody_writes(&mut self) {
        let index = self.somebody();
        if self.clients[index].author.is_none() {
            return;
        }
        if self.chance.percent(15) {
            let texts = self.clients[index].take_out_last().await;
            self.ledger.event(format!("{index} takes out {texts:?}"));
            self.ledger.taken_out.extend(texts);
        } else {
            self.figures.commands += 1;
            let text = format!("Line {}.", self.figures.commands);
            self.ledger.event(format!("{index} writes {text}"));
            let from_end = u32::try_from(self.chance.below(3)).unwrap();
            self.clients[index].write(from_end, &text).await;
        }
    }

    pub(crate) fn somebody(&mut self) -> usize {
        usize::try_from(self.chance.below(self.clients.len() as u64)).unwrap()
    }

    /// Everything is as it should be from now on: everybody comes back and catches up. Then the server crashes once more, and whoever asks
    /// again gets the answer that they had.
    async fn rest(&mut self) {
        self.ledger.event("it comes to rest".to_owned());
        self.hall.disk.calm();
        self.hall.archive.calm();
        self.settle().await;
        self.everybody_has_caught_up().await;
        self.somebody_looks().await;
        self.crash().await;
        for index in 0..self.clients.len() {
            self.asks_again(index).await;
        }
        // An outcome that could not be put in its place is put there when the room is next opened, by whomever.
        self.somebody_looks().await;
    }

    /// What was done is not done again.
    async fn asks_again(&mut self, index: usize) {
        let is_done = |id: &&Uuid| matches!(self.ledger.answers.get(*id), Some(Answer::Done { .. }));
        let done: Vec<Uuid> = self.asked[index]
            .iter()
            .rev()
            .take(REPEATS_BACK)
            .filter(is_done)
            .copied()
            .collect();
        for id in done {
            let command = self.ledger.asked[&id].command.clone();
            let client = &mut self.clients[index];
            client.post(&self.hub, &self.hall, id, &command).await;
            pass(20).await;
            client.read_posts(&mut self.ledger);
            assert!(!client.waits(), "a repeat of {id} has no answer");
        }
    }

    async fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..ROUNDS_MAX {
            pass(100).await;
            for client in &mut self.clients {
                match &client.line {
                    Some(line) => line.phone.turn(Appetite::All),
                    None => client.connect(&self.hub, &self.hall, true, Appetite::All).await,
                }
                client.pump(&mut self.ledger, &self.hall).await;
            }
            let rests = self.clients.iter().all(|client| client.line.is_some() && !client.waits());
            quiet = if rests { quiet + 1 } else { 0 };
            if quiet == 6 {
                return;
            }
        }
        let restless = self.clients.iter().filter(|client| client.line.is_none() || client.waits());
        let told: Vec<String> = restless.map(Client::what_it_waits_for).collect();
        panic!("it does not come to rest: {told:?}");
    }
}

/// Time passes for all.
pub(crate) async fn pass(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}
