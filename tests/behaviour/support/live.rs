//! A client of the live socket: it keeps a merged view, as every page does, and remembers every frame as it came.

use super::door::with_id;
use super::socket::{Came, Socket};
use roundtable::protocol::patch::merge;
use roundtable::room::digest;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// The live socket of somebody.
pub struct Live {
    pub socket: Socket,
    pub view: Value,
    pub you: Value,
    pub epoch: String,
    pub seq: u64,
    pub presence: Value,
    /// How often the server said what this client should have; it always had.
    pub checks: usize,
    /// Every text frame, as it came.
    pub raw: Vec<String>,
    /// Every text frame, read.
    pub frames: Vec<Value>,
    /// Binary frames that nobody has taken yet.
    pub binaries: VecDeque<Vec<u8>>,
    /// The close code, once closed.
    pub closed: Option<u16>,
}

impl Live {
    /// A socket from which nothing has been read.
    pub fn silent(socket: Socket) -> Self {
        Self {
            socket,
            view: Value::Null,
            you: Value::Null,
            epoch: String::new(),
            seq: 0,
            presence: Value::Null,
            checks: 0,
            raw: Vec::new(),
            frames: Vec::new(),
            binaries: VecDeque::new(),
            closed: None,
        }
    }

    /// A socket that has been welcomed.
    pub async fn begin(socket: Socket) -> Self {
        let mut live = Self::silent(socket);
        live.next().await;
        assert_eq!(live.last()["type"], "welcome", "{:?}", live.raw);
        live
    }

    /// The newest text frame.
    pub fn last(&self) -> &Value {
        self.frames.last().unwrap_or(&Value::Null)
    }

    /// Takes the next frame in. After the socket has closed there is none.
    pub async fn next(&mut self) {
        assert_eq!(self.closed, None, "the socket is closed; frames so far: {:#?}", self.raw);
        let came = self.socket.next().await;
        self.take_in(came);
    }

    /// The same, however long it takes to come.
    pub async fn next_in_hours(&mut self) {
        let came = self.socket.read().await;
        self.take_in(came);
    }

    fn take_in(&mut self, came: Came) {
        match came {
            Came::Text(text) => self.take(text),
            Came::Binary(bytes) => self.binaries.push_back(bytes),
            Came::Closed(code) => self.closed = Some(code),
        }
    }

    fn take(&mut self, text: String) {
        let frame: Value = serde_json::from_str(&text).unwrap();
        match frame["type"].as_str().unwrap() {
            "welcome" => {
                self.begin_at(&frame);
                self.view = frame["view"].clone();
            }
            "resumed" => {
                // The missed changes follow; until then the position is the old one.
                let position = self.seq;
                self.begin_at(&frame);
                self.seq = position;
            }
            "change" => {
                let seq = frame["seq"].as_u64().unwrap();
                assert!(seq > self.seq, "{seq} came after {}", self.seq);
                self.seq = seq;
                merge(&mut self.view, &frame["patch"]);
            }
            "you" => self.you = frame["you"].clone(),
            "presence" => self.presence = frame.clone(),
            "check" => {
                self.checks += 1;
                let view = digest::of_json(&self.view).text();
                assert_eq!(view, frame["view"], "at {}: the view is {}", frame["seq"], self.view);
            }
            _ => {}
        }
        self.raw.push(text);
        self.frames.push(frame);
    }

    fn begin_at(&mut self, frame: &Value) {
        self.epoch = frame["epoch"].as_str().unwrap().to_owned();
        self.seq = frame["seq"].as_u64().unwrap();
        self.you = frame["you"].clone();
        self.presence = frame["presence"].clone();
    }

    /// Reads on until something is so.
    pub async fn wait_until(&mut self, mut so: impl FnMut(&Self) -> bool) {
        while !so(self) {
            self.next().await;
        }
    }

    /// Reads on until the view shows something.
    pub async fn wait_for(&mut self, mut shows: impl FnMut(&Value) -> bool) {
        self.wait_until(|live| shows(&live.view)).await;
    }

    /// Reads on until the view stands at a position or behind it.
    pub async fn wait_for_seq(&mut self, seq: u64) {
        self.wait_until(|live| live.seq >= seq).await;
    }

    /// Reads on until the socket is closed.
    pub async fn wait_for_close(&mut self) -> u16 {
        self.wait_until(|live| live.closed.is_some()).await;
        self.closed.unwrap()
    }

    /// Reads on until a frame of that kind comes that was not there before.
    pub async fn next_of(&mut self, kind: &str) -> Value {
        let before = self.frames.len();
        self.wait_until(|live| live.frames[before..].iter().any(|frame| frame["type"] == kind))
            .await;
        let found = self.frames[before..].iter().find(|frame| frame["type"] == kind);
        found.unwrap().clone()
    }

    /// Sends a frame as it stands.
    pub async fn send(&mut self, frame: &Value) {
        self.socket.text(frame.to_string()).await;
    }

    /// Sends a command and reads on to its answer, `done` or `refused`.
    pub async fn command(&mut self, command: Value) -> Value {
        self.ask(&with_id(command)).await
    }

    /// Sends a command as it stands and reads on to its answer.
    pub async fn ask(&mut self, frame: &Value) -> Value {
        let before = self.frames.len();
        self.send(frame).await;
        let id = frame["id"].clone();
        let is_answer = |frame: &Value| frame["id"] == id && (frame["type"] == "done" || frame["type"] == "refused");
        self.wait_until(|live| live.frames[before..].iter().any(is_answer)).await;
        self.frames[before..].iter().find(|frame| is_answer(frame)).unwrap().clone()
    }

    /// Sends a command that has to be done; answers with its position, which the view then shows.
    pub async fn order(&mut self, command: Value) -> Value {
        let answer = self.command(command.clone()).await;
        assert_eq!(answer["type"], "done", "{command}: {answer}");
        answer
    }

    /// Sends a command that has to be refused; answers with the code.
    pub async fn refused(&mut self, command: Value) -> String {
        let answer = self.command(command.clone()).await;
        assert_eq!(answer["type"], "refused", "{command}: {answer}");
        answer["code"].as_str().unwrap().to_owned()
    }

    /// Asks for the time: whatever the server sent before its answer has been read then.
    pub async fn ping(&mut self) -> Value {
        self.send(&json!({ "type": "ping" })).await;
        self.next_of("pong").await
    }
}
