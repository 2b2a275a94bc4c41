//! The rules of the plenary's board: folding loses nothing and makes no circles, support counts seats, and nobody is told more than
//! their room allows.

mod meanwhile;

use super::gather::gather;
use super::listed::list;
use super::mapping::{Mapping, MappingKind, of_points};
use super::rooms::RoomPoints;
use super::view::{BoardPoint, PlenaryView};
use super::*;
use crate::outcome::{OutcomePoint, Run};
use crate::room::event::Attribution;
use crate::room::notes::Point;
use crate::room::notes::point::{Component, PointKind};
use crate::room::seat::Role;
use crate::room::view::RoomState;
use proptest::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

const KINDS: [PointKind; 4] = [
    PointKind::Gap,
    PointKind::PlenaryMessage,
    PointKind::Need,
    PointKind::Recommendation,
];

fn reference(number: usize) -> PointRef {
    PointRef::new(&format!("group-{}", number / KINDS.len() + 1), &format!("{number:016x}"))
}

fn point(number: usize) -> OutcomePoint {
    OutcomePoint {
        number: u32::try_from(number % KINDS.len()).unwrap() + 1,
        mark: Point {
            id: format!("{number:016x}"),
            kind: KINDS[number % KINDS.len()],
            standing: None,
            component: Some(Component::People),
            reach: None,
            region: None,
            owner: None,
            source: None,
        },
        heading: String::new(),
        runs: vec![Run {
            text: format!("=Point {number}"),
            ..Run::default()
        }],
    }
}

/// A room with a point of each of the kinds.
fn room(number: usize) -> RoomPoints {
    let first = (number - 1) * KINDS.len();
    RoomPoints {
        id: format!("group-{number}"),
        title: format!("Group {number}"),
        theme: String::new(),
        state: RoomState::Open,
        attribution: Attribution::ChathamHouse,
        rapporteurs: vec!["Mei Tan".into()],
        points: (first..first + KINDS.len()).map(point).collect(),
    }
}

fn rooms() -> Vec<Arc<RoomPoints>> {
    [1, 2, 3].map(room).map(Arc::new).into()
}

/// How many points those rooms have.
const POINTS: usize = 12;

fn ask(board: &mut PlenaryBoard, role: Role, seat: &str, command: &PlenaryCommand) -> Result<(), Code> {
    ask_as_seen(board, role, seat, command, None)
}

fn ask_as_seen(
    board: &mut PlenaryBoard,
    role: Role,
    seat: &str,
    command: &PlenaryCommand,
    seen: Option<u64>,
) -> Result<(), Code> {
    let order = PlenaryOrder {
        command: command.clone(),
        seen,
    };
    let seat = SeatId::new(seat).unwrap();
    let context = Context {
        now: Millis(1_000),
        seat: seat.clone(),
        role,
        request: Uuid::nil(),
    };
    let events = board.decide(&order, &context).map_err(|refusal| refusal.code)?;
    let stamp = Stamp {
        at: context.now,
        by: Some(seat),
    };
    events.iter().for_each(|event| board.apply(&stamp, event));
    Ok(())
}

fn order(board: &mut PlenaryBoard, command: PlenaryCommand) {
    ask(board, Role::Organiser, "organiser", &command).unwrap();
}

fn fold(point: usize, under: usize) -> PlenaryCommand {
    PlenaryCommand::Fold {
        point: reference(point),
        under: reference(under),
    }
}

fn support(board: &mut PlenaryBoard, seat: &str, number: usize) -> Result<(), Code> {
    let point = reference(number);
    ask(board, Role::Participant, seat, &PlenaryCommand::Support { point })
}

fn found(view: &PlenaryView, number: usize) -> &BoardPoint {
    view.points().find(|point| point.said.id == reference(number)).unwrap()
}

