//! What everybody is told while the day runs, for those who look at a page of the meeting and not at a room: of the rooms that are theirs
//! the announcement that was made last, and the countdown that ends first.

use super::App;
use super::error::HttpError;
use super::extract::{Json, MeetingReader};
use super::refusals::Reading;
use super::token::Claims;
use crate::meeting::Meeting;
use crate::room::ids::Millis;
use crate::room::seat::Role;
use crate::room::view::{AnnouncementView, CountdownView};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Rooms that are looked into at the same time.
const ROOMS_AT_ONCE: usize = 16;

/// What is told now. What is over is not told any more; a countdown is over some minutes after its end, which pages show.
#[derive(Default, Serialize, ToSchema)]
pub struct CourseTold {
    /// The server's clock.
    now: Millis,
    /// What was announced last.
    #[serde(skip_serializing_if = "Option::is_none")]
    announcement: Option<AnnouncementView>,
    /// The countdown that ends first.
    #[serde(skip_serializing_if = "Option::is_none")]
    countdown: Option<CountdownView>,
}

/// How long a countdown that is over is still told: as long as pages say that time is up.
const OVER_MS: i64 = 10 * 60_000;

/// The announcement and the countdown of the rooms that the caller may enter; of an organiser, of all.
#[utoipa::path(get, path = "/api/meetings/{meeting}/course", params(("meeting" = String, Path), ("as" = Option<Role>, Query)),
    security(("seat" = [])),
    responses((status = 200, body = CourseTold), Reading))]
pub async fn course(
    State(app): State<Arc<App>>,
    MeetingReader { meeting, claims }: MeetingReader,
) -> Result<Response, HttpError> {
    let meeting = app.hub.registry.meeting(&meeting).ok_or_else(HttpError::not_found)?;
    let told = look(&app, &meeting, &claims).await;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(told)).into_response())
}

async fn look(app: &App, meeting: &Meeting, caller: &Claims) -> CourseTold {
    let now = app.hub.now();
    let rooms = meeting.rooms.iter().map(|room| &room.id).filter(|room| match &caller.room {
        Some(own) => own == *room,
        None if caller.is_personal() => app.hub.registry.may_enter(&meeting.id, &caller.seat, room),
        None => true,
    });
    let looks: Vec<_> = rooms.map(|room| told_in(app, &meeting.id, room)).collect();
    let told: Vec<_> = stream::iter(looks).buffer_unordered(ROOMS_AT_ONCE).collect().await;
    let (announced, counted): (Vec<_>, Vec<_>) = told.into_iter().flatten().unzip();
    let announced = announced.into_iter().flatten().filter(|announced| now < announced.until);
    let counted = { counted.into_iter().flatten() }.filter(|counted| now.0 < counted.ends_at.0 + OVER_MS);
    CourseTold {
        now,
        announcement: announced.max_by_key(|announced| announced.at),
        countdown: counted.min_by_key(|counted| (counted.ends_at < now, counted.ends_at)),
    }
}

/// A room that nobody has opened, or that cannot be opened, tells nothing: the others are still to be heard.
async fn told_in(app: &App, meeting: &str, room: &str) -> Option<(Option<AnnouncementView>, Option<CountdownView>)> {
    let handle = app.hub.open_begun(meeting, room).await.ok()??;
    let look = |inspected: &crate::hub::message::Inspected<'_>| {
        let session = &inspected.room.session;
        (session.announcement.clone(), session.countdown.clone())
    };
    handle.inspect(look).await.ok()
}
