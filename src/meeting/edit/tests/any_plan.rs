//! Whatever plan there is: it is exported and read again as the same, and saving its parts as they are changes nothing.

use super::*;
use crate::room::command::{BoardRule, Entry, PollPaper, Writers};
use crate::room::floor::{OrderRule, Scope};
use crate::room::polls::attribution::may_have;
use crate::room::polls::paper::checked;
use crate::room::polls::templates::Template;
use crate::room::seat::{Class, Profile, Rank};
use crate::room::tools::Tool;
use crate::room::view::ListState;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// A line that people could type, with all that is special in a file.
fn line() -> impl Strategy<Value = String> {
    let letters = r#"[a-zA-Z0-9"'\\#=\[\]{}.,:;%&/<>é中ع🚀 -]{0,30}"#;
    letters.prop_map(|text| format!("x{}", text.trim_end()))
}

/// Several lines.
fn lines() -> impl Strategy<Value = String> {
    vec(line(), 0..4).prop_map(|lines| lines.join("\n"))
}

fn maybe_line() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), line()]
}

fn poll() -> impl Strategy<Value = PollPaper> {
    let ready = select(&Template::ALL[..]).prop_map(|template| template.paper());
    let own = (line(), 2_usize..6, any::<bool>(), any::<bool>()).prop_map(|(question, options, stamp, late)| {
        let mut paper = PollPaper {
            question,
            options: (0..options).map(|at| format!("Option {at}")).collect(),
            ..PollPaper::default()
        };
        (paper.rules.stamp, paper.rules.late) = (stamp, late);
        paper.rules.voters.classes = if late { vec![Class::State] } else { Vec::new() };
        paper
    });
    prop_oneof![ready, own].prop_map(|paper| checked(&paper).unwrap())
}

fn speaker(at: usize) -> impl Strategy<Value = Entry> {
    (any::<bool>(), proptest::option::of(line())).prop_map(move |(remote, note)| Entry {
        profile: Profile {
            delegation: Some(format!("Delegation {at}")),
            rank: Some(Rank::Minister),
            ..Profile::default()
        },
        lane: None,
        on_behalf_of: None,
        language: Some("pt-BR".to_owned()),
        remote,
        note,
    })
}

prop_compose! {
    fn room(at: usize)(
        title in line(),
        theme in maybe_line(),
        questions in vec(line(), 0..4),
        attribution in select(&[Attribution::OnTheRecord, Attribution::ChathamHouse][..]),
        writers in select(&[Writers::Everyone, Writers::Chosen][..]),
        list in select(&[ListState::Open, ListState::Closed][..]),
        order in select(&[OrderRule::FirstCome, OrderRule::AlternateRegions][..]),
        limits in (10_u32..3_600, proptest::option::of(10_u32..3_600)),
        left_out in vec(select(Tool::ALL.to_vec()), 0..3),
        board in select(&[BoardRule::Open, BoardRule::Moderated, BoardRule::Closed][..]),
        lists in (vec(line(), 0..3), vec(line(), 0..3), vec(line(), 0..3)),
        polls in vec(poll(), 0..3),
        speakers in (speaker(1), speaker(2), 0_usize..3),
    ) -> RoomPlan {
        let (sections, moderators, panellists) = lists;
        let speakers: Vec<Entry> = [speakers.0, speakers.1].into_iter().take(speakers.2).collect();
        let polls: Vec<PollPaper> = polls.into_iter().filter(|poll| may_have(attribution, &poll.rules)).collect();
        let is_prepared = |tool: &Tool| match tool {
            Tool::Floor => !speakers.is_empty(),
            Tool::Polls => !polls.is_empty(),
            Tool::Board | Tool::Comments => false,
        };
        let without: BTreeSet<Tool> = left_out.into_iter().filter(|tool| !is_prepared(tool)).collect();
        RoomPlan {
            id: format!("room-{at}"),
            title,
            theme,
            questions,
            attribution,
            writers,
            speaking_limit_s: limits.0,
            list,
            order,
            speaking_limits: limits.1.map(|seconds| (Scope::PointOfOrder, seconds)).into_iter().collect(),
            speakers,
            polls,
            sections,
            board,
            without,
            moderators,
            panellists,
        }
    }
}

prop_compose! {
    fn any_plan()(
        title in line(),
        subtitle in maybe_line(),
        description in lines(),
        languages in vec(select(&["en", "ar", "zh-Hant"][..]), 0..3),
        rooms in (room(0), room(1), room(2)),
        placed in vec((0_u32..20, 1_u32..3, vec(any::<bool>(), 3)), 0..5),
    ) -> Meeting {
        let rooms = vec![rooms.0, rooms.1, rooms.2];
        let programme = placed.into_iter().enumerate().map(|(at, (starts, hours, named))| Session {
            id: format!("session-{at}"),
            date: "2024-05-10".to_owned(),
            starts: format!("{starts:02}:15"),
            ends: format!("{:02}:00", starts + hours),
            title: title.clone(),
            kind: SessionKind::Matchmaking,
            description: description.clone(),
            rooms: rooms.iter().zip(named).filter(|(_, named)| *named).map(|(room, _)| room.id.clone()).collect(),
        });
        Meeting {
            title: title.clone(),
            subtitle,
            languages: languages.into_iter().map(str::to_owned).collect(),
            programme: programme.collect(),
            rooms,
            ..plan()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_exported_plan_is_read_as_the_same_plan(plan in any_plan()) {
        let text = to_toml(&plan);
        let read = parse(&text);
        prop_assert!(read == Ok(plan), "{:?}\n{}", read.err(), text);
    }

    #[test]
    fn saving_what_is_there_changes_nothing(plan in any_plan()) {
        for room in &plan.rooms {
            let same = Command::PutRoom { seen: Some(Box::new(room.clone())), room: Box::new(room.clone()), session: None };
            prop_assert_eq!(decide(&plan, &same, None), Ok(plan.clone()));
        }
        for session in &plan.programme {
            let same = Command::PutSession { seen: Some(session.clone()), session: session.clone() };
            prop_assert_eq!(decide(&plan, &same, None), Ok(plan.clone()));
        }
        let same = Command::SetDetails { seen: Details::of(&plan), details: Details::of(&plan), move_days: true };
        prop_assert_eq!(decide(&plan, &same, None), Ok(plan.clone()));
    }

    #[test]
    fn a_part_that_was_saved_is_read_from_an_export_as_it_was_saved(plan in any_plan(), room in room(9), at in 0_usize..3) {
        let wanted = RoomPlan { id: plan.rooms[at].id.clone(), ..room };
        let command = Command::PutRoom { seen: Some(Box::new(plan.rooms[at].clone())), room: Box::new(wanted.clone()), session: None };
        let changed = decide(&plan, &command, None).unwrap();
        prop_assert_eq!(&changed.rooms[at], &wanted);
        prop_assert_eq!(parse(&to_toml(&changed)), Ok(changed));
    }
}
