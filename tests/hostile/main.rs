//! What hostile clients send: every decoder that takes bytes from outside is given bytes at random, near-misses, and real traffic
//! that was changed; the updates that the engine of the notes is known to choke on; and what is written in the name of others.
//!
//! Nothing may panic, hang, overflow the stack or take much memory, and what is let pass must leave the room whole. Each harness prints
//! its figures; its seed goes to the terminal before it begins, because a process that aborts prints nothing more.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that meets a surprise should stop there"
)]
#![allow(clippy::disallowed_methods, reason = "what is measured here is the time of the machine")]

#[path = "../extent/mod.rs"]
mod extent;
#[allow(dead_code, reason = "the behaviour tests use the rest")]
#[path = "../behaviour/support/mod.rs"]
mod support;

mod asked;
mod authorship;
mod books;
mod commands;
mod corpus;
mod decoders;
mod files;
mod forged;
mod grown;
mod kept;
mod measured;
mod mutator;
mod poisons;
mod scene;
mod slipped;
mod updates;
mod wire;
