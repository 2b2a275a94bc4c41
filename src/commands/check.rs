//! `roundtable check`

use super::{Failure, print};
use clap::Args;
use roundtable::meeting::{self, Meeting};
use roundtable::room::delegations;
use roundtable::room::seat::Class;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How many things worth a look are told; a file with more has them for one reason.
const NOTICES_MAX: usize = 50;

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
    for notice in unplaced(&meeting).take(NOTICES_MAX) {
        print(&format!("  {notice}\n"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Inscribed delegations that a rule by class or region cannot place. Not wrong, but most often a State whose name is written
/// another way than the list of States has it.
fn unplaced(meeting: &Meeting) -> impl Iterator<Item = String> {
    let inscribed = meeting
        .rooms
        .iter()
        .flat_map(|room| room.speakers.iter().map(move |entry| (room, &entry.profile)));
    inscribed.filter_map(|(room, profile)| {
        let name = profile.delegation.as_deref()?;
        if delegations::find(name).is_some() {
            return None;
        }
        let what = match profile.class {
            Some(Class::State) => "so it is in no regional group",
            Some(_) => return None,
            None => "and its `class` is not said, so it comes last by class and is in no regional group",
        };
        Some(format!("{}: “{name}” is not the short name of a State, {what}.", room.id))
    })
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
