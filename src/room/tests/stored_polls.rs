//! One of every event of the polls that came with their ten kinds, with every field and every word that it can hold: for the
//! fixtures of the stored form.

use super::scene::{NOON, choosing, paper, seat_id};
use crate::room::command::{
    Axes, Ballot, Base, PaperForm, Per, PollKind, PollPaper, Results, Secrecy, Translation, Voters, VotingRules,
};
use crate::room::event::Event;
use crate::room::floor::{Group, Unit};
use crate::room::ids::{Millis, OptionId, PollId};
use crate::room::polls::breakdown::GroupResult;
use crate::room::polls::count::{CountDetail, RunoffRound};
use crate::room::polls::secret::Receipt;
use crate::room::polls::texts::{TextCount, TextId};
use crate::room::polls::{PollResult, Round};
use crate::room::seat::{Class, Profile, Role};
use std::collections::BTreeMap;
use uuid::Uuid;

const P1: PollId = PollId(1);
const O1: OptionId = OptionId(1);
const O2: OptionId = OptionId(2);

/// All of them.
pub fn every_event() -> Vec<Event> {
    [drafts(), course(), ballots(), results()].concat()
}

fn drafted(paper: PollPaper) -> Event {
    Event::PollDrafted {
        poll: P1,
        paper,
        round: None,
    }
}

/// A paper with everything, and one for each word that a paper can hold.
fn drafts() -> Vec<Event> {
    let kinds = PollKind::ALL.iter().map(|kind| paper(*kind, &["Red", "Green"]));
    let ruled = |rules: VotingRules| PollPaper {
        rules,
        ..paper(PollKind::Single, &["Red", "Green"])
    };
    let secrecy = [Secrecy::Named, Secrecy::Chair, Secrecy::Undisclosed, Secrecy::Secret].map(|secrecy| VotingRules {
        secrecy,
        ..VotingRules::default()
    });
    let results = [Results::Live, Results::AtClose, Results::WhenShown].map(|results| VotingRules {
        results,
        ..VotingRules::default()
    });
    let bases = [Base::Cast, Base::Valid, Base::Entitled, Base::Present].map(|base| VotingRules {
        base,
        ..VotingRules::default()
    });
    let ruled = secrecy.into_iter().chain(results).chain(bases).map(ruled);
    let again = Event::PollDrafted {
        poll: PollId(2),
        paper: paper(PollKind::Single, &["Red", "Green"]),
        round: Some(Round { first: P1, number: 2 }),
    };
    let edited = Event::PollEdited {
        poll: P1,
        paper: full_paper(),
    };
    let drafts = kinds.chain(ruled).map(drafted);
    [drafted(full_paper())]
        .into_iter()
        .chain(drafts)
        .chain([again, edited])
        .collect()
}

