//! Plans that a later one has replaced are not kept. A plan is written whole at every change, and of a meeting that was changed two hundred
//! times nobody needs the first hundred and ninety-nine: not a start, which would read them all, and not the disk. So when there are enough of
//! them each is written over with an entry that says nothing, and the last one of its meeting with all that they came to: the plan, what the
//! meeting's file said, the rooms that have left. The row of entries keeps its length, and read again it comes to the same.

use super::Registry;
use super::entry::{Entry, PAGE_RECORDS, STREAM, written};
use crate::hub::fault::Fault;
use crate::journal::{Journal, PAYLOAD_BYTES_MAX, Stream};
use bytes::Bytes;
use std::collections::HashMap;

/// Bytes of replaced plans that are cleared away at a start.
const AT_START: usize = 1_024 * 1_024;
/// Bytes of them that are cleared away while the server runs, where there are more of them than of plans that hold: then each byte of a plan is
/// written twice at most, and whoever changes one waits for it seldom.
const WHILE_RUNNING: usize = 32 * 1_024 * 1_024;

/// Where in the stream the plans of each meeting are, and how much of it is replaced ones.
#[derive(Debug, Default)]
pub(super) struct PlansInStream {
    by_meeting: HashMap<String, Plans>,
    holding: usize,
    replaced: usize,
}

/// The plans of one meeting.
#[derive(Debug, Default)]
struct Plans {
    positions: Vec<u64>,
    /// Of the last one.
    bytes: usize,
}

impl PlansInStream {
    /// Takes note of an entry of so many bytes.
    pub(super) fn take(&mut self, seq: u64, entry: &Entry, bytes: usize) {
        let Some(meeting) = entry.plan_of() else { return };
        let plans = self.by_meeting.entry(meeting.to_owned()).or_default();
        self.replaced += plans.bytes;
        self.holding = self.holding - plans.bytes + bytes;
        plans.positions.push(seq);
        plans.bytes = bytes;
    }

    pub(super) fn are_many_at_start(&self) -> bool {
        self.replaced > AT_START
    }

    pub(super) fn are_many(&self) -> bool {
        self.replaced > WHILE_RUNNING.max(self.holding)
    }
}

impl Registry {
    /// Writes the plans that were replaced over. To be called by whoever holds the stream. Should it fail, the entries are there as they were, or
    /// as they were to be; both say the same.
    pub(super) async fn compact(&self, journal: &dyn Journal, plans: &mut PlansInStream) -> Result<(), Fault> {
        let (instead, after) = self.instead_of(plans)?;
        if instead.is_empty() {
            return Ok(());
        }
        let (stream, mut records) = (Stream::new(STREAM), Vec::new());
        loop {
            let page = journal.read(&stream, records.len() as u64, PAGE_RECORDS).await?;
            let is_last = page.len() < PAGE_RECORDS;
            let kept = page
                .into_iter()
                .map(|record| instead.get(&record.seq).cloned().unwrap_or(record.payload));
            records.extend(kept);
            if is_last {
                break;
            }
        }
        journal.replace_records(&stream, records).await?;
        tracing::info!(bytes = plans.replaced, "plans that later ones have replaced are cleared away");
        *plans = after;
        Ok(())
    }

    /// What is to stand in the stream in the place of what, and where its plans are then.
    fn instead_of(&self, plans: &PlansInStream) -> Result<(HashMap<u64, Bytes>, PlansInStream), Fault> {
        let (mut instead, mut after) = (HashMap::new(), PlansInStream::default());
        let nothing = written(&Entry::PlanReplaced)?;
        for (meeting, of_meeting) in &plans.by_meeting {
            let standing = self.planned().standing(meeting);
            let (Some(standing), [replaced @ .., last]) = (standing, of_meeting.positions.as_slice()) else {
                continue;
            };
            let kept = written(&Entry::PlansKept {
                standing: Box::new(standing),
            })?;
            let fits = kept.len() < PAYLOAD_BYTES_MAX;
            if replaced.is_empty() || !fits {
                let plans = of_meeting.positions.clone();
                after.put(meeting, plans, of_meeting.bytes);
                continue;
            }
            after.put(meeting, vec![*last], kept.len());
            instead.extend(replaced.iter().map(|seq| (*seq, nothing.clone())));
            instead.insert(*last, kept);
        }
        Ok((instead, after))
    }
}

