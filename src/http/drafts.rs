//! What a circulated draft of a room's report says, for everybody who may read the room: its blocks as an outcome has them, its
//! paragraphs with the numbers by which remarks name them, and the remarks. The text of a draft never changes; only the time for
//! remarks may, and what is remarked and answered.

use super::App;
use super::entity_tag;
use super::error::HttpError;
use super::extract::{Path, RoomAddress, RoomReader};
use super::outcome::failed_rendering;
use super::refusals::{Making, Reading};
use crate::hub::fault::Fault;
use crate::outcome::{Block, block};
use crate::room::Room;
use crate::room::ids::{Millis, RemarkId};
use crate::room::notes;
use crate::room::report::paragraphs;
use crate::room::seat::Role;
use crate::room::view::RemarkView;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;
use utoipa::ToSchema;

/// Answers that are kept: those of the drafts that go round just now, of a meeting of many rooms.
const ANSWERS_MAX: usize = 16;

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

/// A draft as the room has it.
struct Frozen {
    draft: u32,
    at: Millis,
    until: Millis,
    sha256: String,
    blocks: Arc<Vec<notes::Block>>,
    remarks: BTreeMap<RemarkId, RemarkView>,
}

/// Which answer: of which room, and the tag that names all that it says.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    room: RoomAddress,
    tag: String,
}

/// The latest answers, each made once: a circulated draft is asked for by every phone of the room in the same second.
#[derive(Default)]
pub struct Answers(Mutex<VecDeque<(Key, Arc<OnceCell<Bytes>>)>>);

impl Answers {
    fn of(&self, key: &Key) -> Arc<OnceCell<Bytes>> {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, answer)) = answers.iter().find(|(known, _)| known == key) {
            return answer.clone();
        }
        if answers.len() >= ANSWERS_MAX {
            answers.pop_front();
        }
        let answer = Arc::<OnceCell<Bytes>>::default();
        answers.push_back((key.clone(), answer.clone()));
        answer
    }
}

/// A draft as it was frozen.
#[utoipa::path(get, path = "/api/meetings/{meeting}/rooms/{room}/drafts/{draft}",
    params(("meeting" = String, Path), ("room" = String, Path), ("draft" = u32, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = DraftBody), Reading, Making))]
pub async fn draft(
    State(app): State<Arc<App>>,
    RoomReader { address, .. }: RoomReader,
    Path(DraftAddress { draft }): Path<DraftAddress>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let number: u32 = draft.parse().map_err(|_| HttpError::not_found())?;
    let handle = app.hub.open(&address.meeting, &address.room).await?;
    // The room gives its draft out and goes on; what is made of it is made here.
    let found = handle.inspect(move |inspected| frozen(inspected.room, number)).await?;
    let frozen = found.ok_or_else(|| {
        let message = format!("There is no draft {number}. A report has one more with each time that it is circulated.");
        HttpError::new(StatusCode::NOT_FOUND, "unknown-draft", message)
    })?;
    let tag = frozen.tag();
    let known_by = [(header::ETAG, tag.as_str()), (header::CACHE_CONTROL, "private, no-cache")];
    if entity_tag::is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, known_by).into_response());
    }
    let answer = app.drafts.of(&Key {
        room: address,
        tag: tag.clone(),
    });
    let bytes = answer.get_or_try_init(|| encoded(frozen)).await?.clone();
    Ok((known_by, [(header::CONTENT_TYPE, "application/json")], bytes).into_response())
}

fn frozen(room: &Room, number: u32) -> Option<Frozen> {
    let draft = room.report.drafts.get(&number)?;
    Some(Frozen {
        draft: number,
        at: draft.at,
        until: draft.until,
        sha256: draft.sha256.clone(),
        blocks: draft.blocks.clone(),
        remarks: room.draft_remarks(draft),
    })
}

/// What the answer says, made on a thread that may take its time.
async fn encoded(frozen: Frozen) -> Result<Bytes, HttpError> {
    let encoding = tokio::task::spawn_blocking(move || serde_json::to_vec(&frozen.told()));
    let encoded = encoding.await.map_err(|_| Fault::Unavailable)?;
    encoded.map(Bytes::from).map_err(|_| failed_rendering())
}

impl Frozen {
    /// Names all that an answer says, remarks too.
    fn tag(&self) -> String {
        // Maps by ids of texts and numbers, which JSON can always hold.
        let remarks = Sha256::digest(serde_json::to_vec(&self.remarks).unwrap_or_default());
        let remarks: String = remarks.iter().map(|byte| format!("{byte:02x}")).collect();
        let Self {
            draft,
            at,
            until,
            sha256,
            ..
        } = self;
        format!("\"draft-{draft}-{sha256}-{}-{}-{remarks}\"", at.0, until.0)
    }

    fn told(&self) -> DraftBody {
        let paragraphs = paragraphs(&self.blocks).into_iter().map(|(number, block)| ParagraphBody {
            number,
            text: text_of(block),
        });
        DraftBody {
            draft: self.draft,
            at: self.at.0,
            until: self.until.0,
            sha256: self.sha256.clone(),
            blocks: self.blocks.iter().cloned().map(block).collect(),
            paragraphs: paragraphs.collect(),
            remarks: self.remarks.clone(),
        }
    }
}

fn text_of(block: &notes::Block) -> String {
    match block {
        notes::Block::Heading { runs, .. } | notes::Block::Paragraph { runs, .. } => {
            runs.iter().map(|run| run.text.as_str()).collect()
        }
        notes::Block::List { .. } | notes::Block::Quote { .. } | notes::Block::Rule => String::new(),
    }
}
