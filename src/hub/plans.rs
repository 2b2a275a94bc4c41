//! The plans of all meetings, and where each has come from: a meeting's file may have been read, and its plan may have been changed in the
//! browser since. A file is taken over where it says something else than when it was last read; while it says the same, what was changed
//! in the browser stays. Rooms that left a plan are remembered, so that they can be put back with everything in them.

use crate::meeting::{Meeting, RoomPlan};
use crate::people::plan::Plan as Groups;
use crate::room::ids::SeatId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Where a meeting that the server starts with comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From a file that somebody has written.
    File,
    /// It is the embedded example, which nobody has asked for: it never takes the place of what people have made of it.
    Example,
}

/// All plans.
#[derive(Default)]
pub(super) struct Plans {
    by_id: BTreeMap<String, Known>,
    /// What the meeting's file said when it was last read.
    said: BTreeMap<String, Arc<Meeting>>,
    /// Rooms that have left the plan, by meeting, the last ones last.
    removed: BTreeMap<String, Vec<RoomPlan>>,
    /// Which organiser's seat of another meeting has made the meeting.
    makers: BTreeMap<String, SeatId>,
    /// How often each was planned anew.
    changes: BTreeMap<String, u32>,
    latest: Option<String>,
}

/// What the plans of a meeting have come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Standing {
    /// The plan.
    pub(super) meeting: Meeting,
    /// What its file said when it was last read.
    filed: Filed,
    /// Whether of all files that were read this was the last one.
    #[serde(default)]
    is_latest: bool,
    #[serde(default)]
    removed: Vec<RoomPlan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_by: Option<SeatId>,
    /// How often the plan was changed.
    #[serde(default)]
    changes: u32,
}

/// What a meeting's file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Filed {
    /// There is none.
    Never,
    /// What the plan is.
    Same,
    /// Something else.
    Otherwise(Box<Meeting>),
}

impl Standing {
    /// The same without the people of the meeting.
    pub(super) fn without_people(&self) -> Self {
        let mut standing = self.clone();
        standing.meeting = standing.meeting.without_people();
        if let Filed::Otherwise(said) = &mut standing.filed {
            **said = said.without_people();
        }
        standing.removed.iter_mut().for_each(RoomPlan::forget_people);
        standing.made_by = None;
        standing
    }
}

/// A plan, and what it says of groups: made when it is first asked for, and then shared by all who ask until the plan is another one.
struct Known {
    meeting: Arc<Meeting>,
    groups: OnceLock<Arc<Groups>>,
}

impl Known {
    fn new(meeting: Arc<Meeting>) -> Self {
        Self {
            meeting,
            groups: OnceLock::new(),
        }
    }
}

impl Plans {
    /// All of them.
    pub(super) fn all(&self) -> Vec<Arc<Meeting>> {
        self.by_id.values().map(|known| known.meeting.clone()).collect()
    }

    /// One of them.
    pub(super) fn get(&self, id: &str) -> Option<Arc<Meeting>> {
        self.by_id.get(id).map(|known| known.meeting.clone())
    }

    /// What one of them says of groups.
    pub(super) fn groups(&self, id: &str) -> Option<Arc<Groups>> {
        let known = self.by_id.get(id)?;
        Some(known.groups.get_or_init(|| Arc::new(Groups::of(&known.meeting))).clone())
    }

    /// The one whose file was read last.
    pub(super) fn latest(&self) -> Option<Arc<Meeting>> {
        self.get(self.latest.as_deref()?)
    }

    /// The rooms that have left a plan.
    pub(super) fn removed(&self, id: &str) -> Vec<RoomPlan> {
        self.removed.get(id).cloned().unwrap_or_default()
    }

    /// How often a plan was changed: it grows with each change, also of a file.
    pub(super) fn changes(&self, id: &str) -> u32 {
        self.changes.get(id).copied().unwrap_or_default()
    }

    /// Whether this seat has made the meeting.
    pub(super) fn is_maker(&self, id: &str, seat: &SeatId) -> bool {
        self.makers.get(id) == Some(seat)
    }

    /// Whether what a file says is to be taken over.
    pub(super) fn take(&self, said: &Meeting, origin: Origin) -> bool {
        let current = self.by_id.get(&said.id).map(|known| known.meeting.as_ref());
        let before = self.said.get(&said.id).map(Arc::as_ref);
        let is_news = before != Some(said);
        let is_touched = current != before;
        if is_news && is_touched && origin == Origin::File {
            tracing::warn!(
                meeting.id = said.id,
                "the meeting file has changed since it was last read; it takes the place of what was changed in the browser since"
            );
        }
        is_news && !(is_touched && origin == Origin::Example)
    }

    /// A file was read.
    pub(super) fn loaded(&mut self, meeting: Meeting) {
        let meeting = Arc::new(meeting);
        self.latest = Some(meeting.id.clone());
        self.said.insert(meeting.id.clone(), meeting.clone());
        self.put(meeting);
    }

