//! The least that speaks the protocol's outside: seats for everyone, and what one sends goes to all. It can be told to lose
//! something, so that the tests know that a loss is seen.

use super::fake_polls::FakePoll;
use crate::marker;
use crate::{patch, yjs};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast;
use tokio_tungstenite::accept_hdr_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::http::HeaderValue;

/// What the server gets wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    None,
    /// Every tenth edit reaches nobody.
    LosesEveryTenth,
    /// The document that latecomers get lacks the last edit.
    ForgetsTheLast,
    /// Connections end after some messages.
    HangsUp,
    /// What everybody is told of an edit has another letter in it than the document.
    ChangesALetter,
    /// What everybody is told of the floor is not what the view has that latecomers get.
    ForgetsTheFloor,
}

/// How many messages a connection takes before [`Flaw::HangsUp`] ends it.
const PATIENCE: u32 = 8;

struct Room {
    flaw: Flaw,
    document: Vec<Vec<u8>>,
    view: Value,
    /// The answers so far, by the ids of the commands: a repeat gets the first one.
    answers: HashMap<String, Message>,
    poll: FakePoll,
    seq: u64,
    edits: u32,
    ballots: u32,
    news: broadcast::Sender<Message>,
}

type Shared = Arc<Mutex<Room>>;

/// Starts it on a free port.
pub async fn start(flaw: Flaw) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let house = Arc::new(House {
        flaw,
        rooms: Mutex::default(),
    });
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let house = Arc::clone(&house);
            tokio::spawn(async move {
                let mut beginning = [0; 4];
                stream.peek(&mut beginning).await.expect("a request");
                if &beginning == b"POST" {
                    join(stream).await
                } else {
                    live(stream, &house).await
                }
            });
        }
    });
    address
}

/// The rooms, each made when somebody comes.
struct House {
    flaw: Flaw,
    rooms: Mutex<HashMap<String, Shared>>,
}

impl House {
    fn room(&self, name: &str) -> Shared {
        let mut rooms = self.rooms.lock().expect("no test panicked with it");
        let new = || Arc::new(Mutex::new(Room::new(self.flaw)));
        Arc::clone(rooms.entry(name.to_owned()).or_insert_with(new))
    }
}

fn lock(room: &Shared) -> MutexGuard<'_, Room> {
    room.lock().expect("no test panicked with it")
}

async fn join(mut stream: TcpStream) {
    let mut request = vec![0; 4096];
    let length = stream.read(&mut request).await.expect("a request");
    let text = String::from_utf8_lossy(&request[..length]).into_owned();
    assert!(text.starts_with("POST /api/join"), "{text}");
    let body = json!({"token": "t", "participant": "p", "role": "participant", "meeting": "m", "room": "r"}).to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).await.expect("an answer");
}

#[expect(clippy::result_large_err, reason = "the library's own signature")]
async fn live(stream: TcpStream, house: &House) {
    let mut name = String::new();
    let answer = |request: &Request, mut response: Response| {
        let path = request.uri().path();
        name = path.to_owned();
        let Some(inside) = path.strip_prefix("/api/meetings/m/rooms/") else {
            return Ok(response);
        };
        assert!(inside.ends_with("/live"), "{path}");
        assert_eq!(request.headers()["authorization"], "Bearer t");
        assert_eq!(request.headers()["sec-websocket-protocol"], "roundtable.v1");
        response
            .headers_mut()
            .insert("sec-websocket-protocol", HeaderValue::from_static("roundtable.v1"));
        Ok(response)
    };
    let mut socket = accept_hdr_async(stream, answer).await.expect("a socket");
    let room = house.room(&name);
    let mut news = lock(&room).news.subscribe();
    let welcome = lock(&room).welcome();
    // At any other address it is a server of notes alone.
    let has_view = name.ends_with("/live");
    if has_view {
        socket.send(welcome).await.expect("a welcome");
    }
    let (mut taken, mut saved) = (0, 0);
    loop {
        let answers = tokio::select! {
            message = socket.next() => match message {
                Some(Ok(message)) => lock(&room).take(&message, &mut saved),
                _ => return,
            },
            new = news.recv() => vec![new.expect("no test falls behind")],
        };
        taken += 1;
        if lock(&room).flaw == Flaw::HangsUp && taken > PATIENCE {
            return;
        }
        for answer in answers.into_iter().filter(|answer| has_view || answer.is_binary()) {
            if socket.send(answer).await.is_err() {
                return;
            }
        }
    }
}

