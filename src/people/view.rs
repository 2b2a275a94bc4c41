//! What the organiser is shown of the register: all of it. What a person is shown is their `day`.

use super::Register;
use super::balance::{Differences, Groups, Make, Traits};
use super::event::Network;
use super::person::{Details, Person};
use super::plan::{Plan, Slot};
use super::spread::Proposal;
use crate::meeting::codes;
use crate::room::delegations::Region;
use crate::room::ids::SeatId;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;

/// The whole list, for the organiser.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed {
    /// Everybody, by name.
    pub people: Vec<Entry>,
    /// The sessions with rooms, in the order of the programme.
    pub sessions: Vec<SessionListed>,
    /// Whether people who are not on the list may join with a room's own code at all.
    pub open: bool,
    /// The wireless network on the sheets.
    pub network: Network,
}

/// Somebody on the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParticipantListed)]
pub struct Entry {
    id: SeatId,
    #[serde(flatten)]
    details: Details,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
    /// The code as it is printed.
    code: String,
    /// The room of each session in which the person has a group.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    groups: BTreeMap<String, String>,
}

/// A session with its rooms.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionListed {
    id: String,
    title: String,
    date: String,
    starts: String,
    ends: String,
    /// Whether people may choose their groups.
    choice: bool,
    /// Its rooms; with one alone there is nothing to be put into.
    rooms: Vec<RoomListed>,
    /// How far the groups differ.
    differences: Differences,
}

/// A room of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomListed {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<u32>,
    /// Whether people who are not on the list may join with its own code.
    open: bool,
    /// Of whom it is made up.
    make: Make,
}

/// What the rule would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preview {
    /// Of whom each group would be made up.
    rooms: Vec<Make>,
    /// How far they would differ.
    differences: Differences,
    /// How many would come into a group, or into another one.
    placed: usize,
    /// How many find no place.
    left: usize,
    /// What a command gives back as what it has seen.
    seen: u64,
}

impl Register {
    /// The whole list.
    pub fn listed(&self, plan: &Plan) -> Listed {
        let mut people: Vec<&Person> = self.people().values().collect();
        people.sort_by_cached_key(|person| (person.details.key(), person.id.clone()));
        let traits = self.traits();
        Listed {
            people: people.into_iter().map(Entry::of).collect(),
            sessions: plan.slots.iter().map(|slot| self.session_listed(slot, &traits)).collect(),
            open: !self.is_closed_to_others(),
            network: self.network().clone(),
        }
    }

    fn traits(&self) -> HashMap<&SeatId, Traits> {
        self.people().iter().map(|(id, person)| (id, Traits::of(person))).collect()
    }

    fn session_listed(&self, slot: &Slot, traits: &HashMap<&SeatId, Traits>) -> SessionListed {
        let groups = self.groups_of(slot, traits, |_| None);
        let rooms = slot.rooms.iter().zip(groups.makes()).map(|(room, make)| RoomListed {
            id: room.id.clone(),
            title: room.title.clone(),
            cap: self.cap(&room.id),
            open: !self.closed_doors().contains(&room.id),
            make,
        });
        SessionListed {
            id: slot.session.clone(),
            title: slot.title.clone(),
            date: slot.date.clone(),
            starts: slot.starts.clone(),
            ends: slot.ends.clone(),
            choice: self.is_chosen(&slot.session),
            rooms: rooms.collect(),
            differences: groups.differences(),
        }
    }

    /// What a proposal of the rule would make of the groups of a session.
    pub fn preview(&self, slot: &Slot, proposal: &Proposal) -> Preview {
        let traits = self.traits();
        let proposed = |(room, people): &'_ (String, Vec<SeatId>)| -> Vec<(SeatId, Option<String>)> {
            people.iter().map(|id| (id.clone(), Some(room.clone()))).collect()
        };
        let mut into: HashMap<SeatId, Option<String>> = proposal.rooms.iter().flat_map(proposed).collect();
        into.extend(proposal.left.iter().map(|id| (id.clone(), None)));
        let groups = self.groups_of(slot, &traits, |id| into.get(id).cloned());
        let is_new = |(id, room): &(&SeatId, &Option<String>)| {
            let now = self.people().get(*id).and_then(|person| slot.room_of(&person.groups));
            room.is_some() && room.as_deref() != now
        };
        Preview {
            rooms: groups.makes(),
            differences: groups.differences(),
            placed: into.iter().filter(is_new).count(),
            left: proposal.left.len(),
            seen: self.moves(&slot.session),
        }
    }

    /// Who is in each group of a session, or would be: some are told to be elsewhere (`Some(None)`: nowhere).
    fn groups_of<'a>(
        &self,
        slot: &'a Slot,
        traits: &'a HashMap<&SeatId, Traits>,
        instead: impl Fn(&SeatId) -> Option<Option<String>>,
    ) -> Groups<'a> {
        let mut groups: Vec<(&str, Vec<&Traits>)> = slot.rooms.iter().map(|room| (room.id.as_str(), Vec::new())).collect();
        for (id, person) in self.people() {
            let instead = instead(id);
            let room = match &instead {
                Some(room) => room.as_deref(),
                None => slot.room_of(&person.groups),
            };
            if let (Some(at), Some(traits)) = (room.and_then(|room| slot.place(room)), traits.get(id)) {
                groups[at].1.push(traits);
            }
        }
        Groups(groups)
    }
}

impl Entry {
    fn of(person: &Person) -> Self {
        Self {
            id: person.id.clone(),
            details: person.details.clone(),
            region: person.details.region(),
            code: codes::grouped(&person.code),
            groups: person.groups.clone(),
        }
    }
}
