//! The meeting as a whole: its programme, and the rooms that the caller may see.

use super::App;
use super::auth::{self, Place};
use super::error::HttpError;
use super::token::Claims;
use crate::meeting::{Meeting, RoomPlan, Session};
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use crate::room::view::RoomState;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Rooms that are opened to be shown to an organiser; of more, only those are told of that are in memory already.
const ROOMS_OPENED_MAX: usize = 100;

#[derive(Serialize)]
struct MeetingSeen {
    id: String,
    title: String,
    subtitle: String,
    place: String,
    date: String,
    timezone: String,
    you: Caller,
    programme: Vec<Session>,
    rooms: BTreeMap<String, RoomSeen>,
    order: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<serde_json::Value>,
}

#[derive(Serialize)]
struct Caller {
    role: Role,
    participant: SeatId,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
}

#[derive(Serialize)]
struct RoomSeen {
    id: String,
    title: String,
    theme: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<RoomState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
}

/// Programme and rooms.
#[utoipa::path(get, path = "/api/meetings/{meeting}", params(("meeting" = String, Path)),
    responses((status = 200), (status = 404, body = super::error::ErrorBody)))]
pub async fn meeting(State(app): State<Arc<App>>, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, HttpError> {
    let caller = auth::reader(
        &app,
        &headers,
        Place {
            meeting: &id,
            room: None,
        },
    )?;
    let meeting = app.hub.registry.meeting(&id).ok_or_else(HttpError::not_found)?;
    let visible: Vec<&RoomPlan> = meeting
        .rooms
        .iter()
        .filter(|room| caller.room.as_ref().is_none_or(|own| *own == room.id))
        .collect();
    let mut rooms = BTreeMap::new();
    for (number, room) in visible.iter().enumerate() {
        let (state, people) = if number < ROOMS_OPENED_MAX {
            state_of(&app, &id, &room.id).await?
        } else {
            (None, None)
        };
        rooms.insert(room.id.clone(), seen(&id, room, state, people));
    }
    let links = (caller.role == Role::Organiser)
        .then(|| crate::hub::links::of_meeting(&app.hub.registry, meeting, &app.base_url(&headers)));
    let order = visible.iter().map(|room| room.id.clone()).collect();
    let body = whole(meeting, caller, rooms, order, links);
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response())
}

async fn state_of(app: &App, meeting: &str, room: &str) -> Result<(Option<RoomState>, Option<u32>), HttpError> {
    let handle = app.hub.open(meeting, room).await?;
    let state = handle.inspect(|inspected| inspected.room.state).await?;
    Ok((Some(state), Some(handle.shared.people.load(Ordering::Relaxed))))
}

fn seen(meeting: &str, room: &RoomPlan, state: Option<RoomState>, people: Option<u32>) -> RoomSeen {
    let url = format!("/m/{meeting}/{}", room.id);
    RoomSeen {
        id: room.id.clone(),
        title: room.title.clone(),
        theme: room.theme.clone(),
        url,
        state,
        people,
    }
}

fn whole(
    meeting: &Meeting,
    caller: Claims,
    rooms: BTreeMap<String, RoomSeen>,
    order: Vec<String>,
    links: Option<serde_json::Value>,
) -> MeetingSeen {
    MeetingSeen {
        id: meeting.id.clone(),
        title: meeting.title.clone(),
        subtitle: meeting.subtitle.clone(),
        place: meeting.place.clone(),
        date: meeting.date.clone(),
        timezone: meeting.timezone.clone(),
        you: Caller {
            role: caller.role,
            participant: caller.seat,
            room: caller.room,
        },
        programme: meeting.programme.clone(),
        rooms,
        order,
        links,
    }
}
