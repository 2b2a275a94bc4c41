//! What is wrong with one value.

use super::hint::{UnknownName, UnknownWord};
use super::kind::OtherKind;
use crate::room::text::Unfit;
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = PlanWrongValue)]
#[ts(rename = "PlanWrongValue")]
pub enum OfValue {
    /// It has to be there.
    #[error("`{name}` is missing, as in `{name} = {example}`")]
    Missing {
        /// Its name.
        name: String,
        /// What it could be.
        example: String,
    },
    /// There is no such field.
    #[error("there is no field `{}` here; {}", .0.written, .0.hint)]
    UnknownField(UnknownName),
    /// It is of another kind than belongs here.
    #[error("{0}")]
    OtherKind(OtherKind),
    /// It is none of the words that can stand here.
    #[error("`{}` is none of {}; {}", .0.written, .0.words, .0.hint)]
    UnknownWord(UnknownWord),
    /// A text is empty.
    #[error("it is empty; something has to be said here")]
    Empty,
    /// A text has more characters than fit.
    #[error("it has {length} characters; at most {max} fit")]
    TextLong {
        /// How many it has.
        length: usize,
        /// How many fit.
        max: usize,
    },
    /// A text has more than one line.
    #[error("it has more than one line; it has to be a single one")]
    TextLines,
    /// A text has characters that cannot be shown.
    #[error("it has characters that cannot be shown (control characters or turns of direction); take them out")]
    TextUnshowable,
    /// A text has no character that can be seen.
    #[error("it has {}", Unfit::Unseen)]
    TextUnseen,
    /// A text begins with a mark that belongs on a letter.
    #[error("it has {}", Unfit::MarkInFront)]
    TextMarkInFront,
    /// A text has too many marks on one letter.
    #[error("it has {}", Unfit::Tower { max: *max })]
    TextMarks {
        /// How many there can be.
        max: usize,
    },
    /// A number is too small or too large.
    #[error("{written} is out of bounds; a whole number from {min} to {max} belongs here, without quotes")]
    OutOfBounds {
        /// As it is written.
        written: String,
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A list has more items than fit.
    #[error("{count} are too many; at most {max} fit")]
    TooMany {
        /// How many it has.
        count: usize,
        /// How many fit.
        max: usize,
    },
    /// It is no tag of a language.
    #[error("`{written}` is no language tag; write it as in \"en\", \"fr\" or \"pt-BR\"")]
    Language {
        /// As it is written.
        written: String,
    },
    /// It is no id.
    #[error("`{written}` is no id; an id has a-z, 0-9 and single hyphens between them, up to {max} characters, as in `group-1`")]
    Id {
        /// As it is written.
        written: String,
        /// How long ids are at most.
        max: usize,
    },
    /// No folder can be called so on Windows.
    #[error("`{written}` is a name that Windows keeps for itself, and no folder can be called so; choose another")]
    IdOfSystem {
        /// As it is written.
        written: String,
    },
    /// It is no day.
    #[error("this is no day of the calendar; a date is written as year-month-day, as in \"2024-05-10\"")]
    Date,
    /// It is no time of day.
    #[error("this is no time of day; a time is written from \"00:00\" to \"23:59\", as in \"15:00\"")]
    Time,
    /// It is no time zone.
    #[error("`{written}` is no time zone; write area and city, as in \"America/New_York\", or \"UTC\"")]
    TimeZone {
        /// As it is written.
        written: String,
    },
}

impl From<Unfit> for OfValue {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Unshowable { .. } => Self::TextUnshowable,
            Unfit::Unseen => Self::TextUnseen,
            Unfit::MarkInFront => Self::TextMarkInFront,
            Unfit::Tower { max } => Self::TextMarks { max },
        }
    }
}
