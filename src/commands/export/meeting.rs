//! The report of a whole meeting.

use super::super::Failure;
use super::{Format, room};
use roundtable::bundles;
use roundtable::hub::registry::Registry;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::outcome::Outcome;
use roundtable::outcome::combined::{ReportDocument, combine};
use std::path::Path;

/// The bytes of the file. Rooms that nobody has opened yet are left out.
pub(super) async fn export(journal: &SqliteJournal, data: &Path, meeting: &str, format: Format) -> Result<Vec<u8>, Failure> {
    let registry = Registry::read(journal).await.map_err(Failure::failed)?;
    let none = || Failure::wrong_use(format!("there is no meeting {meeting} with a room in {}", data.display()));
    let plan = registry.meeting(meeting).ok_or_else(none)?;
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
        Format::Zip => return bundles::of_meeting(parts, None, Vec::new()).map_err(Failure::failed),
        Format::SpeakersCsv | Format::BoardCsv => {
            return Err(Failure::wrong_use(
                "a table of speakers or cards is of one room; name it with --room",
            ));
        }
    };
    document.render(&report).map_err(Failure::failed)
}
