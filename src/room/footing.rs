//! Under which attribution rule a room is, when its meeting file comes to say another. Whoever comes in has read at the door how what
//! they say may be told, so the promise outlives the file: from the first seat that is taken on, the rule can be made stricter and
//! never looser. On the record is the loosest, then Chatham House, then closed. Before anybody is in, whatever the file says holds.
//!
//! Afterwards pages, histories and documents follow the strictest rule that was in force since; what was said before the rule was
//! made stricter is kept by it too.

use super::Room;
use super::event::{Attribution, Event};

/// The rule of a room, and whether somebody has come in under it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Footing {
    rule: Attribution,
    is_entered: bool,
}

impl Footing {
    /// Of a room as it stands.
    pub fn of(room: &Room) -> Self {
        Self {
            rule: room.definition.attribution,
            is_entered: !room.seats.is_empty(),
        }
    }

    /// The rule that holds once the meeting file says this one.
    pub fn after(self, said: Attribution) -> Attribution {
        if self.is_entered { said.max(self.rule) } else { said }
    }

    /// Follows an event, for whoever reads a journal without making a room of it.
    pub fn follow(&mut self, event: &Event) {
        match event {
            Event::RoomOpened { definition } | Event::RoomConfigured { definition } => {
                self.rule = self.after(definition.attribution);
            }
            Event::SeatTaken { .. } => self.is_entered = true,
            _ => {}
        }
    }

    /// Whether what was said may be told with who said it.
    pub fn is_on_the_record(self) -> bool {
        self.rule.is_on_the_record()
    }
}
