//! `roundtable erase`

use super::{Failure, print, runtime};
use bytes::Bytes;
use clap::Args;
use roundtable::archive::{self, Place};
use roundtable::hub::load::{history, load};
use roundtable::hub::registry::Registry;
use roundtable::journal::directory::DataDirectory;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, Stream};
use roundtable::room::Room;
use roundtable::room::ids::Seq;
use roundtable::room::veil::Veil;
use roundtable::room::view::RoomState;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Erase who was who in a closed room from the journal: names, delegations and seats become pseudonyms, for good.
#[derive(Args)]
pub struct Erase {
    /// Meeting and room, as in global-roundtable/group-1.
    #[arg(long, value_name = "MEETING/ROOM")]
    room: String,
    /// The data directory; its server has to be stopped.
    #[arg(long, env = "ROUNDTABLE_DATA", default_value = "roundtable-data", value_name = "DIR")]
    data: PathBuf,
}

/// Checks that the outcome is sealed and whole, for it is made from what goes, and writes the room's records anew.
pub fn run(erase: &Erase) -> Result<ExitCode, Failure> {
    let directory = DataDirectory::open(&erase.data).map_err(Failure::failed)?;
    let journal = SqliteJournal::open(&directory.journal_path()).map_err(Failure::failed)?;
    let data = directory.path().to_owned();
    let stream = Stream::new(&erase.room);
    let runtime = runtime()?;
    // In a task of the runtime, whose threads have the stack that documents need.
    let erasing = runtime.block_on(async { runtime.spawn(erased(journal, stream, data)).await });
    let records = erasing.map_err(Failure::failed)??;
    print(&format!(
        "{}: {records} records say no more who was who. Names that people wrote into notes, cards, remarks and polls are still there. The \
         sealed outcome is as it was; copies and backups of the journal still have the names.\n",
        erase.room
    ));
    Ok(ExitCode::SUCCESS)
}

async fn erased(journal: SqliteJournal, stream: Stream, data: PathBuf) -> Result<u64, Failure> {
    let loaded = load(&journal, &stream).await.map_err(Failure::failed)?;
    if loaded.seq == Seq(0) {
        return Err(Failure::wrong_use(format!("there is no room {stream} in {}", data.display())));
    }
    if loaded.room.state == RoomState::Open {
        return Err(Failure::wrong_use(format!(
            "room {stream} is open; names can be erased once it has been closed"
        )));
    }
    let registry = Registry::read(&journal).await.map_err(Failure::failed)?;
    let key = registry.keys().map_err(Failure::failed)?.seal;
    check_sealed(&data, &loaded.room, &archive::public_key_of(&key))?;
    let veiled = tokio::task::block_in_place(|| veiled(&journal, &stream, loaded.seq))?;
    let records = journal.replace_records(&stream, veiled).await.map_err(Failure::failed)?;
    journal.close().await.map_err(Failure::failed)?;
    Ok(records)
}

/// Every outcome has to be there: it can't be made again without the names.
fn check_sealed(data: &Path, room: &Room, key: &str) -> Result<(), Failure> {
    let trusted = archive::read_public_key(key);
    for revision in 1..=room.revision {
        let place = Place::of(data, &room.definition.meeting, &room.definition.room, revision).map_err(Failure::failed)?;
        let verified = archive::verify(&place.revision, trusted.as_ref());
        // A copy of another folder is whole in itself.
        if !verified.is_ok_and(|verified| place.is_of(&verified.manifest)) {
            return Err(Failure::failed(format!(
                "the sealed outcome in {} is missing or was altered, and could not be made again without the names; start the server \
                 once to have it written, or put the folder back",
                place.revision.display()
            )));
        }
    }
    Ok(())
}

fn veiled(journal: &SqliteJournal, stream: &Stream, until: Seq) -> Result<Vec<Bytes>, Failure> {
    let mut veil = Veil::default();
    let veiled = history(journal, stream, until).map(|record| {
        let (_, record) = record.map_err(Failure::failed)?;
        Ok(Bytes::from(veil.over(&record).encode()))
    });
    veiled.collect()
}
