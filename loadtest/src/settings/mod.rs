//! The command line. `choices` has what can be chosen by name.

mod choices;

pub use choices::{PollKind, Prepared, Results, Scenario, Secrecy};

use crate::fault::Fault;
use crate::growth::Points;
use crate::peer::Peer;
use clap::Parser;
use std::path::PathBuf;
use std::time::Duration;

/// Many phones at once, over the real protocol. Exits with 1 if anything was lost.
#[derive(Debug, Clone, Parser)]
#[command(version)]
pub struct Settings {
    /// Where the server is.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    pub url: String,
    /// What the phones do.
    #[arg(long, value_enum, default_value = "notes")]
    pub scenario: Scenario,
    /// Rooms that are used: the first of the meeting.
    #[arg(long, default_value_t = 1)]
    pub rooms: usize,
    /// Phones in each room.
    #[arg(long, default_value_t = 200)]
    pub phones: usize,
    /// Of those, how many write.
    #[arg(long, default_value_t = 5)]
    pub writers: usize,
    /// How long they write, in seconds.
    #[arg(long, default_value_t = 20)]
    pub seconds: u64,
    /// Edits (or commands) per second of each writer.
    #[arg(long, default_value_t = 5.0)]
    pub rate: f64,
    /// Characters of each edit.
    #[arg(long, default_value_t = 24)]
    pub characters: usize,
    /// How long to wait for the last deliveries while nothing arrives any more, in seconds.
    #[arg(long, default_value_t = 10)]
    pub patience: u64,
    /// What is voted on.
    #[arg(long, value_enum, default_value = "single")]
    pub kind: PollKind,
    /// Who learns who voted how.
    #[arg(long, value_enum, default_value = "undisclosed")]
    pub secrecy: Secrecy,
    /// When everybody sees the result of the vote.
    #[arg(long, value_enum, default_value = "live")]
    pub results: Results,
    /// Within how many milliseconds all phones vote.
    #[arg(long, default_value_t = 1_000)]
    pub within_ms: u64,
    /// How many phones enter at the same moment.
    #[arg(long, default_value_t = 128)]
    pub entering: usize,
    /// Bad weather: of a hundred phones that only listen, so many stop reading until the writing is over.
    #[arg(long, default_value_t = 0.0, value_name = "PERCENT")]
    pub stalled: f64,
    /// Bad weather: of a hundred phones that only listen, so many lose their connection each minute and come back.
    #[arg(long, default_value_t = 0.0, value_name = "PERCENT")]
    pub reconnecting: f64,
    /// The organiser's code; the rooms and their codes are then asked from the server.
    #[arg(long, conflicts_with = "codes", required_unless_present_any = ["codes", "server", "peer"])]
    pub organiser: Option<String>,
    /// What `roundtable links --json` printed, as a file, or `-` for standard input.
    #[arg(long)]
    pub codes: Option<PathBuf>,
    /// The program of a server that this test starts itself, with a meeting of as many rooms as it needs; for example
    /// `taskset -c 0 target/release/roundtable`.
    #[arg(long, value_name = "PROGRAM")]
    pub server: Option<String>,
    /// Another kind of server at --url, for the same work: notes, idle, storm and saturate.
    #[arg(long, value_enum, conflicts_with_all = ["codes", "organiser", "server"])]
    pub peer: Option<Peer>,
    /// What --json wrote of another server's run with the same work, for the ratio of the two; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub compare: Vec<PathBuf>,
    /// The data directory of that server; left out: one that is gone afterwards.
    #[arg(long, value_name = "DIR", requires = "server")]
    pub data: Option<PathBuf>,
    /// The meeting file of that server; left out: a meeting of as many rooms as it takes, in a file beside the data directory.
    #[arg(long, value_name = "MEETING.toml", requires = "server")]
    pub meeting: Option<PathBuf>,
    /// Characters that the notes of a room have beforehand (storm).
    #[arg(long, default_value_t = 20_000)]
    pub document: usize,
    /// Journal records that are made before the server is killed (recover); none where the data directory has enough.
    #[arg(long, default_value_t = 1_000_000)]
    pub records: u64,
    /// Phones in the plenary (mixed), which is one more room.
    #[arg(long, default_value_t = 2_000)]
    pub plenary: usize,
    /// How long each step is that looks for the most that goes, in seconds (saturate, grow).
    #[arg(long, default_value_t = 3.0)]
    pub step_seconds: f64,
    /// How many of those steps there are at most.
    #[arg(long, default_value_t = 24)]
    pub steps: usize,
    /// What grows and how far, as in phones=1,10,100; left out: all of phones, rooms, document and history. May be given several
    /// times (grow).
    #[arg(long, value_name = "WHAT=N,N")]
    pub points: Vec<Points>,
    /// Draws how cost grows into this SVG file (grow).
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// What a point of growth needs beforehand.
    #[arg(skip)]
    pub prepared: Prepared,
    /// The server's process, to measure its CPU time and memory.
    #[arg(long)]
    pub pid: Option<u32>,
    /// Writes the figures to this file as well.
    #[arg(long)]
    pub json: Option<PathBuf>,
    /// Makes client ids and markers; printed, so that a run can be repeated. By default it is the time.
    #[arg(long)]
    pub seed: Option<u64>,
}

