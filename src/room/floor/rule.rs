//! The order of the list, by a rule that anyone can read, and the reason in words for every place.
//!
//! Lanes come one after another. In each the rule orders whoever the chair has not moved (all lanes but the list itself: the
//! order of asking); who was moved stands with as many in front as the chair has put there. A sort key always ends with the
//! order of asking, so the order is total, and it is computed anew from the state, so it is the same after a replay. What is
//! shown is what will happen: when the first has spoken, the others stand as they stood.

use super::rotation::Rotation;
use super::{Floor, Group, Lane, Request, class_of};
use crate::room::ids::{RequestId, SeatId};
use crate::room::seat::{Class, Rank, Seat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrderRule {
    /// The order of asking.
    #[default]
    FirstCome,
    /// Rank, then class, then the order of asking: ministers before officials. A State that said no rank stands with the delegates of
    /// States, behind those who said so.
    Protocol,
    /// States, organizations, stakeholders; among them the order of asking.
    ByClass,
    /// Who spoke least so far, by count and then by time.
    LeastHeard,
    /// A rotation over the regional groups, then those who are in none by class.
    AlternateRegions,
    /// A rotation over the classes.
    AlternateClasses,
}

impl OrderRule {
    /// Whether it is what holds where nothing is said.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
    pub fn is_first_come(&self) -> bool {
        *self == Self::FirstCome
    }
}

/// Why a request stands where it stands: what the rule looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Why {
    /// The order of asking, within its lane.
    FirstCome,
    /// Rank and class.
    Protocol {
        /// The speaker's rank; of States an unknown one counts as a delegate's, of others it comes last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        rank: Option<Rank>,
        /// The class; unknown ones come last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        class: Option<Class>,
    },
    /// The class.
    ByClass {
        /// The class; unknown ones come last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        class: Option<Class>,
    },
    /// How much was heard of the delegation so far.
    LeastHeard {
        /// Speeches.
        speeches: u32,
        /// Seconds.
        seconds: u32,
    },
    /// The rotation over the regional groups.
    AlternateRegions {
        /// Its group.
        group: Group,
        /// The group that has its turn before; missing where the rotation begins.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        after: Option<Group>,
    },
    /// The rotation over the classes.
    AlternateClasses {
        /// Its class.
        group: Group,
        /// The class that has its turn before; missing where the rotation begins.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        after: Option<Group>,
    },
    /// The chair has put it there.
    Moved {
        /// Its place in its lane, from 1.
        place: u32,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
}

/// Where a State without a rank stands among the delegates: between States, the first class, and the second.
const UNSTATED: u64 = 2 * Class::State as u64 + 1;

/// What sorts a lane: the parts of [`Why`] as numbers, then the order of asking.
type Key = (u64, u64, RequestId);

impl Floor {
    /// Who waits, in order, and why each stands there.
    pub fn order<'a>(&'a self, seats: &'a BTreeMap<SeatId, Seat>) -> Vec<(&'a Request, Why)> {
        let mut lanes: BTreeMap<Lane, Vec<&Request>> = BTreeMap::new();
        for request in &self.waiting {
            lanes.entry(request.details.lane).or_default().push(request);
        }
        lanes
            .into_iter()
            .flat_map(|(lane, requests)| self.ordered(lane, requests, seats))
            .collect()
    }

    /// The ids of the same.
    pub fn ids_in_order(&self, seats: &BTreeMap<SeatId, Seat>) -> Vec<RequestId> {
        self.order(seats).into_iter().map(|(request, _)| request.id).collect()
    }

    fn ordered<'a>(
        &'a self,
        lane: Lane,
        requests: Vec<&'a Request>,
        seats: &'a BTreeMap<SeatId, Seat>,
    ) -> Vec<(&'a Request, Why)> {
        let (mut placed, free): (Vec<&Request>, Vec<&Request>) =
            requests.into_iter().partition(|request| request.placed.is_some());
        placed.sort_by_key(|request| (ahead_of(request), request.id));
        let mut placed = placed.into_iter().peekable();
        let mut free = self.free(lane, free, seats);
        let mut order: Vec<(&Request, Why)> = Vec::new();
        loop {
            let at = order.len();
            let entry = match placed.next_if(|request| ahead_of(request) <= at) {
                Some(request) => Some(moved(request, at)),
                // With nobody left to stand in front, who was moved stands where the list ends.
                None => free.next().or_else(|| placed.next().map(|request| moved(request, at))),
            };
            let Some(entry) = entry else { return order };
            if matches!(entry.1, Why::Moved { .. }) {
                free.passes(entry.0);
            }
            order.push(entry);
        }
    }

    /// Those whom the chair has not moved, as the rule has them.
    fn free<'a>(&'a self, lane: Lane, requests: Vec<&'a Request>, seats: &'a BTreeMap<SeatId, Seat>) -> Free<'a> {
        match self.rule {
            _ if lane != Lane::List => Free::Sorted(self.sorted(OrderRule::FirstCome, requests, seats)),
            OrderRule::AlternateRegions | OrderRule::AlternateClasses => {
                Free::Rotation(Rotation::of(self.rule, requests, self.last_on_list(), seats))
            }
            rule => Free::Sorted(self.sorted(rule, requests, seats)),
        }
    }

    fn why(&self, rule: OrderRule, request: &Request, seats: &BTreeMap<SeatId, Seat>) -> Why {
        let speaker = || request.speaker(seats);
        match rule {
            OrderRule::Protocol => {
                let speaker = speaker();
                Why::Protocol {
                    rank: speaker.rank,
                    class: class_of(&speaker),
                }
            }
            OrderRule::ByClass => Why::ByClass {
                class: class_of(&speaker()),
            },
            OrderRule::LeastHeard => {
                let heard = self.heard(&request.unit);
                Why::LeastHeard {
                    speeches: heard.speeches,
                    seconds: u32::try_from(heard.ms / 1_000).unwrap_or(u32::MAX),
                }
            }
            _ => Why::FirstCome,
        }
    }

    fn sorted<'a>(
        &self,
        rule: OrderRule,
        requests: Vec<&'a Request>,
        seats: &BTreeMap<SeatId, Seat>,
    ) -> std::vec::IntoIter<(&'a Request, Why)> {
        let mut keyed: Vec<(Key, (&Request, Why))> = requests
            .into_iter()
            .map(|request| (request, self.why(rule, request, seats)))
            .map(|(request, why)| (why.key(request.id), (request, why)))
            .collect();
        keyed.sort_unstable_by_key(|(key, _)| *key);
        let sorted: Vec<(&Request, Why)> = keyed.into_iter().map(|(_, entry)| entry).collect();
        sorted.into_iter()
    }

    /// The last one who had the floor from the list, or has it: after their group the rotation goes on.
    fn last_on_list(&self) -> Option<&Request> {
        let under_way = self.speaking.iter().chain(&self.interrupted).map(|speech| &speech.request);
        let given = self.interventions.iter().rev().map(|speech| &speech.request);
        under_way.chain(given).find(|request| request.details.lane == Lane::List)
    }
}

