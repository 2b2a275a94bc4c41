//! A name that is not known, and the names that may have been meant.

use serde::{Serialize, Serializer};
use std::fmt;
use ts_rs::TS;
use utoipa::ToSchema;

/// Names that are told; a sentence with more is not read.
const SHOWN_MAX: usize = 20;

/// Some names, each in backquotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names(Vec<String>);

impl Names {
    /// These names.
    pub fn of(names: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        Self(names.into_iter().map(|name| format!("`{name}`")).collect())
    }

    fn shown(&self) -> String {
        self.0
            .iter()
            .take(SHOWN_MAX)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    }
}

impl fmt::Display for Names {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.shown())?;
        match self.0.len().saturating_sub(SHOWN_MAX) {
            0 => Ok(()),
            rest => write!(formatter, " and {rest} more"),
        }
    }
}

/// In one text without a word of any language; what is cut ends with an ellipsis.
impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cut = if self.0.len() > SHOWN_MAX { ", …" } else { "" };
        serializer.collect_str(&format_args!("{}{cut}", self.shown()))
    }
}

/// What may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(tag = "hint", rename_all = "kebab-case")]
#[schema(as = PlanHint)]
#[ts(rename = "PlanHint")]
pub enum Hint {
    /// One of these, probably.
    Near {
        /// The nearest.
        #[schema(value_type = String)]
        #[ts(as = "String")]
        names: Names,
    },
    /// One of these: none is near.
    Known {
        /// All that are known.
        #[schema(value_type = String)]
        #[ts(as = "String")]
        names: Names,
    },
    /// There are none.
    None,
}

impl fmt::Display for Hint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Near { names } => write!(formatter, "did you mean {}?", names.0.join(" or ")),
            Self::Known { names } => write!(formatter, "known here: {names}"),
            Self::None => formatter.write_str("there are none"),
        }
    }
}

/// A name that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[schema(as = PlanUnknownName)]
#[ts(rename = "PlanUnknownName")]
pub struct UnknownName {
    /// As it is written.
    pub written: String,
    /// What may have been meant.
    #[serde(flatten)]
    pub hint: Hint,
}

/// A word that is none of those that can stand in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[schema(as = PlanUnknownWord)]
#[ts(rename = "PlanUnknownWord")]
pub struct UnknownWord {
    /// As it is written.
    pub written: String,
    /// The words that can.
    #[schema(value_type = String)]
    #[ts(as = "String")]
    pub words: Names,
    /// What may have been meant.
    #[serde(flatten)]
    pub hint: Hint,
}
