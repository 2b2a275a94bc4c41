//! What can be wrong with a plan: each as a stable code with what it tells of, from which a page says it in the language of its reader,
//! and as a sentence in English. A sentence has one place, whoever finds what it is about.
//!
//! `file.rs`: the file as a whole; `value.rs`: one value, with `kind.rs` for one of the wrong kind and `hint.rs` for a name that is not
//! known; `part.rs`: what does not fit together; `poll.rs`: prepared polls; `change.rs`: changes of a plan that there is.

mod change;
mod file;
mod hint;
mod kind;
mod part;
mod poll;
mod value;

pub use change::OfChange;
pub use file::OfFile;
pub use hint::{Hint, Names, UnknownName, UnknownWord};
pub use kind::{Found, OtherKind, Wanted};
pub use part::OfPart;
pub use poll::{OfPoll, PollText};
pub use value::OfValue;

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// Something that is wrong: its code, and under `args` what it tells of by name, numbers as numbers and all else as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(untagged)]
#[error(transparent)]
#[schema(as = PlanWrong)]
#[ts(rename = "PlanWrong")]
pub enum Wrong {
    /// With the file as a whole.
    File(#[from] OfFile),
    /// With one value.
    Value(#[from] OfValue),
    /// With how parts fit together.
    Part(#[from] OfPart),
    /// With a prepared poll.
    Poll(#[from] OfPoll),
    /// With a change of the plan.
    Change(#[from] OfChange),
}
