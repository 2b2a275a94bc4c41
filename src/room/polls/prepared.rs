//! Prepared polls whose plan was changed. A draft that is as the plan had it is changed to what takes its place there, or goes; whatever is
//! new beyond that is drafted. What somebody in the room has changed, asked or thrown away is the room's, and stays so.

use super::Polls;
use crate::room::command::PollPaper;
use crate::room::event::Event;
use crate::room::following::without;
use crate::room::ids::PollId;
use crate::room::limits::POLLS_MAX;
use crate::room::view::PollState;

impl Polls {
    /// What happens to them when these papers were planned, and now those are.
    pub(in crate::room) fn follow_plan(&self, before: &[PollPaper], after: &[PollPaper]) -> Vec<Event> {
        let (gone, new) = (without(before, after), without(after, before));
        let as_planned = self.as_planned(&gone);
        let changed = as_planned.iter().zip(&new).map(|(poll, paper)| Event::PollEdited {
            poll: *poll,
            paper: PollPaper::clone(paper),
        });
        let discarded = as_planned
            .iter()
            .skip(new.len())
            .map(|poll| Event::PollDiscarded { poll: *poll });
        let space = POLLS_MAX.saturating_sub(self.len());
        let drafted = (self.next_id().0..).zip(new.iter().skip(as_planned.len()).take(space));
        let drafted = drafted.map(|(number, paper)| Event::PollDrafted {
            poll: PollId(number),
            paper: PollPaper::clone(paper),
            round: None,
        });
        changed.chain(discarded).chain(drafted).collect()
    }

    /// Whether there is one beside those drafts that are as the plan has them.
    pub(in crate::room) fn are_used(&self, planned: &[PollPaper]) -> bool {
        let planned: Vec<&PollPaper> = planned.iter().collect();
        self.len() > self.as_planned(&planned).len()
    }

    /// The drafts that still say what one of these papers does, one for each.
    fn as_planned(&self, papers: &[&PollPaper]) -> Vec<PollId> {
        let mut found = Vec::new();
        for paper in papers {
            let is_it = |(id, poll): &(PollId, &super::Poll)| {
                poll.state == PollState::Draft && poll.round.is_none() && poll.paper == **paper && !found.contains(id)
            };
            found.extend(self.iter().find(is_it).map(|(id, _)| id));
        }
        found
    }
}
