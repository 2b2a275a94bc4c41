//! Further meetings of a server: which of them the caller organises, and making one, from nothing, as another one was, or from a meeting
//! file. Whoever organises one meeting may make others; nobody learns of meetings that others have made.

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::HttpError;
use super::extract::Json;
use super::plan::large_json;
use super::plan_refused::{PlanRefusal, PlanRefused};
use super::refusals::{Bringing, Reading};
use super::token::Claims;
use crate::hub::fault::Fault;
use crate::hub::links;
use crate::hub::registry::random_text;
use crate::meeting::edit::{Details, RoomNow, start};
use crate::meeting::limits::FILE_BYTES_MAX;
use crate::meeting::{self, Meeting};
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// Largest request for a meeting: the largest file, with what JSON adds to it.
pub const BODY_BYTES_MAX: usize = FILE_BYTES_MAX + FILE_BYTES_MAX / 4;
/// Most meetings of a server.
const MEETINGS_MAX: usize = 1_000;
/// Characters of the seat's id.
const SEAT_CHARACTERS: usize = 16;

/// A meeting that the caller organises.
#[derive(Serialize, ToSchema)]
struct OwnMeeting {
    id: String,
    title: String,
    date: String,
    place: String,
    rooms: usize,
}

/// What a new meeting is to be. What is left out is as in the meeting or file that it is made from.
#[derive(Deserialize, ToSchema)]
pub struct NewMeeting {
    /// Its id, part of every address: a-z, 0-9 and hyphens.
    #[serde(default)]
    id: Option<String>,
    /// Its title.
    #[serde(default)]
    title: Option<String>,
    /// Its aim in a sentence.
    #[serde(default)]
    subtitle: Option<String>,
    /// Where it is held.
    #[serde(default)]
    place: Option<String>,
    /// Its first day. All days of what it is made from move as the first one.
    #[serde(default)]
    date: Option<String>,
    /// The place's time zone by its IANA name.
    #[serde(default)]
    timezone: Option<String>,
    /// Its languages as BCP 47 tags.
    #[serde(default)]
    languages: Option<Vec<String>>,
    /// What it is made from; left out: nothing.
    #[serde(default)]
    from: Option<Source>,
    /// That it takes the place of the plan of a meeting of the caller's with the same id.
    #[serde(default)]
    replace: bool,
}

/// What a meeting is made from.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Another meeting of the caller's, by its id.
    Copy(String),
    /// The text of a meeting file.
    Toml(String),
}

/// The meeting that was made, with the link that opens it to its organisers.
#[derive(Serialize, ToSchema)]
struct Made {
    meeting: String,
    organiser: OrganiserLink,
    token: String,
    participant: SeatId,
}

#[derive(Serialize, ToSchema)]
struct OrganiserLink {
    code: String,
    url: String,
}

/// The meetings that the caller organises, by the seats that their browser has.
#[utoipa::path(get, path = "/api/meetings", security(("seat" = [])),
    responses((status = 200, body = [OwnMeeting]), Reading))]
pub async fn own(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, HttpError> {
    let seats = auth::organiser_seats(&app, &headers);
    let first = seats.values().next().ok_or_else(HttpError::not_found)?;
    auth::take(&app, first, Kind::Request)?;
    let known = seats.keys().filter_map(|id| app.hub.registry.meeting(id));
    let told: Vec<OwnMeeting> = known
        .map(|meeting| OwnMeeting {
            id: meeting.id.clone(),
            title: meeting.title.clone(),
            date: meeting.date.clone(),
            place: meeting.place.clone(),
            rooms: meeting.rooms.len(),
        })
        .collect();
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(told)).into_response())
}

/// Makes a meeting, or puts another plan in the place of one's own.
#[utoipa::path(post, path = "/api/meetings", security(("seat" = [])), request_body = NewMeeting,
    responses((status = 201, body = Made), Reading, Bringing, (status = 422, body = PlanRefusal)))]
pub async fn make(State(app): State<Arc<App>>, headers: HeaderMap, request: Request) -> Result<Response, PlanRefused> {
    let seats = auth::organiser_seats(&app, &headers);
    let maker = seats.values().max_by_key(|claims| claims.issued_at);
    let maker = maker.ok_or_else(HttpError::not_found)?.clone();
    auth::own_origin_of_cookie(&app, &headers)?;
    auth::take(&app, &maker, Kind::Request)?;
    let wanted: NewMeeting = large_json(request, BODY_BYTES_MAX).await?;
    let replace = wanted.replace;
    let planned = plan_of(&app, wanted, &seats)?;
    let id = planned.id.clone();
    let may = May {
        replace: replace && seats.contains_key(&id),
        is_own: seats.contains_key(&id),
        is_maker: app.hub.registry.may_repeat(&id, &maker.seat),
        left: left_by(&app, &planned).await?,
    };
    put(&app, planned, may, maker.seat).await?;
    Ok(seat_in(&app, &headers, &id)?)
}