/// Every point that a view has, wherever it stands.
fn all(view: &PlenaryView) -> Vec<PointRef> {
    let shown = view
        .points()
        .flat_map(|point| std::iter::once(&point.said).chain(&point.folded));
    let hidden = view
        .hidden
        .iter()
        .flat_map(|point| std::iter::once(&point.said).chain(&point.folded));
    let mut ids: Vec<PointRef> = shown.chain(hidden).map(|said| said.id.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn two_doubles_stand_as_one_with_both_rooms_and_come_apart_again() {
    let mut board = PlenaryBoard::default();
    order(&mut board, fold(4, 0));
    let view = gather(&rooms(), &board);
    assert_eq!(found(&view, 0).folded[0].id, reference(4));
    assert_eq!(found(&view, 0).folded[0].room, "group-2");
    order(&mut board, PlenaryCommand::Unfold { point: reference(4) });
    assert!(found(&gather(&rooms(), &board), 4).folded.is_empty());
}

#[test]
fn what_stood_under_a_point_comes_along_and_one_of_them_may_come_to_stand_for_all() {
    let mut board = PlenaryBoard::default();
    [fold(4, 0), fold(0, 8)]
        .into_iter()
        .for_each(|command| order(&mut board, command));
    assert_eq!(found(&gather(&rooms(), &board), 8).folded.len(), 2);
    order(&mut board, fold(8, 4));
    let view = gather(&rooms(), &board);
    let under: Vec<&PointRef> = found(&view, 4).folded.iter().map(|said| &said.id).collect();
    assert_eq!(under, [&reference(0), &reference(8)]);
    let itself = ask(&mut board, Role::Organiser, "organiser", &fold(4, 4));
    assert_eq!(itself, Err(Code::BadCommand));
}

#[test]
fn a_point_that_vanishes_leaves_its_fold_and_its_support_harmless_and_has_them_again_when_it_comes_back() {
    let mut board = PlenaryBoard::default();
    [fold(4, 0), fold(8, 0), PlenaryCommand::OpenSupport]
        .into_iter()
        .for_each(|command| order(&mut board, command));
    support(&mut board, "a", 0).unwrap();
    let mut without = rooms();
    Arc::make_mut(&mut without[0]).points.remove(0);
    let view = gather(&without, &board);
    assert_eq!(found(&view, 4).folded[0].id, reference(8), "the next one stands for the rest");
    assert_eq!(found(&view, 4).support, 1);
    assert_eq!(found(&gather(&rooms(), &board), 0).folded.len(), 2);
}

#[test]
fn a_seat_counts_once_for_what_stands_together_and_takes_all_of_it_back_at_once() {
    let mut board = PlenaryBoard::default();
    assert_eq!(support(&mut board, "a", 0), Err(Code::SupportClosed));
    order(&mut board, PlenaryCommand::OpenSupport);
    for (seat, number) in [("a", 0), ("a", 4), ("b", 4), ("a", 0)] {
        support(&mut board, seat, number).unwrap();
    }
    order(&mut board, fold(4, 0));
    assert_eq!(found(&gather(&rooms(), &board), 0).support, 2);
    let point = reference(0);
    ask(&mut board, Role::Chair, "a", &PlenaryCommand::WithdrawSupport { point }).unwrap();
    assert_eq!(board.supporters(&reference(4)), 1);
    assert!(board.supported_by(&SeatId::new("a").unwrap()).is_empty());
}

#[test]
fn what_is_left_out_takes_along_what_stands_under_it_and_cannot_be_supported() {
    let mut board = PlenaryBoard::default();
    let hide = |reason: &str| PlenaryCommand::Hide {
        point: reference(0),
        reason: reason.into(),
    };
    let nothing_said = ask(&mut board, Role::Organiser, "organiser", &hide("  "));
    assert_eq!(nothing_said, Err(Code::TextInvalid));
    [fold(4, 0), hide("Taken back by the room"), PlenaryCommand::OpenSupport]
        .into_iter()
        .for_each(|command| order(&mut board, command));
    let view = gather(&rooms(), &board);
    assert_eq!((view.points().count(), view.hidden[0].folded.len()), (POINTS - 2, 1));
    assert_eq!(support(&mut board, "a", 4), Err(Code::UnknownPoint));
    assert!(of_points(&view).iter().all(|entry| entry.id != reference(0).to_string()));
    order(&mut board, PlenaryCommand::Unhide { point: reference(0) });
    assert_eq!(found(&gather(&rooms(), &board), 0).folded.len(), 1);
}

#[test]
fn what_is_pinned_comes_first_then_messages_then_the_rest_by_kind() {
    let mut board = PlenaryBoard::default();
    order(
        &mut board,
        PlenaryCommand::Pin {
            point: reference(3),
            at: None,
        },
    );
    order(
        &mut board,
        PlenaryCommand::Pin {
            point: reference(2),
            at: Some(0),
        },
    );
    let view = gather(&rooms(), &board);
    let first: Vec<&PointRef> = view.themes[0].points.iter().map(|point| &point.said.id).collect();
    assert_eq!(first, [2, 3, 1, 0].map(reference).each_ref());
}

#[test]
fn rooms_of_one_theme_share_a_column_and_its_code() {
    let mut rooms = rooms();
    Arc::make_mut(&mut rooms[0]).theme = "Skills for all".into();
    Arc::make_mut(&mut rooms[2]).theme = " skills for ALL".into();
    let view = gather(&rooms, &PlenaryBoard::default());
    let columns: Vec<(&str, usize)> = view
        .themes
        .iter()
        .map(|theme| (theme.code.as_str(), theme.points.len()))
        .collect();
    assert_eq!(columns, [("group-1", 8), ("group-2", 4)]);
}

#[test]
fn nobody_sees_points_before_the_board_is_shown_and_nobody_changes_it_once_it_is_closed() {
    let mut board = PlenaryBoard::default();
    assert!(gather(&rooms(), &board).for_everybody().themes.is_empty());
    order(&mut board, PlenaryCommand::Phase { phase: Phase::Shown });
    assert_eq!(gather(&rooms(), &board).for_everybody().points().count(), POINTS);
    order(&mut board, PlenaryCommand::Phase { phase: Phase::Closed });
    assert_eq!(
        ask(&mut board, Role::Organiser, "organiser", &fold(4, 0)),
        Err(Code::PlenaryClosed)
    );
    order(&mut board, PlenaryCommand::Phase { phase: Phase::Shown });
    order(&mut board, fold(4, 0));
}

#[test]
fn a_read_out_shows_the_rooms_messages_and_its_clock_runs_from_when_it_was_started() {
    let mut board = PlenaryBoard::default();
    let command = PlenaryCommand::Message { number: 1 };
    assert_eq!(ask(&mut board, Role::Rapporteur, "r", &command), Err(Code::NoReadOut));
    let begin = PlenaryCommand::ReadOut {
        room: "group-2".into(),
        for_s: None,
    };
    ask(&mut board, Role::Rapporteur, "r", &begin).unwrap();
    let view = gather(&rooms(), &board).for_everybody();
    let read_out = view.read_out.unwrap();
    assert_eq!(
        (read_out.messages.len(), read_out.message, read_out.for_s, read_out.started_at),
        (1, 1, 120, None)
    );
    ask(&mut board, Role::Rapporteur, "r", &PlenaryCommand::StartClock).unwrap();
    assert_eq!(board.read_out.as_ref().unwrap().started_at, Some(Millis(1_000)));
    let far = PlenaryCommand::Message { number: 21 };
    assert_eq!(ask(&mut board, Role::Rapporteur, "r", &far), Err(Code::OutOfBounds));
    ask(&mut board, Role::Rapporteur, "r", &PlenaryCommand::EndReadOut).unwrap();
    assert_eq!(board.read_out, None);
}

#[test]
fn a_rapporteur_drives_the_read_out_of_their_own_room_alone() {
    let mut board = PlenaryBoard::default();
    let begin = |room: &str| PlenaryCommand::ReadOut {
        room: room.into(),
        for_s: None,
    };
    assert!(access::require_own_read_out(&board, &begin("group-1"), Some("group-2")).is_err());
    assert!(access::require_own_read_out(&board, &begin("group-2"), Some("group-2")).is_ok());
    order(&mut board, begin("group-1"));
    for command in [begin("group-2"), PlenaryCommand::StartClock, PlenaryCommand::EndReadOut] {
        assert!(access::require_own_read_out(&board, &command, Some("group-2")).is_err());
        assert!(access::require_own_read_out(&board, &command, Some("group-1")).is_ok() || command == begin("group-2"));
        assert!(access::require_own_read_out(&board, &command, None).is_ok());
    }
}

#[test]
fn each_role_asks_what_is_its_own() {
    let commands = [
        fold(4, 0),
        PlenaryCommand::Phase { phase: Phase::Shown },
        PlenaryCommand::OpenSupport,
        PlenaryCommand::Support { point: reference(0) },
        PlenaryCommand::EndReadOut,
    ];
    let may = |role| commands.each_ref().map(|command| access::require(role, command).is_ok());
    assert_eq!(may(Role::Organiser), [true, true, true, false, true]);
    assert_eq!(may(Role::Rapporteur), [false, false, false, true, true]);
    for role in [Role::Participant, Role::Chair] {
        assert_eq!(may(role), [false, false, false, true, false]);
    }
    assert_eq!(may(Role::Screen), [false; 5]);
}

#[test]
fn the_mapping_has_needs_and_gaps_with_their_codes_and_says_what_is_a_double() {
    let mut board = PlenaryBoard::default();
    order(&mut board, fold(4, 0));
    let view = gather(&rooms(), &board);
    let mapping = Mapping::new("roundtable", "The meeting", &view, of_points(&view));
    assert_eq!(mapping.entries.len(), 6, "a gap and a need of each room");
    let double = mapping
        .entries
        .iter()
        .find(|entry| entry.id == reference(4).to_string())
        .unwrap();
    assert_eq!((double.kind, double.theme.as_deref()), (MappingKind::Gap, Some("group-2")));
    assert_eq!(double.double_of, Some(reference(0).to_string()));
    let table = String::from_utf8(mapping.csv()).unwrap();
    assert!(table.contains(
        "roundtable,group-2/0000000000000004,gap,room,group-2,group-2,people,,,,,,0,group-1/0000000000000000,'=Point 4"
    ));
    let written = serde_json::to_value(&mapping).unwrap();
    assert_eq!(written["codes"]["region"][1]["code"], "asia-pacific");
    assert_eq!(serde_json::from_value::<Mapping>(written).unwrap(), mapping);
}

#[test]
fn the_reports_list_has_messages_and_what_the_plenary_did_something_with() {
    let mut board = PlenaryBoard::default();
    [fold(4, 0), PlenaryCommand::OpenSupport]
        .into_iter()
        .for_each(|command| order(&mut board, command));
    support(&mut board, "a", 6).unwrap();
    assert_eq!(list(&gather(&rooms(), &board)), None, "before it was shown");
    order(&mut board, PlenaryCommand::Phase { phase: Phase::Shown });
    let listed = list(&gather(&rooms(), &board)).unwrap();
    let figures: Vec<usize> = listed.themes.iter().map(|theme| theme.points.len()).collect();
    assert_eq!(figures, [2, 2, 1]);
    assert_eq!(listed.themes[0].points[1].from, ["Group 1", "Group 2"]);
}

/// Anything that may be asked of a board with those points.
fn any_command() -> impl Strategy<Value = (usize, PlenaryCommand)> {
    let a_point = || (0..POINTS).prop_map(reference);
    let command = prop_oneof![
        4 => (a_point(), a_point()).prop_map(|(point, under)| PlenaryCommand::Fold { point, under }),
        2 => a_point().prop_map(|point| PlenaryCommand::Unfold { point }),
        1 => (a_point(), proptest::option::of(0..4_u32)).prop_map(|(point, at)| PlenaryCommand::Pin { point, at }),
        1 => a_point().prop_map(|point| PlenaryCommand::Hide { point, reason: "Said before".into() }),
        1 => a_point().prop_map(|point| PlenaryCommand::Unhide { point }),
        4 => a_point().prop_map(|point| PlenaryCommand::Support { point }),
        2 => a_point().prop_map(|point| PlenaryCommand::WithdrawSupport { point }),
        1 => Just(PlenaryCommand::OpenSupport),
    ];
    (0..5_usize, command)
}

proptest! {
    #[test]
    fn whatever_is_asked_no_point_is_lost_no_circle_comes_about_and_support_is_of_distinct_seats(
        asked in proptest::collection::vec(any_command(), 0..80)
    ) {
        let mut board = PlenaryBoard::default();
        order(&mut board, PlenaryCommand::OpenSupport);
        for (seat, command) in asked {
            let role = if matches!(command, PlenaryCommand::Support { .. } | PlenaryCommand::WithdrawSupport { .. }) {
                Role::Participant
            } else {
                Role::Organiser
            };
            let _ = ask(&mut board, role, &format!("seat-{seat}"), &command);
        }
        for root in board.folds.values() {
            prop_assert!(!board.folds.contains_key(root), "what stands for others stands under none");
        }
        let view = gather(&rooms(), &board);
        prop_assert_eq!(all(&view), (0..POINTS).map(reference).collect::<Vec<_>>(), "each exactly once");
        for point in view.points() {
            let together = std::iter::once(&point.said).chain(&point.folded).map(|said| &said.id);
            let hidden_too = view.hidden.iter().map(|hidden| &hidden.said.id).filter(|id| board.root(id) == &point.root);
            let seats: BTreeSet<&SeatId> = together.chain(hidden_too).filter_map(|id| board.support.get(id)).flatten().collect();
            prop_assert_eq!(usize::try_from(point.support).unwrap(), seats.len());
            prop_assert_eq!(seats.len(), board.supporters(&point.said.id));
        }
    }

    #[test]
    fn a_repeated_fold_or_support_changes_nothing(pairs in proptest::collection::vec((0..POINTS, 0..POINTS), 1..20)) {
        let mut board = PlenaryBoard::default();
        order(&mut board, PlenaryCommand::OpenSupport);
        for (point, under) in pairs {
            let _ = ask(&mut board, Role::Organiser, "organiser", &fold(point, under));
            support(&mut board, "a", point).unwrap();
        }
        let before = gather(&rooms(), &board);
        for number in 0..POINTS {
            let root = board.root(&reference(number)).clone();
            if root != reference(number) {
                order(&mut board, PlenaryCommand::Fold { point: reference(number), under: root });
            }
        }
        for (point, seats) in board.support.clone() {
            for seat in seats {
                ask(&mut board, Role::Participant, seat.as_str(), &PlenaryCommand::Support { point: point.clone() }).unwrap();
            }
        }
        prop_assert_eq!(gather(&rooms(), &board), before);
    }
}
