//! Late changes: what waits takes what is free, and nobody is moved for it.

use super::seating::{busy, session, sittings};
use super::support::{QUARTER, Session, settings};
use crate::matchmaking::agreeing::PairingId;
use crate::matchmaking::settings::SlotId;
use crate::matchmaking::view::organiser::Figures;
use crate::matchmaking::who::nobody_listed;
use crate::matchmaking::{Command, Sitting};
use crate::room::ids::Millis;

fn figures(session: &Session) -> Figures {
    session
        .matchmaking
        .organiser_view(Millis(session.now), &nobody_listed)
        .figures
}

fn give_up(session: &mut Session, by: &str, pairing: PairingId) {
    session.ask(by, &Command::GiveUp { pairing }).unwrap();
}

#[test]
fn before_tables_were_assigned_nothing_gets_one_by_itself() {
    let mut session = session(2, 2);
    session.agreed("a", "x");
    assert!(sittings(&session).is_empty());
}

#[test]
fn a_late_agreement_takes_the_first_free_place_with_the_second_yes_and_moves_nobody() {
    let mut session = session(1, 3);
    let first = session.agreed("a", "x");
    session.assign();
    let before = sittings(&session);
    let late = session.agreed("a", "y");
    let after = sittings(&session);
    assert_eq!(after[&first], before[&first]);
    let (slot, table) = (SlotId(2), 1);
    assert_eq!((before[&first].slot, after[&late]), (SlotId(1), Sitting { slot, table }));
    assert_eq!(session.replayed(), session.matchmaking);
}

#[test]
fn where_nothing_is_free_it_waits_and_the_organiser_is_told_how_many_do() {
    let mut session = session(1, 1);
    let first = session.agreed("a", "x");
    session.assign();
    let before = sittings(&session);
    session.agreed("b", "y");
    session.agreed("c", "z");
    assert_eq!(sittings(&session), before);
    assert_eq!((figures(&session).seated, figures(&session).waiting), (1, 2));
    assert_eq!(before[&first].table, 1);
}

#[test]
fn a_cancelled_meeting_frees_its_place_for_the_one_that_agreed_first() {
    let mut session = session(1, 1);
    let first = session.agreed("a", "x");
    session.assign();
    let (second, third) = (session.agreed("b", "y"), session.agreed("c", "z"));
    let place = sittings(&session)[&first];
    give_up(&mut session, "a", first);
    assert_eq!(sittings(&session), [(second, place)].into());
    let pairing = second;
    session.organise(&Command::GiveUp { pairing }).unwrap();
    assert_eq!(sittings(&session), [(third, place)].into());
}

#[test]
fn one_cancelled_meeting_can_make_room_for_two_that_wait_for_its_people() {
    let mut session = session(2, 1);
    let first = session.agreed("a", "x");
    session.assign();
    let (of_needer, of_provider) = (session.agreed("a", "y"), session.agreed("b", "x"));
    assert_eq!(sittings(&session).len(), 1);
    give_up(&mut session, "x", first);
    let after = sittings(&session);
    assert_eq!(after.keys().copied().collect::<Vec<_>>(), [of_needer, of_provider]);
}

#[test]
fn who_can_come_after_all_gets_a_place() {
    let mut session = session(1, 1);
    busy(&mut session, "a", &[1]);
    let pairing = session.agreed("a", "x");
    session.assign();
    assert!(sittings(&session).is_empty());
    busy(&mut session, "a", &[]);
    assert_eq!(sittings(&session).keys().copied().collect::<Vec<_>>(), [pairing]);
}

#[test]
fn who_cannot_come_any_more_keeps_the_place_until_tables_are_assigned_again() {
    let mut session = session(1, 2);
    let first = session.agreed("a", "x");
    session.assign();
    let before = sittings(&session);
    busy(&mut session, "a", &[1]);
    let late = session.agreed("b", "y");
    let after = sittings(&session);
    assert_eq!((after[&first], after[&late].slot), (before[&first], SlotId(2)));
}

#[test]
fn a_slot_that_has_begun_takes_nobody_any_more() {
    let mut session = session(1, 1);
    let first = session.agreed("a", "x");
    session.assign();
    session.agreed("b", "y");
    session.now = QUARTER;
    give_up(&mut session, "a", first);
    assert!(sittings(&session).is_empty());
}

#[test]
fn what_lost_its_place_with_a_table_waits_for_the_organiser() {
    let mut session = session(2, 2);
    session.agreed("a", "x");
    session.agreed("b", "y");
    session.assign();
    let settings = settings(1, 2);
    session.set(settings).unwrap();
    assert_eq!((figures(&session).seated, figures(&session).waiting), (1, 1));
    session.assign();
    assert_eq!(figures(&session).waiting, 0);
}
