//! The order of the list under thousands of random histories: total, deterministic, the same after a replay and after a
//! snapshot, and explained truly. The explanation is checked from outside, by what a view says and nothing else.

use super::random_floor::{Act, act, acts, play, replay, seen};
use super::session::Session;
use crate::room::Room;
use crate::room::event::Event;
use crate::room::floor::{Group, Lane, OrderRule, Unit, Why};
use crate::room::ids::RequestId;
use crate::room::seat::{Class, Rank};
use crate::room::view::{Audience, FloorView, RequestView};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Random histories for each property.
const HISTORIES: u32 = 340;

/// The lanes of the view one after another, each with its requests in order.
fn lanes(floor: &FloorView) -> Vec<(Lane, Vec<(RequestId, &RequestView)>)> {
    let mut lanes: Vec<(Lane, Vec<(RequestId, &RequestView)>)> = Vec::new();
    for id in &floor.order {
        let request = &floor.requests[id];
        match lanes.last_mut() {
            Some((lane, requests)) if *lane == request.lane => requests.push((*id, request)),
            _ => lanes.push((request.lane, vec![(*id, request)])),
        }
    }
    lanes
}

/// By what an unmoved request is to stand where it stands, if what `why` says is true.
fn rank_of(why: &Why, id: RequestId) -> Option<(u32, u32, RequestId)> {
    let place = |place: Option<usize>| place.map_or(99, |place| u32::try_from(place).unwrap());
    let (first, second) = match why {
        Why::FirstCome => (0, 0),
        // A State that said no rank counts as a delegate who comes right behind those of States.
        Why::Protocol {
            rank: None,
            class: Some(Class::State),
        } => (place(Some(Rank::Delegate as usize)), 1),
        Why::Protocol { rank, class } => (
            place(rank.map(|rank| rank as usize)),
            place(class.map(|class| 2 * class as usize)),
        ),
        Why::ByClass { class } => (place(class.map(|class| class as usize)), 0),
        Why::LeastHeard { speeches, seconds } => (*speeches, *seconds),
        // A rotation is followed turn by turn.
        Why::AlternateRegions { .. } | Why::AlternateClasses { .. } => return None,
        Why::Moved { .. } => panic!("who was moved is not ranked"),
    };
    Some((first, second, id))
}

fn assert_total(floor: &FloorView) {
    let order: BTreeSet<RequestId> = floor.order.iter().copied().collect();
    let waiting: BTreeSet<RequestId> = floor.requests.keys().copied().collect();
    assert_eq!(
        (order.len(), order),
        (floor.order.len(), waiting),
        "everybody who waits stands there once"
    );
    let lanes: Vec<Lane> = lanes(floor).into_iter().map(|(lane, _)| lane).collect();
    assert!(
        lanes.is_sorted_by(|before, after| before < after),
        "{lanes:?} follow in the order of the lanes"
    );
}

fn assert_explained(floor: &FloorView) {
    for (lane, requests) in lanes(floor) {
        let mut unmoved = Vec::new();
        for (place, (id, request)) in (1..).zip(&requests) {
            match request.why.as_ref().unwrap() {
                Why::Moved { place: told, .. } => assert_eq!(*told, place, "{id} stands where it says: {requests:#?}"),
                why => unmoved.extend(rank_of(why, *id)),
            }
        }
        assert!(
            unmoved.is_sorted(),
            "the unmoved of {lane:?} stand as they say: {requests:#?}"
        );
        let rules = requests
            .iter()
            .filter_map(|(_, request)| request.why.as_ref())
            .filter_map(rule_of);
        let expected = if lane == Lane::List {
            floor.rule
        } else {
            OrderRule::FirstCome
        };
        rules.for_each(|rule| assert_eq!(rule, expected, "the reason is that of the rule in force"));
        assert_rotation(&requests);
    }
}

fn rule_of(why: &Why) -> Option<OrderRule> {
    match why {
        Why::FirstCome => Some(OrderRule::FirstCome),
        Why::Protocol { .. } => Some(OrderRule::Protocol),
        Why::ByClass { .. } => Some(OrderRule::ByClass),
        Why::LeastHeard { .. } => Some(OrderRule::LeastHeard),
        Why::AlternateRegions { .. } => Some(OrderRule::AlternateRegions),
        Why::AlternateClasses { .. } => Some(OrderRule::AlternateClasses),
        Why::Moved { .. } => None,
    }
}

/// Each turn of a rotation is that of the next group that has somebody waiting, after the group of whoever stands in front, and
/// within the group of whoever asked first.
fn assert_rotation(requests: &[(RequestId, &RequestView)]) {
    let mut in_front = None;
    for (at, (id, request)) in requests.iter().enumerate() {
        let by_region = match &request.why {
            Some(Why::AlternateRegions { .. }) => true,
            Some(Why::AlternateClasses { .. }) => false,
            _ => {
                in_front = Some(*request);
                continue;
            }
        };
        let of = |request: &RequestView| {
            if by_region {
                Group::of_region(&request.profile)
            } else {
                Group::of_class(&request.profile)
            }
        };
        let Some(Why::AlternateRegions { group, after } | Why::AlternateClasses { group, after }) = &request.why else {
            continue;
        };
        assert_eq!(*group, of(request));
        if let Some(before) = in_front {
            assert_eq!(
                *after,
                Some(of(before)),
                "{id} has its turn after whoever stands in front: {requests:#?}"
            );
        }
        let is_free = |other: &&(RequestId, &RequestView)| !matches!(other.1.why, Some(Why::Moved { .. }));
        let rest = || requests[at..].iter().filter(is_free);
        let next = rest()
            .map(|(_, other)| of(other))
            .min_by_key(|group| group.distance_after(*after));
        assert_eq!(next, Some(*group), "{id} is of the next group: {requests:#?}");
        let first = rest().filter(|(_, other)| of(other) == *group).map(|(id, _)| *id).min();
        assert_eq!(first, Some(*id), "within a group, the order of asking: {requests:#?}");
        in_front = Some(*request);
    }
}

