//! The report of a whole meeting and everything of it in one file, for the organiser. Rooms that are closed are told as they were
//! sealed, open ones as they stand; rooms that nobody has opened yet are left out, and are not opened for this.

use super::App;
use super::allowance::Kind;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::Path;
use super::matchmaking;
use super::outcome::{Download, ZIP, ZIP_TYPE, not_bundled, not_rendered};
use super::plenary;
use super::refusals::{Making, Reading};
use super::standing::{Standing, tag_of};
use crate::archive::Named;
use crate::bundles::{self, RoomPart};
use crate::outcome::Outcome;
use crate::outcome::combined::{BesideRooms, Combined, ReportDocument, combine};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Which file of which meeting.
#[derive(Deserialize)]
pub struct MeetingFile {
    meeting: String,
    file: String,
}

/// `report.docx`, `report.pdf`, `report.html`, `report.md`, `report.json`, `points.csv` of all rooms, or `outcome.zip` with everything.
#[utoipa::path(get, path = "/api/meetings/{meeting}/{file}", params(("meeting" = String, Path), ("file" = String, Path, pattern = "^(report[.](docx|pdf|html|md|json)|points[.]csv|outcome[.]zip)$")),
    security(("seat" = [])),
    responses((status = 200, content((Object = "application/json"), (String = "text/html"), (String = "text/markdown"),
        (String = "text/csv"), (Vec<u8> = "application/pdf"), (Vec<u8> = "application/zip"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))), Reading, Making))]
pub async fn file(
    State(app): State<Arc<App>>,
    Path(MeetingFile { meeting, file }): Path<MeetingFile>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let place = Place {
        meeting: &meeting,
        room: None,
        role: None,
    };
    let caller = auth::reader(&app, &headers, place)?;
    if caller.role != Role::Organiser {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &caller, Kind::Document)?;
    let document = ReportDocument::ALL.into_iter().find(|document| document.file_name() == file);
    if document.is_none() && file != ZIP {
        let message = "The report of the meeting can be had as report.docx, report.pdf, report.html, report.md and report.json, its points \
                       as points.csv, and everything as outcome.zip.";
        return Err(HttpError::new(StatusCode::NOT_FOUND, "unknown-format", message));
    }
    let standings = standings(&app, &meeting).await?;
    let beside_rooms = beside_rooms(&app, &meeting).await?;
    let others = match document {
        Some(_) => Vec::new(),
        None => data(&app, &meeting, &beside_rooms).await?,
    };
    let download = Download {
        tag: tag_of_all(&standings, &beside_rooms, &others),
        name: format!("{meeting}-{file}"),
        media_type: document.map_or(ZIP_TYPE, ReportDocument::media_type),
        is_page: document == Some(ReportDocument::Html),
    };
    if download.is_known(&headers) {
        return Ok(download.not_modified());
    }
    let turn = app.renderings.turn().await?;
    let mut parts = Vec::with_capacity(standings.len());
    for (room, standing) in standings {
        parts.push(standing.part(&room).await?);
    }
    let making = turn.make(move || match document {
        Some(document) => document.render(&report(&parts, beside_rooms)?).map_err(not_rendered),
        None => bundles::of_meeting(parts, beside_rooms, others).map_err(not_bundled),
    });
    Ok(download.answer(making.await?))
}

/// What the report has that comes from no room.
pub(super) async fn beside_rooms(app: &App, meeting: &str) -> Result<BesideRooms, HttpError> {
    Ok(BesideRooms {
        plenary: plenary::list(app, meeting).await?,
        partnerships: matchmaking::partnerships(app, meeting).await?,
    })
}

/// The data beside the report: the mapping, and the partnerships where there are any.
pub(super) async fn data(app: &App, meeting: &str, beside_rooms: &BesideRooms) -> Result<Vec<Named>, HttpError> {
    let mapping = plenary::mapping::files(app, meeting).await?;
    let partnerships = matchmaking::file(&beside_rooms.partnerships);
    Ok(mapping.into_iter().chain(partnerships).collect())
}

/// The rooms that there are in the journal, in the order of the meeting file.
async fn standings(app: &App, meeting: &str) -> Result<Vec<(String, Standing)>, HttpError> {
    let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
    let mut standings = Vec::with_capacity(plan.rooms.len());
    for room in &plan.rooms {
        if let Some(handle) = app.hub.open_begun(meeting, &room.id).await? {
            standings.push((room.id.clone(), Standing::of(app, meeting, &room.id, handle).await?));
        }
    }
    if standings.is_empty() {
        let message =
            "No room of the meeting has been opened yet, so there is nothing to report. Ask again when the first has begun.";
        return Err(HttpError::new(StatusCode::NOT_FOUND, "nothing-yet", message));
    }
    Ok(standings)
}

fn tag_of_all(standings: &[(String, Standing)], beside_rooms: &BesideRooms, others: &[Named]) -> String {
    let said: Vec<String> = standings
        .iter()
        .flat_map(|(room, standing)| [room.clone(), standing.tag()])
        .collect();
    let beside = texts_of(beside_rooms, others);
    tag_of(said.iter().chain(&beside).map(String::as_str))
}

/// What a tag has to tell of what comes from no room.
pub(super) fn texts_of(beside_rooms: &BesideRooms, others: &[Named]) -> Vec<String> {
    // Plain data, which can always be written down.
    let listed = serde_json::to_string(beside_rooms).unwrap_or_default();
    let others = others.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    std::iter::once(listed).chain(others).collect()
}

fn report(parts: &[RoomPart], beside_rooms: BesideRooms) -> Result<Combined, HttpError> {
    let outcomes: Vec<Outcome> = parts.iter().map(|part| part.outcome.clone()).collect();
    let report = combine(&outcomes).ok_or_else(HttpError::not_found)?;
    Ok(report.with(beside_rooms))
}
