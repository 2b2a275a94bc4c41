//! Clearing the report with the room.

use super::scene::{NOON, asked_by, asks, bytes_of, does, role_of, room, seat_id, sentence, stamp, update};
use crate::room::Room;
use crate::room::command::{Command, ReportCommand, RoomCommand, Verdict};
use crate::room::event::{Event, ReportEvent};
use crate::room::ids::{Millis, RemarkId};
use crate::room::limits::{DRAFTS_MAX, REMARKS_PER_SEAT_MAX, REMARKS_S_MAX, REMARKS_S_MIN};
use crate::room::refusal::Code;
use crate::room::report::{digest, paragraphs};
use crate::room::view::{Audience, ReportState, ReportView};
use serde_json::json;
use yrs::block::ClientID;
use yrs::types::Attrs;
use yrs::{Any, Doc, OffsetKind, Options, Text, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim};

const M1: RemarkId = RemarkId(1);

fn circulate() -> Command {
    ReportCommand::Circulate { for_s: 600 }.into()
}

fn end() -> Command {
    ReportCommand::Deadline { in_s: None }.into()
}

fn remark(paragraph: u32) -> Command {
    remark_on(None, paragraph)
}

fn remark_on(draft: Option<u32>, paragraph: u32) -> Command {
    ReportCommand::Remark {
        draft,
        paragraph,
        text: "Not by all".to_owned(),
    }
    .into()
}

fn answer(remark: RemarkId, verdict: Verdict, word: &str) -> Command {
    ReportCommand::Answer {
        remark,
        verdict,
        word: word.to_owned(),
    }
    .into()
}

fn resume(reason: &str) -> Command {
    ReportCommand::Resume {
        reason: reason.to_owned(),
    }
    .into()
}

fn finish() -> Command {
    ReportCommand::Finish.into()
}

/// The room with one paragraph in its notes, "Agreed.".
fn written() -> Room {
    let mut room = room();
    room.apply(&stamp("rapporteur", 0), &Event::NotesEdited { update: update() });
    room.notes.flush();
    room.take_touched();
    room
}

/// The same after these things were asked, one second each.
fn after<const N: usize>(history: [(&str, Command); N]) -> Room {
    let mut room = written();
    for (second, (name, command)) in (1..).zip(history) {
        does(&mut room, name, second, &command);
    }
    room
}

fn seen(room: &Room) -> ReportView {
    room.view(Audience::Participant).report
}

fn commented() -> Room {
    after([("rapporteur", circulate()), ("ana", remark(1)), ("rapporteur", end())])
}

#[test]
fn a_draft_is_the_notes_as_they_stood_numbered_and_with_a_fingerprint() {
    let room = after([("rapporteur", circulate())]);
    let view = seen(&room);
    let draft = &view.drafts[&1];
    assert_eq!(view.state, ReportState::Circulated);
    assert_eq!((draft.at, draft.until), (Millis(NOON + 1_000), Millis(NOON + 601_000)));
    assert_eq!(
        (draft.paragraphs, draft.sha256.as_str()),
        (1, digest(&room.notes.blocks()).as_str())
    );
    let (_, kept) = room.report.last_draft().unwrap();
    assert_eq!(
        (kept.blocks.to_vec(), paragraphs(&kept.blocks).len()),
        (room.notes.blocks(), 1)
    );
}

#[test]
fn nothing_is_circulated_where_nothing_is_written_or_for_no_time() {
    assert_eq!(asks(&room(), "rapporteur", circulate()), Err(Code::NothingWritten));
    for for_s in [0, REMARKS_S_MIN - 1, REMARKS_S_MAX + 1] {
        assert_eq!(
            asks(&written(), "rapporteur", ReportCommand::Circulate { for_s }),
            Err(Code::OutOfBounds)
        );
    }
}

