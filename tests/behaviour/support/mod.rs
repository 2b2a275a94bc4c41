//! What the tests stand on: a server, people, their sockets, a Yjs client, a child process.

pub mod author;
pub mod child;
pub mod crowd;
pub mod door;
pub mod faulty_journal;
pub mod floor;
pub mod live;
pub mod paper;
pub mod proxy;
pub mod server;
#[cfg(target_os = "linux")]
pub mod shim;
pub mod small_disk;
pub mod socket;

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use uuid::Uuid;

/// How long anything may take before a test gives up; only a failing test waits so long.
pub const DEADLINE: Duration = Duration::from_secs(20);
/// How long a whole test may take, should each of its steps go on for ever in small ones.
const TEST_DEADLINE: Duration = Duration::from_secs(60);
/// Stack of the threads that touch notes, as in the real binary.
pub const STACK_BYTES: usize = 16 << 20;

/// Runs a test on a runtime like the real one.
pub fn run(test: impl Future<Output = ()>) {
    run_for(TEST_DEADLINE, test);
}

/// The same for one that takes longer, as those that wait for a silence to be noticed.
pub fn run_for(deadline: Duration, test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_stack_size(STACK_BYTES)
        .enable_all()
        .build()
        .unwrap();
    let done = runtime.block_on(async { tokio::time::timeout(deadline, test).await });
    assert!(done.is_ok(), "the test did not end within {} s", deadline.as_secs());
    runtime.shutdown_background();
}

/// Gives up when it takes too long, and says what did.
pub async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    match tokio::time::timeout(DEADLINE, future).await {
        Ok(value) => value,
        Err(_) => panic!("{what} did not happen within {} s", DEADLINE.as_secs()),
    }
}

/// Looks again and again until something outside of the sockets is so.
pub async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    within(what, async {
        while !so().await {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await;
}

/// An id that no other command of this run has.
pub fn fresh_id() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = u128::from(NEXT.fetch_add(1, Ordering::Relaxed));
    Uuid::from_u128((u128::from(std::process::id()) << 64) | number)
}
