//! The durable journal: one file, kept by SQLite. One thread writes, and commits whatever waits in one go; a few threads
//! read beside it. No other folder names SQLite.
//!
//! An answer is given after the commit it is about has been synced to disk (write-ahead log, `synchronous=FULL`), and readers
//! see nothing before that. Every payload carries a checksum over its stream, its place and its bytes, which is compared
//! whenever it is read: what was damaged is named, never served.
//!
//! What is wiped is overwritten where it lay (`secure_delete`), and the log, which has older copies of the same pages, is
//! emptied before the wipe is answered (`wiping`).

mod bags;
mod batch;
mod checksum;
mod connection;
mod fault;
mod log_check;
mod log_room;
mod place;
mod reader;
mod reader_threads;
mod schema;
mod spacing;
mod wiping;
mod writer;
mod writer_thread;

use super::{Bundle, Journal, JournalFault, JournalFuture, Record, Recovered, Snapshot, Stream, refuse_oversized};
use batch::Change;
use bytes::Bytes;
use reader_threads::ReaderThreads;
use std::path::{Path, PathBuf};
use tokio::sync::oneshot;
use writer_thread::WriterThread;

/// A journal in one file.
#[derive(Debug)]
pub struct SqliteJournal {
    path: PathBuf,
    /// None if it was opened for reading only.
    writer: Option<WriterThread>,
    readers: ReaderThreads,
}

impl SqliteJournal {
    /// Opens the journal, making it or bringing it up to date first if need be. Blocks while it does; the caller has to see
    /// to it that nobody else writes (see [`DataDirectory`](super::directory::DataDirectory)).
    pub fn open(path: &Path) -> Result<Self, JournalFault> {
        let writer = WriterThread::start(path)?;
        let readers = ReaderThreads::start(path)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Some(writer),
            readers,
        })
    }

    /// Opens a journal to read what is committed in it, while a server may be writing to it. Blocks while it does.
    pub fn open_read_only(path: &Path) -> Result<Self, JournalFault> {
        Ok(Self {
            path: path.to_owned(),
            writer: None,
            readers: ReaderThreads::start(path)?,
        })
    }

    fn change(&self, change: Change) -> JournalFuture<u64> {
        match &self.writer {
            Some(writer) => writer.change(change),
            None => Box::pin(std::future::ready(Err(JournalFault::ReadOnly { path: self.path.clone() }))),
        }
    }
}

impl Journal for SqliteJournal {
    fn append_bundle(&self, stream: &Stream, expected_seq: u64, bundle: Bundle) -> JournalFuture<u64> {
        if let Err(fault) = refuse_oversized(stream, bundle.payloads()) {
            return Box::pin(std::future::ready(Err(fault)));
        }
        self.change(Change::Append {
            stream: stream.clone(),
            expected_seq,
            bundle,
        })
    }

    fn recover(&self, stream: &Stream) -> JournalFuture<Recovered> {
        let stream = stream.clone();
        self.readers.ask(move |reader| reader.recover(&stream))
    }

    fn read(&self, stream: &Stream, after_seq: u64, limit: usize) -> JournalFuture<Vec<Record>> {
        let stream = stream.clone();
        self.readers.ask(move |reader| reader.read(&stream, after_seq, limit))
    }

    fn save_snapshot(&self, stream: &Stream, snapshot: Snapshot) -> JournalFuture<()> {
        if let Err(fault) = refuse_oversized(stream, [&snapshot.payload]) {
            return Box::pin(std::future::ready(Err(fault)));
        }
        let saved = self.change(Change::SaveSnapshot {
            stream: stream.clone(),
            snapshot,
        });
        Box::pin(async move { saved.await.map(|_seq| ()) })
    }

    fn replace_records(&self, stream: &Stream, records: Vec<Bytes>) -> JournalFuture<u64> {
        if let Err(fault) = refuse_oversized(stream, &records) {
            return Box::pin(std::future::ready(Err(fault)));
        }
        self.change(Change::Replace {
            stream: stream.clone(),
            records,
        })
    }

    fn streams(&self) -> JournalFuture<Vec<(Stream, u64)>> {
        self.readers.ask(|reader| reader.streams())
    }

    /// The writer lets go of the file last: then the write-ahead log is folded into it and taken away, and that one file is
    /// all there is to back up.
    fn close(&self) -> JournalFuture<()> {
        let (readers_ended, wait_for_readers) = oneshot::channel();
        let writer_closed = self.writer.as_ref().map(|writer| writer.close(wait_for_readers));
        let readers_closed = self.readers.close();
        Box::pin(async move {
            let Some(writer_closed) = writer_closed else {
                return readers_closed.await;
            };
            let closing = async {
                readers_closed.await?;
                drop(readers_ended);
                Ok(())
            };
            let (written, read) = futures_util::future::join(writer_closed, closing).await;
            written.and(read)
        })
    }
}
