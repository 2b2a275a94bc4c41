//! What a seat may ask of the comments on passages of the notes.

use crate::room::ids::CommentId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The passage of the notes that a comment is about, as Yjs relative positions: they stay with the text when others write before
/// it. Opaque to the rules, which only bound them; a page that cannot find the passage any more shows the quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Anchor {
    /// Where it begins: an encoded relative position, base64.
    pub start: String,
    /// Where it ends.
    pub end: String,
}

/// For comments on the notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum CommentCommand {
    /// Comment on a passage.
    Add {
        /// Where it is.
        anchor: Anchor,
        /// Its words, or the beginning of them.
        quote: String,
        /// The comment.
        text: String,
    },
    /// Answer a comment.
    Reply {
        /// The comment.
        comment: CommentId,
        /// The answer.
        text: String,
    },
    /// Say that it is settled.
    Resolve {
        /// The comment.
        comment: CommentId,
    },
    /// Say that it is not.
    Reopen {
        /// The comment.
        comment: CommentId,
    },
    /// Take a comment back, with its answers: one's own that nobody else has answered, or any as chair or rapporteur.
    Delete {
        /// The comment.
        comment: CommentId,
    },
}
