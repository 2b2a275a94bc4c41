//! Comments on passages of the notes, with their answers. Whoever may be in the room as a person may comment and answer. Refused
//! where a text is empty or too long, where there are as many comments and answers as there may be (`room_for.rs`), and for a comment
//! that is not there. Afterwards everybody sees it beside the notes, also when its passage is gone: then by the words that it quotes.
//!
//! Chair and rapporteur settle a comment and take that back; a settled one may still be answered, and doing either again changes
//! nothing. A comment goes away with its answers: its author may take it back while nobody else has answered, chair and rapporteur
//! any. Comments are no part of the notes: they can be written while the report is final, and by those who may only read the notes.

mod of_seats;
mod room_for;

use super::access::{self, Right};
use super::command::{Anchor, CommentCommand};
use super::event::{CommentEvent, Event, Stamp};
use super::ids::{CommentId, Millis, SeatId};
use super::limits::{ANCHOR_CHARACTERS_MAX, COMMENT_CHARACTERS_MAX, QUOTE_CHARACTERS_MAX, REPLIES_MAX};
use super::refusal::{Code, Refusal};
use super::{Context, Room, text};
use of_seats::OfSeats;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The comments on the notes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comments {
    comments: BTreeMap<CommentId, Comment>,
    last: u32,
    /// What each seat has said, and how much all of it is: follows from the comments.
    #[serde(skip)]
    of_seats: OfSeats,
}

/// A comment that was not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The passage.
    pub anchor: Anchor,
    /// Its words.
    pub quote: String,
    /// What is said about it.
    pub said: Said,
    /// The answers, in order.
    pub replies: Vec<Said>,
    /// Whether it is settled.
    pub resolved: bool,
}

/// What somebody said, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Who.
    pub by: Option<SeatId>,
    /// When.
    pub at: Millis,
}

/// What a command makes happen.
pub(super) fn decide(room: &Room, command: &CommentCommand, context: &Context) -> Result<Vec<Event>, Refusal> {
    let comments = &room.comments;
    let event = match command {
        CommentCommand::Add { anchor, quote, text } => decide_add(comments, anchor, quote, text, context)?,
        CommentCommand::Reply { comment, text } => decide_reply(comments, *comment, text, context)?,
        CommentCommand::Resolve { comment } => {
            comments.find(*comment)?;
            CommentEvent::CommentResolved { comment: *comment }
        }
        CommentCommand::Reopen { comment } => {
            comments.find(*comment)?;
            CommentEvent::CommentReopened { comment: *comment }
        }
        CommentCommand::Delete { comment } => decide_delete(comments, *comment, context)?,
    };
    Ok(vec![Event::Comment(event)])
}

fn decide_add(comments: &Comments, anchor: &Anchor, quote: &str, text: &str, context: &Context) -> Result<CommentEvent, Refusal> {
    if ![&anchor.start, &anchor.end].into_iter().all(|position| is_position(position)) {
        let message = "The passage cannot be found: its two ends are encoded positions in base64.";
        return Err(Refusal::new(Code::TextInvalid, message));
    }
    let quote = text::filled("The quoted passage", &text::showable(quote), QUOTE_CHARACTERS_MAX)?;
    let text = text::filled("The comment", text, COMMENT_CHARACTERS_MAX)?;
    room_for::refuse_too_many(comments, anchor_bytes(anchor) + quote.len() + text.len(), context)?;
    Ok(CommentEvent::CommentAdded {
        comment: CommentId(comments.last.saturating_add(1)),
        anchor: anchor.clone(),
        quote,
        text,
    })
}

/// Whether a text has the form of an encoded position. What it stands for is the page's to know.
fn is_position(text: &str) -> bool {
    let of_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=');
    (1..=ANCHOR_CHARACTERS_MAX).contains(&text.len()) && text.bytes().all(of_base64)
}

