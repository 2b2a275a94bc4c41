//! The half that listens, in all weather: it may stop reading for a while, or lose its connection and come back.

use super::Mouth;
use super::seat::Seat;
use super::weather::{Turn, Weather};
use crate::connection::Socket;
use futures_util::StreamExt;
use futures_util::stream::SplitStream;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::{sleep, sleep_until};
use tokio_tungstenite::tungstenite::{Error, Message};

/// How often a phone that was away knocks before it gives up, and how long it waits between.
const KNOCKS_MAX: u32 = 20;
const BETWEEN_KNOCKS: Duration = Duration::from_millis(250);

/// Close codes with which the server says "come back".
const COME_BACK: [u16; 3] = [1012, 4000, 4001];

/// Who listens.
pub trait Listener {
    /// A message, and when it came.
    fn take(&mut self, message: &Message, now: Instant);

    /// The phone was away, and its page starts again; the answer is the position up to which it has the view.
    fn start_again(&mut self) -> Option<String> {
        None
    }
}

impl<F: FnMut(&Message, Instant)> Listener for F {
    fn take(&mut self, message: &Message, now: Instant) {
        self(message, now);
    }
}

/// The half that listens.
#[derive(Debug)]
pub struct Ear {
    early: Vec<Message>,
    /// None while the phone is away.
    reader: Option<SplitStream<Socket>>,
    mouth: Mouth,
    seat: Seat,
}

/// What comes next.
enum Next {
    Message(Message),
    Ended(String),
    Turn(Option<Turn>),
    Stop,
}

impl Ear {
    /// What has come `early` is heard first.
    pub fn new(early: Vec<Message>, reader: SplitStream<Socket>, mouth: Mouth, seat: Seat) -> Self {
        Self {
            early,
            reader: Some(reader),
            mouth,
            seat,
        }
    }

    /// Hands every message to the listener with the moment it came, until told to stop. The answer is why the connection ended
    /// before that, if it did.
    pub async fn listen(
        mut self,
        mut stop: watch::Receiver<bool>,
        mut weather: Weather,
        listener: &mut impl Listener,
    ) -> Option<String> {
        let is_rough = !weather.is_fair();
        for message in std::mem::take(&mut self.early) {
            listener.take(&message, Instant::now());
        }
        loop {
            let away = match self.next(&mut stop, &mut weather).await {
                Next::Message(message) => {
                    listener.take(&message, Instant::now());
                    continue;
                }
                Next::Turn(Some(Turn::Stall(pause))) => {
                    sleep(pause).await;
                    continue;
                }
                Next::Turn(Some(Turn::Away(pause))) => pause,
                Next::Ended(why) if is_rough && is_invitation(&why) => Duration::ZERO,
                Next::Ended(why) => return Some(why),
                Next::Turn(None) => continue,
                Next::Stop => return None,
            };
            if let Err(why) = self.come_back(away, listener).await {
                return Some(why);
            }
        }
    }

    async fn next(&mut self, stop: &mut watch::Receiver<bool>, weather: &mut Weather) -> Next {
        let turn_at = weather.next_at();
        let turn = async {
            match turn_at {
                Some(at) => sleep_until(at).await,
                None => std::future::pending().await,
            }
        };
        let message = tokio::select! {
            message = hear(&mut self.reader) => message,
            _ = stop.wait_for(|stop| *stop) => return Next::Stop,
            () = turn => return Next::Turn(weather.take_turn()),
        };
        match message {
            Some(Ok(Message::Close(frame))) => {
                Next::Ended(frame.map_or("closed".into(), |frame| format!("closed: {} {}", frame.code, frame.reason)))
            }
            Some(Ok(message)) => self.seat.dialect.hear(message).map_or(Next::Turn(None), Next::Message),
            Some(Err(error)) => Next::Ended(error.to_string()),
            None => Next::Ended("the connection ended".into()),
        }
    }

    /// Loses the connection, and gets another one after a while. Nothing of the notes is left; the view is taken up where it was.
    async fn come_back(&mut self, away: Duration, listener: &mut impl Listener) -> Result<(), String> {
        self.hang_up().await;
        let position = listener.start_again();
        sleep(away).await;
        let mut why = String::new();
        for _ in 0..KNOCKS_MAX {
            match self.seat.connect(position.as_deref()).await {
                Ok(socket) => return self.take_up(socket).await,
                Err(fault) => why = fault.to_string(),
            }
            sleep(BETWEEN_KNOCKS).await;
        }
        Err(format!("it could not come back: {why}"))
    }

    /// The connection is gone without a word, as of a phone that lost its network.
    pub async fn hang_up(&mut self) {
        self.reader = None;
        self.mouth.change(None).await;
    }

    /// Goes on with another connection, whose notes have to be sent again.
    pub async fn take_up(&mut self, socket: Socket) -> Result<(), String> {
        let (writer, reader) = socket.split();
        self.reader = Some(reader);
        self.mouth.change(Some(writer)).await;
        self.mouth.greet().await.map_err(|error| error.to_string())?;
        self.mouth.answer_question().await.map_err(|error| error.to_string())
    }
}

/// The next that comes; nothing ever where there is no connection.
async fn hear(reader: &mut Option<SplitStream<Socket>>) -> Option<Result<Message, Error>> {
    match reader {
        Some(reader) => reader.next().await,
        None => std::future::pending().await,
    }
}

/// Whether the server closed in a way that asks to come back.
fn is_invitation(why: &str) -> bool {
    COME_BACK.iter().any(|code| why.starts_with(&format!("closed: {code}")))
}