/// Notes of a few kilobytes in which each letter is a piece of text of its own, all of them under one long link.
fn much_from_little() -> Vec<u8> {
    let options = Options::with_client_id(ClientID::new(7));
    let doc = Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        ..options
    });
    let root = doc.get_or_insert_xml_fragment("notes");
    let mut transaction = doc.transact_mut();
    let paragraph = root.push_back(&mut transaction, XmlElementPrelim::empty("paragraph"));
    let text = paragraph.push_back(&mut transaction, XmlTextPrelim::new("x".repeat(1_800)));
    let href = format!("https://example.org/{}", "y".repeat(1_900));
    let link = Attrs::from([("link".into(), Any::from_json(&json!({ "href": href }).to_string()).unwrap())]);
    text.format(&mut transaction, 0, 1_800, link);
    for letter in (0..1_800).step_by(2) {
        let strong = Attrs::from([("strong".into(), Any::from_json("{}").unwrap())]);
        text.format(&mut transaction, letter, 1, strong);
    }
    transaction.encode_update_v1()
}

#[test]
fn what_would_be_a_draft_larger_than_may_be_stored_is_not_circulated() {
    let update = much_from_little();
    assert!(update.len() < 256 * 1_024, "a browser may write it: {} bytes", update.len());
    let mut room = room();
    let written = room.decide_edit(&update, &asked_by("rapporteur", 1)).unwrap().unwrap();
    room.apply(&stamp("rapporteur", 1), &written);
    room.notes.flush();
    assert_eq!(asks(&room, "rapporteur", circulate()), Err(Code::TooMany));
    let refused = room.decide(&circulate(), &asked_by("rapporteur", 2));
    assert!(sentence(refused).contains("3 MiB"));
}

#[test]
fn one_draft_takes_remarks_at_a_time_and_the_next_begins_with_none() {
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1))]);
    assert_eq!(asks(&room, "chair", circulate()), Err(Code::DraftUnderWay));
    does(&mut room, "chair", 5, &end());
    does(&mut room, "chair", 6, &circulate());
    assert!(seen(&room).drafts[&2].remarks.is_empty());
    let own = |name| room.you(&seat_id(name), role_of(name)).remarks;
    assert!(own("ana").is_empty());
}

#[test]
fn the_view_counts_the_remarks_on_earlier_drafts_and_tells_those_on_the_last_alone() {
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1)), ("chair", end())]);
    assert_eq!(seen(&room).drafts[&1].remarks.len(), 1);
    does(&mut room, "chair", 6, &circulate());
    let earlier = seen(&room).drafts[&1].clone();
    assert_eq!((earlier.made, earlier.waiting, earlier.remarks.len()), (1, 1, 0));
    does(&mut room, "rapporteur", 7, &answer(M1, Verdict::Taken, ""));
    let earlier = seen(&room).drafts[&1].clone();
    assert_eq!((earlier.made, earlier.waiting), (1, 0));
    let told = room.draft_remarks(&room.report.drafts[&1]);
    assert_eq!(told[&M1].verdict, Some(Verdict::Taken));
}

#[test]
fn a_remark_on_the_draft_that_was_read_never_lands_on_the_next() {
    let room = after([("rapporteur", circulate()), ("chair", end()), ("chair", circulate())]);
    let late = room.decide(&remark_on(Some(1), 1), &asked_by("ana", 9));
    assert_eq!(sentence(late), "Draft 1 takes no remarks any more; read draft 2, which does.");
    assert_eq!(asks(&room, "ana", remark_on(Some(3), 1)), Err(Code::NoDraft));
    assert!(room.decide(&remark_on(Some(2), 1), &asked_by("ana", 9)).is_ok());
    assert!(room.decide(&remark_on(None, 1), &asked_by("ana", 9)).is_ok());
}

#[test]
fn there_are_so_many_drafts() {
    let mut room = written();
    for _ in 0..DRAFTS_MAX {
        does(&mut room, "rapporteur", 5, &circulate());
        does(&mut room, "rapporteur", 6, &end());
    }
    assert_eq!(asks(&room, "rapporteur", circulate()), Err(Code::TooMany));
}

#[test]
fn remarks_are_made_on_paragraphs_of_a_draft_that_takes_them() {
    assert_eq!(asks(&written(), "ana", remark(1)), Err(Code::NoDraft));
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1))]);
    let made = &seen(&room).drafts[&1].remarks[&M1];
    assert_eq!((made.paragraph, made.text.as_str(), made.verdict), (1, "Not by all", None));
    assert_eq!(made.by.as_ref().unwrap().name.as_deref(), Some("Name of ana"));
    assert_eq!(room.you(&seat_id("ana"), role_of("ana")).remarks, [M1]);
    for paragraph in [0, 2, u32::MAX] {
        assert_eq!(asks(&room, "ana", remark(paragraph)), Err(Code::UnknownParagraph));
    }
    for _ in 1..REMARKS_PER_SEAT_MAX {
        does(&mut room, "ana", 3, &remark(1));
    }
    assert_eq!(asks(&room, "ana", remark(1)), Err(Code::TooMany));
    does(&mut room, "rapporteur", 4, &end());
    assert_eq!(asks(&room, "ben", remark(1)), Err(Code::NoDraft));
}

