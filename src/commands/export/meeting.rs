//! The report of a whole meeting, and the meeting as it is put away.

use super::super::Failure;
use super::{Format, room};
use roundtable::annexes;
use roundtable::archive::{self, Cover, Named, Place};
use roundtable::bundles::{self, RoomKept};
use roundtable::clock::{Clock, SystemClock};
use roundtable::hub::ledger::read_book;
use roundtable::hub::registry::Registry;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::matchmaking::who::Listed;
use roundtable::matchmaking::{Matchmaking, consented};
use roundtable::meeting::extended::Extended;
use roundtable::meeting::ics::{self, Part};
use roundtable::meeting::{Meeting, RoomPlan, to_toml};
use roundtable::outcome::Outcome;
use roundtable::outcome::combined::{BesideRooms, ReportDocument, combine};
use roundtable::people::Register;
use roundtable::plenary::PlenaryBoard;
use roundtable::plenary::gather::gather;
use roundtable::plenary::listed;
use roundtable::plenary::rooms::RoomPoints;
use roundtable::plenary::view::PlenaryView;
use roundtable::room::ids::SeatId;
use std::path::Path;
use std::sync::Arc;

/// The bytes of the file. Rooms that nobody has opened yet are left out.
pub(super) async fn export(journal: &SqliteJournal, data: &Path, meeting: &str, format: Format) -> Result<Vec<u8>, Failure> {
    let registry = Registry::read(journal).await.map_err(Failure::failed)?;
    let none = || Failure::wrong_use(format!("there is no meeting {meeting} with a room in {}", data.display()));
    let plan = registry.meeting(meeting).ok_or_else(none)?;
    if format == Format::Archive {
        return archive(journal, data, &registry, &plan).await;
    }
    let mut parts = Vec::new();
    let mut points = Vec::new();
    for planned in &plan.rooms {
        let name = format!("{meeting}/{}", planned.id);
        match room::loaded(journal, data, &name, None).await {
            Ok(loaded) => {
                points.push(Arc::new(RoomPoints::of(&loaded.room)));
                parts.push(room::part(journal, data, loaded).await?);
            }
            Err(absent) if absent.is_wrong_use() => points.push(unopened(planned)),
            Err(failure) => return Err(failure),
        }
    }
    let board = board(journal, meeting, &points).await?;
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    let beside_rooms = beside_rooms(journal, meeting, &board).await?;
    let report = combine(&outcomes).ok_or_else(none)?.with(beside_rooms.clone());
    let document = match format {
        Format::Docx => ReportDocument::Docx,
        Format::Pdf => ReportDocument::Pdf,
        Format::Html => ReportDocument::Html,
        Format::Md => ReportDocument::Markdown,
        Format::Json => ReportDocument::Json,
        Format::Csv | Format::PointsCsv => ReportDocument::Points,
        Format::Zip => {
            let data = data_beside(&plan, &board, &beside_rooms);
            return bundles::of_meeting(parts, beside_rooms, data).map_err(Failure::failed);
        }
        Format::SpeakersCsv | Format::BoardCsv | Format::Archive => {
            return Err(Failure::wrong_use(
                "a table of speakers or cards is of one room; name it with --room",
            ));
        }
    };
    document.render(&report).map_err(Failure::failed)
}

