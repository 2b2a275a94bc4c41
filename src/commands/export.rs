//! `roundtable export`

use super::{Failure, print, runtime};
use clap::{Args, ValueEnum};
use roundtable::hub::load::{load, load_until};
use roundtable::journal::Stream;
use roundtable::journal::directory::DataDirectory;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::outcome::{AsOf, Document, compose};
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For word processors.
    Docx,
    /// Accessible PDF.
    Pdf,
    /// Markdown.
    Md,
    /// One self-contained page.
    Html,
    /// For programs.
    Json,
    /// The polls as a table.
    Csv,
    /// The list of speakers as a table.
    SpeakersCsv,
}

/// Write a room's outcome to a file.
#[derive(Args)]
pub struct Export {
    /// Meeting and room, as in global-roundtable/group-1.
    #[arg(long, value_name = "MEETING/ROOM")]
    room: String,
    /// As what.
    #[arg(long, value_enum)]
    format: Format,
    /// Where to; an existing file is replaced.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The outcome of an earlier close; left out: the room as it stands.
    #[arg(long, value_name = "N")]
    revision: Option<u32>,
    /// The data directory.
    #[arg(long, env = "ROUNDTABLE_DATA", default_value = "roundtable-data", value_name = "DIR")]
    data: PathBuf,
}

/// Reads the room from the journal, composes and writes; the server may run meanwhile.
pub fn run(export: &Export) -> Result<ExitCode, Failure> {
    let directory = DataDirectory::inspect(&export.data).map_err(Failure::failed)?;
    let journal = SqliteJournal::open_read_only(&directory.journal_path()).map_err(Failure::failed)?;
    let stream = Stream::new(&export.room);
    // In a task of the runtime, whose threads have the stack that documents need.
    let revision = export.revision;
    let loading = async move {
        match revision {
            Some(revision) => load_until(&journal, &stream, revision).await,
            None => load(&journal, &stream).await,
        }
    };
    let runtime = runtime()?;
    let loaded = runtime
        .block_on(async { runtime.spawn(loading).await })
        .map_err(Failure::failed)?
        .map_err(Failure::failed)?;
    if loaded.seq.0 == 0 {
        return Err(Failure::wrong_use(format!(
            "there is no room {} in {}",
            export.room,
            export.data.display()
        )));
    }
    if let Some(revision) = revision.filter(|revision| loaded.room.closed_at.is_none() || loaded.room.revision != *revision) {
        return Err(Failure::wrong_use(format!(
            "room {} was never closed with revision {revision}",
            export.room
        )));
    }
    let document = match export.format {
        Format::Docx => Document::Docx,
        Format::Pdf => Document::Pdf,
        Format::Md => Document::Markdown,
        Format::Html => Document::Html,
        Format::Json => Document::Json,
        Format::Csv => Document::Polls,
        Format::SpeakersCsv => Document::Speakers,
    };
    let outcome = compose(
        &loaded.room,
        AsOf {
            seq: loaded.seq,
            at: loaded.room.changed_at,
        },
    );
    let bytes = document.render(&outcome).map_err(Failure::failed)?;
    std::fs::write(&export.out, bytes)
        .map_err(|error| Failure::failed(format!("cannot write {}: {error}", export.out.display())))?;
    print(&format!("{} written\n", export.out.display()));
    Ok(ExitCode::SUCCESS)
}
