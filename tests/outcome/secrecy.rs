//! What an outcome keeps back of the list of speakers: whoever spoke where there is no attribution, and everywhere what only
//! the chair sees.

use crate::fixture::{Story, busy, closed, entry, person, seat, text};
use roundtable::outcome::{Document, Floor, OfGroup, Outcome};
use roundtable::room::command::Entry;
use roundtable::room::event::{Attribution, Event};
use roundtable::room::floor::{Details, Group};
use roundtable::room::ids::RequestId;
use roundtable::room::seat::{Class, Role};

/// Who speaks, waits or was passed over in the fixture, their delegations and groups, and the reasons of the chair.
const OF_THE_SPEAKERS: [&str; 17] = [
    "سارة",
    "الأردن",
    "李明",
    "Telecommunication",
    "calc",
    "Forum",
    "O'Neill",
    "Ireland",
    "Fifita",
    "Tonga",
    "Pacific",
    "Azerbaijan",
    "Chile",
    "flight",
    "Not in the room",
    "Jordan has to leave",
    "minister",
];

/// The same without what HTML writes in another way.
fn words(document: Document, outcome: &Outcome) -> String {
    text(document, outcome).replace("&#39;", "'")
}

/// A room where each of these States, once with each seat, has spoken for a minute.
fn where_spoke(attribution: Attribution, speakers: &[(&str, &str)]) -> Story {
    let mut story = Story::begin(attribution);
    for (number, (id, delegation)) in (1..).zip(speakers) {
        story.join(id, Role::Participant, person(id, delegation, Some(Class::State)));
        story.speak(number, id, 60);
    }
    story
}

#[test]
fn under_the_chatham_house_rule_no_speaker_and_no_reason_can_be_found_in_any_document() {
    for story in [closed(Attribution::ChathamHouse), busy(Attribution::ChathamHouse)] {
        let outcome = story.outcome();
        let floor = &outcome.floor;
        assert_eq!((floor.speeches, floor.speaking_time_s, floor.rulings), (6, 773, 5));
        for document in Document::ALL {
            let text = words(document, &outcome);
            for secret in OF_THE_SPEAKERS {
                assert!(!text.contains(secret), "{secret} is in {}", document.file_name());
            }
        }
        assert_eq!(text(Document::Speakers, &outcome).lines().count(), 1);
    }
}

#[test]
fn a_closed_room_tells_of_its_speakers_in_figures_alone() {
    let outcome = closed(Attribution::Closed).outcome();
    for document in Document::ALL {
        let text = words(document, &outcome);
        for secret in OF_THE_SPEAKERS.iter().chain(&["Diallo", "Senegal"]) {
            assert!(!text.contains(secret), "{secret} is in {}", document.file_name());
        }
    }
}

/// On the record all of these are told, or the tests of secrecy would look for what is never there.
#[test]
fn on_the_record_every_one_of_them_is_told() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    let all: String = Document::ALL.map(|document| words(document, &outcome)).concat();
    for told in OF_THE_SPEAKERS {
        assert!(all.contains(told), "{told}");
    }
}

#[test]
fn what_only_the_chair_sees_is_in_no_document_under_any_rule() {
    for rule in [Attribution::OnTheRecord, Attribution::ChathamHouse, Attribution::Closed] {
        let mut story = closed(rule);
        story.rules(Event::RequestNoted {
            request: RequestId(4),
            note: "Keep this one short".into(),
        });
        assert_eq!(story.room.floor.waiting[0].note, "Keep this one short");
        assert!(story.room.floor.allowances.contains_key(&seat("d")));
        let outcome = story.outcome();
        for document in Document::ALL {
            let text = words(document, &outcome).to_lowercase();
            for secret in ["keep this one short", "cable mentioned", "allowance"] {
                assert!(!text.contains(secret), "{secret} is in {}", document.file_name());
            }
        }
    }
}

