//! Who may write the notes. Chair, rapporteur and organiser always; a participant where everyone may, or where the chair
//! let that seat; a screen never. The chair says so; leave is given to seats that exist, and kept while everyone may write,
//! so that going back to chosen writers finds them as they were. Afterwards each page knows whether its own seat may write.
//! An edit is refused to everybody in a closed room and while the report is final, to a seat that may not write, when the room's history is
//! full, and when the notes' own guard says no. One that says nothing new is taken from anybody who could write, also
//! then; but not from a writer all of whose text stands under client ids of others: it is not what stands there, and would be lost.

use super::command::{NotesCommand, Writers};
use super::event::{Event, Stamp};
use super::history_size::Addition;
use super::ids::SeatId;
use super::notes::Checked;
use super::refusal::{Code, Refusal};
use super::seat::Role;
use super::{Context, Room, closing, report, versions};

/// The chair's command.
pub fn decide(room: &Room, command: &NotesCommand) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        NotesCommand::Name { name } => return versions::decide_name(room, name),
        NotesCommand::Unname { version } => return versions::decide_unname(room, *version),
        NotesCommand::Writers { writers } => Event::WritersSet { writers: *writers },
        NotesCommand::Allow { seat } => Event::WriterAllowed {
            seat: room.seated(seat)?.id.clone(),
        },
        NotesCommand::Disallow { seat } => Event::WriterDisallowed {
            seat: room.seated(seat)?.id.clone(),
        },
    };
    Ok(vec![event])
}

/// An edit, by a role that may write at all.
pub fn decide_edit(room: &Room, update: &[u8], context: &Context) -> Result<Option<Event>, Refusal> {
    // Yjs repeats all its deletions whenever it comes back, so a reader too sends updates, with nothing new in them.
    if room.notes.knows(update) {
        if room.may_write(&context.seat, context.role) {
            room.notes.refuse_others_text(&context.seat, update)?;
        }
        return Ok(None);
    }
    closing::require_open(room)?;
    report::refuse_final(&room.report)?;
    if !may_write(room, &context.seat, context.role) {
        return Err(Refusal::new(
            Code::MayNotWrite,
            "You may read the notes but not write them; the chair can let you.",
        ));
    }
    room.history.require_space(Addition::Edit(&context.seat, context.role))?;
    match room.notes.check(&context.seat, update)? {
        Checked::Empty => Ok(None),
        Checked::Edit => Ok(Some(Event::NotesEdited { update: update.to_vec() })),
    }
}

/// Whether the seat may write while the room is open.
pub fn may_write(room: &Room, seat: &SeatId, role: Role) -> bool {
    match role {
        Role::Chair | Role::Rapporteur | Role::Organiser => true,
        Role::Participant => room.writers == Writers::Everyone || room.allowed.contains(seat),
        Role::Screen => false,
    }
}

/// Makes the chair's word so.
pub fn apply(room: &mut Room, event: &Event) {
    match event {
        Event::WritersSet { writers } => room.writers = *writers,
        Event::WriterAllowed { seat } => {
            room.allowed.insert(seat.clone());
        }
        Event::WriterDisallowed { seat } => {
            room.allowed.remove(seat);
        }
        _ => {}
    }
}

/// Hands an edit to the notes. An edit always has an author: the notes keep which seat an author's id belongs to.
pub fn apply_edit(room: &mut Room, stamp: &Stamp, update: &[u8]) {
    if let Some(author) = &stamp.by {
        room.notes.accept(author, update);
    }
}
