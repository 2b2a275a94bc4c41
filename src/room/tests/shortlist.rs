//! Ideas in a room: who may support which, and the shortlist that the chair makes of them.

use super::scene::{asks, does, room};
use crate::room::Room;
use crate::room::command::{Ballot, Command, PollCommand, PollKind, PollPaper};
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::polls::templates::Template;
use crate::room::polls::texts::TextId;
use crate::room::refusal::Code;

const IDEAS: PollId = PollId(3);

fn casting(texts: &[&str], supports: &[&str]) -> Command {
    let ballot = Ballot {
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        supports: supports.iter().map(|idea| TextId::of(idea, None)).collect(),
        ..Ballot::default()
    };
    Command::Polls(PollCommand::Cast {
        poll: IDEAS,
        ballot: Box::new(ballot),
    })
}

fn passing(ideas: &[&str]) -> Command {
    Command::Polls(PollCommand::Pass {
        poll: IDEAS,
        texts: ideas.iter().map(|idea| TextId::of(idea, None)).collect(),
    })
}

/// A room in which Ana has written three ideas, and the chair has let two of them through.
fn with_ideas() -> Room {
    let mut room = room();
    let template = PollCommand::Template {
        template: Template::Ideas,
    };
    does(&mut room, "chair", 1, &template.into());
    does(&mut room, "chair", 2, &PollCommand::Open { poll: IDEAS }.into());
    does(&mut room, "ana", 3, &casting(&["A fund", "A network", "A portal"], &[]));
    does(&mut room, "chair", 4, &passing(&["A fund", "A portal"]));
    room
}

fn shortlist(room: &Room, ideas: u32, kind: PollKind) -> Result<PollPaper, Code> {
    let command = PollCommand::Shortlist {
        poll: IDEAS,
        ideas,
        kind,
    };
    asks(room, "chair", command).map(|events| match events.as_slice() {
        [Event::PollDrafted { paper, .. }] => paper.clone(),
        other => panic!("a draft, not {other:?}"),
    })
}

#[test]
fn ideas_can_be_supported_that_the_chair_has_let_through_and_no_others() {
    let mut room = with_ideas();
    for hidden in ["A network", "Nobody wrote this"] {
        assert_eq!(
            asks(&room, "ben", casting(&[], &["A fund", hidden])),
            Err(Code::ChoiceInvalid)
        );
    }
    assert!(asks(&room, "ben", casting(&[], &["A fund", "A portal"])).is_ok());
    does(&mut room, "chair", 5, &passing(&[]));
    assert!(asks(&room, "ben", casting(&[], &["A network"])).is_ok());
    assert_eq!(
        asks(&room, "ben", casting(&[], &["A network", "Nobody wrote this"])),
        Err(Code::ChoiceInvalid),
        "that all are let through makes none that nobody wrote"
    );
}

#[test]
fn a_shortlist_has_the_ideas_with_most_support_first_and_every_kind_that_offers_answers_takes_it() {
    let mut room = with_ideas();
    does(&mut room, "ben", 5, &casting(&[], &["A portal"]));
    does(&mut room, "chair", 6, &PollCommand::Close { poll: IDEAS }.into());
    for kind in PollKind::ALL {
        let offers = !matches!(kind, PollKind::YesNo | PollKind::Agreement | PollKind::Text | PollKind::Ideas);
        match shortlist(&room, 5, *kind) {
            Ok(paper) => assert_eq!(paper.options, ["A portal", "A fund"], "{kind:?}"),
            Err(code) => assert!(!offers, "{kind:?} refuses a shortlist: {code:?}"),
        }
    }
}

#[test]
fn a_shortlist_as_a_matrix_has_its_axes_in_every_language_of_the_question() {
    let mut room = with_ideas();
    does(&mut room, "chair", 5, &PollCommand::Close { poll: IDEAS }.into());
    let paper = shortlist(&room, 2, PollKind::Matrix).unwrap();
    assert_eq!(paper.form.axes.map(|axes| axes.y).as_deref(), Some("Feasibility"));
    let french = paper.translations["fr"].axes.as_ref();
    assert_eq!(french.map(|axes| axes.y.as_str()), Some("Faisabilité"));
}