/// The unit waits at most once on the list and in each further lane; who speaks from the list does not wait on it. Where the chair
/// hears a second question before the first is answered, an answer is owed to each of them.
fn assert_one_place_each(room: &Room) {
    let place = |unit: &Unit, lane: Lane, question: Option<RequestId>| {
        let lane = if lane.is_of_list() { Lane::List } else { lane };
        (unit.clone(), lane, question.filter(|_| lane == Lane::Answer))
    };
    let mut taken = BTreeSet::new();
    for request in &room.floor.waiting {
        let lane = request.details.lane;
        assert!(
            taken.insert(place(&request.unit, lane, request.details.about)),
            "{:?} waits twice in {lane:?}",
            request.unit
        );
    }
    for speaking in room.floor.under_way().filter(|request| request.details.lane.is_of_list()) {
        let waits = taken.contains(&place(&speaking.unit, Lane::List, None));
        assert!(!waits, "{:?} speaks and waits on the list", speaking.unit);
    }
}

/// Who was moved stands with as many in front as the chair has put there, however many left since.
fn assert_places(room: &Room) {
    let order = room.floor.order(&room.seats);
    for (request, _) in &order {
        let of_lane = order.iter().filter(|(other, _)| other.details.lane == request.details.lane);
        let ahead = of_lane.take_while(|(other, _)| other.id != request.id).count();
        if let Some(placed) = &request.placed {
            assert_eq!(placed.ahead, ahead, "{} of {order:#?}", request.id);
        }
    }
}

/// The view of everybody, without the step that can be undone: of a step that was undone nothing can be undone any more.
fn seen_without_undo(room: &Room) -> Vec<FloorView> {
    let view = |audience| {
        let mut floor = room.view(audience).floor;
        if let Some(desk) = &mut floor.desk {
            desk.undo = None;
        }
        floor
    };
    Audience::ALL.map(view).to_vec()
}

/// Whether the figures by which the rule sorts may change when the first leaves: those of whoever speaks until then and waits
/// again.
fn figures_may_change(room: &Room) -> bool {
    let floor = &room.floor;
    let waits = |unit: &Unit| floor.waiting.iter().any(|request| request.unit == *unit);
    floor.rule == OrderRule::LeastHeard && floor.under_way().any(|request| waits(&request.unit))
}

/// What "next" makes happen where it gives the floor to whoever is first.
fn next_gives(session: &Session) -> Option<(RequestId, Vec<Event>)> {
    let first = *session.floor().order.first()?;
    let command = crate::room::command::FloorCommand::Give {
        request: None,
        expects: Some(first),
        reason: None,
    };
    Some((first, session.decide("chair", command).ok()?))
}

/// A room at the same point.
fn copy(room: &Room) -> Room {
    Room::restore(&room.snapshot()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: HISTORIES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_who_waits_stands_once_in_the_order_and_the_lanes_follow_each_other(acts in acts()) {
        play(&acts, |session| assert_total(&session.floor()));
    }

    #[test]
    fn why_somebody_stands_there_is_where_they_stand(acts in acts()) {
        play(&acts, |session| {
            assert_explained(&session.floor());
            assert_places(&session.room);
        });
    }

    #[test]
    fn nobody_waits_twice_and_who_speaks_from_the_list_does_not_wait_on_it(acts in acts()) {
        play(&acts, |session| assert_one_place_each(&session.room));
    }

    #[test]
    fn a_replay_and_a_snapshot_give_the_same_list(acts in acts(), cut in any::<prop::sample::Index>()) {
        let (session, journal) = play(&acts, |_| {});
        let replayed = replay(Session::begin().room, &journal);
        prop_assert_eq!(seen(&session.room), seen(&replayed));
        prop_assert_eq!(&session.room.floor, &replayed.floor);
        let place = cut.index(journal.len() + 1);
        let restored = replay(copy(&replay(Session::begin().room, &journal[..place])), &journal[place..]);
        prop_assert_eq!(seen(&session.room), seen(&restored));
        prop_assert_eq!(&session.room.floor, &restored.floor);
    }

    #[test]
    fn when_the_first_gets_the_floor_the_others_keep_their_order(acts in acts()) {
        play(&acts, |session| {
            let Some((first, events)) = next_gives(session) else { return };
            if figures_may_change(&session.room) {
                return;
            }
            let before: Vec<RequestId> = session.floor().order.into_iter().filter(|id| *id != first).collect();
            let mut after = Session { room: copy(&session.room), now: session.now };
            after.happens(Some("chair"), &events);
            let after: Vec<RequestId> = after.floor().order.into_iter().filter(|id| before.contains(id)).collect();
            assert_eq!(before, after);
        });
    }

    #[test]
    fn undoing_a_step_at_once_gives_the_view_before_it(acts in acts(), step in act()) {
        let (mut session, _) = play(&acts, |_| {});
        assert_undone(&mut session, &step);
    }
}

/// Takes the step and undoes it, where it is one.
fn assert_undone(session: &mut Session, step: &Act) {
    let (by, events) = step.events(session);
    if !matches!(events.first(), Some(Event::StepTaken { .. })) {
        return;
    }
    let before = seen_without_undo(&session.room);
    session.happens(by, &events);
    let undo = crate::room::command::FloorCommand::Undo { step: session.step() };
    session.after(1).does("cochair", undo);
    assert_eq!(before, seen_without_undo(&session.room), "{step:?}");
}