#[test]
fn the_time_for_remarks_ends_by_itself_and_nobody_gains_by_a_late_server() {
    let mut room = after([("rapporteur", circulate())]);
    let until = Millis(NOON + 601_000);
    assert_eq!(room.due_at(), Some(until));
    assert!(room.decide_due(Millis(until.0 - 1), None).is_empty());
    let late = room.decide(&remark(1), &asked_by("ana", 601));
    assert_eq!(late.map_err(|refusal| refusal.code), Err(Code::NoDraft));
    let events = room.decide_due(Millis(until.0 + 60_000), None);
    assert_eq!(events, [Event::Report(ReportEvent::RemarksEnded)]);
    room.apply(&stamp("chair", 700), &events[0]);
    let view = seen(&room);
    assert_eq!((view.state, view.drafts[&1].until), (ReportState::Commented, until));
    assert_eq!(room.due_at(), None);
}

#[test]
fn the_time_for_remarks_is_given_anew_or_ended_while_they_are_taken() {
    let mut room = after([
        ("rapporteur", circulate()),
        ("rapporteur", ReportCommand::Deadline { in_s: Some(60) }.into()),
    ]);
    assert_eq!(room.due_at(), Some(Millis(NOON + 62_000)));
    assert_eq!(
        asks(&room, "rapporteur", ReportCommand::Deadline { in_s: Some(1) }),
        Err(Code::OutOfBounds)
    );
    does(&mut room, "rapporteur", 3, &end());
    assert_eq!(seen(&room).drafts[&1].until, Millis(NOON + 3_000));
    assert_eq!(asks(&room, "rapporteur", end()), Err(Code::NoDraft));
}

#[test]
fn one_takes_back_ones_own_remark_until_it_has_its_answer() {
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1)), ("ana", remark(1))]);
    let withdraw = |remark| ReportCommand::Withdraw { remark };
    assert_eq!(asks(&room, "ben", withdraw(M1)), Err(Code::UnknownRemark));
    does(&mut room, "rapporteur", 5, &answer(M1, Verdict::Taken, ""));
    assert_eq!(asks(&room, "ana", withdraw(M1)), Err(Code::UnknownRemark));
    does(&mut room, "ana", 6, &withdraw(RemarkId(2)).into());
    assert_eq!(seen(&room).drafts[&1].remarks.len(), 1);
}

#[test]
fn a_remark_is_declined_with_a_word_and_the_last_answer_stands() {
    let mut room = commented();
    assert_eq!(
        asks(&room, "rapporteur", answer(M1, Verdict::Declined, " ")),
        Err(Code::TextInvalid)
    );
    does(&mut room, "rapporteur", 5, &answer(M1, Verdict::Declined, "Said above"));
    does(&mut room, "chair", 6, &answer(M1, Verdict::Taken, ""));
    let remark = &seen(&room).drafts[&1].remarks[&M1];
    assert_eq!((remark.verdict, remark.word.as_str()), (Some(Verdict::Taken), ""));
    assert_eq!(
        asks(&room, "chair", answer(RemarkId(9), Verdict::Taken, "")),
        Err(Code::UnknownRemark)
    );
}

#[test]
fn a_report_is_final_when_the_room_has_seen_it_and_every_remark_has_its_answer() {
    assert_eq!(asks(&written(), "rapporteur", finish()), Err(Code::NoDraft));
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1)), ("ben", remark(1))]);
    assert_eq!(asks(&room, "rapporteur", finish()), Err(Code::DraftUnderWay));
    does(&mut room, "rapporteur", 5, &end());
    assert_eq!(
        sentence(room.decide(&finish(), &asked_by("rapporteur", 6))),
        "2 remarks wait for their answer."
    );
    does(&mut room, "rapporteur", 6, &answer(M1, Verdict::Taken, ""));
    does(
        &mut room,
        "rapporteur",
        7,
        &answer(RemarkId(2), Verdict::Declined, "Said above"),
    );
    does(&mut room, "rapporteur", 8, &finish());
    let view = seen(&room);
    assert_eq!((view.state, view.final_at), (ReportState::Final, Some(Millis(NOON + 8_000))));
    for command in [circulate(), finish(), answer(M1, Verdict::Taken, "")] {
        assert_eq!(asks(&room, "rapporteur", command), Err(Code::ReportFinal));
    }
}

