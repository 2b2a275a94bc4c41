//! Everything that was measured, and whether the run was clean. `table` tells it to people, `json` to programs.

mod json;
mod table;

use crate::ballots::Ballots;
use crate::figures::Figure;
use crate::growth::Growth;
use crate::latency::Latencies;
use crate::sentences::Sentences;
use crate::settings::Settings;
use std::time::Duration;

/// Above this share of its cores this program may itself be what was slow.
const OWN_CPU_MAX: f64 = 0.85;

/// Edits that left this program later than this say the same.
const LATENESS_MAX: Duration = Duration::from_millis(20);

/// Everything that was measured.
#[derive(Debug, Default)]
pub struct Report {
    /// What was played.
    pub scenario: String,
    /// Which server it was.
    pub server: String,
    /// What a repetition needs.
    pub seed: u64,
    /// Rooms.
    pub rooms: usize,
    /// Phones in each.
    pub phones: usize,
    /// Writers among those.
    pub writers: usize,
    /// Edits per second of each writer.
    pub rate: f64,
    /// Connections, of phones and chairs.
    pub connections: usize,
    /// How long it took until everybody had a seat.
    pub seating: Duration,
    /// From then until every phone was connected.
    pub connecting: Duration,
    /// From then until every phone was in, welcomed and with the notes.
    pub entering: Duration,
    /// How long the measured window was.
    pub window: Duration,
    /// Edits or commands sent.
    pub sent: u64,
    /// Deliveries that there had to be.
    pub expected: u64,
    /// Deliveries that there were.
    pub deliveries: u64,
    /// Edits missing on phones, summed over all phones.
    pub lost: u64,
    /// Phones that ended with something else than the server has.
    pub differing: u64,
    /// Phones whose notes and page were compared with the server's.
    pub compared: u64,
    /// Of those, how many have other notes.
    pub other_notes: u64,
    /// Of those, how many have another page.
    pub other_views: u64,
    /// Edits missing in the notes of those who came afterwards.
    pub lost_to_latecomers: u64,
    /// Edits and commands that the server never answered.
    pub unanswered: u64,
    /// From one phone's sending to another's seeing.
    pub seeing: Latencies,
    /// From the loss of all connections to each phone's having everything again.
    pub returning: Latencies,
    /// The same as `seeing`, of phones in bad weather.
    pub catching_up: Latencies,
    /// From sending to the last phone's seeing.
    pub everyone: Latencies,
    /// From a chair's decision to each phone's showing it.
    pub deciding: Latencies,
    /// From sending to the answer that it is on disk.
    pub saving: Latencies,
    /// How late edits went out.
    pub lateness: Latencies,
    /// Messages that all phones got.
    pub messages: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// CPU time of the server in the window.
    pub server_cpu: Option<Duration>,
    /// CPU time of this program in the window.
    pub own_cpu: Option<Duration>,
    /// Memory of the server before anybody came.
    pub memory_before: Option<u64>,
    /// Memory when everybody had a seat and nobody was connected.
    pub memory_seated: Option<u64>,
    /// Memory with everybody connected.
    pub memory_connected: Option<u64>,
    /// Memory at the end.
    pub memory_after: Option<u64>,
    /// Why this program was the limit of what was looked for, if it was.
    pub search_limit: Option<String>,
    /// What else there is of a vote.
    pub ballots: Option<Ballots>,
    /// How cost grows.
    pub growth: Option<Growth>,
    /// Figures that the scenario itself worked out.
    pub own_figures: Vec<Figure>,
    /// What the server refused.
    pub refusals: Sentences,
    /// Connections that ended before the test did.
    pub endings: Sentences,
}

impl Report {
    /// An empty report of a run with these settings.
    pub fn new(settings: &Settings, seed: u64) -> Self {
        Self {
            scenario: format!("{:?}", settings.scenario).to_lowercase(),
            server: settings.server_name(),
            seed,
            rooms: settings.rooms,
            phones: settings.phones,
            writers: settings.writers,
            rate: settings.rate,
            ..Self::default()
        }
    }

    /// The server refused something.
    pub fn note_refused(&mut self, message: String) {
        self.refusals.note(message);
    }

    /// A connection ended before the test did.
    pub fn note_ended(&mut self, why: String) {
        self.endings.note(why);
    }

