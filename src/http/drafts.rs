//! What a circulated draft of a room's report says, for everybody who may read the room: its blocks as an outcome has them, its
//! paragraphs with the numbers by which remarks name them, and the remarks. The text of a draft never changes; only the time for
//! remarks may, and what is remarked and answered.

use super::App;
use super::error::HttpError;
use super::extract::{Json, Path, RoomReader};
use crate::outcome::{Block, block};
use crate::room::Room;
use crate::room::ids::{Millis, RemarkId};
use crate::room::notes;
use crate::room::report::paragraphs;
use crate::room::seat::Role;
use crate::room::view::RemarkView;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// What `GET …/drafts/{draft}` says.
#[derive(Serialize, ToSchema)]
pub struct DraftBody {
    /// Its number, from 1.
    draft: u32,
    /// When it was circulated, milliseconds since 1970.
    at: i64,
    /// Until when remarks are taken, or when that ended.
    until: i64,
    /// SHA-256 of what it says, in hexadecimal digits.
    sha256: String,
    /// What it says, as in `outcome.json`.
    blocks: Vec<Block>,
    /// Every heading and paragraph that has text, in reading order.
    paragraphs: Vec<ParagraphBody>,
    /// The remarks on it by their ids, as the view has them of the last draft.
    #[schema(value_type = Object)]
    remarks: BTreeMap<RemarkId, RemarkView>,
}

/// A paragraph of a draft.
#[derive(Serialize, ToSchema)]
struct ParagraphBody {
    /// Its number, from 1.
    number: u32,
    /// Its text, without its marks.
    text: String,
}

/// Which of the drafts.
#[derive(Deserialize)]
pub struct DraftAddress {
    draft: String,
}

/// A draft as it was frozen.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/drafts/{draft}",
    params(("meeting" = String, Path), ("room" = String, Path), ("draft" = u32, Path), ("as" = Option<Role>, Query)),
    responses((status = 200, body = DraftBody), (status = 404, body = super::error::ErrorBody)))]
pub async fn draft(
    State(app): State<Arc<App>>,
    RoomReader { address, .. }: RoomReader,
    Path(DraftAddress { draft }): Path<DraftAddress>,
) -> Result<Response, HttpError> {
    let number: u32 = draft.parse().map_err(|_| HttpError::not_found())?;
    let handle = app.hub.open(&address.meeting, &address.room).await?;
    let found = handle.inspect(move |inspected| told(inspected.room, number)).await?;
    let body = found.ok_or_else(|| {
        let message = format!("There is no draft {number}. A report has one more with each time that it is circulated.");
        HttpError::new(StatusCode::NOT_FOUND, "unknown-draft", message)
    })?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response())
}

fn told(room: &Room, number: u32) -> Option<DraftBody> {
    let draft = room.report.drafts.get(&number)?;
    let Millis(at) = draft.at;
    let Millis(until) = draft.until;
    Some(DraftBody {
        draft: number,
        at,
        until,
        sha256: draft.sha256.clone(),
        blocks: draft.blocks.iter().cloned().map(block).collect(),
        paragraphs: paragraphs(&draft.blocks)
            .into_iter()
            .map(|(number, block)| ParagraphBody {
                number,
                text: text_of(block),
            })
            .collect(),
        remarks: room.draft_remarks(draft),
    })
}

fn text_of(block: &notes::Block) -> String {
    match block {
        notes::Block::Heading { runs, .. } | notes::Block::Paragraph { runs, .. } => {
            runs.iter().map(|run| run.text.as_str()).collect()
        }
        notes::Block::List { .. } | notes::Block::Quote { .. } | notes::Block::Rule => String::new(),
    }
}
