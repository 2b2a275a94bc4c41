//! How a server puts what all of them say: the notes are the same y-protocols everywhere, what stands around them is not.

use crate::yjs;
use std::borrow::Cow;
use std::sync::Arc;
use tokio_tungstenite::tungstenite::Message;

/// Which server it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialect {
    /// Roundtable's live socket: notes in binary frames, all else in text frames.
    Roundtable,
    /// Notes alone, as y-websocket has them.
    Plain,
    /// Every message names its document first, and a phone shows a token before all else.
    Hocuspocus(Arc<str>),
    /// A server that hands on what comes and knows nothing: the least that the work can cost.
    Fanout,
}

/// In Hocuspocus: the answer to a sync question, which is a sync message by another name.
const SYNC_REPLY: u8 = 4;

/// In Hocuspocus: who somebody is; the first kind is a token.
const AUTHENTICATION: u8 = 2;
const TOKEN: u8 = 0;

/// What a phone waits for before it is in.
#[derive(Debug)]
pub struct Greeting {
    welcome: bool,
    notes: bool,
}

impl Greeting {
    /// Notes what came.
    pub fn take(&mut self, message: &Message) {
        match message {
            Message::Text(_) => self.welcome = false,
            Message::Binary(bytes) if yjs::is_step_2(bytes) => self.notes = false,
            _ => {}
        }
    }

    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        !self.welcome && !self.notes
    }
}

impl Dialect {
    /// What has to come first.
    pub fn greeting(&self) -> Greeting {
        Greeting {
            welcome: *self == Self::Roundtable,
            notes: *self != Self::Fanout,
        }
    }

    /// What a phone says first.
    pub fn opening(&self) -> Vec<Vec<u8>> {
        match self {
            Self::Fanout => Vec::new(),
            Self::Hocuspocus(document) => {
                let mut token = Vec::new();
                yjs::put_bytes(&mut token, document.as_bytes());
                token.extend([AUTHENTICATION, TOKEN]);
                yjs::put_bytes(&mut token, b"loadtest");
                yjs::put_bytes(&mut token, b"");
                vec![token, self.say(yjs::ask_for_everything())]
            }
            Self::Roundtable | Self::Plain => vec![yjs::ask_for_everything()],
        }
    }

    /// What it answers to the server's own question.
    pub fn answer(&self) -> Option<Vec<u8>> {
        (*self != Self::Fanout).then(|| self.say(yjs::nothing_to_give()))
    }

    /// A message of the notes as this server wants it.
    pub fn say(&self, message: Vec<u8>) -> Vec<u8> {
        let Self::Hocuspocus(document) = self else { return message };
        let mut named = Vec::with_capacity(message.len() + document.len() + 2);
        yjs::put_bytes(&mut named, document.as_bytes());
        named.extend(message);
        named
    }

    /// A message as any other server would have said it; none where there is nothing like it.
    pub fn hear(&self, message: Message) -> Option<Message> {
        if !matches!(self, Self::Hocuspocus(_)) {
            return Some(message);
        }
        let Message::Binary(bytes) = &message else {
            return Some(message);
        };
        let (length, rest) = yjs::take_number(bytes)?;
        let body = rest.get(usize::try_from(length).ok()?..)?;
        let body: Cow<'_, [u8]> = match body.split_first()? {
            (&SYNC_REPLY, rest) => [&[0], rest].concat().into(),
            _ => body.into(),
        };
        Some(Message::Binary(body.into_owned().into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hocuspocus_names_the_document_first_and_calls_an_answer_by_another_name() {
        let dialect = Dialect::Hocuspocus("room".into());
        let said = dialect.say(yjs::nothing_to_give());
        assert_eq!(said, b"\x04room\x00\x01\x02\x00\x00");
        let heard = dialect.hear(Message::Binary(said.into()));
        assert_eq!(heard, Some(Message::Binary(yjs::nothing_to_give().into())));
        let reply = dialect.hear(Message::Binary(b"\x04room\x04\x01\x02\x00\x00".as_slice().into()));
        assert_eq!(reply, heard);
        assert_eq!(dialect.opening().len(), 2);
    }

    #[test]
    fn a_phone_is_in_when_it_has_what_its_server_gives() {
        let step_2 = Message::Binary(yjs::nothing_to_give().into());
        let mut greeting = Dialect::Roundtable.greeting();
        greeting.take(&step_2);
        assert!(!greeting.is_complete());
        greeting.take(&Message::text("{}"));
        assert!(greeting.is_complete());
        let mut plain = Dialect::Plain.greeting();
        plain.take(&step_2);
        assert!(plain.is_complete() && Dialect::Fanout.greeting().is_complete());
    }
}
