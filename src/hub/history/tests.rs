//! A long history, read back from a journal.

use super::*;
use yrs::block::ClientID;
use yrs::{Doc, OffsetKind, Options, Text, Transact, XmlElementPrelim, XmlFragment, XmlTextPrelim};

const EDITS: u64 = 20_000;

/// Records of authors who type in turns, a letter at a time, each in a paragraph of their own.
fn records() -> Vec<Record> {
    let doc = |client| {
        let options = Options::with_client_id(ClientID::new(client));
        Doc::with_options(Options {
            offset_kind: OffsetKind::Utf16,
            ..options
        })
    };
    let authors: Vec<(SeatId, Doc)> = (0..4)
        .map(|number| (SeatId::new(&format!("seat-{number}")).unwrap(), doc(100 + number)))
        .collect();
    let edit = |number: u64| {
        let (seat, doc) = &authors[(number % 4) as usize];
        let root = doc.get_or_insert_xml_fragment("notes");
        let mut transaction = doc.transact_mut();
        // A new paragraph every hundred letters.
        if (number / 4).is_multiple_of(100) {
            let paragraph = root.push_back(&mut transaction, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(&mut transaction, XmlTextPrelim::new("x"));
        } else if let Some(yrs::XmlOut::Element(last)) = root.get(&transaction, root.len(&transaction) - 1)
            && let Some(yrs::XmlOut::Text(text)) = last.get(&transaction, 0)
        {
            text.push(&mut transaction, "y");
        }
        Record {
            at: Millis(number as i64 * 300),
            by: Some(seat.clone()),
            request: None,
            made: None,
            events: vec![Event::NotesEdited {
                update: transaction.encode_update_v1(),
            }],
        }
    };
    (0..EDITS).map(edit).collect()
}

#[test]
fn twenty_thousand_edits_are_rebuilt_as_they_were_and_told_in_few_steps() {
    let stored: Vec<Stored> = records()
        .iter()
        .zip(1..)
        .map(|(record, seq)| Stored {
            seq,
            payload: record.encode().into(),
        })
        .collect();
    let rebuilt = stored
        .chunks(PAGE_RECORDS)
        .try_fold(Rebuilt::new(), |state, page| take_page(state, page, Rebuilt::take));
    let past = rebuilt.unwrap().finish().unwrap();
    let mut live = Notes::new();
    for stored in &stored {
        let record = Record::decode(&stored.payload).unwrap();
        if let [Event::NotesEdited { update }] = record.events.as_slice() {
            live.accept(record.by.as_ref().unwrap(), update);
            live.flush();
        }
    }
    let mut again = Notes::new();
    again.accept(&SeatId::new("reader").unwrap(), &past.update);
    again.flush();
    assert_eq!(again.blocks(), live.blocks());
    assert_eq!(past.writers.len(), 4);
    let gathered = take_page(Gathered::new(), &stored, Gathered::take).unwrap().finish();
    assert!(
        (100..=steps::STEPS_MAX).contains(&gathered.steps.len()),
        "{}",
        gathered.steps.len()
    );
    assert_eq!(gathered.steps.last().unwrap().seq, Seq(EDITS));
}
