//! One participant's phone: joins, connects, asks for the notes and then takes what comes.

use crate::codes::RoomLinks;
use crate::connection::{Socket, Venue};
use crate::fault::Fault;
use crate::join::Door;
use crate::yjs;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{Error, Message};

/// How long the server may take to let a phone in.
const WELCOME_MAX: Duration = Duration::from_secs(30);

/// Where phones go: the server and one of its rooms.
#[derive(Debug)]
pub struct Way<'a> {
    /// The HTTP side.
    pub door: &'a Door,
    /// The sockets' side.
    pub venue: &'a Venue,
    /// The meeting's id.
    pub meeting: &'a str,
    /// The room and its codes.
    pub room: &'a RoomLinks,
}

/// A phone that is in the room and has the notes.
#[derive(Debug)]
pub struct Phone {
    /// Its number among all phones of the test.
    pub number: u32,
    /// The first text frame.
    pub welcome: String,
    /// The notes as they were when it came.
    pub document: Vec<u8>,
    reader: SplitStream<Socket>,
    writer: SplitSink<Socket, Message>,
}

/// The half that listens.
pub struct Ear {
    reader: SplitStream<Socket>,
}

/// The half that speaks.
pub struct Mouth {
    writer: SplitSink<Socket, Message>,
}

impl Phone {
    /// Joins with the participants' code, connects and waits for the welcome and the notes.
    pub async fn enter(way: &Way<'_>, number: u32) -> Result<Self, Fault> {
        Self::enter_with(way, &way.room.participant.code, number).await
    }

    /// The same with another code.
    pub async fn enter_with(way: &Way<'_>, code: &str, number: u32) -> Result<Self, Fault> {
        let seat = way.door.join(code, &format!("Phone {number}")).await?;
        let socket = way
            .venue
            .connect(way.meeting, &way.room.room, &seat.token, number as usize)
            .await?;
        let (writer, reader) = socket.split();
        let mut phone = Self {
            number,
            welcome: String::new(),
            document: Vec::new(),
            reader,
            writer,
        };
        let in_time = timeout(WELCOME_MAX, phone.begin()).await;
        let failed = |why: String| Fault::Connection {
            what: format!("phone {number}'s welcome"),
            why,
        };
        match in_time {
            Ok(Ok(())) => Ok(phone),
            Ok(Err(why)) => Err(failed(why)),
            Err(_) => Err(failed(format!("nothing for {} s", WELCOME_MAX.as_secs()))),
        }
    }

    async fn begin(&mut self) -> Result<(), String> {
        self.send_binary(yjs::ask_for_everything()).await?;
        while self.welcome.is_empty() || self.document.is_empty() {
            match self.reader.next().await {
                Some(Ok(Message::Text(text))) if self.welcome.is_empty() => self.welcome = text.as_str().to_owned(),
                Some(Ok(Message::Binary(bytes))) if yjs::is_step_2(&bytes) => self.document = bytes.to_vec(),
                Some(Ok(Message::Close(frame))) => return Err(format!("closed: {frame:?}")),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.to_string()),
                None => return Err("the connection ended".into()),
            }
        }
        self.send_binary(yjs::nothing_to_give()).await
    }

    /// Hears what comes, as the pings that a phone has to answer, until `over`. What it hears is of the others' coming in; should
    /// the connection end, whoever listens next finds out.
    pub async fn rest(mut self, mut over: watch::Receiver<bool>) -> Self {
        loop {
            tokio::select! {
                heard = self.reader.next() => if !matches!(heard, Some(Ok(_))) { return self },
                _ = over.wait_for(|over| *over) => return self,
            }
        }
    }

    async fn send_binary(&mut self, bytes: Vec<u8>) -> Result<(), String> {
        self.writer
            .send(Message::Binary(bytes.into()))
            .await
            .map_err(|error| error.to_string())
    }

    /// Lets two tasks use it, one to listen and one to speak.
    pub fn split(self) -> (Ear, Mouth) {
        (Ear { reader: self.reader }, Mouth { writer: self.writer })
    }
}

impl Mouth {
    /// Sends a binary message.
    pub async fn send_binary(&mut self, bytes: Vec<u8>) -> Result<(), Error> {
        self.writer.send(Message::Binary(bytes.into())).await
    }

    /// Sends a text message.
    pub async fn send_text(&mut self, text: String) -> Result<(), Error> {
        self.writer.send(Message::Text(text.into())).await
    }
}

impl Ear {
    /// Hands every message to `take` with the moment it came, until told to stop. The answer is why the connection ended
    /// before that, if it did.
    pub async fn listen(mut self, mut stop: watch::Receiver<bool>, mut take: impl FnMut(&Message, Instant)) -> Option<String> {
        loop {
            let message = tokio::select! {
                message = self.reader.next() => message,
                _ = stop.wait_for(|stop| *stop) => return None,
            };
            match message {
                Some(Ok(Message::Close(frame))) => {
                    return Some(frame.map_or("closed".into(), |frame| format!("closed: {} {}", frame.code, frame.reason)));
                }
                Some(Ok(message)) => take(&message, Instant::now()),
                Some(Err(error)) => return Some(error.to_string()),
                None => return Some("the connection ended".into()),
            }
        }
    }
}
