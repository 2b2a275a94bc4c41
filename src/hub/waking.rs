//! Waking rooms at the start of the server: what comes due of itself in a room, as the end of a poll at its deadline, happens in
//! time though nobody asks for the room, also where the time has passed while the server was away. Rooms that keep a stricter
//! attribution rule than the meeting file says are opened too, so that the operator is told of it at the start.

use super::{Hub, load};
use crate::journal::Stream;
use crate::room::Room;
use crate::room::footing::Footing;
use std::sync::atomic::Ordering;
use tokio::time::Instant;

impl Hub {
    /// Opens the rooms in which something is to come or to be said. One after another, and after each a pause as long as its reading took, so
    /// that of a thousand rooms those that people come back to are not kept waiting.
    pub async fn wake_rooms(&self) {
        for meeting in self.registry.meetings() {
            for room in &meeting.rooms {
                if self.stopping.load(Ordering::Acquire) {
                    return;
                }
                let began = Instant::now();
                self.wake(&meeting.id, &room.id).await;
                tokio::time::sleep(began.elapsed()).await;
            }
        }
    }

    /// Opens the room if something is to come in it or to be said of it. One that is open already looks after itself.
    async fn wake(&self, meeting: &str, room: &str) {
        let stream = Stream::new(&format!("{meeting}/{room}"));
        if self.rooms.contains_key(&stream) {
            return;
        }
        let woken = match load::load(&*self.services.journal, &stream).await {
            Ok(loaded) if loaded.room.due_at().is_none() && !self.keeps_stricter_rule(meeting, room, &loaded.room) => return,
            Ok(_) => self.open(meeting, room).await.map(drop),
            Err(fault) => Err(fault),
        };
        if let Err(fault) = woken {
            tracing::error!(room.id = %stream, %fault, "room not opened at the start; it is tried again when somebody asks for it");
        }
    }

    fn keeps_stricter_rule(&self, meeting: &str, id: &str, room: &Room) -> bool {
        let said = self.registry.definition(meeting, id);
        said.is_some_and(|said| Footing::of(room).after(said.attribution) != said.attribution)
    }
}
