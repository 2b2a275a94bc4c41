//! Letting through what voters wrote. The chair may, one text at a time or all at once, while the poll is open and later, and take
//! it back. Refused when the poll takes no texts or is a draft, and for a text that is not there. Afterwards everybody sees the
//! text, or nobody but the chair. Of a secret poll the chair sees the texts when it has closed.

use super::Poll;
use super::texts::{TextCount, TextId};
use crate::room::Room;
use crate::room::command::Ballot;
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::refusal::{Code, Refusal};
use crate::room::view::PollState;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn decide(room: &Room, poll: PollId, texts: &[TextId], seen: bool) -> Result<Vec<Event>, Refusal> {
    let found = room.polls.find(poll)?;
    if !found.paper.kind.rules().is_written() || matches!(found.state, PollState::Draft | PollState::Void) {
        return Err(Refusal::new(
            Code::UnknownText,
            format!("Poll {poll} has no texts to let through."),
        ));
    }
    let known = found.texts();
    if let Some(text) = texts.iter().find(|text| !known.contains_key(text)) {
        return Err(Refusal::new(
            Code::UnknownText,
            format!("There is no text {text} in poll {poll}; its writer may have changed it."),
        ));
    }
    let texts = texts.to_vec();
    Ok(vec![match seen {
        true => Event::TextsPassed { poll, texts },
        false => Event::TextsHeld { poll, texts },
    }])
}

impl Poll {
    /// The first of these ideas that not everybody may see: one that was held back, or that its writer took back.
    pub fn unseen<'a>(&self, ideas: &'a BTreeSet<TextId>) -> Option<&'a TextId> {
        ideas
            .iter()
            .find(|idea| !self.passed.has(idea) || !self.ideas.contains_key(idea))
    }

    /// A ballot with those of its texts that the chair let through, of the `known` texts of the poll. Which text a reason became, the
    /// answer beside it says.
    pub fn seen_of(&self, ballot: &Ballot, known: &BTreeMap<TextId, TextCount>) -> Ballot {
        let is_seen = |text: &&String| {
            let abouts = std::iter::once(None).chain(ballot.choice.iter().copied().map(Some));
            let mut ids = abouts.map(|about| TextId::of(text, about));
            ids.any(|id| self.passed.has(&id) && known.contains_key(&id))
        };
        Ballot {
            texts: ballot.texts.iter().filter(is_seen).cloned().collect(),
            supports: ballot.supports.iter().filter(|idea| self.passed.has(idea)).cloned().collect(),
            ..ballot.clone()
        }
    }
}
