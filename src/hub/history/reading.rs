//! Reading a history: every record up to a position, page by page, each page on a thread that may take its time, and no longer than
//! a request may take. What was read until then is kept now and then, so that whoever asks again gets further.

use super::Keeping;
use crate::hub::fault::Fault;
use crate::journal::{Journal, Record as Stored, Stream};
use crate::room::ids::Seq;
use crate::room::record::Record;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Records read at a time: with edits at their largest, 64 MiB at once.
pub const PAGE_RECORDS: usize = 256;
/// The longest that one request reads.
const READING_MAX: Duration = Duration::from_secs(20);

/// Something that is made record by record.
pub trait Reading: Send + Sized + 'static {
    /// The position up to which it has been read.
    fn seq(&self) -> Seq;
    /// Takes the next record.
    fn take(&mut self, seq: Seq, record: Record);
    /// Keeps what there is, where it has come far enough since the last time.
    fn keep(&mut self, keeping: &Keeping);
}

/// Goes on reading up to a position.
pub async fn read_on<R: Reading>(
    journal: &dyn Journal,
    stream: &Stream,
    until: Seq,
    start: R,
    keeping: &Arc<Keeping>,
) -> Result<R, Fault> {
    let end = Instant::now() + READING_MAX;
    let mut state = start;
    while state.seq() < until {
        if Instant::now() >= end {
            return Err(Fault::Unavailable);
        }
        let after = state.seq().0;
        let limit = usize::try_from(until.0 - after).unwrap_or(PAGE_RECORDS).min(PAGE_RECORDS);
        let page = journal.read(stream, after, limit).await?;
        if page.is_empty() {
            break;
        }
        let keeping = keeping.clone();
        state = on_a_thread(move || take_page(state, &page, &keeping)).await??;
    }
    Ok(state)
}

pub fn take_page<R: Reading>(mut state: R, page: &[Stored], keeping: &Keeping) -> Result<R, Fault> {
    for stored in page {
        let record =
            Record::decode(&stored.payload).map_err(|error| Fault::Unreadable(format!("record {}: {error}", stored.seq)))?;
        state.take(Seq(stored.seq), record);
    }
    state.keep(keeping);
    Ok(state)
}

/// Runs work on a thread of the runtime that may wait; those have the stack that documents need.
pub async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Fault::Unavailable)
}
