//! The comments on the notes: every audience sees the same. Who wrote them is told where the room is on the record.

use crate::room::Room;
use crate::room::comments::{Comment, Said};
use crate::room::ids::CommentId;
use crate::room::view::{CommentView, CommentsView, ReplyView};

/// All of them.
pub(super) fn view(room: &Room) -> CommentsView {
    let comments = room.comments.iter();
    CommentsView {
        comments: comments.map(|(id, comment)| (id, comment_view(room, comment))).collect(),
    }
}

fn comment_view(room: &Room, comment: &Comment) -> CommentView {
    CommentView {
        anchor: comment.anchor.clone(),
        quote: comment.quote.clone(),
        text: comment.said.text.clone(),
        at: comment.said.at,
        by: super::written(room, comment.said.by.as_ref()),
        replies: comment.replies.iter().map(|reply| reply_view(room, reply)).collect(),
        resolved: comment.resolved,
    }
}

fn reply_view(room: &Room, reply: &Said) -> ReplyView {
    ReplyView {
        text: reply.text.clone(),
        at: reply.at,
        by: super::written(room, reply.by.as_ref()),
    }
}

/// One of them; none where it is not there any more.
pub(super) fn comment(room: &Room, comment: CommentId) -> Option<CommentView> {
    room.comments.get(comment).map(|found| comment_view(room, found))
}
