//! Any history, also of people who ask what they may not: nobody is told who somebody is before both said yes, nobody is in two places,
//! nobody's place changes by itself, nothing waits that could have one, nothing is in the outcome that one side does not let in, and the
//! journal gives everything back.

use super::support::{QUARTER, Session, details, seat, settings, who};
use crate::matchmaking::agreeing::{PairingId, Standing};
use crate::matchmaking::post::{Details, Kind, PostId, Visibility};
use crate::matchmaking::settings::{SlotId, Stage};
use crate::matchmaking::who::nobody_listed;
use crate::matchmaking::{Command, Matchmaking, consented};
use crate::room::ids::Millis;
use crate::room::notes::point::Component;
use crate::room::seat::Role;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

const PEOPLE: [&str; 6] = ["ada", "ben", "cem", "dov", "eva", "fay"];

/// Something that somebody tries.
#[derive(Debug, Clone)]
enum Try {
    Post(Kind, Visibility, Component),
    Withdraw(Index),
    Choose(Index, Index),
    Accept(Index),
    Decline(Index),
    GiveUp(Index),
    Write(Index),
    Consent(Index, bool),
    Busy(BTreeSet<u32>),
    Assign,
    Settings(u32, i64),
    Stage(Stage),
    /// Takes the id of something that is there already for the next command.
    OldId(Index),
    Later,
}

fn trying() -> impl Strategy<Value = Try> {
    let visibility = select(vec![
        Visibility::Everyone,
        Visibility::OtherSide,
        Visibility::Proposed,
        Visibility::Secretariat,
    ]);
    let component = select(vec![Component::People, Component::Technology]);
    let kind = prop::bool::ANY.prop_map(|need| if need { Kind::Need } else { Kind::Offer });
    let index = any::<Index>;
    prop_oneof![
        6 => (kind, visibility, component).prop_map(|(kind, visibility, component)| Try::Post(kind, visibility, component)),
        1 => index().prop_map(Try::Withdraw),
        8 => (index(), index()).prop_map(|(need, offer)| Try::Choose(need, offer)),
        8 => index().prop_map(Try::Accept),
        1 => index().prop_map(Try::Decline),
        1 => index().prop_map(Try::GiveUp),
        1 => index().prop_map(Try::Write),
        4 => (index(), any::<bool>()).prop_map(|(pairing, yes)| Try::Consent(pairing, yes)),
        1 => btree_set(1..4_u32, 0..2).prop_map(Try::Busy),
        2 => Just(Try::Assign),
        1 => (0..3_u32, 0..4_i64).prop_map(|(tables, slots)| Try::Settings(tables, slots)),
        1 => select(vec![Stage::Open, Stage::Open, Stage::Closed]).prop_map(Try::Stage),
        1 => index().prop_map(Try::OldId),
        1 => Just(Try::Later),
    ]
}

fn post_of(matchmaking: &Matchmaking, index: Index) -> PostId {
    let posts: Vec<PostId> = matchmaking.posts.keys().copied().collect();
    posts
        .get(index.index(posts.len().max(1)))
        .copied()
        .unwrap_or(PostId(uuid::Uuid::nil()))
}

fn pairing_of(matchmaking: &Matchmaking, index: Index) -> PairingId {
    let pairings: Vec<PairingId> = matchmaking.pairings.keys().copied().collect();
    let found = pairings.get(index.index(pairings.len().max(1)));
    found.copied().unwrap_or(PairingId(uuid::Uuid::nil()))
}

/// Whether it is done or refused does not matter here: only what comes of it.
fn attempt(session: &mut Session, by: &str, tried: &Try) {
    let known = &session.matchmaking;
    let command = match tried {
        Try::Post(kind, visibility, component) => Command::Post {
            kind: *kind,
            details: Details {
                visibility: *visibility,
                component: *component,
                ..details("Help with something")
            },
        },
        Try::Withdraw(post) => Command::Withdraw {
            post: post_of(known, *post),
        },
        Try::Choose(need, offer) => Command::Choose {
            need: post_of(known, *need),
            offer: post_of(known, *offer),
        },
        Try::Accept(pairing) => Command::Accept {
            pairing: pairing_of(known, *pairing),
        },
        Try::Decline(pairing) => Command::Decline {
            pairing: pairing_of(known, *pairing),
        },
        Try::GiveUp(pairing) => Command::GiveUp {
            pairing: pairing_of(known, *pairing),
        },
        Try::Write(pairing) => Command::Write {
            pairing: pairing_of(known, *pairing),
            text: "We go on in June".to_owned(),
        },
        Try::Consent(pairing, true) => {
            let pairing = pairing_of(known, *pairing);
            let version = known.pairings.get(&pairing).map_or(0, |pairing| pairing.version);
            Command::Consent { pairing, version }
        }
        Try::Consent(pairing, false) => Command::WithdrawConsent {
            pairing: pairing_of(known, *pairing),
        },
        Try::Busy(slots) => Command::Busy {
            slots: slots.iter().copied().map(SlotId).collect(),
        },
        Try::Assign => Command::Assign,
        Try::Settings(tables, slots) => Command::Settings {
            seen: known.settings.clone(),
            settings: settings(*tables, *slots),
        },
        Try::Stage(stage) => Command::Stage { stage: *stage },
        Try::OldId(index) => {
            session.asked = index.index(usize::try_from(session.asked).unwrap() + 1) as u128;
            return;
        }
        Try::Later => {
            session.now += QUARTER;
            return;
        }
    };
    let role = match tried {
        Try::Assign | Try::Settings(..) | Try::Stage(_) => Role::Organiser,
        _ => Role::Participant,
    };
    let _ = session.ask_as(role, by, &command);
}

