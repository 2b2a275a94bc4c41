//! Being alone with a room's records: its task ends first, whole, and nobody opens the room meanwhile. Who wants in waits.

use super::super::Hub;
use super::super::fault::Fault;
use super::super::handle::RoomHandle;
use super::super::message::Message;
use crate::journal::Stream;
use std::future::Future;
use std::sync::Arc;

impl Hub {
    /// Does the work while the room is in nobody's hands.
    pub(super) async fn alone<T>(&self, stream: &Stream, work: impl Future<Output = T> + Send) -> T {
        let mut work = Some(work);
        loop {
            let slot = self.slot(stream);
            if let Some(handle) = slot.get() {
                // One that has ended by itself hears nothing more.
                let _ = handle.send(Message::Reopen).await;
                handle.shared.gone().await;
                self.rooms.remove_if(stream, |_, known| Arc::ptr_eq(known, &slot));
                continue;
            }
            let mut done = None;
            // As long as this runs whoever asks for the room waits; it ends as an opening that failed, so that the next one opens it.
            let opening = slot.get_or_try_init(|| async {
                if let Some(work) = work.take() {
                    done = Some(work.await);
                }
                Err::<RoomHandle, Fault>(Fault::Unavailable)
            });
            let _ = opening.await;
            if let Some(done) = done {
                return done;
            }
        }
    }
}
