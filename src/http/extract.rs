//! The parts of a request as handlers take them. They are axum's, but what they refuse is answered like every other
//! refusal: with a status, a stable code and a sentence.

use super::App;
use super::auth::{self, Place};
use super::error::HttpError;
use super::token::Claims;
use crate::book::Context;
use crate::room::seat::Role;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// Time that a body has to come: it is small, and a phone at the edge of the network is slow.
const BODY_MAX: Duration = Duration::from_secs(30);

/// A body in JSON, of a request or an answer.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = HttpError;

    async fn from_request(request: Request, state: &S) -> Result<Self, HttpError> {
        match in_time(axum::Json::from_request(request, state)).await? {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(rejection) => Err(body_refused(rejection.status(), rejection.body_text())),
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// A body as it came.
pub struct Bytes(pub bytes::Bytes);

impl<S: Send + Sync> FromRequest<S> for Bytes {
    type Rejection = HttpError;

    async fn from_request(request: Request, state: &S) -> Result<Self, HttpError> {
        match in_time(bytes::Bytes::from_request(request, state)).await? {
            Ok(bytes) => Ok(Self(bytes)),
            Err(rejection) => Err(body_refused(rejection.status(), rejection.body_text())),
        }
    }
}

/// Waits for a body, but not for ever.
async fn in_time<T>(reading: impl Future<Output = T>) -> Result<T, HttpError> {
    timeout(BODY_MAX, reading).await.map_err(|_| HttpError::body_timeout())
}

fn body_refused(status: StatusCode, reason: String) -> HttpError {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        HttpError::too_large()
    } else {
        HttpError::bad_request(reason)
    }
}

/// What stands after the question mark of an address.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, HttpError> {
        match axum::extract::Query::try_from_uri(&parts.uri) {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            // The text names the parameter.
            Err(rejection) => Err(HttpError::bad_request(rejection.body_text())),
        }
    }
}

/// The parts of an address that say what is asked for. What cannot be read names nothing that there is.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, HttpError> {
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(HttpError::not_found()),
        }
    }
}

/// A room's address.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RoomAddress {
    /// The meeting.
    pub meeting: String,
    /// The room.
    pub room: String,
}

/// As which role a link asks that cannot carry a header.
#[derive(Deserialize)]
struct AsRole {
    r#as: Option<Role>,
}

/// Somebody who may read a room, and the room.
pub struct RoomReader {
    /// The room.
    pub address: RoomAddress,
    /// Who reads.
    pub claims: Claims,
}

impl FromRequestParts<Arc<App>> for RoomReader {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpError> {
        let Path(address) = Path::<RoomAddress>::from_request_parts(parts, app).await?;
        let Query(AsRole { r#as: role }) = Query::from_request_parts(parts, app).await?;
        let claims = auth::reader(app, &parts.headers, address.place(role))?;
        Ok(Self { address, claims })
    }
}

/// Somebody who may ask something of a room, and the room.
pub struct RoomWriter {
    /// The room.
    pub address: RoomAddress,
    /// Who asks.
    pub claims: Claims,
}

impl FromRequestParts<Arc<App>> for RoomWriter {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpError> {
        let Path(address) = Path::<RoomAddress>::from_request_parts(parts, app).await?;
        let claims = auth::writer(app, &parts.headers, None, address.place(None))?;
        Ok(Self { address, claims })
    }
}

/// Somebody who may read something of a meeting as a whole: whoever has a seat in it.
pub struct MeetingReader {
    /// The meeting.
    pub meeting: String,
    /// Who reads.
    pub claims: Claims,
}

impl FromRequestParts<Arc<App>> for MeetingReader {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpError> {
        let Path(MeetingAddress { meeting }) = Path::from_request_parts(parts, app).await?;
        let Query(AsRole { r#as: role }) = Query::from_request_parts(parts, app).await?;
        let claims = auth::reader(app, &parts.headers, whole(&meeting, role))?;
        Ok(Self { meeting, claims })
    }
}

/// Somebody who may ask something of a meeting as a whole: whoever has a seat in it. What they may ask is for the rules to say.
pub struct MeetingWriter {
    /// The meeting.
    pub meeting: String,
    /// Who asks.
    pub claims: Claims,
}

impl FromRequestParts<Arc<App>> for MeetingWriter {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpError> {
        let Path(MeetingAddress { meeting }) = Path::from_request_parts(parts, app).await?;
        let claims = auth::writer(app, &parts.headers, None, whole(&meeting, None))?;
        if app.hub.registry.is_forgotten(&meeting) {
            // Else people would be on record again who were told that they are not.
            return Err(HttpError::forgotten());
        }
        Ok(Self { meeting, claims })
    }
}

impl MeetingReader {
    /// What is the organiser's alone: for others it is not there.
    pub fn organiser(self) -> Result<Self, HttpError> {
        organiser(&self.claims).map(|()| self)
    }
}

impl MeetingWriter {
    /// What is the organiser's alone: for others it is not there.
    pub fn organiser(self) -> Result<Self, HttpError> {
        organiser(&self.claims).map(|()| self)
    }

    /// As whom, when and by which request something is asked of a book.
    pub fn context(&self, app: &App, request: Uuid) -> Context {
        Context {
            now: app.hub.now(),
            seat: self.claims.seat.clone(),
            role: self.claims.role,
            request,
        }
    }
}

/// The part of an address that names a meeting, whatever follows it.
#[derive(Deserialize)]
struct MeetingAddress {
    meeting: String,
}

fn organiser(claims: &Claims) -> Result<(), HttpError> {
    if claims.role == Role::Organiser {
        Ok(())
    } else {
        Err(HttpError::not_found())
    }
}

fn whole(meeting: &str, role: Option<Role>) -> Place<'_> {
    Place {
        meeting,
        room: None,
        role,
    }
}

impl RoomAddress {
    fn place(&self, role: Option<Role>) -> Place<'_> {
        Place {
            meeting: &self.meeting,
            room: Some(&self.room),
            role,
        }
    }
}
