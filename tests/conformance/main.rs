//! Whether the server speaks its two public languages as others understand them: WebSocket, by the cases of the Autobahn test suite, and
//! HTTP, by requests made from its own OpenAPI description. Both are asked by programs of others, which `cargo xtask long` fetches.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that meets a surprise should stop there"
)]

#[path = "../extent/mod.rs"]
mod extent;

mod echo;
mod tools;
mod websocket;
