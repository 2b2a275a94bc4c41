//! What a phone's network does while the others are at work: nothing, for most; some stop reading, some are gone and come back.

use crate::settings::Settings;
use std::time::Duration;
use tokio::time::Instant;

/// A stalled phone takes something at least this often: a server may let go of one that takes nothing for half a minute.
const STALL_MAX: Duration = Duration::from_secs(20);

/// So long it reads before it stalls again.
const GASP: Duration = Duration::from_millis(500);

/// A phone that went into a lift.
const AWAY: Duration = Duration::from_millis(700);

/// What happens to one phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It reads nothing for so long.
    Stall(Duration),
    /// Its connection is gone without a word, and for so long there is no other.
    Away(Duration),
}

/// One phone's weather.
#[derive(Debug, Clone, Default)]
pub struct Weather {
    turns: Vec<(Instant, Turn)>,
}

/// Which weather a phone has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Fair,
    Stalls,
    Returns,
}

impl Weather {
    /// Nothing happens.
    pub fn fair() -> Self {
        Self::default()
    }

    /// That of a phone which is the `nth` of `of` that have weather at all, from `start` on for so long.
    pub fn of(settings: &Settings, nth: usize, of: usize, start: Instant, lasting: Duration) -> Self {
        match kind(settings, nth, of) {
            Kind::Fair => Self::fair(),
            Kind::Stalls => Self {
                turns: stalls(start, lasting),
            },
            Kind::Returns => Self {
                turns: returns(settings.reconnecting, nth, of, start, lasting),
            },
        }
    }

    /// Whether a phone may stall, and so needs a small buffer in the system.
    pub fn stalls(settings: &Settings, nth: usize, of: usize) -> bool {
        kind(settings, nth, of) == Kind::Stalls
    }

    /// Whether nothing ever happens.
    pub fn is_fair(&self) -> bool {
        self.turns.is_empty()
    }

    /// When the next thing happens.
    pub fn next_at(&self) -> Option<Instant> {
        self.turns.first().map(|(at, _)| *at)
    }

    /// What happens then.
    pub fn take_turn(&mut self) -> Option<Turn> {
        (!self.turns.is_empty()).then(|| self.turns.remove(0).1)
    }
}

/// The stalled ones are spread evenly over the phones; the others may be gone for a moment.
fn kind(settings: &Settings, nth: usize, of: usize) -> Kind {
    let stalled = (of as f64 * settings.stalled / 100.0).ceil() as usize;
    if stalled > 0 && (nth * stalled) % of < stalled {
        Kind::Stalls
    } else if settings.reconnecting > 0.0 {
        Kind::Returns
    } else {
        Kind::Fair
    }
}

fn stalls(start: Instant, lasting: Duration) -> Vec<(Instant, Turn)> {
    let (mut at, mut turns) = (Duration::ZERO, Vec::new());
    while at < lasting {
        let stall = STALL_MAX.min(lasting - at);
        turns.push((start + at, Turn::Stall(stall)));
        at += stall + GASP;
    }
    turns
}

/// Each phone once in the time in which, at this rate, all would have been gone; evenly one after the other.
fn returns(percent_per_minute: f64, nth: usize, of: usize, start: Instant, lasting: Duration) -> Vec<(Instant, Turn)> {
    let period = Duration::from_secs_f64(60.0 * 100.0 / percent_per_minute);
    let first = period.mul_f64((nth as f64 + 0.5) / of.max(1) as f64);
    let times = std::iter::successors(Some(first), |at| Some(*at + period));
    times
        .take_while(|at| *at < lasting)
        .map(|at| (start + at, Turn::Away(AWAY)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn weathers(more: &[&str], of: usize, lasting: u64) -> Vec<Weather> {
        let settings = Settings::parse_from(["loadtest", "--organiser", "CODE"].iter().chain(more));
        let start = Instant::now();
        (0..of)
            .map(|nth| Weather::of(&settings, nth, of, start, Duration::from_secs(lasting)))
            .collect()
    }

    #[test]
    fn five_in_a_hundred_stall_all_the_time_but_take_something_twice_a_minute() {
        let all = weathers(&["--stalled", "5"], 200, 30);
        let stalled: Vec<&Weather> = all.iter().filter(|weather| !weather.is_fair()).collect();
        assert_eq!(stalled.len(), 10);
        let first = &stalled[0].turns;
        assert_eq!(first[0].1, Turn::Stall(STALL_MAX));
        assert_eq!(first[1].0 - first[0].0, STALL_MAX + GASP);
        assert_eq!(first.len(), 2);
    }

    #[test]
    fn ten_in_a_hundred_are_gone_each_minute_and_no_two_at_once() {
        let all = weathers(&["--reconnecting", "10"], 200, 60);
        let mut moments: Vec<Instant> = all.iter().filter_map(Weather::next_at).collect();
        assert_eq!(moments.len(), 20);
        moments.dedup();
        assert_eq!(moments.len(), 20);
    }

    #[test]
    fn in_fair_weather_nothing_happens() {
        assert!(weathers(&[], 50, 60).iter().all(Weather::is_fair));
    }
}
