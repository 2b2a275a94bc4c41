//! What a batch makes the hub render again: no less than changed, and not much more.

use super::scene::{cast, close, does, given, next, request, room, seat, seat_id, stamp, update};
use crate::room::Room;
use crate::room::command::{
    Anchor, BoardCommand, CardKind, Command, CommentCommand, NotesCommand, PollCommand, RoomCommand, SeatCommand, SessionCommand,
    Shows, Writers,
};
use crate::room::event::Event;
use crate::room::ids::{CardId, CommentId, PollId, SeatId};
use crate::room::seat::{Profile, Role};
use crate::room::touched::{Section, Touched};
use std::collections::BTreeSet;

fn touched_by(mut room: Room, name: &str, command: impl Into<Command>) -> Touched {
    room.take_touched();
    does(&mut room, name, 60, &command.into());
    room.take_touched()
}

fn sections(sections: &[Section]) -> Touched {
    Touched {
        sections: sections.iter().copied().collect(),
        ..Touched::default()
    }
}

fn only(name: &str) -> BTreeSet<SeatId> {
    [seat_id(name)].into()
}

#[test]
fn nothing_is_touched_twice() {
    let mut room = room();
    does(&mut room, "chair", 1, &close());
    assert!(!room.take_touched().is_empty());
    assert!(room.take_touched().is_empty());
}

#[test]
fn an_edit_touches_the_document_and_nothing_else() {
    let mut room = room();
    room.apply(&stamp("rapporteur", 1), &Event::NotesEdited { update: update() });
    assert_eq!(
        room.take_touched(),
        Touched {
            notes: true,
            ..Touched::default()
        }
    );
}

#[test]
fn the_floor_and_the_polls_touch_their_own_section() {
    let asked = touched_by(room(), "ana", request());
    assert_eq!(
        (asked.sections, asked.seats),
        (sections(&[Section::Floor]).sections, only("ana"))
    );
    assert_eq!(
        touched_by(room(), "chair", PollCommand::Open { poll: PollId(1) }),
        sections(&[Section::Polls])
    );
}

#[test]
fn a_ballot_touches_the_polls_and_the_voters_own_page_but_not_the_voters_entry() {
    let room = given([("chair", PollCommand::Open { poll: PollId(1) }.into())]);
    let cast = cast(PollId(1), &[1]);
    let expected = Touched {
        seats: only("ana"),
        ballots: true,
        ..Touched::default()
    };
    assert_eq!(touched_by(room, "ana", cast), expected);
}

#[test]
fn the_ballot_of_the_last_who_had_not_voted_has_no_moment_to_wait_for() {
    let mut room = given([("chair", PollCommand::Open { poll: PollId(1) }.into())]);
    room.take_touched();
    for (voter, is_last) in [("ana", false), ("ben", false), ("cleo", true)] {
        does(&mut room, voter, 60, &cast(PollId(1), &[1]));
        assert_eq!(room.has_last_ballot_to_tell(), is_last, "{voter}");
    }
    room.take_touched();
    assert!(!room.has_last_ballot_to_tell(), "it has been told");
}

#[test]
fn who_joins_touches_one_seat_and_the_electorate_of_drafts() {
    let mut room = room();
    room.apply(
        &stamp("dora", 1),
        &Event::SeatTaken {
            seat: seat("dora", Role::Participant),
        },
    );
    let one = Touched {
        seats: only("dora"),
        people: only("dora"),
        ..Touched::default()
    };
    assert_eq!(
        room.take_touched(),
        Touched {
            drafts: true,
            ..one.clone()
        },
        "the chair's drafts say how many could vote"
    );
    for poll in [PollId(1), PollId(2)] {
        does(&mut room, "chair", 1, &PollCommand::Discard { poll }.into());
    }
    room.take_touched();
    room.apply(
        &stamp("elif", 1),
        &Event::SeatTaken {
            seat: seat("elif", Role::Participant),
        },
    );
    assert_eq!(
        room.take_touched(),
        Touched {
            seats: only("elif"),
            people: only("elif"),
            ..Touched::default()
        }
    );
    room.apply(
        &stamp("beamer", 1),
        &Event::SeatTaken {
            seat: seat("beamer", Role::Screen),
        },
    );
    assert_eq!(
        room.take_touched(),
        Touched {
            seats: only("beamer"),
            ..Touched::default()
        }
    );
}

#[test]
fn a_correction_touches_the_floor_where_the_seat_waits_or_speaks() {
    let update = SeatCommand::Update {
        profile: Profile::default(),
    };
    let one = Touched {
        seats: only("ana"),
        people: only("ana"),
        drafts: true,
        ..Touched::default()
    };
    let request: Command = request();
    assert_eq!(touched_by(room(), "ana", update.clone()), one);
    let on_floor = Touched {
        sections: [Section::Floor].into(),
        ..one
    };
    assert_eq!(touched_by(given([("ana", request.clone())]), "ana", update.clone()), on_floor);
    let give: Command = next();
    assert_eq!(
        touched_by(given([("ana", request), ("chair", give)]), "ana", update),
        on_floor
    );
}

#[test]
fn the_right_to_write_touches_those_who_have_it() {
    let allow = NotesCommand::Allow { seat: seat_id("ana") };
    assert_eq!(
        touched_by(room(), "chair", allow),
        Touched {
            seats: only("ana"),
            people: only("ana"),
            ..Touched::default()
        }
    );
    let writers = NotesCommand::Writers {
        writers: Writers::Everyone,
    };
    let expected = Touched {
        everyone: true,
        ..sections(&[Section::People, Section::Notes])
    };
    assert_eq!(touched_by(room(), "chair", writers), expected);
}

