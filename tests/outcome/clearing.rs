//! How a report was cleared with the room, as the outcome tells it of a room in which that happened.

use crate::fixture::rich::{circulate, cleared, closed, remark, sealed, sealed_unfinished, sealed_with_unseen_words, seen};
use crate::fixture::{Story, text};
use roundtable::outcome::combined::{ReportDocument, combine};
use roundtable::outcome::{Block, ChangedAfter, ChangedPassage, Clearing, Document, Draft, Outcome, PassageChange};
use roundtable::room::command::Verdict;
use roundtable::room::event::{Attribution, ReportEvent};
use roundtable::room::view::ReportState;
use sha2::{Digest, Sha256};

fn clearing(rule: Attribution) -> Clearing {
    sealed(rule).outcome().clearing
}

fn figures(draft: &Draft) -> [u32; 5] {
    [
        draft.number,
        draft.paragraphs,
        draft.remarks_made,
        draft.remarks_taken,
        draft.remarks_declined,
    ]
}

#[test]
fn every_rule_tells_that_the_report_is_final_and_the_figures_of_its_drafts() {
    for rule in [Attribution::OnTheRecord, Attribution::ChathamHouse, Attribution::Closed] {
        let told = clearing(rule);
        assert_eq!(
            (told.state, told.notes_as_cleared),
            (ReportState::Final, Some(true)),
            "{rule:?}"
        );
        assert!(told.final_at.is_some());
        let drafts: Vec<[u32; 5]> = told.drafts.iter().map(figures).collect();
        assert_eq!(drafts, [[1, 20, 2, 1, 1], [2, 20, 0, 0, 0]], "{rule:?}");
    }
}

#[test]
fn on_the_record_each_remark_has_its_author_and_its_answer() {
    let told = clearing(Attribution::OnTheRecord);
    let [taken, declined] = told.drafts[0].remarks.as_slice() else {
        panic!("two remarks were made")
    };
    assert_eq!(
        (taken.verdict, taken.by.as_str()),
        (Some(Verdict::Taken), "Tomás O'Neill, Ireland")
    );
    assert_eq!(
        (declined.verdict, declined.word.as_str(), declined.paragraph),
        (Some(Verdict::Declined), "It is a private one.", 5)
    );
    assert!(declined.by.contains("Forum"));
}

#[test]
fn under_chatham_house_remarks_and_answers_are_told_and_nobody_with_them() {
    let told = clearing(Attribution::ChathamHouse);
    let remarks = &told.drafts[0].remarks;
    assert_eq!((remarks.len(), remarks[0].verdict), (2, Some(Verdict::Taken)));
    assert!(remarks.iter().all(|remark| remark.by.is_empty()));
    assert!(told.sha256.is_some());
}

#[test]
fn of_a_room_closed_to_the_outside_there_are_moments_and_figures_alone() {
    let told = clearing(Attribution::Closed);
    assert!(told.sha256.is_none() && told.resumed_because.is_empty());
    assert!(
        told.drafts
            .iter()
            .all(|draft| draft.sha256.is_empty() && draft.remarks.is_empty())
    );
}

#[test]
fn why_a_report_was_taken_up_again_is_told_but_of_a_closed_room() {
    let resumed = |rule| {
        let mut story = cleared(rule);
        story.report(ReportEvent::ReportResumed {
            reason: "A figure was wrong".to_owned(),
        });
        story.outcome().clearing
    };
    let told = resumed(Attribution::ChathamHouse);
    assert_eq!(
        (told.state, told.resumed_because.as_str(), told.notes_as_cleared),
        (ReportState::Draft, "A figure was wrong", None)
    );
    assert_eq!(resumed(Attribution::Closed).resumed_because, "");
}

