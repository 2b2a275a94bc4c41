//! Random histories of polls of every kind and rule. Whatever is asked, in whatever order: nobody is counted twice, the tally is the
//! recount, a replay gives the same room, and what is hidden is in no page of anybody who may not see it: the pages are searched.
//! A failing history is printed with its seed.

use super::histories::everything_seen;
use super::poll_pages::{assert_counts, assert_views};
use super::scene::{NOON, beginning, role_of, seat_id};
use crate::room::command::{
    Axes, Ballot, Command, Per, PollCommand, PollKind, PollPaper, Results, RoomCommand, SeatCommand, Secrecy, VotingRules,
};
use crate::room::event::{Event, Stamp};
use crate::room::floor::Unit;
use crate::room::ids::{Millis, OptionId, PollId, SeatId};
use crate::room::polls::Poll;
use crate::room::polls::secret::Kept;
use crate::room::record::Record;
use crate::room::seat::{Profile, Role, Seat};
use crate::room::view::PollState;
use crate::room::{Context, Room};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

const VOTERS: usize = 14;
const DELEGATIONS: [Option<&str>; 6] = [
    Some("Kenya"),
    Some(" KENYA"),
    Some("Japan"),
    Some("Tonga"),
    Some("A union"),
    None,
];

/// What somebody does: numbers that are read in the light of the room as it is then, so that much of it fits.
#[derive(Debug, Clone, Copy)]
struct Act {
    what: u32,
    who: usize,
    poll: u32,
    number: u32,
    seconds: i64,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = (0..100u32, 0..VOTERS, 1..5u32, any::<u32>(), 0..9i64).prop_map(|(what, who, poll, number, seconds)| Act {
        what,
        who,
        poll,
        number,
        seconds,
    });
    vec(act, 1..90)
}

fn voter(number: usize) -> SeatId {
    seat_id(&format!("v{number}"))
}

fn profile(who: usize, number: u32) -> Profile {
    let delegation = DELEGATIONS[number as usize % DELEGATIONS.len()];
    Profile {
        name: Some(format!("Canary {who}")),
        delegation: delegation.map(str::to_owned),
        ..Profile::default()
    }
}

fn pick<T: Copy>(from: &[T], number: u32) -> T {
    from[number as usize % from.len()]
}

/// A paper of every kind with every rule that fits.
fn paper_of(kind: PollKind, number: u32) -> PollPaper {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let secrecy = pick(
        &[Secrecy::Named, Secrecy::Chair, Secrecy::Undisclosed, Secrecy::Secret],
        number / 3,
    );
    let results = pick(&[Results::Live, Results::AtClose, Results::WhenShown], number / 13);
    let mut paper = PollPaper {
        question: format!("Question {number}?"),
        kind,
        rules: VotingRules {
            secrecy,
            per: pick(&[Per::Person, Per::Delegation], number / 5),
            late: (secrecy != Secrecy::Secret || results != Results::Live) && number / 7 % 2 == 1,
            is_final: number / 11 % 2 == 1,
            results,
            breakdown: secrecy != Secrecy::Secret && number / 17 % 2 == 1,
            duration_s: (number / 19).is_multiple_of(4).then_some(60),
            ..VotingRules::default()
        },
        ..PollPaper::default()
    };
    paper.form.abstain = number / 23 % 2 == 1;
    match kind {
        PollKind::Text | PollKind::Ideas | PollKind::YesNo | PollKind::Agreement => {}
        _ => paper.options = words(&["Red", "Green", "Blue"]),
    }
    if kind == PollKind::Matrix {
        paper.form.axes = Some(Axes {
            x: "Impact".to_owned(),
            y: "Feasibility".to_owned(),
        });
    }
    match kind {
        PollKind::Grid | PollKind::Matrix => paper.form.scale = words(&["Low", "High"]),
        PollKind::Points => paper.form.points = Some(10),
        _ => {}
    }
    paper
}

/// A ballot for the poll, most often one that fits. What is written is a marker that is in no other ballot.
fn ballot_for(poll: &Poll, poll_id: PollId, who: usize, number: u32) -> Ballot {
    let offered = u32::try_from(poll.paper.options.len()).unwrap().max(1);
    let option = OptionId(1 + number % offered);
    let marker = format!("Marker {poll_id} {who} {number}");
    let mut ballot = Ballot::default();
    match poll.paper.kind {
        _ if number.is_multiple_of(13) => ballot.abstain = true,
        _ if number.is_multiple_of(17) => ballot.choice = vec![OptionId(99)],
        PollKind::Single | PollKind::YesNo | PollKind::Multiple => ballot.choice = vec![option],
        PollKind::Agreement => {
            ballot.choice = vec![option];
            ballot.texts = vec![marker];
        }
        PollKind::Ranking => ballot.choice = (0..offered).map(|place| OptionId(1 + (number + place) % offered)).collect(),
        PollKind::Points => ballot.marks = [(option, 10)].into(),
        PollKind::Grid => ballot.marks = (1..=offered).map(|item| (OptionId(item), 1 + (number + item) % 2)).collect(),
        PollKind::Matrix => ballot.places = [(option, [1, 2])].into(),
        PollKind::Text => ballot.texts = vec![marker],
        PollKind::Ideas => match poll.texts().keys().find(|idea| poll.passed.has(idea)) {
            Some(idea) if number.is_multiple_of(2) => ballot.supports = [idea.clone()].into(),
            _ => ballot.texts = vec![marker],
        },
    }
    ballot
}

