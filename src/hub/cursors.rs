//! Where people are writing: y-protocols awareness states. Never journaled; told at most once a tick, latest state only,
//! and only of those who may write. The name on a cursor is the seat's, whatever the client claims.
//!
//! Only rooms on the record show any. A cursor has the client id that stands with each letter in the document, and comes and goes
//! with its connection; chair and rapporteur are told which seats come and go, and would learn from the two whose letters they are.

use super::connection::Connection;
use crate::protocol::notes::{AwarenessState, awareness};
use bytes::Bytes;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::time::Instant;

/// Awareness clients that one connection may show: its own, and a little for an editor that was mounted again.
const CLIENTS_PER_CONNECTION_MAX: usize = 4;
/// Cursors of a room; more can't be told apart on any page.
const CURSORS_MAX: usize = 2_000;
/// A cursor that has not moved is told again after this: Yjs clients forget one that they have not heard of for 30 s.
/// All of them together, because told one by one they would cost the square of the room.
const RENEWED_AFTER: Duration = Duration::from_secs(10);
/// Colours of cursors, each with enough contrast for white text.
const COLOURS: [&str; 8] = [
    "#0b5cad", "#7a3fc2", "#a8326e", "#a34700", "#1b6e33", "#0c6b73", "#7d5600", "#b3261e",
];

#[derive(Debug)]
struct Cursor {
    clock: u32,
    connection: u64,
    state: Value,
}

/// The cursors of a room.
#[derive(Debug)]
pub struct Cursors {
    shown: BTreeMap<u64, Cursor>,
    gone: BTreeMap<u64, u32>,
    changed: BTreeSet<u64>,
    renewed: BTreeSet<u64>,
    renewed_at: Instant,
}

impl Default for Cursors {
    fn default() -> Self {
        Self {
            shown: BTreeMap::new(),
            gone: BTreeMap::new(),
            changed: BTreeSet::new(),
            renewed: BTreeSet::new(),
            renewed_at: Instant::now(),
        }
    }
}

impl Cursors {
    /// Takes what a connection says of its cursors. A client id that another live connection uses is left alone. `name` is what is
    /// shown of the seat; none for an organiser, who has no seat in the room.
    pub fn take(&mut self, connection: &Connection, name: Option<&str>, states: Vec<AwarenessState>) {
        for AwarenessState { client, clock, state } in states {
            let foreign = self
                .shown
                .get(&client)
                .is_some_and(|cursor| cursor.connection != connection.id);
            if foreign
                || self
                    .shown
                    .get(&client)
                    .is_some_and(|cursor| cursor.clock >= clock && state.is_some())
            {
                continue;
            }
            match state {
                Some(Value::Object(mut state)) if self.has_room_for(connection, client) => {
                    state.insert("user".into(), user(connection, name, client));
                    self.show(
                        client,
                        Cursor {
                            clock,
                            connection: connection.id,
                            state: Value::Object(state),
                        },
                    );
                }
                Some(_) => {}
                None => self.remove(client, clock),
            }
        }
    }

    /// The connection's own states as they are shown: what a plain Yjs client takes as the sign that somebody is there.
    pub fn own(&self, connection: &Connection) -> Option<Bytes> {
        let own = self.shown.iter().filter(|(_, cursor)| cursor.connection == connection.id);
        let states: Vec<AwarenessState> = own.filter_map(|(client, _)| self.state_of(*client)).collect();
        (!states.is_empty()).then(|| awareness(&states).into())
    }

    /// Takes a connection's cursors away.
    pub fn leave(&mut self, connection: &Connection) {
        let own: Vec<(u64, u32)> = self
            .shown
            .iter()
            .filter(|(_, cursor)| cursor.connection == connection.id)
            .map(|(client, cursor)| (*client, cursor.clock.saturating_add(1)))
            .collect();
        for (client, clock) in own {
            self.remove(client, clock);
        }
    }

    /// Whether something is to be told.
    pub fn changed(&self) -> bool {
        !self.changed.is_empty() || (!self.renewed.is_empty() && self.renewed_at.elapsed() >= RENEWED_AFTER)
    }

    /// The message that tells of the changes; marks them as told.
    pub fn take_frame(&mut self) -> Option<Bytes> {
        let mut changed = std::mem::take(&mut self.changed);
        if self.renewed_at.elapsed() >= RENEWED_AFTER {
            self.renewed_at = Instant::now();
            changed.append(&mut self.renewed);
        }
        let states: Vec<AwarenessState> = changed.into_iter().filter_map(|client| self.state_of(client)).collect();
        self.gone.clear();
        (!states.is_empty()).then(|| awareness(&states).into())
    }

    /// The message that tells a newcomer of every cursor.
    pub fn frame_of_all(&self) -> Option<Bytes> {
        let states: Vec<AwarenessState> = self.shown.keys().filter_map(|client| self.state_of(*client)).collect();
        (!states.is_empty()).then(|| awareness(&states).into())
    }

    fn show(&mut self, client: u64, cursor: Cursor) {
        let moved = self.shown.get(&client).is_none_or(|before| before.state != cursor.state);
        self.shown.insert(client, cursor);
        self.gone.remove(&client);
        if moved {
            self.changed.insert(client)
        } else {
            self.renewed.insert(client)
        };
    }

    fn has_room_for(&self, connection: &Connection, client: u64) -> bool {
        let own = self
            .shown
            .values()
            .filter(|cursor| cursor.connection == connection.id)
            .count();
        self.shown.contains_key(&client) || (own < CLIENTS_PER_CONNECTION_MAX && self.shown.len() < CURSORS_MAX)
    }

    fn remove(&mut self, client: u64, clock: u32) {
        if self.shown.remove(&client).is_some() {
            self.gone.insert(client, clock);
            self.changed.insert(client);
        }
    }

    fn state_of(&self, client: u64) -> Option<AwarenessState> {
        if let Some(cursor) = self.shown.get(&client) {
            return Some(AwarenessState {
                client,
                clock: cursor.clock,
                state: Some(cursor.state.clone()),
            });
        }
        self.gone.get(&client).map(|clock| AwarenessState {
            client,
            clock: *clock,
            state: None,
        })
    }
}

/// What is shown beside a cursor.
fn user(connection: &Connection, name: Option<&str>, client: u64) -> Value {
    let colour = match name {
        Some(_) => colour_of(connection.seat.as_str().as_bytes()),
        None => colour_of(&client.to_le_bytes()),
    };
    json!({ "name": name.unwrap_or_default(), "color": colour })
}

fn colour_of(bytes: &[u8]) -> &'static str {
    let sum: usize = bytes.iter().copied().map(usize::from).sum();
    COLOURS[sum % COLOURS.len()]
}
