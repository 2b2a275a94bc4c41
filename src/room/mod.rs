//! The rules of one room. Pure: no I/O, no clock, no chance. [`Room::decide`] says what a command makes happen or why not,
//! [`Room::apply`] makes it so, [`Room::render`] tells what an audience may see; what a command may need from outside
//! comes in its [`Context`].

pub mod access;
pub mod closing;
pub mod command;
pub mod event;
pub mod floor;
pub mod ids;
pub mod limits;
pub mod notes;
pub mod polls;
pub mod refusal;
pub mod seat;
pub mod snapshot;
pub mod touched;
pub mod upcast;
pub mod view;

/// What a command is decided in: who asks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The server's clock.
    pub now: Millis,
    /// The seat that asks.
    pub seat: SeatId,
    /// Its role, as its token says.
    pub role: Role,
}

/// Everything that is true in one room.
pub struct Room {
    /// What the meeting file says of it.
    pub definition: Definition,
    /// Whether it takes commands.
    pub state: RoomState,
    /// Number of the outcome that the next close makes (open) or the last one made (closed), from 1.
    pub revision: u32,
    /// When it was closed.
    pub closed_at: Option<Millis>,
    /// When the room came to be.
    pub opened_at: Millis,
    /// Every seat ever taken.
    pub seats: BTreeMap<SeatId, Seat>,
    /// The list of speakers.
    pub floor: Floor,
    /// The polls.
    pub polls: Polls,
    /// Who may write the notes.
    pub writers: Writers,
    /// Seats that the chair lets write where only chosen ones may.
    pub allowed: BTreeSet<SeatId>,
    /// The shared notes.
    pub notes: Notes,
    touched: Touched,
}

// impl Room {
//     /// A room before its first event.
//     pub fn new() -> Self;
//     /// What the command makes happen, or why the rules say no. Changes nothing.
//     pub fn decide(&self, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal>;
//     /// The same for a notes update (binary, v1).
//     pub fn decide_edit(&self, update: &[u8], context: &Context) -> Result<Event, Refusal>;
//     /// Joining: bounds and texts are checked. Used by the shell, not by a client's command.
//     pub fn decide_join(&self, seat: Seat) -> Result<Event, Refusal>;
//     /// Makes an event so. Never fails for events that `decide` returned; anything else is ignored or tolerated, never a panic.
//     pub fn apply(&mut self, stamp: &Stamp, event: &Event);
//     /// What has changed for the viewers since this was last asked.
//     pub fn take_touched(&mut self) -> Touched;
//     /// One section of one audience's view, as JSON (section People whole).
//     pub fn render(&self, audience: Audience, section: Section) -> serde_json::Value;
//     /// One seat's entry of view.people.seats for that audience (None: not in its view).
//     pub fn render_seat(&self, audience: Audience, seat: &SeatId) -> Option<serde_json::Value>;
//     pub fn view(&self, audience: Audience) -> View;
//     /// What a seat alone sees of itself. Organisers have no seat in `seats`: role and an empty profile then.
//     pub fn you(&self, seat: &SeatId, role: Role) -> You;
//     pub fn may_write(&self, seat: &SeatId, role: Role) -> bool;
//     pub fn snapshot(&self) -> Vec<u8>;
//     pub fn restore(bytes: &[u8]) -> Result<Room, SnapshotUnreadable>;
// }
// touched.rs:
//   pub enum Section { Room, People, Floor, Polls, Notes }        (key in the view: "room", "people", …)
//   pub struct Touched { sections: set of Section, seats: BTreeSet<SeatId> (whose SeatView or You changed), everyone: bool (every You changed), notes: bool (document changed) }
