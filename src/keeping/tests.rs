//! The rules of keeping names, as sentences.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::room::ids::SeatId;
use crate::room::refusal::Code;
use crate::room::seat::Role;
use proptest::prelude::*;
use uuid::Uuid;

const NEW_YORK: &str = "America/New_York";

fn facts() -> Facts {
    Facts {
        meeting: "roundtable-2024".to_owned(),
        today: "2024-05-09".to_owned(),
        last_day: "2024-05-10".to_owned(),
        has_people: false,
        open_rooms: Vec::new(),
    }
}

fn with_people() -> Facts {
    Facts {
        has_people: true,
        ..facts()
    }
}

fn set(until: &str, facts: Facts) -> Command {
    Command::Set {
        promise: Promise {
            until: until.to_owned(),
            by: " The secretariat, data@example.org ".to_owned(),
        },
        seen: None,
        facts,
    }
}

fn unset(seen: Option<Option<Promise>>, facts: Facts) -> Command {
    Command::Unset { seen, facts }
}

/// The same command from somebody who has seen what was told before.
fn having_seen(command: Command, told: Option<Promise>) -> Command {
    match command {
        Command::Set { promise, facts, .. } => Command::Set {
            promise,
            seen: Some(told),
            facts,
        },
        other => other,
    }
}

fn asked(keeping: &mut Keeping, command: &Command) -> Result<Vec<Event>, Code> {
    let context = Context {
        now: Millis(7),
        seat: SeatId::new("organiser").unwrap(),
        role: Role::Organiser,
        request: Uuid::nil(),
    };
    let events = keeping.decide(command, &context).map_err(|refusal| refusal.code)?;
    let stamp = Stamp {
        at: context.now,
        by: Some(context.seat),
    };
    events.iter().for_each(|event| keeping.apply(&stamp, event));
    Ok(events)
}

fn kept_until(until: &str) -> Keeping {
    let mut keeping = Keeping::default();
    asked(&mut keeping, &set(until, facts())).unwrap();
    keeping
}

#[test]
fn a_date_is_set_once_for_the_same_words_and_without_blanks_around_them() {
    let mut keeping = kept_until("2024-06-01");
    let told = keeping.promise.clone().unwrap();
    assert_eq!(
        (told.until.as_str(), told.by.as_str()),
        ("2024-06-01", "The secretariat, data@example.org")
    );
    assert_eq!(asked(&mut keeping, &set("2024-06-01", facts())), Ok(Vec::new()));
}

#[test]
fn whoever_has_not_seen_the_date_that_another_organiser_set_is_told_and_changes_nothing() {
    let mut keeping = kept_until("2024-06-01");
    let earlier = set("2024-05-20", facts());
    let unseen = having_seen(earlier.clone(), None);
    assert_eq!(asked(&mut keeping, &unseen), Err(Code::ChangedMeanwhile));
    assert_eq!(asked(&mut keeping, &unset(Some(None), facts())), Err(Code::ChangedMeanwhile));
    assert_eq!(keeping, kept_until("2024-06-01"));
    let same = having_seen(set("2024-06-01", facts()), None);
    assert_eq!(asked(&mut keeping, &same), Ok(Vec::new()), "both want the same");
    let seen = having_seen(earlier, keeping.promise.clone());
    assert_eq!(asked(&mut keeping, &seen).map(|events| events.len()), Ok(1));
}

