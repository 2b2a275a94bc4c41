//! Roundtable runs the breakout groups of high-level meetings: each group has a room with shared notes, a list of speakers
//! and polls, and an outcome document at its close.

pub mod archive;
pub mod clock;
pub mod http;
pub mod hub;
pub mod journal;
pub mod meeting;
pub mod outcome;
pub mod protocol;
pub mod room;
pub mod sealing;
pub mod server;
pub mod settings;
