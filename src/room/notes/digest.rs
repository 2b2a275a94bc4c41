//! The notes as a short number, by which a page finds out whether it has the same text with the same marks. It is over what the document
//! says, not over how it came to be: state vectors are equal where an update was altered on its way, texts are not. Pages compute the
//! same (`web/src/checking/notes.ts`). Read with a budget, as the blocks are.

use super::limits::{DEPTH_MAX, NODES_READ_MAX};
use crate::room::digest::{Digest, Digesting, Kind, Members, of_list, of_null, of_number, of_text, of_truth};
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::{Any, Number, Out, ReadTxn, Text, Xml, XmlElementRef, XmlFragment, XmlFragmentRef, XmlOut, XmlTextRef};

/// The number of a document; none of one that is too deep or too large to be read.
pub fn of_document<T: ReadTxn>(transaction: &T, root: &XmlFragmentRef) -> Option<Digest> {
    let mut reading = Reading {
        transaction,
        nodes_left: NODES_READ_MAX,
    };
    reading.children(root, 0)
}

struct Reading<'a, T> {
    transaction: &'a T,
    nodes_left: usize,
}

impl<T: ReadTxn> Reading<'_, T> {
    fn children(&mut self, parent: &impl XmlFragment, depth: u8) -> Option<Digest> {
        if depth > DEPTH_MAX {
            return None;
        }
        let mut children = Vec::new();
        for child in parent.children(self.transaction) {
            self.nodes_left = self.nodes_left.checked_sub(1)?;
            children.push(match child {
                XmlOut::Element(element) => self.element(&element, depth)?,
                XmlOut::Text(text) => self.text(&text),
                XmlOut::Fragment(_) => return None,
            });
        }
        Some(of_list(children))
    }

    fn element(&mut self, element: &XmlElementRef, depth: u8) -> Option<Digest> {
        let mut attributes = Members::default();
        for (name, value) in element.attributes(self.transaction) {
            let Out::Any(value) = value else { return None };
            attributes.add(name, of_any(&value));
        }
        let children = self.children(element, depth + 1)?;
        Some(of_list([of_text(element.try_tag()?), attributes.done(), children]))
    }

    /// Runs of letters with the same marks: where one library joins pieces and the other does not, they are still one.
    fn text(&self, text: &XmlTextRef) -> Digest {
        let mut runs = Vec::new();
        let mut open: Option<(Digest, Digesting)> = None;
        let close = |(marks, letters): (Digest, Digesting)| of_list([letters.done(), marks]);
        for piece in text.diff(self.transaction, YChange::identity) {
            let marks = of_marks(piece.attributes.as_deref());
            let Out::Any(Any::String(letters)) = piece.insert else {
                runs.extend(open.take().map(close));
                runs.push(of_null());
                continue;
            };
            if open.is_none_or(|(before, _)| before != marks) {
                runs.extend(open.take().map(close));
            }
            let (_, digesting) = open.get_or_insert_with(|| (marks, Digesting::of(Kind::Text)));
            digesting.letters(&letters);
        }
        runs.extend(open.map(close));
        of_list(runs)
    }
}

fn of_marks(marks: Option<&Attrs>) -> Digest {
    let mut members = Members::default();
    for (name, value) in marks.into_iter().flatten() {
        // A mark that was taken off is none.
        if !matches!(value, Any::Null) {
            members.add(name, of_any(value));
        }
    }
    members.done()
}

fn of_any(any: &Any) -> Digest {
    match any {
        Any::Null | Any::Undefined | Any::Buffer(_) => of_null(),
        Any::Bool(truth) => of_truth(*truth),
        Any::Number(Number::Float(number)) => of_number(*number),
        #[expect(clippy::cast_precision_loss, reason = "a page counts in doubles, too")]
        Any::Number(Number::Int(number)) => of_number(*number as f64),
        Any::String(text) => of_text(text),
        Any::Array(values) => of_list(values.iter().map(of_any)),
        Any::Map(members) => {
            let mut object = Members::default();
            members.iter().for_each(|(name, value)| object.add(name, of_any(value)));
            object.done()
        }
    }
}
