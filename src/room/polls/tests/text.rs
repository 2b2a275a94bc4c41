//! Answers in one's own words, and what makes two of them the same.

use super::support::{assert_kept, assert_refused, assert_unfit, count, draft, kept, tables, texts};
use crate::room::command::{Ballot, PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::kinds;
use crate::room::polls::texts::TextId;
use crate::room::refusal::Code;

fn up_to(max: u32) -> PollPaper {
    PollPaper {
        max: Some(max),
        ..draft(PollKind::Text, &[])
    }
}

fn refusal(ballot: &Ballot) -> (Code, String) {
    let refusal = kinds::checked(&kept(&up_to(5)), ballot).unwrap_err();
    (refusal.code, refusal.message)
}

#[test]
fn a_ballot_holds_one_text_or_as_many_as_the_paper_says() {
    assert_eq!(kept(&draft(PollKind::Text, &[])).max, Some(1));
    assert_eq!(kept(&up_to(5)).max, Some(5));
    for max in [0, 6] {
        assert_unfit(
            &up_to(max),
            &format!("A ballot of this poll can hold 1 to 5 texts, not {max}."),
        );
    }
    assert_unfit(
        &draft(PollKind::Text, &["Given"]),
        "Voters write the answers of this poll; take out the 1 that it offers.",
    );
    assert_refused(
        &kept(&up_to(1)),
        &texts(&["a", "b"]),
        "This poll takes one text; the ballot has 2.",
    );
    assert_refused(
        &kept(&up_to(2)),
        &texts(&["a", "b", "c"]),
        "This poll takes at most 2 texts; the ballot has 3.",
    );
}

#[test]
fn the_same_words_are_one_text_however_they_are_written() {
    let paper = kept(&up_to(3));
    let count = count(&paper, &[texts(&["trust"]), texts(&["Trust", "Time"]), texts(&["  TRUST "])]);
    let table = &tables(&paper, &count, 3)[0];
    assert_eq!(
        table.rows,
        [["TRUST", "3"], ["Time", "1"]],
        "the spelling that comes first, most ballots first"
    );
}

#[test]
fn case_encoding_apostrophes_and_what_cannot_be_seen_make_no_other_text() {
    for (one, other) in [
        ("Доверие", "ДОВЕРИЕ"),
        ("ΠΡΌΟΔΟΣ", "πρόοδος"),
        ("Straße", "STRASSE"),
        ("Sécurité", "Se\u{301}curite\u{301}"),
        ("l’avenir", "l'avenir"),
        ("5G", "５Ｇ"),
        ("ثقة", "ثـــقة"),
        ("trust", "tr\u{ad}ust\u{200b}"),
        ("in  time", "in time"),
    ] {
        assert_eq!(TextId::of(one, None), TextId::of(other, None), "{one} and {other}");
    }
    for (one, other) in [("für", "fur"), ("peche", "pêche"), ("trust", "trusts"), ("信任", "信")] {
        assert_ne!(TextId::of(one, None), TextId::of(other, None), "{one} and {other}");
    }
    assert_ne!(TextId::of("a", Some(OptionId(1))), TextId::of("a", Some(OptionId(2))));
}

#[test]
fn a_text_written_twice_on_a_ballot_counts_once_and_an_empty_one_not_at_all() {
    let paper = kept(&up_to(2));
    assert_kept(&paper, &texts(&[" Trust ", "", "TRUST", "\u{200b}", " "]), &texts(&["Trust"]));
    for nothing in [texts(&[]), texts(&[" "]), texts(&["\u{200b}\u{2060}"])] {
        assert_refused(&paper, &nothing, "The ballot is empty: write an answer.");
    }
}

#[test]
fn markup_is_refused_and_a_smaller_than_sign_is_not() {
    for (text, tag) in [
        ("<b>Trust</b>", "<b>Trust</b>"),
        ("a <script>alert(1)</script>", "<script>aler"),
        ("x</p>", "</p>"),
        ("<!-- x", "<!-- x"),
        ("<?xml", "<?xml"),
        ("<img src=x onerror=alert(1)>", "<img src=x o"),
    ] {
        let sentence = format!("The text has markup (“{tag}”); write it in plain words.");
        assert_eq!(refusal(&texts(&[text])), (Code::TextInvalid, sentence));
    }
    for text in ["1 < 2", "<3", "a > b", "we <- they", "AT&T"] {
        assert_kept(&kept(&up_to(1)), &texts(&[text]), &texts(&[text]));
    }
}

#[test]
fn a_text_of_ten_megabytes_and_a_ballot_of_many_texts_are_refused() {
    let sentence = "The text is too long: at most 500 characters.".to_owned();
    assert_eq!(refusal(&texts(&[&"a".repeat(10 << 20)])), (Code::TextInvalid, sentence));
    let many = vec!["a"; 100_000];
    let sentence = "A ballot holds at most 10 texts, not 100000.".to_owned();
    assert_eq!(refusal(&texts(&many)), (Code::ChoiceInvalid, sentence));
}

#[test]
fn a_text_that_would_turn_what_stands_around_it_is_refused() {
    let sentence = "The text has a character that cannot be shown (U+202E).".to_owned();
    assert_eq!(refusal(&texts(&["a\u{202e}b"])), (Code::TextInvalid, sentence));
}
