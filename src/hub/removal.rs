//! Showing people out: those who came with a link that is replaced, and single seats. What says so is in the journal first; then their
//! sockets end. A socket that is just being opened finds it out by itself, because it asks once more when the room knows of it.

use super::admission::{Grant, Seats};
use super::connection::Connection;
use super::fault::Fault;
use super::handle::RoomHandle;
use super::registry::Leaving;
use super::{Hub, Slot, news, to_its_end};
use crate::journal::Stream;
use crate::protocol::disconnect::Disconnect;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use std::sync::Arc;

impl Hub {
    /// Gives a link another code, which it answers with; none where there is no such link. A room whose own page shows the code is
    /// opened anew, so that it shows the new one. It goes on where whoever asked has gone away meanwhile.
    pub async fn replace_link(self: &Arc<Self>, link: Grant, seats: Seats) -> Result<Option<String>, Fault> {
        let hub = self.clone();
        to_its_end(async move { hub.replace_link_now(&link, seats).await }).await
    }

    async fn replace_link_now(&self, link: &Grant, seats: Seats) -> Result<Option<String>, Fault> {
        let replaced = self.registry.replace_code(&*self.services.journal, link, seats).await?;
        let Some((code, leaving)) = replaced else {
            return Ok(None);
        };
        self.show_out(leaving);
        self.services.news.of(&link.meeting).tell(news::PLAN);
        if link.role == Role::Participant {
            self.open_anew(&link.meeting, link.room.as_deref()).await;
        }
        Ok(Some(code))
    }

    /// Ends a seat of a room: it can't be used any more. What was done from it stays on record. It goes on where whoever asked has gone away
    /// meanwhile.
    pub async fn end_seat(self: &Arc<Self>, meeting: &str, seat: &SeatId) -> Result<(), Fault> {
        let (hub, meeting, seat) = (self.clone(), meeting.to_owned(), seat.clone());
        to_its_end(async move {
            let leaving = hub.registry.end_seat(&*hub.services.journal, &meeting, &seat).await?;
            hub.show_out(leaving);
            Ok(())
        })
        .await
    }

    pub(super) fn show_out(&self, leaving: Vec<Leaving>) {
        for leaving in leaving {
            match leaving {
                Leaving::Link(link) => {
                    self.end_sockets(&link.meeting, link.room.as_deref(), |connection| connection.role == link.role);
                }
                Leaving::Everybody(meeting) => self.end_sockets(&meeting, None, |connection| connection.role != Role::Organiser),
                Leaving::Seat(meeting, seat) => self.end_sockets(&meeting, None, |connection| connection.seat == seat),
            }
        }
    }

    fn end_sockets(&self, meeting: &str, room: Option<&str>, are_meant: impl Fn(&Connection) -> bool) {
        for handle in self.open_rooms(meeting, room) {
            handle.shared.end_those(Disconnect::SeatGone, &are_meant);
        }
    }

    /// The room, or all rooms of the meeting, as far as they are open.
    pub(super) fn open_rooms(&self, meeting: &str, room: Option<&str>) -> Vec<RoomHandle> {
        let open = |slot: &Slot| slot.get().cloned();
        if let Some(room) = room {
            let stream = Stream::new(&format!("{meeting}/{room}"));
            return self.rooms.get(&stream).and_then(|slot| open(&slot)).into_iter().collect();
        }
        let start = format!("{meeting}/");
        let rooms = self.rooms.iter().filter(|slot| slot.key().as_str().starts_with(&start));
        rooms.filter_map(|slot| open(slot.value())).collect()
    }
}
