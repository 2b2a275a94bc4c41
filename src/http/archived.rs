//! The archive of a meeting, for the organiser: everything that was made of it in one file that is read without a server.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::HttpError;
use super::extract::MeetingReader;
use super::outcome::{Download, ZIP_TYPE, not_bundled};
use super::refusals::{Making, Reading};
use super::standing::{Standing, tag_of};
use super::whole_meeting;
use crate::archive::{self, Cover, Named};
use crate::bundles::{self, RoomKept};
use crate::hub::fault::Fault;
use crate::meeting::ics::{self, Part};
use crate::meeting::{Meeting, to_toml};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// A room and how it stands.
struct Standings {
    id: String,
    title: String,
    standing: Standing,
    closes: u32,
}

/// Everything of the meeting in one file: the plan, the calendar, the report of all rooms, every sealed outcome and the drafts of open
/// rooms, with a manifest of SHA-256 and a page that leads through it. For the organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/archive.zip", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, content((Vec<u8> = "application/zip"))), Reading, Making))]
pub async fn archive(State(app): State<Arc<App>>, reader: MeetingReader, headers: HeaderMap) -> Result<Response, HttpError> {
    let reader = reader.organiser()?;
    auth::take(&app, &reader.claims, Kind::Document)?;
    let meeting = reader.meeting;
    let plan = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let mut planned = planned(&app, &plan, &app.base_url(&headers)).await?;
    let beside_rooms = whole_meeting::beside_rooms(&app, &meeting).await?;
    let data = whole_meeting::data(&app, &meeting, &beside_rooms).await?;
    let rooms = standings(&app, &plan).await?;
    let mut said = vec![serde_json::to_string(&*plan).unwrap_or_default()];
    said.extend(whole_meeting::texts_of(&beside_rooms, &data));
    planned.extend(data);
    said.extend(rooms.iter().flat_map(|room| [room.id.clone(), room.standing.tag()]));
    let download = Download {
        tag: tag_of(said.iter().map(String::as_str)),
        name: format!("{meeting}-archive.zip"),
        media_type: ZIP_TYPE,
        is_page: false,
    };
    if download.is_known(&headers) {
        return Ok(download.not_modified());
    }
    let turn = app.renderings.turn().await?;
    let mut kept = Vec::with_capacity(rooms.len());
    for room in rooms {
        kept.push(room_kept(&app, &meeting, room).await?);
    }
    let cover = cover(&app, &plan)?;
    let making = turn.make(move || bundles::of_archive(&cover, planned, beside_rooms, kept).map_err(not_bundled));
    Ok(download.answer(making.await?))
}

fn cover(app: &App, plan: &Meeting) -> Result<Cover, HttpError> {
    Ok(Cover {
        meeting: plan.id.clone(),
        title: plan.title.clone(),
        made_at: ics::moment(app.hub.now()),
        public_key: archive::public_key_of(&app.hub.registry.keys()?.seal),
    })
}

/// What was planned.
async fn planned(app: &App, plan: &Meeting, base_url: &str) -> Result<Vec<Named>, HttpError> {
    let json = serde_json::to_vec_pretty(plan).map_err(|error| Fault::Unreadable(error.to_string()))?;
    let context = ics::Context {
        now: app.hub.now(),
        base_url,
        changes: app.hub.registry.plan_changes(&plan.id),
        extended: &app.hub.extended(plan).await,
    };
    let calendar = ics::calendar(plan, Part::Whole, context);
    let calendar = calendar.map(|text| ("programme.ics".to_owned(), text.into_bytes()));
    let plan = [
        ("meeting.toml".to_owned(), to_toml(plan).into_bytes()),
        ("meeting.json".to_owned(), json),
    ];
    Ok(plan.into_iter().chain(calendar).collect())
}

/// The rooms that there are in the journal; those that nobody has opened yet are not opened for this.
async fn standings(app: &App, plan: &Meeting) -> Result<Vec<Standings>, HttpError> {
    let mut rooms = Vec::new();
    for room in &plan.rooms {
        if let Some(handle) = app.hub.open_begun(&plan.id, &room.id).await? {
            let closes = handle.inspect(|inspected| inspected.room.closes()).await?;
            rooms.push(Standings {
                id: room.id.clone(),
                title: room.title.clone(),
                standing: Standing::of(app, &plan.id, &room.id, handle).await?,
                closes,
            });
        }
    }
    Ok(rooms)
}

async fn room_kept(app: &App, meeting: &str, room: Standings) -> Result<RoomKept, HttpError> {
    // The last close of a closed room is how it stands.
    let earlier = match &room.standing {
        Standing::Closed(_) => 1..room.closes,
        Standing::Open(..) => 1..room.closes + 1,
    };
    let mut closes = Vec::new();
    for revision in earlier {
        let place =
            archive::Place::of(&app.data, meeting, &room.id, revision).map_err(|fault| Fault::Unreadable(fault.to_string()))?;
        let reading = tokio::task::spawn_blocking(move || archive::read_folder(&place));
        let files = reading.await.map_err(|_| Fault::Unavailable)?;
        // An earlier close whose folder is not there any more is left out: the page and the manifest say what there is.
        if let Some(files) = files.map_err(|fault| Fault::Unreadable(fault.to_string()))? {
            closes.push((revision, files));
        }
    }
    Ok(RoomKept {
        title: room.title,
        part: room.standing.part(&room.id).await?,
        last: room.closes,
        earlier: closes,
    })
}
