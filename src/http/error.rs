//! The one error type of the HTTP surface: a status, a stable code, and one sentence that says what happened, to what,
//! and what to do.

use crate::hub::fault::Fault;
use crate::room::refusal::{Code, Refusal};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
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
}

impl HttpError {
    /// An error of its own.
    pub fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Self {
            status,
            body: ErrorBody {
                code: code.into(),
                message: message.into(),
            },
        }
    }

    /// The same for 'is not there' and 'is not yours'.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "There is nothing here that you may see. Check the address, or join with your code.",
        )
    }

    /// A join code that opens nothing.
    pub fn unknown_code() -> Self {
        let message = "This code opens no room. Check it against your invitation; letters and digits can be typed in any case.";
        Self::new(StatusCode::NOT_FOUND, "unknown-code", message)
    }

    /// A token that was ours and is too old.
    pub fn expired() -> Self {
        let message = "Your seat here has expired. Join again with your code; what you did before stays on record.";
        Self::new(StatusCode::UNAUTHORIZED, "token-expired", message)
    }

    /// A body that is not what it should be.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", message)
    }

    /// A request from another site's page.
    pub fn foreign_origin() -> Self {
        let message = "This request came from the page of another site and was not carried out. Open Roundtable's own page.";
        Self::new(StatusCode::FORBIDDEN, "foreign-origin", message)
    }
}

impl From<Refusal> for HttpError {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.code {
            Code::BadCommand => StatusCode::BAD_REQUEST,
            Code::NotAllowed | Code::MayNotWrite => StatusCode::FORBIDDEN,
            Code::UnknownPoll | Code::UnknownRequest | Code::UnknownSeat => StatusCode::NOT_FOUND,
            Code::OutcomeNotWritten | Code::StorageFault => StatusCode::INSUFFICIENT_STORAGE,
            Code::PollInvalid | Code::ChoiceInvalid | Code::OutOfBounds | Code::TextInvalid | Code::NotesInvalid => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
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
        match fault {
            Fault::UnknownRoom => Self::not_found(),
            Fault::Unavailable => Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", fault.to_string()),
            Fault::Journal(_) | Fault::OutcomeUnknown | Fault::Unreadable(_) => {
                tracing::error!(%fault, "request failed");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "storage-fault", fault.to_string())
            }
        }
    }
}

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}
