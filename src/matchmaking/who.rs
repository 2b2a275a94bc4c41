//! Who somebody is, and when they cannot come. Anybody with a seat may say it at any time, about themselves; posting needs it first.
//! Whoever came in with a code of their own is known from the list of participants: name and delegation are those of the list, whatever
//! they type, and need not be said before posting. A delegation that the list does not have they say themselves.
//!
//! What is said here is shown to nobody but those with whom its author has agreed: both said yes. The text of a post is another
//! matter: its author writes it for those who may see the post.

use super::limits::CONTACT_CHARACTERS_MAX;
use super::settings::SlotId;
use super::{Event, Matchmaking};
use crate::room::ids::SeatId;
use crate::room::limits::{DELEGATION_CHARACTERS_MAX, NAME_CHARACTERS_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::{delegations, text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// What somebody says of themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Introduction {
    /// Their name.
    pub name: String,
    /// For whom they speak.
    pub delegation: String,
    /// How to reach them; may be empty.
    #[serde(default)]
    pub contact: String,
}

/// What the list of participants says of somebody who came in with a code of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReaderListed)]
pub struct Listed {
    /// Their name.
    pub name: String,
    /// For whom they speak, where the list has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<String>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Who they are, once they have said it.
    pub introduction: Option<Introduction>,
    /// The slots that they cannot come to.
    pub busy: BTreeSet<SlotId>,
}

impl Introduction {
    /// Whether they speak for a State.
    pub fn is_of_a_state(&self) -> bool {
        delegations::find(&self.delegation).is_some()
    }

    /// With what the list says in place of what was typed.
    fn named_by(self, listed: Option<&Listed>) -> Self {
        let Some(listed) = listed else { return self };
        Self {
            name: listed.name.clone(),
            delegation: listed.delegation.clone().unwrap_or(self.delegation),
            contact: self.contact,
        }
    }
}

/// What the list of participants says of a seat by now; none where it is not of somebody on it.
pub type Directory<'a> = dyn Fn(&SeatId) -> Option<Listed> + 'a;

/// Nobody is on a list.
pub fn nobody_listed(_: &SeatId) -> Option<Listed> {
    None
}

/// Who a seat is: as they said it, and as the list has it now; none where there is not enough to say who they are.
pub(super) fn known(said: Option<&Introduction>, listed: Option<&Listed>) -> Option<Introduction> {
    let known = said.cloned().or_else(|| listed.map(|_| Introduction::default()))?;
    Some(known.named_by(listed)).filter(|known| !known.delegation.is_empty())
}

pub(super) fn decide_introduce(introduction: &Introduction, listed: Option<&Listed>) -> Result<Event, Refusal> {
    let introduction = introduction.clone().named_by(listed);
    let contact = text::checked("The contact", &introduction.contact, CONTACT_CHARACTERS_MAX);
    let introduction = Introduction {
        name: text::filled("The name", &introduction.name, NAME_CHARACTERS_MAX)?,
        delegation: text::filled("The delegation", &introduction.delegation, DELEGATION_CHARACTERS_MAX)?,
        contact: contact.map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?,
    };
    Ok(Event::Introduced { introduction })
}

pub(super) fn decide_busy(matchmaking: &Matchmaking, slots: &BTreeSet<SlotId>) -> Result<Event, Refusal> {
    if let Some(unknown) = slots.iter().find(|slot| matchmaking.settings.slot(**slot).is_none()) {
        return Err(Refusal::new(Code::OutOfBounds, format!("There is no slot {unknown}.")));
    }
    Ok(Event::BusySet { busy: slots.clone() })
}