/// What it is to be, by its own words and by what it is made from.
fn plan_of(app: &App, wanted: NewMeeting, seats: &BTreeMap<String, Claims>) -> Result<Meeting, PlanRefused> {
    let base = match &wanted.from {
        None => None,
        Some(Source::Toml(text)) => Some(meeting::parse(text).map_err(PlanRefused::Lines)?),
        Some(Source::Copy(id)) => {
            let own = seats.get(id).and_then(|_| app.hub.registry.meeting(id));
            Some(Meeting::clone(&*own.ok_or_else(HttpError::not_found)?))
        }
    };
    let is_said = wanted.id.is_some() && wanted.title.is_some() && wanted.date.is_some() && wanted.timezone.is_some();
    if base.is_none() && !is_said {
        let message = "A meeting that is made from nothing needs `id`, `title`, `date` and `timezone`.";
        return Err(HttpError::bad_request(message).into());
    }
    let of_base = base.as_ref().map(Details::of).unwrap_or_default();
    let details = Details {
        title: wanted.title.unwrap_or(of_base.title),
        subtitle: wanted.subtitle.unwrap_or(of_base.subtitle),
        place: wanted.place.unwrap_or(of_base.place),
        date: wanted.date.unwrap_or(of_base.date),
        timezone: wanted.timezone.unwrap_or(of_base.timezone),
        languages: wanted.languages.unwrap_or(of_base.languages),
    };
    let own_id = base.as_ref().filter(|_| matches!(wanted.from, Some(Source::Toml(_))));
    let id = wanted.id.or(own_id.map(|file| file.id.clone())).unwrap_or_default();
    Ok(match base {
        Some(base) => start::copy(&base, &id, details)?,
        None => start::blank(&id, details)?,
    })
}

/// What a caller may do about a meeting that is there already.
struct May {
    /// To put another plan in its place, as they said.
    replace: bool,
    /// Whether they organise it.
    is_own: bool,
    /// Whether they have made it, and ask once more.
    is_maker: bool,
    /// Rooms of it that hold something and would leave the plan.
    left: Vec<(String, RoomNow)>,
}

/// The rooms with contents that would leave the plan if this one took its place.
async fn left_by(app: &App, planned: &Meeting) -> Result<Vec<(String, RoomNow)>, Fault> {
    let Some(current) = app.hub.registry.meeting(&planned.id) else {
        return Ok(Vec::new());
    };
    let mut left = Vec::new();
    for room in current.rooms.iter().filter(|room| planned.room(&room.id).is_none()) {
        if let Some(now) = app.hub.room_now(&planned.id, &room.id).await?.filter(|now| now.entered) {
            left.push((room.title.clone(), now));
        }
    }
    Ok(left)
}

async fn put(app: &Arc<App>, planned: Meeting, may: May, maker: SeatId) -> Result<(), PlanRefused> {
    let (hub, id) = (&app.hub, planned.id.clone());
    if hub.registry.meeting(&id).is_none() && hub.registry.meetings().len() >= MEETINGS_MAX {
        let message = format!("This server holds {MEETINGS_MAX} meetings, and no more fit.");
        return Err(HttpError::from(Refusal::new(Code::TooMany, message)).into());
    }
    let change = move |current: Option<&Meeting>| match current {
        None => Ok((planned, ())),
        Some(current) if may.is_maker && *current == planned => Ok((planned, ())),
        Some(current) => may.check(current).map(|()| (planned, ())).map_err(HttpError::from),
    };
    // Who makes a meeting that is there already has not made it.
    let made_by = hub.registry.meeting(&id).is_none().then_some(maker);
    Ok(hub.change_meeting(&id, made_by, change).await??)
}

impl May {
    fn check(&self, current: &Meeting) -> Result<(), Refusal> {
        if !self.is_own {
            let message = format!("The id `{}` is taken on this server. Choose another.", current.id);
            return Err(Refusal::new(Code::IdTaken, message));
        }
        if !self.replace {
            let message = format!(
                "“{}” has the id `{}` already. Choose another id, or confirm that its plan is to be replaced.",
                current.title, current.id
            );
            return Err(Refusal::new(Code::IdTaken, message));
        }
        let open = self.left.iter().find(|(_, now)| !now.closed);
        let Some((title, _)) = open else { return Ok(()) };
        let message = format!(
            "The room “{title}” is not in the new plan, and holds what people have done in it. Close it first, so that its outcome is sealed and kept."
        );
        Err(Refusal::new(Code::RoomInUse, message))
    }
}

/// A seat for whoever has made the meeting, so that their browser goes straight in, and the link for others.
fn seat_in(app: &App, headers: &HeaderMap, id: &str) -> Result<Response, HttpError> {
    let code = app
        .hub
        .registry
        .code(id, None, Role::Organiser)
        .ok_or_else(HttpError::not_found)?;
    let (grant, issue) = app.hub.registry.grant(&code).ok_or_else(HttpError::not_found)?;
    let claims = Claims {
        meeting: grant.meeting,
        room: None,
        seat: SeatId::new(&random_text(SEAT_CHARACTERS)).ok_or_else(HttpError::not_found)?,
        role: Role::Organiser,
        issued_at: app.hub.now(),
        issue,
    };
    let unmade = |_| HttpError::bad_request("No seat could be made.");
    let token = app.tokens.issue(&claims).map_err(unmade)?;
    let cookie =
        HeaderValue::from_str(&auth::cookie(app, &claims, &token)).map_err(|error| HttpError::bad_request(error.to_string()))?;
    let made = Made {
        meeting: claims.meeting,
        organiser: OrganiserLink {
            url: links::url(&app.base_url(headers), &code),
            code,
        },
        token,
        participant: claims.seat,
    };
    let headers = [
        (header::SET_COOKIE, cookie),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((StatusCode::CREATED, headers, Json(made)).into_response())
}
