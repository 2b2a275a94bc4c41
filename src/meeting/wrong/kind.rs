//! A value of another kind than belongs in its place.

use super::hint::Names;
use serde::Serialize;
use std::fmt;
use ts_rs::TS;
use utoipa::ToSchema;

/// Something else stands where a value of some kind belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[schema(as = PlanOtherKind)]
#[ts(rename = "PlanOtherKind")]
pub struct OtherKind {
    /// What stands there.
    pub found: Found,
    /// What belongs there.
    #[serde(flatten)]
    pub wanted: Wanted,
}

impl fmt::Display for OtherKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "this is {}; {}", self.found, self.wanted)
    }
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PlanFound)]
#[ts(rename = "PlanFound")]
pub enum Found {
    /// A text.
    #[error("a text")]
    Text,
    /// A whole number.
    #[error("a whole number")]
    WholeNumber,
    /// Another number.
    #[error("a number with a point")]
    Fraction,
    /// True or false.
    #[error("true or false")]
    YesOrNo,
    /// A date, a time or both.
    #[error("a date or time")]
    Moment,
    /// A list.
    #[error("a list")]
    List,
    /// A table.
    #[error("a table")]
    Table,
}

/// What belongs in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "wanted", rename_all = "kebab-case")]
#[schema(as = PlanWanted)]
#[ts(rename = "PlanWanted")]
pub enum Wanted {
    /// A text.
    #[error("a text in quotes belongs here")]
    Text,
    /// A whole number.
    #[error("a whole number from {min} to {max} belongs here, without quotes")]
    Number {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// True or false.
    #[error("true or false belongs here, without quotes")]
    YesOrNo,
    /// One of a few words.
    #[error("one of {words} belongs here, in quotes")]
    Word {
        /// The words.
        #[schema(value_type = String)]
        #[ts(as = "String")]
        words: Names,
    },
    /// A list of some of a few words.
    #[error("a list of some of {words} belongs here, each in quotes")]
    Words {
        /// The words.
        #[schema(value_type = String)]
        #[ts(as = "String")]
        words: Names,
    },
    /// A list.
    #[error("a list belongs here, as in [\"{example}\"]")]
    List {
        /// What can be in it.
        example: String,
    },
    /// A list of texts.
    #[error("a list of texts belongs here, as in {example}")]
    Texts {
        /// Such a list.
        example: &'static str,
    },
    /// A list of tags of languages.
    #[error("a list of language tags belongs here, as in [\"en\", \"fr\"]")]
    Languages,
    /// A list of ids of rooms.
    #[error("a list of room ids belongs here, as in [\"group-1\", \"group-2\"]")]
    Rooms,
    /// Tables, each under the same heading.
    #[error("each of them is a table under a heading of its own, `{heading}`")]
    Tables {
        /// The heading.
        heading: String,
    },
    /// Tables, each under a heading with its name.
    #[error("each of them is a table under a heading with its name, as in `{heading}`")]
    NamedTables {
        /// Such a heading.
        heading: String,
    },
    /// What both axes measure.
    #[error("both axes belong here, as in `axes = {{ x = \"Impact\", y = \"Feasibility\" }}`")]
    Axes,
    /// Who votes.
    #[error("a table of `roles`, `classes` and `delegations` belongs here, as in `voters = {{ classes = [\"state\"] }}`")]
    Voters,
    /// Speaking times of classes and lanes.
    #[error(
        "speaking times by class or lane belong here, as in {{ organization = 120, reply = 60 }}; \
        that of the list is `speaking_limit_s`"
    )]
    SpeakingLimits,
}
