//! Joining: what a code opens, and taking a seat with it.

use super::App;
use super::allowance::Kind;
use super::auth::{self, Place};
use super::client_address::ClientAddress;
use super::error::HttpError;
use super::extract::{Json, Path};
use super::keeping;
use super::refusals::{Bringing, Joining};
use super::token::Claims;
use super::{landing, rooms};
use crate::hub::admission::{Grant, Issue};
use crate::hub::message::Inspected;
use crate::hub::registry::random_text;
use crate::keeping::Promise;
use crate::meeting::RoomPlan;
use crate::meeting::codes;
use crate::room::delegations::{self, Delegation};
use crate::room::event::Attribution;
use crate::room::ids::SeatId;
use crate::room::seat::{Class, Profile, Rank, Role, Seat};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// Characters of a seat's id.
const SEAT_CHARACTERS: usize = 16;

/// What `GET /api/join/{code}` says.
#[derive(Serialize, ToSchema)]
pub struct Invitation {
    role: Role,
    meeting: MeetingName,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<RoomName>,
    /// It is the code of one person, who is known: nothing is asked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    personal: bool,
    /// Until when the name that is given here is kept, and by whom; left out where no date was set.
    #[serde(skip_serializing_if = "Option::is_none")]
    keeping: Option<Promise>,
    #[serde(skip_serializing_if = "Option::is_none")]
    you: Option<Seated>,
}

/// The seat that the caller took with this code before.
#[derive(Serialize, ToSchema)]
struct Seated {
    seat: String,
    #[serde(flatten)]
    profile: Profile,
}

#[derive(Serialize, ToSchema)]
struct MeetingName {
    id: String,
    title: String,
}

#[derive(Serialize, ToSchema)]
struct RoomName {
    id: String,
    title: String,
    theme: String,
    attribution: Attribution,
}

/// What `POST /api/join` takes.
#[derive(Deserialize, ToSchema)]
pub struct JoinRequest {
    /// The join code, in any case, with or without spaces.
    code: String,
    /// Chosen by the client: a repeat with the same id is the same seat.
    #[serde(default)]
    id: Option<Uuid>,
    /// The name as it is shown to the room.
    #[serde(default)]
    name: Option<String>,
    /// The State, organization or stakeholder.
    #[serde(default)]
    delegation: Option<String>,
    /// The kind of body; where left out, that of a State is known from its name.
    #[serde(default)]
    class: Option<Class>,
    /// The person's rank.
    #[serde(default)]
    rank: Option<Rank>,
}

/// What `POST /api/join` answers.
#[derive(Serialize, ToSchema)]
pub struct Joined {
    token: String,
    participant: String,
    role: Role,
    meeting: String,
    /// The room to go to. Somebody with a personal code goes where they have to be now, if that is one room.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
}

/// What a code opens.
struct Opened {
    grant: Grant,
    issue: Issue,
    /// Whose code it is, where it is one person's.
    person: Option<Seat>,
}

/// What a code opens, before anything is asked of the person.
#[utoipa::path(get, path = "/api/join/{code}", params(("code" = String, Path)),
    responses((status = 200, body = Invitation), Joining))]
pub async fn invitation(
    State(app): State<Arc<App>>,
    address: ClientAddress,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, HttpError> {
    let Opened { grant, person, .. } = opened(&app, address, &code)?;
    take_invitation(&app, address)?;
    let meeting = app.hub.registry.meeting(&grant.meeting).ok_or_else(HttpError::not_found)?;
    let you = seated(&app, &headers, &grant, person.as_ref()).await;
    if you.is_none() {
        require_open(&app, &grant)?;
    }
    let landing = person
        .as_ref()
        .and_then(|person| landing::room_of(&app, &meeting, &person.id));
    let room = match grant.room.clone().or(landing).and_then(|id| meeting.room(&id)) {
        Some(room) => Some(named(&app, &meeting.id, room).await?),
        None => None,
    };
    let invitation = Invitation {
        role: grant.role,
        meeting: MeetingName {
            id: meeting.id.clone(),
            title: meeting.title.clone(),
        },
        room,
        personal: person.is_some(),
        you,
        keeping: keeping::told(&app, &grant.meeting).await,
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(invitation)).into_response())
}

