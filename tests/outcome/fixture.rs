//! A room with something of everything, made of events like a real one.

use roundtable::outcome::{AsOf, Block, Outcome, Run, compose};
use roundtable::room::Room;
use roundtable::room::command::{Entry, PollKind, PollPaper, Writers};
use roundtable::room::event::{Attribution, Definition, Event, Stamp};
use roundtable::room::floor::{Details, Lane};
use roundtable::room::ids::{Millis, OptionId, PollId, RequestId, SeatId, Seq};
use roundtable::room::seat::{Class, Profile, Rank, Role, Seat};
use std::collections::BTreeMap;

/// 10 May 2024, 15:00 in New York.
const START: i64 = 1_715_367_600_000;

/// A room that events happen in, a second apart unless said otherwise.
pub struct Story {
    pub room: Room,
    clock: i64,
    seq: u64,
}

impl Story {
    pub fn begin(attribution: Attribution) -> Self {
        let mut story = Self {
            room: Room::new(),
            clock: START,
            seq: 0,
        };
        let definition = Box::new(definition(attribution));
        story.then(Event::RoomOpened { definition });
        story
    }

    pub fn then(&mut self, event: Event) {
        self.by(None, event);
    }

    /// What the chair decides about the list.
    pub fn rules(&mut self, event: Event) {
        self.by(Some(seat("chair")), event);
    }

    fn by(&mut self, by: Option<SeatId>, event: Event) {
        let stamp = Stamp {
            at: Millis(self.clock),
            by,
        };
        self.room.apply(&stamp, &event);
        self.clock += 1000;
        self.seq += 1;
    }

    pub fn wait_s(&mut self, seconds: i64) {
        self.clock += seconds * 1000;
    }

    pub fn join(&mut self, id: &str, role: Role, profile: Profile) {
        self.then(Event::SeatTaken {
            seat: Seat {
                id: seat(id),
                role,
                profile,
            },
        });
    }

    pub fn speak(&mut self, request: u32, id: &str, seconds: i64) {
        self.ask(request, id, Details::default());
        self.give(request, 180);
        self.wait_s(seconds - 1);
        self.then(Event::InterventionEnded);
    }

    pub fn ask(&mut self, request: u32, id: &str, details: Details) {
        self.then(Event::FloorRequested {
            request: RequestId(request),
            seat: seat(id),
            details,
        });
    }

    /// Gives the floor to whoever is next.
    pub fn give(&mut self, request: u32, limit_s: u32) {
        self.rules(Event::FloorGiven {
            request: RequestId(request),
            limit_s,
            ahead: 0,
            reason: None,
        });
    }

    pub fn outcome(&self) -> Outcome {
        let mut outcome = compose(
            &self.room,
            AsOf {
                seq: Seq(self.seq),
                at: Millis(self.clock),
            },
        );
        if outcome.attribution != Attribution::Closed {
            outcome.notes = notes();
        }
        outcome
    }
}

pub fn seat(id: &str) -> SeatId {
    SeatId::new(id).expect("a seat id")
}

pub fn person(name: &str, delegation: &str, class: Option<Class>) -> Profile {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Profile {
        name: said(name),
        delegation: said(delegation),
        class,
        rank: None,
    }
}

fn definition(attribution: Attribution) -> Definition {
    Definition {
        meeting: "global-roundtable".into(),
        meeting_title: "Global Roundtable on ICT Security Capacity-Building".into(),
        room: "group-1".into(),
        title: "Group I: Governance, policies and processes".into(),
        theme: "National strategies, regulation and the structures that carry them".into(),
        questions: vec![
            "What does a national strategy need first?".into(),
            "Who has to own it?".into(),
        ],
        session: "Breakout groups by thematic focus area".into(),
        date: "2024-05-10".into(),
        starts: "15:00".into(),
        ends: "17:00".into(),
        attribution,
        writers: Writers::Everyone,
        speaking_limit_s: 180,
        list_open: true,
        order: Default::default(),
        speaking_limits: BTreeMap::new(),
        speakers: Vec::new(),
        polls: vec![paper(
            "Which component first?",
            PollKind::Single,
            &["People and skills", "Technology", "Processes"],
            None,
        )],
        join_code: "K7M2QX".into(),
    }
}

