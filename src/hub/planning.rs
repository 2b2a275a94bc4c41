//! Changing the plan of a meeting while the server runs: what is new is in the journal first, then the rooms that it concerns are opened
//! anew, and take it over as they do at every opening.

use super::fault::Fault;
use super::message::{Inspected, Message};
use super::{Hub, news, to_its_end};
use crate::journal::Stream;
use crate::meeting::Meeting;
use crate::meeting::edit::RoomNow;
use crate::room::ids::SeatId;
use crate::room::view::RoomState;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl Hub {
    /// Plans a meeting as `change` makes of its plan, or says why not; what it sees is what holds until its answer is on disk. What else it
    /// says is answered with. Rooms whose plan has changed are opened anew: who is in them is told to come back, and is at once. `made_by` is
    /// the organiser's seat of another meeting from which a new one is made. It goes on where whoever asked has gone away meanwhile.
    pub async fn change_meeting<T: Send + 'static, E: Send + 'static>(
        self: &Arc<Self>,
        id: &str,
        made_by: Option<SeatId>,
        change: impl FnOnce(Option<&Meeting>) -> Result<(Meeting, T), E> + Send + 'static,
    ) -> Result<Result<T, E>, Fault> {
        let (hub, id) = (self.clone(), id.to_owned());
        to_its_end(async move { hub.change_meeting_now(&id, made_by, change).await }).await
    }

    async fn change_meeting_now<T, E>(
        &self,
        id: &str,
        made_by: Option<SeatId>,
        change: impl FnOnce(Option<&Meeting>) -> Result<(Meeting, T), E>,
    ) -> Result<Result<T, E>, Fault> {
        if let Some(trouble) = self.services.storage.trouble() {
            return Err(Fault::Journal(trouble.sentence().to_owned()));
        }
        let journal = &*self.services.journal;
        let (before, leaving, changed) = self.registry.change_plan(journal, id, made_by, change).await?;
        self.show_out(leaving);
        let said = match changed {
            Ok(said) => said,
            Err(reason) => return Ok(Err(reason)),
        };
        let after = self.registry.meeting(id);
        if before == after {
            return Ok(Ok(said));
        }
        for room in concerned(before.as_deref(), after.as_deref()) {
            self.open_anew(id, Some(&room)).await;
            // Planned for other times it has been given no more; opened anew it says so.
            self.services.forget_extended(&Stream::new(&format!("{id}/{room}")));
        }
        self.services.news.of(id).tell(news::PLAN);
        Ok(Ok(said))
    }

    /// How a room of the plan is doing; none where nobody has opened it yet, or it is none of the plan.
    pub async fn room_now(&self, meeting: &str, room: &str) -> Result<Option<RoomNow>, Fault> {
        if self
            .registry
            .meeting(meeting)
            .is_none_or(|meeting| meeting.room(room).is_none())
        {
            return Ok(None);
        }
        let Some(handle) = self.open_begun(meeting, room).await? else {
            return Ok(None);
        };
        let people = handle.shared.people.load(Ordering::Relaxed);
        let look = move |inspected: &Inspected<'_>| RoomNow {
            people,
            entered: !inspected.room.seats.is_empty(),
            closed: inspected.room.state == RoomState::Closed,
            attribution: inspected.room.definition.attribution,
        };
        handle.inspect(look).await.map(Some)
    }

    /// Opens a room, or all of the meeting, anew, as far as they are open.
    pub(super) async fn open_anew(&self, meeting: &str, room: Option<&str>) {
        for handle in self.open_rooms(meeting, room) {
            // One that has ended meanwhile will be opened anew in any case.
            let _ = handle.send(Message::Reopen).await;
        }
    }
}

/// The rooms of the former plan that are planned otherwise now, or not at all.
fn concerned(before: Option<&Meeting>, after: Option<&Meeting>) -> BTreeSet<String> {
    let rooms = before.into_iter().flat_map(|before| before.rooms.iter().map(|room| &room.id));
    let definition = |of: Option<&Meeting>, room: &str| of.and_then(|of| of.definition(room, ""));
    rooms
        .filter(|room| definition(before, room) != definition(after, room))
        .cloned()
        .collect()
}
