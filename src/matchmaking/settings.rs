//! When and where people meet, and who may post what. The organiser says it, before or during the session. Refused where a slot ends
//! before it starts or overlaps the one before it, where there are more tables or slots than anybody has, and where another organiser
//! has said something else since it was looked at. What is so already is done.
//!
//! A slot is known by its place in the list: when all of them are moved by ten minutes, everybody keeps table and slot. Whoever had
//! a place in a slot or at a table that is gone has none any more, until tables are assigned again.

use super::limits::{SLOT_MS_MAX, SLOTS_MAX, TABLES_MAX};
use super::{Event, Matchmaking};
use crate::room::ids::Millis;
use crate::room::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use utoipa::ToSchema;

/// The place of a slot in the list, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct SlotId(pub u32);

/// A time in which each table has one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Slot {
    /// Its start.
    pub starts: Millis,
    /// Its end.
    pub ends: Millis,
}

/// Who may post a need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NeedsFrom {
    /// Everybody.
    #[default]
    Everyone,
    /// Whoever speaks for a State.
    States,
}

/// Whether it takes posts, choices and answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It does.
    #[default]
    Open,
    /// It does not. What was agreed stays, can be given up, and can be let into the outcome.
    Closed,
}

/// What the organiser says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    /// How many tables there are, numbered from 1.
    pub tables: u32,
    /// The slots, in the order of time.
    pub slots: Vec<Slot>,
    /// Who may post a need.
    #[serde(default)]
    pub needs_from: NeedsFrom,
}

impl fmt::Display for SlotId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl Settings {
    /// The slots with their ids.
    pub fn numbered(&self) -> impl Iterator<Item = (SlotId, &Slot)> {
        (1..).map(SlotId).zip(&self.slots)
    }

    /// The slot with this id.
    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.numbered().find(|(known, _)| *known == id).map(|(_, slot)| slot)
    }

    /// Those of the slots that there are still.
    pub fn known(&self, slots: &BTreeSet<SlotId>) -> BTreeSet<SlotId> {
        slots.iter().copied().filter(|slot| self.slot(*slot).is_some()).collect()
    }
}

pub(super) fn decide(matchmaking: &Matchmaking, seen: &Settings, settings: &Settings) -> Result<Vec<Event>, Refusal> {
    if *settings == matchmaking.settings {
        return Ok(Vec::new());
    }
    if *seen != matchmaking.settings {
        let message = "Somebody else has changed tables and times since you opened them, so yours were not saved. Compare both, then save \
                       yours over theirs or keep theirs.";
        return Err(Refusal::new(Code::ChangedMeanwhile, message));
    }
    refuse_impossible(settings)?;
    Ok(vec![Event::SettingsChanged {
        settings: settings.clone(),
    }])
}

fn refuse_impossible(settings: &Settings) -> Result<(), Refusal> {
    if settings.tables > TABLES_MAX {
        return Err(out_of_bounds(format!("There can be at most {TABLES_MAX} tables.")));
    }
    if settings.slots.len() > SLOTS_MAX {
        return Err(out_of_bounds(format!("There can be at most {SLOTS_MAX} slots.")));
    }
    let mut before = None;
    for (id, slot) in settings.numbered() {
        if slot.ends <= slot.starts {
            return Err(out_of_bounds(format!("Slot {id} ends before it starts.")));
        }
        if slot.ends.0.saturating_sub(slot.starts.0) > SLOT_MS_MAX {
            return Err(out_of_bounds(format!("Slot {id} is longer than eight hours.")));
        }
        if before.is_some_and(|end| slot.starts < end) {
            return Err(out_of_bounds(format!("Slot {id} starts before the one before it has ended.")));
        }
        before = Some(slot.ends);
    }
    Ok(())
}

fn out_of_bounds(sentence: String) -> Refusal {
    Refusal::new(Code::OutOfBounds, sentence)
}

pub(super) fn apply(matchmaking: &mut Matchmaking, settings: &Settings) {
    matchmaking.settings = settings.clone();
    for pairing in matchmaking.pairings.values_mut() {
        let is_gone = |sitting: &super::Sitting| sitting.table > settings.tables || settings.slot(sitting.slot).is_none();
        pairing.sitting.take_if(|sitting| is_gone(sitting));
    }
}
