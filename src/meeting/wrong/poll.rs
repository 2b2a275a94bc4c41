//! What is wrong with a prepared poll.

use serde::Serialize;
use std::fmt;
use ts_rs::TS;
use utoipa::ToSchema;

/// What is wrong with a prepared poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = PlanWrongPoll)]
#[ts(rename = "PlanWrongPoll")]
pub enum OfPoll {
    /// A text is there twice.
    #[error("the {what} `{written}` is there twice; each has to differ")]
    PollTextTwice {
        /// Of what it is the text.
        what: PollText,
        /// The text.
        written: String,
    },
    /// How many answers a ballot has is said of a poll that takes exactly one.
    #[error("a poll of the kind `single` takes exactly one answer; leave this out or write `kind = \"multiple\"`")]
    PollTakesOne,
    /// The fewest answers are more than the most.
    #[error("the fewest answers of a ballot, {min}, are more than the most, {max}; `min` is at most `max`")]
    PollMinAboveMax {
        /// The fewest.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A list that limits who votes names nobody.
    #[error("an empty list names nobody; leave `{name}` out where it does not limit")]
    PollVotersNobody {
        /// The name of the list.
        name: String,
    },
    /// Votes would be told of a room in which nobody learns who voted how.
    #[error(
        "room `{room}` is not on the record, so nobody in it may learn who voted how; write \"undisclosed\" or \"secret\" here"
    )]
    PollTellsVotes {
        /// The room's id.
        room: String,
    },
    /// The rules of polls refuse it for what they have `said` in English.
    #[error("{said}")]
    PollInvalid {
        /// Their sentence.
        said: String,
    },
}

/// A text of a ballot paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PlanPollText)]
#[ts(rename = "PlanPollText")]
pub enum PollText {
    /// An answer.
    Option,
    /// A step of a scale.
    Step,
}

impl fmt::Display for PollText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Option => "option",
            Self::Step => "step",
        })
    }
}
