//! One step of a task: a command with a name, timed, its tests counted while its output goes by.

use crate::node::NPM;
use crate::places::Places;
use crate::tally::Tally;
use crate::trouble::Trouble;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A command that waits to be performed.
#[derive(Debug)]
pub struct Step {
    /// How the step is called in headings and in the table.
    pub name: String,
    command: Command,
}

/// What a step came to, as the table shows it.
#[derive(Debug)]
pub struct Outcome {
    /// The step's name.
    pub name: String,
    /// Its tests; a step without tests counts as one.
    pub tally: Tally,
    /// How long it took.
    pub took: Duration,
}

impl Step {
    /// A step of Cargo, in the workspace's folder, by the same Cargo that runs this program.
    pub fn cargo(name: &str, places: &Places, arguments: &[&str]) -> Self {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&places.root).args(arguments);
        if std::io::stdout().is_terminal() {
            // Its output passes through here to be counted; without this it would lose its colours.
            command.env("CARGO_TERM_COLOR", "always");
        }
        Self {
            name: name.to_owned(),
            command,
        }
    }

    /// A step of npm, in the web client's folder.
    pub fn npm(name: &str, places: &Places, arguments: &[&str]) -> Self {
        let mut command = Command::new(NPM);
        command.current_dir(places.web()).args(arguments);
        Self {
            name: name.to_owned(),
            command,
        }
    }

    /// Any other program, in the workspace's folder.
    pub fn program(name: &str, places: &Places, program: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.current_dir(&places.root).args(arguments);
        Self {
            name: name.to_owned(),
            command,
        }
    }

    /// Sets an environment variable for the command.
    pub fn with_env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Runs the command and turns its failure into trouble.
    pub fn perform(self) -> Result<(), Trouble> {
        self.watch().1
    }

    /// Runs the command with a heading; its output goes by as it comes.
    pub fn watch(mut self) -> (Outcome, Result<(), Trouble>) {
        println!("\n== {}", self.name);
        let started = Instant::now();
        let (tally, ended) = match run_and_count(&mut self.command) {
            Ok((tally, ended)) => (tally, ended),
            Err(error) => (Tally::default(), Some(format!("could not be started: {error}"))),
        };
        let took = started.elapsed();
        let trouble = ended.map(|how| Trouble::new(format!("{} failed after {:.1} s ({how}).", self.name, took.as_secs_f64())));
        let outcome = Outcome {
            name: self.name,
            tally: at_least_one(tally, trouble.is_some()),
            took,
        };
        (outcome, trouble.map_or(Ok(()), Err))
    }
}

/// Passes the command's output on line by line and counts. The second value says how it ended, where that was no success.
fn run_and_count(command: &mut Command) -> std::io::Result<(Tally, Option<String>)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            std::io::stdout().write_all(&line)?;
            tally.read_line(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child.wait()?;
    Ok((tally, (!status.success()).then(|| status.to_string())))
}

/// A check without tests of its own is one test; one that failed without naming a failed test failed as a whole.
fn at_least_one(mut tally: Tally, failed: bool) -> Tally {
    match failed {
        true if tally.failed == 0 => tally.failed = 1,
        false if tally == Tally::default() => tally.passed = 1,
        _ => {}
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_without_tests_counts_as_one() {
        assert_eq!(at_least_one(Tally::default(), false), Tally { passed: 1, failed: 0 });
        assert_eq!(
            at_least_one(Tally { passed: 7, failed: 0 }, false),
            Tally { passed: 7, failed: 0 }
        );
    }

    #[test]
    fn a_step_that_failed_never_looks_clean() {
        assert_eq!(
            at_least_one(Tally { passed: 7, failed: 0 }, true),
            Tally { passed: 7, failed: 1 }
        );
        assert_eq!(
            at_least_one(Tally { passed: 7, failed: 2 }, true),
            Tally { passed: 7, failed: 2 }
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_told_and_no_panic() {
        let places = Places::find().expect("the workspace");
        let (outcome, result) = Step::program("absent", &places, "no-such-program-here", &[]).watch();
        assert_eq!(outcome.tally.failed, 1);
        let sentence = result.expect_err("it cannot be started").to_string();
        assert!(
            sentence.starts_with("absent failed after") && sentence.contains("could not be started"),
            "{sentence}"
        );
    }
}
