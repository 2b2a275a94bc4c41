//! Forgetting who takes part in a meeting, in its plan and among its links.

use super::Registry;
use super::entry::{Entry, Leaving, PAGE_RECORDS, STREAM, read, written};
use crate::hub::fault::Fault;
use crate::journal::{Journal, Stream};

impl Registry {
    /// Whether the people of a meeting are forgotten: then nobody comes in any more but the organiser.
    pub fn is_forgotten(&self, meeting: &str) -> bool {
        self.admission().is_forgotten(meeting)
    }

    /// Forgets who takes part in a meeting, in its plan and among its links, also in what was written before. May be done again.
    pub(in crate::hub) async fn forget(&self, journal: &dyn Journal, meeting: &str) -> Result<Vec<Leaving>, Fault> {
        let mut leaving = Vec::new();
        if !self.is_forgotten(meeting) {
            let forgotten = Entry::MeetingForgotten {
                meeting: meeting.to_owned(),
            };
            leaving = self.change(journal, vec![forgotten]).await?;
        }
        // Held, so that nobody writes meanwhile.
        let _known = self.known.lock().await;
        let (mut records, mut changed) = (Vec::new(), false);
        loop {
            let page = journal.read(&Stream::new(STREAM), records.len() as u64, PAGE_RECORDS).await?;
            let is_last = page.len() < PAGE_RECORDS;
            for record in page {
                let rewritten = read(&record)?.without_people(meeting);
                changed |= rewritten.is_some();
                records.push(rewritten.map_or(Ok(record.payload), |entry| written(&entry))?);
            }
            if is_last {
                break;
            }
        }
        if changed {
            journal.replace_records(&Stream::new(STREAM), records).await?;
        }
        Ok(leaving)
    }
}
