//! The room, its hub and its journal, driven by a seed: random commands of many people, a disk that stalls and fails, phones that take
//! nothing, lost connections, crashes. In virtual time on one thread, so that a seed is the same run every time. Afterwards everything
//! that anybody was told is compared with a replay of the journal (`oracle/`).
//!
//! `TEST_EXTENT=long cargo test --test simulation` runs many seeds, `TEST_SEED=N TEST_SEEDS=1 cargo test --test simulation` one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that meets a surprise should stop there"
)]

#[path = "../extent/mod.rs"]
mod extent;

mod author;
mod canaries;
mod client;
mod disk;
mod hall;
mod ledger;
mod mishaps;
mod oracle;
mod people;
mod phone;
mod reading;
mod runs;
mod story;
mod wishes;
