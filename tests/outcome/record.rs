//! What the sealed record of a room tells: no text that was taken back or taken out, and off the record no earlier state of one.

use crate::fixture::polls::polled_and_closed;
use crate::fixture::rich::{cleared, sealed};
use crate::fixture::{Story, paper, seat};
use roundtable::room::command::{Anchor, CardKind, PollKind, Verdict};
use roundtable::room::event::{Attribution, BoardEvent, CommentEvent, Event, ReportEvent};
use roundtable::room::ids::{CardId, CommentId, Millis, PollId, RemarkId, VersionId};
use serde_json::Value;

const OFF_AND_ON: [Attribution; 2] = [Attribution::ChathamHouse, Attribution::OnTheRecord];

fn told(story: &Story) -> String {
    story.record().unwrap().iter().map(|line| format!("{line}\n")).collect()
}

/// All events of a kind.
fn events(story: &Story, kind: &str) -> Vec<Value> {
    let lines = story.record().unwrap();
    let events = lines.iter().flat_map(|line| line["events"].as_array().unwrap());
    events.filter(|event| event["type"] == kind).cloned().collect()
}

fn on_board(story: &mut Story, who: &str, event: BoardEvent) {
    story.by(Some(seat(who)), Event::Board(event));
}

fn adds(story: &mut Story, card: u32, text: &str, waits: bool) {
    let (card, text, kind) = (CardId(card), text.to_owned(), CardKind::Gap);
    on_board(story, "a", BoardEvent::CardAdded { card, kind, text, waits });
}

fn edits(story: &mut Story, card: u32, text: &str, waits: bool) {
    let (card, text, kind) = (CardId(card), text.to_owned(), CardKind::Gap);
    on_board(story, "a", BoardEvent::CardEdited { card, kind, text, waits });
}

fn passes(story: &mut Story, card: u32) {
    let cards = vec![CardId(card)];
    on_board(story, "chair", BoardEvent::CardsPassed { cards });
}

/// Cards of the rich room have the numbers 1 to 6.
fn with_cards(rule: Attribution) -> Story {
    let mut story = cleared(rule);
    adds(&mut story, 11, "Never seen so", true);
    edits(&mut story, 11, "Seen once passed", true);
    passes(&mut story, 11);
    adds(&mut story, 12, "Seen at first", false);
    edits(&mut story, 12, "Seen at last", false);
    adds(&mut story, 13, "Seen and merged", false);
    adds(&mut story, 14, "Merged unseen", true);
    for card in [13, 14] {
        let (card, into) = (CardId(card), CardId(12));
        on_board(&mut story, "chair", BoardEvent::CardMerged { card, into });
    }
    adds(&mut story, 15, "Taken off", false);
    on_board(&mut story, "chair", BoardEvent::CardHeld { card: CardId(15) });
    adds(&mut story, 16, "Withdrawn by its author", false);
    on_board(&mut story, "a", BoardEvent::CardWithdrawn { card: CardId(16) });
    story
}

#[test]
fn of_cards_there_is_what_everybody_saw_also_where_they_became_one_with_others() {
    for rule in OFF_AND_ON {
        let record = told(&with_cards(rule));
        for text in ["Seen once passed", "Seen at last", "Seen and merged"] {
            assert!(record.contains(text), "{text} was seen: {rule:?}");
        }
        for text in ["Never seen so", "Merged unseen", "Taken off", "Withdrawn by its author"] {
            assert!(!record.contains(text), "{text}: {rule:?}");
        }
        assert_eq!(record.contains("Seen at first"), rule == Attribution::OnTheRecord);
    }
}

#[test]
fn off_the_record_edits_and_drafts_are_told_without_what_they_say() {
    let story = sealed(Attribution::ChathamHouse);
    for line in story.record().unwrap() {
        let updates = line["updates"].as_array().into_iter().flatten();
        assert!(updates.into_iter().all(|update| update == ""), "{line}");
    }
    assert_eq!(events(&story, "notes-edited").len(), 1);
    let drafts = events(&story, "draft-circulated");
    assert_eq!((drafts.len(), drafts[0]["blocks"].as_array().map(Vec::len)), (2, Some(0)));
    assert_eq!(drafts[0]["sha256"].as_str().map(str::len), Some(64));
    let on_the_record = sealed(Attribution::OnTheRecord);
    assert!(told(&on_the_record).contains("Strategies without a budget"));
    assert!(
        on_the_record
            .record()
            .unwrap()
            .iter()
            .any(|line| line["updates"][0] != Value::Null)
    );
}

fn comments(story: &mut Story) {
    for (number, text) in [(1, "Deleted comment"), (2, "Standing comment")] {
        let (comment, text) = (CommentId(number), text.to_owned());
        let anchor = Anchor {
            start: "AA==".to_owned(),
            end: "AA==".to_owned(),
        };
        let quote = format!("quoted {number}");
        let added = CommentEvent::CommentAdded {
            comment,
            anchor,
            quote,
            text,
        };
        story.by(Some(seat("a")), Event::Comment(added));
        let text = format!("Reply to {number}");
        story.by(
            Some(seat("a")),
            Event::Comment(CommentEvent::CommentReplied { comment, text }),
        );
    }
    let comment = CommentId(1);
    story.by(Some(seat("a")), Event::Comment(CommentEvent::CommentDeleted { comment }));
}

