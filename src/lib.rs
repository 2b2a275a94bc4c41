//! Roundtable runs the breakout groups of high-level meetings: each group has a room with shared notes, a list of speakers
//! and polls, and an outcome document at its close.
//!
//! # The map
//!
//! ```text
//! commands, server     wire the parts; the only ones that know them all
//!   http               requests and sockets; tokens, cookies, downloads
//!   hub                one task per room; presence, resuming, retries
//!   journal            bytes and positions on disk
//!   sealing, archive   sealed outcome folders
//!   annexes            what stands beside the outcomes in the file of a meeting
//!   room               the rules                 \
//!   meeting            the meeting file           | pure: the same input, the same output
//!   book               what a meeting has on record beside its rooms |
//!   people             the list of participants   |
//!   keeping            how long names are kept    |
//!   outcome            the document               |
//!   plenary            the board of the closing plenary |
//!   protocol           what clients send and get /
//! ```
//!
//! Arrows point downwards; `tests/architecture.rs` holds them there.
//!
//! # The rules
//!
//! 1. The core returns, the shell performs: [`room::Room::decide`] gives events or a refusal and touches nothing.
//! 2. Decide, append, tell: nobody is told anything before the journal has it on disk ([`hub::room_task`]).
//! 3. What is true and who may see it are two questions: nothing reaches a client but through [`room::view`].
//! 4. Everyone has a position: a client that comes back says where it was and gets what it missed, or a fresh view where
//!    that can't be proved ([`hub::recall`]).
//! 5. A retry is harmless: each command has an id, stored with its record ([`hub::answered`]).
//! 6. All queues are bounded; a slow reader costs its own connection and nobody else's time.
//!
//! # Four journeys
//!
//! **A notes edit.** [`http::socket`] takes a binary frame and checks its size; the author is the connection's seat. The room's
//! task asks [`room::Room::decide_edit`]: open? may write? does the update pass the guard ([`room::notes`])? The update is
//! merged in private, appended with its batch, then told as one frame that the room's task writes to all connections
//! itself. The writer gets `saved`.
//!
//! **Asking for the floor.** `{"tool":"floor","do":"request"}` becomes [`room::command::FloorCommand::Request`]; `room/floor/`
//! returns `FloorRequested` or a refusal; apply, append, tell. The order is computed by the list's rule whenever it is looked
//! at, with the reason of every place. The button on the page changes with the answer, not before.
//!
//! **A vote.** `room/polls/` checks the ballot and returns `BallotCast`. While the poll is open everybody sees turnout alone.
//! `PollClosed` fixes electorate and tally; the chair shows the result.
//!
//! **Closing.** `room/closing.rs` says what is still open, or returns `RoomClosed`. Before that is appended the outcome is
//! composed ([`outcome`]) and written beside its final place ([`archive`]); afterwards it is put there. A crash in between is
//! mended when the room is next opened. Downloads are what was sealed.

pub mod annexes;
pub mod archive;
pub mod book;
pub mod bundles;
pub mod clock;
pub mod http;
pub mod hub;
pub mod journal;
pub mod keeping;
pub mod matchmaking;
pub mod meeting;
pub mod network;
pub mod outcome;
pub mod people;
pub mod plenary;
pub mod protocol;
pub mod room;
pub mod sealing;
pub mod server;
pub mod settings;
