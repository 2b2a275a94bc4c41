//! Puts into words and numbers what each audience may see: from the state, which knows everything, to the view, which
//! holds only what the audience gets. Nothing reaches a client but through here.

mod board;
mod comments;
mod floor;
mod people;
mod polls;
mod report;
mod session;
mod summary;
mod you;

use super::Room;
use super::ids::{CommentId, RemarkId, SeatId};
use super::report::Draft;
use super::seat::Profile;
use super::touched::Section;
use super::view::{Audience, NotesView, RemarkView, RoomView, View, Written};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Room {
    /// The whole view of an audience.
    pub fn view(&self, audience: Audience) -> View {
        View {
            room: self.room_view(),
            people: people::view(self, audience),
            floor: floor::view(self, audience),
            polls: polls::view(self, audience),
            notes: self.notes_view(),
            comments: comments::view(self),
            board: board::view(self, audience),
            report: report::view(self),
            session: session::view(self, audience),
        }
    }

    /// One section of an audience's view, as JSON; people and comments whole.
    pub fn render(&self, audience: Audience, section: Section) -> Value {
        match section {
            Section::Room => json(&self.room_view()),
            Section::People => json(&people::view(self, audience)),
            Section::Floor => json(&floor::view(self, audience)),
            Section::Polls => json(&polls::view(self, audience)),
            Section::Notes => json(&self.notes_view()),
            Section::Comments => json(&comments::view(self)),
            Section::Board => json(&board::view(self, audience)),
            Section::Report => json(&report::view(self)),
            Section::Session => json(&session::view(self, audience)),
        }
    }

    /// One seat's entry of `people.seats` for that audience; none where it is not in its view.
    pub fn render_seat(&self, audience: Audience, seat: &SeatId) -> Option<Value> {
        people::seat(self, audience, seat).map(|view| json(&view))
    }

    /// The merge patch of section people after these seats joined or changed ([`Touched::people`]): the number of seats
    /// taken, and of the seats those that the audience sees. What a seat does not say any more is null in it.
    ///
    /// [`Touched::people`]: super::touched::Touched::people
    pub fn render_people_patch(&self, audience: Audience, seats: &BTreeSet<SeatId>) -> Value {
        people::patch(self, audience, seats)
    }

    /// The remarks on a draft, which the view has of the last one only.
    pub fn draft_remarks(&self, draft: &Draft) -> BTreeMap<RemarkId, RemarkView> {
        report::remark_views(self, draft)
    }

    /// One entry of `comments.comments`, which is the same for every audience; none where the comment is not there any more.
    pub fn render_comment(&self, comment: CommentId) -> Option<Value> {
        comments::comment(self, comment).map(|view| json(&view))
    }

    fn notes_view(&self) -> NotesView {
        NotesView {
            writers: self.writers,
            versions: self.versions.view(),
        }
    }

    fn room_view(&self) -> RoomView {
        let definition = self.definition.clone();
        RoomView {
            meeting: definition.meeting,
            meeting_title: definition.meeting_title,
            id: definition.room,
            title: definition.title,
            theme: definition.theme,
            questions: definition.questions,
            gathering: definition.gathering,
            session: definition.session,
            date: definition.date,
            starts: definition.starts,
            ends: definition.ends,
            later: definition.later,
            timezone: definition.timezone,
            attribution: definition.attribution,
            without: definition.without,
            join_code: definition.join_code,
            state: self.state,
            revision: self.revision,
            closed_at: self.closed_at,
        }
    }
}

/// Who wrote something, where the room is on the record; elsewhere nobody is told, chair and rapporteur no more than the others. Whoever
/// has no seat in the room, as an organiser, has neither name nor delegation.
fn written(room: &Room, by: Option<&SeatId>) -> Option<Written> {
    let profile = by.and_then(|seat| room.seats.get(seat)).map(|seat| seat.profile.clone());
    let Profile { name, delegation, .. } = profile.unwrap_or_default();
    let is_told = room.definition.attribution.is_on_the_record();
    is_told.then_some(Written { name, delegation })
}

/// A view as JSON. Views are structs and maps with text keys, for which this cannot fail.
fn json(view: &impl Serialize) -> Value {
    serde_json::to_value(view).unwrap_or_default()
}