fn take_invitation(app: &App, address: ClientAddress) -> Result<(), HttpError> {
    let of_address = app.allowances.of_address(address.network());
    of_address.take(Kind::Invitation).map_err(HttpError::too_much)
}

/// The room as it is called at its door, with the rule that holds in it: its own, which may be stricter than the meeting file says,
/// once it has been opened.
async fn named(app: &App, meeting: &str, room: &RoomPlan) -> Result<RoomName, HttpError> {
    let opened = app.hub.open_begun(meeting, &room.id).await?;
    Ok(RoomName {
        id: room.id.clone(),
        title: room.title.clone(),
        theme: room.theme.clone(),
        attribution: opened.map_or(room.attribution, |handle| handle.shared.attribution),
    })
}

/// The caller's seat, where they have one in what the code opens and in its role. Whatever stands in the way of knowing it is
/// no reason not to join.
async fn seated(app: &App, headers: &HeaderMap, grant: &Grant, person: Option<&Seat>) -> Option<Seated> {
    let place = Place {
        meeting: &grant.meeting,
        room: grant.room.as_deref(),
        role: Some(grant.role),
    };
    let claims = auth::reader(app, headers, place).ok()?;
    if let Some(person) = person {
        // Somebody else's code, on a phone that is lent, is theirs.
        return (person.id == claims.seat).then(|| Seated {
            seat: claims.seat.to_string(),
            profile: person.profile.clone(),
        });
    }
    let Some(room) = &grant.room else {
        return Some(Seated {
            seat: claims.seat.to_string(),
            profile: Profile::default(),
        });
    };
    let look = |seat: SeatId| move |inspected: &Inspected<'_>| inspected.room.seats.get(&seat).map(|seat| seat.profile.clone());
    let handle = app.hub.open(&grant.meeting, room).await.ok()?;
    let profile = handle.inspect(look(claims.seat.clone())).await.ok()??;
    Some(Seated {
        seat: claims.seat.to_string(),
        profile,
    })
}

/// The join link as a QR code.
#[utoipa::path(get, path = "/api/join/{code}/qr.svg", params(("code" = String, Path)),
    responses((status = 200, body = String, content_type = "image/svg+xml"), Joining))]