fn paper(question: &str, kind: PollKind, options: &[&str], max: Option<u32>) -> PollPaper {
    PollPaper {
        question: question.into(),
        kind,
        options: options.iter().map(|&text| text.into()).collect(),
        min: None,
        max,
    }
}

/// The room up to the moment before it closes: five participants, a list of speakers with everything that can happen on one,
/// a poll of each kind and state.
pub fn busy(attribution: Attribution) -> Story {
    let mut story = Story::begin(attribution);
    story.join(
        "chair",
        Role::Chair,
        person("H.E. Amina Diallo", "Senegal", Some(Class::State)),
    );
    story.join(
        "rapporteur",
        Role::Rapporteur,
        person("Lucía Fernández", "Uruguay", Some(Class::State)),
    );
    story.join("a", Role::Participant, person("Tomás O'Neill", "Ireland", Some(Class::State)));
    story.join("b", Role::Participant, person("سارة العلي", "الأردن", Some(Class::State)));
    story.join(
        "c",
        Role::Participant,
        person("李明", "International Telecommunication Union", Some(Class::Organization)),
    );
    story.join(
        "d",
        Role::Participant,
        person("=cmd|' /C calc'!A0", "+Civil *Society* | Forum", Some(Class::Stakeholder)),
    );
    story.join("e", Role::Participant, Profile::default());
    speeches(&mut story);
    polls(&mut story);
    story
}

/// A speech within its time; one with a standing clock, more time and an overrun that a point of order interrupts; a minister
/// without a device, moved to the front for a reason; one that was passed over, one taken off the list, a reply from
/// elsewhere, and one that is not heard.
fn speeches(story: &mut Story) {
    story.then(Event::AllowanceSet {
        seat: seat("d"),
        seconds: 60,
    });
    story.speak(1, "b", 175);
    story.speak(2, "c", 61);
    story.ask(3, "d", Details::default());
    story.ask(4, "a", Details::default());
    story.rules(Event::SpeakerQueued {
        request: RequestId(5),
        entry: minister(),
    });
    story.rules(Event::RequestMoved {
        request: RequestId(5),
        before: Some(RequestId(3)),
        reason: Some("The minister's flight leaves at six".into()),
    });
    story.give(5, 180);
    story.wait_s(192);
    story.then(Event::InterventionEnded);
    interrupted(story);
    passed_over(story);
    let lane = Lane::Reply;
    story.ask(
        9,
        "b",
        Details {
            lane,
            remote: true,
            ..Details::default()
        },
    );
    story.rules(Event::FloorGiven {
        request: RequestId(9),
        limit_s: 120,
        ahead: 1,
        reason: Some("Jordan has to leave".into()),
    });
    story.wait_s(44);
    story.then(Event::InterventionEnded);
}

/// The third speech, with a private allowance in its limit: its clock stands twice.
fn interrupted(story: &mut Story) {
    story.give(3, 240);
    story.wait_s(99);
    story.rules(Event::SpeechPaused);
    story.wait_s(29);
    story.rules(Event::SpeechResumed);
    let lane = Lane::PointOfOrder;
    story.ask(
        6,
        "a",
        Details {
            lane,
            ..Details::default()
        },
    );
    story.give(6, 180);
    story.wait_s(19);
    story.then(Event::InterventionEnded);
    story.rules(Event::SpeechResumed);
    story.rules(Event::TimeGiven { seconds: 30 });
    story.wait_s(175);
    story.then(Event::InterventionEnded);
}

fn passed_over(story: &mut Story) {
    for (request, delegation) in [(7, "Azerbaijan"), (8, "Chile")] {
        story.rules(Event::SpeakerQueued {
            request: RequestId(request),
            entry: Entry {
                profile: person("", delegation, None),
                ..Entry::default()
            },
        });
    }
    story.rules(Event::RequestSkipped {
        request: RequestId(7),
        reason: Some("Not in the room when called".into()),
    });
    story.rules(Event::RequestWithdrawn {
        request: RequestId(8),
        by_chair: true,
        reason: None,
    });
}

