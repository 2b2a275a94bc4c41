//! The few messages of y-protocols and the one kind of Yjs update (encoding v1) that a phone of this test sends.

/// What stands first in a message: sync, awareness.
const SYNC: u64 = 0;
const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;

/// Info byte of an item: the kind of its content, and whether a left neighbour is named.
const CONTENT_STRING: u8 = 4;
const CONTENT_TYPE: u8 = 7;
const HAS_LEFT: u8 = 0x80;

/// How a new item names its parent where no neighbour does.
const PARENT_IS_ROOT: u64 = 1;
const PARENT_IS_ITEM: u64 = 0;

/// Kinds of shared types.
const XML_ELEMENT: u64 = 3;
const XML_TEXT: u64 = 6;

/// The root of the notes.
pub const ROOT: &str = "notes";

/// "I know nothing; send me the document."
pub fn ask_for_everything() -> Vec<u8> {
    sync_message(STEP_1, &[0])
}

/// "I have nothing that you lack": the answer to the server's own question.
pub fn nothing_to_give() -> Vec<u8> {
    sync_message(STEP_2, &[0, 0])
}

/// Whether a message brings document content, and whether it is the answer to [`ask_for_everything`].
pub fn is_step_2(message: &[u8]) -> bool {
    message.first() == Some(&(SYNC as u8)) && message.get(1) == Some(&(STEP_2 as u8))
}

/// The update in a message that brings document content; none in any other message.
pub fn content(message: &[u8]) -> Option<&[u8]> {
    let [first, kind, rest @ ..] = message else { return None };
    if u64::from(*first) != SYNC || ![STEP_2, UPDATE].contains(&u64::from(*kind)) {
        return None;
    }
    let (length, update) = take_number(rest)?;
    update.get(..usize::try_from(length).ok()?)
}

/// One author's paragraph: the first edit makes it, the later ones write on at its end.
#[derive(Debug)]
pub struct Paragraph {
    client: u64,
    clock: u64,
}

impl Paragraph {
    /// A paragraph of the client with this id, not yet in the document.
    pub fn new(client: u64) -> Self {
        Self { client, clock: 0 }
    }

    /// The message that appends a text (plain ASCII, so that its length is the same in every unit).
    pub fn append(&mut self, text: &str) -> Vec<u8> {
        let mut update = Vec::with_capacity(text.len() + 64);
        put_number(&mut update, 1);
        if self.clock == 0 {
            self.put_opening(&mut update);
        } else {
            put_number(&mut update, 1);
            put_number(&mut update, self.client);
            put_number(&mut update, self.clock);
            update.push(CONTENT_STRING | HAS_LEFT);
            self.put_id(&mut update, self.clock - 1);
        }
        put_bytes(&mut update, text.as_bytes());
        put_number(&mut update, 0);
        self.clock += text.len() as u64;
        sync_message(UPDATE, &update)
    }

    /// A paragraph in the root (clock 0), its text node (clock 1), and the text's item up to the string itself.
    fn put_opening(&mut self, update: &mut Vec<u8>) {
        put_number(update, 3);
        put_number(update, self.client);
        put_number(update, 0);
        update.push(CONTENT_TYPE);
        put_number(update, PARENT_IS_ROOT);
        put_bytes(update, ROOT.as_bytes());
        put_number(update, XML_ELEMENT);
        put_bytes(update, b"paragraph");
        update.push(CONTENT_TYPE);
        put_number(update, PARENT_IS_ITEM);
        self.put_id(update, 0);
        put_number(update, XML_TEXT);
        update.push(CONTENT_STRING);
        put_number(update, PARENT_IS_ITEM);
        self.put_id(update, 1);
        self.clock = 2;
    }

    fn put_id(&self, update: &mut Vec<u8>, clock: u64) {
        put_number(update, self.client);
        put_number(update, clock);
    }
}

fn sync_message(kind: u64, body: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(body.len() + 8);
    put_number(&mut message, SYNC);
    put_number(&mut message, kind);
    put_bytes(&mut message, body);
    message
}

/// Seven bits a byte, lowest first; the top bit says that more follow.
fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A number at the beginning, and what follows it.
pub fn take_number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let end = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let digits = bytes.get(..=end).filter(|digits| digits.len() <= 9)?;
    let number = digits
        .iter()
        .rev()
        .fold(0, |number, byte| number << 7 | u64::from(byte & 0x7f));
    Some((number, &bytes[end + 1..]))
}

/// Bytes with their number before them.
pub fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::sync::{Message, SyncMessage};
    use yrs::updates::decoder::Decode;
    use yrs::{Doc, GetString, ReadTxn, StateVector, Transact, Update, XmlFragment};

    fn update_of(message: &[u8]) -> Update {
        let Message::Sync(SyncMessage::Update(update)) = Message::decode_v1(message).expect("a message") else {
            panic!("not an update");
        };
        Update::decode_v1(&update).expect("an update")
    }

    fn apply(doc: &Doc, message: &[u8]) {
        doc.transact_mut().apply_update(update_of(message)).expect("it applies");
    }

    fn paragraphs(doc: &Doc) -> Vec<String> {
        let root = doc.get_or_insert_xml_fragment("notes");
        let txn = doc.transact();
        root.children(&txn)
            .filter_map(|node| match node {
                yrs::XmlOut::Element(element) => Some(element.get_string(&txn)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn two_writers_make_a_paragraph_each_and_write_on_in_it() {
        let doc = Doc::new();
        let (mut first, mut second) = (Paragraph::new(5), Paragraph::new(u64::from(u32::MAX)));
        apply(&doc, &first.append("one "));
        apply(&doc, &second.append("two"));
        apply(&doc, &first.append("and more"));
        let mut texts = paragraphs(&doc);
        texts.sort();
        assert_eq!(texts, ["<paragraph>one and more</paragraph>", "<paragraph>two</paragraph>"]);
        assert!(doc.transact().store().pending_update().is_none(), "no clock gap");
    }

    #[test]
    fn edits_that_arrive_out_of_turn_still_make_the_same_text() {
        let mut author = Paragraph::new(9);
        let edits = [author.append("a"), author.append("b"), author.append("c")];
        let doc = Doc::new();
        for edit in edits.iter().rev() {
            apply(&doc, edit);
        }
        assert_eq!(paragraphs(&doc), ["<paragraph>abc</paragraph>"]);
    }

    #[test]
    fn the_content_of_a_message_is_its_update() {
        let message = Paragraph::new(1).append("a text that is longer than a number of one byte can say, which is 127: twice as much is needed for that, so it goes on");
        let update = content(&message).expect("an update");
        assert!(update.len() > 127 && message.ends_with(update));
        assert_eq!(content(&ask_for_everything()), None);
        assert_eq!(content(&message[..message.len() - 1]), None, "it is cut off");
        assert_eq!(content(&[1, 2, 0]), None, "a cursor");
    }

    #[test]
    fn the_question_and_the_empty_answer_are_understood() {
        assert_eq!(
            Message::decode_v1(&ask_for_everything()).expect("a message"),
            Message::Sync(SyncMessage::SyncStep1(StateVector::default()))
        );
        assert!(is_step_2(&nothing_to_give()));
        assert_eq!(nothing_to_give(), [0, 1, 2, 0, 0]);
    }
}
