//! The report of a whole meeting, and the meeting as it is put away.

use super::super::Failure;
use super::{Format, room};
use roundtable::archive::{self, Cover, Place};
use roundtable::bundles::{self, RoomKept};
use roundtable::clock::{Clock, SystemClock};
use roundtable::hub::registry::Registry;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::meeting::ics::{self, Part};
use roundtable::meeting::{Meeting, to_toml};
use roundtable::outcome::Outcome;
use roundtable::outcome::combined::{BesideRooms, ReportDocument, combine};
use std::path::Path;

/// The bytes of the file. Rooms that nobody has opened yet are left out.
pub(super) async fn export(journal: &SqliteJournal, data: &Path, meeting: &str, format: Format) -> Result<Vec<u8>, Failure> {
    let registry = Registry::read(journal).await.map_err(Failure::failed)?;
    let none = || Failure::wrong_use(format!("there is no meeting {meeting} with a room in {}", data.display()));
    let plan = registry.meeting(meeting).ok_or_else(none)?;
    if format == Format::Archive {
        return archive(journal, data, &registry, &plan).await;
    }
    let mut parts = Vec::new();
    for planned in &plan.rooms {
        let name = format!("{meeting}/{}", planned.id);
        match room::loaded(journal, data, &name, None).await {
            Ok(loaded) => parts.push(room::part(journal, data, loaded).await?),
            Err(absent) if absent.is_wrong_use() => {}
            Err(failure) => return Err(failure),
        }
    }
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    let report = combine(&outcomes).ok_or_else(none)?;
    let document = match format {
        Format::Docx => ReportDocument::Docx,
        Format::Pdf => ReportDocument::Pdf,
        Format::Html => ReportDocument::Html,
        Format::Md => ReportDocument::Markdown,
        Format::Json => ReportDocument::Json,
        Format::Csv | Format::PointsCsv => ReportDocument::Points,
        Format::Zip => return bundles::of_meeting(parts, BesideRooms::default(), Vec::new()).map_err(Failure::failed),
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
    let context = ics::Context {
        now,
        base_url: registry.base_url().unwrap_or_default(),
    };
    let json = serde_json::to_vec_pretty(plan).map_err(Failure::failed)?;
    let calendar = ics::calendar(plan, Part::Whole, context).unwrap_or_default();
    let beside = vec![
        ("meeting.toml".to_owned(), to_toml(plan).into_bytes()),
        ("meeting.json".to_owned(), json),
        ("programme.ics".to_owned(), calendar.into_bytes()),
    ];
    let mut rooms = Vec::new();
    for planned in &plan.rooms {
        let name = format!("{}/{}", plan.id, planned.id);
        match room::loaded(journal, data, &name, None).await {
            Ok(loaded) => {
                let (closes, is_open) = (loaded.room.closes(), loaded.room.closed_at.is_none());
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
            Err(absent) if absent.is_wrong_use() => {}
            Err(failure) => return Err(failure),
        }
    }
    let keys = registry.keys().map_err(Failure::failed)?;
    let cover = Cover {
        meeting: plan.id.clone(),
        title: plan.title.clone(),
        made_at: ics::moment(now),
        public_key: archive::public_key_of(&keys.seal),
    };
    bundles::of_archive(&cover, beside, BesideRooms::default(), rooms).map_err(Failure::failed)
}
