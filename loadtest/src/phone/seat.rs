//! A participant's place: what opens the connection, and opens it again after the phone was away.

use super::dialect::Dialect;
use crate::connection::{Buffers, Socket, Venue};
use crate::fault::Fault;
use std::sync::Arc;

/// A place in a room.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The phone's number among all of the test.
    pub number: u32,
    /// How the server puts things.
    pub dialect: Dialect,
    /// How much of what comes the system keeps for a phone that does not read.
    pub buffers: Buffers,
    venue: Arc<Venue>,
    path: String,
    token: Option<String>,
}

impl Seat {
    /// In a room of a Roundtable, with a token of its own.
    pub fn of_participant(venue: &Arc<Venue>, meeting: &str, room: &str, token: String, number: u32) -> Self {
        Self {
            number,
            dialect: Dialect::Roundtable,
            buffers: Buffers::Usual,
            venue: Arc::clone(venue),
            path: format!("/api/meetings/{meeting}/rooms/{room}/live"),
            token: Some(token),
        }
    }

    /// At a document of another server; where its address has no place for the name, the name is the end of it.
    pub fn at_document(venue: &Arc<Venue>, document: &str, dialect: Dialect, number: u32) -> Self {
        Self {
            number,
            dialect,
            buffers: Buffers::Usual,
            venue: Arc::clone(venue),
            path: format!("/{document}"),
            token: None,
        }
    }

    /// Opens the connection; `since` is the position up to which the phone has everything.
    pub async fn connect(&self, since: Option<&str>) -> Result<Socket, Fault> {
        let path = match since {
            Some(since) => format!("{}?since={since}", self.path),
            None => self.path.clone(),
        };
        self.venue
            .connect(&path, self.token.as_deref(), self.number as usize, self.buffers)
            .await
    }
}
