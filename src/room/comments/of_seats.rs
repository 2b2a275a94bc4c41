//! What each seat has said in comments, and how much is said in all. All of it follows from the comments and is no part of what is
//! saved; it is kept so that a seat's own page and a new comment cost what the seat has said, not what everybody has.

use super::{Comment, Said, anchor_bytes};
use crate::room::ids::{CommentId, SeatId};
use std::collections::BTreeMap;

/// What a seat has to do with a comment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Part {
    /// Whether it wrote the comment.
    is_author: bool,
    /// How many answers it gave.
    replies: usize,
}

/// Parts by seat; a seat that has none is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct OfSeats {
    parts: BTreeMap<SeatId, BTreeMap<CommentId, Part>>,
    count: usize,
    bytes: usize,
}

impl OfSeats {
    /// What follows from these comments.
    pub fn of(comments: &BTreeMap<CommentId, Comment>) -> Self {
        let mut of_seats = Self::default();
        comments.iter().for_each(|(id, comment)| of_seats.insert(*id, comment));
        of_seats
    }

    /// The comments that the seat wrote.
    pub fn comments(&self, seat: &SeatId) -> impl Iterator<Item = CommentId> {
        let parts = self.parts.get(seat).into_iter().flatten();
        parts.filter(|(_, part)| part.is_author).map(|(id, _)| *id)
    }

    /// The comments that it wrote or answered.
    pub fn with(&self, seat: &SeatId) -> impl Iterator<Item = CommentId> {
        self.parts.get(seat).into_iter().flatten().map(|(id, _)| *id)
    }

    /// How many comments and answers of the seat there are at each comment.
    pub fn counts(&self, seat: &SeatId) -> impl Iterator<Item = (CommentId, usize)> {
        let parts = self.parts.get(seat).into_iter().flatten();
        parts.map(|(id, part)| (*id, usize::from(part.is_author) + part.replies))
    }

    /// How many comments and answers there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many bytes they take, with what they quote.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// A comment has come, with the answers that it has.
    pub fn insert(&mut self, id: CommentId, comment: &Comment) {
        self.count += 1;
        self.bytes += bytes_of(comment);
        if let Some(author) = &comment.said.by {
            self.part(author, id).is_author = true;
        }
        comment.replies.iter().for_each(|reply| self.insert_reply(id, reply));
    }

    /// An answer has come.
    pub fn insert_reply(&mut self, id: CommentId, reply: &Said) {
        self.count += 1;
        self.bytes += reply.text.len();
        if let Some(author) = &reply.by {
            self.part(author, id).replies += 1;
        }
    }

    /// A comment has gone with its answers.
    pub fn remove(&mut self, id: CommentId, comment: &Comment) {
        self.count -= 1 + comment.replies.len();
        self.bytes -= bytes_of(comment) + comment.replies.iter().map(|reply| reply.text.len()).sum::<usize>();
        for said in std::iter::once(&comment.said).chain(&comment.replies) {
            let Some(author) = &said.by else { continue };
            if let Some(parts) = self.parts.get_mut(author) {
                parts.remove(&id);
                if parts.is_empty() {
                    self.parts.remove(author);
                }
            }
        }
    }

    fn part(&mut self, seat: &SeatId, id: CommentId) -> &mut Part {
        self.parts.entry(seat.clone()).or_default().entry(id).or_default()
    }
}

/// Without its answers.
fn bytes_of(comment: &Comment) -> usize {
    anchor_bytes(&comment.anchor) + comment.quote.len() + comment.said.text.len()
}
