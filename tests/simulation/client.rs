//! Somebody's page: it asks, merges what it is told, and comes back after a lost connection with what was not answered.

use crate::author::Author;
use crate::hall::{Hall, MEETING};
use crate::ledger::{Answer, Asked, Ledger, Page};
use crate::phone::{Appetite, Came, Phone};
use futures_util::FutureExt;
use roundtable::hub::Hub;
use roundtable::hub::answered::Outcome;
use roundtable::hub::connection::{Connection, Kind};
use roundtable::hub::fault::Fault;
use roundtable::hub::handle::RoomHandle;
use roundtable::hub::message::{self, Message, Reply};
use roundtable::hub::question::{Question, Weight};
use roundtable::hub::sending::Sent;
use roundtable::protocol::client::CommandFrame;
use roundtable::protocol::disconnect::Disconnect;
use roundtable::protocol::wire;
use roundtable::room::ids::{SeatId, Seq};
use roundtable::room::seat::Role;
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A connection and what belongs to it.
pub struct Line {
    pub room: RoomHandle,
    pub connection: Arc<Connection>,
    pub phone: Phone,
    /// Whether the first frame has come.
    pub welcomed: bool,
    /// Notes updates sent so far.
    pub updates: u32,
    /// Whether it has asked for the notes.
    pub began_notes: bool,
    /// Whether the room has what it wrote while it was away.
    pub synced: bool,
    /// Whether what it wrote was refused: then it begins with another copy of the notes, on another connection.
    pub forgot: bool,
}

/// A command without an answer.
struct Open {
    id: Uuid,
    command: Value,
    /// Whether it was sent on this connection.
    sent: bool,
}

/// A page.
pub struct Client {
    pub number: usize,
    pub seat: SeatId,
    pub role: Role,
    pub kind: Kind,
    pub line: Option<Line>,
    pub view: Value,
    pub you: Value,
    pub seq: u64,
    pub epoch: String,
    pub author: Option<Author>,
    /// Whether the room is one that tells nobody's name beside what they wrote.
    pub is_veiled: bool,
    /// Yjs client ids used so far.
    pub documents: u64,
    open: Vec<Open>,
    posts: Vec<(Uuid, oneshot::Receiver<Result<Outcome, Fault>>)>,
}

impl Client {
    pub fn new(number: usize, seat: &SeatId, role: Role, kind: Kind) -> Self {
        Self {
            number,
            seat: seat.clone(),
            role,
            kind,
            line: None,
            view: Value::Null,
            you: Value::Null,
            seq: 0,
            epoch: String::new(),
            author: None,
            is_veiled: false,
            documents: 0,
            open: Vec::new(),
            posts: Vec::new(),
        }
    }

    /// Whether it has asked something that is not answered.
    pub fn waits(&self) -> bool {
        let writes = self.author.as_ref().is_some_and(|author| !author.unanswered.is_empty());
        !self.open.is_empty() || !self.posts.is_empty() || writes
    }

    /// The same in words.
    pub fn what_it_waits_for(&self) -> String {
        let edits = self.author.as_ref().map(|author| author.unanswered.len());
        format!(
            "{} {} connected: {}, commands: {}, requests: {}, edits: {edits:?}",
            self.number,
            self.seat,
            self.line.is_some(),
            self.open.len(),
            self.posts.len()
        )
    }

    /// Connects, with the position that it has where it is to resume.
    pub async fn connect(&mut self, hub: &Hub, hall: &Hall, resumes: bool, appetite: Appetite) {
        // A room that cannot be read just now is asked for again later.
        let Ok(room) = hub.open(MEETING, hall.room).await else {
            return;
        };
        let phone = Phone::with(appetite);
        let outlet = Arc::new(phone.clone());
        let id = hub.next_connection_id();
        let connection = Arc::new(Connection::new(id, self.seat.clone(), self.role, self.kind, outlet));
        let since = (resumes && !self.epoch.is_empty()).then(|| (self.epoch.clone(), Seq(self.seq)));
        room.connect(connection.clone(), since).await;
        self.line = Some(Line {
            room,
            connection,
            phone,
            welcomed: self.kind == Kind::Notes,
            updates: 0,
            began_notes: false,
            synced: false,
            forgot: false,
        });
    }

