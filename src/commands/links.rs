//! `roundtable links`

use super::{Failure, print, runtime};
use clap::Args;
use roundtable::hub::links::{self, ROOM_ROLES};
use roundtable::hub::registry::Registry;
use roundtable::journal::directory::DataDirectory;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::room::seat::Role;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print the join links.
#[derive(Args)]
pub struct Links {
    /// The data directory.
    #[arg(long, env = "ROUNDTABLE_DATA", default_value = "roundtable-data", value_name = "DIR")]
    data: PathBuf,
    /// As JSON, for programs.
    #[arg(long)]
    json: bool,
    /// Which meeting, where the server has several.
    #[arg(long, value_name = "ID")]
    meeting: Option<String>,
    /// Where people reach the server; left out: where it last listened.
    #[arg(long, env = "ROUNDTABLE_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
}

/// Prints them; the server may run meanwhile.
pub fn run(links: &Links) -> Result<ExitCode, Failure> {
    let directory = DataDirectory::inspect(&links.data).map_err(Failure::failed)?;
    let journal = SqliteJournal::open_read_only(&directory.journal_path()).map_err(Failure::failed)?;
    let registry = runtime()?.block_on(Registry::read(&journal)).map_err(Failure::failed)?;
    let meeting = match &links.meeting {
        Some(id) => registry.meeting(id),
        None => registry.latest_meeting(),
    };
    let meeting = meeting.ok_or_else(|| Failure::wrong_use("there is no such meeting in this data directory"))?;
    let base_url = links
        .public_url
        .as_deref()
        .or(registry.base_url())
        .unwrap_or("http://127.0.0.1:8080");
    if links.json {
        print(&format!("{}\n", links::of_meeting(&registry, &meeting, base_url)));
        return Ok(ExitCode::SUCCESS);
    }
    let url = |room, role| links::url(base_url, &registry.code(&meeting.id, room, role).unwrap_or_default());
    let mut text = format!("{}\n  organiser    {}\n", meeting.title, url(None, Role::Organiser));
    for room in &meeting.rooms {
        let _ = write!(text, "\n{}\n", room.title);
        for (name, role) in ROOM_ROLES {
            let _ = writeln!(text, "  {name:<12} {}", url(Some(&room.id), role));
        }
    }
    for other in registry.meetings().iter().filter(|other| other.id != meeting.id) {
        let _ = write!(text, "\n{}: roundtable links --meeting {}\n", other.title, other.id);
    }
    print(&text);
    Ok(ExitCode::SUCCESS)
}
