//! How long the meeting keeps who took part in it: what everybody is told, and what the organiser says about it.

use super::App;
use super::allowance::Kind;
use super::auth::{self, Place};
use super::error::HttpError;
use super::extract::{Json, MeetingReader, Path};
use super::refusals::{Bringing, Reading};
use crate::book::Context;
use crate::hub::fault::Fault;
use crate::keeping::{Command, Facts, Keeping, Promise, State as Standing};
use crate::room::ids::Millis;
use crate::room::place_time;
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// How long names are kept.
#[derive(Serialize, ToSchema)]
pub struct KeepingSeen {
    /// What is told at the door; none where no date was set.
    promise: Option<Promise>,
    /// Where it stands.
    state: Standing,
    /// When the names were deleted, once they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted_at: Option<Millis>,
    /// For the organiser: what the rules go by.
    #[serde(skip_serializing_if = "Option::is_none")]
    organiser: Option<ForOrganiser>,
}

/// What the organiser is told beside it.
#[derive(Serialize, ToSchema)]
struct ForOrganiser {
    /// The earliest day that can be set.
    earliest: String,
    /// Whether people have come in: from then on a date is made earlier only.
    has_people: bool,
    /// Titles of rooms that are open.
    open_rooms: Vec<String>,
    /// Why the names are still there though they are to be gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
}

/// What is asked, as it is sent.
#[derive(Deserialize, ToSchema)]
#[allow(dead_code, reason = "it is read as a `Command`; this is what the description says of it")]
pub struct KeepingAsked {
    /// The request's own id: a repeat is done once.
    id: Uuid,
    /// `set`, `unset` or `delete-now`.
    r#do: String,
    /// With `set`: the last day, as in `2025-06-01`.
    until: Option<String>,
    /// With `set`: who keeps the names and how they are reached.
    by: Option<String>,
    /// With `set` and `unset`: what was told when it was looked at, null where it was nothing. Where somebody else has said something else since,
    /// nothing is done. Left out: it is done whatever is told.
    seen: Option<Promise>,
    /// With `delete-now`: the meeting's id.
    confirm: Option<String>,
}

/// A command and its id.
#[derive(Deserialize)]
pub struct Frame {
    id: Uuid,
    #[serde(flatten)]
    command: Command,
}

/// That it was done.
#[derive(Serialize, ToSchema)]
pub struct KeepingDone {
    /// The position of the book.
    seq: u64,
}

/// Until when names are kept, and by whom; for everybody with a seat.
#[utoipa::path(get, path = "/api/meetings/{meeting}/keeping", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = KeepingSeen), Reading))]
pub async fn keeping(State(app): State<Arc<App>>, reader: MeetingReader) -> Result<Response, HttpError> {
    let keeping = app.hub.book::<Keeping>(&reader.meeting);
    let keeping = keeping.read(|keeping, _| keeping.clone()).await?;
    let organiser = match reader.claims.role {
        Role::Organiser => Some(for_organiser(&app, &reader.meeting).await?),
        _ => None,
    };
    let seen = KeepingSeen {
        promise: keeping.promise,
        state: keeping.state,
        deleted_at: keeping.deleted_at,
        organiser,
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(seen)).into_response())
}

/// Sets the date (`set`), takes it away (`unset`), or deletes all names now (`delete-now`). For the organiser. A deletion goes on after
/// the answer; `GET` says when it is done.
#[utoipa::path(post, path = "/api/meetings/{meeting}/keeping/commands", params(("meeting" = String, Path)), request_body = KeepingAsked,
    security(("seat" = [])),
    responses((status = 200, body = KeepingDone), Reading, Bringing))]
pub async fn command(
    State(app): State<Arc<App>>,
    Path(meeting): Path<String>,
    headers: HeaderMap,
    asked: Result<Json<Frame>, HttpError>,
) -> Result<Response, HttpError> {
    let place = Place {
        meeting: &meeting,
        room: None,
        role: None,
    };
    // Not as those who bring something into the meeting: this is also asked of one whose names are gone.
    let claims = auth::writer(&app, &headers, None, place)?;
    if claims.role != Role::Organiser {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &claims, Kind::Command)?;
    let Json(Frame { id, command }) = asked?;
    let command = with_facts(command, facts(&app, &meeting).await?);
    let context = Context {
        now: app.hub.now(),
        seat: claims.seat,
        role: claims.role,
        request: id,
    };
    let seq = app.hub.book::<Keeping>(&meeting).command(command, context).await?;
    app.hub.look_at_promises();
    Ok(Json(KeepingDone { seq }).into_response())
}

/// What is told at the door; none where there is no date, or where it cannot be read just now: that is no reason to keep people out.
pub(super) async fn told(app: &App, meeting: &str) -> Option<Promise> {
    let keeping = app.hub.book::<Keeping>(meeting);
    keeping.read(|keeping, _| keeping.promise.clone()).await.ok().flatten()
}

fn with_facts(command: Command, facts: Facts) -> Command {
    match command {
        Command::Set { promise, seen, .. } => Command::Set { promise, seen, facts },
        Command::Unset { seen, .. } => Command::Unset { seen, facts },
        Command::DeleteNow { confirm, .. } => Command::DeleteNow { confirm, facts },
        own => own,
    }
}

async fn facts(app: &App, meeting: &str) -> Result<Facts, Fault> {
    let plan = app.hub.registry.meeting(meeting).ok_or(Fault::UnknownRoom)?;
    let (open_rooms, has_people) = app.hub.rooms_in_use(meeting).await?;
    let today = place_time::day_at(app.hub.now(), &place_time::zone(&plan.timezone));
    let days = plan.programme.iter().map(|session| &session.date);
    Ok(Facts {
        meeting: meeting.to_owned(),
        today: today.map(|day| day.to_string()).unwrap_or_default(),
        last_day: days.chain([&plan.date]).max().cloned().unwrap_or_default(),
        has_people,
        open_rooms,
    })
}

async fn for_organiser(app: &App, meeting: &str) -> Result<ForOrganiser, Fault> {
    let facts = facts(app, meeting).await?;
    Ok(ForOrganiser {
        earliest: facts.today.max(facts.last_day),
        has_people: facts.has_people,
        open_rooms: facts.open_rooms,
        trouble: app.hub.trouble_with_forgetting(meeting),
    })
}
