//! Two organisers at one board: whoever is overtaken is told, and loses nothing.

use super::*;

fn hide(point: usize) -> PlenaryCommand {
    PlenaryCommand::Hide {
        point: reference(point),
        reason: "Not for the plenary".into(),
    }
}

fn pin(point: usize, at: Option<u32>) -> PlenaryCommand {
    PlenaryCommand::Pin {
        point: reference(point),
        at,
    }
}

fn read_out(room: &str) -> PlenaryCommand {
    PlenaryCommand::ReadOut {
        room: room.into(),
        for_s: None,
    }
}

fn phase(phase: Phase) -> PlenaryCommand {
    PlenaryCommand::Phase { phase }
}

/// What the second of two is told who saw the same board, and whether the board is as the first one left it.
fn second(before: &[PlenaryCommand], first: PlenaryCommand, second: &PlenaryCommand) -> (Result<(), Code>, bool) {
    let mut board = PlenaryBoard::default();
    before.iter().for_each(|command| order(&mut board, command.clone()));
    let seen = board.changes();
    order(&mut board, first);
    let of_first = gather(&rooms(), &board);
    let answer = ask_as_seen(&mut board, Role::Organiser, "other", second, Some(seen));
    (answer, gather(&rooms(), &board) == of_first)
}

const OVERTAKEN: (Result<(), Code>, bool) = (Err(Code::ArrangedMeanwhile), true);

#[test]
fn whoever_moves_a_point_that_another_one_has_moved_since_is_told_and_moves_nothing() {
    assert_eq!(second(&[], fold(4, 0), &fold(4, 8)), OVERTAKEN);
    assert_eq!(second(&[], fold(4, 0), &hide(4)), OVERTAKEN);
    assert_eq!(
        second(&[], fold(4, 0), &hide(0)),
        OVERTAKEN,
        "with it the other would go unseen"
    );
    assert_eq!(second(&[], hide(4), &pin(4, None)), OVERTAKEN);
    assert_eq!(
        second(&[hide(4)], PlenaryCommand::Unhide { point: reference(4) }, &fold(4, 0)),
        OVERTAKEN
    );
    let pinned = [pin(0, None), pin(4, None), pin(8, None)];
    assert_eq!(second(&pinned, pin(8, Some(0)), &pin(8, Some(1))), OVERTAKEN);
    assert_eq!(
        second(&[fold(4, 0)], fold(4, 8), &PlenaryCommand::Unfold { point: reference(4) }),
        OVERTAKEN
    );
}

#[test]
fn nothing_is_put_under_a_point_that_has_left_its_place_since() {
    assert_eq!(second(&[], hide(0), &fold(4, 0)), OVERTAKEN);
    assert_eq!(second(&[], fold(0, 8), &fold(4, 0)), OVERTAKEN);
    let (answer, same) = second(&[], fold(8, 0), &fold(4, 0));
    assert_eq!((answer, same), (Ok(()), false), "both may put something under the same point");
}

#[test]
fn two_who_want_the_same_both_have_it() {
    for command in [
        fold(4, 0),
        hide(4),
        pin(4, None),
        phase(Phase::Shown),
        PlenaryCommand::OpenSupport,
    ] {
        assert_eq!(second(&[], command.clone(), &command), (Ok(()), true), "{command:?}");
    }
    let begun = [read_out("group-1")];
    assert_eq!(second(&[], begun[0].clone(), &begun[0]), (Ok(()), true));
    assert_eq!(
        second(&begun, PlenaryCommand::EndReadOut, &PlenaryCommand::EndReadOut),
        (Ok(()), true)
    );
}

#[test]
fn two_who_do_different_things_do_not_hinder_each_other() {
    assert_eq!(second(&[], fold(4, 0), &hide(8)), (Ok(()), false));
    assert_eq!(second(&[], pin(4, Some(0)), &pin(8, Some(0))), (Ok(()), false));
    assert_eq!(second(&[], phase(Phase::Shown), &fold(4, 0)), (Ok(()), false));
}

#[test]
fn a_board_that_somebody_has_taken_down_since_is_not_closed() {
    assert_eq!(
        second(&[phase(Phase::Shown)], phase(Phase::Preparing), &phase(Phase::Closed)),
        OVERTAKEN
    );
}

#[test]
fn a_read_out_that_somebody_else_has_begun_since_is_not_driven_and_not_ended() {
    let before = [read_out("group-1")];
    let drives = [
        PlenaryCommand::StartClock,
        PlenaryCommand::Message { number: 2 },
        PlenaryCommand::EndReadOut,
        read_out("group-3"),
    ];
    for drive in drives {
        assert_eq!(second(&before, read_out("group-2"), &drive), OVERTAKEN, "{drive:?}");
    }
}

#[test]
fn a_clock_that_two_start_in_the_same_moment_is_started_once_and_one_who_has_seen_it_run_starts_it_again() {
    let mut board = PlenaryBoard::default();
    order(&mut board, read_out("group-1"));
    let seen = board.changes();
    order(&mut board, PlenaryCommand::StartClock);
    let (started, changes) = (board.read_out.clone(), board.changes());
    let later = |board: &mut PlenaryBoard, seen| {
        let order = PlenaryOrder {
            command: PlenaryCommand::StartClock,
            seen: Some(seen),
        };
        let context = Context {
            now: Millis(5_000),
            seat: SeatId::new("other").unwrap(),
            role: Role::Organiser,
            request: Uuid::nil(),
        };
        let stamp = Stamp {
            at: context.now,
            by: None,
        };
        let events = board.decide(&order, &context).unwrap();
        events.iter().for_each(|event| board.apply(&stamp, event));
    };
    later(&mut board, seen);
    assert_eq!(board.read_out, started);
    later(&mut board, changes);
    assert_eq!(board.read_out.unwrap().started_at, Some(Millis(5_000)));
}

#[test]
fn without_a_word_of_what_was_seen_the_last_one_counts() {
    let mut board = PlenaryBoard::default();
    order(&mut board, fold(4, 0));
    order(&mut board, fold(4, 8));
    assert_eq!(board.root(&reference(4)), &reference(8));
}
