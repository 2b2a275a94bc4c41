//! The order of the list: each rule, the lanes, and who was moved.

use super::scene::{end, moves, next, skip};
use super::session::{Session, asks_in, wish};
use crate::room::command::{Entry, FloorCommand, Wish};
use crate::room::floor::{Group, Lane, OrderRule, Why};
use crate::room::refusal::Code;
use crate::room::seat::{Class, Profile, Rank};
use crate::room::view::Audience;

const EVERYBODY: [&str; 8] = ["acme", "itu", "kenya", "japan", "expert", "poland", "ghana", "france"];

fn by(rule: OrderRule) -> FloorCommand {
    FloorCommand::Rule { rule }
}

fn moved(session: &Session, who: &str, before: Option<&str>, reason: &str) -> FloorCommand {
    FloorCommand::Move {
        request: session.request_of(who),
        before: before.map(|before| session.request_of(before)),
        reason: Some(reason.to_owned()),
    }
}

#[test]
fn first_come_is_the_order_of_asking() {
    let session = Session::with(EVERYBODY);
    assert_eq!(session.order(), EVERYBODY);
    assert_eq!(session.why("itu"), Why::FirstCome);
}

#[test]
fn by_protocol_rank_comes_before_class_and_class_before_the_order_of_asking() {
    let mut session = Session::with(EVERYBODY);
    session.does("chair", by(OrderRule::Protocol));
    assert_eq!(
        session.order(),
        ["poland", "france", "itu", "japan", "ghana", "kenya", "acme", "expert"]
    );
    let (rank, class) = (Some(Rank::Minister), Some(Class::Organization));
    assert_eq!(session.why("itu"), Why::Protocol { rank, class });
    let (rank, class) = (None, None);
    assert_eq!(session.why("expert"), Why::Protocol { rank, class });
}

#[test]
fn by_protocol_a_state_without_a_rank_stands_behind_delegates_of_states_and_before_those_of_others() {
    let mut session = Session::with([]);
    session.does("chair", by(OrderRule::Protocol));
    for (delegation, class, rank) in [
        ("Access Now", Class::Stakeholder, Some(Rank::Delegate)),
        ("ITU", Class::Organization, Some(Rank::Delegate)),
        ("Kenya", Class::State, None),
        ("Acme", Class::Stakeholder, None),
        ("Fiji", Class::State, Some(Rank::Delegate)),
        ("Peru", Class::State, Some(Rank::Expert)),
        ("Ghana", Class::State, Some(Rank::Ambassador)),
    ] {
        let entry = Entry {
            profile: Profile {
                delegation: Some(delegation.into()),
                class: Some(class),
                rank,
                ..Profile::default()
            },
            ..Entry::default()
        };
        session.does("chair", FloorCommand::Queue(entry));
    }
    let floor = session.floor();
    let order = floor.order.iter().map(|id| floor.requests[id].profile.delegation.clone());
    assert_eq!(
        order.flatten().collect::<Vec<_>>(),
        ["Ghana", "Fiji", "Kenya", "ITU", "Access Now", "Peru", "Acme"]
    );
}

#[test]
fn by_class_states_come_before_organizations_and_those_before_stakeholders() {
    let mut session = Session::with(EVERYBODY);
    session.does("chair", by(OrderRule::ByClass));
    assert_eq!(
        session.order(),
        ["kenya", "japan", "poland", "ghana", "france", "itu", "acme", "expert"]
    );
}

#[test]
fn least_heard_counts_speeches_and_then_their_time() {
    let mut session = Session::with(["kenya", "japan", "ghana"]);
    for seconds in [90, 30, 60] {
        session.does("chair", next()).after(seconds).does("chair", end());
    }
    session.does("chair", by(OrderRule::LeastHeard));
    for name in ["kenya", "japan", "ghana", "poland"] {
        session.does(name, asks_in(Lane::List));
    }
    assert_eq!(session.order(), ["poland", "japan", "ghana", "kenya"]);
    let (speeches, seconds) = (1, 90);
    assert_eq!(session.why("kenya"), Why::LeastHeard { speeches, seconds });
}

#[test]
fn a_point_of_order_does_not_count_as_being_heard() {
    let mut session = Session::begin();
    session
        .does("kenya", asks_in(Lane::PointOfOrder))
        .does("chair", next())
        .after(60)
        .does("chair", end());
    session
        .does("chair", by(OrderRule::LeastHeard))
        .does("japan", asks_in(Lane::List));
    session.does("chair", next()).after(5).does("chair", end());
    session.does("japan", asks_in(Lane::List)).does("kenya", asks_in(Lane::List));
    assert_eq!(session.order(), ["kenya", "japan"]);
}

#[test]
fn the_rotation_over_the_regional_groups_gives_each_group_one_turn_a_round() {
    let mut session = Session::with(["kenya", "ghana", "ivory", "japan", "france", "itu", "chile", "poland"]);
    session.does("chair", by(OrderRule::AlternateRegions));
    assert_eq!(
        session.order(),
        ["kenya", "japan", "poland", "chile", "france", "itu", "ghana", "ivory"]
    );
    let (group, after) = (Group::African, Some(Group::Organization));
    assert_eq!(session.why("ghana"), Why::AlternateRegions { group, after });
}

#[test]
fn who_was_moved_into_a_rotation_changes_nothing_of_what_was_shown_when_they_have_spoken() {
    let mut session = Session::with(["kenya", "ghana", "japan", "france", "chile"]);
    let (france, kenya) = (session.request_of("france"), session.request_of("kenya"));
    session
        .does("chair", by(OrderRule::AlternateRegions))
        .does("chair", moves(france, Some(kenya)));
    let mut shown = session.order();
    while shown.len() > 1 {
        session.does("chair", next());
        shown.remove(0);
        assert_eq!(session.order(), shown);
    }
}