#[test]
fn closing_and_reopening_turn_every_page() {
    let expected = Touched {
        everyone: true,
        ..sections(&[Section::Room, Section::People, Section::Floor, Section::Session])
    };
    let close = RoomCommand::Close { settle: false };
    assert_eq!(touched_by(room(), "chair", close.clone()), expected);
    assert_eq!(
        touched_by(given([("chair", close.into())]), "organiser", RoomCommand::Reopen),
        expected
    );
}

/// The room with its first poll open, and somebody who joins then.
fn joined_while_open(late: bool) -> Room {
    let mut room = room();
    let mut paper = room.polls.get(PollId(1)).unwrap().paper.clone();
    paper.rules.late = late;
    let edit = PollCommand::Edit {
        poll: PollId(1),
        paper: Box::new(paper),
    };
    does(&mut room, "chair", 1, &edit.into());
    does(&mut room, "chair", 1, &PollCommand::Discard { poll: PollId(2) }.into());
    does(&mut room, "chair", 1, &PollCommand::Open { poll: PollId(1) }.into());
    room.take_touched();
    let seat = seat("dora", Role::Participant);
    room.apply(&stamp("dora", 2), &Event::SeatTaken { seat });
    room
}

#[test]
fn who_joins_touches_an_open_poll_only_where_it_takes_them_in() {
    assert!(joined_while_open(true).take_touched().ballots);
    let touched = joined_while_open(false).take_touched();
    assert!(!touched.ballots && touched.sections.is_empty(), "{touched:?}");
}

#[test]
fn who_joins_while_ballots_wait_to_be_told_waits_with_them_but_for_their_own_page() {
    let mut room = joined_while_open(false);
    does(&mut room, "ana", 3, &cast(PollId(1), &[1]));
    let urgent = room.take_urgent();
    let own_pages = Touched {
        seats: [seat_id("ana"), seat_id("dora")].into(),
        ..Touched::default()
    };
    assert_eq!(urgent, own_pages);
    let told = room.take_touched();
    assert_eq!((told.ballots, told.people), (true, only("dora")));
    assert_eq!(
        joined_while_open(false).take_urgent().people,
        only("dora"),
        "where none wait, nobody does"
    );
}

fn card_of_ana() -> Command {
    BoardCommand::Add {
        kind: CardKind::Gap,
        text: "Money".to_owned(),
    }
    .into()
}

#[test]
fn a_card_or_its_support_turns_one_page_beside_the_section_that_all_get() {
    let section = [Section::Board].into();
    let added = touched_by(room(), "ana", card_of_ana());
    assert_eq!((added.sections, added.seats, added.everyone), (section, only("ana"), false));
    let supported = touched_by(
        given([("ana", card_of_ana())]),
        "ben",
        BoardCommand::Support { card: CardId(1) },
    );
    assert_eq!((supported.seats, supported.everyone), (only("ben"), false));
}

#[test]
fn a_card_that_goes_off_the_pages_turns_those_of_its_author_and_of_all_who_support_it() {
    let card = CardId(1);
    let supported = || given([("ana", card_of_ana()), ("ben", BoardCommand::Support { card }.into())]);
    let both: BTreeSet<SeatId> = [seat_id("ana"), seat_id("ben")].into();
    assert_eq!(touched_by(supported(), "chair", BoardCommand::Hold { card }).seats, both);
    assert_eq!(touched_by(supported(), "ana", BoardCommand::Withdraw { card }).seats, both);
    assert_eq!(
        touched_by(supported(), "chair", BoardCommand::Pin { card }).seats,
        BTreeSet::new()
    );
}

#[test]
fn who_has_written_something_is_named_anew_where_it_stands_on_the_record() {
    let named = |name: &str| SeatCommand::Update {
        profile: super::scene::named(name),
    };
    let touched = touched_by(given([("ana", card_of_ana())]), "ana", named("Ana B."));
    assert_eq!(touched.sections, [Section::Board].into());
    assert!(
        touched_by(given([("ana", card_of_ana())]), "ben", named("Ben C."))
            .sections
            .is_empty()
    );
}

#[test]
fn a_comment_makes_itself_be_told_and_no_other() {
    let comment = |text: &str| {
        let anchor = Anchor {
            start: "AAE=".to_owned(),
            end: "AAI=".to_owned(),
        };
        let (quote, text) = ("Agreed.".to_owned(), text.to_owned());
        Command::from(CommentCommand::Add { anchor, quote, text })
    };
    let room = || given([("ana", comment("By whom?")), ("ben", comment("When?"))]);
    let resolve = CommentCommand::Resolve { comment: CommentId(2) };
    let expected = Touched {
        comments: [CommentId(2)].into(),
        ..Touched::default()
    };
    assert_eq!(touched_by(room(), "chair", resolve), expected);
    let update = SeatCommand::Update {
        profile: Profile::default(),
    };
    assert_eq!(
        touched_by(room(), "ana", update).comments,
        [CommentId(1)].into(),
        "told with her name"
    );
}

#[test]
fn an_announcement_is_told_beside_the_view_and_nothing_else_of_the_session_is() {
    let message = "Ten minutes left".to_owned();
    let expected = Touched {
        announced: true,
        ..sections(&[Section::Session])
    };
    assert_eq!(
        touched_by(room(), "chair", SessionCommand::Announce { message, for_s: None }),
        expected
    );
    let shows = Shows::Notes;
    assert_eq!(
        touched_by(room(), "chair", SessionCommand::Screen { shows }),
        sections(&[Section::Session])
    );
}
