//! What each audience may see of the comments on the notes.

use crate::room::command::Anchor;
use crate::room::ids::{CommentId, Millis};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The comments on the notes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CommentsView {
    /// The comments by id, resolved ones among them.
    pub comments: BTreeMap<CommentId, CommentView>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CommentView {
    /// Where its passage is.
    pub anchor: Anchor,
    /// The passage's words when it was written.
    pub quote: String,
    /// Its text.
    pub text: String,
    /// When it was written.
    pub at: Millis,
    /// Who wrote it; only where the room is on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub by: Option<Written>,
    /// The answers, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<ReplyView>>")]
    pub replies: Vec<ReplyView>,
    /// Whether it is settled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub resolved: bool,
}

/// An answer to a comment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct ReplyView {
    /// Its text.
    pub text: String,
    /// When it was written.
    pub at: Millis,
    /// Who wrote it; only where the room is on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub by: Option<Written>,
}

/// Who wrote something, as far as the room's attribution rule lets it be told. May hold neither where somebody said neither.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Written {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
    /// The delegation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub delegation: Option<String>,
}
