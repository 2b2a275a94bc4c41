//! The outcome document: what it tells of a room, how it looks in every format, and that nothing that people write can
//! change its structure.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets a surprise should stop there"
)]

mod clearing;
mod combined;
mod fixture;
mod floor;
mod golden;
mod injection;
mod named;
mod polls;
mod poppler;
mod record;
mod report;
mod schema;
mod secrecy;
mod telling;
