//! `roundtable export`

mod file;
mod meeting;
mod room;

use super::{Failure, print, runtime};
use clap::{Args, ValueEnum};
use roundtable::journal::directory::DataDirectory;
use roundtable::journal::sqlite::SqliteJournal;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be written; each also by the name of its file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For word processors.
    #[value(alias = "outcome.docx")]
    Docx,
    /// Accessible PDF.
    #[value(alias = "outcome.pdf")]
    Pdf,
    /// One self-contained page.
    #[value(alias = "outcome.html")]
    Html,
    /// Markdown.
    #[value(alias = "outcome.md")]
    Md,
    /// For programs.
    #[value(alias = "outcome.json")]
    Json,
    /// The polls of a room, or the points of a meeting, as a table.
    #[value(aliases = ["polls-csv", "polls.csv"])]
    Csv,
    /// The points as a table.
    #[value(alias = "points.csv")]
    PointsCsv,
    /// The list of speakers of a room as a table.
    #[value(alias = "speakers.csv")]
    SpeakersCsv,
    /// The board of a room as a table.
    #[value(alias = "board.csv")]
    BoardCsv,
    /// Everything in one file.
    #[value(alias = "outcome.zip")]
    Zip,
    /// A whole meeting to be put away: its plan, and every close of every room.
    #[value(alias = "archive.zip")]
    Archive,
}

/// Write the outcome of a room, or the report of a whole meeting, to a file.
#[derive(Args)]
#[group(skip)]
pub struct Export {
    /// Meeting and room, as in global-roundtable/group-1.
    #[arg(
        long,
        value_name = "MEETING/ROOM",
        required_unless_present = "meeting",
        conflicts_with = "meeting"
    )]
    room: Option<String>,
    /// A meeting, for the report of all its rooms together.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
    /// As what.
    #[arg(long, value_enum)]
    format: Format,
    /// Where to; an existing file is replaced.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The outcome of an earlier close of a room; left out: the room as it stands.
    #[arg(long, value_name = "N", conflicts_with = "meeting")]
    revision: Option<u32>,
    /// The data directory.
    #[arg(long, env = "ROUNDTABLE_DATA", default_value = "roundtable-data", value_name = "DIR")]
    data: PathBuf,
}

/// Reads from the journal, composes and writes; the server may run meanwhile.
pub fn run(export: &Export) -> Result<ExitCode, Failure> {
    let directory = DataDirectory::inspect(&export.data).map_err(Failure::failed)?;
    let journal = SqliteJournal::open_read_only(&directory.journal_path()).map_err(Failure::failed)?;
    let data = directory.path().to_owned();
    let (format, revision) = (export.format, export.revision);
    let (room, meeting) = (export.room.clone(), export.meeting.clone());
    // In a task of the runtime, whose threads have the stack that documents need.
    let runtime = runtime()?;
    let exporting = async move {
        match (meeting, room) {
            (Some(meeting), _) => meeting::export(&journal, &data, &meeting, format).await,
            (None, Some(room)) => room::export(&journal, &data, &room, revision, format).await,
            (None, None) => Err(Failure::wrong_use("name a room with --room or a meeting with --meeting")),
        }
    };
    let bytes = runtime
        .block_on(async { runtime.spawn(exporting).await })
        .map_err(Failure::failed)??;
    file::write(&export.out, &bytes)?;
    print(&format!("{} written\n", export.out.display()));
    Ok(ExitCode::SUCCESS)
}
