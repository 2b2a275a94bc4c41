//! By how much the sessions of the rooms were extended, for pages that show the programme. Each room says it when it is opened and when it
//! is given more time; what was said stays here while it rests, so that a hall of phones that look at their day wakes no room.

use super::fault::Fault;
use super::{Hub, Services, news};
use crate::journal::Stream;
use crate::meeting::Meeting;
use crate::meeting::extended::Extended;
use crate::room::sittings::Extension;
use dashmap::DashMap;
use futures_util::{StreamExt, stream};

/// Rooms that are asked at the same time: one that nobody has opened in this run has to be read from the disk.
const ROOMS_AT_ONCE: usize = 8;

/// What the rooms were given, by their streams, as far as it is known.
#[derive(Default)]
pub struct Known(DashMap<Stream, Vec<Extension>>);

impl Services {
    /// A room says by how much its sessions are extended. Pages that show the programme are told where that is news.
    pub(super) fn say_extended(&self, room: &Stream, extended: &[Extension]) {
        let before = self.extended.0.insert(room.clone(), extended.to_vec());
        if before.unwrap_or_default() != extended {
            self.news.of_room(room).tell(news::PLAN);
        }
    }

    /// What is known of a room holds no more.
    pub(super) fn forget_extended(&self, room: &Stream) {
        self.extended.0.remove(room);
    }

    fn known_extended(&self, room: &Stream) -> Option<Vec<Extension>> {
        self.extended.0.get(room).map(|extended| extended.clone())
    }
}

impl Hub {
    /// By how much the rooms of a meeting were given more time. Rooms that nobody has opened yet are not opened for this.
    pub async fn extended(&self, meeting: &Meeting) -> Extended {
        let asked = meeting.rooms.iter().map(|room| self.ask_extended(&meeting.id, &room.id));
        let asked: Vec<_> = asked.collect();
        let told: Vec<_> = stream::iter(asked).buffer_unordered(ROOMS_AT_ONCE).collect().await;
        Extended::of(meeting, told)
    }

    /// The same, as far as rooms have said it in this run of the server.
    pub fn extended_as_known(&self, meeting: &Meeting) -> Extended {
        let known = |room: &str| self.services.known_extended(&stream_of(&meeting.id, room));
        let rooms = meeting
            .rooms
            .iter()
            .map(|room| (room.id.clone(), known(&room.id).unwrap_or_default()));
        Extended::of(meeting, rooms)
    }

    /// A room that can't be read counts as planned: the rest of the programme is still to be seen.
    async fn ask_extended(&self, meeting: &str, room: &str) -> (String, Vec<Extension>) {
        let stream = stream_of(meeting, room);
        if let Some(extended) = self.services.known_extended(&stream) {
            return (room.to_owned(), extended);
        }
        let extended = match self.read_extended(meeting, room).await {
            Ok(extended) => extended,
            Err(fault) => {
                tracing::warn!(room.id = %stream, %fault, "programme shown without the time that this room was given");
                Vec::new()
            }
        };
        (room.to_owned(), extended)
    }

    async fn read_extended(&self, meeting: &str, room: &str) -> Result<Vec<Extension>, Fault> {
        let stream = stream_of(meeting, room);
        let Some(handle) = self.open_begun(meeting, room).await? else {
            // Should it begin in this instant, it has said so itself.
            self.services.extended.0.entry(stream).or_default();
            return Ok(Vec::new());
        };
        if let Some(extended) = self.services.known_extended(&stream) {
            return Ok(extended);
        }
        handle.inspect(|inspected| inspected.room.session.extended.clone()).await
    }
}

fn stream_of(meeting: &str, room: &str) -> Stream {
    Stream::new(&format!("{meeting}/{room}"))
}
