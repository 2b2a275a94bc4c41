//! What holds for the ballots of every kind.

use super::support::{abstention, assert_refused, choice, draft, kept, marks, places, texts};
use crate::room::command::{Axes, Ballot, PaperForm, PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::Count;
use crate::room::polls::kinds;
use crate::room::polls::kinds::Part;
use crate::room::polls::texts::TextId;

/// A paper of the kind with two answers, where it offers any.
pub(super) fn paper_of(kind: PollKind, abstain: bool) -> PollPaper {
    let written = kind.rules().is_written() && !kind.rules().takes().contains(&Part::Choice);
    let axes = Axes {
        x: "Impact".to_owned(),
        y: "Feasibility".to_owned(),
    };
    kept(&PollPaper {
        form: PaperForm {
            abstain,
            axes: (kind == PollKind::Matrix).then_some(axes),
            ..PaperForm::default()
        },
        ..draft(kind, if written { &[] } else { &["A", "B"] })
    })
}

#[test]
fn a_part_that_the_kind_does_not_take_is_refused() {
    let supports = Ballot {
        supports: [TextId::of("a", None)].into(),
        ..Ballot::default()
    };
    let parts = [
        (Part::Choice, choice(&[1]), "answers to choose"),
        (Part::Marks, marks(&[(1, 1)]), "numbers for its items"),
        (Part::Places, places(&[(1, [1, 1])]), "places on two axes"),
        (Part::Texts, texts(&["a"]), "texts"),
        (Part::Supports, supports, "support for ideas"),
    ];
    for kind in PollKind::ALL {
        let paper = paper_of(*kind, false);
        let foreign = parts.iter().filter(|(part, ..)| !kind.rules().takes().contains(part));
        for (_, ballot, words) in foreign {
            assert_refused(
                &paper,
                ballot,
                &format!("The ballot does not fit: this poll takes no {words}."),
            );
        }
    }
}

#[test]
fn an_answer_that_is_not_offered_is_refused() {
    for (kind, ballot) in [
        (PollKind::Single, choice(&[3])),
        (PollKind::Multiple, choice(&[1, 3])),
        (PollKind::YesNo, choice(&[3])),
        (PollKind::Agreement, choice(&[3])),
        (PollKind::Ranking, choice(&[3, 1])),
        (PollKind::Ranking, marks(&[(1, 1), (3, 2)])),
        (PollKind::Grid, marks(&[(3, 1)])),
        (PollKind::Points, marks(&[(3, 100)])),
        (PollKind::Matrix, places(&[(3, [1, 1])])),
    ] {
        assert_refused(&paper_of(kind, false), &ballot, "The poll offers no answer o3.");
    }
    assert_refused(
        &paper_of(PollKind::Single, false),
        &choice(&[0]),
        "The poll offers no answer o0.",
    );
}

#[test]
fn an_answer_named_twice_and_more_answers_than_there_are_are_refused() {
    let paper = paper_of(PollKind::Ranking, false);
    assert_refused(&paper, &choice(&[1, 1]), "The ballot names o1 twice.");
    let many = Ballot {
        choice: vec![OptionId(1); 1_000_000],
        ..Ballot::default()
    };
    assert_refused(&paper, &many, "The poll takes at most 2 answers; the ballot names 1000000.");
}

#[test]
fn who_abstains_says_nothing_else_and_only_where_the_paper_lets_them() {
    for kind in PollKind::ALL {
        let paper = paper_of(*kind, true);
        assert_eq!(kinds::checked(&paper, &abstention()), Ok(abstention()));
        let undecided = Ballot {
            abstain: true,
            ..choice(&[1])
        };
        assert_refused(&paper, &undecided, "A ballot that abstains says nothing else.");
        let count = Count::of(&paper, [abstention(), abstention()].iter());
        assert_eq!(count.detail.abstentions, 2);
        assert!(count.tally.values().all(|votes| *votes == 0));
        if *kind != PollKind::YesNo {
            assert_refused(&paper_of(*kind, false), &abstention(), "This poll takes no abstentions.");
        }
    }
}

#[test]
fn an_empty_ballot_is_refused_by_every_kind() {
    for kind in PollKind::ALL {
        let refusal = kinds::checked(&paper_of(*kind, true), &Ballot::default()).unwrap_err();
        assert!(refusal.message.ends_with('.'), "{kind:?}: {refusal}");
    }
}

#[test]
fn a_paper_that_was_kept_is_kept_again_unchanged() {
    for kind in PollKind::ALL {
        let paper = paper_of(*kind, true);
        assert_eq!(kept(&paper), paper, "{kind:?}");
    }
}

#[test]
fn a_poll_without_ballots_has_tables_and_a_method_in_a_sentence() {
    for kind in PollKind::ALL {
        let paper = paper_of(*kind, false);
        let count = Count::of(&paper, [].iter());
        let rules = kind.rules();
        assert!(rules.method(&paper).ends_with('.'));
        for table in rules.tables(&paper, &count, 0) {
            assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "{kind:?}");
        }
    }
}

#[test]
fn a_paper_keeps_only_what_its_kind_has() {
    let all = PaperForm {
        abstain: true,
        scale: vec!["Low".to_owned(), "High".to_owned()],
        axes: Some(Axes {
            x: "Impact".to_owned(),
            y: "Feasibility".to_owned(),
        }),
        points: Some(10),
    };
    for kind in PollKind::ALL {
        let own = paper_of(*kind, true);
        let form = kept(&PollPaper {
            form: all.clone(),
            ..own.clone()
        })
        .form;
        let has = (!form.scale.is_empty(), form.axes.is_some(), form.points.is_some());
        let expected = match kind {
            PollKind::Grid => (true, false, false),
            PollKind::Matrix => (true, true, false),
            PollKind::Points => (false, false, true),
            _ => (false, false, false),
        };
        assert_eq!(has, expected, "{kind:?}");
    }
}
