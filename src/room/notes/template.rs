//! What the notes of a new room open with: a heading for each section, then the guiding questions under a heading of their own,
//! each with an empty paragraph to be filled. It is an ordinary edit by an author of its own, so the rapporteur may change or
//! delete all of it, and the same plan gives the same bytes.

use super::Notes;
use super::limits::TEMPLATE_CLIENT;
use super::schema::ROOT;
use crate::room::event::{Definition, Event};
use crate::room::ids::SeatId;
use yrs::block::ClientID;
use yrs::{
    Any, Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, TransactionMut, WriteTxn, Xml, XmlElementPrelim, XmlFragment,
    XmlFragmentRef, XmlTextPrelim,
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

/// Whether it is the author of first notes, who is nobody.
pub fn is_author(seat: &SeatId) -> bool {
    seat.as_str() == AUTHOR
}

/// The first notes as an update (v1).
pub fn template(sections: &[String], questions: &[String]) -> Option<Vec<u8>> {
    if sections.is_empty() && questions.is_empty() {
        return None;
    }
    let document = Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        ..Options::with_guid_and_client_id(ROOT.into(), ClientID::new(TEMPLATE_CLIENT))
    });
    let mut transaction = document.transact_mut();
    let root = transaction.get_or_insert_xml_fragment(ROOT);
    for section in sections {
        write_heading(&root, &mut transaction, 2, section);
        write_empty_paragraph(&root, &mut transaction);
    }
    if !questions.is_empty() {
        write_heading(&root, &mut transaction, 2, QUESTIONS_HEADING);
    }
    for question in questions {
        write_heading(&root, &mut transaction, 3, question);
        write_empty_paragraph(&root, &mut transaction);
    }
    transaction.commit();
    Some(transaction.encode_state_as_update_v1(&StateVector::default()))
}

fn write_heading(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, level: i64, text: &str) {
    let heading = root.push_back(transaction, XmlElementPrelim::empty("heading"));
    heading.insert_attribute(transaction, "level", Any::from(level));
    heading.push_back(transaction, XmlTextPrelim::new(text));
}

fn write_empty_paragraph(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>) {
    root.push_back(transaction, XmlElementPrelim::empty("paragraph"));
}
