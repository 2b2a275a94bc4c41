//! Changing the plan of a meeting while the server runs: what is new is in the journal first, then the rooms that it concerns are opened
//! anew, and take it over as they do at every opening.

use super::fault::Fault;
use super::message::Message;
use super::{Hub, news};
use crate::meeting::Meeting;

impl Hub {
    /// Plans a meeting so from now on, or adds it. Rooms whose plan has changed are opened anew: who is in them is told to come back, and
    /// is at once.
    pub async fn put_meeting(&self, meeting: Meeting) -> Result<(), Fault> {
        let id = meeting.id.clone();
        let before = self.registry.meeting(&id);
        let rooms: Vec<String> = meeting.rooms.iter().map(|room| room.id.clone()).collect();
        let definitions = |of: &Meeting| rooms.iter().map(|room| of.definition(room, "")).collect::<Vec<_>>();
        let was = before.as_deref().map(definitions).unwrap_or_default();
        let now = definitions(&meeting);
        let leaving = self.registry.put_meeting(&*self.services.journal, meeting).await?;
        self.show_out(leaving);
        for (at, room) in rooms.iter().enumerate() {
            if was.get(at).is_some_and(Option::is_some) && was.get(at) != now.get(at) {
                self.open_anew(&id, Some(room)).await;
            }
        }
        self.services.news.of(&id).tell(news::PLAN);
        Ok(())
    }

    /// Opens a room, or all of the meeting, anew, as far as they are open.
    pub(super) async fn open_anew(&self, meeting: &str, room: Option<&str>) {
        for handle in self.open_rooms(meeting, room) {
            // One that has ended meanwhile will be opened anew in any case.
            let _ = handle.send(Message::Reopen).await;
        }
    }
}
