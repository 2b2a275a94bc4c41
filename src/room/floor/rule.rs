//! The order of the list, by a rule that anyone can read, and the reason in words for every place.
//!
//! Lanes come one after another. In each the rule sorts whoever the chair has not moved (all lanes but the list itself: the
//! order of asking); who was moved stands with as many in front as the chair has put there. A sort key always ends with the
//! order of asking, so the order is total, and it is computed anew from the state, so it is the same after a replay.

use super::{Floor, Group, Lane, Request, Unit, class_of};
use crate::room::ids::{Millis, RequestId, SeatId};
use crate::room::seat::{Class, Profile, Rank, Seat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OrderRule {
    /// The order of asking.
    #[default]
    FirstCome,
    /// Rank, then class, then the order of asking: ministers before officials.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Why {
    /// The order of asking, within its lane.
    FirstCome,
    /// Rank and class.
    Protocol {
        /// The speaker's rank; unknown ones come last.
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
        /// In which round of the rotation, from 1.
        round: u32,
        /// Which turn of the round its group has, from 1.
        turn: u32,
    },
    /// The rotation over the classes.
    AlternateClasses {
        /// Its class.
        group: Group,
        /// In which round of the rotation, from 1.
        round: u32,
        /// Which turn of the round its class has, from 1.
        turn: u32,
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

/// What sorts a lane: the parts of [`Why`] as numbers, then the order of asking.
type Key = (u64, u64, RequestId);

impl Floor {
    /// Who waits, in order, and why each stands there.
    pub fn order(&self, seats: &BTreeMap<SeatId, Seat>) -> Vec<(&Request, Why)> {
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

    fn ordered<'a>(&self, lane: Lane, requests: Vec<&'a Request>, seats: &BTreeMap<SeatId, Seat>) -> Vec<(&'a Request, Why)> {
        let (mut placed, free): (Vec<&Request>, Vec<&Request>) =
            requests.into_iter().partition(|request| request.placed.is_some());
        let rule = if lane == Lane::List { self.rule } else { OrderRule::FirstCome };
        let mut order = self.sorted(rule, free, seats);
        placed.sort_by_key(|request| request.placed.as_ref().map(|placed| (placed.ahead, request.id)));
        for request in placed {
            let Some(spot) = &request.placed else { continue };
            let at = spot.ahead.min(order.len());
            let why = Why::Moved {
                place: u32::try_from(at + 1).unwrap_or(u32::MAX),
                reason: spot.reason.clone(),
            };
            order.insert(at, (request, why));
        }
        order
    }

    fn sorted<'a>(&self, rule: OrderRule, free: Vec<&'a Request>, seats: &BTreeMap<SeatId, Seat>) -> Vec<(&'a Request, Why)> {
        let explained: Vec<(&Request, Why)> = match rule {
            OrderRule::AlternateRegions | OrderRule::AlternateClasses => self.in_rotation(rule, free, seats),
            _ => free
                .into_iter()
                .map(|request| (request, self.why(rule, request, seats)))
                .collect(),
        };
        let mut keyed: Vec<(Key, (&Request, Why))> = explained
            .into_iter()
            .map(|(request, why)| (why.key(request.id), (request, why)))
            .collect();
        keyed.sort_unstable_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, entry)| entry).collect()
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

    fn in_rotation<'a>(
        &self,
        rule: OrderRule,
        free: Vec<&'a Request>,
        seats: &BTreeMap<SeatId, Seat>,
    ) -> Vec<(&'a Request, Why)> {
        let group_of = |request: &Request| group(rule, &request.speaker(seats));
        let last = self.last_on_list().map(&group_of);
        let mut waiting: Vec<(Group, &Request)> = free.into_iter().map(|request| (group_of(request), request)).collect();
        waiting.sort_unstable_by_key(|(group, request)| (*group, request.id));
        // Turns are counted among the groups that have somebody waiting.
        let mut groups: Vec<Group> = waiting.iter().map(|(group, _)| *group).collect();
        groups.dedup();
        groups.sort_unstable_by_key(|group| group.distance_after(last));
        let turn = |group: Group| number(groups.iter().position(|&other| other == group).unwrap_or(0) + 1);
        let mut rounds: BTreeMap<Group, u32> = BTreeMap::new();
        let explained = waiting.into_iter().map(|(group, request)| {
            let round = rounds.entry(group).and_modify(|round| *round += 1).or_insert(1);
            let (round, turn) = (*round, turn(group));
            let why = if rule == OrderRule::AlternateRegions {
                Why::AlternateRegions { group, round, turn }
            } else {
                Why::AlternateClasses { group, round, turn }
            };
            (request, why)
        });
        explained.collect()
    }

    /// The last one who had the floor from the list, or has it: after their group the rotation goes on.
    fn last_on_list(&self) -> Option<&Request> {
        let under_way = self.speaking.iter().chain(&self.interrupted).map(|speech| &speech.request);
        let given = self.interventions.iter().rev().map(|speech| &speech.request);
        under_way.chain(given).find(|request| request.details.lane == Lane::List)
    }
}

fn group(rule: OrderRule, speaker: &Profile) -> Group {
    if rule == OrderRule::AlternateRegions {
        Group::of_region(speaker)
    } else {
        Group::of_class(speaker)
    }
}

impl Why {
    /// What it sorts by. Only the reasons of one rule are compared with each other.
    fn key(&self, asked: RequestId) -> Key {
        let last = u64::MAX;
        let class = |class: &Option<Class>| class.map_or(last, |class| class as u64);
        match self {
            Self::FirstCome | Self::Moved { .. } => (0, 0, asked),
            Self::Protocol { rank, class: of } => (rank.map_or(last, |rank| rank as u64), class(of), asked),
            Self::ByClass { class: of } => (class(of), 0, asked),
            Self::LeastHeard { speeches, seconds } => ((*speeches).into(), (*seconds).into(), asked),
            Self::AlternateRegions { round, turn, .. } | Self::AlternateClasses { round, turn, .. } => {
                ((*round).into(), (*turn).into(), asked)
            }
        }
    }
}

/// How much was heard of a unit: points of order do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Speeches.
    pub speeches: u32,
    /// Their time, milliseconds.
    pub ms: i64,
}

impl Heard {
    pub(super) fn add(&mut self, used: Millis) {
        self.speeches += 1;
        self.ms = self.ms.saturating_add(used.0);
    }
}

impl Floor {
    /// How much was heard of a unit so far; the speech under way does not count yet.
    pub fn heard(&self, unit: &Unit) -> Heard {
        self.heard.get(unit).copied().unwrap_or_default()
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
