//! The history of the notes: in which steps they were written, and how they stood at each. For those who run the room and for
//! participants who may write; for others there is nothing here. Who wrote what is told in rooms on the record alone.

use super::App;
use super::entity_tag;
use super::error::HttpError;
use super::extract::{Json, Path, RoomReader};
use super::refusals::Reading;
use crate::hub::handle::RoomHandle;
use crate::hub::history::{History, Past};
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::ids::{Millis, SeatId, Seq};
use crate::room::notes::template;
use crate::room::seat::Role;
use crate::room::veil;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// What `GET …/notes/history` says.
#[derive(Serialize, ToSchema)]
pub struct HistoryBody {
    /// The steps since the room came to be, the oldest first.
    steps: Vec<StepBody>,
    /// Who wrote, by id; in rooms on the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<BTreeMap<String, AuthorBody>>,
}

/// Some edits one after the other.
#[derive(Serialize, ToSchema)]
struct StepBody {
    /// The position after them, by which the notes of then can be asked for.
    seq: u64,
    /// When the last of them was made, milliseconds since 1970.
    at: i64,
    /// Who made them, or the first of those who did.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    /// Who else did, where a long history has few steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    with: Vec<String>,
}

/// Somebody who wrote. Without a role: the meeting file, with which the notes opened. Whose name was erased is not among them.
#[derive(Serialize, ToSchema)]
struct AuthorBody {
    /// What they call themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Whom they speak for.
    #[serde(skip_serializing_if = "Option::is_none")]
    delegation: Option<String>,
    /// As what they are here.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
}

/// What `GET …/notes/history/{seq}` says.
#[derive(Serialize, ToSchema)]
pub struct PastBody {
    /// The position that was asked for.
    seq: u64,
    /// When the notes were last written before it, milliseconds since 1970.
    at: i64,
    /// All of the document as a Yjs update (v1), in base64.
    update: String,
    /// Author ids by Yjs client id; in rooms on the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    writers: Option<BTreeMap<String, String>>,
}

/// Which of the positions.
#[derive(Deserialize)]
pub struct PositionAddress {
    seq: String,
}

/// What a request needs of the room as it stands.
struct Standing {
    seq: Seq,
    opened_at: Millis,
    on_the_record: bool,
}

/// The steps in which the notes were written.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/notes/history",
    params(("meeting" = String, Path), ("room" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = HistoryBody), (status = 304), Reading))]
pub async fn steps(State(app): State<Arc<App>>, reader: RoomReader, headers: HeaderMap) -> Result<Response, HttpError> {
    let handle = app.hub.open(&reader.address.meeting, &reader.address.room).await?;
    let seat = reader.claims.seat;
    let standing = standing(&handle, &seat, reader.claims.role).await?;
    let tag = format!("\"history-{}-{}\"", standing.opened_at.0, standing.seq.0);
    if entity_tag::is_known(&headers, &tag) {
        return Ok(answer(StatusCode::NOT_MODIFIED.into_response(), &tag));
    }
    let history = app.hub.notes_history(&handle, &seat, standing.seq).await?;
    let body = if standing.on_the_record && history.on_the_record {
        let seats = history.authors.clone();
        let authors = handle.inspect(move |inspected| called(inspected.room, &seats)).await?;
        told(history, Some(authors))
    } else {
        told(history, None)
    };
    Ok(answer(Json(body).into_response(), &tag))
}

/// The notes as they were at a position.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/notes/history/{seq}",
    params(("meeting" = String, Path), ("room" = String, Path), ("seq" = u64, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = PastBody), (status = 304), Reading))]
pub async fn past(
    State(app): State<Arc<App>>,
    reader: RoomReader,
    Path(PositionAddress { seq }): Path<PositionAddress>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let handle = app.hub.open(&reader.address.meeting, &reader.address.room).await?;
    let standing = standing(&handle, &reader.claims.seat, reader.claims.role).await?;
    let positions = 1..=standing.seq.0;
    let seq = seq
        .parse()
        .ok()
        .filter(|seq| positions.contains(seq))
        .ok_or_else(unknown_version)?;
    let attributed = if standing.on_the_record { "named" } else { "nameless" };
    let tag = format!("\"notes-{}-{seq}-{attributed}\"", standing.opened_at.0);
    if entity_tag::is_known(&headers, &tag) {
        return Ok(answer(StatusCode::NOT_MODIFIED.into_response(), &tag));
    }
    let past = app.hub.notes_at(&handle, &reader.claims.seat, Seq(seq)).await?;
    let told = standing.on_the_record && past.on_the_record;
    let Past { at, update, writers, .. } = past;
    let writers = || {
        let pairs = writers
            .iter()
            .map(|(client, author)| (client.to_string(), author_id(*author)));
        pairs.collect()
    };
    let body = PastBody {
        seq,
        at: at.0,
        update: BASE64.encode(update),
        writers: told.then(writers),
    };
    Ok(answer(Json(body).into_response(), &tag))
}

/// The room as it stands, for who may see its history.
async fn standing(handle: &RoomHandle, seat: &SeatId, role: Role) -> Result<Standing, HttpError> {
    let seat = seat.clone();
    let seen = handle
        .inspect(move |inspected| {
            let room = inspected.room;
            room.is_writer(&seat, role).then(|| Standing {
                seq: inspected.seq,
                opened_at: room.opened_at,
                on_the_record: room.definition.attribution == Attribution::OnTheRecord,
            })
        })
        .await?;
    seen.ok_or_else(HttpError::not_found)
}

fn unknown_version() -> HttpError {
    let message = "The notes never stood at this position. Take one from the list of their history.";
    HttpError::new(StatusCode::NOT_FOUND, "unknown-version", message)
}

/// An author's id in these answers: it says nothing but who was the how-manieth to write.
fn author_id(number: usize) -> String {
    format!("a{}", number + 1)
}

fn called(room: &Room, seats: &[SeatId]) -> BTreeMap<String, AuthorBody> {
    let numbered = seats.iter().enumerate();
    // In a journal whose names were erased, whoever wrote is nobody that can be called anything.
    let known = numbered.filter(|(_, id)| !veil::is_pseudonym(id));
    let called = known.map(|(number, id)| {
        let seat = room.seats.get(id);
        let author = AuthorBody {
            name: seat.and_then(|seat| seat.profile.name.clone()),
            delegation: seat.and_then(|seat| seat.profile.delegation.clone()),
            // An organiser writes without a seat in the room.
            role: seat.map_or_else(
                || (!template::is_author(id)).then_some(Role::Organiser),
                |seat| Some(seat.role),
            ),
        };
        (author_id(number), author)
    });
    called.collect()
}

fn told(history: History, authors: Option<BTreeMap<String, AuthorBody>>) -> HistoryBody {
    let is_called = |author: &String| authors.as_ref().is_some_and(|authors| authors.contains_key(author));
    let steps = history.steps.into_iter().map(|step| {
        let mut by = step.by.into_iter().map(author_id).filter(is_called);
        StepBody {
            seq: step.seq.0,
            at: step.at.0,
            by: by.next(),
            with: by.collect(),
        }
    });
    let steps = steps.collect();
    HistoryBody { steps, authors }
}

/// A past state never changes, but another journal may have the same address after a rehearsal: browsers ask again, and are told
/// by the tag that they have it.
fn answer(mut response: Response, tag: &str) -> Response {
    let out = response.headers_mut();
    out.extend(HeaderValue::from_str(tag).ok().map(|tag| (header::ETAG, tag)));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}
