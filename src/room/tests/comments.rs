//! Comments on passages of the notes.

use super::scene::{asks, does, given, role_of, room, seat_id};
use crate::room::Room;
use crate::room::command::{Anchor, Command, CommentCommand};
use crate::room::event::{CommentEvent, Event};
use crate::room::ids::CommentId;
use crate::room::limits::{
    ANCHOR_CHARACTERS_MAX, COMMENT_CHARACTERS_MAX, COMMENTS_BYTES_MAX, COMMENTS_PER_SEAT_MAX, QUOTE_CHARACTERS_MAX, REPLIES_MAX,
};
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
    for number in 0..REPLIES_MAX {
        does(&mut room, if number % 2 == 0 { "ben" } else { "cleo" }, 5, &reply("By me."));
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

#[test]
fn one_participant_has_so_many_unsettled_and_the_others_go_on() {
    let mut room = given([("ana", add("By whom?")), ("ana", reply("I mean: when?"))]);
    for _ in 2..COMMENTS_PER_SEAT_MAX {
        does(&mut room, "ana", 5, &add("And by whom?"));
    }
    for command in [add("One more"), reply("One more")] {
        assert_eq!(asks(&room, "ana", command.clone()), Err(Code::TooMany));
        assert!(asks(&room, "ben", command).is_ok());
    }
    does(&mut room, "rapporteur", 6, &CommentCommand::Resolve { comment: K1 }.into());
    does(&mut room, "ana", 7, &add("Now that two are settled"));
    does(&mut room, "ana", 7, &add("Now that two are settled"));
    assert_eq!(asks(&room, "ana", add("One more")), Err(Code::TooMany));
    let own = CommentId(2);
    does(&mut room, "ana", 8, &CommentCommand::Delete { comment: own }.into());
    assert!(asks(&room, "ana", add("Now that one is taken back")).is_ok());
}

#[test]
fn those_who_settle_comments_answer_as_often_as_they_have_to() {
    let mut room = room();
    for _ in 0..=COMMENTS_PER_SEAT_MAX {
        does(&mut room, "rapporteur", 5, &add("To be checked"));
    }
    assert!(asks(&room, "rapporteur", add("This too")).is_ok());
}

#[test]
fn all_comments_together_are_no_more_than_a_page_can_take() {
    let mut room = room();
    let long = "\u{1f600}".repeat(COMMENT_CHARACTERS_MAX);
    let each = long.len() + "Agreed.".len() + "AAE=AAI=".len();
    for _ in 0..COMMENTS_BYTES_MAX / each {
        does(&mut room, "chair", 5, &add(&long));
    }
    assert_eq!(asks(&room, "chair", add(&long)), Err(Code::TooMany));
    assert_eq!(asks(&room, "ben", reply(&long)), Err(Code::TooMany));
    does(&mut room, "chair", 6, &delete());
    assert!(asks(&room, "ben", add(&long)).is_ok(), "there is room again");
}

#[test]
fn what_follows_from_the_comments_is_the_same_after_a_snapshot() {
    let second = CommentCommand::Delete { comment: CommentId(2) };
    let room = given([
        ("ana", add("By whom?")),
        ("ben", add("When?")),
        ("ana", reply("I mean: when?")),
        ("ben", reply("At once.")),
        ("chair", second.into()),
    ]);
    assert_eq!(Room::restore(&room.snapshot()).unwrap().comments, room.comments);
    let ben = seat_id("ben");
    assert_eq!(
        (room.comments.of(&ben).count(), room.comments.with(&ben).collect::<Vec<_>>()),
        (0, vec![K1])
    );
}
