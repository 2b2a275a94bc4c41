//! How fast the list goes, from this room's own speeches, and how much of whom was heard.

use super::{Floor, Group, Intervention, Lane, Seats};
use crate::room::limits::{PACE_GAP_MS_MAX, PACE_SPEECHES};
use crate::room::view::{HeardView, PaceView};
use std::collections::BTreeMap;

impl Floor {
    /// One turn: the mean of the last speeches from the list, each with the pause after it. Before there is one, the speaking
    /// time. What the clock stood counts up to a minute, as for a point of order; what was longer was a break.
    pub fn pace(&self) -> PaceView {
        let of_list: Vec<&Intervention> = self
            .interventions
            .iter()
            .filter(|speech| speech.request.details.lane.is_of_list())
            .collect();
        let last = &of_list[of_list.len().saturating_sub(PACE_SPEECHES)..];
        let Ok(count @ 1..) = i64::try_from(last.len()) else {
            return PaceView {
                turn_s: self.limit_s,
                speeches: 0,
            };
        };
        let spoken: i64 = last.iter().map(|speech| turn_ms(speech)).sum();
        let gaps: Vec<i64> = last
            .windows(2)
            .map(|pair| pair[1].started_at.0 - pair[0].ended_at.0)
            .filter(|gap| (0..=PACE_GAP_MS_MAX).contains(gap))
            .collect();
        let gap = i64::try_from(gaps.len())
            .ok()
            .and_then(|count| gaps.iter().sum::<i64>().checked_div(count));
        let turn_s = (spoken / count + gap.unwrap_or(0)) / 1_000;
        PaceView {
            turn_s: u32::try_from(turn_s.max(1)).unwrap_or(u32::MAX),
            speeches: u32::try_from(count).unwrap_or(u32::MAX),
        }
    }

    /// Speeches and time by group, points of order not counted.
    pub fn balance(&self, seats: &Seats, group_of: fn(&crate::room::seat::Profile) -> Group) -> BTreeMap<Group, HeardView> {
        let mut milliseconds: BTreeMap<Group, (u32, i64)> = BTreeMap::new();
        for speech in self.statements() {
            let sum = milliseconds.entry(group_of(&speech.request.speaker(seats))).or_default();
            *sum = (sum.0 + 1, sum.1 + speech.used().0);
        }
        let view = |(speeches, ms): (u32, i64)| HeardView {
            speeches,
            seconds: u32::try_from(ms / 1_000).unwrap_or(u32::MAX),
        };
        milliseconds.into_iter().map(|(group, sum)| (group, view(sum))).collect()
    }

    /// The speeches given, points of order left out.
    pub fn statements(&self) -> impl Iterator<Item = &Intervention> {
        self.interventions
            .iter()
            .filter(|speech| speech.request.details.lane != Lane::PointOfOrder)
    }
}

fn turn_ms(speech: &Intervention) -> i64 {
    speech.used().0 + speech.paused_ms.clamp(0, PACE_GAP_MS_MAX)
}
