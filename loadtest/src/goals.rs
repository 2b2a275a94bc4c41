//! What each scenario has to reach, and which of its measurements are held against it. README.md has the table.

use crate::figures::{Figure, Goal};
use crate::report::Report;

/// A change is seen by everyone in a room within this, 99 of 100 times.
const SEEN_P99_MS: f64 = 10.0;

/// The final tally is on every phone so long after the last ballot.
const TALLY_MS: f64 = 500.0;

/// Frames that a phone gets during a vote, in a room that is large enough for ballots to be told together.
const VOTE_FRAMES: f64 = 12.0;
const LARGE_ROOM: usize = 1_000;

/// Server memory of a connection on which nothing happens.
const IDLE_KB: f64 = 6.0;

/// Ten thousand phones are connected in 0.4 s; of other numbers it is the same for each.
const CONNECTED_MS_PER_PHONE: f64 = 400.0 / 10_000.0;

/// The figures of a run, from its report.
pub fn figures(report: &Report) -> Vec<Figure> {
    let mut figures = report.own_figures.clone();
    match report.scenario.as_str() {
        "notes" => figures.extend([cpu(report), seen(report)]),
        "floor" => figures.push(seen(report)),
        "vote" => figures.extend(vote(report)),
        "idle" => figures.extend(idle(report)),
        _ => {}
    }
    figures
}

fn cpu(report: &Report) -> Figure {
    Figure::new("server CPU per delivery", report.server_cpu_per_delivery_us(), "µs", None)
}

fn seen(report: &Report) -> Figure {
    Figure::time("seen by everyone, p99", report.everyone.quantile(0.99), Some(SEEN_P99_MS))
}

fn vote(report: &Report) -> [Figure; 2] {
    let frames = report.ballots.as_ref().map(|ballots| ballots.frames_max() as f64);
    let frames_goal = (report.phones >= LARGE_ROOM).then_some(Goal::AtMost(VOTE_FRAMES));
    [
        Figure::time("last ballot to the last phone's tally", report.seeing.max(), Some(TALLY_MS)),
        Figure::new("frames of one phone, at most", frames, "", frames_goal),
    ]
}

fn idle(report: &Report) -> [Figure; 2] {
    let phones = report.connections as f64;
    let memory = report.memory_per_connection().map(|bytes| bytes / 1000.0);
    [
        Figure::new("server memory per connection", memory, "kB", Some(Goal::AtMost(IDLE_KB))),
        Figure::time(
            format!("{phones} phones connected"),
            Some(report.connecting),
            Some(CONNECTED_MS_PER_PHONE * phones),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_time_to_connect_is_held_against_a_goal_of_as_many_phones() {
        let report = Report {
            scenario: "idle".into(),
            connections: 1_000,
            connecting: Duration::from_millis(80),
            memory_seated: Some(0),
            memory_connected: Some(3_000_000),
            ..Report::default()
        };
        let ratios: Vec<Option<f64>> = figures(&report).iter().map(Figure::ratio).collect();
        assert_eq!(ratios, [Some(0.5), Some(2.0)]);
    }

    #[test]
    fn notes_and_floor_are_held_against_the_time_until_everyone_has_seen_it() {
        for scenario in ["notes", "floor"] {
            let mut report = Report {
                scenario: scenario.into(),
                ..Report::default()
            };
            report.everyone.record(Duration::from_millis(5));
            let seen = figures(&report).into_iter().next_back();
            assert_eq!(seen.and_then(|seen| seen.is_reached()), Some(true), "{scenario}");
        }
    }
}
