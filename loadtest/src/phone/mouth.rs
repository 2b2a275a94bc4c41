//! The half that speaks; several may use it, and it goes on speaking when the phone has come back on another connection.

use super::dialect::Dialect;
use crate::connection::Socket;
use futures_util::SinkExt;
use futures_util::stream::SplitSink;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio_tungstenite::tungstenite::{Error, Message};

/// What writes to the socket at present; nothing while the phone is away.
type Writer = Option<SplitSink<Socket, Message>>;

/// The half that speaks.
#[derive(Debug, Clone)]
pub struct Mouth {
    writer: Arc<Mutex<Writer>>,
    dialect: Dialect,
}

impl Mouth {
    /// On this connection.
    pub fn new(writer: SplitSink<Socket, Message>, dialect: Dialect) -> Self {
        Self {
            writer: Arc::new(Mutex::new(Some(writer))),
            dialect,
        }
    }

    /// Sends messages of the notes, in one go.
    pub async fn send_notes(&self, messages: Vec<Vec<u8>>) -> Result<(), Error> {
        let said = messages.into_iter().map(|message| self.dialect.say(message));
        self.send_all(said.map(|bytes| Message::Binary(bytes.into())).collect()).await
    }

    /// Sends a text message.
    pub async fn send_text(&self, text: String) -> Result<(), Error> {
        self.send_all(vec![Message::Text(text.into())]).await
    }

    /// Sends text messages, in one go.
    pub async fn send_texts(&self, texts: Vec<String>) -> Result<(), Error> {
        self.send_all(texts.into_iter().map(|text| Message::Text(text.into())).collect())
            .await
    }

    /// Says what a phone says first.
    pub async fn greet(&self) -> Result<(), Error> {
        let opening = self.dialect.opening().into_iter();
        self.send_all(opening.map(|bytes| Message::Binary(bytes.into())).collect())
            .await
    }

    /// Answers the server's own question.
    pub async fn answer_question(&self) -> Result<(), Error> {
        let answer = self.dialect.answer().into_iter();
        self.send_all(answer.map(|bytes| Message::Binary(bytes.into())).collect())
            .await
    }

    async fn send_all(&self, messages: Vec<Message>) -> Result<(), Error> {
        let mut writer = self.writer.lock().await;
        let writer = writer.as_mut().ok_or(Error::ConnectionClosed)?;
        for message in messages {
            writer.feed(message).await?;
        }
        writer.flush().await
    }

    /// Lets go of the connection, or takes a new one.
    pub async fn change(&self, writer: Writer) {
        *self.writer.lock().await = writer;
    }
}
