//! Which refusals requests have in common, for the description that is under `/openapi.json`. What each says is in `error.rs`.

use super::error::ErrorBody;
use utoipa::IntoResponses;

/// Of a request that needs a seat.
#[derive(IntoResponses)]
pub enum Reading {
    /// Something about the address or the headers cannot be understood.
    #[response(status = 400)]
    NotUnderstood(ErrorBody),
    /// The token was ours and is too old.
    #[response(status = 401)]
    Expired(ErrorBody),
    /// There is nothing, or nothing for the caller.
    #[response(status = 404)]
    NotThere(ErrorBody),
    /// More was asked for from the seat than people ask for; it says when to come back.
    #[response(status = 429)]
    TooMuch(ErrorBody),
    /// The server has too much to do, or its disk does not answer; it says when to come back.
    #[response(status = 503)]
    Unavailable(ErrorBody),
}

/// Of a request that tries a join code.
#[derive(IntoResponses)]
pub enum Joining {
    /// The code opens nothing.
    #[response(status = 404)]
    UnknownCode(ErrorBody),
    /// Too many wrong codes, or seats, came from the caller's address; it says when to come back.
    #[response(status = 429)]
    TooManyTries(ErrorBody),
    /// The server has too much to do, or its disk does not answer; it says when to come back.
    #[response(status = 503)]
    Unavailable(ErrorBody),
}

/// Of a request that brings something, besides those of its kind.
#[derive(IntoResponses)]
pub enum Bringing {
    /// The body is not what is taken here.
    #[response(status = 400)]
    NotUnderstood(ErrorBody),
    /// It is not the caller's to do, or a browser says that another site's page sent it.
    #[response(status = 403)]
    NotAllowed(ErrorBody),
    /// As things stand it cannot be done.
    #[response(status = 409)]
    NotNow(ErrorBody),
    /// The body did not come in time.
    #[response(status = 408)]
    TooLate(ErrorBody),
    /// The body is larger than anything that is asked.
    #[response(status = 413)]
    TooLarge(ErrorBody),
    /// What it says is out of bounds.
    #[response(status = 422)]
    OutOfBounds(ErrorBody),
    /// The disk takes nothing more; nothing was done.
    #[response(status = 507)]
    NotStored(ErrorBody),
}

/// Of a request for a document, besides those of reading.
#[derive(IntoResponses)]
pub enum Making {
    /// The caller has it as it is.
    #[response(status = 304)]
    Known,
    /// It could not be made; other formats may.
    #[response(status = 500)]
    NotMade(ErrorBody),
}