    /// A plan was changed in the browser, or made there.
    pub(super) fn changed(&mut self, meeting: Meeting, made_by: Option<SeatId>) {
        if let Some(seat) = made_by {
            self.makers.insert(meeting.id.clone(), seat);
        }
        self.put(Arc::new(meeting));
    }

    /// What the plans of a meeting have come to.
    pub(super) fn standing(&self, id: &str) -> Option<Standing> {
        let meeting = &self.by_id.get(id)?.meeting;
        let filed = match self.said.get(id) {
            None => Filed::Never,
            Some(said) if said == meeting => Filed::Same,
            Some(said) => Filed::Otherwise(Box::new(Meeting::clone(said))),
        };
        Some(Standing {
            meeting: Meeting::clone(meeting),
            filed,
            is_latest: self.latest.as_deref() == Some(id),
            removed: self.removed(id),
            made_by: self.makers.get(id).cloned(),
            changes: self.changes(id),
        })
    }

    /// The plans of a meeting have come to this.
    pub(super) fn stands(&mut self, standing: Standing) {
        let id = standing.meeting.id.clone();
        let meeting = Arc::new(standing.meeting);
        match standing.filed {
            Filed::Never => drop(self.said.remove(&id)),
            Filed::Same => drop(self.said.insert(id.clone(), meeting.clone())),
            Filed::Otherwise(said) => drop(self.said.insert(id.clone(), Arc::new(*said))),
        }
        if standing.is_latest {
            self.latest = Some(id.clone());
        }
        if let Some(seat) = standing.made_by {
            self.makers.insert(id.clone(), seat);
        }
        self.removed.insert(id.clone(), standing.removed);
        self.changes.insert(id.clone(), standing.changes);
        self.by_id.insert(id, Known::new(meeting));
    }

    /// The people of a meeting are forgotten, in its plan, in what its file said, and in the rooms that have left it.
    pub(super) fn forget(&mut self, id: &str) {
        if let Some(known) = self.by_id.get_mut(id) {
            *known = Known::new(Arc::new(known.meeting.without_people()));
        }
        if let Some(said) = self.said.get_mut(id) {
            *said = Arc::new(said.without_people());
        }
        let removed = self.removed.get_mut(id).into_iter().flatten();
        removed.for_each(RoomPlan::forget_people);
        self.makers.remove(id);
    }

    fn put(&mut self, meeting: Arc<Meeting>) {
        let removed = self.removed.entry(meeting.id.clone()).or_default();
        if let Some(before) = self.by_id.insert(meeting.id.clone(), Known::new(meeting.clone())) {
            let gone = before.meeting.rooms.iter().filter(|room| meeting.room(&room.id).is_none());
            let gone: Vec<RoomPlan> = gone.cloned().collect();
            removed.retain(|room| gone.iter().all(|other| other.id != room.id));
            removed.extend(gone);
            *self.changes.entry(meeting.id.clone()).or_default() += 1;
        }
        removed.retain(|room| meeting.room(&room.id).is_none());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::example;

    fn titled(title: &str) -> Meeting {
        Meeting {
            title: title.to_owned(),
            ..example()
        }
    }

    #[test]
    fn a_file_is_taken_over_where_it_says_something_else_than_when_it_was_last_read() {
        let mut plans = Plans::default();
        assert!(plans.take(&titled("as filed"), Origin::File));
        plans.loaded(titled("as filed"));
        assert!(!plans.take(&titled("as filed"), Origin::File));
        plans.changed(titled("in the browser"), None);
        assert!(!plans.take(&titled("as filed"), Origin::File), "the browser's change stays");
        assert!(plans.take(&titled("filed anew"), Origin::File));
    }

    #[test]
    fn the_example_follows_the_server_until_somebody_has_made_it_theirs() {
        let mut plans = Plans::default();
        assert!(plans.take(&titled("example"), Origin::Example));
        plans.loaded(titled("example"));
        assert!(plans.take(&titled("a newer example"), Origin::Example));
        plans.changed(titled("theirs"), None);
        assert!(!plans.take(&titled("a newer example"), Origin::Example));
    }

    #[test]
    fn rooms_that_left_are_remembered_until_they_are_put_back() {
        let mut plans = Plans::default();
        let (id, whole) = (example().id, example());
        plans.loaded(whole.clone());
        let mut less = whole.clone();
        let room = less.rooms.remove(1);
        assert_eq!(plans.changes(&id), 0);
        plans.changed(less.clone(), None);
        plans.changed(less, None);
        assert_eq!(plans.changes(&id), 2, "by which calendars know what is newer");
        assert_eq!(plans.removed(&id), [room]);
        plans.changed(whole, None);
        assert_eq!(plans.removed(&id), []);
    }
}