impl PlansInStream {
    fn put(&mut self, meeting: &str, positions: Vec<u64>, bytes: usize) {
        self.holding += bytes;
        self.by_meeting.insert(meeting.to_owned(), Plans { positions, bytes });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::plans::Origin;
    use crate::journal::memory::MemoryJournal;
    use crate::meeting::{Meeting, example};
    use crate::room::ids::SeatId;
    use std::convert::Infallible;

    const BASE: &str = "http://localhost";

    fn called(id: &str, title: &str) -> Meeting {
        Meeting {
            id: id.to_owned(),
            title: title.to_owned(),
            ..example()
        }
    }

    async fn change(registry: &Registry, journal: &MemoryJournal, meeting: Meeting) {
        let (id, made_by) = (meeting.id.clone(), SeatId::new("maker"));
        let changed = registry.change_plan(journal, &id, made_by, |_| Ok::<_, Infallible>((meeting, ())));
        let Ok(()) = changed.await.unwrap().2;
    }

    /// Two meetings, one of them from a file, each changed often, with a room that has left and one that was put back.
    async fn changed_often(journal: &MemoryJournal) -> Registry {
        let filed = Some((called("filed", "As filed"), Origin::File));
        let registry = Registry::open(journal, filed, BASE).await.unwrap();
        for number in 0..40 {
            for id in ["filed", "made"] {
                let mut meeting = called(id, &format!("Title {number}"));
                if number % 2 == 1 {
                    meeting.rooms.remove(1);
                }
                change(&registry, journal, meeting).await;
            }
        }
        registry
    }

    /// All that a registry says of its plans.
    fn said(registry: &Registry) -> Vec<crate::hub::plans::Standing> {
        let plans = registry.planned();
        plans
            .all()
            .iter()
            .map(|meeting| plans.standing(&meeting.id).unwrap())
            .collect()
    }

    async fn bytes(journal: &MemoryJournal) -> usize {
        let records = journal.read(&Stream::new(STREAM), 0, usize::MAX).await.unwrap();
        records.iter().map(|record| record.payload.len()).sum()
    }

    #[tokio::test]
    async fn what_is_read_after_it_is_what_was_read_before_and_takes_a_fraction_of_the_space() {
        let journal = MemoryJournal::new();
        let registry = changed_often(&journal).await;
        let before = bytes(&journal).await;
        let mut known = registry.known.lock().await;
        registry.compact(&journal, &mut known.plans).await.unwrap();
        assert!(bytes(&journal).await * 10 < before, "{} of {before}", bytes(&journal).await);
        assert_eq!(known.plans.replaced, 0);
        let again = Registry::read(&journal).await.unwrap();
        assert_eq!(said(&again), said(&registry));
        assert_eq!(again.latest_meeting(), registry.latest_meeting());
        assert_eq!(again.removed_rooms("made").len(), 1);
        let links = |registry: &Registry| crate::hub::links::of_meeting(registry, &registry.meeting("made").unwrap(), BASE);
        assert_eq!(links(&again), links(&registry));
        drop(known);
        change(&registry, &journal, called("made", "Afterwards")).await;
        let again = Registry::read(&journal).await.unwrap();
        assert_eq!(said(&again), said(&registry));
        assert_eq!(again.removed_rooms("made"), [], "it was put back");
    }

    #[tokio::test]
    async fn a_file_that_says_the_same_as_before_is_no_news_after_it_and_one_that_says_another_thing_is() {
        let journal = MemoryJournal::new();
        let registry = changed_often(&journal).await;
        registry
            .compact(&journal, &mut registry.known.lock().await.plans)
            .await
            .unwrap();
        let same = Some((called("filed", "As filed"), Origin::File));
        let again = Registry::open(&journal, same, BASE).await.unwrap();
        assert_eq!(
            again.meeting("filed").unwrap().title,
            "Title 39",
            "what was changed in the browser stays"
        );
        let other = Some((called("filed", "Filed anew"), Origin::File));
        let again = Registry::open(&journal, other, BASE).await.unwrap();
        assert_eq!(again.meeting("filed").unwrap().title, "Filed anew");
    }

    #[tokio::test]
    async fn a_start_clears_them_away_and_forgets_nothing_of_who_is_forgotten() {
        let journal = MemoryJournal::new();
        let registry = changed_often(&journal).await;
        registry.forget(&journal, "made").await.unwrap();
        let mut long = called("made", "Long");
        for number in 0..3 {
            long.subtitle = number.to_string().repeat(1_000_000);
            change(&registry, &journal, long.clone()).await;
        }
        let again = Registry::open(&journal, None, BASE).await.unwrap();
        assert!(bytes(&journal).await < 1_300_000);
        assert_eq!(again.known.lock().await.plans.replaced, 0);
        assert_eq!(said(&again), said(&registry));
        assert!(
            again.is_forgotten("made")
                && again
                    .meeting("made")
                    .unwrap()
                    .rooms
                    .iter()
                    .all(|room| room.speakers.is_empty())
        );
    }
}
