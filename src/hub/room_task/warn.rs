//! Warning: those who run the room are told once when its history comes near its largest size, and once when it has reached it; whoever of
//! them comes later is told on coming in.

use super::RoomTask;
use crate::hub::connection::{Connection, Kind};
use crate::hub::encode;
use crate::hub::sending::Private;
use crate::protocol::server::ServerFrame;
use crate::room::history_size::Fill;
use crate::room::seat::Role;

impl RoomTask {
    /// Tells of it where that is news.
    pub(super) fn warn_of_history(&mut self) {
        let fill = self.room.history.fill();
        if fill <= self.warned_of {
            return;
        }
        self.warned_of = fill;
        let bytes = self.room.history.bytes();
        tracing::warn!(room.id = %self.shared.stream, ?fill, bytes, "the history of a room comes to its largest size");
        for connection in self.connections.iter() {
            if let Some(warning) = self.warning_for(connection) {
                connection.put([warning], 0);
                connection.wake();
            }
        }
    }

    /// What somebody is told who runs the room.
    pub(super) fn warning_for(&self, connection: &Connection) -> Option<Private> {
        let runs_it = matches!(connection.role, Role::Chair | Role::Rapporteur | Role::Organiser);
        let (code, message) = words(self.warned_of).filter(|_| runs_it && connection.kind == Kind::Live)?;
        let (code, message) = (code.to_owned(), message.to_owned());
        encode(&ServerFrame::Notice { code, message }).map(Private::Text)
    }
}

fn words(fill: Fill) -> Option<(&'static str, &'static str)> {
    match fill {
        Fill::Plenty => None,
        Fill::NearlyFull => Some((
            "history-nearly-full",
            "The record of this room is four fifths full. When it is full, participants can add nothing more: \
             come to an end, close the room, and go on in another one.",
        )),
        Fill::Full => Some((
            "history-full",
            "The record of this room is full: participants can add nothing more. Finish the notes and the polls, close the room, \
             and go on in another one.",
        )),
    }
}
