//! The list of speakers in a meeting file: its rule, its speaking times, and who is on it from the start.

use super::{SMALL, error_of, errors};
use crate::meeting::file::{floor, parse, speakers};
use crate::meeting::plan::RoomPlan;
use crate::room::floor::{Lane, OrderRule, Scope, checked};
use crate::room::limits::REQUESTS_MAX;
use crate::room::seat::{Class, Rank};
use std::collections::BTreeMap;

/// The room of the small meeting with this put behind it.
fn room(addition: &str) -> RoomPlan {
    parse(&format!("{SMALL}{addition}")).unwrap().rooms.remove(0)
}

/// The error of a list that holds this one speaker.
fn speaker(fields: &str) -> String {
    error_of(&format!("[[rooms.speakers]]\n{fields}\n"))
}

fn word_of(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn the_words_of_the_file_are_those_of_the_protocol() {
    assert!(floor::ORDERS.iter().all(|(word, order)| word_of(order) == *word));
    assert!(floor::SCOPES.iter().all(|(word, scope)| word_of(scope) == *word));
    assert!(speakers::CLASSES.iter().all(|(word, class)| word_of(class) == *word));
    assert!(speakers::RANKS.iter().all(|(word, rank)| word_of(rank) == *word));
    assert!(speakers::LANES.iter().all(|(word, lane)| word_of(lane) == *word));
}

#[test]
fn a_room_that_says_nothing_of_its_list_has_the_order_of_asking_and_nobody_on_it() {
    let room = room("");
    assert_eq!(room.order, OrderRule::FirstCome);
    assert!(room.speaking_limits.is_empty() && room.speakers.is_empty());
}

#[test]
fn rule_speaking_times_and_speakers_are_taken_as_written() {
    let room = room(
        "order = \"alternate-regions\"\nspeaking_limits = { organization = 120, point-of-order = 60 }\n\
        [[rooms.speakers]]\nname = \" A. Person \"\ndelegation = \"Kenya\"\nclass = \"state\"\nrank = \"vice-minister\"\n\
        on_behalf_of = \"the African Group\"\nlanguage = \"pt-BR\"\nremote = true\nlane = \"precedence\"\nnote = \"leaves at ten\"\n\
        [[rooms.speakers]]\nname = \"An expert\"\n",
    );
    assert_eq!(room.order, OrderRule::AlternateRegions);
    assert_eq!(
        room.speaking_limits,
        BTreeMap::from([(Scope::Organization, 120), (Scope::PointOfOrder, 60)])
    );
    let first = &room.speakers[0];
    assert_eq!(
        [
            first.profile.name.as_deref(),
            first.on_behalf_of.as_deref(),
            first.language.as_deref(),
            first.note.as_deref()
        ],
        [
            Some("A. Person"),
            Some("the African Group"),
            Some("pt-BR"),
            Some("leaves at ten")
        ]
    );
    assert_eq!(
        (first.profile.class, first.profile.rank),
        (Some(Class::State), Some(Rank::ViceMinister))
    );
    assert_eq!((first.lane, first.remote), (Some(Lane::Precedence), true));
    assert_eq!(room.speakers.len(), 2);
    for entry in &room.speakers {
        assert_eq!(
            checked(entry).unwrap(),
            *entry,
            "what the file takes, the room takes as it is"
        );
    }
}

#[test]
fn speaking_times_may_stand_in_a_table_of_their_own() {
    let room = room("[rooms.speaking_limits]\nstakeholder = 10\nreply = 3600\n");
    assert_eq!(
        room.speaking_limits,
        BTreeMap::from([(Scope::Stakeholder, 10), (Scope::Reply, 3_600)])
    );
}

#[test]
fn a_room_takes_rule_times_and_speakers_from_its_template_unless_it_says_its_own() {
    let template = "[templates.t]\norder = \"protocol\"\nspeaking_limits = { organization = 60, reply = 30 }\n\
        [[templates.t.speakers]]\ndelegation = \"Kenya\"\n";
    let taken = room(&format!("template = \"t\"\n{template}"));
    assert_eq!(
        (taken.order, taken.speaking_limits.len(), taken.speakers.len()),
        (OrderRule::Protocol, 2, 1)
    );
    let own = "template = \"t\"\norder = \"first-come\"\nspeaking_limits = { reply = 45 }\nspeakers = []\n";
    let own = room(&format!("{own}{template}"));
    assert_eq!((own.order, own.speakers.len()), (OrderRule::FirstCome, 0));
    assert_eq!(own.speaking_limits, BTreeMap::from([(Scope::Reply, 45)]));
}

#[test]
fn a_rule_that_there_is_not_is_told_with_the_nearest_one() {
    assert_eq!(
        error_of("order = \"protocoll\"\n"),
        "line 8, rooms[0].order: `protocoll` is none of `first-come`, `protocol`, `by-class`, `least-heard`, \
        `alternate-regions`, `alternate-classes`; did you mean `protocol`?"
    );
    assert!(error_of("order = true\n").starts_with("line 8, rooms[0].order: this is true or false; one of `first-come`"));
}

#[test]
fn a_speaking_time_outside_its_bounds_or_of_nobody_is_told_with_line_and_field() {
    assert_eq!(
        error_of("speaking_limits = { organization = 0 }\n"),
        "line 8, rooms[0].speaking_limits.organization: 0 is out of bounds; a whole number from 10 to 3600 belongs here, without quotes"
    );
    assert!(error_of("speaking_limits = { reply = 86_400 }\n").contains("86400 is out of bounds"));
    assert_eq!(
        error_of("[rooms.speaking_limits]\nreply = 60\norganisation = 120\n"),
        "line 10, rooms[0].speaking_limits.organisation: there is no field `organisation` here; did you mean `organization`?"
    );
    assert!(error_of("speaking_limits = 120\n").contains("that of the list is `speaking_limit_s`"));
    assert!(error_of("speaking_limits = { state = \"3 min\" }\n").contains("this is a text; a whole number"));
}

#[test]
fn a_speaker_whom_nobody_knows_is_told_with_the_line_of_the_heading() {
    assert_eq!(
        speaker("rank = \"minister\""),
        "line 8, rooms[0].speakers[0]: it is not said who speaks; write `delegation`, `name` or both, as in `delegation = \"Kenya\"`"
    );
    assert!(speaker("delegation = \" \"").starts_with("line 9, rooms[0].speakers[0].delegation: it is empty"));
}

#[test]
fn a_misspelt_word_of_a_speaker_is_told_with_the_nearest_one() {
    let with = |field: &str| speaker(&format!("delegation = \"Kenya\"\n{field}"));
    assert!(with("clas = \"state\"").ends_with("there is no field `clas` here; did you mean `class`?"));
    assert!(with("class = \"States\"").ends_with("did you mean `state`?"));
    assert!(with("rank = \"ministre\"").ends_with("did you mean `minister`?"));
    assert!(with("lane = \"replies\"").contains("none of `list`, `precedence`, `reply`"));
    assert!(
        with("lane = \"point-of-order\"").starts_with("line 10, rooms[0].speakers[0].lane: `point-of-order` is none of `list`")
    );
    assert!(with("remote = \"yes\"").ends_with("this is a text; true or false belongs here, without quotes"));
    assert!(with("language = \"English\"").ends_with("`English` is no language tag; write it as in \"en\", \"fr\" or \"pt-BR\""));
}

#[test]
fn texts_of_a_speaker_are_bounded_as_in_the_room() {
    for (field, most) in [("name", 120), ("delegation", 160), ("on_behalf_of", 160), ("note", 500)] {
        let with = |length: usize| {
            let named = if field == "delegation" { "name" } else { "delegation" };
            format!(
                "[[rooms.speakers]]\n{named} = \"Kenya\"\n{field} = \"{}\"\n",
                "x".repeat(length)
            )
        };
        assert_eq!(room(&with(most)).speakers.len(), 1, "{field}");
        assert_eq!(
            error_of(&with(most + 1)),
            format!(
                "line 10, rooms[0].speakers[0].{field}: it has {} characters; at most {most} fit",
                most + 1
            )
        );
    }
    assert!(speaker("name = \"a\\u202eb\"").contains("turns of direction"));
}

#[test]
fn a_delegation_is_on_the_list_once_however_it_is_written() {
    let list = |second: &str| format!("[[rooms.speakers]]\ndelegation = \"Kenya\"\n[[rooms.speakers]]\n{second}\n");
    for second in [
        "delegation = \"Kenya\"",
        "delegation = \" kenya\"\nname = \"Another\"",
        "delegation = \"KEN\"",
    ] {
        let told = error_of(&list(second));
        assert!(
            told.starts_with("line 11, rooms[0].speakers[1].delegation: `"),
            "{second}: {told}"
        );
        assert!(told.ends_with("is among these speakers in line 9 already; each is on the list once"));
    }
    assert!(error_of(&list("delegation = \"Kenya\"\nlane = \"precedence\"")).contains("in line 9 already"));
    let reply = room(&list("delegation = \"Kenya\"\nlane = \"reply\""));
    assert_eq!(reply.speakers.len(), 2, "a right of reply stands beside a place on the list");
}

#[test]
fn a_person_without_a_delegation_is_on_the_list_once_too() {
    let people = "[[rooms.speakers]]\nname = \"An Expert\"\n[[rooms.speakers]]\nname = \"an  expert\"\n";
    assert!(error_of(people).starts_with("line 11, rooms[0].speakers[1].name: `an  expert` is among these speakers in line 9"));
}

#[test]
fn the_same_delegation_may_be_on_the_lists_of_two_rooms() {
    let inscribed = "[[rooms.speakers]]\ndelegation = \"Kenya\"\n";
    let text = format!("{SMALL}{inscribed}[[rooms]]\nid = \"two\"\ntitle = \"Room two\"\n{inscribed}");
    assert!(parse(&text).unwrap().rooms.iter().all(|room| room.speakers.len() == 1));
}

#[test]
fn every_mistake_of_a_list_is_told_at_once() {
    let told = errors(&format!(
        "{SMALL}order = \"fifo\"\n[rooms.speaking_limits]\nlist = 60\nreply = 5\n\
        [[rooms.speakers]]\ndelegation = 3\nrank = \"boss\"\n[[rooms.speakers]]\nremote = 1\n"
    ));
    let places: Vec<&str> = told.iter().map(|error| error.split(": ").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "line 8, rooms[0].order",
            "line 10, rooms[0].speaking_limits.list",
            "line 11, rooms[0].speaking_limits.reply",
            "line 13, rooms[0].speakers[0].delegation",
            "line 14, rooms[0].speakers[0].rank",
            "line 15, rooms[0].speakers[1]",
            "line 16, rooms[0].speakers[1].remote",
        ]
    );
}

#[test]
fn as_many_speakers_as_a_list_takes_are_read_and_more_refused() {
    let list = |count: usize| -> String {
        (0..count)
            .map(|number| format!("[[rooms.speakers]]\ndelegation = \"Body {number}\"\n"))
            .collect()
    };
    assert_eq!(room(&list(REQUESTS_MAX)).speakers.len(), REQUESTS_MAX);
    assert!(error_of(&list(REQUESTS_MAX + 1)).contains("rooms[0].speakers: 2001 are too many; at most 2000 fit"));
    assert!(error_of("speakers = \"Kenya\"\n").contains("under a heading of its own, `[[speakers]]`"));
}
