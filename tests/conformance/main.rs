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

#[allow(dead_code, reason = "made for the tests of behaviour, and not all of it is used here")]
#[path = "../behaviour/support/mod.rs"]
mod support;

mod echo;
mod handshake;
mod names;
mod openapi;
mod tools;
mod websocket;

use std::future::Future;
use std::time::Duration;

/// How long a run of another program may take.
const RUN_MAX: Duration = Duration::from_secs(1_800);

/// Runs a test that may take long, on a runtime like the real one.
fn run(test: impl Future<Output = ()>) {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime
        .worker_threads(2)
        .thread_stack_size(support::STACK_BYTES)
        .enable_all()
        .build()
        .unwrap();
    let done = runtime.block_on(async { tokio::time::timeout(RUN_MAX, test).await });
    assert!(done.is_ok(), "the run did not end within {} s", RUN_MAX.as_secs());
    runtime.shutdown_background();
}
