//! The meeting as it is planned: the example, and what a room's journal is told.

use super::*;
use crate::room::command::{Per, PollKind, Secrecy, Writers};
use crate::room::event::Attribution;
use crate::room::floor::{Group, OrderRule, Scope, checked};
use crate::room::view::ListState;
use std::collections::BTreeSet;

#[test]
fn the_example_is_read_without_an_error() {
    let meeting = parse(EXAMPLE).unwrap();
    assert_eq!(meeting.id, "global-roundtable");
    assert_eq!(meeting.rooms[0].id, "group-1");
    assert_eq!(meeting.programme.len(), 7);
    assert_eq!(example(), meeting);
}

#[test]
fn the_examples_breakout_groups_begin_with_two_plain_polls_and_show_the_range_of_the_others() {
    let meeting = example();
    for room in &meeting.rooms[..2] {
        let kinds: Vec<PollKind> = room.polls.iter().map(|poll| poll.kind).collect();
        assert_eq!(kinds[..2], [PollKind::Single, PollKind::Multiple], "{}", room.id);
    }
    let polls = || meeting.rooms.iter().flat_map(|room| &room.polls);
    for kind in [PollKind::Grid, PollKind::Ranking, PollKind::Points, PollKind::YesNo] {
        assert!(polls().any(|poll| poll.kind == kind), "{kind:?}");
    }
    assert!(polls().any(|poll| poll.rules.secrecy == Secrecy::Secret));
    let by_delegation = &meeting.room("plenary").unwrap().polls[0];
    assert_eq!(by_delegation.rules.per, Per::Delegation);
    assert_eq!(by_delegation.translations.keys().collect::<Vec<_>>(), ["es", "fr"]);
}

#[test]
fn every_room_of_the_example_meets_in_a_session() {
    let meeting = example();
    assert!(meeting.rooms.iter().all(|room| meeting.session_of(&room.id).is_some()));
}

#[test]
fn a_room_takes_from_its_template_what_it_does_not_say() {
    let meeting = example();
    let threats = meeting.room("threats").unwrap();
    assert_eq!(threats.writers, Writers::Chosen);
    assert_eq!((threats.questions.len(), threats.polls.len()), (3, 1));
    assert_eq!(threats.attribution, Attribution::OnTheRecord);
    assert_eq!(
        meeting.room("confidence-building").unwrap().attribution,
        Attribution::ChathamHouse
    );
    assert_eq!(meeting.room("group-1").unwrap().questions.len(), 4);
}

#[test]
fn the_examples_plenary_has_a_prepared_list_of_all_regions_and_classes() {
    let meeting = example();
    let plenary = meeting.room("plenary").unwrap();
    assert_eq!((plenary.order, plenary.list), (OrderRule::Protocol, ListState::Closed));
    assert_eq!(plenary.speaking_limits.get(&Scope::Stakeholder), Some(&120));
    assert_eq!(
        meeting.session_of("plenary").map(|session| session.id.as_str()),
        Some("opening")
    );
    let groups: BTreeSet<Group> = plenary
        .speakers
        .iter()
        .map(|entry| Group::of_region(&entry.profile))
        .collect();
    let all = Group::ALL
        .into_iter()
        .filter(|group| !matches!(group, Group::State | Group::Unstated));
    assert_eq!(groups, all.collect(), "a State that is not known by its name is in no region");
    assert!(plenary.speakers.iter().all(|entry| entry.profile.name.is_none()));
    for entry in &plenary.speakers {
        assert_eq!(checked(entry).as_ref(), Ok(entry));
    }
}

#[test]
fn a_rooms_definition_says_of_every_session_when_it_meets() {
    let mut meeting = example();
    let closing = meeting.programme.iter_mut().find(|session| session.id == "closing");
    closing.unwrap().rooms = vec!["plenary".into()];
    let plenary = meeting.definition("plenary", "").unwrap();
    assert_eq!(
        (plenary.session.as_str(), plenary.starts.as_str()),
        ("Opening plenary", "09:00")
    );
    let later = plenary
        .later
        .iter()
        .map(|sitting| (sitting.session.as_str(), sitting.starts.as_str()));
    assert_eq!(later.collect::<Vec<_>>(), [("Closing plenary", "17:00")]);
}

#[test]
fn a_rooms_definition_says_when_it_meets() {
    let definition = example().definition("group-2", "K7M2QX").unwrap();
    assert_eq!(definition.session, "Breakout groups by thematic focus area");
    assert_eq!(
        [definition.date, definition.starts, definition.ends],
        ["2024-05-10", "15:00", "17:00"]
    );
    assert_eq!((definition.join_code.as_str(), definition.list_open), ("K7M2QX", true));
    assert_eq!(example().definition("nowhere", "K7M2QX"), None);
}

#[test]
fn a_meeting_survives_its_way_through_a_journal() {
    let meeting = example();
    let stored = serde_json::to_string(&meeting).unwrap();
    assert_eq!(serde_json::from_str::<Meeting>(&stored).unwrap(), meeting);
}

#[test]
fn a_room_takes_every_prepared_poll_of_the_example() {
    let meeting = example();
    for poll in meeting.rooms.iter().flat_map(|room| &room.polls) {
        assert!(crate::room::polls::paper::checked(poll).is_ok(), "{}", poll.question);
    }
}