/// Another paragraph, by another author.
const MORE: &str = "0103e824000701056e6f74657303097061726167726170680700e82400060400e82401074167726565642e00";

#[test]
fn nobody_writes_the_notes_of_a_final_report_until_it_is_taken_up_again() {
    let mut room = after([("rapporteur", circulate()), ("rapporteur", end()), ("rapporteur", finish())]);
    for name in ["rapporteur", "chair", "organiser", "ana"] {
        let edit = room.decide_edit(&bytes_of(MORE), &asked_by(name, 60));
        assert_eq!(edit.map_err(|refusal| refusal.code), Err(Code::ReportFinal), "{name}");
        assert!(!room.you(&seat_id(name), role_of(name)).writes);
    }
    let known = room.decide_edit(&update(), &asked_by("rapporteur", 60));
    assert_eq!(known, Ok(None), "what says nothing new is no edit");
    assert_eq!(asks(&room, "rapporteur", resume(" ")), Err(Code::TextInvalid));
    does(&mut room, "rapporteur", 5, &resume("A figure was wrong"));
    let view = seen(&room);
    assert_eq!((view.state, view.final_at), (ReportState::Draft, None));
    assert_eq!(view.resumed_because.as_deref(), Some("A figure was wrong"));
    assert!(room.decide_edit(&bytes_of(MORE), &asked_by("rapporteur", 60)).is_ok());
    assert_eq!(asks(&room, "rapporteur", resume("Again")), Err(Code::ReportNotFinal));
    assert!(asks(&room, "rapporteur", finish()).is_ok());
}

#[test]
fn the_final_report_may_differ_from_its_last_draft() {
    let mut room = after([("rapporteur", circulate()), ("rapporteur", end())]);
    room.apply(&stamp("rapporteur", 4), &Event::NotesEdited { update: bytes_of(MORE) });
    room.notes.flush();
    does(&mut room, "rapporteur", 5, &finish());
    let finished = room.report.finished.as_ref().unwrap();
    assert_eq!(finished.sha256, digest(&room.notes.blocks()));
    assert_ne!(finished.sha256, seen(&room).drafts[&1].sha256);
}

#[test]
fn when_the_room_closes_remarks_simply_end_and_can_be_answered_when_it_opens_again() {
    let mut room = after([("rapporteur", circulate()), ("ana", remark(1))]);
    let close = RoomCommand::Close { settle: false };
    assert_eq!(
        asks(&room, "chair", close.clone()),
        Ok(vec![
            Event::Report(ReportEvent::RemarksEnded),
            Event::RoomClosed { revision: 1 }
        ])
    );
    does(&mut room, "chair", 5, &close.into());
    let view = seen(&room);
    assert_eq!(
        (view.state, view.drafts[&1].until),
        (ReportState::Commented, Millis(NOON + 5_000))
    );
    assert_eq!(asks(&room, "rapporteur", finish()), Err(Code::RoomClosed));
    does(&mut room, "organiser", 6, &RoomCommand::Reopen.into());
    assert!(asks(&room, "rapporteur", answer(M1, Verdict::Taken, "")).is_ok());
}

#[test]
fn whose_remarks_are_whose_is_the_same_after_a_snapshot() {
    let withdraw = ReportCommand::Withdraw { remark: RemarkId(2) };
    let room = after([
        ("rapporteur", circulate()),
        ("ana", remark(1)),
        ("ben", remark(1)),
        ("ana", remark(1)),
        ("ben", withdraw.into()),
    ]);
    assert_eq!(Room::restore(&room.snapshot()).unwrap().report, room.report);
    let own = |name| room.report.remarks_of(&seat_id(name)).collect::<Vec<_>>();
    assert_eq!((own("ana"), own("ben")), (vec![M1, RemarkId(3)], vec![]));
}
