//! What is wrong with a file as a whole.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// What is wrong with a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = PlanWrongFile)]
#[ts(rename = "PlanWrongFile")]
pub enum OfFile {
    /// It has `bytes`, and at most `max` are read.
    #[error("the file has {bytes} bytes; at most {max} are read")]
    FileLarge {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        max: usize,
    },
    /// It is not text in UTF-8.
    #[error("this is not text in UTF-8; save the file with the encoding UTF-8, without other characters")]
    Encoding,
    /// There is nothing in it.
    #[error("the file is empty; a meeting has at least `id`, `title`, `date`, `timezone` and one `[[rooms]]`")]
    FileEmpty,
    /// It cannot be read on from here, for what its reader has `said` in English.
    #[error("this is not TOML: {said}")]
    Syntax {
        /// What the reader says.
        said: String,
    },
}
