//! The figures of a vote, beside those that every scenario has.

use crate::latency::Latencies;
use crate::settings::Settings;
use serde_json::{Value, json};
use std::time::Duration;

/// Frames of one phone, by type.
pub trait FrameCounts {
    /// Types and how many there were of each.
    fn by_type(&self) -> [(&'static str, u64); 5];
}

/// What was measured of a vote.
#[derive(Debug, Default)]
pub struct Ballots {
    what: String,
    /// From the first ballot's sending to the last one's.
    casting: Duration,
    /// From the last ballot's sending to the chair's closing.
    until_closing: Option<Duration>,
    /// Answers that came, over all phones.
    pub answers: u64,
    /// From the chair's opening to each phone's showing it.
    pub opening: Latencies,
    /// From the chair's closing to each phone's showing the result.
    pub closing: Latencies,
    phones: u64,
    rough: u64,
    frames: u64,
    frames_max: u64,
    /// Of each type: over all phones, and the most that one phone got.
    by_type: Vec<(&'static str, u64, u64)>,
}

impl Ballots {
    /// Of a poll as the settings say.
    pub fn new(settings: &Settings, casting: Duration, until_closing: Option<Duration>) -> Self {
        let what = [settings.kind.word(), settings.secrecy.word(), settings.results.word()].join(", ");
        Self {
            what,
            casting,
            until_closing,
            ..Self::default()
        }
    }

    /// Counts the frames that one phone got, from the opening of the poll to the final tally.
    pub fn note_frames(&mut self, frames: &impl FrameCounts) {
        let counts = frames.by_type();
        let all = counts.iter().map(|(_, count)| count).sum();
        self.phones += 1;
        self.frames += all;
        self.frames_max = self.frames_max.max(all);
        self.by_type.resize(counts.len(), Default::default());
        for (known, (name, count)) in self.by_type.iter_mut().zip(counts) {
            *known = (name, known.1 + count, known.2.max(count));
        }
    }

    /// Counts a phone in bad weather, whose frames are no figure.
    pub fn note_rough(&mut self) {
        self.rough += 1;
    }

    /// The most frames that one phone got.
    pub fn frames_max(&self) -> u64 {
        self.frames_max
    }

    /// For people: what stands above the table of times.
    pub fn rows(&self) -> Vec<String> {
        let mut rows = vec![
            format!("{:<28}{}", "poll", self.what),
            format!("{:<28}within {:.0} ms", "all ballots sent", millis(self.casting)),
            format!("{:<28}{} of {}", "ballots answered", self.answers, self.phones + self.rough),
            format!(
                "{:<28}{} at most, {:.1} on average",
                "frames per phone",
                self.frames_max,
                self.mean(self.frames)
            ),
        ];
        for (name, sum, most) in self.by_type.iter().filter(|(_, sum, _)| *sum > 0) {
            rows.push(format!(
                "{:<28}{most} at most, {:.1} on average",
                format!("  {name}"),
                self.mean(*sum)
            ));
        }
        if let Some(until) = self.until_closing {
            rows.push(format!(
                "{:<28}{:.0} ms after the last ballot",
                "closed by the chair",
                millis(until)
            ));
        }
        rows
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let types = self
            .by_type
            .iter()
            .map(|(name, sum, most)| ((*name).to_owned(), json!({ "sum": sum, "max": most })));
        json!({
            "poll": self.what, "casting_ms": millis(self.casting), "until_closing_ms": self.until_closing.map(millis),
            "answers": self.answers, "frames_max": self.frames_max, "frames_mean": self.mean(self.frames),
            "frames": serde_json::Map::from_iter(types),
        })
    }

    fn mean(&self, sum: u64) -> f64 {
        sum as f64 / self.phones.max(1) as f64
    }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    struct Counted(u64, u64);

    impl FrameCounts for Counted {
        fn by_type(&self) -> [(&'static str, u64); 5] {
            [
                ("change", self.0),
                ("done", self.1),
                ("you", 0),
                ("presence", 0),
                ("other", 0),
            ]
        }
    }

    #[test]
    fn the_phone_that_got_most_frames_is_told_and_the_average() {
        let settings = Settings::parse_from(["loadtest", "--organiser", "CODE", "--scenario", "vote"]);
        let mut ballots = Ballots::new(&settings, Duration::from_millis(990), None);
        ballots.note_frames(&Counted(7, 1));
        ballots.note_frames(&Counted(5, 2));
        let told = ballots.rows().join("\n");
        assert!(
            told.contains("8 at most, 7.5 on average") && told.contains("2 at most, 1.5 on average"),
            "{told}"
        );
        assert!(!told.contains("presence"), "{told}");
        let value = ballots.json();
        assert_eq!(
            (&value["frames_max"], &value["frames"]["change"]["max"]),
            (&json!(8), &json!(7))
        );
    }
}
