//! What an outcome tells of the list of speakers: everything on the record, figures elsewhere, and never what only the
//! chair sees.

use crate::fixture::{Story, closed, entry, person, text};
use roundtable::outcome::{Decided, Decision, Document, Heard, Intervention, Outcome};
use roundtable::room::event::{Attribution, Event};
use roundtable::room::floor::{Details, Group, Lane};
use roundtable::room::ids::RequestId;
use roundtable::room::seat::{Class, Rank, Role};

fn speech_of(outcome: &Outcome, name: &str) -> Intervention {
    let mut speeches = outcome.floor.interventions.iter();
    speeches.find(|speech| speech.speaker.contains(name)).unwrap().clone()
}

#[test]
fn while_the_clock_stands_no_time_is_used() {
    let speech = speech_of(&closed(Attribution::OnTheRecord).outcome(), "cmd");
    // From 19:07:27 to 19:12:57 are 330 seconds; the chair stopped the clock for 30 and a point of order for 21.
    assert_eq!(
        (speech.started_at.as_str(), speech.ended_at.as_str()),
        ("2024-05-10T19:07:27Z", "2024-05-10T19:12:57Z")
    );
    assert_eq!((speech.duration_s, speech.limit_s, speech.overrun_s), (279, 270, 9));
}

#[test]
fn a_speech_is_told_with_whom_it_was_for_and_how() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    let minister = speech_of(&outcome, "Fifita");
    assert_eq!((minister.delegation.as_str(), minister.rank), ("Tonga", Some(Rank::Minister)));
    assert_eq!(
        (minister.class, minister.group),
        (Some(Class::State), Some(Group::AsiaPacific))
    );
    assert_eq!(
        (minister.on_behalf_of.as_str(), minister.language.as_str()),
        ("the Pacific Islands Forum", "en")
    );
    let reply = outcome.floor.interventions.last().unwrap();
    assert_eq!((reply.lane, reply.remote), (Lane::Reply, true));
}

#[test]
fn a_speech_that_a_point_of_order_interrupted_comes_before_it() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    let lanes: Vec<(u32, Lane)> = outcome
        .floor
        .interventions
        .iter()
        .map(|speech| (speech.number, speech.lane))
        .collect();
    let expected = [
        Lane::List,
        Lane::List,
        Lane::List,
        Lane::List,
        Lane::PointOfOrder,
        Lane::Reply,
    ];
    assert_eq!(lanes, (1..).zip(expected).collect::<Vec<_>>());
}

#[test]
fn a_decision_of_the_chair_is_told_with_its_reason_beside_the_speech_and_in_the_order_of_time() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    let moved = Decision {
        at: "2024-05-10T19:04:12Z".into(),
        by: "H.E. Amina Diallo".into(),
        decided: Decided::Moved(1),
        reason: "The minister's flight leaves at six".into(),
    };
    assert_eq!(speech_of(&outcome, "Fifita").overrides, std::slice::from_ref(&moved));
    assert_eq!(outcome.floor.rulings_list[0].decision, moved);
    let all: Vec<Decided> = outcome
        .floor
        .rulings_list
        .iter()
        .map(|ruling| ruling.decision.decided)
        .collect();
    assert_eq!(
        all,
        [
            Decided::Moved(1),
            Decided::TimeGiven(30),
            Decided::Skipped,
            Decided::TakenOff,
            Decided::CalledOutOfTurn(1)
        ]
    );
    assert_eq!(outcome.floor.rulings, 5);
    for document in [Document::Markdown, Document::Html, Document::Json, Document::Speakers] {
        assert!(
            text(document, &outcome).contains("flight leaves at six"),
            "{}",
            document.file_name()
        );
    }
}

