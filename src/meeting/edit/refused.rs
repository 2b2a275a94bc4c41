//! Why a change of the plan was not made: the sentence, and where fields are wrong, what is wrong with each.

use crate::meeting::wrong::Wrong;
use crate::room::refusal::{Code, Refusal};
use serde::Serialize;
use utoipa::ToSchema;

/// What is wrong with one field of what was to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PlanFault)]
pub struct Fault {
    /// The field by its path in the part, as in `questions[1]`.
    pub field: String,
    /// What is wrong, for programs.
    #[serde(flatten)]
    pub wrong: Wrong,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A change that was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The code and the sentence.
    pub refusal: Refusal,
    /// The fields that are wrong; none where it is not about fields.
    pub faults: Vec<Fault>,
}

impl Refused {
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            refusal: Refusal::new(code, message),
            faults: Vec::new(),
        }
    }

    /// Somebody else was quicker.
    pub(super) fn changed_meanwhile(what: &str) -> Self {
        let message = format!(
            "Somebody else has changed {what} since you opened it, so yours was not saved. Compare both, then save yours over it or keep theirs."
        );
        Self::new(Code::ChangedMeanwhile, message)
    }

    /// What was to be changed is gone.
    pub(super) fn gone(what: &str) -> Self {
        let message = format!("Somebody else has removed {what} since you opened it. Add it anew if it is still needed.");
        Self::new(Code::ChangedMeanwhile, message)
    }

    /// Fields break rules of the meeting file.
    pub(super) fn of_faults(faults: Vec<Fault>) -> Self {
        let first = faults.first();
        let (field, message) = first.map_or(("", ""), |fault| (&fault.field, &fault.message));
        let more = match faults.len() {
            0 | 1 => String::new(),
            2 => " One more field is wrong.".to_owned(),
            count => format!(" {} more fields are wrong.", count - 1),
        };
        Self {
            refusal: Refusal::new(Code::PlanInvalid, format!("This was not saved: {field}: {message}.{more}")),
            faults,
        }
    }

    /// One field is wrong.
    pub(super) fn of_field(field: &str, wrong: impl Into<Wrong>) -> Self {
        let wrong = wrong.into();
        Self::of_faults(vec![Fault {
            field: field.to_owned(),
            message: wrong.to_string(),
            wrong,
        }])
    }
}
