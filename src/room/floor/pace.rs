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
        let count = i64::try_from(last.len()).unwrap_or(i64::MAX);
        if count == 0 {
            return PaceView {
                turn_s: self.limit_s,
                speeches: 0,
                use_percent: 100,
                gap_s: 0,
            };
        }
        let spoken: i64 = last.iter().map(|speech| turn_ms(speech)).sum();
        let allowed: i64 = last.iter().map(|speech| i64::from(speech.limit_s) * 1_000).sum();
        let gap = mean_gap_ms(last);
        let whole = |number: i64| u32::try_from(number.max(0)).unwrap_or(u32::MAX);
        PaceView {
            turn_s: whole((spoken / count + gap) / 1_000).max(1),
            speeches: whole(count),
            use_percent: whole(spoken * 100 / allowed.max(1)).max(1),
            gap_s: whole(gap / 1_000),
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

fn mean_gap_ms(speeches: &[&Intervention]) -> i64 {
    let gaps: Vec<i64> = speeches
        .windows(2)
        .map(|pair| pair[1].started_at.0 - pair[0].ended_at.0)
        .filter(|gap| (0..=PACE_GAP_MS_MAX).contains(gap))
        .collect();
    let count = i64::try_from(gaps.len()).unwrap_or(i64::MAX);
    gaps.iter().sum::<i64>().checked_div(count).unwrap_or(0)
}
