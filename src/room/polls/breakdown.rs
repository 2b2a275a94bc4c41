//! The result by class and by regional group. A group with fewer than five ballots is not told; and where the groups that are not
//! told have fewer than five together, the smallest told one is left out with them, or the difference to the whole would
//! tell what they hide. By what voters say of themselves when the poll closes.

use super::count::Count;
use super::{Cast, Poll};
use crate::room::Room;
use crate::room::command::Ballot;
use crate::room::floor::Group;
use crate::room::ids::OptionId;
use crate::room::limits::GROUP_BALLOTS_MIN;
use crate::room::seat::Profile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The result of one group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GroupResult {
    /// Ballots.
    pub ballots: u32,
    /// The first figure of each answer.
    pub tally: BTreeMap<OptionId, u32>,
    /// How many ballots put each item on each step.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<OptionId, Vec<u32>>>")]
    pub spread: BTreeMap<OptionId, Vec<u32>>,
}

/// Results by group.
pub type ByGroup = BTreeMap<Group, GroupResult>;

/// By class and by regional group; empty where the paper does not ask for it.
pub fn of(room: &Room, poll: &Poll) -> (ByGroup, ByGroup) {
    if !poll.paper.rules.breakdown {
        return (ByGroup::new(), ByGroup::new());
    }
    (by(room, poll, Group::of_class), by(room, poll, Group::of_region))
}

fn by(room: &Room, poll: &Poll, group_of: fn(&Profile) -> Group) -> ByGroup {
    let mut groups: BTreeMap<Group, Vec<&Ballot>> = BTreeMap::new();
    for cast in poll.ballots.values() {
        groups.entry(group_of(profile(room, cast))).or_default().push(&cast.ballot);
    }
    suppress(&mut groups);
    let result = |ballots: Vec<&Ballot>| {
        let count = Count::of(&poll.paper, ballots.iter().copied());
        GroupResult {
            ballots: size(&ballots),
            tally: count.tally,
            spread: count.detail.spread,
        }
    };
    groups.into_iter().map(|(group, ballots)| (group, result(ballots))).collect()
}

/// Takes out the groups that are too small to be told.
fn suppress(groups: &mut BTreeMap<Group, Vec<&Ballot>>) {
    let mut hidden = 0;
    groups.retain(|_, ballots| {
        let told = size(ballots) >= GROUP_BALLOTS_MIN;
        hidden += if told { 0 } else { size(ballots) };
        told
    });
    if (1..GROUP_BALLOTS_MIN).contains(&hidden)
        && let Some(smallest) = groups
            .iter()
            .min_by_key(|(_, ballots)| ballots.len())
            .map(|(group, _)| *group)
    {
        groups.remove(&smallest);
    }
}

fn size(ballots: &[&Ballot]) -> u32 {
    u32::try_from(ballots.len()).unwrap_or(u32::MAX)
}

fn profile<'a>(room: &'a Room, cast: &'a Cast) -> &'a Profile {
    let of_seat = cast
        .seat
        .as_ref()
        .and_then(|seat| room.seats.get(seat))
        .map(|seat| &seat.profile);
    of_seat.unwrap_or(&cast.profile)
}
