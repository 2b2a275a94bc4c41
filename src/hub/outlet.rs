//! Where a connection's bytes go. The hub knows no sockets: `http/` gives each connection one of these, and the room's task writes
//! to all of its connections itself, because waking a task for each costs more than the writing.

use std::fmt::Debug;
use std::io::{self, IoSlice};

/// The sending end of a socket.
pub trait Outlet: Debug + Send + Sync {
    /// Takes as many of the bytes, in their order, as it can at once, and says how many. Never waits: where it can take none it
    /// says [`io::ErrorKind::WouldBlock`], and whoever cares waits for it elsewhere.
    fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize>;
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    /// A socket that takes as much as it is allowed to, and shows what it took.
    #[derive(Debug, Clone, Default)]
    pub struct Tray(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Tray {
        /// From now on it takes so many bytes more.
        pub fn allow(&self, bytes: usize) {
            self.0.lock().unwrap().1 = bytes;
        }

        /// What it has taken since this was last asked.
        pub fn taken(&self) -> Vec<u8> {
            std::mem::take(&mut self.0.lock().unwrap().0)
        }
    }

    impl Outlet for Tray {
        fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
            let (taken, left) = &mut *self.0.lock().unwrap();
            let offered: Vec<u8> = slices.iter().flat_map(|slice| slice.iter().copied()).collect();
            let now = offered.len().min(*left);
            if now == 0 && !offered.is_empty() {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            *left -= now;
            taken.extend(&offered[..now]);
            Ok(now)
        }
    }
}