/// A room under test, with everything that was stored.
struct Hall {
    room: Room,
    now: Millis,
    journal: Vec<Vec<u8>>,
    kept: Kept,
    requests: u128,
    /// As whom each seat has voted, by poll.
    voted_as: BTreeMap<(PollId, SeatId), Unit>,
    cast: BTreeSet<PollKind>,
}

impl Hall {
    fn new() -> Self {
        let mut hall = Self {
            room: Room::new(),
            now: Millis(NOON),
            journal: Vec::new(),
            kept: Kept::new(),
            requests: 0,
            voted_as: BTreeMap::new(),
            cast: BTreeSet::new(),
        };
        hall.store(None, beginning());
        for who in 0..VOTERS - 3 {
            hall.join(who);
        }
        hall
    }

    fn join(&mut self, who: usize) {
        let seat = Seat {
            id: voter(who),
            role: Role::Participant,
            profile: profile(who, u32::try_from(who).unwrap()),
            issue: 0,
        };
        if !self.room.seats.contains_key(&seat.id) {
            self.store(None, vec![Event::SeatTaken { seat }]);
        }
    }

    fn context(&mut self, seat: SeatId) -> Context {
        self.requests += 1;
        let role = self.room.seats.get(&seat).map_or(role_of(seat.as_str()), |seat| seat.role);
        let present = self.room.seats.keys().take(9).cloned().collect();
        Context {
            now: self.now,
            seat,
            role,
            request: Some(Uuid::from_u128(self.requests)),
            present: Some(Arc::new(present)),
        }
    }

    fn asks(&mut self, seat: SeatId, command: impl Into<Command>) -> bool {
        let context = self.context(seat);
        let decided = self.room.decide(&command.into(), &context);
        let done = decided.is_ok();
        self.store(Some(context.seat), decided.unwrap_or_default());
        done
    }

    fn store(&mut self, by: Option<SeatId>, events: Vec<Event>) {
        if events.is_empty() {
            return;
        }
        let record = Record {
            at: self.now,
            by,
            request: None,
            made: None,
            events,
        };
        for event in &record.events {
            self.note(event);
            self.room.apply(&record.stamp(), event);
        }
        self.journal.push(record.encode());
        self.room.take_touched();
    }

    /// What of it is kept beside the records, and who has voted as whom.
    fn note(&mut self, event: &Event) {
        let (poll, seat, unit) = match event {
            Event::SecretBallotCast { poll, secret } => {
                let secret = secret.as_ref().unwrap();
                let kept = self.kept.entry(*poll).or_default();
                kept.marks.push(secret.mark.clone());
                kept.ballots.push(secret.ballot.clone());
                (poll, &secret.mark.seat, secret.mark.voter.clone())
            }
            Event::BallotCast { poll, seat, voter, .. } => (poll, seat, voter.clone().unwrap_or_else(|| Unit::of_person(seat))),
            Event::PollClosed { poll, .. } | Event::PollVoided { poll, .. } => return drop(self.kept.remove(poll)),
            _ => return,
        };
        let found = self.room.polls.get(*poll).unwrap();
        self.cast.insert(found.paper.kind);
        let is_first = !found.has_voted(&unit);
        assert!(
            is_first || !found.paper.rules.is_final,
            "a final ballot of {poll} was changed"
        );
        assert!(
            found.closes_at.is_none_or(|at| self.now < at),
            "{poll} took a ballot after its time"
        );
        let before = self.voted_as.insert((*poll, seat.clone()), unit.clone());
        assert!(
            before.is_none_or(|before| before == unit),
            "{seat} voted in {poll} as two voters"
        );
    }

