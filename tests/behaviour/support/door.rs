//! The way into a running server over HTTP, whoever started it: joining, reading, one command at a time.

use super::live::Live;
use super::socket::{Address, Socket};
use super::{fresh_id, within};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// The meeting of the tests.
pub const MEETING: &str = "tests";

/// A server's address and a client to knock with.
#[derive(Clone)]
pub struct Door {
    pub address: SocketAddr,
    client: reqwest::Client,
}

/// What a request got.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    /// The refusal's code.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

/// Sends a request and reads its answer, as JSON where it is JSON.
pub async fn ask(request: RequestBuilder) -> Answer {
    within("an answer over HTTP", async {
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Answer { status, body }
    })
    .await
}

impl Door {
    pub fn new(address: SocketAddr) -> Self {
        let client = reqwest::Client::new();
        Self { address, client }
    }

    /// A request that carries nothing yet.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    /// Tries to join.
    pub async fn try_join(&self, body: &Value) -> Answer {
        ask(self.request(Method::POST, "/api/join").json(body)).await
    }

    /// Joins with a code under a name.
    pub async fn join(&self, code: &str, name: &str) -> Participant {
        self.join_as(&json!({ "code": code, "name": name })).await
    }

    /// Joins with what the body says.
    pub async fn join_as(&self, body: &Value) -> Participant {
        let Answer { status, body } = self.try_join(body).await;
        assert_eq!(status, 200, "{body}");
        let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
        Participant {
            door: self.clone(),
            token: text("token"),
            seat: text("participant"),
            room: text("room"),
        }
    }
}

/// Somebody who has joined.
#[derive(Clone)]
pub struct Participant {
    pub door: Door,
    pub token: String,
    pub seat: String,
    pub room: String,
}

impl Participant {
    /// The same person at the door of the server's next run.
    pub fn at(&self, door: &Door) -> Self {
        Self {
            door: door.clone(),
            ..self.clone()
        }
    }

    /// The same organiser in one of the rooms.
    pub fn in_room(&self, room: &str) -> Self {
        Self {
            room: room.to_owned(),
            ..self.clone()
        }
    }

    /// Path of the room's resources.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/meetings/{MEETING}/rooms/{}{rest}", self.room)
    }

    /// A request in this person's name.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.door
            .request(method, path)
            .header(AUTHORIZATION, format!("Bearer {}", self.token))
    }

    /// The room as this person sees it, with `seq`, `epoch` and `you`.
    pub async fn look(&self) -> Value {
        let Answer { status, body } = ask(self.request(Method::GET, &self.path(""))).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    /// Posts a command as it stands.
    pub async fn post(&self, frame: &Value) -> Answer {
        let request = self.request(Method::POST, &self.path("/commands"));
        ask(request.header(CONTENT_TYPE, "application/json").body(frame.to_string())).await
    }

    /// Posts a command under a fresh id.
    pub async fn ask(&self, command: Value) -> Answer {
        self.post(&with_id(command)).await
    }

    /// Posts a command that has to be done.
    pub async fn order(&self, command: Value) -> Value {
        let Answer { status, body } = self.ask(command.clone()).await;
        assert_eq!(status, 200, "{command}: {body}");
        body
    }

    /// Opens the live socket.
    pub async fn live(&self) -> Live {
        Live::begin(self.socket("/live").await).await
    }

    /// Opens the live socket, where the server may be gone before it has welcomed anybody.
    pub async fn try_live(&self) -> Option<Live> {
        let mut live = Live::silent(Socket::open_if_there(&self.to("/live")).await?);
        live.wait_until(|live| live.closed.is_some() || live.last()["type"] == "welcome")
            .await;
        live.closed.is_none().then_some(live)
    }

    /// Opens the live socket where an earlier one ended.
    pub async fn live_since(&self, earlier: &Live) -> Live {
        let rest = format!("/live?since={}.{}", earlier.epoch, earlier.seq);
        let mut live = Live::silent(self.socket(&rest).await);
        live.view = earlier.view.clone();
        live.next().await;
        live
    }

    /// Opens one of the sockets.
    pub async fn socket(&self, rest: &str) -> Socket {
        Socket::open(&self.to(rest)).await
    }

    /// What a socket is opened with.
    pub fn to(&self, rest: &str) -> Address {
        Address::new(self.door.address, &self.path(rest)).bearer(&self.token)
    }
}

/// The command with an id of its own.
pub fn with_id(mut command: Value) -> Value {
    command["id"] = json!(fresh_id());
    command
}
