//! Tables and slots: as many as can, nobody in two places, and little moved when something changes.

use super::support::{QUARTER, Session, seat, settings};
use crate::matchmaking::agreeing::PairingId;
use crate::matchmaking::settings::{Settings, SlotId};
use crate::matchmaking::view::organiser::WhyNot;
use crate::matchmaking::who::nobody_listed;
use crate::matchmaking::{Command, Sitting};
use crate::room::ids::Millis;
use crate::room::refusal::Code;
use std::collections::BTreeMap;

pub fn session(tables: u32, slots: i64) -> Session {
    let mut session = Session::default();
    let settings = settings(tables, slots);
    session.set(settings).unwrap();
    session
}

pub fn sittings(session: &Session) -> BTreeMap<PairingId, Sitting> {
    let pairings = session.matchmaking.pairings.iter();
    pairings.filter_map(|(id, pairing)| Some((*id, pairing.sitting?))).collect()
}

pub fn busy(session: &mut Session, by: &str, slots: &[u32]) {
    let slots = slots.iter().copied().map(SlotId).collect();
    session.ask(by, &Command::Busy { slots }).unwrap();
}

fn why_not(session: &Session, pairing: PairingId) -> Option<WhyNot> {
    let view = session.matchmaking.organiser_view(Millis(session.now), &nobody_listed);
    view.agreed.iter().find(|agreed| agreed.pairing == pairing).unwrap().why_not
}

#[test]
fn everybody_who_agreed_meets_where_there_is_room() {
    let mut session = session(2, 2);
    for (needer, provider) in [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")] {
        session.agreed(needer, provider);
    }
    session.assign();
    assert_eq!(sittings(&session).len(), 4);
    let view = session.matchmaking.view(&seat("a"), &nobody_listed);
    assert!(view.pairings.iter().all(|pairing| pairing.sitting.is_some()));
}

#[test]
fn there_has_to_be_a_table_and_a_slot_ahead() {
    let mut none = Session::default();
    assert_eq!(none.organise(&Command::Assign).unwrap_err().code, Code::NoPlaces);
    let mut over = session(1, 1);
    over.now = 2 * QUARTER;
    assert_eq!(over.organise(&Command::Assign).unwrap_err().code, Code::NoPlaces);
}

#[test]
fn nobody_is_called_to_a_slot_that_they_cannot_come_to() {
    let mut session = session(1, 3);
    let pairing = session.agreed("a", "x");
    busy(&mut session, "a", &[1]);
    busy(&mut session, "x", &[3]);
    session.assign();
    assert_eq!(sittings(&session)[&pairing].slot, SlotId(2));
}

#[test]
fn the_organiser_is_told_why_a_meeting_has_no_table() {
    let mut session = session(1, 1);
    let first = session.agreed("a", "x");
    assert_eq!(why_not(&session, first), Some(WhyNot::NotAssigned));
    session.assign();
    assert_eq!(why_not(&session, first), None);
    let (other, again, never) = (session.agreed("b", "y"), session.agreed("a", "y"), session.agreed("c", "z"));
    busy(&mut session, "c", &[1]);
    session.assign();
    assert_eq!(why_not(&session, other), Some(WhyNot::NoTable));
    assert_eq!(why_not(&session, again), Some(WhyNot::OtherMeetings));
    assert_eq!(why_not(&session, never), Some(WhyNot::NoCommonSlot));
    session.now = 5 * QUARTER;
    assert_eq!(why_not(&session, never), Some(WhyNot::NothingAhead));
}

#[test]
fn a_cancelled_meeting_frees_its_place_and_moves_nobody() {
    let mut session = session(2, 2);
    let pairings: Vec<PairingId> = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
        .map(|(needer, provider)| session.agreed(needer, provider))
        .into();
    session.assign();
    let before = sittings(&session);
    session.ask("a", &Command::GiveUp { pairing: pairings[0] }).unwrap();
    let free = sittings(&session);
    assert_eq!(free.len(), 3);
    let late = session.agreed("c", "z");
    let after = sittings(&session);
    assert_eq!(after[&late], before[&pairings[0]], "the late one takes the free place");
    assert!(free.iter().all(|(pairing, sitting)| after[pairing] == *sitting));
    session.assign();
    assert_eq!(sittings(&session), after);
}

#[test]
fn one_meeting_makes_way_where_that_lets_another_take_place() {
    let mut session = session(1, 2);
    let flexible = session.agreed("a", "x");
    session.assign();
    let taken = sittings(&session)[&flexible].slot;
    let other = if taken == SlotId(1) { 2 } else { 1 };
    busy(&mut session, "b", &[other]);
    let fixed = session.agreed("b", "y");
    assert_eq!(sittings(&session).len(), 1, "nobody makes way for it by themselves");
    session.assign();
    let after = sittings(&session);
    assert_eq!((after[&fixed].slot, after[&flexible].slot), (taken, SlotId(other)));
    assert_eq!(
        session.matchmaking.assigned.map(|assigned| (assigned.added, assigned.moved)),
        Some((1, 1))
    );
}

#[test]
fn what_has_begun_stays_and_is_not_filled_any_more() {
    let mut session = session(2, 2);
    let first = session.agreed("a", "x");
    busy(&mut session, "a", &[2]);
    session.assign();
    session.now = QUARTER + 1;
    let late = session.agreed("b", "y");
    session.assign();
    let after = sittings(&session);
    assert_eq!((after[&first].slot, after[&late].slot), (SlotId(1), SlotId(2)));
}

#[test]
fn slots_that_are_moved_keep_their_meetings_and_tables_that_are_gone_lose_theirs() {
    let mut session = session(2, 1);
    session.agreed("a", "x");
    session.agreed("b", "y");
    session.assign();
    let before = sittings(&session);
    let mut later = settings(2, 1);
    later.slots[0].starts = Millis(3 * QUARTER);
    later.slots[0].ends = Millis(4 * QUARTER);
    session.set(later.clone()).unwrap();
    assert_eq!(sittings(&session), before);
    let fewer = Settings { tables: 1, ..later };
    session.set(fewer).unwrap();
    assert_eq!(
        sittings(&session).values().map(|sitting| sitting.table).collect::<Vec<_>>(),
        [1]
    );
}

#[test]
fn who_has_many_meetings_keeps_a_table() {
    let mut session = session(3, 4);
    for needer in ["a", "b", "c", "d"] {
        session.agreed(needer, "x");
    }
    for needer in ["e", "f"] {
        session.agreed(needer, "y");
    }
    session.assign();
    let view = session.matchmaking.view(&seat("x"), &nobody_listed);
    let tables: Vec<u32> = view
        .pairings
        .iter()
        .filter_map(|pairing| Some(pairing.sitting?.table))
        .collect();
    assert_eq!(tables.len(), 4);
    assert!(tables.iter().all(|table| *table == tables[0]), "{tables:?}");
}
