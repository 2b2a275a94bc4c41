//! Changing a plan by parts, as the organisers' page does. What holds of a meeting file holds of each change: a part is written as
//! a file says it and read by the file's own reader, so that there is one set of rules, and one set of sentences about them.
//!
//! Two organisers may be at it at once. Each change says how its part was seen; where the part is another one by now, the change is
//! refused, and whoever made it looks at both. A change that is there already is done: a repeat does no harm.

mod checked;
pub mod command;
mod details;
pub mod refused;
mod rooms;
mod sessions;
pub mod start;
pub mod warnings;

pub use command::{Command, Details};
pub use refused::{Fault, Refused};
pub use rooms::RoomNow;

use super::plan::Meeting;

/// The plan after a change, or why not. `now` is how the room is doing that the command is about; none where nobody has opened it.
///
/// # Errors
/// Where the part was changed meanwhile, where what is asked breaks a rule of the meeting file, or where people would lose something.
pub fn decide(plan: &Meeting, command: &Command, now: Option<&RoomNow>) -> Result<Meeting, Refused> {
    match command.clone() {
        Command::SetDetails {
            seen,
            details,
            move_days,
        } => details::set(plan, &seen, details, move_days),
        Command::PutSession { seen, session } => sessions::put(plan, seen.as_ref(), session),
        Command::MoveSession { seen, date, starts } => sessions::shift(plan, &seen, date, &starts),
        Command::RemoveSession { seen } => sessions::remove(plan, &seen),
        Command::PutRoom { seen, room, session } => rooms::put(plan, seen.as_deref(), *room, session.as_deref(), now),
        Command::RemoveRoom { seen, with_contents } => rooms::remove(plan, &seen, with_contents, now),
        Command::OrderRooms { seen, order } => rooms::order(plan, &seen, &order),
    }
}

#[cfg(test)]
mod tests;