    fn acts(&mut self, act: Act) {
        self.now.0 += act.seconds * 1_000;
        let poll = PollId(act.poll);
        let present = BTreeSet::new();
        let due = self.room.decide_due(self.now, Some(&present));
        self.store(None, due);
        let (chair, who) = (seat_id("chair"), voter(act.who));
        let first_text = self.room.polls.get(poll).and_then(|poll| poll.texts().keys().next().cloned());
        let command = match act.what {
            0..8 => PollCommand::Draft {
                paper: Box::new(paper_of(pick(PollKind::ALL, act.number), act.number)),
            },
            8..20 => PollCommand::Open { poll },
            20..24 => PollCommand::Close { poll },
            24 => PollCommand::Void {
                poll,
                reason: "Wrong wording".to_owned(),
            },
            25..27 => PollCommand::Again { poll },
            27..30 => PollCommand::Show { poll },
            30..32 => PollCommand::Hide { poll },
            32..34 => PollCommand::Pass { poll, texts: Vec::new() },
            34..38 => PollCommand::Pass {
                poll,
                texts: first_text.into_iter().collect(),
            },
            38..40 => PollCommand::Hold { poll, texts: Vec::new() },
            40..42 => PollCommand::Deadline {
                poll,
                in_s: Some(5 + act.number % 60),
            },
            42..44 => return self.join(act.who),
            44..48 => {
                let profile = profile(act.who, act.number);
                self.asks(who, SeatCommand::Update { profile });
                return;
            }
            48..52 => return self.enters(poll, act),
            52 => {
                let settle = act.number.is_multiple_of(2);
                self.asks(chair, RoomCommand::Close { settle });
                self.asks(seat_id("organiser"), RoomCommand::Reopen);
                return;
            }
            _ => return self.casts(poll, act),
        };
        self.asks(chair, command);
    }

    fn casts(&mut self, poll: PollId, act: Act) {
        let Some(found) = self.room.polls.get(poll) else { return };
        let ballot = Box::new(ballot_for(found, poll, act.who, act.number));
        self.asks(voter(act.who), PollCommand::Cast { poll, ballot });
    }

    fn enters(&mut self, poll: PollId, act: Act) {
        let Some(found) = self.room.polls.get(poll) else { return };
        let enter = PollCommand::Enter {
            poll,
            voter: profile(act.who, act.number),
            again: act.number.is_multiple_of(2),
            ballot: Box::new(ballot_for(found, poll, act.who, act.number)),
        };
        self.asks(seat_id("organiser"), enter);
    }

    fn replayed(&self) -> Room {
        let mut room = Room::new();
        for bytes in &self.journal {
            let record = Record::decode(bytes).unwrap();
            let stamp = Stamp {
                at: record.at,
                by: record.by.clone(),
            };
            record.events.iter().for_each(|event| room.apply(&stamp, event));
        }
        room.refill_secrets(self.kept.clone()).unwrap();
        room
    }
}

/// The polls without what a secret one shows live: after a restart that waits for five more ballots.
fn without_live_counts(room: &Room) -> bool {
    let live = |poll: &Poll| poll.is_secret() && poll.state == PollState::Open && poll.paper.rules.results == Results::Live;
    room.polls.iter().all(|(_, poll)| !live(poll))
}

fn plays(acts: &[Act]) -> Hall {
    let mut hall = Hall::new();
    for act in acts {
        hall.acts(*act);
        assert_views(&hall.room);
    }
    assert_counts(&hall.room);
    assert_read_back(&hall);
    hall
}

/// What is read back from the records or a snapshot is what was there.
fn assert_read_back(hall: &Hall) {
    let replayed = hall.replayed();
    assert!(hall.room.polls == replayed.polls, "a replay gives the same polls");
    let mut restored = Room::restore(&hall.room.snapshot()).unwrap();
    restored.refill_secrets(hall.kept.clone()).unwrap();
    assert_views(&replayed);
    assert_views(&restored);
    if without_live_counts(&hall.room) {
        assert_eq!(everything_seen(&hall.room), everything_seen(&replayed));
        assert_eq!(everything_seen(&hall.room), everything_seen(&restored));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_of_polls_nobody_is_counted_twice_and_what_is_hidden_is_on_no_page(acts in acts()) {
        plays(&acts);
    }
}

/// So that the histories above are about something: with every kind and every rule the ballots are taken and counted.
#[test]
fn ballots_of_every_kind_are_cast_in_these_histories() {
    for (place, kind) in PollKind::ALL.iter().enumerate() {
        for number in (0..40_000).step_by(1_997) {
            let mut hall = Hall::new();
            let paper = paper_of(*kind, number);
            let drafted = hall.asks(
                seat_id("chair"),
                PollCommand::Draft {
                    paper: Box::new(paper.clone()),
                },
            );
            let unfit = *kind == PollKind::Ideas && paper.rules.secrecy == Secrecy::Secret;
            assert_eq!(drafted, !unfit, "{kind:?} {paper:?}");
            if unfit {
                continue;
            }
            let poll = PollId(3);
            let opened = hall.asks(seat_id("chair"), PollCommand::Open { poll });
            assert!(opened, "{paper:?}");
            for who in 0..VOTERS - 3 {
                let number = u32::try_from(who * 2 + 3 + place).unwrap();
                let found = hall.room.polls.get(poll).unwrap();
                let ballot = Box::new(ballot_for(found, poll, who, number));
                hall.asks(voter(who), PollCommand::Cast { poll, ballot });
                assert_views(&hall.room);
            }
            assert!(hall.room.polls.get(poll).unwrap().turnout() >= 4, "{kind:?}: {paper:?}");
            assert_read_back(&hall);
            hall.asks(seat_id("chair"), PollCommand::Close { poll });
            assert_views(&hall.room);
            assert_counts(&hall.room);
            assert!(hall.cast.contains(kind));
        }
    }
}
