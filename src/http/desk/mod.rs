//! The organiser's desk: all rooms of a meeting in a few lines each, and one command for several of them. What is told of a room is
//! the room's own summary for the organiser; what is asked of it is asked of the room, which decides by its own rules. Rooms that
//! nobody has opened yet are not opened for being looked at.

mod commands;

pub use commands::{__path_command, command};

use super::App;
use super::error::HttpError;
use super::extract::{Json, MeetingReader};
use super::refusals::Reading;
use crate::hub::fault::Fault;
use crate::meeting::{Meeting, RoomPlan, Session};
use crate::room::ids::Millis;
use crate::room::seat::Role;
use crate::room::view::{RoomState, RoomSummary};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use utoipa::ToSchema;

/// Rooms that are looked into at the same time: one that rests has to be read from the disk.
const ROOMS_AT_ONCE: usize = 16;

/// All rooms of a meeting.
#[derive(Serialize, ToSchema)]
pub struct Desk {
    /// The meeting's title.
    title: String,
    /// The server's clock.
    now: Millis,
    /// The place's time zone by its IANA name.
    timezone: String,
    /// The programme, by which rooms are chosen together.
    sessions: Vec<Session>,
    /// The rooms by id.
    rooms: BTreeMap<String, RoomOnDesk>,
    /// Their order.
    order: Vec<String>,
}

/// A room as the desk has it.
#[derive(Serialize, ToSchema)]
struct RoomOnDesk {
    title: String,
    theme: String,
    stands: Stands,
    /// How many people are connected.
    people: u32,
    /// The room in a few lines, where it could be looked into.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<RoomSummary>,
}

/// Whether a room has begun, and can be looked into.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Stands {
    /// Nobody has taken a seat in it.
    NotBegun,
    /// Somebody has.
    Begun,
    /// It could not: the server's log says why.
    Unavailable,
}

/// All rooms in a few lines each, for the organiser.
#[utoipa::path(get, path = "/api/meetings/{meeting}/desk", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Desk), Reading))]
pub async fn desk(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let MeetingReader { meeting, .. } = reader.organiser()?;
    let meeting = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let desk = look(&app, &meeting).await;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(desk)).into_response())
}

async fn look(app: &App, meeting: &Meeting) -> Desk {
    let looks: Vec<_> = meeting.rooms.iter().map(|room| look_into(app, &meeting.id, room)).collect();
    let rooms: Vec<_> = stream::iter(looks).buffer_unordered(ROOMS_AT_ONCE).collect().await;
    Desk {
        title: meeting.title.clone(),
        now: app.hub.now(),
        timezone: meeting.timezone.clone(),
        sessions: meeting.programme.clone(),
        rooms: rooms.into_iter().collect(),
        order: meeting.rooms.iter().map(|room| room.id.clone()).collect(),
    }
}

/// One that can't be opened is told so: the others are still to be seen.
async fn look_into(app: &App, meeting: &str, room: &RoomPlan) -> (String, RoomOnDesk) {
    let (stands, people, summary) = match summary_of(app, meeting, &room.id).await {
        Ok(None) => (Stands::NotBegun, 0, None),
        Ok(Some((people, summary))) => (stands(&summary), people, Some(summary)),
        Err(fault) => {
            tracing::warn!(room.id = %format_args!("{meeting}/{}", room.id), %fault, "room shown without its summary");
            (Stands::Unavailable, 0, None)
        }
    };
    let on_desk = RoomOnDesk {
        title: room.title.clone(),
        theme: room.theme.clone(),
        stands,
        people,
        summary,
    };
    (room.id.clone(), on_desk)
}

/// A room that was opened for a page or a screen alone has not begun; one that was closed before anybody came is over all the same.
fn stands(summary: &RoomSummary) -> Stands {
    if summary.seats_taken > 0 || summary.state == RoomState::Closed {
        Stands::Begun
    } else {
        Stands::NotBegun
    }
}

async fn summary_of(app: &App, meeting: &str, room: &str) -> Result<Option<(u32, RoomSummary)>, Fault> {
    let Some(handle) = app.hub.open_begun(meeting, room).await? else {
        return Ok(None);
    };
    let summary = handle.inspect(|inspected| inspected.room.summary()).await?;
    Ok(Some((handle.shared.people.load(Ordering::Relaxed), summary)))
}