pub async fn qr(
    State(app): State<Arc<App>>,
    address: ClientAddress,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, HttpError> {
    opened(&app, address, &code)?;
    take_invitation(&app, address)?;
    let code = codes::normalise(&code).ok_or_else(HttpError::unknown_code)?;
    let link = crate::hub::links::url(&app.base_url(&headers), &code);
    let image = qrcode::QrCode::new(link.as_bytes()).map_err(|error| HttpError::bad_request(error.to_string()))?;
    let svg = image
        .render::<qrcode::render::svg::Color<'_>>()
        .min_dimensions(240, 240)
        .quiet_zone(true)
        .build();
    Ok((
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-cache")],
        svg,
    )
        .into_response())
}

/// The States and observers, for the type-ahead.
#[utoipa::path(get, path = "/api/delegations", responses((status = 200, body = [Delegation])))]
pub async fn delegations() -> ([(header::HeaderName, &'static str); 1], Json<&'static [Delegation]>) {
    ([(header::CACHE_CONTROL, "public, max-age=86400")], Json(delegations::all()))
}

/// Takes a seat.
#[utoipa::path(post, path = "/api/join", request_body = JoinRequest,
    responses((status = 200, body = Joined), Joining, Bringing))]
pub async fn join(
    State(app): State<Arc<App>>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(request): Json<JoinRequest>,
) -> Result<Response, HttpError> {
    auth::own_origin(&app, &headers)?;
    let Opened { grant, issue, person } = opened(&app, address, &request.code)?;
    require_open(&app, &grant)?;
    let of_address = app.allowances.of_address(address.network());
    of_address.take(Kind::Seat).map_err(HttpError::too_much)?;
    if let Some(room) = &grant.room {
        let in_room = app.allowances.of_address_in(address.network(), &grant.meeting, room);
        in_room.take(Kind::SeatInRoom).map_err(HttpError::too_much)?;
    }
    let personal = person.is_some();
    let seat = match person {
        Some(person) => person,
        None => seat_of(&request, grant.role, issue)?,
    };
    if app.hub.registry.is_ended(&grant.meeting, &seat.id) {
        return Err(HttpError::seat_ended());
    }
    if let Some(room) = &grant.room {
        let handle = app.hub.open(&grant.meeting, room).await?;
        rooms::take_seat(&handle, seat.clone()).await?;
    }
    let claims = Claims {
        meeting: grant.meeting,
        room: grant.room,
        seat: seat.id,
        role: grant.role,
        issued_at: app.hub.now(),
        issue,
    };
    let token = app
        .tokens
        .issue(&claims)
        .map_err(|error| HttpError::bad_request(error.to_string()))?;
    let cookie =
        HeaderValue::from_str(&auth::cookie(&app, &claims, &token)).map_err(|error| HttpError::bad_request(error.to_string()))?;
    let landing = || landing::room_of(&app, &*app.hub.registry.meeting(&claims.meeting)?, &claims.seat);
    let joined = Joined {
        room: if personal { landing() } else { claims.room.clone() },
        token,
        participant: claims.seat.to_string(),
        role: claims.role,
        meeting: claims.meeting,
    };
    Ok((
        [
            (header::SET_COOKIE, cookie),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
        Json(joined),
    )
        .into_response())
}

/// A room's own code lets nobody in where the organiser has said that only those on the list of participants come.
fn require_open(app: &App, grant: &Grant) -> Result<(), HttpError> {
    match &grant.room {
        Some(room) if grant.role == Role::Participant && !app.hub.registry.is_open(&grant.meeting, room) => {
            Err(HttpError::joining_closed())
        }
        _ => Ok(()),
    }
}

/// What the code opens, and of which issue those are who come with it. Only participants' codes are short enough to be found by
/// guessing, so only such codes are counted
/// and only such codes are refused to an address that tried too many.
fn opened(app: &App, address: ClientAddress, code: &str) -> Result<Opened, HttpError> {
    let code = codes::normalise(code).ok_or_else(HttpError::unknown_code)?;
    let guesses = codes::is_personal(&code).then(|| app.allowances.of_address(address.network()));
    if guesses.as_ref().is_some_and(|guesses| !guesses.has(Kind::Guess)) {
        return Err(HttpError::too_many_tries());
    }
    let registry = &app.hub.registry;
    // The code of a room that has left the plan opens nothing until the room is put back.
    let is_planned = |grant: &Grant| {
        let meeting = registry.meeting(&grant.meeting);
        meeting.is_some_and(|meeting| grant.room.as_deref().is_none_or(|room| meeting.room(room).is_some()))
    };
    let of_link = registry.grant(&code).filter(|(grant, _)| is_planned(grant));
    let of_link = of_link.map(|(grant, issue)| (grant, issue, None));
    let of_person = || registry.guest(&code).map(|(grant, issue, seat)| (grant, issue, Some(seat)));
    let opened = of_link.or_else(of_person);
    let opened = opened.map(|(grant, issue, person)| Opened { grant, issue, person });
    opened.ok_or_else(|| {
        // Of those that are tried at the same time some may find nothing left: they are answered alike.
        let _ = guesses.map(|guesses| guesses.take(Kind::Guess));
        HttpError::unknown_code()
    })
}

fn seat_of(request: &JoinRequest, role: Role, Issue(issue): Issue) -> Result<Seat, HttpError> {
    let id = match request.id {
        Some(id) => {
            let code = codes::normalise(&request.code).unwrap_or_default();
            let digest = Sha256::new()
                .chain_update(code.as_bytes())
                .chain_update(id.as_bytes())
                .finalize();
            codes::from_random(&digest, SEAT_CHARACTERS).unwrap_or_else(|| random_text(SEAT_CHARACTERS))
        }
        None => random_text(SEAT_CHARACTERS),
    };
    let id = SeatId::new(&id).ok_or_else(|| HttpError::bad_request("No seat could be made."))?;
    let known = request.delegation.as_deref().and_then(delegations::find);
    let profile = Profile {
        name: request.name.clone(),
        delegation: request.delegation.clone(),
        class: request.class.or(known.map(|delegation| delegation.class)),
        rank: request.rank,
    };
    Ok(Seat {
        id,
        role,
        profile,
        issue,
    })
}
