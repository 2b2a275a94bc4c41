//! The meeting as a whole: its programme, and the rooms that the caller may see.

use super::App;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::{Json, Path};
use super::keeping;
use super::refusals::Reading;
use super::token::Claims;
use crate::hub::fault::Fault;
use crate::keeping::Promise;
use crate::meeting::extended::SessionNow;
use crate::meeting::{Meeting, RoomPlan};
use crate::people::event::Network;
use crate::room::event::Attribution;
use crate::room::ids::SeatId;
use crate::room::seat::Role;
use crate::room::view::RoomState;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use utoipa::ToSchema;

/// Rooms that are opened to be shown to an organiser; of more, no state is told.
const ROOMS_OPENED_MAX: usize = 100;
/// Rooms that are opened at the same time: each may have to be read from the disk.
const ROOMS_OPENED_AT_ONCE: usize = 8;

#[derive(Serialize, ToSchema)]
struct MeetingSeen {
    id: String,
    title: String,
    subtitle: String,
    place: String,
    date: String,
    timezone: String,
    you: Caller,
    programme: Vec<SessionNow>,
    rooms: BTreeMap<String, RoomSeen>,
    order: Vec<String>,
    /// Until when names are kept, and by whom; left out where no date was set.
    #[serde(skip_serializing_if = "Option::is_none")]
    keeping: Option<Promise>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    links: Option<serde_json::Value>,
    /// The wireless network that is printed on the sheets; for an organiser, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<Network>,
}

#[derive(Serialize, ToSchema)]
struct Caller {
    role: Role,
    participant: SeatId,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct RoomSeen {
    id: String,
    title: String,
    theme: String,
    /// What may be told of it outside, for those to read who are about to enter.
    attribution: Attribution,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<RoomState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
}

/// Programme and rooms.
#[utoipa::path(get, path = "/api/meetings/{meeting}", params(("meeting" = String, Path)),
    security(("seat" = [])),
    responses((status = 200, body = MeetingSeen), Reading))]
pub async fn meeting(State(app): State<Arc<App>>, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, HttpError> {
    let caller = auth::reader(
        &app,
        &headers,
        Place {
            meeting: &id,
            room: None,
            role: None,
        },
    )?;
    let meeting = app.hub.registry.meeting(&id).ok_or_else(HttpError::not_found)?;
    let own = caller.is_personal().then(|| app.hub.registry.rooms_of(&id, &caller.seat));
    let visible: Vec<&RoomPlan> = meeting
        .rooms
        .iter()
        .filter(|room| match &caller.room {
            Some(own) => *own == room.id,
            None => own.as_ref().is_none_or(|own| own.contains(&room.id)),
        })
        .collect();
    let opened = visible.iter().take(ROOMS_OPENED_MAX).map(|room| room.id.clone());
    let mut known = states(&app, &id, opened.collect()).await;
    let told = visible.iter().map(|room| {
        let (state, people) = known.remove(&room.id).unzip();
        (room.id.clone(), seen(&id, room, state, people))
    });
    let rooms = told.collect();
    let links = (caller.role == Role::Organiser)
        .then(|| crate::hub::links::of_meeting(&app.hub.registry, &meeting, &app.base_url(&headers)));
    let order = visible.iter().map(|room| room.id.clone()).collect();
    let body = MeetingSeen {
        keeping: keeping::told(&app, &id).await,
        network: network(&app, &id, caller.role).await,
        programme: app.hub.extended(&meeting).await.programme(&meeting),
        ..whole(&meeting, caller, rooms, order, links)
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response())
}

/// State and people of the rooms, by id. A room that can't be opened is left out: the others are still to be seen.
async fn states(app: &Arc<App>, meeting: &str, rooms: Vec<String>) -> BTreeMap<String, (RoomState, u32)> {
    let asked = rooms.into_iter().map(|room| {
        let (app, meeting) = (app.clone(), meeting.to_owned());
        async move {
            match state_of(&app, &meeting, &room).await {
                Ok(state) => Some((room, state)),
                Err(fault) => {
                    tracing::warn!(room.id = %format_args!("{meeting}/{room}"), %fault, "room shown without its state");
                    None
                }
            }
        }
    });
    let found: Vec<_> = stream::iter(asked).buffer_unordered(ROOMS_OPENED_AT_ONCE).collect().await;
    found.into_iter().flatten().collect()
}

async fn state_of(app: &App, meeting: &str, room: &str) -> Result<(RoomState, u32), Fault> {
    let handle = app.hub.open(meeting, room).await?;
    let state = handle.inspect(|inspected| inspected.room.state).await?;
    Ok((state, handle.shared.people.load(Ordering::Relaxed)))
}

fn seen(meeting: &str, room: &RoomPlan, state: Option<RoomState>, people: Option<u32>) -> RoomSeen {
    let url = format!("/m/{meeting}/{}", room.id);
    RoomSeen {
        id: room.id.clone(),
        title: room.title.clone(),
        theme: room.theme.clone(),
        attribution: room.attribution,
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
        programme: Vec::new(),
        rooms,
        order,
        keeping: None,
        links,
        network: None,
    }
}

/// Where the list cannot be read the page is still to be seen.
async fn network(app: &App, meeting: &str, caller: Role) -> Option<Network> {
    if caller != Role::Organiser {
        return None;
    }
    let network = app.hub.register(meeting).read(|register, _| register.network().clone()).await;
    network.ok().filter(|network| !network.name.is_empty())
}
