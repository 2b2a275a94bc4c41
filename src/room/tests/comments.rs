//! Comments on passages of the notes.

use super::scene::{asks, does, given, role_of, room, seat_id};
use crate::room::Room;
use crate::room::command::{Anchor, Command, CommentCommand};
use crate::room::event::{CommentEvent, Event};
use crate::room::ids::CommentId;
use crate::room::limits::{ANCHOR_CHARACTERS_MAX, COMMENT_CHARACTERS_MAX, QUOTE_CHARACTERS_MAX, REPLIES_MAX};
use crate::room::refusal::Code;
use crate::room::view::{Audience, CommentView};

const K1: CommentId = CommentId(1);

fn on(quote: &str, text: &str, start: &str) -> Command {
    CommentCommand::Add {
        anchor: Anchor {
            start: start.to_owned(),
            end: "AAI=".to_owned(),
        },
        quote: quote.to_owned(),
        text: text.to_owned(),
    }
    .into()
}

fn add(text: &str) -> Command {
    on("Agreed.", text, "AAE=")
}

fn reply(text: &str) -> Command {
    CommentCommand::Reply {
        comment: K1,
        text: text.to_owned(),
    }
    .into()
}

fn delete() -> Command {
    CommentCommand::Delete { comment: K1 }.into()
}

fn comment(room: &Room) -> CommentView {
    room.view(Audience::Participant).comments.comments[&K1].clone()
}

fn own(room: &Room, name: &str) -> Vec<CommentId> {
    room.you(&seat_id(name), role_of(name)).comments
}

#[test]
fn everybody_sees_a_comment_with_its_answers_and_its_author_knows_it_as_their_own() {
    let room = given([("ana", add("By whom?")), ("rapporteur", reply("By all."))]);
    let seen = comment(&room);
    assert_eq!((seen.quote.as_str(), seen.text.as_str()), ("Agreed.", "By whom?"));
    assert_eq!(seen.by.unwrap().name.as_deref(), Some("Name of ana"));
    assert_eq!(seen.replies[0].text, "By all.");
    for audience in Audience::ALL {
        assert!(room.view(audience).comments.comments.contains_key(&K1), "{audience:?}");
    }
    assert_eq!((own(&room, "ana"), own(&room, "rapporteur")), (vec![K1], vec![]));
}

#[test]
fn a_comment_needs_words_and_a_passage_and_neither_without_end() {
    let room = given([("ana", add("By whom?"))]);
    for command in [
        add(" "),
        add(&"x".repeat(COMMENT_CHARACTERS_MAX + 1)),
        reply(""),
        on("", "Why?", "AAE="),
        on(&"x".repeat(QUOTE_CHARACTERS_MAX + 1), "Why?", "AAE="),
        on("Agreed.", "Why?", ""),
        on("Agreed.", "Why?", "<script>"),
        on("Agreed.", "Why?", &"A".repeat(ANCHOR_CHARACTERS_MAX + 1)),
    ] {
        assert_eq!(asks(&room, "ben", command.clone()), Err(Code::TextInvalid), "{command:?}");
    }
}

#[test]
fn what_cannot_be_shown_of_a_quoted_passage_is_a_blank() {
    let Ok(events) = asks(&room(), "ana", on("one\ntwo\u{202e}", "Why?", "AAE=")) else {
        panic!("it was refused");
    };
    assert!(matches!(&events[..], [Event::Comment(CommentEvent::CommentAdded { quote, .. })] if quote == "one two"));
}

#[test]
fn a_comment_has_so_many_answers() {
    let mut room = given([("ana", add("By whom?"))]);
    for _ in 0..REPLIES_MAX {
        does(&mut room, "ben", 5, &reply("By me."));
    }
    assert_eq!(asks(&room, "ben", reply("By me.")), Err(Code::TooMany));
}

#[test]
fn the_rapporteur_settles_a_comment_and_takes_that_back_and_twice_is_once() {
    let mut room = given([("ana", add("By whom?"))]);
    for _ in 0..2 {
        does(&mut room, "rapporteur", 5, &CommentCommand::Resolve { comment: K1 }.into());
    }
    assert!(comment(&room).resolved);
    does(&mut room, "ben", 6, &reply("And yet."));
    does(&mut room, "chair", 7, &CommentCommand::Reopen { comment: K1 }.into());
    assert!(!comment(&room).resolved);
    let unknown = CommentCommand::Resolve { comment: CommentId(9) };
    assert_eq!(asks(&room, "chair", unknown), Err(Code::UnknownComment));
}

#[test]
fn one_takes_back_ones_own_comment_until_somebody_else_has_answered() {
    let mut room = given([("ana", add("By whom?")), ("ana", reply("I mean: when?"))]);
    assert_eq!(asks(&room, "ben", delete()), Err(Code::UnknownComment));
    assert!(asks(&room, "ana", delete()).is_ok());
    does(&mut room, "ben", 5, &reply("At once."));
    assert_eq!(asks(&room, "ana", delete()), Err(Code::UnknownComment));
    does(&mut room, "rapporteur", 6, &delete());
    assert!(room.view(Audience::Chair).comments.comments.is_empty());
    assert!(own(&room, "ana").is_empty());
    does(&mut room, "ana", 7, &add("Again"));
    assert_eq!(own(&room, "ana"), [CommentId(2)], "a number is given once");
}
