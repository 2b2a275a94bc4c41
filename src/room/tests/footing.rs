//! A rule that people came in under is made stricter or stays, whatever the meeting file says later.

use super::scene::{definition, seat, stamp};
use crate::room::Room;
use crate::room::event::Attribution::{self, ChathamHouse, Closed, OnTheRecord};
use crate::room::event::{Definition, Event};
use crate::room::footing::Footing;
use crate::room::seat::Role;

const RULES: [Attribution; 3] = [OnTheRecord, ChathamHouse, Closed];

fn said(attribution: Attribution) -> Box<Definition> {
    Box::new(Definition {
        attribution,
        ..definition()
    })
}

fn opened(attribution: Attribution) -> Event {
    Event::RoomOpened {
        definition: said(attribution),
    }
}

fn configured(attribution: Attribution) -> Event {
    Event::RoomConfigured {
        definition: said(attribution),
    }
}

fn taken() -> Event {
    Event::SeatTaken {
        seat: seat("ana", Role::Participant),
    }
}

/// The rule after these events, which the room and whoever only follows the journal have to agree on.
fn rule_after(events: &[Event]) -> Attribution {
    let (mut room, mut footing) = (Room::new(), Footing::default());
    for event in events {
        room.apply(&stamp("chair", 1), event);
        footing.follow(event);
    }
    assert_eq!(Footing::of(&room), footing);
    let restored = Room::restore(&room.snapshot()).unwrap();
    assert_eq!(restored.definition, room.definition);
    room.definition.attribution
}

#[test]
fn before_anybody_is_in_the_file_may_say_any_rule() {
    for before in RULES {
        for after in RULES {
            assert_eq!(rule_after(&[opened(before), configured(after)]), after);
        }
    }
}

#[test]
fn once_somebody_is_in_the_strictest_rule_of_all_that_were_said_holds() {
    for first in RULES {
        for second in RULES {
            for third in RULES {
                let rule = rule_after(&[opened(first), taken(), configured(second), configured(third)]);
                assert_eq!(rule, first.max(second).max(third));
            }
        }
    }
}

#[test]
fn a_rule_that_was_loosened_in_time_is_the_one_that_people_came_in_under() {
    let events = [opened(Closed), configured(OnTheRecord), taken(), configured(ChathamHouse)];
    assert_eq!(rule_after(&events), ChathamHouse);
}

#[test]
fn what_else_the_file_says_is_taken_over_with_a_rule_that_is_not() {
    let mut room = Room::new();
    for event in [opened(ChathamHouse), taken()] {
        room.apply(&stamp("chair", 1), &event);
    }
    let definition = Box::new(Definition {
        title: "Another title".to_owned(),
        ..*said(OnTheRecord)
    });
    room.apply(&stamp("chair", 2), &Event::RoomConfigured { definition });
    assert_eq!(
        (room.definition.title.as_str(), room.definition.attribution),
        ("Another title", ChathamHouse)
    );
}
