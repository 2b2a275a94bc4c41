//! One command for several rooms. Each room gets it under an id of its own that follows from the request's, so that a repeat is
//! harmless in each; the rooms are asked side by side, and one that refuses keeps no other from doing it.

use super::super::App;
use super::super::allowance::Kind;
use super::super::auth;
use super::super::error::{ErrorBody, HttpError};
use super::super::extract::{Json, MeetingWriter};
use super::super::refusals::{Bringing, Reading};
use super::super::token::Claims;
use crate::hub::answered::Outcome;
use crate::hub::fault::Fault;
use crate::hub::message::{Asked, Message, Reply};
use crate::meeting::Meeting;
use crate::protocol::client::CommandFrame;
use crate::room::command::Command;
use crate::room::ids::Seq;
use axum::extract::State;
use axum::http::StatusCode;
use futures_util::{StreamExt, stream};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::oneshot;
use utoipa::ToSchema;
use uuid::{Builder, Uuid};

/// Rooms that are asked at the same time. They share the disk's commits, so that many at once take hardly longer than one; those that
/// seal an outcome wait for their turn by themselves.
const ROOMS_AT_ONCE: usize = 64;

/// A command and the rooms that it is for: `{"id":"<uuid>","rooms":"all","tool":"session","do":"announce","message":"…"}`.
#[derive(Deserialize, ToSchema)]
pub struct DeskCommand {
    /// Chosen by the client, one for each thing it wants done; a repeat gets the first answers.
    id: Uuid,
    /// Which rooms.
    rooms: Rooms,
    /// What is asked of each.
    #[serde(flatten)]
    command: Command,
}

/// Which rooms.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
enum Rooms {
    /// `"all"`: those in which somebody has taken a seat.
    All(All),
    /// These, by their ids.
    These(BTreeSet<String>),
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum All {
    All,
}

/// What the rooms answered.
#[derive(Serialize, ToSchema)]
pub struct DeskAnswers {
    /// The command's id.
    id: Uuid,
    /// By room.
    rooms: BTreeMap<String, Answer>,
}

/// What one room answered.
#[derive(Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Answer {
    /// It is done and on disk.
    Done {
        /// At this position of the room.
        seq: Seq,
    },
    /// It is not.
    Refused(ErrorBody),
}

/// One command for one, several or all rooms, for the organiser.
#[utoipa::path(post, path = "/api/meetings/{meeting}/desk/commands", params(("meeting" = String, Path)),
    request_body = DeskCommand,
    security(("seat" = [])),
    responses((status = 200, body = DeskAnswers), Reading, Bringing))]
pub async fn command(
    State(app): State<Arc<App>>,
    writer: MeetingWriter,
    asked: Result<Json<DeskCommand>, HttpError>,
) -> Result<Json<DeskAnswers>, HttpError> {
    let MeetingWriter { meeting, claims } = writer.organiser()?;
    auth::take(&app, &claims, Kind::Command)?;
    let Json(DeskCommand { id, rooms, command }) = asked?;
    let meeting = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let rooms = chosen(&app, &meeting, rooms).await?;
    let asking: Vec<_> = rooms
        .into_iter()
        .map(|room| {
            let frame = CommandFrame {
                id: id_for(id, &meeting.id, &room),
                command: command.clone(),
            };
            ask(&app, &claims, &meeting.id, room, frame)
        })
        .collect();
    let answers: Vec<_> = stream::iter(asking).buffer_unordered(ROOMS_AT_ONCE).collect().await;
    let rooms = answers.into_iter().collect();
    Ok(Json(DeskAnswers { id, rooms }))
}

/// The rooms that are meant. Of those that are named, one that there is not answers for itself.
async fn chosen(app: &App, meeting: &Meeting, rooms: Rooms) -> Result<Vec<String>, HttpError> {
    let planned = meeting.rooms.len();
    match rooms {
        Rooms::These(rooms) if rooms.is_empty() || rooms.len() > planned => {
            let message = format!("Name from one to {planned} rooms of this meeting, or \"all\".");
            Err(HttpError::new(StatusCode::UNPROCESSABLE_ENTITY, "out-of-bounds", message))
        }
        Rooms::These(rooms) => Ok(rooms.into_iter().collect()),
        Rooms::All(All::All) => {
            let looks: Vec<_> = meeting.rooms.iter().map(|room| begun(app, &meeting.id, &room.id)).collect();
            let begun: Vec<_> = stream::iter(looks).buffered(ROOMS_AT_ONCE).collect().await;
            Ok(begun.into_iter().flatten().collect())
        }
    }
}

/// The room, where somebody has taken a seat in it. One that can't be looked into counts: it says so when it is asked.
async fn begun(app: &App, meeting: &str, room: &str) -> Option<String> {
    let has_begun = match app.hub.open_begun(meeting, room).await {
        Ok(Some(handle)) => handle.inspect(|inspected| inspected.room.has_begun()).await.unwrap_or(true),
        Ok(None) => false,
        Err(_) => true,
    };
    has_begun.then(|| room.to_owned())
}

/// The id under which a room knows the command: always the same for the same request and room.
fn id_for(request: Uuid, meeting: &str, room: &str) -> Uuid {
    let digest = Sha256::new()
        .chain_update(request.as_bytes())
        .chain_update(format!("{meeting}/{room}"))
        .finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, digit)| *byte = digit);
    Builder::from_custom_bytes(bytes).into_uuid()
}

async fn ask(app: &App, caller: &Claims, meeting: &str, room: String, frame: CommandFrame) -> (String, Answer) {
    let answer = match outcome(app, caller, meeting, &room, frame).await {
        Ok(Outcome::Done { seq, .. }) => Answer::Done { seq },
        Ok(Outcome::Refused(refusal)) => Answer::Refused(HttpError::from(refusal).into_body()),
        Err(fault) => Answer::Refused(HttpError::from(fault).into_body()),
    };
    (room, answer)
}

async fn outcome(app: &App, caller: &Claims, meeting: &str, room: &str, frame: CommandFrame) -> Result<Outcome, Fault> {
    let (sender, receiver) = oneshot::channel();
    let asked = Asked {
        frame,
        seat: caller.seat.clone(),
        role: caller.role,
        reply: Reply::Request(sender),
    };
    app.hub.send(meeting, room, Message::Command(Box::new(asked))).await?;
    receiver.await.map_err(|_| Fault::Unavailable)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_room_knows_a_request_by_an_id_of_its_own_that_is_always_the_same() {
        let request = Uuid::from_u128(7);
        let id = id_for(request, "m", "alpha");
        assert_eq!(id, id_for(request, "m", "alpha"));
        assert_ne!(id, id_for(request, "m", "beta"));
        assert_ne!(id, id_for(Uuid::from_u128(8), "m", "alpha"));
        assert_eq!(id.get_version_num(), 8);
    }

    #[test]
    fn rooms_are_all_or_named() {
        let read = |rooms: &str| {
            let json = format!(r#"{{"id":"{}","rooms":{rooms},"tool":"room","do":"reopen"}}"#, Uuid::nil());
            serde_json::from_str::<DeskCommand>(&json)
        };
        assert!(matches!(read("\"all\"").unwrap().rooms, Rooms::All(_)));
        assert!(matches!(read("[\"alpha\",\"alpha\"]").unwrap().rooms, Rooms::These(rooms) if rooms.len() == 1));
        assert!(read("\"some\"").is_err());
    }
}
