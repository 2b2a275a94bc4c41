//! The thread that owns the writer. What arrives during one commit becomes the next one.

use super::super::{JournalFault, JournalFuture};
use super::batch::{Change, Outcome};
use super::connection::BUSY_TIMEOUT;
use super::spacing::Spacing;
use super::wiping;
use super::writer::Writer;
use std::convert::Infallible;
use std::path::Path;
use std::thread;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

/// How many changes may wait. A room has one append under way at a time, so this is one of each of a thousand rooms; with
/// more, the rooms wait for their turn to ask.
const WAITING_MAX: usize = 1_024;

enum Request {
    Change {
        change: Change,
        answer: oneshot::Sender<Outcome>,
    },
    Close {
        /// Resolves (with an error: nothing is ever sent) when no reader uses the file any more.
        readers_ended: oneshot::Receiver<Infallible>,
        answer: oneshot::Sender<Result<(), JournalFault>>,
    },
}

/// The way to the thread. The thread ends when it is told to close, or when this is dropped and nothing waits any more.
#[derive(Debug)]
pub(super) struct WriterThread {
    requests: mpsc::Sender<Request>,
}

impl WriterThread {
    /// Opens the file, then starts the thread.
    pub(super) fn start(path: &Path) -> Result<Self, JournalFault> {
        let writer = Writer::open(path)?;
        let (requests, waiting) = mpsc::channel(WAITING_MAX);
        let started = thread::Builder::new()
            .name("journal-writer".to_owned())
            .spawn(move || run(writer, waiting));
        match started {
            Ok(_detached) => Ok(Self { requests }),
            Err(cause) => Err(JournalFault::Io {
                path: path.to_owned(),
                doing: "starting its writer",
                cause: cause.to_string(),
            }),
        }
    }

    /// Has a change written, and waits until it is on disk.
    pub(super) fn change(&self, change: Change) -> JournalFuture<u64> {
        let requests = self.requests.clone();
        Box::pin(async move {
            let stream = change.stream().clone();
            let (answer, answered) = oneshot::channel();
            requests
                .send(Request::Change { change, answer })
                .await
                .map_err(|_refused| JournalFault::Closed)?;
            drop(requests);
            let lost = |_lost| JournalFault::UnknownOutcome {
                stream,
                cause: "the journal's writer stopped".to_owned(),
            };
            answered.await.unwrap_or_else(|error| Err(lost(error)))
        })
    }

    /// Has the thread take nothing more, write what waits, wait for the readers, tidy up and end.
    pub(super) fn close(&self, readers_ended: oneshot::Receiver<Infallible>) -> JournalFuture<()> {
        let requests = self.requests.clone();
        Box::pin(async move {
            let (answer, answered) = oneshot::channel();
            let request = Request::Close { readers_ended, answer };
            requests.send(request).await.map_err(|_refused| JournalFault::Closed)?;
            drop(requests);
            answered.await.unwrap_or(Err(JournalFault::Closed))
        })
    }
}

/// The life of the thread.
fn run(mut writer: Writer, mut requests: mpsc::Receiver<Request>) {
    let mut gathered = Vec::new();
    let mut spacing = Spacing::new(Instant::now());
    while wait(&mut writer, &mut requests, &mut gathered) > 0 {
        share(spacing.next_at(), &mut requests, &mut gathered);
        spacing.commit(Instant::now(), gathered.len());
        let closing = gathered.iter().any(|request| matches!(request, Request::Close { .. }));
        if closing {
            requests.close();
            gathered.extend(std::iter::from_fn(|| requests.blocking_recv()));
        }
        let closers = commit(&mut writer, gathered.drain(..));
        if closing {
            return finish(writer, closers);
        }
        if requests.is_empty() {
            writer.make_room();
        }
    }
}

/// Waits for what is to be done; none: nobody is there any more. While the log may hold what was wiped, tries to empty it.
fn wait(writer: &mut Writer, requests: &mut mpsc::Receiver<Request>, gathered: &mut Vec<Request>) -> usize {
    while writer.has_remnants() && requests.is_empty() && !requests.is_closed() {
        thread::sleep(wiping::PAUSE);
        writer.empty_log(Duration::ZERO);
    }
    requests.blocking_recv_many(gathered, WAITING_MAX)
}

/// Until the next commit may begin, others may join it.
fn share(next_at: Instant, requests: &mut mpsc::Receiver<Request>, gathered: &mut Vec<Request>) {
    thread::sleep(next_at.saturating_duration_since(Instant::now()));
    while gathered.len() < WAITING_MAX
        && let Ok(request) = requests.try_recv()
    {
        gathered.push(request);
    }
}

type Closer = (oneshot::Receiver<Infallible>, oneshot::Sender<Result<(), JournalFault>>);

/// Writes everything that was gathered in one commit, then answers. Returns those who asked to close.
fn commit(writer: &mut Writer, gathered: impl Iterator<Item = Request>) -> Vec<Closer> {
    let (mut changes, mut answers, mut closers) = (Vec::new(), Vec::new(), Vec::new());
    for request in gathered {
        match request {
            Request::Change { change, answer } => {
                changes.push(change);
                answers.push(answer);
            }
            Request::Close { readers_ended, answer } => closers.push((readers_ended, answer)),
        }
    }
    if !changes.is_empty() {
        for (answer, outcome) in answers.into_iter().zip(writer.write(&changes)) {
            // Whoever asked may have gone away; what was written stays written.
            let _gone = answer.send(outcome);
        }
    }
    closers
}

fn finish(mut writer: Writer, closers: Vec<Closer>) {
    let mut answers = Vec::new();
    for (readers_ended, answer) in closers {
        let _ended = readers_ended.blocking_recv();
        answers.push(answer);
    }
    let outcome = writer.checkpoint(BUSY_TIMEOUT);
    drop(writer);
    for answer in answers {
        let _gone = answer.send(outcome.clone());
    }
}