fn full_paper() -> PollPaper {
    let axes = |x: &str, y: &str| {
        Some(Axes {
            x: x.to_owned(),
            y: y.to_owned(),
        })
    };
    let french = Translation {
        question: "Par où ?".to_owned(),
        options: texts(&["Rouge", "Vert"]),
        scale: texts(&["Bas", "Haut"]),
        axes: axes("Effet", "Faisabilité"),
    };
    PollPaper {
        min: Some(1),
        max: Some(2),
        form: PaperForm {
            abstain: true,
            scale: texts(&["Low", "High"]),
            axes: axes("Impact", "Feasibility"),
            points: Some(100),
        },
        rules: VotingRules {
            secrecy: Secrecy::Named,
            per: Per::Delegation,
            voters: Voters {
                roles: vec![Role::Participant, Role::Chair, Role::Rapporteur],
                classes: vec![Class::State, Class::Organization, Class::Stakeholder],
                delegations: texts(&["Tonga"]),
            },
            late: true,
            is_final: true,
            results: Results::Live,
            base: Base::Present,
            quorum_percent: Some(50),
            breakdown: true,
            duration_s: Some(60),
            stamp: false,
        },
        language: Some("en".to_owned()),
        translations: [("fr".to_owned(), french)].into(),
        ..paper(PollKind::Matrix, &["Red", "Green"])
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// From the opening on, but for the votes.
fn course() -> Vec<Event> {
    let text = || vec![TextId::of("Water", None)];
    vec![
        Event::PollOpened {
            poll: P1,
            fixed: true,
            closes_at: Some(Millis(NOON + 60_000)),
        },
        Event::DeadlineSet {
            poll: P1,
            at: Some(Millis(NOON + 60_000)),
        },
        Event::DeadlineSet { poll: P1, at: None },
        Event::TextsPassed { poll: P1, texts: text() },
        Event::TextsPassed {
            poll: P1,
            texts: Vec::new(),
        },
        Event::TextsHeld { poll: P1, texts: text() },
        Event::PollVoided {
            poll: P1,
            reason: "The wrong wording".to_owned(),
            receipts: BTreeMap::new(),
        },
    ]
}

fn tonga() -> Profile {
    Profile {
        name: Some("Sione Fifita".to_owned()),
        delegation: Some("Tonga".to_owned()),
        class: Some(Class::State),
        ..Profile::default()
    }
}

fn ballots() -> Vec<Event> {
    let cast = |voter: Option<Unit>, ballot: Ballot| Event::BallotCast {
        poll: P1,
        voter,
        seat: seat_id("ana"),
        ballot: Box::new(ballot),
    };
    let full = Ballot {
        choice: vec![O1],
        marks: [(O1, 3)].into(),
        places: [(O2, [1, 2])].into(),
        texts: texts(&["Water"]),
        supports: [TextId::of("Air", None)].into(),
        abstain: false,
    };
    let abstention = Ballot {
        abstain: true,
        ..Ballot::default()
    };
    vec![
        cast(Some(Unit::of_delegation_named("Tonga")), full),
        cast(None, abstention),
        Event::BallotEntered {
            poll: P1,
            voter: Unit::of_entry(&tonga()),
            profile: tonga(),
            ballot: choosing(&[2]),
        },
        Event::SecretBallotCast { poll: P1, secret: None },
    ]
}

fn results() -> Vec<Event> {
    let group = GroupResult {
        ballots: 5,
        tally: [(O1, 3), (O2, 2)].into(),
        spread: [(O1, vec![2, 3])].into(),
    };
    let round = RunoffRound {
        votes: [(O1, 3), (O2, 2)].into(),
        exhausted: 1,
        out: Some(O2),
        tied: true,
    };
    let text = TextCount {
        text: "Water".to_owned(),
        written: 2,
        support: 3,
        about: Some(O1),
    };
    let detail = CountDetail {
        abstentions: 1,
        spread: [(O1, vec![2, 3])].into(),
        skipped: BTreeMap::new(),
        borda: [(O1, 8), (O2, 2)].into(),
        runoff: vec![round],
        texts: [(TextId::of("Water", Some(O1)), text)].into(),
    };
    let result = PollResult {
        electorate: 7,
        tally: [(O1, 3), (O2, 2)].into(),
        ballots: 6,
        detail,
        present: Some(6),
        entered: 1,
        classes: [(Group::State, group.clone())].into(),
        regions: [(Group::AsiaPacific, group)].into(),
        receipts: [(Unit::of_person(&seat_id("ana")), Receipt::of(Some(Uuid::from_u128(7))))].into(),
    };
    let skipped = PollResult {
        detail: CountDetail {
            skipped: [(O1, 1)].into(),
            ..CountDetail::default()
        },
        ..PollResult::default()
    };
    let closed = |result: PollResult| Event::PollClosed {
        poll: P1,
        result: Box::new(result),
    };
    let void_secret = Event::PollVoided {
        poll: P1,
        reason: "The wrong wording".to_owned(),
        receipts: [(Unit::of_person(&seat_id("ana")), Receipt::of(Some(Uuid::from_u128(7))))].into(),
    };
    vec![closed(result), closed(skipped), void_secret]
}