/// Everything of the meeting, as the server sends it.
async fn archive(journal: &SqliteJournal, data: &Path, registry: &Registry, plan: &Meeting) -> Result<Vec<u8>, Failure> {
    let now = SystemClock::start().now();
    let mut rooms = Vec::new();
    let mut given = Vec::new();
    let mut points = Vec::new();
    for planned in &plan.rooms {
        let name = format!("{}/{}", plan.id, planned.id);
        match room::loaded(journal, data, &name, None).await {
            Ok(loaded) => {
                let (closes, is_open) = (loaded.room.closes(), loaded.room.closed_at.is_none());
                given.push((planned.id.clone(), loaded.room.session.extended.clone()));
                points.push(Arc::new(RoomPoints::of(&loaded.room)));
                let mut earlier = Vec::new();
                for revision in 1..closes + u32::from(is_open) {
                    let place = Place::of(data, &plan.id, &planned.id, revision).map_err(Failure::failed)?;
                    let files = archive::read_folder(&place).map_err(Failure::failed)?;
                    earlier.extend(files.map(|files| (revision, files)));
                }
                rooms.push(RoomKept {
                    title: planned.title.clone(),
                    part: room::part(journal, data, loaded).await?,
                    last: closes,
                    earlier,
                });
            }
            Err(absent) if absent.is_wrong_use() => points.push(unopened(planned)),
            Err(failure) => return Err(failure),
        }
    }
    let context = ics::Context {
        now,
        base_url: registry.base_url().unwrap_or_default(),
        changes: registry.plan_changes(&plan.id),
        extended: &Extended::of(plan, given),
    };
    let board = board(journal, &plan.id, &points).await?;
    let beside_rooms = beside_rooms(journal, &plan.id, &board).await?;
    let mut planned = planned(plan, context)?;
    planned.extend(data_beside(plan, &board, &beside_rooms));
    let keys = registry.keys().map_err(Failure::failed)?;
    let cover = Cover {
        meeting: plan.id.clone(),
        title: plan.title.clone(),
        made_at: ics::moment(now),
        public_key: archive::public_key_of(&keys.seal),
    };
    bundles::of_archive(&cover, planned, beside_rooms, rooms).map_err(Failure::failed)
}

/// What was planned, and the calendar as it went.
fn planned(plan: &Meeting, context: ics::Context<'_>) -> Result<Vec<Named>, Failure> {
    let json = serde_json::to_vec_pretty(plan).map_err(Failure::failed)?;
    let calendar = ics::calendar(plan, Part::Whole, context).unwrap_or_default();
    Ok(vec![
        ("meeting.toml".to_owned(), to_toml(plan).into_bytes()),
        ("meeting.json".to_owned(), json),
        ("programme.ics".to_owned(), calendar.into_bytes()),
    ])
}

/// The plenary's board as an organiser sees it.
async fn board(journal: &SqliteJournal, meeting: &str, rooms: &[Arc<RoomPoints>]) -> Result<PlenaryView, Failure> {
    let book: PlenaryBoard = read_book(journal, meeting).await.map_err(Failure::failed)?;
    Ok(gather(rooms, &book))
}

/// A room that nobody has opened yet has nothing on the board.
fn unopened(room: &RoomPlan) -> Arc<RoomPoints> {
    Arc::new(RoomPoints::planned(&room.id, &room.title, &room.theme, room.attribution))
}

/// What the report has from no room: what the plenary made of the points, and what partners let be known.
async fn beside_rooms(journal: &SqliteJournal, meeting: &str, board: &PlenaryView) -> Result<BesideRooms, Failure> {
    let matchmaking: Matchmaking = read_book(journal, meeting).await.map_err(Failure::failed)?;
    let register: Register = read_book(journal, meeting).await.map_err(Failure::failed)?;
    let on_list = |seat: &SeatId| {
        let details = &register.people().get(seat)?.details;
        Some(Listed {
            name: details.name.clone(),
            delegation: details.delegation.clone(),
        })
    };
    Ok(BesideRooms {
        plenary: listed::list(board),
        partnerships: consented(&matchmaking, &on_list),
    })
}

/// The same as data, and the mapping.
fn data_beside(plan: &Meeting, board: &PlenaryView, beside_rooms: &BesideRooms) -> Vec<Named> {
    let partnerships = &beside_rooms.partnerships;
    let mapping = annexes::mapping(&plan.id, &plan.title, board, partnerships);
    let partnerships = annexes::partnerships_file(partnerships);
    annexes::mapping_files(&mapping).into_iter().chain(partnerships).collect()
}
