//! The board of the closing plenary: what the caller may see of it, and one command at a time. Points come live from the rooms, and
//! everybody who looks in the same moment gets the same answer, made once.

mod boards;
pub mod mapping;

pub use boards::Boards;

use super::App;
use super::allowance::Kind;
use super::auth;
use super::error::HttpError;
use super::extract::{Bytes, Json, MeetingReader, MeetingWriter};
use super::refusals::{Bringing, Reading};
use super::token::Claims;
use crate::outcome::combined::PlenaryList;
use crate::plenary::view::PlenaryView;
use crate::plenary::{PlenaryBoard, PlenaryCommand, PlenaryOrder, PointRef, access, listed, unknown_point};
use crate::room::ids::Millis;
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use boards::{Age, Raw};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// What `GET …/plenary` says.
#[derive(Serialize, ToSchema)]
pub struct PlenarySeen {
    /// The position of the board's record.
    seq: u64,
    /// The server's clock, for the clock of a read-out.
    now: Millis,
    /// Who asks.
    you: Viewer,
    /// The board, as the caller may see it.
    #[schema(value_type = PlenaryView)]
    board: Raw,
}

/// Who looks at the board.
#[derive(Serialize, ToSchema)]
struct Viewer {
    role: Role,
    /// Their own room; missing for an organiser.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    /// Points on the board that they support.
    supported: Vec<PointRef>,
}

/// A command with the id that makes its retry harmless.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlenaryAsked {
    /// Chosen by the client, one for each thing it wants done; a repeat gets the first answer.
    id: Uuid,
    /// What is asked.
    #[serde(flatten)]
    command: PlenaryCommand,
    /// The `changes` of the board that the caller has seen: where somebody else has changed the same thing since, nothing is done. Left
    /// out: it is done whatever the board is by now.
    #[serde(default)]
    seen: Option<u64>,
}

/// That it is done, and on disk.
#[derive(Serialize, ToSchema)]
pub struct PlenaryDone {
    /// The position of the board's record.
    seq: u64,
}

/// The board. Before it is shown, an organiser alone sees points; a read-out is for everybody.
#[utoipa::path(get, path = "/api/meetings/{meeting}/plenary", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = PlenarySeen), Reading))]
pub async fn view(State(app): State<Arc<App>>, MeetingReader { meeting, claims }: MeetingReader) -> Result<Response, HttpError> {
    // An organiser hears at once when a room has changed, and then wants to see it.
    let age = if claims.role == Role::Organiser {
        Age::Now
    } else {
        Age::Recent
    };
    let now = app.hub.now();
    let (board, mut supported) = app.boards.of(&app, &meeting, age, Some(&claims.seat)).await?;
    supported.retain(|point| board.of_role(claims.role).points().any(|shown| shown.said.id == *point));
    let seen = PlenarySeen {
        seq: board.seq,
        now,
        board: board.raw(claims.role),
        you: Viewer {
            role: claims.role,
            room: claims.room,
            supported,
        },
    };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(seen)).into_response())
}

/// One command. An organiser runs the board, whoever sits in a room supports points, a rapporteur drives the read-out of their room.
#[utoipa::path(post, path = "/api/meetings/{meeting}/plenary/commands", params(("meeting" = String, Path)),
    request_body = PlenaryAsked,
    security(("seat" = [])),
    responses((status = 200, body = PlenaryDone), Reading, Bringing))]
pub async fn command(
    State(app): State<Arc<App>>,
    writer: MeetingWriter,
    Bytes(body): Bytes,
) -> Result<Json<PlenaryDone>, HttpError> {
    if writer.claims.role == Role::Screen {
        return Err(HttpError::not_found());
    }
    auth::take(&app, &writer.claims, Kind::Command)?;
    let asked: PlenaryAsked = parse(&body)?;
    check(&app, &writer, &asked.command).await?;
    let PlenaryAsked { id, command, seen } = asked;
    let context = writer.context(&app, id);
    let ledger = app.hub.book::<PlenaryBoard>(&writer.meeting);
    let seq = ledger.command(PlenaryOrder { command, seen }, context).await?;
    Ok(Json(PlenaryDone { seq }))
}

/// What the plenary made of the points, for the report of the whole meeting; none before the board was shown.
pub async fn list(app: &App, meeting: &str) -> Result<Option<PlenaryList>, HttpError> {
    let (board, _) = app.boards.of(app, meeting, Age::Now, None).await?;
    Ok(listed::list(board.of_role(Role::Organiser)))
}

/// What the board alone cannot know: whether what the command names is there for the caller, and whose room it is.
async fn check(app: &App, writer: &MeetingWriter, command: &PlenaryCommand) -> Result<(), HttpError> {
    let MeetingWriter { meeting, claims } = writer;
    if let PlenaryCommand::ReadOut { room, .. } = command {
        let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
        plan.room(room).ok_or_else(HttpError::not_found)?;
    }
    own_read_out(app, meeting, claims, command).await?;
    let points = command.points();
    if points.is_empty() {
        return Ok(());
    }
    let (board, _) = app.boards.of(app, meeting, Age::Recent, None).await?;
    let is_there = |point: &PointRef| board.has(claims.role, point);
    match points.into_iter().find(|point| !is_there(point)) {
        None => Ok(()),
        Some(missing) => Err(unknown_point(missing).into()),
    }
}

async fn own_read_out(app: &App, meeting: &str, claims: &Claims, command: &PlenaryCommand) -> Result<(), HttpError> {
    let room = claims.room.as_deref();
    let ledger = app.hub.book::<PlenaryBoard>(meeting);
    ledger
        .read(|board, _| access::require_own_read_out(board, command, room))
        .await??;
    Ok(())
}

/// Reads a command; says in one sentence why it is none.
fn parse(body: &[u8]) -> Result<PlenaryAsked, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        let message = format!(
            "This is no command for the plenary's board: {error}. A command looks like {{\"id\":\"<uuid>\",\"do\":\"open-support\"}}."
        );
        Refusal::new(Code::BadCommand, message)
    })
}
