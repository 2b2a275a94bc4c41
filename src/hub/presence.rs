//! Who is connected: seats by their connections. Never journaled; told at most once a tick, latest state only.

use super::connection::Connection;
use crate::protocol::server::{Presence, ServerFrame, StorageTrouble};
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use crate::room::view::Audience;
use bytes::Bytes;
use std::collections::{BTreeMap, BTreeSet};

/// Seats that are connected, with their number of connections.
#[derive(Debug, Default)]
pub struct Present {
    connections: BTreeMap<SeatId, u32>,
    changed: bool,
    storage: Option<StorageTrouble>,
}

impl Present {
    /// A connection came.
    pub fn arrive(&mut self, connection: &Connection) {
        if connection.role == Role::Screen {
            return;
        }
        let count = self.connections.entry(connection.seat.clone()).or_default();
        *count += 1;
        self.changed |= *count == 1;
    }

    /// A connection went.
    pub fn leave(&mut self, connection: &Connection) {
        if connection.role == Role::Screen {
            return;
        }
        if let Some(count) = self.connections.get_mut(&connection.seat) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.connections.remove(&connection.seat);
                self.changed = true;
            }
        }
    }

    /// The server's disk takes nothing any more, or something again.
    pub fn tell_of(&mut self, storage: Option<StorageTrouble>) {
        self.changed |= self.storage != storage;
        self.storage = storage;
    }

    /// Whether somebody came or went since the last frames, or the disk is doing otherwise.
    pub fn changed(&self) -> bool {
        self.changed
    }

    /// How many connections a seat has.
    pub fn connections_of(&self, seat: &SeatId) -> u32 {
        self.connections.get(seat).copied().unwrap_or_default()
    }

    /// The seats that are connected.
    pub fn seats(&self) -> BTreeSet<SeatId> {
        self.connections.keys().cloned().collect()
    }

    /// How many seats are connected.
    pub fn count(&self) -> u32 {
        u32::try_from(self.connections.len()).unwrap_or(u32::MAX)
    }

    /// What an audience may know of it: chair and rapporteur who, the others how many.
    pub fn seen_by(&self, audience: Audience) -> Presence {
        let seats =
            matches!(audience, Audience::Chair | Audience::Rapporteur).then(|| self.connections.keys().cloned().collect());
        Presence {
            count: self.count(),
            seats,
            storage: self.storage,
        }
    }

    /// The frames that tell of the change, by audience; marks it as told.
    pub fn take_frames(&mut self) -> [Option<Bytes>; 4] {
        self.changed = false;
        Audience::ALL.map(|audience| super::encode(&ServerFrame::Presence(self.seen_by(audience))))
    }
}