    /// The connection breaks; what is on its way is lost, or comes still.
    pub async fn lose(&mut self, ledger: &mut Ledger, hall: &Hall, reads_on: bool) {
        let Some(line) = &self.line else { return };
        let (room, connection) = (line.room.clone(), line.connection.clone());
        if reads_on {
            self.read_on(ledger, hall).await;
        }
        connection.end(Disconnect::Gone);
        // A room that has ended forgets its connections by itself.
        let _ended = room.send(Message::Leave(connection)).await;
        self.unplug();
    }

    /// Reads what has arrived. How much is stored is asked afterwards: while others had their turn, the room has gone on.
    pub async fn read_on(&mut self, ledger: &mut Ledger, hall: &Hall) {
        let came = self.line.as_ref().map(|line| line.phone.frames()).unwrap_or_default();
        if came.is_empty() {
            return;
        }
        let stored_seq = hall.stored_seq().await;
        for frame in came {
            self.take(frame, ledger, stored_seq).await;
        }
    }

    /// Without a word to the room, which is gone.
    pub fn unplug(&mut self) {
        self.line = None;
        self.open.iter_mut().for_each(|open| open.sent = false);
        if let Some(author) = &mut self.author {
            author.unplug();
        }
    }

    /// What the connection's own task does when it has its turn.
    pub async fn pump(&mut self, ledger: &mut Ledger, hall: &Hall) {
        self.read_posts(ledger);
        let Some(line) = &self.line else { return };
        line.phone.breathe();
        let ended = line.connection.ended();
        if let Some(reason) = ended {
            line.connection.finish(Some(wire::close(reason.code(), reason.reason())));
        }
        let recall = &line.room.shared.recall;
        if line.connection.send(recall) == Sent::Behind {
            line.connection.leave_ring();
            let question = line.connection.ask(Weight::Nothing).await;
            let _ended = line.room.send(Message::Refresh(question)).await;
        }
        self.read_on(ledger, hall).await;
        if ended.is_some() {
            return self.lose(ledger, hall, false).await;
        }
        self.begin_notes().await;
        self.send_open(ledger).await;
    }

    fn question(&self, weight: Weight) -> Option<Question> {
        // Where it has asked too much already, it asks later.
        self.line.as_ref()?.connection.ask(weight).now_or_never()
    }

    async fn send(&self, message: Message) -> bool {
        match &self.line {
            Some(line) => line.room.send(message).await.is_ok(),
            None => false,
        }
    }

    /// Asks for something, now or as soon as it is connected.
    pub fn ask(&mut self, id: Uuid, command: Value) {
        self.open.push(Open {
            id,
            command,
            sent: false,
        });
    }

    async fn send_open(&mut self, ledger: &mut Ledger) {
        if !self.line.as_ref().is_some_and(|line| line.welcomed) {
            return;
        }
        for index in 0..self.open.len() {
            if self.open[index].sent {
                continue;
            }
            let Some(question) = self.question(Weight::Light) else {
                return;
            };
            let Open { id, command, .. } = &self.open[index];
            let asked = self.asked(*id, command, Reply::Connection(question));
            ledger.event(format!("{} sends {}", self.number, id.as_u128()));
            self.open[index].sent = self.send(Message::Command(Box::new(asked))).await;
        }
    }

    fn asked(&self, id: Uuid, command: &Value, reply: Reply) -> message::Asked {
        let mut frame = command.clone();
        frame["id"] = json!(id);
        let frame: CommandFrame = serde_json::from_value(frame).unwrap_or_else(|error| panic!("{error}: {command}"));
        message::Asked {
            frame,
            seat: self.seat.clone(),
            role: self.role,
            reply,
        }
    }

