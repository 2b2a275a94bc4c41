//! One of every event of the list of speakers that came with its lanes, with every field and every word that it can hold: for
//! the fixtures of the stored form.

use super::scene::{definition, named, seat_id};
use crate::room::command::Entry;
use crate::room::event::{Definition, Event};
use crate::room::floor::{Details, Lane, OrderRule, Scope, Step};
use crate::room::ids::{Millis, RequestId};
use crate::room::seat::{Class, Profile, Rank};

const RULES: [OrderRule; 6] = [
    OrderRule::FirstCome,
    OrderRule::Protocol,
    OrderRule::ByClass,
    OrderRule::LeastHeard,
    OrderRule::AlternateRegions,
    OrderRule::AlternateClasses,
];
const LANES: [Lane; 6] = [
    Lane::PointOfOrder,
    Lane::Answer,
    Lane::Question,
    Lane::Precedence,
    Lane::List,
    Lane::Reply,
];
const SCOPES: [Scope; 8] = [
    Scope::State,
    Scope::Organization,
    Scope::Stakeholder,
    Scope::PointOfOrder,
    Scope::Answer,
    Scope::Question,
    Scope::Precedence,
    Scope::Reply,
];
const STEPS: [Step; 17] = [
    Step::Give,
    Step::End,
    Step::Skip,
    Step::Move,
    Step::Lane,
    Step::Withdraw,
    Step::Queue,
    Step::Import,
    Step::Open,
    Step::Close,
    Step::Rule,
    Step::Limit,
    Step::More,
    Step::Pause,
    Step::Resume,
    Step::Announce,
    Step::Restore,
];

/// All of them.
pub fn every_event() -> Vec<Event> {
    [rooms(), requests(), decisions(), clock(), list(), steps()].concat()
}

fn rooms() -> Vec<Event> {
    let with_a_list = Definition {
        order: OrderRule::Protocol,
        speaking_limits: [(Scope::State, 180), (Scope::Reply, 60)].into(),
        speakers: vec![entry(), short_entry()],
        ..definition()
    };
    let definition = Box::new(with_a_list);
    vec![
        Event::RoomOpened {
            definition: definition.clone(),
        },
        Event::RoomConfigured { definition },
    ]
}

fn requests() -> Vec<Event> {
    let (request, seat) = (RequestId(1), seat_id("ana"));
    let queued = |entry| Event::SpeakerQueued { request, entry };
    vec![
        Event::FloorRequested {
            request,
            seat: seat.clone(),
            details: details(),
        },
        queued(entry()),
        queued(short_entry()),
        Event::AnswerQueued {
            request,
            question: RequestId(2),
        },
        Event::SpeakerChanged {
            request,
            seat: Some(seat),
            details: details(),
        },
        Event::SpeakerChanged {
            request,
            seat: None,
            details: Details::default(),
        },
        Event::RequestNoted {
            request,
            note: "Leaves early".to_owned(),
        },
    ]
}

fn decisions() -> Vec<Event> {
    let request = RequestId(1);
    let reason = Some("Flight at six".to_owned());
    let lanes = LANES.map(|lane| Event::LaneChanged {
        request,
        lane,
        reason: None,
    });
    let reasoned = [
        Event::LaneChanged {
            request,
            lane: Lane::Precedence,
            reason: reason.clone(),
        },
        Event::RequestWithdrawn {
            request,
            by_chair: true,
            reason: reason.clone(),
        },
        Event::RequestSkipped {
            request,
            reason: reason.clone(),
        },
        Event::RequestMoved {
            request,
            before: Some(RequestId(2)),
            reason: reason.clone(),
        },
        Event::FloorGiven {
            request,
            limit_s: 240,
            allowance_s: 60,
            ahead: 3,
            reason,
        },
    ];
    lanes.into_iter().chain(reasoned).collect()
}

fn clock() -> Vec<Event> {
    let (seat, seconds) = (seat_id("ana"), 60);
    vec![
        Event::SpeechPaused,
        Event::SpeechResumed,
        Event::TimeGiven { seconds },
        Event::AllowanceSet { seat, seconds },
    ]
}

fn list() -> Vec<Event> {
    let closing = Event::ListClosing {
        at: Millis(1_715_342_460_000),
    };
    let rules = RULES.map(|rule| Event::RuleSet { rule });
    let limits = SCOPES.map(|scope| Event::LimitSet {
        seconds: 90,
        scope: Some(scope),
    });
    let cleared = Event::LimitCleared { scope: Scope::Reply };
    [closing].into_iter().chain(rules).chain(limits).chain([cleared]).collect()
}

fn steps() -> Vec<Event> {
    let taken = (1..).zip(STEPS).map(|(step, what)| Event::StepTaken { step, what });
    let restored = Event::RequestRestored { request: RequestId(1) };
    taken.chain([Event::StepUndone { step: 13 }, restored]).collect()
}

fn details() -> Details {
    Details {
        lane: Lane::Question,
        speaker: Some(Profile {
            rank: Some(Rank::Expert),
            ..named("Ben")
        }),
        on_behalf_of: Some("the Pacific Islands Forum".to_owned()),
        language: Some("zh-Hant".to_owned()),
        remote: true,
        about: Some(RequestId(2)),
    }
}

fn entry() -> Entry {
    Entry {
        profile: Profile {
            delegation: Some("Tonga".to_owned()),
            class: Some(Class::State),
            rank: Some(Rank::Minister),
            ..named("Sione Fifita")
        },
        lane: Some(Lane::Precedence),
        on_behalf_of: Some("the Pacific Islands Forum".to_owned()),
        language: Some("en".to_owned()),
        remote: true,
        note: Some("Leaves early".to_owned()),
    }
}

fn short_entry() -> Entry {
    Entry {
        profile: named("Sione Fifita"),
        ..Entry::default()
    }
}
