//! The one error type of the HTTP surface: a status, a stable code, and one sentence that says what happened, to what,
//! and what to do.

use super::BODY_BYTES_MAX;
use crate::hub::fault::Fault;
use crate::hub::ledger::NotDone;
use crate::room::refusal::{Code, Refusal};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::ToSchema;

/// What a refused or failed request is answered with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ErrorBody {
    /// The reason for programs; stable.
    pub code: String,
    /// The reason for people, in one sentence.
    pub message: String,
}

/// A request that was not done.
#[derive(Debug, Clone)]
pub struct HttpError {
    status: StatusCode,
    body: ErrorBody,
    /// After how many seconds it may be tried again, where it may.
    retry_after_s: Option<u64>,
}

/// Seconds after which what is not possible for the moment may be tried again.
const RETRY_AFTER_S: u64 = 2;

impl HttpError {
    /// An error of its own.
    pub fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Self {
            status,
            body: ErrorBody {
                code: code.into(),
                message: message.into(),
            },
            retry_after_s: matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS)
                .then_some(RETRY_AFTER_S),
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The reason for programs.
    pub fn code(&self) -> &str {
        &self.body.code
    }

    /// The reason for people.
    pub fn message(&self) -> &str {
        &self.body.message
    }

    /// The same for 'is not there' and 'is not yours'.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "There is nothing here that you may see. Check the address, or join with your code.",
        )
    }

    /// What it says, for an answer that has it among others.
    pub fn into_body(self) -> ErrorBody {
        self.body
    }

    /// A join code that opens nothing.
    pub fn unknown_code() -> Self {
        let message = "This code opens no room. Check it against your invitation; letters and digits can be typed in any case.";
        Self::new(StatusCode::NOT_FOUND, "unknown-code", message)
    }

    /// A token that was ours and holds no more.
    pub fn expired() -> Self {
        let message = "Your seat here has ended. Join again with your code; what you did before stays on record.";
        Self::new(StatusCode::UNAUTHORIZED, "token-expired", message)
    }

    /// Somebody who wants a seat back that was ended.
    pub fn seat_ended() -> Self {
        let message = "This seat was ended by those who run the room. Ask them if that was a mistake.";
        Self::new(StatusCode::FORBIDDEN, "seat-ended", message)
    }

    /// A room's own code where only those on the list of participants come in.
    pub fn joining_closed() -> Self {
        let message = "This room is joined with personal codes. Use the code on your own sheet, or ask the organiser for one.";
        Self::new(StatusCode::FORBIDDEN, "joining-closed", message)
    }

    /// A meeting whose people are forgotten takes nothing new.
    pub fn forgotten() -> Self {
        let message =
            "The names of this meeting's people were deleted, and nothing new is taken. What came of it can still be downloaded.";
        Self::new(StatusCode::CONFLICT, "meeting-forgotten", message)
    }

    /// A body that is not what it should be.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", message)
    }

    /// A WebSocket of a version that is not spoken here; the answer says which is.
    pub fn other_version() -> Self {
        let message = "A WebSocket is expected here, and this request is without the header `Sec-WebSocket-Version: 13`.";
        Self::new(StatusCode::UPGRADE_REQUIRED, "bad-request", message)
    }

    /// A body that is larger than anything that is asked.
    pub fn too_large() -> Self {
        let message = format!("The body is larger than the {BODY_BYTES_MAX} bytes that are taken here; send less at once.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", message)
    }

    /// The same refusal where a route takes more than others, with its own bound.
    pub fn where_more_is_taken(self, bytes_max: usize) -> Self {
        if self.status != StatusCode::PAYLOAD_TOO_LARGE {
            return self;
        }
        let message = format!("The file is larger than the {bytes_max} bytes that are taken at once. Bring it in parts.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", message)
    }

    /// A body that did not come.
    pub fn body_timeout() -> Self {
        let message = "The rest of this request did not come in time, and nothing was done. Please send it again.";
        Self::new(StatusCode::REQUEST_TIMEOUT, "body-timeout", message)
    }

    /// Too many wrong codes from one address.
    pub fn too_many_tries() -> Self {
        let message = "Too many wrong codes came from this address. Please try again in a few seconds.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-tries", message)
    }

    /// More than one seat, or one address, may ask for; `wait` says when there is room again.
    pub fn too_much(wait: Duration) -> Self {
        let message =
            "More was asked for from here than people ask for, and this was not done. Please try again in some seconds.";
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, "slow-down", message);
        error.retry_after_s = Some(wait.as_secs() + 1);
        error
    }

    /// A request from another site's page; `own` is where ours is, if that is known.
    pub fn foreign_origin(own: Option<&str>) -> Self {
        let own = own.map_or_else(|| "Roundtable's own page".to_owned(), |url| format!("Roundtable at {url}"));
        let message = format!("This request came from the page of another site and was not carried out. Open {own}.");
        Self::new(StatusCode::FORBIDDEN, "foreign-origin", message)
    }
}

impl From<Refusal> for HttpError {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.code {
            Code::BadCommand => StatusCode::BAD_REQUEST,
            Code::NotAllowed | Code::MayNotWrite | Code::NotEntitled => StatusCode::FORBIDDEN,
            Code::UnknownPerson
            | Code::UnknownGroup
            | Code::UnknownPoll
            | Code::UnknownRequest
            | Code::UnknownSeat
            | Code::UnknownText
            | Code::UnknownPoint
            | Code::UnknownPost
            | Code::UnknownPairing => StatusCode::NOT_FOUND,
            Code::OutcomeNotMade => StatusCode::INTERNAL_SERVER_ERROR,
            Code::OutcomeNotWritten => StatusCode::INSUFFICIENT_STORAGE,
            Code::StorageFault => StatusCode::SERVICE_UNAVAILABLE,
            Code::PollInvalid
            | Code::ChoiceInvalid
            | Code::OutOfBounds
            | Code::TextInvalid
            | Code::NotesInvalid
            | Code::ImportInvalid
            | Code::PlanInvalid => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        };
        // The code's own serialised form, so that a socket and a request give the same word.
        let code = serde_json::to_value(refusal.code)
            .ok()
            .and_then(|code| code.as_str().map(str::to_owned))
            .unwrap_or_default();
        Self::new(status, &code, refusal.message)
    }
}

impl From<Fault> for HttpError {
    fn from(fault: Fault) -> Self {
        let code = match fault {
            Fault::UnknownRoom => return Self::not_found(),
            Fault::Unavailable => "unavailable",
            Fault::Journal(_) | Fault::OutcomeUnknown | Fault::Unreadable(_) => {
                tracing::error!(%fault, "request failed");
                "storage-fault"
            }
        };
        Self::new(StatusCode::SERVICE_UNAVAILABLE, code, fault.sentence())
    }
}

impl From<NotDone> for HttpError {
    fn from(reason: NotDone) -> Self {
        match reason {
            NotDone::Refused(refusal) => refusal.into(),
            NotDone::Failed(fault) => fault.into(),
            NotDone::Forgotten => Self::forgotten(),
        }
    }
}

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::UPGRADE_REQUIRED {
            response
                .headers_mut()
                .insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        }
        response
    }
}