#[test]
fn the_rotation_goes_on_after_the_group_that_was_heard_last() {
    let mut session = Session::with(["kenya", "ghana", "japan", "france"]);
    session.does("chair", by(OrderRule::AlternateRegions)).does("chair", next());
    assert_eq!(session.speaker().as_deref(), Some("kenya"));
    assert_eq!(session.order(), ["japan", "france", "ghana"]);
}

#[test]
fn a_state_in_no_regional_group_takes_its_turn_among_the_states() {
    let mut session = Session::with(["itu", "holy-see", "france"]);
    session.does("chair", by(OrderRule::AlternateRegions));
    assert_eq!(session.order(), ["france", "holy-see", "itu"]);
}

#[test]
fn the_rotation_over_the_classes_takes_each_in_turn() {
    let mut session = Session::with(["kenya", "japan", "acme", "itu", "expert", "france"]);
    session.does("chair", by(OrderRule::AlternateClasses));
    assert_eq!(session.order(), ["kenya", "itu", "acme", "expert", "japan", "france"]);
}

#[test]
fn the_lanes_come_one_after_another_whatever_the_rule() {
    let mut session = Session::with(["kenya", "japan", "poland", "ghana"]);
    session.does("chair", next());
    session
        .does("france", asks_in(Lane::Reply))
        .does("chile", asks_in(Lane::Question));
    session.does("itu", asks_in(Lane::PointOfOrder));
    let lane = FloorCommand::Lane {
        request: session.request_of("ghana"),
        lane: Lane::Precedence,
        reason: None,
    };
    session.does("chair", lane).does("chair", by(OrderRule::Protocol));
    assert_eq!(session.order(), ["itu", "chile", "ghana", "poland", "japan", "france"]);
}

#[test]
fn whoever_was_moved_keeps_their_place_when_others_come() {
    let mut session = Session::with(["kenya", "japan", "ghana"]);
    session.does("chair", by(OrderRule::Protocol));
    assert_eq!(session.order(), ["japan", "ghana", "kenya"]);
    let command = moved(&session, "kenya", Some("ghana"), "Leaves early");
    session.does("chair", command);
    assert_eq!(session.order(), ["japan", "kenya", "ghana"]);
    session.does("poland", asks_in(Lane::List));
    assert_eq!(
        session.order(),
        ["poland", "kenya", "japan", "ghana"],
        "a minister more is in front of the others"
    );
    let (place, reason) = (2, Some("Leaves early".to_owned()));
    assert_eq!(session.why("kenya"), Why::Moved { place, reason });
}

#[test]
fn whoever_was_moved_moves_up_when_somebody_in_front_leaves_and_not_when_somebody_behind_does() {
    let mut session = Session::with(["kenya", "japan", "ghana", "poland"]);
    let command = moved(&session, "poland", Some("ghana"), "Asked for it");
    session.does("chair", command);
    assert_eq!(session.order(), ["kenya", "japan", "poland", "ghana"]);
    session.does("ghana", super::scene::withdraw(None));
    assert_eq!(session.order(), ["kenya", "japan", "poland"]);
    session.does("chair", skip(session.request_of("kenya")));
    let place = 2;
    assert!(matches!(session.why("poland"), Why::Moved { place: told, .. } if told == place));
}

#[test]
fn whoever_was_moved_stays_when_the_rule_changes() {
    let mut session = Session::with(["kenya", "japan", "poland"]);
    let command = moved(&session, "kenya", None, "Not ready");
    session.does("chair", command).does("chair", by(OrderRule::Protocol));
    assert_eq!(session.order(), ["poland", "japan", "kenya"]);
}

#[test]
fn a_request_moves_within_its_lane_only() {
    let mut session = Session::with(["kenya", "japan"]);
    session.does("france", asks_in(Lane::PointOfOrder));
    let (order, list) = (session.request_of("france"), session.request_of("kenya"));
    assert_eq!(session.refusal("chair", moves(list, Some(order))), Code::WrongLane);
    assert_eq!(
        session.told("chair", moves(list, Some(order))),
        "r1 stands among the list and r3 among the points of order; a request moves within its lane, or change its lane."
    );
}

#[test]
fn the_reason_of_a_move_is_for_everybody_to_see_and_on_record() {
    let mut session = Session::with(["kenya", "japan"]);
    let command = moved(&session, "japan", Some("kenya"), "  Speaks for the Group ");
    session.does("chair", command);
    for audience in Audience::ALL {
        let why = session
            .room
            .view(audience)
            .floor
            .requests
            .remove(&session.request_of("japan"))
            .unwrap()
            .why;
        let (place, reason) = (1, Some("Speaks for the Group".to_owned()));
        assert_eq!(why, Some(Why::Moved { place, reason }), "{audience:?}");
    }
    let request = session
        .room
        .floor
        .waiting
        .iter()
        .find(|request| !request.overrides.is_empty())
        .unwrap();
    assert_eq!(request.overrides[0].reason.as_deref(), Some("Speaks for the Group"));
}

#[test]
fn a_rank_that_is_said_with_the_request_is_the_one_that_counts() {
    let mut session = Session::with(["kenya", "ghana"]);
    session.does("chair", by(OrderRule::Protocol));
    let with_minister = Wish {
        name: Some("The minister".to_owned()),
        rank: Some(Rank::Minister),
        ..Wish::default()
    };
    session.does("japan", wish(with_minister));
    assert_eq!(session.order(), ["The minister", "ghana", "kenya"]);
}