/// As anybody can reckon it: what stands between the brackets of `notes`, without the blanks of its layout.
fn sha256_of_notes(outcome_json: &[u8]) -> String {
    #[derive(serde::Deserialize)]
    struct Notes {
        notes: Vec<Block>,
    }
    let Notes { notes } = serde_json::from_slice(outcome_json).unwrap();
    let digest = Sha256::digest(serde_json::to_vec(&notes).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_was_cleared_can_be_checked_against_the_notes_of_the_outcome() {
    let outcome = sealed(Attribution::OnTheRecord).outcome();
    let reckoned = sha256_of_notes(&Document::Json.render(&outcome).unwrap());
    let told = outcome.clearing;
    assert_eq!(told.sha256.as_deref(), Some(reckoned.as_str()));
    assert_eq!(told.drafts[1].sha256, reckoned, "nothing was written after the second draft");
}

const FOR_READING: [Document; 4] = [Document::Markdown, Document::Html, Document::Docx, Document::Pdf];

#[test]
fn what_the_room_did_not_see_is_told_with_its_words_and_is_not_called_cleared() {
    let told = clearing(Attribution::ChathamHouse);
    assert_eq!(told.changed_after, None, "nothing was written after the second draft");
    let outcome = sealed_with_unseen_words(Attribution::ChathamHouse).outcome();
    let expected = ChangedAfter {
        draft: 2,
        added: 1,
        passages: vec![ChangedPassage {
            change: PassageChange::Added,
            paragraph: 21,
            text: "An addition that nobody saw.".to_owned(),
        }],
        ..ChangedAfter::default()
    };
    assert_eq!(outcome.clearing.changed_after, Some(expected));
    for document in FOR_READING {
        let told = text(document, &outcome).replace('\n', " ");
        assert!(!told.contains("Cleared with the room"), "{}", document.file_name());
        let sentence = "0 paragraphs changed, 1 added, 0 taken out";
        assert!(told.contains(sentence), "{}", document.file_name());
    }
    let report = combine(&[outcome]).unwrap();
    let told = String::from_utf8(ReportDocument::Markdown.render(&report).unwrap()).unwrap();
    assert!(told.contains("Final, changed after the last draft") && !told.contains("Cleared with"));
}

#[test]
fn of_a_closed_room_the_figures_of_what_changed_are_told_without_words() {
    let outcome = sealed_with_unseen_words(Attribution::Closed).outcome();
    let changed = outcome.clearing.changed_after.as_ref().unwrap();
    assert_eq!((changed.added, changed.passages.len()), (1, 0));
    assert!(!documents(&sealed_with_unseen_words(Attribution::Closed)).contains("that nobody saw"));
}

#[test]
fn a_room_that_closed_without_a_final_report_is_sealed_and_its_report_is_not_final() {
    let outcome = sealed_unfinished(Attribution::OnTheRecord).outcome();
    for document in FOR_READING {
        let told = text(document, &outcome).replace('\n', " ");
        for sentence in ["Sealed, revision 1", "Not final: closed after the remarks on draft 2"] {
            assert!(told.contains(sentence), "{sentence} is not in {}", document.file_name());
        }
        // Markdown has no pages, and no foot of them.
        assert!(document == Document::Markdown || told.contains("report not final"));
        for wrong in ["Final, revision", "are being answered", "Cleared with the room"] {
            assert!(!told.contains(wrong), "{wrong} is in {}", document.file_name());
        }
    }
}

#[test]
fn a_sealed_report_says_whether_its_draft_still_took_remarks_and_how_many_had_no_answer() {
    let mut story = seen(Attribution::OnTheRecord);
    circulate(&mut story, 3);
    remark(&mut story, "a", 9, 2, "Too late to be answered.");
    story.report(ReportEvent::RemarksEnded);
    // The close and what it ends are of the same moment.
    let mut outcome = closed(story).outcome();
    outcome.closed_at = outcome.clearing.drafts.last().map(|draft| draft.until.clone());
    let told = text(Document::Markdown, &outcome);
    let status = "Not final: closed while draft 3 took remarks, with 1 remark unanswered.";
    assert!(told.contains(status), "{told}");
}

fn documents(story: &Story) -> String {
    let outcome: Outcome = story.outcome();
    Document::ALL.map(|document| text(document, &outcome)).concat()
}

#[test]
fn every_document_for_reading_says_how_the_report_was_cleared() {
    let outcome = sealed(Attribution::OnTheRecord).outcome();
    for document in FOR_READING {
        let told = text(document, &outcome);
        for sentence in [
            "How this report was cleared",
            "Cleared with the room in draft 2",
            "Our lab in Nairobi exists.",
        ] {
            assert!(told.contains(sentence), "{sentence} is not in {}", document.file_name());
        }
    }
    assert!(!documents(&sealed(Attribution::Closed)).contains("Our lab in Nairobi"));
}

#[test]
fn the_report_of_the_meeting_says_of_each_room_how_far_its_report_is() {
    let rooms = [
        sealed(Attribution::OnTheRecord).outcome(),
        cleared(Attribution::Closed).outcome(),
    ];
    let report = combine(&rooms).unwrap();
    assert!(report.rooms.iter().all(|room| room.report == ReportState::Final));
    let told = String::from_utf8(ReportDocument::Markdown.render(&report).unwrap()).unwrap();
    assert_eq!(told.matches("Cleared with the room").count(), 2, "{told}");
}
