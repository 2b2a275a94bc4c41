//! `roundtable check`

use super::{Failure, print};
use clap::Args;
use roundtable::meeting::{self, Meeting};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Check a meeting file.
#[derive(Args)]
pub struct Check {
    /// The meeting file.
    #[arg(value_name = "MEETING.toml")]
    file: PathBuf,
}

/// Checks; every error with its line, exit code 2.
pub fn run(check: &Check) -> Result<ExitCode, Failure> {
    let meeting = read(&check.file)?;
    let polls: usize = meeting.rooms.iter().map(|room| room.polls.len()).sum();
    let speakers: usize = meeting.rooms.iter().map(|room| room.speakers.len()).sum();
    print(&format!(
        "{}: “{}” is in order: {} sessions, {} rooms, {polls} prepared polls, {speakers} inscribed speakers.\n",
        check.file.display(),
        meeting.title,
        meeting.programme.len(),
        meeting.rooms.len(),
    ));
    Ok(ExitCode::SUCCESS)
}

/// Reads a meeting file, or says all that is wrong with it.
pub fn read(path: &Path) -> Result<Meeting, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::wrong_use(format!("cannot read {}: {error}", path.display())))?;
    meeting::parse_bytes(&bytes).map_err(|errors| {
        let mut text = format!("{} has {} to mend:", path.display(), count(errors.len()));
        for error in errors {
            let _ = write!(text, "\n  {error}");
        }
        Failure::wrong_use(text)
    })
}

fn count(errors: usize) -> String {
    if errors == 1 {
        "one thing".into()
    } else {
        format!("{errors} things")
    }
}