    /// Takes what went wrong in another run over, and nothing of its times.
    pub fn take_losses(&mut self, other: Self) {
        self.lost += other.lost;
        self.differing += other.differing;
        self.lost_to_latecomers += other.lost_to_latecomers;
        self.unanswered += other.unanswered;
        self.compared += other.compared;
        self.other_notes += other.other_notes;
        self.other_views += other.other_views;
        self.refusals.merge(other.refusals);
        self.endings.merge(other.endings);
    }

    /// Whether nothing was lost, refused or cut off and all phones ended with the same.
    pub fn is_clean(&self) -> bool {
        let wrong = [
            self.lost,
            self.differing,
            self.lost_to_latecomers,
            self.refusals.count,
            self.endings.count,
            self.ballots.as_ref().map_or(0, |ballots| ballots.answers.abs_diff(self.sent)),
        ];
        wrong.iter().all(|count| *count == 0)
    }

    /// Why this program may itself have been what was slow, if so.
    pub fn own_limit(&self) -> Option<String> {
        if let Some(limit) = &self.search_limit {
            return Some(limit.clone());
        }
        let cores = std::thread::available_parallelism().map_or(1.0, |cores| cores.get() as f64);
        let share = self.own_cpu?.as_secs_f64() / (self.window.as_secs_f64() * cores).max(f64::EPSILON);
        let late = self.lateness.quantile(0.99).unwrap_or_default();
        if share > OWN_CPU_MAX {
            return Some(format!(
                "this program used {:.0} % of its {cores} cores and was itself the limit",
                share * 100.0
            ));
        }
        (late > LATENESS_MAX).then(|| {
            format!(
                "one edit in a hundred went out {} late; this program was itself the limit",
                millis(Some(late))
            )
        })
    }

    /// CPU time of the server for each delivery, microseconds.
    pub fn server_cpu_per_delivery_us(&self) -> Option<f64> {
        let cpu = self.server_cpu?;
        (self.deliveries > 0).then(|| cpu.as_secs_f64() * 1e6 / self.deliveries as f64)
    }

    /// Memory of the server that came with each connection, bytes.
    pub fn memory_per_connection(&self) -> Option<f64> {
        let connections = self.connections.max(1) as f64;
        Some((self.memory_connected? as f64 - self.memory_seated? as f64) / connections)
    }
}

fn as_millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn millis(duration: Option<Duration>) -> String {
    duration.map_or("-".into(), |duration| format!("{:.2} ms", as_millis(duration)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn measured() -> Report {
        let mut report = Report {
            rooms: 1,
            phones: 10,
            connections: 10,
            sent: 100,
            deliveries: 900,
            expected: 900,
            ..Report::default()
        };
        report.seeing.record(Duration::from_millis(3));
        report.server_cpu = Some(Duration::from_millis(9));
        report.window = Duration::from_secs(10);
        report.memory_before = Some(900_000);
        report.memory_seated = Some(1_000_000);
        report.memory_connected = Some(1_060_000);
        report
    }

    #[test]
    fn a_run_is_clean_only_if_nothing_at_all_went_wrong() {
        assert!(measured().is_clean());
        assert!(!Report { lost: 1, ..measured() }.is_clean());
        assert!(
            !Report {
                differing: 1,
                ..measured()
            }
            .is_clean()
        );
        assert!(
            !Report {
                lost_to_latecomers: 1,
                ..measured()
            }
            .is_clean()
        );
        let mut ended = measured();
        ended.note_ended("phone 3: closed".into());
        assert!(!ended.is_clean());
    }

    #[test]
    fn server_cost_is_told_per_delivery_and_per_connection() {
        let report = measured();
        assert_eq!(report.server_cpu_per_delivery_us(), Some(10.0));
        assert_eq!(report.memory_per_connection(), Some(6000.0));
        assert!(report.table().contains("10.00 µs per delivery"), "{}", report.table());
    }

    #[test]
    fn it_says_when_it_was_itself_the_limit() {
        let mut report = measured();
        report.own_cpu = Some(Duration::from_secs(1));
        assert_eq!(report.own_limit(), None);
        report.lateness.record(Duration::from_millis(50));
        assert!(report.own_limit().is_some_and(|limit| limit.contains("late")));
        report.own_cpu = Some(Duration::from_secs(100_000));
        assert!(report.own_limit().is_some_and(|limit| limit.contains("cores")));
    }

    #[test]
    fn the_json_has_the_figures_of_the_table() {
        let value: Value = serde_json::from_str(&measured().json()).expect("JSON");
        assert_eq!(value["deliveries"], 900);
        assert_eq!(value["seeing"]["count"], 1);
        assert_eq!(value["clean"], true);
    }
}
