//! Where phones go: the server, its rooms and the codes that open them.

use crate::codes::{Links, RoomLinks};
use crate::connection::{Buffers, Venue};
use crate::fault::Fault;
use crate::join::Door;
use crate::peer::Peer;
use crate::phone::Seat;
use crate::process::Process;
use crate::story::Audience;
use std::sync::Arc;

/// The server and the rooms that take part.
#[derive(Debug, Clone)]
pub struct Site {
    /// The HTTP side.
    pub door: Door,
    /// The sockets' side.
    pub venue: Arc<Venue>,
    /// The rooms and their codes.
    pub links: Links,
    /// Where it is not a Roundtable: what it is.
    pub peer: Option<Peer>,
    /// The server's process, where its id is known.
    pub process: Option<u32>,
}

/// Somebody who is to come in.
#[derive(Debug, Clone, Copy)]
pub struct Guest {
    /// The index of the room.
    pub room: usize,
    /// As what.
    pub audience: Audience,
    /// The number among all phones of the test.
    pub number: u32,
    /// How much the system keeps of what the phone does not read.
    pub buffers: Buffers,
}

impl Site {
    /// The server's memory now, bytes.
    pub fn memory(&self) -> Option<u64> {
        Process::with_id(self.process?).memory()
    }

    /// Takes a seat for somebody.
    pub async fn seat(&self, guest: Guest) -> Result<Seat, Fault> {
        let room = &self.links.rooms[guest.room];
        if let Some(peer) = self.peer {
            let mut seat = Seat::at_document(&self.venue, &room.room, peer.dialect(&room.room), guest.number);
            seat.buffers = guest.buffers;
            return Ok(seat);
        }
        let code = code_of(room, guest.audience).ok_or_else(|| {
            Fault::Settings("the rooms have no code of the chair: take them from `roundtable links --json`".into())
        })?;
        let joined = self.door.join(code, &format!("Phone {}", guest.number)).await?;
        let mut seat = Seat::of_participant(&self.venue, &self.links.meeting, &room.room, joined.token, guest.number);
        seat.buffers = guest.buffers;
        Ok(seat)
    }

    /// The same with one of its rooms alone.
    pub fn only(&self, room: usize) -> Self {
        let mut one = self.clone();
        one.links.rooms = vec![self.links.rooms[room].clone()];
        one
    }

    /// Whether the server says what is on disk.
    pub fn says_saved(&self) -> bool {
        self.peer.is_none()
    }

    /// Whether somebody who comes is given what the others wrote.
    pub fn keeps_notes(&self) -> bool {
        self.peer.is_none_or(Peer::keeps_notes)
    }

    /// Whether there is a code with which to come in as this.
    pub fn admits(&self, room: usize, audience: Audience) -> bool {
        code_of(&self.links.rooms[room], audience).is_some()
    }
}

fn code_of(room: &RoomLinks, audience: Audience) -> Option<&str> {
    match audience {
        Audience::Participant => Some(&room.participant.code),
        Audience::Chair => room.chair.as_ref().map(|link| link.code.as_str()),
    }
}