fn decide_reply(comments: &Comments, comment: CommentId, text: &str, context: &Context) -> Result<CommentEvent, Refusal> {
    let found = comments.find(comment)?;
    let text = text::filled("The answer", text, COMMENT_CHARACTERS_MAX)?;
    if found.replies.len() >= REPLIES_MAX {
        let message = format!("Comment {comment} has {REPLIES_MAX} answers; write a new comment.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    room_for::refuse_too_many(comments, text.len(), context)?;
    Ok(CommentEvent::CommentReplied { comment, text })
}

fn anchor_bytes(anchor: &Anchor) -> usize {
    anchor.start.len() + anchor.end.len()
}

fn decide_delete(comments: &Comments, comment: CommentId, context: &Context) -> Result<CommentEvent, Refusal> {
    let found = comments.find(comment)?;
    if !access::may(context.role, Right::SettleComment) {
        let is_own = |said: &Said| said.by.as_ref() == Some(&context.seat);
        if !is_own(&found.said) {
            let message = format!("Comment {comment} is not yours; chair or rapporteur may take it back.");
            return Err(Refusal::new(Code::UnknownComment, message));
        }
        if !found.replies.iter().all(is_own) {
            let message = format!("Others have answered comment {comment}; chair or rapporteur may take it back.");
            return Err(Refusal::new(Code::UnknownComment, message));
        }
    }
    Ok(CommentEvent::CommentDeleted { comment })
}

impl Comments {
    /// The comments in the order of writing.
    pub fn iter(&self) -> impl Iterator<Item = (CommentId, &Comment)> {
        self.comments.iter().map(|(id, comment)| (*id, comment))
    }

    /// A comment.
    pub fn get(&self, comment: CommentId) -> Option<&Comment> {
        self.comments.get(&comment)
    }

    /// The comments of a seat, in the order of writing.
    pub fn of(&self, seat: &SeatId) -> impl Iterator<Item = CommentId> {
        self.of_seats.comments(seat)
    }

    /// The comments that a seat has written or answered.
    pub fn with(&self, seat: &SeatId) -> impl Iterator<Item = CommentId> {
        self.of_seats.with(seat)
    }

    /// The comments as they were saved, with what follows from them.
    pub(super) fn restored(mut self) -> Self {
        self.of_seats = OfSeats::of(&self.comments);
        self
    }

    fn find(&self, comment: CommentId) -> Result<&Comment, Refusal> {
        let found = self.get(comment);
        found.ok_or_else(|| Refusal::new(Code::UnknownComment, format!("There is no comment {comment} on the notes.")))
    }

    /// Makes an event so.
    pub(super) fn apply(&mut self, stamp: &Stamp, event: &CommentEvent) {
        let said = |text: &String| Said {
            text: text.clone(),
            by: stamp.by.clone(),
            at: stamp.at,
        };
        match event {
            CommentEvent::CommentAdded {
                comment,
                anchor,
                quote,
                text,
            } => {
                self.last = self.last.max(comment.0);
                let added = Comment {
                    anchor: anchor.clone(),
                    quote: quote.clone(),
                    said: said(text),
                    replies: Vec::new(),
                    resolved: false,
                };
                self.of_seats.insert(*comment, &added);
                self.comments.insert(*comment, added);
            }
            CommentEvent::CommentReplied { comment, text } => {
                if let Some(found) = self.comments.get_mut(comment) {
                    let reply = said(text);
                    self.of_seats.insert_reply(*comment, &reply);
                    found.replies.push(reply);
                }
            }
            CommentEvent::CommentResolved { comment } => self.settle(*comment, true),
            CommentEvent::CommentReopened { comment } => self.settle(*comment, false),
            CommentEvent::CommentDeleted { comment } => {
                if let Some(deleted) = self.comments.remove(comment) {
                    self.of_seats.remove(*comment, &deleted);
                }
            }
        }
    }

    fn settle(&mut self, comment: CommentId, resolved: bool) {
        let found = self.comments.get_mut(&comment);
        found.into_iter().for_each(|found| found.resolved = resolved);
    }
}
