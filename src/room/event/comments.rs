//! What has happened to the comments on the notes.

use crate::room::command::Anchor;
use crate::room::ids::CommentId;
use serde::{Deserialize, Serialize};

/// One thing that has happened to the comments; the stamp says who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum CommentEvent {
    /// Somebody commented on a passage of the notes (the stamp says who).
    CommentAdded {
        /// The comment.
        comment: CommentId,
        /// The passage.
        anchor: Anchor,
        /// Its words.
        quote: String,
        /// The comment's.
        text: String,
    },
    /// Somebody answered a comment.
    CommentReplied {
        /// The comment.
        comment: CommentId,
        /// The answer.
        text: String,
    },
    /// A comment is settled.
    CommentResolved {
        /// The comment.
        comment: CommentId,
    },
    /// It is not.
    CommentReopened {
        /// The comment.
        comment: CommentId,
    },
    /// A comment was taken back.
    CommentDeleted {
        /// The comment.
        comment: CommentId,
    },
}

impl CommentEvent {
    /// The comment that it has happened to.
    pub fn comment(&self) -> CommentId {
        match self {
            Self::CommentAdded { comment, .. }
            | Self::CommentReplied { comment, .. }
            | Self::CommentResolved { comment }
            | Self::CommentReopened { comment }
            | Self::CommentDeleted { comment } => *comment,
        }
    }
}
