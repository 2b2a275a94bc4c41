//! A room while the server's disk takes nothing: it can be read, commands and new seats are refused, and what comes due waits. An edit of
//! the notes is set aside without an answer, since its author keeps it; when the disk takes something again that connection is told to
//! come back, and brings whatever the room has not.

use super::RoomTask;
use crate::hub::connection::Connection;
use crate::hub::storage::Storage;
use crate::protocol::disconnect::Disconnect;
use crate::protocol::server::StorageTrouble;
use crate::room::refusal::{Code, Refusal};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::watch;

/// How the disk is doing, as the room was last told.
pub(super) struct Watched {
    news: watch::Receiver<Option<StorageTrouble>>,
    trouble: Option<StorageTrouble>,
    /// Connections with an edit that was set aside, by their numbers. Nothing that they edit later is taken, until they come anew: an edit
    /// that is taken is said to be saved with all before it.
    behind: HashMap<u64, Arc<Connection>>,
}

impl Watched {
    pub(super) fn new(storage: &Storage) -> Self {
        let mut news = storage.watch();
        let trouble = *news.borrow_and_update();
        Self {
            news,
            trouble,
            behind: HashMap::new(),
        }
    }

    /// Waits for news of the disk.
    pub(super) async fn changed(&mut self) {
        if self.news.changed().await.is_err() {
            // Whoever tells of it lives as long as every room; should that change, there is no news any more.
            std::future::pending::<()>().await;
        }
        self.news.mark_changed();
    }

    /// Whether there is news of which the room has not been told.
    pub(super) fn has_news(&self) -> bool {
        self.news.has_changed().unwrap_or(false)
    }

    pub(super) fn trouble(&self) -> Option<StorageTrouble> {
        self.trouble
    }

    /// What is said to whoever wants to change something.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        self.trouble
            .map(|trouble| Refusal::new(Code::StorageFault, trouble.sentence()))
    }

    /// Whether an edit of this connection can't be taken.
    pub(super) fn sets_aside(&mut self, connection: &Arc<Connection>) -> bool {
        let is_behind = self.trouble.is_some() || self.behind.contains_key(&connection.id);
        if is_behind {
            self.behind.insert(connection.id, connection.clone());
        }
        is_behind
    }

    pub(super) fn forget(&mut self, connection: &Connection) {
        self.behind.remove(&connection.id);
    }
}

impl RoomTask {
    /// Takes note of how the disk is doing.
    pub(super) fn look_at_storage(&mut self) {
        if !self.storage.has_news() {
            return;
        }
        self.storage.trouble = *self.storage.news.borrow_and_update();
        self.present.tell_of(self.storage.trouble);
        if self.storage.trouble.is_none() {
            let behind = self.storage.behind.values();
            behind.for_each(|connection| connection.end(Disconnect::RoomReopened));
        }
    }
}