/// Somebody whom the chair puts on the list, with a note that nobody else is to see.
fn minister() -> Entry {
    Entry {
        profile: Profile {
            rank: Some(Rank::Minister),
            ..person("Hon. Sione Fifita", "Tonga", None)
        },
        on_behalf_of: Some("the Pacific Islands Forum".into()),
        language: Some("en".into()),
        note: Some("Wants the cable mentioned".into()),
        ..Entry::default()
    }
}

fn polls(story: &mut Story) {
    vote(story, 1, &[("a", &[1]), ("b", &[2]), ("c", &[1])], &[2, 1, 0]);
    story.then(Event::ResultShown { poll: PollId(1) });
    let multiple = paper(
        "What holds strategies back? | <b>Up to two</b>",
        PollKind::Multiple,
        &["Budget", "-People", "Laws"],
        Some(2),
    );
    story.then(Event::PollDrafted {
        poll: PollId(2),
        paper: multiple,
    });
    vote(story, 2, &[("a", &[1, 2]), ("d", &[1])], &[2, 1, 0]);
    story.then(Event::PollDrafted {
        poll: PollId(3),
        paper: paper("Never opened?", PollKind::Single, &["Yes", "No"], None),
    });
    story.then(Event::PollDrafted {
        poll: PollId(4),
        paper: paper("Shall we meet again?", PollKind::Single, &["Yes", "No"], None),
    });
    story.then(Event::PollOpened { poll: PollId(4) });
}

fn vote(story: &mut Story, poll: u32, ballots: &[(&str, &[u32])], tally: &[u32]) {
    let poll = PollId(poll);
    story.then(Event::PollOpened { poll });
    for (id, choice) in ballots {
        let choice = choice.iter().map(|number| OptionId(*number)).collect();
        story.then(Event::BallotCast {
            poll,
            seat: seat(id),
            choice,
        });
    }
    let tally: BTreeMap<OptionId, u32> = (1..).map(OptionId).zip(tally.iter().copied()).collect();
    story.then(Event::PollClosed {
        poll,
        electorate: 5,
        tally,
        ballots: ballots.len() as u32,
    });
}

/// The same room, closed.
pub fn closed(attribution: Attribution) -> Story {
    let mut story = busy(attribution);
    let tally = [(OptionId(1), 0), (OptionId(2), 0)].into();
    story.then(Event::PollClosed {
        poll: PollId(4),
        electorate: 5,
        tally,
        ballots: 0,
    });
    story.then(Event::RoomClosed { revision: 1 });
    story
}

pub fn plain(text: &str) -> Run {
    Run {
        text: text.into(),
        ..Run::default()
    }
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph { runs: vec![plain(text)] }
}

fn notes() -> Vec<Block> {
    let strong = Run {
        text: "demand-driven".into(),
        strong: true,
        ..Run::default()
    };
    let both = Run {
        text: "nationally owned".into(),
        strong: true,
        em: true,
        ..Run::default()
    };
    let link = Run {
        text: "the mapping exercise".into(),
        link: Some("https://example.org/a?b=1&c=(2)".into()),
        ..Run::default()
    };
    let nested = Block::List {
        ordered: false,
        start: 1,
        items: vec![vec![paragraph("regional hubs")], vec![paragraph("exchange of staff")]],
    };
    vec![
        Block::Heading {
            level: 1,
            runs: vec![plain("Key issues")],
        },
        Block::Paragraph {
            runs: vec![
                plain("Support is "),
                strong,
                plain(" and "),
                both,
                plain("; see "),
                link,
                plain("."),
            ],
        },
        Block::Heading {
            level: 3,
            runs: vec![plain("Needs and gaps")],
        },
        Block::List {
            ordered: true,
            start: 3,
            items: vec![
                vec![paragraph("Strategies need a budget")],
                vec![paragraph("Partnerships:"), nested],
                vec![],
            ],
        },
        Block::Quote {
            blocks: vec![
                Block::Paragraph {
                    runs: vec![plain("First line"), plain("\n"), plain("second line")],
                },
                paragraph("Again"),
            ],
        },
        Block::Rule,
        paragraph("قال أحد الوفود إن الاستراتيجية الوطنية (2023) تحتاج إلى ميزانية."),
        Block::Heading {
            level: 2,
            runs: vec![plain("   ")],
        },
        paragraph("1. not a list, # not a heading, | not | a | table, <i>not markup</i> & *not* _emphasis_"),
    ]
}
