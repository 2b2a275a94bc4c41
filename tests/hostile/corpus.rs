//! Real traffic: what editors were recorded to send, and what writers with documents of their own send each other in this run.

use crate::extent::Chance;
use crate::mutator::noise;
use std::collections::HashMap;
use yrs::block::ClientID;
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::updates::decoder::Decode;
use yrs::{
    Any, Doc, OffsetKind, Options, Out, ReadTxn, StateVector, Text, Transact, TransactionMut, Update, Xml, XmlElementPrelim,
    XmlElementRef, XmlFragment, XmlFragmentRef, XmlOut, XmlTextPrelim, XmlTextRef,
};

/// Updates in order, each with the name of its author.
pub type Recording = Vec<(String, Vec<u8>)>;

/// What is typed, among it letters that take two units and such as are written from the right.
const TYPED: [&str; 8] = ["a", "word ", "👍", "🌍🌍", "é", "النقاط", "要点", "\u{200d}👩\u{200d}💻"];

/// What ProseMirror editors sent.
pub fn recorded() -> Vec<Recording> {
    [
        include_str!("../fixtures/notes/everything.hex"),
        include_str!("../fixtures/notes/typing.hex"),
        include_str!("../fixtures/notes/two_writers.hex"),
        include_str!("../fixtures/notes/three_writers.hex"),
        include_str!("../fixtures/notes/undoing_at_random.hex"),
        include_str!("../fixtures/notes/points.hex"),
    ]
    .map(|text| text.lines().map(line).collect())
    .into()
}

fn line(line: &str) -> (String, Vec<u8>) {
    let (who, digits) = line.split_once(' ').unwrap();
    (who.to_owned(), bytes(digits))
}

/// Digits as bytes.
pub fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

/// What three writers send who see each other's edits late.
pub fn written(chance: &mut Chance, edits: usize) -> Recording {
    let writers: Vec<(String, Doc)> = (0..3).map(|number| (format!("w{number}"), document(900 + number))).collect();
    let mut seen = [0; 3];
    let mut sent: Recording = Vec::new();
    while sent.len() < edits {
        let at = usize::try_from(chance.below(3)).unwrap();
        let (name, doc) = &writers[at];
        if chance.percent(50) {
            sent[seen[at]..].iter().for_each(|(_, update)| receive(doc, update));
            seen[at] = sent.len();
        }
        let update = edit_at_random(doc, chance);
        if update != [0, 0] {
            sent.push((name.clone(), update));
        }
    }
    sent
}

/// An empty document of a client.
pub fn document(client: u64) -> Doc {
    let mut options = Options::with_client_id(ClientID::new(client));
    options.offset_kind = OffsetKind::Utf16;
    // What it would clean up after others' edits it would have to send; nobody's document does here.
    options.cleanup_formatting = false;
    let doc = Doc::with_options(options);
    doc.get_or_insert_xml_fragment("notes");
    doc
}

/// Takes an update in.
pub fn receive(doc: &Doc, update: &[u8]) {
    doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
}

/// All of a document.
pub fn everything(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

/// Makes one edit somewhere and gives its update.
pub fn edit_at_random(doc: &Doc, chance: &mut Chance) -> Vec<u8> {
    let root = doc.get_or_insert_xml_fragment("notes");
    let mut transaction = doc.transact_mut();
    let texts = texts(&root, &transaction);
    match chance.below(10) {
        _ if texts.is_empty() => add_block(&root, &mut transaction, chance),
        0 => add_block(&root, &mut transaction, chance),
        1 => remove_block(&root, &mut transaction, chance),
        2 => mark_point(&root, &mut transaction, chance),
        _ => edit_text(chance.one_of(&texts), &mut transaction, chance),
    }
    transaction.commit();
    transaction.encode_update_v1()
}

fn texts<T: ReadTxn>(root: &XmlFragmentRef, transaction: &T) -> Vec<XmlTextRef> {
    let inside = |element: XmlElementRef| element.children(transaction).collect::<Vec<_>>();
    let children = root.children(transaction).filter_map(|child| child.into_xml_element());
    let texts = children.flat_map(inside).filter_map(|child| match child {
        XmlOut::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn add_block(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let at = u32::try_from(chance.below(u64::from(root.len(transaction)) + 1)).unwrap();
    let letters = XmlTextPrelim::new(*chance.one_of(&TYPED));
    let name = if chance.percent(80) { "paragraph" } else { "heading" };
    let block = root.insert(transaction, at, XmlElementPrelim::new(name, [letters.into()]));
    if name == "heading" {
        block.insert_attribute(transaction, "level", 2);
    }
}

fn remove_block(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let length = u64::from(root.len(transaction));
    if length > 2 {
        root.remove_range(transaction, u32::try_from(chance.below(length)).unwrap(), 1);
    }
}

fn mark_point(root: &XmlFragmentRef, transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let paragraphs = root.children(transaction).filter_map(|child| child.into_xml_element());
    let paragraphs: Vec<XmlElementRef> = paragraphs.filter(|element| &**element.tag() == "paragraph").collect();
    if !paragraphs.is_empty() {
        let kind = *chance.one_of(&["gap", "need", "gap"]);
        chance.one_of(&paragraphs).insert_attribute(transaction, "point", kind);
    }
}

fn edit_text(text: &XmlTextRef, transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let places = places(text, transaction);
    let first = usize::try_from(chance.below(places.len() as u64)).unwrap();
    let last = first + usize::try_from(chance.below(6)).unwrap();
    let (start, end) = (places[first], places[last.min(places.len() - 1)]);
    match chance.below(4) {
        0 if start < end => text.remove_range(transaction, start, end - start),
        1 if start < end => {
            let mark = Attrs::from([(
                (*chance.one_of(&["strong", "em"])).into(),
                Any::from(HashMap::<String, Any>::new()),
            )]);
            text.format(transaction, start, end - start, mark);
        }
        _ => text.insert(transaction, start, chance.one_of::<&str>(&TYPED)),
    }
}

/// Where something may be put: no editor cuts a letter that takes two units.
fn places<T: ReadTxn>(text: &XmlTextRef, transaction: &T) -> Vec<u32> {
    let mut places = vec![0];
    for piece in text.diff(transaction, YChange::identity) {
        if let Out::Any(Any::String(letters)) = piece.insert {
            letters
                .chars()
                .for_each(|letter| places.push(places.last().unwrap_or(&0) + letter.len_utf16() as u32));
        }
    }
    places
}

/// Something without sense beside what is real.
pub fn pieces(recordings: &[Recording], chance: &mut Chance) -> Vec<Vec<u8>> {
    let real = recordings.iter().flatten().map(|(_, update)| update.clone());
    real.chain(std::iter::once(noise(chance))).collect()
}
