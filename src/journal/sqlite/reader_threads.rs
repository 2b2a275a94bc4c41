//! The threads that own the readers. They share one queue, so a long recovery keeps one of them busy and not the rest.

use super::super::{JournalFault, JournalFuture};
use super::reader::Reader;
use std::convert::Infallible;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tokio::sync::{mpsc, oneshot};

/// How many read at the same time. Reading is bound by the processor once the file is cached, and a server is expected to
/// run on two cores; two also let a short question pass a long recovery.
const READERS: usize = 2;

/// How many questions may wait; each is a few words. With more, whoever asks waits for a turn to ask.
const WAITING_MAX: usize = 256;

type Question = Box<dyn FnOnce(&Reader) + Send>;

enum Request {
    Ask(Question),
    Close,
}

/// The way to the threads. They end when told to close, or when this is dropped and nothing waits any more.
pub(super) struct ReaderThreads {
    requests: mpsc::Sender<Request>,
    /// Resolves (with an error: nothing is ever sent) when the last thread has ended. Taken by who closes.
    ended: Arc<Mutex<Option<oneshot::Receiver<Infallible>>>>,
}

impl fmt::Debug for ReaderThreads {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ReaderThreads").finish_non_exhaustive()
    }
}

impl ReaderThreads {
    /// Opens the file once for each thread, then starts them.
    pub(super) fn start(path: &Path) -> Result<Self, JournalFault> {
        let (requests, waiting) = mpsc::channel(WAITING_MAX);
        let waiting = Arc::new(Mutex::new(waiting));
        let (alive, ended) = oneshot::channel::<Infallible>();
        let alive = Arc::new(alive);
        for number in 1..=READERS {
            let (reader, waiting, alive) = (Reader::open(path)?, Arc::clone(&waiting), Arc::clone(&alive));
            let life = move || {
                run(reader, &waiting);
                drop(alive);
            };
            let started = thread::Builder::new().name(format!("journal-reader-{number}")).spawn(life);
            started.map_err(|cause| JournalFault::Io {
                path: path.to_owned(),
                doing: "starting a reader",
                cause: cause.to_string(),
            })?;
        }
        Ok(Self {
            requests,
            ended: Arc::new(Mutex::new(Some(ended))),
        })
    }

    /// Has a question answered by the first reader that is free.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Reader) -> Result<T, JournalFault> + Send + 'static,
    ) -> JournalFuture<T> {
        let requests = self.requests.clone();
        Box::pin(async move {
            let (answer, answered) = oneshot::channel();
            let asked: Question = Box::new(move |reader| {
                // Nobody is told, and nothing was changed, if whoever asked has gone away.
                if !answer.is_closed() {
                    let _gone = answer.send(question(reader));
                }
            });
            requests
                .send(Request::Ask(asked))
                .await
                .map_err(|_refused| JournalFault::Closed)?;
            drop(requests);
            answered.await.unwrap_or(Err(JournalFault::Closed))
        })
    }

    /// Has the threads take nothing more, answer what waits, and end.
    pub(super) fn close(&self) -> JournalFuture<()> {
        let (requests, ended) = (self.requests.clone(), Arc::clone(&self.ended));
        Box::pin(async move {
            let ended = ended.lock().unwrap_or_else(PoisonError::into_inner).take();
            let ended = ended.ok_or(JournalFault::Closed)?;
            requests.send(Request::Close).await.map_err(|_refused| JournalFault::Closed)?;
            drop(requests);
            let _ended = ended.await;
            Ok(())
        })
    }
}

/// The life of one thread. The lock is held while waiting for a request, never while answering one.
fn run(reader: Reader, waiting: &Mutex<mpsc::Receiver<Request>>) {
    loop {
        let mut requests = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        match requests.blocking_recv() {
            Some(Request::Ask(question)) => {
                drop(requests);
                question(&reader);
            }
            Some(Request::Close) => requests.close(),
            None => return,
        }
    }
}
