//! The whole occasion as the organisers plan it: meeting file, programme, rooms, and the shape of join codes. Pure: it reads text that it is given and never a file, a clock or chance.
//!
//! [`parse_bytes`] turns a meeting file into a [`Meeting`] or into every error that it has; [`Meeting::definition`] says
//! what one room's journal has to know of it; [`example`] is the meeting that is served where no file is given, and its
//! text, `example.toml`, is the model for writing one's own.

pub mod codes;
pub mod edit;
mod export;
pub mod extended;
mod file;
pub mod ics;
pub mod limits;

mod plan;
pub mod schedule;
pub mod wrong;

pub use export::to_toml;
pub(crate) use file::suggest;
pub use file::{FileError, is_room_id, parse, parse_bytes};
pub use plan::{Meeting, RoomPlan, Session, SessionKind};

/// The text of the embedded example: the Global Roundtable on ICT Security Capacity-Building, with a comment on every field.
pub const EXAMPLE: &str = include_str!("example.toml");

/// The embedded example. It is tested to parse; were it ever not to, the meeting would have no rooms.
pub fn example() -> Meeting {
    parse(EXAMPLE).unwrap_or_default()
}

#[cfg(test)]
mod tests;