#[test]
fn what_was_seen_may_be_nothing_or_not_be_said() {
    let read = |seen: &str| {
        let sent = format!(r#"{{"do":"unset"{seen}}}"#);
        serde_json::from_str::<Command>(&sent).unwrap()
    };
    let promise = kept_until("2024-06-01").promise;
    let told = r#","seen":{"until":"2024-06-01","by":"The secretariat, data@example.org"}"#;
    assert_eq!(read(""), unset(None, Facts::default()));
    assert_eq!(read(r#","seen":null"#), unset(Some(None), Facts::default()));
    assert_eq!(read(told), unset(Some(promise), Facts::default()));
}

#[test]
fn what_is_no_day_or_before_the_end_of_the_programme_or_too_far_away_is_refused() {
    let mut keeping = Keeping::default();
    for wrong in [
        "2024-05-08",
        "2024-05-09",
        "2034-05-10",
        "2024-02-30",
        "1 June",
        "",
        "2024-6-1",
        "+02024-06-01",
    ] {
        assert_eq!(asked(&mut keeping, &set(wrong, facts())), Err(Code::OutOfBounds), "{wrong}");
    }
    for right in ["2024-05-10", "2034-05-09"] {
        assert!(asked(&mut Keeping::default(), &set(right, facts())).is_ok(), "{right}");
    }
}

#[test]
fn who_keeps_the_names_has_to_be_said() {
    for by in ["", "  ", &"x".repeat(201)] {
        let promise = Promise {
            until: "2024-06-01".to_owned(),
            by: by.to_owned(),
        };
        let command = Command::Set {
            promise,
            seen: None,
            facts: facts(),
        };
        assert_eq!(asked(&mut Keeping::default(), &command), Err(Code::TextInvalid));
    }
}

#[test]
fn once_people_were_told_a_date_it_is_made_earlier_only() {
    let mut keeping = kept_until("2024-06-01");
    assert!(
        asked(&mut keeping, &set("2024-07-01", facts())).is_ok(),
        "nobody was told yet"
    );
    assert_eq!(asked(&mut keeping, &set("2024-07-02", with_people())), Err(Code::OutOfBounds));
    assert_eq!(asked(&mut keeping, &unset(None, with_people())), Err(Code::OutOfBounds));
    assert!(asked(&mut keeping, &set("2024-06-15", with_people())).is_ok());
    let mut without = Keeping::default();
    assert!(
        asked(&mut without, &set("2024-07-01", with_people())).is_ok(),
        "they were told nothing"
    );
}

#[test]
fn deleting_at_once_wants_the_meetings_id_and_closed_rooms() {
    let mut keeping = Keeping::default();
    let now = |confirm: &str, facts| Command::DeleteNow {
        confirm: confirm.to_owned(),
        facts,
    };
    assert_eq!(asked(&mut keeping, &now("yes", facts())), Err(Code::TextInvalid));
    assert_eq!(asked(&mut keeping, &now("", Facts::default())), Err(Code::TextInvalid));
    let busy = Facts {
        open_rooms: vec!["Group I".to_owned()],
        ..facts()
    };
    assert_eq!(asked(&mut keeping, &now("roundtable-2024", busy)), Err(Code::RoomOpen));
    assert_eq!(
        asked(&mut keeping, &now(" roundtable-2024 ", facts())),
        Ok(vec![Event::DeletionBegun])
    );
    assert_eq!(asked(&mut keeping, &now("roundtable-2024", facts())), Ok(Vec::new()));
    assert!(keeping.is_due(Millis(0), NEW_YORK));
    assert_eq!(asked(&mut keeping, &set("2024-06-01", facts())), Err(Code::TooLate));
    asked(&mut keeping, &Command::Finish { rooms: 3 }).unwrap();
    assert_eq!(
        (keeping.state, keeping.deleted_at, keeping.rooms),
        (State::Deleted, Some(Millis(7)), 3)
    );
    assert!(!keeping.is_due(Millis(i64::MAX), NEW_YORK));
}

#[test]
fn names_are_due_at_the_midnight_of_the_place_after_the_last_day() {
    let keeping = kept_until("2024-05-10");
    let midnight = Millis(1_715_400_000_000);
    assert_eq!(keeping.due_at(NEW_YORK), Some(midnight));
    assert!(!keeping.is_due(Millis(midnight.0 - 1), NEW_YORK) && keeping.is_due(midnight, NEW_YORK));
    assert_eq!(Keeping::default().due_at(NEW_YORK), None);
}

#[test]
fn nobody_but_an_organiser_has_a_say_and_the_servers_own_commands_cannot_be_sent() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Organiser) {
        let context = Context {
            now: Millis(0),
            seat: SeatId::new("seat").unwrap(),
            role,
            request: Uuid::nil(),
        };
        let refused = Keeping::default().decide(&set("2024-06-01", facts()), &context);
        assert_eq!(refused.unwrap_err().code, Code::NotAllowed);
    }
    for sent in [r#"{"do":"begin"}"#, r#"{"do":"finish","rooms":1}"#] {
        assert!(serde_json::from_str::<Command>(sent).is_err());
    }
    let sent = r#"{"do":"set","until":"2024-06-01","by":"X","facts":{"has_people":false}}"#;
    let Command::Set { facts, .. } = serde_json::from_str(sent).unwrap() else {
        panic!("a date");
    };
    assert_eq!(facts, Facts::default(), "how the meeting stands is never taken from who asks");
}

#[test]
fn what_was_written_once_is_read_for_ever() {
    let written = [
        r#"{"type":"date-set","promise":{"until":"2024-06-01","by":"The secretariat"}}"#,
        r#"{"type":"date-unset"}"#,
        r#"{"type":"deletion-begun"}"#,
        r#"{"type":"people-forgotten","rooms":2}"#,
    ];
    for event in written {
        let read: Event = serde_json::from_str(event).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), event);
    }
}

proptest! {
    #[test]
    fn whatever_is_asked_a_promise_to_people_is_never_made_longer(
        days in prop::collection::vec((10_u32..29, any::<bool>()), 1..20),
    ) {
        let mut keeping = Keeping::default();
        let mut promised: Option<String> = None;
        for (day, taken_away) in days {
            let command = if taken_away { unset(None, with_people()) } else { set(&format!("2024-05-{day}"), with_people()) };
            let _ = asked(&mut keeping, &command);
            let now = keeping.promise.as_ref().map(|promise| promise.until.clone());
            if let Some(promised) = &promised {
                prop_assert!(now.as_ref().is_some_and(|now| now <= promised));
            }
            promised = now;
        }
    }
}