    /// Asks by a request of its own, as a script does.
    pub async fn post(&mut self, hub: &Hub, hall: &Hall, id: Uuid, command: &Value) {
        let (sender, receiver) = oneshot::channel();
        let asked = self.asked(id, command, Reply::Request(sender));
        // Refused where the room cannot be opened: then the answer never comes, and it is asked again.
        let _unavailable = hub.send(MEETING, hall.room, Message::Command(Box::new(asked))).await;
        self.posts.push((id, receiver));
    }

    /// Takes the answers to what it asked by requests.
    pub fn read_posts(&mut self, ledger: &mut Ledger) {
        for (id, mut receiver) in std::mem::take(&mut self.posts) {
            match receiver.try_recv() {
                Ok(Ok(Outcome::Done { seq, made })) => {
                    ledger.answered(id, Answer::Done { seq: seq.0, made }, "");
                }
                Ok(Ok(Outcome::Refused(refusal))) => {
                    let code = json!(refusal.code).as_str().unwrap().to_owned();
                    // Of which run of the room it comes is not known.
                    ledger.answered(
                        id,
                        Answer::Refused {
                            code,
                            epoch: String::new(),
                        },
                        "",
                    );
                }
                Err(oneshot::error::TryRecvError::Empty) => self.posts.push((id, receiver)),
                Ok(Err(_)) | Err(oneshot::error::TryRecvError::Closed) => {
                    let Asked { command, .. } = ledger.asked[&id].clone();
                    self.ask(id, command);
                }
            }
        }
    }

    async fn begin_notes(&mut self) {
        let (Some(line), Some(author)) = (&self.line, &self.author) else {
            return;
        };
        if line.began_notes || !line.welcomed {
            return;
        }
        let Some(question) = self.question(Weight::Whole) else {
            return;
        };
        let asked = self.send(Message::SyncStep1(question, author.state_vector().into())).await;
        if let Some(line) = &mut self.line {
            line.began_notes = asked;
        }
    }

    /// Writes a paragraph, which is sent now or when it is next connected.
    pub async fn write(&mut self, from_end: u32, text: &str) {
        let Some(author) = &mut self.author else { return };
        let update = author.write(from_end, text);
        self.edit_if_synced(update).await;
    }

    /// Takes the last paragraph out; what it said.
    pub async fn take_out_last(&mut self) -> Vec<String> {
        let Some((texts, update)) = self.author.as_mut().and_then(Author::take_out_last) else {
            return Vec::new();
        };
        self.edit_if_synced(update).await;
        texts
    }

    async fn edit_if_synced(&mut self, update: Vec<u8>) {
        if self.line.as_ref().is_some_and(|line| line.synced) {
            self.edit(update).await;
        }
    }

    /// Sends an update of the notes. Where it has asked too much already, it comes back with it later.
    pub(crate) async fn edit(&mut self, update: Vec<u8>) {
        let question = self.question(Weight::Bytes(update.len()));
        let (Some(line), Some(author)) = (&mut self.line, &mut self.author) else {
            return;
        };
        let Some(question) = question else {
            return line.connection.end(Disconnect::Gone);
        };
        line.updates += 1;
        let ticket = line.updates;
        if self.kind == Kind::Live {
            author.sent(ticket);
        }
        let update = update.into();
        let edit = Message::Edit {
            question,
            update,
            ticket,
        };
        self.send(edit).await;
    }

    /// A command has its answer.
    pub(crate) fn settled(&mut self, id: Uuid) {
        self.open.retain(|open| open.id != id);
    }

    async fn take(&mut self, frame: Came, ledger: &mut Ledger, stored_seq: u64) {
        ledger.frames += 1;
        match frame {
            Came::Text(text) => self.take_text(&text, ledger, stored_seq),
            Came::Binary(message) => self.take_notes(&message, ledger).await,
            Came::Close => {}
        }
    }

    pub(crate) fn page(&self, seq: u64, stored_seq: u64) -> Page {
        Page {
            seat: self.seat.clone(),
            role: self.role,
            seq,
            stored_seq,
            you: self.you.clone(),
        }
    }
}