/// The people with whom somebody has agreed at this moment, themselves among them.
fn known_to(matchmaking: &Matchmaking, by: &str) -> BTreeSet<String> {
    let own = seat(by);
    let agreed = matchmaking
        .pairings
        .values()
        .filter(|pairing| pairing.standing == Standing::Agreed);
    let partners = agreed.filter(|pairing| pairing.side_of(&own).is_some());
    partners
        .flat_map(|pairing| [pairing.needer.to_string(), pairing.provider.to_string()])
        .chain([by.to_owned()])
        .collect()
}

fn assert_says_nothing_of(told: &str, person: &str) {
    let introduction = who(person);
    for secret in [&introduction.name, &introduction.delegation, &introduction.contact] {
        assert!(!told.contains(secret.as_str()), "{person} is told of in {told}");
    }
    assert!(
        !told.contains(&format!("\"{person}\"")),
        "the seat of {person} is told of in {told}"
    );
}

fn assert_kept_secret(session: &Session) {
    for reader in PEOPLE {
        let (told, known) = (session.told(reader), known_to(&session.matchmaking, reader));
        for person in PEOPLE.into_iter().filter(|person| !known.contains(*person)) {
            assert_says_nothing_of(&told, person);
        }
    }
    let told = serde_json::to_string(&session.matchmaking.organiser_view(Millis(session.now), &nobody_listed)).unwrap();
    for person in PEOPLE {
        assert!(!told.contains(&who(person).contact));
        if known_to(&session.matchmaking, person).len() == 1 {
            assert_says_nothing_of(&told, person);
        }
    }
}

fn assert_in_one_place(matchmaking: &Matchmaking) {
    let mut places = BTreeSet::new();
    let mut people = BTreeSet::new();
    for pairing in matchmaking.pairings.values() {
        let Some(sitting) = pairing.sitting else { continue };
        assert!(pairing.is_agreed(), "only those who agreed meet");
        assert!((1..=matchmaking.settings.tables).contains(&sitting.table));
        assert!(matchmaking.settings.slot(sitting.slot).is_some());
        assert!(places.insert(sitting), "a table has two meetings");
        for seat in [&pairing.needer, &pairing.provider] {
            assert!(people.insert((sitting.slot, seat)), "{seat} is in two places");
        }
    }
}

/// Whoever has a place keeps it, whatever others ask: an organiser alone moves somebody, and who gives a meeting up has none any more.
fn assert_kept_places(before: &Matchmaking, after: &Matchmaking, tried: &Try) {
    if matches!(tried, Try::Assign | Try::Settings(..)) {
        return;
    }
    for (id, pairing) in before.pairings.iter().filter(|(_, pairing)| pairing.sitting.is_some()) {
        let now = &after.pairings[id];
        assert!(
            !now.is_agreed() || now.sitting == pairing.sitting,
            "somebody was moved by {tried:?}"
        );
    }
}

/// What waits has no place that is free: looked for in every slot that lies ahead, without any of the rules' own means.
fn assert_nothing_waits_in_vain(matchmaking: &Matchmaking, now: i64) {
    let seated = || matchmaking.pairings.values().filter(|pairing| pairing.sitting.is_some());
    let waiting = matchmaking
        .pairings
        .values()
        .filter(|pairing| pairing.is_agreed() && pairing.sitting.is_none());
    for pairing in waiting {
        for (id, _) in matchmaking.settings.numbered().filter(|(_, slot)| slot.starts.0 > now) {
            let there = || seated().filter(|other| other.sitting.is_some_and(|sitting| sitting.slot == id));
            let can_come = |seat| {
                let busy = matchmaking.people.get(seat).is_some_and(|person| person.busy.contains(&id));
                !busy && !there().any(|other| other.side_of(seat).is_some())
            };
            let has_table = there().count() < matchmaking.settings.tables as usize;
            let free = has_table && can_come(&pairing.needer) && can_come(&pairing.provider);
            assert!(!free, "a meeting waits, and slot {id} has a place for it");
        }
    }
}

fn assert_both_let_it(matchmaking: &Matchmaking) {
    for partnership in consented(matchmaking, &nobody_listed) {
        let pairing = &matchmaking.pairings[&PairingId(partnership.pairing)];
        assert!(pairing.is_agreed() && pairing.consents.len() == 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_is_told_before_both_said_yes_and_nobody_is_in_two_places(
        tries in vec((select(PEOPLE.to_vec()), trying()), 1..120)
    ) {
        let mut session = Session::default();
        for person in PEOPLE {
            session.introduce(person);
        }
        session.set(settings(2, 3)).unwrap();
        for (by, tried) in &tries {
            let before = session.matchmaking.clone();
            let written = session.events.len();
            attempt(&mut session, by, tried);
            assert_kept_places(&before, &session.matchmaking, tried);
            let opens_a_place = matches!(tried, Try::Accept(_) | Try::GiveUp(_) | Try::Busy(_) | Try::Assign);
            if opens_a_place && session.events.len() > written && session.matchmaking.assigned.is_some() {
                assert_nothing_waits_in_vain(&session.matchmaking, session.now);
            }
            assert_kept_secret(&session);
            assert_in_one_place(&session.matchmaking);
            assert_both_let_it(&session.matchmaking);
        }
        prop_assert_eq!(&session.replayed(), &session.matchmaking);
    }
}
