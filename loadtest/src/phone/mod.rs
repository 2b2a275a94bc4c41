//! One participant's phone: connects, asks for the notes and then takes what comes. `seat` is what it may do where and how it gets
//! there, `dialect` how the server at hand puts things, `ear` and `mouth` are its two halves, `weather` is what its network does.

mod dialect;
mod ear;
mod mouth;
mod seat;
mod weather;

pub use dialect::Dialect;
pub use ear::{Ear, Listener};
pub use mouth::Mouth;
pub use seat::Seat;
pub use weather::Weather;

use crate::connection::Socket;
use crate::fault::Fault;
use futures_util::StreamExt;
use futures_util::stream::SplitStream;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

/// How long the server may take to let a phone in.
const WELCOME_MAX: Duration = Duration::from_secs(30);

/// A phone that is in the room and has the notes.
#[derive(Debug)]
pub struct Phone {
    /// Its number among all phones of the test.
    pub number: u32,
    /// What has come so far, for whoever listens.
    early: Vec<Message>,
    reader: SplitStream<Socket>,
    mouth: Mouth,
    seat: Seat,
}

impl Phone {
    /// Takes the socket that the seat has opened, and waits for the welcome and the notes.
    pub async fn begin(seat: Seat, socket: Socket) -> Result<Self, Fault> {
        let (writer, reader) = socket.split();
        let mut phone = Self {
            number: seat.number,
            early: Vec::new(),
            reader,
            mouth: Mouth::new(writer, seat.dialect.clone()),
            seat,
        };
        let in_time = timeout(WELCOME_MAX, phone.greet()).await;
        let failed = |why: String| Fault::Connection {
            what: format!("phone {}'s welcome", phone.number),
            why,
        };
        match in_time {
            Ok(Ok(())) => Ok(phone),
            Ok(Err(why)) => Err(failed(why)),
            Err(_) => Err(failed(format!("nothing for {} s", WELCOME_MAX.as_secs()))),
        }
    }

    async fn greet(&mut self) -> Result<(), String> {
        let dialect = self.seat.dialect.clone();
        self.mouth.greet().await.map_err(|error| error.to_string())?;
        let mut missing = dialect.greeting();
        while !missing.is_complete() {
            match self.reader.next().await {
                Some(Ok(Message::Close(frame))) => return Err(format!("closed: {frame:?}")),
                Some(Ok(message)) => {
                    if let Some(message) = dialect.hear(message) {
                        missing.take(&message);
                        self.early.push(message);
                    }
                }
                Some(Err(error)) => return Err(error.to_string()),
                None => return Err("the connection ended".into()),
            }
        }
        self.mouth.answer_question().await.map_err(|error| error.to_string())
    }

    /// Hears what comes, as the pings that a phone has to answer, until `over`, and keeps it; but not who else is coming in. Should
    /// the connection end, whoever listens next finds out.
    pub async fn rest(mut self, mut over: watch::Receiver<bool>) -> Self {
        loop {
            tokio::select! {
                heard = self.reader.next() => match heard {
                    Some(Ok(message)) => self.keep(message),
                    _ => return self,
                },
                _ = over.wait_for(|over| *over) => return self,
            }
        }
    }

    fn keep(&mut self, message: Message) {
        let is_presence = |text: &str| text.starts_with(r#"{"type":"presence""#);
        if matches!(&message, Message::Text(text) if is_presence(text)) {
            return;
        }
        self.early.extend(self.seat.dialect.hear(message));
    }

    /// Loses the connection without a word; what is left is the seat.
    pub fn hang_up(self) -> Seat {
        self.seat
    }

    /// Lets two tasks use it, one to listen and one to speak.
    pub fn split(self) -> (Ear, Mouth) {
        let mouth = self.mouth.clone();
        (Ear::new(self.early, self.reader, self.mouth, self.seat), mouth)
    }
}
