//! A WebSocket as a client has it: frames one by one, and how it ended.

use super::within;
use futures_util::{SinkExt, StreamExt};
use std::net::{IpAddr, SocketAddr};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::http::{HeaderName, HeaderValue};
use tokio_tungstenite::tungstenite::{Error, Message};

/// The subprotocol of the live socket.
const SUBPROTOCOL: &str = "roundtable.v1";

/// Where a socket is opened, and with which headers.
#[derive(Clone)]
pub struct Address {
    server: SocketAddr,
    path: String,
    headers: Vec<(&'static str, String)>,
    receive_buffer: Option<u32>,
    from: Option<IpAddr>,
}

impl Address {
    pub fn new(server: SocketAddr, path: &str) -> Self {
        let headers = vec![("sec-websocket-protocol", SUBPROTOCOL.to_owned())];
        Self {
            server,
            path: path.to_owned(),
            headers,
            receive_buffer: None,
            from: None,
        }
    }

    /// With a token in the header.
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", format!("Bearer {token}"))
    }

    /// With one more header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Like a phone that takes little at a time.
    pub fn small_buffer(mut self) -> Self {
        self.receive_buffer = Some(4_096);
        self
    }

    /// From another address of this machine, as a phone that has changed its network.
    pub fn from(mut self, address: &str) -> Self {
        self.from = Some(address.parse().unwrap());
        self
    }

    fn request(&self) -> Request {
        let url = format!("ws://{}{}", self.server, self.path);
        let mut request = url.into_client_request().unwrap();
        for (name, value) in &self.headers {
            let name = HeaderName::from_static(name);
            request.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
        }
        request
    }

    async fn stream(&self) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        if let Some(bytes) = self.receive_buffer {
            socket.set_recv_buffer_size(bytes).unwrap();
        }
        if let Some(address) = self.from {
            socket.bind(SocketAddr::new(address, 0)).unwrap();
        }
        let stream = socket.connect(self.server).await.unwrap();
        stream.set_nodelay(true).unwrap();
        stream
    }
}

/// What came.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    Text(String),
    Binary(Vec<u8>),
    /// The close code; 1006 where the connection ended without one.
    Closed(u16),
}

/// An open socket.
pub struct Socket(WebSocketStream<TcpStream>);

impl Socket {
    /// Opens a socket that must be let in.
    pub async fn open(address: &Address) -> Self {
        Self::try_open(address)
            .await
            .unwrap_or_else(|(status, body)| panic!("socket refused with {status}: {body}"))
    }

    /// Tries to open a socket; a refusal is its status and body.
    pub async fn try_open(address: &Address) -> Result<Self, (u16, String)> {
        let opened = within("a handshake", Self::attempt(address)).await;
        opened.unwrap_or_else(|error| panic!("the handshake failed: {error}"))
    }

    /// Tries to open a socket over a network that may break meanwhile: that is the outer error.
    pub async fn attempt(address: &Address) -> Result<Result<Self, (u16, String)>, Error> {
        let stream = address.stream().await;
        match tokio_tungstenite::client_async(address.request(), stream).await {
            Ok((socket, _)) => Ok(Ok(Self(socket))),
            Err(Error::Http(response)) => {
                let body = response.body().clone().unwrap_or_default();
                Ok(Err((response.status().as_u16(), String::from_utf8_lossy(&body).into_owned())))
            }
            Err(error) => Err(error),
        }
    }

    /// Opens a socket, where a server that would let it in is there to the end of it.
    pub async fn open_if_there(address: &Address) -> Option<Self> {
        within("a handshake", async {
            let stream = TcpStream::connect(address.server).await.ok()?;
            let opened = tokio_tungstenite::client_async(address.request(), stream).await;
            opened.ok().map(|(socket, _)| Self(socket))
        })
        .await
    }

    /// Sends any message.
    pub async fn send(&mut self, message: Message) {
        within("sending", self.0.send(message)).await.unwrap();
    }

    /// Sends a text.
    pub async fn text(&mut self, text: impl Into<String>) {
        self.send(Message::text(text.into())).await;
    }

    /// Sends a text, where the server may be gone; whether it was still there.
    pub async fn try_text(&mut self, text: impl Into<String>) -> bool {
        let sent = self.0.send(Message::text(text.into()));
        within("sending", sent).await.is_ok()
    }

    /// Sends bytes, where the server may be gone; whether it was still there.
    pub async fn try_binary(&mut self, bytes: impl Into<Vec<u8>>) -> bool {
        let sent = self.0.send(Message::binary(bytes.into()));
        within("sending", sent).await.is_ok()
    }

    /// Sends bytes.
    pub async fn binary(&mut self, bytes: impl Into<Vec<u8>>) {
        self.send(Message::binary(bytes.into())).await;
    }

    /// The next frame, whatever it is.
    pub async fn next(&mut self) -> Came {
        within("the next frame", self.read()).await
    }

    /// The same, however long it takes to come.
    pub async fn read(&mut self) -> Came {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return Came::Text(text.as_str().to_owned()),
                Some(Ok(Message::Binary(bytes))) => return Came::Binary(bytes.to_vec()),
                Some(Ok(Message::Close(Some(frame)))) => return Came::Closed(frame.code.into()),
                Some(Ok(Message::Close(None))) | None | Some(Err(_)) => return Came::Closed(1006),
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => {}
            }
        }
    }

    /// Reads on until the socket is closed, and says with which code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Came::Closed(code) = self.next().await {
                return code;
            }
        }
    }
}
