//! How the server behaves, seen from outside: a real server, real sockets, sentences about what people get. A test waits for
//! what it wants to see, never for a time to pass.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that meets a surprise should stop there"
)]

#[path = "../extent/mod.rs"]
mod extent;

mod access;
mod attribution;
mod attribution_kept;
mod bad_input;
mod books;
mod canary;
#[cfg(target_os = "linux")]
mod clock;
mod closing;
mod command_line;
mod content;
mod contributions;
mod cross_site;
mod deadlines;
mod desk;
#[cfg(target_os = "linux")]
mod disk;
mod divergence;
mod durable;
mod exactly_once;
mod exhaustion;
mod failed_append;
mod fallen_room;
mod floor_races;
mod full_disk;
mod grown;
mod guessing;
mod joining;
mod keeping;
mod killed;
mod matchmaking;
mod matrix;
mod network;
mod not_there;
mod notes;
mod notes_history;
mod notes_template;
mod offline;
mod operator;
mod order;
mod people;
mod plan;
mod plenary;
mod plenary_board;
mod prepared;
mod presence;
mod recovery;
mod refused_requests;
mod resting;
mod resume;
mod sealed_outcomes;
mod seats_of_a_browser;
mod secrecy;
mod secret;
mod settings;
mod shown_out;
mod slow_reader;
mod stopping;
mod support;
mod turnout;