#[test]
fn points_of_order_are_counted_apart_and_the_balance_is_without_them() {
    let floor = closed(Attribution::OnTheRecord).outcome().floor;
    assert_eq!(
        floor.points_of_order,
        Heard {
            speeches: 1,
            seconds: 20
        }
    );
    for groups in [&floor.by_class, &floor.by_region] {
        let (speeches, seconds) = groups.iter().fold((0, 0), |sum, of_group| {
            (sum.0 + of_group.heard.speeches, sum.1 + of_group.heard.seconds)
        });
        assert_eq!((speeches + 1, seconds + 20), (floor.speeches, floor.speaking_time_s));
    }
}

#[test]
fn who_was_not_heard_is_told_in_the_order_of_the_list() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    for (request, name) in [(1, "Ana"), (2, "Ben"), (3, "Cleo")] {
        story.rules(Event::SpeakerQueued {
            request: RequestId(request),
            entry: entry(name, ""),
        });
    }
    story.rules(Event::RequestMoved {
        request: RequestId(3),
        before: Some(RequestId(1)),
        reason: None,
    });
    let floor = story.outcome().floor;
    let names: Vec<&str> = floor.not_heard_list.iter().map(|one| one.speaker.as_str()).collect();
    assert_eq!((floor.not_heard, names), (3, vec!["Cleo", "Ana", "Ben"]));
}

#[test]
fn whoever_was_passed_over_and_spoke_later_is_not_among_those_who_were_not_heard() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    for request in [1, 2] {
        story.rules(Event::SpeakerQueued {
            request: RequestId(request),
            entry: entry("", "Chile"),
        });
        if request == 1 {
            story.rules(Event::RequestSkipped {
                request: RequestId(1),
                reason: None,
            });
        }
    }
    let before = story.outcome();
    assert!(!before.floor.dismissed_list[0].heard_later);
    assert!(text(Document::Markdown, &before).contains("- Chile (passed over)"));
    story.give(2, 180);
    story.then(Event::InterventionEnded);
    let after = story.outcome();
    assert!(after.floor.dismissed_list[0].heard_later);
    assert!(!text(Document::Markdown, &after).contains("- Chile"));
}

#[test]
fn a_step_that_was_undone_is_not_on_record() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    story.rules(Event::SpeakerQueued {
        request: RequestId(1),
        entry: entry("", "Chile"),
    });
    story.rules(Event::StepTaken {
        step: 1,
        what: roundtable::room::floor::Step::Skip,
    });
    story.rules(Event::RequestSkipped {
        request: RequestId(1),
        reason: Some("Out of the room".into()),
    });
    assert_eq!(story.outcome().floor.rulings, 1);
    story.rules(Event::StepUndone { step: 1 });
    let floor = story.outcome().floor;
    assert_eq!((floor.rulings, floor.dismissed, floor.not_heard), (0, 0, 1));
}

#[test]
fn a_document_of_the_first_form_can_still_be_read_and_written() {
    let mut stored = serde_json::to_value(closed(Attribution::OnTheRecord).outcome()).unwrap();
    stored["floor"] = serde_json::json!({
        "speeches": 1, "speaking_time_s": 175, "not_heard": 1,
        "interventions": [{"number": 1, "speaker": "Ana", "delegation": "Chile", "started_at": "2024-05-10T19:00:09Z",
            "duration_s": 175, "limit_s": 180}]
    });
    let outcome: Outcome = serde_json::from_value(stored).unwrap();
    let row = "| 1 | Ana | Chile | 15:00:09 | 2:55 | – |";
    assert!(
        text(Document::Markdown, &outcome).contains(row),
        "{}",
        text(Document::Markdown, &outcome)
    );
    assert!(text(Document::Speakers, &outcome).contains("1,Ana,Chile,2024-05-10T19:00:09Z,175,180,,list,"));
}

#[test]
fn what_a_speaker_did_not_say_is_left_out() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    story.join("a", Role::Participant, person("", "", None));
    story.ask(1, "a", Details::default());
    story.give(1, 180);
    story.then(Event::InterventionEnded);
    let outcome = story.outcome();
    let speech = &outcome.floor.interventions[0];
    assert_eq!((speech.class, speech.group, speech.rank), (None, None, None));
    assert!(text(Document::Markdown, &outcome).contains("| 1 | Not named |"));
}
