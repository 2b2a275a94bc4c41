//! Work in the middle of a room's turn that waits for a disk: the outcome of a room that closes.

use tokio::runtime::{Handle, RuntimeFlavor};

/// Does the work, and lets the other tasks of this thread go on elsewhere meanwhile. A runtime of one thread has no elsewhere: there the
/// work gets a thread of its own, so that it may wait for futures as it does anywhere.
pub(super) fn wait_here<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let runtime = Handle::current();
    if runtime.runtime_flavor() != RuntimeFlavor::CurrentThread {
        return tokio::task::block_in_place(work);
    }
    let in_runtime = || {
        let _entered = runtime.enter();
        work()
    };
    let done = std::thread::scope(|scope| scope.spawn(in_runtime).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
