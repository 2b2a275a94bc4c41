//! Ideas and support for them.

use super::support::{assert_kept, assert_refused, assert_unfit, count, draft, kept, tables, texts};
use crate::room::command::{Ballot, PollKind, PollPaper};
use crate::room::polls::kinds;
use crate::room::polls::texts::TextId;
use crate::room::refusal::{Code, Refusal};

fn ideas(max: Option<u32>) -> PollPaper {
    PollPaper {
        max,
        ..draft(PollKind::Ideas, &[])
    }
}

fn supporting(own: &[&str], others: &[&str]) -> Ballot {
    Ballot {
        supports: others.iter().map(|idea| TextId::of(idea, None)).collect(),
        ..texts(own)
    }
}

#[test]
fn a_ballot_holds_three_ideas_or_as_many_as_the_paper_says() {
    assert_eq!(kept(&ideas(None)).max, Some(3));
    assert_eq!(kept(&ideas(Some(10))).max, Some(10));
    assert_unfit(&ideas(Some(11)), "A ballot of this poll can hold 1 to 10 texts, not 11.");
    assert_unfit(
        &draft(PollKind::Ideas, &["One", "Two"]),
        "Voters write the answers of this poll; take out the 2 that it offers.",
    );
    let paper = kept(&ideas(Some(1)));
    assert_refused(&paper, &texts(&["a", "b"]), "This poll takes one idea; the ballot has 2.");
    assert_refused(&paper, &texts(&[]), "The ballot is empty: write an idea, or support one.");
}

#[test]
fn support_is_of_those_who_wrote_it_and_those_who_stand_behind_it() {
    let paper = kept(&ideas(None));
    let ballots = [
        supporting(&["A fund"], &[]),
        supporting(&["a FUND", "A network"], &[]),
        supporting(&[], &["A fund"]),
        supporting(&["A portal"], &["A fund", "A network"]),
    ];
    let count = count(&paper, &ballots);
    let table = &tables(&paper, &count, 4)[0];
    assert_eq!(table.header, ["Idea", "Support", "Share", "Written by"]);
    assert_eq!(
        table.rows,
        [
            ["A fund", "4", "100%", "2"],
            ["A network", "2", "50%", "1"],
            ["A portal", "1", "25%", "1"],
        ]
    );
}

#[test]
fn who_supports_their_own_idea_counts_once() {
    let paper = kept(&ideas(None));
    let own = supporting(&["A fund"], &["a fund"]);
    assert_kept(&paper, &own, &supporting(&["A fund"], &[]));
    let count = count(&paper, &[own]);
    assert_eq!(count.detail.texts[&TextId::of("A fund", None)].support, 1);
}

#[test]
fn support_for_an_idea_that_was_taken_back_counts_for_nothing() {
    let paper = kept(&ideas(None));
    let count = count(&paper, &[supporting(&["A fund"], &["Gone"])]);
    assert_eq!(count.detail.texts.len(), 1);
}

#[test]
fn an_idea_is_short_enough_to_become_an_answer() {
    let paper = kept(&ideas(None));
    let fits = texts(&[&"é".repeat(200)]);
    assert_kept(&paper, &fits, &fits);
    assert_eq!(
        kinds::checked(&paper, &texts(&[&"é".repeat(201)])),
        Err(Refusal::new(
            Code::TextInvalid,
            "An idea has at most 200 characters, so that it can be voted on; one has 201."
        ))
    );
}

#[test]
fn a_ballot_supports_a_hundred_ideas_at_most() {
    let many: Vec<String> = (0..101).map(|number| number.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let paper = kept(&ideas(None));
    assert_kept(&paper, &supporting(&[], &many[..100]), &supporting(&[], &many[..100]));
    assert_refused(
        &paper,
        &supporting(&[], &many),
        "A ballot supports at most 100 ideas, not 101.",
    );
}
