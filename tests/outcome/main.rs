//! The outcome document: what it tells of a room, how it looks in every format, and that nothing that people write can
//! change its structure.

mod fixture;
mod golden;
mod injection;
mod telling;