impl Settings {
    /// Refuses numbers that make no test.
    pub fn check(&self) -> Result<(), Fault> {
        let wrong = |sentence: &str| Err(Fault::Settings(sentence.to_owned()));
        if self.rooms == 0 || self.phones == 0 {
            return wrong("a test needs at least one room and one phone");
        }
        if self.writers > self.phones {
            return wrong("there cannot be more writers than phones in a room");
        }
        if !(self.rate > 0.0 && self.rate <= 100_000.0) {
            return wrong("the rate is a number of edits per second of each writer, above 0 and at most 100,000");
        }
        let is_at_work = !matches!(self.scenario, Scenario::Idle | Scenario::Storm | Scenario::Recover);
        if is_at_work && (self.writers == 0 || self.seconds == 0) {
            return wrong("without a writer and a second of writing there is nothing to measure; see --scenario idle");
        }
        if matches!(self.scenario, Scenario::Vote | Scenario::Storm) && self.rooms != 1 {
            return wrong("this is in one room; leave --rooms at 1");
        }
        if matches!(self.scenario, Scenario::Recover | Scenario::Grow) && self.server.is_none() {
            return wrong("to be killed and started again the server has to be this test's own: give --server");
        }
        if self.scenario == Scenario::Grow && self.data.is_some() {
            return wrong("each point has a fresh server; leave --data out");
        }
        let is_of_roundtable = !matches!(
            self.scenario,
            Scenario::Notes | Scenario::Idle | Scenario::Storm | Scenario::Saturate
        );
        if self.peer.is_some() && is_of_roundtable {
            return wrong("other servers have notes alone: notes, idle, storm or saturate");
        }
        let is_fair = self.stalled == 0.0 && self.reconnecting == 0.0;
        if matches!(self.scenario, Scenario::Storm | Scenario::Recover) && !is_fair {
            return wrong("all phones lose their connection here; there is no other weather");
        }
        if self.scenario == Scenario::Vote && self.secrecy == Secrecy::Secret && self.results == Results::Live {
            return wrong("the live count of a secret poll does not show the last ballots; take --results at-close");
        }
        if !(self.step_seconds >= 0.1 && self.step_seconds <= 600.0) || self.steps == 0 {
            return wrong("a step is from 0.1 to 600 seconds, and there is at least one");
        }
        if self.entering == 0 {
            return wrong("nobody can enter where none may at a moment; raise --entering");
        }
        if !(0.0..=100.0).contains(&self.stalled) || !(0.0..=6_000.0).contains(&self.reconnecting) {
            return wrong("at most 100 of a hundred phones can stall, and each come back once a second (6000)");
        }
        if !(crate::marker::LENGTH..=10_000).contains(&self.characters) {
            return wrong("an edit has from 14 to 10,000 characters, because its marker is in it");
        }
        Ok(())
    }

    /// How many edits each writer makes.
    pub fn edits_per_writer(&self) -> u32 {
        ((self.seconds as f64 * self.rate) as u32).max(1)
    }

    /// What the server at hand is called.
    pub fn server_name(&self) -> String {
        self.peer.map_or("roundtable".to_owned(), |peer| choices::word(&peer))
    }

    /// Whose turn it is among all writers of all rooms: the rooms' first writers one after the other, then the second ones.
    pub fn turn(&self, room: usize, writer: usize) -> usize {
        writer * self.rooms + room
    }

    /// The time between two edits of one writer.
    pub fn interval(&self) -> Duration {
        Duration::from_secs_f64(1.0 / self.rate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(more: &[&str]) -> Settings {
        Settings::parse_from(["loadtest", "--organiser", "CODE"].iter().chain(more))
    }

    #[test]
    fn the_defaults_make_a_test() {
        assert!(settings(&[]).check().is_ok());
    }

    #[test]
    fn every_writer_of_every_room_has_a_turn_of_its_own() {
        let settings = settings(&["--rooms", "3", "--writers", "2"]);
        let mut turns: Vec<usize> = (0..3)
            .flat_map(|room| [settings.turn(room, 0), settings.turn(room, 1)])
            .collect();
        turns.sort_unstable();
        assert_eq!(turns, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn another_server_has_notes_alone_and_needs_no_codes() {
        let peer = ["loadtest", "--peer", "y-websocket", "--url", "ws://127.0.0.1:1234"];
        assert!(Settings::parse_from(peer).check().is_ok());
        let floor = peer.iter().chain(&["--scenario", "floor"]);
        assert!(Settings::parse_from(floor).check().is_err());
        assert!(
            Settings::try_parse_from(["loadtest"]).is_err(),
            "somebody has to say where the rooms are"
        );
    }

    #[test]
    fn numbers_that_make_no_test_are_refused() {
        for wrong in [
            &["--rooms", "0"] as &[&str],
            &["--phones", "3", "--writers", "4"],
            &["--rate", "0"],
            &["--rate", "NaN"],
            &["--writers", "0"],
            &["--characters", "3"],
            &["--entering", "0"],
            &["--stalled", "101"],
            &["--scenario", "storm", "--reconnecting", "10"],
            &["--scenario", "recover"],
            &["--step-seconds", "0"],
        ] {
            assert!(settings(wrong).check().is_err(), "{wrong:?}");
        }
        let secret = settings(&["--scenario", "vote", "--secrecy", "secret"]);
        assert!(secret.check().is_err());
        assert!(settings(&["--scenario", "idle", "--writers", "0"]).check().is_ok());
    }
}
