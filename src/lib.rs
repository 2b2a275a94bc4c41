//! Roundtable runs the breakout groups of high-level meetings: each group has a room with shared notes, a list of speakers
//! and polls, and an outcome document at its close.
//!
//! - [`room`]: the rules of one room. Pure: a command comes in, events or a refusal come out.
//! - [`protocol`]: what browsers send and get on the live socket.

pub mod protocol;
pub mod room;
