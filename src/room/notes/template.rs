//! What the notes of a new room open with: a heading for each section, then the guiding questions under a heading of their own,
//! each with an empty paragraph to be filled. It is an ordinary edit by an author of its own, so the rapporteur may change or
//! delete all of it, and the same plan gives the same bytes.
//!
//! A room is opened by whoever looks at it first, often days before its session, and plans change until then: as long as the notes are
//! as this author left them, and no draft of the report went round, they follow the plan. Once somebody has changed anything, they are
//! the room's.

use super::Notes;
use super::limits::TEMPLATE_CLIENT;
use super::schema::ROOT;
use crate::room::Room;
use crate::room::event::{Definition, Event};
use crate::room::ids::SeatId;
use crate::room::view::RoomState;
use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::{
    Any, Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, TransactionMut, Update, WriteTxn, Xml, XmlElementPrelim,
    XmlFragment, XmlFragmentRef, XmlTextPrelim,
};

/// The heading above the guiding questions, as outcome documents have it.
const QUESTIONS_HEADING: &str = "Guiding questions";
/// The seat in whose name it is written. Nobody has it: seats of people have longer ids.
const AUTHOR: &str = "template";

/// The author and the edit of a room's first notes; none where its plan has neither sections nor guiding questions.
pub fn edit(definition: &Definition) -> Option<(SeatId, Event)> {
    let author = SeatId::new(AUTHOR)?;
    let update = template(&definition.sections, &definition.questions)?;
    // What the guard would not let pass is never recorded: the notes then open empty.
    Notes::new().check(&author, &update).ok()?;
    Some((author, Event::NotesEdited { update }))
}

/// The author and the edit by which notes that nobody has touched follow a plan that was changed; none where they need not, or must not.
pub fn edit_anew(room: &Room, definition: &Definition) -> Option<(SeatId, Event)> {
    let plan = |definition: &Definition| (definition.sections.clone(), definition.questions.clone());
    if plan(&room.definition) == plan(definition) || !is_untouched(room) {
        return None;
    }
    let author = SeatId::new(AUTHOR)?;
    let update = rewritten(&room.notes.diff(&[]).ok()?, &definition.sections, &definition.questions)?;
    room.notes.check(&author, &update).ok()?;
    Some((author, Event::NotesEdited { update }))
}

/// Whether the notes are as the room's plan has them, by nobody else and not changed since.
fn is_untouched(room: &Room) -> bool {
    let takes_edits = room.state == RoomState::Open && room.report.drafts.is_empty();
    if !takes_edits || !room.notes.writers().all(|(_, seat)| is_author(seat)) {
        return false;
    }
    let mut planned = Notes::new();
    if let Some((author, Event::NotesEdited { update })) = edit(&room.definition) {
        planned.accept(&author, &update);
        planned.flush();
    }
    planned.blocks() == room.notes.blocks()
}

/// What makes of a document (v1) the first notes of another plan.
fn rewritten(document: &[u8], sections: &[String], questions: &[String]) -> Option<Vec<u8>> {
    let ours = of_template();
    let mut transaction = ours.transact_mut();
    let root = transaction.get_or_insert_xml_fragment(ROOT);
    transaction.apply_update(Update::decode_v1(document).ok()?).ok()?;
    let before = transaction.state_vector();
    let all = root.len(&transaction);
    root.remove_range(&mut transaction, 0, all);
    write(&root, &mut transaction, sections, questions);
    transaction.commit();
    Some(transaction.encode_state_as_update_v1(&before))
}

/// Whether it is the author of first notes, who is nobody.
pub fn is_author(seat: &SeatId) -> bool {
    seat.as_str() == AUTHOR
}

/// The first notes as an update (v1).
pub fn template(sections: &[String], questions: &[String]) -> Option<Vec<u8>> {
    if sections.is_empty() && questions.is_empty() {
        return None;
    }
    let document = of_template();
    let mut transaction = document.transact_mut();
    let root = transaction.get_or_insert_xml_fragment(ROOT);
    write(&root, &mut transaction, sections, questions);
    transaction.commit();
    Some(transaction.encode_state_as_update_v1(&StateVector::default()))
}

/// An empty document in which the template writes.
fn of_template() -> Doc {
    Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        ..Options::with_guid_and_client_id(ROOT.into(), ClientID::new(TEMPLATE_CLIENT))
    })
}

fn write(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, sections: &[String], questions: &[String]) {
    for section in sections {
        write_heading(root, transaction, 2, section);
        write_empty_paragraph(root, transaction);
    }
    if !questions.is_empty() {
        write_heading(root, transaction, 2, QUESTIONS_HEADING);
    }
    for question in questions {
        write_heading(root, transaction, 3, question);
        write_empty_paragraph(root, transaction);
    }
}

fn write_heading(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, level: i64, text: &str) {
    let heading = root.push_back(transaction, XmlElementPrelim::empty("heading"));
    heading.insert_attribute(transaction, "level", Any::from(level));
    heading.push_back(transaction, XmlTextPrelim::new(text));
}

fn write_empty_paragraph(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>) {
    root.push_back(transaction, XmlElementPrelim::empty("paragraph"));
}