impl Room {
    fn new(flaw: Flaw) -> Self {
        Self {
            flaw,
            document: Vec::new(),
            answers: HashMap::new(),
            view: json!({"floor": {"requests": {}}, "polls": {"items": {}}}),
            poll: FakePoll::default(),
            seq: 1,
            edits: 0,
            ballots: 0,
            news: broadcast::channel(10_000).0,
        }
    }

    fn welcome(&self) -> Message {
        let welcome = json!({"type": "welcome", "epoch": "E", "seq": self.seq, "view": self.view});
        Message::text(welcome.to_string())
    }

    fn take(&mut self, message: &Message, saved: &mut u32) -> Vec<Message> {
        match message {
            Message::Binary(bytes) if bytes.starts_with(&[0, 0]) => vec![self.everything()],
            Message::Binary(bytes) if bytes.starts_with(&[0, 2]) => {
                self.edit(bytes.to_vec());
                *saved += 1;
                vec![Message::text(json!({"type": "saved", "updates": saved}).to_string())]
            }
            Message::Text(text) => vec![self.command(text)],
            _ => Vec::new(),
        }
    }

    fn everything(&self) -> Message {
        let forgotten = usize::from(self.flaw == Flaw::ForgetsTheLast);
        let kept = &self.document[..self.document.len().saturating_sub(forgotten)];
        let updates: Vec<&[u8]> = kept.iter().filter_map(|message| yjs::content(message)).collect();
        let merged = yrs::merge_updates_v1(updates).expect("updates");
        let mut message = vec![0, 1];
        yjs::put_bytes(&mut message, &merged);
        Message::binary(message)
    }

    /// What everybody is told of an edit.
    fn told(&self, bytes: &[u8]) -> Message {
        let mut told = bytes.to_vec();
        if self.flaw == Flaw::ChangesALetter {
            let marker = told.iter().position(|byte| *byte == b'#').expect("a marker");
            told[marker + marker::LENGTH] = b'y';
        }
        Message::binary(told)
    }

    /// Changes everybody's view.
    fn change(&mut self, changes: Value) {
        if self.flaw != Flaw::ForgetsTheFloor {
            patch::apply(&mut self.view, &changes);
        }
        let change = json!({"type": "change", "seq": self.seq, "patch": changes});
        self.news.send(Message::text(change.to_string())).expect("somebody listens");
    }

    fn edit(&mut self, bytes: Vec<u8>) {
        self.edits += 1;
        if self.flaw != Flaw::LosesEveryTenth || !self.edits.is_multiple_of(10) {
            self.news.send(self.told(&bytes)).expect("somebody listens");
        }
        self.document.push(bytes);
    }

    fn poll_command(&mut self, command: &Value) -> Message {
        let is_ballot = command["do"] == "cast";
        self.ballots += u32::from(is_ballot);
        let is_lost = is_ballot && self.flaw == Flaw::LosesEveryTenth && self.ballots.is_multiple_of(10);
        let changes = self.poll.take(command, is_lost);
        self.change(changes);
        Message::text(json!({"type": "done", "id": command["id"], "seq": self.seq, "made": "p1"}).to_string())
    }

    fn command(&mut self, text: &str) -> Message {
        let command: Value = serde_json::from_str(text).expect("JSON");
        let id = command["id"].as_str().expect("an id").to_owned();
        if let Some(first) = self.answers.get(&id) {
            return first.clone();
        }
        let answer = self.perform(&command);
        self.answers.insert(id, answer.clone());
        answer
    }

    fn perform(&mut self, command: &Value) -> Message {
        self.seq += 1;
        if command["tool"] == "polls" {
            return self.poll_command(command);
        }
        assert_eq!(command["tool"], "floor");
        let request = if command["do"] == "request" {
            json!("asked")
        } else {
            Value::Null
        };
        self.change(json!({"floor": {"requests": {"r1": request}, "last": self.seq}}));
        Message::text(json!({"type": "done", "id": command["id"], "seq": self.seq, "made": format!("r{}", self.seq)}).to_string())
    }
}
