//! Why a plan was not changed or made: as every other refusal, and beside it each field, or each line of a file, that is wrong.

use super::error::HttpError;
use crate::hub::fault::Fault as HubFault;
use crate::meeting::FileError;
use crate::meeting::edit::{Fault, Refused};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Most errors of a file that are told: a file with more has them for few reasons.
const ERRORS_MAX: usize = 200;

/// A plan that was not changed or made.
#[derive(Debug)]
pub enum PlanRefused {
    /// For one reason.
    Plain(HttpError),
    /// Because of fields.
    Fields(HttpError, Vec<Fault>),
    /// Because of lines of a file.
    Lines(Vec<FileError>),
}

/// A refusal with what is wrong in detail.
#[derive(Serialize, ToSchema)]
pub struct PlanRefusal {
    /// The reason.
    code: String,
    /// The same in a sentence.
    message: String,
    /// What is wrong with each field, or with each line of a file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    faults: Vec<Detail>,
}

/// One thing that is wrong.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = PlanRefusalDetail)]
enum Detail {
    /// With a line of a file.
    Line(FileError),
    /// With a field.
    Field(Fault),
}

impl From<Refused> for PlanRefused {
    fn from(refused: Refused) -> Self {
        let Refused { refusal, faults } = refused;
        if faults.is_empty() {
            Self::Plain(refusal.into())
        } else {
            Self::Fields(refusal.into(), faults)
        }
    }
}

impl From<HttpError> for PlanRefused {
    fn from(error: HttpError) -> Self {
        Self::Plain(error)
    }
}

impl From<HubFault> for PlanRefused {
    fn from(fault: HubFault) -> Self {
        Self::Plain(fault.into())
    }
}

impl IntoResponse for PlanRefused {
    fn into_response(self) -> Response {
        match self {
            Self::Plain(error) => error.into_response(),
            Self::Fields(error, faults) => detailed(&error, faults.into_iter().map(Detail::Field).collect()),
            Self::Lines(mut errors) => {
                let count = errors.len();
                errors.truncate(ERRORS_MAX);
                let message = match count {
                    1 => "The file has one thing to mend, and nothing of it was taken.".to_owned(),
                    _ => format!("The file has {count} things to mend, and nothing of it was taken."),
                };
                let error = HttpError::new(StatusCode::UNPROCESSABLE_ENTITY, "file-invalid", message);
                detailed(&error, errors.into_iter().map(Detail::Line).collect())
            }
        }
    }
}

fn detailed(error: &HttpError, faults: Vec<Detail>) -> Response {
    let body = PlanRefusal {
        code: error.code().to_owned(),
        message: error.message().to_owned(),
        faults,
    };
    let mut response = (error.status(), Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
