//! The mapping of a meeting as data: `mapping.json` and `mapping.csv`, for organisers and rapporteurs.

use super::boards::Age;
use crate::http::App;
use crate::http::allowance::Kind;
use crate::http::auth;
use crate::http::error::HttpError;
use crate::http::extract::MeetingReader;
use crate::http::matchmaking::partnerships;
use crate::http::outcome::Download;
use crate::http::refusals::{Making, Reading};
use crate::http::standing::tag_of;
use crate::outcome::combined::Partnership;
use crate::plenary::mapping::{Mapping, MappingEntry, MappingKind, MappingSource, of_points};
use crate::room::notes::point::RegionalGroup;
use crate::room::seat::Role;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A form of the mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Csv,
}

impl Form {
    const fn file_name(self) -> &'static str {
        match self {
            Self::Json => "mapping.json",
            Self::Csv => "mapping.csv",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
        }
    }

    fn written(self, mapping: &Mapping) -> Vec<u8> {
        match self {
            // Plain data, which can always be written down.
            Self::Json => serde_json::to_vec_pretty(mapping).unwrap_or_default(),
            Self::Csv => mapping.csv(),
        }
    }
}

/// Needs, offers, initiatives and gaps of all rooms, with stable codes. For an organiser and for rapporteurs.
#[utoipa::path(get, path = "/api/meetings/{meeting}/mapping.json", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = Mapping), Reading, Making))]
pub async fn json(State(app): State<Arc<App>>, reader: MeetingReader, headers: HeaderMap) -> Result<Response, HttpError> {
    file(&app, reader, &headers, Form::Json).await
}

/// The same as a table.
#[utoipa::path(get, path = "/api/meetings/{meeting}/mapping.csv", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), Reading, Making))]
pub async fn csv(State(app): State<Arc<App>>, reader: MeetingReader, headers: HeaderMap) -> Result<Response, HttpError> {
    file(&app, reader, &headers, Form::Csv).await
}

/// The published form of `mapping.json`, for programs that take it in.
pub async fn schema() -> Json<serde_json::Value> {
    Json(crate::plenary::mapping::schema())
}

async fn file(app: &App, reader: MeetingReader, headers: &HeaderMap, form: Form) -> Result<Response, HttpError> {
    let MeetingReader { meeting, claims } = reader;
    if !matches!(claims.role, Role::Organiser | Role::Rapporteur) {
        return Err(HttpError::not_found());
    }
    auth::take(app, &claims, Kind::Document)?;
    let bytes = form.written(&of_meeting(app, &meeting).await?);
    let digest = Sha256::digest(&bytes);
    let digits: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let download = Download {
        tag: tag_of([digits.concat().as_str()]),
        name: format!("{meeting}-{}", form.file_name()),
        media_type: form.media_type(),
        is_page: false,
    };
    if download.is_known(headers) {
        return Ok(download.not_modified());
    }
    Ok(download.answer(bytes))
}

/// The mapping of a meeting as it stands.
async fn of_meeting(app: &App, meeting: &str) -> Result<Mapping, HttpError> {
    let plan = app.hub.registry.meeting(meeting).ok_or_else(HttpError::not_found)?;
    let (board, _) = app.boards.of(app, meeting, Age::Now, None).await?;
    let view = board.of_role(Role::Organiser);
    let matched = partnerships(app, meeting).await?;
    let entries = of_points(view).into_iter().chain(matched.iter().flat_map(of_partnership));
    Ok(Mapping::new(meeting, &plan.title, view, entries))
}

/// Need and offer of two who both let it be known, by whom they say that it is.
fn of_partnership(matched: &Partnership) -> Vec<MappingEntry> {
    let need = of_post(matched, MappingKind::Need, "need", &matched.needed_by, &matched.need);
    let offer = of_post(matched, MappingKind::Offer, "offer", &matched.offered_by, &matched.offer);
    need.into_iter().chain(offer).collect()
}

/// One entry, or where it is about several regions one for each, of which the first counts.
fn of_post(matched: &Partnership, kind: MappingKind, name: &str, owner: &str, text: &str) -> Vec<MappingEntry> {
    let first = format!("matchmaking/{}/{name}", matched.pairing);
    let regions: Vec<Option<RegionalGroup>> = match matched.regions.len() {
        0 => vec![None],
        _ => matched.regions.iter().copied().map(Some).collect(),
    };
    let entry = |(at, region): (usize, Option<RegionalGroup>)| MappingEntry {
        id: if at == 0 {
            first.clone()
        } else {
            format!("{first}/{}", at + 1)
        },
        kind,
        source: MappingSource::Matchmaking,
        room: None,
        theme: None,
        component: Some(matched.component),
        level: Some(matched.level),
        region,
        language: None,
        standing: None,
        owner: Some(owner.to_owned()),
        support: 0,
        double_of: (at > 0).then(|| first.clone()),
        text: text.to_owned(),
    };
    regions.into_iter().enumerate().map(entry).collect()
}

/// Both files, for the archive of the whole meeting.
pub async fn files(app: &App, meeting: &str) -> Result<Vec<(String, Vec<u8>)>, HttpError> {
    let mapping = of_meeting(app, meeting).await?;
    let written = |form: Form| (form.file_name().to_owned(), form.written(&mapping));
    Ok([Form::Json, Form::Csv].map(written).into())
}