/// What people called themselves and wrote in a small room.
struct Told {
    names: [&'static str; 2],
    delegations: [&'static str; 2],
    group: &'static str,
    reason: &'static str,
}

const ONE: Told = Told {
    names: ["Ana", "Ben"],
    delegations: ["Chile", "Ghana"],
    group: "the African Group",
    reason: "Flight at six",
};
const OTHER: Told = Told {
    names: ["Lin", "Tariq"],
    delegations: ["Viet Nam", "Oman"],
    group: "ASEAN",
    reason: "By agreement",
};

/// A speech, one passed over, and one that waits, with a note and an allowance of the chair.
fn small(attribution: Attribution, told: &Told, note: &str, allowance_s: u32) -> Story {
    let mut story = Story::begin(attribution);
    story.join(
        "a",
        Role::Participant,
        person(told.names[0], told.delegations[0], Some(Class::State)),
    );
    story.rules(Event::AllowanceSet {
        seat: seat("a"),
        seconds: allowance_s,
    });
    let details = Details {
        on_behalf_of: Some(told.group.into()),
        ..Details::default()
    };
    story.ask(1, "a", details);
    for request in [2, 3] {
        let entry = Entry {
            note: Some(note.into()),
            ..entry(told.names[1], told.delegations[1])
        };
        story.rules(Event::SpeakerQueued {
            request: RequestId(request),
            entry,
        });
        let reason = Some(told.reason.into());
        if request == 2 {
            story.rules(Event::RequestSkipped {
                request: RequestId(2),
                reason,
            });
        }
    }
    story.rules(Event::FloorGiven {
        request: RequestId(1),
        limit_s: 180 + allowance_s,
        allowance_s,
        ahead: 1,
        reason: Some(told.reason.into()),
    });
    story.wait_s(150);
    story.then(Event::InterventionEnded);
    story
}

#[test]
fn without_attribution_the_documents_are_the_same_whoever_spoke_and_whatever_the_chair_wrote() {
    for rule in [Attribution::ChathamHouse, Attribution::Closed] {
        let one = small(rule, &ONE, "Leaves early", 60).outcome();
        let other = small(rule, &OTHER, "Speaks long", 0).outcome();
        for document in Document::ALL {
            assert_eq!(text(document, &one), text(document, &other), "{}", document.file_name());
        }
    }
    let (one, other) = [&ONE, &OTHER]
        .map(|told| small(Attribution::OnTheRecord, told, "", 0).outcome())
        .into();
    assert_ne!(one.floor, other.floor);
}

#[test]
fn on_the_record_too_the_documents_are_the_same_whatever_only_the_chair_sees() {
    let one = small(Attribution::OnTheRecord, &ONE, "Leaves early", 60).outcome();
    let other = small(Attribution::OnTheRecord, &ONE, "Speaks long", 0).outcome();
    for document in Document::ALL {
        assert_eq!(text(document, &one), text(document, &other), "{}", document.file_name());
    }
}

#[test]
fn without_names_a_balance_is_told_only_where_no_group_is_small() {
    let one_alone = [("a", "Chile"), ("b", "Ghana"), ("c", "Kenya"), ("d", "Togo")];
    let floor = where_spoke(Attribution::ChathamHouse, &one_alone).outcome().floor;
    let Balance { by_class, by_region } = Balance::of(&floor);
    assert_eq!(
        (by_class, by_region),
        (vec![(Group::State, 4)], vec![]),
        "Chile could be told from the regions"
    );
    let three_each = [
        ("a", "Chile"),
        ("b", "Ghana"),
        ("c", "Kenya"),
        ("d", "Togo"),
        ("e", "Peru"),
        ("f", "Cuba"),
    ];
    let floor = where_spoke(Attribution::ChathamHouse, &three_each).outcome().floor;
    let regions = vec![(Group::African, 3), (Group::LatinAmericanAndCaribbean, 3)];
    assert_eq!(Balance::of(&floor).by_region, regions);
    let one_often = [("a", "Ghana"), ("b", "Ghana"), ("c", "Ghana")];
    let floor = where_spoke(Attribution::ChathamHouse, &one_often).outcome().floor;
    assert_eq!(
        Balance::of(&floor).by_class,
        vec![],
        "three speeches of one delegation are one speaker's"
    );
    let floor = where_spoke(Attribution::OnTheRecord, &one_alone).outcome().floor;
    assert_eq!(
        Balance::of(&floor).by_region,
        vec![(Group::African, 3), (Group::LatinAmericanAndCaribbean, 1)]
    );
}

/// Speeches by group, as the tests above compare them.
struct Balance {
    by_class: Vec<(Group, u32)>,
    by_region: Vec<(Group, u32)>,
}

impl Balance {
    fn of(floor: &Floor) -> Self {
        let counts = |groups: &[OfGroup]| {
            groups
                .iter()
                .map(|of_group| (of_group.group, of_group.heard.speeches))
                .collect()
        };
        Self {
            by_class: counts(&floor.by_class),
            by_region: counts(&floor.by_region),
        }
    }
}
