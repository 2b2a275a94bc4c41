//! Meetings that begin.

use super::*;

#[test]
fn a_copy_keeps_rooms_and_polls_and_moves_every_day_as_the_first() {
    let example = example();
    let details = Details {
        date: "2025-03-01".to_owned(),
        title: "The next roundtable".to_owned(),
        ..Details::of(&example)
    };
    let copy = start::copy(&example, "next-roundtable", details).unwrap();
    assert_eq!(
        (copy.id.as_str(), copy.title.as_str()),
        ("next-roundtable", "The next roundtable")
    );
    assert_eq!(copy.rooms, example.rooms);
    let days: Vec<&str> = copy.programme.iter().map(|session| session.date.as_str()).take(2).collect();
    assert_eq!(
        days,
        ["2025-02-28", "2025-03-01"],
        "the reception stays on the evening before"
    );
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_refused() {
    let early = Details {
        date: "1900-01-01".to_owned(),
        ..Details::of(&example())
    };
    let refused = start::copy(&example(), "early", early).unwrap_err();
    assert_eq!(refused.faults[0].field, "date", "the reception would be in 1899");
}

#[test]
fn a_meeting_from_nothing_has_an_id_a_title_and_a_day() {
    let meeting = start::blank("from-nothing", details("From nothing")).unwrap();
    assert_eq!((meeting.rooms.len(), meeting.programme.len()), (0, 0));
    assert_eq!(start::blank("From nothing", details("T")).unwrap_err().faults[0].field, "id");
    let refused = start::blank("a", details(" ")).unwrap_err();
    assert_eq!(refused.faults[0].field, "title");
}