#[test]
fn comments_are_told_on_the_record_alone_and_deleted_ones_without_their_words() {
    let mut story = cleared(Attribution::OnTheRecord);
    comments(&mut story);
    let record = told(&story);
    assert!(record.contains("Standing comment") && record.contains("Reply to 2") && record.contains("quoted 2"));
    assert!(!record.contains("Deleted comment") && !record.contains("Reply to 1") && !record.contains("quoted 1"));
    let mut story = cleared(Attribution::ChathamHouse);
    comments(&mut story);
    assert!(!told(&story).contains("comment-"));
}

#[test]
fn names_of_versions_are_told_on_the_record_alone() {
    for rule in OFF_AND_ON {
        let mut story = cleared(rule);
        let name = "After France objected".to_owned();
        let version = VersionId(1);
        story.rules(Event::VersionNamed { version, name });
        assert_eq!(told(&story).contains("France"), rule == Attribution::OnTheRecord);
    }
}

fn remarks(story: &mut Story, number: u32, text: &str) {
    let remark = RemarkId(number);
    let (paragraph, text) = (1, text.to_owned());
    let made = ReportEvent::RemarkMade { remark, paragraph, text };
    story.by(Some(seat("a")), Event::Report(made));
}

fn answers(story: &mut Story, number: u32, word: &str) {
    story.report(ReportEvent::RemarkAnswered {
        remark: RemarkId(number),
        verdict: Verdict::Declined,
        word: word.to_owned(),
    });
}

#[test]
fn remarks_that_were_taken_back_have_no_words_and_off_the_record_nor_have_answers_and_reasons_that_were_replaced() {
    for rule in OFF_AND_ON {
        let mut story = cleared(rule);
        for reason in ["Ireland asked for it", "A figure was wrong"] {
            story.report(ReportEvent::ReportResumed {
                reason: reason.to_owned(),
            });
            let sha256 = String::new();
            story.report(ReportEvent::ReportFinished { sha256 });
        }
        let (blocks, sha256) = (story.room.notes.blocks(), String::new());
        let until = Millis(story.now().0 + 600_000);
        story.report(ReportEvent::DraftCirculated {
            draft: 3,
            blocks,
            sha256,
            until,
        });
        remarks(&mut story, 3, "Withdrawn remark");
        let remark = RemarkId(3);
        story.by(Some(seat("a")), Event::Report(ReportEvent::RemarkWithdrawn { remark }));
        remarks(&mut story, 4, "Standing remark");
        answers(&mut story, 4, "Uruguay says no");
        answers(&mut story, 4, "Not agreed");
        let record = told(&story);
        assert!(!record.contains("Withdrawn remark") && record.contains("Standing remark"));
        assert!(record.contains("Not agreed") && record.contains("A figure was wrong"));
        let replaced = ["Uruguay says no", "Ireland asked for it"].map(|text| record.contains(text));
        assert_eq!(replaced, [rule == Attribution::OnTheRecord; 2]);
    }
}

#[test]
fn of_polls_there_is_what_was_put_to_the_room() {
    for rule in OFF_AND_ON {
        let mut story = cleared(rule);
        let asked = |question: &str| paper(question, PollKind::Single, &["Yes", "No"], None);
        story.drafts(5, asked("Do you agree with Ireland?"));
        story.then(Event::PollEdited {
            poll: PollId(5),
            paper: asked("Do you agree?"),
        });
        story.opens(5);
        story.then(Event::PollVoided {
            poll: PollId(5),
            reason: "Ireland asked".to_owned(),
            receipts: Default::default(),
        });
        story.drafts(6, asked("Thrown away?"));
        story.then(Event::PollDiscarded { poll: PollId(6) });
        let record = told(&story);
        assert!(record.contains("Do you agree?"));
        for text in ["Do you agree with Ireland?", "Thrown away?", "Never opened?"] {
            assert!(!record.contains(text), "{text}: {rule:?}");
        }
        assert_eq!(record.contains("Ireland asked"), rule == Attribution::OnTheRecord);
    }
}

#[test]
fn polls_that_were_prepared_are_told_once_they_are_put_to_the_room() {
    const PREPARED: &str = "Which component first?";
    assert!(!told(&Story::begin(Attribution::OnTheRecord)).contains(PREPARED));
    assert!(told(&sealed(Attribution::ChathamHouse)).contains(PREPARED));
}

#[test]
fn texts_that_were_not_let_through_are_not_in_the_record_either() {
    for rule in OFF_AND_ON {
        let record = told(&polled_and_closed(rule));
        assert!(record.contains("A shared point of contact"));
        assert!(!record.contains("held back"), "{rule:?}");
        assert_eq!(record.contains("ballot-cast"), rule == Attribution::OnTheRecord);
    }
}