/// Those whom the chair has not moved, one after the other.
enum Free<'a> {
    /// By what sorts them.
    Sorted(std::vec::IntoIter<(&'a Request, Why)>),
    /// In turn.
    Rotation(Rotation<'a>),
}

impl<'a> Free<'a> {
    fn next(&mut self) -> Option<(&'a Request, Why)> {
        match self {
            Self::Sorted(sorted) => sorted.next(),
            Self::Rotation(rotation) => rotation.next(),
        }
    }

    /// Somebody who was moved stands here: a rotation goes on after them.
    fn passes(&mut self, moved: &Request) {
        if let Self::Rotation(rotation) = self {
            rotation.passes(moved);
        }
    }
}

fn ahead_of(request: &Request) -> usize {
    request.placed.as_ref().map_or(usize::MAX, |placed| placed.ahead)
}

fn moved(request: &Request, at: usize) -> (&Request, Why) {
    let why = Why::Moved {
        place: number(at + 1),
        reason: request.placed.as_ref().and_then(|placed| placed.reason.clone()),
    };
    (request, why)
}

impl Why {
    /// What it sorts by. Only the reasons of one rule are compared with each other.
    fn key(&self, asked: RequestId) -> Key {
        let last = u64::MAX;
        let class = |class: &Option<Class>| class.map_or(last, |class| class as u64);
        match self {
            Self::FirstCome | Self::Moved { .. } | Self::AlternateRegions { .. } | Self::AlternateClasses { .. } => (0, 0, asked),
            Self::Protocol { rank: None, class: of } if *of == Some(Class::State) => (Rank::Delegate as u64, UNSTATED, asked),
            Self::Protocol { rank, class: of } => {
                let rank = rank.map_or(last, |rank| rank as u64);
                (rank, of.map_or(last, |class| 2 * class as u64), asked)
            }
            Self::ByClass { class: of } => (class(of), 0, asked),
            Self::LeastHeard { speeches, seconds } => ((*speeches).into(), (*seconds).into(), asked),
        }
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
